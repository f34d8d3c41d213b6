/// A division of a network into communities.
public struct Communities: Hashable, Sendable {
  /// How many communities there are; 0 for an empty network.
  public let count: Int
  /// The community of each node, in node order. Communities are numbered from 0 by their lowest node.
  public let communityOfNode: [Int]
  /// The quality of the division, as ``Network/quality(ofCommunities:as:)`` gives it.
  public let quality: Double
  /// What was asked for.
  public let measure: CommunityQuality
  /// The seed that leads to this division.
  public let seed: UInt64
  /// Whether no division is better: all there are have been ruled out.
  public let isExact: Bool
  /// How many times the search began anew, in the component where it did so most often; 0 if the division is exact.
  public let starts: Int
  /// Whether every start went on until nothing more was gained; in a large network it is ended before.
  public let isSettled: Bool
}

extension Network {
  /// Communities that hold together inside.
  ///
  /// No community spans two components, so each component is divided by itself. Where one is small, about 30 nodes and in sparse networks
  /// some more, all divisions are searched, the best is found, and ``Communities/isExact`` says so. Which of several that are equally
  /// good it is depends on the network and the numbers of its nodes, and not on the seed.
  ///
  /// Others are divided by the Leiden algorithm: every community is connected; no node, moved to another community or to one of its
  /// own, and no two communities, made one, would raise the quality. The best division of all is not promised: it is a hard problem.
  /// Several starts from different seeds make a poor result less likely: unless their number is given, there are at
  /// least ten, and in all but large networks so many that the best was found anew five times in fifty or more, or a thousand were made;
  /// every second one of these begins with the best division so far, of which two neighbouring communities are dissolved.
  ///
  /// In a network of some ten thousand nodes or some million edges and more, where a start may go on for thousands of passes and gain
  /// next to nothing, it is ended before, and fewer starts are made: all passes together go over 4.5·10⁶ nodes and 9·10⁷ arcs, besides
  /// the first four. ``Communities/isSettled`` and ``Communities/starts`` tell.
  ///
  /// Ignores direction: what lies between two nodes is the strength of all edges between them, both ways.
  /// Weights are strengths; parallel edges add up; an edge of strength 0 is no edge; a self-loop adds both its ends to its node's
  /// strength. A node without edges is a community of its own.
  /// - Parameters:
  ///   - quality: What is asked for. A resolution that is negative or not finite traps.
  ///   - seed: What the random choices follow from: the same seed, the same communities, whatever the order
  ///     of the edges.
  ///   - starts: How many times to begin anew where the best division is not found; the best counts, the first of equals. Fewer
  ///     than 1 traps; nil leaves it to the network.
  /// - Returns: The communities and their quality.
  /// - Complexity: About O(*n* + *m*) a start in practice; *n* nodes, *m* edges.
  /// - SeeAlso: V. A. Traag, L. Waltman and N. J. van Eck, Scientific Reports 9, 2019,
  ///   doi:10.1038/s41598-019-41695-z.
  public func communities(
    maximizing quality: CommunityQuality = .modularity(resolution: 1),
    seed: UInt64 = 1, starts: Int? = nil
  ) -> Communities {
    let arcs = direction == .undirected ? outgoing.targets.count : 2 * outgoing.targets.count
    return communities(
      maximizing: quality, seed: seed, starts: starts,
      passes: min(4_500_000 / max(nodeCount, 1), 90_000_000 / max(arcs, 1)))
  }

  /// - Parameters:
  ///   - passes: After how many passes no new start is made, and none goes on for more than four.
  ///   - most: Up to how many nodes the best division of a component is sought.
  func communities(
    maximizing quality: CommunityQuality = .modularity(resolution: 1), seed: UInt64 = 1, starts: Int?,
    passes: Int, exactUpTo most: Int = 64
  ) -> Communities {
    check(quality)
    precondition(
      starts ?? 1 >= 1, "Communities were asked for with \(starts ?? 0) starts; there is at least 1.")
    // What is in proportion is divided alike; weights near the largest number would add up to none.
    let (network, exponent) = comparableOrTrapping(for: "A division into communities")
    let rows = network.mutualStrengths
    let scaled: CommunityQuality =
      switch quality {
      case .modularity: quality
      case .constantPotts(let resolution):
        // More than any strength there is is enough.
        .constantPotts(resolution: min(resolution.timesTwoTo(-exponent), 1e200))
      }
    let level = LeidenLevel(rows: rows, quality: scaled)
    var search = ComponentSearch(
      quality: scaled, seed: seed, starts: starts, passes: passes, exactUpTo: most)
    let found = search.communities(of: level)
    let original = exponent == 0 || scaled == quality
    return Communities(
      count: found.count, communityOfNode: found.componentOfNode,
      quality: original
        ? rows.quality(of: found.componentOfNode, count: found.count, as: quality)
        : self.quality(ofCommunities: found.componentOfNode, as: quality),
      measure: quality, seed: seed, isExact: search.isExact, starts: search.starts,
      isSettled: search.isSettled)
  }
}

