/// What all sources together depend on: Brandes' sums before anything is halved or divided.
struct Dependencies {
  /// The rows that `ofArcs` follows: without self-loops, parallel arcs once.
  let rows: Adjacency
  var ofNodes: [Double]
  /// In an undirected network only the two arcs of an edge together say what depends on it.
  var ofArcs: [Double]
}

extension Network {
  /// Adds up the dependencies of every source whose count is 1 on nodes and arcs.
  ///
  /// - Complexity: O(*k*(*n* + *m*) log *n*) time, without the logarithm if every edge has length 1; O(*n* + *m*) memory for
  ///   each thread.
  func lengthDependencies(length: PathLength, counts: [Double], threads: ThreadCount) -> Dependencies {
    let isWeighted = length == .weights && outgoing.weights != nil
    let given =
      isWeighted
      ? comparableOrTrapping(for: "Betweenness").network.outgoing.simple(.least)
      : outgoing.withoutParallelsAndLoops()
    let whole = given.withWholeLengths()
    let (rows, ties) = (whole ?? given, whole == nil ? PathTies.rounded : .exact)
    let sources = (0..<nodeCount).filter { counts[$0] == 1 }
    let (nodeCount, arcCount) = (nodeCount, rows.targets.count)
    let components = components()
    let members = components.lists
    // What is added up together does not depend on the number of threads; few lists, for each takes adding up too.
    let batch = max(16, (sources.count + 127) / 128)
    if isWeighted {
      for weight in given.weights ?? [] {
        precondition(weight > 0, "An edge has length 0; betweenness wants lengths above 0.")
      }
    }
    let sums = sumInOrder(
      count: (sources.count + batch - 1) / batch, length: nodeCount + arcCount, of: Double.self,
      threads: threads
    ) {
      DependencyRoom(
        nodeCount: nodeCount, arcCount: arcCount, isSymmetric: direction == .undirected,
        ties: isWeighted ? ties : nil)
    } work: { task, room, sums in
      for source in sources[batch * task..<min(batch * task + batch, sources.count)] {
        room.add(
          from: source, within: members[components.componentOfNode[source]], rows: rows, counts: counts,
          to: &sums)
      }
    }
    if sums.contains(where: \.isNaN) {
      return wideDependencies(along: rows, ties, counts: counts, threads: threads)
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
  private var lengths: DijkstraSearch
  private var share: [Double]

  /// - Parameter ties: Which paths are equally long; nil where each edge is 1 long.
  init(nodeCount: Int, arcCount: Int, isSymmetric: Bool, ties: PathTies?) {
    isWeighted = ties != nil
    hops = HopDependencies(
      nodeCount: isWeighted ? 0 : nodeCount, arcCount: isWeighted ? 0 : arcCount, isSymmetric: isSymmetric)
    lengths = DijkstraSearch(nodeCount: isWeighted ? nodeCount : 0, ties: ties ?? .exact)
    share = [Double](repeating: 0, count: isWeighted ? nodeCount : 0)
  }

  /// Adds the dependencies of one source: those on nodes, and behind them those on arcs; NaN, if there are more paths than a
  /// `Double` holds.
  mutating func add(
    from source: Int, within members: [Int], rows: Adjacency, counts: [Double], to sums: inout [Double]
  ) {
    if isWeighted, let given = rows.weights {
      addLengths(from: source, rows, given, counts, search: &lengths, share: &share, to: &sums)
    } else {
      hops.add(from: source, within: members.span, rows: rows, counts: counts.span, to: &sums)
    }
  }
}

private func addLengths(
  from source: Int, _ rows: Adjacency, _ given: [Double], _ counts: [Double],
  search: inout DijkstraSearch, share: inout [Double], to sums: inout [Double]
) {
  search.run(from: source, along: rows, lengths: given.span)
  addLengthDependencies(
    after: search, counts: counts.span, rows: rows, lengths: given.span, share: &share, to: &sums)
  search.forget()
}

/// Goes back over a search, from the farthest node to the source; `share` as in ``HopDependencies``.
private func addLengthDependencies(
  after search: borrowing DijkstraSearch, counts: Span<Double>, rows: Adjacency, lengths: Span<Double>,
  share: inout [Double], to sums: inout [Double]
) {
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  let distance = search.distance.span
  let paths = search.paths.span
  let rank = search.rank.span
  let order = search.order.span
  let ties = search.ties
  let nodeCount = counts.count
  var sums = sums.mutableSpan
  var share = share.mutableSpan
  var place = search.reached - 1
  while place >= 0 {
    let node = Int(order[place])
    if !paths[node].isFinite { sums[node] = .nan }
    var sum = 0.0
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      // A length too small to change a sum must not lead back to a node that was settled before.
      guard Int(rank[target]) > place,
        ties.isShortest(from: distance[node], along: lengths[slot], to: distance[target])
      else { continue }
      sum += share[target]
      sums[nodeCount + slot] += paths[node] * share[target]
    }
    let delta = paths[node] * sum
    share[node] = (counts[node] + delta) / paths[node]
    if place > 0 { sums[node] += delta }
    place -= 1
  }
}
