/// How many threads a measure may use. The result is the same bytes whatever the count.
public enum ThreadCount: Hashable, Sendable {
  /// As many as the machine has processors for.
  case all
  /// This many at the most; 0 or less traps.
  case atMost(Int)
}
