/// The positions of members by their ids: a table of 32-bit numbers, a fraction of what a dictionary of ids takes.
struct Positions<Member: Identifiable & Sendable>: Sendable where Member.ID: Sendable {
  /// A position, or -1, at the place that an id's hash gives, or at the next free one; as many as a power of two.
  private let slots: [Int32]
  /// The ids, where members are so large that looking at them in no order would take long; else none.
  private let ids: [Member.ID]

  /// Notes the members.
  /// - Complexity: O(*n*).
  /// - Parameter keepsIDs: Whether ids are kept apart, too.
  init(of members: [Member], _ what: String, keepsIDs: Bool = false) {
    ids = keepsIDs ? members.map(\.id) : []
    var capacity = 4
    while capacity < members.count * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    for (position, member) in members.enumerated() {
      let id = member.id
      var slot = Self.hash(id) & (capacity - 1)
      while slots[slot] >= 0 {
        precondition(
          members[Int(slots[slot])].id != id, "Two members of a graph have the same id: \(what) '\(id)'.")
        slot = (slot + 1) & (capacity - 1)
      }
      slots[slot] = Int32(position)
    }
    self.slots = slots
  }

  /// The position of an id among the members, or nil.
  /// - Complexity: O(1).
  func position(of id: Member.ID, in members: [Member]) -> Int? {
    var slot = Self.hash(id) & (slots.count - 1)
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if (ids.isEmpty ? members[position].id : ids[position]) == id { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(_ id: Member.ID) -> Int {
    var hasher = Hasher()
    hasher.combine(id)
    return hasher.finalize()
  }
}
