public import Chronology

extension DiplomaticGraph {
  /// The graph as it may really have been: of every date that is left open one possibility, each as likely.
  ///
  /// Dates of entities, of periods of existence, of acts and terms, of stated spans, of statements and of secrets are drawn,
  /// independently of each other, except that ``dateOrders`` are kept: of dates that are known by each other, every choice
  /// that keeps the orders is as likely as any other. The acts of an agreement are drawn together, each of their assignments
  /// as likely, so that none comes in an order that cannot be, and no agreement is over before it begins where its dates allow
  /// another course. What follows from dates (lives of agreements, participations without dates of their own) follows from
  /// the drawn ones.
  /// - Parameter generator: The source of chance: the same state, the same graph.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements. For many draws of one graph, ``GraphDraws`` finds out once
  ///   what is the same for all.
  public func withDatesDrawn(using generator: inout SeededGenerator) -> DiplomaticGraph {
    var draws = GraphDraws(of: self)
    return draws.next(using: &generator)
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
