extension Network {
  /// How many edge ends each node has.
  ///
  /// Parallel edges each count. A self-loop counts 2, whether the network is undirected or directed (once
  /// out, once in), so the degrees add up to twice the edges. In a directed network this is
  /// `inDegree()` + `outDegree()`.
  /// - Returns: One number per node, in node order; empty for an empty network.
  /// - Complexity: O(*n*); *n* nodes.
  public func degree() -> [Int] {
    switch direction {
    case .undirected: rowLengths(outgoing)
    case .directed: zip(rowLengths(outgoing), rowLengths(incoming)).map { $0 + $1 }
    }
  }

  /// How many edges arrive at each node.
  ///
  /// Parallel edges each count; a self-loop counts 1. In an undirected network every edge arrives at both
  /// its ends, and this equals `degree()`.
  /// - Returns: One number per node, in node order; empty for an empty network.
  /// - Complexity: O(*n*); *n* nodes.
  public func inDegree() -> [Int] {
    rowLengths(incoming)
  }

  /// How many edges leave each node.
  ///
  /// Parallel edges each count; a self-loop counts 1. In an undirected network every edge leaves both its
  /// ends, and this equals `degree()`.
  /// - Returns: One number per node, in node order; empty for an empty network.
  /// - Complexity: O(*n*); *n* nodes.
  public func outDegree() -> [Int] {
    rowLengths(outgoing)
  }

  private func rowLengths(_ adjacency: Adjacency) -> [Int] {
    (0..<nodeCount).map { adjacency.offsets[$0 + 1] - adjacency.offsets[$0] }
  }
}
