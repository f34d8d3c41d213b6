public import DiplomacyDrawing
public import DiplomacyFormats

extension Format {
  /// The formats that are read or written, in the order of the documentation.
  public static let all: [Format] = supported.map { format in
    format.name == dot.name ? format.written(by: .diagram) : format
  }

  /// The formats that a graph is written in.
  public static let writable = all.filter { $0.writer != nil }
}

extension WritingOptions {
  /// Options with which formats that hold places and colours have those of the diagram.
  /// - Parameter timeLimit: How long it may take to find the places.
  public static func drawn(dialect: String? = nil, timeLimit: Duration = .drawing) -> WritingOptions {
    WritingOptions(dialect: dialect) { view in try nodeLooks(view, timeLimit: timeLimit) }
  }
}

extension Format.Writer {
  /// The source of the diagram, or the graph without a drawing.
  fileprivate static let diagram = Format.Writer(for: [Format.plainDOT], isBuilt: true) { view, options in
    if options.dialect == Format.plainDOT.name { return try plainDOT(view) }
    let diagram = Diagram(view)
    return Export(bytes: Array(diagram.dot.utf8), losses: diagram.losses)
  }
}
