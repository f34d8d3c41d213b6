/// Gives ids to statements that have none of their own.
package struct StatementNames {
  /// No name is given yet.
  package init() {}

  /// The numbers that names are known to be used up to.
  private var uses: [StatementID: Int] = [:]
  private var given = GivenNames()

  /// Longer names would make a graph of few long ids large.
  private static let mostBytes = 400

  /// Role, subject and object, and a number where that is not enough; of long ones the role and a number alone.
  /// - Parameter isTaken: Whether somebody else has a name.
  package mutating func name(
    _ role: Role, _ subject: String, _ object: String, isTaken: (String) -> Bool = { _ in false }
  ) -> String {
    guard role.name.utf8.count + subject.utf8.count + object.utf8.count <= Self.mostBytes else {
      return unique(role.name.utf8.count > Self.mostBytes ? "statement" : role.name, isTaken: isTaken)
    }
    return unique("\(role).\(subject).\(object)", isTaken: isTaken)
  }

  /// A name, with a number where somebody has it already.
  /// - Complexity: O(1) on the whole, however often a name is asked for.
  package mutating func unique(_ base: String, isTaken: (String) -> Bool = { _ in false }) -> String {
    if !isTaken(base), given.insert(base) { return base }
    var use = uses[StatementID(base)] ?? 1
    var name: String
    repeat {
      use += 1
      name = "\(base).\(use)"
    } while isTaken(name) || !given.insert(name)
    uses[StatementID(base)] = use
    return name
  }
}

/// The names that are given, by their bytes: those that look alike may be two.
private struct GivenNames {
  private var names: [String] = []
  /// The number of a name and 1, and a part of its hash, at the place that its hash gives, or at the next free one.
  private var slots = [(number: Int32, mark: UInt32)](repeating: (0, 0), count: 64)

  /// Gives a name.
  /// - Returns: Whether it was not given before.
  /// - Complexity: O(*n*) on the whole; *n* its bytes.
  mutating func insert(_ name: String) -> Bool {
    let hash = ByteHash.of(name)
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].number > 0 {
      if slots[slot].mark == mark, names[Int(slots[slot].number) - 1].isSame(as: name) { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    names.append(name)
    slots[slot] = (Int32(names.count), mark)
    if names.count * 2 > slots.count { grow() }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: (0, 0), count: slots.count * 2)
    for (index, name) in names.enumerated() {
      let hash = ByteHash.of(name)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].number > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (Int32(index + 1), UInt32(truncatingIfNeeded: hash >> 32))
    }
  }
}
