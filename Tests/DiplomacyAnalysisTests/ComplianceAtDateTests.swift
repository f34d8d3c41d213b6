import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

/// Promises as of a date: what bound by then, what had been done by then, and what was known then.
@Suite struct ComplianceAtDateTests {
  private static let text = """
    entente: 1
    title: At a date
    actors: { a: A, b: B, c: { name: C, exists: 1900/.. }, x: X }
    agreements:
      old:
        name: Old
        signed: 1873-01-01
        ended: 1887-06-18
        parties: [a, b, { actor: c, when: 1881/1887-06-18 }]
        obligations: [{ id: old-neutral, kind: remain-neutral, by: a }]
      new:
        name: New
        signed: 1894-01-04
        entered-into-force: 1894-06-01
        parties: [a, b]
        obligations: [{ id: new-help, kind: assist, by: a, to: b, within: P1M, of: war }]
      never:
        name: Never
        signed: 1892-01-01
        in-force: never
        parties: [a, b]
        obligations: [{ id: never-owed, kind: remain-neutral, by: a, to: b }]
      hidden:
        name: Hidden
        signed: 1880-01-01
        parties: [a, b]
        known-to: { actor: x, since: 1885-01-01 }
        disclosed: 1890-01-01
        obligations: [{ id: hidden-neutral, kind: remain-neutral, by: a, to: b }]
    events:
      strike: { kind: attack, name: Strike, when: 1882-05-05, agents: a, targets: b, known-to: { actor: x, since: 1886-01-01 } }
      war: { kind: war, name: War, when: 1900-01-01, agents: x, targets: b }
      help: { kind: assistance, name: Help, when: 1900-01-15, agents: a, targets: b }
    """

  private func told(at date: String, knownTo actor: EntityID? = nil) throws -> [String] {
    let graph = try read(Self.text)
    var options = try asked(of: graph, at: date)
    options.knownTo = actor
    return Compliance(of: graph, options).verdicts.map {
      "\($0.obligation.id) \($0.outcome.rawValue) \($0.event?.rawValue ?? "-")"
    }
  }

  @Test func whatIsNotYetSignedOrInForceIsNotTold() throws {
    #expect(try told(at: "1872-12-31").isEmpty)
    #expect(try told(at: "1873-01-01") == ["old-neutral pending -"])
    // Signed, but not yet in force; what never came into force is told once it is concluded.
    #expect(
      try told(at: "1894-05-31") == [
        "old-neutral breached strike", "never-owed lapsed strike", "hidden-neutral breached strike",
      ])
    #expect(try told(at: "1894-06-01").contains("new-help pending -"))
  }

  @Test func deedsAreToldFromTheDayOnWhichTheyWereDone() throws {
    #expect(try told(at: "1882-05-04") == ["old-neutral pending -", "hidden-neutral pending -"])
    #expect(try told(at: "1882-05-05") == ["old-neutral breached strike", "hidden-neutral breached strike"])
    // A coarser date leaves open whether the deed was done by then.
    #expect(try told(at: "1882-05").allSatisfy { $0.hasSuffix("breached strike") })
    #expect(try told(at: "1899-12-31").contains("new-help pending -"))
    #expect(try told(at: "1900-01-20").contains("new-help kept help"))
  }

  @Test func aDeedThatMayComeLaterIsLeftOpen() throws {
    let graph = try read(Self.text.replacing("when: 1882-05-05", with: "when: 1882"))
    let found = Compliance(of: graph, try asked(of: graph, at: "1882-03")).verdicts
    #expect(found.allSatisfy { $0.outcome == .undecided && $0.reason == .perhapsDone }, "\(found)")
  }

  @Test func creditorsAreThoseOfTheDate() throws {
    let graph = try read(Self.text.replacing("exists: 1900/..", with: "exists: 1800/.."))
    func creditors(_ date: String) throws -> [EntityID] {
      try Compliance(of: graph, asked(of: graph, at: date)).verdicts.first?.creditors ?? []
    }
    #expect(try creditors("1880-06-01") == ["b"])
    #expect(try creditors("1881-12-31") == ["b", "c"])
  }

  @Test func whatAnActorKnewIsWhatItKnewOnTheDate() throws {
    #expect(try told(at: "1884-12-31", knownTo: "x") == ["old-neutral pending -"])
    #expect(
      try told(at: "1885-06-01", knownTo: "x") == ["old-neutral pending -", "hidden-neutral pending -"])
    #expect(
      try told(at: "1886-06-01", knownTo: "x") == [
        "old-neutral breached strike", "hidden-neutral breached strike",
      ])
    #expect(try told(at: "1889-12-31", knownTo: "c") == ["old-neutral kept -"])
    #expect(try told(at: "1890-06-01", knownTo: "c") == ["old-neutral kept -", "hidden-neutral pending -"])
  }

  /// On no date is anything told as binding that is not there on it.
  @Test func whatStillBindsIsThereOnTheDate() throws {
    let graph = try GraphFile.read(contentsOf: graphFile("interwar-pacts"))
    for year in stride(from: 1918, through: 1947, by: 7) {
      let options = try asked(of: graph, at: "\(year)-09-15")
      var views: [ReadingID?: GraphView] = [:]
      for verdict in Compliance(of: graph, options).verdicts where verdict.outcome == .pending {
        let view = views[verdict.reading] ?? GraphView(graph, options.under(verdict.reading))
        views[verdict.reading] = view
        let position = try #require(graph.position(of: verdict.agreement))
        #expect(view.entityAnswers[position] == .yes, "\(verdict.agreement) in \(year)")
      }
    }
  }
}

extension ViewOptions {
  /// The same options under a reading.
  fileprivate func under(_ reading: ReadingID?) -> ViewOptions {
    var options = self
    options.reading = reading
    return options
  }
}
