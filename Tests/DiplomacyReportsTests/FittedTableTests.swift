import DiplomacyFormats
import Testing

@testable import DiplomacyReports

@Suite struct FittedTableTests {
  private static let pacts = Table(
    columns: ["id", "kind", "name", "score"],
    rows: [
      [.text("pact-of-steel"), .text("pact"), .text("Pact of Friendship and Alliance"), .number(12.5)],
      [.text("locarno"), .text("pact"), .text("Locarno treaty"), .number(3)],
    ])

  private func text(_ table: Table, _ width: Int?) -> String {
    var text = ""
    FittedTable(table, width: width).write { text += $0 }
    return text
  }

  @Test(arguments: [nil, 59, 60, 1_000_000, Int.max])
  func aTableThatFitsStaysAsItIs(width: Int?) {
    #expect(
      text(Self.pacts, width) == """
        id             kind  name                             score
        pact-of-steel  pact  Pact of Friendship and Alliance   12.5
        locarno        pact  Locarno treaty                       3

        """)
    #expect(FittedTable(Self.pacts, width: width).notes == [])
    #expect(text(Self.pacts, width) == Self.pacts.text)
  }

  @Test func aColumnOfOneValueDropsIntoTheNotes() {
    #expect(
      text(Self.pacts, 58) == """
        id             name                             score
        pact-of-steel  Pact of Friendship and Alliance   12.5
        locarno        Locarno treaty                       3

        """)
    #expect(FittedTable(Self.pacts, width: 58).notes == ["kind: pact, in every row"])
  }

  @Test func longTextsWrapAtWordsAndHyphens() {
    #expect(
      text(Self.pacts, 40) == """
        id             name                score
        pact-of-steel  Pact of Friendship   12.5
                       and Alliance
        locarno        Locarno treaty          3

        """)
    #expect(
      text(Self.pacts, 27) == """
        id       name         score
        pact-    Pact of       12.5
        of-      Friendship
        steel    and
                 Alliance
        locarno  Locarno          3
                 treaty

        """)
  }

  /// Other columns give way, so that the name can be copied.
  @Test func aNameStaysWholeWhereThereIsRoom() {
    #expect(
      text(Self.pacts, 33) == """
        id             name         score
        pact-of-steel  Pact of       12.5
                       Friendship
                       and
                       Alliance
        locarno        Locarno          3
                       treaty

        """)
  }

  @Test func rowsStandOneBelowTheOtherWhereColumnsWouldBeTooNarrow() {
    #expect(
      text(Self.pacts, 26) == """
        id     pact-of-steel
        name   Pact of Friendship
               and Alliance
        score  12.5

        id     locarno
        name   Locarno treaty
        score  3

        """)
  }

  /// A terminal that says that it has no room is written to as if it had twenty columns.
  @Test(arguments: [20, 19, 1, 0, -5, Int.min])
  func noWidthIsTooSmall(width: Int) {
    #expect(
      text(Self.pacts, width) == """
        id     pact-of-steel
        name   Pact of
               Friendship
               and Alliance
        score  12.5

        id     locarno
        name   Locarno
               treaty
        score  3

        """)
  }

  @Test func theColumnThatNamesTheRowStays() {
    let rows: [[Table.Cell]] = (1...2).map { number in
      [.text("strict"), .text("covenant"), .text("member \(number) of the League of Nations"), .empty]
    }
    let table = Table(
      columns: ["reading", "agreement", "member", "sources"], rows: rows, namedBy: "agreement")
    let fitted = FittedTable(table, width: 50)
    #expect(fitted.notes == ["reading: strict, in every row", "sources: nothing, in every row"])
    #expect(
      text(table, 50) == """
        agreement  member
        covenant   member 1 of the League of Nations
        covenant   member 2 of the League of Nations

        """)
    // Of one row, nothing is left out.
    let one = Table(columns: table.columns, rows: [rows[0]], namedBy: "agreement")
    #expect(FittedTable(one, width: 50).notes == [])
    #expect(text(one, 50).contains("strict") && text(one, 50).contains("sources"))
    let alike = Table(columns: ["a column of one value"], rows: [[.text("x")], [.text("x")]])
    #expect(FittedTable(alike, width: 20).notes == [])
    #expect(text(alike, 20) == "a column of one\nvalue\nx\nx\n")
  }

  @Test func wideLettersBreakAnywhere() {
    let table = Table(columns: ["id", "name"], rows: [[.text("a"), .text("大日本帝国中立条約")]])
    #expect(
      text(table, 20) == """
        id  name
        a   大日本帝国中立条
            約

        """)
  }

  @Test func ofAWordThatIsTooLongTheMiddleIsLeftOut() {
    let table = Table(
      columns: ["id", "n"], rows: [[.text("abcdefghijklmnopqrstABCDEFGHIJKLMNOPQRST"), .integer(7)]])
    #expect(
      text(table, 30) == """
        id                           n
        abcdefghijklm…HIJKLMNOPQRST  7

        """)
  }

  @Test func numbersAndDatesAreNeverCut() {
    let date = "[1945-08-09T00:00:00..1945-08-09T00:59:59]"
    let table = Table(
      columns: ["integer", "number", "date", "when"],
      rows: [
        [.integer(.max), .number(-1e300), .date("x", words: "9.August.1945,00:00:00.at.dawn"), .text(date)]
      ])
    for width in 0...120 {
      let text = self.text(table, width)
      for whole in ["9223372036854775807", "-1e+300", "9.August.1945,00:00:00.at.dawn"] {
        #expect(text.contains(whole), "\(width): \(text)")
      }
      if width >= 40 { #expect(!text.contains("…"), "\(width): \(text)") }
    }
  }

  @Test func aTableWithoutRowsIsItsHeader() {
    let table = Table(columns: ["a-long-header", "another-long-header"], rows: [])
    #expect(
      text(table, 20) == """
                   another-
        a-long-    long-
        header     header

        """)
    let many = Table(columns: (1...40).map { "column \($0)" }, rows: [])
    #expect(text(many, 20).split(separator: "\n").count == 2)
  }

  @Test func aCellStaysInItsColumnAndCannotSteerTheTerminal() {
    let table = Table(
      columns: ["a", "b"], rows: [[.text("one\ntwo\u{1B}[31m three four five six"), .text("x")]])
    #expect(
      text(table, 24) == """
        a                      b
        one two\\u{1B}[31m      x
        three four five six

        """)
  }

  /// Whatever the texts and the width: no letter is lost but for what `…` stands for, and no line of words is too wide.
  @Test func nothingIsLostAndNothingIsTooWideAtAnyWidth() {
    let texts = [
      "", "a", "Nichtangriffsvertrag zwischen Deutschland und der Union", "日ソ中立条約と共同声明",
      "e\u{301}e\u{301}e\u{301} \u{1F469}\u{200D}\u{1F4BB} кириллица",
      "https://example.org/a/very/long/place/of/a/thing",
    ]
    let table = Table(
      columns: ["id", "first", "second"],
      rows: texts.indices.map { row in
        [.integer(row), .text(texts[row]), .text(texts[(row + 1) % texts.count])]
      })
    func letters(_ text: String) -> [Character] { text.filter { $0 != " " && $0 != "\n" }.sorted() }
    for width in 20...130 {
      let text = self.text(table, width)
      #expect(
        text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= width }, "\(width): \(text)")
      if width >= 64 { #expect(letters(text) == letters(table.text), "\(width): \(text)") }
    }
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "ab…ef"), ("abcdef", 4, "ab…f"), ("abcdef", 1, "…"),
    ("日本語x", 4, "日…x"), ("日本語日", 4, "日…"), ("日本", 2, "…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 5, ""),
  ])
  func aCutKeepsBothEndsAndWholeLetters(text: String, width: Int, cut: String) {
    #expect(withoutMiddle(text, width: width) == cut)
  }

  // MARK: Reports

  private static let report = Report(
    question: .object([:]), conventions: ["score: what a table of pacts says of each of them"], table: pacts,
    heading: ["Two pacts of Europe between the wars"])

  @Test func headingAndNotesAreFittedToo() {
    var text = ""
    Self.report.write(as: .table, fittedTo: 30) { text += $0 }
    #expect(
      text == """
        Two pacts of Europe between
        the wars

        id          name         score
        pact-of-    Pact of       12.5
        steel       Friendship
                    and
                    Alliance
        locarno     Locarno          3
                    treaty

        # kind: pact, in every row
        # score: what a table of
        #   pacts says of each of them

        """)
  }

  @Test(arguments: [OutputFormat.csv, .json, .markdown])
  func onlyTablesAreFitted(format: OutputFormat) {
    var text = ""
    Self.report.write(as: format, fittedTo: 30) { text += $0 }
    #expect(text == Self.report.text(as: format))
  }

  @Test func rowsThatAreMadeWhenTheyAreWrittenAreNotKept() {
    let table = Table(columns: ["id", "name"], rowCount: 1_000) { number in
      [.integer(number), .text("a name of several words, number \(number)")]
    }
    var (pieces, longest) = (0, 0)
    FittedTable(table, width: 30).write {
      pieces += 1
      longest = max(longest, $0.utf8.count)
    }
    #expect(pieces == 1_001 && longest < 200)
  }
}
