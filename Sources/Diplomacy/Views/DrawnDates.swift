public import Chronology

extension DiplomaticGraph {
  /// The graph as it may really have been: of every date that is left open one possibility, each as likely.
  ///
  /// Dates of entities, of periods of existence, of acts and terms, of stated spans, of statements and of secrets are drawn,
  /// independently of each other: that one date was given relative to another is kept only as far as its bounds do. What
  /// follows from dates (lives of agreements, participations without dates of their own) follows from the drawn ones.
  /// - Parameter generator: The source of chance: the same state, the same graph.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public func withDatesDrawn(using generator: inout SeededGenerator) -> DiplomaticGraph {
    var draw = DateDraw(window: extent, offset: defaultOffset, generator: generator)
    defer { generator = draw.generator }
    return changing({ draw.drawn($0) }, { draw.drawn($0) })
  }

  /// From the first to the last moment that dates of entities, agreements and statements name; nil where none does.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public var extent: ClosedRange<Moment>? {
    var first = Moment.distantFuture
    var last = Moment.distantPast
    func include(_ date: HistoricalDate?) {
      guard let date else { return }
      for end in [date.earliest, date.latest] where !end.isOpen {
        first = min(first, end)
        last = max(last, end)
      }
    }
    for entity in entities {
      include(entity.when)
      for period in entity.existence { include(period.date) }
      for act in entity.life?.acts ?? [] { include(act.date) }
      for stated in entity.life?.statedInForce ?? [] { include(stated.date) }
    }
    for statement in statements { include(statement.when) }
    return first <= last ? first...last : nil
  }
}

/// Draws the dates of one graph after the other.
private struct DateDraw {
  let window: ClosedRange<Moment>?
  let offset: UTCOffset?
  var generator: SeededGenerator

  mutating func drawn(_ date: HistoricalDate?) -> HistoricalDate? {
    date?.drawn(within: window, offset: offset, using: &generator)
  }

  mutating func drawn(_ entity: Entity) -> Entity {
    var entity = entity
    entity.when = drawn(entity.when)
    for index in entity.existence.indices {
      entity.existence[index].date = entity.existence[index].date.drawn(
        within: window, offset: offset, using: &generator)
      entity.existence[index].attestation = drawn(entity.existence[index].attestation)
    }
    entity.attestation = drawn(entity.attestation)
    if let life = entity.life { entity.life = drawn(life) }
    return entity
  }

  private mutating func drawn(_ life: AgreementLife) -> AgreementLife {
    var life = life
    for index in life.acts.indices {
      life.acts[index].date = drawn(life.acts[index].date)
      life.acts[index].until = drawn(life.acts[index].until)
      life.acts[index].attestation = drawn(life.acts[index].attestation)
    }
    for index in life.terms.indices {
      life.terms[index].until = drawn(life.terms[index].until)
      life.terms[index].attestation = drawn(life.terms[index].attestation)
    }
    for index in life.statedInForce.indices {
      life.statedInForce[index].date = drawn(life.statedInForce[index].date)
      life.statedInForce[index].attestation = drawn(life.statedInForce[index].attestation)
    }
    return life
  }

  mutating func drawn(_ statement: Statement) -> Statement {
    var statement = statement
    statement.when = drawn(statement.when)
    statement.attestation = drawn(statement.attestation)
    return statement
  }

  private mutating func drawn(_ attestation: Attestation) -> Attestation {
    guard let secret = attestation.secret else { return attestation }
    var attestation = attestation
    attestation.secret = Knowledge(
      knownTo: secret.knownTo.map { drawn($0) }, unknownTo: secret.unknownTo.map { drawn($0) },
      disclosed: drawn(secret.disclosed), disclosureCitations: secret.disclosureCitations)
    return attestation
  }

  private mutating func drawn(_ knower: Knowledge.Knower) -> Knowledge.Knower {
    Knowledge.Knower(actor: knower.actor, since: drawn(knower.since), citations: knower.citations)
  }
}
