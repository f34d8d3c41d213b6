/// The search for the best division of a few nodes into communities, out of all there are: branch and bound.
///
/// Node by node, each joins one of the communities begun so far or begins one. A branch is left where even this is no better than
/// what is known: what it is worth so far, what the nodes that are left are worth among themselves (known from the searches before,
/// of the last node, the last two, and so on) and what each of them gains most from a community begun so far.
///
/// Which of several best divisions is met first depends on the matrix alone.
/// - SeeAlso: G. Verfaillie, M. Lemaître and T. Schiex, Russian Doll Search for Solving Constraint Optimization Problems, AAAI 1996;
///   M. Grötschel and Y. Wakabayashi, Mathematical Programming 45, 1989, doi:10.1007/BF01589097.
struct BestDivision: ~Copyable {
  private let count: Int
  /// What two nodes gain by being in one community, row by row; negative if they lose.
  private let worths: Workspace<Double>
  /// A difference that rounding may make.
  private let tolerance: Double
  /// What the nodes from each place on are worth among themselves, divided best.
  private let worthFrom: Workspace<Double>
  private let communities: Workspace<Int32>
  private let bestCommunities: Workspace<Int32>
  private var bestWorth = 0.0
  /// For each community, what each node gains there.
  private let gains: Workspace<Double>
  /// For each depth, the most that each node gains from a community begun so far, at least 0.
  private let hopes: Workspace<Double>
  /// For each depth, what the nodes gained from the community that is tried, without it.
  private let before: Workspace<Double>
  /// For each depth, the communities in the order in which they are tried.
  private let choices: Workspace<Int32>
  /// How many more nodes may be placed.
  private(set) var stepsLeft: Int

  /// - Parameters:
  ///   - worths: A symmetric matrix, row by row.
  ///   - steps: How many times the search may place a node before it gives up.
  init(count: Int, worths: consuming Workspace<Double>, steps: Int) {
    var sum = 0.0
    for place in 0..<worths.count { sum += max(worths[place], 0) }
    self.count = count
    self.worths = worths
    tolerance = 1e-12 * sum
    worthFrom = Workspace(repeating: 0, count: count + 1)
    communities = Workspace(repeating: 0, count: count)
    bestCommunities = Workspace(repeating: 0, count: count)
    gains = Workspace(repeating: 0, count: (count + 1) * count)
    hopes = Workspace(repeating: 0, count: (count + 1) * count)
    before = Workspace(repeating: 0, count: count * count)
    choices = Workspace(repeating: 0, count: count * (count + 1))
    stepsLeft = steps
  }

  /// - Returns: A community for each node, or nil if the search was given up.
  mutating func run() -> [Int]? {
    for first in stride(from: count - 1, through: 0, by: -1) {
      // With the node alone, in a community that no other can have.
      bestWorth = worthFrom[first + 1]
      bestCommunities[first] = Int32(truncatingIfNeeded: count + first)
      guard extend(from: first, begun: 0, worth: 0, since: first) else { return nil }
      worthFrom[first] = bestWorth
    }
    return (0..<count).map { Int(bestCommunities[$0]) }
  }

  /// Places a node and those after it.
  /// - Parameters:
  ///   - begun: How many communities have nodes.
  ///   - worth: What the nodes placed are worth.
  ///   - first: The first of them.
  /// - Returns: Whether the search was not given up.
  private mutating func extend(from node: Int, begun: Int, worth: Double, since first: Int) -> Bool {
    if node == count {
      bestWorth = worth
      for place in first..<count { bestCommunities[place] = communities[place] }
      return true
    }
    if stepsLeft == 0 { return false }
    stepsLeft -= 1
    rank(for: node, begun)
    for choice in 0...begun {
      let community = Int(choices[node * (count + 1) + choice])
      let now = worth + gains[community * count + node]
      let bound = now + worthFrom[node + 1] + join(node, to: community, of: max(begun, community + 1))
      if bound > bestWorth + tolerance {
        communities[node] = Int32(truncatingIfNeeded: community)
        guard extend(from: node + 1, begun: max(begun, community + 1), worth: now, since: first) else {
          return false
        }
      }
      for other in (node + 1)..<max(count, node + 1) {
        gains[community * count + other] = before[node * count + other]
      }
    }
    return true
  }

