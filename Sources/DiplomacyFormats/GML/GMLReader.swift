import Diplomacy
import Foundation

/// Reads GML, whoever wrote it: NetworkX, igraph, Gephi, Cytoscape, yEd, ourselves.
///
/// Lists inside of nodes and edges are attributes with a point in their names: `graphics.x`. Described in
/// Documentation/Formats.md.
struct GMLReader: TellingReader {
  var findings: ImportFindings
  var network = ForeignNetwork()
  var scanner: GMLScanner
  var nodes: [NodeEntry] = []
  var edges: [EdgeEntry] = []
  var nodeKinds = SeenKinds()
  var edgeKinds = SeenKinds()
  var graphAttributes: [String: String] = [:]
  var graphKinds = SeenKinds()
  var isDirected = false
  var open: [Open] = []
  private(set) var graphCount = 0
  private var isTooLarge = false
  var tallies = Tallies()

  struct NodeEntry {
    var id: String?
    /// The id as we have it, that had to be a number.
    var entity: String?
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place
  }

  struct EdgeEntry {
    var id: String?
    var source = ""
    var target = ""
    var isDirected: Bool?
    var weight: Double?
    /// Whether the weight is what `value` says, which stands among the attributes too.
    var isWeightValue = false
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place
  }

  /// What is told once, however often it is found.
  struct Tallies {
    var joined = Tally()
    var negative = Tally()
    var unnamed = Tally()
    var firstJoined = ""
  }

  /// A list that has begun.
  enum Open {
    case graph, node, edge
    /// A list of attributes, by what is put before their names.
    case list(String)
    /// A list that is left out.
    case skipped
  }

  /// What is told of an attribute.
  enum Owner { case file, node, edge }

  /// Reads a file.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var (network, findings) = try network(data, named: file, isStrict: isStrict)
    let graph = network.graph(&findings)
    try findings.check()
    return (graph, findings.warnings)
  }

  /// Reads a file as a network.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func network(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    network: ForeignNetwork, findings: ImportFindings
  ) {
    var reader = GMLReader(findings: ImportFindings(file: file, isStrict: isStrict), scanner: GMLScanner([]))
    if let bytes = reader.text(of: data, "a GML file") {
      reader.scanner = GMLScanner(bytes)
      reader.readAll()
      if !reader.isTooLarge { reader.finish() }
    }
    try reader.findings.check()
    return (reader.network, reader.findings)
  }

  private init(findings: ImportFindings, scanner: GMLScanner) {
    self.findings = findings
    self.scanner = scanner
  }

  private mutating func readAll() {
    while !isTooLarge, !findings.isHopeless {
      let token = scanner.token()
      switch token {
      case .word(let key): readValue(of: key)
      case .close:
        if open.popLast() == nil { fault(scanner.place, "found ']' where no list is open; expected a key.") }
      case .string(let range):
        let found = Node.shortened(GMLText.text(scanner.bytes, range))
        fault(scanner.place, "found the text '\(found)'; expected a key before it.")
      case .open:
        fault(scanner.place, "found '['; expected a key before it.")
        open.append(.skipped)
      case .end:
        tellEnd()
        return
      }
    }
  }

  private mutating func tellEnd() {
    if let quote = scanner.openQuote {
      findings.forget()
      fault(quote, "found a quotation mark that is never closed; expected '\"' at the end of the text.")
    } else if !open.isEmpty {
      fault(
        scanner.place,
        "the file ends inside of \(quantity(open.count, "list")); expected ']'. Perhaps it was cut off.")
    } else if graphCount == 0, findings.diagnostics.isEmpty {
      fault(nil, "the file has no 'graph'; expected 'graph [' with nodes and edges.")
    }
  }

  private mutating func readValue(of range: Range<Int>) {
    let place = scanner.place
    let key = String(decoding: scanner.bytes[range], as: UTF8.self)
    switch scanner.token() {
    case .open: begin(key, place)
    case .word(let value): store(key, value, isText: false, place)
    case .string(let value): store(key, value, isText: true, place)
    case .close, .end:
      fault(place, "the key '\(Node.shortened(key))' has no value; expected a number, a text or a list.")
      // The list ends all the same.
      _ = open.popLast()
    }
  }

  // MARK: Lists

  private mutating func begin(_ key: String, _ place: Diagnostic.Place) {
    guard open.count < InputLimits.lists else {
      if open.count == InputLimits.lists {
        leftOut(
          place, "found lists inside each other, more than \(InputLimits.lists); expected at most as many.")
      }
      open.append(.skipped)
      return
    }
    switch (open.last, key) {
    case (.skipped?, _): open.append(.skipped)
    case (nil, _) where key.lowercased() == "graph": beginGraph(place)
    case (.graph?, "graph"), (.node?, "graph"): beginGraph(place)
    case (.graph?, "node"), (.node?, "node"):
      nodes.append(NodeEntry(place: place))
      checkSize(nodes.count, "nodes")
      open.append(.node)
    case (.graph?, "edge"), (.node?, "edge"):
      edges.append(EdgeEntry(place: place))
      checkSize(edges.count, "edges")
      open.append(.edge)
    case (.list(let path)?, _): open.append(.list(path + GMLText.name(key) + "."))
    default: open.append(.list(GMLText.name(key) + "."))
    }
  }

  private mutating func beginGraph(_ place: Diagnostic.Place) {
    graphCount += 1
    if graphCount > 1, open.isEmpty {
      leftOut(place, "found another graph; one is read, the first.")
      open.append(.skipped)
      return
    }
    if graphCount == 2 { warn(place, "the file has graphs inside of the graph; all are read into one.") }
    open.append(.graph)
  }

  private mutating func checkSize(_ count: Int, _ what: String) {
    guard count > InputLimits.networkElements else { return }
    findings.forget()
    fault(nil, InputLimits.tooMany(what, in: "the file", limit: InputLimits.networkElements))
    isTooLarge = true
  }
}
