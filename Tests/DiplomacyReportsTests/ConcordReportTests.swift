import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import DiplomacyReports
import Testing

/// What is told of the differences of readings, and of a corpus.
@Suite struct ConcordReportTests {
  private let graph = """
    entente: 1
    title: Two sets
    sources: { set-x: Set X, set-y: Set Y }
    readings: { x: Set X, y: Set Y }
    actors: { a: A, b: { name: B, exists: 1900/.. } }
    agreements:
      pact:
        name: Pact
        acts:
          - { act: signature, when: 1825-02-16, reading: x, source: set-x row 2 }
          - { act: signature, when: 1825-02-28, reading: y, source: set-y row 9 }
        parties: [a, { actor: b, when: 1901/1910-05 }]
    """

  private func concord() throws -> Concord { Concord(of: try GraphFile.read(graph, named: "sets.yaml")) }

  @Test func countsHaveARowForEachPairAndSort() throws {
    let report = concordReport(try concord())
    #expect(
      report.table.csv == """
        first,second,what,compared,same,padded,calendar,day-apart,swapped,coarser,spelling,other,alone
        x,y,signature,1,0,0,1,0,0,0,0,0,0

        """)
    #expect(
      report.text(as: .table).hasPrefix(
        "signature: 1 thing that two readings or more tell; in 1 (100 %) no two tell the same\n"))
    #expect(report.text(as: .json).contains("\"without-agreement\": 1"))
  }

  @Test func theListHasValuesAndSources() throws {
    let header =
      "what,id,name,by,first,second,class,days,first-says,second-says,first-source,second-source\n"
    let row = "signature,pact,Pact,,x,y,calendar,12,1825-02-16,1825-02-28,set-x row 2,set-y row 9\n"
    #expect(concordListReport(try concord()).table.csv == header + row)
    #expect(concordListReport(try concord(), only: [.same]).table.csv == header)
    #expect(concordListReport(try concord(), of: "pact").table.csv == header + row)
    #expect(concordListReport(try concord(), of: "a").table.csv == header)
  }

  @Test func aCorpusIsCounted() throws {
    let report = corpusReport(GraphView(try GraphFile.read(graph, named: "sets.yaml")))
    #expect(
      report.table.csv == """
        about,item,count,of,share
        actor,state,2,3,0.6666666666666666
        agreement,treaty,1,3,0.3333333333333333
        statement,party,2,2,1
        years,1820–1829,2,5,0.4
        years,1900–1909,2,5,0.4
        years,1910–1919,1,5,0.2
        precision,day,2,6,0.3333333333333333
        precision,month,1,6,0.16666666666666666
        precision,year,2,6,0.3333333333333333
        precision,open,1,6,0.16666666666666666
        coverage,state: exists,1,2,0.5
        coverage,treaty: signature,1,1,1
        coverage,treaty: parties,1,1,1
        coverage,party: when,1,2,0.5
        coverage,party: end,1,2,0.5

        """)
  }
}
