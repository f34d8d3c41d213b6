import Foundation
import TestSupport
import Testing

@Suite struct RenderCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace(["pacts.yaml": twoPacts]) }

  @Test(arguments: [
    ("svg", "<?xml"), ("pdf", "%PDF-"), ("png", "\u{89}PNG"), ("dot", "digraph"), ("gv", "digraph"),
    ("SVG", "<?xml"),
  ])
  func endingSaysWhatIsDrawn(ending: String, beginning: String) throws {
    let outcome = try place.entente("render", "pacts.yaml", "-o", "picture.\(ending)")
    expectSuccess(outcome)
    #expect(outcome.output == "")
    let bytes = try place.bytes("picture.\(ending)")
    let start = beginning == "\u{89}PNG" ? [0x89, 0x50, 0x4E, 0x47] : Array(beginning.utf8)
    #expect(bytes.range(of: Data(start), in: 0..<min(bytes.count, 200)) != nil)
    #expect(place.contents == ["pacts.yaml", "picture.\(ending)"])
  }

  @Test(arguments: ["dot", "neato", "fdp", "sfdp", "circo", "twopi"])
  func everyEngineDraws(engine: String) throws {
    let outcome = try place.entente("render", "pacts.yaml", "--engine", engine, "-o", "picture.svg")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try place.text("picture.svg").contains("Alpha"))
  }

  @Test func namesStandInTheLanguageAskedFor() throws {
    expectSuccess(try place.entente("render", "pacts.yaml", "--language", "ja", "-o", "ja.svg"))
    #expect(try place.text("ja.svg").contains("大日本帝国"))
    expectSuccess(try place.entente("render", "pacts.yaml", "-o", "en.svg"))
    #expect(try place.text("en.svg").contains("Beta"))
  }

  @Test func dateAndReadingDecideWhatIsDrawn() throws {
    func dot(_ arguments: String...) throws -> String {
      let all = ["render", "pacts.yaml", "-o", "picture.dot"] + arguments
      expectSuccess(try run(builtProgram("entente"), all, in: place.folder))
      return try place.text("picture.dot")
    }
    #expect(try dot().contains("Second pact"))
    #expect(try !dot("--at", "1924-01-01").contains("Second pact"))
    #expect(try dot("--at", "1930-01-01").contains("Second pact"))
    #expect(try !dot("--at", "1930-01-01", "--reading", "loose").contains("Second pact"))
  }

  @Test func pictureThatIsThereIsReplacedWhole() throws {
    try place.write(String(repeating: "old ", count: 100_000), to: "picture.dot")
    expectSuccess(try place.entente("render", "pacts.yaml", "-o", "picture.dot"))
    #expect(try !place.text("picture.dot").contains("old old"))
    #expect(place.contents == ["pacts.yaml", "picture.dot"])
  }

  @Test func linkKeepsPointingAtWhatIsReplaced() throws {
    try place.write("old", to: "folder/real.dot")
    try FileManager.default.createSymbolicLink(
      atPath: place.folder.appending(path: "link.dot").path, withDestinationPath: "folder/real.dot")
    expectSuccess(try place.entente("render", "pacts.yaml", "-o", "link.dot"))
    #expect(try place.text("folder/real.dot").contains("digraph"))
    #expect(place.contents == ["folder", "folder/real.dot", "link.dot", "pacts.yaml"])
  }

  @Test(arguments: ["picture", "picture.gif", "svg", "picture.svg.txt"])
  func pictureWithoutAKnownEndingIsRefused(name: String) throws {
    expectRefusal(
      try place.entente("render", "pacts.yaml", "-o", name), code: 64, saying: "'\(name)'",
      ".svg, .pdf, .png or .dot")
    #expect(place.contents == ["pacts.yaml"])
  }

  @Test(arguments: [
    (
      ["--every", "P2Y", "--from", "1921", "--to", "1925", "--style", "timeline"],
      "--every goes with --style ties"
    ),
    (["--members", "--style", "full"], "--members goes with --style timeline"),
    (["--in-force", "--members"], "--members goes with --style timeline"),
    (["--at", "1941", "--with", "1942", "--every", "P1Y"], "exclude each other"),
  ])
  func anOptionOfAnotherPictureIsRefused(options: [String], words: String) throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    let outcome = try place.entente(["render", "pacts.yaml", "-o", "x.svg"] + options)
    expectRefusal(outcome, code: 64, saying: words)
    #expect(place.contents == ["pacts.yaml"])
  }
}
