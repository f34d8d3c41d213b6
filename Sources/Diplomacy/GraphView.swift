public import Chronology

/// What is looked at: a moment or none, a reading or all, and which modalities.
public struct ViewOptions: Hashable, Sendable {
  /// The date at which the graph is seen; nil: all times at once.
  public var at: HistoricalDate?
  /// The reading under which it is seen; nil: all readings at once.
  public var reading: ReadingID?
  /// The senses of assertion that count.
  public var modalities: Set<Modality>

  /// The whole graph, or a part of it.
  public init(
    at: HistoricalDate? = nil, reading: ReadingID? = nil, modalities: Set<Modality> = Set(Modality.allCases)
  ) {
    self.at = at
    self.reading = reading
    self.modalities = modalities
  }
}

/// A graph seen at a date and under a reading: which entities and statements are there, certainly or possibly.
///
/// A view holds positions and answers; it copies no statement.
public struct GraphView: Sendable {
  /// The graph looked at.
  public let graph: DiplomaticGraph
  /// How it is looked at.
  public let options: ViewOptions
  /// The assertions that the reading lets hold.
  public let choice: ReadingChoice
  /// Whether the entity at each position is there.
  public let entityAnswers: [Answer]
  /// Whether each statement holds.
  public let statementAnswers: [Answer]

  /// Looks at a graph.
  ///
  /// A statement is there no more surely than both of its ends are, and than its own span covers the date.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public init(_ graph: DiplomaticGraph, _ options: ViewOptions = ViewOptions()) {
    self.graph = graph
    self.options = options
    let choice = graph.choice(of: options.reading)
    self.choice = choice
    func holds(_ attestation: Attestation) -> Bool {
      options.modalities.contains(attestation.modality) && choice.includes(attestation)
    }
    let entityAnswers = graph.entities.map { entity -> Answer in
      guard holds(entity.attestation) else { return .no }
      guard let date = options.at else { return .yes }
      // What was only planned, believed or imagined, and at no stated time, is there on no date.
      if entity.category == .event, entity.when == nil, entity.attestation.modality != .actual { return .no }
      return graph.presence(of: entity, under: choice).covers(date)
    }
    self.entityAnswers = entityAnswers
    statementAnswers = graph.statements.map { statement -> Answer in
      guard holds(statement.attestation),
        let subject = graph.position(of: statement.subject), let object = graph.position(of: statement.object)
      else { return .no }
      let ends = entityAnswers[subject] && entityAnswers[object]
      guard ends != .no, let date = options.at else { return ends }
      // A signature is made once and stays made: at a date, a signatory belongs to the agreement's life.
      if statement.when == nil, statement.role == "signatory" || statement.role == "negotiator" {
        return ends
      }
      return ends && graph.span(of: statement, under: choice).covers(date)
    }
  }

  /// The entities that are there, certainly or possibly, in order.
  public var entities: [(entity: Entity, answer: Answer)] {
    zip(graph.entities, entityAnswers).compactMap { $1 == .no ? nil : ($0, $1) }
  }

  /// The statements that hold, certainly or possibly, in order.
  public var statements: [(statement: Statement, answer: Answer)] {
    zip(graph.statements, statementAnswers).compactMap { $1 == .no ? nil : ($0, $1) }
  }
}
