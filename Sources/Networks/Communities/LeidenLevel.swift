/// One level of the Leiden algorithm: nodes that stand for sets of nodes, what lies between them, and how
/// much each weighs in what the quality takes off.
struct LeidenLevel {
  /// What lies between nodes, without self-loops, which no move changes.
  let rows: Adjacency
  /// The strengths of the arcs of `rows`.
  let strengths: [Double]
  /// Strengths of nodes for modularity; numbers of nodes for the Potts model.
  let sizes: [Double]
  /// What a pair of nodes in one community takes off is this times the product of their sizes.
  let resolution: Double
  /// A gain that is smaller than this times a node's own strength may be rounding.
  private static let leastGain = 1e-12
  /// How far from the best gain the refinement may choose, in mean strengths; 0.01 in the paper.
  private static let randomness = 0.01

  var nodeCount: Int { rows.nodeCount }

  init(rows: Adjacency, quality: CommunityQuality) {
    let sizes: [Double]
    let resolution: Double
    switch quality {
    case .modularity(let given):
      sizes = rows.rowTotals
      let everything = sizes.reduce(0, +)
      resolution = everything > 0 ? given / everything : 0
    case .constantPotts(let given):
      sizes = [Double](repeating: 1, count: rows.nodeCount)
      resolution = given
    }
    self.init(rows: rows.withoutLoops(), sizes: sizes, resolution: resolution)
  }

  init(rows: Adjacency, sizes: [Double], resolution: Double) {
    self.rows = rows
    strengths = rows.weights ?? [Double](repeating: 1, count: rows.targets.count)
    self.sizes = sizes
    self.resolution = resolution
  }

  /// Moves nodes to the community that raises the quality most, until no move of one node raises it.
  ///
  /// Labels lie below the number of nodes. Nodes whose neighbour moved elsewhere are looked at again.
  func moveNodes(among communities: inout [Int32], using generator: inout RandomBits) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let weights = strengths.span
    var totals = [Double](repeating: 0, count: nodeCount)
    var members = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      totals[Int(communities[node])] += sizes[node]
      members[Int(communities[node])] += 1
    }
    var empty = (0..<Int32(nodeCount)).filter { members[Int($0)] == 0 }
    var queue = (0..<Int32(nodeCount)).map { $0 }
    generator.shuffle(&queue)
    var isQueued = [Bool](repeating: true, count: nodeCount)
    var head = 0
    var waiting = nodeCount
    var between = [Double](repeating: 0, count: nodeCount)
    var touched = [Int32](repeating: 0, count: nodeCount)
    while waiting > 0 {
      let node = Int(queue[head])
      head = head + 1 == nodeCount ? 0 : head + 1
      waiting -= 1
      isQueued[node] = false
      let own = Int(communities[node])
      var touchedCount = 0
      var strength = 0.0
      for slot in offsets[node]..<offsets[node + 1] {
        let community = communities[targets[slot].position]
        if between[Int(community)] == 0 {
          touched[touchedCount] = community
          touchedCount += 1
        }
        between[Int(community)] += weights[slot]
        strength += weights[slot]
      }
      let cost = resolution * sizes[node]
      let gainHere = between[own] - cost * (totals[own] - sizes[node])
      var (best, bestGain) = (own, gainHere)
      let least = Self.leastGain * (strength + cost * (totals[own] + sizes[node]))
      for place in 0..<touchedCount {
        let community = Int(touched[place])
        let gain = between[community] - cost * totals[community]
        if community != own, gain > bestGain + least { (best, bestGain) = (community, gain) }
      }
      for place in 0..<touchedCount { between[Int(touched[place])] = 0 }
      if bestGain < -least, members[own] > 1, let alone = empty.last { best = Int(alone) }
      if best == own { continue }
      if members[best] == 0 { empty.removeLast() }
      communities[node] = Int32(best)
      members[own] -= 1
      members[best] += 1
      totals[own] = members[own] == 0 ? 0 : totals[own] - sizes[node]
      totals[best] += sizes[node]
      if members[own] == 0 { empty.append(Int32(own)) }
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        if isQueued[target] || communities[target] == Int32(best) { continue }
        isQueued[target] = true
        queue[(head + waiting) % nodeCount] = Int32(target)
        waiting += 1
      }
    }
  }

  /// Divides each community into parts, each well connected to the rest of its community.
  ///
  /// Each node begins as a part. Once, in random order, a node that is still alone and well connected joins
  /// a well connected part that does not lower the quality, better ones more likely.
  func refined(_ communities: [Int32], using generator: inout RandomBits) -> [Int32] {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let weights = strengths.span
    var totals = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { totals[Int(communities[node])] += sizes[node] }
    var parts = (0..<Int32(nodeCount)).map { $0 }
    var partSizes = sizes
    var isAlone = [Bool](repeating: true, count: nodeCount)
    /// The strength between a part and the rest of its community.
    var outwards = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      for slot in offsets[node]..<offsets[node + 1]
      where communities[targets[slot].position] == communities[node] {
        outwards[node] += weights[slot]
      }
    }
    var order = parts
    generator.shuffle(&order)
    var between = [Double](repeating: 0, count: nodeCount)
    var touched = order
    var chances = between
    let meanStrength = weights.isEmpty ? 1 : strengths.reduce(0, +) / Double(weights.count)
    for place in order.indices where isAlone[Int(order[place])] {
      let node = Int(order[place])
      let community = communities[node]
      let total = totals[Int(community)]
      if outwards[node] < resolution * sizes[node] * (total - sizes[node]) { continue }
      var touchedCount = 0
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        if communities[target] != community { continue }
        let part = Int(parts[target])
        if between[part] == 0 {
          touched[touchedCount] = Int32(part)
          touchedCount += 1
        }
        between[part] += weights[slot]
      }
      // Staying alone gains 0.
      var bestGain = 0.0
      for candidate in 0..<touchedCount {
        let part = Int(touched[candidate])
        let isConnected = outwards[part] >= resolution * partSizes[part] * (total - partSizes[part])
        chances[candidate] =
          isConnected ? between[part] - resolution * sizes[node] * partSizes[part] : -.infinity
        bestGain = max(bestGain, chances[candidate])
      }
      let scale = Self.randomness * meanStrength
      let aloneChance = exponential(-bestGain / scale)
      var sum = aloneChance
      for candidate in 0..<touchedCount where chances[candidate] != -.infinity {
        let gain = chances[candidate]
        chances[candidate] = gain < 0 ? -.infinity : exponential((gain - bestGain) / scale)
        if gain >= 0 { sum += chances[candidate] }
      }
      var drawn = generator.nextFraction() * sum - aloneChance
      var chosen = -1
      for candidate in 0..<touchedCount where drawn >= 0 && chances[candidate] != -.infinity {
        chosen = Int(touched[candidate])
        drawn -= chances[candidate]
      }
      if chosen >= 0 {
        isAlone[chosen] = false
        parts[node] = Int32(chosen)
        partSizes[chosen] += sizes[node]
        outwards[chosen] += outwards[node] - 2 * between[chosen]
      }
      for candidate in 0..<touchedCount { between[Int(touched[candidate])] = 0 }
    }
    return parts
  }
}
