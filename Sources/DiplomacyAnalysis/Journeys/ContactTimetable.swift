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
  /// The contact of the network behind each contact; −1 for one that only leads on inside of a hub.
  private let numbers: [Int]
  /// The statement behind each contact, as a position in the graph; −1 for a contact that only leads on inside of a hub.
  private let statements: [Int]
  private let graph: DiplomaticGraph
  private let rules: JourneyRules
  private let nodeOfPosition: [Int32]
  let clock: JourneyClock
  /// The windows of which it is not known whether others are in order with them whatever the dates are.
  let vagueWindows: Set<Int>
  /// Whether contacts are left out, for which a clock has no place.
  let lacksContacts: Bool
  /// Whether nothing is left out.
  var isWhole: Bool { vagueWindows.isEmpty && !lacksContacts }

  /// Contacts as wide as they may be, if `assumption` is `.possible`; else as narrow as they may be.
  ///
  /// The participants of an agreement or event share its dates: even where it may end before it is sure to have begun, all
  /// meet in it. Each such window gets a hub of its own, which who comes in time may leave in all directions that are open
  /// to him whatever the dates are.
  /// - Parameters:
  ///   - windows: Other windows in the place of the layer's; nil: its own.
  ///   - rules: What is out of reach of these rules is left out; nil: nothing. In seconds.
  ///   - clock: How moments are counted.
  init(
    _ layer: ContactNetwork.Layer, _ graph: DiplomaticGraph, _ assumption: DateAssumption,
    windows: [Window]? = nil, within rules: JourneyRules? = nil, clock: JourneyClock = .seconds
  ) {
    self.graph = graph
    self.clock = clock
    let windows = windows ?? layer.windows
    var inner = InnerHubs(windows, layer.ties)
    var chosen: [ChosenContact] = []
    for (contact, statement) in zip(layer.contacts, layer.statements) {
      let bounds = ContactBounds(contact, windows, assumption)
      if assumption == .certain ? !inner.isInOrder(contact) : bounds.start > bounds.last { continue }
      if let rules, bounds.start > rules.latest || bounds.last < rules.earliest { continue }
      chosen.append(ChosenContact(contact: contact, statement: statement, bounds: bounds))
    }
    var nodeOfPosition = [Int32](repeating: -1, count: graph.entities.count)
    for (contact, _, _) in chosen.map({ ($0.contact, $0.statement, $0.bounds) }) {
      nodeOfPosition[contact.source] = 0
      nodeOfPosition[contact.target] = 0
    }
    var positions = nodeOfPosition.indices.filter { nodeOfPosition[$0] == 0 }
    for (node, position) in positions.enumerated() {
      nodeOfPosition[position] = Int32(truncatingIfNeeded: node)
    }
    entityCount = positions.count
    isDirected = layer.isDirected
    ends = chosen.map { (nodeOfPosition[$0.contact.source], nodeOfPosition[$0.contact.target]) }
    starts = chosen.map(\.bounds.start)
    self.rules = rules ?? JourneyRules()
    self.nodeOfPosition = nodeOfPosition
    var isParted = false
    if case .partedDays = clock { isParted = true }
    let hubs =
      assumption == .certain && !isParted ? inner.hubs(of: chosen, graph, isDirected: isDirected) : []
    var made = TimedContacts(clock, leadsOneWay: isDirected || !hubs.isEmpty, chosen.map(\.bounds))
    var cells: [Int: Int] = [:]
    /// The node of an end of a contact: for a part of an event or agreement one of its own.
    func node(_ position: Int, _ contact: DatedContact) -> Int {
      guard contact.cell >= 0, graph.entities[position].category != .actor else {
        return Int(nodeOfPosition[position])
      }
      if let cell = cells[contact.cell] { return cell }
      cells[contact.cell] = positions.count
      positions.append(position)
      return positions.count - 1
    }
    for one in chosen {
      let (contact, bounds) = (one.contact, one.bounds)
      made.add(
        node(contact.source, contact), node(contact.target, contact), bounds.start, bounds.last, one,
        bothWays: !isDirected)
    }
    for hub in hubs {
      let node = positions.count
      positions.append(hub.position)
      made.add(node, Int(nodeOfPosition[hub.position]), hub.start, .max, nil, bothWays: false)
      for way in hub.ways {
        let one = chosen[way.contact]
        let actor = Int(nodeOfPosition[way.actor])
        let ends = way.isIn ? (actor, node) : (node, actor)
        made.add(ends.0, ends.1, way.start, way.last, one, bothWays: false)
      }
    }
    vagueWindows = inner.vagueWindows
    lacksContacts = made.lacksContacts || isParted && chosen.contains { $0.bounds.start > $0.bounds.last }
    numbers = made.numbers
    statements = made.statements
    self.positions = positions
    let hubNodes = positions.indices.filter { graph.entities[positions[$0]].category != .actor }
    timetable = Timetable(
      nodeCount: positions.count, contacts: made.contacts,
      direction: made.leadsOneWay ? .directed : .undirected,
      hubs: hubNodes.map { NodeIndex($0) })
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

  /// The contacts of the network that a way through the timetable crosses, each with where it leads; nil where some are not
  /// told.
  func crossings(_ found: TemporalPath?) -> [(number: Int, to: Int, moment: Int64)]? {
    guard let found, found.omissions.isEmpty else { return nil }
    return found.crossings.compactMap { crossing in
      let number = numbers[crossing.contact.position]
      return number < 0 ? nil : (number, positions[crossing.to.position], crossing.moment)
    }
  }

  /// A journey as steps between actors; nil for one that stays where it is.
  /// - Parameter options: Which journeys count; days become seconds by them.
  func journey(_ found: TemporalPath?, _ options: JourneyOptions = JourneyOptions()) -> Journey? {
    guard let found, let first = found.crossings.first else { return nil }
    let isOfDays = if case .days = clock { true } else { false }
    let isLate = isOfDays && options.criterion == .latest
    /// How much of its day a step needs.
    let need = isOfDays && options.transit < 86_400 ? options.transit : 0
    func second(_ moment: Int64, isLast: Bool) -> Int64 {
      let second = clock.second(moment, isLast: isLast)
      guard isOfDays else { return second }
      return max(min(second, options.before.seconds), options.after.seconds)
    }
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
      let arrival = second(crossing.arrival, isLast: isLate)
      steps.append(
        Journey.Step(
          from: from, through: through, to: entity.id,
          moment: Moment(seconds: isLate || arrival == .min || arrival == .max ? arrival : arrival + need),
          statements: behind, omittedBefore: omitted))
      (from, through, behind, omitted) = (entity.id, nil, [], 0)
    }
    guard !steps.isEmpty else { return nil }
    let leavesLate =
      isOfDays && [.latest, .fastest, .profile].contains(options.criterion)
      && (isLate || found.departure < found.arrival)
    var departure = second(found.departure, isLast: leavesLate)
    if leavesLate, departure != .max {
      departure = max(departure - need, second(found.departure, isLast: false))
    }
    return Journey(steps: steps, departure: Moment(seconds: departure))
  }
}
