/// Reads the text of a date once, from left to right.
///
/// Every reading function leaves `position` after what it has read, or throws the place and what was expected there.
struct DateParser {
  let bytes: [UInt8]
  var position = 0
  let defaultOffset: UTCOffset?
  /// What could have continued the point read last, for the error when something else follows.
  var continuations: Continuations = []
  /// The level of the Extended Date/Time Format that what has been read needs; see ``beyond``.
  var level = 0
  /// The components of the point read last, as far as they have been read.
  var written: WrittenComponents
  /// Where the point begins that is being read.
  var pointStart = 0
  /// How the next point is reckoned.
  var style: DateStyle
  /// How the end of an interval is reckoned.
  private let endStyle: DateStyle
  /// Where words stand that say the style.
  private let suffixes: [Range<Int>]

  /// The level of what goes beyond the format.
  static let beyond = 3
  static let memberLimit = 10_000

  init(_ text: String, defaultOffset: UTCOffset?) {
    bytes = Array(text.utf8)
    self.defaultOffset = defaultOffset
    written = WrittenComponents(years: YearPattern(0), defaultOffset: defaultOffset)
    (style, endStyle, suffixes) = (.gregorian, .gregorian, [])
  }

  /// A reader of a text whose suffixes have been found.
  init(_ text: String, _ styles: DateStyleSuffixes, defaultOffset: UTCOffset?) {
    bytes = Array(text.utf8)
    self.defaultOffset = defaultOffset
    written = WrittenComponents(years: YearPattern(0), defaultOffset: defaultOffset)
    (style, endStyle, suffixes) = (styles.first, styles.last, styles.places)
  }

  /// Passes the words that say the style, if they come next.
  private mutating func skipSuffix() {
    if suffixes.isEmpty { return }
    if let suffix = suffixes.first(where: { $0.lowerBound == position }) { position = suffix.upperBound }
  }

  /// What may follow a part of a point.
  struct Continuations: OptionSet {
    let rawValue: UInt8

    static let month = Continuations(rawValue: 1)
    static let day = Continuations(rawValue: 2)
    static let time = Continuations(rawValue: 4)
    static let seconds = Continuations(rawValue: 8)
    static let offset = Continuations(rawValue: 16)
    static let qualifier = Continuations(rawValue: 32)

    private static let names: [(Continuations, String)] = [
      (.month, "'-' and a month"), (.day, "'-' and a day"), (.time, "'T' and a time"),
      (.seconds, "':' and seconds"),
      (.offset, "an offset such as Z or +09:00"), (.qualifier, "a qualifier (?, ~ or %)"),
    ]

    private var words: [String] { Continuations.names.filter { contains($0.0) }.map(\.1) }

    /// What may follow, in the order in which it would, and then some more.
    func words(and followers: [String]) -> String {
      let all = words + followers
      guard all.count > 1 else { return all.joined() }
      return all.dropLast().joined(separator: ", ") + " or " + all[all.count - 1]
    }
  }

  /// The byte at the position; `nil` at the end of the text.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The level needed, as the public type; `nil` beyond the format.
  var edtfLevel: EDTFLevel? { EDTFLevel(rawValue: level) }

  mutating func need(_ level: Int) {
    if level > self.level { self.level = level }
  }

