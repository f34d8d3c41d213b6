import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

/// What views with a secret leave out: of entities, scores and journeys; and what options leave out besides.
@Suite struct SecretViewTests {
  private func shown(_ actor: EntityID, _ day: String? = nil) throws -> Set<EntityID> {
    let graph = try read(secretPact)
    let view = GraphView(graph, ViewOptions(at: try day.map { try HistoricalDate($0) }, knownTo: actor))
    return Set(view.entities.map(\.entity.id))
  }

  @Test(arguments: [
    // Who takes part knows from the signature on; it is in force without end.
    ("a", "1931-03-03", true), ("b", "1935", true),
    // Who was told knows from then on.
    ("c", "1933-01-31", false), ("c", "1933-02-01", true),
    // A state knows what its minister knows, while he is one.
    ("d", "1934-12-31", false), ("d", "1936", true), ("clerk", "1934-06-01", true),
    // The graph says otherwise of e, up to a day.
    ("e", "1935-12-31", false), ("e", "1936-01-01", true),
    // From the disclosure on everybody can know.
    ("heir", "1940-05-31", false), ("heir", "1940-06-01", true),
  ])
  func aSecretIsSeenByThoseWhoKnewOnTheDate(actor: String, day: String, sees: Bool) throws {
    #expect(try shown(EntityID(actor), day).contains("hidden") == sees, "\(actor) on \(day)")
  }

  @Test func withoutADateADisclosureDoesNotCount() throws {
    #expect(try !shown("heir").contains("hidden"))
    #expect(try shown("c").contains("hidden"))
    #expect(try shown("heir").contains("open"))
  }

  @Test func journeysLeaveOutWhatAnActorDidNotKnow() throws {
    let graph = try read(secretPact)
    func journeys(_ knower: EntityID?) throws -> [Journey] {
      let network = ContactNetwork(GraphView(graph, try asked(of: graph, knownTo: knower)))
      return try #require(try network.journeys(from: "a", to: "b", JourneyOptions())).possible
    }
    #expect(try !journeys(nil).isEmpty)
    #expect(try journeys("heir").isEmpty)
  }

  // MARK: Scores

  private func degrees(
    knownTo knower: EntityID? = nil, _ change: (inout ViewOptions) -> Void = { _ in }
  ) throws -> [EntityID: Double] {
    let graph = try read(secretPact)
    let view = GraphView(graph, try asked(of: graph, knownTo: knower, change))
    let rows = try Centrality(of: IncidenceNetwork(view), [.degree]).rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.entity.id, $0.scores[0]) })
  }

  @Test func scoresLeaveOutWhatAnActorDidNotKnow() throws {
    #expect(try degrees()["hidden"] != nil)
    #expect(try degrees(knownTo: "heir")["hidden"] == nil)
  }

  @Test func plansCountWhenTheyAreAskedFor() throws {
    func planned(of holder: EntityID?) throws -> Double? {
      try degrees {
        $0.counted = [.actual, .planned]
        $0.modalities = $0.counted
        $0.holder = holder
      }["dream"]
    }
    #expect(try degrees()["dream"] == nil)
    #expect(try planned(of: nil) == 2)
    #expect(try planned(of: "b") == nil)
  }

  @Test func whatIsLeftOutTakesWithItWhatRestsOnItAlone() throws {
    #expect(try degrees { $0.withoutEntities = ["a"] }["hidden"] == 1)
    #expect(try degrees { $0.withoutStatements = ["party.c.open"] }["open"] == 2)
    // The letter is known only through the book.
    #expect(try degrees { $0.withoutSources = ["book"] }["open"] == 0)
    #expect(try degrees { $0.withoutSources = ["letter"] }["open"] == 2)
    #expect(try degrees { $0.withoutSources = ["diary", "letter"] }["hidden"] == nil)
  }

  @Test func successorsCanCountAsTheirPredecessors() throws {
    let apart = try degrees()
    #expect(apart["heir"] == 1 && apart["e"] == 0)
    let merged = try degrees { $0.successors = .merged }
    #expect(merged["heir"] == nil && merged["e"] == 1)
    let graph = try read(secretPact)
    let view = GraphView(graph, try asked(of: graph) { $0.successors = .merged })
    let table = try Centrality(of: IncidenceNetwork(view), [.degree])
    #expect(
      table.conventions.contains("successors: counted as their earliest predecessor: heir as e"),
      "\(table.conventions)")
    let journeys = try ContactNetwork(view).journeys(from: "heir", to: "a", JourneyOptions())
    #expect(journeys != nil)
  }
}
