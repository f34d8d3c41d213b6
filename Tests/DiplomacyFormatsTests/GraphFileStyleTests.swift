import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Old Style in graph files: which style governs which date, and what the exports make of it.
@Suite struct GraphFileStyleTests {
  private func graph(_ body: String) throws -> DiplomaticGraph {
    try readGraph("entente: 1\ntitle: T\n" + body)
  }

  /// The messages about a file, with their lines and columns.
  private func messages(_ body: String) -> [String] {
    problems(in: "entente: 1\ntitle: T\n" + body)
  }

  private func signature(_ graph: DiplomaticGraph, _ id: EntityID = "p") -> HistoricalDate? {
    graph[id]?.life?.acts.first?.date
  }

  @Test(arguments: [
    "signed: { os: 1887-06-06 }", "signed: { os: 1887-06-06, by: a }", "signed: { when: { os: 1887-06-06 } }",
    "signed: 1887-06-06 O.S.", "signed: \"1887-06-06 (OS)\"", "signed: { when: 1887-06-06 O.S. }",
    "signed: { os: 1887-06-06, ns: 1887-06-18 }", "signed: 1887-06-18", "signed: { ns: 1887-06-18 }",
    "acts: [{ act: signature, os: 1887-06-06 }]", "signed: 1887-06-18 N.S.",
  ])
  func aDaySaysItsStyle(act: String) throws {
    let graph = try graph("actors: { a: A }\nagreements: { p: { name: P, \(act) } }\n")
    #expect(signature(graph)?.edtf == "1887-06-18", "\(act)")
  }

  @Test func aFileSaysItsStyle() throws {
    let graph = try graph(
      """
      date-style: julian
      actors:
        a: { name: A, exists: 1721-10-22/1917-09-01 }
        b: { name: B, exists: { when: { ns: 1871-01-18/.. } } }
      agreements:
        p: { name: P, signed: 1887-06-06, in-force: 1887-06-06/1890-06-06, parties: [{ actor: a, when: 1887-06 }] }
        q: { name: Q, signed: 1887-06-18 N.S., ended: [1887-06-01, 1887-06-06] }
      events:
        e: { name: E, when: { after: 1917-10-25, before: 1917-11-01 } }

      """)
    #expect(graph["a"]?.when?.edtf == "1721-11-02/1917-09-14")
    #expect(graph["b"]?.existence.first?.date.edtf == "1871-01-18/..")
    #expect(signature(graph)?.text == "1887-06-06" && signature(graph)?.edtf == "1887-06-18")
    #expect(graph["p"]?.life?.statedInForce.first?.date?.edtf == "1887-06-18/1890-06-18")
    #expect(graph.statements.first?.when?.edtf == "[1887-06-13..1887-07-12]")
    #expect(signature(graph, "q")?.edtf == "1887-06-18")
    #expect(graph["q"]?.life?.acts.last?.date?.edtf == "[1887-06-13,1887-06-18]")
    // After 25 October, before 1 November Old Style: 8 to 13 November.
    #expect(graph["e"]?.when?.edtf == "[1917-11-08..1917-11-13]")
  }

  @Test func theNearestStyleGoverns() throws {
    let graph = try graph(
      """
      date-style: julian
      sources: { old: Old, new: { title: New, date-style: gregorian, date: 1887-06-18 }, law: { title: Law, date-style: julian, new-year: 03-25 } }
      actors:
        a: { name: A, date-style: gregorian, exists: 1871-01-18/.. }
        b: { name: B, new-year: 03-25, exists: 1640-03-24/.. }
      territories: { berlin: { name: Berlin, date-style: gregorian } }
      agreements:
        cited: { name: C, signed: { when: 1887-06-18, source: new p. 4 } }
        placed: { name: C, signed: { when: 1887-06-18, place: berlin } }
        both: { name: C, signed: { when: 1640-03-24, place: berlin, source: { source: law, locator: 5 } } }
        whole: { name: C, source: new, signed: 1887-06-18, ended: { when: 1640-03-24, source: law } }
        own: { name: C, source: new, date-style: julian, signed: 1887-06-06 }
        plain: { name: C, source: old, signed: 1887-06-06 }
      events:
        e: { name: E, place: berlin, when: 1887-06-18 }
      statements:
        - { subject: a, role: hostile-to, object: b, when: 1887-06-18/.., source: new }

      """)
    #expect(graph.sources[1].date?.edtf == "1887-06-18")
    #expect(graph["a"]?.when?.edtf == "1871-01-18/.." && graph["b"]?.when?.edtf == "1641-04-03/..")
    for id in ["cited", "placed", "whole", "own", "plain"] {
      #expect(signature(graph, EntityID(id))?.edtf == "1887-06-18", "\(id)")
    }
    #expect(signature(graph, "both")?.edtf == "1641-04-03")
    #expect(graph["whole"]?.life?.acts.last?.date?.edtf == "1641-04-03")
    #expect(graph["e"]?.when?.edtf == "1887-06-18")
    #expect(graph.statements.last?.when?.edtf == "1887-06-18/..")
  }

