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
    var isCut = [Bool](repeating: false, count: nodeCount)
    var bridges: [CutPoints.Bridge] = []
    var childrenOfRoot = 0
    neighbourRows.searchDepthFirst(isSymmetric: true) { _ in
    } leave: { left, _ in
      let (node, parent) = (left.node, left.parent)
      if parent < 0 {
        isCut[node] = childrenOfRoot > 1
        childrenOfRoot = 0
        return
      }
      if left.depth == 1 {
        childrenOfRoot += 1
      } else if left.low >= left.parentNumber {
        isCut[parent] = true
      }
      if left.low > left.parentNumber {
        bridges.append(
          CutPoints.Bridge(one: NodeIndex(min(parent, node)), other: NodeIndex(max(parent, node))))
      }
    }
    return CutPoints(
      articulationPoints: isCut.indices.filter { isCut[$0] }.map { NodeIndex($0) },
      bridges: bridges.filter { edgeCount(between: $0.one, $0.other) == 1 }
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
