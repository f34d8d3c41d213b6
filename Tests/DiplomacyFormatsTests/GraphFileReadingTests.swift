import Chronology
import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

@Suite struct GraphFileReadingTests {
  @Test func documentedExampleIsRead() throws {
    let graph = try readGraph(try documentedExample())
    #expect(graph.title.text(in: "en") == "A small graph")
    #expect(graph.entities.map(\.id) == ["germany", "poland", "pilsudski", "corridor", "declaration-1934"])
    #expect(graph["germany"]?.kind == EntityKind(.actor, "state"))
    #expect(graph["poland"]?.name.text(in: "pl") == "Polska")
    #expect(graph["poland"]?.when == (try HistoricalDate("1918-11-11/..")))
    #expect(GraphView(graph).parties(of: "declaration-1934") == ["germany", "poland"])
    #expect(
      links(graph) == [
        "represents pilsudski poland", "party germany declaration-1934", "party poland declaration-1934",
      ])
    #expect(graph.statements[0].office == LocalizedText("Minister of War", language: "en"))
    let pact = try #require(graph["declaration-1934" as EntityID])
    #expect(pact.attestation.citations == [Citation(source: "treaties", locator: "vol. 1")])
    #expect(pact.life?.acts.map(\.kind) == [.signature, .entryIntoForce, .termination])
    #expect(pact.life?.acts.last?.by == ["germany"])
    #expect(pact.life?.terms.first?.duration == Period(years: 10))
    #expect(pact.life?.terms.first?.notice == Period(months: 6))
    #expect(graph[SourceID("treaties")]?.url == "https://treaties.un.org")
  }

  @Test(arguments: ["Graphs/neutrality-pact.yaml"])
  func graphOfTheProjectIsRead(path: String) throws {
    let graph = try GraphFile.read(try projectText(path), named: path)
    #expect(graph.entities.count > 10, "\(path)")
  }

  @Test func headerIsRead() throws {
    let graph = try readGraph(
      """
      entente: 1
      title: { fr: Un graphe, en: A graph }
      summary: What it holds
      authors: [One, Two]
      license: CC0-1.0
      language: fr
      default-offset: "+03:00"
      actors: { ussr: { name: Union soviétique, exists: 1922-12-30T12:00/.. } }
      """)
    #expect(
      graph.title
        == LocalizedText([.init(language: "fr", text: "Un graphe"), .init(language: "en", text: "A graph")]))
    #expect(graph.summary == "What it holds")
    #expect(graph.authors == ["One", "Two"])
    #expect(graph.license == "CC0-1.0")
    #expect(graph.language == "fr")
    #expect(graph.defaultOffset == UTCOffset("+03:00"))
    #expect(graph["ussr"]?.name.wordings.first?.language == "fr")
    #expect(
      graph["ussr"]?.when == (try HistoricalDate("1922-12-30T12:00/..", defaultOffset: UTCOffset("+03:00"))))
  }

  @Test func oneAuthorNeedsNoBrackets() throws {
    #expect(try readGraph(header + "authors: One\n").authors == ["One"])
    #expect(try readGraph(header).authors.isEmpty)
  }

  @Test(arguments: ["actors", "territories", "agreements", "events"])
  func listAndMappingSectionsSayTheSame(section: String) throws {
    let mapping = try readGraph(header + "\(section):\n  a: { name: A, note: N }\n  b: { name: B }\n")
    let list = try readGraph(
      header + "\(section):\n  - { id: a, name: A, note: N }\n  - { id: b, name: B }\n")
    let short = try readGraph(header + "\(section): { a: { name: A, note: N }, b: B }\n")
    #expect(mapping.entities.map(\.id) == ["a", "b"], "\(section)")
    #expect(mapping.entities == list.entities, "\(section)")
    #expect(mapping.entities == short.entities, "\(section)")
  }

  @Test func sourcesAndReadingsStandInListsToo() throws {
    let mapping = try readGraph(
      header + "sources: { s: S, t: { title: T } }\nreadings: { r: R, q: { title: Q } }\n")
    let list = try readGraph(
      header
        + "sources: [{ id: s, title: S }, { id: t, title: T }]\nreadings: [{ id: r, title: R }, { id: q, title: Q }]\n"
    )
    #expect(mapping.sources == list.sources)
    #expect(mapping.readings == list.readings)
    #expect(mapping.sources.map(\.id.rawValue) == ["s", "t"])
  }

  @Test(arguments: ["", " ~", " null", " {}", " []"])
  func emptySectionHoldsNothing(value: String) throws {
    let sections = ["sources", "readings", "actors", "territories", "agreements", "events", "statements"]
      .filter { value != " {}" || $0 != "statements" }
    let graph = try readGraph(header + sections.map { "\($0):\(value)\n" }.joined())
    #expect(graph.entities.isEmpty && graph.sources.isEmpty && graph.statements.isEmpty, "'\(value)'")
  }

  @Test func everyKeyOfASourceIsRead() throws {
    let graph = try readGraph(
      header + """
        sources:
          account: An account
          text:
            title: { en: The text, ru: Текст }
            kind: treaty-text
            author: Somebody
            publisher: A press
            url: https://example.org/text
            date: 1941-04-13
            language: ru
            quoted-in: { source: account, locator: P8 }
            note: In Russian
        """)
    let text = Source(
      id: "text",
      title: LocalizedText([.init(language: "en", text: "The text"), .init(language: "ru", text: "Текст")]),
      kind: "treaty-text", author: "Somebody", date: try HistoricalDate("1941-04-13"), language: "ru",
      url: "https://example.org/text", publisher: "A press",
      quotedIn: Citation(source: "account", locator: "P8"), note: "In Russian")
    #expect(
      graph.sources == [Source(id: "account", title: LocalizedText("An account", language: "en")), text])
  }

  @Test func readingsExtendOthersAndOneIsTheDefault() throws {
    let graph = try readGraph(
      header + """
        readings:
          strict: { title: Strict, extends: base, default: true, note: N }
          base: { title: { en: Base, fr: Socle }, default: false }
        """)
    #expect(graph.defaultReading == "strict")
    #expect(graph.choice(of: "strict").accepted == ["strict", "base"])
    #expect(graph.readings.map(\.note) == ["N", nil])
    #expect(graph.readings[1].title.text(in: "fr") == "Socle")
  }

  @Test func everyKeyOfAnEntityIsRead() throws {
    let graph = try readGraph(
      header + """
        actors:
          ussr:
            kind: federation
            name: { ru: Советский Союз, ja-Kana: ソビエト }
            short-name: USSR
            identifiers: { wikidata: Q15180, viaf: 1234 }
            exists: 1922-12-30/1991-12-26
        events:
          attack: { name: Attack, when: 1945-08-09 }
        """)
    let ussr = try #require(graph["ussr" as EntityID])
    #expect(ussr.kind == EntityKind(.actor, "federation"))
    #expect(ussr.name.wordings.map(\.language) == ["ru", "ja-Kana"])
    #expect(ussr.label(in: "ru") == "USSR")
    #expect(
      ussr.identifiers == [
        ExternalIdentifier(register: "wikidata", value: "Q15180"),
        ExternalIdentifier(register: "viaf", value: "1234"),
      ])
    #expect(ussr.when?.text == "1922-12-30/1991-12-26")
    #expect(graph["attack"]?.when?.text == "1945-08-09")
    #expect(graph["attack"]?.kind.name == "event")
  }

  @Test(
    arguments: [
      ("actors", "state"), ("territories", "region"), ("agreements", "treaty"), ("events", "event"),
    ])
  func kindLeftOutIsTheFirstOfItsRow(section: String, kind: String) throws {
    #expect(
      try readGraph(header + "\(section): { a: A, b: { name: B } }\n").entities.map(\.kind.name) == [
        kind, kind,
      ])
  }

  @Test func everyKeyOfAttestationIsRead() throws {
    let graph = try readGraph(
      header + """
        sources: { account: A, text: B }
        readings: { one: One, two: Two }
        actors: { ussr: U, usa: A, uk: K }
        events:
          rumour:
            name: Rumour
            certainty: low
            modality: believed
            holder: ussr
            source: [account P4, { source: text, locator: p. 57 }, "account, P5", text, { source: text }]
            note: N
            reading: [one, two]
            known-to: [usa, { actor: uk, since: 1945-07 }]
            disclosed: 1946-02-11
        """)
    let expected = Attestation(
      certainty: .low, modality: .believed, holder: "ussr",
      citations: [
        Citation(source: "account", locator: "P4"), Citation(source: "text", locator: "p. 57"),
        Citation(source: "account", locator: "P5"), Citation(source: "text"), Citation(source: "text"),
      ],
      note: "N", readings: ["one", "two"],
      secret: Knowledge(
        knownTo: [.init(actor: "usa"), .init(actor: "uk", since: try HistoricalDate("1945-07"))],
        disclosed: try HistoricalDate("1946-02-11")))
    #expect(graph["rumour"]?.attestation == expected)
  }

  @Test(
    arguments: [
      ("", false), ("secret: false", false), ("secret: true", true), ("known-to: usa", true),
      ("known-to: { actor: usa, since: 1945 }", true), ("disclosed: 1946", true),
      ("secret: true, disclosed: 1946", true),
    ])
  func secretIsMadeByItsKeys(keys: String, isSecret: Bool) throws {
    let graph = try readGraph(header + "actors: { usa: A }\nevents: { e: { name: E, \(keys) } }\n")
    #expect((graph["e"]?.attestation.secret != nil) == isSecret, "'\(keys)'")
  }

  @Test(
    arguments: [
      ("1941-04-13", "1941-04-13"), ("1941", "1941"), ("194X", "194X"), ("1941~", "1941~"),
      ("1941-04?", "1941-04?"),
      ("1941-04-25/..", "1941-04-25/.."), ("../1946", "../1946"), ("/1946", "/1946"),
      ("1941-04-25/", "1941-04-25/"),
      ("[1945-05-08, 1945-05-09]", "[1945-05-08,1945-05-09]"), ("[1940-06-22..]", "[1940-06-22..]"),
      ("[..1941-06]", "[..1941-06]"), ("[1941-06-22..1941-12-31]", "[1941-06-22..1941-12-31]"),
      ("\"[1945,1946]\"", "[1945,1946]"), ("'{1941-04-13,1941-04-25}'", "{1941-04-13,1941-04-25}"),
      ("1945-08-09T00:00:00+10:00", "1945-08-09T00:00:00+10:00"), ("0000", "0000"), ("-0043", "-0043"),
    ])
  func everyFormOfDateIsRead(written: String, expected: String) throws {
    let flow = try readGraph(header + "events: { e: { name: E, when: \(written) } }\n")
    let block = try readGraph(header + "events:\n  e:\n    name: E\n    when: \(written)\n")
    #expect(flow["e"]?.when == (try HistoricalDate(expected)), "\(written)")
    #expect(block["e"]?.when == flow["e"]?.when, "\(written)")
  }

  @Test func commentsAreNoPartOfTheGraph() throws {
    let graph = try readGraph("# first\n" + header + "actors: # those who act\n  # one\n  a: A # B\n")
    #expect(graph["a"]?.name.text(in: "en") == "A")
  }

  @Test func byteOrderMarkAndCarriageReturnsChangeNothing() throws {
    let text = try documentedExample()
    let plain = try readGraph(text)
    for other in ["\u{FEFF}" + text, text.replacing("\n", with: "\r\n")] {
      let graph = try readGraph(other)
      #expect(graph.entities == plain.entities)
      #expect(graph.statements == plain.statements)
      #expect(graph.sources == plain.sources)
    }
  }

  @Test func placesAreThoseOfTheFileWithByteOrderMarkAndCarriageReturns() {
    let text = header + "actors:\n  a: A\n  b: { name: B, sort: C }\n"
    let expected = problems(in: text)
    #expect(expected.count == 1 && expected[0].hasPrefix("5:17 'sort'"), "\(expected)")
    #expect(problems(in: "\u{FEFF}" + text) == expected)
    #expect(problems(in: text.replacing("\n", with: "\r\n")) == expected)
  }

  @Test func jsonIsReadToo() throws {
    let graph = try readGraph(
      """
      {"entente": 1, "title": {"en": "T", "ru": "Т"},
       "sources": {"account": "A"},
       "actors": [{"id": "ussr", "name": "USSR", "source": ["account P4"], "secret": true}],
       "agreements": {"pact": {"name": "Pact", "signed": "1941-04-13", "parties": ["ussr"]}},
       "events": {"e": {"name": "E", "when": ["1945-05-08", "1945-05-09"]}}}
      """)
    #expect(links(graph) == ["party ussr pact"])
    #expect(graph["e"]?.when?.text == "[1945-05-08,1945-05-09]")
    #expect(graph["ussr"]?.attestation.secret != nil)
  }

  @Test func referencesMayStandBeforeWhatTheyReferTo() throws {
    let graph = try readGraph(
      "statements: { subject: japan, role: party, object: pact, source: s, reading: r }\n"
        + "agreements: { pact: P }\nactors: { japan: J }\nreadings: { r: R }\nsources: { s: S }\ntitle: T\nentente: 1\n"
    )
    #expect(links(graph) == ["party japan pact"])
  }
}
