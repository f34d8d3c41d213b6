import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

/// Events and acts in order of time.
@Suite struct ChronicleTests {
  @Test func theOrderOfEventsFollowsTheirOffsets() throws {
    let graph = try GraphFile.read(contentsOf: graphFile("neutrality-pact"))
    let entries = GraphView(graph, try asked(of: graph)).chronicle(
      of: ["soviet-declaration-of-war", "soviet-invasion"])
    #expect(entries.map(\.entity.id) == ["soviet-invasion", "soviet-declaration-of-war"])
    #expect(entries[0].follows == nil)
    let follows = try #require(entries[1].follows)
    #expect(follows.answer == .yes && follows.least == 5 * 3600 && follows.most == 6 * 3600)
  }

  @Test func actsStandAmongEventsAndThoseWithoutADateNowhere() throws {
    let graph = try read(
      """
      entente: 1
      title: T
      actors: { a: A, b: B }
      agreements:
        pact: { name: Pact, parties: [a, b], signed: 1921-03-03, denounced: { when: 1925-01-01, by: a } }
        other: { name: Other, parties: [a, b], acts: [{ act: registration }] }
      events:
        talks: { kind: meeting, name: Talks, when: 1923-07-01 }
        rumour: { kind: meeting, name: Rumour }
        plan: { kind: meeting, name: Plan, when: 1924, modality: planned, holder: a }
      """)
    let entries = GraphView(graph).chronicle()
    #expect(entries.filter { $0.derived == nil }.map(\.entity.id) == ["pact", "talks", "pact"])
    #expect(entries.filter { $0.derived == nil }.map { $0.act != nil } == [true, false, true])
    // Between two whole days, days are counted.
    let talks = try #require(entries.first { $0.entity.id == "talks" }?.follows)
    #expect(talks.least == 850 * 86_400 && talks.most == 850 * 86_400)
  }

  @Test func uncertainDatesLeaveTheOrderOpen() throws {
    let graph = try read(
      """
      entente: 1
      title: T
      actors: { a: A }
      events:
        one: { kind: meeting, name: One, when: 1923-05 }
        two: { kind: meeting, name: Two, when: 1923-05-20 }
      """)
    let entries = GraphView(graph).chronicle()
    #expect(entries.map(\.entity.id) == ["one", "two"])
    #expect(entries[1].follows?.answer == .maybe)
  }

  // MARK: What follows from acts and terms

  /// What is derived: what of whom, when, and how surely.
  private func derived(_ text: String, _ change: (inout ViewOptions) -> Void = { _ in }) throws -> [String] {
    let graph = try read("entente: 1\ntitle: T\nactors: { a: A, b: B, c: C }\n" + text)
    return GraphView(graph, try asked(of: graph, change)).chronicle().compactMap { entry in
      entry.derived.map { derived in
        "\(derived.member?.rawValue ?? "all") \(derived.isEnd ? "end" : "begin") \(entry.date.edtf) \(derived.answer)"
      }
    }
  }

