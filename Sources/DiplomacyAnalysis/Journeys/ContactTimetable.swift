import Chronology
import Diplomacy
import Networks

/// Contacts with one time each: the best that uncertain dates allow, or the worst.
struct ContactTimetable: Sendable {
  let timetable: Timetable
  /// The entity that each node stands for, by its position in the graph: one that is in touch, in order, and after these once
  /// more the agreement or event behind each inner hub.
  let positions: [Int]
  /// How many nodes are entities that are in touch.
  let entityCount: Int
  /// Whether some contacts of the graph lead one way.
  let isDirected: Bool
  /// The nodes that each contact of the graph joins.
  let ends: [(source: Int32, target: Int32)]
  /// For each of these the first moment at which it may be, or surely is; an open past: unknown.
  private let starts: [Int64]
  /// The statement behind each contact, as a position in the graph; −1 for a contact that only leads on inside of a hub.
  private let statements: [Int]
  private let graph: DiplomaticGraph
  private let rules: JourneyRules
  private let nodeOfPosition: [Int32]

  /// Contacts as wide as they may be, if `assumption` is `.possible`; else as narrow as they may be.
  ///
  /// The participants of an agreement or event share its dates: even where it may end before it is sure to have begun, all
  /// meet in it. Each such window gets a hub of its own, which who comes in time may leave in all directions.
  /// - Parameters:
  ///   - windows: Other windows in the place of the layer's; nil: its own.
  ///   - rules: What is out of reach of these rules is left out; nil: nothing.
  init(
    _ layer: ContactNetwork.Layer, _ graph: DiplomaticGraph, _ assumption: DateAssumption,
    windows: [Window]? = nil, within rules: JourneyRules? = nil
  ) {
    self.graph = graph
    let windows = windows ?? layer.windows
    func counts(_ window: Window) -> Bool {
      guard let rules else { return true }
      let (start, last) =
        assumption == .certain
        ? (window.latestStart, window.earliestLast) : (window.earliestStart, window.latestLast)
      return start <= rules.latest && last >= rules.earliest
    }
    let chosen = zip(layer.contacts, layer.statements).filter { counts(windows[$0.0.window]) }
    var nodeOfPosition = [Int32](repeating: -1, count: graph.entities.count)
    for (contact, _) in chosen {
      nodeOfPosition[contact.source] = 0
      nodeOfPosition[contact.target] = 0
    }
    var positions = nodeOfPosition.indices.filter { nodeOfPosition[$0] == 0 }
    for (node, position) in positions.enumerated() {
      nodeOfPosition[position] = Int32(truncatingIfNeeded: node)
    }
    entityCount = positions.count
    isDirected = layer.isDirected
    ends = chosen.map { contact, _ in
      (nodeOfPosition[contact.source], nodeOfPosition[contact.target])
    }
    starts = chosen.map { contact, _ in
      let window = windows[contact.window]
      return assumption == .certain ? window.latestStart : window.earliestStart
    }
    self.rules = rules ?? JourneyRules()
    self.nodeOfPosition = nodeOfPosition
    var contacts: [TimedContact] = []
    var statements: [Int] = []
    var hubOfWindow: [Int: Int] = [:]
    var users: [Int: Int] = [:]
    for (contact, _) in chosen { users[contact.window, default: 0] += 1 }
    let hasInnerHubs =
      assumption == .certain
      && chosen.contains { windows[$0.0.window].isUnsettled && users[$0.0.window] ?? 0 > 1 }
    let leadsOneWay = isDirected || hasInnerHubs
    func add(_ source: Int, _ target: Int, _ start: Int64, _ last: Int64, _ statement: Int, bothWays: Bool) {
      contacts.append(
        TimedContact(source: NodeIndex(source), target: NodeIndex(target), start: start, last: last))
      statements.append(statement)
      guard bothWays, leadsOneWay else { return }
      contacts.append(
        TimedContact(source: NodeIndex(target), target: NodeIndex(source), start: start, last: last))
      statements.append(statement)
    }
    for (contact, statement) in chosen {
      let window = windows[contact.window]
      let source = Int(nodeOfPosition[contact.source])
      let target = Int(nodeOfPosition[contact.target])
      let bothWays = !layer.isDirected
      guard assumption == .certain else {
        add(source, target, window.earliestStart, window.latestLast, statement, bothWays: bothWays)
        continue
      }
      add(source, target, window.latestStart, window.earliestLast, statement, bothWays: bothWays)
      guard window.isUnsettled, users[contact.window] ?? 0 > 1 else { continue }
      // A hub is the object of its participants' statements, and so the target; or the source of a way back.
      let isWayIn = graph.entities[contact.target].category != .actor
      let (actor, hub) = isWayIn ? (source, target) : (target, source)
      let inner =
        hubOfWindow[contact.window]
        ?? {
          let node = positions.count
          positions.append(positions[hub])
          add(node, hub, window.latestStart, .max, -1, bothWays: false)
          return node
        }()
      hubOfWindow[contact.window] = inner
      if isWayIn || bothWays { add(actor, inner, .min, window.earliestLast, statement, bothWays: false) }
      if !isWayIn || bothWays { add(inner, actor, window.latestStart, .max, statement, bothWays: false) }
    }
    self.statements = statements
    self.positions = positions
    let hubs = positions.indices.filter { graph.entities[positions[$0]].category != .actor }
    timetable = Timetable(
      nodeCount: positions.count, contacts: contacts, direction: leadsOneWay ? .directed : .undirected,
      hubs: hubs.map { NodeIndex($0) })
  }

