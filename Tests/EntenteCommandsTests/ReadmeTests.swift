import Foundation
import TestSupport
import Testing

/// The samples of the README and of Documentation/Scripting.md are the snippets, and print what stands there.
struct ReadmeTests {
  private static let readme = try? String(
    contentsOf: projectFolder.appending(path: "README.md"), encoding: .utf8)

  /// The text of the first block of a language.
  private func block(_ language: String) throws -> String {
    let readme = try #require(Self.readme)
    let start = try #require(readme.firstRange(of: "```\(language)\n")).upperBound
    let end = try #require(readme[start...].firstRange(of: "```")).lowerBound
    return String(readme[start..<end])
  }

  @Test func theSampleIsTheSnippetThatIsBuilt() throws {
    let file = projectFolder.appending(path: "Snippets/WhoStoodBetween.swift")
    let snippet = try String(contentsOf: file, encoding: .utf8)
    #expect(snippet.drop { $0 == "/" || $0 == " " }.contains(try block("swift")))
    let lines = try block("swift").split(separator: "\n")
    #expect(lines.count <= 10, "the README promises ten lines")
  }

  @Test func theSamplePrintsWhatTheReadmeSays() throws {
    let program = builtProgram("WhoStoodBetween")
    let outcome = try run(program, [], in: projectFolder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == (try block("text")))
  }

  @Test(arguments: zip(0..<3, ["InForceOnADay", "RankedInCode", "OneJourney"]))
  func theProgramsForScriptsPrintWhatTheirGuideSays(place: Int, name: String) throws {
    let guide = try String(
      contentsOf: projectFolder.appending(path: "Documentation/Scripting.md"), encoding: .utf8)
    func blocks(_ language: String) -> [String] {
      guide.components(separatedBy: "```\(language)\n").dropFirst().map {
        $0.components(separatedBy: "```")[0]
      }
    }
    let file = projectFolder.appending(path: "Snippets/\(name).swift")
    #expect(try String(contentsOf: file, encoding: .utf8).hasSuffix(blocks("swift")[place]))
    let outcome = try run(builtProgram(name), [], in: projectFolder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == blocks("text")[place])
  }

  @Test func everyLinkOfTheReadmeLeadsSomewhere() throws {
    let readme = try #require(Self.readme)
    let targets = readme.matches(of: #/\]\(([^)#]+)\)/#).map { String($0.output.1) }
    #expect(targets.count > 8)
    for target in targets where !target.hasPrefix("http") {
      #expect(
        FileManager.default.fileExists(atPath: projectFolder.appending(path: target).path),
        "\(target) is missing")
    }
  }
}
