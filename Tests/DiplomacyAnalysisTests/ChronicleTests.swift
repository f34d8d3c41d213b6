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
    #expect(entries.map(\.entity.id) == ["pact", "talks", "pact"])
    #expect(entries.map { $0.act != nil } == [true, false, true])
    // Between two whole days, days are counted.
    #expect(entries[1].follows?.least == 850 * 86_400 && entries[1].follows?.most == 850 * 86_400)
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
}
