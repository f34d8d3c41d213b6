import Chronology
import Testing

/// A date and its words in a language.
typealias DescriptionRow = (text: String, words: String)

/// The words of dates, whatever the language.
@Suite struct DescriptionTests {
  private static let languages = ["en", "fr", "de", "ru", "ja"]

  @Test func onlyTheFirstPartOfATagDecidesAndOthersAreEnglish() throws {
    let april = try date("1941-04~")
    for tag in ["fr-CA", "FR", "fr_FR"] { #expect(april.description(in: tag) == "vers avril 1941") }
    for tag in ["en-GB", "pl", "", "x-fr", "zh-Hans"] {
      #expect(april.description(in: tag) == "c. April 1941")
    }
  }

  @Test func defaultOffsetDoesNotMoveTheWords() throws {
    #expect(try date("1941-04-13", offset: "+09:00").description(in: "en") == "13 April 1941")
    #expect(
      try date("156X-12-25", offset: "-10:00").description(in: "en") == "25 December 1560 – 25 December 1569")
  }

  /// Whatever can be read has words in every language, on one line and in reasonable length and time.
  @Test func everyDateHasWords() throws {
    let texts = [
      "XXXX", "XXXX-12-XX", "1X32-X1-01", "Y-17E8", "Y3388E2S3", "-1950S2", "2001-34/2003-XX-31",
      "?2004-06-~11",
      "[..1941,1945~,1950-XX..]", "{-0043-03,1941-24}", "1941-04-13T14:50:00Z/1941-04-14", "/..", "../",
      "-0XXX", "000X",
      "0099-24", "-0001-24", "[Y17E7..Y18E7]", "1941-%04-13", "2004-?06",
    ]
    for text in texts {
      guard let date = try? HistoricalDate(text) else { continue }
      for language in Self.languages {
        let words = date.description(in: language)
        #expect(!words.isEmpty && words.count < 200 && !words.contains("  "), "\(text): \(words)")
        #expect(!words.contains("X") || language == "fr" || language == "ru", "\(text): \(words)")
      }
    }
    let large = try date("[" + (0..<9000).map { "\(1000 + $0 % 9000)-04" }.joined(separator: ",") + "]")
    for language in Self.languages { #expect(large.description(in: language).count < 100) }
  }
}
