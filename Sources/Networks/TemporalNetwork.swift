/// Two nodes that touch during a window of time.
public struct Contact: Hashable, Sendable {
  /// The node the contact leads from, or one of its ends if contacts are undirected.
  public let source: NodeIndex
  /// The node the contact leads to, or the other end.
  public let target: NodeIndex
  /// When the contact can be crossed.
  public let window: WindowIndex

  /// Joins two nodes during a window.
  public init(source: NodeIndex, target: NodeIndex, window: WindowIndex) {
    self.source = source
    self.target = target
    self.window = window
  }
}

/// Contacts between the nodes 0, 1, …, `nodeCount - 1`, each inside a window of time, laid out for fast loops.
///
/// Contacts that name the same window share its unknown dates, as the parties of one agreement do; the
/// dates of different windows are independent of each other.
///
/// A *journey* crosses contacts one after the other, each beginning where the one before it ended, at
/// moments that never fall, every moment inside the window of its contact. Waiting at a node is free, and
/// crossing takes no time. Parallel contacts are kept; a contact from a node to itself is never crossed,
/// since it leads nowhere.
public struct TemporalNetwork: Sendable {
  /// How many nodes there are, those without contacts included.
  public let nodeCount: Int
  /// The windows, in the order given.
  public let windows: [Window]
  /// The contacts, in the order given.
  public let contacts: [Contact]
  /// Whether contacts are crossed both ways.
  public let direction: Direction

  /// The ways out of node `v`, by window and then by contact, are `exits[offsets[v]..<offsets[v + 1]]`.
  let offsets: [Int]
  let exits: [Exit]
  /// For each window, whether leaving it and coming back can lead where staying in it cannot.
  let isLoose: [Bool]

  /// A contact as seen from one of the nodes it can be left from.
  struct Exit: Sendable {
    let target: NodeIndex
    let contact: Int32
    let window: Int32
    /// The first of the target's exits through the same unsettled window; −1 if there is none.
    var landing: Int32
  }

  /// Indexes the contacts by node.
  ///
  /// A contact that names a node not below `nodeCount` or a window that is not in `windows` traps.
  /// - Parameters:
  ///   - nodeCount: How many nodes there are; 0 is allowed.
  ///   - windows: The windows that contacts name; one that no contact names makes no difference.
  ///   - contacts: The contacts, in any order.
  ///   - direction: Whether contacts are crossed both ways or from source to target.
  /// - Complexity: O(*n* + *w* + *M* log *M*); *n* nodes, *w* windows, *M* contacts.
  public init(nodeCount: Int, windows: [Window], contacts: [Contact], direction: Direction) {
    precondition(
      nodeCount >= 0 && nodeCount <= Int32.max,
      "A network was given \(nodeCount) nodes; it has between 0 and \(Int32.max).")
    precondition(
      contacts.count <= Int32.max / 2,
      "A network was given \(contacts.count) contacts; it has at most \(Int32.max / 2).")
    for (place, contact) in contacts.enumerated() {
      precondition(
        max(contact.source, contact.target).position < nodeCount,
        "Contact \(place) joins nodes \(contact.source.rawValue) and \(contact.target.rawValue); "
          + "nodes lie below \(nodeCount).")
      precondition(
        contact.window.position < windows.count,
        "Contact \(place) names window \(contact.window.rawValue); windows lie below \(windows.count).")
    }
    self.nodeCount = nodeCount
    self.windows = windows
    self.contacts = contacts
    self.direction = direction
    let byWindow = contactsByWindow(contacts, windowCount: windows.count)
    (offsets, exits) = exitsByNode(
      nodeCount: nodeCount, windows: windows, contacts: contacts, order: byWindow.order, direction: direction)
    isLoose = looseWindows(
      nodeCount: nodeCount, windows: windows, contacts: contacts, byWindow: byWindow, direction: direction)
    assert(
      offsets.last == exits.count,
      "The last offset was \(offsets.last ?? -1); it equals the \(exits.count) exits.")
    assert(
      zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 },
      "The offsets fall; they rise from node to node.")
  }
}

/// The contacts sorted by window and then by place: those of window `w` are `order[offsets[w]..<offsets[w + 1]]`.
struct ContactsByWindow {
  var offsets: [Int]
  var order: [Int32]
}

private func contactsByWindow(_ contacts: [Contact], windowCount: Int) -> ContactsByWindow {
  var offsets = [Int](repeating: 0, count: windowCount + 1)
  for contact in contacts { offsets[contact.window.position + 1] += 1 }
  for window in 0..<windowCount { offsets[window + 1] += offsets[window] }
  var next = offsets
  var order = [Int32](repeating: 0, count: contacts.count)
  for (place, contact) in contacts.enumerated() {
    order[next[contact.window.position]] = Int32(place)
    next[contact.window.position] += 1
  }
  return ContactsByWindow(offsets: offsets, order: order)
}

private func exitsByNode(
  nodeCount: Int, windows: [Window], contacts: [Contact], order: [Int32], direction: Direction
) -> (offsets: [Int], exits: [TemporalNetwork.Exit]) {
  var offsets = [Int](repeating: 0, count: nodeCount + 1)
  for contact in contacts where contact.source != contact.target {
    offsets[contact.source.position + 1] += 1
    if direction == .undirected { offsets[contact.target.position + 1] += 1 }
  }
  for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
  var next = offsets
  let nothing = TemporalNetwork.Exit(target: NodeIndex(0), contact: -1, window: -1, landing: -1)
  var exits = [TemporalNetwork.Exit](repeating: nothing, count: offsets[nodeCount])
  func add(from source: NodeIndex, to target: NodeIndex, contact: Int32, window: Int32) {
    exits[next[source.position]] = .init(target: target, contact: contact, window: window, landing: -1)
    next[source.position] += 1
  }
  for place in order {
    let contact = contacts[Int(place)]
    if contact.source == contact.target { continue }
    add(from: contact.source, to: contact.target, contact: place, window: contact.window.rawValue)
    if direction == .undirected {
      add(from: contact.target, to: contact.source, contact: place, window: contact.window.rawValue)
    }
  }
  for slot in exits.indices where windows[Int(exits[slot].window)].isUnsettled {
    let row = offsets[exits[slot].target.position]..<offsets[exits[slot].target.position + 1]
    exits[slot].landing = firstExit(in: row, through: exits[slot].window, of: exits)
  }
  return (offsets, exits)
}

/// A binary search in a row that is sorted by window; −1 if the row has no exit through it.
private func firstExit(in row: Range<Int>, through window: Int32, of exits: [TemporalNetwork.Exit]) -> Int32 {
  var low = row.lowerBound
  var high = row.upperBound
  while low < high {
    let middle = low + (high - low) / 2
    if exits[middle].window < window { low = middle + 1 } else { high = middle }
  }
  return low < row.upperBound && exits[low].window == window ? Int32(low) : -1
}
