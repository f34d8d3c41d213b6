import Chronology

/// How a text of a table writes a date, by its signs alone.
enum DateShape: Hashable {
  case day, month, year
  /// EDTF with digits that are not known: `194X`, `1941-04-XX`.
  case unspecified
  /// Some day between two, as messydates writes it: `1941-04-01..1941-04-30`; or a set in braces.
  case range
  /// Three numbers with the year behind: both orders are possible, or the day, or the month, comes first.
  case threeNumbers, dayFirst, monthFirst
  /// Year, month and day in eight digits, or between slashes or points.
  case compact, yearFirst
  /// A year with a fraction.
  case decimal
  /// In words: `13 April 1941`.
  case words
  /// It has the form of a date, and no calendar has it.
  case impossible
  /// It is none.
  case none

  /// - Parameter isPatient: Whether texts with words are looked at, which takes longer.
  init(_ text: String, isPatient: Bool) {
    var text = text[...]
    while let last = text.last, "~?%".contains(last) { text.removeLast() }
    while let first = text.first, "~?%".contains(first) { text.removeFirst() }
    guard text.utf8.count <= 60, let first = text.utf8.first(where: { $0 != UInt8(ascii: "-") }) else {
      self = .none
      return
    }
    if text.contains(".."), let shape = Self.range(text) {
      self = shape
    } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      self = (try? HistoricalDate(String(text))) == nil ? .none : .range
    } else if 0x30...0x39 ~= first || first == UInt8(ascii: "X") {
      self = Self.numbers(text)
      if self == .none, isPatient, text.contains(where: \.isLetter) { self = Self.words(text) }
    } else {
      self = isPatient && text.contains(where: \.isNumber) ? Self.words(text) : .none
    }
  }

  /// Whether it is one that can be read as a date.
  var isDate: Bool { self != .none && self != .impossible }

  private static func range(_ text: Substring) -> DateShape? {
    let ends = text.split(separator: "..", omittingEmptySubsequences: true)
    guard 1...2 ~= ends.count else { return nil }
    let shapes = ends.map { DateShape(String($0), isPatient: false) }
    return shapes.allSatisfy(\.isDate) ? .range : shapes.contains(.impossible) ? .impossible : nil
  }

  private static func words(_ text: Substring) -> DateShape {
    (try? HistoricalDate(lenient: String(text))) == nil ? .none : .words
  }

  private static func numbers(_ text: Substring) -> DateShape {
    if let three = ThreeNumbers(String(text)) {
      return three.first > 12 ? .dayFirst : three.second > 12 ? .monthFirst : .threeNumbers
    }
    // A time of the day says nothing of the style.
    let day = text.prefix { $0 != "T" && $0 != " " }
    guard
      day.count == text.count
        || text.drop { $0 != "T" && $0 != " " }.dropFirst().allSatisfy({ $0.isNumber || ":.Z+-".contains($0) }
        )
    else { return .none }
    let isNegative = day.first == "-"
    let parts = day.drop { $0 == "-" }.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let signs = Set(day.dropFirst(isNegative ? 1 : 0).filter { "-/.".contains($0) })
    guard signs.count <= 1,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "X") } })
    else { return .none }
    if parts.count == 1 { return single(parts[0]) }
    guard parts[0].count == 4 else { return .none }
    if parts.count == 2, signs == ["."] { return parts[1].contains("X") ? .none : .decimal }
    guard parts.count <= 3, signs == ["-"] || parts.count == 3 else { return .none }
    guard parts[1].count == 2, parts.count == 2 || parts[2].count == 2 else {
      return signs == ["-"] ? .impossible : .none
    }
    if parts.contains(where: { $0.contains("X") }) {
      return (try? HistoricalDate(String(day))) == nil ? .impossible : .unspecified
    }
    guard let year = Int64(parts[0]), let month = Int(parts[1]),
      1...12 ~= month || parts.count == 2 && 21...41 ~= month
    else {
      return .impossible
    }
    if parts.count == 2 { return .month }
    guard let number = Int(parts[2]), Day(year: year, month: month, day: number) != nil else {
      return .impossible
    }
    return signs == ["-"] ? .day : .yearFirst
  }

  private static func single(_ digits: Substring) -> DateShape {
    if digits.contains("X") { return digits.count == 4 ? .unspecified : .none }
    if digits.count == 8, let number = Int(digits), let year = Int64(digits.prefix(4)), year > 0 {
      return Day(year: year, month: number / 100 % 100, day: number % 100) == nil ? .none : .compact
    }
    return 3...4 ~= digits.count ? .year : .none
  }

  /// The first year that a text names in four digits, or nil.
  static func year(of text: String) -> Int? {
    var digits = 0
    var number = 0
    for byte in text.utf8 {
      if 0x30...0x39 ~= byte, digits < 4 {
        (number, digits) = (number * 10 + Int(byte & 0xF), digits + 1)
        if digits == 4 { return number }
      } else {
        (number, digits) = (0, 0)
      }
    }
    return nil
  }
}
