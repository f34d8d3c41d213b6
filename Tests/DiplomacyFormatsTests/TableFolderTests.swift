import Foundation
import Testing

@testable import DiplomacyFormats

/// Looking at tables, and the graph files that are proposed for them.
@Suite struct TableFolderTests {
  private func look(_ tables: KeyValuePairs<String, String>) throws -> TableFolder {
    try TableFolder(tables.map { ($0.key, Data($0.value.utf8)) })
  }

  /// The column of one table with these values.
  private func column(_ name: String, _ values: [String]) throws -> SurveyedColumn {
    let rows = values.enumerated().map { "\($0),\"\($1)\"\n" }.joined()
    return try look(["t.csv": "row,\(name)\n\(rows)"]).tables[0].columns[1]
  }

  @Test(arguments: [
    ("ccode", ["2", "20", "2", "200"], SurveyedColumn.Kind.id), ("treatyID", ["AA_1", "BB_2"], .id),
    ("country", ["FRA", "GBR", "DEU", "ITA", "ESP", "RUS", "USA", "FRA"], .id),
    ("statenme", ["United States of America", "Canada"], .name), ("styear", ["1816", "1920"], .year),
    ("when", ["1816", "1920", "1850"], .year),
    ("stmonth", ["1", "12", "-9"], .month), ("stday", ["1", "31"], .day),
    ("Signature", ["1941-04-13", "1941", ""], .date),
    ("x", ["a", "a", "a", "b", "b", "b"], .codes), ("defense", ["0", "1", "0"], .flag),
    ("Text", ["TRUE", "FALSE"], .flag),
    ("area", ["100.5", "3", "77"], .number), ("type", ["directed", "undirected"], .direction),
    ("nothing", ["", ""], .empty),
    ("all_st_year", ["1816", "0", "1815"], .year),
  ])
  func aColumnIsKnownByItsNameAndItsValues(name: String, values: [String], kind: SurveyedColumn.Kind) throws {
    #expect(try column(name, values).kind == kind)
  }

  @Test(arguments: [
    (["1941-04-13", "1941-04", "194X", "1941-04-13?"], "edtf"),
    (["1941-04-13", "1941-04-01..1941-04-30"], "messydates"),
    (["13.4.1941", "1.2.1941"], "dmy"), (["13/4/1941", "1/2/1941"], "dmy"),
    (["4/13/1941", "1/2/1941"], "mdy"), (["3/4/1941", "1/2/1941"], "lenient"),
    (["19410413", "18161231"], "ymd"), (["1939/08/23"], "ymd"), (["13 April 1941", "1941-04-13"], "lenient"),
    (["1939.65", "1941.28"], "decimal"),
    (["{1941-04-13,1941-04-15}", "1941-04-13"], "messydates"),
  ])
  func theStyleOfDatesIsFound(values: [String], style: String) throws {
    let found = try column("date", values)
    #expect(found.kind == .date && found.style == style)
  }

  @Test func howPreciseDatesAreIsCounted() throws {
    let found = try column("date", ["1941-04-13", "1941-04-13", "1941-05", "1941"])
    #expect(found.precision == "day 50 %, month 25 %, year 25 %")
    #expect(found.distinct == 3 && found.empty == 0 && found.examples.first == "1941-04-13")
  }

