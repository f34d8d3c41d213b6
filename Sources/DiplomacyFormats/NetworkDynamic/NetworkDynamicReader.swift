import Chronology
import Diplomacy
import Foundation

/// Reads spells of edges, as R's networkDynamic has them and we write them: `onset,terminus,tail,head`, from the onset until
/// before the terminus, in years with decimals.
///
/// Ends are called by `tail.name` and `head.name` where the table has them, else by their numbers; the exact dates stand in
/// `when`. A table of vertices is not read.
struct NetworkDynamicReader {
  /// The columns that `as.data.frame` of a networkDynamic object has, and the names of the ends.
  static let headings = [
    "onset", "terminus", "tail", "head", "onset.censored", "terminus.censored", "duration", "edge.id",
    "tail.name", "head.name",
  ]

  private var findings: ImportFindings
  private var network = ForeignNetwork()
  private var known: Set<EntityID> = []
  /// The edges of which spells were read, by their ids and ends.
  private var places: [[UInt8]: Int] = [:]

  /// Whether a file begins with the header that we write.
  static func isHeader(_ start: FileStart) -> Bool {
    var isHeader = false
    CSVFile(Array(start.text.prefix(10_000).utf8)).forEachRecord { header in
      let names = Set(header.fields.map { $0.lowercased() })
      isHeader = headings.allSatisfy(names.contains)
      return false
    }
    return isHeader
  }

