extension Adjacency {
  /// The rows of both, each in ascending order, parallel arcs and self-loops kept; expects ascending rows.
  func merged(with other: Adjacency) -> Adjacency {
    var offsets = self.offsets
    for node in 0...nodeCount { offsets[node] += other.offsets[node] }
    var targets = [NodeIndex](repeating: NodeIndex(0), count: offsets[nodeCount])
    var weights = (self.weights ?? []) + (other.weights ?? [])
    let (ownWeights, otherWeights) = (self.weights ?? [], other.weights ?? [])
    do {
      let (own, others, ownEnds, otherEnds) = (
        self.targets.span, other.targets.span, self.offsets.span, other.offsets.span
      )
      var merged = targets.mutableSpan
      var strengths = weights.mutableSpan
      for node in 0..<nodeCount {
        var (left, right) = (ownEnds[node], otherEnds[node])
        let (leftEnd, rightEnd) = (ownEnds[node + 1], otherEnds[node + 1])
        for place in left + right..<leftEnd + rightEnd {
          let takesLeft = right == rightEnd || (left < leftEnd && own[left] <= others[right])
          merged[place] = takesLeft ? own[left] : others[right]
          if !ownWeights.isEmpty { strengths[place] = takesLeft ? ownWeights[left] : otherWeights[right] }
          left += takesLeft ? 1 : 0
          right += takesLeft ? 0 : 1
        }
      }
    }
    return Adjacency(offsets: offsets, targets: targets, weights: self.weights == nil ? nil : weights)
  }

  /// The targets of both, each once and without the node itself, in no order.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* arcs of both.
  func united(with other: Adjacency) -> Adjacency {
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    // One more, since a target is written before it is counted.
    let united = Workspace<NodeIndex>(unwritten: self.targets.count + other.targets.count + 1)
    // The node in whose row each one was seen last.
    let seen = Workspace<Int32>(repeating: -1, count: nodeCount)
    var count = 0
    func take(_ node: Int, from rows: Adjacency) {
      let (offsets, targets) = (rows.offsets.span, rows.targets.span)
      let own = Int32(truncatingIfNeeded: node)
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot]
        united[count] = target
        count += seen[target.position] == own ? 0 : 1
        seen[target.position] = own
      }
    }
    for node in 0..<nodeCount {
      seen[node] = Int32(truncatingIfNeeded: node)
      take(node, from: self)
      take(node, from: other)
      offsets[node + 1] = count
    }
    let targets = (0..<count).map { united[$0] }
    return Adjacency(offsets: offsets, targets: targets, isSimple: true)
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
  /// What each node receives: for each row the sum of its targets' values times the weights of the arcs.
  ///
  /// For one product. More are faster with a ``StrengthMatrix``.
  func product(with values: [Double], into result: inout [Double]) {
    precondition(
      values.count == nodeCount && result.count == nodeCount,
      "A product was asked of \(values.count) values into \(result.count); there are \(nodeCount) nodes.")
    for node in 0..<nodeCount {
      var sum = 0.0
      for slot in offsets[node]..<offsets[node + 1] {
        sum += (weights?[slot] ?? 1) * values[targets[slot].position]
      }
      result[node] = sum
    }
  }

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
  /// The neighbours of each node whatever the direction, each once and without the node itself; in no order, if the network is
  /// directed.
  var neighbourRows: Adjacency {
    direction == .undirected ? outgoing.withoutParallelsAndLoops() : outgoing.united(with: incoming)
  }

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
