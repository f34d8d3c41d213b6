extension Network {
  /// Eigenvector centrality: each node's score is proportional to the sum of the scores of those that point to it.
  ///
  /// Weights are strengths; parallel edges add up; a self-loop feeds a node's score to itself once. In a directed network scores flow along the
  /// edges (the left eigenvector, as in NetworkX). Where the leading eigenvalue is shared, by several components that tie, the scores are those
  /// that equal starting scores lead to; components of an undirected network with a smaller eigenvalue score 0. Lanczos'
  /// process in undirected networks, iteration of (A + I)x in directed ones.
  /// - Returns: One score per node, none negative, of Euclidean norm 1; empty for an empty network.
  /// - Throws: ``MeasureError/noDominantEigenvalue`` when no score feeds on others (no edge, or a directed network without a
  ///   cycle); ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* edges.
  /// - SeeAlso: P. Bonacich, Am. J. Sociology 92(5), 1987, doi:10.1086/228631.
  public func eigenvectorCentrality(_ convergence: Convergence = Convergence()) throws(MeasureError)
    -> [Double]
  {
    guard nodeCount > 0 else { return [] }
    guard hasCycle else { throw .noDominantEigenvalue }
    let arriving = arrivingStrengths
    if direction == .undirected { return try symmetricEigenvector(arriving, convergence) }
    var scores = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    var next = scores
    var residual = Double.infinity
    for _ in 0..<convergence.iterations {
      arriving.product(with: scores, into: &next)
      for node in next.indices { next[node] += scores[node] }
      let norm = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for node in next.indices { next[node] /= norm }
      residual = largestChange(scores, next)
      swap(&scores, &next)
      if residual < convergence.tolerance { return scores }
    }
    throw .notConverged(
      measure: "Eigenvector centrality", iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }

  /// The projection of equal scores onto the leading eigenvectors of the components with the largest eigenvalue.
  private func symmetricEigenvector(_ rows: Adjacency, _ convergence: Convergence) throws(MeasureError)
    -> [Double]
  {
    let found = try rows.leadingEigenvectors(
      of: components(), measure: "Eigenvector centrality", convergence)
    let largest = found.reduce(0) { max($0, $1.pair.value) }
    guard largest > 0 else { throw .noDominantEigenvalue }
    var scores = [Double](repeating: 0, count: nodeCount)
    for (members, pair) in found where pair.value >= largest * (1 - 1e-11) {
      let share = pair.vector.reduce(0, +)
      for (place, node) in members.enumerated() { scores[node] = share * pair.vector[place] }
    }
    let norm = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return scores.map { $0 / norm }
  }

  /// Who points to each node and how strongly; parallel edges added up, an undirected self-loop once.
  var arrivingStrengths: Adjacency {
    incoming.isSimple ? incoming : incoming.simple(.added, loops: true).withLoopsHalved(direction)
  }

  /// Whether walks can go on for ever: any edge of an undirected network, a directed cycle of a directed one.
  var hasCycle: Bool {
    if direction == .undirected { return edgeCount > 0 }
    var degree = inDegree()
    var pending = degree.indices.filter { degree[$0] == 0 }
    var removed = 0
    while let node = pending.popLast() {
      removed += 1
      for slot in outgoing.offsets[node]..<outgoing.offsets[node + 1] {
        let target = outgoing.targets[slot].position
        degree[target] -= 1
        if degree[target] == 0 { pending.append(target) }
      }
    }
    return removed < nodeCount
  }
}

extension Components {
  /// The nodes of each component, in ascending order.
  var lists: [[Int]] {
    if count == 1 { return [Array(componentOfNode.indices)] }
    var lists = [[Int]](repeating: [], count: count)
    for (node, component) in componentOfNode.enumerated() { lists[component].append(node) }
    return lists
  }
}

extension Adjacency {
  /// The leading eigenvector of each component that has an arc, with the nodes that it speaks of; expects what
  /// ``leadingEigenvector(measure:_:)`` expects.
  func leadingEigenvectors(of components: Components, measure: String, _ convergence: Convergence)
    throws(MeasureError) -> [(members: [Int], pair: LeadingEigenvector)]
  {
    let withArcs = components.lists.filter { $0.count > 1 || !row($0[0]).isEmpty }
    if withArcs.count == 1 {
      // Nodes without arcs score 0 among the others.
      return [(Array(0..<nodeCount), try leadingEigenvector(measure: measure, convergence))]
    }
    var found: [(members: [Int], pair: LeadingEigenvector)] = []
    var number = [Int32](repeating: 0, count: nodeCount)
    for members in withArcs {
      let rows = part(members, numberedIn: &number)
      found.append((members, try rows.leadingEigenvector(measure: measure, convergence)))
    }
    return found
  }

  /// The rows of some nodes, numbered in their order; expects ascending nodes, and no arc that leads to others.
  /// - Parameter number: Room for the number of every node.
  private func part(_ members: [Int], numberedIn number: inout [Int32]) -> Adjacency {
    for (place, node) in members.enumerated() { number[node] = Int32(truncatingIfNeeded: place) }
    var part = [0]
    var targets: [NodeIndex] = []
    var own: [Double]? = weights == nil ? nil : []
    part.reserveCapacity(members.count + 1)
    targets.reserveCapacity(members.reduce(0) { $0 + row($1).count })
    for node in members {
      let row = offsets[node]..<offsets[node + 1]
      for slot in row { targets.append(NodeIndex(Int(number[self.targets[slot].position]))) }
      if let weights { own?.append(contentsOf: weights[row]) }
      part.append(targets.count)
    }
    return Adjacency(offsets: part, targets: targets, weights: own, isSimple: isSimple)
  }

  /// The rows of a simple adjacency in which an undirected self-loop, which stands at both its ends, counts once.
  func withLoopsHalved(_ direction: Direction) -> Adjacency {
    guard direction == .undirected, var halved = weights else { return self }
    for node in 0..<nodeCount {
      for slot in offsets[node]..<offsets[node + 1] where targets[slot].position == node { halved[slot] /= 2 }
    }
    return Adjacency(offsets: offsets, targets: targets, weights: halved)
  }
}
