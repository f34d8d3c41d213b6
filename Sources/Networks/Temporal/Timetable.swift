/// Contacts at known times between the nodes 0, 1, …, `nodeCount - 1`, laid out for every kind of journey.
///
/// A *journey* crosses contacts one after the other. A crossing at moment *m* arrives at *m* + δ, where δ is
/// the transit time of the ``JourneyRules``; *m* lies within the contact, *m* + δ need not. The next crossing
/// happens at that arrival or later. Each crossing is a *hop*, with one exception.
///
/// *Hubs* are nodes that stand for a meeting of many, such as an agreement or an event. Leaving a hub takes
/// no time and counts as no hop, and neither ``JourneyRules/Moments/increasing`` nor the waiting limit apply
/// at a hub. So from actor to agreement to actor is one hop, in which moments never fall. A contact between
/// two hubs counts as leaving one.
///
/// Parallel contacts are kept; a contact from a node to itself is never crossed, since it leads nowhere.
///
/// ```swift
/// let timetable = Timetable(
///   nodeCount: 3,
///   contacts: [
///     TimedContact(source: NodeIndex(0), target: NodeIndex(1), at: 10),
///     TimedContact(source: NodeIndex(1), target: NodeIndex(2), start: 5, last: 20),
///   ],
///   direction: .undirected)
/// let journeys = try timetable.earliestJourneys(from: NodeIndex(0))
/// journeys.arrival(at: NodeIndex(2))  // 10: both contacts are crossed at that moment
/// journeys.journey(to: NodeIndex(2))?.hops  // 2
/// try timetable.reachCounts(under: JourneyRules(moments: .increasing)).outgoing  // [2, 2, 2]
/// ```
public struct Timetable: Sendable {
  /// How many nodes there are, those without contacts included.
  public let nodeCount: Int
  /// Whether contacts are crossed both ways.
  public let direction: Direction
  /// How many contacts there are.
  public var contactCount: Int { contacts.count }

  /// By start, last, source, target and place in the order given.
  let contacts: [TimedContact]
  /// The place of each contact in the order given.
  let places: [Int32]
  /// The contacts by which each node can be left.
  let outgoing: ContactRows
  /// The contacts by which each node can be reached: the same ones if contacts are undirected.
  let incoming: ContactRows
  /// Whether each node is a hub; empty if none is.
  let isHub: [Bool]
  /// The contacts for passes over all of them.
  private let stream = StreamOnDemand()
  /// The first and the last moment at which anything opens or closes, open ends left out.
  let firstEvent: Int64
  let lastEvent: Int64

  /// Sorts the contacts and indexes them by node.
  ///
  /// A contact or a hub that is not below `nodeCount` traps.
  /// - Parameters:
  ///   - nodeCount: How many nodes there are; 0 is allowed.
  ///   - contacts: The contacts, in any order; answers name them by their places in it.
  ///   - direction: Whether contacts are crossed both ways or from source to target.
  ///   - hubs: The nodes that are hubs, in any order.
  /// - Complexity: O(*n* + *M* log *M*) time, O(*n* + *M*) if the contacts are sorted by start, last, source
  ///   and target already; 36 bytes a contact, and 12 to 16 more once arrivals over contacts of one moment each have been asked for;
  ///   *n* nodes, *M* contacts.
  public init(nodeCount: Int, contacts: [TimedContact], direction: Direction, hubs: [NodeIndex] = []) {
    precondition(
      nodeCount >= 0 && nodeCount <= Int32.max,
      "A timetable was given \(nodeCount) nodes; it has between 0 and \(Int32.max).")
    precondition(
      contacts.count <= Int32.max / 2,
      "A timetable was given \(contacts.count) contacts; it has at most \(Int32.max / 2).")
    for (place, contact) in contacts.enumerated() {
      precondition(
        max(contact.source, contact.target).position < nodeCount,
        "Contact \(place) joins nodes \(contact.source.rawValue) and \(contact.target.rawValue); "
          + "nodes lie below \(nodeCount).")
    }
    self.nodeCount = nodeCount
    self.direction = direction
    isHub = hubFlags(hubs, nodeCount: nodeCount)
    let order = sortedPlaces(of: contacts)
    let sorted = order.map { contacts[Int($0)] }
    places = order
    self.contacts = sorted
    switch direction {
    case .undirected:
      outgoing = ContactRows(of: sorted, nodeCount: nodeCount, bySource: true, byTarget: true)
      incoming = outgoing
    case .directed:
      outgoing = ContactRows(of: sorted, nodeCount: nodeCount, bySource: true, byTarget: false)
      incoming = ContactRows(of: sorted, nodeCount: nodeCount, bySource: false, byTarget: true)
    }
    (firstEvent, lastEvent) = events(of: sorted)
  }

