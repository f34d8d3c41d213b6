import Diplomacy
import Foundation

/// Reads the DOT language through libcgraph: defaults, subgraphs, chains, ports, labels like HTML, several graphs.
///
/// Described in Documentation/Formats.md. What libcgraph would choke on, ``DOTScan`` finds first.
struct DOTReader {
  private var findings: ImportFindings
  private var network = ForeignNetwork()
  /// The places of nodes in the network, by the bytes of their ids.
  private var known: [[UInt8]: Int] = [:]
  private let scan: DOTScan?
  private var graphs = 0
  private var markups = 0

  /// Reads a file.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var findings = ImportFindings(file: file, isStrict: isStrict)
    let scan = scan(data, &findings)
    try findings.check()
    var reader = DOTReader(findings, scan)
    reader.readPieces()
    try reader.findings.check()
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private init(_ findings: ImportFindings, _ scan: DOTScan?) {
    self.findings = findings
    self.scan = scan
  }

  private static func scan(_ data: Data, _ findings: inout ImportFindings) -> DOTScan? {
    guard data.count <= InputLimits.networkBytes else {
      findings.error(
        nil, InputLimits.tooManyBytes("a file in the DOT language", limit: InputLimits.networkBytes))
      return nil
    }
    do throws(EncodedText.Fault) {
      let bytes = try DOTEncoding.utf8(data, &findings)
      do throws(DOTScan.Fault) {
        return try DOTScan(bytes)
      } catch {
        findings.error(error.place, error.message)
      }
    } catch {
      findings.error(error.place, error.message)
    }
    return nil
  }

  // MARK: Graphs

  private mutating func readPieces() {
    for piece in scan?.pieces ?? [] {
      guard piece.isGraph || graphs == 0 else {
        findings.leftOut(
          piece.place, "something stands after the end of the graph; expected a further graph, or nothing.")
        break
      }
      let graph = DOTGraph(piece.text, line: piece.place.line, scan?.longTexts ?? [:])
      guard graph.isRead else {
        tell(graph.messages, piece.place)
        return
      }
      graphs += 1
      if graphs == 2 {
        findings.warning(piece.place, "the file has several graphs; all are read into one.")
      }
      tellWarnings(graph.messages, piece.place)
      take(graph, piece)
    }
    if graphs == 0, findings.diagnostics.isEmpty {
      findings.error(
        nil, "the file has no graph; expected 'graph' or 'digraph' and a name, and what it holds in braces.")
    }
    if markups > 0 {
      findings.warning(
        nil,
        "\(markups) \(markups == 1 ? "label is" : "labels are") like HTML; their text is read, and not how it is set."
      )
    }
  }

  /// Tells what libcgraph says is wrong: `syntax error in line 3 near '->'`.
  private mutating func tell(_ messages: String, _ start: Diagnostic.Place) {
    let text = messages.split(separator: "\n").first.map(String.init) ?? ""
    let line = text.firstMatch(of: /in line (\d+)/).flatMap { Int($0.1) } ?? start.line
    let place = Diagnostic.Place(line: line, column: 1)
    if let near = text.firstMatch(of: /near '(.*)'/)?.1 {
      findings.error(
        place,
        "found '\(Node.shortened(String(near)))' where the DOT language has nothing like it; expected a node, an edge ('--' in a graph, "
          + "'->' in a digraph), an attribute or the end of the graph.")
    } else {
      findings.error(place, "the graph ends early; expected '}'.")
    }
  }

  private mutating func tellWarnings(_ messages: String, _ start: Diagnostic.Place) {
    for text in messages.split(separator: "\n") {
      guard let number = text.firstMatch(of: /number '(.*)' in line (\d+)/) else { continue }
      findings.warning(
        Diagnostic.Place(line: Int(number.2) ?? start.line, column: 1),
        "found '\(Node.shortened(String(number.1)))', which Graphviz reads as two words; put it in quotes if it is one."
      )
    }
  }

  private mutating func take(_ graph: DOTGraph, _ piece: DOTScan.Piece) {
    let form = DOTForm(graph)
    form.note(on: &network, isFirst: graphs == 1)
    let kinds = form.kinds
    network.nodeKinds.merge(kinds.nodes) { first, _ in first }
    network.edgeKinds.merge(kinds.edges) { first, _ in first }
    if form.isDiagram {
      findings.warning(
        piece.place,
        "this is a diagram that Entente drew: names, kinds, roles and the dates of statements are read; the rest is for the eye alone."
      )
    }
    var places: [Int] = []
    for node in graph.nodes {
      let (id, attributes) = form.node(node, &markups)
      let key = Array(id.utf8)
      if let place = known[key] {
        network.nodes[place].attributes.merge(attributes) { first, _ in first }
        places.append(place)
      } else {
        known[key] = network.nodes.count
        places.append(network.nodes.count)
        network.nodes.append(
          ForeignNetwork.Node(
            id: id, attributes: attributes, place: scan?.places[Array(node.id.utf8)] ?? piece.place))
      }
    }
    network.isDirected = network.isDirected || graph.isDirected
    let hasPlaces = piece.edges.count == graph.edges.count
    for (index, edge) in graph.edges.enumerated() {
      network.edges.append(
        ForeignNetwork.Edge(
          source: network.nodes[places[edge.tail]].id, target: network.nodes[places[edge.head]].id,
          isDirected: graph.isDirected, attributes: form.edge(edge, &markups),
          place: hasPlaces ? piece.edges[index] : piece.place))
    }
    if network.nodes.count > InputLimits.networkElements || network.edges.count > InputLimits.networkElements
    {
      findings.error(
        piece.place,
        InputLimits.tooMany("nodes or edges", in: "the file", limit: InputLimits.networkElements))
    }
  }
}

/// In which encoding a file in the DOT language is.
enum DOTEncoding {
  /// The text in UTF-8: Latin-1 where `charset` says so, else UTF-8, UTF-16, or Windows-1252.
  static func utf8(_ data: Data, _ findings: inout ImportFindings) throws(EncodedText.Fault) -> [UInt8] {
    if EncodedText.byteOrder(of: data) == nil, saysLatin1(data) {
      let latin = data.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
      try check(latin)
      return latin
    }
    let text = try EncodedText(data)
    if let warning = text.warning {
      findings.warning(
        warning.place,
        EncodedText.byteOrder(of: data) != nil
          ? "the file is in UTF-16, and is read so."
          : "the file is not in UTF-8; it is read as Windows-1252 (Latin-1). If that is wrong, save it in UTF-8."
      )
    }
    let bytes = text.bytes.starts(with: byteOrderMark) ? Array(text.bytes.dropFirst(3)) : text.bytes
    try check(bytes)
    return bytes
  }

  private static func check(_ bytes: [UInt8]) throws(EncodedText.Fault) {
    guard let place = bytes.firstIndex(of: 0) else { return }
    throw EncodedText.Fault(
      place: UTF8Scan.place(of: place, in: bytes), message: "found a character NUL; expected a text.")
  }

  private static func saysLatin1(_ data: Data) -> Bool {
    // Whatever the encoding, the attribute's name is in ASCII.
    let start = String(decoding: data.prefix(FileStart.size), as: UTF8.self)
    guard let name = start.firstMatch(of: /charset\s*=\s*"?([\w.\-]+)/.ignoresCase())?.1.lowercased() else {
      return false
    }
    return ["latin1", "latin-1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100"].contains(name)
  }
}
