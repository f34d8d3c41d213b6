extension Adjacency {
  /// The rows of both, each in ascending order, parallel arcs and self-loops kept; expects ascending rows.
  func merged(with other: Adjacency) -> Adjacency {
    var offsets = [0]
    offsets.reserveCapacity(self.offsets.count)
    var targets: [NodeIndex] = []
    targets.reserveCapacity(self.targets.count + other.targets.count)
    var weights: [Double] = []
    for node in 0..<nodeCount {
      var left = self.offsets[node]
      var right = other.offsets[node]
      while left < self.offsets[node + 1] || right < other.offsets[node + 1] {
        let takesLeft =
          right == other.offsets[node + 1]
          || (left < self.offsets[node + 1] && self.targets[left] <= other.targets[right])
        targets.append(takesLeft ? self.targets[left] : other.targets[right])
        if let own = self.weights, let others = other.weights {
          weights.append(takesLeft ? own[left] : others[right])
        }
        if takesLeft { left += 1 } else { right += 1 }
      }
      offsets.append(targets.count)
    }
    return Adjacency(offsets: offsets, targets: targets, weights: self.weights == nil ? nil : weights)
  }

  /// The same rows without self-loops.
  func withoutLoops() -> Adjacency {
    filtered { node, slot in targets[slot].position != node }
  }

  /// The rows of the arcs that satisfy a condition on their tail and their place.
  func filtered(_ keeps: (_ tail: Int, _ slot: Int) -> Bool) -> Adjacency {
    var offsets = [0]
    offsets.reserveCapacity(self.offsets.count)
    var targets: [NodeIndex] = []
    var weights: [Double] = []
    for node in 0..<nodeCount {
      for slot in self.offsets[node]..<self.offsets[node + 1] where keeps(node, slot) {
        targets.append(self.targets[slot])
        if let own = self.weights { weights.append(own[slot]) }
      }
      offsets.append(targets.count)
    }
    return Adjacency(
      offsets: offsets, targets: targets, weights: self.weights == nil ? nil : weights, isSimple: isSimple)
  }
}

extension Adjacency {
  /// The sum of each row's weights; without weights the length of the row.
  var rowTotals: [Double] {
    var totals = [Double](repeating: 0, count: nodeCount)
    let offsets = offsets.span
    var sums = totals.mutableSpan
    for node in sums.indices {
      if let weights {
        for slot in offsets[node]..<offsets[node + 1] { sums[node] += weights[slot] }
      } else {
        sums[node] = Double(offsets[node + 1] - offsets[node])
      }
    }
    return totals
  }
}

extension Network {
  /// Every edge in the rows of both its ends, whatever its direction; a self-loop stands twice in its row.
  var rowsOfBothEnds: Adjacency {
    direction == .undirected ? outgoing : outgoing.merged(with: incoming).withSortedParallels()
  }

  /// The strengths between each two nodes, both ways added up, without those that are 0; a self-loop adds
  /// twice its strength.
  var mutualStrengths: Adjacency {
    let rows = rowsOfBothEnds.simple(.added, loops: true)
    guard let weights = rows.weights else { return rows }
    return rows.filtered { _, slot in weights[slot] > 0 }
  }
}
