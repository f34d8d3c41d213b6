import EntenteKit
import Foundation
import TestSupport
import Testing

/// Whatever is asked of one view (a date, a reading, somebody's knowledge, without something): no answer contradicts another.
@Suite struct OneViewTests {
  /// A random view of a random graph.
  struct Case: Sendable {
    let text: String
    let at: String
    let reading: String?
    let knower: String?
    let without: [String]
  }

  @Test(arguments: 0..<10)
  func everyAnswerSaysTheSameOfOneView(part: Int) throws {
    var holdings: Set<Holding> = []
    for number in 0..<Thoroughness.cases(5, thorough: 300) {
      var numbers = SeededNumbers(seed: UInt64(1_000 * part + number))
      let one = RandomView.randomCase(&numbers)
      let graph = try GraphFile.read(one.text, named: "graph.yaml")
      var options = ViewOptions(
        at: try HistoricalDate(one.at), reading: one.reading.map { ReadingID($0) },
        knownTo: one.knower.map { EntityID($0) })
      for id in one.without {
        if graph[EntityID(id)] != nil { options.withoutEntities.insert(EntityID(id)) }
        if graph[SourceID(id)] != nil { options.withoutSources.insert(SourceID(id)) }
        if graph.statement(StatementID(id)) != nil { options.withoutStatements.insert(StatementID(id)) }
      }
      let view = GraphView(graph, options)
      let what = "\(one.at), \(one.reading ?? "-"), \(one.knower ?? "-"), \(one.without)\n\(one.text)"
      holdings.formUnion(graph.entities.map { view.holding(of: $0) })
      try compareTables(view, what)
      compareNetworks(view, what)
      try compareJourneys(view, what)
      try compareExports(view, what)
      compareSeries(graph, options, view, what)
    }
    #expect(holdings.isSuperset(of: [.certainly, .possibly, .not]), "\(holdings)")
  }

  // MARK: Tables

