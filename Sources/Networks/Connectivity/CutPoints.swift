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
    let rows = neighbourRows
    var search = LowPoints(rows)
    for root in 0..<nodeCount { search.run(from: root, rows) }
    return CutPoints(
      articulationPoints: (0..<nodeCount).filter { search.isCut[$0] }.map { NodeIndex($0) },
      bridges: search.bridges.filter { edgeCount(between: $0.one, $0.other) == 1 }
        .sorted { ($0.one, $0.other) < ($1.one, $1.other) })
  }

  /// How many edges join two different nodes, whatever their direction.
  private func edgeCount(between one: NodeIndex, _ other: NodeIndex) -> Int {
    func count(_ source: NodeIndex, _ target: NodeIndex) -> Int {
      let row = outgoing.offsets[source.position]..<outgoing.offsets[source.position + 1]
      // Rows ascend.
      let first = firstPlace(in: row) { outgoing.targets[$0] >= target }
      return row[first...].prefix { outgoing.targets[$0] == target }.count
    }
    return count(one, other) + (direction == .directed ? count(other, one) : 0)
  }
}

/// A depth-first search that finds out how far back each node's descendants lead.
private struct LowPoints {
  /// When each node was found, from 1; 0 if it was not yet.
  private var index: [Int32]
  private var low: [Int32]
  private var next: [Int]
  private var path: [Int32]
  private var time: Int32 = 0
  private(set) var isCut: [Bool]
  /// The pairs that one step of the search alone joins.
  private(set) var bridges: [CutPoints.Bridge] = []

  init(_ rows: Adjacency) {
    index = [Int32](repeating: 0, count: rows.nodeCount)
    low = index
    path = index
    next = rows.offsets
    isCut = [Bool](repeating: false, count: rows.nodeCount)
  }

  mutating func run(from root: Int, _ rows: Adjacency) {
    guard index[root] == 0 else { return }
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    var children = 0
    var depth = 0
    path[0] = Int32(truncatingIfNeeded: root)
    time += 1
    index[root] = time
    low[root] = time
    while depth >= 0 {
      let node = Int(path[depth])
      let above = depth > 0 ? path[depth - 1] : -1
      let end = offsets[node + 1]
      var slot = next[node]
      var least = low[node]
      var child = -1
      while slot < end {
        let target = targets[slot].position
        slot += 1
        let found = index[target]
        if found == 0 {
          child = target
          break
        }
        if Int32(truncatingIfNeeded: target) != above, found < least { least = found }
      }
      next[node] = slot
      low[node] = least
      if child >= 0 {
        time += 1
        index[child] = time
        low[child] = time
        depth += 1
        path[depth] = Int32(truncatingIfNeeded: child)
        continue
      }
      depth -= 1
      guard depth >= 0 else { break }
      let parent = Int(above)
      if least < low[parent] { low[parent] = least }
      if depth == 0 { children += 1 } else if least >= index[parent] { isCut[parent] = true }
      if least > index[parent] {
        bridges.append(
          CutPoints.Bridge(one: NodeIndex(min(parent, node)), other: NodeIndex(max(parent, node))))
      }
    }
    if children > 1 { isCut[root] = true }
  }
}
