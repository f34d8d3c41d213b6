/// What a word of a date means.
enum Lexeme: Hashable, Sendable {
  case month(Int)
  /// From Monday, 1.
  case weekday(Int)
  /// A season as the format numbers it, 21 to 24.
  case season(Int)
  case republicanMonth(Int)
  /// One of the days that end the year of the French Republic, by number or by name; 0 where a number goes with it.
  case complementary(Int)
  /// From Nisan, 1; ``adarI`` for the first Adar of a leap year.
  case hebrewMonth(Int)
  /// From Muharram, 1.
  case islamicMonth(Int)
  /// A year of this kind stands beside it.
  case hijri, hebrewYear, republicanYear
  case about, maybe
  case early, mid, late
  case half, quarter, third
  /// The number of a half, quarter or third; -1: the last.
  case rank(Int)
  case century, decade
  case era(isBefore: Bool)
  case relation(Relation)
  case between, and, or, to, from
  case oldStyle, newStyle, swedishStyle
  case noDate, present, unknown
  /// The days from which the Romans counted back.
  case roman(RomanDay)
  case pridie, anteDiem
  case otherCalendar(String)
  case noise

  /// How a date lies to the one that is named.
  enum Relation: Hashable, Sendable {
    case before, after
    /// At that date at the latest, or at the earliest.
    case upTo, onward
    /// All the time until that date, from an unknown start; all the time from that date.
    case until, since
  }
}

extension Lexeme {
  static let adarI = 14
}

/// The languages that a word belongs to, a bit each.
struct Languages: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let all = Languages(rawValue: .max)
  private static let tags = ["en", "fr", "de", "ru", "it", "es", "pt", "pl", "nl", "la", "sv"]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ tag: String) {
    rawValue = Languages.tags.firstIndex(of: tag).map { 1 << UInt16($0) } ?? .max
  }
}

/// The words of ``WordTable`` by their text.
struct Lexicon: Sendable {
  typealias Meaning = (lexeme: Lexeme, languages: Languages)

  static let shared = Lexicon()

  /// The meanings of each word or phrase.
  private var meanings: [String: [Meaning]] = [:]
  /// The longest phrase that begins with a word, in words.
  private var lengths: [String: Int] = [:]
  private var monthNames: [(name: String, month: Int, language: Languages)] = []

  /// The meanings of words that stand together.
  func meanings(of phrase: String) -> [Meaning] { meanings[phrase] ?? [] }

  /// How many words the longest phrase has that begins with a word.
  func longestPhrase(from word: String) -> Int { lengths[word] ?? 1 }

  /// The months that a beginning of their name stands for.
  func months(beginning word: String) -> [Meaning] {
    guard word.unicodeScalars.count >= 3 else { return [] }
    var found: [(month: Int, languages: Languages)] = []
    for name in monthNames where name.name.hasPrefix(word) {
      if let place = found.firstIndex(where: { $0.month == name.month }) {
        found[place].languages.formUnion(name.language)
      } else {
        found.append((name.month, name.language))
      }
    }
    // A language in which the beginning is that of several months does not have it for any.
    return found.compactMap { item in
      var own = item.languages
      for other in found where other.month != item.month { own.subtract(other.languages) }
      return own.isEmpty ? nil : (.month(item.month), own)
    }
  }

