import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Networks in JSON as other programs write them.
@Suite struct JSONNetworkTests {
  /// Reads a text by its contents, whatever its name.
  private func read(
    _ text: String, _ options: Set<Format.ReadingOption> = []
  ) -> (graph: DiplomaticGraph?, messages: [String]) {
    do {
      let document = try JSONNetworks.read(Data(text.utf8), named: "t", options)
      return (document.graph, document.warnings.map(\.description))
    } catch {
      return (nil, (error as? InputDiagnostics)?.diagnostics.map(\.description) ?? ["\(error)"])
    }
  }

  /// The entities and statements in words: `a=Name {x: 1}` and `a role b *2 {…}`, or what is wrong.
  private func words(_ text: String) -> [String] {
    let found = read(text)
    guard let graph = found.graph else { return found.messages }
    func attributes(_ all: [Attribute]) -> String {
      all.isEmpty ? "" : " {" + all.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + "}"
    }
    let entities = graph.entities.map { entity in
      let name = entity.name.text(in: "en")
      return "\(entity.id)" + (name == entity.id.rawValue ? "" : "=\(name)") + attributes(entity.attributes)
    }
    let statements = graph.statements.map { statement in
      let weight = statement.weight.map { " *\(plainNumber($0))" } ?? ""
      let when = statement.when.map { " @\($0.edtf)" } ?? ""
      return
        "\(statement.subject) \(statement.role) \(statement.object)\(weight)\(when)\(attributes(statement.attributes))"
    }
    return entities + statements
  }

  private func messages(_ text: String, _ options: Set<Format.ReadingOption> = []) -> [String] {
    read(text, options).messages
  }

  // MARK: NetworkX

