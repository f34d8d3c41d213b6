/// The triangles of an undirected network without parallel edges and self-loops, one after the other.
///
/// Every edge is followed from its end with fewer neighbours only, so that nodes with many do not have to be looked
/// through from all sides.
/// - SeeAlso: M. Latapy, Theoretical Computer Science 407(1–3), 2008, doi:10.1016/j.tcs.2008.07.017.
struct Triangles: ~Copyable {
  /// Where the arcs of an edge stand in the rows.
  struct Slots {
    let forth: Int32
    let back: Int32
  }

  /// The edges, from node to node in their order.
  private(set) var edges: [Slots] = []
  /// Where the arcs of each node to later ones begin, in the order of the number of neighbours.
  private var offsets: [Int]
  private var heads: [Int32] = []

  /// - Parameter rows: Ascending, every arc there both ways.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* arcs.
  init(of rows: Adjacency) {
    offsets = [0]
    offsets.reserveCapacity(rows.nodeCount + 1)
    heads.reserveCapacity(rows.targets.count / 2)
    edges.reserveCapacity(rows.targets.count / 2)
    let (starts, targets) = (rows.offsets.span, rows.targets.span)
    // Rows ascend, so that the arcs back stand in each row in the order of the nodes that they come from.
    var next = rows.offsets
    for node in 0..<rows.nodeCount {
      let degree = starts[node + 1] - starts[node]
      for slot in starts[node]..<starts[node + 1] {
        let other = targets[slot].position
        let back = next[other]
        next[other] = back + 1
        let otherDegree = starts[other + 1] - starts[other]
        guard (degree, node) < (otherDegree, other) else { continue }
        heads.append(Int32(truncatingIfNeeded: other))
        edges.append(Slots(forth: Int32(slot), back: Int32(back)))
      }
      offsets.append(heads.count)
    }
  }

  /// Calls a function with the numbers of the edges of each triangle of nodes u, v, w: from u to v, from u to w and from
  /// v to w.
  /// - Complexity: O(*m*·√*m*) time, O(*n*) memory; *n* nodes, *m* edges.
  @inline(__always) func forEach(_ body: (_ uv: Int, _ uw: Int, _ vw: Int) -> Void) {
    let (offsets, heads) = (offsets.span, heads.span)
    // For each later neighbour of a node the number of their edge, from 1; 0 for all others.
    var place = [Int32](repeating: 0, count: offsets.count - 1)
    var found = place.mutableSpan
    for node in 0..<found.count {
      let row = offsets[node]..<offsets[node + 1]
      if row.count < 2 { continue }
      for edge in row { found[Int(heads[edge])] = Int32(edge + 1) }
      for edge in row {
        let middle = Int(heads[edge])
        for far in offsets[middle]..<offsets[middle + 1] {
          let near = Int(found[Int(heads[far])])
          if near > 0 { body(edge, near - 1, far) }
        }
      }
      for edge in row { found[Int(heads[edge])] = 0 }
    }
  }
}
