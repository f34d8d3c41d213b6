/// The positions of members by their ids: a table of 32-bit numbers, a fraction of what a dictionary of ids takes.
struct Positions<Member: Identifiable & Sendable>: Sendable where Member.ID: TextID {
  /// What stands at a place of the table: a position, or -1, and a part of the id's hash, so that hardly an id is looked at
  /// that is not the one.
  private struct Slot {
    var position: Int32 = -1
    var mark: UInt32 = 0
  }

  /// At the place that an id's hash gives, or at the next free one; as many as a power of two.
  private let slots: [Slot]
  /// The ids, where members are so large that looking at them in no order would take long; else none.
  private let ids: [Member.ID]

  /// Notes the members.
  /// - Complexity: O(*n*).
  /// - Parameter keepsIDs: Whether ids are kept apart, too.
  init(of members: [Member], _ what: String, keepsIDs: Bool = false) {
    ids = keepsIDs ? members.map(\.id) : []
    var capacity = 4
    while capacity < members.count * 2 { capacity *= 2 }
    var slots = [Slot](repeating: Slot(), count: capacity)
    for position in members.indices {
      let hash = ByteHash.of(members[position].id.rawValue)
      let mark = UInt32(truncatingIfNeeded: hash >> 32)
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot].position >= 0 {
        precondition(
          slots[slot].mark != mark || members[Int(slots[slot].position)].id != members[position].id,
          "Two members of a graph have the same id: \(what) '\(members[position].id.rawValue)'.")
        slot = (slot + 1) & (capacity - 1)
      }
      slots[slot] = Slot(position: Int32(position), mark: mark)
    }
    self.slots = slots
  }

  /// The position of an id among the members, or nil.
  /// - Complexity: O(1).
  func position(of id: Member.ID, in members: [Member]) -> Int? {
    let hash = ByteHash.of(id.rawValue)
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].position >= 0 {
      let position = Int(slots[slot].position)
      if slots[slot].mark == mark, (ids.isEmpty ? members[position].id : ids[position]) == id {
        return position
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
