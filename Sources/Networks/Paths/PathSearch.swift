// Brandes 2001: sigma = number of shortest paths from the source, delta = dependency of the source on a node.

/// Room for one search at a time; a thread keeps one.
struct PathSearch: ~Copyable {
  private let distances: Workspace<Int32>
  /// Paths from the source to all the nodes that a node stands for: copies · sigma.
  private let paths: Workspace<Double>
  /// What a predecessor takes per path, over all the nodes that a node stands for.
  private let shares: Workspace<Double>
  /// The nodes in the order found.
  private let order: Workspace<Int32>
  /// The arcs on shortest paths, by the node they lead from, in the order found.
  private let successors: Workspace<Int32>
  /// Where each node's begin.
  private let starts: Workspace<Int>

  init(for graph: PathGraph) {
    let nodeCount = graph.copies.count
    let arcCount = graph.outgoing.targets.count
    distances = Workspace(repeating: -1, count: nodeCount)
    paths = Workspace(repeating: 0, count: nodeCount)
    shares = Workspace(repeating: 0, count: nodeCount)
    order = Workspace(repeating: 0, count: nodeCount + 1)
    successors = Workspace(repeating: 0, count: arcCount + 1)
    starts = Workspace(repeating: 0, count: nodeCount + 1)
  }

  /// Adds to `scores` what a source lends to the nodes between, times its weight; NaN, if there are more paths than a `Double` holds.
  func add(from source: Int, of graph: PathGraph, to scores: inout [Double]) {
    let reached = countPaths(from: source, of: graph)
    collect(reached, of: graph, weighing: graph.weights[source], to: &scores)
  }

  /// - Returns: How many nodes were reached, the source included.
  private func countPaths(from source: Int, of graph: PathGraph) -> Int {
    let offsets = graph.outgoing.offsets.span
    let targets = graph.outgoing.targets.span
    let copies = graph.copies.span
    distances[source] = 0
    paths[source] = 1
    order[0] = Int32(truncatingIfNeeded: source)
    var head = 0
    var tail = 1
    var end = 0
    while head < tail {
      let node = Int(order[head])
      let next = distances[node] + 1
      if head > 0 { paths[node] *= copies[node] }
      let value = paths[node]
      starts[head] = end
      head += 1
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        let distance = distances[target]
        order[tail] = targets[slot].rawValue
        successors[end] = targets[slot].rawValue
        // Without branches, since nothing foretells them.
        let isNew = distance < 0
        let isSuccessor = isNew || distance == next
        distances[target] = isNew ? next : distance
        paths[target] += isSuccessor ? value : 0
        tail &+= isNew ? 1 : 0
        end &+= isSuccessor ? 1 : 0
      }
    }
    starts[tail] = end
    return tail
  }

  private func collect(
    _ reached: Int, of graph: PathGraph, weighing sourceWeight: Double, to scores: inout [Double]
  ) {
    let copies = graph.copies.span
    let weights = graph.weights.span
    var scores = scores.mutableSpan
    var place = reached - 1
    while place >= 0 {
      let node = Int(order[place])
      var sum = 0.0
      for slot in starts[place]..<starts[place + 1] { sum += shares[Int(successors[slot])] }
      let value = paths[node]
      if place > 0 { scores[node] += value * sum * sourceWeight }
      shares[node] = (weights[node] / value + sum) * copies[node]
      if !value.isFinite { scores[node] = .nan }
      distances[node] = -1
      paths[node] = 0
      place -= 1
    }
  }
}
