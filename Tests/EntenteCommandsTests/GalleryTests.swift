import Foundation
import TestSupport
import Testing

/// The gallery shows what its commands draw.
@Suite struct GalleryTests {
  struct Exhibit: CustomTestStringConvertible, Sendable {
    /// The picture as the page names it, relative to Documentation.
    let picture: String
    /// The words of the command after `entente`.
    let words: [String]
    var testDescription: String { picture }
  }

  /// The pictures of the page, each with the command under it.
  static let exhibits: [Exhibit] = {
    let file = projectFolder.appending(path: "Documentation/Gallery.md")
    guard let page = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return page.components(separatedBy: "![").dropFirst().compactMap { block in
      guard let name = block.firstMatch(of: /\]\(([^)]+)\)/)?.1,
        let command = block.firstMatch(of: /```sh\nentente ([^\n]+)\n```/)?.1
      else { return nil }
      return Exhibit(picture: String(name), words: command.split(separator: " ").map(String.init))
    }
  }()

  @Test func everyPictureHasItsCommand() throws {
    let page = try String(
      contentsOf: projectFolder.appending(path: "Documentation/Gallery.md"), encoding: .utf8)
    #expect(Self.exhibits.count >= 9)
    #expect(Self.exhibits.count == page.components(separatedBy: "![").count - 1)
    let folder = projectFolder.appending(path: "Documentation/Gallery")
    let committed = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { "Gallery/\($0)" }
    // Pages after the first have a number.
    let firsts = committed.filter { $0.firstMatch(of: /-[0-9]+\.svg$/) == nil }
    #expect(Set(firsts) == Set(Self.exhibits.map(\.picture)))
  }

  @Test(arguments: exhibits)
  func theCommandDrawsThePicture(exhibit: Exhibit) throws {
    let place = try Workplace()
    let output = place.path("picture.svg")
    var words = exhibit.words
    let option = try #require(words.lastIndex { $0 == "-o" || $0 == "--draw" })
    #expect(words[option + 1] == "Documentation/\(exhibit.picture)")
    words[option + 1] = output
    let outcome = try run(builtProgram("entente"), words, in: projectFolder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let drawn = try Data(contentsOf: URL(filePath: output))
    #expect(try XMLTree.parse(Array(drawn)).name == "svg")
    let shown = try Data(contentsOf: projectFolder.appending(path: "Documentation/\(exhibit.picture)"))
    if drawsAlike, !exhibit.words.contains("ties"), !exhibit.words.contains("full") {
      #expect(drawn == shown, "run Scripts/docs and look at the difference")
    } else {
      #expect(try drawnTexts(drawn) == drawnTexts(shown), "run Scripts/docs and look at the difference")
    }
  }
}
