import Chronology
import Diplomacy

/// What of a view a full diagram can show at all: by contents, roles, dates and offices.
struct FullSelection {
  typealias Item = (Statement, Answer)

  /// The entities, whether or not anything joins them.
  private(set) var entities: Set<EntityID>
  /// The statements that are lines.
  private(set) var statements: [Item] = []
  /// Where agreements and events were, as far as that is said without doubt: it stands in their boxes.
  private(set) var places: [EntityID: [EntityID]] = [:]

  init(_ view: GraphView, _ choice: PictureChoice) {
    let absent = Self.outOfOffice(view)
    entities = Set(
      view.entities.lazy.map(\.entity).filter { entity in
        !absent.contains(entity.id) && Self.isShown(entity, choice) && Self.isInTime(entity, view, choice)
      }.map(\.id))
    for (statement, answer) in view.statements {
      guard choice.roles.isEmpty || choice.roles.contains(statement.role) else { continue }
      if let date = statement.when {
        guard choice.mayHold(date.earliest, date.latest) else { continue }
      }
      let isPlain =
        Assertion(statement.attestation) == .plain && !view.isSecret(statement.attestation)
        && (answer == .yes || view.options.at == nil)
      if statement.role == .place, isPlain, view.graph[statement.object]?.category == .territory {
        places[statement.subject, default: []].append(statement.object)
      } else if entities.contains(statement.subject), entities.contains(statement.object) {
        statements.append((statement, answer))
      }
    }
  }

  /// Persons who hold offices, but none of them on the view's date.
  private static func outOfOffice(_ view: GraphView) -> Set<EntityID> {
    guard view.options.at != nil else { return [] }
    let offices: Set<Role> = [.represents, .commands, .memberOf]
    func holders(_ statements: some Sequence<Statement>) -> Set<EntityID> {
      Set(
        statements.filter { offices.contains($0.role) && view.graph[$0.subject]?.kind == .person }.map(
          \.subject))
    }
    return holders(view.graph.statements).subtracting(holders(view.statements.lazy.map(\.statement)))
  }

  private static func isShown(_ entity: Entity, _ choice: PictureChoice) -> Bool {
    guard !choice.show.isEmpty else { return true }
    return switch entity.category {
    case .actor: choice.show.contains(entity.kind == .person ? .persons : .actors)
    case .agreement: choice.show.contains(.agreements)
    case .territory: choice.show.contains(.territories)
    case .event: choice.show.contains(.events)
    }
  }

  private static func isInTime(_ entity: Entity, _ view: GraphView, _ choice: PictureChoice) -> Bool {
    guard let date = view.date(of: entity) else { return true }
    return choice.mayHold(date.earliest, date.latest)
  }
}

extension GraphView {
  /// When an agreement was concluded or an event happened; nil for others and where nothing is known.
  func date(of entity: Entity) -> HistoricalDate? {
    switch entity.category {
    case .agreement: concluded(entity)
    case .event: entity.when
    case .actor, .territory: nil
    }
  }
}
