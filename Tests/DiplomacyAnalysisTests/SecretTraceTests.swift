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

  @Test func whatIsNoSecretHasNoTrace() throws {
    #expect(try trace("open") == nil)
    #expect(try trace("nothing") == nil)
  }
}
