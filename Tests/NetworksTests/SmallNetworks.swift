import Networks
import TestSupport

/// A network together with the edges it was made of, so that a failure can print them.
struct SmallNetwork: CustomStringConvertible {
  let nodeCount: Int
  let edges: [(Int, Int)]
  let direction: Direction

  init(_ nodeCount: Int, _ edges: [(Int, Int)], _ direction: Direction = .undirected) {
    self.nodeCount = nodeCount
    self.edges = edges
    self.direction = direction
  }

  var network: Network {
    Network(
      nodeCount: nodeCount, edges: edges.map { (NodeIndex($0.0), NodeIndex($0.1)) }, direction: direction)
  }

  var description: String {
    "\(nodeCount) nodes, \(direction), \(edges.map { "\($0.0)-\($0.1)" }.joined(separator: " "))"
  }

  static func star(_ count: Int) -> SmallNetwork { SmallNetwork(count, (1..<max(count, 1)).map { (0, $0) }) }

  static func path(_ count: Int) -> SmallNetwork {
    SmallNetwork(count, (1..<max(count, 1)).map { ($0 - 1, $0) })
  }

  static func cycle(_ count: Int) -> SmallNetwork {
    SmallNetwork(count, (0..<count).map { ($0, ($0 + 1) % count) })
  }

  static func complete(_ count: Int) -> SmallNetwork { SmallNetwork(count, pairs(count)) }

  static func completeBipartite(_ left: Int, _ right: Int) -> SmallNetwork {
    SmallNetwork(left + right, (0..<left).flatMap { one in (left..<left + right).map { (one, $0) } })
  }

  /// Every simple undirected network on this many labelled nodes.
  static func all(_ count: Int) -> [SmallNetwork] {
    subsets(of: pairs(count)).map { SmallNetwork(count, $0) }
  }

  /// Every simple directed network on this many labelled nodes.
  static func allDirected(_ count: Int) -> [SmallNetwork] {
    subsets(of: pairs(count) + pairs(count).map { ($0.1, $0.0) }).map { SmallNetwork(count, $0, .directed) }
  }

  /// Any edges at all: parallel ones, loops, either direction.
  static func random(using generator: inout SeededNumbers) -> SmallNetwork {
    let count = Int.random(in: 1...8, using: &generator)
    let edges = (0..<Int.random(in: 0...16, using: &generator)).map { _ in
      (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    }
    return SmallNetwork(count, edges, Bool.random(using: &generator) ? .directed : .undirected)
  }

  private static func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { low in (low + 1..<max(count, low + 1)).map { (low, $0) } }
  }

  private static func subsets(of edges: [(Int, Int)]) -> [[(Int, Int)]] {
    (0..<1 << edges.count).map { mask in edges.indices.filter { mask >> $0 & 1 == 1 }.map { edges[$0] } }
  }
}

extension SmallNetwork {
  /// Which nodes an edge leads to, each once, the node itself excepted.
  func successors(of node: Int) -> [Int] {
    var found: Set<Int> = []
    for (source, target) in edges {
      if source == node { found.insert(target) }
      if target == node, direction == .undirected { found.insert(source) }
    }
    return found.subtracting([node]).sorted()
  }

  /// All shortest paths between two nodes, written out node by node.
  func shortestPaths(from source: Int, to target: Int) -> [[Int]] {
    var paths = [[source]]
    while !paths.isEmpty {
      let arrived = paths.filter { $0.last == target }
      if !arrived.isEmpty { return arrived }
      paths = paths.flatMap { path in
        successors(of: path[path.count - 1]).filter { !path.contains($0) }.map { path + [$0] }
      }
    }
    return []
  }

  /// The ordered pairs of different nodes of a subset that count: each once if edges go both ways.
  func pairs(among members: Set<Int>) -> [(Int, Int)] {
    members.sorted().flatMap { source in members.sorted().map { (source, $0) } }
      .filter { direction == .directed ? $0.0 != $0.1 : $0.0 < $0.1 }
  }

  func slowBetweenness(among members: Set<Int>) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    for (source, target) in pairs(among: members) {
      let paths = shortestPaths(from: source, to: target)
      for path in paths {
        for node in path.dropFirst().dropLast() { scores[node] += 1 / Double(paths.count) }
      }
    }
    return scores
  }

  func slowHarmonicCloseness(among members: Set<Int>) -> [Double] {
    (0..<nodeCount).map { node in
      guard members.contains(node) else { return 0 }
      return members.subtracting([node]).sorted().reduce(0) { sum, other in
        guard let path = shortestPaths(from: other, to: node).first else { return sum }
        return sum + 1 / Double(path.count - 1)
      }
    }
  }
}

/// Whether two lists of scores agree to nine decimals.
func agree(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-9 }
}
