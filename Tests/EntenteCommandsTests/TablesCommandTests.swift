import Foundation
import TestSupport
import Testing

@Suite struct TablesCommandTests {
  @Test func aFolderIsLookedAtAndAGraphFileIsProposed() throws {
    let place = try Workplace([
      "data/members.csv":
        "version4id,ccode,mem_st_year,mem_end_year\n1,200,1816,\n1,235,1816,1866\n2,200,1820,1822\n",
      "data/states.csv": "ccode,statenme\n200,United Kingdom\n235,Portugal\n", "data/readme.md": "no table",
      "data/list.txt": "one\ntwo\n",
    ])
    let found = try place.entente("tables", "data")
    #expect(found.code == 0, "\(found.errors)")
    #expect(found.output.contains("members.csv: 3 rows, 4 columns"), "\(found.output)")
    #expect(
      found.output.contains("\nentente: 1\n") && found.output.contains("  - file: members.csv\n"),
      "\(found.output)")
    #expect(found.errors.contains("data/list.txt: warning: found one column"), "\(found.errors)")
    let json = try place.entente("tables", "data", "--format", "json")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((answer["results"] as? [[String: Any]])?.count == 6)
    #expect((answer["proposal"] as? String)?.contains("memberships:") == true)
    let csv = try place.entente("tables", "data", "--format", "csv")
    #expect(csv.output.split(separator: "\n").count == 7)
    #expect(
      csv.output.contains("members.csv,ccode,id,,3,0,2,200 | 235,,ccode of states.csv (2 of 2),"),
      "\(csv.output)")
  }

  @Test func aGraphFileIsWrittenButNotOverAnother() throws {
    let place = try Workplace(["data/t.csv": "ccode1,ccode2,year\n2,20,1950\n"])
    let written = try place.entente("tables", "data/t.csv", "-o", "data/g.yaml")
    expectSuccess(written)
    #expect(!written.output.contains("entente: 1"))
    expectRefusal(
      try place.entente("tables", "data", "-o", "data/g.yaml"), code: 64, saying: "is there already")
    let alone = try place.entente("tables", "data", "-o", "-")
    #expect(alone.output.contains("  - file: t.csv\n") && alone.output.hasPrefix("#"), "\(alone.output)")
    expectRefusal(try place.entente("tables", "nowhere"), code: 1, saying: "nowhere")
    try FileManager.default.createDirectory(atPath: place.path("empty"), withIntermediateDirectories: true)
    let empty = try place.entente("tables", "empty")
    #expect(empty.code == 2 && empty.errors.contains("empty: error: no table was found"), "\(empty.errors)")
  }
}
