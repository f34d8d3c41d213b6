import Diplomacy
import DiplomacyAnalysis
import Networks
import Testing

/// Projections and direct links of small graphs.
@Suite struct MeasuredNetworkTests {
  /// A pact of three and one of two of them, and a bloc.
  private func builder() -> GraphBuilder {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("three", signed: "1930", parties: "A", "B", "C")
    builder.agreement("two", signed: "1931", parties: "A", "B")
    builder.say("D", .memberOf, "A")
    builder.say("D", .hostileTo, "A")
    builder.say("C", .hostileTo, "D", modality: .planned)
    return builder
  }

  private func scores(_ network: MeasuredNetwork, _ measure: Measure, _ options: Centrality.Options = .init())
    throws -> [String]
  {
    try Centrality(of: network, [measure], options).rows.sorted { $0.entity.id < $1.entity.id }.map {
      "\($0.entity.id) \($0.scores[0])"
    }
  }

  @Test func aProjectionJoinsTheActorsOfAnAgreementAndCountsTheAgreements() throws {
    let projection = MeasuredNetwork(projectionOf: IncidenceNetwork(builder().view()))
    #expect(projection.edgeCount == 3)
    #expect(try scores(projection, .degree) == ["A 2.0", "B 2.0", "C 2.0", "D 0.0"])
    #expect(try scores(projection, .strength) == ["A 3.0", "B 3.0", "C 2.0", "D 0.0"])
  }

  @Test func newmansWeightsAddUpToTheAgreementsOfAnActor() throws {
    let projection = MeasuredNetwork(projectionOf: IncidenceNetwork(builder().view()), .newman)
    #expect(try scores(projection, .strength) == ["A 2.0", "B 2.0", "C 1.0", "D 0.0"])
  }

  @Test func tiesJoinActorsOnceAndWeighTheStatements() throws {
    let ties = MeasuredNetwork(linksOf: builder().view(), actorsOnly: true)
    #expect(ties.edgeCount == 1)
    #expect(try scores(ties, .degree) == ["A 1.0", "B 0.0", "C 0.0", "D 1.0"])
    #expect(try scores(ties, .strength) == ["A 2.0", "B 0.0", "C 0.0", "D 2.0"])
  }

  @Test func linksJoinAllEntities() throws {
    let links = MeasuredNetwork(linksOf: builder().view())
    #expect(links.edgeCount == 6)
    #expect(try scores(links, .degree) == ["A 3.0", "B 2.0", "C 1.0", "D 1.0", "three 3.0", "two 2.0"])
  }

  @Test func directedLinksLeadFromSubjectToObjectAndSymmetricOnesBothWays() throws {
    let links = MeasuredNetwork(linksOf: builder().view(), direction: .directed, actorsOnly: true)
    #expect(links.edgeCount == 2)
    #expect(try scores(links, .inStrength) == ["A 2.0", "B 0.0", "C 0.0", "D 1.0"])
    #expect(try scores(links, .outStrength) == ["A 1.0", "B 0.0", "C 0.0", "D 2.0"])
  }

