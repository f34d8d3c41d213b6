extension Network {
  /// The largest sets of two or more nodes that stay connected when any one node is taken out.
  ///
  /// Two nodes joined by an edge that lies on no cycle are such a set; a node without edges is in none. Two sets share
  /// at most one node, an articulation point (``cutPoints()``). Ignores direction, parallel edges and self-loops.
  /// - Returns: The sets, each ascending, in the order of their nodes.
  /// - Complexity: O(*n* + *m*) without recursion, and O(*n* log *n*) to sort the sets; *n* nodes, *m* edges.
  /// - SeeAlso: J. Hopcroft and R. Tarjan, Communications of the ACM 16(6), 1973, doi:10.1145/362248.362272.
  public func biconnectedComponents() -> [[NodeIndex]] {
    var search = LowPointSearch(rows: rowsOfBothEnds.withoutParallelsAndLoops())
    search.run()
    return search.components.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

// Hopcroft and Tarjan: number = place in the order of discovery, low = lowest number that the nodes below can
// reach by one edge that the search tree does not hold.

/// A depth-first search that closes a component whenever nothing below a node leads past it.
private struct LowPointSearch {
  let rows: Adjacency
  var components: [[NodeIndex]] = []
  private var number: [Int]
  private var low: [Int]
  private var parent: [Int]
  private var next: [Int]
  /// The nodes discovered whose component is not closed.
  private var open: [NodeIndex] = []

  init(rows: Adjacency) {
    self.rows = rows
    number = [Int](repeating: -1, count: rows.nodeCount)
    low = number
    parent = number
    next = rows.offsets
  }

  mutating func run() {
    var discovered = 0
    for root in 0..<rows.nodeCount where number[root] < 0 {
      var node = root
      number[node] = discovered
      low[node] = discovered
      discovered += 1
      open.append(NodeIndex(node))
      while true {
        if next[node] < rows.offsets[node + 1] {
          let target = rows.targets[next[node]].position
          next[node] += 1
          if target == parent[node] { continue }
          if number[target] < 0 {
            parent[target] = node
            number[target] = discovered
            low[target] = discovered
            discovered += 1
            open.append(NodeIndex(target))
            node = target
          } else {
            low[node] = min(low[node], number[target])
          }
        } else {
          let above = parent[node]
          if above < 0 { break }
          low[above] = min(low[above], low[node])
          if low[node] >= number[above] { close(node, above: above) }
          node = above
        }
      }
      open.removeLast()
    }
  }

  /// Closes the component of a node and everything open after it, together with the node above.
  private mutating func close(_ node: Int, above: Int) {
    var members = [NodeIndex(above)]
    while let member = open.popLast() {
      members.append(member)
      if member.position == node { break }
    }
    components.append(members)
  }
}
