/// What makes one division into communities better than another.
public enum CommunityQuality: Hashable, Sendable {
  /// Newman and Girvan's modularity: the share of strength inside communities less `resolution` times the
  /// share expected if edge ends met at random. At 1 it is the usual one; higher values ask for smaller
  /// communities.
  case modularity(resolution: Double)
  /// The constant Potts model: the strength inside communities less `resolution` times the pairs of nodes
  /// inside. A community is worth having where its density is above the resolution.
  case constantPotts(resolution: Double)

  /// The weight of what is taken off.
  var resolution: Double {
    switch self {
    case .modularity(let resolution), .constantPotts(let resolution): resolution
    }
  }
}

extension Network {
  /// How good a division into communities is.
  ///
  /// Ignores direction: what lies between two nodes is the strength of all edges between them, both ways.
  /// Weights are strengths; parallel edges add up. A self-loop lies inside its node's community, with its strength once and both its
  /// ends.
  /// - Parameters:
  ///   - communityOfNode: One number per node; nodes with equal numbers share a community. Another number of
  ///     entries traps.
  ///   - quality: What is asked for. A resolution that is negative or not finite traps.
  /// - Returns: Modularity is below 1, and 0 if there is no edge; the Potts quality is in units of strength.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  /// - SeeAlso: M. E. J. Newman and M. Girvan, Physical Review E 69, 2004, doi:10.1103/PhysRevE.69.026113;
  ///   V. A. Traag, P. Van Dooren and Y. Nesterov, Physical Review E 84, 2011, doi:10.1103/PhysRevE.84.016114.
  public func quality(
    ofCommunities communityOfNode: [Int], as quality: CommunityQuality = .modularity(resolution: 1)
  ) -> Double {
    precondition(
      communityOfNode.count == nodeCount,
      "The communities of \(communityOfNode.count) nodes were given; the network has \(nodeCount).")
    check(quality)
    var numbers: [Int: Int] = [:]
    let communities = communityOfNode.map { label in
      let number = numbers[label] ?? numbers.count
      numbers[label] = number
      return number
    }
    let (network, exponent) = comparableOrTrapping(for: "The quality of communities")
    let rows = network.mutualStrengths
    switch quality {
    case .modularity: return rows.quality(of: communities, count: numbers.count, as: quality)
    case .constantPotts(let resolution):
      if exponent == 0 { return rows.quality(of: communities, count: numbers.count, as: quality) }
      let strength = rows.quality(
        of: communities, count: numbers.count, as: .constantPotts(resolution: 0)
      ).timesTwoTo(exponent)
      var sizes = [Double](repeating: 0, count: numbers.count)
      for community in communities { sizes[community] += 1 }
      return strength - resolution * sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
  }

  func check(_ quality: CommunityQuality) {
    precondition(
      quality.resolution >= 0 && quality.resolution.isFinite,
      "The resolution was \(quality.resolution); it is finite and not negative.")
  }
}

extension Adjacency {
  /// The quality of communities numbered from 0; expects the strengths between each two nodes in both rows.
  func quality(of communityOfNode: [Int], count: Int, as quality: CommunityQuality) -> Double {
    var inside = [Double](repeating: 0, count: count)
    var total = inside
    var size = inside
    let strengths = self.weights ?? [Double](repeating: 1, count: self.targets.count)
    let offsets = self.offsets.span
    let targets = self.targets.span
    let weights = strengths.span
    for node in 0..<nodeCount {
      let community = communityOfNode[node]
      size[community] += 1
      for slot in offsets[node]..<offsets[node + 1] {
        total[community] += weights[slot]
        if communityOfNode[targets[slot].position] == community { inside[community] += weights[slot] }
      }
    }
    switch quality {
    case .modularity(let resolution):
      let everything = total.reduce(0, +)
      if everything == 0 { return 0 }
      return (0..<count).reduce(0) { sum, community in
        let share = total[community] / everything
        return sum + inside[community] / everything - resolution * share * share
      }
    case .constantPotts(let resolution):
      return (0..<count).reduce(0) { sum, community in
        sum + inside[community] / 2 - resolution * size[community] * (size[community] - 1) / 2
      }
    }
  }
}