  @Test(
    arguments: [
      ("date-style: mayan", "3:13", ["'mayan'", "'julian' (Old Style) or 'gregorian' (New Style)"]),
      ("new-year: 04-01", "3:11", ["'04-01'", "01-01, 03-01 (Venice), 03-25", "Easter"]),
      (
        "agreements: { p: { name: P, signed: { os: 1887-06-06, ns: 1887-06-17 } } }", "3:59",
        ["'1887-06-17' in New Style beside '1887-06-06' in Old Style, which is '1887-06-18'"]
      ),
      (
        "agreements: { p: { name: P, signed: { os: 1887-06-06, when: 1887-06-06 } } }", "3:55",
        ["'when' stands beside 'os'"]
      ),
      (
        "agreements: { p: { name: P, signed: { os: 1887-06-06 N.S. } } }", "3:43",
        ["'1887-06-06 N.S.' under 'os'", "the key 'ns'"]
      ),
      ("agreements: { p: { name: P, signed: { new-year: 03-25 } } }", "3:39", ["without 'os' or 'ns'"]),
      (
        "agreements: { p: { name: P, signed: { os: 1887-02-29 } } }", "3:43",
        ["not a date of the Julian calendar: found '29' at column 9, expected a day from 01 to 28 of 1887-02"]
      ),
      (
        "sources: { s: { title: S, date-style: julian }, t: T }\n"
          + "agreements: { p: { name: P, signed: { when: 1887-06-06, source: [s, t] } } }", "4:45",
        ["the sources 's' and 't' have dates in different styles", "'O.S.' or 'N.S.' after it"]
      ),
      ("actors: { a: { name: A, exists: { os: 1887-06-06 } } }", "3:39", ["a single date", "1887-06-06/.."]),
    ])
  func aSlipIsPlaced(body: String, place: String, words: [String]) {
    let messages = messages(body + "\n")
    #expect(messages.count == 1, "\(messages)")
    #expect(messages.first?.hasPrefix("\(place) ") == true, "\(messages)")
    for word in words { #expect(messages.first?.contains(word) == true, "\(word): \(messages)") }
  }

  @Test func suffixDecidesBetweenSourcesOfDifferentStyles() throws {
    let graph = try graph(
      """
      sources: { s: { title: S, date-style: julian }, t: T }
      agreements: { p: { name: P, signed: { when: 1887-06-06 O.S., source: [s, t] } } }

      """)
    #expect(signature(graph)?.edtf == "1887-06-18")
  }

  // MARK: Exports

  @Test func graphMLKeepsTheTextAndReadsItBack() throws {
    let sample = try #require(try SampleGraph.oldStyle.views().first).view
    let export = try graphML(sample)
    let text = String(decoding: export.bytes, as: UTF8.self)
    #expect(text.contains("<data key=\"node_when\">1917-11-07</data>"))
    #expect(text.contains("<data key=\"node_when_written\">1917-10-25 O.S.</data>"))
    #expect(text.contains("1640-03-24 (O.S., 03-25)"))
    #expect(export.losses.lines.contains { $0.contains("1 × date of another style without a text in EDTF") })
    let again = try GraphMLReader.read(Data(export.bytes), named: "again").graph
    for (entity, _) in sample.entities where entity.category == .event {
      let read = again[entity.id]?.when
      #expect(read?.styledText == entity.when?.styledText, "\(entity.id)")
      #expect(read?.stretches == entity.when?.stretches, "\(entity.id)")
    }
    for (statement, _) in sample.statements {
      let read = again.statement(statement.id)?.when
      #expect(read.map { Span($0) } == statement.when.map { Span($0) }, "\(statement.id)")
      #expect(read?.styledText == statement.when?.styledText)
    }
  }

  @Test func teiPointsToTheCalendar() throws {
    let sample = try #require(try SampleGraph.oldStyle.views().first).view
    let export = try tei(sample)
    let text = String(decoding: export.bytes, as: UTF8.self)
    for part in [
      "<calendar xml:id=\"julian\">", "<calendar xml:id=\"julian-03-25\">",
      "<calendar xml:id=\"gregorian-03-01\">",
      "when=\"1917-11-07\" when-custom=\"1917-10-25\" datingMethod=\"#julian\"",
      "<date calendar=\"#julian\" when=\"1917-11-07\" when-custom=\"1917-10-25\" datingMethod=\"#julian\">25 October 1917 O.S. (7 November N.S.)</date>",
      "from=\"1721-11-02\" to=\"1917-09-14\" when-custom=\"1721-10-22/1917-09-01\" datingMethod=\"#julian\"",
      "notBefore=\"1887-06-13\" notAfter=\"1890-07-12\" when-custom=\"1887-06/1890-06\" datingMethod=\"#julian\"",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(export.losses.losses.isEmpty, "\(export.losses.lines)")
  }

  @Test func aColumnSaysItsStyle() {
    for header in ["when (O.S.)", "when_os", "When Julian", "date (Old Style)", "year_os"] {
      let (graph, messages) = readTable(
        "source,target,\(header)\na,b,1887-06-06\na,c,6.6.1887\na,d,1887-06-18 N.S.\n")
      #expect(messages == [], "\(header)")
      #expect(
        graph?.statements.map { $0.when?.edtf } == ["1887-06-18", "1887-06-18", "1887-06-18"], "\(header)")
    }
    let (graph, messages) = readTable(
      "source,target,start (O.S.),end\na,b,1887-06-06,1890-06-18\na,c,1887-06-06,\na,d,,1890-06-18\n")
    #expect(messages == [])
    #expect(
      graph?.statements.map { $0.when?.edtf } == ["1887-06-18/1890-06-18", "1887-06-18/..", "../1890-06-18"])
    let (english, _) = readTable("source,target,\"when (O.S., 03-25)\"\na,b,1640-03-24\n")
    #expect(english?.statements.first?.when?.edtf == "1641-04-03")
    let (nothing, errors) = readTable("source,target,when (O.S.)\na,b,1887-02-29\n")
    #expect(nothing == nil && errors.first?.contains("1887-02-29") == true)
  }
}
