/// A bit for each node, which one thread works with.
struct NodeBits: ~Copyable {
  private let words: Workspace<UInt64>

  /// No bit is set.
  init(nodeCount: Int) { words = Workspace(repeating: 0, count: nodeCount / 64 + 1) }

  /// 1 if the bit of a node is set, else 0.
  @inline(__always) subscript(node: Int) -> UInt64 { words[node >> 6] >> UInt64(node & 63) & 1 }

  func set(_ node: Int) { words[node >> 6] |= 1 << UInt64(node & 63) }
}

extension InstantStream {
  /// The first contact of which something holds; the end if there is none.
  ///
  /// Checked at every contact, the bounds of the two lists alone take as long as the bits.
  /// - Parameter claim: Asked with the bits of the source and the target, each read when it is asked for.
  @inline(__always) func firstContact(
    in range: Range<Int>, _ bits: borrowing NodeBits,
    _ claim: (_ source: () -> UInt64, _ target: () -> UInt64) -> Bool
  ) -> Int {
    let (sources, targets) = (sources.span, targets.span)
    precondition(
      range.lowerBound >= 0 && range.upperBound <= min(sources.count, targets.count),
      "Contacts \(range) were asked for; there are \(sources.count).")
    var number = range.lowerBound
    while number < range.upperBound {
      if claim(
        { unsafe bits[Int(sources[unchecked: number])] }, { unsafe bits[Int(targets[unchecked: number])] })
      {
        break
      }
      number &+= 1
    }
    return number
  }
}
