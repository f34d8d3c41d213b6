/// Why Graphviz could not draw a graph, in its own words.
public enum GraphvizError: Error, Equatable, CustomStringConvertible {
  /// The process that draws could not be started or went away.
  case notStarted(reason: String)
  /// The DOT text is not a graph.
  case unreadable(message: String)
  /// No font is installed, so that every letter would be a box.
  case noFonts
  /// The graph could not be laid out; a malformed HTML label is found here.
  case noLayout(engine: LayoutEngine, message: String)
  /// The graph could not be drawn in a format.
  case noPicture(format: PictureFormat, message: String)
  /// The drawing was ended when its time was up; of a chart without an engine.
  case tookTooLong(engine: LayoutEngine?, limit: Duration)

  /// The program that draws charts is not there.
  static let noProgram = GraphvizError.notStarted(
    reason:
      "charts are drawn by the program 'entente-draw', which is neither beside this one nor where ENTENTE_DRAW says"
  )

  /// One sentence that says what failed, with the messages of Graphviz.
  public var description: String {
    switch self {
    case .notStarted(let reason):
      "The drawing could not be started: \(reason)."
    case .unreadable(let message):
      "Graphviz cannot read the DOT text: \(message)"
    case .noFonts:
      "no font is installed, so every letter would be drawn as a box. Install one, such as Debian's package fonts-noto-core."
    case .noLayout(let engine, let message):
      "Graphviz cannot lay out the graph with \(engine.rawValue): \(message)"
    case .noPicture(let format, let message):
      "The picture cannot be written as \(format.rawValue.uppercased()): \(message)"
    case .tookTooLong(nil, let limit):
      "The picture was not finished in \(seconds(limit)). Draw less of the graph, or allow more time with --timeout."
    case .tookTooLong(let engine?, let limit):
      "Graphviz did not finish the drawing with \(engine.rawValue) in \(seconds(limit)). Draw less of the graph, choose "
        + "another engine (sfdp is the one for large graphs), or allow more time with --timeout."
    }
  }

  private func seconds(_ limit: Duration) -> String {
    let (seconds, fraction) = limit.components
    guard fraction != 0 || seconds == 0 else { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
    return "\(limit / .seconds(1)) seconds"
  }
}
