/// The contacts of a stream that are still to be looked at: a bit a contact, so that they come in order of time without being
/// sorted.
struct MarkedContacts: ~Copyable {
  private let words: Workspace<UInt64>

  /// None is marked.
  init(contactCount: Int) { words = Workspace(repeating: 0, count: contactCount / 64 + 1) }

  /// Marks the contacts of a node from a number on.
  /// - Returns: How many these are.
  @inline(__always) func mark(_ rows: ContactRows, of node: Int, from number: Int) -> Int {
    let row = rows.row(node)
    var slot = row.upperBound
    while slot > row.lowerBound, Int(rows.numbers[slot - 1]) >= number {
      slot -= 1
      let contact = Int(rows.numbers[slot])
      words[contact >> 6] |= 1 << UInt64(contact & 63)
    }
    return row.upperBound - slot
  }

  /// The first marked contact in a range; its end if there is none.
  @inline(__always) func first(in range: Range<Int>) -> Int {
    if range.isEmpty { return range.upperBound }
    var place = range.lowerBound >> 6
    var word = words[place] & (~0 << UInt64(range.lowerBound & 63))
    while word == 0, (place + 1) << 6 < range.upperBound {
      place += 1
      word = words[place]
    }
    return word == 0 ? range.upperBound : min(place << 6 + word.trailingZeroBitCount, range.upperBound)
  }
}
