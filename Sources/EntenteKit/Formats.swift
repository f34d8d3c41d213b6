public import DiplomacyDrawing
public import DiplomacyFormats
public import DiplomacyStore

extension Format {
  /// The formats that are read or written, in the order of the documentation.
  public static let all: [Format] = supported.flatMap { format in
    switch format.name {
    case graphFile.name: [format, store]
    case dot.name: [format.written(by: .diagram)]
    default: [format]
    }
  }

  /// The formats that a graph is read from.
  public static let allRead = all.filter { $0.reader != nil }

  /// These and those that are known and not read: what a file may be taken for.
  public static let recognised: [Format] = [store] + known

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
