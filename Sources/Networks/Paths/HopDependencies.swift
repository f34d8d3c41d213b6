/// Room for breadth-first searches that keep the arcs on shortest paths, to add up what depends on them.
///
/// A level is pushed from the one before or, in a symmetric network, pulled by the nodes that are left, where those have fewer
/// arcs. `shares` is Brandes' (count + dependency) / paths: what a predecessor takes per path.
/// - SeeAlso: U. Brandes, J. Mathematical Sociology 25(2), 2001, doi:10.1080/0022250X.2001.9990249; S. Beamer, K. Asanović
///   and D. Patterson, Direction-Optimizing Breadth-First Search, SC 2012, doi:10.1109/SC.2012.50.
struct HopDependencies: ~Copyable {
  /// Whether rows also say who points to a node, so that it can look for its predecessors.
  private let isSymmetric: Bool
  private let distances: Workspace<Int32>
  private let paths: Workspace<Double>
  private let shares: Workspace<Double>
  /// What successors that found a node have told it to share.
  private let told: Workspace<Double>
  /// The nodes in the order found.
  private let order: Workspace<Int32>
  /// The arcs on shortest paths, as slots and as the nodes they lead to.
  private let slots: Workspace<Int32>
  private let targets: Workspace<Int32>
  /// Where the arcs begin and end that lead from each node to its successors, and from each node back to its predecessors,
  /// in the order found. The arcs from one level to the next are kept in one of the two ways.
  private let successors: Workspace<KeptArcs>
  private let predecessors: Workspace<KeptArcs>

  init(nodeCount: Int, arcCount: Int, isSymmetric: Bool) {
    precondition(arcCount <= Int32.max, "A network of \(arcCount) arcs has too many for edge betweenness.")
    self.isSymmetric = isSymmetric
    distances = Workspace(repeating: -1, count: nodeCount)
    paths = Workspace(repeating: 0, count: nodeCount)
    shares = Workspace(repeating: 0, count: nodeCount)
    told = Workspace(repeating: 0, count: nodeCount)
    order = Workspace(repeating: 0, count: nodeCount + 1)
    slots = Workspace(repeating: 0, count: arcCount + 1)
    targets = Workspace(repeating: 0, count: arcCount + 1)
    successors = Workspace(repeating: KeptArcs(0, 0), count: nodeCount)
    predecessors = Workspace(repeating: KeptArcs(0, 0), count: nodeCount)
  }

  /// Adds the dependencies of a source whose component has the given nodes; NaN, if there are more paths than a `Double` holds.
  func add(
    from source: Int, within members: Span<Int>, rows: Adjacency, counts: Span<Double>,
    to sums: inout [Double]
  ) {
    collect(countPaths(from: source, within: members, rows), counts, to: &sums)
  }

  /// - Returns: How many nodes were reached, the source included.
  private func countPaths(from source: Int, within members: Span<Int>, _ rows: Adjacency) -> Int {
    let offsets = rows.offsets.span
    distances[source] = 0
    paths[source] = 1
    order[0] = Int32(truncatingIfNeeded: source)
    predecessors[0] = KeptArcs(0, 0)
    var level = 0..<1
    var distance: Int32 = 0
    var end = 0
    var arcsLeft = rows.targets.count
    while !level.isEmpty {
      var arcs = 0
      for place in level {
        let node = Int(order[place])
        arcs += offsets[node + 1] - offsets[node]
        successors[place] = KeptArcs(0, 0)
      }
      // None lies behind the last of all.
      if level.upperBound == members.count { return members.count }
      arcsLeft -= arcs
      distance += 1
      let next =
        isSymmetric && !isPushingFaster(along: arcs, than: arcsLeft + members.count)
        ? pull(from: level.upperBound, at: distance, within: members, rows, end: &end)
        : push(from: level, at: distance, rows, end: &end)
      level = level.upperBound..<next
    }
    return level.upperBound
  }

  /// Finds the next level along the arcs out of the one before.
  private func push(from level: Range<Int>, at next: Int32, _ rows: Adjacency, end: inout Int) -> Int {
    let offsets = rows.offsets.span
    let rowTargets = rows.targets.span
    var tail = level.upperBound
    var last = end
    for place in level {
      let node = Int(order[place])
      let value = paths[node]
      let first = last
      for slot in offsets[node]..<offsets[node + 1] {
        let target = rowTargets[slot].position
        let distance = distances[target]
        order[tail] = rowTargets[slot].rawValue
        slots[last] = Int32(truncatingIfNeeded: slot)
        targets[last] = rowTargets[slot].rawValue
        // Without branches, since nothing foretells them.
        let isNew = distance < 0
        let isSuccessor = isNew || distance == next
        distances[target] = isNew ? next : distance
        paths[target] += isSuccessor ? value : 0
        tail &+= isNew ? 1 : 0
        last &+= isSuccessor ? 1 : 0
      }
      successors[place] = KeptArcs(first, last)
    }
    for place in level.upperBound..<tail { predecessors[place] = KeptArcs(0, 0) }
    end = last
    return tail
  }

  /// Finds the next level along the arcs of all nodes that are left.
  private func pull(
    from found: Int, at next: Int32, within members: Span<Int>, _ rows: Adjacency, end: inout Int
  ) -> Int {
    let offsets = rows.offsets.span
    let rowTargets = rows.targets.span
    var tail = found
    var last = end
    for place in members.indices {
      let node = members[place]
      if distances[node] >= 0 { continue }
      let first = last
      var value = 0.0
      for slot in offsets[node]..<offsets[node + 1] {
        let target = rowTargets[slot].position
        slots[last] = Int32(truncatingIfNeeded: slot)
        targets[last] = rowTargets[slot].rawValue
        let isPredecessor = distances[target] == next &- 1
        value += isPredecessor ? paths[target] : 0
        last &+= isPredecessor ? 1 : 0
      }
      if last == first { continue }
      distances[node] = next
      paths[node] = value
      order[tail] = Int32(truncatingIfNeeded: node)
      predecessors[tail] = KeptArcs(first, last)
      tail += 1
    }
    end = last
    return tail
  }

  private func collect(_ reached: Int, _ counts: Span<Double>, to sums: inout [Double]) {
    let nodeCount = counts.count
    var sums = sums.mutableSpan
    var place = reached - 1
    while place >= 0 {
      let node = Int(order[place])
      let value = paths[node]
      if !value.isFinite { sums[node] = .nan }
      var sum = told[node]
      for found in successors[place].places {
        let share = shares[Int(targets[found])]
        sum += share
        sums[nodeCount + Int(slots[found])] += value * share
      }
      if place > 0 { sums[node] += value * sum }
      let share = counts[node] / value + sum
      shares[node] = share
      for found in predecessors[place].places {
        let predecessor = Int(targets[found])
        told[predecessor] += share
        sums[nodeCount + Int(slots[found])] += paths[predecessor] * share
      }
      told[node] = 0
      distances[node] = -1
      paths[node] = 0
      place -= 1
    }
  }
}

/// A stretch of the arcs that a search keeps.
private struct KeptArcs: BitwiseCopyable {
  private let first: Int32
  private let end: Int32

  init(_ first: Int, _ end: Int) {
    self.first = Int32(truncatingIfNeeded: first)
    self.end = Int32(truncatingIfNeeded: end)
  }

  var places: Range<Int> { Int(first)..<Int(end) }
}