  @Test func oddValuesAreToldWithTheirLines() throws {
    let dates = [
      "1941-04-13", "1976-06-31", "9999-12-31", "9999-999999", "1999-XX-XX-", "2899-01-01", "1941-04-14",
      "1941-04-15",
    ]
    let odd = try column("End", dates + dates.map { _ in "1941-01-01" }).suspicions
    #expect(
      odd.map { "\($0.line) \($0.what): \($0.sample)" } == [
        "3 no such day: 1976-06-31", "4 no end?: 9999-12-31", "6 no date: 1999-XX-XX-",
        "7 year that cannot be meant: 2899-01-01",
      ])
    #expect(odd[0].count == 2)
    let names = try column(
      "Title", ["Treaty of Åbo", "Treaty of Åbo", "treaty of  Abo", "Traité", "TraitÃ©"]
    ).suspicions
    #expect(names.map(\.what) == ["like another value", "letters of another encoding?"])
    #expect(names.map(\.line) == [4, 6])
  }

  @Test func codesForNothingAreNoValues() throws {
    let found = try column("styear", ["1816", "-9", "NA", ".", "1820", "-8", ""])
    #expect(found.empty == 5 && found.missing == ["-8", "-9", ".", "NA"] && found.distinct == 2)
    // A balance may well be below 0.
    #expect(try column("balance", ["-9", "-3", "4", "5.5"]).missing == [])
  }

  @Test func tablesAreJoinedByWhatTheirRowsAreNamedBy() throws {
    let folder = try look([
      "a.csv": "treatyID,Title\nT1,One\nT2,Two\nT3,Three\n",
      "p.csv": "stateID,treatyID\nFRA,T1\nGBR,T1\nFRA,T2\nDEU,T9\n",
    ])
    let joins = folder.tables[1].columns[1].joins
    #expect(joins.count == 1)
    #expect(joins.first.map { [$0.table, $0.column, $0.found, $0.all] } == [0, 0, 2, 3])
    #expect(folder.tables[0].columns[0].isKey && folder.tables[1].columns[0].joins.isEmpty)
  }

  // MARK: Proposals

  private func lines(_ tables: KeyValuePairs<String, String>) throws -> [String] {
    try look(tables).proposal(in: nil).split(separator: "\n").map(String.init)
  }

  @Test func treatiesAndTheirMembersAreMapped() throws {
    let lines = try lines([
      "agreements.csv": """
      "treatyID","Title","Begin","End","Signature","Force","TypeAgree"
      "T1","Pact of Two","1902-01-30","9999-12-31","1902-01-30","1902-01-30","Agreement"
      "T2","Protocol of Three","1903-01-30..1903-02-02","1905-01-30","1903-01-30","1903-01-30","Protocol"
      "T3","Pact of Four","1902-01-30","1907-01-30","1902-01-30","1902-01-30","Agreement"

      """,
      "parties.csv":
        "stateID,treatyID,StateSignature,StateRatification,StateForce,StateEnd\nFRA,T1,1902-01-30,,1902-02-01,\nGBR,T1,1902-01-30,1902-05-01,1902-02-01,1905-01-01\nFRA,T2,1903-01-30,,1903-02-01,\n",
    ])
    #expect(lines.contains("    dates: messydates"))
    #expect(lines.contains("    missing: [\"9999-12-31\"]"))
    #expect(
      lines.contains(
        "    agreements: { id: treatyID, name: Title, kind: { column: TypeAgree, values: { Agreement: agreement, Protocol: protocol } }, signed: Signature, in-force: Force, ended: End }"
      ))
    #expect(lines.contains("    actors: { id: stateID }"))
    #expect(
      lines.contains(
        "    memberships: { actor: stateID, agreement: treatyID, signed: StateSignature, ratified: StateRatification, from: StateForce, until: StateEnd }"
      ))
    #expect(lines.contains("    # treatyID: 2 of 2 values stand in treatyID of agreements.csv"))
  }

  /// The layouts of the Correlates of War and of ATOP, after their codebooks.
  @Test(arguments: [
    (
      "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nUSA,2,United States,1816,1,1,2016,12,31,2016\nCUB,40,Cuba,1902,5,20,1906,9,25,2016\n",
      "    actors: { id: ccode, name: statenme, identifiers: { cowabb: stateabb, cow: ccode }, from: { year: styear, month: stmonth, day: stday }, until: { year: endyear, month: endmonth, day: endday } }"
    ),
    (
      "version4id,ccode,state_name,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,defense\n1,200,United Kingdom,1,1,1816,,,,1\n1,235,Portugal,1,1,1816,15,6,1866,1\n",
      "    memberships: { actor: ccode, agreement: version4id, from: { year: mem_st_year, month: mem_st_month, day: mem_st_day }, until: { year: mem_end_year, month: mem_end_month, day: mem_end_day } }"
    ),
    (
      "WarNum,WarName,ccode,StateName,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1\n1,Franco-Spanish War,230,Spain,4,7,1823,11,13,1823\n1,Franco-Spanish War,220,France,4,7,1823,11,13,1823\n",
      "    memberships: { actor: ccode, event: WarNum, from: { year: StartYear1, month: StartMonth1, day: StartDay1 }, until: { year: EndYear1, month: EndMonth1, day: EndDay1 } }"
    ),
    (
      "atopid,member,yrent,moent,yrexit,moexit\n1005,200,1815,11,1823,0\n1005,220,1815,11,0,0\n",
      "    memberships: { actor: member, agreement: atopid, from: { year: yrent, month: moent }, until: { year: yrexit, month: moexit } }"
    ),
    (
      "dyad,year,mem1,mem2,defense,atopid1\n2020,1958,2,20,1,3180\n2020,1959,2,20,1,3180\n",
      "    memberships: { actor: [mem1, mem2], agreement: atopid1, years: year }"
    ),
    (
      "ccode1,ccode2,year,DE\n2,20,1950,1\n2,40,1955,1\n",
      "    links: { subject: ccode1, role: { value: link }, object: ccode2, years: year }"
    ),
    (
      "year,month,gainer,entity,loser,number\n1816,-9,200,750,210,1\n1817,6,2,2,-9,2\n",
      "    events: { id: number, agents: gainer, targets: loser, place: entity, when: { year: year, month: month } }"
    ),
  ])
  func usualLayoutsAreMapped(table: String, line: String) throws {
    let lines = try lines(["t.csv": table])
    #expect(lines.contains(line), "\(lines.joined(separator: "\n"))")
  }

  @Test func aTableOfNothingKnownIsLeftToTheUser() throws {
    let text = try look(["t.csv": "foo,bar\n1.5,x y z\n2.5,q r s\n"]).proposal(in: nil)
    #expect(
      text.contains("  # - file: t.csv\n") && text.contains("# tables:")
        && text.contains("not mapped: foo (number)"))
    let odd = try look([
      "my table: #1.csv": "ccode,\"state name, long\",since\n2,\"USA\",1816\n20,\"Canada\",1920\n"
    ]).proposal(in: nil)
    #expect(odd.contains("- file: \"my table: #1.csv\"\n"), "\(odd)")
    #expect(odd.contains("name: \"state name, long\""), "\(odd)")
  }

  @Test func sheetsAreTablesOfTheirOwn() throws {
    var book = TinyExcel("")
    func row(_ texts: String...) -> String {
      "<row>\(texts.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined())</row>"
    }
    book.sheets = [
      (
        "States", "<sheetData>\(row("ccode", "statenme"))\(row("2", "USA"))\(row("20", "Canada"))</sheetData>"
      ), ("Notes", "<sheetData></sheetData>"),
      ("Ties", "<sheetData>\(row("ccode1", "ccode2"))\(row("2", "20"))</sheetData>"),
    ]
    let folder = try TableFolder([("data/b.xlsx", book.data)])
    #expect(folder.tables.map(\.name) == ["b.xlsx 'States'", "b.xlsx 'Ties'"])
    let text = folder.proposal(in: "data")
    #expect(text.contains("  - file: b.xlsx\n    sheet: Ties\n"), "\(text)")
  }
}
