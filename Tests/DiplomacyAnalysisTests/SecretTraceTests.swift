import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

/// Who knew of a secret, and through whom word could have passed.
@Suite struct SecretTraceTests {
  private func trace(_ secret: String, at date: String? = nil) throws -> SecretTrace? {
    let graph = try read(secretPact)
    return SecretTrace(of: secret, in: GraphView(graph, try asked(of: graph, at: date)))
  }

  @Test func knowersAreThoseWhoTookPartOrWereTold() throws {
    let found = try #require(try trace("hidden", at: "1934-06"))
    let yes = found.knowers.filter { $0.answer == .yes }.map(\.actor)
    #expect(Set(yes) == ["a", "b", "c", "clerk", "general"])
  }

  @Test func channelsLeadFromThoseWhoKnewSinceTheyDid() throws {
    let channels = try #require(try trace("hidden", at: "1934-06")).channels(to: "heir")
    #expect(
      channels.map { "\($0.from) \($0.through?.rawValue ?? "") \($0.earliest)" } == [
        "a open 1931-03-03T00:00:00", "c open 1933-02-01T00:00:00",
      ])
  }

  /// Who was gone before the other came met it on no day of a meeting.
  @Test func noWordPassesBetweenThoseWhoNeverExistedTogether() throws {
    func channels(until last: String) throws -> [String] {
      let graph = try read(
        """
        entente: 1
        title: A secret and a meeting
        actors:
          a: { name: A, exists: ../\(last) }
          b: { name: B, exists: 1941-01-08/.. }
        agreements:
          hidden: { name: Hidden, signed: 1940-03-03, parties: a, known-to: [a] }
        events:
          meeting: { name: Meeting, when: "[1941-01-03..1941-01-11]", participants: [a, b] }

        """)
      let trace = try #require(SecretTrace(of: "hidden", in: GraphView(graph)))
      #expect((trace.journey(to: "b") == nil) == trace.channels(to: "b").isEmpty)
      return trace.channels(to: "b").map { "\($0.from) \($0.earliest.day)" }
    }
    #expect(try channels(until: "1941-01-05") == [])
    #expect(try channels(until: "1941-01-09") == ["a 1941-01-08"])
  }

  @Test func whatIsNoSecretHasNoTrace() throws {
    #expect(try trace("open") == nil)
    #expect(try trace("nothing") == nil)
  }
}
