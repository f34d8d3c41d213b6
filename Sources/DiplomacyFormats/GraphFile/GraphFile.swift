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
    let bytes = try readFile(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = placeOfInvalidUTF8(bytes)
      throw InputDiagnostics([
        Diagnostic(
          file: path, place: place, message: "found bytes that are not UTF-8; expected a text in UTF-8.")
      ])
    }
    return try read(text, named: path)
  }

  /// Reads the text of a graph file.
  /// - Parameters:
  ///   - text: The whole text.
  ///   - name: What diagnostics call the file.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the text.
  public static func read(_ text: String, named name: String) throws(InputDiagnostics) -> DiplomaticGraph {
    var reader = GraphFileReader(file: name)
    guard let graph = reader.read(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text) else {
      throw InputDiagnostics(reader.findings.sorted)
    }
    return graph
  }

  private static func placeOfInvalidUTF8(_ bytes: Data) -> Diagnostic.Place {
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return Diagnostic.Place(line: line, column: column)
  }
}
