/// Places for labels that must not lie on each other.
enum LabelSpacing {
  /// The middles of labels along a line, as near as can be to where they are wanted, in any order, without overlap.
  ///
  /// The sum of the squared distances is the least there is (isotonic regression by pooling neighbours). Labels that are together
  /// longer than the range begin at its start and go beyond its end.
  /// - Parameters:
  ///   - wanted: Where the middles should be.
  ///   - lengths: How long each label is along the line, with the gap it needs.
  ///   - range: Where labels may stand, from end to end.
  /// - Complexity: O(*n* log *n*); *n* labels.
  static func spread(_ wanted: [Double], lengths: [Double], within range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // Where each would stand if the first began at 0 and none had a gap.
    var offsets: [Double] = []
    var total = 0.0
    for index in order {
      offsets.append(total + lengths[index] / 2)
      total += lengths[index]
    }
    var pools: [(sum: Double, count: Int)] = []
    for (place, index) in order.enumerated() {
      pools.append((wanted[index] - offsets[place], 1))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard last.sum / Double(last.count) < before.sum / Double(before.count) else { break }
        pools.removeLast(2)
        pools.append((last.sum + before.sum, last.count + before.count))
      }
    }
    let (low, high) = (range.lowerBound, max(range.lowerBound, range.upperBound - total))
    let shifts = pools.flatMap { pool in
      [Double](repeating: min(high, max(low, pool.sum / Double(pool.count))), count: pool.count)
    }
    var places = [Double](repeating: 0, count: wanted.count)
    for (place, index) in order.enumerated() { places[index] = shifts[place] + offsets[place] }
    return places
  }

  /// Lines of labels below marks along an axis: each label begins at its mark, from which a thin line may lead down to it.
  ///
  /// Neither labels nor those lines cross. Marks are taken from right to left, each into the first line in which it is free.
  /// - Parameter marks: Where each mark stands, and how long its label is with the gap it needs.
  /// - Returns: The line of each label, from 0.
  /// - Complexity: O(*n*²); *n* marks.
  static func lanes(_ marks: [(x: Double, length: Double)]) -> [Int] {
    var lanes = [Int](repeating: 0, count: marks.count)
    /// For each line, the leftmost mark whose label is there.
    var limits: [Double] = []
    let order = marks.indices.sorted { (marks[$1].x, $1) < (marks[$0].x, $0) }
    for index in order {
      let end = marks[index].x + marks[index].length
      // A line leads to a label through all lines of labels above it.
      var lane = limits.count
      var least = Double.infinity
      for line in limits.indices.reversed() {
        least = min(least, limits[line])
        guard end <= least else { break }
        lane = line
      }
      lanes[index] = lane
      if lane == limits.count { limits.append(marks[index].x) } else { limits[lane] = marks[index].x }
    }
    return lanes
  }
}
