import DiplomacyDrawing
public import DiplomacyFormats

extension Format {
  /// The formats that are read or written, in the order of the documentation.
  public static let all: [Format] = supported.map { format in
    format.name == dot.name ? format.written(by: .diagram) : format
  }

  /// The formats that a graph is written in.
  public static let writable = all.filter { $0.writer != nil }
}

extension Format.Writer {
  /// The source of the diagram.
  fileprivate static let diagram = Format.Writer(isBuilt: true) { view, _ in
    let diagram = Diagram(view)
    return Export(bytes: Array(diagram.dot.utf8), losses: diagram.losses)
  }
}
