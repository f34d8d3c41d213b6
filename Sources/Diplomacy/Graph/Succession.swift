/// What a successor takes over of the agreements of its predecessor (Vienna Convention on Succession of States in respect of
/// Treaties, 1978). What it does is mostly disputed, so that each view is a reading.
public struct Succession: Hashable, Sendable {
  /// The rule by which it does.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// It is bound by what its predecessor was bound by (article 34).
    case continuity
    /// It is bound by what the two agreed to hand on, which are named (article 8), if the other parties let it.
    case devolution
    /// It is bound by nothing, unless it notifies that it succeeds (articles 16 and 17).
    case cleanSlate = "clean-slate"
  }

  /// The rule.
  public var rule: Rule
  /// The agreements that are handed on; empty: all, under continuity.
  public var agreements: [EntityID]

  /// A succession.
  public init(_ rule: Rule, agreements: [EntityID] = []) {
    self.rule = rule
    self.agreements = agreements
  }

  /// Whether it hands an agreement on.
  func handsOn(_ agreement: EntityID) -> Bool {
    switch rule {
    case .continuity: agreements.isEmpty || agreements.contains(agreement)
    case .devolution: agreements.contains(agreement)
    case .cleanSlate: false
    }
  }
}
