/// Rows in the layout in which products with them are fastest: four rows of one length side by side, arc by arc.
///
/// So no sum waits for another, and where a row ends is no guess. The few rows with 64 arcs and more stand by themselves.
/// - SeeAlso: M. Kreutzer, G. Hager, G. Wellein, H. Fehske and A. R. Bishop, SIAM J. Scientific Computing 36(5), 2014,
///   doi:10.1137/130930352.
struct SlicedRows {
  /// The length from which on a row stands by itself.
  static let longLength = 64
  private let columnCount: Int
  /// For each length of a short row, how many rows are no longer.
  private let shortCounts: [Int]
  /// Where the arcs of each long row end.
  private let longEnds: [Int]
  private let targets: [NodeIndex]
  private let weights: [Double]?

  var rowCount: Int { (shortCounts.last ?? 0) + longEnds.count }

  /// The rows of some nodes.
  /// - Parameters:
  ///   - nodes: In the order of ``NodeOrder``; what they make a product of has the same order.
  ///   - places: For every node that an arc leads to, the place of its value.
  ///   - columnCount: How many such places there are.
  /// - Complexity: O(*n* + *m*); *m* arcs.
  init(_ rows: Adjacency, of nodes: ArraySlice<Int32>, places: [NodeIndex], columnCount: Int) {
    var shortCounts = [Int](repeating: 0, count: Self.longLength)
    var longEnds: [Int] = []
    var total = 0
    for node in nodes {
      let length = rows.degree(Int(node))
      total += length
      if length < Self.longLength { shortCounts[length] += 1 } else { longEnds.append(total) }
    }
    for length in 1..<Self.longLength { shortCounts[length] += shortCounts[length - 1] }
    self.columnCount = columnCount
    self.shortCounts = shortCounts
    self.longEnds = longEnds
    /// What stands at each arc, in the order in which products read it.
    func laidOut<Element: BitwiseCopyable>(_ empty: Element, _ element: (_ slot: Int) -> Element) -> [Element]
    {
      var laid = [Element](repeating: empty, count: total)
      var span = laid.mutableSpan
      let (offsets, order) = (rows.offsets.span, nodes.span)
      var (place, next) = (0, 0)
      for (length, end) in shortCounts.enumerated() {
        while place + 4 <= end {
          let starts = SIMD4<Int>(
            offsets[Int(order[place])], offsets[Int(order[place + 1])], offsets[Int(order[place + 2])],
            offsets[Int(order[place + 3])])
          for arc in 0..<length {
            for lane in 0..<4 { span[next + lane] = element(starts[lane] + arc) }
            next += 4
          }
          place += 4
        }
        while place < end {
          let start = offsets[Int(order[place])]
          for arc in 0..<length { span[next + arc] = element(start + arc) }
          next += length
          place += 1
        }
      }
      for end in longEnds {
        let start = offsets[Int(order[place])] - next
        while next < end {
          span[next] = element(start + next)
          next += 1
        }
        place += 1
      }
      return laid
    }
    let (columns, ends) = (places.span, rows.targets.span)
    targets = laidOut(NodeIndex(0)) { columns[ends[$0].position] }
    weights = rows.weights.map { weights in
      let weights = weights.span
      return laidOut(0) { weights[$0] }
    }
  }

  /// For each row the sum of its targets' values times the weights of the arcs.
  func product(with values: [Double], into result: inout [Double]) {
    precondition(
      values.count == columnCount && result.count == rowCount,
      "A product was asked of \(values.count) values into \(result.count); there are \(columnCount) and \(rowCount)."
    )
    let values = values.span
    var result = result.mutableSpan
    if let weights {
      let weights = weights.span
      addUp(into: &result) { targets, slot in
        values.four(at: targets, from: slot) * weights.four(from: slot)
      } one: { targets, slot in
        values[targets[slot].position] * weights[slot]
      }
    } else {
      addUp(into: &result) { targets, slot in
        values.four(at: targets, from: slot)
      } one: { targets, slot in
        values[targets[slot].position]
      }
    }
  }

  /// For each row the sum of what its arcs, four at once or one alone, bring.
  @inline(__always) private func addUp(
    into result: inout MutableSpan<Double>, four: (Span<NodeIndex>, Int) -> SIMD4<Double>,
    one: (Span<NodeIndex>, Int) -> Double
  ) {
    let targets = targets.span
    var (place, slot) = (0, 0)
    @inline(__always) func fours(_ count: Int) -> SIMD4<Double> {
      var sums = SIMD4<Double>.zero
      for _ in 0..<count {
        sums += four(targets, slot)
        slot += 4
      }
      return sums
    }
    @inline(__always) func row(_ count: Int) -> Double {
      var sum = fours(count / 4).sum()
      for _ in 0..<count % 4 {
        sum += one(targets, slot)
        slot += 1
      }
      return sum
    }
    for (length, end) in shortCounts.enumerated() {
      while place + 4 <= end {
        let sums = fours(length)
        for lane in 0..<4 { result[place + lane] = sums[lane] }
        place += 4
      }
      while place < end {
        result[place] = row(length)
        place += 1
      }
    }
    for end in longEnds {
      result[place] = row(end - slot)
      place += 1
    }
  }
}
