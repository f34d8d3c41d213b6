import Chronology
import Foundation
import TestSupport
import Testing

/// Dates as archives and editions write them; their meanings were found without this package: days of other calendars by
/// convertdate, weekdays by Python's datetime.
@Suite struct ArchivalDatesTests {
  struct Row: CustomTestStringConvertible {
    let kind: String
    let text: String
    let meanings: [String]
    var testDescription: String { text }
  }

  static let rows: [Row] = {
    let url = Bundle.module.url(forResource: "archival-dates", withExtension: "tsv", subdirectory: "Fixtures")
    let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        kind: cells[0], text: cells[1],
        meanings: cells[2].isEmpty ? [] : cells[2].split(separator: " | ").map(String.init))
    }
  }()

  @Test func noneIsReadWrongly() throws {
    #expect(Self.rows.count > 1000)
    for row in Self.rows {
      guard row.meanings.count == 1 else {
        let error = #expect(throws: DateTextError.self, "\(row.text)") {
          try HistoricalDate(lenient: row.text)
        }
        #expect(error?.readings == row.meanings, "\(row.text)")
        continue
      }
      let date = try HistoricalDate(lenient: row.text)
      let meaning = try HistoricalDate(row.meanings[0])
      #expect(date.edtf == meaning.edtf, "\(row.text)")
      #expect(date.earliest == meaning.earliest && date.latest == meaning.latest, "\(row.text)")
      #expect(date.level == meaning.level && date.shape == meaning.shape, "\(row.text)")
      if date.calendar == .gregorian {
        #expect(date.description(in: "en") == meaning.description(in: "en"), "\(row.text)")
      }
    }
  }

  @Test(arguments: [
    ("dual", "O.S. ("), ("os", "O.S. ("), ("republican", " ("), ("hebrew", " ("),
    ("islamic", "; within a day)"),
  ])
  func theCalendarOfTheTextIsTold(kind: String, words: String) throws {
    let rows = Self.rows.filter { $0.kind == kind && $0.meanings.count == 1 }
    #expect(!rows.isEmpty)
    for row in rows {
      let date = try HistoricalDate(lenient: row.text)
      #expect(date.calendar != .gregorian, "\(row.text)")
      #expect(date.description(in: "en").contains(words), "\(row.text): \(date.description(in: "en"))")
    }
  }

  // MARK: Texts at random

  private static let months = [
    "April", "Apr.", "mai", "Juni", "июня", "giugno", "de julio de", "sierpnia", "sept.", "Octobris",
    "oktober", "décembre",
  ]

  /// Pieces of dates in any order, with what stands between them.
  private static func text(_ generator: inout SeededGenerator) -> String {
    func one(_ items: [String]) -> String { items[Int(generator.next(below: UInt64(items.count)))] }
    func number(_ bound: UInt64) -> String { "\(generator.next(below: bound))" }
    let pieces = (0..<2 + Int(generator.next(below: 4))).map { _ in
      switch generator.next(below: 6) {
      case 0, 1: number(32)
      case 2: one(["1887", "1648", "1731/2", "1904–05", "41", "'41", "941", "1945"])
      case 3: one(["c.", "O.S.", "(N.S.)", "or", "to", "von", "и", "du", "au", "early", "before", "Sunday"])
      default: one(Self.months)
      }
    }
    return one(["", "c. ", "[", "le "])
      + pieces.reduce("") { $0 + ($0.isEmpty ? "" : one([" ", " ", "/", "-", "–", ". ", ", ", " ("])) + $1 }
      + one(["", "", "?", "]", " O.S.", ")"])
  }

  private static let texts = Thoroughness.cases(20_000, thorough: 1_000_000)

  /// What stands below 32 as a year would be a day.
  @Test func noTextWithAMonthGivesAYearBelow32() throws {
    var generator = SeededGenerator(seed: 1941)
    var read = 0
    for _ in 0..<Self.texts {
      let text = Self.text(&generator)
      guard Self.months.contains(where: { text.contains($0) }), let date = try? HistoricalDate(lenient: text)
      else { continue }
      read += 1
      for moment in [date.earliest, date.latest] where !moment.isOpen {
        #expect(moment.day.year > 31, "\(text) is read as \(date.edtf)")
      }
    }
    #expect(read > Self.texts / 100)
  }
}
