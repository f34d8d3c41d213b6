import TestSupport
import Testing

@testable import Networks

/// Against the products of plain rows.
@Suite struct StrengthMatrixTests {
  /// Networks with and without two sides, with hubs whose rows stand by themselves, and with every number of rows of a length.
  static func networks() -> [(network: Network, isTwoSided: Bool)] {
    var generator = SeededNumbers(seed: 5)
    return (0..<120).map { number in
      let count = Int.random(in: 2...160, using: &generator)
      let isTwoSided = number.isMultiple(of: 2)
      // Numbered at random, so that the sides are not parts of the list.
      let names = (0..<count).shuffled(using: &generator).map { NodeIndex($0) }
      let left = Int.random(in: 1..<count, using: &generator)
      var edges: [(NodeIndex, NodeIndex)] = []
      for _ in 0..<Int.random(in: 1...4 * count, using: &generator) {
        let low = number.isMultiple(of: 3) ? 0 : Int.random(in: 0..<left, using: &generator)
        edges.append((names[low], names[Int.random(in: left..<count, using: &generator)]))
      }
      if !isTwoSided { edges.append((edges[0].0, edges[0].0)) }
      let network =
        number % 5 < 2
        ? Network(
          nodeCount: count, edges: edges,
          weights: edges.map { _ in Double.random(in: 0.1..<2, using: &generator) }, direction: .undirected)
        : Network(nodeCount: count, edges: edges, direction: .undirected)
      return (network, isTwoSided)
    }
  }

