import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What is written for other programs in JSON.
@Suite struct JSONWriterTests {
  private func written(_ format: Format, _ text: String, _ options: WritingOptions = WritingOptions()) throws
    -> String
  {
    let view = GraphView(try GraphFile.read("entente: 1\ntitle: T\n" + text, named: "t"))
    return String(decoding: try #require(format.writer).write(view, options).bytes, as: UTF8.self)
  }

  private let pact = """
    actors: { a: { name: "A \\"b\\"", exists: 1871/1918-11 }, b: { name: B, hostile-to: a } }
    agreements: { p: { name: P, in-force: 1914/1914, parties: [a, b] } }
    """

  private func network(_ drawn: Bool = false) -> WritingOptions {
    guard drawn else { return WritingOptions() }
    return WritingOptions(drawing: { _ in
      ["a": NodeLook(x: 10, y: 20.5, width: 54, height: 36, color: "#336699", shape: .roundedRectangle)]
    })
  }

  @Test func nodeLinkHasALineForEachNodeAndEdge() throws {
    let nodes = #"""
        {"id": "a", "label": "A \"b\"", "name": "A \"b\"", "name_en": "A \"b\"", "category": "actor", "kind": "state", "when": "1871/1918-11", "start_year": 1871, "end_year": 1918},
        {"id": "b", "label": "B", "name": "B", "name_en": "B", "category": "actor", "kind": "state"},
        {"id": "p", "label": "P", "name": "P", "name_en": "P", "category": "agreement", "kind": "treaty", "when": "1914/1914", "start_year": 1914, "end_year": 1914}
      """#
    let text = try written(.nodeLink, pact)
    #expect(
      text.hasPrefix(
        "{\n  \"directed\": true,\n  \"multigraph\": false,\n  \"graph\": {\"title\": \"T\", \"language\": \"en\"},\n  \"nodes\": [\n"
      ))
    for line in nodes.split(separator: "\n") {
      #expect(text.contains(line.trimmingCharacters(in: .whitespaces)), "\(text)")
    }
    #expect(
      text.contains(
        #"    {"source": "b", "target": "a", "key": "hostile-to.b.a", "statement": "hostile-to.b.a", "label": "hostile-to", "role": "hostile-to""#
      ))
    #expect(text.contains("\n  \"edges\": [\n") && text.hasSuffix("}\n  ]\n}\n"))
    #expect(try written(.nodeLink, pact, WritingOptions(dialect: "d3")).contains("\n  \"links\": [\n"))
    #expect(try written(.nodeLink, "").hasSuffix("  \"nodes\": [],\n  \"edges\": []\n}\n"))
  }

  @Test func theOthersHaveTheirOwnShapes() throws {
    let graphology = try written(.graphology, pact, network(true))
    #expect(graphology.contains(#""options": {"type": "directed", "multi": false, "allowSelfLoops": true}"#))
    #expect(graphology.contains(#""attributes": {"name": "T", "title": "T", "language": "en"}"#))
    #expect(graphology.contains(##""x": 10.0, "y": 20.5, "size": 5.4, "color": "#336699"}}"##))
    #expect(graphology.contains(#"{"key": "b", "attributes": {"label": "B""#))

    let cytoscape = try written(.cytoscape, pact, network(true))
    #expect(cytoscape.contains(#"{"data": {"id": "a", "label": "A \"b\"""#))
    #expect(cytoscape.contains(#""position": {"x": 10.0, "y": -20.5}}"#))
    #expect(
      cytoscape.contains(
        #"{"data": {"id": "hostile-to.b.a", "source": "b", "target": "a", "interaction": "hostile-to", "#))

    let cx = try written(.cx2, pact, network(true))
    #expect(cx.hasPrefix("[\n  {\"CXVersion\": \"2.0\", \"hasFragments\": false},\n  {\"metaData\": [\n"))
    #expect(cx.contains(#"{"id": 0, "x": 10.0, "y": -20.5, "v": {"entity": "a", "label""#))
    #expect(cx.contains(#"{"id": 0, "s": 1, "t": 0, "v": {"interaction": "hostile-to", "#))
    #expect(cx.contains(#""start_year": {"d": "long"}"#) && cx.contains(#""weight": {"d": "double"}"#))
    #expect(
      cx.contains(
        ##"{"id": 0, "v": {"NODE_BACKGROUND_COLOR": "#336699", "NODE_SHAPE": "round-rectangle", "NODE_WIDTH": 54.0, "NODE_HEIGHT": 36.0}}"##
      ))
    #expect(cx.hasSuffix("{\"status\": [{\"success\": true}]}\n]\n"))
    #expect(try !written(.cx2, pact).contains("visualProperties"))
  }

  @Test func agreementsAreEdgesOfHIF() throws {
    let text = try written(
      .hif,
      pact.replacing(
        "parties: [a, b]", with: "parties: [a, { actor: b, when: 1914-08 }], supplements: q }, q: { name: Q"))
    #expect(text.contains(#""network-type": "undirected""#))
    #expect(
      text.contains(#"{"edge": "p", "attrs": {"label": "P""#)
        && text.contains(#"{"node": "a", "attrs": {"label": "A \"b\"""#))
    #expect(
      text.contains(
        #"{"edge": "p", "node": "b", "direction": "tail", "attrs": {"statement": "party.b.p", "label": "party", "role": "party", "when": "1914-08""#
      ))
    #expect(text.contains(#"{"edge": "hostile-to.b.a", "attrs": {"statement": "hostile-to.b.a""#))
    #expect(text.contains(#"{"edge": "hostile-to.b.a", "node": "b", "direction": "tail", "attrs": {}}"#))
    #expect(
      text.contains(#""entente-statements": ["#)
        && text.contains(#"{"source": "p", "target": "q", "statement": "supplements.p.q""#))
    let view = GraphView(
      try GraphFile.read(
        "entente: 1\ntitle: T\nagreements: { p: { name: P, supplements: q }, q: { name: Q } }\n", named: "t"))
    #expect(
      hifJSON(view).losses.lines.last
        == "1 × statement about two agreements or events, written to 'entente-statements' in the metadata, which other programs do not look at"
    )
  }

  @Test func edgesThatLeadBothWaysAreTold() throws {
    let body =
      "actors: { a: A, b: B }\nstatements: [{ subject: a, role: link, object: b }, { subject: a, role: recognises, object: b }]\n"
    let view = GraphView(try GraphFile.read("entente: 1\ntitle: T\n" + body, named: "t"))
    for (format, words) in [
      (
        Format.nodeLink,
        "1 × edge that leads both ways, among others that lead one way, written from its source to its target"
      ),
      (.cytoscape, "1 × edge that leads both ways, written from its source to its target"),
      (.cx2, "1 × edge that leads both ways, written from its source to its target"),
    ] {
      #expect(try #require(format.writer).write(view).losses.lines == [words], "\(format.name)")
    }
    let graphology = try #require(Format.graphology.writer).write(view)
    #expect(
      graphology.losses.lines == []
        && String(decoding: graphology.bytes, as: UTF8.self).contains(#""type": "mixed""#))
  }

  // MARK: Other readers

  /// What NetworkX read.
  private struct Read: Decodable {
    struct Node: Decodable { let id: String }
    struct Edge: Decodable {
      struct Attributes: Decodable { let statement: String, role: String, weight: Double? }
      let source, target: String
      let attributes: Attributes
    }
    let directed: Bool?
    let nodes: [Node]?
    let edges: [Edge]?
    let problems: [String]?
    let counts: [Int]?
  }

  @Test(.enabled(if: Tools.python != nil, "ENTENTE_TOOLS names no Python; run Scripts/test."))
  func networkXAndTheSchemaOfHIFAgree() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [(view: GraphView, sample: String, link: String, hif: String)] = []
    for sample in SampleGraph.all {
      let view = GraphView(try sample.graph())
      let (link, hif) = (
        folder.appending(path: "\(sample).json"), folder.appending(path: "\(sample).hif.json")
      )
      try Data(nodeLinkJSON(view, WritingOptions()).bytes).write(to: link)
      try Data(hifJSON(view).bytes).write(to: hif)
      files.append((view, sample.name, link.path, hif.path))
    }
    let script = projectFolder.appending(path: "Scripts/oracles/read-json.py").path
    let outcome = try run(try #require(Tools.python), [script] + files.flatMap { [$0.link, $0.hif] })
    try #require(outcome.code == 0, "\(outcome.errors)")
    let read = try JSONDecoder().decode([String: Read].self, from: Data(outcome.output.utf8))
    for (view, sample, link, hif) in files {
      let graph = try #require(read[link])
      #expect(graph.directed == true, "\(sample)")
      #expect(graph.nodes?.map(\.id) == view.entities.map(\.entity.id.rawValue), "\(sample)")
      let edges = (graph.edges ?? []).map {
        "\($0.attributes.statement) \($0.source) \($0.attributes.role) \($0.target) \($0.attributes.weight ?? 1)"
      }
      let statements = view.statements.map { item in
        "\(item.statement.id) \(item.statement.subject) \(item.statement.role) \(item.statement.object) \(item.statement.weight ?? 1)"
      }
      let isSame = edges.sorted() == statements.sorted()
      #expect(isSame, "\(sample)")
      let checked = try #require(read[hif])
      #expect(checked.problems == [], "\(sample)")
      // Each statement is an incidence, an edge with two, or in the metadata.
      let hyper = Set(
        view.entities.filter { [.agreement, .event].contains($0.entity.category) }.map(\.entity.id))
      let ends = view.statements.map { item in
        [item.statement.subject, item.statement.object].count { hyper.contains($0) }
      }
      let pairs = ends.count { $0 == 0 }
      #expect(
        checked.counts == [
          view.entities.count - hyper.count, hyper.count + pairs, ends.count { $0 == 1 } + 2 * pairs,
        ],
        "\(sample)")
    }
  }
}
