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
  var oddities: [TableOddities] = []
  for file in files {
    do {
      documents.append(try input.readUnreported(file))
      oddities += documents.suffix(1).map(\.oddities)
    } catch let error as InputDiagnostics {
      diagnostics += error.diagnostics
      oddities.append(error.oddities)
    } catch let error as FileError {
      unread = unread ?? error
    }
  }
  try input.writeReport(oddities)
  if let unread, diagnostics.isEmpty { throw unread }
  if let unread { say("error: \(unread)") }
  guard diagnostics.isEmpty else { throw InputDiagnostics(diagnostics) }
  return documents
}
