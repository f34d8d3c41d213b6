/// The endpoints of a graph in batches of eight or fewer, each batch from one piece, and the batches in tasks
/// of about the same work. What goes together depends on the graph alone, not on the number of threads.
struct SourceBatches: Sendable {
  struct Batch: Sendable {
    let sources: Range<Int>
    /// All nodes of the sources' piece.
    let piece: Range<Int>
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
  }
}
