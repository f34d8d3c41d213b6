import Chronology
import Diplomacy

/// What the values of tables come to: dates, texts, numbers and entities, each kept once and known by a number.
final class TablePools {
  private(set) var dates: [HistoricalDate] = []
  private(set) var texts: [String] = []
  private(set) var numbers: [Double] = []
  let entities: TableEntities
  private var dateNumbers: [TableDateStyle: [String: Int32]] = [:]
  private var textNumbers: [String: Int32] = [:]
  private var spans: [UInt64: Int32] = [:]
  /// The years that the table being read can mean.
  var years: ClosedRange<Int64> = Int64.min...2200

  init(entities: TableEntities) { self.entities = entities }

  /// What stands for a value that is none: the numbers of values are from 0 on.
  enum Code {
    static let missing: Int32 = -1
    static let notRead: Int32 = -2
    static let unreadable: Int32 = -10
    static let impossible: Int32 = -11
    static let absurd: Int32 = -12
    static let unclear: Int32 = -13
    static let word: Int32 = -14

    /// The class of a value that cannot be read.
    static func kind(_ code: Int32) -> TableOddity.Kind {
      switch code {
      case unreadable: .unreadableDate
      case impossible: .impossibleDate
      case absurd: .absurdDate
      case unclear: .unclearDate
      default: .unknownWord
      }
    }
  }

  /// Years are kept as they are, moved so that none is negative.
  static let yearShift: Int64 = 1_000_000

  /// The number of a text.
  func text(_ text: String) -> Int32 {
    if let number = textNumbers[text] { return number }
    texts.append(text)
    textNumbers[text] = Int32(texts.count - 1)
    return Int32(texts.count - 1)
  }

  /// The number of a date in its style, or what is wrong with it.
  func date(_ text: String, _ style: TableDateStyle) -> Int32 {
    if let number = dateNumbers[style]?[text] {
      return number >= 0 && isAbsurd(dates[Int(number)]) ? Code.absurd : number
    }
    let number = add(style.read(text))
    dateNumbers[style, default: [:]][text] = number
    return number >= 0 && isAbsurd(dates[Int(number)]) ? Code.absurd : number
  }

  /// The number of a date made of numbers.
  func date(year: Int64, month: Int64?, day: Int64?) -> Int32 {
    let number = add(TableDateStyle.day(year, month, day))
    return number >= 0 && isAbsurd(dates[Int(number)]) ? Code.absurd : number
  }

  private func add(_ date: TableDate) -> Int32 {
    switch date {
    case .date(let date):
      dates.append(date)
      return Int32(dates.count - 1)
    case .missing: return Code.missing
    case .unreadable: return Code.unreadable
    case .impossible: return Code.impossible
    case .unclear: return Code.unclear
    }
  }

  private func isAbsurd(_ date: HistoricalDate) -> Bool {
    if !date.earliest.isOpen, !years.contains(date.earliest.day.year) { return true }
    return !date.latest.isOpen && !years.contains(date.latest.day.year)
  }

  /// The number of a number.
  func number(_ text: String) -> Int32 {
    guard let number = Double(text), number.isFinite else {
      return isMissing(text) || text == "." ? Code.missing : Code.word
    }
    numbers.append(number)
    return Int32(numbers.count - 1)
  }

  /// The number of a span from one date to another; nil where it would end before it begins.
  func span(from start: Int32, until end: Int32, isHalfOpen: Bool) -> Int32? {
    if start < 0, end < 0 { return Code.missing }
    let key = UInt64(UInt32(start + 1)) << 33 | UInt64(UInt32(end + 1)) << 1 | (isHalfOpen ? 1 : 0)
    if let span = spans[key] { return span < 0 ? nil : span }
    func date(_ number: Int32) -> HistoricalDate? { number < 0 ? nil : dates[Int(number)] }
    guard let span = HistoricalDate.span(from: date(start), until: date(end), isHalfOpen: isHalfOpen) else {
      spans[key] = Code.missing
      return nil
    }
    dates.append(span)
    spans[key] = Int32(dates.count - 1)
    return Int32(dates.count - 1)
  }

