public import Diplomacy
import Foundation

/// Reading graph files: YAML (or JSON, which is YAML), one file a graph.
///
/// The format is described in Documentation/GraphFile.md.
public enum GraphFile {
  /// Reads a graph file.
  /// - Parameter path: The file.
  /// - Returns: The graph.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the file, or ``FileError`` when it cannot be
  ///   read.
  /// - Complexity: O(*n* log *n*) in the size of the file.
  public static func read(contentsOf path: String) throws -> DiplomaticGraph {
    try readDocument(contentsOf: path).graph
  }

  /// Reads a graph file, and keeps where its parts stand.
  /// - Parameter path: The file.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the file, or ``FileError`` when it cannot be
  ///   read.
  /// - Complexity: O(*n* log *n*) in the size of the file.
  public static func readDocument(contentsOf path: String) throws -> Document {
    try readDocument(readFile(path, upTo: InputLimits.graphFileBytes), named: path)
  }

  /// Reads the bytes of a graph file.
  static func readDocument(
    _ bytes: Data, named name: String, isStrict: Bool = false
  ) throws(InputDiagnostics) -> Document {
    guard bytes.count <= InputLimits.graphFileBytes else {
      throw InputDiagnostics([
        Diagnostic(
          file: name, place: nil,
          message: InputLimits.tooManyBytes("a graph file", limit: InputLimits.graphFileBytes))
      ])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let bytes = Array(bytes)
      let text = bytes[..<UTF8Scan(bytes).firstSlipOffset].trimmingPrefix(byteOrderMark)
      let place = YAMLDocument.end(of: text)
      throw InputDiagnostics([
        Diagnostic(
          file: name, place: place, message: "found bytes that are not UTF-8; expected a text in UTF-8.")
      ])
    }
    return try readDocument(text, named: name, tables: nil, isStrict: isStrict)
  }

  /// Reads the text of a graph file.
  /// - Parameters:
  ///   - text: The whole text.
  ///   - name: What diagnostics call the file.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the text.
  public static func read(_ text: String, named name: String) throws(InputDiagnostics) -> DiplomaticGraph {
    try readDocument(text, named: name).graph
  }

  /// Reads the text of a graph file, and keeps where its parts stand.
  /// - Parameters:
  ///   - text: The whole text.
  ///   - name: What diagnostics call the file.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the text.
  public static func readDocument(_ text: String, named name: String) throws(InputDiagnostics) -> Document {
    try readDocument(text, named: name, tables: nil, isStrict: false)
  }

  /// The same.
  /// - Parameters:
  ///   - tables: What finds the tables that the text names; nil: they are files beside it.
  ///   - isStrict: Whether what is odd in them is an error.
  static func readDocument(
    _ text: String, named name: String, tables: TableOpener?, isStrict: Bool = false
  ) throws(InputDiagnostics) -> Document {
    var reader = GraphFileReader(file: name, opener: tables)
    let graph = reader.read(text)
    let oddities = reader.loaded?.oddities ?? TableOddities()
    guard let graph else {
      let isRefused = reader.loaded?.isRefused == true
      throw InputDiagnostics(
        reader.findings.sorted + (isRefused ? oddities.diagnostics(.error) : []), oddities)
    }
    if isStrict, !oddities.isEmpty { throw InputDiagnostics(oddities.diagnostics(.error), oddities) }
    var document = Document(file: name, graph: graph, places: reader.places, silences: reader.silences)
    document.warnings = reader.findings.warnings + oddities.diagnostics(.warning)
    document.oddities = oddities
    return document
  }
}
