import Chronology
import Diplomacy

/// When those who owe and are owed something took part in the agreements.
///
/// A treaty binds those who are parties to it, as long as they are (Vienna Convention on the Law of Treaties, articles 26 and 70),
/// and nobody for what was done before it came into force for him (article 28); no deed is a breach of what did not bind when it
/// was done (Articles on State Responsibility, article 13).
struct BindingTimes {
  private struct Member: Hashable {
    let actor: EntityID
    let agreement: EntityID
  }

  private let presences: [Member: [Span]]

  private struct Bond: Hashable {
    let obligation: StatementID
    let debtor, creditor: EntityID
  }

  /// When two were bound to each other, where that may be for less time than both took part: where a reservation, an amendment or
  /// a later agreement sets the obligation aside between them (Vienna Convention on the Law of Treaties, articles 21, 30(4), 40(4)).
  private let bonds: [Bond: [Span]]

  /// - Complexity: O(*m* · *s*) with *m* pairs of an agreement and somebody who owes or is owed something under it, and *s*
  ///   statements about each.
  init(of owed: [Owed], in view: GraphView) {
    var presences: [Member: [Span]] = [:]
    for owed in owed {
      for actor in [owed.debtor] + owed.creditors {
        let member = Member(actor: actor, agreement: owed.agreement)
        if presences[member] == nil { presences[member] = Self.presence(of: member, in: view) }
      }
    }
    self.presences = presences
    bonds = Self.bonds(of: owed, in: view)
  }

  private static func bonds(of owed: [Owed], in view: GraphView) -> [Bond: [Span]] {
    var isApart: [EntityID: Bool] = [:]
    var bonds: [Bond: [Span]] = [:]
    for owed in owed {
      guard let agreement = view.graph[owed.agreement] else { continue }
      if isApart[owed.agreement] == nil {
        isApart[owed.agreement] =
          !view.separations(in: owed.agreement).isEmpty || !view.reservations(to: agreement).isEmpty
      }
      guard isApart[owed.agreement] == true || owed.obligation.amendedBy != nil else { continue }
      for creditor in owed.creditors {
        let bond = Bond(obligation: owed.obligation.id, debtor: owed.debtor, creditor: creditor)
        bonds[bond] = view.spans(of: owed.obligation, in: agreement, from: owed.debtor, to: creditor)
      }
    }
    return bonds
  }

  /// When what is owed bound a debtor towards at least one of some creditors: while both took part in the agreement, and nothing
  /// had set the obligation aside between them.
  func binding(_ owed: Owed, to creditors: [EntityID]) -> [Span] {
    let own = presences[Member(actor: owed.debtor, agreement: owed.agreement)] ?? []
    guard !creditors.isEmpty else { return own }
    var spans: [Span] = []
    for creditor in creditors {
      let theirs = presences[Member(actor: creditor, agreement: owed.agreement)] ?? []
      var both = Self.intersections(own, theirs)
      let bond = Bond(obligation: owed.obligation.id, debtor: owed.debtor, creditor: creditor)
      if let bound = bonds[bond] { both = Self.intersections(both, bound) }
      for span in both where !spans.contains(span) { spans.append(span) }
    }
    return spans
  }

  private static func intersections(_ some: [Span], _ others: [Span]) -> [Span] {
    var found: [Span] = []
    for other in others {
      for one in some {
        if let both = one.intersection(other), !both.isContradictory { found.append(both) }
      }
    }
    return found
  }

  /// When an actor took part in an agreement, within its existence.
  private static func presence(of member: Member, in view: GraphView) -> [Span] {
    let (actor, agreement) = (member.actor, member.agreement)
    guard let entity = view.graph[actor], let course = view.course(of: actor, in: agreement) else {
      return []
    }
    let parts = view.statements(about: actor).filter { statement, _ in
      statement.object == agreement && Role.participations.contains(statement.role)
    }
    let counted = parts.filter { statement, answer in answer != .no && view.counts(statement.attestation) }
    // Who takes part, but not in this view, is not bound in it; who is named as owing or owed alone, is.
    guard parts.isEmpty || !counted.isEmpty else { return [] }
    let stated = counted.filter { statement, _ in statement.role == .party && statement.when != nil }
    let unknown = course.spans.isEmpty && course.beginnings.isEmpty
    let spans =
      stated.isEmpty ? (unknown ? [.unknown] : course.spans) : stated.flatMap { view.spans(of: $0.statement) }
    let existence = view.presence(of: entity)
    return spans.filter { !$0.isContradictory }.flatMap { span in
      existence.compactMap { span.intersection($0) }
    }
  }
}