  /// The node of the entity at a position in the graph; nil if it is not in touch.
  func node(at position: Int) -> NodeIndex? {
    nodeOfPosition[position] < 0 ? nil : NodeIndex(Int(nodeOfPosition[position]))
  }

  /// For each node the one that it counts as: inner hubs as the agreement or event that they stand for.
  var owners: [NodeIndex] { positions.map { node(at: $0) ?? NodeIndex(0) } }

  /// The moment at which the first contact begins that has a beginning; 0 if none has.
  var firstStart: Int64 { starts.filter { $0 != .min && $0 != .max }.min() ?? 0 }

  /// The contacts of the graph on the first day of each, by the number of the day; those that begin out of reach of the
  /// rules left out, and those that do not join an actor.
  var walks: Timetable {
    let shift = Int64((graph.defaultOffset ?? .utc).seconds)
    var contacts: [TimedContact] = []
    let isHub = (0..<entityCount).map { graph.entities[positions[$0]].category != .actor }
    for ((source, target), start) in zip(ends, starts) {
      guard start != .min, start >= rules.earliest, start <= rules.latest,
        !(isHub[Int(source)] && isHub[Int(target)])
      else { continue }
      let day = Moment(seconds: start).adding(seconds: shift).day
      contacts.append(
        TimedContact(
          source: NodeIndex(Int(source)), target: NodeIndex(Int(target)), at: day.start.seconds / 86_400))
    }
    return Timetable(
      nodeCount: entityCount, contacts: contacts, direction: isDirected ? .directed : .undirected,
      hubs: isHub.indices.filter { isHub[$0] }.map { NodeIndex($0) })
  }

  /// A journey as steps between actors; nil for one that stays where it is.
  func journey(_ found: TemporalPath?) -> Journey? {
    guard let found, let first = found.crossings.first else { return nil }
    var steps: [Journey.Step] = []
    var from = graph.entities[positions[first.from.position]].id
    var through: EntityID?
    var behind: [Statement] = []
    var omissions = found.omissions[...]
    var omitted = 0
    for (place, crossing) in found.crossings.enumerated() {
      while let omission = omissions.first, omission.place == place {
        omitted += omission.count
        omissions.removeFirst()
      }
      let statement = statements[crossing.contact.position]
      if statement >= 0 { behind.append(graph.statements[statement]) }
      let entity = graph.entities[positions[crossing.to.position]]
      guard entity.category == .actor else {
        through = entity.id
        continue
      }
      steps.append(
        Journey.Step(
          from: from, through: through, to: entity.id, moment: Moment(seconds: crossing.arrival),
          statements: behind, omittedBefore: omitted))
      (from, through, behind, omitted) = (entity.id, nil, [], 0)
    }
    return steps.isEmpty ? nil : Journey(steps: steps, departure: Moment(seconds: found.departure))
  }
}
