import Diplomacy

/// What the values of a column have in common, by which they are understood.
struct ColumnSurvey {
  /// How many values there are.
  private(set) var values = 0
  /// How many are numbers, whole numbers, and `true` or `false`.
  private(set) var numbers = 0
  private(set) var integers = 0
  private(set) var booleans = 0
  /// How many begin as dictionaries of Python do.
  private(set) var dictionaries = 0
  /// The digits of whole numbers, the fewest and the most.
  private(set) var fewestDigits = Int.max
  private(set) var mostDigits = 0
  /// The least and the greatest whole number.
  private(set) var least = Int64.max
  private(set) var greatest = Int64.min
  /// How many numbers have a fraction, which is not 0.
  private(set) var fractions = 0
  /// How many of these have two digits behind the point, from 01 to 12.
  private(set) var months = 0
  /// How many numbers are below 0.
  private(set) var negatives = 0
  /// Days of three numbers, such as `13/4/1941`: how many have a first, and a second, above 12, and how many have neither.
  private(set) var firstAbove12 = 0
  private(set) var secondAbove12 = 0
  private(set) var ambiguous = 0
  /// How often each code stands that often means a missing value.
  private(set) var codes: [String: Int] = [:]

  /// Codes that mean a missing value wherever dates or numbers are expected, and those that may.
  static let certainCodes = [".", "-", "--", "?", "0000-00-00"]
  static let likelyCodes = ["-9", "-99", "-999", "-9999"]

  /// The kind of the values.
  var kind: AttributeValue.Kind {
    if values == 0 { return .text }
    if booleans == values { return .boolean }
    // More digits than a whole number holds are a name, as are digits behind a zero.
    if integers == values, mostDigits < 19, !hasLeadingZero { return .integer }
    return numbers == values && !hasLeadingZero ? .number : .text
  }
  private var hasLeadingZero = false

  /// Adds the value of a field.
  mutating func add(_ range: Range<Int>, in bytes: [UInt8]) {
    if range.isEmpty { return }
    if range.count <= 10, let code = code(range, in: bytes) {
      codes[code, default: 0] += 1
      return
    }
    values += 1
    if addNumber(range, in: bytes) { return }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      if range.count <= 5,
        ["true", "false"].contains(String(decoding: bytes[range], as: UTF8.self).lowercased())
      {
        booleans += 1
      }
    case UInt8(ascii: "{"): dictionaries += 1
    default: break
    }
  }

  private func code(_ range: Range<Int>, in bytes: [UInt8]) -> String? {
    let first = bytes[range.lowerBound]
    let last = bytes[range.upperBound - 1]
    let isOdd =
      first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || first == UInt8(ascii: "?")
      || first == UInt8(ascii: "0") && last == first && range.count == 10
    if isOdd {
      let text = String(decoding: bytes[range], as: UTF8.self)
      return Self.certainCodes.contains(text) || Self.likelyCodes.contains(text) ? text : nil
    }
    // NA, null and the like are values nowhere but as ends.
    guard
      first | 0x20 == UInt8(ascii: "n") || first == UInt8(ascii: "<") || first == UInt8(ascii: "#")
        || first == UInt8(ascii: "\\")
    else { return nil }
    return isMissing(String(decoding: bytes[range], as: UTF8.self)) ? "NA" : nil
  }

  /// Whether the value is a number, or three numbers that may be a day.
  private mutating func addNumber(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var place = range.lowerBound
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative || bytes[place] == UInt8(ascii: "+") { place += 1 }
    let start = place
    var whole: Int64 = 0
    while place < range.upperBound, 0x30...0x39 ~= bytes[place] {
      if place - start < 18 { whole = whole * 10 + Int64(bytes[place] & 0xF) }
      place += 1
    }
    let digits = place - start
    if place == range.upperBound, digits > 0 {
      addWhole(isNegative ? -whole : whole, digits: digits, isZeroFirst: digits > 1 && bytes[start] == 0x30)
      return true
    }
    guard place < range.upperBound, digits > 0 || bytes[place] == UInt8(ascii: ".") else { return false }
    let sign = bytes[place]
    if sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") {
      let fraction = (place + 1)..<range.upperBound
      if !fraction.isEmpty, bytes[fraction].allSatisfy({ 0x30...0x39 ~= $0 }) {
        // `1,500` may be of thousands.
        if sign == UInt8(ascii: ","), fraction.count == 3 { return false }
        numbers += 1
        if isNegative { negatives += 1 }
        if bytes[fraction].contains(where: { $0 != 0x30 }) { fractions += 1 }
        let month =
          fraction.count == 2
          ? Int(bytes[fraction.lowerBound] & 0xF) * 10 + Int(bytes[fraction.lowerBound + 1] & 0xF) : 0
        if 1...12 ~= month { months += 1 }
        (least, greatest) = (min(least, isNegative ? -whole - 1 : whole), max(greatest, whole))
        return true
      }
    }
    if digits <= 2, !isNegative, addDay(first: whole, from: place, range, in: bytes) { return false }
    if sign | 0x20 == UInt8(ascii: "e") || sign == UInt8(ascii: "."),
      let number = Double(String(decoding: bytes[range], as: UTF8.self)), number.isFinite
    {
      numbers += 1
      fractions += 1
      return true
    }
    return false
  }

  private mutating func addWhole(_ value: Int64, digits: Int, isZeroFirst: Bool) {
    numbers += 1
    integers += 1
    if value < 0 { negatives += 1 }
    if isZeroFirst { hasLeadingZero = true }
    (fewestDigits, mostDigits) = (min(fewestDigits, digits), max(mostDigits, digits))
    (least, greatest) = (min(least, value), max(greatest, value))
  }

  /// Whether it goes on as a day of three numbers does.
  private mutating func addDay(first: Int64, from place: Int, _ range: Range<Int>, in bytes: [UInt8]) -> Bool
  {
    guard let day = ThreeNumbers(String(decoding: bytes[range], as: UTF8.self)) else { return false }
    if day.first > 12 {
      firstAbove12 += 1
    } else if day.second > 12 {
      secondAbove12 += 1
    } else {
      ambiguous += 1
    }
    return true
  }
}

/// A day of three numbers with the year behind: `13/4/1941`, `4/13/1941`, `13.4.1941`, `13-04-1941`.
struct ThreeNumbers {
  let first: Int
  let second: Int
  let year: String
  let sign: Character

  init?(_ text: String) {
    guard text.utf8.count <= 10, let sign = text.first(where: { !$0.isNumber }), "/.-".contains(sign) else {
      return nil
    }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let first = Int(parts[0]), let second = Int(parts[1]), 1...31 ~= first, 1...31 ~= second,
      first <= 12 || second <= 12
    else { return nil }
    (self.first, self.second, year, self.sign) = (first, second, String(parts[2]), sign)
  }

  /// The day in EDTF.
  func text(isDayFirst: Bool) -> String {
    let (day, month) = isDayFirst ? (first, second) : (second, first)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
