/// What a path of several edges is as long as.
public enum PathLength: Hashable, Sendable {
  /// The number of its edges.
  case edges
  /// The sum of the weights of its edges; of parallel edges the shortest counts. Without weights every edge is 1 long.
  case weights
}
