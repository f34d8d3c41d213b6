import Chronology
import Diplomacy
import Foundation

/// Reads a table of edges: `source,target[,weight][,start,end]`, with other columns and other names for these; beside it a table
/// of nodes; and matrices and lists of neighbours.
///
/// Described in Documentation/Formats.md.
struct EdgeListReader {
  /// What the reader is asked to do.
  struct Request {
    /// Whether rows lead from source to target.
    var isDirected = false
    /// Whether what cannot be read is an error.
    var isStrict = false
    /// Whether ends do not belong to their intervals.
    var isHalfOpen = false
    var options = TableOptions()
    /// The bytes of the table of nodes.
    var nodes: (data: Data, file: String)?

    init(isDirected: Bool = false) { self.isDirected = isDirected }

    /// What is asked on the command line; the table of nodes is read.
    /// - Throws: ``InputDiagnostics`` or ``FileError`` when that table cannot be read.
    init(_ options: Set<Format.ReadingOption>, _ tables: TableOptions) throws {
      isDirected = options.contains(.directed)
      isStrict = options.contains(.strict)
      isHalfOpen = options.contains(.halfOpen)
      self.options = tables
      if let file = tables.nodes { nodes = (try Self.nodeTable(file), file) }
    }

    /// The bytes of a table of nodes, unpacked.
    private static func nodeTable(_ file: String) throws -> Data {
      let data = try readFile(file, upTo: InputLimits.networkBytes)
      guard Gzip.isPacked(data) else { return data }
      do throws(Gzip.Fault) {
        return try Gzip.unpacked(data, upTo: InputLimits.networkBytes)
      } catch {
        throw InputDiagnostics([Diagnostic(file: file, place: nil, message: error.message)])
      }
    }
  }

  let table: TableFile
  let request: Request
  var findings: ImportFindings
  var network = ForeignNetwork()
  /// The names of the nodes, by their places among those of the network.
  var names = ByteNames()
  /// Whether there is a table of nodes, and how many nodes the edges have besides.
  var hasNodeTable = false
  var strangers: (count: Int, names: [String], place: Diagnostic.Place?) = (0, [], nil)
  /// How many rows could not be read.
  var rowsLeftOut = 0
  let missing: Set<String>

