public import Chronology

extension GraphView {
  /// When two actors were bound to each other by an agreement: while both took part in it, and nothing had set it aside
  /// between them; empty when they never were, or there is no such agreement.
  public func relation(between one: EntityID, and other: EntityID, in agreement: EntityID) -> [Span] {
    graph.position(of: agreement).flatMap { courses[$0]?.relation(between: one, and: other) } ?? []
  }

  /// Between whom an agreement does not hold that each of them is a party to.
  public func separations(in agreement: EntityID) -> [Separation] {
    graph.position(of: agreement).flatMap { courses[$0]?.allSeparations } ?? []
  }

  /// The reservations to an agreement that count and are known.
  public func reservations(to agreement: Entity) -> [Reservation] {
    (agreement.life?.reservations ?? []).filter {
      counts($0.attestation) && sees($0.attestation, of: agreement)
    }
  }

  /// When one actor owed another what an obligation says: while both were bound to each other by the agreement, as far as no
  /// reservation of either excludes the clause between them (Vienna Convention on the Law of Treaties, article 21(1) and
  /// (3)), and no amendment that both accept has taken its place (article 40(4)).
  public func spans(
    of obligation: Obligation, in agreement: Entity, from debtor: EntityID, to creditor: EntityID
  ) -> [Span] {
    var gaps = reservations(to: agreement).filter { reservation in
      [debtor, creditor].contains(reservation.by) && reservation.covers(obligation.clause)
    }.map(\.span)
    if let amendment = obligation.amendedBy {
      gaps += relation(between: debtor, and: creditor, in: amendment)
    }
    return Gaps(gaps).removed(from: bond(debtor, creditor, in: agreement.id))
  }

  /// The relation of two parties; where one is none, as a beneficiary, the part of the other.
  private func bond(_ one: EntityID, _ other: EntityID, in agreement: EntityID) -> [Span] {
    guard let courses = graph.position(of: agreement).flatMap({ courses[$0] }) else { return [] }
    if courses.isParty(one), courses.isParty(other) { return courses.relation(between: one, and: other) }
    return courses.course(of: courses.isParty(other) ? other : one).spans
  }
}
