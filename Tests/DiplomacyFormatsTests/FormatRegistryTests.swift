import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// The registry of formats: how a file's format is known, and what is said of one that is not read.
@Suite struct FormatRegistryTests {
  /// The names of the formats whose beginning a text is.
  private func known(_ text: String) -> [String] {
    let start = FileStart(Data(text.utf8))
    return Format.known.filter { $0.begins(start) }.map(\.name)
  }

  @Test func namesAndEndingsAreOfOneFormatEach() {
    let names = Format.known.map(\.name)
    #expect(Set(names).count == names.count)
    let endings = Format.known.flatMap(\.endings)
    #expect(Set(endings).count == endings.count, "\(endings)")
    // An ending that is shared is of one format that writes it, or of none.
    let shared = Format.known.flatMap(\.sharedEndings)
    #expect(Set(shared).count == shared.count, "\(shared)")
    for format in Format.known {
      #expect(format.reader != nil || format.remedy != nil, "\(format.name): what is to be done with one?")
      #expect(format.endings.allSatisfy { $0 == $0.lowercased() && !$0.hasPrefix(".") }, "\(format.name)")
      for ending in format.endings {
        #expect(Format.known.named(like: "a/B.\(ending.uppercased())", isRead: false)?.name == format.name)
      }
      for ending in format.readEndings where format.sharedEndings.contains(ending) || !shared.contains(ending)
      {
        #expect(Format.known.named(like: "a/B.\(ending.uppercased())", isRead: true)?.name == format.name)
      }
    }
    #expect(Format.supported.allSatisfy { $0.reader != nil || $0.name == "dot" || $0.writer != nil })
  }

