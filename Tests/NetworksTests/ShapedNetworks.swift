import Networks
import TestSupport

/// Networks of the shapes that fast measures treat apart: trees, twins, blocks, long ways, pieces.
extension SmallNetwork {
  enum Shape: CaseIterable {
    case tree, bipartite, openTwins, closedTwins, cactus, pieces, directed, ring, necklace, ladder, dense
  }

  static func random(_ shape: Shape, upTo most: Int, using generator: inout SeededNumbers) -> SmallNetwork {
    let count = Int.random(in: 3...most, using: &generator)
    func any(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    func edges(_ number: Int) -> [(Int, Int)] { (0..<number).map { _ in (any(0..<count), any(0..<count)) } }
    switch shape {
    case .tree: return SmallNetwork(count, (1..<count).map { (any(0..<$0), $0) })
    case .bipartite:
      let left = max(1, count / 4)
      return SmallNetwork(count, (0..<2 * count).map { _ in (any(0..<left), any(left..<count)) })
    case .openTwins: return twins(count, areJoined: false, using: &generator)
    case .closedTwins: return twins(count, areJoined: true, using: &generator)
    case .cactus:
      // Rings of three to five nodes, each hung up on a node of those before.
      var size = 1
      var rings: [(Int, Int)] = []
      while size < count {
        let length = any(2..<5)
        let ring = [any(0..<size)] + (size..<size + length)
        rings += ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
        size += length
      }
      return SmallNetwork(size, rings)
    case .pieces: return SmallNetwork(count, edges(count * 2 / 3))
    case .directed: return SmallNetwork(count, edges(2 * count), .directed)
    case .ring: return SmallNetwork(count, cycle(count).edges + edges(2))
    case .necklace:
      // A ring with twins here and there, and chains of nodes hung on it.
      let twins = (0..<count).filter { _ in any(0..<3) == 0 }
      let ends = twins.enumerated().flatMap { place, twin in
        [(count + place, (twin + 1) % count), (count + place, (twin + count - 1) % count)]
      }
      let chain = count + twins.count..<count + twins.count + count / 4
      return SmallNetwork(
        chain.upperBound,
        cycle(count).edges + ends
          + chain.map { (Bool.random(using: &generator) ? $0 - 1 : any(0..<count), $0) })
    case .ladder:
      let rungs = (0..<count).map { (2 * $0, 2 * $0 + 1) }
      let rails = (0..<2 * count - 2).map { ($0, $0 + 2) }
      return SmallNetwork(2 * count, rungs + rails, Bool.random(using: &generator) ? .directed : .undirected)
    case .dense: return SmallNetwork(count, edges(count * count / 3))
    }
  }

  /// A few nodes joined at random, the others copies of them.
  private static func twins(
    _ count: Int, areJoined: Bool, using generator: inout SeededNumbers
  ) -> SmallNetwork {
    let patterns = max(2, count / 3)
    let pattern = (0..<count).map {
      $0 < patterns ? $0 : Int.random(in: 0..<patterns, using: &generator)
    }
    var isJoined = Set<Int>()
    for one in 0..<patterns {
      for other in 0..<one where Int.random(in: 0..<3, using: &generator) == 0 {
        isJoined.formUnion([one * patterns + other, other * patterns + one])
      }
      if areJoined, Bool.random(using: &generator) { isJoined.insert(one * patterns + one) }
    }
    let edges = complete(count).edges.filter { isJoined.contains(pattern[$0.0] * patterns + pattern[$0.1]) }
    return SmallNetwork(count, edges)
  }

  /// The same network with its nodes in another order.
  func shuffled(using generator: inout SeededNumbers) -> SmallNetwork {
    let places = (0..<nodeCount).shuffled(using: &generator)
    return SmallNetwork(
      nodeCount, edges.map { (places[$0.0], places[$0.1]) }.shuffled(using: &generator), direction)
  }

  /// The plain algorithm of Brandes 2001, one source after the other.
  func plainBetweenness(among members: Set<Int>) -> [Double] {
    let rows = (0..<nodeCount).map(successors)
    var scores = [Double](repeating: 0, count: nodeCount)
    for source in members {
      let (order, distance) = search(from: source, rows)
      var paths = [Double](repeating: 0, count: nodeCount)
      paths[source] = 1
      for node in order {
        for next in rows[node] where distance[next] == distance[node] + 1 { paths[next] += paths[node] }
      }
      var dependency = [Double](repeating: 0, count: nodeCount)
      for node in order.reversed() {
        for next in rows[node] where distance[next] == distance[node] + 1 {
          dependency[node] +=
            paths[node] / paths[next] * ((members.contains(next) ? 1 : 0) + dependency[next])
        }
        if node != source { scores[node] += direction == .directed ? dependency[node] : dependency[node] / 2 }
      }
    }
    return scores
  }

  func plainHarmonicCloseness(among members: Set<Int>) -> [Double] {
    let rows = (0..<nodeCount).map(successors)
    var scores = [Double](repeating: 0, count: nodeCount)
    for source in members {
      let (order, distance) = search(from: source, rows)
      for node in order.dropFirst() where members.contains(node) {
        scores[node] += 1 / Double(distance[node])
      }
    }
    return scores
  }

  private func search(from source: Int, _ rows: [[Int]]) -> (order: [Int], distance: [Int]) {
    var distance = [Int](repeating: -1, count: nodeCount)
    distance[source] = 0
    var order = [source]
    var head = 0
    while head < order.count {
      for next in rows[order[head]] where distance[next] < 0 {
        distance[next] = distance[order[head]] + 1
        order.append(next)
      }
      head += 1
    }
    return (order, distance)
  }
}
