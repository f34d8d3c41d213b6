import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Texts that are not the YAML of a graph file, by mistake or by malice.
@Suite struct GraphFileYAMLTests {
  // MARK: Repeated keys

  /// A text after the header, and the place of each repeated key with the line where it is first.
  struct Repetition: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: [String]
    var testDescription: String { text }

    init(_ text: String, _ expected: String...) {
      self.text = text
      self.expected = expected.map {
        let parts = $0.split(separator: " ")
        return
          "\(parts[0]) '\(parts[1])' is here for the second time; expected it once (it is first on line \(parts[2]))."
      }
    }
  }

  @Test(arguments: [
    Repetition("actors:\n  a: A\n  b: B\n  a: C\n", "6:3 a 4"),
    Repetition("actors:\n  a: A\n  a: B\n  a: C\n", "5:3 a 4", "6:3 a 4"),
    Repetition("actors:\n  ab: A\n  ab: B\n  ab: C\n  ab: D\n", "5:3 ab 4", "6:3 ab 4", "7:3 ab 4"),
    Repetition("actors: { a: A, b: B, a: C }\n", "3:23 a 3"),
    Repetition("actors: { a: A, a: B, a: C }\n", "3:17 a 3", "3:23 a 3"),
    Repetition("actors: { a: A,\n  b: { name: \"a: {\" },\n  a: C }\n", "5:3 a 3"),
    Repetition("actors:\n  a: A\n  \"a\": B\n  'a': C\n", "5:4 a 4", "6:4 a 4"),
    Repetition("actors: { \"a\": A, 'a': B, a: C }\n", "3:20 a 3", "3:27 a 3"),
    Repetition("actors:\n  a : A\n  a  : B\n", "5:3 a 4"),
    Repetition("actors:\n  a:\n    name: A\n    note: N\n    name: B\n", "7:5 name 5"),
    Repetition("actors:\n  - id: a\n    name: A\n    name: B\n", "6:5 name 5"),
    Repetition(
      "actors:\n  a: { name: A, name: B }\n  b: { name: B, name: C }\n", "4:17 name 4", "5:17 name 5"),
    Repetition("actors:\n  a: { name: { en: A, en: B } }\n", "4:23 en 4"),
    Repetition("actors:\n  a: { name: A, identifiers: { w: A, w: B } }\n", "4:38 w 4"),
    Repetition("actors:\n  a:\n    # name: no\n    name: A\n\n    # name: no\n    name: B\n", "9:5 name 6"),
    Repetition("actors:\n  a:\n    name: |\n      name: A\n      name: A\n    name: B\n", "8:5 name 5"),
    Repetition("actors:\n  a: { name: \"x, name: y\", name: B }\n", "4:28 name 4"),
    Repetition("title: U\n", "3:1 title 2"),
    Repetition("actors:\n  a: A\nevents:\n  e: E\nactors:\n  a: A\n", "7:1 actors 3"),
  ])
  func repeatedKeyIsToldWhereItStandsAgain(_ repetition: Repetition) {
    for lineEnd in ["\n", "\r\n"] {
      let text = (header + repetition.text).replacing("\n", with: lineEnd)
      #expect(problems(in: text) == repetition.expected, "\(text.debugDescription)")
    }
  }

  @Test func repeatedKeysDoNotHideOtherMistakes() {
    let found = problems(in: header + "actors:\n  a: { name: A, name: B, sort: C }\n  b:\n")
    #expect(found.count == 3, "\(found)")
    #expect(found.map { $0.prefix(4) } == ["4:17", "4:26", "5:5 "], "\(found)")
  }

  @Test func mostRepeatedKeysAreReportedAndTheReaderGivesUp() {
    let found = problems(in: header + "actors:\n" + String(repeating: "  a: A\n", count: 150))
    #expect(found.count == 101, "\(found.count) diagnostics")
  }

  // MARK: Whole texts

  @Test(arguments: [
    "", "\n\n", "# nothing\n  # but comments\n", "---\n", "~\n", "null", "\u{FEFF}", "\u{FEFF}# x\n",
  ])
  func emptyFileIsTold(text: String) {
    #expect(
      problems(in: text) == ["- the file is empty; a graph file begins with 'entente: 1'."],
      "\(text.debugDescription)")
  }

  @Test(
    arguments: [
      ("- entente: 1\n", "1:1 found a list; expected a mapping that begins with 'entente: 1'."),
      ("[]", "1:1 found a list; expected a mapping that begins with 'entente: 1'."),
      ("A text", "1:1 found 'A text'; expected a mapping that begins with 'entente: 1'."),
      ("\"\"", "1:1 found ''; expected a mapping that begins with 'entente: 1'."),
      (
        header + "---\n" + header,
        "3:1 a second YAML document begins here; expected one, which holds the whole graph."
      ),
    ])
  func otherTextIsTold(text: String, expected: String) {
    #expect(problems(in: text) == [expected], "\(text)")
  }

  @Test(
    arguments: [
      // Tabs, brackets and quotes left open, undefined aliases, control characters, directives, indentation.
      (header + "actors:\n\ta: A\n", 4), (header + "\tactors: {}\n", 3), (header + "actors: { a: A\n", 3),
      (header + "actors: [a, b\nevents: {}\n", 3), (header + "summary: \"open\n", 3),
      (header + "actors: *a\n", 3),
      (header + "summary: \u{1}\n", 3), (header + "summary: a\u{0}b\n", 3),
      (header + "summary: Япония \u{7F}\n", 3),
      ("%YAML 9.9\n---\n" + header, 1), (header + "actors:\n  a: A\n b: B\n", 5),
      (header + "summary: a: b\n", 3),
      (header + "actors: @a\n", 3), (header + "authors: - A\n", 3),
    ])
  func textThatIsNoYAMLIsToldWithItsLine(text: String, line: Int) {
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let found = diagnostics(in: text)
      #expect(found.count == 1, "\(found) in \(text.debugDescription)")
      #expect(found.first?.place?.line == line, "\(found) in \(text.debugDescription)")
    }
  }

  // MARK: Anchors, depth and size

  @Test(
    arguments: [
      ("actors: { a: &x A }\n", "3:14", "x"), ("actors: &all { a: A }\n", "3:9", "all"),
      ("actors:\n  a: &x { name: A }\n  b: *x\n", "4:6", "x"),
    ])
  func anchorsAreRefused(text: String, place: String, name: String) {
    #expect(
      problems(in: header + text) == [
        "\(place) '&\(name)' is an anchor; a graph file does not use YAML's anchors and aliases. Put a text that begins with '&' in quotes."
      ], "\(text)")
  }

  @Test(arguments: ["summary: R&D & *more*", "summary: \"&x and *x\"", "summary: |\n  &x [*x, *x]\n"])
  func textThatLooksLikeAnchorsIsText(text: String) throws {
    #expect(try readGraph(header + text + "\n").summary != nil)
  }

  /// Lists of lists of lists, each twice or ten times in the next; with a key that holds the last.
  private static func laughs(times: Int, levels: Int, isKey: Bool) -> String {
    var text = header + "l0: &l0 [lol]\n"
    for level in 1...levels {
      let aliases = [String](repeating: "*l\(level - 1)", count: times).joined(separator: ", ")
      text += "l\(level): &l\(level) [\(aliases)]\n"
    }
    return text + (isKey ? "? *l\(levels)\n: x\n" : "")
  }

  @Test(.timeLimit(.minutes(1)), arguments: [(2, 60), (10, 12), (100, 9)], [false, true])
  func textThatStandsForBillionsIsRefusedAtOnce(size: (times: Int, levels: Int), isKey: Bool) {
    let text = Self.laughs(times: size.times, levels: size.levels, isKey: isKey)
    let found = diagnostics(in: text)
    #expect(found.count == size.levels + 1 && found[0].message.hasPrefix("'&l0' is an anchor"), "\(found)")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func deepNestingIsRefused(opening: String) {
    let found = diagnostics(in: header + "actors:\n  " + String(repeating: opening, count: 100_000))
    #expect(found.count == 1, "\(opening): \(found.count)")
    #expect(
      found.first?.message
        == "lists and mappings are nested more than 100 deep here; a graph file needs fewer than ten levels.",
      "\(opening): \(found)")
  }

  @Test func nestingBelowTheLimitIsReadWithoutACrash() {
    let found = problems(
      in: header + "actors: " + String(repeating: "[", count: 90) + String(repeating: "]", count: 90))
    #expect(found == ["3:10 found a list; expected an actor, as a mapping with an 'id'."])
  }

  @Test func lineOfTenMegabytesIsRead() throws {
    let line = String(repeating: "x", count: 10_000_000)
    #expect(try readGraph(header + "summary: \(line)\n").summary?.utf8.count == line.utf8.count)
    let found = diagnostics(in: header + "actors: \(line)\n")
    #expect(found.count == 1 && found[0].message.count < 200, "\(found.count)")
  }

  @Test(.timeLimit(.minutes(2))) func aThousandMistakesAreToldOneByOne() {
    let actors = (0..<1000).map { "  actor-number-\($0): A\n" }.joined()
    let parties = (0..<1000).map { "akter-numbr-\($0)" }.joined(separator: ", ")
    let found = diagnostics(
      in: header + "actors:\n\(actors)agreements: { p: { name: P, parties: [\(parties)] } }\n")
    #expect(found.count == 1000)
  }

  // MARK: Files

  @Test func bytesThatAreNotUTF8AreToldWithTheirPlace() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "graph.yaml").path
    for (bytes, place) in [
      (Data("entente: 1\ntitle: Я".utf8) + [0xFF] + Data("\n".utf8), (2, 9)),
      (Data([0xFE, 0xFF, 0, 0x65]), (1, 1)),
      (Data("entente: 1\r\ntitle: a".utf8) + [0xC3], (2, 9)),
      (Data("title: ".utf8) + [0xED, 0xA0, 0x80], (1, 8)),
      // The places of all diagnostics go by the line ends of YAML 1.1.
      (Data("entente: 1\rtitle: a\u{85}b\u{2028}cd".utf8) + [0xC3], (4, 3)),
      (Data("\u{FEFF}title: ".utf8) + [0xC3], (1, 8)),
    ] {
      try bytes.write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: InputDiagnostics.self) { try GraphFile.read(contentsOf: path) }
      #expect(
        error?.description
          == "\(path):\(place.0):\(place.1): error: found bytes that are not UTF-8; expected a text in UTF-8.",
        "\(Array(bytes))")
    }
  }

  @Test func fileIsReadAndWhatCannotBeReadIsAFileError() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "graph.yaml").path
    #expect(throws: FileError.self) { try GraphFile.read(contentsOf: path) }
    #expect(throws: FileError.self) { try GraphFile.read(contentsOf: folder.path) }
    try Data(header.utf8).write(to: URL(fileURLWithPath: path))
    #expect(try GraphFile.read(contentsOf: path).title.text(in: "en") == "T")
  }
}