  private func rows(_ report: Report) throws -> [[String: String]] {
    let records = try #require(csvRecords(report.text(as: .csv)))
    return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(records[0], $0)) }
  }

  /// `show` lists what is there, `life` says the same of each agreement and member, and `chronology` lists nothing else.
  private func compareTables(_ view: GraphView, _ what: String) throws {
    let shown = Dictionary(
      try rows(graphReport(view)).map { ($0["id"] ?? "", $0["holds"] ?? "") }, uniquingKeysWith: { $1 })
    #expect(Set(shown.keys) == Set(view.entities.map(\.entity.id.rawValue)), "\(what)")
    for row in try rows(lifeReport([view], of: [])) {
      let agreement = row["agreement"] ?? ""
      let holds = row["holds"] == "no" ? nil : row["holds"]
      if row["member"]?.isEmpty ?? true {
        #expect(shown[agreement] == holds, "life of \(agreement): \(what)")
      } else {
        let statement = view.graph.statements(about: EntityID(agreement)).first {
          $0.subject.rawValue == row["member"] && [.party, .guarantor].contains($0.role) && view.sees($0)
        }
        // Those between whom it does not hold have a row together.
        if row["member"]?.contains(" ") ?? false { continue }
        let own = try #require(statement, "\(row): \(what)")
        let holding = view.holding(of: own)
        #expect((holding == .not ? nil : holding.rawValue) == holds, "\(row): \(what)")
      }
    }
    let lives = Set(try rows(lifeReport([view], of: [])).map { $0["agreement"] ?? "" })
    for (entity, _) in view.entities where entity.category == .agreement {
      #expect(lives.contains(entity.id.rawValue), "no life of \(entity.id): \(what)")
    }
    // What is there is what its spans say, as far as it is known.
    for (position, entity) in view.graph.entities.enumerated() where view.sees(entity) {
      guard let date = view.options.at else { continue }
      let covers = view.presence(of: entity).reduce(Answer.no) { $0 || $1.covers(date) }
      let expected = view.isSurelyKnown(entity) ? covers : covers && .maybe
      #expect(view.entityAnswers[position] == expected, "\(entity.id): \(what)")
    }
  }

  // MARK: Networks

  private func pairs(_ view: GraphView, _ least: Answer) -> Set<[EntityID]> {
    var found: Set<[EntityID]> = []
    for (statement, answer) in view.statements
    where Role.participations.contains(statement.role) && (answer == .yes || least == .maybe) {
      found.insert([statement.subject, statement.object])
    }
    return found
  }

  /// The incidence has the actors and agreements that are there, and an edge for each participation.
  private func compareNetworks(_ view: GraphView, _ what: String) {
    for dates in DateAssumption.allCases {
      let incidence = IncidenceNetwork(view, dates: dates)
      let least: Answer = dates == .possible ? .maybe : .yes
      let there = view.entities.filter {
        [.actor, .agreement].contains($0.entity.category) && ($0.answer == .yes || least == .maybe)
      }
      #expect(
        incidence.positions.map { view.graph.entities[$0].id } == there.map(\.entity.id), "\(dates): \(what)")
      let edges = Set(
        incidence.edges.map { [incidence.entity(at: $0.actor).id, incidence.entity(at: $0.agreement).id] })
      #expect(edges == pairs(view, least), "\(dates): \(what)")
    }
  }

  // MARK: Journeys

  /// Whom an actor reaches by what holds, all at one time.
  private func reached(from actor: EntityID, _ view: GraphView, _ least: Answer) -> Set<EntityID> {
    let roles = Set(Role.participations + Role.attendances + Role.ties)
    var neighbours: [EntityID: Set<EntityID>] = [:]
    for (statement, answer) in view.statements
    where roles.contains(statement.role) && (answer == .yes || least == .maybe) {
      neighbours[statement.subject, default: []].insert(statement.object)
      neighbours[statement.object, default: []].insert(statement.subject)
    }
    var found: Set<EntityID> = [actor]
    var edge = [actor]
    while let next = edge.popLast() {
      for other in neighbours[next] ?? [] where found.insert(other).inserted { edge.append(other) }
    }
    return found.filter { $0 != actor && view.graph[$0]?.category == .actor }
  }

  /// On a day, who is reached for certain is who is joined by what certainly holds; nobody is reached by what does not hold; and
  /// journeys depart and arrive within the date.
  private func compareJourneys(_ view: GraphView, _ what: String) throws {
    guard let date = view.options.at else { return }
    let network = ContactNetwork(view)
    let isDay = date.precision == .day
    for (actor, _) in view.entities where actor.category == .actor {
      let answers = try #require(network.reach(of: actor.id))
      let certain = Set(answers.filter { !$0.certain.isEmpty }.map(\.to))
      let possible = Set(answers.filter { !$0.possible.isEmpty }.map(\.to))
      let widest = reached(from: actor.id, view, .maybe)
      #expect(possible.isSubset(of: widest), "possible from \(actor.id): \(what)")
      #expect(certain.isSubset(of: possible), "certain from \(actor.id): \(what)")
      if isDay {
        #expect(certain == reached(from: actor.id, view, .yes), "certain from \(actor.id): \(what)")
      }
      for journey in answers.flatMap({ $0.possible + $0.certain }) {
        #expect(
          journey.departure >= date.earliest && journey.arrival <= date.latest,
          "\(journey.departure) to \(journey.arrival): \(what)")
      }
    }
  }

  // MARK: Exports

  /// GraphML has what is there, with the same words; TEI has no more; and a diagram has a box for each agreement.
  private func compareExports(_ view: GraphView, _ what: String) throws {
    let writer = try #require(Format.writable.first { $0.name == "graphml" }?.writer)
    let graphML = try XMLTree.parse(writer.write(view).bytes)
    func words(_ element: String) -> [String: String] {
      var found: [String: String] = [:]
      for node in graphML.all(element) {
        let holds = node.all("data").first { ($0.attributes["key"] ?? "").hasSuffix("holds") }
        found[node.attributes["id"] ?? ""] = holds?.text
      }
      return found
    }
    var entities: [String: String] = [:]
    for (entity, _) in view.entities { entities[entity.id.rawValue] = view.holding(of: entity).rawValue }
    #expect(words("node") == entities, "GraphML: \(what)")
    #expect(
      words("edge").values.sorted()
        == view.statements.map { view.holding(of: $0.statement).rawValue }.sorted(), "GraphML: \(what)")
    let dot = Diagram(view, DiagramOptions()).dot
    for entity in view.graph.entities where entity.category == .agreement {
      let isDrawn = dot.contains("\n  \(entity.id) [") || dot.contains("\n  \"\(entity.id)\" [")
      #expect(isDrawn == (entities[entity.id.rawValue] != nil), "\(entity.id) in the diagram: \(what)")
    }
  }

  // MARK: Series

  /// A day of a series sees what the date by itself does.
  private func compareSeries(
    _ graph: DiplomaticGraph, _ options: ViewOptions, _ view: GraphView, _ what: String
  ) {
    var whole = options
    whole.at = nil
    let day = GraphView(graph, whole).seen(at: options.at)
    #expect(
      day.entityAnswers == view.entityAnswers && day.statementAnswers == view.statementAnswers, "\(what)")
    for entry in view.chronicle() where entry.act == nil {
      #expect(view.entities.contains { $0.entity.id == entry.entity.id }, "\(entry.entity.id): \(what)")
    }
  }
}

/// Random views of random graphs.
private enum RandomView {
  static func randomCase(_ numbers: inout SeededNumbers) -> OneViewTests.Case {
    let at = [
      "1930-03-15", RandomGraph.day(&numbers), RandomGraph.day(&numbers), "1930-03", "1930",
      "\(RandomGraph.day(&numbers))/1930-03-28",
    ][Int.random(in: 0..<6, using: &numbers)]
    let text = RandomGraph.text(&numbers)
    return OneViewTests.Case(
      text: text, at: at, reading: [nil, "one", "two"][Int.random(in: 0..<3, using: &numbers)],
      knower: Int.random(in: 0..<3, using: &numbers) == 0 ? RandomGraph.actor(&numbers) : nil,
      without: Int.random(in: 0..<3, using: &numbers) == 0
        ? [["p0", "p1", RandomGraph.actor(&numbers), "book", "s1"][Int.random(in: 0..<5, using: &numbers)]]
        : [])
  }
}
