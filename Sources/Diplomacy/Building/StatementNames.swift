/// Gives ids to statements that have none of their own.
package struct StatementNames {
  /// No name is given yet.
  package init() {}

  /// The numbers that names are known to be used up to.
  private var uses: [StatementID: Int] = [:]
  // By their bytes: names that look alike may be two.
  private var given: Set<StatementID> = []

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
    if !isTaken(base), given.insert(StatementID(base)).inserted { return base }
    var use = uses[StatementID(base)] ?? 1
    var name: String
    repeat {
      use += 1
      name = "\(base).\(use)"
    } while isTaken(name) || !given.insert(StatementID(name)).inserted
    uses[StatementID(base)] = use
    return name
  }
}
