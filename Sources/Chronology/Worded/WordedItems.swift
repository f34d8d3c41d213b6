/// A number or a name of a unit in a date, and what stands before it.
struct WordedItem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(String)
    case roman(Int)
    case month(Int)
    case season(Int)
    case republicanMonth(Int)
    case complementary(Int)
    case hebrewMonth(Int)
    case islamicMonth(Int)
  }

  var kind: Kind
  /// The strongest sign between it and the item before it; nil for none.
  var gap: Character?
  var isOrdinal = false

  var digits: String? {
    switch kind {
    case .number(let digits): digits
    // Only years have Roman numerals that long.
    case .roman(let value) where value >= 1000: "\(value)"
    default: nil
    }
  }

  /// The day or month that up to two digits or a Roman numeral name.
  var small: Int? {
    switch kind {
    case .number(let digits): digits.count <= 2 ? Int(digits) : nil
    case .roman(let value): value < 100 ? value : nil
    default: nil
    }
  }
}

/// The tokens of a date by what they do: the units that are named, and the words around them.
struct WordedItems {
  private(set) var items: [WordedItem] = []
  private(set) var weekday: Int?
  private(set) var isAbout = false
  /// Whether a flag stands at one part of the date, between others.
  private(set) var hasDoubtInside = false
  private(set) var isMaybe = false
  /// Nil where no era is named.
  private(set) var isBeforeEra: Bool?
  private(set) var part: Part?
  private(set) var isCentury = false
  private(set) var decade: Languages?
  private(set) var roman: RomanDay?
  private(set) var isPridie = false
  private(set) var isRepublican = false
  private(set) var isHijri = false
  private(set) var isHebrew = false
  private(set) var calendarNotRead: String?

  /// A part of a year, month, decade or century: one of so many.
  struct Part: Hashable, Sendable {
    /// From 1.
    var rank: Int
    var of: Int
  }

  /// Nil where a word or sign does not belong in a single date.
  init?(_ tokens: some Collection<DateToken>) {
    var gap: Character?
    var rank: Int?
    var flagPlaces: [Int] = []
    var isAfterWord = false
    for token in tokens {
      defer { isAfterWord = token.lexeme != nil && items.isEmpty }
      // The hyphen of `mid-April` belongs to the word.
      if token.sign == "-", isAfterWord { continue }
      switch token.kind {
      case .number(let digits, let isOrdinal): add(.number(digits), &gap, isOrdinal)
      case .roman(let value): add(.roman(value), &gap)
      case .sign(let sign):
        switch sign {
        case "?", "~", "%":
          (isMaybe, isAbout) = (isMaybe || sign != "~", isAbout || sign != "?")
          flagPlaces.append(items.count)
        case ")": break
        default: gap = [gap, sign].compactMap(\.self).min { Self.strength($0) < Self.strength($1) }
        }
      case .word(let lexeme):
        guard take(lexeme, token, &gap, &rank) else { return nil }
      }
    }
    // What ends with a dash may go on.
    if let gap, !".,(".contains(gap) { return nil }
    // `Q2 1941`, `1941 Q2`.
    if part?.rank == 0, rank == nil, items.count == 2,
      let place = items.firstIndex(where: { $0.small.map { $0 < 5 } ?? false })
    {
      rank = items.remove(at: place).small
    }
    if let rank {
      guard let unit = part, unit.rank == 0 else { return nil }
      part = Part(rank: rank < 0 ? unit.of : rank, of: unit.of)
    }
    hasDoubtInside = flagPlaces.contains { $0 > 0 && $0 < items.count }
    if let part, part.rank < 1 || part.rank > part.of { return nil }
  }

  private mutating func take(
    _ lexeme: Lexeme, _ token: DateToken, _ gap: inout Character?, _ rank: inout Int?
  ) -> Bool {
    switch lexeme {
    case .month(let month): add(.month(month), &gap)
    case .season(let season): add(.season(season), &gap)
    case .republicanMonth(let month): add(.republicanMonth(month), &gap)
    case .complementary(let day): add(.complementary(day), &gap)
    case .hebrewMonth(let month): add(.hebrewMonth(month), &gap)
    case .islamicMonth(let month): add(.islamicMonth(month), &gap)
    case .weekday(let day):
      guard weekday == nil else { return false }
      weekday = day
    case .about: isAbout = true
    case .maybe: isMaybe = true
    case .early: return set(Part(rank: 1, of: 3))
    case .mid: return set(Part(rank: 2, of: 3))
    case .late: return set(Part(rank: 3, of: 3))
    case .half: return setUnit(2, &rank)
    case .quarter: return setUnit(4, &rank)
    case .third: return setUnit(3, &rank)
    case .rank(let number):
      guard rank == nil else { return false }
      rank = number
    case .century:
      // `19th c.`, but `s. XVI`.
      let mayComeFirst = ["fr", "it", "es", "pt", "la"].contains { token.languages.contains(Languages($0)) }
      guard !isCentury, mayComeFirst || !items.isEmpty else { return false }
      isCentury = true
    case .decade:
      guard decade == nil else { return false }
      decade = token.languages
    case .era(let isBefore):
      guard isBeforeEra == nil else { return false }
      isBeforeEra = isBefore
    case .roman(let day):
      guard roman == nil else { return false }
      roman = day
    case .pridie: isPridie = true
    case .anteDiem: break
    case .republicanYear: isRepublican = true
    case .hijri: isHijri = true
    case .hebrewYear: isHebrew = true
    case .otherCalendar(let name): calendarNotRead = name
    case .noise: break
    case .relation, .between, .and, .or, .to, .from, .oldStyle, .newStyle, .swedishStyle, .noDate, .present,
      .unknown:
      return false
    }
    return true
  }

  /// `1. Hälfte` has its number before it as an item.
  private mutating func setUnit(_ count: Int, _ rank: inout Int?) -> Bool {
    guard part == nil else { return false }
    if rank == nil, items.count == 1, let number = items[0].small {
      rank = number
      items.removeAll()
    }
    part = Part(rank: 0, of: count)
    return true
  }

  private mutating func set(_ new: Part) -> Bool {
    guard part == nil || part == new else { return false }
    part = new
    return true
  }

  private mutating func add(_ kind: WordedItem.Kind, _ gap: inout Character?, _ isOrdinal: Bool = false) {
    items.append(WordedItem(kind: kind, gap: gap, isOrdinal: isOrdinal))
    gap = nil
  }

  /// A slash says more than the dot beside it.
  private static func strength(_ sign: Character) -> Int {
    switch sign {
    case "/": 0
    case "–": 1
    case "-": 2
    case "(": 3
    case ",": 4
    default: 5
    }
  }
}
