/// How a network falls into pieces that no edge joins.
public struct Components: Hashable, Sendable {
  /// How many components there are; 0 for an empty network.
  public let count: Int
  /// The component of each node, in node order. Components are numbered from 0 by their lowest node.
  public let componentOfNode: [Int]
}

extension Network {
  /// The connected components.
  ///
  /// Ignores direction: in a directed network these are the weak components. A node without edges is a
  /// component of its own.
  /// - Returns: The number of components and the component of each node.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func components() -> Components {
    var component = [Int](repeating: -1, count: nodeCount)
    var count = 0
    var unlabelled = nodeCount
    var pending: [Int32] = []
    for start in 0..<nodeCount where component[start] < 0 {
      component[start] = count
      unlabelled -= 1
      pending.append(Int32(truncatingIfNeeded: start))
      while unlabelled > 0, let node = pending.popLast() {
        unlabelled -= spread(from: Int(node), along: outgoing, into: &component, pending: &pending)
        if direction == .directed {
          unlabelled -= spread(from: Int(node), along: incoming, into: &component, pending: &pending)
        }
      }
      count += 1
    }
    return Components(count: count, componentOfNode: component)
  }

  /// - Returns: How many nodes were labelled.
  private func spread(
    from node: Int, along adjacency: Adjacency, into component: inout [Int], pending: inout [Int32]
  ) -> Int {
    let label = component[node]
    let before = pending.count
    let targets = adjacency.targets.span
    for slot in adjacency.offsets[node]..<adjacency.offsets[node + 1] {
      let neighbour = targets[slot].position
      if component[neighbour] < 0 {
        component[neighbour] = label
        pending.append(Int32(truncatingIfNeeded: neighbour))
      }
    }
    return pending.count - before
  }
}
