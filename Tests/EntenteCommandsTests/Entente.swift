import Foundation
import TestSupport
import Testing

/// A folder in which the command is run; it goes when the test is over.
final class Workplace {
  let folder: URL

  /// A folder with files of these names and texts.
  init(_ files: [String: String] = [:]) throws {
    folder = try temporaryFolder()
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The whole path of a file here.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Every file and folder inside, sorted.
  var contents: [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  /// Runs `entente` here.
  func entente(_ arguments: String...) throws -> Outcome { try entente(arguments) }

  /// Runs the program here.
  func entente(_ arguments: [String]) throws -> Outcome {
    try run(builtProgram("entente"), arguments, in: folder)
  }
}

/// Whether a refusal is one sentence on standard error, its exit code as documented, and nothing else.
func expectRefusal(
  _ outcome: Outcome, code: Int32, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  let lines = outcome.errors.split(separator: "\n")
  #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.output == "", sourceLocation: sourceLocation)
  #expect(lines.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
  let ends = outcome.errors.hasSuffix(".\n") || outcome.errors.hasSuffix("?\n")
  #expect(outcome.errors.hasPrefix("error: ") && ends, "\(outcome.errors)", sourceLocation: sourceLocation)
  for word in words {
    #expect(outcome.errors.contains(word), "\(outcome.errors)", sourceLocation: sourceLocation)
  }
  #expect(!outcome.errors.contains("Optional("), "\(outcome.errors)", sourceLocation: sourceLocation)
}

/// Whether a command worked and left standard error empty.
func expectSuccess(_ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.errors == "", sourceLocation: sourceLocation)
  #expect(!outcome.output.contains("Optional("), "\(outcome.output)", sourceLocation: sourceLocation)
}
