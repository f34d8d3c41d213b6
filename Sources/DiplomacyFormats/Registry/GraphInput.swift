public import Diplomacy
import Foundation

/// Reading a graph from whatever file holds one: a graph file, GraphML, or a table of edges.
public enum GraphInput {
  /// How another program's file is read.
  public struct Options: Hashable, Sendable {
    /// Whether the rows of a table of edges lead from source to target.
    public var isDirected: Bool

    /// Options; without a word, tables of edges are undirected.
    public init(isDirected: Bool = false) { self.isDirected = isDirected }
  }

  /// What a file holds.
  public enum Format: String, Sendable {
    case graphFile, graphML, edgeList
  }

  /// The endings of names that say what a file holds.
  public static let extensions = ["yaml", "yml", "json", "graphml", "xml", "csv", "tsv", "txt", "edges"]

  /// Reads a graph.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the file, or ``FileError`` when it cannot be read.
  public static func read(contentsOf path: String, _ options: Options = Options()) throws -> DiplomaticGraph {
    try readDocument(contentsOf: path, options).graph
  }

  /// Reads a graph, and keeps where its parts stand and what is worth telling of another program's file.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the file, or ``FileError`` when it cannot be read.
  public static func readDocument(
    contentsOf path: String, _ options: Options = Options()
  ) throws -> GraphFile.Document {
    let format = format(of: path)
    if let name = unreadFormat(of: path) {
      var findings = ImportFindings(file: path)
      findings.error(
        nil,
        "this is a file of \(name), which is not read; save it as GraphML, or as a table of edges (CSV) with the columns source and target."
      )
      try findings.check()
    }
    if format == .graphFile { return try GraphFile.readDocument(contentsOf: path) }
    let data = try readFile(path, upTo: InputLimits.networkBytes)
    let (graph, warnings) =
      isXML(data) || format == .graphML
      ? try GraphMLReader.read(data, named: path)
      : try EdgeListReader.read(data, named: path, isDirected: options.isDirected)
    var document = GraphFile.Document(file: path, graph: graph, places: GraphFile.Places(), silences: [])
    document.warnings = warnings
    document.isImported = true
    return document
  }

  /// What a file holds by the ending of its name; a graph file where that says nothing.
  public static func format(of path: String) -> Format {
    switch fileEnding(of: path) {
    case "graphml", "xml": .graphML
    case "csv", "tsv", "txt", "edges", "edgelist": .edgeList
    default: .graphFile
    }
  }

  /// The name of a format in which networks are kept often, by the ending of the file's name, if it is none that is read.
  private static func unreadFormat(of path: String) -> String? {
    switch fileEnding(of: path) {
    case "gexf": "GEXF"
    case "gml": "GML"
    case "dot", "gv": "Graphviz"
    case "net", "paj": "Pajek"
    case "tei": "TEI"
    case "gephi": "Gephi"
    case "xlsx", "xls", "ods": "a spreadsheet program"
    case "dl": "UCINET"
    default: nil
    }
  }

  /// Whether a file begins as XML does.
  private static func isXML(_ data: Data) -> Bool {
    let start = data.prefix(512).drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D, 0xFF, 0xFE].contains($0) }
    return start.first == UInt8(ascii: "<")
  }
}
