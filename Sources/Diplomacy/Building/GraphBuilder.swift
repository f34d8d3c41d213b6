public import Chronology

/// Makes a graph in code, thing by thing.
///
/// Entities and statements get ids of their own where none are given, so that a script need not invent any:
///
/// ```swift
/// var builder = GraphBuilder(title: "Locarno")
/// let france = builder.add(.state, "France")
/// let germany = builder.add(.state, "Germany")
/// let pact = builder.add(.pact, "Rhine Pact", inForce: try HistoricalDate("1926-09-14/1936-03-07"))
/// for power in [france, germany] { builder.say(power, .party, pact) }
/// let graph = builder.graph()
/// ```
public struct GraphBuilder: Sendable {
  /// The title of the graph.
  public var title: LocalizedText
  /// The language of its names, a BCP 47 tag.
  public let language: String
  /// The sources.
  public private(set) var sources: [Source] = []
  /// The readings.
  public private(set) var readings: [Reading] = []
  /// The entities so far, in order.
  public private(set) var entities: [Entity] = []
  /// The statements so far, in order.
  public private(set) var statements: [Statement] = []

  private var known: Set<EntityID> = []
  private var sourceIDs: Set<SourceID> = []
  private var readingIDs: Set<ReadingID> = []
  private var names = StatementNames()
  private var ownNames: Set<String> = []

  /// An empty graph.
  public init(title: String, language: String = "en") {
    self.title = LocalizedText(title, language: language)
    self.language = language
  }

  /// Adds an entity.
  /// - Parameters:
  ///   - kind: What it is.
  ///   - name: What it is called, in the builder's language.
  ///   - id: Its id; nil: made of the name, with a number where another entity has it.
  ///   - when: When an actor or territory existed, or an event happened; nil: not stated.
  ///   - signed: When an agreement was signed; nil: not stated.
  ///   - inForce: When an agreement was in force; nil: that follows from its acts and terms.
  ///   - terms: What an agreement lays down about its own life.
  /// - Returns: The id, to be used in statements.
  /// - Precondition: No other entity has the id that is given; only agreements are signed, in force or have terms.
  @discardableResult
  public mutating func add(
    _ kind: EntityKind, _ name: String, id: EntityID? = nil, when: HistoricalDate? = nil,
    signed: HistoricalDate? = nil, inForce: HistoricalDate? = nil, terms: Terms? = nil
  ) -> EntityID {
    let hasLife = signed != nil || inForce != nil || terms != nil
    precondition(
      kind.category == .agreement || !hasLife, "Only agreements are signed and in force; '\(kind)' is none.")
    let life = AgreementLife(
      acts: signed.map { [Act(kind: .signature, date: $0)] } ?? [], terms: terms.map { [$0] } ?? [],
      statedInForce: inForce.map { [InForce(date: $0)] } ?? [])
    let id = id ?? freeID(for: name)
    add(
      Entity(
        id: id, kind: kind, name: LocalizedText(name, language: language), when: when,
        life: hasLife ? life : nil))
    return id
  }

  /// Adds an entity that is made already.
  /// - Precondition: No other entity has its id.
  public mutating func add(_ entity: Entity) {
    precondition(known.insert(entity.id).inserted, "Two entities have the id '\(entity.id)'.")
    entities.append(entity)
  }

  /// Adds a source.
  /// - Precondition: No other source has its id.
  public mutating func add(_ source: Source) {
    precondition(sourceIDs.insert(source.id).inserted, "Two sources have the id '\(source.id)'.")
    sources.append(source)
  }

  /// Adds a reading.
  /// - Precondition: No other reading has its id.
  public mutating func add(_ reading: Reading) {
    precondition(readingIDs.insert(reading.id).inserted, "Two readings have the id '\(reading.id)'.")
    readings.append(reading)
  }

  /// Says something of two entities.
  /// - Parameters:
  ///   - id: The statement's id; nil: role, subject and object, with a number where another statement has it.
  ///   - when: When it held; nil: a participation holds as long as the agreement or event.
  ///   - weight: How much it weighs in networks of links; nil: 1.
  /// - Returns: The id.
  /// - Precondition: The entities have been added, and no other statement has the id that is given.
  @discardableResult
  public mutating func say(
    _ subject: EntityID, _ role: Role, _ object: EntityID, id: StatementID? = nil,
    when: HistoricalDate? = nil,
    attestation: Attestation = Attestation(), weight: Double? = nil
  ) -> StatementID {
    for end in [subject, object] {
      precondition(known.contains(end), "A statement names '\(end)', which has not been added.")
    }
    let taken = ownNames
    let name = id?.rawValue ?? names.name(role, subject.rawValue, object.rawValue) { taken.contains($0) }
    precondition(ownNames.insert(name).inserted, "Two statements have the id '\(name)'.")
    statements.append(
      Statement(
        id: StatementID(name), subject: subject, role: role, object: object, when: when,
        attestation: attestation, weight: weight))
    return StatementID(name)
  }

  /// The graph of all that was added.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public func graph() -> DiplomaticGraph {
    DiplomaticGraph(
      title: title, language: language, sources: sources, readings: readings, entities: entities,
      statements: statements)
  }

  /// The name in small letters and figures, joined by `-`, with a number where an entity has it.
  private func freeID(for name: String) -> EntityID {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    let base = words.isEmpty ? "entity" : words.joined(separator: "-")
    var id = EntityID(base)
    var number = 1
    while known.contains(id) {
      number += 1
      id = EntityID("\(base)-\(number)")
    }
    return id
  }
}
