import Diplomacy
import Foundation

/// Reads Pajek's networks (`.net`) and projects (`.paj`), as its manual and the programs that imitate it have them.
///
/// Vertices are known by their labels, as in NetworkX. In a network of two modes the first are actors, the second agreements
/// to which they are parties. Times are years. Described in Documentation/Formats.md.
struct PajekReader: TellingReader {
  var findings: ImportFindings
  var network = ForeignNetwork()
  var text: TextLines
  var words = PajekWords()
  var section = Section.none
  var vertices = PajekVertices()
  /// The names of relations, by their numbers.
  var relations: [Int: Role] = [:]
  var relation: Role?
  var matrix = PajekMatrix()
  var events = PajekEvents()
  /// The values of a partition, vector, permutation or cluster that is being read.
  var values: PajekValues?
  var attributeNames = DistinctNames()
  /// Whether a partition says that vertices are of no kind that is known.
  var hasForeignKinds = false
  /// The title of the network that is read after the first.
  var nextTitle: String?
  /// The vertices of that network, until they are known to be those of the first.
  var others: PajekVertices?
  /// The places of the dates of lines, by their texts.
  var datePlaces: [String: Int32] = [:]
  var isTooLarge = false
  var tallies = Tallies()

  /// What is told once, however often it is found.
  struct Tallies {
    var negative = Tally()
    var within = Tally()
    var alone = Tally()
    var firstTime: Int?
    var lastTime: Int?
  }

  enum Section: Hashable {
    case none, skipped, vertices, arcs, edges, arcslist, edgeslist, matrix, events, values
  }

  /// Reads a file.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = PajekReader(findings: ImportFindings(file: file, isStrict: isStrict), text: TextLines([]))
    if let bytes = reader.text(of: data, "a Pajek file") {
      reader.text = TextLines(bytes)
      reader.readLines()
      if !reader.isTooLarge { reader.finish() }
    }
    try reader.findings.check()
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private init(findings: ImportFindings, text: TextLines) {
    self.findings = findings
    self.text = text
  }

  private mutating func readLines() {
    while !isTooLarge, !findings.isHopeless, text.advance() {
      let line = text.trimmed
      guard let first = line.first, text.bytes[first] != UInt8(ascii: "%") else { continue }
      if text.bytes[first] == UInt8(ascii: "*") {
        begin(line)
        continue
      }
      if section == .skipped { continue }
      words.split(text.bytes, line)
      if let open = words.open {
        let mark = text.bytes[open] == UInt8(ascii: "[") ? "a bracket" : "a quotation mark"
        warn(text.place(of: open), "found \(mark) that is not closed on its line; it ends there.")
      }
      switch section {
      case .none: tellLoose(first)
      case .skipped: break
      case .vertices: readVertex()
      case .arcs, .edges: readLine(isDirected: section == .arcs)
      case .arcslist, .edgeslist: readList(isDirected: section == .arcslist)
      case .matrix: readRow()
      case .events: readEvent()
      case .values: readValue()
      }
      if network.edges.count > InputLimits.networkElements { tellTooMany("lines") }
    }
  }

  private mutating func tellLoose(_ first: Int) {
    leftOut(
      text.place(of: first),
      "found '\(Node.shortened(text.text(text.trimmed)))' before any section; expected '*Vertices' with their number."
    )
  }

  /// Gives the file up.
  mutating func tellTooMany(_ what: String) {
    findings.forget()
    fault(nil, InputLimits.tooMany(what, in: "the file", limit: InputLimits.networkElements))
    isTooLarge = true
  }

  // MARK: Sections

