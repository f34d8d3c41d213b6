/// A long array in blocks: it grows without being copied, and can be used up from its beginning.
struct Blocks<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
  ExpressibleByArrayLiteral
{
  private static var size: Int { 1 << 14 }
  private var blocks: [[Element]] = []

  init() {}
  init(arrayLiteral elements: Element...) { append(contentsOf: elements) }

  private(set) var count = 0
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(position: Int) -> Element {
    get { blocks[position / Self.size][position % Self.size] }
    _modify { yield &blocks[position / Self.size][position % Self.size] }
  }

  mutating func append(_ element: Element) {
    if count % Self.size == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(Self.size)
    }
    blocks[blocks.count - 1].append(element)
    count += 1
  }

  mutating func replaceSubrange(_ range: Range<Int>, with elements: some Collection<Element>) {
    var all = Array(self)
    all.replaceSubrange(range, with: elements)
    self = Blocks()
    for element in all { append(element) }
  }

  /// Gives each element away, in order; what they took is free as soon as a block is done.
  mutating func useUp(_ use: (Element) -> Void) {
    count = 0
    blocks.reverse()
    while let block = blocks.popLast() { for element in block { use(element) } }
  }
}
