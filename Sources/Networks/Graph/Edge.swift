/// Two nodes that an edge joins.
public struct Edge: Hashable, Comparable, Sendable {
  /// Where the edge leads from; the lower of the two nodes if edges are undirected.
  public let source: NodeIndex
  /// Where the edge leads to.
  public let target: NodeIndex

  /// Joins two nodes.
  public init(source: NodeIndex, target: NodeIndex) {
    self.source = source
    self.target = target
  }

  /// Whether the left edge comes first, by source and then by target.
  public static func < (left: Self, right: Self) -> Bool {
    (left.source, left.target) < (right.source, right.target)
  }
}

extension Network {
  /// The pairs of nodes that an edge joins, each once, by source and then by target; in an undirected network the lower node comes
  /// first. Self-loops join nothing.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func joinedPairs() -> [Edge] {
    let rows = outgoing.withoutParallelsAndLoops()
    var pairs: [Edge] = []
    pairs.reserveCapacity(direction == .undirected ? rows.targets.count / 2 : rows.targets.count)
    for node in 0..<nodeCount {
      for target in rows.row(node) where direction == .directed || target.position > node {
        pairs.append(Edge(source: NodeIndex(node), target: target))
      }
    }
    return pairs
  }
}
