/// What comes first in a heap.
protocol HeapOrder: Sendable {
  associatedtype Element: Sendable
  /// Whether one element comes before another; equal ones come in any order.
  func precedes(_ one: Element, _ other: Element) -> Bool
}

/// Elements of which the first is always at hand: a binary heap.
struct BinaryHeap<Order: HeapOrder>: Sendable {
  let order: Order
  private var elements: [Order.Element] = []

  init(by order: Order) { self.order = order }

  /// How many elements there are.
  var count: Int { elements.count }

  /// - Complexity: O(log *k*); *k* elements.
  mutating func push(_ element: Order.Element) {
    var place = elements.count
    elements.append(element)
    let order = order
    var heap = elements.mutableSpan
    while place > 0 {
      let above = (place - 1) / 2
      guard order.precedes(element, heap[above]) else { break }
      heap[place] = heap[above]
      place = above
    }
    heap[place] = element
  }

  /// Takes the first element away.
  /// - Complexity: O(log *k*); *k* elements.
  mutating func pop() -> Order.Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    if elements.isEmpty { return first }
    let order = order
    var heap = elements.mutableSpan
    var place = 0
    while true {
      var below = 2 * place + 1
      guard below < heap.count else { break }
      if below + 1 < heap.count, order.precedes(heap[below + 1], heap[below]) { below += 1 }
      guard order.precedes(heap[below], last) else { break }
      heap[place] = heap[below]
      place = below
    }
    heap[place] = last
    return first
  }
}
