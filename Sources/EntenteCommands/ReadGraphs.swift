import Diplomacy
import DiplomacyFormats

/// Reads several graph files.
/// - Throws: ``InputDiagnostics`` with what is wrong in all of them together.
func readGraphs(_ files: [String]) throws -> [DiplomaticGraph] {
  var graphs: [DiplomaticGraph] = []
  var diagnostics: [Diagnostic] = []
  for file in files {
    do {
      graphs.append(try GraphFile.read(contentsOf: file))
    } catch let error as InputDiagnostics {
      diagnostics += error.diagnostics
    }
  }
  guard diagnostics.isEmpty else { throw InputDiagnostics(diagnostics) }
  return graphs
}
