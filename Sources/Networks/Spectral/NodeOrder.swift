/// Nodes in two sides, and within a side by the lengths of their rows, the short ones first.
struct NodeOrder {
  /// The nodes of the first side and then those of the second.
  let nodes: [Int32]
  /// How many nodes are on the first side.
  let firstCount: Int
  /// For each node its place within its side.
  let places: [NodeIndex]

  var first: ArraySlice<Int32> { nodes[..<firstCount] }
  var second: ArraySlice<Int32> { nodes[firstCount...] }

  /// Rows of ``SlicedRows/longLength`` arcs or more count as equally long; equally long ones keep their order.
  /// - Parameter isSecond: Which nodes are on the second side; nil: none.
  /// - Complexity: O(*n*).
  init(_ rows: Adjacency, isSecond: [Bool]?) {
    let count = rows.nodeCount
    let offsets = rows.offsets.span
    let sides = isSecond ?? []
    let (hasSides, side) = (isSecond != nil, sides.span)
    let classCount = SlicedRows.longLength + 1
    var next = [Int](repeating: 0, count: 2 * classCount)
    /// The class of a node: its side, and the length of its row.
    func group(_ node: Int) -> Int {
      min(offsets[node + 1] - offsets[node], SlicedRows.longLength)
        + (hasSides && side[node] ? classCount : 0)
    }
    for node in 0..<count { next[group(node)] += 1 }
    var sum = 0
    var firstCount = 0
    for place in next.indices {
      if place == classCount { firstCount = sum }
      (next[place], sum) = (sum, sum + next[place])
    }
    var nodes = [Int32](repeating: 0, count: count)
    var places = [NodeIndex](repeating: NodeIndex(0), count: count)
    do {
      var next = next.mutableSpan
      var nodes = nodes.mutableSpan
      var places = places.mutableSpan
      for node in 0..<count {
        let group = group(node)
        let place = next[group]
        next[group] += 1
        nodes[place] = Int32(truncatingIfNeeded: node)
        places[node] = NodeIndex(place - (group < classCount ? 0 : firstCount))
      }
    }
    (self.nodes, self.firstCount, self.places) = (nodes, firstCount, places)
  }
}

extension Adjacency {
  /// On which of two sides each node is, if no arc leads from a node to one of its own side; nil where some do in every division.
  ///
  /// The second side is the larger one. Expects rows that hold every arc both ways. Apart from ``BreadthFirstSearch``, since it ends
  /// at the first odd cycle, and guesses nothing.
  /// - Complexity: O(*n* + *m*), and much less where a short odd cycle lies near.
  var sides: [Bool]? {
    let (offsets, targets) = (offsets.span, targets.span)
    let unknown: UInt8 = 2
    let side = Workspace<UInt8>(repeating: unknown, count: nodeCount)
    // One more, since a node is written before it is counted.
    let found = Workspace<Int32>(unwritten: nodeCount + 1)
    var (start, next, count) = (0, 0, 0)
    while next < nodeCount {
      if next == count {
        while side[start] != unknown { start += 1 }
        side[start] = 0
        found[count] = Int32(truncatingIfNeeded: start)
        count += 1
      }
      let node = Int(found[next])
      next += 1
      let own = side[node]
      let row = offsets[node]..<offsets[node + 1]
      if count == nodeCount {
        for slot in row where side[targets[slot].position] == own { return nil }
        continue
      }
      for slot in row {
        let other = targets[slot].position
        let known = side[other]
        if known == own { return nil }
        // Whether it is known already is a matter of chance, and not guessed.
        side[other] = 1 - own
        found[count] = Int32(truncatingIfNeeded: other)
        count += known == unknown ? 1 : 0
      }
    }
    var seconds = 0
    for node in 0..<nodeCount { seconds += Int(side[node]) }
    let isSecondLarger = seconds * 2 >= nodeCount
    return (0..<nodeCount).map { (side[$0] == 1) == isSecondLarger }
  }
}
