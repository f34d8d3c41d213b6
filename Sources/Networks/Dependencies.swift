/// What all sources together depend on: Brandes' sums before anything is halved or divided.
struct Dependencies {
  /// The rows that `ofArcs` follows: without self-loops, parallel arcs once.
  let rows: Adjacency
  var ofNodes: [Double]
  var ofArcs: [Double]
}

extension Network {
  /// Adds up the dependencies of every source whose count is 1 on nodes and arcs.
  ///
  /// - Complexity: O(*k*(*n* + *m*) log *n*) time, without the logarithm if every edge has length 1.
  func lengthDependencies(length: PathLength, counts: [Double]) -> Dependencies {
    let isWeighted = length == .weights && outgoing.weights != nil
    let rows = isWeighted ? outgoing.simple(.least) : outgoing.withoutParallelsAndLoops()
    var result = Dependencies(
      rows: rows, ofNodes: [Double](repeating: 0, count: nodeCount),
      ofArcs: [Double](repeating: 0, count: rows.targets.count))
    var share = [Double](repeating: 0, count: nodeCount)
    guard isWeighted, let given = rows.weights else {
      var search = HopSearch(nodeCount: nodeCount)
      var paths = share
      for source in 0..<nodeCount where counts[source] == 1 {
        search.run(from: source, offsets: rows.offsets.span, targets: rows.targets.span)
        countPaths(after: search, rows: rows, paths: &paths)
        addHopDependencies(
          after: search, paths: paths.span, counts: counts.span, rows: rows, share: &share,
          ofNodes: &result.ofNodes, ofArcs: &result.ofArcs)
        search.forget()
      }
      return result
    }
    for weight in given {
      precondition(weight > 0, "An edge has length 0; betweenness wants lengths above 0.")
    }
    var search = ShortestLengths(nodeCount: nodeCount)
    for source in 0..<nodeCount where counts[source] == 1 {
      search.run(from: source, offsets: rows.offsets.span, targets: rows.targets.span, lengths: given.span)
      addLengthDependencies(
        after: search, counts: counts.span, rows: rows, lengths: given.span, share: &share,
        ofNodes: &result.ofNodes, ofArcs: &result.ofArcs)
      search.forget()
    }
    return result
  }
}

// Brandes 2001: sigma = number of shortest paths from the source (`paths`), delta = dependency of the source
// on a node; `share` is (count + delta) / sigma, what a predecessor takes per path.

/// Counts the shortest paths to every node of a breadth-first search.
private func countPaths(after search: HopSearch, rows: Adjacency, paths: inout [Double]) {
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  let distance = search.distance.span
  let order = search.order.span.extracting(first: search.reached)
  var paths = paths.mutableSpan
  for place in order.indices { paths[Int(order[place])] = 0 }
  paths[Int(order[0])] = 1
  for place in order.indices {
    let node = Int(order[place])
    let next = distance[node] + 1
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if distance[target] == next { paths[target] += paths[node] }
    }
  }
}

private func addHopDependencies(
  after search: HopSearch, paths: Span<Double>, counts: Span<Double>, rows: Adjacency,
  share: inout [Double], ofNodes: inout [Double], ofArcs: inout [Double]
) {
  let distance = search.distance.span
  let order = search.order.span
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  var ofNodes = ofNodes.mutableSpan
  var ofArcs = ofArcs.mutableSpan
  var share = share.mutableSpan
  var place = search.reached - 1
  while place >= 0 {
    let node = Int(order[place])
    let next = distance[node] + 1
    checkCountable(paths[node])
    var sum = 0.0
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if distance[target] != next { continue }
      sum += share[target]
      ofArcs[slot] += paths[node] * share[target]
    }
    let delta = paths[node] * sum
    share[node] = (counts[node] + delta) / paths[node]
    if place > 0 { ofNodes[node] += delta }
    place -= 1
  }
}

private func addLengthDependencies(
  after search: ShortestLengths, counts: Span<Double>, rows: Adjacency, lengths: Span<Double>,
  share: inout [Double], ofNodes: inout [Double], ofArcs: inout [Double]
) {
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  let distance = search.distance.span
  let paths = search.paths.span
  let rank = search.rank.span
  let order = search.order.span
  var ofNodes = ofNodes.mutableSpan
  var ofArcs = ofArcs.mutableSpan
  var share = share.mutableSpan
  var place = search.reached - 1
  while place >= 0 {
    let node = Int(order[place])
    checkCountable(paths[node])
    var sum = 0.0
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      // A length too small to change a sum must not lead back to a node that was settled before.
      if Int(rank[target]) <= place || distance[target] != distance[node] + lengths[slot] { continue }
      sum += share[target]
      ofArcs[slot] += paths[node] * share[target]
    }
    let delta = paths[node] * sum
    share[node] = (counts[node] + delta) / paths[node]
    if place > 0 { ofNodes[node] += delta }
    place -= 1
  }
}

private func checkCountable(_ paths: Double) {
  precondition(
    paths.isFinite, "Two nodes have more than 10^308 shortest paths; betweenness counts up to that.")
}
