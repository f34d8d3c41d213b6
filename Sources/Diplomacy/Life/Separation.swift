public import Chronology

/// Between whom an agreement does not hold that each of them is a party to, and from when.
///
/// An agreement of many is a bundle of relations between each two of them: a later agreement of some of them takes its
/// place between those alone (Vienna Convention on the Law of Treaties, article 30(4)), some may suspend it between
/// themselves (article 58), and an objection to a reservation may keep it from holding between two (article 21).
public struct Separation: Hashable, Sendable {
  /// Why it does not hold between them.
  public enum Reason: Hashable, Sendable {
    /// A later agreement that takes the place of this one has them both for parties.
    case superseded(by: EntityID)
    /// They suspended it between themselves.
    case suspended(Act)
    /// The one objects to a reservation of the other, and to being bound to it at all.
    case objection(Reservation)
  }

  /// Why.
  public let reason: Reason
  /// From when each is concerned; between two of them it does not hold once both are.
  public let starts: [EntityID: LifeCourse.Turn]
  /// The first moment at which it holds again, at the earliest and at the latest.
  public let earliestEnd: Moment, latestEnd: Moment
  /// The reading under which it is so, where several are looked at together.
  public let reading: ReadingID?

  /// The same without its reading.
  var underAnyReading: Separation {
    Separation(
      reason: reason,
      starts: starts.mapValues { turn in
        var turn = turn
        turn.reading = nil
        return turn
      }, earliestEnd: earliestEnd, latestEnd: latestEnd, reading: nil)
  }

  /// Whom it concerns, in the order of their ids.
  public var members: [EntityID] { starts.keys.sorted { $0.rawValue < $1.rawValue } }

  /// When the agreement does not hold between two of its parties for this reason; nil: it does.
  public func span(between one: EntityID, and other: EntityID) -> Span? {
    guard let first = starts[one], let second = starts[other], one != other else { return nil }
    return Span(
      earliestStart: max(first.earliest, second.earliest), latestStart: max(first.latest, second.latest),
      earliestEnd: earliestEnd, latestEnd: latestEnd)
  }
}

extension LifeFacts {
  /// Whether a suspension concerns only the relations between some of several parties.
  func isBetweenSome(_ act: Act) -> Bool {
    act.between.count > 1 && parties.count > 2 && !parties.allSatisfy { act.between.contains($0) }
  }

  /// The suspensions between some parties.
  var suspensionsBetweenSome: [Separation] {
    acts.filter { $0.kind == .suspension && $0.date != nil && isBetweenSome($0) }.map { act in
      let gap = suspension(act)
      let start = turn(gap.earliestStart, gap.latestStart, .act, act, act.attestation.citations)
      return Separation(
        reason: .suspended(act), starts: Dictionary(act.between.map { ($0, start) }) { first, _ in first },
        earliestEnd: gap.earliestEnd, latestEnd: gap.latestEnd, reading: reading)
    }
  }

  /// The objections by which a party refuses to be bound to one that has made a reservation.
  func objections(in life: AgreementLife, where counts: (Attestation) -> Bool) -> [Separation] {
    life.reservations.filter { counts($0.attestation) }.flatMap { reservation in
      // Nobody is separated from itself.
      reservation.objections.filter { $0.opposesEntryIntoForce && $0.by != reservation.by }.map { objection in
        let made = Span(optional: objection.date ?? reservation.date)
        let end = reservation.withdrawn.map { Span($0) }
        let start = turn(
          made.earliestStart, made.latestStart, .act, nil, reservation.attestation.citations)
        return Separation(
          reason: .objection(reservation),
          starts: [reservation.by: start, objection.by: start],
          earliestEnd: end?.earliestStart ?? .distantFuture, latestEnd: end?.latestStart ?? .distantFuture,
          reading: reading)
      }
    }
  }
}

extension Span {
  /// The span of a date; without one, one that began at an unknown time before all others.
  fileprivate init(optional date: HistoricalDate?) { self = date.map { Span($0) } ?? .always }
}