  /// Puts the communities for a node in order, from that in which it gains most.
  private func rank(for node: Int, _ begun: Int) {
    let start = node * (count + 1)
    for community in 0...begun {
      var place = start + community
      let gain = gains[community * count + node]
      while place > start, gains[Int(choices[place - 1]) * count + node] < gain {
        choices[place] = choices[place - 1]
        place -= 1
      }
      choices[place] = Int32(truncatingIfNeeded: community)
    }
  }

  /// Puts a node into a community.
  /// - Returns: The sum of what the nodes after it gain most from the communities.
  @inline(__always) private func join(_ node: Int, to community: Int, of begun: Int) -> Double {
    var sum = 0.0
    for other in (node + 1)..<max(count, node + 1) {
      let worth = worths[node * count + other]
      let old = gains[community * count + other]
      var hope = hopes[node * count + other]
      before[node * count + other] = old
      gains[community * count + other] = old + worth
      if worth > 0 {
        hope = max(hope, old + worth)
      } else if worth < 0, old > 0, old >= hope {
        hope = 0
        for each in 0..<begun { hope = max(hope, gains[each * count + other]) }
      }
      hopes[(node + 1) * count + other] = hope
      sum += hope
    }
    return sum
  }
}

extension LeidenLevel {
  /// The best division of all, if it can be found in so many steps.
  /// - Parameters:
  ///   - foldsLeaves: Whether a node with one neighbour is known to be with it: where modularity takes off no more than is expected.
  ///   - most: The largest number of nodes for which it is sought, besides such leaves.
  /// - Returns: A community for each node.
  func bestDivision(foldsLeaves: Bool, most: Int, steps: inout Int) -> [Int32]? {
    // Of two that have each other alone, the lower one stays.
    let head = (0..<nodeCount).map { node -> Int in
      let slot = rows.offsets[node]
      guard foldsLeaves, rows.degree(node) == 1, sizes[node] == strengths[slot] else { return node }
      let other = rows.targets[slot].position
      return rows.degree(other) == 1 && node < other && sizes[other] == strengths[slot] ? node : other
    }
    var strengthInside = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      for slot in rows.offsets[node]..<rows.offsets[node + 1] {
        strengthInside[head[node]] += strengths[slot]
      }
    }
    // From what has most to gain to what has least, equal ones by number.
    let order = (0..<nodeCount).filter { head[$0] == $0 }.sorted {
      (strengthInside[$1], $0) < (strengthInside[$0], $1)
    }
    guard order.count <= most else { return nil }
    var place = [Int](repeating: 0, count: nodeCount)
    for (index, node) in order.enumerated() { place[node] = index }
    for node in 0..<nodeCount where head[node] != node { place[node] = place[head[node]] }
    var search = BestDivision(count: order.count, worths: worths(by: place, order.count), steps: steps)
    let found = search.run()
    steps = search.stepsLeft
    return found.map { found in place.map { Int32(found[$0]) } }
  }

  /// What the nodes at two places gain by being in one community. Where strengths are whole and modularity is of resolution 1, these
  /// are whole numbers, so that nothing is rounded.
  private func worths(by place: [Int], _ count: Int) -> Workspace<Double> {
    let everything = resolution > 0 ? (1 / resolution).rounded() : 0
    let (unit, cost) = everything > 1 && 1 / everything == resolution ? (everything, 1) : (1, resolution)
    let worths = Workspace<Double>(repeating: 0, count: count * count)
    var sums = [Double](repeating: 0, count: count)
    for node in 0..<nodeCount {
      sums[place[node]] += sizes[node]
      for slot in rows.offsets[node]..<rows.offsets[node + 1] {
        worths[place[node] * count + place[rows.targets[slot].position]] += strengths[slot] * unit
      }
    }
    for one in 0..<count {
      for other in 0..<count { worths[one * count + other] -= cost * sums[one] * sums[other] }
      worths[one * count + one] = 0
    }
    return worths
  }
}
