import Diplomacy
import Foundation

/// Reads Cytoscape's simple interaction format: `A party B C` on a line are two edges from A, `A` alone is a node.
///
/// Where the file has a tab anywhere, tabs separate the words, else blanks do. Edges lead from the first word to the others,
/// as in Cytoscape. What is said twice counts once, as there.
struct SIFReader: TellingReader {
  var findings: ImportFindings
  private var text = TextLines([])
  private var network = ForeignNetwork()
  private var nodes = NumberedNames()
  private var roles = NumberedNames()
  private var roleNames: [Role] = []
  private var known: Set<SIMD4<Int32>> = []
  private var repeated = Tally()
  private var hasTabs = false

  /// Reads a file.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = SIFReader(findings: ImportFindings(file: file, isStrict: isStrict))
    if let bytes = reader.text(of: data, "a SIF file") {
      reader.hasTabs = bytes.contains(0x09)
      reader.text = TextLines(bytes)
      reader.read()
    }
    try reader.findings.check()
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private init(findings: ImportFindings) {
    self.findings = findings
    network.isDirected = true
  }

  private mutating func read() {
    var words: [Range<Int>] = []
    var remarks = Tally()
    while text.advance(), !findings.isHopeless {
      let line = text.trimmed
      guard !line.isEmpty else { continue }
      if text.bytes[line.lowerBound] == UInt8(ascii: "#") {
        remarks.add(text.place)
        continue
      }
      split(&words)
      read(words)
      guard max(network.nodes.count, network.edges.count) <= InputLimits.networkElements else {
        findings.forget()
        fault(
          nil, InputLimits.tooMany("edges", in: "the file", limit: InputLimits.networkElements))
        return
      }
    }
    if remarks.count > 0 {
      warn(
        remarks.first,
        "\(quantity(remarks.count, "line")) that \(remarks.count == 1 ? "begins" : "begin") with '#' "
          + "\(remarks.count == 1 ? "is" : "are") taken for remarks, and left out.")
    }
    if repeated.count > 0 {
      warn(
        repeated.first,
        "\(quantity(repeated.count, "edge")) \(repeated.count == 1 ? "is" : "are") said again, with the same interaction; "
          + "as in Cytoscape, each counts once.")
    }
  }

  /// The words of a line.
  private func split(_ words: inout [Range<Int>]) {
    words.removeAll(keepingCapacity: true)
    let (bytes, end) = (text.bytes, text.line.upperBound)
    var start = text.line.lowerBound
    var place = start
    while place <= end {
      if place == end || (hasTabs ? bytes[place] == 0x09 : bytes[place].isBlank) {
        let word = bytes.trimmed(start..<place)
        if hasTabs || !word.isEmpty { words.append(word) }
        start = place + 1
      }
      place += 1
    }
    while let last = words.last, last.isEmpty { words.removeLast() }
  }

  private mutating func read(_ words: [Range<Int>]) {
    if let empty = words.first(where: \.isEmpty) {
      leftOut(
        text.place(of: empty.lowerBound), "found nothing between two tabs; expected a node or an interaction."
      )
      return
    }
    guard words.count != 2 else {
      leftOut(
        text.place(of: words[1].lowerBound),
        "found '\(Node.shortened(text.text(words[1])))' and nothing after it; expected a node, an interaction and the "
          + "nodes that it leads to"
          + (hasTabs ? ", separated by tabs, as the file has some." : "."))
      return
    }
    guard let source = node(words[0]) else { return }
    guard words.count > 2 else { return }
    let role = roles.number(of: text.text(words[1]))
    if role.isNew {
      roleNames.append(Role(roles.names[role.number].split(separator: " ").joined(separator: "-")))
    }
    for word in words[2...] {
      guard let target = node(word) else { continue }
      let place = text.place(of: word.lowerBound)
      guard known.insert(SIMD4(Int32(source), Int32(role.number), Int32(target), 0)).inserted else {
        repeated.add(place)
        continue
      }
      network.edges.append(
        ForeignNetwork.Edge(
          source: nodes.names[source], target: nodes.names[target], isDirected: true,
          role: roleNames[role.number], place: place))
    }
  }

  private mutating func node(_ word: Range<Int>) -> Int? {
    let name = text.text(word)
    let (number, isNew) = nodes.number(of: name)
    guard isNew else { return number }
    let place = text.place(of: word.lowerBound)
    if Accents.areTooMany(in: name) { fault(place, Accents.message) }
    network.nodes.append(ForeignNetwork.Node(id: name, place: place))
    return number
  }
}
