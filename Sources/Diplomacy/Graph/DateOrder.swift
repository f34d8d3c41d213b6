public import Chronology

/// A place of a graph at which a date stands, by the positions of what it belongs to.
public enum DateSlot: Hashable, Sendable {
  /// When an event happened, or an actor or territory existed.
  case entity(Int)
  /// One of the periods in which an actor or territory existed.
  case existence(Int, period: Int)
  /// The date of an act of an agreement.
  case act(Int, number: Int)
  /// Until when an act of an agreement lasts.
  case actEnd(Int, number: Int)
  /// Until when terms of an agreement last.
  case terms(Int, number: Int)
  /// A stated span in force of an agreement.
  case inForce(Int, number: Int)
  /// When a statement held.
  case statement(Int)
}

/// What is known of one date of a graph by another one, besides the bounds that follow for each.
///
/// Dates that are known together are drawn together, and no journey takes them apart.
public struct DateOrder: Hashable, Sendable {
  /// How the one date lies to the other.
  public enum Relation: Hashable, Sendable {
    /// Later, though it may be the same day.
    case after
    /// Earlier, though it may be the same day.
    case before
    /// Not earlier, and not later than a period after it.
    case within(Period)
    /// A period later, at any time of the day on which the period is over.
    case exactly(Period)
  }

  /// The date.
  public let date: DateSlot
  /// How it lies.
  public let relation: Relation
  /// To which other one.
  public let other: DateSlot

  /// An order of two dates.
  public init(_ date: DateSlot, _ relation: Relation, _ other: DateSlot) {
    (self.date, self.relation, self.other) = (date, relation, other)
  }

  /// Whether two dates may lie so, each taken for one moment within its bounds; of one that lasts, what is after it is after
  /// its end, and what is before it before its beginning.
  package func mayHold(_ date: HistoricalDate, _ other: HistoricalDate, offset: UTCOffset?) -> Bool {
    let (first, last) = (DateOrder.beginning(of: other), DateOrder.ending(of: other))
    switch relation {
    case .after: return date.latest > last.earliest
    case .before: return date.earliest < first.latest
    case .within(let period):
      return date.latest >= last.earliest && date.earliest <= DateOrder.later(last.latest, period, offset).end
    case .exactly(let period):
      return date.latest >= DateOrder.later(last.earliest, period, offset).start
        && date.earliest <= DateOrder.later(last.latest, period, offset).end
    }
  }

  /// The day that the other date leaves for this one; nil where it leaves more than one.
  package func onlyDay(after other: HistoricalDate, offset: UTCOffset?) -> HistoricalDate? {
    guard case .exactly(let period) = relation, !period.countsTime else { return nil }
    let ahead = Int64((offset ?? .utc).seconds)
    let last = DateOrder.ending(of: other)
    let (first, final) = (last.earliest.adding(seconds: ahead), last.latest.adding(seconds: ahead))
    guard !first.isOpen, !final.isOpen, first.day == final.day else { return nil }
    return HistoricalDate(first.day.start.adding(period).day, defaultOffset: offset)
  }

  /// The first and the last second to which a period leads.
  private static func later(_ moment: Moment, _ period: Period, _ offset: UTCOffset?) -> (
    start: Moment, end: Moment
  ) {
    if moment.isOpen { return (moment, moment) }
    let ahead = Int64((offset ?? .utc).seconds)
    let local = moment.adding(seconds: ahead)
    if period.countsTime {
      let end = local.adding(period).adding(seconds: -ahead)
      return (end, end)
    }
    let day = local.day.start.adding(period).day
    return (day.start.adding(seconds: -ahead), day.end.adding(seconds: -1 - ahead))
  }

  private static func beginning(of date: HistoricalDate) -> HistoricalDate {
    if case .date(let start) = date.start { return start }
    return date
  }

  private static func ending(of date: HistoricalDate) -> HistoricalDate {
    if case .date(let end) = date.end { return end }
    return date
  }
}

extension Period {
  /// Whether it counts the time of day.
  fileprivate var countsTime: Bool { hours != 0 || minutes != 0 || seconds != 0 }
}

extension DiplomaticGraph {
  /// The date at a place of the graph; nil where none stands.
  package func date(at slot: DateSlot) -> HistoricalDate? {
    switch slot {
    case .entity(let position): entities[position].when
    case .existence(let position, let number): entities[position].existence[number].date
    case .act(let position, let number): entities[position].life?.acts[number].date
    case .actEnd(let position, let number): entities[position].life?.acts[number].until
    case .terms(let position, let number): entities[position].life?.terms[number].until
    case .inForce(let position, let number): entities[position].life?.statedInForce[number].date
    case .statement(let index): statements[index].when
    }
  }

  /// The places of an entity at which a date stands.
  package func dateSlots(of position: Int) -> [DateSlot] {
    let entity = entities[position]
    var slots = entity.when == nil ? [] : [DateSlot.entity(position)]
    slots += entity.existence.indices.map { .existence(position, period: $0) }
    guard let life = entity.life else { return slots }
    for (number, act) in life.acts.enumerated() {
      if act.date != nil { slots.append(.act(position, number: number)) }
      if act.until != nil { slots.append(.actEnd(position, number: number)) }
    }
    for (number, terms) in life.terms.enumerated() where terms.until != nil {
      slots.append(.terms(position, number: number))
    }
    for (number, stated) in life.statedInForce.enumerated() where stated.date != nil {
      slots.append(.inForce(position, number: number))
    }
    return slots
  }
}

extension Entity {
  /// The same entity with another date at one of its places.
  package mutating func set(_ date: HistoricalDate, at slot: DateSlot) {
    switch slot {
    case .entity: when = date
    case .existence(_, let number): existence[number].date = date
    case .act(_, let number): life?.acts[number].date = date
    case .actEnd(_, let number): life?.acts[number].until = date
    case .terms(_, let number): life?.terms[number].until = date
    case .inForce(_, let number): life?.statedInForce[number].date = date
    case .statement: break
    }
  }
}

extension DateSlot {
  /// The entity it belongs to, by its position; nil for a statement's.
  package var entity: Int? {
    switch self {
    case .entity(let position), .existence(let position, _), .act(let position, _), .actEnd(let position, _),
      .terms(let position, _), .inForce(let position, _):
      position
    case .statement: nil
    }
  }
}
