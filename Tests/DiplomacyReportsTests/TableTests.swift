import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@testable import DiplomacyReports

@Suite struct TableTests {
  /// A report of many rows that are made when they are written is the same to the byte as one that is kept.
  @Test(arguments: [OutputFormat.csv, .json, .table, .markdown])
  func rowsOnDemandAreWrittenLikeRowsThatAreKept(format: OutputFormat) {
    @Sendable func row(_ number: Int) -> [Table.Cell] {
      [
        .text(number % 7 == 0 ? "a, \"b\" 日本" : "n\(number)"),
        number % 5 == 0 ? .empty : .number(Double(number) / 7),
        .integer(number),
      ]
    }
    let columns = ["name", "a column with a long name, and another", "number"]
    for count in [0, 1, 100, 101, 1_000] {
      func report(_ table: Table, _ results: JSONValue?) -> Report {
        Report(
          question: .object(["command": .string("test")]), conventions: ["one", "two"], table: table,
          results: results,
          heading: ["Heading"], additions: [("more", .array([.integer(1), .string("x")]))])
      }
      let kept = Table(columns: columns, rows: (0..<count).map(row))
      let made = Table(columns: columns, rowCount: count, row: row)
      var pieces = 0
      var text = ""
      report(made, nil).write(as: format) {
        text += $0
        pieces += 1
      }
      #expect(text == report(kept, kept.json).text(as: format), "\(count)")
      if format == .json, count > 0 { #expect(text == report(kept, kept.json).json.text, "\(count)") }
      if count > 100 { #expect(pieces >= count) }
    }
  }

  // MARK: CSV

  @Test(arguments: [
    ("plain", "plain"),
    ("a,b", "\"a,b\""),
    ("say \"no\"", "\"say \"\"no\"\"\""),
    ("\"", "\"\"\"\""),
    ("one\ntwo", "\"one\ntwo\""),
    ("one\r\ntwo", "\"one\r\ntwo\""),
    ("one\rtwo", "\"one\rtwo\""),
    (" spaces ", " spaces "),
    ("a;b\tc", "a;b\tc"),
    ("日本", "日本"),
    // A quotation mark, a comma and a line end stay what they are when a combining mark follows.
    ("\"\u{301}x", "\"\"\"\u{301}x\""),
    (",\u{301}", "\",\u{301}\""),
  ])
  func fieldsAreQuotedWhereTheyMustBe(text: String, field: String) {
    let csv = Table(columns: ["c"], rows: [[.text(text)]]).csv
    #expect(
      Array(csv.unicodeScalars) == Array("c\n\(field)\n".unicodeScalars), "\(text.debugDescription): \(csv)")
  }

  @Test(arguments: [
    (Table.Cell.integer(42), "42"), (.integer(-1), "-1"), (.integer(.max), "9223372036854775807"),
    (.number(4), "4"), (.number(-0.0), "0"), (.number(0.5), "0.5"), (.number(1.0 / 3), "0.3333333333333333"),
    (.number(0.1 + 0.2), "0.30000000000000004"), (.number(123_456_789_012), "123456789012"),
    (.number(1e300), "1e+300"), (.number(.leastNonzeroMagnitude), "5e-324"),
    (.number(.nan), ""), (.number(.infinity), ""), (.empty, ""), (.text(""), ""), (.optional(nil), ""),
    (.optional("x"), "x"),
  ])
  func numbersHaveFullPrecisionAndNoPointZero(cell: Table.Cell, text: String) throws {
    let csv = Table(columns: ["c", "d"], rows: [[cell, .text("d")]]).csv
    #expect(csv == "c,d\n\(text),d\n", "\(cell)")
    if case .number(let value) = cell, value.isFinite { #expect(Double(text) == value, "\(text)") }
  }

  @Test(.enabled(if: Tools.python != nil, "ENTENTE_TOOLS names no Python; run Scripts/test."))
  func pythonReadsEveryFieldBack() throws {
    let texts = SampleGraph.hardNames + ["", "\"", ",", "\n", "\r\n", "\"\u{301}", "a\"\"b", "  "]
    let table = Table(
      columns: ["n", "text, \"quoted\""], rows: texts.enumerated().map { [.integer($0), .text($1)] })
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(table.csv.utf8).write(to: folder.appending(path: "table.csv"))
    let script =
      "import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding='utf-8', newline='')))))"
    let outcome = try run(
      try #require(Tools.python), ["-c", script, folder.appending(path: "table.csv").path])
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String]], "\(outcome)")
    #expect(rows.first == ["n", "text, \"quoted\""])
    #expect(rows.count == texts.count + 1)
    for (index, text) in texts.enumerated() {
      #expect(rows[index + 1] == ["\(index)", text], "\(text.debugDescription)")
    }
  }

  @Test func aTableWithoutRowsIsItsHeader() {
    let table = Table(columns: ["id", "score"], rows: [])
    #expect(table.csv == "id,score\n")
    #expect(table.text == "id  score\n")
    #expect(table.markdown == "| id | score |\n| --- | --- |\n")
    #expect(table.json.text == "[]\n")
  }

