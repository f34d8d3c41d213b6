/// Which nodes of an undirected graph have the same neighbours, apart from each other.
///
/// Twins are joined to each other, all of them, or not at all, and a node has twins of one kind only. No
/// shortest path that begins at a node passes through its twins, and paths treat twins alike otherwise.
struct Twins {
  /// For each node, the first of its twins, itself included.
  private(set) var first: [Int32]
  /// For each node, whether it has twins that it is not joined to.
  private(set) var isApart: [Bool]

  /// Expects rows that list neighbours in one and the same order of nodes, without parallels and loops.
  /// - Complexity: O(*n* log *n* + *m*); *n* nodes, *m* edges.
  init(of adjacency: Adjacency) {
    let nodeCount = adjacency.nodeCount
    first = (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) }
    isApart = [Bool](repeating: false, count: nodeCount)
    var keys = [UInt64](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      for target in adjacency.row(node) { keys[node] &+= RandomBits.bits(at: target.position) }
    }
    for (one, other) in pairs(withEqual: keys, among: Array(first)) {
      guard adjacency.row(one).elementsEqual(adjacency.row(other)) else { continue }
      first[other] = Int32(truncatingIfNeeded: one)
      isApart[one] = true
      isApart[other] = true
    }
    for node in 0..<nodeCount { keys[node] &+= RandomBits.bits(at: node) }
    for (one, other) in pairs(withEqual: keys, among: first.filter { !isApart[Int($0)] })
    where adjacency.haveSameRows(one, other) {
      first[other] = Int32(truncatingIfNeeded: one)
    }
  }

  /// Pairs each node with the first one of its key. Two rows that differ have the same key almost never; the
  /// nodes after it then count as without twins, which costs time alone.
  private func pairs(withEqual keys: [UInt64], among nodes: [Int32]) -> [(Int, Int)] {
    let sorted = nodes.map { (key: keys[Int($0)], node: Int($0)) }.sorted { $0 < $1 }
    var pairs: [(Int, Int)] = []
    var head = 0
    for place in sorted.indices.dropFirst() {
      if sorted[place].key == sorted[head].key {
        pairs.append((sorted[head].node, sorted[place].node))
      } else {
        head = place
      }
    }
    return pairs
  }
}

extension Adjacency {
  /// Whether two nodes have the same targets apart from each other, in rows of the same order.
  fileprivate func haveSameRows(_ one: Int, _ other: Int) -> Bool {
    guard degree(one) == degree(other) else { return false }
    return row(one).lazy.filter { $0.position != other }
      .elementsEqual(row(other).lazy.filter { $0.position != one })
  }
}
