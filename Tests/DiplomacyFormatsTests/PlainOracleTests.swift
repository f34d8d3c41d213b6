import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What NetworkX and igraph find in the plain files that we write, and in files of theirs.
@Suite struct PlainOracleTests {
  private struct Found: Decodable {
    struct Node: Decodable {
      let name: String
      let attributes: [String: Value]
    }
    struct Edge: Decodable {
      let source: Int
      let target: Int
      let attributes: [String: Value]
    }
    let error: String?
    let directed: Bool?
    let nodes: [Node]?
    let edges: [Edge]?
  }

  private enum Value: Decodable, Hashable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let isTrue = try? container.decode(Bool.self) {
        self = .number(isTrue ? 1 : 0)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .number(try container.decode(Double.self))
      }
    }
  }

  private func find(_ files: [(name: String, bytes: [UInt8])]) throws -> [String: [String: Found]] {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try files.map { file in
      let path = folder.appending(path: file.name)
      try Data(file.bytes).write(to: path)
      return path.path
    }
    let script = projectFolder.appending(path: "Scripts/oracles/read-plain-networks.py").path
    let outcome = try run(try #require(Tools.python), [script] + paths)
    try #require(outcome.code == 0, "\(outcome.errors)")
    let read = try JSONDecoder().decode([String: [String: Found]].self, from: Data(outcome.output.utf8))
    return Dictionary(uniqueKeysWithValues: zip(files.map(\.name), paths).map { ($0, read[$1] ?? [:]) })
  }

  /// Both graphs of the project and twenty of chance.
  private static func views() throws -> [NamedView] {
    try SampleGraph.ofTheProject.map { NamedView(name: $0.name, view: GraphView(try $0.graph())) }
      + (0..<20).map { NamedView(name: "random-\($0)", view: GraphView(try randomGraph(seed: UInt64($0)))) }
  }

  @Test(.enabled(if: Tools.python != nil, "ENTENTE_TOOLS names no Python; run Scripts/test."))
  func networkXAndIgraphFindAllOfGML() throws {
    let views = try Self.views()
    let found = try find(
      try views.flatMap { view in
        [
          ("\(view.name).NetworkX.gml", try gml(view.view).bytes),
          ("\(view.name).igraph.gml", try gml(view.view, WritingOptions(dialect: "igraph")).bytes),
        ]
      })
    for view in views {
      let network = ExportedNetwork(view.view)
      for reader in ["NetworkX", "igraph"] {
        let graph = try #require(found["\(view.name).\(reader).gml"]?[reader], "\(view)")
        #expect(graph.error == nil, "\(reader), \(view)")
        #expect(graph.directed == (network.direction != .undirected), "\(reader), \(view)")
        let rows = network.nodes.map { (network.nodeColumns, $0.values) }
        #expect(graph.nodes?.count == rows.count, "\(reader), \(view)")
        for (node, (columns, values)) in zip(graph.nodes ?? [], rows) {
          let entity = node.attributes["entity"]
          check(
            node.attributes, columns, values, reader, besides: GMLBuilder.nodeKeys,
            "\(reader), \(view), \(String(describing: entity))")
        }
        let edges = Array(network.edges)
        #expect(graph.edges?.count == edges.count, "\(reader), \(view)")
        let byID = Dictionary((graph.edges ?? []).map { ($0.attributes["statement"], $0) }) { first, _ in
          first
        }
        let ids = view.view.entities.map(\.entity.id)
        for edge in edges {
          let id = edge.statement.id.rawValue
          let read = try #require(byID[.text(id)], "\(reader), \(view), \(id)")
          var ends = [ids[read.source], ids[read.target]]
          if network.direction == .undirected { ends.sort() }
          var own = [edge.statement.subject, edge.statement.object]
          if network.direction == .undirected { own.sort() }
          #expect(ends == own, "\(reader), \(view), \(id)")
          check(
            read.attributes, network.edgeColumns, edge.values, reader, besides: GMLBuilder.edgeKeys,
            "\(reader), \(view), \(id)")
        }
      }
    }
  }

  /// Each value is found under its key, but for what igraph does not read: lists and references.
  private func check(
    _ found: [String: Value], _ columns: [ExportedNetwork.Column], _ values: [AttributeValue?],
    _ reader: String,
    besides reserved: Set<String>, _ what: String
  ) {
    for (column, value) in zip(columns, values) {
      guard let value else { continue }
      let parts = column.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let isList = parts.count > 1 && !parts.contains("")
      if isList, reader == "igraph" { continue }
      let first = column.isKept ? reserved : []
      let key =
        isList
        ? parts.enumerated().map { GMLText.key($1, besides: $0 == 0 ? first : []) }.joined(separator: ".")
        : GMLText.key(column.name, besides: first)
      let read = found[key]
      switch value {
      case .text(let text):
        if text.isEmpty { continue }
        let expected =
          reader == "NetworkX"
          ? text
          : GMLText.encoded(text, isASCII: false).replacing("&quot;", with: "\"").replacing(
            "&amp;", with: "&")
        #expect(read == .text(expected), "\(what), \(column.name)")
      case .integer(let whole): #expect(read == .number(Double(whole)), "\(what), \(column.name)")
      case .number(let number): #expect(read == .number(number), "\(what), \(column.name)")
      case .boolean(let isTrue): #expect(read == .number(isTrue ? 1 : 0), "\(what), \(column.name)")
      }
    }
  }

  @Test(.enabled(if: Tools.python != nil, "ENTENTE_TOOLS names no Python; run Scripts/test."))
  func networkXAndIgraphFindTheNetworksOfPajekAndDL() throws {
    let views = try Self.views()
    let found = try find(
      try views.flatMap { view in
        [
          ("\(view.name).NetworkX.net", try pajek(view.view, WritingOptions(dialect: "networkx")).bytes),
          ("\(view.name).igraph.net", try pajek(view.view, WritingOptions(dialect: "igraph")).bytes),
          ("\(view.name).igraph.dl", dl(view.view).bytes),
        ]
      })
    for view in views {
      let network = ExportedNetwork(view.view)
      let edges = Array(network.edges)
      for reader in ["NetworkX", "igraph"] {
        let graph = try #require(found["\(view.name).\(reader).net"]?[reader], "\(view)")
        #expect(graph.error == nil, "\(reader), \(view)")
        #expect(graph.nodes?.count == network.nodeCount, "\(reader), \(view)")
        #expect(graph.edges?.count == edges.count, "\(reader), \(view)")
        #expect(edges.isEmpty || graph.directed == (network.direction != .undirected), "\(reader), \(view)")
        #expect(
          (graph.edges ?? []).compactMap { $0.attributes["weight"] }.reduce(0) {
            if case .number(let weight) = $1 { $0 + weight } else { $0 }
          }
            == edges.reduce(0) { $0 + ($1.statement.weight ?? 1) } || isNear(graph, edges),
          "\(reader), \(view)")
        let labels = network.nodes.map(\.label)
        if Set(labels).count == labels.count {
          let expected = labels.map { label in String(PajekText.quoted(label).dropFirst().dropLast()) }
          #expect(graph.nodes?.map(\.name) == expected, "\(reader), \(view)")
        }
      }
      let graph = try #require(found["\(view.name).igraph.dl"]?["igraph"], "\(view)")
      #expect(
        graph.error == nil && graph.nodes?.map(\.name) == view.view.entities.map(\.entity.id.rawValue),
        "\(view)")
      let own = PlainFormat.dl.read(Data(dl(view.view).bytes)).graph
      #expect(graph.edges?.count == own?.statements.count, "\(view)")
    }
  }

  private func isNear(_ graph: Found, _ edges: [ExportedNetwork.Edge]) -> Bool {
    let sum = (graph.edges ?? []).reduce(0.0) { sum, edge in
      if case .number(let weight)? = edge.attributes["weight"] { sum + weight } else { sum }
    }
    let own = edges.reduce(0.0) { $0 + ($1.statement.weight ?? 1) }
    return abs(sum - own) < 1e-3 * max(1, own)
  }

  /// What the readers of others say of files that were written after the manuals is what ours says.
  @Test(.enabled(if: Tools.python != nil, "ENTENTE_TOOLS names no Python; run Scripts/test."))
  func ourReadersAgreeWithThem() throws {
    let files: [(String, String)] = [
      (
        "a.gml",
        "graph [ directed 0 node [ id 5 label \"x &amp; y\" ] node [ id 7 ] edge [ source 5 target 7 weight 2 ] ]"
      ),
      (
        "b.gml",
        "Creator \"c\"\ngraph\n[\n directed 1\n node\n [\n id 1\n ]\n node [ id 2 ]\n edge [ source 1 target 2 ]\n edge [ source 2 target 1 ]\n]\n"
      ),
      ("c.net", "*Vertices 3\n1 \"a b\" 0.1 0.2\n2 \"c\"\n3 \"d\"\n*Arcs\n1 2 1.5\n3 1 2\n"),
      ("d.net", "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Edges\n1 2\n2 3\n"),
      ("e.net", "*vertices 3\n1 a\n2 b\n3 c\n*arcslist\n1 2 3\n3 2\n"),
      ("f.net", "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Matrix\n0 1 0\n0 0 2\n1 0 0\n"),
      ("g.net", "*Vertices 5 2\n1 \"a\"\n2 \"b\"\n3 \"x\"\n4 \"y\"\n5 \"z\"\n*Edges\n1 3\n1 4\n2 5\n"),
      (
        "h.dl",
        "DL n=5\nformat = fullmatrix\nlabels:\nbarry,david,lin,pat,russ\ndata:\n0 1 1 1 0\n1 0 0 0 1\n1 0 0 1 1\n1 0 1 0 1\n0 1 0 1 0\n"
      ),
      (
        "i.dl",
        "dl n=5\nformat = edgelist1\nlabels:\ngeorge, sally, jim, billy, jane\ndata:\n1 2\n1 3\n2 3\n3 1\n4 3\n"
      ),
      (
        "j.dl",
        "dl n=5\nformat = edgelist1\nlabels embedded\ndata:\ngeorge sally\ngeorge jim 2.5\nsally jim\nbilly george\njane jim\n"
      ),
      ("k.dl", "dl n=4\nformat = nodelist1\nlabels:\na,b,c,d\ndata:\n1 2 3\n3 1 4\n"),
    ]
    let found = try find(files.map { ($0.0, Array($0.1.utf8)) })
    for (name, text) in files {
      let format = try #require(PlainFormat(rawValue: String(name.drop { $0 != "." }.dropFirst())))
      let mine = format.read(text)
      let graph = try #require(mine.graph, "\(name): \(mine.messages)")
      // NetworkX takes lists of neighbours for lines.
      let readers = (found[name] ?? [:]).filter {
        $0.value.error == nil && (name != "e.net" || $0.key == "igraph")
      }
      #expect(!readers.isEmpty, "\(name): \(String(describing: found[name]))")
      for (reader, theirs) in readers {
        #expect(theirs.nodes?.count == graph.entities.count, "\(reader), \(name)")
        #expect(theirs.edges?.count == graph.statements.count, "\(reader), \(name)")
        let weights = (theirs.edges ?? []).map { edge in
          if case .number(let weight)? = edge.attributes["weight"] { weight } else { 1.0 }
        }
        #expect(weights.sorted() == graph.statements.map { $0.weight ?? 1 }.sorted(), "\(reader), \(name)")
        if name != "g.net" {
          #expect(theirs.directed == graph.statements.contains { $0.leadsOneWay }, "\(reader), \(name)")
        }
      }
    }
  }
}
