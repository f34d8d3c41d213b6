import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

@Suite struct CentralityTests {
  private let measures: [Measure] = [.betweenness, .degree, .harmonic]

  private func scores(_ centrality: Centrality) -> [EntityID: [Double]] {
    Dictionary(uniqueKeysWithValues: centrality.rows.map { ($0.entity.id, $0.scores) })
  }

  /// A – p – B – q, with C and D at q, and E on its own.
  private var drawn: GraphBuilder {
    var builder = GraphBuilder()
    builder.actors("E", "D", "C", "B", "A")
    builder.agreement("q", parties: "B", "C", "D")
    builder.agreement("p", parties: "A", "B")
    return builder
  }

  @Test func drawnGraphHasItsWorkedValues() throws {
    // A tree: a node's betweenness is the sum over pairs of branches of the product of their sizes.
    let expected: [EntityID: [Double]] = [
      "q": [3 * 1 + 3 * 1 + 1 * 1, 3, 1 + 1 + 1 + 1.0 / 2 + 1.0 / 3],
      "B": [2 * 3, 2, 1 + 1 + 3.0 / 2],
      "p": [1 * 4, 2, 1 + 1 + 1.0 / 2 + 2.0 / 3],
      "A": [0, 1, 1 + 1.0 / 2 + 1.0 / 3 + 2.0 / 4],
      "C": [0, 1, 1 + 1.0 / 2 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4],
      "D": [0, 1, 1 + 1.0 / 2 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4],
      "E": [0, 0, 0],
    ]
    let found = try scores(Centrality(of: IncidenceNetwork(drawn.view()), measures))
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (id, row) in expected {
      let mine = found[id] ?? []
      #expect(
        mine.count == 3 && zip(mine, row).allSatisfy { abs($0 - $1) < 1e-12 }, "\(id): \(mine), not \(row)")
    }
  }

  @Test func twoPartiesOfTwoAgreementsShareTheWayBetween() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", parties: "A", "B")
    builder.agreement("q", parties: "A", "B")
    let found = try Centrality(of: IncidenceNetwork(builder.view()), measures)
    #expect(found.rows.map(\.scores) == Array(repeating: [0.5, 2, 2.5], count: 4))
  }

  @Test func oneAgreementOfManyStandsBetweenAllPairs() throws {
    for count in 1...9 {
      var builder = GraphBuilder()
      builder.agreement("p")
      for number in 0..<count {
        builder.actor(EntityID("A\(number)"))
        builder.say(EntityID("A\(number)"), .party, "p")
      }
      let found = try scores(Centrality(of: IncidenceNetwork(builder.view()), measures))
      let n = Double(count)
      #expect(found["p"] == [n * (n - 1) / 2, n, n], "\(count) parties")
      #expect(found["A0"] == [0, 1, 1 + (n - 1) / 2], "\(count) parties")
    }
  }

  @Test func rowsStandByFirstMeasureThenById() throws {
    let incidence = IncidenceNetwork(drawn.view())
    func order(_ measures: Measure...) throws -> [String] {
      try Centrality(of: incidence, measures).rows.map(\.entity.id.rawValue)
    }
    #expect(try order(.betweenness, .degree) == ["q", "B", "p", "A", "C", "D", "E"])
    #expect(try order(.degree, .betweenness) == ["q", "B", "p", "A", "C", "D", "E"])
    #expect(try order(.harmonic) == ["q", "B", "p", "C", "D", "A", "E"])
    #expect(try order() == ["A", "B", "C", "D", "E", "p", "q"])
  }

  @Test func scoresStandInTheOrderAskedFor() throws {
    let incidence = IncidenceNetwork(drawn.view())
    let row = try Centrality(of: incidence, [.degree, .harmonic, .betweenness]).rows.first {
      $0.entity.id == "B"
    }
    #expect(row?.scores == [2, 3.5, 6])
  }

  @Test func isolatedActorsScoreNothing() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("p")
    let found = try Centrality(of: IncidenceNetwork(builder.view()), measures)
    #expect(found.rows.map(\.entity.id) == ["A", "B", "C", "p"])
    #expect(found.rows.allSatisfy { $0.scores == [0, 0, 0] })
  }

  @Test func emptyGraphHasNoRows() throws {
    let found = try Centrality(of: IncidenceNetwork(GraphBuilder().view()), measures)
    #expect(found.rows.isEmpty)
    #expect(found.conventions.count == 3 + measures.count)
  }

  @Test func aDateTakesTheAgreementsOfThatDateOnly() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("p", inForce: "1921-01-01/1930-12-31", parties: "A", "B")
    builder.agreement("q", inForce: "1930/1940", parties: "B", "C")
    func betweenness(_ date: String, _ dates: DateAssumption) throws -> Double? {
      try scores(Centrality(of: IncidenceNetwork(builder.view(at: date), dates: dates), [.betweenness]))["B"]?
        .first
    }
    #expect(try betweenness("1925-05-05", .possible) == 0)
    #expect(try betweenness("1930-05-05", .possible) == 4)
    #expect(try betweenness("1930-05-05", .certain) == 0)
    #expect(try betweenness("1935-05-05", .certain) == 0)
  }

  @Test func conventionsSayWhatWasCounted() throws {
    var builder = GraphBuilder()
    builder.reading("x")
    builder.actors("A", "B")
    builder.agreement("p", inForce: "1930/..", parties: "A", "B")
    func text(_ view: GraphView, _ dates: DateAssumption = .possible) throws -> String {
      try Centrality(of: IncidenceNetwork(view, dates: dates), measures).conventions.joined(separator: "\n")
    }
    let whole = try text(builder.view())
    #expect(whole.contains("incidence of 3 actors and agreements, 2 edges"), "\(whole)")
    #expect(whole.contains("dates: all times at once"), "\(whole)")
    #expect(whole.contains("reading: all readings together"), "\(whole)")
    for measure in measures { #expect(whole.contains(measure.convention()), "\(measure)") }
    let dated = try text(builder.view(at: "1930-02", reading: "x"))
    #expect(
      dated.contains("what possibly holds on 1930-02; 2 of 2 edges hold possibly or in part"), "\(dated)")
    #expect(dated.contains("reading: x"), "\(dated)")
    let certain = try text(builder.view(at: "1930-02"), .certain)
    #expect(certain.contains("what certainly holds on 1930-02"), "\(certain)")
  }

  // MARK: By definition

  @Test(arguments: 0..<6) func randomGraphsAgreeWithEveryShortestPathWrittenOut(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed)
    for _ in 0..<60 {
      let builder = Self.randomGraph(using: &generator)
      let graph = builder.graph
      let day = Int.random(in: 0...9, using: &generator)
      for (date, dates) in [(nil, DateAssumption.possible), (day, .possible), (day, .certain)] {
        let slow = SlowIncidence(graph, at: date, certainly: dates == .certain)
        let view = builder.view(at: date.map { "1941-01-1\($0)" })
        let found = try scores(Centrality(of: IncidenceNetwork(view, dates: dates), measures))
        let input = "\(dates), day \(date.map(String.init) ?? "none"), \(summary(graph))"
        #expect(found.keys.sorted() == slow.names.sorted(), "\(input)")
        for name in slow.names {
          let expected = [slow.betweenness(name), slow.degree(name), slow.harmonic(name)]
          let mine = found[name] ?? []
          #expect(
            mine.count == 3 && zip(mine, expected).allSatisfy { abs($0 - $1) < 1e-9 },
            "\(name): \(mine), not \(expected); \(input)")
        }
      }
    }
  }

  /// Up to 5 actors and 4 agreements; days of January 1941, ends that may be unknown or open.
  private static func randomGraph(using generator: inout SeededNumbers) -> GraphBuilder {
    var builder = GraphBuilder()
    let actors = (0..<Int.random(in: 1...5, using: &generator)).map { EntityID("A\($0)") }
    let agreements = (0..<Int.random(in: 0...4, using: &generator)).map { EntityID("p\($0)") }
    func modality() -> Modality {
      Int.random(in: 0..<8, using: &generator) == 0
        ? Modality.allCases.randomElement(using: &generator) ?? .actual : .actual
    }
    func interval() -> String {
      let first = Int.random(in: 0...9, using: &generator)
      let last = Int.random(in: first...9, using: &generator)
      return "1941-01-1\(first)/"
        + ["1941-01-1\(last)", "1941-01-1\(last)", "..", ""][Int.random(in: 0..<4, using: &generator)]
    }
    for actor in actors { builder.actor(actor, modality: modality()) }
    for agreement in agreements { builder.agreement(agreement, inForce: interval(), modality: modality()) }
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      guard let actor = actors.randomElement(using: &generator),
        let agreement = agreements.randomElement(using: &generator)
      else { continue }
      let role =
        [Role.party, .party, .signatory, .guarantor, Role("observer")].randomElement(using: &generator)
        ?? .party
      let dated = role == .signatory || Bool.random(using: &generator)
      builder.say(actor, role, agreement, when: dated ? interval() : nil, modality: modality())
    }
    return builder
  }
}

