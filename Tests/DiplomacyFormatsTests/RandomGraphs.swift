import Chronology
import Diplomacy
import TestSupport

/// Makes graphs of every sort of thing that a graph file can hold, by chance.
struct RandomGraphs {
  private var numbers: SeededNumbers
  private var sources: [Source] = []
  private var readings: [Reading] = []
  private var actors: [EntityID] = []
  private var territories: [EntityID] = []
  private var agreements: [EntityID] = []
  private var events: [EntityID] = []
  private var obligations: [StatementID] = []

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// A graph of the same chance.
  static func graph(seed: UInt64) -> DiplomaticGraph {
    var maker = RandomGraphs(seed: seed)
    return maker.graph()
  }

  // MARK: Chance

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &numbers)]
  }
  private mutating func perhaps<Value>(_ percent: Int, _ value: (inout RandomGraphs) -> Value) -> Value? {
    chance(percent) ? value(&self) : nil
  }
  private mutating func some<Value: Hashable>(_ values: [Value], upTo most: Int) -> [Value] {
    var seen: Set<Value> = []
    return (0..<Int.random(in: 0...most, using: &numbers)).compactMap { _ in
      values.isEmpty ? nil : one(values)
    }
    .filter { seen.insert($0).inserted }
  }

  private static let texts =
    SampleGraph.hardNames.map { name in String(name.drop(while: \.isWhitespace)) } + [
      "yes", "no", "null", "~", "1941", "1941-04-13", "0x1F", "1:30", "1e3", ".5", "- a", "-", "a: b", "a #b",
      "#b", "a:",
      "*a", "&a", "@a", "!a", "%a", "? a", "'a", "\"", "|", ">-", "{}", "[", "---", "...", "--- a",
      "Treaty: secret",
      "line one\n\nline three", "line one\n  indented", "a\rb", "a\u{85}b", "a\u{2029}b", "\u{202E}turned",
      "a\u{FEFF}b",
      String(repeating: "long words ", count: 40) + "end", String(repeating: "x", count: 300), "a  b",
      "e\u{301}\u{FFFD}",
      "\u{10FFFF}", "a\u{0}b", "gp vol. 5 #1092", "x, y", "a\tb", "=", "<<",
    ]

  private mutating func text() -> String { one(Self.texts) }
  private mutating func localized() -> LocalizedText {
    if chance(60) { return LocalizedText(text(), language: "en") }
    let languages = some(["en", "no", "ja-Latn", "ru", "y", "fr"].filter { $0.count > 1 }, upTo: 3)
    return LocalizedText((languages.isEmpty ? ["de"] : languages).map { .init(language: $0, text: text()) })
  }

  private static let dates: [HistoricalDate] =
    SampleGraph.hardDates.compactMap { try? HistoricalDate($0) }
    + [
      "1887-06-06", "1640-03-24", "1917-10/1918-01", "[1887-06-01,1887-06-02]",
    ].flatMap { text in
      [
        DateStyle.julian, DateStyle(.julian, yearStart: .ladyDay),
        DateStyle(.gregorian, yearStart: .marchFirst),
      ].compactMap {
        try? HistoricalDate(text, style: $0)
      }
    }
    + ["1887-06-06 O.S.", "1887-06-06 O.S./1887-07-01 N.S."].compactMap {
      try? HistoricalDate($0, style: .gregorian)
    }
    + ["1941~", "1941-04~/1945%", "[1941~,1943]"].compactMap {
      try? HistoricalDate($0).widened(by: Period(years: 2))
    }
  private static let intervals = dates.filter { $0.shape == .interval }

  private mutating func date() -> HistoricalDate { one(Self.dates) }
  private mutating func interval() -> HistoricalDate { one(Self.intervals) }

  // MARK: Attestation

  private mutating func citations() -> [Citation] {
    some(sources.map(\.id), upTo: 2).map { id in
      Citation(
        source: id, locator: perhaps(50) { $0.one(["P4", "vol. 5 #1092", "p. 3, n. 4", "a: b", ", odd"]) })
    }
  }

  private mutating func attestation(_ percent: Int = 30, hasText: Bool = false) -> Attestation {
    guard chance(percent) else { return Attestation() }
    return Attestation(
      certainty: perhaps(40) { $0.one(Certainty.allCases) },
      modality: chance(20) ? one(Modality.allCases) : .actual, holder: perhaps(20) { $0.one($0.actors) },
      citations: citations(), note: perhaps(30) { $0.text() }, readings: some(readings.map(\.id), upTo: 2),
      secret: perhaps(20) { $0.secret(hasText) })
  }

  private mutating func secret(_ hasText: Bool) -> Knowledge {
    func knower(_ maker: inout RandomGraphs, _ depth: Knowledge.Depth) -> Knowledge.Knower {
      Knowledge.Knower(
        actor: maker.one(maker.actors), since: maker.perhaps(40) { $0.date() },
        depth: hasText && maker.chance(30) ? depth : nil,
        certainty: maker.perhaps(20) { $0.one(Certainty.allCases) }, note: maker.perhaps(20) { $0.text() },
        citations: maker.citations())
    }
    return Knowledge(
      knownTo: (0..<Int.random(in: 0...2, using: &numbers)).map { _ in knower(&self, .existence) },
      unknownTo: (0..<Int.random(in: 0...2, using: &numbers)).map { _ in knower(&self, .text) },
      disclosures: (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        Knowledge.Disclosure(
          when: date(), depth: hasText && chance(30) ? .existence : nil,
          certainty: perhaps(20) { $0.one(Certainty.allCases) }, note: perhaps(20) { $0.text() },
          citations: citations())
      })
  }

  private mutating func attributes() -> [Attribute] {
    some(
      ["color", "x", "size", "a b", "no", "1", "weird: name", "Größe", String(repeating: "k", count: 1500)],
      upTo: 3
    )
    .sorted().map { name in
      Attribute(
        name,
        one([
          .text(text()), .text(""), .text(" spaces "), .text("a\n"), .text("5"), .text("true"), .integer(-7),
          .integer(.max),
          .number(0.1), .number(3), .number(1e300), .number(-2.5e-8), .boolean(true), .boolean(false),
        ]))
    }
  }

  // MARK: Things

  private mutating func graph() -> DiplomaticGraph {
    func ids(_ prefix: String, _ maker: inout RandomGraphs) -> [EntityID] {
      (0..<Int.random(in: 2...5, using: &maker.numbers)).map { EntityID("\(prefix)\($0)") }
    }
    actors = ids("a", &self) + ["no", "true"]
    territories = ids("t", &self)
    agreements = ids("p", &self)
    events = ids("e", &self)
    for number in 0..<Int.random(in: 1...3, using: &numbers) { sources.append(source(number)) }
    for number in 0..<Int.random(in: 0...3, using: &numbers) { readings.append(reading(number)) }
    var entities = actors.map { entity($0, .actor) } + territories.map { entity($0, .territory) }
    entities += agreements.map { entity($0, .agreement) }
    entities += events.map { entity($0, .event) }
    var graph = DiplomaticGraph(
      title: localized(), summary: perhaps(50) { $0.text() }, authors: chance(50) ? [text(), text()] : [],
      license: perhaps(30) { $0.text() }, sources: sources, readings: readings, entities: entities,
      statements: statements())
    graph.hasDirectedLinks = chance(20)
    graph.attributes = attributes()
    return graph
  }

  private mutating func source(_ number: Int) -> Source {
    Source(
      id: SourceID("s\(number)"), title: localized(), kind: perhaps(30) { $0.text() },
      author: perhaps(30) { $0.text() },
      date: perhaps(30) { $0.date() }, language: perhaps(30) { _ in "fr" },
      url: perhaps(30) { _ in "https://x.org/?a=1#b" },
      publisher: perhaps(30) { $0.text() },
      quotedIn: perhaps(30) { _ in Citation(source: "s0", locator: "P1") },
      note: perhaps(30) { $0.text() })
  }

  private mutating func reading(_ number: Int) -> Reading {
    Reading(
      id: ReadingID("r\(number)"), title: localized(), extends: number > 0 && chance(30) ? "r0" : nil,
      isDefault: number == 0 && chance(50), question: perhaps(30) { _ in "question \(number)" },
      note: perhaps(30) { $0.text() })
  }

  private mutating func entity(_ id: EntityID, _ category: Category) -> Entity {
    var entity = Entity(
      id: id, kind: chance(70) ? one(EntityKind.core(category)) : EntityKind(category, "odd-kind"),
      name: localized(),
      shortName: perhaps(20) { $0.localized() }, attestation: attestation(hasText: category == .agreement),
      identifiers: chance(30)
        ? [.init(register: "wikidata", value: "Q1"), .init(register: "viaf", value: "1234")] : [])
    entity.attributes = chance(20) ? attributes() : []
    switch category {
    case .actor, .territory:
      if chance(40) {
        entity.when = interval()
      } else if chance(40) {
        entity.existence = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
          Existence(
            date: interval(), condition: one(Existence.Condition.allCases), attestation: attestation())
        }
      }
    case .event:
      entity.when = perhaps(70) { $0.date() }
      entity.deeds = Deed.Effect.allCases.flatMap { effect in
        some(obligations, upTo: 2).map { Deed(effect, $0, attestation: attestation()) }
      }
    case .agreement: entity.life = life(of: id)
    }
    return entity
  }

  private mutating func life(of id: EntityID) -> AgreementLife {
    var life = AgreementLife()
    for _ in 0..<Int.random(in: 0...4, using: &numbers) {
      var act = Act(
        kind: chance(90) ? one(Act.Kind.core) : Act.Kind("initialling"), date: perhaps(80) { $0.date() },
        by: some(actors, upTo: 2), place: perhaps(20) { $0.one($0.territories) },
        until: perhaps(20) { $0.date() },
        period: perhaps(20) { _ in Period(years: 1, months: 6) }, attestation: attestation())
      if act.kind == .suspension, chance(50) { act.between = Array(actors.prefix(2)) }
      if act.kind == .accession, chance(50) { act.from = one(actors) }
      life.acts.append(act)
    }
    for _ in 0..<Int.random(in: 0...2, using: &numbers) {
      life.terms.append(
        Terms(
          duration: perhaps(50) { _ in Period(years: 5) }, until: perhaps(20) { $0.date() },
          notice: perhaps(30) { _ in Period(weeks: 2, hours: 3) },
          renewal: perhaps(40) { $0.chance(50) ? .indefinite : .each(Period(years: 5)) },
          entry: perhaps(20) { $0.one(Terms.Entry.allCases) },
          ratification: perhaps(20) { $0.one(Terms.Ratification.allCases) },
          ratifications: perhaps(20) { _ in 4 }, termStart: perhaps(20) { $0.one(Terms.TermStart.allCases) },
          denunciation: perhaps(20) { $0.one(Terms.Effect.allCases) },
          denunciationEnds: perhaps(20) { $0.one(Terms.Extent.allCases) },
          breach: perhaps(20) { $0.one(Terms.Breach.allCases) },
          endsWith: perhaps(20) { $0.one($0.agreements) }, clause: perhaps(20) { $0.text() },
          attestation: attestation()))
    }
    for _ in 0..<Int.random(in: 0...2, using: &numbers) {
      life.statedInForce.append(InForce(date: perhaps(80) { $0.interval() }, attestation: attestation()))
    }
    for _ in 0..<Int.random(in: 0...2, using: &numbers) {
      life.reservations.append(
        Reservation(
          by: one(actors), clause: perhaps(60) { $0.text() }, date: perhaps(50) { $0.date() },
          withdrawn: perhaps(20) { $0.date() },
          objections: some(actors, upTo: 2).map { actor in
            Reservation.Objection(
              by: actor, date: perhaps(30) { $0.date() }, opposesEntryIntoForce: chance(30))
          }, attestation: attestation()))
    }
    for number in 1...3 where chance(60) && life.obligations.count == number - 1 {
      life.obligations.append(
        obligation(StatementID(chance(70) ? "\(id).obligation-\(number)" : "own-\(id)-\(number)")))
    }
    obligations += life.obligations.map(\.id)
    return life
  }

  private mutating func obligation(_ id: StatementID) -> Obligation {
    var obligation = Obligation(
      id: id, kind: chance(80) ? one(Obligation.Kind.core) : Obligation.Kind("pay"),
      by: some(actors, upTo: 2),
      to: some(actors, upTo: 2), about: some(territories + agreements, upTo: 2),
      against: some(actors, upTo: 1),
      condition: perhaps(20) { $0.text() }, conditionEvent: perhaps(20) { $0.one($0.events) },
      unless: perhaps(20) { $0.text() }, unlessEvent: perhaps(20) { $0.one($0.events) },
      clause: perhaps(20) { $0.text() },
      amendedBy: perhaps(20) { $0.one($0.agreements) }, attestation: attestation())
    if chance(20) {
      obligation.deadline = .by(date())
    } else if chance(20) {
      obligation.deadline = .within(Period(months: 3), of: one(events))
    }
    return obligation
  }

  private mutating func statements() -> [Statement] {
    var statements: [Statement] = []
    var names = StatementNames()
    let all = actors + territories + agreements + events
    let links: [(Role, [EntityID], [EntityID])] = [
      (.party, actors, agreements), (.signatory, actors, agreements), (.agent, actors, events),
      (.target, territories, events),
      (.controls, actors, territories), (.hostileTo, actors, actors), (.concerns, agreements, territories),
      (.sameAs, all, all), (.leadsTo, events, agreements), (Role("envies"), all, all),
      (.link, actors, actors),
      (.arc, all, all), (.represents, actors, actors), (.amends, agreements, agreements),
    ]
    for _ in 0..<Int.random(in: 0...20, using: &numbers) {
      let (role, subjects, objects) = one(links)
      let (subject, object) = (one(subjects), one(objects))
      var statement = Statement(
        id: StatementID(names.name(role, subject.rawValue, object.rawValue)), subject: subject, role: role,
        object: object,
        when: perhaps(40) { $0.date() }, onBehalfOf: perhaps(10) { $0.one($0.actors) },
        office: perhaps(10) { $0.localized() },
        attestation: attestation(), weight: perhaps(20) { $0.one([0, 1, 2.5, 1e20, 1e-9]) })
      statement.isDirected = perhaps(20) { $0.chance(50) }
      statement.attributes = chance(10) ? attributes() : []
      if chance(10) { statement = statement.named(StatementID("own-\(statements.count)")) }
      statements.append(statement)
    }
    // As those that stand in entities are read first, the names of repeated ones follow this order only.
    return statements
  }
}
