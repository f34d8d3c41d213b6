/// How many threads a measure may use. The result is the same bytes whatever the count.
public enum ThreadCount: Hashable, Sendable {
  /// As many as the machine has processors for.
  case all
  /// This many at the most; 0 or less traps.
  case atMost(Int)

  /// How often to start working off so many pieces of work. Dispatch runs no more at a time than there are
  /// processors; those that it comes to later find nothing left to do.
  func workers(for count: Int) -> Int {
    guard case .atMost(let most) = self else { return min(count, 256) }
    precondition(most > 0, "A measure was allowed \(most) threads; it needs 1 or more.")
    return min(count, most)
  }
}
