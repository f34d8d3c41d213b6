import Chronology
import Diplomacy
import Networks

/// Contacts with one time each: the best that uncertain dates allow, or the worst.
struct ContactTimetable: Sendable {
  let timetable: Timetable
  /// The statement behind each contact, as a position in the graph; −1 for a contact that only leads on inside of a hub.
  private let statements: [Int]
  /// The entity that each node beyond those of the graph stands for.
  private let innerHubs: [Int]
  private let graph: DiplomaticGraph

  /// Contacts as wide as they may be, if `assumption` is `.possible`; else as narrow as they may be.
  ///
  /// The participants of an agreement or event share its dates: even where it may end before it is sure to have begun, all
  /// meet in it. Each such window gets a hub of its own, which who comes in time may leave in all directions.
  /// - Parameter windows: Other windows in the place of the layer's; nil: its own.
  init(
    _ layer: ContactNetwork.Layer, _ graph: DiplomaticGraph, _ assumption: Assumption,
    windows: [Window]? = nil
  ) {
    self.graph = graph
    let network = layer.network
    let windows = windows ?? network.windows
    var contacts: [TimedContact] = []
    var statements: [Int] = []
    var innerHubs: [Int] = []
    var hubOfWindow: [WindowIndex: Int] = [:]
    var users: [WindowIndex: Int] = [:]
    for contact in network.contacts { users[contact.window, default: 0] += 1 }
    func isNarrow(_ window: Window) -> Bool { window.latestStart > window.earliestLast }
    let hasInnerHubs =
      assumption == .certain
      && network.contacts.contains { isNarrow(windows[$0.window.position]) && users[$0.window] ?? 0 > 1 }
    let isDirected = network.direction == .directed || hasInnerHubs
    func add(_ source: Int, _ target: Int, _ start: Int64, _ last: Int64, _ statement: Int, bothWays: Bool) {
      contacts.append(
        TimedContact(source: NodeIndex(source), target: NodeIndex(target), start: start, last: last))
      statements.append(statement)
      guard bothWays, isDirected else { return }
      contacts.append(
        TimedContact(source: NodeIndex(target), target: NodeIndex(source), start: start, last: last))
      statements.append(statement)
    }
    for (contact, statement) in zip(network.contacts, layer.statements) {
      let window = windows[contact.window.position]
      let (source, target) = (contact.source.position, contact.target.position)
      let bothWays = network.direction == .undirected
      guard assumption == .certain else {
        add(source, target, window.earliestStart, window.latestLast, statement, bothWays: bothWays)
        continue
      }
      add(source, target, window.latestStart, window.earliestLast, statement, bothWays: bothWays)
      guard isNarrow(window), users[contact.window] ?? 0 > 1 else { continue }
      // A hub is the object of its participants' statements, and so the target; or the source of a way back.
      let isWayIn = graph.entities[target].category != .actor
      let (actor, hub) = isWayIn ? (source, target) : (target, source)
      let inner =
        hubOfWindow[contact.window]
        ?? {
          let node = graph.entities.count + innerHubs.count
          innerHubs.append(hub)
          add(node, hub, window.latestStart, .max, -1, bothWays: false)
          return node
        }()
      hubOfWindow[contact.window] = inner
      if isWayIn || bothWays { add(actor, inner, .min, window.earliestLast, statement, bothWays: false) }
      if !isWayIn || bothWays { add(inner, actor, window.latestStart, .max, statement, bothWays: false) }
    }
    self.statements = statements
    self.innerHubs = innerHubs
    let hubs = graph.entities.indices.filter { graph.entities[$0].category != .actor }
    timetable = Timetable(
      nodeCount: graph.entities.count + innerHubs.count, contacts: contacts,
      direction: isDirected ? .directed : .undirected,
      hubs: (hubs + innerHubs.indices.map { graph.entities.count + $0 }).map { NodeIndex($0) })
  }

  /// A journey as steps between actors; nil for one that stays where it is.
  func journey(_ found: Networks.Journey?) -> Journey? {
    guard let found, let first = found.crossings.first else { return nil }
    var steps: [Journey.Step] = []
    var from = graph.entities[first.from.position].id
    var through: EntityID?
    var behind: [Statement] = []
    for crossing in found.crossings {
      let statement = statements[crossing.contact.position]
      if statement >= 0 { behind.append(graph.statements[statement]) }
      let node = crossing.to.position
      let entity = graph.entities[
        node < graph.entities.count ? node : innerHubs[node - graph.entities.count]]
      guard entity.category == .actor else {
        through = entity.id
        continue
      }
      steps.append(
        Journey.Step(
          from: from, through: through, to: entity.id, moment: Moment(seconds: crossing.arrival),
          statements: behind))
      (from, through, behind) = (entity.id, nil, [])
    }
    return steps.isEmpty ? nil : Journey(steps: steps, departure: Moment(seconds: found.departure))
  }
}
