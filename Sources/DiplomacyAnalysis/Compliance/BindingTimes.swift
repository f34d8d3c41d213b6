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
  }

  /// When a debtor and at least one of the creditors took part in an agreement.
  func binding(_ debtor: EntityID, _ creditors: [EntityID], in agreement: EntityID) -> [Span] {
    let own = presences[Member(actor: debtor, agreement: agreement)] ?? []
    guard !creditors.isEmpty else { return own }
    var spans: [Span] = []
    for creditor in creditors {
      for span in presences[Member(actor: creditor, agreement: agreement)] ?? [] {
        for mine in own {
          if let both = mine.intersection(span), !both.isContradictory, !spans.contains(both) {
            spans.append(both)
          }
        }
      }
    }
    return spans
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
