import ArgumentParser
import EntenteCommands
import Foundation
import TestSupport
import Testing

/// The arguments that fuzzing begins with and that it has found: each is a command, or has a message.
@Suite struct FoundOptionsTests {
  @Test(arguments: ["seeds", "found"])
  func argumentsAreACommandOrHaveAMessage(kind: String) throws {
    let folder = projectFolder.appending(path: "Tests/Fixtures/Fuzzing/\(kind)/options")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    for file in files {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let arguments = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      do {
        _ = try Entente.parseAsRoot(arguments)
      } catch {
        #expect(!Entente.message(for: error, arguments).isEmpty, "\(arguments)")
      }
    }
  }
}
