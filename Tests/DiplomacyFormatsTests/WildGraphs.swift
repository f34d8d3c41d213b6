import Chronology
import Diplomacy
import TestSupport

/// Graphs in which anything that the model has a place for stands anywhere, with hard names, ids and dates: the same from
/// the same seed.
struct WildGraph {
  private var numbers: SeededNumbers
  private let offset: UTCOffset?
  private var entityIDs: [EntityID] = []
  private var sourceIDs: [SourceID] = []
  private var readingIDs: [ReadingID] = []
  private var obligationIDs: [StatementID] = []

  /// The graph of a seed.
  static func graph(seed: UInt64) -> DiplomaticGraph {
    var wild = WildGraph(seed: seed)
    return wild.graph()
  }

  private init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    offset = seed % 3 == 0 ? UTCOffset("+03:00") : nil
  }

  // MARK: Chance

  private mutating func below(_ count: Int) -> Int { Int(numbers.next() % UInt64(count)) }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func any<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
  private mutating func perhaps<Value>(_ percent: Int, _ make: (inout WildGraph) -> Value) -> Value? {
    chance(percent) ? make(&self) : nil
  }
  private mutating func some<Value>(_ most: Int, _ make: (inout WildGraph) -> Value) -> [Value] {
    (0..<below(most + 1)).map { _ in make(&self) }
  }

  // MARK: Words

  /// Texts that XML can hold.
  private static let texts =
    SampleGraph.hardNames.filter { asInXML($0) == $0 } + [
      "plain", "", " ", "  two  spaces ", "line\r\nends\r", String(repeating: "long ", count: 500), "_x0041_",
      "{}",
    ]
  private static let words = [
    "a word", "word", "_x0020_", "über-wort", "日本", "a\u{1}b", "x_x", "_x_", "", "with\nline", "ALL", "a:b",
    "a/b",
  ]
  private static let languages = ["en", "fr", "ja-Latn", "zh", "ru"]

  private mutating func text() -> String { any(Self.texts) }
  private mutating func word() -> String { any(Self.words) }
  private mutating func localized() -> LocalizedText {
    let count = 1 + below(3)
    return LocalizedText(
      (0..<count).map { index in
        LocalizedText.Wording(language: Self.languages[index], text: text())
      })
  }

  private mutating func date() -> HistoricalDate {
    guard let plain = try? HistoricalDate(any(SampleGraph.hardDates), defaultOffset: offset) else {
      preconditionFailure("A sample is no date.")
    }
    switch below(10) {
    case 0:
      let text = any(["1887-06-06", "1640-03-24", "1887-06/1890-06", "[1887-06-06,1887-06-09]", "1917-10~"])
      return
        (try? HistoricalDate(
          text, style: any([.julian, DateStyle(.julian, yearStart: .init("03-25") ?? .january)]),
          defaultOffset: offset)) ?? plain
    case 1:
      return
        (try? HistoricalDate(
          lenient: any(["13.4.1941", "13 April 1941", "before 1941", "6/18 June 1887", "c. 1941"]),
          defaultOffset: offset)) ?? plain
    case 2: return plain.widened(by: Period(years: 1 + below(3), days: below(4)))
    default: return plain
    }
  }

  private mutating func period() -> Period {
    any([
      Period(years: 5), Period(months: 3), Period(years: 1, months: 2, days: 3), Period(weeks: 2),
      Period(hours: 48),
    ])
  }

  // MARK: Parts

  private mutating func citation() -> Citation {
    Citation(
      source: any(sourceIDs), locator: chance(50) ? any(["p. 1", "p_1", "p.1", "§ 3 <a>", " ", ""]) : nil)
  }
  private mutating func entity() -> EntityID { any(entityIDs) }
  private mutating func entities() -> [EntityID] { some(3) { $0.entity() } }

  private mutating func attestation(canBeSecret: Bool = true) -> Attestation {
    var made = Attestation()
    if chance(60) { return made }
    made.certainty = perhaps(40) { $0.any(Certainty.allCases) }
    made.modality = chance(30) ? any(Modality.allCases) : .actual
    made.holder = perhaps(30) { $0.entity() }
    if !sourceIDs.isEmpty { made.citations = some(3) { $0.citation() } }
    made.note = perhaps(40) { $0.text() }
    if !readingIDs.isEmpty { made.readings = some(2) { $0.any($0.readingIDs) } }
    if canBeSecret, chance(30) { made.secret = secret() }
    return made
  }

  private mutating func secret() -> Knowledge {
    func knower(_ wild: inout WildGraph) -> Knowledge.Knower {
      Knowledge.Knower(
        actor: wild.entity(), since: wild.perhaps(50) { $0.date() },
        depth: wild.perhaps(40) { $0.any(Knowledge.Depth.allCases) },
        certainty: wild.perhaps(40) { $0.any(Certainty.allCases) }, note: wild.perhaps(40) { $0.text() },
        citations: wild.sourceIDs.isEmpty ? [] : wild.some(2) { $0.citation() })
    }
    return Knowledge(
      knownTo: some(3, knower), unknownTo: some(2, knower),
      disclosures: some(2) { wild in
        Knowledge.Disclosure(
          when: wild.date(), depth: wild.perhaps(40) { $0.any(Knowledge.Depth.allCases) },
          certainty: wild.perhaps(40) { $0.any(Certainty.allCases) }, note: wild.perhaps(40) { $0.text() },
          citations: wild.sourceIDs.isEmpty ? [] : wild.some(2) { $0.citation() })
      })
  }

  private mutating func attributes() -> [Attribute] {
    guard chance(40) else { return [] }
    return ["a key", "color", "weight", "xml:id", "ümlaut"].filter { _ in chance(50) }.sorted().map { name in
      Attribute(
        name,
        any([
          .text(text()), .integer(below(1000) - 500), .number(Double(below(1000)) / 8 - 3),
          .boolean(chance(50)),
        ]))
    }
  }

  private mutating func act() -> Act {
    Act(
      kind: chance(80) ? any(Act.Kind.core) : Act.Kind(word()), date: perhaps(80) { $0.date() },
      by: entities(),
      between: entities(), from: perhaps(20) { $0.entity() }, place: perhaps(30) { $0.entity() },
      until: perhaps(30) { $0.date() }, period: perhaps(20) { $0.period() }, attestation: attestation())
  }

  private mutating func terms() -> Terms {
    Terms(
      duration: perhaps(50) { $0.period() }, until: perhaps(30) { $0.date() },
      notice: perhaps(30) { $0.period() },
      renewal: perhaps(40) { $0.chance(50) ? .indefinite : .each($0.period()) },
      entry: perhaps(30) { $0.any(Terms.Entry.allCases) },
      ratification: perhaps(30) { $0.any(Terms.Ratification.allCases) },
      ratifications: perhaps(30) { 1 + $0.below(9) },
      termStart: perhaps(30) { $0.any(Terms.TermStart.allCases) },
      denunciation: perhaps(30) { $0.any(Terms.Effect.allCases) },
      denunciationEnds: perhaps(30) { $0.any(Terms.Extent.allCases) },
      breach: perhaps(30) { $0.any(Terms.Breach.allCases) }, endsWith: perhaps(20) { $0.entity() },
      clause: perhaps(50) { $0.text() }, attestation: attestation())
  }

  private mutating func reservation() -> Reservation {
    Reservation(
      by: entity(), clause: perhaps(60) { $0.text() }, date: perhaps(60) { $0.date() },
      withdrawn: perhaps(40) { $0.date() },
      objections: some(2) { wild in
        Reservation.Objection(
          by: wild.entity(), date: wild.perhaps(50) { $0.date() }, opposesEntryIntoForce: wild.chance(50))
      }, attestation: attestation())
  }

  private mutating func obligation(_ id: StatementID) -> Obligation {
    Obligation(
      id: id, kind: chance(70) ? any(Obligation.Kind.core) : Obligation.Kind(word()), by: entities(),
      to: entities(), about: entities(), against: entities(), condition: perhaps(30) { $0.text() },
      conditionEvent: perhaps(30) { $0.entity() }, unless: perhaps(30) { $0.text() },
      unlessEvent: perhaps(30) { $0.entity() },
      deadline: perhaps(40) { $0.chance(50) ? .by($0.date()) : .within($0.period(), of: $0.entity()) },
      clause: perhaps(40) { $0.text() }, amendedBy: perhaps(20) { $0.entity() }, attestation: attestation())
  }

  private mutating func life(_ ids: [StatementID]) -> AgreementLife {
    AgreementLife(
      acts: some(5) { $0.act() }, terms: some(2) { $0.terms() },
      statedInForce: some(2) { wild in
        InForce(date: wild.perhaps(80) { $0.date() }, attestation: wild.attestation())
      }, reservations: some(2) { $0.reservation() }, obligations: ids.map { obligation($0) })
  }

  // MARK: The whole

  private mutating func kind() -> EntityKind {
    let category = any(Category.allCases)
    return chance(70) ? any(EntityKind.core(category)) : EntityKind(category, word())
  }

  private mutating func graph() -> DiplomaticGraph {
    // One id may be that of an entity, a source, a reading and a statement.
    let ids = [
      "a", "b.n2", "b", "1914", "a b", "日本", "_x0041_", "x\u{1}y", "-", "", "é", "A", "s.1", "party.a.b",
      ".n3",
      "source_p._1",
    ]
    entityIDs = Array(Set(ids.filter { _ in chance(60) } + ["z"])).sorted().map { EntityID($0) }
    sourceIDs = ids.filter { _ in chance(30) }.map { SourceID($0) }
    readingIDs = ids.filter { _ in chance(20) }.map { ReadingID($0) }
    obligationIDs = (0..<6).map { StatementID("o\($0)") }
    var free = obligationIDs
    let entities = entityIDs.map { entity($0, &free) }
    let sources = sourceIDs.map { source($0) }
    let readings = readingIDs.enumerated().map { index, id in
      Reading(
        id: id, title: localized(), extends: index > 0 && chance(30) ? readingIDs[index - 1] : nil,
        isDefault: chance(30), question: perhaps(30) { $0.text() }, note: perhaps(30) { $0.text() })
    }
    let statements = (ids + (0..<20).map { "s\($0)" }).filter { _ in chance(70) }.map { statement($0) }
    var graph = DiplomaticGraph(
      title: localized(), summary: perhaps(50) { $0.text() }, authors: some(3) { $0.text() },
      license: perhaps(40) { $0.text() }, language: any(Self.languages), defaultOffset: offset,
      sources: sources,
      readings: readings, entities: entities, statements: statements)
    graph.hasDirectedLinks = chance(30)
    graph.attributes = attributes()
    graph.dateOrders = orders(of: graph)
    return graph
  }

  private mutating func entity(_ id: EntityID, _ obligations: inout [StatementID]) -> Entity {
    let kind = kind()
    let isAgreement = kind.category == .agreement
    let taken = isAgreement ? Array(obligations.prefix(below(3))) : []
    obligations.removeFirst(taken.count)
    var made = Entity(
      id: id, kind: kind, name: localized(), shortName: perhaps(30) { $0.localized() },
      when: isAgreement ? nil : perhaps(50) { $0.date() },
      attestation: attestation(), life: isAgreement ? life(taken) : nil,
      deeds: kind.category == .event
        ? some(2) {
          Deed($0.any(Deed.Effect.allCases), $0.any($0.obligationIDs), attestation: $0.attestation())
        }
        : [],
      identifiers: some(2) { ExternalIdentifier(register: $0.word(), value: $0.text()) })
    if made.when == nil, kind.category == .actor || kind.category == .territory {
      made.existence = some(3) { wild in
        Existence(
          date: wild.date(), condition: wild.any(Existence.Condition.allCases),
          attestation: wild.attestation())
      }
    }
    made.attributes = attributes()
    return made
  }

  private mutating func source(_ id: SourceID) -> Source {
    Source(
      id: id, title: localized(), kind: perhaps(50) { $0.word() }, author: perhaps(50) { $0.text() },
      date: perhaps(50) { $0.date() }, language: perhaps(50) { $0.any(["fr", "French & Russian"]) },
      url: perhaps(50) {
        $0.any(["https://example.org/a?b=c&d#e", "no address", "http://[", "https://x.org/日本"])
      },
      publisher: perhaps(50) { $0.text() }, quotedIn: perhaps(30) { $0.citation() },
      note: perhaps(40) { $0.text() })
  }

  private mutating func statement(_ id: String) -> Statement {
    var made = Statement(
      id: StatementID(id), subject: entity(), role: chance(70) ? any(Role.coreRoles) : Role(word()),
      object: entity(), when: perhaps(50) { $0.date() }, onBehalfOf: perhaps(20) { $0.entity() },
      office: perhaps(20) { $0.localized() }, attestation: attestation(),
      succession: perhaps(20) { Succession($0.any(Succession.Rule.allCases), agreements: $0.entities()) },
      weight: perhaps(30) { $0.any([0, 0.1, 2, 1e300, 5e-324]) })
    made.isDirected = perhaps(30) { $0.chance(50) }
    made.attributes = attributes()
    return made
  }

  private mutating func orders(of graph: DiplomaticGraph) -> [DateOrder] {
    var slots = graph.entities.indices.flatMap { graph.dateSlots(of: $0) }
    slots += graph.statements.indices.filter { graph.statements[$0].when != nil }.map { .statement($0) }
    guard slots.count > 1 else { return [] }
    return some(3) { wild in
      let relation = wild.any([
        DateOrder.Relation.after, .before, .within(wild.period()), .exactly(wild.period()),
      ])
      return DateOrder(wild.any(slots), relation, wild.any(slots))
    }
  }
}