  /// The number of the time from one year to another.
  func span(years: ClosedRange<Int64>) -> Int32 {
    guard let first = HistoricalDate(year: years.lowerBound),
      let last = HistoricalDate(year: years.upperBound),
      let span = HistoricalDate(from: .date(first), to: .date(last))
    else { return Code.missing }
    dates.append(span)
    return Int32(dates.count - 1)
  }
}

/// The entities that tables tell of, by what the tables call them.
final class TableEntities {
  private(set) var categories: [Category] = []
  private(set) var ids: [EntityID] = []
  /// What the tables call them.
  private(set) var names: [String] = []
  /// Whether a row tells of it, or the graph file itself does.
  var isDeclared: [Bool] = []
  /// Whether the graph file does.
  private(set) var isInFile: [Bool] = []
  private var numbers: [Category: [String: Int32]] = [:]
  private var taken: Set<String> = []
  /// What the graph file declares under an id.
  private let declared: [String: Category?]

  /// - Parameter declared: The ids of the graph file; with their categories, where they are entities.
  init(declared: [String: Category?]) { self.declared = declared }

  /// How many there are.
  var count: Int { ids.count }

  /// The number of what a table calls so.
  func number(_ category: Category, _ name: String) -> Int32 {
    if let number = numbers[category]?[name] { return number }
    let number = Int32(ids.count)
    let isOfFile = if case .some(.some(category)) = declared[name] { true } else { false }
    numbers[category, default: [:]][name] = number
    let id = isOfFile ? name : freeID(category, name)
    taken.insert(id)
    categories.append(category)
    names.append(name)
    ids.append(EntityID(id))
    isInFile.append(isOfFile)
    isDeclared.append(isOfFile)
    return number
  }

  /// The category of an id that a table made.
  func category(of id: String) -> Category? {
    guard taken.contains(id) else { return nil }
    for (category, numbers) in numbers {
      if let number = numbers[id], ids[Int(number)].rawValue == id { return category }
    }
    return ids.firstIndex { $0.rawValue == id }.map { categories[$0] }
  }

  private func isTaken(_ id: String) -> Bool { taken.contains(id) || declared[id] != nil }

  /// A word that is an id of a graph file and nobody's yet.
  private func freeID(_ category: Category, _ name: String) -> String {
    let word = Self.word(name)
    let first = Findings.isWord(word) ? word : "\(category.rawValue)-\(word)"
    if !isTaken(first) { return first }
    let second = "\(category.rawValue)-\(word)"
    if !isTaken(second) { return second }
    var use = 2
    while isTaken("\(second)-\(use)") { use += 1 }
    return "\(second)-\(use)"
  }

  /// A text as a word that ids can be.
  static func word(_ name: String, _ what: String) -> String {
    let word = word(name)
    return Findings.isWord(word) ? word : "\(what)-\(word)"
  }

  private static func word(_ name: String) -> String {
    if Findings.isWord(name), name.utf8.count <= InputLimits.wordLetters { return name }
    var word: [UInt8] = []
    for byte in name.folded.utf8.prefix(200) {
      let isPart =
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x2E || byte == 0x5F
      if isPart { word.append(byte) } else if word.last != 0x2D, !word.isEmpty { word.append(0x2D) }
    }
    while word.last == 0x2D { word.removeLast() }
    return word.isEmpty ? "x" : String(decoding: word, as: UTF8.self)
  }
}

extension String {
  /// Without accents.
  fileprivate var folded: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : decomposedWithoutAccents
  }

  private var decomposedWithoutAccents: String {
    var letters = String.UnicodeScalarView()
    for scalar in decomposed where scalar.properties.canonicalCombiningClass == .notReordered {
      letters.append(scalar)
    }
    return String(letters)
  }
}
