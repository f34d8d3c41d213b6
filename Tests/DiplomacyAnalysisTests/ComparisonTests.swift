import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

/// What differs between two views of one graph.
@Suite struct ComparisonTests {
  private func compared(
    _ first: (date: String?, knower: EntityID?), _ second: (date: String?, knower: EntityID?),
    _ subjects: Set<Comparison.Subject> = Set(Comparison.Subject.allCases),
    measures: [Measure] = [.betweenness, .degree, .harmonic]
  ) throws -> Comparison {
    let graph = try read(secretPact)
    return try Comparison(
      GraphView(graph, try asked(of: graph, at: first.date, knownTo: first.knower)),
      GraphView(graph, try asked(of: graph, at: second.date, knownTo: second.knower)), subjects,
      measures: measures)
  }

  @Test func aComparisonTellsWhatASecretChanges() throws {
    let found = try compared((nil, "heir"), (nil, nil), measures: [.degree])
    #expect(
      found.entities.map { [$0.id, "\($0.first ?? .no)", "\($0.second ?? .no)"] } == [
        ["hidden", "no", "yes"]
      ])
    #expect(found.journeys.contains { $0.from == "a" && $0.to == "b" })
    #expect(found.scores.first?.measure == .degree)
    #expect(
      found.scores.first?.differences.contains { $0.id == "a" && $0.first == 1 && $0.second == 2 } == true)
  }

  @Test func twoDatesAndTwoActorsCanBeCompared() throws {
    #expect(try compared(("1925", nil), ("1935", nil), [.entities]).entities.map(\.id) == ["hidden"])
    #expect(try compared((nil, "heir"), (nil, "c"), [.entities]).entities.map(\.id) == ["hidden"])
  }

  @Test func readingsThatAgreeDifferInNothing() throws {
    let graph = try read(secretPact)
    let found = try Comparison(
      GraphView(graph, ViewOptions(reading: "strict")), GraphView(graph, ViewOptions(reading: "loose")),
      Set(Comparison.Subject.allCases), measures: [.betweenness, .degree, .harmonic])
    #expect(found.entities.isEmpty && found.statements.isEmpty && found.courses.isEmpty)
    #expect(found.scores.count == 3 && found.scores.allSatisfy { $0.differences.isEmpty })
    #expect(found.journeys.isEmpty)
  }

  @Test func onlyWhatIsAskedForIsCompared() throws {
    let found = try compared((nil, "heir"), (nil, nil), [.statements])
    #expect(!found.statements.isEmpty)
    #expect(found.entities.isEmpty && found.courses.isEmpty && found.scores.isEmpty && found.journeys.isEmpty)
  }
}
