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
    var pending: [Int] = []
    for start in 0..<nodeCount where component[start] < 0 {
      component[start] = count
      pending.append(start)
      while let node = pending.popLast() {
        spread(from: node, along: outgoing, into: &component, pending: &pending)
        if direction == .directed {
          spread(from: node, along: incoming, into: &component, pending: &pending)
        }
      }
      count += 1
    }
    return Components(count: count, componentOfNode: component)
  }

  private func spread(
    from node: Int, along adjacency: Adjacency, into component: inout [Int], pending: inout [Int]
  ) {
    for slot in adjacency.offsets[node]..<adjacency.offsets[node + 1] {
      let neighbour = adjacency.targets[slot].position
      if component[neighbour] < 0 {
        component[neighbour] = component[node]
        pending.append(neighbour)
      }
    }
  }
}
