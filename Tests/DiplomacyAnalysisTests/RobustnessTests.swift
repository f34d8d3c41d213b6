import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

/// What a measure hangs on.
@Suite struct RobustnessTests {
  private func rows(
    _ text: String, _ measure: Measure, _ parts: Set<Robustness.Part> = [.actors, .agreements, .sources]
  ) throws -> [Robustness.Row] {
    let graph = try read(text)
    return try Robustness(
      of: GraphView(graph, try asked(of: graph)), measure, leavingOut: parts, dates: .possible
    ).rows
  }

  @Test func rowsAreRankedByTheChangeOfScores() throws {
    let rows = try rows(secretPact, .degree, [.actors, .agreements, .sources, .statements])
    let changes = try rows.map { try $0.effect.get().change }
    #expect(!changes.isEmpty && changes == changes.sorted(by: >))
    // Without the open pact its three parties lose one agreement each.
    #expect(try rows.first { $0.id == "open" }?.effect.get().change == 3)
    #expect(try #require(rows.first { $0.id == "book" }).part == .sources)
  }

  /// c has no neighbours, and no constraint: it changes nothing.
  @Test func whoHasNoScoreChangesNothing() throws {
    let rows = try rows(
      """
      entente: 1
      title: One pact
      actors: { a: A, b: B, c: C }
      agreements:
        pact: { name: Pact, signed: 1921, parties: [a, b] }

      """, .constraint)
    #expect(try rows.first { $0.id == "c" }?.effect.get().change == 0)
  }

  private static let twoPacts = """
    entente: 1
    title: Two pacts
    actors: { a: A, b: B, c: C, d: D, e: E }
    agreements:
      one: { name: One, signed: 1921, parties: [a, b, c] }
      two: { name: Two, signed: 1922, parties: [d, e] }

    """

  /// Without the pact of three, its parties stand alone: of the pairs among a, b, c, d, e and the other pact, 3 are together in both, 6
  /// in the whole, 3 in the rest, of 15: (3 − 1.2) / (4.5 − 1.2). Without a party everything else stays together, though groups
  /// may have other numbers.
  @Test(arguments: [Measure.component, .strongComponent, .community])
  func groupsAreComparedAsPartitions(measure: Measure) throws {
    let rows = try rows(Self.twoPacts, measure, [.actors, .agreements])
    let effects = try rows.map { try $0.effect.get() }
    #expect(rows.map(\.id) == ["one", "two", "a", "b", "c", "d", "e"])
    #expect(abs(try #require(effects[0].partition).adjustedRand - 1.8 / 3.3) < 1e-15)
    // d and e were together, and are not: (6 − 7·6/15) / (6.5 − 7·6/15).
    #expect(abs(try #require(effects[1].partition).adjustedRand - 3.2 / 3.7) < 1e-15)
    #expect(effects.map { $0.partition?.moved } == [2, 1, 0, 0, 0, 0, 0])
    #expect(effects.map { $0.partition?.groups.second } == [4, 3, 2, 2, 2, 2, 2])
    for effect in effects {
      #expect(effect.partition?.compared == 6)
      #expect(effect.change == 1 - (effect.partition?.adjustedRand ?? 0))
      #expect(effect.most == nil && effect.tau == nil && effect.leader == nil)
    }
    #expect(effects[2...].allSatisfy { $0.change == 0 })
  }

  @Test func scoresHaveNoPartition() throws {
    #expect(try rows(Self.twoPacts, .degree).allSatisfy { try $0.effect.get().partition == nil })
  }

  /// A group of the second view has the number of the one that it shares most with, so what stays is no difference.
  @Test func comparedGroupsAreNumberedAlike() throws {
    let graph = try read(Self.twoPacts)
    let whole = GraphView(graph, try asked(of: graph))
    var options = whole.options
    options.withoutEntities.insert("c")
    options.withoutEntities.insert("b")
    // The pact of d and e is now the largest group, and had number 2.
    let comparison = try Comparison(
      whole, GraphView(graph, options), [.scores], measures: [.component, .degree])
    #expect(comparison.scores[0].differences.map(\.id) == ["b", "c"])
    #expect(comparison.scores[0].differences.allSatisfy { $0.first == 1 && $0.second == nil })
    let division = try #require(comparison.divisions.first)
    #expect(comparison.divisions.count == 1 && division.measure == .component)
    #expect(division.change.adjustedRand == 1 && division.change.moved == 0 && division.change.compared == 5)
  }

  @Test func bandsOfGroupNumbersTrap() async {
    await #expect(processExitsWith: .failure) {
      let graph = try read(Self.twoPacts)
      let view = GraphView(graph, try asked(of: graph))
      _ = try CentralityBands.series(of: view, at: [nil], [.degree, .community], samples: 1, seed: 1) {
        view, _, _, _ in
        MeasuredNetwork(IncidenceNetwork(view))
      }
    }
  }
}
