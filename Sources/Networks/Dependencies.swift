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
  /// - Complexity: O(*k*(*n* + *m*) log *n*) time, without the logarithm if every edge has length 1; O(*n* + *m*) memory for
  ///   each thread.
  func lengthDependencies(length: PathLength, counts: [Double], threads: ThreadCount) -> Dependencies {
    let isWeighted = length == .weights && outgoing.weights != nil
    let rows = isWeighted ? outgoing.simple(.least) : outgoing.withoutParallelsAndLoops()
    let sources = (0..<nodeCount).filter { counts[$0] == 1 }
    let (nodeCount, arcCount) = (nodeCount, rows.targets.count)
    let components = components()
    let componentSizes = components.sizes
    // What is added up together does not depend on the number of threads; few lists, for each takes adding up too.
    let batch = max(16, (sources.count + 127) / 128)
    if isWeighted {
      for weight in rows.weights ?? [] {
        precondition(weight > 0, "An edge has length 0; betweenness wants lengths above 0.")
      }
    }
    let sums = sumInOrder(
      count: (sources.count + batch - 1) / batch, length: nodeCount + arcCount, of: Double.self,
      threads: threads
    ) {
      DependencyRoom(nodeCount: nodeCount, arcCount: arcCount, isWeighted: isWeighted)
    } work: { task, room, sums in
      for source in sources[batch * task..<min(batch * task + batch, sources.count)] {
        room.add(
          from: source, reachingAtMost: componentSizes[components.componentOfNode[source]],
          rows: rows, counts: counts, to: &sums)
      }
    }
    return Dependencies(
      rows: rows, ofNodes: Array(sums[..<nodeCount]), ofArcs: Array(sums[nodeCount...]))
  }
}

/// Room for one search after the other.
private struct DependencyRoom: ~Copyable {
  private let isWeighted: Bool
  /// The one of the two that is not needed has no room.
  private let hops: HopDependencies
  private var lengths: ShortestLengths
  private var share: [Double]

  init(nodeCount: Int, arcCount: Int, isWeighted: Bool) {
    self.isWeighted = isWeighted
    hops = HopDependencies(nodeCount: isWeighted ? 0 : nodeCount, arcCount: isWeighted ? 0 : arcCount)
    lengths = ShortestLengths(nodeCount: isWeighted ? nodeCount : 0)
    share = [Double](repeating: 0, count: isWeighted ? nodeCount : 0)
  }

  /// Adds the dependencies of one source: those on nodes, and behind them those on arcs.
  mutating func add(
    from source: Int, reachingAtMost most: Int, rows: Adjacency, counts: [Double], to sums: inout [Double]
  ) {
    if isWeighted, let given = rows.weights {
      addLengths(from: source, rows, given, counts, search: &lengths, share: &share, to: &sums)
    } else {
      hops.add(from: source, reachingAtMost: most, rows: rows, counts: counts.span, to: &sums)
    }
  }
}

private func addLengths(
  from source: Int, _ rows: Adjacency, _ given: [Double], _ counts: [Double],
  search: inout ShortestLengths, share: inout [Double], to sums: inout [Double]
) {
  search.run(from: source, offsets: rows.offsets.span, targets: rows.targets.span, lengths: given.span)
  addLengthDependencies(
    after: search, counts: counts.span, rows: rows, lengths: given.span, share: &share, to: &sums)
  search.forget()
}

// Brandes 2001: sigma = number of shortest paths from the source (`paths`), delta = dependency of the source
// on a node; `share` is (count + delta) / sigma, what a predecessor takes per path.

/// Room for breadth-first searches that keep the arcs on shortest paths.
private struct HopDependencies: ~Copyable {
  private let distances: Workspace<Int32>
  private let paths: Workspace<Double>
  private let shares: Workspace<Double>
  /// The nodes in the order found.
  private let order: Workspace<Int32>
  /// The arcs on shortest paths, as slots and as targets, by the node they lead from, in the order found.
  private let slots: Workspace<Int32>
  private let successors: Workspace<Int32>
  /// Where each node's begin.
  private let starts: Workspace<Int>

  init(nodeCount: Int, arcCount: Int) {
    precondition(arcCount <= Int32.max, "A network of \(arcCount) arcs has too many for edge betweenness.")
    distances = Workspace(repeating: -1, count: nodeCount)
    paths = Workspace(repeating: 0, count: nodeCount)
    shares = Workspace(repeating: 0, count: nodeCount)
    order = Workspace(repeating: 0, count: nodeCount + 1)
    slots = Workspace(repeating: 0, count: arcCount + 1)
    successors = Workspace(repeating: 0, count: arcCount + 1)
    starts = Workspace(repeating: 0, count: nodeCount + 1)
  }

  func add(
    from source: Int, reachingAtMost most: Int, rows: Adjacency, counts: Span<Double>, to sums: inout [Double]
  ) {
    collect(countPaths(from: source, atMost: most, rows), counts, to: &sums)
  }

  /// - Returns: How many nodes were reached, the source included.
  private func countPaths(from source: Int, atMost most: Int, _ rows: Adjacency) -> Int {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    distances[source] = 0
    paths[source] = 1
    order[0] = Int32(truncatingIfNeeded: source)
    var (head, tail, end) = (0, 1, 0)
    while head < tail {
      let node = Int(order[head])
      let next = distances[node] + 1
      if tail == most, next > distances[Int(order[tail - 1])] {
        // All are found, and none lies behind the last level.
        for place in head..<tail { starts[place] = end }
        break
      }
      let value = paths[node]
      starts[head] = end
      head += 1
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        let distance = distances[target]
        order[tail] = targets[slot].rawValue
        slots[end] = Int32(truncatingIfNeeded: slot)
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

  private func collect(_ reached: Int, _ counts: Span<Double>, to sums: inout [Double]) {
    let nodeCount = counts.count
    var sums = sums.mutableSpan
    var place = reached - 1
    while place >= 0 {
      let node = Int(order[place])
      let value = paths[node]
      checkCountable(value)
      var sum = 0.0
      for found in starts[place]..<starts[place + 1] {
        let share = shares[Int(successors[found])]
        sum += share
        sums[nodeCount + Int(slots[found])] += value * share
      }
      if place > 0 { sums[node] += value * sum }
      shares[node] = counts[node] / value + sum
      distances[node] = -1
      paths[node] = 0
      place -= 1
    }
  }
}

private func addLengthDependencies(
  after search: ShortestLengths, counts: Span<Double>, rows: Adjacency, lengths: Span<Double>,
  share: inout [Double], to sums: inout [Double]
) {
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  let distance = search.distance.span
  let paths = search.paths.span
  let rank = search.rank.span
  let order = search.order.span
  let nodeCount = counts.count
  var sums = sums.mutableSpan
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
      sums[nodeCount + slot] += paths[node] * share[target]
    }
    let delta = paths[node] * sum
    share[node] = (counts[node] + delta) / paths[node]
    if place > 0 { sums[node] += delta }
    place -= 1
  }
}

private func checkCountable(_ paths: Double) {
  precondition(
    paths.isFinite, "Two nodes have more than 10^308 shortest paths; betweenness counts up to that.")
}
