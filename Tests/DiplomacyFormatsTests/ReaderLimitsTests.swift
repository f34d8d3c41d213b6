import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Inputs that are too much, and odd ones that are not: each ends soon, with a graph or with the sentence that it deserves.
@Suite struct ReaderLimitsTests {
  private typealias Result = (graph: DiplomaticGraph?, messages: [String])

  private static func result(_ read: () throws(InputDiagnostics) -> (DiplomaticGraph, [Diagnostic])) -> Result
  {
    do throws(InputDiagnostics) {
      let (graph, warnings) = try read()
      return (graph, warnings.map(\.message))
    } catch {
      return (nil, error.diagnostics.map(\.message))
    }
  }

  private static func table(_ bytes: Data) -> Result {
    result { () throws(InputDiagnostics) in
      let (graph, warnings) = try EdgeListReader.read(bytes, named: "t.csv", isDirected: false)
      return (graph, warnings)
    }
  }

  private static func table(_ text: String) -> Result { table(Data(text.utf8)) }

  private static func graphML(_ body: String, keys: String = "") -> Result {
    let text =
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"urn:y\">\(keys)<graph edgedefault=\"undirected\">"
      + "\(body)</graph></graphml>"
    return result { () throws(InputDiagnostics) in
      let (graph, warnings) = try GraphMLReader.read(Data(text.utf8), named: "t.graphml")
      return (graph, warnings)
    }
  }

  private static func graphFile(_ text: String) -> Result {
    result { () throws(InputDiagnostics) in (try GraphFile.read(header + text, named: "t.yaml"), []) }
  }

  private static func nodes(_ ids: some Sequence<String>) -> String {
    ids.map { "<node id=\"\($0)\"/>" }.joined()
  }

  /// Checks that something takes less than ten seconds, in a debug build beside other tests.
  private static func soon(_ location: SourceLocation = #_sourceLocation, _ body: () -> Void) {
    let time = ContinuousClock().measure(body)
    #expect(time < .seconds(10), sourceLocation: location)
  }

  // MARK: Documentation

  @Test func documentationTellsTheLimits() throws {
    let text = try String(
      contentsOf: projectFolder.appending(path: "Documentation/Limits.md"), encoding: .utf8)
    let megabytes = { (bytes: Int) in "\(bytes / InputLimits.megabyte) MB" }
    let number = InputLimits.grouped
    for (what, limit) in [
      ("the bytes of a graph file", megabytes(InputLimits.graphFileBytes)),
      ("the keys, texts, lists and mappings of a graph file", number(InputLimits.graphFileNodes)),
      ("the levels of lists and mappings inside each other", number(InputLimits.graphFileLevels)),
      ("the letters of an id, or of another word such as a kind or a role", number(InputLimits.wordLetters)),
      ("the readings of a graph", number(InputLimits.readings)),
      (
        "the mistakes of a graph file that are told; behind them the search ends",
        number(InputLimits.graphFileMistakes)
      ),
      ("accents upon one letter, in any file", number(Accents.most)),
      ("the bytes of GraphML or of a table of edges", megabytes(InputLimits.networkBytes)),
      ("the nodes, and the edges, of a network in one of these", number(InputLimits.networkElements)),
      (
        "the mistakes of such a file that are told one by one; the others are counted",
        number(ImportFindings.most)
      ),
      ("the mistakes after which no more are looked for", number(InputLimits.networkMistakes)),
      (
        "the texts that are no date; beyond them dates are read only in EDTF and as whole years",
        number(InputLimits.networkMistakes)
      ),
      ("the columns of a table", number(InputLimits.columns)),
      ("the keys that GraphML declares", number(InputLimits.keys)),
      ("the attributes of one element of XML", number(InputLimits.attributes)),
      ("the ends of a hyperedge", number(InputLimits.ends)),
    ] {
      #expect(text.contains("\n| \(what) | \(limit) |\n"), "\(what): \(limit)")
    }
  }

  // MARK: Too much

