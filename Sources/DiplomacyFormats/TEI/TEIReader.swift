import Diplomacy
import Foundation

/// Reads TEI P5: our own, from which the whole graph comes back, and that of others: people, organisations, places, events,
/// relations and letters, wherever in a file they are described, and across the files of a folder.
///
/// What is read is described in Documentation/Formats.md. Nothing is fetched; names in running text are not read.
enum TEIReader {
  /// Reads documents into one graph.
  /// - Parameters:
  ///   - files: The documents, with what diagnostics call them, in order.
  ///   - name: What the whole is called.
  ///   - isStrict: Whether what cannot be read is an error.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(
    _ files: [(name: String, data: Data)], named name: String, isStrict: Bool
  ) throws(InputDiagnostics) -> GraphFile.Document {
    if files.count == 1 {
      let file = files[0]
      var findings = ImportFindings(file: file.name, isStrict: isStrict)
      if isOurs(file.data) {
        var reader = TEIOwnReader()
        TEIDocument.read(file.data, &findings) { reader.take($0, $1, &$2) }
        try findings.check()
        let graph = reader.graph(&findings)
        try findings.check()
        return GraphFile.Document(imported: (graph, findings.warnings), from: name)
      }
    }
    var builder = TEIGraphBuilder(files.map { ImportFindings(file: $0.name, isStrict: isStrict) })
    for (index, file) in files.enumerated() {
      builder.file = index
      var findings = builder.findings[index]
      TEIDocument.read(file.data, &findings) { builder.take($0, $1, &$2) }
      builder.findings[index] = findings
    }
    try check(builder.findings)
    let graph = builder.graph(named: name)
    try check(builder.findings)
    return GraphFile.Document(imported: (graph, builder.findings.flatMap(\.warnings)), from: name)
  }

  /// Whether a document says that Entente wrote it.
  private static func isOurs(_ data: Data) -> Bool {
    var isOurs = false
    var findings = ImportFindings(file: "")
    // The header comes first, and says so before long.
    TEIDocument.read(data, &findings, upTo: "teiHeader") { node, _, _ in
      if node.name == "application", node["ident"] == TEIFormat.application { isOurs = true }
    }
    return isOurs
  }

  private static func check(_ findings: [ImportFindings]) throws(InputDiagnostics) {
    var all: [Diagnostic] = []
    for finding in findings {
      do throws(InputDiagnostics) { try finding.check() } catch { all += error.diagnostics }
    }
    if !all.isEmpty { throw InputDiagnostics(all) }
  }
}