  /// The Reinsurance Treaty of 18 June 1887 was for three years.
  @Test func theEndOfATermIsTold() throws {
    let text = """
      agreements:
        reinsurance: { name: R, parties: [a, b], signed: SIGNED, terms: { duration: P3Y, clause: article 5 } }
      """
    #expect(
      try derived(text.replacing("SIGNED", with: "1887-06-18")) == [
        "all begin 1887-06-18 yes", "all end 1890-06-18 yes",
      ])
    // What follows from a date in doubt is in doubt.
    #expect(
      try derived(text.replacing("SIGNED", with: "1887-06-18?")) == [
        "all begin 1887-06-18? yes", "all end 1890-06-18? yes",
      ])
    #expect(
      try derived(text.replacing("SIGNED", with: "1887-06")) == [
        "all begin 1887-06 yes", "all end 1890-06 yes",
      ])
  }

  @Test(arguments: [
    ("1887-06-18~", "1890-06-18~"), ("1887-06%", "1890-06%"), ("1887?", "1890?"), ("1887", "1890"),
    ("'1887-06-18/1887-06-20'", "1890-06-18"), ("[1887-06-18?..1887-06-20?]", "[1890-06-18?..1890-06-20?]"),
  ])
  func anEndIsKnownAsCloselyAsItsBeginning(signed: String, end: String) throws {
    let found = try derived(
      "agreements: { r: { name: R, parties: [a, b], signed: \(signed), terms: { duration: P3Y } } }\n")
    #expect(found.last == "all end \(end) yes")
  }

  /// Who acceded is a member, and what an act brings about is the act itself.
  @Test func whoAccededLeavesAndActsAreNotLaterThanThemselves() throws {
    let text = """
      agreements:
        r:
          name: R
          parties: [a, b, c]
          signed: 1880~
          terms: { duration: P20Y, denunciation: after-notice, notice: P1Y }
          acts: [{ act: accession, when: 1885-01-01?, by: d }, { act: withdrawal, when: 1888-03-03, by: d }]
      """
    let graph = try read("entente: 1\ntitle: T\nactors: { a: A, b: B, c: C, d: D }\n" + text)
    let entries = GraphView(graph).chronicle()
    #expect(
      entries.map { "\($0.act?.kind.name ?? $0.derived?.member?.rawValue ?? "all") \($0.date.edtf)" } == [
        "signature 1880~", "all 1880~", "accession 1885-01-01?", "withdrawal 1888-03-03", "d 1889-03-03",
        "all 1900~",
      ])
    #expect(entries[1].follows?.most == 0 && entries[1].follows?.answer == .no)
  }

  @Test func lapsesAndLeavingsAreTold() throws {
    // Notice at once for two; a successor; what ends with another; a span that is stated; ratification.
    let text = """
      agreements:
        old: { name: Old, parties: [a, b], entered-into-force: 1920-01-01, ended: 1930-01-01 }
        tied: { name: Tied, parties: [a, b], signed: 1921-01-01, terms: { ends-with: old } }
        older: { name: Older, parties: [a, b], signed: 1919-01-01 }
        newer: { name: Newer, parties: [a, b], signed: 1922-02-02, supersedes: older }
        stated: { name: Stated, parties: [{ actor: a, when: 1923-03-03/1923-06-30~ }, b], in-force: 1923-03-03/1924-01-31? }
        ratified:
          name: Ratified
          parties: [a, b]
          acts: [{ act: ratification, when: 1925-01-01, by: a }, { act: ratification, when: 1925-02-02, by: b }]
          terms: { enters-into-force: ratification }
        league:
          name: League
          parties: [a, b, c]
          signed: 1926-01-01
          terms: { notice: P1Y }
          denounced: { when: 1930-05-05, by: c }
      """
    #expect(
      try derived(text) == [
        "all begin 1919-01-01 yes", "all begin 1921-01-01 yes", "all end 1922-02-01 yes",
        "all begin 1922-02-02 yes",
        "all begin 1923-03-03 yes", "a begin 1923-03-03 yes", "a end 1923-06-30~ yes",
        "all end 1924-01-31? yes",
        "all begin 1925-02-02 yes", "all begin 1926-01-01 yes", "all end 1930-01-01 yes",
        "c end 1931-05-05 yes",
      ])
  }

  @Test func whatAnActSaysIsNotSaidAgain() throws {
    let text = """
      agreements:
        r:
          name: R
          parties: [a, b, { actor: c, when: 1922-02-02/1925-05-05 }]
          signed: 1921-01-01
          entered-into-force: 1921-03-03
          ended: 1930-01-01
          in-force: 1921-03-03/1930-01-01
          acts: [{ act: accession, when: 1922-02-02, by: c }, { act: withdrawal, when: WHEN, by: c }]
      """
    #expect(try derived(text.replacing("WHEN", with: "1925-05-05")) == [])
    #expect(try derived(text.replacing("WHEN", with: "1925-05-04")) == ["c end 1925-05-05 yes"])
    #expect(
      try derived(text.replacing("WHEN", with: "1925-05-05").replacing("by: c }]", with: "by: b }]"))
        == ["c end 1925-05-05 yes"])
  }

  @Test func whatAnActorDoesNotKnowEndsNothing() throws {
    let text = """
      agreements:
        open: { name: Open, parties: [a, b], signed: 1920-01-01 }
        secret: { name: Secret, parties: [a, b], secret: true, signed: 1925-05-05, supersedes: open }
        dated: { name: Dated, parties: [a, b, c], signed: 1921-01-01, terms: { duration: P5Y, known-to: a } }
      """
    let all = [
      "all begin 1920-01-01 yes", "all begin 1921-01-01 yes", "all end 1925-05-04 yes",
      "all begin 1925-05-05 yes", "all end 1926-01-01 yes",
    ]
    #expect(try derived(text) == all)
    #expect(try derived(text) { $0.knownTo = "a" } == all)
    #expect(
      try derived(text) { $0.knownTo = "c" } == [
        "all begin 1920-01-01 yes", "all begin 1921-01-01 yes", "all end 1926-01-01 yes",
      ])
  }

  // MARK: Windows and distances

  @Test(arguments: [
    ("1923-05", "", ["month", "day", "span", "set"]), ("", "1923-05-19", ["early", "month", "span"]),
    ("1923-05-20", "1923-05-20", ["month", "day", "span"]), ("1923-05-21", "1923-06-09", ["month", "span"]),
    ("1923-06-11", "1923-06-29", ["span"]), ("1923-06-10", "1923-06-10", ["span", "set"]),
    ("1930", "", []), ("1923-05", "1923-05", ["month", "day", "span"]),
  ])
  func aWindowHoldsWhatMayLieInIt(from: String, to: String, expected: [EntityID]) throws {
    let graph = try read(
      """
      entente: 1
      title: T
      events:
        early: { name: E, when: 1922-12-31 }
        month: { name: M, when: 1923-05 }
        day: { name: D, when: 1923-05-20 }
        span: { name: S, when: 1923-05-01/1923-07-01 }
        set: { name: T, when: [1923-06-10, 1923-06-30] }
        open: { name: O }
      """)
    let window = ChronicleEntry.Window(
      from: from.isEmpty ? nil : try HistoricalDate(from), to: to.isEmpty ? nil : try HistoricalDate(to))
    let found = GraphView(graph).chronicle(in: window).map(\.entity.id)
    #expect(Set(found) == Set(expected))
    let sure = GraphView(graph).chronicle(in: window).filter { window.holds($0.date) == .yes }
    #expect(!sure.contains { $0.entity.id == "month" } || from == "1923-05")
  }

  @Test(arguments: [
    ("1923-01-01", "[1923-01-10..1923-01-12]", 9, 11), ("1923-01-01", "1923-01-02", 1, 1),
    ("1923-01-01", "1923-01-01", 0, 0), ("[1923-01-01..1923-01-04]", "[1923-01-03..1923-01-12]", -1, 11),
    ("1923-05", "1923-06", 1, 60), ("1923-02-28", "1924-03-01", 367, 367),
    ("1923-01-01/1923-01-20", "1923-01-10", 9, 9),
  ])
  func daysAreCountedBetweenAnyOfTheirDays(first: String, second: String, least: Int64, most: Int64) throws {
    let quote: (String) -> String = { $0.hasPrefix("[") ? $0 : "'\($0)'" }
    for offset in ["", "default-offset: \"+09:00\"\n"] {
      let graph = try read(
        "entente: 1\ntitle: T\n" + offset + "events:\n  one: { name: One, when: \(quote(first)) }\n"
          + "  two: { name: Two, when: \(quote(second)) }\n")
      let entries = GraphView(graph).chronicle()
      #expect(entries.map(\.entity.id) == ["one", "two"])
      let follows = try #require(entries[1].follows)
      #expect(follows.days?.least == least && follows.days?.greatest == most)
      #expect(follows.least == least * 86_400 && follows.most == most * 86_400)
    }
  }
}
