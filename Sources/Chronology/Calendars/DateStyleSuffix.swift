/// The words at the end of a date that say its style: `1887-06-06 O.S.`, `1887-06-18 (N.S.)`, `1640-03-24 (O.S., 03-25)`.
struct DateStyleSuffix {
  /// The bytes of the words, with the blanks before them.
  let place: Range<Int>
  private let calendar: DateStyle.Calendar
  /// The year start that the words name.
  private let yearStart: CalendarYearStart?

  /// The style of a date with this suffix, of a document in another style.
  ///
  /// An Old Style date takes its year start from a document that is in Old Style or has no calendar of its own; a New
  /// Style date has years from 1 January unless it says otherwise.
  func style(in style: DateStyle) -> DateStyle {
    DateStyle(calendar, yearStart: yearStart ?? (calendar == .julian ? style.yearStart : .january))
  }

  private static let names: [String: DateStyle.Calendar] = [
    "os": .julian, "oldstyle": .julian, "julian": .julian, "стст": .julian, "старогостиля": .julian,
    "ast": .julian, "altenstils": .julian, "vieuxstyle": .julian, "vst": .julian,
    "ns": .gregorian, "newstyle": .gregorian, "gregorian": .gregorian, "нст": .gregorian,
    "новогостиля": .gregorian, "nst": .gregorian, "neuenstils": .gregorian, "nouveaustyle": .gregorian,
  ]

  /// The most characters that are looked at.
  private static let longest = 32

  /// The suffix of a text; nil where it has none.
  init?(_ text: Substring) {
    // Nothing that EDTF ends with is the end of a suffix.
    guard let last = text.last(where: { !$0.isWhitespace }),
      last == "." || last == ")" || (last.isLetter && last != "X" && last != "Z")
    else { return nil }
    var found: (start: Substring.Index, calendar: DateStyle.Calendar, yearStart: CalendarYearStart?)?
    var index = text.endIndex
    for _ in 0..<DateStyleSuffix.longest where index > text.startIndex {
      index = text.index(before: index)
      guard text[index].isWhitespace || text[index] == "(" else { continue }
      if let (calendar, yearStart) = DateStyleSuffix.meaning(of: text[index...]) {
        found = (index, calendar, yearStart)
      }
    }
    guard let (found, calendar, yearStart) = found else { return nil }
    var start = found
    while start > text.startIndex, text[text.index(before: start)].isWhitespace {
      start = text.index(before: start)
    }
    let offset = text.base.utf8.distance(from: text.base.startIndex, to: start)
    place = offset..<(offset + text[start...].utf8.count)
    (self.calendar, self.yearStart) = (calendar, yearStart)
  }

  private static func meaning(of text: Substring) -> (DateStyle.Calendar, CalendarYearStart?)? {
    var words = text.filter { !$0.isWhitespace }[...]
    let isInBrackets = words.first == "("
    if isInBrackets {
      guard words.last == ")" else { return nil }
      words = words.dropFirst().dropLast()
    }
    var yearStart: CalendarYearStart?
    if isInBrackets, let comma = words.lastIndex(of: ",") {
      guard let start = CalendarYearStart(String(words[words.index(after: comma)...])) else { return nil }
      yearStart = start
      words = words[..<comma]
    }
    guard !words.contains(where: { "()".contains($0) }),
      let calendar = names[words.lowercased().filter { $0 != "." }]
    else { return nil }
    return (calendar, yearStart)
  }
}

/// The suffixes of a text: one for the whole, or one for each end of an interval.
struct DateStyleSuffixes {
  private(set) var places: [Range<Int>] = []
  /// The style of a point, a set, or the start of an interval.
  private(set) var first: DateStyle
  /// The style of the end of an interval.
  private(set) var last: DateStyle

  /// - Parameters:
  ///   - text: A date.
  ///   - style: The style of a date without a suffix.
  /// - Throws: Where the start of an interval has a suffix and the end has none.
  init(_ text: String, in style: DateStyle) throws(ParseFailure) {
    (first, last) = (style, style)
    guard let suffix = DateStyleSuffix(text[...]) ?? DateStyleSuffixes.onlyOpenEnd(text) else {
      if let start = DateStyleSuffixes.start(of: text), DateStyleSuffix(start) != nil {
        throw ParseFailure(
          position: text.utf8.count, expected: "'O.S.' or 'N.S.' at the end too, as the start has one")
      }
      return
    }
    places = [suffix.place]
    last = suffix.style(in: style)
    first = last
    if let start = DateStyleSuffixes.start(of: text), let own = DateStyleSuffix(start) {
      places.insert(own.place, at: 0)
      first = own.style(in: style)
      if own.place == suffix.place { places.removeLast() }
    }
  }

  /// What stands before the slash of an interval.
  private static func start(of text: String) -> Substring? {
    text.firstIndex(of: "/").map { text[..<$0] }
  }

  /// The suffix of a start whose end needs none, being open or unknown: `1887-06-06 O.S./..`.
  private static func onlyOpenEnd(_ text: String) -> DateStyleSuffix? {
    guard let slash = text.firstIndex(of: "/"), ["", ".."].contains(text[text.index(after: slash)...]) else {
      return nil
    }
    return DateStyleSuffix(text[..<slash])
  }
}
