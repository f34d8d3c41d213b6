/// How a network falls into pieces that no edge joins.
public struct Components: Hashable, Sendable {
  /// How many components there are; 0 for an empty network.
  public let count: Int
  /// The component of each node, in node order. Components are numbered from 0 by their lowest node.
  public let componentOfNode: [Int]

  /// How many nodes each component has.
  /// - Complexity: O(*n*); *n* nodes.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for component in componentOfNode { sizes[component] += 1 }
    return sizes
  }
}

extension Network {
  /// The connected components.
  ///
  /// Ignores direction: in a directed network these are the weak components. A node without edges is a
  /// component of its own.
  /// - Returns: The number of components and the component of each node.
  /// - Complexity: O((*n* + *m*) α(*n*)), and hardly more than O(*n*) where most nodes are in one component; *n* nodes, *m*
  ///   edges, α the inverse of Ackermann's function.
  /// - SeeAlso: M. Sutton, T. Ben-Nun and A. Barak, Optimizing Parallel Graph Connectivity Computation via
  ///   Subgraph Sampling, IPDPS 2018, doi:10.1109/IPDPS.2018.00012.
  public func components() -> Components {
    // The first edges of each node join most of what can be joined.
    let sets = DisjointSets(along: outgoing)
    for node in 0..<nodeCount { sets.join(node, along: outgoing, dropping: 1, atMost: 1) }
    sets.flatten()
    // An edge out of the largest component is seen from its other end, so the rows of its nodes need not be read.
    let skipped = sets.likelyLargest()
    for node in 0..<nodeCount where sets.parent(of: node) != skipped {
      sets.join(node, along: outgoing)
      if direction == .directed { sets.join(node, along: incoming) }
    }
    return sets.numbered()
  }
}

/// Disjoint sets of nodes (union-find): a tree for each component found so far, with its lowest node for root.
private struct DisjointSets: ~Copyable {
  /// The node above each one, which is never higher; itself for a root.
  private let parents: Workspace<Int32>
  private let nodeCount: Int

  /// Puts every node below its first neighbour, if that is lower; flattened.
  init(along adjacency: Adjacency) {
    let (offsets, targets) = (adjacency.offsets.span, adjacency.targets.span)
    let nodeCount = adjacency.nodeCount
    let parents = Workspace<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let own = Int32(truncatingIfNeeded: node)
      let first = offsets[node]
      let parent = first < offsets[node + 1] ? min(targets[first].rawValue, own) : own
      // A lower node's parent is its root already.
      parents[node] = parent
      parents[node] = parents[Int(parent)]
    }
    self.parents = parents
    self.nodeCount = nodeCount
  }

  /// The root of a node's tree. Halves the way to it.
  func root(of node: Int) -> Int {
    var node = node
    while true {
      let parent = Int(parents[node])
      if parent == node { return node }
      let next = parents[parent]
      parents[node] = next
      node = Int(next)
    }
  }

  /// Makes one tree of a node's and those of its neighbours.
  func join(_ node: Int, along adjacency: Adjacency, dropping dropped: Int = 0, atMost most: Int = .max) {
    let (offsets, targets) = (adjacency.offsets.span, adjacency.targets.span)
    let start = min(offsets[node] + dropped, offsets[node + 1])
    let end = start + min(offsets[node + 1] - start, most)
    if start == end { return }
    var own = root(of: node)
    for slot in start..<end {
      let other = root(of: targets[slot].position)
      if own == other { continue }
      parents[max(own, other)] = Int32(truncatingIfNeeded: min(own, other))
      own = min(own, other)
    }
  }

  /// The node above one; the root itself in flattened trees.
  func parent(of node: Int) -> Int { Int(parents[node]) }

  /// Puts every node right below its root.
  func flatten() {
    // Parents are lower, so that theirs is their root already.
    for node in 0..<nodeCount { parents[node] = parents[Int(parents[node])] }
  }

  /// Of flattened trees, the root of that to which the most of some thirty nodes belong; any will do, the largest saves the most time.
  func likelyLargest() -> Int? {
    var sizes: [Int: Int] = [:]
    for node in stride(from: 0, to: nodeCount, by: nodeCount / 32 + 1) {
      sizes[parent(of: node), default: 0] += 1
    }
    return sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The trees, numbered by their roots.
  func numbered() -> Components {
    var component = [Int](repeating: 0, count: nodeCount)
    var count = 0
    for node in 0..<nodeCount {
      // Parents are lower, so that theirs is known.
      let parent = Int(parents[node])
      if parent == node {
        component[node] = count
        count += 1
      } else {
        component[node] = component[parent]
      }
    }
    return Components(count: count, componentOfNode: component)
  }
}
