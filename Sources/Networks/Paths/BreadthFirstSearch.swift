/// A breadth-first search, and room for it.
///
/// After `run`, the first `reached` nodes of `order` are those that were reached, nearest first, and `distance` holds their
/// numbers of hops. A second run finds what the first one did not reach; `forget` makes room for a search of its own. Searches that
/// count paths or serve many sources at once have loops of their own (``PathSearch``, ``PathLanes``, ``HopDependencies``,
/// ``ReachBits``, ``PathSampler``), in which what they keep is written at once.
struct BreadthFirstSearch {
  /// The number of hops; −1 for a node that was not reached.
  private(set) var distance: [Int32]
  private(set) var order: [Int32]
  private(set) var reached = 0

  init(nodeCount: Int) {
    distance = [Int32](repeating: -1, count: nodeCount)
    order = [Int32](repeating: 0, count: nodeCount)
  }

  /// Finds the distances from a node that was not reached.
  mutating func run(from source: Int, along rows: borrowing Adjacency) {
    reached = spread(from: source, after: reached, rows, distance: &distance, order: &order)
  }

  /// Makes room for another search.
  mutating func forget() {
    for place in 0..<reached { distance[Int(order[place])] = -1 }
    reached = 0
  }
}

/// - Returns: How many nodes were reached, those before included.
private func spread(
  from source: Int, after reached: Int, _ rows: borrowing Adjacency, distance: inout [Int32],
  order: inout [Int32]
) -> Int {
  let (offsets, targets) = (rows.offsets.span, rows.targets.span)
  var distance = distance.mutableSpan
  var order = order.mutableSpan
  distance[source] = 0
  order[reached] = Int32(source)
  var head = reached
  var tail = reached + 1
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
