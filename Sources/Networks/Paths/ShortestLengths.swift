/// A search for the shortest paths from one node along edges of any positive length, and room for it.
///
/// After `run`, the first `reached` nodes of `order` are those that were reached, nearest first; `distance`,
/// `paths` and `rank` hold their distances, their numbers of shortest paths and their places in `order`.
/// `forget` makes room for the next search. Equal distances are settled in node order.
/// - SeeAlso: E. W. Dijkstra, Numerische Mathematik 1, 1959, doi:10.1007/BF01386390.
struct ShortestLengths {
  private(set) var distance: [Double]
  private(set) var paths: [Double]
  private(set) var order: [Int32]
  /// The place in `order`; −1 for a node that has not been settled.
  private(set) var rank: [Int32]
  private(set) var reached = 0
  /// A binary heap of the nodes that have a distance but are not settled, and the place of each in it.
  private var heap: [Int32]
  private var slotInHeap: [Int32]

  init(nodeCount: Int) {
    distance = [Double](repeating: .infinity, count: nodeCount)
    paths = [Double](repeating: 0, count: nodeCount)
    order = [Int32](repeating: 0, count: nodeCount)
    rank = [Int32](repeating: -1, count: nodeCount)
    heap = order
    slotInHeap = rank
  }

  /// Finds all shortest paths from a node; expects a forgotten search.
  mutating func run(from source: Int, offsets: Span<Int>, targets: Span<NodeIndex>, lengths: Span<Double>) {
    reached = settle(
      from: source, offsets: offsets, targets: targets, lengths: lengths, distance: &distance, paths: &paths,
      order: &order, rank: &rank, heap: &heap, slotInHeap: &slotInHeap)
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

/// - Returns: How many nodes were reached, the source included.
private func settle(
  from source: Int, offsets: Span<Int>, targets: Span<NodeIndex>, lengths: Span<Double>,
  distance: inout [Double], paths: inout [Double], order: inout [Int32], rank: inout [Int32],
  heap: inout [Int32], slotInHeap: inout [Int32]
) -> Int {
  var distance = distance.mutableSpan
  var paths = paths.mutableSpan
  var order = order.mutableSpan
  var rank = rank.mutableSpan
  var heap = heap.mutableSpan
  var slotInHeap = slotInHeap.mutableSpan
  distance[source] = 0
  paths[source] = 1
  heap[0] = Int32(source)
  slotInHeap[source] = 0
  var waiting = 1
  var settled = 0
  while waiting > 0 {
    let node = Int(heap[0])
    waiting -= 1
    if waiting > 0 {
      heap[0] = heap[waiting]
      sink(count: waiting, distance: distance.span, heap: &heap, slotInHeap: &slotInHeap)
    }
    rank[node] = Int32(settled)
    order[settled] = Int32(node)
    settled += 1
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if rank[target] >= 0 { continue }
      let length = distance[node] + lengths[slot]
      if length < distance[target] {
        if distance[target] == .infinity {
          slotInHeap[target] = Int32(waiting)
          heap[waiting] = Int32(target)
          waiting += 1
        }
        distance[target] = length
        paths[target] = paths[node]
        rise(from: Int(slotInHeap[target]), distance: distance.span, heap: &heap, slotInHeap: &slotInHeap)
      } else if length == distance[target] {
        paths[target] += paths[node]
      }
    }
  }
  return settled
}

/// Whether a node is settled before another.
private func comes(_ left: Int32, before right: Int32, _ distance: Span<Double>) -> Bool {
  let (near, far) = (distance[Int(left)], distance[Int(right)])
  return near < far || (near == far && left < right)
}

/// Moves a node up to its place after its distance fell.
private func rise(
  from start: Int, distance: Span<Double>, heap: inout MutableSpan<Int32>,
  slotInHeap: inout MutableSpan<Int32>
) {
  let node = heap[start]
  var place = start
  while place > 0 {
    let parent = (place - 1) / 2
    if !comes(node, before: heap[parent], distance) { break }
    heap[place] = heap[parent]
    slotInHeap[Int(heap[place])] = Int32(place)
    place = parent
  }
  heap[place] = node
  slotInHeap[Int(node)] = Int32(place)
}

/// Moves the first node down to its place.
private func sink(
  count: Int, distance: Span<Double>, heap: inout MutableSpan<Int32>, slotInHeap: inout MutableSpan<Int32>
) {
  let node = heap[0]
  var place = 0
  while 2 * place + 1 < count {
    var child = 2 * place + 1
    if child + 1 < count, comes(heap[child + 1], before: heap[child], distance) { child += 1 }
    if !comes(heap[child], before: node, distance) { break }
    heap[place] = heap[child]
    slotInHeap[Int(heap[place])] = Int32(place)
    place = child
  }
  heap[place] = node
  slotInHeap[Int(node)] = Int32(place)
}
