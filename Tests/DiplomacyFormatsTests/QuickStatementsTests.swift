import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Commands for Wikidata, and what is rather left out.
@Suite struct QuickStatementsTests {
  private func lines(_ graph: String, createsItems: Bool = false) throws -> (
    lines: [String], losses: [String]
  ) {
    let graph = try GraphFile.read("entente: 1\ntitle: T\n" + graph, named: "t")
    let export = quickStatements(GraphView(graph), createsItems: createsItems)
    let text = String(decoding: export.bytes, as: UTF8.self)
    return (text.split(separator: "\n").map { String($0).replacing("\t", with: " | ") }, export.losses.lines)
  }

  private let pact = """
    sources:
      avalon: { title: The text of the pact, language: en, url: "https://avalon.law.yale.edu/wwii/s1.asp", date: 1941 }
      item: { title: Treaty series, url: "https://www.wikidata.org/wiki/Q1" }
      book: A book
    actors:
      ussr: { name: Soviet Union, identifiers: { wikidata: Q15180 }, exists: 1922-12-30/1991-12-26, source: item }
      japan: { name: Japan, identifiers: { wikidata: Q188712 } }
      molotov: { kind: person, name: Molotov, identifiers: { wikidata: Q81137 }, exists: 1890-03-09/1986-11-08 }
      nobody: { kind: person, name: Nobody }
    agreements:
      pact:
        name: Pact
        identifiers: { wikidata: Q727344 }
        source: [avalon p. 4, book, item article 2]
        signed: 1941-04-13
        entered-into-force: 1941-04-25
        ended: 1946-04
        parties: [ussr, japan]
        signatories: [{ actor: molotov, for: ussr, office: Foreign Minister }, nobody]
        obligations: [{ kind: remain-neutral, by: [ussr], to: [japan] }]

    """