  /// The nodes that are hubs, in order.
  public var hubs: [NodeIndex] { isHub.indices.filter { isHub[$0] }.map { NodeIndex($0) } }

  /// Whether all contacts are of one moment.
  var isInstants: Bool { contacts.allSatisfy(\.isInstant) }

  /// Whether all contacts are of one moment, and no node is a hub.
  var isStream: Bool { !isHub.contains(true) && isInstants }

  /// The contacts for passes over all of them; nil where ``isStream`` is false.
  var instants: InstantStream? { stream.made(of: self) }

  /// Whether a node is a hub.
  @inline(__always) func isHub(_ node: Int32) -> Bool { !isHub.isEmpty && isHub[Int(node)] }

  /// Traps if there is no such node.
  func check(_ node: NodeIndex, _ purpose: String) {
    precondition(
      node.position < nodeCount, "\(purpose) at node \(node.rawValue); nodes lie below \(nodeCount).")
  }
}

/// For each node, the numbers of some contacts, rising.
///
/// Those of node `v` are `numbers[offsets[v]..<offsets[v + 1]]`.
struct ContactRows: Sendable {
  var offsets: [Int32]
  var numbers: [Int32]

  init(of contacts: [TimedContact], nodeCount: Int, bySource: Bool, byTarget: Bool) {
    // A node's offset is first a place beyond its row, so that no second array is needed to fill the rows.
    offsets = [Int32](repeating: 0, count: nodeCount + 2)
    for contact in contacts where contact.source != contact.target {
      if bySource { offsets[contact.source.position + 2] += 1 }
      if byTarget { offsets[contact.target.position + 2] += 1 }
    }
    for place in 1..<offsets.count { offsets[place] += offsets[place - 1] }
    numbers = [Int32](repeating: 0, count: Int(offsets[nodeCount + 1]))
    for (number, contact) in contacts.enumerated() where contact.source != contact.target {
      if bySource { add(number, to: contact.source.position) }
      if byTarget { add(number, to: contact.target.position) }
    }
    offsets.removeLast()
    assert(
      offsets.last.map(Int.init) == numbers.count,
      "The last offset was \(offsets.last ?? -1); it equals the \(numbers.count) entries.")
    assert(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "The offsets fall; they rise.")
  }

  /// Where the numbers of a node's contacts stand.
  @inline(__always) func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  private mutating func add(_ number: Int, to node: Int) {
    numbers[Int(offsets[node + 1])] = Int32(number)
    offsets[node + 1] += 1
  }
}

private func hubFlags(_ hubs: [NodeIndex], nodeCount: Int) -> [Bool] {
  if hubs.isEmpty { return [] }
  var flags = [Bool](repeating: false, count: nodeCount)
  for hub in hubs {
    precondition(
      hub.position < nodeCount, "Node \(hub.rawValue) was to be a hub; nodes lie below \(nodeCount).")
    flags[hub.position] = true
  }
  return flags
}

private func sortedPlaces(of contacts: [TimedContact]) -> [Int32] {
  var places = contacts.indices.map { Int32($0) }
  places.sort { left, right in
    let (first, second) = (contacts[Int(left)], contacts[Int(right)])
    if first.start != second.start { return first.start < second.start }
    if first.last != second.last { return first.last < second.last }
    if first.source != second.source { return first.source < second.source }
    if first.target != second.target { return first.target < second.target }
    return left < right
  }
  return places
}

/// The first and the last moment at which anything opens or closes; 0 and 0 if nothing does.
private func events(of contacts: [TimedContact]) -> (first: Int64, last: Int64) {
  var first = Int64.max
  var last = Int64.min
  for contact in contacts {
    if contact.start != .min, contact.start != .max {
      first = min(first, contact.start)
      last = max(last, contact.start)
    }
    if contact.last != .min, contact.last != .max {
      first = min(first, contact.last)
      last = max(last, contact.last)
    }
  }
  return first <= last ? (first, last) : (0, 0)
}
