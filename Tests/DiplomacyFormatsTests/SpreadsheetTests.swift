import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// A sheet as rows of texts, and what is told of it.
struct ReadSheet {
  let rows: [[String]]
  let lines: [Int]
  let remarks: [String]

  init(_ data: Data, sheet: String? = nil) throws {
    let table = try Workbook(data, named: "b").table(sheet) { _ in true }
    var (rows, lines): ([[String]], [Int]) = ([], [])
    table.cells.forEachRecord { row in
      rows.append(row.fields.map(table.cells.text))
      lines.append(row.line)
      return true
    }
    (self.rows, self.lines) = (rows, lines)
    remarks = table.remarks.map(\.description)
  }
}

private func refusal(_ data: Data, sheet: String? = nil) -> String {
  do {
    _ = try ReadSheet(data, sheet: sheet)
    return ""
  } catch {
    return "\(error)"
  }
}

@Suite struct SpreadsheetTests {
  // MARK: Cells of .xlsx

  @Test func everyKindOfCellIsReadAsItsText() throws {
    var book = TinyExcel(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c></row>
      <row r="2"><c r="A2"><v>1941</v></c><c r="B2"><v>0.30000000000000004</v></c><c r="C2" t="b"><v>1</v></c></row>
      <row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>a_x000A_b</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="str"><f>""</f><v></v></c></row>
      <row r="4"><c r="A4"><v>-1.5E-7</v></c><c r="B4" s="1"><v>2</v></c><c r="C4"><v>123456789012345680</v></c></row>
      """)
    book.strings =
      "<si><r><rPr><b/></rPr><t>rich</t></r><r><t> text</t></r><rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si><si><t>plain &amp; _x0041_</t></si>"
    book.formats = "<numFmt numFmtId=\"200\" formatCode=\"000\"/>"
    book.styles = [0, 200]
    let sheet = try ReadSheet(book.data)
    #expect(
      sheet.rows == [
        ["rich text", "plain & A", "in line"], ["1941", "0.3", "true"], ["a\nb", "2", ""],
        ["-1.5e-07", "002", "123456789012345680"],
      ])
    #expect(sheet.remarks == [])
  }

  @Test func errorsAndFormulasWithoutValuesAreMissingAndTold() throws {
    let sheet = try ReadSheet(
      TinyExcel(
        """
        <row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>
        <row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>SUM(A1:A9)</f></c></row>
        <row r="3"><c r="A3"><v>1</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
        """
      ).data)
    #expect(sheet.rows == [["a", "b"], ["1", ""]])
    #expect(
      sheet.remarks.contains("b:2:1: warning: 2 cells, A2 first, hold errors (#N/A); read as no value."),
      "\(sheet.remarks)")
    #expect(
      sheet.remarks.contains {
        $0.hasPrefix("b:2:2: warning: the cell B2 holds a formula whose value was not saved (=SUM(A1:A9))")
      })
  }

  @Test func mergedCellsAndHiddenRowsAreTold() throws {
    var book = TinyExcel(
      """
      <row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>
      <row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"/><c r="B3"><v>3</v></c></row>
      """, besides: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
    book.sheets[0].xml = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>" + book.sheets[0].xml
    let sheet = try ReadSheet(book.data)
    #expect(sheet.rows == [["a", "b"], ["1", "2"], ["", "3"]])
    #expect(
      sheet.remarks == [
        "b:2:1: warning: the merged cells A2:A3 are read as one value in the first of them; the others are empty.",
        "b:2:1: warning: row 2 is hidden; read like the others.",
        "b: warning: column B is hidden; read like the others.",
      ])
  }

  @Test func aTableNeedNotBeginInTheFirstCell() throws {
    let sheet = try ReadSheet(
      TinyExcel(
        """
        <row r="3"><c r="A3" t="str"><v>Table 1: pacts</v></c></row>
        <row r="6"><c r="C6" t="str"><v>source</v></c><c r="D6" t="str"><v>target</v></c><c r="E6" t="str"><v>note</v></c></row>
        <row r="8"><c r="C8" t="str"><v>jp</v></c><c r="D8" t="str"><v> su </v></c><c r="XFD8"/></row>
        """
      ).data)
    #expect(sheet.rows == [["source", "target", "note"], ["jp", "su", ""]])
    #expect(sheet.lines == [6, 8])
    #expect(
      sheet.remarks == [
        "b:3:1: warning: a row of one cell stands above the header, and is left out: 'Table 1: pacts'."
      ])
  }

  /// A place in a sheet is its row and its column, however the table lies in it.
  @Test func placesAreThoseOfTheCells() throws {
    let data = TinyExcel(
      """
      <row r="2"><c r="B2" t="str"><v>source</v></c><c t="str"><v>target</v></c><c t="str"><v>weight</v></c></row>
      <row><c r="B3" t="str"><v>jp</v></c><c t="str"><v>su</v></c><c t="str"><v>heavy</v></c></row>
      <row><c r="B4" t="str"><v>jp</v></c><c t="str"><v>de</v></c><c><v>2</v></c></row>
      """
    ).data
    let read = try EdgeListReader.read(data, named: "b.xlsx", isDirected: false)
    #expect(read.graph.statements.count == 1)
    #expect(
      read.warnings.map(\.description) == [
        "b.xlsx:3:4: warning: found the weight 'heavy'; expected a number from 0 on. The row is left out."
      ])
  }

  // MARK: Sheets

  @Test func theSheetThatFitsIsRead() throws {
    func row(_ texts: String...) -> String {
      "<sheetData><row>\(texts.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined())</row><row>\(texts.map { "<c t=\"str\"><v>\($0)1</v></c>" }.joined())</row></sheetData>"
    }
    var book = TinyExcel("")
    book.sheets = [
      ("Notes", row("see", "below")), ("Nodes", row("id", "name")),
      ("Ties &amp; pacts", row("source", "target")), ("Old", row("source", "target", "old")),
    ]
    book.hidden = ["Old"]
    let graph = try EdgeListReader.read(book.data, named: "b", isDirected: false)
    #expect(graph.graph.statements.count == 1)
    #expect(
      graph.warnings.first?.description
        == "b: warning: the sheet 'Ties & pacts' is read; the workbook has 'Notes', 'Nodes', 'Old' besides. Say which with --sheet."
    )
    #expect(try ReadSheet(book.data, sheet: "nodes").rows[0] == ["id", "name"])
    #expect(try ReadSheet(book.data, sheet: "4").rows[0].last == "old")
    #expect(
      refusal(book.data, sheet: "Node").contains(
        "no sheet 'Node'; it has 'Notes', 'Nodes', 'Ties & pacts', 'Old'. Did you mean 'Nodes'?"))
    var request = EdgeListReader.Request()
    request.nodes = (book.data, "b")
    let both = try EdgeListReader.read(book.data, named: "b", request)
    #expect(both.graph.entities.map(\.id.rawValue) == ["id1", "source1", "target1"])
  }

  // MARK: .ods

  @Test func cellsOfOpenDocumentAreRead() throws {
    let data = tinyOpenDocument(
      """
      <t:table t:name="Other"><t:table-row><t:table-cell office:value-type="string"><text:p>no</text:p></t:table-cell></t:table-row></t:table>
      <t:table t:name="Edges"><t:table-column t:number-columns-repeated="1000000"/>
      <t:table-row t:number-rows-repeated="2"><t:table-cell t:number-columns-repeated="1000000"/></t:table-row>
      <t:table-header-rows><t:table-row><t:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p><office:annotation><text:p>remark</text:p></office:annotation></t:table-cell><t:table-cell office:value-type="string" t:number-columns-repeated="2"><text:p>x <text:span>y</text:span></text:p></t:table-cell><t:table-cell t:number-columns-repeated="1000000"/></t:table-row></t:table-header-rows>
      <t:table-row t:number-rows-repeated="2"><t:table-cell office:value-type="float" office:value="2.50"><text:p>2,5</text:p></t:table-cell><t:table-cell office:value-type="boolean" office:boolean-value="false"/><t:table-cell office:value-type="percentage" office:value="0.5"/></t:table-row>
      <t:table-row t:number-rows-repeated="1048570"><t:table-cell/></t:table-row>
      <t:table-row t:visibility="collapse"><t:table-cell office:value-type="time" office:time-value="PT10H30M00S"/><t:table-cell t:number-columns-spanned="2" t:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></t:table-cell><t:covered-table-cell/></t:table-row>
      </t:table>
      """)
    let sheet = try ReadSheet(data, sheet: "Edges")
    #expect(
      sheet.rows == [
        ["a  b\nc", "x y", "x y"], ["2.50", "false", "0.5"], ["2.50", "false", "0.5"], ["10:30:00", "", ""],
      ])
    #expect(sheet.lines == [3, 4, 5, 1_048_576])
    #expect(
      sheet.remarks.contains { $0.contains("1048576:2: warning: the cell B1048576 holds an error (#DIV/0!)") }
    )
    #expect(
      sheet.remarks.contains { $0.contains("the merged cells B1048576:C1048576 are read as one value") })
    #expect(sheet.remarks.contains { $0.contains("row 1048576 is hidden") })
  }

  // MARK: What is refused

  @Test func whatIsNoWorkbookIsRefusedWithASentence() {
    let old = [0xD0, 0xCF, 0x11, 0xE0] as [UInt8]
    func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
    #expect(
      refusal(Data(old + wide("Workbook"))).contains("a file of the old Office (.xls), which is not read"))
    #expect(refusal(Data(old + wide("EncryptedPackage"))).contains("locked with a password"))
    #expect(refusal(Data("hello".utf8)).contains("not zipped"))
    #expect(refusal(TinyExcel("").data.dropLast(30)).contains("not sent whole"))
    var zip = TinyZip()
    zip.add("a", "b")
    #expect(refusal(zip.data).contains("neither 'xl/workbook.xml' nor 'content.xml'"))
    #expect(
      refusal(tinyOpenDocument("", manifest: "<m:encryption-data/>")).contains("locked with a password"))
    var binary = TinyZip()
    binary.add("xl/workbook.bin", "")
    #expect(refusal(binary.data).contains(".xlsb"))
  }

  @Test func aBombIsNotUnpacked() {
    var zip = TinyZip()
    zip.add("xl/workbook.xml", "<workbook/>", declaredSize: 2_000_000_000)
    #expect(
      refusal(zip.data).contains("says that it is 1,907 MB long when unpacked; expected 512 MB at most"))
    var liar = TinyZip()
    liar.add(
      "xl/workbook.xml", "<workbook>\(String(repeating: " ", count: 300_000))</workbook>", declaredSize: 10)
    #expect(refusal(liar.data).contains("damaged"))
  }

  @Test func sheetsBeyondLimitsAreRefused() {
    func table(_ rows: String) -> String {
      refusal(tinyOpenDocument("<t:table t:name=\"T\">\(rows)</t:table>"))
    }
    let cell = "office:value-type=\"float\" office:value=\"1\""
    #expect(
      table("<t:table-row><t:table-cell \(cell) t:number-columns-repeated=\"1000000\"/></t:table-row>")
        .contains("A1 is repeated 1,000,000 times; expected at most 10,000 columns"))
    #expect(
      table("<t:table-row t:number-rows-repeated=\"1000000000000\"><t:table-cell \(cell)/></t:table-row>")
        .contains("more than 4,000,000 rows that hold something"))
    #expect(
      table(
        "<t:table-row t:number-rows-repeated=\"99999999999999999999\"><t:table-cell/></t:table-row><t:table-row><t:table-cell \(cell)/></t:table-row>"
      ).contains("more than 16,777,216 rows"))
    #expect(
      table(
        "<t:table-row><t:table-cell t:number-columns-repeated=\"99999999999999999999\"/><t:table-cell \(cell)/></t:table-row>"
      ).contains("expected at most 10,000 columns"))
  }

  @Test func damagedSheetsAreRefused() {
    #expect(
      refusal(TinyExcel("<row><c t=\"s\"><v>7</v></c></row>").data).contains(
        "names a text that the workbook does not have"))
    #expect(
      refusal(TinyExcel("<row r=\"5\"><c><v>7</v></c></row><row r=\"4\"><c><v>7</v></c></row>").data)
        .contains("row 4 stands behind row 5"))
    #expect(
      refusal(TinyExcel("<row><c r=\"B1\"><v>7</v></c><c r=\"B1\"><v>7</v></c></row>").data).contains(
        "B1 is there twice"))
    #expect(
      refusal(TinyExcel("<row><c></row>").data).contains("'xl/worksheets/sheet1.xml' is damaged (line 1"))
    var book = TinyExcel("")
    book.sheets = []
    #expect(refusal(book.data).contains("has no sheet of cells"))
  }

  /// Cells that do not stand in their order are put in it.
  @Test func cellsAreSorted() throws {
    let sheet = try ReadSheet(TinyExcel("<row><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>").data)
    #expect(sheet.rows == [["1", "", "3"]])
  }
}
