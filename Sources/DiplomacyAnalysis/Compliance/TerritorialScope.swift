import Chronology
import Diplomacy

/// Where an agreement is applied: in the whole territory of each party, unless it says otherwise (Vienna Convention on the Law
/// of Treaties, article 29).
struct TerritorialScope {
  /// Where alone it is applied; empty: everywhere.
  private let included: Set<EntityID>
  private let excluded: Set<EntityID>

  /// The scope of an agreement between some actors: a territory that is named for one party counts where that is one of them.
  init(of agreement: EntityID, between actors: Set<EntityID>, in view: GraphView) {
    func territories(_ role: Role) -> Set<EntityID> {
      let named = view.statements(about: agreement).filter { statement, answer in
        statement.role == role && statement.subject == agreement && answer != .no
          && view.counts(statement.attestation)
          && (statement.onBehalfOf.map { actors.contains($0) } ?? true)
      }.map(\.statement.object)
      return named.isEmpty ? [] : Owed.parts(of: named, in: view)
    }
    included = territories(.appliesTo)
    excluded = territories(.excludes)
  }

  /// Whether the agreement is applied at one of the places of an event; one without a place is covered.
  func covers(_ event: EventFacts) -> Bool {
    if event.grounds.isEmpty || included.isEmpty && excluded.isEmpty { return true }
    return event.grounds.contains { place in
      !excluded.contains(place) && (included.isEmpty || included.contains(place))
    }
  }
}
