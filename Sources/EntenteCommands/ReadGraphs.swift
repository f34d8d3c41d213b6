import EntenteKit

/// Reads several graph files, and keeps where their parts stand.
/// - Throws: ``InputDiagnostics`` with what is wrong in all of them together, or ``FileError`` when nothing is wrong
///   but that a file cannot be read.
func readDocuments(_ files: [String], _ input: InputArguments) throws -> [GraphFile.Document] {
  guard files.count(where: { $0 == GraphReading.standardInput }) < 2 else {
    throw Misuse("standard input ('-') is named twice; expected it once.")
  }
  var documents: [GraphFile.Document] = []
  var diagnostics: [Diagnostic] = []
  var unread: FileError?
  for file in files {
    do {
      documents.append(try input.readDocument(file))
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
