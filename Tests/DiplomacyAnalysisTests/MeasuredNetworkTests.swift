import Diplomacy
import DiplomacyAnalysis
import Testing

/// Projections and direct links of small graphs.
@Suite struct MeasuredNetworkTests {
  /// A pact of three and one of two of them, and a bloc.
  private func builder() -> GraphBuilder {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("three", signed: "1930", parties: "A", "B", "C")
    builder.agreement("two", signed: "1931", parties: "A", "B")
    builder.say("D", "member-of", "A")
    builder.say("D", "hostile-to", "A")
    builder.say("C", "hostile-to", "D", modality: .planned)
    return builder
  }

  private func scores(_ network: MeasuredNetwork, _ measure: Measure, _ options: Centrality.Options = .init())
    -> [String]
  {
    Centrality(of: network, [measure], options).rows.sorted { $0.entity.id < $1.entity.id }.map {
      "\($0.entity.id) \($0.scores[0])"
    }
  }

  @Test func aProjectionJoinsTheActorsOfAnAgreementAndCountsTheAgreements() {
    let projection = MeasuredNetwork(projectionOf: IncidenceNetwork(builder().view()))
    #expect(projection.edgeCount == 3)
    #expect(scores(projection, .degree) == ["A 2.0", "B 2.0", "C 2.0", "D 0.0"])
    let weighted = Centrality.Options(isWeighted: true)
    #expect(scores(projection, .strength, weighted) == ["A 3.0", "B 3.0", "C 2.0", "D 0.0"])
    #expect(scores(projection, .strength) == ["A 2.0", "B 2.0", "C 2.0", "D 0.0"])
  }

  @Test func newmansWeightsAddUpToTheAgreementsOfAnActor() {
    let projection = MeasuredNetwork(projectionOf: IncidenceNetwork(builder().view()), .newman)
    #expect(scores(projection, .strength, .init(isWeighted: true)) == ["A 2.0", "B 2.0", "C 1.0", "D 0.0"])
  }

  @Test func directLinksJoinActorsOnceAndWeighTheStatements() {
    let links = MeasuredNetwork(linksOf: builder().view())
    #expect(links.edgeCount == 1)
    #expect(scores(links, .degree) == ["A 1.0", "B 0.0", "C 0.0", "D 1.0"])
    #expect(scores(links, .strength, .init(isWeighted: true)) == ["A 2.0", "B 0.0", "C 0.0", "D 2.0"])
  }

  @Test func amongOneCategoryOnlyItsPairsCount() {
    let incidence = MeasuredNetwork(IncidenceNetwork(builder().view()))
    #expect(scores(incidence, .harmonic, .init(among: .actor)) == ["A 1.0", "B 1.0", "C 1.0", "D 0.0"])
    // A and B share their two shortest paths between the two agreements; C joins the larger one alone.
    #expect(scores(incidence, .betweenness, .init(among: .agreement)) == ["three 0.0", "two 0.0"])
    #expect(scores(incidence, .betweenness, .init(between: ["A", "C"])).contains("three 1.0"))
  }

  @Test func normalizedScoresLieBetweenNoughtAndOne() {
    let projection = MeasuredNetwork(projectionOf: IncidenceNetwork(builder().view()))
    for measure in Measure.allCases where measure.canBeNormalized {
      for row in Centrality(of: projection, [measure], .init(isNormalized: true)).rows {
        #expect((0...1).contains(row.scores[0]), "\(measure) \(row.entity.id)")
      }
    }
  }

  @Test func aMeasureWithoutScoresSaysWhy() {
    var empty = GraphBuilder()
    empty.actors("A", "B")
    let found = Centrality(of: MeasuredNetwork(linksOf: empty.view()), [.eigenvector, .degree])
    #expect(found.failures.map(\.measure) == [.eigenvector])
    #expect("\(found.failures[0].reason)".contains("needs a cycle"))
    #expect(found.rows.allSatisfy { $0.scores[0].isNaN && $0.scores[1] == 0 })
  }
}
