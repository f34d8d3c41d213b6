import Chronology
import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// What the columns of tables of edges are taken for.
@Suite struct TableColumnTests {
  // MARK: Roles and directions

  @Test(arguments: [
    ("source,target,type\na,b,Directed\nb,c,Undirected\n", ["a -> b", "b -- c"]),
    (
      "source,target,type,relation\na,b,Directed,denounces\nb,c,Undirected,allied with\n",
      ["a -> b denounces", "b -- c allied-with"]
    ),
    ("ego,alter,relation\na,b,allied with\n", ["a -- b allied-with"]),
    ("source,target,type\na,b,trade\nb,c,\n", ["a -- b trade", "b -- c"]),
    ("source,target,type,role\na,b,trade,buys\n", ["a -- b buys type='trade'"]),
    ("source,target,interaction\na,b,binds\n", ["a -- b binds"]),
    ("source,target,directed\na,b,yes\nb,c,false\nc,d,1\n", ["a -> b", "b -- c", "c -> d"]),
    ("source,target,label\na,b,ally\n", ["a -- b ally"]),
  ])
  func aRoleTakesAwayNoDirection(text: String, expected: [String]) throws {
    let found = try SampleTable(text)
    #expect(found.edges == expected)
    #expect(found.graph.statements.allSatisfy { $0.isNetworkEdge })
  }

  @Test func directedIsAsked() throws {
    let found = try SampleTable("source,target,role\na,b,\nb,c,pays\n") { $0.isDirected = true }
    #expect(found.edges == ["a -> b", "b -> c pays"] && found.graph.hasDirectedLinks)
  }

  @Test func lettersLeadFromTheirSender() throws {
    let found = try SampleTable("sender,recipient,date\na,b,1760\n")
    #expect(found.graph.hasDirectedLinks)
    #expect(
      found.messages == [
        "the columns 'sender' and 'recipient' are read as those of letters: each row leads from the first to the second."
      ])
    #expect(try SampleTable("from,to,date\na,b,1760\n").edges == ["a -- b [1760]"])
  }

  // MARK: Columns that have no place

  @Test func allOtherColumnsAreKept() throws {
    let found = try SampleTable(
      "source,target,colour,score,share,secret,code\na,b,red,3,0.5,true,007\nb,c,NA,-4,,FALSE,1\nc,d,,,2,,\n")
    #expect(
      found.edges == [
        "a -- b code='007' colour='red' score=3 secret=true share=0.5",
        "b -- c code='1' score=-4 secret=false",
        "c -- d share=2.0",
      ])
    #expect(found.warnings.isEmpty)
  }

  @Test func columnsOfOneNameAreBothKept() throws {
    #expect(try SampleTable("source,target,x,x\na,b,1,2\n").edges == ["a -- b x=1 x_2=2"])
  }

  @Test func remarksAmongTheRowsAreTold() throws {
    let found = try SampleTable("source,target\na,b\n#c,d\n")
    #expect(
      found.warnings.map(\.description) == [
        "t.csv:3:1: warning: 1 line begins with '#' or '%' and are read as remarks; a name that begins so stands in quotation marks."
      ])
    #expect(try SampleTable("source,target\n\"#c\",d\n").edges == ["#c -- d"])
  }

  // MARK: Two columns for one thing

  @Test(arguments: [
    (
      "source,target,timestamp,time\na,b,1,2\n",
      "the columns 'time' and 'timestamp' are two columns for one thing, the date of an edge"
    ),
    (
      "source,target,when,start,end\na,b,1,2,3\n",
      "the columns 'when' and 'start' are a date beside a start or an end"
    ),
    (
      "source,target,start,onset\na,b,1,2\n",
      "the columns 'start' and 'onset' are two columns for one thing, its start"
    ),
    (
      "source,target,strength,count\na,b,1,2\n",
      "the columns 'strength' and 'count' are two columns for one thing, its weight"
    ),
  ])
  func twoColumnsForOneThingAreTold(text: String, words: String) {
    let faults = tableFaults(text)
    #expect(faults.count == 1 && faults[0].contains(words) && faults[0].contains("--columns"), "\(faults)")
  }

  @Test func theUsualNameGoesBeforeOthers() throws {
    #expect(try SampleTable("source,target,count,weight\na,b,5,2\n").edges == ["a -- b 2.0 count=5"])
    #expect(
      try SampleTable("source,target,year,date\na,b,1941,1941-04\n") {
        try $0.options.nameColumns("when=date")
      }
      .edges == ["a -- b [1941-04] year=1941"])
  }

  // MARK: Columns that are named

  @Test func columnsCanBeNamed() throws {
    let text = "Person,Partner,Anfang am,Ort\na,b,1941,Wien\n"
    let found = try SampleTable(text) {
      try $0.options.nameColumns("source=Person,target=Partner,start=Anfang am")
    }
    #expect(found.edges == ["a -- b [1941] Ort='Wien'"])
    #expect(
      try SampleTable("x,y\nz,w\n") { try $0.options.nameColumns("source=2,target=1") }.edges == [
        "y -- x", "w -- z",
      ])
    let faults = tableFaults(text) { try $0.options.nameColumns("source=Persn,target=Partner") }
    #expect(
      faults == [
        "t.csv:1:1: error: --columns names the column 'Persn'; the table has 'Person', 'Partner', 'Anfang am', 'Ort'. Did you mean 'Person'?"
      ])
  }

  @Test(arguments: [
    ("from=a", "'from' is not one of source, target"),
    ("source", "found 'source'; expected a column and its name"),
    ("source=a,source=b", "is 'a' and 'b'; expected one name"), ("sorce=a", "Did you mean 'source'?"),
  ])
  func wrongNamesOfColumnsAreTold(text: String, words: String) {
    var options = TableOptions()
    let error = #expect(throws: TableOptions.Fault.self) { try options.nameColumns(text) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  // MARK: Headers that nobody knows

  @Test(arguments: [
    "Person,Partner\na,b\nb,c\n", "who,whom,how much\na,b,3\nb,c,4\n", "x,y,z,q\n1,2,3,4\n",
    "sorce,target\na,b\n",
    "alpha,beta\n1,2\n2,3\n", "n1,n2,d\na,b,1941-04-13\nb,c,1941\n",
  ])
  func aHeaderIsNeverAnEdge(text: String) {
    let faults = tableFaults(text)
    #expect(faults.contains { $0.contains("the header has no column 'source'; found '") }, "\(faults)")
    #expect(faults.last?.contains("--columns") == true, "\(faults)")
  }

  @Test func aMisspeltHeaderIsTold() {
    #expect(
      tableFaults("source,tarrget\na,b\n").first
        == "t.csv:1:1: error: the header has no column 'target'; found 'source', 'tarrget'. Did you mean 'target'?"
    )
  }
}
