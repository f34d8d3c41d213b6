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
  /// How many times the search began anew: as often as was asked for, or less often in a large network.
  public let starts: Int
  /// Whether every start went on until nothing more was gained; in a large network it is ended before.
  public let isSettled: Bool
}

extension Network {
  /// Communities that hold together inside, found by the Leiden algorithm.
  ///
  /// Every community is connected; no node, moved to another community or to one of its own, and no two
  /// communities, made one, would raise the quality. The best division of all is not promised: it is a hard
  /// problem. Several `starts` from different seeds make a poor result less likely.
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
  ///   - starts: How many times to begin anew; the best division counts, the first of equals. Fewer than 1 traps.
  /// - Returns: The communities and their quality.
  /// - Complexity: About O(*n* + *m*) a start in practice; *n* nodes, *m* edges.
  /// - SeeAlso: V. A. Traag, L. Waltman and N. J. van Eck, Scientific Reports 9, 2019,
  ///   doi:10.1038/s41598-019-41695-z.
  public func communities(
    maximizing quality: CommunityQuality = .modularity(resolution: 1),
    seed: UInt64 = 1, starts: Int = 10
  ) -> Communities {
    let arcs = direction == .undirected ? outgoing.targets.count : 2 * outgoing.targets.count
    return communities(
      maximizing: quality, seed: seed, starts: starts,
      passes: min(4_500_000 / max(nodeCount, 1), 90_000_000 / max(arcs, 1)))
  }

  /// - Parameter passes: After how many passes no new start is made, and none goes on for more than four.
  func communities(
    maximizing quality: CommunityQuality = .modularity(resolution: 1), seed: UInt64 = 1, starts: Int,
    passes most: Int
  ) -> Communities {
    check(quality)
    precondition(starts >= 1, "Communities were asked for with \(starts) starts; there is at least 1.")
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
    var generator = RandomBits(seed: seed)
    var best = Components(count: 0, componentOfNode: [])
    var bestQuality = -Double.infinity
    var passes = most
    var (made, isSettled) = (0, true)
    while made < starts, made == 0 || passes > 0 {
      made += 1
      var search = LeidenSearch(rows: rows, level: level, quality: scaled, seed: generator.next())
      // What later starts need at least is left to them.
      search.passesLeft = max(passes - 4 * (starts - made), 4)
      let before = search.passesLeft
      let found = search.run()
      passes -= before - search.passesLeft
      isSettled = isSettled && search.isSettled
      if found.quality > bestQuality { (best, bestQuality) = found }
    }
    if case .constantPotts = quality, exponent != 0 {
      bestQuality = self.quality(ofCommunities: best.componentOfNode, as: quality)
    }
    return Communities(
      count: best.count, communityOfNode: best.componentOfNode, quality: bestQuality, measure: quality,
      seed: seed, starts: made, isSettled: isSettled)
  }
}

/// One start: passes over the network until several in a row do not raise the quality.
private struct LeidenSearch {
  let rows: Adjacency
  let level: LeidenLevel
  let quality: CommunityQuality
  var generator: RandomBits
  /// How many passes without a rise end a start: a pass is random, so one that fails does not say that all do.
  private static let patience = 3
  /// How many passes more are made at most.
  var passesLeft = Int.max
  private(set) var isSettled = true

  init(rows: Adjacency, level: LeidenLevel, quality: CommunityQuality, seed: UInt64) {
    self.rows = rows
    self.level = level
    self.quality = quality
    generator = RandomBits(seed: seed)
  }

  mutating func run() -> (Components, quality: Double) {
    var best = Components(labels: (0..<Int32(level.nodeCount)).map { $0 })
    var bestQuality = rows.quality(of: best.componentOfNode, count: best.count, as: quality)
    var passesInVain = 0
    while passesInVain < Self.patience {
      if passesLeft == 0 {
        isSettled = false
        break
      }
      passesLeft -= 1
      let next = connectedParts(of: pass(from: best.componentOfNode.map { Int32($0) }))
      let nextQuality = rows.quality(of: next.componentOfNode, count: next.count, as: quality)
      // A rise that rounding can make is none.
      if nextQuality <= bestQuality + 1e-12 * max(1, abs(bestQuality)) {
        passesInVain += 1
      } else {
        passesInVain = 0
        (best, bestQuality) = (next, nextQuality)
      }
    }
    return (best, bestQuality)
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

  /// The communities with those that fell apart divided, which never lowers the quality.
  private func connectedParts(of communities: [Int32]) -> Components {
    let within = rows.filtered { node, slot in
      communities[node] == communities[rows.targets[slot].position]
    }
    return Network(symmetricRows: within).components()
  }
}
