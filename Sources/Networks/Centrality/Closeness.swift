/// What a path of several edges is as long as.
public enum PathLength: Hashable, Sendable {
  /// The number of its edges.
  case edges
  /// The sum of the weights of its edges; of parallel edges the shortest counts. Without weights every edge is 1 long.
  case weights
}

extension Network {
  /// How a node's closeness is corrected when it is not reached by all.
  public enum ClosenessCorrection: Hashable, Sendable {
    /// By the share of the other nodes that reach it, as Wasserman and Faust do: nodes of small components score low.
    case wassermanFaust
    /// Not at all: the mean distance within what reaches it.
    case none
  }

  /// How near the others are to each node: the reciprocal of the mean distance from those that reach it.
  ///
  /// In a directed network distances are those of arriving paths, as in NetworkX; reverse the edges for departing ones.
  /// Self-loops make no difference, parallel edges only by their length. A node that nobody reaches scores 0. The centre of a
  /// star scores 1.
  ///
  /// With `endpoints`, only distances between listed nodes count; a node that is not listed scores 0.
  /// Weights that lie farther apart than ``weightSpread`` trap where they are lengths; a score for which there is no `Double` is
  /// infinite.
  /// - Parameters:
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below `nodeCount` traps.
  ///   - length: What a path is as long as. Distances of 0 (edges of weight 0) count as such; a node that all reach at
  ///     distance 0 scores 0.
  ///   - correction: What a node that not all reach scores.
  ///   - threads: How many threads may work where paths are as long as their edges are many; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same with any number of threads; empty for an empty network.
  /// - Complexity: O(*km*) time by edges, with 512 endpoints in one step while their searches stay together, O(*k*(*n* + *m*) log *n*) by weights; *n* nodes, *m* edges, *k* endpoints.
  /// - SeeAlso: S. Wasserman and K. Faust, Social Network Analysis, 1994, p. 201; L. C. Freeman, Social Networks 1(3), 1979,
  ///   doi:10.1016/0378-8733(78)90021-7.
  public func closeness(
    among endpoints: [NodeIndex]? = nil, length: PathLength = .edges,
    correction: ClosenessCorrection = .wassermanFaust, threads: ThreadCount = .all
  ) -> [Double] {
    let counted = weights(of: endpoints)
    let others = counted.reduce(0, +) - 1
    func score(_ reached: Double, _ sum: Double) -> Double {
      guard sum > 0 else { return 0 }
      return correction == .wassermanFaust && others > 0 ? reached / sum * (reached / others) : reached / sum
    }
    if length == .edges || !isWeighted {
      // How many arrive counts in the upper half; the sum of up to 2^31 distances below 2^31 fits the lower one.
      let sums = sumOverArrivals(among: counted, threads: threads) { 1 << 64 | $0 }
      return zip(sums, counted).map { sum, counts in
        counts == 1 ? score(Double(sum >> 64), Double(sum & (1 << 64 - 1))) : 0
      }
    }
    let (network, exponent) = comparableOrTrapping(for: "Closeness")
    var distances = Distances(network.incoming, length)
    return (0..<nodeCount).map { node in
      guard counted[node] == 1 else { return 0 }
      var sum = 0.0
      var reached = 0.0
      distances.search(from: node) { other, distance in
        guard other != node, counted[other] == 1 else { return }
        sum += distance
        reached += 1
      }
      return score(reached, sum).timesTwoTo(-exponent)
    }
  }

  /// Harmonic closeness where paths are as long as the sum of their edges' weights; otherwise as
  /// ``harmonicCloseness(among:normalization:)``.
  ///
  /// A pair at distance 0 adds nothing. Weights that lie farther apart than ``weightSpread`` trap; a score for which there is no
  /// `Double` is infinite.
  /// - Returns: One score per node, in node order; empty for an empty network.
  /// - Complexity: O(*k*(*n* + *m*) log *n*); *n* nodes, *m* edges, *k* endpoints.
  public func weightedHarmonicCloseness(
    among endpoints: [NodeIndex]? = nil, normalization: Normalization = .none
  ) -> [Double] {
    let counted = weights(of: endpoints)
    let others = counted.reduce(0, +) - 1
    let (network, exponent) = comparableOrTrapping(for: "Harmonic closeness")
    var distances = Distances(network.incoming, .weights)
    return (0..<nodeCount).map { node in
      guard counted[node] == 1 else { return 0 }
      var sum = 0.0
      distances.search(from: node) { other, distance in
        if other != node, counted[other] == 1, distance > 0 { sum += 1 / distance }
      }
      return (normalization == .pairs && others > 0 ? sum / others : sum).timesTwoTo(-exponent)
    }
  }
}

/// Searches for the distances from one node after another, in room that is used again.
struct Distances {
  private let adjacency: Adjacency
  private let length: PathLength
  private var distance: [Double]
  private var order: [Int32]
  private var heap = BinaryHeap(by: ByDistance())

  init(_ adjacency: Adjacency, _ length: PathLength) {
    let isWeighted = length == .weights && adjacency.weights != nil
    self.adjacency = isWeighted ? adjacency.simple(.least) : adjacency.withoutParallelsAndLoops()
    self.length = isWeighted ? .weights : .edges
    distance = [Double](repeating: .infinity, count: adjacency.nodeCount)
    order = []
  }

  /// Visits all that is reached, nearest first, the source included.
  mutating func search(from source: Int, _ visit: (Int, Double) -> Void) {
    order.removeAll(keepingCapacity: true)
    switch length {
    case .edges: searchByEdges(from: source)
    case .weights: searchByWeights(from: source)
    }
    for node in order {
      visit(Int(node), distance[Int(node)])
    }
    for node in order { distance[Int(node)] = .infinity }
  }

  private mutating func searchByEdges(from source: Int) {
    distance[source] = 0
    order.append(Int32(source))
    var head = 0
    while head < order.count {
      let node = Int(order[head])
      head += 1
      for slot in adjacency.offsets[node]..<adjacency.offsets[node + 1] {
        let target = adjacency.targets[slot].position
        guard distance[target] == .infinity else { continue }
        distance[target] = distance[node] + 1
        order.append(Int32(target))
      }
    }
  }

  /// Dijkstra's search.
  private mutating func searchByWeights(from source: Int) {
    let weights = adjacency.weights ?? []
    distance[source] = 0
    heap.push((0, source))
    while let (near, node) = heap.pop() {
      // A node is only pushed again at a smaller distance, so that this is so once.
      guard near == distance[node] else { continue }
      order.append(Int32(node))
      for slot in adjacency.offsets[node]..<adjacency.offsets[node + 1] {
        let target = adjacency.targets[slot].position
        let far = near + weights[slot]
        if far < distance[target] {
          distance[target] = far
          heap.push((far, target))
        }
      }
    }
  }
}

/// Nodes by distance, then by number; a node may be among them several times.
private struct ByDistance: HeapOrder {
  func precedes(_ one: (distance: Double, node: Int), _ other: (distance: Double, node: Int)) -> Bool {
    one < other
  }
}