  private mutating func begin(_ line: Range<Int>) {
    words.split(text.bytes, line)
    let head = words.words[0].range
    var name = text.text((head.lowerBound + 1)..<head.upperBound).lowercased()
    var start = head.upperBound
    // A relation's number may follow without a blank.
    if let colon = name.firstIndex(of: ":") {
      start = head.lowerBound + 1 + name[..<colon].utf8.count
      name = String(name[..<colon])
    }
    let rest = text.bytes.trimmed(start..<line.upperBound)
    if section == .vertices || section == .skipped || section == .none, name != "vertices" { endVertices() }
    if section == .matrix { endMatrix() }
    if name != "vertices" || section != .values { endValues() }
    switch name {
    case "network": beginNetwork(rest)
    case "vertices": beginVertices(rest)
    case "arcs": beginLines(.arcs, rest)
    case "edges": beginLines(.edges, rest)
    case "arcslist": beginLines(.arcslist, rest)
    case "edgeslist": beginLines(.edgeslist, rest)
    case "matrix": beginLines(.matrix, rest)
    case "events": beginLines(.events, rest)
    case "partition", "vector", "permutation", "cluster": beginValues(name, rest)
    default:
      section = .skipped
      leftOut(
        text.place(of: line.lowerBound),
        "found the section '*\(Node.shortened(name))', which is not read.\(didYouMean(name, among: Self.names))"
      )
    }
  }

  private static let names = [
    "network", "vertices", "arcs", "edges", "arcslist", "edgeslist", "matrix", "events", "partition",
    "vector",
    "permutation", "cluster",
  ]

  private mutating func beginNetwork(_ rest: Range<Int>) {
    let title = Self.title(text.text(rest))
    if Accents.areTooMany(in: title) { fault(text.place, Accents.message) }
    section = .none
    relations = [:]
    relation = nil
    if vertices.isBegun {
      nextTitle = title
      others = nil
    } else if !title.isEmpty {
      network.title = title
    }
  }

  /// A title without the number of vertices that Pajek puts behind it: `Davis.net (32)`.
  static func title(_ text: String) -> String {
    var text = text[...]
    if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 { text = text.dropFirst().dropLast() }
    if let match = text.firstMatch(of: /\s*\([0-9]+\)$/) { text = text[..<match.range.lowerBound] }
    return PajekText.decoded(String(text))
  }

  private mutating func beginLines(_ next: Section, _ rest: Range<Int>) {
    guard vertices.isBegun else {
      section = .skipped
      fault(
        text.place, "found lines before the vertices; expected '*Vertices' with their number first.")
      return
    }
    // What follows belongs to a network that is left out.
    if nextTitle != nil, others == nil {
      section = .skipped
      leftOut(text.place, "found the lines of a network without '*Vertices'; expected their number first.")
      return
    }
    if let others, !others.isSame {
      section = .skipped
      return
    }
    section = next
    relation = relationName(rest)
    if next == .matrix { matrix = PajekMatrix(columns: vertices.columns, rows: vertices.rows) }
  }

  /// The relation in a heading: `:1 "party"`, `:2` or a name alone.
  private mutating func relationName(_ rest: Range<Int>) -> Role? {
    var rest = rest
    var number: Int?
    if let first = rest.first, text.bytes[first] == UInt8(ascii: ":") {
      var end = first + 1
      while end < rest.upperBound, text.bytes[end].isBlank { end += 1 }
      let start = end
      while end < rest.upperBound, !text.bytes[end].isBlank { end += 1 }
      number = text.bytes.integer(start..<end)
      rest = text.bytes.trimmed(end..<rest.upperBound)
    }
    let name = PajekText.decoded(Self.unquoted(text.text(rest)))
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    if !words.isEmpty {
      let role = Role(words)
      if let number { relations[number] = role }
      return role
    }
    if let number { return relations[number] ?? Role("relation-\(number)") }
    return nextTitle.flatMap {
      $0.isEmpty ? nil : Role($0.split(whereSeparator: \.isWhitespace).joined(separator: "-"))
    }
  }

  private static func unquoted(_ text: String) -> String {
    text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 1
      ? String(text.dropFirst().dropLast()) : text
  }
}
