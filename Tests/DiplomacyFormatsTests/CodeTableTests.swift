import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// Registers of states, and the tables that name states by their codes. The rows are made up.
@Suite struct CodeTableTests {
  private func codes(_ text: String) throws -> CodeTable {
    try CodeTable(Data(text.utf8), named: "codes.csv")
  }

  private let register = """
    iso3,ccode,stateabb,gwno,statenme,from,until
    GBR,200,UKG,200,United Kingdom,1816,
    DEU,255,GMY,255,Germany,1816,1945
    DDR,265,GDR,265,German Democratic Republic,1954,1990
    YUG,345,YUG,345,Yugoslavia,1918,1991
    SRB,345,YUG,340,Serbia,2006,

    """

  private func matched(_ table: String, _ register: String) throws -> [CodeMatch?] {
    var folder = try TableFolder([("t.csv", Data(table.utf8))])
    folder.match(try codes(register))
    return folder.tables[0].columns.map(\.codes)
  }

  @Test func theSchemeOfAColumnIsFoundByItsValues() throws {
    let found = try matched(
      "ccode,abb,stateID,state_name,n\n200,UKG,GBR,united kingdom,1\n255,GMY,DEU,Germany,2\n265,GDR,DDR,German Democratic  Republic,3\n",
      register)
    #expect(found.map { $0?.scheme } == ["cow", "cowabb", "iso3166-1-alpha-3", "name", nil])
    #expect(found[0]?.ids.map { "\($0.value)=\($0.id)" } == ["200=GBR", "255=DEU", "265=DDR"])
    #expect(found[2]?.ids.isEmpty == true && found[0]?.found == 3)
  }

  @Test func whatTheRegisterDoesNotHaveIsToldWithTheNearest() throws {
    let found = try matched(
      "stateID,country\nGBR,United Kingdom\nDEU,Germny\nDDX,Serbia\nDEU,Atlantis\n", register)
    #expect(found[0]?.words(most: 10) == "iso3166-1-alpha-3: 2 of 3 found; not found: DDX (DDR?)")
    #expect(found[1]?.words(most: 10) == "name: 2 of 4 found; not found: Germny (Germany?), Atlantis")
    #expect(found[1]?.words(most: 1).hasSuffix("Germny (Germany?) and 1 more") == true)
  }

  /// A code that passed from one state to another means the one of the table's years.
  @Test func yearsTellWhichStateACodeMeans() throws {
    func ids(_ year: Int) throws -> [String] {
      try matched("ccode,year\n200,\(year)\n345,\(year)\n", register)[0]?.ids.map(\.id) ?? []
    }
    #expect(try ids(1930) == ["GBR", "YUG"])
    #expect(try ids(2010) == ["GBR", "SRB"])
    let both = try matched("ccode,year\n200,1930\n345,2010\n", register)[0]
    #expect(both?.words(most: 3) == "cow: 2 of 2 found; several states in these years: 345 (YUG or SRB)")
    #expect(both?.ids.map(\.value) == ["200"])
  }

  @Test func theIDsOfAMappingAreThoseOfTheFirstColumn() throws {
    var folder = try TableFolder([
      ("a.csv", Data("version4id,ccode,mem_st_year\n1,200,1816\n1,255,1816\n".utf8)),
      ("b.csv", Data("stateID,treatyID\nGBR,T1\nDEU,T1\n".utf8)),
    ])
    folder.match(try codes(register))
    let text = folder.proposal(in: nil)
    #expect(
      text.contains(
        "actors: { id: { column: ccode, values: { \"200\": GBR, \"255\": DEU } }, identifiers: { cow: ccode } }"
      ), "\(text)")
    #expect(
      text.contains(
        "memberships: { actor: { column: ccode, values: { \"200\": GBR, \"255\": DEU } }, agreement: version4id, from: mem_st_year }"
      ), "\(text)")
    #expect(text.contains("actors: { id: stateID, identifiers: { iso3166-1-alpha-3: stateID } }"), "\(text)")
  }

  /// The columns of the Correlates of War's list of states and of a panel by years.
  @Test(arguments: [
    (
      "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nYUG,345,Yugoslavia,1918,12,1,1991,6,25,2016\nSRB,345,Serbia,2006,1,1,2016,12,31,2016\n",
      ["cowabb", "cow"], 2
    ),
    (
      "country.name.en,year,cown,cowc,iso3c,gwn\nYugoslavia,1930,345,YUG,YUG,345\nYugoslavia,1931,345,YUG,YUG,345\nSerbia,2010,345,SRB,SRB,340\n",
      ["cow", "cowabb", "iso3166-1-alpha-3", "gw"], 3
    ),
    (
      "gw\tgwabb\tname\tfrom\tuntil\n345\tYUG\tYugoslavia\t01:12:1918\t26:06:1991\n340\tSER\tSerbia\t05:06:2006\t31:12:2017\n",
      ["gw", "gwabb"], 1
    ),
  ])
  func publicRegistersAreRead(text: String, schemes: [String], count: Int) throws {
    let register = try codes(text)
    #expect(register.schemes == schemes)
    let serbia = try #require(register.rows(of: "serbia", in: "name").first)
    #expect(register.holds(serbia, in: 2010...2010) && !register.holds(serbia, in: 1930...1931))
    #expect(register.rows(of: "0345", in: schemes.contains("cow") ? "cow" : "gw").count == count)
  }

  @Test func aTableWithoutCodesIsRefused() throws {
    #expect(throws: InputDiagnostics.self) { try codes("a,b\n1,2\n") }
    do {
      _ = try codes("wikidta,name\nQ1,x\n")
    } catch {
      #expect("\(error)".contains("no column of codes; found 'wikidta', 'name'"))
      #expect("\(error)".contains("Did you mean 'wikidata'?"), "\(error)")
    }
  }

  // MARK: Sheets in a graph file

  @Test func aSheetIsATableOfAGraphFile() throws {
    var book = TinyExcel("")
    func row(_ texts: String...) -> String {
      "<row>\(texts.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined())</row>"
    }
    book.sheets = [
      ("Notes", "<sheetData>\(row("a"))</sheetData>"),
      (
        "Ties",
        "<sheetData>\(row("one", "other"))\(row("jp", "su"))<row><c t=\"str\"><v>jp</v></c><c t=\"e\"><v>#N/A</v></c></row></sheetData>"
      ),
    ]
    let folder = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try book.data.write(to: folder.appending(path: "b.xlsx"))
    func read(_ sheet: String) throws -> GraphFile.Document {
      let text =
        "entente: 1\ntitle: T\ntables:\n  - file: b.xlsx\n    sheet: \(sheet)\n    links: { subject: one, role: { value: ally }, object: other }\n"
      let file = folder.appending(path: "g.yaml").path
      try Data(text.utf8).write(to: URL(filePath: file))
      return try GraphReading.readDocument(contentsOf: file)
    }
    let document = try read("Ties")
    #expect(document.graph.statements.count == 1)
    #expect(
      document.warnings.contains {
        $0.description.contains("b.xlsx:3:2: warning: the cell B3 holds an error (#N/A)")
      }, "\(document.warnings)")
    do {
      _ = try read("Tie")
      Issue.record("There is no such sheet.")
    } catch {
      #expect(
        "\(error)".contains(
          "g.yaml:5:12: error: 'b.xlsx': the workbook has no sheet 'Tie'; it has 'Notes', 'Ties'. Did you mean 'Ties'?"
        ), "\(error)")
    }
  }
}