  @Test func networkXWritesNodesAndEdges() {
    let nodes = #""nodes": [{"color": "red", "id": ["a", 1]}, {"size": 2.5, "id": 1}, {"id": 3.5}]"#
    let edges =
      #"[{"weight": 2, "role": "ally", "source": ["a", 1], "target": 1, "key": 0}, {"weight": 0.5, "source": ["a", 1], "target": 1, "key": 1}, {"start": "1914", "end": 1918, "source": 1, "target": 3.5, "key": 0}]"#
    for (key, start) in [("links", "{"), ("edges", "{\"graph\": {\"name\": \"Pacts\"}, ")] {
      let text = start + "\"directed\": true, \"multigraph\": true, \(nodes), \"\(key)\": \(edges)}"
      #expect(
        words(text) == [
          #"["a", 1] {color: red}"#, "1 {size: 2.5}", "3.5", #"["a", 1] ally 1 *2"#,
          #"["a", 1] link-to 1 *0.5"#,
          "1 link-to 3.5 @1914/1918",
        ])
      #expect(read(text).graph?.hasDirectedLinks == true)
    }
    #expect(
      read("{\"graph\": {\"name\": \"Pacts\"}, \"nodes\": [], \"links\": []}").graph?.title.text(in: "en")
        == "Pacts")
  }

  @Test func edgesMayStandBeforeNodesAndDirectionLast() {
    #expect(
      words(
        #"{"links": [{"source": "a", "target": "b"}], "nodes": [{"id": "b"}, {"id": "a"}], "directed": true}"#
      )
        == ["b", "a", "a link-to b"])
  }

  @Test func numbersAndTextsAreTwoIDs() {
    let text = #"{"nodes": [{"id": 1}, {"id": "1"}], "links": [{"source": "1", "target": 1}]}"#
    #expect(words(text) == ["1", "1-2", "1-2 link 1"])
    #expect(
      messages(text) == [
        "t:1:23: warning: '1' is the id of two nodes, of one as a number and of one as a text; this one is called '1-2'."
      ])
    // Where there is only one, it is meant.
    #expect(
      words(#"{"nodes": [{"id": 1}, {"id": "2"}], "links": [{"source": "1", "target": 2}]}"#) == [
        "1", "2", "1 link 2",
      ])
  }

  @Test func adjacencyDataOfAnUndirectedNetworkHasEachEdgeTwice() {
    let adjacency =
      #"[[{"weight": 3, "id": 2, "key": 0}, {"id": 2, "key": 1}], [{"weight": 3, "id": 1, "key": 0}, {"id": 1, "key": 1}, {"id": 2, "key": 0}]]"#
    let text =
      #"{"multigraph": true, "graph": [["name", "N"]], "nodes": [{"id": 1}, {"id": 2}], "adjacency": \#(adjacency)"#
    #expect(
      words("{\"directed\": false, " + text.dropFirst() + "}") == [
        "1", "2", "1 link 2 *3", "1 link 2", "2 link 2",
      ])
    #expect(words("{\"directed\": true, " + text.dropFirst() + "}").count == 7)
  }

  @Test func treesLeadFromParentToChild() {
    #expect(
      words(#"{"id": 1, "children": [{"id": 2}, {"id": 3, "children": [{"name": "leaf", "id": 4}]}]}"#)
        == ["1", "2", "3", "4=leaf", "1 link-to 2", "1 link-to 3", "3 link-to 4"])
    // D3's have names, which may be alike.
    #expect(
      words(#"{"name": "flare", "children": [{"name": "data", "children": [{"name": "data", "size": 4}]}]}"#)
        == ["flare", "data", "data-2=data {size: 4}", "flare link-to data", "data link-to data-2"])
  }

  // MARK: D3 and others

  @Test func d3NamedEndsByPlaceOnce() {
    #expect(
      words(
        #"{"nodes": [{"name": "Myriel", "group": 1}, {"name": "Napoleon"}, {"name": "Myriel"}], "links": [{"source": 1, "target": 0, "value": 1}, {"source": 2, "target": 0, "value": 8}]}"#
      ) == [
        "Myriel {group: 1}", "Napoleon", "Myriel-2=Myriel", "Napoleon link Myriel *1",
        "Myriel-2 link Myriel *8",
      ])
    let old =
      #"{"directed": true, "graph": [["name", "old"]], "nodes": [{"id": "u"}, {"id": "v"}], "links": [{"source": 0, "target": 1}], "multigraph": false}"#
    #expect(words(old) == ["u", "v", "u link-to v"])
    #expect(
      messages(old) == [
        "t:1:95: warning: the edges name nodes by numbers that are not their ids; they are taken for places in the list of nodes, from 0 on."
      ])
    // Numbers that are ids are ids.
    #expect(
      words(#"{"nodes": [{"id": 1}, {"id": 0}], "links": [{"source": 0, "target": 1}]}"#) == [
        "1", "0", "0 link 1",
      ])
  }

  @Test func endsMayBeNamesOrWholeNodes() {
    #expect(
      words(#"{"nodes": [{"name": "A"}, {"name": "B"}], "links": [{"source": "A", "target": "B"}]}"#)
        == ["A", "B", "A link B"])
    #expect(
      words(
        #"{"nodes": [{"id": "A", "x": 1.5, "y": 2}, {"id": "B"}], "links": [{"source": {"id": "A", "x": 1.5}, "target": {"id": "B"}}]}"#
      ) == ["A {x: 1.5, y: 2}", "B", "A link B"])
  }

  @Test func otherListsOfNodesAndEdgesAreReadToo() {
    // sigma.js, vis.js, JSON Graph Format, pairs.
    #expect(
      words(
        #"{"nodes": [{"id": "n0", "label": "A node", "x": 0, "attributes": {"born": "1870"}}, {"id": "n1"}], "edges": [{"id": "e0", "source": "n0", "target": "n1", "attributes": {"weight": 2}}]}"#
      ) == ["n0=A node {born: 1870, x: 0}", "n1", "n0 link n1 *2"])
    #expect(
      words(
        #"{"nodes": [{"id": 1, "label": "One"}, {"id": 2}], "edges": [{"from": 1, "to": 2, "arrows": "to"}]}"#
      )
        == ["1=One", "2", "1 link-to 2 {arrows: to}"])
    #expect(
      words(
        #"{"graph": {"directed": false, "label": "G", "nodes": {"0": {"label": "Zero"}, "1": {"metadata": {"type": "state"}}}, "edges": [{"source": "0", "target": "1", "relation": "ally", "directed": true, "metadata": {"weight": 3}}]}}"#
      ) == ["0=Zero", "1", "0 ally 1 *3"])
    #expect(
      words(#"{"nodes": ["a", "b"], "edges": [["a", "b", 2.5], ["b", "a"]]}"#) == [
        "a", "b", "a link b *2.5", "b link a",
      ])
  }

  /// Years are numbers; what counts milliseconds says so by its name, and is no date where it does not.
  @Test func numbersAreYearsOrCountTimeByTheirName() {
    func links(_ members: String) -> String {
      "{\"nodes\": [{\"id\": \"a\"}], \"links\": [{\"source\": \"a\", \"target\": \"a\", \(members)}]}"
    }
    #expect(words(links("\"when\": 1914")) == ["a", "a link a @1914"])
    #expect(words(links("\"start\": 1914, \"end\": \"1918-11-11\"")) == ["a", "a link a @1914/1918-11-11"])
    #expect(words(links("\"time_ms\": -1767225600000")) == ["a", "a link a @1914-01-01T00:00:00"])
    #expect(words(links("\"timestamp_unix\": 0")) == ["a", "a link a @1970-01-01T00:00:00"])
    let odd = links("\"time\": 1419984000000")
    #expect(words(odd) == ["a", "a link a {time_number: 1419984000000}"])
    #expect(
      messages(odd) == [
        "t:1:36: warning: 'time' holds 1419984000000, which is no year; it is kept as 'time_number'. If it counts milliseconds since 1970, call it 'time_ms', if seconds, 'time_seconds'."
      ])
  }

  // MARK: graphology

  @Test func graphologySaysWhichEdgesLeadBothWays() {
    let body =
      #""nodes": [{"key": "Thomas", "attributes": {"age": 34}}, {"key": "Eric", "attributes": null}], "edges": [{"key": "T->E", "source": "Thomas", "target": "Eric", "attributes": {"weight": 2, "type": "KNOWS"}}, {"source": "Eric", "target": "Thomas", "undirected": true}]"#
    let expected = ["Thomas {age: 34}", "Eric", "Thomas link-to Eric *2 {type: KNOWS}", "Eric link Thomas"]
    #expect(
      words(#"{"options": {"type": "mixed", "multi": true}, "attributes": {"name": "My Graph"}, \#(body)}"#)
        == expected)
    #expect(words("{\(body)}") == expected)
    #expect(read("{\(body)}").graph?.statements.map(\.id.rawValue) == ["T->E", "link.Eric.Thomas"])
    #expect(
      words(
        #"{"nodes": [{"key": 1}, {"key": 2}], "edges": [{"source": 1, "target": 2}], "options": {"type": "undirected"}}"#
      )
        == ["1", "2", "1 link 2"])
  }

  // MARK: Cytoscape

  @Test func cytoscapeKeepsPositionsAndNumbers() {
    #expect(
      words(
        #"{"format_version": "1.0", "generated_by": "cytoscape-3.9.1", "target_cytoscapejs_version": "~2.1", "data": {"shared_name": "gal", "name": "gal", "SUID": 52}, "elements": {"nodes": [{"data": {"id": "61", "shared_name": "A", "name": "A", "SUID": 61, "selected": false}, "position": {"x": 100.5, "y": -20}, "selected": false}, {"data": {"id": "62"}}], "edges": [{"data": {"id": "86", "source": "61", "target": "62", "interaction": "pp"}, "selected": false}]}}"#
      ) == ["61=A {SUID: 61, selected: false, shared_name: A, x: 100.5, y: -20}", "62", "61 pp 62"])
  }

  @Test func elementsMayBeOneList() {
    let nodes = #"{"data": {"id": "a", "parent": "b"}}, {"group": "nodes", "data": {"id": "b"}}"#
    let edge =
      #"{"data": {"id": "ab", "source": "a", "target": "b", "weight": 2}, "classes": "x y", "style": {"width": 3}}"#
    for text in ["[\(nodes), \(edge)]", "{\"elements\": [\(edge), \(nodes)], \"style\": []}"] {
      #expect(words(text) == ["a {parent: b}", "b", "a link-to b *2 {classes: x y}"])
      #expect(messages(text) == ["t: warning: 'style' is left out: a graph has no place for it."])
    }
    // NetworkX says which way edges lead, and names them by numbers.
    #expect(
      words(
        #"{"data": [["name", "N"]], "directed": false, "multigraph": false, "elements": {"nodes": [{"data": {"id": "0", "value": 0, "name": "0"}}, {"data": {"id": "1"}}], "edges": [{"data": {"source": 0, "target": 1}}]}}"#
      ) == ["0 {value: 0}", "1", "0 link 1"])
  }

  // MARK: CX

  @Test func cx2HasShortNamesAndDefaults() {
    let text =
      #"[{"CXVersion": "2.0", "hasFragments": false}, {"metaData": []}, {"nodes": [{"id": 1, "x": 1.5, "y": 2.5, "v": {"n": "CDK1", "age": 3}}, {"id": 2, "v": {"n": "TP53"}}]}, {"attributeDeclarations": [{"nodes": {"name": {"d": "string", "a": "n"}, "age": {"d": "double", "v": 10}}, "edges": {"interaction": {"d": "string", "a": "i", "v": "binds"}, "weight": {"d": "double", "a": "w"}}}]}, {"networkAttributes": [{"name": "Example"}]}, {"edges": [{"id": 0, "s": 1, "t": 2, "v": {"w": 0.3}}, {"id": 1, "s": 2, "t": 1, "v": {"i": "activates"}}]}, {"visualProperties": [{}]}, {"status": [{"success": false, "error": "cut"}]}]"#
    #expect(
      words(text) == [
        "1=CDK1 {age: 3.0, x: 1.5, y: 2.5}", "2=TP53 {age: 10.0}", "1 binds 2 *0.3", "2 activates 1",
      ])
    #expect(
      messages(text) == [
        "t:1:579: warning: the file says that it was not made whole: 'cut'.",
        "t: warning: 'visualProperties' is left out: a graph has no place for it.",
      ])
    #expect(read(text).graph?.title.text(in: "en") == "Example")
  }

  @Test func cx1SaysAttributesInAspectsOfTheirOwn() {
    #expect(
      words(
        #"[{"numberVerification": [{"longNumber": 281474976710655}]}, {"nodeAttributes": [{"po": 1, "n": "score", "v": "0.5", "d": "double"}, {"po": [1, 2], "n": "ok", "v": "true", "d": "boolean"}]}, {"nodes": [{"@id": 1, "n": "A", "r": "hgnc:1"}, {"@id": 2}]}, {"edges": [{"@id": 5, "s": 1, "t": 2, "i": "in"}]}, {"networkAttributes": [{"n": "name", "v": "One"}]}, {"edgeAttributes": [{"po": 5, "n": "weight", "v": "3", "d": "double"}]}, {"cartesianLayout": [{"node": 1, "x": 10, "y": 20.5}]}, {"status": [{"error": "", "success": true}]}]"#
      ) == ["1=A {ok: true, represents: hgnc:1, score: 0.5, x: 10, y: 20.5}", "2 {ok: true}", "1 in 2 *3"])
  }

  // MARK: HIF

  @Test func edgesOfHIFAreAgreements() throws {
    let text =
      #"{"network-type": "undirected", "metadata": {"name": "test"}, "incidences": [{"edge": "p", "node": "a", "weight": 2.5, "attrs": {"role": "signatory", "when": "1914"}}, {"edge": "p", "node": "b"}, {"edge": "p", "node": "b"}], "nodes": [{"node": "a", "weight": 3, "attrs": {"name": "Alpha"}}], "edges": [{"edge": "p", "attrs": {"name": "Pact", "start": "1914-08-01", "end": "1918"}}, {"edge": "empty"}]}"#
    #expect(
      words(text) == ["a=Alpha {weight: 3}", "b", "p=Pact", "empty", "a signatory p *2.5 @1914", "b party p"])
    #expect(
      messages(text) == ["t:1:196: warning: the edge 'p' names the node 'b' twice; it is taken once."])
    let graph = try #require(read(text).graph)
    #expect(graph.entities.map(\.kind.name) == ["node", "node", "hyperedge", "hyperedge"])
    let pact = try #require(graph.entities.first { $0.id == "p" })
    #expect(GraphView(graph).presence(of: pact).map(\.text) == ["1914-08-01/[1918-01-01..1918-12-31]"])
    #expect(graph.title.text(in: "en") == "test" && !graph.hasDirectedLinks)
  }

  @Test func nodesAndEdgesOfHIFMayHaveTheSameIDs() {
    let text =
      #"{"network-type": "directed", "incidences": [{"edge": 0, "node": 1, "direction": "tail"}, {"edge": 1, "node": 1, "direction": "head"}], "nodes": [{"node": 9}]}"#
    #expect(
      words(text) == [
        "9", "1", "edge-0", "edge-1", "1 party edge-0 {direction: tail}", "1 party edge-1 {direction: head}",
      ])
    #expect(
      messages(text) == [
        "t:1:90: warning: nodes and edges of the file have the same ids, such as '1'; the edges are called 'edge-1' and so on."
      ])
  }

  // MARK: What is wrong

  @Test(arguments: [
    (
      #"{"nodes": [{"id": "a"}, {"id": "a"}]}"#,
      "t:1:25: error: two nodes have the id 'a'; the first is on line 1, column 12."
    ),
    (
      #"{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a"}}"#,
      "t:1:66: error: found '}'; expected a comma or ']'."
    ),
    (#"{"nodes": {"a": 1}, "links": 3}"#, "t:1:30: error: found no list of edges; expected a list."),
    (
      #"{"a": 1}"#,
      "t: error: this is JSON without a network that is understood; expected an object with 'nodes' and with 'links' or 'edges' (NetworkX, D3, graphology), 'elements' (Cytoscape), 'incidences' (HIF), or CX2."
    ),
    (
      "[1, 2]",
      "t:1:1: error: this is JSON without a network that is understood; expected an object with 'nodes' and with 'links' or 'edges' (NetworkX, D3, graphology), 'elements' (Cytoscape), 'incidences' (HIF), or CX2."
    ),
    (
      #"{"elements": 1}"#,
      "t: error: this is JSON without a network that is understood; expected an object with 'nodes' and with 'links' or 'edges' (NetworkX, D3, graphology), 'elements' (Cytoscape), 'incidences' (HIF), or CX2."
    ),
    (
      #"{"incidences": [], "edges": [{"edge": 1}, {"edge": 1}]}"#,
      "t:1:43: error: two edges have the id '1'; the first is on line 1."
    ),
    ("{\"nodes\": [\u{0}]}", "t:1:12: error: found a character NUL; expected a text."),
  ])
  func mistakesAreToldWithTheirPlace(text: String, message: String) {
    #expect(messages(text) == [message])
  }

  @Test(arguments: [
    (
      #"{"nodes": [{"id": "japan"}], "links": [{"source": "japan", "target": "jpan"}]}"#,
      "t:1:40: warning: an edge names the node 'jpan', which is not among the nodes; it is added. Did you mean 'japan'?"
    ),
    (
      #"{"links": [{"source": "a", "target": "b"}]}"#,
      "t:1:12: warning: the file has no list of nodes; the ends of its edges are taken for nodes."
    ),
    (
      #"{"nodes": [{"id": "a", "tags": ["x"]}, {"id": "b", "tags": []}]}"#,
      "t:1:32: warning: 'tags' holds lists or objects; they are kept as text, as they stand in JSON."
    ),
    (
      #"{"nodes": [{"id": "a", "x": 1, "x": 2}]}"#,
      "t:1:32: warning: the key 'x' stands twice in this object; the later one counts."
    ),
    (
      #"{"nodes": [], "links": [], "zoom": 3, "foo": {"a": 1}}"#,
      "t: warning: 'zoom', 'foo' are left out: a graph has no place for them."
    ),
  ])
  func whatIsUnderstoodInPartIsTold(text: String, message: String) {
    #expect(messages(text) == [message])
  }

  @Test func anEdgeWithoutAnEndIsLeftOutOrAnError() {
    let text = #"{"nodes": [{"id": "a"}], "links": [{"source": "a"}, {"source": "a", "target": "a"}]}"#
    #expect(messages(text) == ["t:1:36: warning: an edge has no 'target'; expected one. It is left out."])
    #expect(read(text).graph?.statements.count == 1)
    #expect(messages(text, [.strict]) == ["t:1:36: error: an edge has no 'target'; expected one."])
  }

  @Test func numbersAreKeptExactly() {
    #expect(
      words(
        #"{"nodes": [{"id": 12345678901234567890, "a": 12345678901234567890, "b": 1e400, "c": 0.1, "d": NaN, "e": -Infinity, "f": true, "g": null}], "links": []}"#
      ) == ["12345678901234567890 {a: 12345678901234567890, b: 1e400, c: 0.1, e: -Infinity, f: true}"])
  }

  /// The telling key may come after a megabyte of others.
  @Test func theFormatIsFoundWhereverItsKeyStands() throws {
    let many = (0..<20000).map { "\"k\($0)\": {\"a\": [\($0)]}" }.joined(separator: ", ")
    #expect(words("{\"graph\": {\(many)}, \"incidences\": [{\"edge\": \"e\", \"node\": 1}]}").count > 0)
    let hif = read(
      "{\"metadata\": {\"big\": [\((0..<30000).map(String.init).joined(separator: ","))]}, \"incidences\": [{\"edge\": \"e\", \"node\": 1}]}"
    )
    #expect(hif.graph?.entities.map(\.id.rawValue) == ["1", "e"])
    let start = FileStart(Data("{\"metadata\": {\(many)}, \"incidences\": []}".utf8))
    #expect(Format.known.first { $0.begins(start) }?.name == "node-link")
    // A graph file of ours too.
    let notes = (0..<9000).map { "s\($0)" }.map { "\"\($0)\": \"A source\"" }.joined(separator: ", ")
    let graph = try JSONNetworks.read(
      Data("{\"title\": \"T\", \"sources\": {\(notes)}, \"actors\": {\"a\": \"A\"}, \"entente\": 1}".utf8),
      named: "t", [])
    #expect(graph.graph.entities.map(\.id.rawValue) == ["a"] && !graph.isImported)
  }

  // MARK: Hostile input

  /// Every beginning of a small file of each format, and bytes changed by chance: a graph or a message with a place inside.
  @Test(arguments: JSONRoundTripTests.formats.map(\.name))
  func whateverIsReadEndsWithAGraphOrAMessage(name: String) throws {
    let format = try #require(JSONRoundTripTests.formats.first { $0.name == name })
    let graph = try GraphFile.read(
      "entente: 1\ntitle: T\nactors: { a: A, b: { name: \"é🕊\", hostile-to: a } }\nagreements: { p: { name: P, parties: [a, b] } }\n",
      named: "t")
    let bytes = try #require(format.writer).write(GraphView(graph)).bytes
    let reader = try #require(format.reader)
    func check(_ bytes: [UInt8]) {
      do {
        let document = try reader.read(Data(bytes), "t", [])
        #expect(document.isImported)
      } catch let error as InputDiagnostics {
        let lines = bytes.count { $0 == 0x0A } + bytes.count { $0 == 0x0D } + 1
        #expect(!error.diagnostics.isEmpty)
        for place in error.diagnostics.compactMap(\.place) {
          #expect(
            place.line >= 1 && place.line <= lines && place.column >= 1 && place.column <= bytes.count + 1)
        }
      } catch {
        Issue.record("\(error)")
      }
    }
    for length in stride(from: 0, to: bytes.count, by: 7) { check(Array(bytes.prefix(length))) }
    var state: UInt64 = 1941
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("{}[]\",:\\0t1.e \nnull\u{1}é".utf8)
    for _ in 0..<150 {
      var changed = bytes
      for _ in 0...random(4) { changed[random(changed.count)] = letters[random(letters.count)] }
      check(changed)
    }
  }

  /// Fifty thousand attributes of one node, a node of fifty thousand edges, and a deep list take no time to speak of.
  @Test(.timeLimit(.minutes(1))) func oddShapesAreReadSoon() {
    let attributes = (0..<50000).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    #expect(
      read("{\"nodes\": [{\"id\": 1, \(attributes)}], \"links\": []}").graph?.entities[0].attributes.count
        == 50000)
    let links = (0..<50000).map { "{\"source\": 0, \"target\": \($0)}" }.joined(separator: ",")
    #expect(read("{\"links\": [\(links)]}").graph?.statements.count == 50000)
    let deep = String(repeating: "{\"children\":[", count: 100_000)
    #expect(messages("{\"id\":1,\"children\":[\(deep)").first?.contains("nested more than 500 deep") == true)
    let tree = String(repeating: "{\"children\":[", count: 240) + String(repeating: "]}", count: 240)
    #expect(
      read(tree.replacing("{\"children\"", with: "{\"name\":\"x\",\"children\"", maxReplacements: 1)).graph?
        .entities.count == 240)
  }
}