  /// Passes an ASCII character if it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let next, next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Passes `..` if it comes next.
  mutating func skipDots() -> Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."),
      bytes[position + 1] == UInt8(ascii: ".")
    else { return false }
    position += 2
    return true
  }

  func failure(_ expected: String, at place: Int? = nil) -> ParseFailure {
    ParseFailure(position: place ?? position, expected: expected)
  }

  /// The failure of meeting something that neither continues the point read last nor may follow it.
  private func unexpected(_ followers: String...) -> ParseFailure {
    failure(continuations.words(and: followers))
  }

  // MARK: - Points, intervals and sets

  /// A point, an interval or a set that fills the text.
  mutating func wholeText() throws(ParseFailure) -> HistoricalDate.Form {
    if skip("{") {
      let members = try members(until: "}")
      guard next == nil else { throw failure("the end of the text") }
      return .set(.allOf, members)
    }
    let start = try side(orElse: "a year of four digits")
    if skip("/") { return try interval(from: start) }
    switch start {
    case .set(let members, _):
      guard next == nil else { throw failure("the end of the text") }
      return .set(.oneOf, members)
    case .point(let point, _, _):
      guard next == nil else { throw unexpected("'/' and an end", "the end of the text") }
      return .point(point)
    case .open: throw failure("'/' and an end after '..'")
    case .unknown: throw failure("a year of four digits")
    }
  }

  /// What stands on one side of the slash of an interval; a point with its place in the text and its level.
  private enum Side {
    case point(DatePoint, Range<Int>, level: Int)
    /// One of some dates.
    case set([SetMember], Range<Int>)
    case open
    case unknown

    var hasUnspecifiedDigits: Bool {
      if case .point(let point, _, _) = self { point.components.hasUnspecifiedDigits } else { false }
    }

    /// The first and the last second, and where the date stands; nil where there is no date.
    var bounds: (earliest: Moment, latest: Moment, place: Range<Int>)? {
      switch self {
      case .point(let point, let place, _): (point.earliest, point.latest, place)
      case .set(let members, let place):
        (members.map(\.earliest).min() ?? .distantPast, members.map(\.latest).max() ?? .distantFuture, place)
      case .open, .unknown: nil
      }
    }
  }

  private mutating func interval(from start: Side) throws(ParseFailure) -> HistoricalDate.Form {
    style = endStyle
    let end = try side(orElse: "a year of four digits or '..'")
    if start.hasUnspecifiedDigits || end.hasUnspecifiedDigits { need(2) }
    guard next == nil else { throw unexpected("the end of the text") }
    if case (.unknown, .unknown) = (start, end) {
      throw failure("a date or '..' on at least one side of '/'")
    }
    if let first = start.bounds, let last = end.bounds {
      if first.earliest > last.latest {
        throw failure(
          "an end that is not before the start '\(words(at: first.place))'", at: last.place.lowerBound)
      }
    } else {
      need(1)
    }
    return .interval(start: endpoint(start), end: endpoint(end))
  }

  /// One side of an interval, or the whole of a point.
  private mutating func side(orElse expected: String) throws(ParseFailure) -> Side {
    continuations = []
    let isAtSuffix = !suffixes.isEmpty && suffixes.contains { $0.lowerBound == position }
    if next == nil || next == UInt8(ascii: "/") || isAtSuffix {
      skipSuffix()
      return .unknown
    }
    if skipDots() {
      skipSuffix()
      return .open
    }
    if next == UInt8(ascii: "[") {
      let place = position
      position += 1
      let members = try members(until: "]")
      defer { skipSuffix() }
      return .set(members, place..<position)
    }
    let (place, outer) = (position, level)
    level = 0
    let point = try point(orElse: expected)
    let own = level
    need(outer)
    defer { skipSuffix() }
    return .point(point, place..<position, level: own)
  }

  private mutating func endpoint(_ side: Side) -> HistoricalDate.Endpoint {
    switch side {
    case .open: return .open
    case .unknown: return .unknown
    case .set(let members, let place):
      // The format has no interval between sets.
      need(DateParser.beyond)
      let style = members.lazy.compactMap { ($0.first ?? $0.last)?.components.style }.first ?? .gregorian
      return .date(
        HistoricalDate(
          text: words(at: place), form: .set(.oneOf, members), level: .two,
          origin: style.isPlain ? nil : .reckoned(style, document: style)))
    case .point(let point, let place, let level):
      if point.precision.isTime { need(DateParser.beyond) }
      return .date(
        HistoricalDate(
          text: words(at: place), form: .point(point), level: EDTFLevel(rawValue: level),
          origin: point.components.style.isPlain
            ? nil : .reckoned(point.components.style, document: point.components.style)))
    }
  }

  private func words(at place: Range<Int>) -> String {
    String(decoding: bytes[place], as: UTF8.self)
  }

  /// The members of a set and the bracket that closes it, which fills the text.
  private mutating func members(until bracket: Unicode.Scalar) throws(ParseFailure) -> [SetMember] {
    need(2)
    var members: [SetMember] = []
    while true {
      guard members.count < DateParser.memberLimit else {
        throw failure("no more than 10,000 members")
      }
      let member = try member(isFirst: members.isEmpty)
      members.append(member)
      if skip(bracket) { break }
      guard member.last != nil else { throw failure("'\(bracket)', as an open range is the last member") }
      guard skip(",") else { throw unexpected("'..'", "','", "'\(bracket)'") }
      while skip(" ") { need(DateParser.beyond) }
    }
    skipSuffix()
    return members
  }

  private mutating func member(isFirst: Bool) throws(ParseFailure) -> SetMember {
    if isFirst, skipDots() {
      return SetMember(from: nil, to: try memberPoint(orElse: "a year of four digits"))
    }
    let first = try memberPoint(
      orElse: isFirst ? "a year of four digits or '..'" : "a year of four digits")
    guard skipDots() else { return SetMember(first) }
    if next == UInt8(ascii: "]") || next == UInt8(ascii: "}") || next == UInt8(ascii: ",") {
      return SetMember(from: first, to: nil)
    }
    let place = position
    let last = try memberPoint(orElse: "a year of four digits, or the end of the set")
    guard first.earliest <= last.latest else {
      throw failure("an end of the range that is not before its start", at: place)
    }
    return SetMember(from: first, to: last)
  }

  private mutating func memberPoint(orElse expected: String) throws(ParseFailure) -> DatePoint {
    let point = try point(orElse: expected)
    if point.precision.isTime { need(DateParser.beyond) }
    return point
  }
}
