extension Network {
  /// The core number of each node: the largest *k* for which it belongs to a *k*-core, a part in which every node has at
  /// least *k* neighbours.
  ///
  /// Ignores direction; parallel edges count once, self-loops not at all (in a directed network, edges both ways between two nodes
  /// count once).
  /// - Returns: One number per node, in node order; empty for an empty network.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  /// - SeeAlso: V. Batagelj and M. Zaveršnik, arXiv:cs/0310049.
  public func coreNumbers() -> [Int] {
    let adjacency = undirected
    let offsets = adjacency.offsets.span
    var degree = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { degree[node] = Int32(truncatingIfNeeded: offsets[node + 1] - offsets[node]) }
    let most = Int(degree.max() ?? 0)
    // Nodes sorted by degree, with the first place of each degree.
    var first = [Int32](repeating: 0, count: most + 2)
    for one in degree { first[Int(one) + 1] += 1 }
    for one in 0...most { first[one + 1] += first[one] }
    var next = first
    var order = [Int32](repeating: 0, count: nodeCount)
    var place = order
    for node in 0..<nodeCount {
      let one = Int(degree[node])
      place[node] = next[one]
      order[Int(next[one])] = Int32(truncatingIfNeeded: node)
      next[one] += 1
    }
    peel(adjacency, order: &order, place: &place, first: &first, degree: &degree)
    return degree.map(Int.init)
  }
}

/// Takes nodes off in the order of their degrees; what a node has left when its turn comes is its core number.
private func peel(
  _ adjacency: Adjacency, order: inout [Int32], place: inout [Int32], first: inout [Int32],
  degree: inout [Int32]
) {
  let offsets = adjacency.offsets.span
  let targets = adjacency.targets.span
  var order = order.mutableSpan
  var place = place.mutableSpan
  var first = first.mutableSpan
  var degree = degree.mutableSpan
  for index in order.indices {
    let node = Int(order[index])
    let own = degree[node]
    for slot in offsets[node]..<offsets[node + 1] {
      let other = targets[slot].position
      let rest = degree[other]
      if rest <= own { continue }
      // The neighbour goes to the front of its degree, and then has one less.
      let front = first[Int(rest)]
      let leader = order[Int(front)]
      let here = place[other]
      order[Int(front)] = Int32(truncatingIfNeeded: other)
      order[Int(here)] = leader
      place[Int(leader)] = here
      place[other] = front
      first[Int(rest)] = front + 1
      degree[other] = rest - 1
    }
  }
}

extension Network {
  /// The rows of the network without directions, parallel edges and self-loops.
  var undirected: Adjacency {
    switch direction {
    case .undirected: return outgoing.withoutParallelsAndLoops()
    case .directed:
      var arcs: [(NodeIndex, NodeIndex)] = []
      arcs.reserveCapacity(2 * edgeCount)
      for node in 0..<nodeCount {
        for slot in outgoing.offsets[node]..<outgoing.offsets[node + 1] {
          arcs.append((NodeIndex(node), outgoing.targets[slot]))
          arcs.append((outgoing.targets[slot], NodeIndex(node)))
        }
      }
      return Adjacency(nodeCount: nodeCount, arcs: arcs).transposed().withoutParallelsAndLoops()
    }
  }
}
