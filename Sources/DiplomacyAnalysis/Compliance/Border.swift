import Chronology
import Diplomacy

/// A territory of kind `border`, and those whom it bounds.
///
/// Who comes over the border between himself and another attacks that border, whether or not the graph names it among the
/// targets: it is attacked with the state or territory behind it. An attack by a third side leaves it alone.
struct Border {
  let id: EntityID
  /// The states and territories that the graph says it `borders`, in order.
  let sides: [EntityID]

  /// The borders of a view that have more than one side.
  static func all(in view: GraphView) -> [Border] {
    zip(view.graph.entities, view.entityAnswers).compactMap { entity, answer in
      guard answer != .no, entity.kind == Self.kind, view.counts(entity.attestation) else { return nil }
      var seen: Set<EntityID> = [entity.id]
      let sides = view.statements(about: entity.id).compactMap { statement, answer -> EntityID? in
        guard statement.role == .borders, answer != .no, view.counts(statement.attestation) else {
          return nil
        }
        let side = statement.subject == entity.id ? statement.object : statement.subject
        return seen.insert(side).inserted ? side : nil
      }
      return sides.count > 1 ? Border(id: entity.id, sides: sides) : nil
    }
  }

  private static let kind = EntityKind(.territory, "border")

  /// Whether an attack by some goes from one of its sides to another.
  ///
  /// The attackers are on a side that is theirs, that is part of it or the same, or that they certainly control at that time;
  /// the attack hits a side that is a target or the place, or of which one of these is part, or that is part of one of these.
  func isCrossed(
    by agents: Set<EntityID>, into targets: Set<EntityID>, hitting hit: Set<EntityID>, at event: Entity,
    _ view: GraphView
  ) -> Bool {
    let wholes = sides.map { EventFacts.wholes(of: $0, at: event, view) }
    return sides.indices.contains { own in
      !agents.isDisjoint(with: wholes[own])
        && sides.indices.contains { other in
          other != own && (hit.contains(sides[other]) || !targets.isDisjoint(with: wholes[other]))
        }
    }
  }
}
