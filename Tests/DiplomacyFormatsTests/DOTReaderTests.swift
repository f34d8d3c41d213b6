import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// The DOT language as people and programs write it, and our own plain kind.
@Suite(.timeLimit(.minutes(2))) struct DOTReaderTests {
  private func read(_ data: Data) -> ReadText {
    do {
      let (graph, warnings) = try DOTReader.read(data, named: "t.dot")
      return (graph, warnings.map(\.message))
    } catch {
      return (nil, error.diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0): \($0.message)" })
    }
  }

  private func read(_ text: String) -> ReadText { read(Data(text.utf8)) }

  private func values(_ attributes: [Attribute]?) -> [String: String] {
    Dictionary((attributes ?? []).map { ($0.name, $0.value.description) }) { first, _ in first }
  }

  private func edges(_ graph: DiplomaticGraph?) -> [String] {
    graph?.statements.map { "\($0.subject)\($0.leadsOneWay ? "->" : "--")\($0.object)" } ?? []
  }

  private func ids(_ graph: DiplomaticGraph?) -> [String] { graph?.entities.map(\.id.rawValue) ?? [] }

  // MARK: The language

  @Test func defaultsHoldFromWhereTheyStand() {
    let (graph, messages) = read(
      """
      digraph G { a; node [color=red]; b; subgraph s { node [color=blue, kind=person]; c } d [color=""]; edge [weight=2]; a -> b; b -> c [weight=3] }
      """)
    #expect(messages == [])
    #expect(graph?.title.text(in: "en") == "G")
    #expect(graph?.entities.map { values($0.attributes)["color"] } == [nil, "red", "blue", nil])
    #expect(graph?.entities[2].kind == .person)
    #expect(values(graph?.entities[2].attributes)["subgraph"] == "s")
    #expect(graph?.statements.map(\.weight) == [2, 3])
  }

  @Test func chainsSubgraphsAndEmptyOnesAsEnds() {
    let (graph, messages) = read(
      "digraph { a -> b -> c; d -> {e f}; {} -> a; subgraph s {g h} -> {i j}; l -> {m -> n} }"
    )
    #expect(messages == [])
    #expect(
      edges(graph).sorted() == [
        "a->b", "b->c", "d->e", "d->f", "g->i", "g->j", "h->i", "h->j", "l->m", "l->n",
        "m->n",
      ])
  }

  @Test func portsAndKeysAreAttributes() {
    let (graph, _) = read("digraph { a:p:ne -> b:s [key=k]; a -> b [key=k, color=red] }")
    #expect(edges(graph) == ["a->b"])
    #expect(values(graph?.statements[0].attributes)["tailport"] == "p:ne")
    #expect(values(graph?.statements[0].attributes)["color"] == "red")
  }

  @Test func clustersKeepTheirLabels() {
    let (graph, _) = read(
      "graph { label=All; subgraph cluster_0 { label=\"The \\\"West\\\"\"; a; subgraph cluster_1 { b } } c; a -- b }"
    )
    #expect(graph?.title.text(in: "en") == "All")
    #expect(
      graph?.entities.map { values($0.attributes)["subgraph"] } == ["cluster_0", "cluster_0; cluster_1", nil])
    #expect(values(graph?.entities[0].attributes)["cluster"] == "The \"West\"")
    #expect(edges(graph) == ["a--b"])
  }

  @Test func labelsAreNamesWithTheirEscapes() {
    let (graph, messages) = read(
      """
      digraph "my G" { a [label="\\N of \\G\\nsecond\\l"]; b [label=<<b>Bold</b> &amp; <i>it</i><br/>next&#233;>]; c [label="caf&eacute; \\\\ &lt;"]; }
      """)
    #expect(
      graph?.entities.map { $0.name.text(in: "en") } == [
        "a of my G\nsecond", "Bold & it\nnexté", "café \\ <",
      ])
    #expect(messages == ["1 label is like HTML; their text is read, and not how it is set."].map { $0 })
  }

  @Test func edgeLabelsAreRoles() {
    let (graph, _) = read("digraph { a -> b [label=\"allied with\"]; b -> c [role=owes, label=x] }")
    #expect(graph?.statements.map(\.role.name) == ["allied-with", "owes"])
    #expect(graph?.statements.map(\.isDirected) == [true, true])
  }

  @Test func wordsNumbersAndQuotes() {
    let (graph, messages) = read(
      """
      strict graph { -.5 -- 1.25; "a \\"b\\"" -- "c" + "d"; été -- _x1; "line\\
       one" -- Ünï; "node" -- "\\\\"; a -- b; a -- b; b -- a /* x */ // y
      # a line of the preprocessor
      }
      """)
    #expect(messages == [])
    #expect(
      ids(graph) == [
        "-.5", "1.25", "a \"b\"", "cd", "été", "_x1", "line one", "Ünï", "node", "\\\\", "a", "b",
      ])
    #expect(graph?.statements.count == 6)
  }

  @Test func aNumberThatEndsOddlyIsTold() {
    let (graph, messages) = read("graph {\n 1.5a -- 2 }")
    #expect(ids(graph) == ["1.5", "a", "2"])
    #expect(messages == ["found '1.5a', which Graphviz reads as two words; put it in quotes if it is one."])
  }

  @Test func severalGraphsAreReadIntoOne() {
    let (graph, messages) = read(
      "graph A { a -- b [weight=2] }\n\ndigraph B { b -> c; a [kind=person] }\nthe end")
    #expect(ids(graph) == ["a", "b", "c"])
    #expect(edges(graph) == ["a--b", "b->c"])
    #expect(graph?.entities[0].kind == .person)
    #expect(
      messages == [
        "the file has several graphs; all are read into one.",
        "something stands after the end of the graph; expected a further graph, or nothing. It is left out.",
      ])
  }

  @Test func encodings() {
    let latin = "graph { charset=\"latin1\"; Z\u{FC}rich -- \"Bern\" }".unicodeScalars.map { UInt8($0.value) }
    #expect(ids(read(Data(latin)).graph) == ["Zürich", "Bern"])
    #expect(read(Data(latin)).messages == [])
    let untold = "graph {\n Z\u{FC}rich }".unicodeScalars.map { UInt8($0.value) }
    #expect(ids(read(Data(untold)).graph) == ["Zürich"])
    #expect(
      read(Data(untold)).messages == [
        "the file is not in UTF-8; it is read as Windows-1252 (Latin-1). If that is wrong, save it in UTF-8."
      ])
    #expect(ids(read(Data([0xEF, 0xBB, 0xBF]) + Data("graph { é }".utf8)).graph) == ["é"])
    let wide =
      Data([0xFF, 0xFE])
      + "graph { é }".utf16.reduce(into: Data()) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
    #expect(ids(read(wide).graph) == ["é"])
  }

  // MARK: Origins

  @Test func whatOtherProgramsWrite() {
    // NetworkX through pydot; igraph; Gephi's DOT; Cytoscape; Go's pprof; R's Rgraphviz.
    let networkX = read(
      "strict digraph \"\" {\nberlin [kind=city, pop=\"3.5\"];\nrome;\nberlin -> rome  [key=0, weight=0.5];\n}\n"
    )
    #expect(networkX.graph?.statements.map(\.weight) == [0.5])
    #expect(networkX.graph?.entities[0].kind == .city)
    let igraph = read(
      "/* Created by igraph 0.10.4 */\n\ngraph {\n  0 [\n    name=Alice\n  ];\n  1 [\n    name=Bob\n  ];\n\n  1 -- 0 [\n    weight=2.5\n  ];\n}\n"
    )
    #expect(igraph.graph?.entities.map { $0.name.text(in: "en") } == ["Alice", "Bob"])
    #expect(igraph.graph?.statements.map(\.weight) == [2.5])
    let pprof = read(
      "digraph \"main\" {\nnode [style=filled fillcolor=\"#f8f8f8\"]\nsubgraph cluster_L { \"File: main\" [shape=box fontsize=16 label=\"File: main\\lType: cpu\\l\"] }\nN1 [label=\"f\\n0.5s\" id=\"node1\" fontsize=8]\nN1 -> N2 [label=\" 1s\" weight=85]\n}"
    )
    #expect(
      pprof.graph?.entities.map { $0.name.text(in: "en") } == ["File: main\nType: cpu", "f\n0.5s", "N2"])
    let record = read(
      "digraph structs { node [shape=record]; struct1 [label=\"<f0> left|<f1> mid\"]; struct1:f1 -> struct2:f0; }"
    )
    #expect(edges(record.graph) == ["struct1->struct2"])
    let family = read("graph family { rankdir=TB; { rank=same; Anna -- Karl [style=invis] } Karl -- Otto; }")
    #expect(values(family.graph?.attributes)["rankdir"] == "TB")
    #expect(ids(family.graph) == ["Anna", "Karl", "Otto"])
    let dates = read("digraph { a [when=\"1914/1918\"]; a -> b [start=1914, end=\"1918-11-11\"] }")
    #expect(dates.graph?.entities[0].when?.edtf == "1914/1918")
    #expect(dates.graph?.statements[0].when?.edtf == "1914/1918-11-11")
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "graph {\n a -- b;\n c -> d;\n}",
      "3:1: found '->' where the DOT language has nothing like it; expected a node, an edge ('--' in a graph, '->' in a digraph), an attribute or the end of the graph."
    ),
    ("digraph {\n a\n x [label=\"foo\n}", "3:11: a text in quotes does not end; expected '\"'."),
    ("graph {\n a [label=<b\n}", "2:11: a label in '<' and '>' does not end; expected a '>' for each '<'."),
    ("graph { a", "1:1: the graph ends early; expected '}'."),
    ("graph { /* a", "1:9: a comment does not end; expected '*/'."),
    (
      "", "0:0: the file has no graph; expected 'graph' or 'digraph' and a name, and what it holds in braces."
    ),
    ("graph { a\u{0} }", "1:10: found a character NUL; expected a text."),
  ])
  func mistakesAreTold(text: String, message: String) {
    let (graph, messages) = read(text)
    #expect(graph == nil)
    #expect(messages.first == message, "\(text)")
    // Nothing of it is left for the next file.
    #expect(ids(read("graph { a -- b }").graph) == ["a", "b"])
  }

  // MARK: Hostile input

  @Test func whatLibcgraphCannotTakeIsRefused() {
    for (text, message) in [
      (
        "graph " + String(repeating: "{", count: 100_000),
        "1:257: the graph has more than 250 levels of subgraphs; expected at most as many."
      ),
      (
        "digraph {" + (0..<3000).map { "n\($0)" }.joined(separator: "->") + "}",
        "this chain of edges has more than 2,000 ends; expected at most as many."
      ),
      (
        "digraph { {" + (0..<2000).map { "a\($0)" }.joined(separator: " ") + "}->{"
          + (0..<2000).map { "b\($0)" }.joined(separator: " ") + "} }",
        "the graph has more than 1,000,000 edges; expected at most as many."
      ),
      (
        "graph {" + (0..<9000).map { "a\($0) [b\($0)=1]" }.joined(separator: "\n") + "}",
        "the graph has more than 50,000,000 places for attributes of nodes and edges; expected at most as many."
      ),
    ] {
      let (graph, messages) = read(text)
      #expect(graph == nil)
      #expect(messages.count == 1)
      #expect(messages[0].hasSuffix(message), "\(messages)")
    }
  }

  @Test func longTextsTakeLinearTime() {
    let long = String(repeating: "ab\\\\c\\\"d\n", count: 300_000)
    let plus = (0..<50_000).map { _ in "\"xyz\"" }.joined(separator: "+")
    let (graph, messages) = read(
      "graph {\n\"\(long)\" [label=\(plus), note=<<b>\(String(repeating: "m", count: 2_000_000))</b>>];\n b }"
    )
    #expect(messages.count == 1)
    #expect(graph?.entities[0].id.rawValue == long.replacing("\\\"", with: "\""))
    #expect(graph?.entities[0].name.text(in: "en").utf8.count == 150_000)
    #expect(values(graph?.entities[0].attributes)["note"]?.utf8.count == 2_000_000)
    #expect(ids(graph).last == "b")
  }

  private let sample =
    "strict digraph \"x y\" { graph [rankdir=LR]; node [shape=box]; a:p:ne -> b -> {c d; subgraph cluster_1 {e;f [label=<<b>x</b>>]}} [label=\"q\"+\"r\",weight=2]; # c\n// d\n/* é */ 1.5 -> -.3;}"

  @Test func everyBeginningOfAFileEndsWell() {
    let bytes = Array(sample.utf8)
    for length in 0...bytes.count {
      let read = try? DOTReader.read(Data(bytes[..<length]), named: "t.dot")
      #expect((read != nil) == (length == bytes.count), "\(length)")
    }
  }

  @Test func changedBytesEndWell() {
    var numbers = SeededNumbers(seed: 21)
    let bytes = Array(sample.utf8)
    let signs = Array("{}[]<>\"\\;:,=->+#/*".utf8)
    var good = 0
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0..<changed.count, using: &numbers)
        if Bool.random(using: &numbers) {
          changed[place] = UInt8.random(in: 0...255, using: &numbers)
        } else {
          changed.insert(signs[Int.random(in: 0..<signs.count, using: &numbers)], at: place)
        }
      }
      if (try? DOTReader.read(Data(changed), named: "t.dot")) != nil { good += 1 }
    }
    #expect(good > 0)
    #expect(ids(read("graph { a -- b }").graph) == ["a", "b"])
  }

  @Test func filesAreReadAtTheSameTime() async {
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<50 {
        group.addTask {
          let text = "digraph { n\(number) -> b\(number) }" + (number.isMultiple(of: 5) ? " [" : "")
          let read = try? DOTReader.read(Data(text.utf8), named: "t.dot")
          return read?.graph.entities.map(\.id.rawValue) == ["n\(number)", "b\(number)"]
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  // MARK: Our own

  @Test func theWholeOfASmallGraph() throws {
    let graph = try GraphFile.read(
      """
      entente: 1
      title: "T \\"x\\" \\\\"
      actors: { a: { name: "A\\nB", exists: 1900/1918-11-11 } }
      agreements: { p: { kind: pact, name: P, parties: a, in-force: 1914-08-01/1914-08-04 } }
      """, named: "t.yaml")
    #expect(
      String(decoding: try plainDOT(GraphView(graph)).bytes, as: UTF8.self) == """
        digraph "T \\"x\\" \\\\" {
          graph [entente=plain, charset="UTF-8", title="T \\"x\\" \\\\", language="en"];
          "a" [label="A\\nB", full_name="A\\nB", name_en="A\\nB", category="actor", kind="state", when="1900/1918-11-11", start_year=1900, end_year=1918];
          "p" [label="P", full_name="P", name_en="P", category="agreement", kind="pact", when="1914-08-01/1914-08-04", start_year=1914, end_year=1914];
          "a" -> "p" [statement="party.a.p", label="party", role="party", when="1914-08-01/1914-08-04", start_year=1914, end_year=1914];
        }

        """)
  }

  @Test func everythingThatANetworkHoldsComesBack() throws {
    let view = GraphView(try RoundTrip.network())
    let read = try DOTReader.read(Data(try plainDOT(view).bytes), named: "t.dot")
    #expect(read.warnings == [])
    RoundTrip.compare(view, read.graph, "network")
    #expect(read.graph.title == view.graph.title)
    #expect(read.graph.attributes == view.graph.attributes)
    #expect(read.graph.entities[0].attributes == view.graph.entities[0].attributes)
  }

  @Test(arguments: SampleGraph.all)
  func samplesComeBack(sample: SampleGraph) throws {
    for view in try sample.views() where view.view.options.at == nil {
      let read = try DOTReader.read(Data(try plainDOT(view.view).bytes), named: "t.dot")
      RoundTrip.compare(view.view, read.graph, view.description)
    }
  }
}
