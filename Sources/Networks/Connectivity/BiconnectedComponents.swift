extension Network {
  /// The largest sets of two or more nodes that stay connected when any one node is taken out.
  ///
  /// Two nodes joined by an edge that lies on no cycle are such a set; a node without edges is in none. Two sets share
  /// at most one node, an articulation point (``cutPoints()``). Ignores direction, parallel edges and self-loops.
  /// - Returns: The sets, each ascending, in the order of their nodes.
  /// - Complexity: O(*n* + *m*) without recursion, and O(*n* log *n*) to sort the sets; *n* nodes, *m* edges.
  /// - SeeAlso: J. Hopcroft and R. Tarjan, Communications of the ACM 16(6), 1973, doi:10.1145/362248.362272.
  public func biconnectedComponents() -> [[NodeIndex]] {
    let blocks = Blocks(of: neighbourRows, weights: [Double](repeating: 0, count: nodeCount))
    var sets = blocks.heads.map { [NodeIndex(Int($0))] }
    for (node, block) in blocks.blockOfNode.enumerated() where block >= 0 {
      sets[Int(block)].append(NodeIndex(node))
    }
    return sets.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
