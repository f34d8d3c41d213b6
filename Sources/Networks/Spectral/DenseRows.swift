/// The rows of a simple network of many edges without weights, as a matrix of bits.
///
/// A product reads eight arcs at once, whether they are there or not: all sums of eight values stand in a table (the method of
/// four Russians).
/// - SeeAlso: V. L. Arlazarov, E. A. Dinic, M. A. Kronrod, I. A. Faradžev, Soviet Math. Dokl. 11, 1970, 1209–1210.
struct DenseRows {
  private let nodeCount: Int
  /// For each block of 32 targets one word a row.
  private let words: [UInt32]

  /// - Parameter rows: Hold every arc both ways.
  /// - Returns: nil where products with the arcs one by one are faster, or where arcs have weights or stand there twice.
  /// - Complexity: O(*n*² + *m*) time, *n*²/8 bytes; *n* nodes, *m* arcs.
  init?(_ rows: Adjacency) {
    let count = rows.nodeCount
    guard rows.isSimple, rows.weights == nil, rows.targets.count >= count * count / 3 else { return nil }
    var words = [UInt32](repeating: 0, count: (count + 31) / 32 * count)
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    var bits = words.mutableSpan
    for node in 0..<count {
      // The same bit in the rows of all neighbours: bits of one row would wait for each other.
      let (block, bit) = (node / 32 * count, 1 &<< UInt32(truncatingIfNeeded: node))
      for slot in offsets[node]..<offsets[node + 1] { bits[block + targets[slot].position] |= bit }
    }
    self.nodeCount = count
    self.words = words
  }

  /// What ``Adjacency/product(with:into:)`` gives, but for rounding.
  /// - Complexity: O(*n*²/8).
  func product(with values: [Double], into result: inout [Double]) {
    let (words, values) = (words.span, values.span)
    var result = result.mutableSpan
    for node in 0..<nodeCount { result[node] = 0 }
    // Four tables of the sums of eight values each.
    let table = Workspace<Double>(unwritten: 4 * 256)
    for start in stride(from: 0, to: nodeCount, by: 32) {
      for number in 0..<4 {
        table.putSums(
          of: values.extracting(min(start + number * 8, nodeCount)..<min(start + number * 8 + 8, nodeCount)),
          from: number * 256)
      }
      let block = words.extracting(start / 32 * nodeCount..<(start / 32 + 1) * nodeCount)
      for node in block.indices {
        let word = Int(block[node])
        result[node] +=
          (table[word & 255] + table[256 + (word >> 8 & 255)])
          + (table[512 + (word >> 16 & 255)] + table[768 + (word >> 24)])
      }
    }
  }
}

extension Workspace<Double> {
  /// Puts, for every set of at most eight values, their sum at the place that has the set's bits.
  fileprivate func putSums(of values: Span<Double>, from start: Int) {
    var low = Lanes.zero
    for bit in values.indices.prefix(3) {
      for place in 0..<8 where place >> bit & 1 == 1 { low[place] += values[bit] }
    }
    putLanes(low, at: start)
    for bit in 3..<8 {
      let value = bit < values.count ? values[bit] : 0
      let size = 1 << bit
      for place in stride(from: start, to: start + size, by: 8) {
        putLanes(lanes(from: place) + value, at: place + size)
      }
    }
  }
}