  @Test func moreThanTheLimitIsRefusedWithASentence() {
    let many = InputLimits.grouped
    for (found, sentence) in [
      (
        Self.graphFile("readings:\n" + (0...InputLimits.readings).map { "  r\($0): R\n" }.joined()),
        "the graph has more than 200 readings; expected at most as many."
      ),
      (
        Self.graphFile("actors: { \(String(repeating: "a", count: 501)): { name: A } }\n"),
        "found a word of 501 letters; expected the id of an actor, of 500 letters at most."
      ),
      (
        Self.graphFile("actors: { a: { name: \"A\(String(repeating: "\u{301}", count: 31))\" } }\n"),
        Accents.message
      ),
      (
        Self.table((0...InputLimits.columns).map { "c\($0)" }.joined(separator: ",") + "\na,b\n"),
        "the table has more than 10,000 columns; expected at most as many."
      ),
      (
        Self.graphML("<node id=\"a\" \((0...1000).map { "a\($0)=\"\"" }.joined(separator: " "))/>"),
        "this element has more than 1,000 attributes; expected at most as many."
      ),
      (
        Self.graphML(
          "<node id=\"a\"/>", keys: (0...10_000).map { "<key id=\"k\($0)\" for=\"node\"/>" }.joined()),
        "the file has more than 10,000 keys; expected at most as many."
      ),
      (
        Self.graphML(
          "<node id=\"a\"/><hyperedge>\(String(repeating: "<endpoint node=\"a\"/>", count: InputLimits.ends + 1))</hyperedge>"
        ),
        "this hyperedge has more than \(many(InputLimits.ends)) endpoints; expected at most as many."
      ),
    ] {
      #expect(
        found.graph == nil && found.messages.contains(sentence), "\(sentence)\n\(found.messages.prefix(3))")
    }
  }

  @Test func filesOfTooManyBytesAreRefusedUnread() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, limit, what) in [
      ("g.yaml", InputLimits.graphFileBytes, "a graph file"), ("g.csv", InputLimits.networkBytes, "a table"),
      ("g.graphml", InputLimits.networkBytes, "an XML document"),
    ] {
      // A file with a hole takes no room on the disk.
      let path = folder.appending(path: name).path
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.truncate(atOffset: UInt64(limit) + 1)
      try file.close()
      let error = #expect(throws: InputDiagnostics.self) { try GraphReading.readDocument(contentsOf: path) }
      #expect(error?.diagnostics.map(\.message) == [InputLimits.tooManyBytes(what, limit: limit)], "\(name)")
    }
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["ENTENTE_THOROUGH"] != nil, "Scripts/test --thorough"))
  func filesOfTooManyPartsAreRefused() {
    let most = InputLimits.grouped(4_000_000)
    for (found, what) in [
      (
        Self.graphFile("x: [\(String(repeating: "a,", count: 4_000_000))]\n"),
        "the file has more than \(most) keys"
      ),
      (
        Self.table("source,target\n" + String(repeating: "a,b\n", count: 4_000_001)),
        "the table has more than \(most) rows"
      ),
    ] {
      #expect(found.messages.contains { $0.hasPrefix(what) }, "\(what)\n\(found.messages.prefix(3))")
    }
  }

  // MARK: Anchors

  @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"])
  func anchorsAreRefusedWhateverEndsTheLines(lineEnd: String) {
    var text = "a: &a [\(String(repeating: "x,", count: 9))]\(lineEnd)"
    for (name, before) in zip("bcdefghij", "abcdefghi") {
      text += "\(name): &\(name) [\(String(repeating: "*\(before),", count: 9))]\(lineEnd)"
    }
    Self.soon { #expect(YAMLDocument(text).root == nil) }
    let problems = YAMLDocument(text).problems
    #expect(
      problems.count == 10 && problems.allSatisfy { $0.message.contains("is an anchor") }, "\(problems)")
    #expect(problems.compactMap(\.place?.line) == Array(1...10))
  }

  // MARK: Numbers that are no dates

  @Test(arguments: [
    "-9223372036854775808", "-9223372036854775807", "9223372036854775807", "9223372036854775808",
    "-99999999999999999999", "Y-9223372036854775808", "Y9223372036854775807", "292000000001", "-292000000001",
  ])
  func yearsBeyondAllYearsAreToldOrLeftOut(year: String) {
    for header in ["source,target,when\na,b,\(year)\n", "source,target,start,end\na,b,\(year),\(year)\n"] {
      let found = Self.table(header)
      #expect(
        found.graph == nil && found.messages.contains { $0.hasPrefix("found the date '\(year)'; expected") },
        "\(found.messages)")
    }
    for (key, owner) in [
      ("edge", "<node id=\"a\"/><edge source=\"a\" target=\"a\"><data key=\"w\">\(year)</data></edge>"),
      ("node", "<node id=\"a\"><data key=\"w\">\(year)</data></node>"),
    ] {
      let keys = "<key id=\"w\" for=\"\(key)\" attr.name=\"when\" attr.type=\"long\"/>"
      let found = Self.graphML(owner, keys: keys)
      #expect(
        found.graph?.entities.count == 1 && found.messages.contains { $0.contains("the first is '\(year)'") },
        "\(found.messages)")
    }
  }

  @Test(arguments: [
    ("-292000000000", "Y-292000000000"), ("292000000000", "Y292000000000"), ("-0", "0000"), ("17.0", "0017"),
  ])
  func yearsOfAnyLengthAreYears(year: String, edtf: String) {
    #expect(Self.table("source,target,when\na,b,\(year)\n").graph?.statements.first?.when?.edtf == edtf)
  }

  // MARK: Hyperedges

  @Test func aHyperedgeThatNamesANodeTwiceTakesItOnce() {
    let found = Self.graphML(
      Self.nodes(["a", "b"])
        + "<hyperedge id=\"h\"><endpoint node=\"a\"/><endpoint node=\"b\"/><endpoint node=\"a\"/><endpoint node=\"a\"/></hyperedge>"
    )
    #expect(
      found.graph?.statements.map { "\($0.subject) \($0.role) \($0.object)" } == ["a party h", "b party h"])
    #expect(
      found.messages
        == [String](repeating: "the hyperedge 'h' names the node 'a' twice; it is taken once.", count: 2))
  }

  @Test func hyperedgesThatShareAnIDWithAnythingGetTheirOwn() {
    let end = "<endpoint node=\"a\"/>"
    let found = Self.graphML(
      Self.nodes(["a", "n", "h-hyperedge-2"]) + "<hyperedge id=\"h\">\(end)</hyperedge>"
        + "<hyperedge id=\"h\">\(end)</hyperedge><hyperedge id=\"h\">\(end)</hyperedge><hyperedge id=\"n\">\(end)</hyperedge>"
    )
    #expect(
      found.graph?.entities.map(\.id.rawValue)
        == ["a", "n", "h-hyperedge-2", "h", "h-hyperedge", "h-hyperedge-3", "n-hyperedge"])
    #expect(Set(found.graph?.statements.map(\.id) ?? []).count == 4)
    #expect(found.messages.count == 3)
  }

  @Test func anEmptyIDIsNone() {
    let found = Self.graphML(
      Self.nodes(["a", "b"])
        + "<edge id=\"\" source=\"a\" target=\"b\"/><hyperedge id=\"\"><endpoint node=\"a\"/></hyperedge>")
    #expect(found.graph?.entities.map(\.id.rawValue) == ["a", "b", "hyperedge-3"])
    #expect(found.graph?.statements.map(\.id.rawValue) == ["link.a.b", "party.a.hyperedge-3"])
    #expect(Self.graphML("<node id=\"\"/>").messages == ["the element 'node' has no 'id'; expected one."])
  }

  @Test func attributesOfOtherNamespacesAreNotOurs() {
    let found = Self.graphML(
      "<node id=\"a\" y:id=\"z\"/><node y:id=\"a\" id=\"b\"/><edge source=\"a\" y:source=\"b\" target=\"b\" y:target=\"a\"/>"
        + "<y:node id=\"c\"/>")
    #expect(found.graph?.entities.map(\.id.rawValue) == ["a", "b"], "\(found.messages)")
    #expect(found.graph?.statements.map { "\($0.subject) \($0.object)" } == ["a b"])
  }

  // MARK: Encodings

  @Test(arguments: [String.Encoding.isoLatin1, .windowsCP1252, .utf16, .utf16LittleEndian, .utf16BigEndian])
  func namesThatDifferInOneLetterStayTwo(encoding: String.Encoding) throws {
    let bytes = try #require("source,target\nMüller,a\nMöller,a\n".data(using: encoding))
    let found = Self.table(bytes)
    #expect(found.graph?.entities.map(\.id.rawValue) == ["Müller", "a", "Möller"], "\(found.messages)")
    #expect(found.messages.count == 1)
  }

  @Test func whatIsNoTextInOneEncodingIsRefused() {
    for (bytes, words) in [
      (
        Data("source,target\nПетров,Москва\nM".utf8) + [0xFC] + Data("ller,a\n".utf8),
        "one encoding throughout"
      ),
      (Data("source,target\nM".utf8) + [0x81] + Data(",a\n".utf8), "neither UTF-8 nor Windows-1252"),
      (Data("source,target\nM\u{0},a\n".utf8), "NUL"),
    ] {
      let found = Self.table(bytes)
      #expect(found.graph == nil && found.messages.contains { $0.contains(words) }, "\(found.messages)")
    }
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func placesGoByTheLineEndsOfTables(lineEnd: String) {
    for start in ["", "\u{FEFF}"] {
      let error = #expect(throws: InputDiagnostics.self) {
        _ = try EdgeListReader.read(
          Data("\(start)source,target\(lineEnd)a,\u{0}\(lineEnd)".utf8), named: "t", isDirected: false)
      }
      #expect(error?.description == "t:2:3: error: found a character NUL; expected a text.")
    }
    let first = #expect(throws: InputDiagnostics.self) {
      _ = try EdgeListReader.read(Data("\u{FEFF}so\u{0}".utf8), named: "t", isDirected: false)
    }
    #expect(first?.description == "t:1:3: error: found a character NUL; expected a text.")
    #expect(
      Self.table("source,target\(lineEnd)\"a\(lineEnd)b\",c\n").graph?.entities.first?.id.rawValue
        == "a\(lineEnd)b")
  }

  /// Columns are counted in characters, whatever bytes those take in the encoding of the file.
  @Test(arguments: [String.Encoding.utf8, .windowsCP1252, .utf16])
  func columnsAreCountedInCharacters(encoding: String.Encoding) throws {
    let table = "source,target,weight\n\"Zürich\nÄä\",Öüß,…\n"
    let error = #expect(throws: InputDiagnostics.self) {
      _ = try EdgeListReader.read(try #require(table.data(using: encoding)), named: "t", isDirected: false)
    }
    #expect(
      error?.diagnostics.first?.place == Diagnostic.Place(line: 3, column: 9), "\(String(describing: error))")
  }

  // MARK: Large inputs

  /// Sizes at which what takes the square of the size would take minutes.
  @Test func whatRepeatsItselfIsReadInTime() {
    let ends = String(repeating: "<edge source=\"a\" target=\"b\"/>", count: 40_000)
    Self.soon {
      let found = Self.table("source,target\n" + String(repeating: "a,b\n", count: 40_000))
      #expect(found.graph?.statements.last?.id == "link.a.b.40000")
    }
    Self.soon {
      #expect(Self.graphML(Self.nodes(["a", "b"]) + ends).graph?.statements.last?.id == "link.a.b.40000")
    }
    Self.soon {
      let edges = (0..<40_000).map { "<edge source=\"a\" target=\"x\($0)\"/>" }.joined()
      let found = Self.graphML("<node id=\"a\"/>" + edges)
      #expect(
        found.messages.count == 101 && found.messages.last == "there are 39900 more mistakes like these.")
    }
    Self.soon {
      let found = Self.graphFile("actors:\n" + String(repeating: "  a: { name: A }\n", count: 20_000))
      #expect(found.messages.contains("19899 more keys are here for the second time."))
    }
    Self.soon {
      let found = Self.graphFile(
        "readings:\n  r0: R\n"
          + (1..<20_000).map { "  r\($0): { title: R, extends: r\($0 - 1) }\n" }.joined())
      #expect(found.graph == nil)
    }
  }

  @Test func defaultsAreNotWrittenOutForEveryNode() {
    let keys = (0..<1000).map {
      "<key id=\"k\($0)\" for=\"node\" attr.name=\"n\($0)\"><default>\($0)</default></key>"
    }.joined()
    Self.soon {
      let found = Self.graphML(Self.nodes((0..<2000).map { "v\($0)" }), keys: keys)
      #expect(found.graph?.entities.count == 2000)
      #expect(found.messages.count == 1 && found.messages[0].contains("'n0' (2000)"), "\(found.messages)")
    }
  }

  @Test(arguments: ["<graph>", "<node id=\"n\"><graph>", "<data key=\"k\"><y:x>"])
  func nestingWithoutEndIsReadOrRefused(opening: String) {
    Self.soon {
      let found = Self.graphML(String(repeating: opening, count: 100_000))
      #expect(found.graph == nil && !found.messages.isEmpty)
    }
  }

  @Test func lintIsNotSlowedDownByLongNames() throws {
    let letters = String(repeating: "é", count: 20_000)
    let graph =
      header + "actors:\n"
      + (0..<40).map { "  a\($0): { kind: state, name: \"\(letters)\($0 / 2)\" }\n" }.joined()
    let document = try GraphFile.readDocument(graph, named: "t.yaml")
    Self.soon { #expect(!lint(document).warnings.isEmpty) }
  }

  /// A hundred thousand edges of each shape take about as long for each edge as ten thousand do.
  @Test func edgesOfAnyShapeAreReadInTimeInProportion() {
    func edges(_ shape: Int, _ count: Int) -> String {
      let rows = (0..<count).map { edge in
        switch shape {
        case 0: "a,b\n"
        case 1: "hub,x\(edge)\n"
        case 2: "x\(edge),x\(edge + 1)\n"
        default: "x\(edge % 97),x\(edge % 89)\n"
        }
      }
      return "source,target\n" + rows.joined()
    }
    for shape in 0...3 {
      let clock = ContinuousClock()
      func best(_ text: String) -> Duration {
        (0..<3).map { _ in clock.measure { #expect(Self.table(text).graph != nil) } }.min() ?? .zero
      }
      let (few, many) = (best(edges(shape, 4000)), best(edges(shape, 40_000)))
      #expect(many < few * 30, "shape \(shape): \(few), \(many)")
    }
  }
}
