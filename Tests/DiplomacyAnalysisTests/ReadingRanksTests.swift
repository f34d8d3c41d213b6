import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Networks
import Testing

/// What readings do to the ranks of actors.
@Suite struct ReadingRanksTests {
  /// By the first set A has three treaties on 1 July 1930, by the second one; whether B's third began by then is open.
  private static let text = """
    entente: 1
    title: Two sets
    readings: { one: { title: One, question: data }, two: { title: Two, question: data } }
    actors: { a: A, b: B, c: C }
    agreements:
      p1: { name: P1, in-force: 1920/1940, parties: [a, b] }
      p2: { name: P2, in-force: 1920/1940, parties: [{ actor: a, reading: one }, b] }
      p3: { name: P3, in-force: 1920/1940, parties: [{ actor: a, reading: one }, { actor: b, when: 1930/1940 }] }
    """

  private func ranks(at date: String?, samples: Int = 50, dates: DateAssumption = .possible) throws
    -> ReadingRanks
  {
    let graph = try GraphFile.read(Self.text, named: "sets.yaml")
    return try ReadingRanks(
      graph, ViewOptions(at: try date.map { try HistoricalDate($0) }), under: ["one", "two"], .degree,
      Centrality.Options(among: .actor), dates: dates, samples: samples,
      network: { MeasuredNetwork(IncidenceNetwork($0, dates: $1)) })
  }

  private func told(_ ranks: ReadingRanks) -> [String] {
    ranks.rows.map { row in
      let places = row.places.map { place in
        place.map { "\(Int($0.score)) \($0.rank) \($0.ranks.lowerBound)-\($0.ranks.upperBound)" } ?? "none"
      }
      return "\(row.entity.id): \(places.joined(separator: ", ")); \(row.spread.map { "\($0)" } ?? "none")"
    }
  }

  @Test func ranksAndBandsAreThoseOfEachReading() throws {
    // B's degree is 3 or 2: in the certain network A leads alone, in the possible one they share the first rank.
    #expect(
      told(try ranks(at: "1930-07-01")) == [
        "b: 3 1 1-2, 3 1 1-1; 0", "a: 3 1 1-1, 1 2 2-2; 1", "c: 0 3 3-3, 0 3 3-3; 0",
      ])
    #expect(
      told(try ranks(at: "1930-07-01", dates: .certain)) == [
        "a: 3 1 1-1, 1 2 2-2; 1", "b: 2 2 1-2, 2 1 1-1; 1", "c: 0 3 3-3, 0 3 3-3; 0",
      ])
  }

  @Test func withoutADateThereAreNoBands() throws {
    let ranks = try ranks(at: nil)
    #expect(ranks.sampleCount == 0)
    #expect(
      told(ranks) == ["b: 3 1 1-1, 3 1 1-1; 0", "a: 3 1 1-1, 1 2 2-2; 1", "c: 0 3 3-3, 0 3 3-3; 0"])
  }

  @Test func theOrdersAreCompared() throws {
    // Scores 3, 3, 0 against 1, 3, 0: of three pairs two agree and one is tied on one side.
    let tau = try #require(try ranks(at: nil).taus.first)
    #expect((tau.first, tau.second) == (0, 1))
    let expected = 2 / (2.0 * 3).squareRoot()
    #expect(abs(try #require(tau.tau) - expected) < 1e-12)
  }
}
