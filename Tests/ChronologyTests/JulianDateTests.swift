import Chronology
import TestSupport
import Testing

@Suite struct JulianDateTests {
  @Test(
    arguments: [
      ("1917-10-25", "1917-11-07"), ("1917-10-25?", "1917-11-07?"), ("1917-10-25~", "1917-11-07~"),
      ("1917-10-25%", "1917-11-07%"), ("1917-10-25T21:40", "1917-11-07T21:40"),
      ("1917-10-25T21:40:00+02:00", "1917-11-07T21:40:00+02:00"), ("1917-10", "[1917-10-14..1917-11-13]"),
      ("1917-10-XX", "[1917-10-14..1917-11-13]"), ("1917", "[1917-01-14..1918-01-13]"),
      ("1917-XX", "[1917-01-14..1918-01-13]"), ("1917-XX-XX", "[1917-01-14..1918-01-13]"),
      ("191X", "[1910-01-14..1920-01-13]"), ("18XX", "[1800-01-12..1900-01-12]"),
      ("1900-02-29", "1900-03-13"), ("-0043-03-15", "-0043-03-13"), ("0000-12-31", "0000-12-29"),
      ("-000X", "[-0010-12-30..-0001-12-29]"),
      ("1917-10-25/1918-01-31", "1917-11-07/1918-02-13"), ("1917-10-25/..", "1917-11-07/.."),
      ("../1918-01-31?", "../1918-02-13?"), ("1917-10-25/", "1917-11-07/"), ("/1918-01-31", "/1918-02-13"),
    ])
  func julianTextIsAGregorianOne(text: String, gregorian: String) throws {
    let julian = try JulianDate(text)
    #expect(julian.gregorianText == gregorian)
    #expect(julian.description == text)
    #expect(julian.isUncertain == (text.contains("?") || text.contains("%")))
    #expect(julian.isApproximate == (text.contains("~") || text.contains("%")))
    let expected = try date(gregorian)
    #expect(julian.gregorian == expected)
  }

  @Test(
    arguments: [
      ("1917-10-25", 0), ("1917-10", 0), ("1917", 0), ("1917-10-25T21:40:00", 0),
      ("1917-10-25/1918-01-31", 0),
      ("1900-02-29", 0), ("0000-01-01", 0), ("191X", 1), ("19XX", 1), ("1917-XX", 1), ("1917-10-XX", 1),
      ("1917-10?", 1), ("1917~", 1), ("1917-10-25%", 1), ("1917-10-25/..", 1), ("-0043-03-15", 1),
      ("1XXX", 2),
    ])
  func levelIsThatOfTheText(text: String, level: Int) throws {
    #expect(try JulianDate(text).date.level?.rawValue == level)
  }

  @Test(
    arguments: [
      ("1640-03-24", "1641-04-03"), ("1641-03-25", "1641-04-04"), ("1648-01-30", "1649-02-09"),
      ("1640-12-31", "1641-01-10"), ("1640", "[1640-04-04..1641-04-03]"),
      ("1640-03", "[1640-04-04..1640-04-10,1641-03-11..1641-04-03]"), ("1640-04", "[1640-04-11..1640-05-10]"),
      ("1640-02", "[1641-02-11..1641-03-10]"), ("1643-02-29", "1644-03-10"),
    ])
  func yearsCanBeginOnLadyDay(text: String, gregorian: String) throws {
    #expect(try JulianDate(text, yearStart: .ladyDay).gregorianText == gregorian)
  }

  @Test(
    arguments: [
      ("", 1), ("1917-13", 6), ("1917-02-29", 9), ("1917-10-2", 9), ("917", 1), ("19171", 1), ("XXXX", 1),
      ("-0000", 1), ("-9999-01-01", 1), ("1917-42", 6), ("1917-10-25T25:00", 12),
      ("0000-01-01T25:00", 12),
      ("1917-10-25/1917-10-24", 12), ("/", 2), ("..", 3), ("1917-10-25x", 11),
      ("[1917-10-25", 12), ("1917-0X-32", 9), ("1917-10-25/1918-01-31/", 22),
    ])
  func slipIsPlaced(text: String, column: Int) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try JulianDate(text) }
    #expect(error?.column == column, "\(text): \(error?.description ?? "")")
    #expect(error?.text == text)
  }

  @Test func firstSlipOfAnIntervalIsNamed() {
    let error = #expect(throws: DateTextError.self) { try JulianDate("1917-10-25T25:00/1918-13-01") }
    #expect(error?.column == 12 && error?.expected == "an hour from 00 to 23")
    let end = #expect(throws: DateTextError.self) { try JulianDate("1917-10-25T21:40/1917-10-25T20:00") }
    #expect(end?.column == 18 && end?.expected == "an end that is not before the start '1917-10-25T21:40'")
  }

  @Test func defaultOffsetPlacesTheDay() throws {
    let julian = try JulianDate("1917-10-25", defaultOffset: UTCOffset("+02:00"))
    #expect(julian.earliest == (try moment("1917-11-06T22:00:00")))
  }

  @Test func everyDayOfTheCommonEraIsReadBack() throws {
    var numbers = SeededNumbers(seed: 1917_10_25)
    for _ in 0..<Thoroughness.cases(20_000, thorough: 200_000) {
      let day = Day(number: Int64.random(in: -4_000_000...2_800_000, using: &numbers))
      let (year, month, date) = day.julianComponents
      func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let digitsOfYear = String(abs(year))
      let text =
        (year < 0 ? "-" : "") + String(repeating: "0", count: 4 - digitsOfYear.count) + digitsOfYear
        + "-\(digits(month))-\(digits(date))"
      guard try JulianDate(text).earliest == day.start else {
        Issue.record("\(text) is not \(day)")
        return
      }
    }
  }
}
