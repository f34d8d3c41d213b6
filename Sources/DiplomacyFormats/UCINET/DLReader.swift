import Diplomacy
import Foundation

/// Reads the data language (DL) of UCINET, as its guide describes it: matrices, halves of them, lists of edges and of nodes,
/// of one mode or two, of one relation or several.
///
/// A matrix of one mode that is the same on both sides of its diagonal has edges that lead both ways; other matrices and lists
/// have arcs. Rows and columns of two modes are actors and the agreements to which they are parties. Described in
/// Documentation/Formats.md.
struct DLReader: TellingReader {
  var findings: ImportFindings
  var words: DLWords
  var heading = DLHeading()
  var network = ForeignNetwork()
  var rows = NumberedNames()
  var columns = NumberedNames()
  /// What the rows, and the columns, are called in the graph.
  private var rowIDs: [String] = []
  private var columnIDs: [String] = []
  private var distinct = DistinctNames()
  var isEmbedded = false
  var hasToldNames = false
  var relation: Role?
  private var negative = Tally()
  private var entries: [Entry] = []
  private(set) var isTooLarge = false

  private struct Entry {
    let row: Int32
    let column: Int32
    let value: Double?
    let place: Diagnostic.Place
  }

  /// Reads a file.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = DLReader(findings: ImportFindings(file: file, isStrict: isStrict), words: DLWords([]))
    if let bytes = reader.text(of: data, "a file of UCINET (DL)") {
      reader.words = DLWords(bytes)
      reader.readHeading()
      if reader.heading.hasData, reader.findings.diagnostics.isEmpty { reader.readData() }
    }
    try reader.findings.check()
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private init(findings: ImportFindings, words: DLWords) {
    self.findings = findings
    self.words = words
  }

  // MARK: Data

  private mutating func readData() {
    words.hasHeadings = false
    network.title = heading.title
    nameNodes()
    var matrix = 0
    while matrix < heading.matrices, !isTooLarge, !findings.isHopeless {
      relation = heading.matrixLabels.indices.contains(matrix) ? role(heading.matrixLabels[matrix]) : nil
      if relation == nil, heading.matrices > 1 { relation = Role("matrix-\(matrix + 1)") }
      if heading.layout.isMatrix {
        guard readMatrix() else { break }
      } else {
        readList()
      }
      flush()
      matrix += 1
      if words.peek() == nil { break }
    }
    if matrix > 0, matrix < heading.matrices, !isTooLarge {
      warn(
        nil,
        "the file has \(quantity(matrix, "matrix", "matrices")); expected \(heading.matrices), as its heading says."
      )
    } else if matrix == heading.matrices, let word = words.peek(), !isTooLarge {
      leftOut(
        word.place,
        "found '\(Node.shortened(words.text(word)))' behind the data; expected the end of the file.")
    }
    finish()
  }

  func role(_ label: String) -> Role {
    Role(label.split(whereSeparator: \.isWhitespace).joined(separator: "-"))
  }

  mutating func add(_ row: Int, _ column: Int, _ value: Double?, _ place: Diagnostic.Place) {
    guard value != 0 else { return }
    entries.append(Entry(row: Int32(row), column: Int32(column), value: value, place: place))
    if entries.count + network.edges.count > InputLimits.networkElements {
      findings.forget()
      fault(nil, InputLimits.tooMany("edges", in: "the file", limit: InputLimits.networkElements))
      isTooLarge = true
    }
  }

  /// A value of a cell: a number, 0 for a missing one.
  mutating func value(_ word: DLWords.Word) -> Double {
    if let number = words.bytes.number(word.range) { return number.isNaN ? 0 : number }
    let text = words.text(word)
    if text != ".", !isMissing(text) {
      leftOut(word.place, "found '\(Node.shortened(text))' in a matrix; expected a number.")
    }
    return 0
  }

  // MARK: The whole

  /// The entries of a relation as edges.
  mutating func flush() {
    guard !entries.isEmpty else { return }
    nameIDs()
    let isMirrored = heading.layout == .fullMatrix && !heading.isOfTwo && isSymmetric
    let isHalf = heading.layout == .upperHalf || heading.layout == .lowerHalf
    let isDirected = !isMirrored && !isHalf
    let hasWeights = entries.contains { ($0.value ?? 1) != 1 }
    for entry in entries where !isMirrored || entry.row <= entry.column {
      var weight = hasWeights ? entry.value : nil
      var attributes: [String: String] = [:]
      if let value = weight, !(value >= 0 && value.isFinite) {
        negative.add(entry.place)
        attributes["value"] = "\(value)"
        network.edgeKinds["value"] = .number
        weight = nil
      }
      network.edges.append(
        ForeignNetwork.Edge(
          source: rowIDs[Int(entry.row)],
          target: heading.isOfTwo ? columnIDs[Int(entry.column)] : rowIDs[Int(entry.column)],
          isDirected: isDirected, role: relation ?? (heading.isOfTwo ? .party : nil), weight: weight,
          attributes: attributes, place: entry.place))
      if isDirected, !heading.isOfTwo { network.isDirected = true }
    }
    entries.removeAll(keepingCapacity: true)
  }

  /// Whether a matrix is the same on both sides of its diagonal.
  private var isSymmetric: Bool {
    func key(_ row: Int32, _ column: Int32) -> Int64 { Int64(row) << 32 | Int64(column) }
    var values: [Int64: Double] = Dictionary(minimumCapacity: entries.count)
    for entry in entries { values[key(entry.row, entry.column)] = entry.value }
    return entries.allSatisfy { values[key($0.column, $0.row)] == $0.value }
  }

  /// Gives ids to the nodes that have none yet.
  private mutating func nameIDs() {
    while rowIDs.count < rows.names.count { rowIDs.append(distinct.distinct(rows.names[rowIDs.count])) }
    while columnIDs.count < columns.names.count {
      columnIDs.append(distinct.distinct(columns.names[columnIDs.count]))
    }
  }

  private mutating func finish() {
    flush()
    nameIDs()
    for id in rowIDs { network.nodes.append(ForeignNetwork.Node(id: id, place: nil)) }
    for id in columnIDs {
      network.nodes.append(
        ForeignNetwork.Node(
          id: id, attributes: ["category": "agreement", "kind": "affiliation"], place: nil))
    }
    let counted = heading.isOfTwo ? heading.rows ?? 0 : max(heading.rows ?? 0, heading.columns ?? 0)
    if rowIDs.count < counted {
      warn(
        nil,
        "found \(quantity(rowIDs.count, "node")); expected \(InputLimits.grouped(counted)), as the heading says."
      )
    }
    if negative.count > 0 {
      let tally = negative
      warn(
        tally.first,
        "\(quantity(tally.count, "edge")) \(tally.count == 1 ? "has" : "have") a value that is no number from 0 on, which no "
          + "weight can be; it is kept as 'value'.")
    }
  }
}