  // MARK: Text

  @Test func numbersStandToTheRightAndWideLettersCountTwo() {
    let table = Table(
      columns: ["name", "score", "note"],
      rows: [
        [.text("日本"), .number(12.34567), .text("x")], [.text("Zürich"), .number(4), .empty],
        [.text("e\u{301}"), .empty, .text("한국 ok")],
      ])
    #expect(
      table.text == """
        name     score  note
        日本    12.346  x
        Zürich       4
        e\u{301}               한국 ok

        """)
  }

  @Test(arguments: [
    (0.0004, "0"), (-0.0004, "0"), (0.0005, "0.001"), (2.0, "2"), (0.6666666, "0.667"), (1234.5, "1234.5"),
    (1e15, "1000000000000000"), (1e20, "1e+20"), (2_500_000_000_000, "2500000000000"),
  ])
  func numbersForPeopleHaveThreePlacesAtMost(value: Double, text: String) {
    #expect(
      Table(columns: ["c"], rows: [[.number(value)]]).text.split(separator: "\n").last.map {
        $0.trimmingCharacters(in: .whitespaces)
      } == text)
  }

  @Test func aCellStaysOnItsLineAndCannotSteerTheTerminal() {
    let table = Table(columns: ["a", "b"], rows: [[.text("one\ntwo\u{1B}[31m"), .text("x")]])
    #expect(table.text == "a                  b\none two\\u{1B}[31m  x\n")
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("ｱ", 1), ("ａ", 2), ("한", 2), ("e\u{301}", 1), ("Я", 1), ("—", 1),
    ("🕊", 2), ("𠀋", 2),
  ])
  func wideLettersCountTwo(text: String, width: Int) {
    #expect(displayWidth(text) == width, "\(text)")
  }

  // MARK: Markdown

  @Test(arguments: [
    ("plain", "plain"), ("a|b", "a\\|b"), ("*b* _i_ `c`", "\\*b\\* \\_i\\_ \\`c\\`"),
    ("[x](y)", "\\[x\\](y)"),
    ("<b>", "\\<b\\>"), ("back\\slash", "back\\\\slash"), ("one\ntwo", "one two"), ("one\r\ntwo", "one two"),
    ("|\u{301}", "\\|\u{301}"), ("日本", "日本"),
  ])
  func markdownMarkupIsEscaped(text: String, escaped: String) {
    #expect(
      Array(markdownText(text).unicodeScalars) == Array(escaped.unicodeScalars), "\(text.debugDescription)")
  }

  @Test func markdownRulesSayWhichColumnsAreNumbers() {
    let table = Table(columns: ["a|b", "n"], rows: [[.text("x"), .integer(3)], [.text("y"), .empty]])
    #expect(table.markdown == "| a\\|b | n |\n| --- | ---: |\n| x | 3 |\n| y |  |\n")
  }

  // MARK: Reports

  @Test func aReportSaysTheSameInEveryFormat() {
    let report = Report(
      question: .object(["command": .string("show")]), conventions: ["pairs: once"],
      table: Table(columns: ["id", "score"], rows: [[.text("a"), .number(0.5)]]), heading: ["Scores"])
    #expect(report.text(as: .csv) == "id,score\na,0.5\n")
    #expect(report.text(as: .table) == "Scores\n\nid  score\na     0.5\n\n# pairs: once\n")
    #expect(
      report.text(as: .markdown) == "Scores\n\n| id | score |\n| --- | ---: |\n| a | 0.5 |\n\n- pairs: once\n"
    )
    #expect(
      report.text(as: .json) == """
        { "question": { "command": "show" }, "conventions": ["pairs: once"], "results": [{ "id": "a", "score": 0.5 }] }

        """)
  }

  @Test func columnsStayAlignedWithWhatIsShown() {
    let table = Table(
      columns: ["a", "b"], rows: [[.text("\u{202E}x"), .text("1")], [.text("longer than it"), .text("2")]])
    #expect(table.text == "a               b\n\\u{202E}x       1\nlonger than it  2\n")
  }

  @Test func guardedCellsAreNoFormulasAndNumbersStayNumbers() {
    let formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\n=1"]
    let cells: [Table.Cell] =
      formulas.map { .text($0) } + [
        .date("-0043", words: "44 BCE"), .number(-0.5), .integer(-1), .text("a=b"), .empty,
      ]
    let table = Table(columns: ["c"], rows: cells.map { [$0] })
    #expect(
      table.csv(cells: .guarded)
        == "c\n'=1+1\n'+1\n'-1\n'@SUM(A1)\n'\t=1\n\"'\r=1\"\n'＝1\n\"'\n=1\"\n'-0043\n-0.5\n-1\na=b\n\n")
    #expect(table.csv == "c\n=1+1\n+1\n-1\n@SUM(A1)\n\t=1\n\"\r=1\"\n＝1\n\"\n=1\"\n-0043\n-0.5\n-1\na=b\n\n")
  }
}
