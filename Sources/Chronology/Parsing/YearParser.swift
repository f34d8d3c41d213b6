/// Reads years: four digits, `Y` with more of them, exponents and significant digits.
extension DateParser {
  private static let supportedYears = "a year from -292000000000 to 292000000000"

  /// Four digits, each of which may be unspecified, with or without a minus sign.
  mutating func fourDigitYear(orElse expected: String) throws(ParseFailure) -> YearPattern {
    let place = position
    let isNegative = skip("-")
    let start = position
    var (year, places): (Int64, UInt8) = (0, 0)
    while position - start < 4, let byte = next, let digit = DateParser.digit(byte) {
      let isUnspecified = digit == 15
      year = year * 10 + Int64(isUnspecified ? 0 : digit)
      places = places << 1 | (isUnspecified ? 1 : 0)
      position += 1
    }
    guard position > start else { throw failure(isNegative ? "a year of four digits after '-'" : expected) }
    guard position - start == 4 else {
      throw failure("a year of four digits", at: places != 0 ? nil : place)
    }
    if let byte = next, DateParser.digit(byte) != nil {
      throw failure("a year of four digits, or 'Y' before a longer year", at: place)
    }
    if isNegative {
      if year == 0, places == 0 { throw failure("'0000' for the year 0, without a sign", at: place) }
      need(1)
    }
    return YearPattern(magnitude: year, isNegative: isNegative, unspecified: places)
  }

  /// What follows `Y`: a year of more than four digits, or one with an exponent; perhaps its significant digits.
  mutating func longYear() throws(ParseFailure) -> DatePoint {
    need(1)
    let place = position
    let isNegative = skip("-")
    let firstDigit = position
    var year = try number()
    if skip("E") {
      need(2)
      guard position - 1 > firstDigit else { throw failure("a number before 'E'", at: position - 1) }
      let exponentPlace = position
      let exponent = try number()
      guard position > exponentPlace else { throw failure("an exponent from 1 on") }
      for _ in 0..<min(exponent, 19) { year = year.multipliedSaturated(by: 10) }
    } else if position - firstDigit < 5 {
      throw failure("a year of more than four digits after 'Y'", at: position == firstDigit ? nil : place)
    }
    guard year <= Day.supportedYears.upperBound else { throw failure(DateParser.supportedYears, at: place) }
    if isNegative { year = -year }
    if next == UInt8(ascii: "S") { return try significantDigits(of: year, from: place) }
    written = WrittenComponents(years: YearPattern(year), style: style, defaultOffset: defaultOffset)
    return try placed(from: (year, 1, 1), to: (year, 12, 31), .year)
  }

  /// The years that share their first digits with a year: `1950S2` is 1900 to 1999.
  mutating func significantDigits(of year: Int64, from place: Int) throws(ParseFailure) -> DatePoint {
    need(2)
    position += 1
    var length: Int64 = 1
    var rest = year.magnitude / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    let start = position
    let digits = try number()
    guard digits >= 1, digits <= length else {
      throw failure("a number of significant digits from 1 to \(length)", at: start)
    }
    var unit: Int64 = 1
    for _ in digits..<length { unit *= 10 }
    // The magnitude is at most 292,000,000,000, so neither bound overflows.
    let near = Int64(year.magnitude) / unit * unit
    let far = near + unit - 1
    guard far <= Day.supportedYears.upperBound else { throw failure(DateParser.supportedYears, at: place) }
    let (first, last) = year < 0 ? (-far, -near) : (near, far)
    let precision: Precision =
      switch unit {
      case 1: .year
      case 10: .decade
      case 100: .century
      default: .millennium
      }
    written = WrittenComponents(years: YearPattern(year), style: style, defaultOffset: defaultOffset)
    written.significantDigits = UInt8(digits)
    return try placed(from: (first, 1, 1), to: (last, 12, 31), precision)
  }

  /// A number whose first digit is not 0; 0 when there is no digit, the greatest number when there are too many.
  private mutating func number() throws(ParseFailure) -> Int64 {
    let start = position
    var value: Int64 = 0
    while let byte = next, let digit = digitValue(byte) {
      guard position > start || digit != 0 else { throw failure("a first digit from 1 to 9") }
      value = value.multipliedSaturated(by: 10).addingSaturated(Int64(digit))
      position += 1
    }
    return value
  }
}