  @Test(arguments: [
    ("entente: 1\ntitle: T\n", "graph-file"), ("\u{FEFF}# mine\n\n\"entente\": 1\n", "graph-file"),
    (#"{"title": "T", "entente": 1, "nodes": []}"#, "graph-file"),
    ("source,target\na,b\n", "edge-list"), ("# by hand\nWeight;To;From\n1;a;b\n", "edge-list"),
    ("\"source\"\t\"target\"\n", "edge-list"),
    (
      "<?xml version=\"1.0\"?>\n<!-- x -->\n<g:graphml xmlns:g=\"http://graphml.graphdrawing.org/xmlns\"/>",
      "graphml"
    ),
    ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"/>", "tei"), ("<teiCorpus/>", "tei"),
    ("graph G {", "dot"), ("/* a\n b */ // c\n# d\nstrict DiGraph \"x y\" {", "dot"),
    ("digraph{a->b}", "dot"),
    ("<gexf version=\"1.3\">", "gexf"), ("graph\n[\n", "gml"), ("Creator \"igraph\"\nVersion 1\n", "gml"),
    ("% c\n*Vertices 3\n", "pajek"), ("*network\r\n", "pajek"), ("DL N=3 format = edgelist1\n", "ucinet"),
    (#"{ "nodes": [], "links": [] }"#, "node-link"), (#"{"links":[{"source":1,"target":2}]}"#, "node-link"),
    (#"{"directed":true,"adjacency":[[{"id":1}]],"nodes":[{"id":1}]}"#, "node-link"),
    (#"{"graph":{"nodes":{"a":{}},"edges":[]}}"#, "node-link"),
    (#"{"name":"x","children":[{"name":"y"}]}"#, "node-link"),
    (#"{"edges":[{"id":1,"source":"a","target":"b","attributes":{}}],"nodes":[{"id":"a"}]}"#, "node-link"),
    (#"{"nodes":[{"key":"a"}],"edges":[]}"#, "graphology"),
    (#"{"edges":[{"key":"e","source":"a","target":"b","attributes":{}}]}"#, "graphology"),
    (#"{"attributes":{},"options":{"type":"mixed"},"nodes":[]}"#, "graphology"),
    (#"[{"data":{"id":"a"}}]"#, "cytoscape"), (#"{"elements":[{"data":{"id":"a"}}]}"#, "cytoscape"),
    (#"[{"CXVersion":"2.0"},{"nodes":[{"id":1}]}]"#, "cx2"),
    (#"[{"numberVerification":[]},{"nodes":[{"@id":1}]}]"#, "cx2"),
    (#"{"incidences":[{"edge":"e","node":1}]}"#, "hif"), (#"{"nodes":[{"node":1}],"edges":[]"#, "hif"),
    (#"{"edges":[{"edge":1,"attrs":{}}],"nodes":[]}"#, "hif"), (#"{"network-type":"asc","edges":[]}"#, "hif"),
    (#"{"data":{},"elements":{}}"#, "cytoscape"),
    ("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "spreadsheet"),
    ("PK\u{3}\u{4}Project_xml", "gephi"), ("PK\u{3}\u{4}other", "packed"), ("BZh91AY", "packed"),
    ("SQLite format 3\0", "database"), ("%PDF-1.7\n", "picture"), ("<svg/>", "picture"),
    (#"{"@context":{"ent":"urn:entente:vocabulary:"},"@graph":[]}"#, "json-ld"),
    (
      #"{"type":"FeatureCollection","@context":"https://x/linkedplaces-context-v1.1.jsonld"}"#,
      "linked-places"
    ),
    ("Q42\tP31\tQ5\n", "quickstatements"), ("CREATE\nLAST\tLen\t\"x\"\n", "quickstatements"),
    (
      "onset,terminus,tail,head,onset.censored,terminus.censored,duration,edge.id,tail.name,head.name\n",
      "networkdynamic"
    ),
    ("<!DOCTYPE html>\n<html>", "html"), ("<html lang=\"en\">", "html"),
  ])
  func aFormatIsKnownByTheBeginning(text: String, name: String) {
    #expect(known(text).first == name)
  }

  /// What could be many things is none for certain.
  @Test(arguments: [
    "", " \n", "a,b\nc,d\n", "title: graph\n", "graph: { a: b }\n", "- entente\n", "digraphs {", "<", "<a/>",
    "a b 1\n",
    "*not pajek", #"{"@context": "x", "nodes": []}"#, #"{"type": "FeatureCollection"}"#, #"[{"a": 1}]"#, "dl",
    "versions", "{}", "[1, 2]", "/* never closed graph {", "\u{0}\u{0}",
  ])
  func whatSaysNothingIsLeftToTheName(text: String) {
    #expect(known(text) == [])
  }

  @Test func aBeginningInUTF16IsReadToo() throws {
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let bytes = try #require("\u{FEFF}<gexf version=\"1.3\"></gexf>".data(using: encoding))
      #expect(FileStart(bytes).xmlRoot == "gexf")
      let table = try #require("\u{FEFF}source,target\na,b\n".data(using: encoding))
      #expect(Format.known.first { $0.begins(FileStart(table)) }?.name == "edge-list")
    }
  }

  /// 64 KiB of whatever is looked at in no more than a moment.
  @Test(
    .timeLimit(.minutes(1)), arguments: ["#", "/", "*", "\"", "<", "{", "graph ", " ", "//\n", "/**/", "a,"])
  func longBeginningsAreLookedAtSoon(piece: String) {
    let text = String(repeating: piece, count: FileStart.size / piece.utf8.count)
    #expect(known(text).count <= 1)
  }

  // MARK: Reading

  /// Works with a file of a text.
  private func withFile<Answer>(_ text: String, named name: String, _ work: (String) throws -> Answer) throws
    -> Answer
  {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return try work(file.path)
  }

  /// The ids of the entities that are read, or what is said.
  private func message(_ text: String, as name: String, format: String? = nil) throws -> String {
    try withFile(text, named: name) { path in
      do {
        let graph = try GraphReading.read(contentsOf: path, .init(format: format))
        return graph.entities.map(\.id.rawValue).joined(separator: " ")
      } catch let error as InputDiagnostics {
        return error.diagnostics.map(\.message).joined(separator: "\n")
      }
    }
  }

  @Test func theBeginningGoesBeforeTheEnding() throws {
    let graph = "entente: 1\ntitle: T\nactors: { a: A }\n"
    #expect(try message(graph, as: "graph.csv") == "a")
    #expect(try message("from,to\nx,y\n", as: "edges.yaml") == "x y")
    #expect(try message("x,y\n", as: "edges.csv") == "x y")
    let expected = "which is not read; expected \(Format.readable.inWords)."
    #expect(
      try message("SQLite format 3\0", as: "net.yaml")
        == "this is a database of SQLite, \(expected) Write the table of edges out as CSV.")
    #expect(
      try message("hello", as: "net.tar.gephi")
        == "by its name, this is a project of Gephi, \(expected) Export it as GraphML.")
    #expect(try message("x", as: "a.tei.xml").contains("document"))
  }

  @Test func aFormatThatIsNamedGoesBeforeAll() throws {
    #expect(try message("a,b\n", as: "odd.gexf", format: "edge-list") == "a b")
    #expect(try message("a,b\n", as: "odd.csv", format: "graphml").contains("start tag expected"))
  }

  @Test func optionsGoWithTheFormatsThatTakeThem() throws {
    let options = GraphReading.Options([.directed])
    let isDirected = try withFile("source,target\na,b\n", named: "a.csv") {
      try GraphReading.read(contentsOf: $0, options).hasDirectedLinks
    }
    #expect(isDirected)
    try withFile("entente: 1\ntitle: T\n", named: "b.csv") { path in
      let error = #expect(throws: GraphReading.UnusedOption.self) {
        try GraphReading.read(contentsOf: path, options)
      }
      #expect(
        error?.description
          == "--directed goes with a table of edges or a workbook of a spreadsheet program: other files say for themselves; '\(path)' is a graph file."
      )
    }
  }
}