  private init() {
    for (language, names) in WordTable.months {
      for (index, forms) in Lexicon.lists(names).enumerated() {
        for form in forms {
          add(form, .month(index + 1), Languages(language))
          monthNames.append((form, index + 1, Languages(language)))
        }
      }
    }
    for (language, names) in WordTable.weekdays {
      for (index, forms) in Lexicon.lists(names).enumerated() {
        for form in forms { add(form, .weekday(index + 1), Languages(language)) }
      }
    }
    for (kind, words) in WordTable.words {
      guard let lexeme = Lexicon.lexemes[kind] else { continue }
      for (language, forms) in Lexicon.byLanguage(words) {
        for form in forms { add(form, lexeme, Languages(language)) }
      }
    }
    addAll(WordTable.republicanMonths) { .republicanMonth($0) }
    addAll(WordTable.republicanFestivals) { .complementary($0) }
    addAll(WordTable.hebrewMonths) { .hebrewMonth($0) }
    addAll(WordTable.islamicMonths) { .islamicMonth($0) }
    add("adar i", .hebrewMonth(Lexeme.adarI), .all)
    add("adar ii", .hebrewMonth(13), .all)
    add("adar sheni", .hebrewMonth(13), .all)
    add("adar rishon", .hebrewMonth(Lexeme.adarI), .all)
    for (calendar, words) in WordTable.otherCalendars {
      for word in words.split(separator: ",") { add(String(word), .otherCalendar(calendar), .all) }
    }
  }

  private mutating func addAll(_ names: String, _ lexeme: (Int) -> Lexeme) {
    for (index, forms) in Lexicon.lists(names).enumerated() {
      for form in forms { add(form, lexeme(index + 1), .all) }
    }
  }

  private mutating func add(_ phrase: String, _ lexeme: Lexeme, _ languages: Languages) {
    var entries = meanings[phrase] ?? []
    if let place = entries.firstIndex(where: { $0.lexeme == lexeme }) {
      entries[place].languages.formUnion(languages)
    } else {
      entries.append((lexeme, languages))
    }
    meanings[phrase] = entries
    let words = phrase.split(separator: " ")
    guard let first = words.first else { return }
    lengths[String(first)] = max(lengths[String(first)] ?? 1, words.count)
  }

  /// The forms of each name of a list: separated by `|` where they have spaces, else by spaces.
  private static func lists(_ names: String) -> [[String]] {
    names.split(separator: ",").map { forms in
      forms.split(separator: forms.contains("|") ? "|" : " ").map(String.init)
    }
  }

  /// `en:of,the fr:le`, where a phrase may have spaces: a language begins at a word that ends with a colon.
  private static func byLanguage(_ words: String) -> [(String, [String])] {
    var lists: [(String, [String])] = []
    for part in words.split(separator: ":", omittingEmptySubsequences: false) {
      // The last word of every part but the last is the language of the next.
      guard let place = lists.indices.last else {
        lists.append((String(part), []))
        continue
      }
      let isLast = part.endIndex == words.endIndex
      let end = isLast ? part.endIndex : part.lastIndex(of: " ") ?? part.startIndex
      lists[place].1 = part[..<end].split(separator: ",").map(String.init)
      if !isLast { lists.append((String(part[end...].drop { $0 == " " }), [])) }
    }
    return lists
  }

  private static let lexemes: [String: Lexeme] = [
    "about": .about, "maybe": .maybe, "early": .early, "mid": .mid, "late": .late, "half": .half,
    "quarter": .quarter, "third": .third, "first": .rank(1), "second": .rank(2), "thirdWord": .rank(3),
    "last": .rank(-1), "century": .century, "decade": .decade, "before": .relation(.before),
    "after": .relation(.after), "upTo": .relation(.upTo), "onward": .relation(.onward),
    "until": .relation(.until), "since": .relation(.since), "between": .between, "and": .and, "or": .or,
    "to": .to, "from": .from, "noise": .noise, "bce": .era(isBefore: true), "ce": .era(isBefore: false),
    "oldStyle": .oldStyle, "newStyle": .newStyle, "swedishStyle": .swedishStyle, "noDate": .noDate,
    "present": .present, "unknown": .unknown, "spring": .season(21), "summer": .season(22),
    "autumn": .season(23), "winter": .season(24), "kalends": .roman(.kalends), "nones": .roman(.nones),
    "ides": .roman(.ides), "pridie": .pridie, "anteDiem": .anteDiem, "complementary": .complementary(0),
    "republicanYear": .republicanYear, "hijri": .hijri, "hebrewYear": .hebrewYear,
  ]
}
