/// Draws shortest paths between given nodes, each as likely, and room for the searches.
struct PathSampler {
  private let outgoing: Adjacency
  private let incoming: Adjacency
  private var distance: [Int32]
  private var paths: [Double]
  private var order: [Int32]
  /// The numbers of paths where a `Double` does not hold them; empty until they are needed.
  private var widePaths: [WideNumber] = []

  init(network: Network) {
    outgoing = network.outgoing.withoutParallelsAndLoops()
    incoming = network.direction == .undirected ? outgoing : network.incoming.withoutParallelsAndLoops()
    distance = [Int32](repeating: -1, count: network.nodeCount)
    paths = [Double](repeating: 0, count: network.nodeCount)
    order = [Int32](repeating: 0, count: network.nodeCount)
  }

  /// Draws a path and adds 1 to each node between its ends; nothing if the target cannot be reached.
  mutating func draw(
    from source: Int, to target: Int, using generator: inout RandomBits, into hits: inout [Double]
  ) {
    let reached = countPaths(
      from: source, to: target, rows: outgoing, distance: &distance, paths: &paths, order: &order)
    if distance[target] > 0, !paths[target].isFinite {
      walkBackWidely(from: target, reached: reached, using: &generator, into: &hits)
    } else if distance[target] > 0 {
      walkBack(
        from: target, rows: incoming, distance: distance.span, paths: paths.span, using: &generator,
        into: &hits)
    }
    for place in 0..<reached { distance[Int(order[place])] = -1 }
  }

  /// Counts the paths anew, and goes back as ``walkBack(from:rows:distance:paths:using:into:)`` does.
  private mutating func walkBackWidely(
    from target: Int, reached: Int, using generator: inout RandomBits, into hits: inout [Double]
  ) {
    widePaths = [WideNumber](repeating: .zero, count: distance.count)
    widePaths[Int(order[0])] = WideNumber(1)
    for node in order[..<reached].map({ Int($0) }) {
      for next in outgoing.row(node).map(\.position) where distance[next] == distance[node] + 1 {
        widePaths[next] += widePaths[node]
      }
    }
    var node = target
    while distance[node] > 1 {
      var drawn = generator.nextFraction()
      var chosen = node
      for before in incoming.row(node).map(\.position)
      where distance[before] >= 0 && distance[before] == distance[node] - 1 {
        chosen = before
        drawn -= widePaths[before].share(of: widePaths[node])
        if drawn < 0 { break }
      }
      node = chosen
      hits[node] += 1
    }
  }
}

/// A breadth-first search that counts shortest paths up to the target's distance.
/// - Returns: How many nodes were reached, the source included.
private func countPaths(
  from source: Int, to target: Int, rows: Adjacency, distance: inout [Int32], paths: inout [Double],
  order: inout [Int32]
) -> Int {
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  var distance = distance.mutableSpan
  var paths = paths.mutableSpan
  var order = order.mutableSpan
  distance[source] = 0
  paths[source] = 1
  order[0] = Int32(source)
  var head = 0
  var tail = 1
  while head < tail {
    let node = Int(order[head])
    head += 1
    let next = distance[node] + 1
    // The target's paths are all counted once the first node of its own distance comes up.
    if distance[target] >= 0, distance[target] < next { break }
    for slot in offsets[node]..<offsets[node + 1] {
      let neighbour = targets[slot].position
      if distance[neighbour] < 0 {
        distance[neighbour] = next
        paths[neighbour] = paths[node]
        order[tail] = Int32(neighbour)
        tail += 1
      } else if distance[neighbour] == next {
        paths[neighbour] += paths[node]
      }
    }
  }
  return tail
}

/// Goes back to the source, at each step to a node chosen by how many shortest paths lead to it.
private func walkBack(
  from target: Int, rows: Adjacency, distance: Span<Int32>, paths: Span<Double>,
  using generator: inout RandomBits, into hits: inout [Double]
) {
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  var hits = hits.mutableSpan
  var node = target
  while distance[node] > 1 {
    var drawn = generator.nextFraction() * paths[node]
    var chosen = node
    for slot in offsets[node]..<offsets[node + 1] {
      let before = targets[slot].position
      if distance[before] < 0 || distance[before] != distance[node] - 1 { continue }
      chosen = before
      drawn -= paths[before]
      if drawn < 0 { break }
    }
    node = chosen
    hits[node] += 1
  }
}