/// The search for communities component by component.
private struct ComponentSearch {
  private let foldsLeaves: Bool
  private let askedStarts: Int?
  private let passes: Int
  private let most: Int
  private var generator: RandomBits
  /// How many steps are left for best divisions, in all components: a second or so.
  private var steps = 2_000_000
  private(set) var isExact = true
  private(set) var starts = 0
  private(set) var isSettled = true

  init(quality: CommunityQuality, seed: UInt64, starts: Int?, passes: Int, exactUpTo most: Int) {
    if case .modularity(let resolution) = quality {
      foldsLeaves = resolution <= 1
    } else {
      foldsLeaves = false
    }
    askedStarts = starts
    self.passes = passes
    self.most = most
    generator = RandomBits(seed: seed)
  }

  mutating func communities(of level: LeidenLevel) -> Components {
    let components = Network(symmetricRows: level.rows).components()
    if components.count == 1 { return Components(labels: divided(level)) }
    let (nodes, starts) = components.members
    var labels = nodes
    var place = [Int32](repeating: 0, count: nodes.count)
    for component in 0..<components.count {
      let members = nodes[starts[component]..<starts[component + 1]]
      for (index, node) in members.enumerated() { place[Int(node)] = Int32(truncatingIfNeeded: index) }
      if members.count == 1 {
        labels[Int(nodes[starts[component]])] = nodes[starts[component]]
        continue
      }
      let found = divided(level.part(of: members, place: place))
      for (index, node) in members.enumerated() {
        // Labels stay below the number of nodes.
        labels[Int(node)] = nodes[starts[component] + Int(found[index])]
      }
    }
    return Components(labels: labels)
  }

  /// The communities of a component.
  private mutating func divided(_ level: LeidenLevel) -> [Int32] {
    var allowed = min(steps, 300_000)
    let before = allowed
    let found = level.bestDivision(foldsLeaves: foldsLeaves, most: most, steps: &allowed)
    steps -= before - allowed
    if let found { return level.connectedParts(of: found).componentOfNode.map { Int32($0) } }
    isExact = false
    return dividedByChance(level)
  }

  private mutating func dividedByChance(_ level: LeidenLevel) -> [Int32] {
    let total = level.strengths.reduce(0, +)
    let size = max(level.nodeCount, level.rows.targets.count / 4)
    // Beside what ten starts take: a tenth of a second or so.
    let passesMore = 1_000_000 / max(size, 1)
    var best = Components(count: 0, componentOfNode: [])
    var bestQuality = -Double.infinity
    var passes = passes
    var (made, timesFound, passesMade) = (0, 0, 0)
    let least = askedStarts ?? 10
    func isEnough() -> Bool {
      if made < least { return made > 0 && passes <= 0 }
      return askedStarts != nil || passes <= 0 || passesMade >= passesMore || made >= 1000
        || (made >= 50 && timesFound >= 5)
    }
    while !isEnough() {
      made += 1
      var search = LeidenSearch(level: level, seed: generator.next())
      // What later starts need at least is left to them.
      search.passesLeft = max(passes - 4 * max(least - made, 0), 4)
      let before = search.passesLeft
      let isAnew = made <= least || made % 2 == 1
      let found = search.run(from: isAnew ? nil : best)
      passes -= before - search.passesLeft
      passesMade += before - search.passesLeft
      isSettled = isSettled && search.isSettled
      // A rise that rounding can make is none.
      let slack = 1e-12 * max(total, abs(bestQuality))
      if made == 1 || found.quality > bestQuality + slack {
        (best, bestQuality) = found
        timesFound = 1
      } else if isAnew, found.quality >= bestQuality - slack {
        timesFound += 1
      }
    }
    starts = max(starts, made)
    return best.componentOfNode.map { Int32($0) }
  }
}

/// One start: passes over the network until several in a row do not raise the quality.
private struct LeidenSearch {
  let level: LeidenLevel
  var generator: RandomBits
  /// How many passes without a rise end a start: a pass is random, so one that fails does not say that all do.
  private static let patience = 3
  /// How many passes more are made at most.
  var passesLeft = Int.max
  private(set) var isSettled = true

  init(level: LeidenLevel, seed: UInt64) {
    self.level = level
    generator = RandomBits(seed: seed)
  }

