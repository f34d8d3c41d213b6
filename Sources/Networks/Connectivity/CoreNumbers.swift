extension Network {
  /// The core number of each node: the largest *k* for which it belongs to a *k*-core, a part in which every node has at
  /// least *k* neighbours.
  ///
  /// Ignores direction; parallel edges count once, self-loops not at all (in a directed network, edges both ways between two nodes
  /// count once).
  /// - Returns: One number per node, in node order; empty for an empty network.
  /// - Complexity: O(*n* + *m* log *k*) time at most, O(*n*) memory; *n* nodes, *m* edges, *k* the highest core number.
  /// - SeeAlso: H. Kabir and K. Madduri, Parallel k-Core Decomposition on Multicore Platforms, IPDPS Workshops 2017,
  ///   doi:10.1109/IPDPSW.2017.151.
  public func coreNumbers() -> [Int] {
    let adjacency = neighbourRows
    let offsets = adjacency.offsets.span
    // What a node has left, and once it is taken off, its core number.
    let degree = Workspace<Int32>(unwritten: nodeCount)
    let left = Workspace<Int32>(unwritten: nodeCount)
    for node in 0..<nodeCount {
      degree[node] = Int32(truncatingIfNeeded: offsets[node + 1] - offsets[node])
      left[node] = Int32(truncatingIfNeeded: node)
    }
    // One more, since a node is written before it is counted.
    let found = Workspace<Int32>(unwritten: nodeCount + 1)
    var leftCount = nodeCount
    var level: Int32 = 0
    while leftCount > 0 {
      // At a level k no node left has fewer than k neighbours left, so that there are 2m/k at most.
      var (kept, foundCount, least) = (0, 0, Int32.max)
      for place in 0..<leftCount {
        let node = left[place]
        let own = degree[Int(node)]
        left[kept] = node
        kept += own > level ? 1 : 0
        found[foundCount] = node
        foundCount += own == level ? 1 : 0
        least = own > level ? min(least, own) : least
      }
      // Nodes taken off at the level before are now neither kept nor found.
      leftCount = kept
      if foundCount == 0 {
        level = least
      } else {
        let all = kept + foundCount
        if takeOff(found, foundCount, of: all, at: level, adjacency, degree) == all { break }
        level += 1
      }
    }
    return (0..<nodeCount).map { Int(degree[$0]) }
  }
}

/// Takes off nodes that have `level` neighbours left, and then those that have no more left without them, until all are found.
///
/// Nothing is guessed: whether a neighbour has more left is a matter of chance.
/// - Returns: How many are found.
private func takeOff(
  _ found: borrowing Workspace<Int32>, _ foundCount: Int, of all: Int, at level: Int32,
  _ adjacency: Adjacency,
  _ degree: borrowing Workspace<Int32>
) -> Int {
  let offsets = adjacency.offsets.span
  let targets = adjacency.targets.span
  var (next, count) = (0, foundCount)
  while next < count, count < all {
    let node = Int(found[next])
    next += 1
    for slot in offsets[node]..<offsets[node + 1] {
      let other = targets[slot].position
      let rest = degree[other]
      degree[other] = rest - (rest > level ? 1 : 0)
      found[count] = Int32(truncatingIfNeeded: other)
      count += rest == level + 1 ? 1 : 0
    }
  }
  return count
}