  /// D and A are joined twice, so D is half as far from A as A is from nobody else.
  @Test func weightsAreStrengthsOrLengths() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    for _ in 0..<2 { builder.say("A", .borders, "B") }
    builder.say("B", .borders, "C")
    let links = MeasuredNetwork(linksOf: builder.view())
    // As strengths A–B is 1/2 long, as lengths 1: of the two statements the shorter counts.
    #expect(
      try scores(links, .harmonic, .init(weights: .strengths)) == [
        "A \(2 + 1 / 1.5)", "B 3.0", "C \(1 + 1 / 1.5)",
      ])
    #expect(try scores(links, .harmonic, .init(weights: .lengths)) == ["A 1.5", "B 2.0", "C 1.5"])
    #expect(try scores(links, .betweenness, .init(weights: .strengths)) == ["A 0.0", "B 1.0", "C 0.0"])
  }

  @Test func groupsAreNumberedBySizeAndComeInOrder() throws {
    let rows = try Centrality(of: MeasuredNetwork(linksOf: builder().view(), actorsOnly: true), [.component])
      .rows
    #expect(rows.map { "\($0.entity.id) \($0.scores[0])" } == ["A 1.0", "D 1.0", "B 2.0", "C 3.0"])
  }

  @Test func edgesHaveScoresOfTheirOwn() throws {
    let found = try EdgeCentrality(
      of: MeasuredNetwork(IncidenceNetwork(builder().view())), [.betweenness, .bridge])
    // A–two–B–three–A is a square with C behind 'three'.
    let expected = [
      "C three 4.0 1.0", "A three 3.5 0.0", "B three 3.5 0.0", "A two 2.5 0.0", "B two 2.5 0.0",
    ]
    #expect(
      found.rows.map { "\($0.source.id) \($0.target.id) \($0.scores[0]) \($0.scores[1])" } == expected)
  }

  @Test func whereSamplesCostMoreScoresAreExact() throws {
    let network = MeasuredNetwork(linksOf: builder().view())
    let exact = try Centrality(of: network, [.betweenness]).rows.map(\.scores[0])
    for (epsilon, delta) in [
      (1e-4, 0.1), (1e-8, 0.1), (1e-300, 0.1), (.leastNonzeroMagnitude, 0.1), (0.05, .leastNonzeroMagnitude),
    ] {
      var options = Centrality.Options()
      options.sampling = Centrality.Sampling(epsilon: epsilon, delta: delta)
      let found = try Centrality(of: network, [.betweenness], options)
      #expect(found.rows.map(\.scores[0]) == exact, "\(epsilon) \(delta)")
      #expect(found.conventions.contains { $0.hasPrefix("betweenness: exact") }, "\(epsilon) \(delta)")
    }
  }

  @Test func samplesStayWithinTheirBound() throws {
    let network = MeasuredNetwork(linksOf: builder().view())
    var options = Centrality.Options()
    options.sampling = Centrality.Sampling(epsilon: 0.05, delta: 0.01)
    for measure in [Measure.betweenness, .harmonic] {
      let exact = try Centrality(of: network, [measure])
      let sampled = try Centrality(of: network, [measure], options)
      let said = measure == .betweenness ? "betweenness: exact" : "no score is off by more than"
      #expect(sampled.conventions.contains { $0.contains(said) })
      for row in exact.rows {
        let other = sampled.rows.first { $0.entity.id == row.entity.id }?.scores[0] ?? .nan
        #expect(abs(other - row.scores[0]) <= 0.05 * 15 + 1e-9, "\(measure) \(row.entity.id)")
      }
    }
  }

  @Test func amongOneCategoryOnlyItsPairsCount() throws {
    let incidence = MeasuredNetwork(IncidenceNetwork(builder().view()))
    #expect(try scores(incidence, .harmonic, .init(among: .actor)) == ["A 1.0", "B 1.0", "C 1.0", "D 0.0"])
    // A and B share their two shortest paths between the two agreements; C joins the larger one alone.
    #expect(try scores(incidence, .betweenness, .init(among: .agreement)) == ["three 0.0", "two 0.0"])
    #expect(try scores(incidence, .betweenness, .init(between: ["A", "C"])).contains("three 1.0"))
  }

  @Test func normalizedScoresLieBetweenNoughtAndOne() throws {
    let projection = MeasuredNetwork(projectionOf: IncidenceNetwork(builder().view()))
    for measure in Measure.allCases where measure.canBeNormalized {
      for row in try Centrality(of: projection, [measure], .init(isNormalized: true)).rows {
        #expect((0...1).contains(row.scores[0]), "\(measure) \(row.entity.id)")
      }
    }
  }

  @Test func aMeasureWithoutScoresSaysWhy() throws {
    var empty = GraphBuilder()
    empty.actors("A", "B")
    let network = MeasuredNetwork(linksOf: empty.view())
    #expect(throws: MeasureError.noDominantEigenvalue) {
      try Centrality(of: network, [.degree, .eigenvector])
    }
    #expect(try Centrality(of: network, [.degree]).rows.map(\.scores) == [[0], [0]])
  }
}
