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
    let offsets = adjacency.offsets
    var degree = (0..<nodeCount).map { offsets[$0 + 1] - offsets[$0] }
    let most = degree.max() ?? 0
    // Nodes sorted by degree, with the first place of each degree.
    var first = [Int](repeating: 0, count: most + 2)
    for one in degree { first[one + 1] += 1 }
    for one in 0...most { first[one + 1] += first[one] }
    var next = first
    var order = [Int](repeating: 0, count: nodeCount)
    var place = order
    for node in 0..<nodeCount {
      place[node] = next[degree[node]]
      order[place[node]] = node
      next[degree[node]] += 1
    }
    for index in 0..<nodeCount {
      let node = order[index]
      for slot in offsets[node]..<offsets[node + 1] {
        let other = adjacency.targets[slot].position
        guard degree[other] > degree[node] else { continue }
        // The neighbour goes to the front of its degree, and then has one less.
        let front = first[degree[other]]
        let leader = order[front]
        if leader != other {
          order.swapAt(front, place[other])
          (place[leader], place[other]) = (place[other], front)
        }
        first[degree[other]] += 1
        degree[other] -= 1
      }
    }
    return degree
  }

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
