/// A search for the shortest paths from one node along edges of any length, and room for it.
///
/// After `run`, the first `reached` nodes of `order` are those that were reached, nearest first; `distance`, `paths` and `rank` hold
/// their distances, their numbers of shortest paths, which mean something where no edge is 0 long, and their places in `order`.
/// `forget` makes room for the next search. Equal distances are settled in node order, and ``PathTies`` says which paths tie.
/// - SeeAlso: E. W. Dijkstra, Numerische Mathematik 1, 1959, doi:10.1007/BF01386390.
struct DijkstraSearch: ~Copyable {
  private(set) var distance: [Double]
  private(set) var paths: [Double]
  private(set) var order: [Int32]
  /// The place in `order`; −1 for a node that has not been settled.
  private(set) var rank: [Int32]
  private(set) var reached = 0
  let ties: PathTies
  private var queue: NodeQueue

  init(nodeCount: Int, ties: PathTies) {
    self.ties = ties
    distance = [Double](repeating: .infinity, count: nodeCount)
    paths = [Double](repeating: 0, count: nodeCount)
    order = [Int32](repeating: 0, count: nodeCount)
    rank = [Int32](repeating: -1, count: nodeCount)
    queue = NodeQueue(nodeCount: nodeCount)
  }

  /// Finds all shortest paths from a node; expects a forgotten search.
  mutating func run(from source: Int, along rows: borrowing Adjacency, lengths: Span<Double>) {
    let (settled, hasNearTies) = settle(
      from: source, rows, lengths, ties, distance: &distance, paths: &paths, order: &order, rank: &rank,
      queue: &queue)
    reached = settled
    if hasNearTies {
      countPaths(
        order[..<reached], rows, lengths, ties, distance: distance, rank: rank, paths: &paths)
    }
  }

  /// Makes room for another search.
  mutating func forget() {
    for place in 0..<reached {
      let node = Int(order[place])
      distance[node] = .infinity
      rank[node] = -1
    }
    reached = 0
  }
}

/// - Returns: How many nodes were reached, the source included, and whether paths were met that tie though their sums differ: then the
///   numbers of paths are not those of the distances found in the end.
private func settle(
  from source: Int, _ rows: borrowing Adjacency, _ lengths: Span<Double>, _ ties: PathTies,
  distance: inout [Double], paths: inout [Double], order: inout [Int32], rank: inout [Int32],
  queue: inout NodeQueue
) -> (settled: Int, hasNearTies: Bool) {
  let (offsets, targets) = (rows.offsets.span, rows.targets.span)
  var distance = distance.mutableSpan
  var paths = paths.mutableSpan
  var order = order.mutableSpan
  var rank = rank.mutableSpan
  distance[source] = 0
  paths[source] = 1
  queue.rise(Int32(source), distance.span)
  var settled = 0
  var hasNearTies = false
  let factor = ties.factor
  while queue.count > 0 {
    let node = Int(queue.pop(distance.span))
    rank[node] = Int32(settled)
    order[settled] = Int32(node)
    settled += 1
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if rank[target] >= 0 { continue }
      let length = distance[node] + lengths[slot]
      let known = distance[target]
      if length < known {
        if known <= length * factor { hasNearTies = true }
        distance[target] = length
        paths[target] = paths[node]
        queue.rise(Int32(target), distance.span)
      } else if length == known {
        paths[target] += paths[node]
      } else if length <= known * factor {
        hasNearTies = true
      }
    }
  }
  return (settled, hasNearTies)
}

/// Counts the shortest paths to nodes in the order in which they were settled, after their distances are known.
private func countPaths(
  _ order: ArraySlice<Int32>, _ rows: borrowing Adjacency, _ lengths: Span<Double>, _ ties: PathTies,
  distance: [Double], rank: [Int32], paths: inout [Double]
) {
  let (offsets, targets) = (rows.offsets.span, rows.targets.span)
  let (order, distance, rank) = (order.span, distance.span, rank.span)
  var paths = paths.mutableSpan
  for place in order.indices { paths[Int(order[place])] = place == 0 ? 1 : 0 }
  for place in order.indices {
    let node = Int(order[place])
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if Int(rank[target]) > place,
        ties.isShortest(from: distance[node], along: lengths[slot], to: distance[target])
      {
        paths[target] += paths[node]
      }
    }
  }
}

/// The nodes that have a distance but are not settled: a binary heap that knows where each node is in it.
///
/// Apart from ``BinaryHeap``, which would hold a node once for each distance it had: with that, weighted betweenness takes a third
/// longer on a Barabási–Albert network, and a sixth on a grid.
private struct NodeQueue: ~Copyable {
  private(set) var count = 0
  private let heap: Workspace<Int32>
  /// The place of each node; −1 for a node that is not waiting.
  private let places: Workspace<Int32>

  init(nodeCount: Int) {
    heap = Workspace(unwritten: nodeCount)
    places = Workspace(repeating: -1, count: nodeCount)
  }

  /// Puts a node in its place after its distance fell.
  @inline(__always) mutating func rise(_ node: Int32, _ distance: Span<Double>) {
    var place = Int(places[Int(node)])
    if place < 0 {
      place = count
      count += 1
    }
    while place > 0 {
      let above = (place - 1) / 2
      if !comes(node, before: heap[above], distance) { break }
      put(heap[above], at: place)
      place = above
    }
    put(node, at: place)
  }

  /// Takes the nearest node away; expects one.
  @inline(__always) mutating func pop(_ distance: Span<Double>) -> Int32 {
    let first = heap[0]
    places[Int(first)] = -1
    count -= 1
    if count == 0 { return first }
    let node = heap[count]
    var place = 0
    while 2 * place + 1 < count {
      var below = 2 * place + 1
      if below + 1 < count, comes(heap[below + 1], before: heap[below], distance) { below += 1 }
      if !comes(heap[below], before: node, distance) { break }
      put(heap[below], at: place)
      place = below
    }
    put(node, at: place)
    return first
  }

  private func put(_ node: Int32, at place: Int) {
    heap[place] = node
    places[Int(node)] = Int32(truncatingIfNeeded: place)
  }

  /// Whether a node is settled before another.
  @inline(__always) private func comes(_ one: Int32, before other: Int32, _ distance: Span<Double>) -> Bool {
    let (near, far) = (distance[Int(one)], distance[Int(other)])
    return near < far || (near == far && one < other)
  }
}
