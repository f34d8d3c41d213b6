/// A graph on the nodes 0, 1, …, `nodeCount - 1`, laid out for fast loops.
///
/// A network is an index made for a computation and thrown away after it: it never changes, and it knows
/// nothing of what its nodes stand for. Parallel edges and self-loops are kept; each measure says how it
/// counts them. Every measure is a method that returns one value per node, in node order, and gives the
/// same bytes whatever the order of `edges`. What a measure may count in several ways is said by a labelled argument: `length:` what
/// a path is as long as, `among:` whose pairs count, `normalization:` what a score is divided by.
///
/// ```swift
/// // Three nodes in a row: only the middle one lies between two others.
/// let row = Network(
///   nodeCount: 3, edges: [(NodeIndex(0), NodeIndex(1)), (NodeIndex(1), NodeIndex(2))], weights: [2, 6],
///   direction: .undirected)
/// row.betweenness()  // [0, 1, 0]
/// row.harmonicCloseness(length: .weights)  // [0.625, 0.6666666666666666, 0.29166666666666663]
/// try row.pageRank()
/// ```
public struct Network: Sendable {
  /// How many nodes there are, those without edges included.
  public let nodeCount: Int
  /// How many edges were given; parallel edges and self-loops each count.
  public let edgeCount: Int
  /// Whether edges are crossed both ways.
  public let direction: Direction

  /// Where each node's edges lead. An undirected edge stands in the rows of both its ends.
  let outgoing: Adjacency
  /// Where each node's edges come from; the same rows as `outgoing` if the network is undirected.
  let incoming: Adjacency

  /// Indexes the edges by node, without weights.
  ///
  /// An end of an edge that is not below `nodeCount` traps, as does a negative `nodeCount`.
  /// - Parameters:
  ///   - nodeCount: How many nodes there are; 0 is allowed.
  ///   - edges: The edges, each as source and target. Duplicates are parallel edges.
  ///   - direction: Whether edges are crossed both ways or from source to target.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public init(nodeCount: Int, edges: [(NodeIndex, NodeIndex)], direction: Direction) {
    self.init(nodeCount: nodeCount, edges: edges, optionalWeights: nil, direction: direction)
  }

  /// Indexes edges that have weights by node.
  ///
  /// What a weight means, a strength or a length, each measure says. An end of an edge that is not below `nodeCount` traps,
  /// as does a weight that is not finite or is negative.
  /// - Parameters:
  ///   - nodeCount: How many nodes there are; 0 is allowed.
  ///   - edges: The edges, each as source and target. Duplicates are parallel edges.
  ///   - weights: One weight an edge, in the order of `edges`.
  ///   - direction: Whether edges are crossed both ways or from source to target.
  /// - Complexity: O(*n* + *m*), besides sorting the weights of parallel edges; *n* nodes, *m* edges.
  public init(
    nodeCount: Int, edges: [(NodeIndex, NodeIndex)], weights: [Double], direction: Direction
  ) {
    precondition(
      weights.count == edges.count, "A network was given \(weights.count) weights for \(edges.count) edges.")
    for (place, weight) in weights.enumerated() where !(weight.isFinite && weight >= 0) {
      preconditionFailure("Edge \(place) has the weight \(weight); weights are finite and not negative.")
    }
    self.init(nodeCount: nodeCount, edges: edges, optionalWeights: weights, direction: direction)
  }

  /// The same network without weights.
  public func withoutWeights() -> Network {
    Network(self, outgoing.withoutWeights(), incoming.withoutWeights())
  }

  /// The same network with other weights, each computed from the one before; an edge without a weight has 1.
  ///
  /// A weight that is not finite or is negative traps.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func withWeights(_ change: (Double) -> Double) -> Network {
    Network(
      self, outgoing.mappingWeights(change).withSortedParallels(),
      incoming.mappingWeights(change).withSortedParallels())
  }

  /// The same nodes with only the edges whose weight is above a bound; an edge without a weight has 1.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func keepingEdges(weighingMoreThan bound: Double) -> Network {
    func heavy(_ rows: Adjacency) -> Adjacency { rows.filtered { (rows.weights?[$1] ?? 1) > bound } }
    return Network(self, heavy(outgoing), heavy(incoming))
  }

  /// The same network without edges of the weight 0.
  var withPositiveEdges: Network { isWeighted ? keepingEdges(weighingMoreThan: 0) : self }

  /// The same nodes with other rows.
  func withRows(_ outgoing: Adjacency, _ incoming: Adjacency) -> Network { Network(self, outgoing, incoming) }

  private init(_ network: Network, _ outgoing: Adjacency, _ incoming: Adjacency) {
    nodeCount = network.nodeCount
    direction = network.direction
    edgeCount = direction == .undirected ? outgoing.targets.count / 2 : outgoing.targets.count
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// The undirected network of ascending rows that hold every arc both ways.
  init(symmetricRows rows: Adjacency) {
    nodeCount = rows.nodeCount
    direction = .undirected
    edgeCount = rows.targets.count / 2
    outgoing = rows
    incoming = rows
  }

  /// Whether the edges have weights.
  public var isWeighted: Bool { outgoing.weights != nil }

  private init(
    nodeCount: Int, edges: [(NodeIndex, NodeIndex)], optionalWeights weights: [Double]?, direction: Direction
  ) {
    precondition(
      nodeCount >= 0 && nodeCount <= Int32.max,
      "A network was given \(nodeCount) nodes; it has between 0 and \(Int32.max).")
    for (place, (source, target)) in edges.enumerated() where max(source, target).position >= nodeCount {
      preconditionFailure(
        "Edge \(place) joins nodes \(source.rawValue) and \(target.rawValue); nodes lie below \(nodeCount).")
    }
    self.nodeCount = nodeCount
    self.direction = direction
    edgeCount = edges.count
    switch direction {
    case .directed:
      incoming = Adjacency(nodeCount: nodeCount, arcs: edges, weights: weights).transposed()
        .withSortedParallels()
      outgoing = incoming.transposed().withSortedParallels()
    case .undirected:
      let bothWays = edges + edges.map { ($0.1, $0.0) }
      outgoing = Adjacency(nodeCount: nodeCount, arcs: bothWays, weights: weights.map { $0 + $0 })
        .transposed()
        .withSortedParallels()
      incoming = outgoing
    }
  }

  /// The nodes that a node's edges lead to, in ascending order.
  ///
  /// Follows direction. A neighbour appears once per parallel edge; a self-loop makes a node its own
  /// neighbour, twice if the network is undirected. A node that is not below `nodeCount` traps.
  /// - Returns: A slice of the network's storage; empty for a node without edges.
  /// - Complexity: O(1).
  public func neighbors(of node: NodeIndex) -> ArraySlice<NodeIndex> {
    precondition(
      node.position < nodeCount,
      "The neighbours of node \(node.rawValue) were asked for; nodes lie below \(nodeCount).")
    return outgoing.targets[outgoing.offsets[node.position]..<outgoing.offsets[node.position + 1]]
  }

  /// Marks the given nodes with 1 and the others with 0; without a list, marks all.
  func weights(of members: [NodeIndex]?) -> [Double] {
    guard let members else { return [Double](repeating: 1, count: nodeCount) }
    var weights = [Double](repeating: 0, count: nodeCount)
    for member in members {
      precondition(
        member.position < nodeCount,
        "Node \(member.rawValue) was listed as an endpoint; nodes lie below \(nodeCount).")
      weights[member.position] = 1
    }
    return weights
  }
}
