/// What the raw score of a measure over pairs of nodes is divided by.
public enum Normalization: Hashable, Sendable {
  /// Nothing: the score is the sum over pairs.
  case none
  /// The number of pairs that could have counted for that node, which brings scores into 0…1. A node for
  /// which no pair could count keeps 0.
  case pairs
}
