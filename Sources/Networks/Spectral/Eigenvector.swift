extension Network {
  /// Eigenvector centrality: each node's score is proportional to the sum of the scores of those that point to it.
  ///
  /// Weights are strengths; parallel edges add up; a self-loop feeds a node's score to itself once. In a directed network scores flow along the
  /// edges (the left eigenvector, as in NetworkX). Where the leading eigenvalue is shared, by several components that tie, the scores are those
  /// that equal starting scores lead to; components of an undirected network with a smaller eigenvalue score 0. Lanczos'
  /// process in undirected networks, iteration of Ax + x·|Ax|/4 in directed ones.
  /// - Returns: One score per node, none negative, of Euclidean norm 1; empty for an empty network.
  /// - Throws: ``MeasureError/noDominantEigenvalue`` when no score feeds on others (no edge, or a directed network without a
  ///   cycle); ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* edges.
  /// - SeeAlso: P. Bonacich, Am. J. Sociology 92(5), 1987, doi:10.1086/228631.
  public func eigenvectorCentrality(convergence: Convergence = Convergence()) throws(MeasureError)
    -> [Double]
  {
    guard nodeCount > 0 else { return [] }
    let balanced = try comparable(for: "Eigenvector centrality").network
    if direction == .undirected {
      return try symmetricEigenvector(balanced.arrivingStrengths, convergence)
    }
    let network = balanced.withPositiveEdges
    guard network.hasCycle else { throw .noDominantEigenvalue }
    var matrix = StrengthMatrix(oneWay: network.arrivingStrengths)
    var scores = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    var next = scores
    var residual = Double.infinity
    let most = min(
      convergence.iterations,
      Convergence.affordableIterations(size: nodeCount + edgeCount, work: 2 * Convergence.work))
    for _ in 0..<most {
      matrix.product(with: scores, into: &next)
      // The shift keeps cycles from swinging.
      add(scores, times: dotProduct(next, next).squareRoot() / 4, to: &next)
      multiply(&next, by: 1 / dotProduct(next, next).squareRoot())
      residual = largestChange(scores, next)
      swap(&scores, &next)
      if residual < convergence.tolerance { return matrix.joined(scores, []) }
    }
    throw .unfinished("Eigenvector centrality", convergence, after: most, residual: residual)
  }

  /// The projection of equal scores onto the leading eigenvectors of the components with the largest eigenvalue.
  private func symmetricEigenvector(_ rows: Adjacency, _ convergence: Convergence) throws(MeasureError)
    -> [Double]
  {
    let scores = try rows.leadingProjection(
      of: [Double](repeating: 1, count: nodeCount), measure: "Eigenvector centrality", convergence)
    let norm = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard norm > 0 else { throw .noDominantEigenvalue }
    return scores.map { $0 / norm }
  }

  /// Who points to each node and how strongly; parallel edges added up, an undirected self-loop once.
  var arrivingStrengths: Adjacency { strengths(incoming) }

  /// To whom each node points and how strongly, as in ``arrivingStrengths``.
  var leavingStrengths: Adjacency { strengths(outgoing) }

  private func strengths(_ rows: Adjacency) -> Adjacency {
    rows.isSimple ? rows : rows.simple(.added, loops: true).withLoopsHalved(direction)
  }
}

extension Adjacency {
  /// The projection of scores onto the leading eigenvectors of the components whose eigenvalue is the largest; 0 elsewhere.
  ///
  /// Expects what ``leadingEigenvectors(measure:_:)`` expects.
  func leadingProjection(of scores: [Double], measure: String, _ convergence: Convergence)
    throws(MeasureError) -> [Double]
  {
    let found = try leadingEigenvectors(measure: measure, convergence)
    let largest = found.reduce(0) { max($0, $1.pair.value) }
    var projection = [Double](repeating: 0, count: nodeCount)
    for (members, pair) in found where pair.value > 0 && pair.value >= largest * (1 - 1e-11) {
      let share = zip(members, pair.vector).reduce(0) { $0 + scores[$1.0] * $1.1 }
      for (node, part) in zip(members, pair.vector) { projection[node] = share * part }
    }
    return projection
  }

  /// The leading eigenvector of each component that has an arc, with the nodes that it speaks of.
  ///
  /// Expects rows that hold every arc both ways with the same weight, of balanced weights.
  func leadingEigenvectors(measure: String, _ convergence: Convergence) throws(MeasureError)
    -> [(members: [Int], pair: LeadingEigenvector)]
  {
    // An arc of no strength joins nothing.
    let rows = weights.map { weights in filtered { weights[$1] > 0 } } ?? self
    let components = Network(symmetricRows: rows).components().lists
    var work = Convergence.work
    let withArcs = components.filter { $0.count > 1 || !rows.row($0[0]).isEmpty }
    if withArcs.count == 1 {
      // Nodes without arcs score 0 among the others.
      return [(Array(0..<nodeCount), try rows.leadingEigenvector(measure: measure, convergence, work: &work))]
    }
    var found: [(members: [Int], pair: LeadingEigenvector)] = []
    var number = [Int32](repeating: 0, count: nodeCount)
    for members in withArcs {
      let part = rows.part(members, numberedIn: &number)
      found.append((members, try part.leadingEigenvector(measure: measure, convergence, work: &work)))
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
