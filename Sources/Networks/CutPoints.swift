/// The nodes and edges without which a network falls apart.
public struct CutPoints: Hashable, Sendable {
  /// The nodes whose removal leaves more components, in ascending order.
  public let articulationPoints: [NodeIndex]
  /// The pairs of nodes whose only edge joins two parts, each with the lower node first, in ascending order.
  public let bridges: [Bridge]

  /// An edge whose removal leaves more components.
  public struct Bridge: Hashable, Sendable {
    /// Its lower end.
    public let one: NodeIndex
    /// Its higher end.
    public let other: NodeIndex
  }
}

extension Network {
  /// The articulation points and bridges.
  ///
  /// Ignores direction. Of parallel edges none is a bridge (in a directed network edges both ways between two nodes are
  /// parallel); self-loops make no difference.
  /// - Returns: Both, in ascending order.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  /// - SeeAlso: J. Hopcroft and R. Tarjan, Comm. ACM 16(6), 1973, doi:10.1145/362248.362272.
  public func cutPoints() -> CutPoints {
    let adjacency = undirected
    let doubled = parallelPairs
    var index = [Int](repeating: -1, count: nodeCount)
    var low = index
    var parent = index
    var slot = adjacency.offsets
    var isCut = [Bool](repeating: false, count: nodeCount)
    var bridges: [CutPoints.Bridge] = []
    var time = 0
    for root in 0..<nodeCount where index[root] < 0 {
      var children = 0
      var path = [root]
      while let node = path.last {
        if index[node] < 0 {
          (index[node], low[node]) = (time, time)
          time += 1
        }
        if slot[node] < adjacency.offsets[node + 1] {
          let target = adjacency.targets[slot[node]].position
          slot[node] += 1
          if index[target] < 0 {
            parent[target] = node
            path.append(target)
          } else if target != parent[node] {
            low[node] = min(low[node], index[target])
          }
          continue
        }
        path.removeLast()
        guard let above = path.last else { continue }
        low[above] = min(low[above], low[node])
        if above == root { children += 1 } else if low[node] >= index[above] { isCut[above] = true }
        let pair = CutPoints.Bridge(one: NodeIndex(min(above, node)), other: NodeIndex(max(above, node)))
        if low[node] > index[above], !doubled.contains(pair) { bridges.append(pair) }
      }
      if children > 1 { isCut[root] = true }
    }
    return CutPoints(
      articulationPoints: (0..<nodeCount).filter { isCut[$0] }.map { NodeIndex($0) },
      bridges: bridges.sorted { ($0.one, $0.other) < ($1.one, $1.other) })
  }

  /// The pairs of different nodes that more than one edge joins.
  private var parallelPairs: Set<CutPoints.Bridge> {
    var seen: Set<CutPoints.Bridge> = []
    var doubled: Set<CutPoints.Bridge> = []
    for node in 0..<nodeCount {
      for slot in outgoing.offsets[node]..<outgoing.offsets[node + 1] {
        let target = outgoing.targets[slot].position
        if direction == .undirected ? target <= node : target == node { continue }
        let pair = CutPoints.Bridge(one: NodeIndex(min(node, target)), other: NodeIndex(max(node, target)))
        if !seen.insert(pair).inserted { doubled.insert(pair) }
      }
    }
    return doubled
  }
}
