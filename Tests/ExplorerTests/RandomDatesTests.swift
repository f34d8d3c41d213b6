import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// The page and the library, on graphs with dates of every sort.
@Suite(.enabled(if: Tools.chromedriver != nil, "chromedriver is missing; run Scripts/test."), .serialized)
struct RandomDatesTests {
  private static let dates = [
    "1941", "1941-04", "1941-04-13", "194X", "1941-04-XX", "[1940,1943]", "{1940,1943}", "[1941-05..1941-09]",
    "1940/1942",
    "1940-03-05/1942-06", "1940/..", "../1941-07", "/1942", "1941/", "1941~", "1940?", "1941-21",
    "1941-04-13T10:00:00Z",
    "1941-04-13T23:30:00+09:00", "[..1941]", "1941-04-12/1941-04-14", "1942-01-01",
  ]
  private static let days = [
    "1939-12-31", "1940-01-01", "1940-03-05", "1941-01-01", "1941-04-12", "1941-04-13", "1941-04-14",
    "1941-07-31", "1942-06-30",
    "1943-06-01", "1949-12-31", "1950-01-01",
  ]

  /// Eight states, three agreements and events of each sort, ties; half of all dates are missing.
  private func graph(_ generator: inout SeededGenerator, offset: UTCOffset?) throws -> DiplomaticGraph {
    func below(_ limit: Int) -> Int { Int(generator.next(below: UInt64(limit))) }
    func date(_ share: Int = 2) throws -> HistoricalDate? {
      below(share) == 0 ? nil : try HistoricalDate(Self.dates[below(Self.dates.count)], defaultOffset: offset)
    }
    func named(_ text: String) -> LocalizedText { LocalizedText(text, language: "en") }
    var entities: [Entity] = []
    var statements: [Statement] = []
    func state(_ subject: EntityID, _ role: Role, _ object: EntityID) throws {
      statements.append(
        Statement(
          id: StatementID("s\(statements.count)"), subject: subject, role: role, object: object,
          when: try date()))
    }
    let actors = (0..<8).map { EntityID("a\($0)") }
    for actor in actors {
      entities.append(Entity(id: actor, kind: .state, name: named("State \(actor)"), when: try date(3)))
    }
    for number in 0..<4 {
      let stated = try date().map { [InForce(date: $0)] } ?? []
      let acts = try [Act.Kind.signature, .termination].map { Act(kind: $0, date: try date()) }
      entities.append(
        Entity(
          id: EntityID("g\(number)"), kind: .treaty, name: named("Treaty \(number)"),
          life: AgreementLife(acts: acts, statedInForce: stated)))
      entities.append(
        Entity(
          id: EntityID("e\(number)"), kind: .meeting, name: named("Meeting \(number)"), when: try date(4)))
      for _ in 0..<3 {
        try state(actors[below(8)], [.party, .signatory, .guarantor][below(3)], EntityID("g\(number)"))
        try state(actors[below(8)], [.agent, .participant][below(2)], EntityID("e\(number)"))
      }
    }
    for _ in 0..<3 {
      let (one, other) = (below(8), below(8))
      if one != other { try state(actors[one], [.memberOf, .link, .arc][below(3)], actors[other]) }
    }
    return DiplomaticGraph(
      title: named("Random"), defaultOffset: offset, entities: entities, statements: statements)
  }

  @Test(arguments: Array(1...UInt64(Thoroughness.cases(1, thorough: 60))))
  func everySortOfDateIsUnderstoodAsTheLibraryDoes(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let offset = seed % 2 == 0 ? UTCOffset("+09:00") : nil
    let graph = try graph(&generator, offset: offset)
    try await ExploredPage.explore(graph) { page in
      let all = GraphView(graph)
      for day in Self.days {
        let view = all.seen(at: try HistoricalDate(day, defaultOffset: offset))
        try await page.go(to: "view=timeline&as=table&date=\(day)")
        let told = try await page.table().map { "\($0[0]): \($0[3])" }.sorted()
        let expected = graph.entities.indices.compactMap { position -> String? in
          let entity = graph.entities[position]
          guard entity.category != .actor else { return nil }
          let words = entity.category == .agreement ? "in force" : "there"
          let answer = [Answer.yes: "certainly \(words)", .maybe: "possibly \(words)", .no: "not \(words)"]
          return "\(entity.name.text(in: "en")): \(answer[view.entityAnswers[position]] ?? "")"
        }
        #expect(told == expected.sorted(), "\(day)")
        try await page.go(to: "view=chart&as=table&date=\(day)")
        let parts = try await page.table().map { "\($0[0])|\($0[2])|\($0[3]): \($0[5])" }.sorted()
        #expect(parts == participations(in: view), "\(day)")
      }
      try await journeys(page)
    }
  }

  private func participations(in view: GraphView) -> [String] {
    var best: [String: Answer] = [:]
    for (statement, answer) in zip(view.graph.statements, view.statementAnswers)
    where Role.participations.contains(statement.role) {
      let key =
        "\(view.graph.label(of: statement.object))|\(view.graph.label(of: statement.subject))|\(statement.role)"
      best[key] = (best[key] ?? .no) || answer
    }
    let words = [Answer.yes: "certainly there", .maybe: "possibly there", .no: "not there"]
    return best.map { "\($0): \(words[$1] ?? "")" }.sorted()
  }

  private func journeys(_ page: ExploredPage) async throws {
    try await page.open("")
    let search = JourneySearch(ContactNetwork(GraphView(page.graph)))
    let offset = Int64(page.graph.defaultOffset?.seconds ?? 0)
    func told(_ journeys: [Journey]) -> String {
      guard let journey = journeys.first else { return "There is none." }
      let local = journey.arrival.adding(seconds: offset)
      let date = local.isOpen ? "at a date that is not known" : local.description(in: "en")
      return "Arrival: \(date)."
    }
    for from in page.graph.entities(.actor).map(\.id) {
      let answers = try #require(search.reach(of: from))
      let found = try await page.browser.run(
        AgreementWithProgramTests.journeysScript, [from.rawValue, answers.map(\.to.rawValue)])
      let shown = try #require(found as? [[String]]).map {
        $0.map { String($0.split(separator: " Steps")[0]) }
      }
      for (index, answer) in answers.enumerated() {
        #expect(shown[index] == [told(answer.possible), told(answer.certain)], "\(from) to \(answer.to)")
      }
    }
  }
}
