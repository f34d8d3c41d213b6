import EntenteKit

/// Reads several graph files.
/// - Throws: ``InputDiagnostics`` with what is wrong in all of them together, or ``FileError`` when nothing is wrong
///   but that a file cannot be read.
func readGraphs(_ files: [String]) throws -> [DiplomaticGraph] {
  try readDocuments(files).map(\.graph)
}

/// Reads several graph files, and keeps where their parts stand.
/// - Throws: As ``readGraphs(_:)`` does.
func readDocuments(_ files: [String]) throws -> [GraphFile.Document] {
  var documents: [GraphFile.Document] = []
  var diagnostics: [Diagnostic] = []
  var unread: FileError?
  for file in files {
    do {
      documents.append(try GraphInput.readDocument(contentsOf: file))
    } catch let error as InputDiagnostics {
      diagnostics += error.diagnostics
    } catch let error as FileError {
      unread = unread ?? error
    }
  }
  if let unread, diagnostics.isEmpty { throw unread }
  if let unread { say("error: \(unread)") }
  guard diagnostics.isEmpty else { throw InputDiagnostics(diagnostics) }
  return documents
}
