extension Network {
  /// The strongly connected components: within one, every node reaches every other along the edges.
  ///
  /// In an undirected network these are the ``components()``. A node on no cycle is a component of its own.
  /// - Returns: The number of components and the component of each node, numbered from 0 by their lowest node.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  /// - SeeAlso: R. Tarjan, SIAM J. Computing 1(2), 1972, doi:10.1137/0201010.
  public func strongComponents() -> Components {
    guard direction == .directed else { return components() }
    var open: [Int32] = []
    var labels = [Int32](repeating: 0, count: nodeCount)
    outgoing.searchDepthFirst(isSymmetric: false) { node in
      open.append(Int32(truncatingIfNeeded: node))
    } leave: { left, numbers in
      guard left.low == left.number else { return }
      // Nothing below leads past the node: what is open since it was found is a component.
      while let member = open.popLast() {
        labels[Int(member)] = Int32(truncatingIfNeeded: left.node)
        numbers[Int(member)] = .max
        if member == left.node { break }
      }
    }
    return Components(labels: labels)
  }
}
