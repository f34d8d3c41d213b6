/// Why Graphviz could not draw a graph, in its own words.
public enum GraphvizError: Error, Equatable, CustomStringConvertible {
  /// The system had no room for the process that draws.
  case notStarted
  /// The DOT text is not a graph.
  case unreadable(message: String)
  /// The graph could not be laid out; a malformed HTML label is found here.
  case noLayout(engine: LayoutEngine, message: String)
  /// The graph could not be drawn in a format.
  case noPicture(format: PictureFormat, message: String)

  /// One sentence that says what failed, with the messages of Graphviz.
  public var description: String {
    switch self {
    case .notStarted:
      "Graphviz could not be started: the system allows no further process or file."
    case .unreadable(let message):
      "Graphviz cannot read the DOT text: \(message)"
    case .noLayout(let engine, let message):
      "Graphviz cannot lay out the graph with \(engine.rawValue): \(message)"
    case .noPicture(let format, let message):
      "Graphviz cannot draw the graph as \(format.rawValue): \(message)"
    }
  }
}