  /// - Parameter known: A division of which two neighbouring communities are dissolved; nil to begin with each node alone.
  mutating func run(from known: Components? = nil) -> (Components, quality: Double) {
    var best = Components(labels: known.map { dissolved($0) } ?? (0..<Int32(level.nodeCount)).map { $0 })
    var bestQuality = level.quality(of: best)
    let total = level.strengths.reduce(0, +)
    var passesInVain = 0
    while passesInVain < Self.patience {
      if passesLeft == 0 {
        isSettled = false
        break
      }
      passesLeft -= 1
      let next = level.connectedParts(of: pass(from: best.componentOfNode.map { Int32($0) }))
      let nextQuality = level.quality(of: next)
      // A rise that rounding can make is none.
      if nextQuality <= bestQuality + 1e-12 * max(total, abs(bestQuality)) {
        passesInVain += 1
      } else {
        passesInVain = 0
        (best, bestQuality) = (next, nextQuality)
      }
    }
    return (best, bestQuality)
  }

  /// The division with two random communities that an edge joins, or one where none is joined, made single nodes.
  private mutating func dissolved(_ known: Components) -> [Int32] {
    let community = known.componentOfNode
    let chosen = community[generator.next(below: level.nodeCount)]
    var beside: [Int] = []
    for node in 0..<level.nodeCount where community[node] == chosen {
      beside += level.rows.row(node).map { community[$0.position] }.filter { $0 != chosen }
    }
    let other = beside.isEmpty ? chosen : beside[generator.next(below: beside.count)]
    var first = [Int32](repeating: -1, count: known.count)
    return (0..<Int32(level.nodeCount)).map { node in
      let own = community[Int(node)]
      if own == chosen || own == other { return node }
      if first[own] < 0 { first[own] = node }
      return first[own]
    }
  }

  /// Moves nodes, refines the communities, makes each refined part a node, and goes on with those.
  private mutating func pass(from communities: [Int32]) -> [Int32] {
    var level = self.level
    var communities = communities
    var nodeAbove = (0..<Int32(level.nodeCount)).map { $0 }
    while true {
      level.moveNodes(among: &communities, using: &generator)
      let parts = Components(labels: level.refined(communities, using: &generator))
      if parts.count == level.nodeCount { break }
      var above = [Int32](repeating: 0, count: parts.count)
      for node in communities.indices { above[parts.componentOfNode[node]] = communities[node] }
      // Labels stay below the number of nodes: each community takes the number of its first part.
      communities = Components(labels: relabelled(above)).componentOfNode.map { Int32($0) }
      for node in nodeAbove.indices {
        nodeAbove[node] = Int32(parts.componentOfNode[Int(nodeAbove[node])])
      }
      level = level.aggregated(by: parts)
    }
    return nodeAbove.map { communities[Int($0)] }
  }

  /// Labels that lie below the number of nodes, the same where they were the same.
  private func relabelled(_ labels: [Int32]) -> [Int32] {
    var first = [Int32](repeating: -1, count: level.nodeCount)
    return labels.indices.map { node in
      let label = Int(labels[node])
      if first[label] < 0 { first[label] = Int32(node) }
      return first[label]
    }
  }
}

extension LeidenLevel {
  /// Some nodes with the edges between them, in ascending order; their sizes stay, and so does what a pair takes off.
  fileprivate func part(of nodes: ArraySlice<Int32>, place: [Int32]) -> LeidenLevel {
    var offsets = [0]
    var targets: [NodeIndex] = []
    var weights: [Double] = []
    offsets.reserveCapacity(nodes.count + 1)
    for node in nodes.map(Int.init) {
      for slot in rows.offsets[node]..<rows.offsets[node + 1] {
        targets.append(NodeIndex(Int(place[rows.targets[slot].position])))
        weights.append(strengths[slot])
      }
      offsets.append(targets.count)
    }
    return LeidenLevel(
      rows: Adjacency(offsets: offsets, targets: targets, weights: weights, isSimple: true),
      sizes: nodes.map { sizes[Int($0)] }, resolution: resolution)
  }

  /// What a division is worth, from which its quality differs by a factor and by what no division changes.
  fileprivate func quality(of communities: Components) -> Double {
    var (inside, total) = (
      [Double](repeating: 0, count: communities.count), [Double](repeating: 0, count: communities.count)
    )
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let weights = strengths.span
    let community = communities.componentOfNode.span
    for node in 0..<nodeCount {
      total[community[node]] += sizes[node]
      for slot in offsets[node]..<offsets[node + 1]
      where community[targets[slot].position] == community[node] {
        inside[community[node]] += weights[slot]
      }
    }
    return inside.indices.reduce(0) { $0 + inside[$1] - resolution * total[$1] * total[$1] }
  }

  /// The communities with those that fell apart divided, which never lowers the quality.
  fileprivate func connectedParts(of communities: [Int32]) -> Components {
    let within = rows.filtered { node, slot in
      communities[node] == communities[rows.targets[slot].position]
    }
    return Network(symmetricRows: within).components()
  }
}
