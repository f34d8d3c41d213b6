import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// What the page says is what the library says, to the day.
@Suite(.enabled(if: Tools.chromedriver != nil, "chromedriver is missing; run Scripts/test."), .serialized)
struct AgreementWithProgramTests {
  private static let dates: [String: [String]] = [
    "neutrality-pact": [
      "1941-04-12", "1941-04-13", "1941-04-25", "1941-06-22", "1945-04-05", "1945-04-06", "1945-08-09",
      "1946-04-25", "1946-04-26",
    ],
    "interwar-pacts": [
      "1919-06-28", "1922-12-29", "1935-10-01", "1936-03-07", "1939-04-28", "1939-08-23", "1939-09-17",
      "1940-08-03", "1941-12-08",
    ],
  ]

  private func graph(_ name: String) throws -> DiplomaticGraph {
    try GraphFile.read(contentsOf: graphFile(name))
  }

  private func word(_ answer: Answer, of category: Diplomacy.Category = .agreement) -> String {
    switch (answer, category) {
    case (.yes, .agreement): "certainly in force"
    case (.maybe, .agreement): "possibly in force"
    case (.no, .agreement): "not in force"
    case (.yes, _): "certainly there"
    case (.maybe, _): "possibly there"
    case (.no, _): "not there"
    }
  }

  /// What the timeline's table has to say of agreements, then of events, each in some order.
  private func expected(_ view: GraphView, _ all: GraphView) -> [String] {
    view.graph.entities.indices.compactMap { position in
      let entity = view.graph.entities[position]
      guard entity.category == .agreement || entity.category == .event, all.entityAnswers[position] != .no
      else { return nil }
      let name = onOneLine(entity.name.text(in: "en"))
      return "\(name): \(word(view.entityAnswers[position], of: entity.category))"
    }.sorted()
  }

  private func shown(_ page: ExploredPage) async throws -> [String] {
    let offices = page.graph.statements.filter { $0.role == .represents }.compactMap {
      page.graph[$0.subject]
    }
    let persons = Set(offices.map { onOneLine($0.name.text(in: "en")) })
    return try await page.table().filter { !persons.contains($0[0]) }.map { "\($0[0]): \($0[3])" }.sorted()
  }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"])
  func whatIsThereOnADayIsWhatTheViewSays(name: String) async throws {
    let graph = try graph(name)
    try await ExploredPage.explore(graph) { page in
      for reading in [nil] + graph.readings.map(\.id) {
        let all = GraphView(graph, ViewOptions(reading: reading))
        for date in Self.dates[name] ?? [] {
          let view = all.seen(at: try HistoricalDate(date, defaultOffset: graph.defaultOffset))
          try await page.go(to: "view=timeline&as=table&date=\(date)&reading=\(reading?.rawValue ?? "")")
          let found = try await shown(page)
          #expect(found == expected(view, all), "\(name), \(reading?.rawValue ?? "all"), \(date)")
          let answers = zip(graph.entities, view.entityAnswers).filter { $0.0.category == .agreement }
          let words = try await page.browser.text("document.getElementById('numbers').textContent")
          let (certain, possible) = (answers.count { $0.1 == .yes }, answers.count { $0.1 == .maybe })
          #expect(words == "Agreements certainly in force: \(certain); possibly: \(possible)")
        }
      }
    }
  }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"])
  func whoTookPartOnADayIsWhatTheViewSays(name: String) async throws {
    let graph = try graph(name)
    let reading = graph.defaultReading
    try await ExploredPage.explore(graph) { page in
      for date in Self.dates[name] ?? [] {
        let all = GraphView(graph, ViewOptions(reading: reading))
        let view = all.seen(at: try HistoricalDate(date, defaultOffset: graph.defaultOffset))
        var best: [String: Answer] = [:]
        for (index, statement) in graph.statements.enumerated()
        where Role.participations.contains(statement.role) && all.statementAnswers[index] != .no
          && all.counts(statement.attestation)
        {
          let ends = [statement.object, statement.subject].map {
            onOneLine(graph[$0]?.name.text(in: "en") ?? "")
          }
          let key = (ends + [statement.role.name]).joined(separator: "|")
          best[key] = (best[key] ?? .no) || view.statementAnswers[index]
        }
        try await page.go(to: "view=chart&as=table&date=\(date)")
        let found = try await page.table().map { "\($0[0])|\($0[2])|\($0[3]): \($0[5])" }.sorted()
        #expect(found == best.map { "\($0): \(word($1, of: .actor))" }.sorted(), "\(name), \(date)")
      }
    }
  }

