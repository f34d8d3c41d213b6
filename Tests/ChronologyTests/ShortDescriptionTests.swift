import Chronology
import Testing

/// The short words of dates, for labels.
@Suite struct ShortDescriptionTests {
  /// A date and its words in English, French, German, Russian and Japanese.
  typealias Row = (text: String, words: [String])

  static let languages = ["en", "fr", "de", "ru", "ja"]

  static let intervals: [Row] = [
    (
      "1878-06-13/1878-07-13",
      [
        "13 June – 13 July 1878", "13 juin – 13 juillet 1878", "13. Juni – 13. Juli 1878",
        "13 июня – 13 июля 1878 г.", "1878年6月13日–7月13日",
      ]
    ),
    (
      "1878-06-13/1878-06-20",
      [
        "13–20 June 1878", "13–20 juin 1878", "13.–20. Juni 1878", "13–20 июня 1878 г.",
        "1878年6月13日–20日",
      ]
    ),
    (
      "1877-04-24/1878-03-03",
      [
        "24 April 1877 – 3 March 1878", "24 avril 1877 – 3 mars 1878", "24. April 1877 – 3. März 1878",
        "24 апреля 1877 г. – 3 марта 1878 г.", "1877年4月24日–1878年3月3日",
      ]
    ),
    (
      "1878-06/1878-07",
      ["June–July 1878", "juin–juillet 1878", "Juni–Juli 1878", "июнь–июль 1878 г.", "1878年6月–7月"]
    ),
    ("1941/1945", ["1941–1945", "1941–1945", "1941–1945", "1941–1945 гг.", "1941–1945年"]),
    (
      "1878-06-13/1878-06-13",
      ["13 June 1878", "13 juin 1878", "13. Juni 1878", "13 июня 1878 г.", "1878年6月13日"]
    ),
    // Ends of different kinds share nothing: `1941–3 May 1945` would be read as the years 1941 to 3.
    (
      "1941/1945-05-03",
      [
        "1941 – 3 May 1945", "1941 – 3 mai 1945", "1941 – 3. Mai 1945", "1941 г. – 3 мая 1945 г.",
        "1941年–1945年5月3日",
      ]
    ),
    // What a flag is about stays clear.
    (
      "1878-06-13~/1878-07-13",
      [
        "c. 13 June 1878 – 13 July 1878", "vers le 13 juin 1878 – 13 juillet 1878",
        "um den 13. Juni 1878 – 13. Juli 1878", "около 13 июня 1878 г. – 13 июля 1878 г.",
        "1878年6月13日頃–1878年7月13日",
      ]
    ),
  ]

  @Test(arguments: intervals) func intervalsHaveADashAndSayWhatTheyShareOnce(row: Row) throws {
    let date = try date(row.text)
    #expect(Self.languages.map { date.shortDescription(in: $0) } == row.words, "\(row.text)")
  }

  @Test func whateverElseThereIsKeepsItsWords() throws {
    for text in ["1941-04-13", "1941~", "[1941..1945]", "{1941,1943}", "1941/..", "../1945", "1941/", "19XX"]
    {
      for language in Self.languages + ["pl"] {
        let date = try date(text)
        #expect(
          date.shortDescription(in: language) == date.description(in: language), "\(text), \(language)")
      }
    }
  }

  @Test func yearsBeforeTheCommonEraNameIt() throws {
    #expect(try date("-0043-03-01/-0043-03-15").shortDescription(in: "en") == "1–15 March 44 BCE")
    #expect(try date("-0430/-0403").shortDescription(in: "en") == "431–404 BCE")
  }

  @Test func timesAreWhole() throws {
    #expect(
      try date("1945-08-08T23:00:00+03:00/1945-08-09T01:00:00+03:00").shortDescription(in: "en")
        == "8 August 1945, 23:00:00 (UTC+3) – 9 August 1945, 01:00:00 (UTC+3)")
  }
}
