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
    let degree = Workspace<Int32>(repeating: 0, count: nodeCount)
    var most = 0
    for node in 0..<nodeCount {
      degree[node] = Int32(truncatingIfNeeded: offsets[node + 1] - offsets[node])
      most = max(most, Int(degree[node]))
    }
    // Nodes sorted by degree, with the first place of each degree.
    let first = Workspace<Int32>(repeating: 0, count: most + 2)
    for node in 0..<nodeCount { first[Int(degree[node]) + 1] += 1 }
    for one in 0...most { first[one + 1] += first[one] }
    let order = Workspace<Int32>(repeating: 0, count: nodeCount)
    let place = Workspace<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let next = first[Int(degree[node])]
      first[Int(degree[node])] += 1
      place[node] = next
      order[Int(next)] = Int32(truncatingIfNeeded: node)
    }
    // Each degree's first place is now that of the next degree.
    for one in stride(from: most + 1, to: 0, by: -1) { first[one] = first[one - 1] }
    first[0] = 0
    peel(adjacency, order: order, place: place, first: first, degree: degree)
    return (0..<nodeCount).map { Int(degree[$0]) }
  }
}

/// Takes nodes off in the order of their degrees; what a node has left when its turn comes is its core number.
private func peel(
  _ adjacency: Adjacency, order: borrowing Workspace<Int32>, place: borrowing Workspace<Int32>,
  first: borrowing Workspace<Int32>, degree: borrowing Workspace<Int32>
) {
  let offsets = adjacency.offsets.span
  let targets = adjacency.targets.span
  for index in 0..<order.count {
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
