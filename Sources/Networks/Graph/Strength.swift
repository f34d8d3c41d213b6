extension Network {
  /// The sum of the weights of each node's edge ends.
  ///
  /// Weights are strengths; without weights every edge weighs 1, and this is ``degree()``. Parallel edges add up; a self-loop
  /// counts twice, whether the network is undirected or directed (once out, once in).
  /// - Returns: One number per node, in node order; empty for an empty network.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func strength() -> [Double] {
    switch direction {
    case .undirected: outgoing.rowTotals
    case .directed: zip(outgoing.rowTotals, incoming.rowTotals).map { $0 + $1 }
    }
  }

  /// The sum of the weights of the edges that arrive at each node; in an undirected network ``strength()``.
  /// - Returns: One number per node, in node order.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func inStrength() -> [Double] { incoming.rowTotals }

  /// The sum of the weights of the edges that leave each node; in an undirected network ``strength()``.
  /// - Returns: One number per node, in node order.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func outStrength() -> [Double] { outgoing.rowTotals }
}
