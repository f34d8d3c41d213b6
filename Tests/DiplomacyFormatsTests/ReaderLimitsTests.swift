import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Inputs that are too much, and odd ones that are not: each ends soon, with a graph or with the sentence that it deserves.
@Suite(.timeLimit(.minutes(1))) struct ReaderLimitsTests {
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
      ("the tables that a graph file maps", number(InputLimits.tables)),
      ("the rows of one of these, and what they give of one sort", number(InputLimits.tableRows)),
      (
        "the oddities of tables that are kept to be reported; the others are counted",
        number(InputLimits.tableOddities)
      ),
      (
        "the bytes of another program's network, of any format, and of a table",
        megabytes(InputLimits.networkBytes)
      ),
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
      ("the levels of elements of XML inside each other", number(InputLimits.xmlLevels)),
      ("the bytes of one text of XML", number(InputLimits.xmlTextBytes)),
      ("the lists inside each other in GML", number(InputLimits.lists)),
      ("the levels of lists and objects inside each other, in JSON", number(InputLimits.jsonLevels)),
      ("the ends of a hyperedge, and what one cell of a table holds", number(InputLimits.ends)),
      ("the levels of subgraphs inside each other in DOT", number(InputLimits.dotLevels)),
      ("the ends of one chain of edges in DOT", number(InputLimits.dotChain)),
      ("the edges that subgraphs make as ends of edges in DOT", number(InputLimits.dotProducts)),
      (
        "the nodes and edges of a graph in DOT, times the names of their attributes",
        number(InputLimits.dotCells)
      ),
    ] {
      #expect(text.contains("\n| \(what) | \(limit) |\n"), "\(what): \(limit)")
    }
  }

  // MARK: Too much

  @Test func moreThanTheLimitIsRefusedWithASentence() {
    let many = InputLimits.grouped
    for (found, sentence) in [
      (
        readGraphFile("readings:\n" + (0...InputLimits.readings).map { "  r\($0): R\n" }.joined()),
        "the graph has more than 200 readings; expected at most as many."
      ),
      (
        readGraphFile("actors: { \(String(repeating: "a", count: 501)): { name: A } }\n"),
        "found a word of 501 letters; expected the id of an actor, of 500 letters at most."
      ),
      (
        readGraphFile("actors: { a: { name: \"A\(String(repeating: "\u{301}", count: 31))\" } }\n"),
        Accents.message
      ),
      (
        readTable((0...InputLimits.columns).map { "c\($0)" }.joined(separator: ",") + "\na,b\n"),
        "the table has more than 10,000 columns; expected at most as many."
      ),
      (
        readGraphML("<node id=\"a\" \((0...1000).map { "a\($0)=\"\"" }.joined(separator: " "))/>"),
        "this element has more than 1,000 attributes; expected at most as many."
      ),
      (
        readGraphML(
          "<node id=\"a\"/>", keys: (0...100_000).map { "<key id=\"k\($0)\" for=\"node\"/>" }.joined()),
        "the file has more than 100,000 keys; expected at most as many."
      ),
      (
        readGraphML(
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
      ("g.gml", InputLimits.networkBytes, "a GML file"),
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

  @Test(.enabled(if: Thoroughness.isFull, "Scripts/test --thorough"), .timeLimit(.minutes(20)))
  func filesOfTooManyPartsAreRefused() {
    let most = InputLimits.grouped(4_000_000)
    for (found, what) in [
      (
        readGraphFile("x: [\(String(repeating: "a,", count: 4_000_000))]\n"),
        "the file has more than \(most) keys"
      ),
      (
        readTable("source,target\n" + String(repeating: "a,b\n", count: 4_000_001)),
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
    #expect(YAMLDocument(text).root == nil)
    let problems = YAMLDocument(text).problems
    #expect(
      problems.count == 10 && problems.allSatisfy { $0.message.contains("is an anchor") }, "\(problems)")
    #expect(problems.compactMap(\.place?.line) == Array(1...10))
  }

  // MARK: Numbers that are no dates

  @Test(arguments: [
    "-9223372036854775808", "-9223372036854775807", "9223372036854775807", "9223372036854775808",
    "-99999999999999999999", "Y-9223372036854775808", "Y9223372036854775807", "29200000000001",
    "-29200000000001",
  ])
  func yearsBeyondAllYearsAreToldOrLeftOut(year: String) {
    for header in ["source,target,when\na,b,\(year)\n", "source,target,start,end\na,b,\(year),\(year)\n"] {
      let found = readTable(header)
      #expect(
        found.graph == nil && found.messages.contains { $0.hasPrefix("found the date '\(year)'; expected") },
        "\(found.messages)")
    }
    for (key, owner) in [
      ("edge", "<node id=\"a\"/><edge source=\"a\" target=\"a\"><data key=\"w\">\(year)</data></edge>"),
      ("node", "<node id=\"a\"><data key=\"w\">\(year)</data></node>"),
    ] {
      let keys = "<key id=\"w\" for=\"\(key)\" attr.name=\"when\" attr.type=\"long\"/>"
      let found = readGraphML(owner, keys: keys)
      #expect(
        found.graph?.entities.count == 1 && found.messages.contains { $0.contains("the first is '\(year)'") },
        "\(found.messages)")
    }
  }

  @Test(arguments: [
    ("-29200000000", "Y-29200000000"), ("29200000000", "Y29200000000"), ("-0", "0000"), ("17.0", "0017"),
  ])
  func yearsOfAnyLengthAreYears(year: String, edtf: String) {
    #expect(readTable("source,target,when\na,b,\(year)\n").graph?.statements.first?.when?.edtf == edtf)
  }

  // MARK: Hyperedges

  @Test func aHyperedgeThatNamesANodeTwiceTakesItOnce() {
    let found = readGraphML(
      nodeElements(["a", "b"])
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
    let found = readGraphML(
      nodeElements(["a", "n", "h-hyperedge-2"]) + "<hyperedge id=\"h\">\(end)</hyperedge>"
        + "<hyperedge id=\"h\">\(end)</hyperedge><hyperedge id=\"h\">\(end)</hyperedge><hyperedge id=\"n\">\(end)</hyperedge>"
    )
    #expect(
      found.graph?.entities.map(\.id.rawValue)
        == ["a", "n", "h-hyperedge-2", "h", "h-hyperedge", "h-hyperedge-3", "n-hyperedge"])
    #expect(Set(found.graph?.statements.map(\.id) ?? []).count == 4)
    #expect(found.messages.count == 3)
  }

  @Test func anEmptyIDIsNone() {
    let found = readGraphML(
      nodeElements(["a", "b"])
        + "<edge id=\"\" source=\"a\" target=\"b\"/><hyperedge id=\"\"><endpoint node=\"a\"/></hyperedge>")
    #expect(found.graph?.entities.map(\.id.rawValue) == ["a", "b", "hyperedge-3"])
    #expect(found.graph?.statements.map(\.id.rawValue) == ["link.a.b", "party.a.hyperedge-3"])
    #expect(readGraphML("<node id=\"\"/>").messages == ["the element 'node' has no 'id'; expected one."])
  }

  @Test func attributesOfOtherNamespacesAreNotOurs() {
    let found = readGraphML(
      "<node id=\"a\" y:id=\"z\"/><node y:id=\"a\" id=\"b\"/><edge source=\"a\" y:source=\"b\" target=\"b\" y:target=\"a\"/>"
        + "<y:node id=\"c\"/>")
    #expect(found.graph?.entities.map(\.id.rawValue) == ["a", "b"], "\(found.messages)")
    #expect(found.graph?.statements.map { "\($0.subject) \($0.object)" } == ["a b"])
  }

  // MARK: Encodings

  @Test(arguments: [String.Encoding.isoLatin1, .windowsCP1252, .utf16, .utf16LittleEndian, .utf16BigEndian])
  func namesThatDifferInOneLetterStayTwo(encoding: String.Encoding) throws {
    let bytes = try #require("source,target\nMüller,a\nMöller,a\n".data(using: encoding))
    let found = readTable(bytes)
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
      let found = readTable(bytes)
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
      readTable("source,target\(lineEnd)\"a\(lineEnd)b\",c\n").graph?.entities.first?.id.rawValue
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
}
