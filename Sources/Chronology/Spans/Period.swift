/// A length of calendar time, such as the five years of a pact or the three months of a deadline.
///
/// The units stay apart: `P1M` is not 30 days, and `PT60M` is not equal to `PT1H`.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// How many years, besides the other units.
  public let years: Int
  /// How many months, besides the other units.
  public let months: Int
  /// How many weeks, besides the other units.
  public let weeks: Int
  /// How many days, besides the other units.
  public let days: Int
  /// How many hours, besides the other units.
  public let hours: Int
  /// How many minutes, besides the other units.
  public let minutes: Int
  /// How many seconds, besides the other units.
  public let seconds: Int

  /// A period of so many of each unit.
  ///
  /// - Precondition: No number is negative.
  public init(
    years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0,
    hours: Int = 0, minutes: Int = 0, seconds: Int = 0
  ) {
    precondition(
      [years, months, weeks, days, hours, minutes, seconds].allSatisfy { $0 >= 0 },
      "a period counts forward; subtract it from a moment to go back")
    (self.years, self.months, self.weeks, self.days) = (years, months, weeks, days)
    (self.hours, self.minutes, self.seconds) = (hours, minutes, seconds)
  }

  /// Reads a period in the form of ISO 8601: `P5Y`, `P1Y6M`, `P90D`, `P2W`, `PT6H`, `P1DT12H30M`.
  ///
  /// The units stand from the longest to the shortest, each with a whole number of up to 9 digits.
  /// - Throws: The place of the first slip, what was expected there, and sometimes a correct rewriting
  ///   (`5 years` is `P5Y`).
  public init(_ text: String) throws(DateTextError) {
    do {
      self = try Period.read(Array(text.utf8))
    } catch {
      throw DateTextError(error, in: text, subject: .period)
    }
  }

  /// The shortest text of the period, with units of zero left out; `P0D` when all are zero.
  public var description: String {
    func part(_ number: Int, _ letter: String) -> String { number == 0 ? "" : "\(number)\(letter)" }
    let date = part(years, "Y") + part(months, "M") + part(weeks, "W") + part(days, "D")
    let time = part(hours, "H") + part(minutes, "M") + part(seconds, "S")
    if date.isEmpty && time.isEmpty { return "P0D" }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }
}

extension Period {
  private static let digitLimit = 9

  private static func read(_ bytes: [UInt8]) throws(ParseFailure) -> Period {
    guard bytes.first == UInt8(ascii: "P") else { throw ParseFailure(position: 0, expected: "'P'") }
    var position = 1
    var values = [0, 0, 0, 0, 0, 0, 0]
    // Units before T and after it, with their places among the values.
    var units: [(letter: UInt8, place: Int)] = zip("YMWD".utf8, 0...).map { ($0, $1) }
    var isTime = false
    var isEmpty = true
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "T"), !isTime {
        units = zip("HMS".utf8, 4...).map { ($0, $1) }
        (isTime, isEmpty) = (true, true)
        position += 1
        continue
      }
      let (number, end) = try number(in: bytes, at: position, or: isTime ? "" : " or 'T'")
      guard end < bytes.count, let unit = units.firstIndex(where: { $0.letter == bytes[end] }) else {
        throw ParseFailure(position: end, expected: unitNames(units.map(\.letter)))
      }
      values[units[unit].place] = number
      units.removeSubrange(...unit)
      position = end + 1
      isEmpty = false
    }
    guard !isEmpty else { throw ParseFailure(position: position, expected: "a number and a unit") }
    return Period(
      years: values[0], months: values[1], weeks: values[2], days: values[3],
      hours: values[4], minutes: values[5], seconds: values[6])
  }

  private static func number(
    in bytes: [UInt8], at start: Int, or alternative: String
  ) throws(ParseFailure) -> (number: Int, end: Int) {
    var end = start
    var number = 0
    while end < bytes.count, let digit = digitValue(bytes[end]) {
      guard end - start < digitLimit else {
        throw ParseFailure(position: start, expected: "a number of up to \(digitLimit) digits")
      }
      number = number * 10 + digit
      end += 1
    }
    guard end > start else {
      throw ParseFailure(position: start, expected: "a whole number\(alternative)")
    }
    return (number, end)
  }

  private static func unitNames(_ letters: [UInt8]) -> String {
    let names = letters.map { "'\(Character(Unicode.Scalar($0)))'" }
    guard let last = names.last else { return "the end of the text, as no shorter unit is left" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or \(last)"
  }
}
