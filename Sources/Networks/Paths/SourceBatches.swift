/// The endpoints of a graph in batches of eight or fewer, each batch from one piece, and the batches in tasks
/// of about the same work. What goes together depends on the graph alone, not on the number of threads.
struct SourceBatches: Sendable {
  struct Batch: Sendable {
    let sources: Range<Int>
    /// All nodes of the sources' piece.
    let piece: Range<Int>
    /// Whether each source searches alone.
    fileprivate(set) var isSeparate = false
  }

  private(set) var sources: [Int32] = []
  private(set) var batches: [Batch] = []
  /// Where tasks begin among the batches, and where the last one ends.
  private(set) var tasks = [0]

  /// Leaves out pieces of one or two nodes, in which nothing stands between two others.
  init(of graph: PathGraph) {
    var work: [Int] = []
    for piece in 0..<graph.pieces.count - 1 {
      let range = graph.pieces[piece]..<graph.pieces[piece + 1]
      if range.count < 3 { continue }
      let first = sources.count
      for node in range where graph.weights[node] > 0 { sources.append(Int32(truncatingIfNeeded: node)) }
      for start in stride(from: first, to: sources.count, by: 8) {
        batches.append(Batch(sources: start..<min(start + 8, sources.count), piece: range))
        work.append(
          range.count + graph.outgoing.offsets[range.upperBound] - graph.outgoing.offsets[range.lowerBound])
      }
    }
    // To add up a task's scores takes as long as there are nodes: that should not count.
    let enough = max(work.reduce(0, +) / 256, 4 * graph.copies.count)
    var load = 0
    for batch in batches.indices {
      load += work[batch]
      if load >= enough || batch == batches.count - 1 {
        tasks.append(batch + 1)
        load = 0
      }
    }
    separate(in: graph)
  }

  /// Marks the batches of large pieces in which sources gain nothing from searching together.
  ///
  /// Where paths are long, as on a map of roads, eight sources meet few nodes at the same distance. One batch
  /// is tried for each piece; only the levels that it finds are counted, so that the choice never varies.
  private mutating func separate(in graph: PathGraph) {
    var scores = [Double](repeating: 0, count: graph.copies.count)
    var lanes: PathLanes?
    var place = 0
    while place < batches.count {
      let piece = batches[place].piece
      let end = batches[place...].firstIndex { $0.piece != piece } ?? batches.count
      if end - place > 8 {
        if lanes == nil { lanes = PathLanes(nodeCount: graph.copies.count) }
        let middle = batches[(place + end) / 2]
        let met = lanes?.add(from: sources[middle.sources], in: piece, of: graph, to: &scores) ?? 0
        let arcs = graph.outgoing.offsets[piece.upperBound] - graph.outgoing.offsets[piece.lowerBound]
        // Where searching alone was the faster in trials, on grids and on random networks.
        if met > 4 * piece.count, 5 * met > 4 * arcs {
          for batch in place..<end { batches[batch].isSeparate = true }
        }
      }
      place = end
    }
  }
}
