import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Spells as R's networkDynamic has them, written and read.
@Suite struct NetworkDynamicTests {
  private let header = "onset,terminus,tail,head,onset.censored,terminus.censored,duration,edge.id"

  private func read(_ text: String) throws -> (graph: DiplomaticGraph, warnings: [String]) {
    let read = try NetworkDynamicReader.read(Data(text.utf8), named: "a.csv", isStrict: false)
    return (read.graph, read.warnings.map(\.description))
  }

  private func mistakes(_ text: String, isStrict: Bool = false) -> [String] {
    do {
      _ = try NetworkDynamicReader.read(Data(text.utf8), named: "a.csv", isStrict: isStrict)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  private func small() throws -> GraphView {
    GraphView(
      try GraphFile.read(
        """
        entente: 1
        title: T
        actors: { a: { name: A, exists: [1900/1910, 1920/..] }, b: B, c: { name: C, exists: 1941-04-13/1941-04-14 } }
        statements:
          - { id: s, subject: a, role: hostile-to, object: b, when: 1914/1918-12-31 }
          - { id: t, subject: b, role: hostile-to, object: c, when: 1941-04-13 }
          - { id: u, subject: b, role: hostile-to, object: a, when: 1920/.. }
        """, named: "t"))
  }

  @Test func spellsAreWrittenSo() throws {
    let export = networkDynamic(try small(), in: .days)
    #expect(
      String(decoding: export.bytes, as: UTF8.self) == """
        onset,terminus,tail,head,onset.censored,terminus.censored,duration,edge.id,tail.name,head.name,statement,label,role,when,start_year,end_year
        -20454,-18628,1,2,FALSE,FALSE,1826,1,a,b,s,hostile-to,hostile-to,1914/1918-12-31,1914,1918
        -10490,-10489,2,3,FALSE,FALSE,1,2,b,c,t,hostile-to,hostile-to,1941-04-13,1941,1941
        -18263,Inf,2,1,FALSE,TRUE,Inf,3,b,a,u,hostile-to,hostile-to,1920/..,1920,

        """)
    #expect(export.companions.map(\.part) == ["vertices", "names"])
    #expect(
      String(decoding: export.companions[0].bytes, as: UTF8.self) == """
        onset,terminus,vertex.id,onset.censored,terminus.censored,duration
        -25567,-21550,1,FALSE,FALSE,4017
        -18263,Inf,1,FALSE,TRUE,Inf
        -Inf,Inf,2,TRUE,TRUE,Inf
        -10490,-10488,3,FALSE,FALSE,2

        """)
    #expect(
      String(decoding: export.companions[1].bytes, as: UTF8.self).hasPrefix("vertex.id,vertex.names,label,"))
    #expect(
      export.losses.lines.contains(
        "3 × time that is not certain, written as all the time that is possible; as it is in 'when'"))
  }

  @Test func timesInYearsAreExactToTheDay() throws {
    let export = networkDynamic(try small(), in: .years)
    let rows = String(decoding: export.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.map { $0[0] } == ["1914", "1941.2794520547945", "1920"])
    for text in ["0001-01-01", "-0043-03-15", "1941-12-31", "2000-02-29", "1582-10-15"] {
      let moment = try HistoricalDate(text).earliest
      for unit in [DecimalSpell.Unit.years, .days] {
        #expect(Moment(decimal: moment.decimal(in: unit), in: unit) == moment, "\(text)")
      }
    }
  }

  /// Ends, roles, weights, dates and kept attributes of every sample come back by the table of edges alone.
  @Test(arguments: SampleGraph.all)
  func edgesComeBack(sample: SampleGraph) throws {
    let view = GraphView(try sample.graph())
    let network = ExportedNetwork(view)
    let bytes = networkDynamic(view, in: .years).bytes
    let (back, _) = try read(String(decoding: bytes, as: UTF8.self))
    let held = network.edges.filter { !DecimalSpell.spells($0.spans, in: .years).isEmpty }
    let found = Dictionary(grouping: back.statements) { statement in
      // Several spells of one edge are statements of one id and a number.
      statement.id.rawValue
    }
    for edge in held {
      let own = try #require(found[edge.statement.id.rawValue]?.first, "\(edge.statement.id)")
      #expect(own.subject == edge.statement.subject && own.object == edge.statement.object)
      #expect(own.role == edge.statement.role)
      #expect(own.weight == edge.statement.weight)
      if edge.spans.count == 1, let text = edge.spans.exactText(of: edge.statement.when), text != "never" {
        // What always held needs no date.
        #expect(own.when.map { Span($0) } ?? .always == edge.spans[0], "\(edge.statement.id): \(text)")
      }
    }
  }

  @Test func aFileOfOursIsKnownByItsHeader() throws {
    let data = Data(networkDynamic(try small(), in: .years).bytes)
    #expect(Format.known.first { $0.begins(FileStart(data)) }?.name == "networkdynamic")
    #expect(
      Format.known.first { $0.begins(FileStart(Data("\(header)\n1,2,1,2\n".utf8))) }?.name != "networkdynamic"
    )
    #expect(Format.known.named(like: "x.networkdynamic.csv", isRead: true)?.name == "networkdynamic")
  }

  // MARK: What R writes

  @Test func aTableOfRIsRead() throws {
    let (graph, warnings) = try read(
      """
      "","onset","terminus","tail","head","onset.censored","terminus.censored","duration","edge.id"
      "1",1914,1918,1,2,FALSE,FALSE,4,1
      "2",1939.5,1945,1,2,FALSE,FALSE,5.5,1
      "3",-Inf,1920,2,3,TRUE,FALSE,Inf,2
      "4",1941,1941,3,3,FALSE,FALSE,0,3
      "5",1950,Inf,3,1,FALSE,TRUE,Inf,4
      "6",-Inf,Inf,1,3,TRUE,TRUE,Inf,5
      """)
    #expect(warnings == [])
    #expect(graph.entities.map(\.id.rawValue) == ["1", "2", "3"])
    #expect(graph.statements.allSatisfy { $0.leadsOneWay })
    #expect(
      graph.statements.map { "\($0.subject)-\($0.object) \($0.when?.text ?? "")" } == [
        "1-2 1914-01-01/1917-12-31", "1-2 1939-07-02T12:00:00/1944-12-31", "2-3 ../1919-12-31",
        "3-3 1941-01-01",
        "3-1 1950-01-01/..", "1-3 ",
      ])
  }

  @Test func rowNamesWithoutAHeadingAreReadOver() throws {
    // As write.table writes them.
    let (graph, _) = try read(
      "\"onset\" \"terminus\" \"tail\" \"head\"\n\"1\" 1900 1901 \"x\" \"y\"\n\"2\" NA NA \"y\" \"z\"\n")
    #expect(
      graph.statements.map { "\($0.subject)-\($0.object) \($0.when?.text ?? "")" } == [
        "x-y 1900-01-01/1900-12-31", "y-z ",
      ])
  }

  @Test(arguments: [
    ("", "a.csv: error: the file is empty; expected a header with 'onset', 'terminus', 'tail' and 'head'."),
    (
      "onset,terminus,tails,head\n1,2,1,2\n",
      "a.csv:1:1: error: the header has no column 'tail'; found 'onset', 'terminus', 'tails', 'head'. Did you mean 'tail'?"
    ),
    (
      "onset,terminus,tail,head\n\"1,2,3,4\n",
      "a.csv:2:1: error: found a quotation mark that is never closed; expected '\"' at the end of the field."
    ),
  ])
  func whatIsWrongIsTold(text: String, message: String) {
    #expect(mistakes(text) == [message])
  }

  @Test func aRowThatCannotBeReadIsLeftOut() throws {
    let text = """
      onset,terminus,tail,head
      soon,1918,1,2
      1918,1914,1,2
      NaN,x,1,2
      1e300,Inf,1,2
      1914,1918,,2
      1,2,3,4,5,6
      Inf,Inf,1,2
      1914,1918,1,2
      """
    let (graph, warnings) = try read(text)
    #expect(graph.statements.count == 1)
    #expect(
      warnings
        == [
          "2:1: warning: found the onset 'soon'; expected a year with decimals, such as 1941.28, Inf or -Inf. It is left out.",
          "3:6: warning: found the onset '1918' and the terminus '1914'; expected a terminus that is not before the onset. It is left out.",
          "4:5: warning: found the terminus 'x'; expected a year with decimals, such as 1941.28, Inf or -Inf. It is left out.",
          "5:1: warning: found the onset '1e300'; expected a year with decimals, such as 1941.28, Inf or -Inf. It is left out.",
          "6:1: warning: this spell has no tail or no head; expected the number of a vertex each. It is left out.",
          "7:9: warning: found 6 fields; expected 4, as in the header. It is left out.",
          "8:5: warning: found the onset 'Inf' and the terminus 'Inf'; expected a terminus that is not before the onset. It is left out.",
        ].map { "a.csv:" + $0 })
    #expect(mistakes(text, isStrict: true).count == warnings.count)
  }

  @Test(.timeLimit(.minutes(1))) func changedBytesAreReadOrTold() throws {
    var numbers = SeededNumbers(seed: 5)
    let bytes = networkDynamic(GraphView(try SampleGraph.onlyActors.graph()), in: .years).bytes
    for length in 0..<bytes.count {
      _ = try? NetworkDynamicReader.read(Data(bytes.prefix(length)), named: "a", isStrict: false)
    }
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int(numbers.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: numbers.next())
      }
      do {
        _ =
          GraphView(try NetworkDynamicReader.read(Data(changed), named: "a", isStrict: false).graph)
          .statements
      } catch { #expect(!error.diagnostics.isEmpty) }
    }
  }
}