  /// Reads a table.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isDirected: Bool) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    try read(data, named: file, Request(isDirected: isDirected))
  }

  /// Reads a table.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, _ request: Request) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var findings = ImportFindings(file: file, isStrict: request.isStrict)
    let table = try table(of: data, sheet: request.options.sheet, &findings) { $0.hasEnds }
    var nodes: NodeTable?
    if let (data, file) = request.nodes { nodes = try NodeTable(data, named: file, request) }
    var reader = EdgeListReader(table, request, findings)
    reader.read(nodes)
    if reader.network.edges.isEmpty, reader.rowsLeftOut > 0, !request.isStrict {
      // A table of which no row can be read is a mistake.
      var strict = request
      strict.isStrict = true
      findings = ImportFindings(file: file, isStrict: true)
      reader = EdgeListReader(table, strict, findings)
      reader.read(nodes)
    }
    try reader.findings.check()
    var (network, rest) = (reader.network, reader.findings)
    reader = EdgeListReader(TableFile([]), request, findings)
    let graph = network.graph(&rest)
    try rest.check()
    return (graph, (nodes?.warnings ?? []) + rest.warnings)
  }

  /// The table that a file holds: its text, or a sheet of a workbook.
  /// - Parameters:
  ///   - sheet: Which sheet; nil: of several the first whose header fits.
  ///   - fits: Whether a header is that of what is looked for.
  static func table(
    of data: Data, sheet: String?, _ findings: inout ImportFindings, where fits: (TableHeader) -> Bool
  ) throws(InputDiagnostics) -> TableFile {
    guard Workbook.isOne(data) else {
      if sheet != nil {
        findings.error(nil, "the file is no workbook, and has no sheets; expected none to be named.")
        try findings.check()
      }
      return TableFile(try text(of: data, &findings))
    }
    let workbook = try Workbook(data, named: findings.file)
    let table = try workbook.table(sheet) { table in
      table.first.map { fits(TableHeader(names: $0.fields.map(table.text))) } ?? false
    }
    if table.rows == 0 {
      findings.error(nil, "the sheet '\(Node.shortened(table.sheet))' is empty; expected a header and rows.")
      try findings.check()
    }
    for remark in table.remarks { findings.warning(remark.place, remark.message) }
    return table.cells
  }

  /// The text of a table in UTF-8.
  static func text(of data: Data, _ findings: inout ImportFindings) throws(InputDiagnostics) -> [UInt8] {
    if data.count > InputLimits.networkBytes {
      findings.error(nil, InputLimits.tooManyBytes("a table", limit: InputLimits.networkBytes))
      try findings.check()
    }
    do throws(EncodedText.Fault) {
      let text = try EncodedText(data)
      if let (place, message) = text.warning { findings.warning(place, message) }
      return text.bytes
    } catch {
      findings.error(error.place, error.message)
    }
    try findings.check()
    return []
  }

  private init(_ table: TableFile, _ request: Request, _ findings: ImportFindings) {
    (self.table, self.request, self.findings) = (table, request, findings)
    network.isDirected = request.isDirected
    missing = Set(request.options.missing)
  }

  private mutating func read(_ nodes: NodeTable?) {
    if let nodes { take(nodes) }
    guard let first = table.first else {
      findings.error(nil, "the file is empty; expected a header with 'source' and 'target'.")
      return
    }
    guard first.fields.count <= InputLimits.columns else {
      findings.error(nil, InputLimits.tooMany("columns", in: "the table", limit: InputLimits.columns))
      return
    }
    let header = TableHeader(names: first.fields.map(table.text), request.options.columns)
    for (column, message) in header.faults { findings.error(place(column, in: first), message) }
    if !header.faults.isEmpty { return }
    switch layout(first, header) {
    case .edges(let form):
      var rows = EdgeRows(form, self, first)
      rows.read()
      self = rows.reader
    case .matrix(let matrix): read(matrix)
    case .neighbours: readNeighbours(first)
    case .none: return
    }
    tellStrangers()
  }

  /// Where a field of a record begins.
  func place(_ column: Int, in record: TableFile.Record) -> Diagnostic.Place {
    record.fields.indices.contains(column)
      ? table.place(record.fields[column]) : Diagnostic.Place(line: record.line, column: 1)
  }

  // MARK: Nodes

  /// Takes the nodes of a table of nodes, in its order.
  private mutating func take(_ nodes: NodeTable) {
    hasNodeTable = true
    network.nodes = nodes.nodes
    network.nodeKinds = nodes.kinds
    for node in nodes.nodes { _ = names.number(of: node.id) }
  }

  /// The node that a field names, by its place among those of the network; nil for a name of too many accents.
  mutating func node(_ field: TableFile.Field, at place: @autoclosure () -> Diagnostic.Place) -> Int? {
    let known = names.count
    let number =
      field.isPlain
      ? names.number(of: Int(field.start)..<Int(field.end), in: table.bytes)
      : names.number(of: table.text(field))
    return number < known ? number : added(number, at: place)
  }

  /// The node of a name.
  mutating func node(_ name: String, at place: @autoclosure () -> Diagnostic.Place) -> Int? {
    let known = names.count
    let number = names.number(of: name)
    return number < known ? number : added(number, at: place)
  }

  private mutating func added(_ number: Int, at place: () -> Diagnostic.Place) -> Int? {
    let name = names.texts[number]
    if Accents.areTooMany(in: name) { findings.error(place(), Accents.message) }
    network.nodes.append(ForeignNetwork.Node(id: name, place: nil))
    if hasNodeTable {
      if strangers.count == 0 { strangers.place = place() }
      strangers.count += 1
      if strangers.names.count < 5 { strangers.names.append(name) }
    }
    return number
  }

  private mutating func tellStrangers() {
    tellLookAlikes()
    guard strangers.count > 0 else { return }
    let list = strangers.names.map { "'\(Node.shortened($0))'" }.joined(separator: ", ")
    let rest =
      strangers.count > strangers.names.count ? " and \(strangers.count - strangers.names.count) more" : ""
    findings.warning(
      strangers.place,
      "\(strangers.count == 1 ? "1 end of edges is" : "\(strangers.count) ends of edges are") not in the table of nodes: \(list)\(rest). "
        + "They are nodes all the same.")
  }

  /// Tells names that look alike and are not: one has its accents composed, the other not.
  private mutating func tellLookAlikes() {
    var seen: [String: Int] = [:]
    for (number, name) in names.texts.enumerated() where !name.utf8.allSatisfy({ $0 < 0x80 }) {
      // Texts are equal here when their letters are, however those are composed.
      if let other = seen.updateValue(number, forKey: name) {
        findings.warning(
          nil,
          "the nodes \(other + 1) and \(number + 1), '\(Node.shortened(name))', differ only in how their accents are composed; they are two nodes."
        )
      }
    }
  }

  /// Notes a row that cannot be read: it is left out with a warning, or with `--strict-input` an error.
  mutating func leaveOut(_ place: Diagnostic.Place?, _ message: @autoclosure () -> String) {
    rowsLeftOut += 1
    if request.isStrict {
      findings.error(place, message())
    } else {
      findings.warning(place, "\(message()) The row is left out.")
    }
  }

  /// A number with a point or a comma before its decimals; with a comma and three more digits it may be of thousands, and is none.
  static func number(_ text: String) -> Double? {
    if let number = Double(text) { return number }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count != 3, parts[1].allSatisfy(\.isWholeNumber) else { return nil }
    return Double(parts[0] + "." + parts[1])
  }
}
