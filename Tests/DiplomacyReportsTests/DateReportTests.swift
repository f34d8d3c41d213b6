import DiplomacyReports
import Foundation
import TestSupport
import Testing

/// What dates mean, a line each.
@Suite struct DateReportTests {
  private func lines(
    _ texts: String..., as format: OutputFormat = .json, calendar: DateReport.Calendar = .gregorian,
    isLenient: Bool = false, language: String = "en"
  ) -> [DateReport.Line] {
    let report = DateReport(calendar: calendar, isLenient: isLenient, language: language)
    return texts.map { report.line(for: $0, as: format) }
  }

  private func objects(_ lines: [DateReport.Line]) throws -> [[String: Any]] {
    try lines.map { try object($0.text) }
  }

  @Test func everyDateIsOneLine() throws {
    let found = lines("1941-04-13", "194X", "1941-04-25/..", as: .table)
    #expect(
      found.map(\.text).joined() == """
        1941-04-13: 13 April 1941 (level 0; 1941-04-13T00:00:00 to 1941-04-13T23:59:59)
        194X: the 1940s (level 1; 1940-01-01T00:00:00 to 1949-12-31T23:59:59)
        1941-04-25/..: from 25 April 1941 onwards (level 1; 1941-04-25T00:00:00 to ..)

        """)
    #expect(!found.contains { $0.isError })
  }

  @Test func jsonHasTheDocumentedKeys() throws {
    let lines = try objects(lines("1941-04~", "/1946", "2004-06~-11?"))
    let keys: Set = [
      "text", "taken-for", "level", "earliest", "latest", "open", "unknown", "approximate", "uncertain",
      "julian", "calendar", "description",
    ]
    for line in lines { #expect(Set(line.keys) == keys) }
    #expect(lines[0]["approximate"] as? Bool == true && lines[0]["uncertain"] as? Bool == false)
    #expect(lines[0]["level"] as? Int == 1)
    #expect(lines[0]["earliest"] as? String == "1941-04-01T00:00:00")
    #expect(lines[1]["earliest"] is NSNull && lines[1]["unknown"] as? Bool == true)
    #expect(lines[1]["open"] as? Bool == false)
    #expect(lines[2]["level"] as? Int == 2)
  }

  @Test(arguments: ["1941/..", "../1941", "[1941..]", "[..1941]"])
  func openEndsAreOpenAndNotUnknown(text: String) throws {
    let line = try #require(try objects(lines(text)).first)
    #expect(line["open"] as? Bool == true && line["unknown"] as? Bool == false)
  }

  @Test func whatIsNoDateHasItsColumn() throws {
    let found = lines("1941-13", "1941")
    #expect(found.map(\.isError) == [true, false])
    let line = try objects(found)[0]
    #expect(line["column"] as? Int == 6)
    #expect((line["expected"] as? String)?.contains("month") == true)
    #expect((line["error"] as? String)?.contains("'1941-13' is not a date") == true)
  }

  @Test func lenientReadingSaysWhatItTookATextFor() throws {
    let taken = try objects(
      lines("13.04.1941", "c. 1941", "1939..1941", "44 BC", "1941", isLenient: true)
    ).map { $0["taken-for"] as? String }
    #expect(taken == ["1941-04-13", "1941~", "[1939..1941]", "-0043", nil])
  }

  @Test func whatMayMeanTwoThingsStaysRefused() throws {
    let line = lines("3/4/1941", as: .table, isLenient: true)[0]
    #expect(line.isError && line.text.contains("1941-04-03") && line.text.contains("1941-03-04"))
  }

  @Test func julianDatesAreToldTheLevelOfTheirText() throws {
    for (text, level) in [("19XX", 1), ("1917-10", 0), ("1917-10-25", 0), ("-0043-03-15", 1)] {
      let line = try objects(lines(text, calendar: .julian))[0]
      #expect(line["level"] as? Int == level, "\(text)")
    }
  }

  @Test func julianDatesAreGivenTheirGregorianDay() throws {
    let line = try objects(lines("1917-10-25", calendar: .julian))[0]
    #expect(line["earliest"] as? String == "1917-11-07T00:00:00")
    #expect(line["julian"] as? Bool == true && line["taken-for"] as? String == "1917-11-07")
  }

  @Test(arguments: [
    ("en", "8 or 9 May 1945"), ("fr", "8 ou 9 mai 1945"), ("de", "8. oder 9. Mai 1945"),
  ])
  func descriptionIsInTheLanguageAskedFor(language: String, words: String) {
    #expect(lines("[1945-05-08,1945-05-09]", as: .table, language: language)[0].text.contains(words))
  }

  @Test func csvHasAHeaderAndAsManyCellsInEveryRow() throws {
    let report = DateReport(calendar: .gregorian, isLenient: false, language: "en")
    let rows = ["1941", "[1941,1942]", "x"].map { report.line(for: $0, as: .csv).text }
    let text = (report.header(.csv) ?? "") + rows.joined()
    let records = try #require(csvRecords(text), "\(text)")
    #expect(records.map { $0[0] } == ["text", "1941", "[1941,1942]", "x"])
  }
}