  @Test func sidesAreFoundWhereThereAreTwo() throws {
    for (network, isTwoSided) in Self.networks() {
      let rows = network.arrivingStrengths
      guard isTwoSided else {
        #expect(rows.sides == nil)
        continue
      }
      let sides = try #require(rows.sides)
      #expect(2 * sides.count { $0 } >= rows.nodeCount)
      for node in 0..<rows.nodeCount {
        for target in rows.row(node) { #expect(sides[node] != sides[target.position]) }
      }
    }
    for length in 3...12 {
      #expect((SmallNetwork.cycle(length).network.arrivingStrengths.sides == nil) == (length % 2 == 1))
    }
  }

  @Test func productsEqualThoseOfTheRows() {
    var generator = SeededNumbers(seed: 6)
    var longest = 0
    for (network, isTwoSided) in Self.networks() {
      let rows = network.arrivingStrengths
      let count = rows.nodeCount
      longest = max(longest, (0..<count).map { rows.degree($0) }.max() ?? 0)
      for isScaled in [false, true] {
        let factors = (0..<count).map { _ in isScaled ? Double.random(in: 0.5..<2, using: &generator) : 1 }
        func plain(_ values: [Double]) -> [Double] {
          var result = values
          rows.product(with: zip(values, factors).map(*), into: &result)
          return zip(result, factors).map(*)
        }
        func expectEqual(_ one: [Double], _ other: [Double]) {
          #expect(one.count == other.count)
          for (one, other) in zip(one, other) { #expect(abs(one - other) <= 1e-12 * max(1, abs(other))) }
        }
        var matrix = StrengthMatrix(rows, scale: isScaled ? factors : nil)
        #expect(matrix.isFolded == isTwoSided)
        let values = (0..<count).map { _ in Double.random(in: 0..<1, using: &generator) }
        let (kept, other) = (matrix.kept(values), matrix.other(values))
        #expect(matrix.joined(kept, other) == values)
        var result = kept
        matrix.product(with: kept, into: &result)
        guard isTwoSided else {
          expectEqual(matrix.joined(result, []), plain(values))
          continue
        }
        let fromKept = matrix.joined(kept, other.map { _ in 0 })
        let fromOther = matrix.joined(kept.map { _ in 0 }, other)
        expectEqual(result, matrix.kept(plain(plain(fromKept))))
        expectEqual(matrix.sentAcross(kept), matrix.other(plain(fromKept)))
        expectEqual(matrix.sentBack(other), matrix.kept(plain(fromOther)))
      }
    }
    #expect(longest > SlicedRows.longLength)
  }

  @Test func scoresSolveTheirEquations() throws {
    for (network, _) in Self.networks() {
      let rows = network.arrivingStrengths
      func image(_ values: [Double]) -> [Double] {
        var result = values
        rows.product(with: values, into: &result)
        return result
      }
      let katz = try network.katzCentrality(attenuation: .share(0.9))
      let alpha = 0.9 / (try #require(try network.spectralRadius()))
      for (score, received) in zip(katz, image(katz)) {
        #expect(abs(score - alpha * received - 1) <= 1e-10 * score)
      }
      let scores = try network.eigenvectorCentrality()
      let received = image(scores)
      let value = dotProduct(scores, received)
      for (score, received) in zip(scores, received) {
        #expect(abs(value * score - received) <= 1e-9 * value)
      }
      let found = try network.hubsAndAuthorities()
      let authorities = image(found.hubs)
      let sum = authorities.reduce(0, +)
      for (authority, received) in zip(found.authorities, authorities) {
        #expect(abs(authority - received / sum) <= 1e-10)
      }
    }
  }

  /// Against the numbering of the nodes, sweeps take long, so that biconjugate gradients help.
  @Test func directedPageRankSolvesItsEquation() throws {
    var generator = SeededNumbers(seed: 7)
    for number in 0..<80 {
      let count = Int.random(in: 2...160, using: &generator)
      func any() -> Int { Int.random(in: 0..<count, using: &generator) }
      var edges = (1..<count).map { (NodeIndex($0), NodeIndex($0 - 1)) }
      if number.isMultiple(of: 2) { edges.append((NodeIndex(0), NodeIndex(count - 1))) }
      for _ in 0..<number * count / 40 { edges.append((NodeIndex(any()), NodeIndex(any()))) }
      let weights = edges.map { _ in number % 3 == 0 ? Double.random(in: 0.1..<2, using: &generator) : 1 }
      let network = Network(nodeCount: count, edges: edges, weights: weights, direction: .directed)
      var start = (0..<count).map { _ in Double.random(in: 0..<1, using: &generator) }
      start[any()] = 0
      let sum = start.reduce(0, +)
      for damping in [0.5, 0.85, 0.99] {
        let scores = try network.pageRank(damping: damping, start: start)
        #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
        let leaving = network.outStrength()
        var received = [Double](repeating: 0, count: count)
        var stuck = 0.0
        for (edge, weight) in zip(edges, weights) {
          received[edge.1.position] += scores[edge.0.position] * weight / leaving[edge.0.position]
        }
        for node in 0..<count where leaving[node] == 0 { stuck += scores[node] }
        for node in 0..<count {
          let expected = damping * received[node] + (1 - damping + damping * stuck) * start[node] / sum
          #expect(abs(scores[node] - expected) < 1e-12, "\(number), damping \(damping), node \(node)")
        }
      }
    }
  }

  /// Where the walker hardly ever starts again, rounding is all that is left in the end.
  @Test func pageRankSettlesAtAnyDamping() throws {
    for network in Self.networks().prefix(20).map(\.network) + [SmallNetwork.path(3).network] {
      let strengths = network.arrivingStrengths.rowTotals
      for damping in [0.99, 0.999, 0.999_99] {
        let scores = try network.pageRank(damping: damping)
        var received = scores
        network.arrivingStrengths.product(
          with: zip(scores, strengths).map { $1 > 0 ? $0 / $1 : 0 }, into: &received)
        let stuck = zip(scores, strengths).reduce(0) { $0 + ($1.1 > 0 ? 0 : $1.0) }
        for (score, received) in zip(scores, received) {
          let expected = damping * received + (1 - damping + damping * stuck) / Double(scores.count)
          #expect(abs(score - expected) < 1e-13)
        }
      }
    }
  }

  @Test func neighboursOfBothDirectionsAreUnited() {
    var generator = SeededNumbers(seed: 8)
    for _ in 0..<60 {
      let count = Int.random(in: 1...40, using: &generator)
      func any() -> NodeIndex { NodeIndex(Int.random(in: 0..<count, using: &generator)) }
      let network = Network(
        nodeCount: count, edges: (0..<3 * count).map { _ in (any(), any()) }, direction: .directed)
      let united = network.neighbourRows
      let sorted = network.rowsOfBothEnds.withoutParallelsAndLoops()
      for node in 0..<count { #expect(united.row(node).sorted() == Array(sorted.row(node))) }
    }
  }

  /// Squares of such weights are no numbers, or 0.
  @Test(arguments: [0x1p-1030, 1e-200, 1e-9, 1, 1e9, 1e200, 1e300])
  func scoresDoNotDependOnTheUnitOfWeights(_ unit: Double) throws {
    for direction in [Direction.undirected, .directed] {
      for edges in [[(0, 1), (1, 2), (2, 3), (3, 0)], [(0, 1), (1, 2), (2, 0), (2, 3), (3, 1)]] {
        let ends = edges.map { (NodeIndex($0.0), NodeIndex($0.1)) }
        let weights = ends.indices.map { Double($0 + 1) }
        let plain = Network(nodeCount: 4, edges: ends, weights: weights, direction: direction)
        let other = plain.withWeights { $0 * unit }
        func expectEqual(_ one: [Double], _ other: [Double]) {
          for (one, other) in zip(one, other) { #expect(abs(one - other) < 1e-9, "\(one), \(other)") }
        }
        expectEqual(try other.eigenvectorCentrality(), try plain.eigenvectorCentrality())
        expectEqual(try other.pageRank(), try plain.pageRank())
        expectEqual(try other.katzCentrality(), try plain.katzCentrality())
        expectEqual(try other.hubsAndAuthorities().hubs, try plain.hubsAndAuthorities().hubs)
      }
    }
  }

  @Test func edgesOfNoStrengthJoinNothing() throws {
    let edges = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)].map {
      (NodeIndex($0), NodeIndex($1))
    }
    let network = Network(
      nodeCount: 7, edges: edges, weights: [1, 2, 2, 1, 2, 2, 0], direction: .undirected)
    let eigenvector = try network.eigenvectorCentrality()
    let hubs = try network.hubsAndAuthorities().hubs
    for scores in [eigenvector, hubs] {
      // Both triangles are the same, with 2 and 5 at the tops.
      for (one, other) in [(0, 1), (3, 4), (0, 3), (2, 5)] {
        #expect(abs(scores[one] - scores[other]) < 1e-12)
      }
      #expect(scores[2] > scores[0] && scores[6] == 0)
    }
    // Without the edge of no strength there is no cycle.
    let broken = Network(
      nodeCount: 3, edges: edges.prefix(3).map { $0 }, weights: [1, 1, 0], direction: .directed)
    #expect(throws: MeasureError.noDominantEigenvalue) { _ = try broken.eigenvectorCentrality() }
    #expect(try broken.katzCentrality(attenuation: .share(0.5)) == [1, 1.5, 1.75])
  }
}
