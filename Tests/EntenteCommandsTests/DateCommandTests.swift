import Foundation
import TestSupport
import Testing

@Suite struct DateCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func objects(_ outcome: Outcome) throws -> [[String: Any]] {
    try outcome.output.split(separator: "\n").map { try object(String($0)) }
  }

  @Test func everyDateIsOneLine() throws {
    let outcome = try place.entente("date", "1941-04-13", "194X", "1941-04-25/..")
    expectSuccess(outcome)
    #expect(
      outcome.output == """
        1941-04-13: 13 April 1941 (level 0; 1941-04-13T00:00:00 to 1941-04-13T23:59:59)
        194X: the 1940s (level 1; 1940-01-01T00:00:00 to 1949-12-31T23:59:59)
        1941-04-25/..: from 25 April 1941 onwards (level 1; 1941-04-25T00:00:00 to ..)

        """)
  }

  @Test func whatIsNoDateHasItsColumnAndTheExitCodeOfBadInput() throws {
    let outcome = try place.entente("date", "--format", "json", "1941-13", "1941")
    #expect(outcome.code == 2)
    #expect(outcome.errors == "error: 1 date could not be read.\n")
    let lines = try objects(outcome)
    #expect(lines.count == 2)
    #expect(lines[0]["column"] as? Int == 6)
    #expect((lines[0]["expected"] as? String)?.contains("month") == true)
    #expect((lines[0]["error"] as? String)?.contains("'1941-13' is not a date") == true)
  }

  @Test func lenientReadingSaysWhatItTookATextFor() throws {
    let outcome = try place.entente(
      "date", "--lenient", "--format", "json", "13.04.1941", "c. 1941", "1939..1941", "44 BC", "1941")
    expectSuccess(outcome)
    let taken = try objects(outcome).map { $0["taken-for"] as? String }
    #expect(taken == ["1941-04-13", "1941~", "[1939..1941]", "-0043", nil])
  }

  @Test func julianDatesAreGivenTheirGregorianDay() throws {
    let outcome = try place.entente("date", "--calendar", "julian", "--format", "json", "1917-10-25")
    expectSuccess(outcome)
    let line = try #require(try objects(outcome).first)
    #expect(line["earliest"] as? String == "1917-11-07T00:00:00")
    #expect(line["julian"] as? Bool == true && line["taken-for"] as? String == "1917-11-07")
  }

  @Test func oldStyleIsReadFromTheTextAndFromItsYear() throws {
    let suffix = try objects(
      place.entente("date", "--format", "json", "1887-06-06 O.S.", "1887-06-18 N.S.", "1887-06-18"))
    #expect(suffix.map { $0["taken-for"] as? String } == ["1887-06-18", "1887-06-18", nil])
    #expect(suffix.map { $0["julian"] as? Bool } == [true, false, false])
    #expect(suffix.first?["description"] as? String == "6 June 1887 O.S. (18 June N.S.)")
    let english = try objects(
      place.entente(
        "date", "--calendar", "julian", "--new-year", "03-25", "--format", "json", "1640-03-24",
        "1640-03-24 N.S."))
    #expect(english.map { $0["earliest"] as? String } == ["1641-04-03T00:00:00", "1640-03-24T00:00:00"])
    let venice = try objects(place.entente("date", "--new-year", "03-01", "--format", "json", "1508-02-10"))
    #expect(venice.first?["taken-for"] as? String == "1509-02-10")
    let level = try objects(place.entente("date", "--calendar", "julian", "--format", "json", "1917-10"))
    #expect(
      level.first?["level"] as? Int == 0 && level.first?["taken-for"] as? String == "[1917-10-14..1917-11-13]"
    )
    expectRefusal(
      try place.entente("date", "--new-year", "04-01", "1640"), code: 64, saying: "'04-01'", "03-25 (Lady Day"
    )
  }

  @Test(arguments: [
    ("en", "8 or 9 May 1945"), ("fr", "8 ou 9 mai 1945"), ("de", "8. oder 9. Mai 1945"),
  ])
  func descriptionIsInTheLanguageAskedFor(language: String, words: String) throws {
    let outcome = try place.entente("date", "--language", language, "[1945-05-08,1945-05-09]")
    expectSuccess(outcome)
    #expect(outcome.output.contains(words), "\(outcome.output)")
  }

  @Test func csvHasAHeaderAndAsManyCellsInEveryRow() throws {
    let outcome = try place.entente("date", "--format", "csv", "1941", "[1941,1942]", "x")
    #expect(outcome.code == 2)
    let records = try #require(csvRecords(outcome.output), "\(outcome.output)")
    #expect(records.map { $0[0] } == ["text", "1941", "[1941,1942]", "x"])
  }

  @Test func datesAreReadFromStandardInputWithoutArguments() throws {
    try place.write("1941\n\n1942-04\n", to: "dates.txt")
    let outcome = try run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", #""$0" date --format json <dates.txt"#, builtProgram("entente").path], in: place.folder)
    // An empty line is no date.
    #expect(outcome.code == 2)
    #expect(try objects(outcome).map { $0["text"] as? String } == ["1941", "", "1942-04"])
  }

  @Test func misuseIsOneSentence() throws {
    expectRefusal(
      try place.entente("date", "--language", "la", "1941"), code: 64, saying: "'la'", "en, fr, de, ru, ja")
    expectRefusal(
      try place.entente("date", "--new-year", "04-01", "1941"), code: 64, saying: "'04-01'", "03-25")
  }

  @Test func wordsAreReadInOldStyleToo() throws {
    let outcome = try place.entente(
      "date", "--lenient", "--calendar", "julian", "--new-year", "03-25", "--format", "json",
      "11 February 1731",
      "6/18 June 1887", "8/9 May 1645")
    let lines = try objects(outcome)
    #expect(lines.map { $0["taken-for"] as? String } == ["1732-02-22", "1887-06-18", nil])
    #expect(lines[0]["calendar"] as? String == "julian" && lines[0]["julian"] as? Bool == true)
    #expect(lines[2]["readings"] != nil && lines[2]["reasons"] != nil)
  }
}
