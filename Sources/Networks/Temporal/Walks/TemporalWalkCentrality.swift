extension Timetable {
  /// Temporal walk centrality: how many temporal walks pass through each node, long ones counting less.
  ///
  /// Walks are those of ``temporalKatz(alpha:decay:transit:until:)``, hops taking no time. A node scores, for each pair of a
  /// walk of *k* hops that ends there and a walk of *l* hops that begins there later, α^(*k* − 1) β^(*l* − 1). A hub
  /// scores α^*k* β^*l* for each hop through it that *k* hops come before and *l* after.
  ///
  /// Contacts that are not instants trap, and so do those between two hubs.
  /// - Parameters:
  ///   - alpha: What each hop before the last one to the node counts; it is finite and 0 or more.
  ///   - beta: What each hop after the first one from the node counts; it is finite and 0 or more.
  /// - Returns: One score per node, in node order; empty if there are no nodes.
  /// - Throws: ``MeasureError/tooManyWalks(measure:)``.
  /// - Complexity: O(*n* + *M*) time and memory; *n* nodes, *M* contacts.
  /// - SeeAlso: L. Oettershagen, P. Mutzel and N. M. Kriege, WWW 2022, doi:10.1145/3485447.3512210.
  public func temporalWalkCentrality(alpha: Double, beta: Double) throws(MeasureError) -> [Double] {
    precondition(
      alpha >= 0 && alpha.isFinite && beta >= 0 && beta.isFinite,
      "Hops were to count \(alpha) and \(beta); both are finite and 0 or more.")
    let steps = WalkSteps(self)
    let moments = steps.moments
    // What begins with each way across a contact, by contact: from its source and from its target.
    var begins = [SIMD2<Double>](repeating: .zero, count: contactCount)
    var sums = WalkSums(steps)
    var crossings: [WalkSteps.Crossing] = []
    func way(_ crossing: WalkSteps.Crossing) -> Int {
      contacts[crossing.contact].source.position == crossing.from ? 0 : 1
    }
    for group in moments.reversed() {
      steps.crossings(of: group, &crossings)
      for crossing in crossings where !steps.isEntry(crossing) {
        let walks = 1 + beta * sums.nodes[crossing.to]
        begins[crossing.contact][way(crossing)] = walks
        if steps.isExit(crossing) {
          sums.enter(crossing.from, steps.pair(of: crossing), walks)
        } else {
          sums.arriving.append((crossing.from, walks))
        }
      }
      for crossing in crossings where steps.isEntry(crossing) {
        let walks = sums.leaving(crossing.to, steps.pair(of: crossing))
        begins[crossing.contact][way(crossing)] = walks
        sums.arriving.append((crossing.from, walks))
      }
      sums.settle()
    }
    var scores = [Double](repeating: 0, count: nodeCount)
    sums = WalkSums(steps)
    for group in moments {
      steps.crossings(of: group, &crossings)
      for crossing in crossings where !steps.isExit(crossing) {
        scores[crossing.from] += sums.nodes[crossing.from] * begins[crossing.contact][way(crossing)]
        let walks = 1 + alpha * sums.nodes[crossing.from]
        if steps.isEntry(crossing) {
          sums.enter(crossing.to, steps.pair(of: crossing), walks)
        } else {
          sums.arriving.append((crossing.to, walks))
        }
      }
      for crossing in crossings where steps.isExit(crossing) {
        let walks = sums.leaving(crossing.from, steps.pair(of: crossing))
        scores[crossing.from] += walks * begins[crossing.contact][way(crossing)]
        sums.arriving.append((crossing.to, walks))
      }
      sums.settle()
    }
    if !scores.allSatisfy(\.isFinite) { throw .tooManyWalks(measure: "Temporal walk centrality") }
    return scores
  }
}

/// How many walks have come so far: to nodes, and into hubs.
private struct WalkSums {
  private(set) var nodes: [Double]
  private var hubs: [Double]
  private var pairs: [Double]
  /// What comes to nodes at the present moment, and can leave them afterwards.
  var arriving: [(node: Int, walks: Double)] = []

  init(_ steps: WalkSteps) {
    nodes = [Double](repeating: 0, count: steps.timetable.nodeCount)
    hubs = [Double](repeating: 0, count: steps.timetable.isHub.isEmpty ? 0 : nodes.count)
    pairs = [Double](repeating: 0, count: steps.pairCount)
  }

  mutating func enter(_ hub: Int, _ pair: Int, _ walks: Double) {
    hubs[hub] += walks
    pairs[pair] += walks
  }

  /// What leaves a hub for a node: all but what came from it.
  func leaving(_ hub: Int, _ pair: Int) -> Double { max(0, hubs[hub] - pairs[pair]) }

  mutating func settle() {
    for (node, walks) in arriving { nodes[node] += walks }
    arriving.removeAll(keepingCapacity: true)
  }
}
