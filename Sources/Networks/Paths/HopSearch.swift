/// A breadth-first search from one node, and room for it.
///
/// After `run`, the first `reached` nodes of `order` are those that were reached, nearest first, and
/// `distance` holds their numbers of hops. `forget` makes room for the next search.
struct HopSearch {
  /// The number of hops; −1 for a node that was not reached.
  private(set) var distance: [Int32]
  private(set) var order: [Int32]
  private(set) var reached = 0

  init(nodeCount: Int) {
    distance = [Int32](repeating: -1, count: nodeCount)
    order = [Int32](repeating: 0, count: nodeCount)
  }

  /// Finds the distances from a node; expects a forgotten search.
  mutating func run(from source: Int, offsets: Span<Int>, targets: Span<NodeIndex>) {
    reached = spread(from: source, offsets: offsets, targets: targets, distance: &distance, order: &order)
  }

  /// Makes room for another search.
  mutating func forget() {
    for place in 0..<reached { distance[Int(order[place])] = -1 }
    reached = 0
  }
}

/// - Returns: How many nodes were reached, the source included.
private func spread(
  from source: Int, offsets: Span<Int>, targets: Span<NodeIndex>, distance: inout [Int32],
  order: inout [Int32]
) -> Int {
  var distance = distance.mutableSpan
  var order = order.mutableSpan
  distance[source] = 0
  order[0] = Int32(source)
  var head = 0
  var tail = 1
  while head < tail {
    let node = Int(order[head])
    head += 1
    let next = distance[node] + 1
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if distance[target] >= 0 { continue }
      distance[target] = next
      order[tail] = Int32(target)
      tail += 1
    }
  }
  return tail
}
