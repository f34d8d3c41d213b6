extension LeidenLevel {
  /// The network whose nodes are the parts.
  func aggregated(by parts: Components) -> LeidenLevel {
    let part = parts.componentOfNode
    var sizes = [Double](repeating: 0, count: parts.count)
    for node in 0..<nodeCount { sizes[part[node]] += self.sizes[node] }
    if hasWholeStrengths {
      return LeidenLevel(rows: wholeSums(by: parts), sizes: sizes, resolution: resolution)
    }
    var arcs: [(NodeIndex, NodeIndex)] = []
    var weights: [Double] = []
    for node in 0..<nodeCount {
      for slot in rows.offsets[node]..<rows.offsets[node + 1]
      where part[rows.targets[slot].position] != part[node] {
        arcs.append((NodeIndex(part[node]), NodeIndex(part[rows.targets[slot].position])))
        weights.append(strengths[slot])
      }
    }
    // Turned round, the rows of a symmetric network are the same, but sorted.
    let above = Adjacency(nodeCount: parts.count, arcs: arcs, weights: weights).transposed()
      .withSortedParallels().simple(.added)
    return LeidenLevel(rows: above, sizes: sizes, resolution: resolution)
  }

  /// Whether all strengths and their sums are whole numbers that a `Double` holds, so that it adds them up alike in any order.
  private var hasWholeStrengths: Bool {
    let weights = strengths.span
    var sum = 0.0
    for slot in weights.indices {
      if weights[slot] != weights[slot].rounded() { return false }
      sum += weights[slot]
    }
    return sum < 9e15
  }

  /// The strengths between parts, added up part by part.
  private func wholeSums(by parts: Components) -> Adjacency {
    let part = parts.componentOfNode.span
    let (members, starts) = parts.members
    let (offsets, targets, weights) = (rows.offsets.span, rows.targets.span, strengths.span)
    var sums = [Double](repeating: 0, count: parts.count)
    var touched = [Int32](repeating: 0, count: parts.count)
    var ends = [0]
    var heads: [NodeIndex] = []
    var totals: [Double] = []
    ends.reserveCapacity(parts.count + 1)
    for number in 0..<parts.count {
      var count = 0
      for place in starts[number]..<starts[number + 1] {
        let node = Int(members[place])
        for slot in offsets[node]..<offsets[node + 1] {
          let other = part[targets[slot].position]
          if other == number { continue }
          if sums[other] == 0 {
            touched[count] = Int32(truncatingIfNeeded: other)
            count += 1
          }
          sums[other] += weights[slot]
        }
      }
      touched[..<count].sort()
      for other in touched[..<count] {
        heads.append(NodeIndex(Int(other)))
        totals.append(sums[Int(other)])
        sums[Int(other)] = 0
      }
      ends.append(heads.count)
    }
    return Adjacency(offsets: ends, targets: heads, weights: totals, isSimple: true)
  }
}
