import Diplomacy
import DiplomacyAnalysis
import Testing

@testable import DiplomacyDrawing

@Suite struct ChartWordsTests {
  @Test func everyRowOfWordsHasACellForEachLanguage() {
    for text in allPictureWords {
      for line in text.split(separator: "\n") {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        #expect(cells.count == 1 + PictureWords.languages.count, "\(line)")
        for cell in cells { #expect(cell.contains { $0 != " " }, "an empty cell: \(line)") }
      }
    }
  }

  @Test func noKeyStandsTwice() {
    let keys = allPictureWords.flatMap { text in
      text.split(separator: "\n").map { $0.prefix { $0 != "|" }.filter { $0 != " " } }
    }
    let counts = Dictionary(grouping: keys, by: \.self).filter { $1.count > 1 }
    #expect(counts.isEmpty, "\(counts.keys.sorted())")
  }

  @Test func everythingThatChartsNameHasAWord() {
    for key in PictureWords.Key.allCases { #expect(PictureWords.table[key.rawValue] != nil, "\(key)") }
    let open =
      Measure.allCases.map { "measure.\($0.rawValue)" }
      + MeasuredNetwork.Kind.allCases.map { "network.\($0.rawValue)" }
      + Compliance.Outcome.allCases.map { "outcome.\($0.rawValue)" }
      + Obligation.Kind.core.map { "obligation.\($0.name)" }
      + PrecisionData.Closeness.all.map { "precision.\($0.name)" }
    for key in open { #expect(PictureWords.table[key] != nil, "\(key)") }
  }

  @Test(arguments: [
    (0.0, 3, "0", "0"), (1234.5, 3, "1234.5", "1234,5"), (12345.678, 2, "12,345.68", "12.345,68"),
    (-0.25, 3, "−0.25", "−0,25"), (1_000_000, 0, "1,000,000", "1.000.000"), (0.0004, 3, "0", "0"),
    (999.9996, 3, "1000", "1000"),
  ])
  func numbersAreWrittenAsTheLanguageDoes(value: Double, digits: Int, english: String, german: String) {
    #expect(PictureWords("en").number(value, digits: digits) == english)
    #expect(PictureWords("de").number(value, digits: digits) == german)
    #expect(PictureWords("fr").number(12345.5) == "12\u{A0}345,5")
  }
}