  /// Reads a table.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = NetworkDynamicReader(findings: ImportFindings(file: file, isStrict: isStrict))
    if data.count > InputLimits.networkBytes {
      reader.findings.error(nil, InputLimits.tooManyBytes("a table", limit: InputLimits.networkBytes))
      try reader.findings.check()
    }
    do throws(EncodedText.Fault) {
      let text = try EncodedText(data)
      if let (place, message) = text.warning { reader.findings.warning(place, message) }
      reader.read(CSVFile(text.bytes))
    } catch {
      reader.findings.error(error.place, error.message)
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

  private mutating func read(_ table: CSVFile) {
    var columns: [String: Int]?
    var header = CSVFile.Record()
    let openQuote = table.forEachRecord { row in
      guard let known = columns else {
        header = row
        columns = self.columns(of: row)
        return columns != nil
      }
      read(row, known, header)
      guard !findings.isHopeless, network.edges.count <= InputLimits.networkElements else { return false }
      return true
    }
    if let openQuote {
      findings.forget()
      findings.error(
        openQuote, "found a quotation mark that is never closed; expected '\"' at the end of the field.")
    } else if network.edges.count > InputLimits.networkElements {
      findings.forget()
      findings.error(nil, InputLimits.tooMany("edges", in: "the table", limit: InputLimits.networkElements))
    } else if columns == nil, findings.diagnostics.isEmpty {
      findings.error(
        nil, "the file is empty; expected a header with 'onset', 'terminus', 'tail' and 'head'.")
    }
  }

  /// The columns by their names in small letters; nil where one is missing.
  private mutating func columns(of header: CSVFile.Record) -> [String: Int]? {
    guard header.fields.count <= InputLimits.columns else {
      findings.error(nil, InputLimits.tooMany("columns", in: "the table", limit: InputLimits.columns))
      return nil
    }
    var columns: [String: Int] = [:]
    for (index, field) in header.fields.enumerated() where columns[field.lowercased()] == nil {
      columns[field.lowercased()] = index
    }
    for name in Self.headings.prefix(4) where columns[name] == nil {
      let near = header.fields.lazy.map { didYouMean($0.lowercased(), among: [name]) }.first { !$0.isEmpty }
      findings.error(
        Diagnostic.Place(line: header.line, column: 1),
        "the header has no column '\(name)'; found \(shortList(header.fields.map { "'\(Node.shortened($0))'" })).\(near ?? "")"
      )
    }
    return findings.diagnostics.isEmpty ? columns : nil
  }

  private mutating func read(_ row: CSVFile.Record, _ columns: [String: Int], _ header: CSVFile.Record) {
    let place = Diagnostic.Place(line: row.line, column: 1)
    // R writes the names of rows in a first column without a heading.
    let shift = row.fields.count == header.fields.count + 1 ? 1 : 0
    guard row.fields.count <= header.fields.count + shift else {
      findings.leftOut(
        row.places[header.fields.count],
        "found \(row.fields.count) fields; expected \(header.fields.count), as in the header.")
      return
    }
    func index(_ name: String) -> Int? { columns[name].map { $0 + shift } }
    func field(_ name: String) -> String? {
      guard let index = index(name), index < row.fields.count, !isMissing(row.fields[index]) else {
        return nil
      }
      return row.fields[index]
    }
    guard let source = field("tail.name") ?? field("tail"), let target = field("head.name") ?? field("head")
    else {
      findings.leftOut(place, "this spell has no tail or no head; expected the number of a vertex each.")
      return
    }
    if Accents.areTooMany(in: source) || Accents.areTooMany(in: target) {
      findings.error(place, Accents.message)
      return
    }
    var dates: String?
    if field("when") == nil {
      do throws(SpellError) {
        dates = try Self.date(field("onset"), field("terminus"))
      } catch {
        findings.leftOut(
          index(error.column).flatMap { $0 < row.places.count ? row.places[$0] : nil } ?? place, error.message
        )
        return
      }
    }
    add(source, target, field("edge.id"), dates, place) { attributes in
      for (name, column) in columns where !Self.headings.contains(name) {
        let own = header.fields[column]
        let index = column + shift
        guard !own.isEmpty, index < row.fields.count, !row.fields[index].isEmpty else { continue }
        attributes[own] = row.fields[index]
      }
    }
  }

  /// Notes a spell: a new edge, or another time of one that is known.
  private mutating func add(
    _ source: String, _ target: String, _ id: String?, _ date: String?, _ place: Diagnostic.Place,
    _ attributes: (inout [String: String]) -> Void
  ) {
    for name in [source, target] where known.insert(EntityID(name)).inserted {
      network.nodes.append(ForeignNetwork.Node(id: name, place: place))
    }
    let key = id.map { Array("\($0)\u{0}\(source)\u{0}\(target)".utf8) }
    if let key, let known = places[key] {
      if let date, let earlier = network.edges[known].attributes["when"] {
        network.edges[known].attributes["when"] = "\(earlier); \(date)"
      }
      return
    }
    var edge = ForeignNetwork.Edge(source: source, target: target, isDirected: true, place: place)
    attributes(&edge.attributes)
    if let date { edge.attributes["when"] = date }
    if let key { places[key] = network.edges.count }
    network.edges.append(edge)
  }

  private struct SpellError: Error {
    let column: String
    let message: String
  }

  /// The date of a spell in the Extended Date/Time Format; nil where both its ends are open.
  private static func date(_ onset: String?, _ terminus: String?) throws(SpellError) -> String? {
    func moment(_ text: String?, _ column: String, _ open: Double) throws(SpellError) -> Moment {
      guard let text else { return Moment(decimal: open, in: .years) ?? .distantPast }
      let number = ["Inf": Double.infinity, "-Inf": -.infinity][text] ?? Double(text)
      guard let number, !number.isNaN, let moment = Moment(decimal: number, in: .years) else {
        throw SpellError(
          column: column,
          message:
            "found the \(column) '\(Node.shortened(text))'; expected a year with decimals, such as 1941.28, Inf or -Inf."
        )
      }
      return moment
    }
    let start = try moment(onset, "onset", -.infinity)
    let end = try moment(terminus, "terminus", .infinity)
    if start.isOpen, end.isOpen, start < end { return nil }
    // What begins and ends at once is a moment.
    let last = start == end ? end : end.adding(seconds: -1)
    // A year of more than four digits has no days.
    func endpoint(_ moment: Moment) -> HistoricalDate.Endpoint? {
      moment.isOpen
        ? .open : (HistoricalDate(moment) ?? HistoricalDate(year: moment.day.year)).map { .date($0) }
    }
    guard start <= end, !(start == end && start.isOpen) else {
      throw SpellError(
        column: "terminus",
        message:
          "found the onset '\(onset ?? "")' and the terminus '\(terminus ?? "")'; expected a terminus that is not before the onset."
      )
    }
    if start == end { return (HistoricalDate(start) ?? HistoricalDate(year: start.day.year))?.text }
    guard let first = endpoint(start), let last = endpoint(last) else {
      throw SpellError(
        column: "onset", message: "found the onset '\(onset ?? "")'; expected a year that there is.")
    }
    return HistoricalDate(from: first, to: last)?.text
  }
}