  @Test func signatoriesDatesAndReferencesAreWrittenSo() throws {
    let reference =
      "S854 | \"https://avalon.law.yale.edu/wwii/s1.asp\" | S1476 | en:\"The text of the pact\" | S577 | +1941-00-00T00:00:00Z/9 | S304 | \"4\" | !S248 | Q1 | S958 | \"article 2\""
    let (lines, losses) = try lines(pact)
    #expect(
      lines == [
        "Q15180 | P571 | +1922-12-30T00:00:00Z/11 | S248 | Q1",
        "Q15180 | P576 | +1991-12-26T00:00:00Z/11 | S248 | Q1",
        "Q81137 | P569 | +1890-03-09T00:00:00Z/11",
        "Q81137 | P570 | +1986-11-08T00:00:00Z/11",
        "Q727344 | P585 | +1941-04-13T00:00:00Z/11 | \(reference)",
        "Q727344 | P580 | +1941-04-25T00:00:00Z/11 | \(reference)",
        "Q727344 | P582 | +1946-04-00T00:00:00Z/10 | \(reference)",
        "Q727344 | P1891 | Q15180 | P585 | +1941-04-13T00:00:00Z/11 | \(reference)",
        "Q727344 | P1891 | Q188712 | P585 | +1941-04-13T00:00:00Z/11 | \(reference)",
        "Q727344 | P1891 | Q81137 | P585 | +1941-04-13T00:00:00Z/11 | P1268 | Q15180 | \(reference)",
      ])
    #expect(
      losses == [
        "2 × statement without a source that has an address or an item, written without a reference",
        "1 × entity without an item of Wikidata", "1 × obligation", "1 × office",
        "1 × statement whose other end has no item of Wikidata",
      ])
  }

  @Test func newItemsAreCreatedWhenAsked() throws {
    let (lines, losses) = try lines(
      """
      actors:
        a: { name: { en: A "b" | c, zh-Hans: 甲 }, short-name: a, kind: person, member-of: league, exists: 1900/.. }
        league: { name: League, kind: organization, identifiers: { wikidata: Q38130 } }
        imagined: { name: I, modality: hypothetical, holder: a }
      """, createsItems: true)
    #expect(
      lines == [
        "CREATE", "LAST | Len | \"A \"b\" | c\"", "LAST | Lzh-hans | \"甲\"", "LAST | Aen | \"a\"",
        "LAST | P31 | Q5", "LAST | P569 | +1900-00-00T00:00:00Z/9", "LAST | P463 | Q38130",
      ])
    #expect(losses.contains("1 × entity without an item of Wikidata"))
  }

  /// What a careful editor would not write.
  @Test func whatIsDisputedDoubtfulOrUnfitIsToldAndLeftOut() throws {
    let (lines, losses) = try lines(
      """
      readings: { one: One }
      actors:
        a:
          name: A
          identifiers: { wikidata: Q1 }
          member-of:
            - { actor: b, certainty: low }
            - { actor: b, reading: one }
            - { actor: b, modality: planned }
            - { actor: b, certainty: medium, when: 1920/1930~ }
          hostile-to: b
        b: { name: B, kind: bloc, identifiers: { wikidata: Q2 } }
        c: { name: C, identifiers: { wikidata: not an item } }
      agreements:
        p: { name: P, identifiers: { wikidata: Q3 }, parties: [a, { actor: b }], acts: [{ act: accession, by: b }, { act: breach, by: a }] }
      """)
    #expect(
      lines == [
        "Q1 | P463 | Q2 | P580 | +1920-00-00T00:00:00Z/9 | P582 | +1930-00-00T00:00:00Z/9 | P1480 | Q18122778"
      ])
    #expect(
      losses == [
        "1 × doubt about a date that is a qualifier",
        "1 × statement for which Wikidata has no property that fits", "1 × statement of low certainty",
        "1 × statement that holds in some readings only",
        "1 × statement of what was only planned, promised, believed or supposed",
        "1 × statement without a source that has an address or an item, written without a reference",
        "1 × entity without an item of Wikidata",
        "2 × act of an agreement for which Wikidata has no property that fits",
        "2 × party of which no signature is told",
      ])
  }

  @Test(arguments: [
    ("1941-04-13", "+1941-04-13T00:00:00Z/11", []), ("1941-04", "+1941-04-00T00:00:00Z/10", []),
    ("1941", "+1941-00-00T00:00:00Z/9", []), ("194X", "+1940-00-00T00:00:00Z/8", []),
    (
      "19XX", "+1950-00-00T00:00:00Z/7", ["P1319 +1900-01-01T00:00:00Z/11", "P1326 +1999-12-31T00:00:00Z/11"]
    ),
    ("1941~", "+1941-00-00T00:00:00Z/9", ["P1480 Q5727902"]),
    ("1941?", "+1941-00-00T00:00:00Z/9", ["P1480 Q18122778"]),
    ("1941%", "+1941-00-00T00:00:00Z/9", ["P1480 Q5727902", "P1480 Q18122778"]),
    (
      "[1941-06-22..1941-12-31]", "+1941-00-00T00:00:00Z/9",
      ["P1319 +1941-06-22T00:00:00Z/11", "P1326 +1941-12-31T00:00:00Z/11"]
    ),
    ("[..1941-06]", "somevalue", ["P1326 +1941-06-30T00:00:00Z/11"]),
    (
      "1941-21", "+1941-00-00T00:00:00Z/9",
      ["P1319 +1941-03-01T00:00:00Z/11", "P1326 +1941-05-31T00:00:00Z/11"]
    ),
    ("1941-04-13T14:50:00", "+1941-04-13T00:00:00Z/11", []),
    ("[1899,1901]", "somevalue", ["P1319 +1899-01-01T00:00:00Z/11", "P1326 +1901-12-31T00:00:00Z/11"]),
    // 29 May 1453 was so by the Julian calendar, which is a Gregorian 7 June.
    ("1453-06-07", "+1453-05-29T00:00:00Z/11/J", []), ("1453", "+1453-00-00T00:00:00Z/9/J", []),
    // Caesar died on 15 March 44 BCE of the Julian calendar.
    ("-0043-03-13", "-0044-03-15T00:00:00Z/11/J", []), ("-0043", "-0044-00-00T00:00:00Z/9/J", []),
    ("0000", "-0001-00-00T00:00:00Z/9/J", []), ("Y-170000002", "-170000003-00-00T00:00:00Z/9/J", []),
  ])
  func datesHaveTheirPrecision(text: String, value: String, qualifiers: [String]) throws {
    let time = try #require(WikidataTime(try HistoricalDate(text)))
    #expect(time.value == value)
    #expect(time.qualifiers.map { "\($0.property) \($0.value)" } == qualifiers)
  }

  @Test func oldStyleDatesAreJulian() throws {
    let date = try HistoricalDate("1917-10-25", style: .julian)
    #expect(WikidataTime(date)?.value == "+1917-10-25T00:00:00Z/11/J")
    #expect(
      WikidataTime(try HistoricalDate("1917-10", style: .julian))?.value == "+1917-10-00T00:00:00Z/10/J")
    #expect(WikidataTime(try HistoricalDate("1941/1945")) == nil)
    #expect(WikidataTime(try HistoricalDate("[..1941]"))?.value == "somevalue")
  }

  /// Every line of every sample has the columns that QuickStatements takes, whatever names and titles hold.
  @Test(arguments: SampleGraph.all)
  func everyLineIsACommand(sample: SampleGraph) throws {
    let view = GraphView(try sample.graph())
    for createsItems in [false, true] {
      let text = String(decoding: quickStatements(view, createsItems: createsItems).bytes, as: UTF8.self)
      let time = /[+-][0-9]{4,}-[0-9]{2}-[0-9]{2}T00:00:00Z\/(7|8|9|10|11)(\/J)?/
      for line in text.split(separator: "\n") where line != "CREATE" {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        try #require(fields.count >= 3 && fields.count % 2 == 1, "\(line)")
        #expect(fields[0].wholeMatch(of: /Q[0-9]+|LAST/) != nil, "\(line)")
        for (index, field) in fields.enumerated().dropFirst() {
          if index % 2 == 1 {
            #expect(field.wholeMatch(of: /!?[PS][0-9]+|[LA][a-z-]+/) != nil, "\(line)")
          } else {
            let isValue =
              field.wholeMatch(of: /Q[0-9]+|somevalue|([a-z-]+:)?".*"/) != nil
              || field.wholeMatch(of: time) != nil
            #expect(isValue, "\(line)")
          }
        }
      }
    }
  }
}
