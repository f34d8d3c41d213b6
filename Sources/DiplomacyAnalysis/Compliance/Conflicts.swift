import Chronology
import Diplomacy

/// Obligations of one debtor that cannot both be kept (Vienna Convention on the Law of Treaties, article 30).
extension Judge {
  /// Pairs of obligations of one debtor of which one asks for what the other forbids, while both bind: at any time, or in a
  /// case that may come.
  func conflicts() -> [Compliance.Conflict] {
    let byDebtor = Dictionary(grouping: owed, by: \.debtor)
    let cases = Cases(of: owed, in: view)
    var seen: Set<EntityID> = []
    var found: [Compliance.Conflict] = []
    for debtor in owed.map(\.debtor) where seen.insert(debtor).inserted {
      let all = byDebtor[debtor] ?? []
      for (index, one) in all.enumerated() {
        for other in all[(index + 1)...] where one.agreement != other.agreement {
          guard let clash = clash(one, other, cases) ?? clash(other, one, cases) else { continue }
          func side(_ owed: Owed) -> Compliance.Conflict.Side {
            .init(agreement: owed.agreement, obligation: owed.obligation, creditors: owed.creditors)
          }
          found.append(
            Compliance.Conflict(
              reading: reading, debtor: debtor, first: side(one), second: side(other), cases: clash.cases,
              answer: clash.answer, citations: unique(citations(of: one) + citations(of: other))))
        }
      }
    }
    return found
  }

  /// How two obligations clash: in which cases, none being at any time, and how surely.
  private typealias Clash = (cases: [Compliance.Conflict.Case], answer: Answer)

  /// Whether what one obligation asks to do another asks to leave undone, while both bind; nil when it does not.
  private func clash(_ one: Owed, _ other: Owed, _ cases: Cases) -> Clash? {
    guard let rule = one.rule, let opposition = rule.opposes[other.obligation.kind] else { return nil }
    let mine = binding(one, to: one.creditors)
    let theirs = binding(other, to: other.creditors)
    var together = Answer.no
    for span in mine {
      for bound in theirs { together = together || span.overlaps(bound) }
    }
    guard together != .no else { return nil }
    // Who may wait until the other obligation has ended can keep both.
    let limit = deadline(of: one.obligation)?.earliest ?? .distantFuture
    let canWait =
      rule.mayWait && theirs.allSatisfy { !$0.latestEnd.isOpen && $0.latestEnd < limit }
      && mine.contains { own in theirs.allSatisfy { $0.latestEnd < own.earliestEnd } }
    guard !canWait else { return nil }
    func isAboutOneTerritory() -> Bool { !one.territories.isDisjoint(with: other.territories) }
    let isOpposed =
      switch opposition {
      case .creditor: true
      case .territory: isAboutOneTerritory()
      case .rivals: isAboutOneTerritory() && Set(one.creditors).isDisjoint(with: other.creditors)
      case .claims: isAboutOneTerritory() && haveRivalClaims(one, other)
      }
    guard isOpposed else { return nil }
    guard opposition == .creditor else { return (cases.conditions(of: one), together) }
    return clashOverFoes(one, other, cases, from: mine).map { ($0.cases, $0.answer && together) }
  }

  /// Where help or war is owed against somebody to whom peace, neutrality or help is owed as well.
  private func clashOverFoes(_ one: Owed, _ other: Owed, _ cases: Cases, from mine: [Span]) -> Clash? {
    // Towards a foe that has broken the other agreement, that one binds no more.
    let start = mine.map(\.earliestStart).min() ?? .distantPast
    let all = cases.foes(of: one)
    let foes = other.creditors.filter { foe in
      all.contains(foe) && !one.creditors.contains(foe)
        && breaches.first(of: other.agreement, by: foe, before: start) == nil
    }
    var found: [Compliance.Conflict.Case] = []
    var answer = Answer.no
    var isAlways = false
    for foe in foes {
      guard let occasions = cases.occasions(of: one, against: foe) else { continue }
      if occasions.isEmpty {
        let applies = cases.applies(other, in: nil, towards: one)
        answer = answer || applies
        isAlways = isAlways || applies != .no
      }
      for occasion in occasions {
        let applies =
          cases.applies(other, in: occasion, towards: one) && cases.excepts(one, occasion).inverse
        guard applies != .no, !cases.breaks(occasion, other.agreement, by: foe) else { continue }
        answer = answer || applies
        found.append(occasion.told)
      }
    }
    guard answer != .no else { return nil }
    return (isAlways ? [] : Cases.merged(found), answer)
  }

  /// Whether different creditors of two obligations claim or hold what both are about.
  private func haveRivalClaims(_ one: Owed, _ other: Owed) -> Bool {
    let shared = one.territories.intersection(other.territories)
    func claimants(_ creditors: [EntityID]) -> Set<EntityID> {
      Set(creditors).intersection(
        shared.flatMap { territory in
          view.statements(about: territory).filter { statement, answer in
            answer != .no && view.counts(statement.attestation) && statement.object == territory
              && [.claims, .controls, .occupies].contains(statement.role)
          }.map(\.statement.subject)
        })
    }
    let (mine, theirs) = (claimants(one.creditors), claimants(other.creditors))
    return !mine.isEmpty && !theirs.isEmpty && mine.isDisjoint(with: theirs)
  }
}

extension Answer {
  /// No for yes, yes for no.
  fileprivate var inverse: Answer {
    switch self {
    case .yes: .no
    case .maybe: .maybe
    case .no: .yes
    }
  }
}
