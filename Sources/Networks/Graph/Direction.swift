/// Whether an edge or a contact can be crossed both ways.
public enum Direction: Hashable, Sendable {
  /// Both ways.
  case undirected
  /// From the source to the target only.
  case directed
}