  @Test func whatAnActorKnewOnADayIsWhatTheViewSays() async throws {
    for (graph, actors, dates) in [
      (
        try graph("interwar-pacts"), ["usa", "ussr", "uk", "stalin", "poland"],
        ["1936-11-27", "1939-08-24", "1939-09-01", "1946-05-22"]
      ),
      (
        try GraphFile.read(secretPact, named: "secret"), ["a", "c", "d", "e", "heir", "clerk"],
        ["1931-03-03", "1933-02-01", "1935-06-01", "1936-01-01", "1940-06-01"]
      ),
      (
        try GraphFile.read(secretActs, named: "acts"), ["alpha", "beta", "gamma"],
        ["1921-01-01", "1926-07-01", "1931-01-02", "1936-01-01"]
      ),
    ] {
      try await ExploredPage.explore(graph) { page in
        for actor in actors.map({ EntityID($0) }) where graph[actor] != nil {
          for date in dates {
            let options = ViewOptions(reading: graph.defaultReading, knownTo: actor)
            var dated = options
            dated.at = try HistoricalDate(date)
            let (all, view) = (GraphView(graph, options), GraphView(graph, dated))
            try await page.go(to: "view=timeline&as=table&date=\(date)&known=\(actor)")
            #expect(try await shown(page) == expected(view, all), "\(actor), \(date)")
          }
        }
      }
    }
  }

  /// A pact whose denunciation and whose term are secret: what each knows of its end differs.
  private let secretActs = """
    entente: 1
    title: Secret acts
    actors: { alpha: Alpha, beta: Beta, gamma: Gamma }
    agreements:
      pact:
        name: Pact
        signed: 1920-01-01
        parties: [alpha, beta]
        acts:
          - { act: termination, when: 1930-01-01, by: alpha, secret: true, known-to: [{ actor: gamma, since: 1935-01-01 }], disclosed: 1940-01-01 }
          - { act: suspension, when: 1925-01-01, until: 1926-12-31, secret: true, known-to: [beta] }
      protocol: { name: Protocol, signed: 1920-06-01, parties: [alpha, gamma], terms: { ends-with: pact } }
      later: { name: Later pact, signed: 1935-06-01, parties: [beta, gamma], supersedes: { agreement: third, secret: true, known-to: [alpha] } }
      third: { name: Third pact, signed: 1921-02-02, parties: [beta, gamma] }
    """

  @Test(arguments: ["neutrality-pact", "interwar-pacts"])
  func journeysArriveWhenTheProgramSaysSo(name: String) async throws {
    let graph = try graph(name)
    try await ExploredPage.explore(graph, language: "en") { page in
      for reading in [graph.defaultReading, nil] {
        try await page.open("reading=\(reading?.rawValue ?? "")")
        let search = JourneySearch(ContactNetwork(GraphView(graph, ViewOptions(reading: reading))))
        let actors = graph.entities(.actor).map(\.id)
        for (index, from) in actors.enumerated() where index % 5 == 0 {
          let answers = try #require(search.reach(of: from))
          let found = try await page.browser.run(
            Self.journeysScript, [from.rawValue, answers.map(\.to.rawValue)])
          let expected = answers.map { [told($0.possible), told($0.certain)] }
          let shown = try #require(found as? [[String]])
          for (index, answer) in answers.enumerated() {
            #expect(shown[index] == expected[index], "\(from) to \(answer.to), \(reading?.rawValue ?? "all")")
          }
        }
      }
    }
  }

  /// Chooses an actor and then each of many others, and gives what the page says of journeys between them.
  static let journeysScript = """
    const numbers = JSON.parse(document.getElementById('data').textContent).entities.map(e => e.id);
    const choose = (end, id) => {
      const list = document.getElementById('journey-' + end);
      list.value = String(numbers.indexOf(id));
      list.dispatchEvent(new Event('change'));
    };
    choose('from', arguments[0]);
    return arguments[1].map(to => {
      choose('to', to);
      return Array.from(document.querySelectorAll('#journeys-found section'),
        each => (each.querySelector('.arrival') || each.querySelector('p')).textContent);
    });
    """

  private func told(_ journeys: [Journey]) -> String {
    guard let journey = journeys.first else { return "There is none." }
    let date =
      journey.arrival.isOpen ? "at a date that is not known" : journey.arrival.description(in: "en")
    return "Arrival: \(date). Steps: \(journey.stepCount)."
  }
}