/// The incidence and its measures by definition: sets of names, and every shortest path written out.
private struct SlowIncidence {
  var names: [EntityID] = []
  var neighbours: [EntityID: Set<EntityID>] = [:]

  /// - Parameter day: A day 1941-01-10 + *day*; nil for all times.
  init(_ graph: DiplomaticGraph, at day: Int?, certainly: Bool) {
    func holds(_ when: String?) -> Bool {
      guard let day, let when else { return true }
      let ends = when.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let first = Int(ends[0].suffix(1)) ?? 0
      if let last = Int(ends[1].suffix(1)) { return first <= day && day <= last }
      // Without an end it holds from its start on; with an unknown one, for certain on its first day alone.
      return ends[1] == ".." || !certainly ? first <= day : first == day
    }
    func isActual(_ attestation: Attestation) -> Bool { attestation.modality == .actual }
    var inForce: [EntityID: String] = [:]
    for entity in graph.entities where isActual(entity.attestation) {
      inForce[entity.id] = entity.life?.statedInForce.first?.text
      if holds(inForce[entity.id]) { names.append(entity.id) }
    }
    for name in names { neighbours[name] = [] }
    for statement in graph.statements
    where isActual(statement.attestation) && statement.role != Role("observer") {
      guard neighbours[statement.subject] != nil, neighbours[statement.object] != nil,
        holds(statement.when?.text ?? inForce[statement.object])
      else { continue }
      neighbours[statement.subject]?.insert(statement.object)
      neighbours[statement.object]?.insert(statement.subject)
    }
  }

  func degree(_ name: EntityID) -> Double { Double(neighbours[name]?.count ?? 0) }

  func shortestPaths(_ source: EntityID, _ target: EntityID) -> [[EntityID]] {
    var paths = [[source]]
    while !paths.isEmpty {
      let arrived = paths.filter { $0.last == target }
      if !arrived.isEmpty { return arrived }
      paths = paths.flatMap { path in
        (neighbours[path[path.count - 1]] ?? []).filter { !path.contains($0) }.map { path + [$0] }
      }
    }
    return []
  }

  func betweenness(_ name: EntityID) -> Double {
    var score = 0.0
    for source in names {
      for target in names where source < target && source != name && target != name {
        let paths = shortestPaths(source, target)
        guard !paths.isEmpty else { continue }
        score += Double(paths.count { $0.contains(name) }) / Double(paths.count)
      }
    }
    return score
  }

  func harmonic(_ name: EntityID) -> Double {
    names.filter { $0 != name }.reduce(0) { sum, other in
      shortestPaths(name, other).first.map { sum + 1 / Double($0.count - 1) } ?? sum
    }
  }
}
