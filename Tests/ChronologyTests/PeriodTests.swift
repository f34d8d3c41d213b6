import Chronology
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("P5Y", Period(years: 5)), ("P1Y6M", Period(years: 1, months: 6)), ("P90D", Period(days: 90)),
    ("P2W", Period(weeks: 2)), ("PT6H", Period(hours: 6)),
    ("P1Y2M3W4DT5H6M7S", Period(years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7)),
    ("PT90M", Period(minutes: 90)), ("P0D", Period()), ("P999999999Y", Period(years: 999_999_999)),
  ])
  func periodIsReadAndPrinted(text: String, period: Period) throws {
    #expect(try Period(text) == period)
    #expect(period.description == text)
  }

  @Test func printedTextIsCanonical() throws {
    #expect(try Period("P05Y0M").description == "P5Y")
    #expect(try Period("PT0S").description == "P0D")
    #expect(try Period("P0Y") == Period("PT0H"))
  }

  @Test(
    arguments: [
      ("", 1, nil, "'P'"), ("5Y", 1, "5", "'P'"), ("P", 2, nil, "a number and a unit"),
      ("P5X", 3, "X", "'Y', 'M', 'W' or 'D'"), ("P5", 3, nil, "'Y', 'M', 'W' or 'D'"),
      ("P5M1Y", 5, "Y", "'W' or 'D'"), ("P1D2D", 5, "D", "the end of the text, as no shorter unit is left"),
      ("P1DT", 5, nil, "a number and a unit"), ("PT1H2H", 6, "H", "'M' or 'S'"),
      ("P-5Y", 2, "-", "a whole number or 'T'"),
      ("P1.5Y", 3, ".", "'Y', 'M', 'W' or 'D'"),
      ("P1234567890Y", 2, "1234567890", "a number of up to 9 digits"),
      ("PT1HT1M", 5, "T", "a whole number"),
    ] as [(String, Int, String?, String)])
  func slipInAPeriodIsPlaced(text: String, column: Int, found: String?, expected: String) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try Period(text) }
    #expect(error?.column == column, "\(text)")
    #expect(error?.found == found, "\(text)")
    #expect(error?.expected == expected, "\(text)")
  }

  @Test(
    arguments: [
      ("p5y", "P5Y"), ("P6H", "PT6H"), ("5 years", "P5Y"), ("5 years and 6 months", "P5Y6M"),
      ("1 year, 6 months", "P1Y6M"),
      ("90 days", "P90D"), ("6 hours", "PT6H"), ("P 5 Y", "P5Y"), ("five years", nil), ("5", nil),
      ("1 month 1 year", nil),
    ] as [(String, String?)])
  func commonSlipInAPeriodHasAHint(text: String, hint: String?) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try Period(text) }
    #expect(error?.hint == hint, "\(text)")
  }

  @Test func errorIsASentence() {
    let error = #expect(throws: DateTextError.self) { try Period("5 years") }
    #expect(
      error?.description == "'5 years' is not a period: found '5' at column 1, expected 'P'; write 'P5Y'")
  }
}
