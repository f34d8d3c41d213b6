public import Chronology
public import Diplomacy

/// A dated event of a view, or a dated act of an agreement.
public struct ChronicleEntry: Sendable {
  /// The event, or the agreement.
  public let entity: Entity
  /// The act; nil for an event.
  public let act: Act?
  /// When.
  public let date: HistoricalDate
  /// How it is attested.
  public var attestation: Attestation { act?.attestation ?? entity.attestation }

  /// How it follows the entry before: whether certainly, and between how many seconds later; nil for the first.
  ///
  /// Of something that lasts, its beginning counts.
  public let follows: (answer: Answer, least: Int64?, most: Int64?)?
}

extension GraphView {
  /// The events and acts of the view in order of time, those that may be earliest first.
  /// - Parameter entities: The events and agreements that are told; empty: all.
  /// - Complexity: O(*n* log *n*) with *n* events and acts.
  public func chronicle(of entities: [EntityID] = []) -> [ChronicleEntry] {
    let chosen = Set(entities)
    var found: [(entity: Entity, act: Act?, date: HistoricalDate)] = []
    for (entity, answer) in self.entities
    where answer != .no && counts(entity.attestation) && (chosen.isEmpty || chosen.contains(entity.id)) {
      if entity.category == .event, let date = entity.when { found.append((entity, nil, date)) }
      for act in entity.life?.acts ?? [] where counts(act.attestation) && sees(act.attestation, of: entity) {
        if let date = act.date { found.append((entity, act, date)) }
      }
    }
    let sorted = found.enumerated().sorted { one, other in
      let (mine, theirs) = (one.element.date.beginning, other.element.date.beginning)
      return (mine.earliest, mine.latest, one.offset) < (theirs.earliest, theirs.latest, other.offset)
    }.map(\.element)
    return sorted.enumerated().map { index, entry in
      let previous = index > 0 ? sorted[index - 1].date.beginning : nil
      return ChronicleEntry(
        entity: entry.entity, act: entry.act, date: entry.date,
        follows: previous.map { Self.order($0, entry.date.beginning) })
    }
  }

  private static func order(
    _ first: HistoricalDate, _ second: HistoricalDate
  ) -> (answer: Answer, least: Int64?, most: Int64?) {
    func seconds(_ from: Moment, _ to: Moment) -> Int64? {
      guard !from.isOpen, !to.isOpen else { return nil }
      let (difference, overflow) = to.seconds.subtractingReportingOverflow(from.seconds)
      return overflow ? nil : difference
    }
    let answer = first.isBefore(second)
    if first.precision == .day, second.precision == .day {
      // Between two whole days, days are counted.
      let days = seconds(first.earliest, second.earliest)
      return (answer, days, days)
    }
    return (
      answer, seconds(first.latest.adding(seconds: 1), second.earliest),
      seconds(first.earliest, second.latest.adding(seconds: second.precision == .second ? 0 : 1))
    )
  }
}
