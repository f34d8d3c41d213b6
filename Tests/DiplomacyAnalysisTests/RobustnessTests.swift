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
}
