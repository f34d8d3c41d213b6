import Chronology
import Diplomacy
import Foundation

/// Reads a table of edges: `source,target[,weight][,start,end]`, with other columns and other names for these.
///
/// Described in Documentation/Imports.md.
struct EdgeListReader {
  private var findings: ImportFindings
  private var network = ForeignNetwork()
  private var known: Set<String> = []
  private let isDirected: Bool
  private var meanings: [String: HistoricalDate?] = [:]
  private var datePlaces: [String: Int32] = [:]

  /// What a column can hold, and what it may be called.
  private enum Column: Int, CaseIterable, Hashable {
    case source, target, weight, start, end, moment, role, type, id

    /// Whether it holds dates.
    var isDated: Bool { self == .start || self == .end || self == .moment }

    var names: [String] {
      switch self {
      case .source:
        ["source", "from", "src", "node1", "ego", "sender", "tail", "source_id", "from_id", ":start_id", "u"]
      case .target:
        [
          "target", "to", "dst", "dest", "destination", "node2", "alter", "receiver", "head", "target_id",
          "to_id",
          ":end_id", "v",
        ]
      case .weight: ["weight", "w", "strength", "count", "value"]
      case .start: ["start", "begin", "onset", "start_date", "from_date"]
      case .end: ["end", "stop", "terminus", "end_date", "to_date", "until"]
      case .moment: ["when", "date", "time", "year", "timestamp", "t"]
      case .role: ["role", "relation", "relationship", "interaction", ":type"]
      case .type: ["type"]
      case .id: ["id", "edge_id"]
      }
    }
  }

  /// Where the columns are that a table has, and of dates how they are reckoned.
  private struct Columns: ExpressibleByDictionaryLiteral {
    var places = [Int?](repeating: nil, count: Column.allCases.count)
    /// How dates are reckoned, in columns whose header says it.
    var styles: [Column: DateStyle] = [:]

    init(dictionaryLiteral elements: (Column, Int)...) {
      for (column, place) in elements { places[column.rawValue] = place }
    }

    subscript(column: Column) -> Int? {
      get { places[column.rawValue] }
      set { places[column.rawValue] = newValue }
    }
  }

  /// Reads a table.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isDirected: Bool) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = EdgeListReader(findings: ImportFindings(file: file), isDirected: isDirected)
    if data.count > InputLimits.networkBytes {
      reader.findings.error(nil, InputLimits.tooManyBytes("a table", limit: InputLimits.networkBytes))
      try reader.findings.check()
    }
    do throws(EncodedText.Fault) {
      let text = try EncodedText(data)
      if let (place, message) = text.warning { reader.findings.warning(place, message) }
      reader.network.edges.reserveCapacity(
        min(text.bytes.count { $0 == UInt8(ascii: "\n") }, InputLimits.networkElements))
      reader.read(CSVFile(text.bytes))
    } catch {
      reader.findings.error(error.place, error.message)
    }
    try reader.findings.check()
    reader.known = []
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private init(findings: ImportFindings, isDirected: Bool) {
    self.findings = findings
    self.isDirected = isDirected
    network.isDirected = isDirected
  }

  private mutating func read(_ table: CSVFile) {
    var header: CSVFile.Record?
    table.forEachRecord {
      header = $0
      return false
    }
    guard let header else {
      findings.error(nil, "the file is empty; expected a header with 'source' and 'target'.")
      return
    }
    guard header.fields.count <= InputLimits.columns else {
      findings.error(nil, InputLimits.tooMany("columns", in: "the table", limit: InputLimits.columns))
      return
    }
    var columns = Self.columns(of: header)
    let hasHeader = columns[.source] != nil && columns[.target] != nil
    if hasHeader {
      tellUnread(header, columns)
    } else {
      guard let guessed = guess(table, header) else {
        tellHeader(header, columns)
        tellOpenQuote(table.forEachRecord { _ in true })
        return
      }
      columns = guessed
      findings.warning(
        Diagnostic.Place(line: header.line, column: 1),
        "the first line is no header with 'source' and 'target'; it is read as an edge, the columns as source, target"
          + (columns[.weight] != nil
            ? " and weight."
            : columns[.end] != nil ? ", start and end." : columns[.start] != nil ? " and start." : "."))
    }
    var isHeader = hasHeader
    let openQuote = table.forEachRecord { row in
      if !isHeader { read(row, columns, width: header.fields.count) }
      isHeader = false
      return isWithinLimits
    }
    tellOpenQuote(openQuote)
  }

  /// Whether more edges may come.
  private var isWithinLimits: Bool {
    mutating get {
      if findings.isHopeless { return false }
      guard network.edges.count > InputLimits.networkElements else { return true }
      findings.forget()
      findings.error(nil, InputLimits.tooMany("rows", in: "the table", limit: InputLimits.networkElements))
      return false
    }
  }

  /// Tells of a field that swallowed the rest of the table, in place of all that follows from it.
  private mutating func tellOpenQuote(_ place: Diagnostic.Place?) {
    guard let place else { return }
    findings.forget()
    findings.error(
      place, "found a quotation mark that is never closed; expected '\"' at the end of the field.")
  }

  /// Whether a file begins with a header that names the columns of both ends.
  static func isHeader(_ start: FileStart) -> Bool {
    var isHeader = false
    CSVFile(Array(start.text.prefix(10_000).utf8)).forEachRecord { header in
      let columns = columns(of: header)
      isHeader = columns[.source] != nil && columns[.target] != nil
      return false
    }
    return isHeader
  }

  private static func columns(of header: CSVFile.Record) -> Columns {
    let styles = header.fields.map(ColumnStyle.init)
    let names = header.fields.map { $0.lowercased() }
    var columns: Columns = [:]
    for column in Column.allCases {
      for name in column.names {
        if let place = names.firstIndex(of: name) {
          columns[column] = place
          break
        }
        guard column.isDated, let place = styles.firstIndex(where: { $0.style != nil && $0.name == name })
        else { continue }
        columns[column] = place
        columns.styles[column] = styles[place].style
        break
      }
    }
    return columns
  }

  /// Two columns, three of which the last holds numbers or dates, or four of which the last two hold dates.
  private mutating func guess(_ table: CSVFile, _ first: CSVFile.Record) -> Columns? {
    let width = first.fields.count
    guard (2...4).contains(width) else { return nil }
    // A header that misspells the names is no edge.
    let words = first.fields.map { $0.lowercased() }
    let expected = Column.source.names.prefix(2) + Column.target.names.prefix(2)
    if words.contains(where: { $0.count > 3 && !didYouMean($0, among: expected).isEmpty }) { return nil }
    var (isEven, isNumeric, isDated) = (true, width == 3, width > 2)
    table.forEachRecord { record in
      isEven = record.fields.count == width
      guard isEven else { return false }
      isNumeric = isNumeric && Self.number(record.fields[2]) != nil
      if isDated, !isNumeric || width == 4 {
        isDated = record.fields[2...].allSatisfy { isMissing($0) || meaning(of: $0) != nil }
      }
      return width == 2 || isNumeric || isDated
    }
    guard isEven else { return nil }
    if width == 2 { return [.source: 0, .target: 1] }
    if isNumeric { return [.source: 0, .target: 1, .weight: 2] }
    // Rows that were taken for numbers have not been looked at as dates.
    if width == 3, isDated {
      table.forEachRecord { record in
        isDated = isMissing(record.fields[2]) || meaning(of: record.fields[2]) != nil
        return isDated
      }
    }
    guard isDated else { return nil }
    return width == 3 ? [.source: 0, .target: 1, .start: 2] : [.source: 0, .target: 1, .start: 2, .end: 3]
  }

  private mutating func tellHeader(_ header: CSVFile.Record, _ columns: Columns) {
    let found = shortList(header.fields.map { "'\(Node.shortened($0))'" })
    for (column, name) in [(Column.source, "source"), (.target, "target")] where columns[column] == nil {
      let near = header.fields.lazy.map { didYouMean($0.lowercased(), among: column.names) }
        .first { !$0.isEmpty }
      findings.error(
        Diagnostic.Place(line: header.line, column: 1),
        "the header has no column '\(name)'; found \(found).\(near ?? "")")
    }
  }

  private mutating func tellUnread(_ header: CSVFile.Record, _ columns: Columns) {
    let used = Set(columns.places.compactMap { $0 })
    let unread = header.fields.indices.filter { !used.contains($0) }
    guard !unread.isEmpty else { return }
    findings.warning(
      header.places[unread[0]],
      "columns that have no place here are left out: "
        + shortList(unread.map { "'\(Node.shortened(header.fields[$0]))'" }) + ".")
  }

  private mutating func read(_ row: CSVFile.Record, _ columns: Columns, width: Int) {
    func place(_ column: Column) -> Diagnostic.Place {
      let index = columns[column] ?? 0
      return index < row.places.count ? row.places[index] : Diagnostic.Place(line: row.line, column: 1)
    }
    func field(_ column: Column) -> String? {
      guard let index = columns[column], index < row.fields.count, !row.fields[index].isEmpty else {
        return nil
      }
      return row.fields[index]
    }
    if row.fields.count > width {
      findings.error(
        row.places[width],
        "found \(row.fields.count) fields; expected \(width), as in the header.")
      return
    }
    guard let source = field(.source), let target = field(.target) else {
      for (column, name) in [(Column.source, "source"), (.target, "target")] where field(column) == nil {
        findings.error(place(column), "this edge has no \(name); expected the name of a node.")
      }
      return
    }
    if Accents.areTooMany(in: source) || Accents.areTooMany(in: target) {
      findings.error(Diagnostic.Place(line: row.line, column: 1), Accents.message)
      return
    }
    for name in [source, target] where known.insert(name).inserted {
      network.nodes.append(ForeignNetwork.Node(id: name, place: nil))
    }
    var isArc = isDirected
    if let type = field(.type)?.lowercased(), ["directed", "undirected"].contains(type) {
      isArc = type == "directed"
      if isArc { network.isDirected = true }
    }
    var edge = ForeignNetwork.Edge(
      id: field(.id), source: source, target: target, isDirected: isArc,
      place: Diagnostic.Place(line: row.line, column: 1))
    edge.role = field(.role).map { Role($0.split(separator: " ").joined(separator: "-")) }
    func dateText(_ column: Column) -> String? {
      field(column).map { isMissing($0) ? $0 : ColumnStyle.styled($0, columns.styles[column]) }
    }
    edge.when = date(dateText, place, hasEnd: columns[.end] != nil).map { noted($0) }
    if let text = field(.weight), !isMissing(text) {
      edge.weight = Self.number(text)
      if edge.weight.map({ !$0.isFinite || $0 < 0 }) ?? true {
        findings.error(
          place(.weight), "found the weight '\(Node.shortened(text))'; expected a number from 0 on.")
      }
    }
    network.edges.append(edge)
  }

  /// A number with a point or a comma before its decimals; with a comma and three more digits it may be of thousands, and is none.
  private static func number(_ text: String) -> Double? {
    if let number = Double(text) { return number }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count != 3, parts[1].allSatisfy(\.isWholeNumber) else { return nil }
    return Double(parts[0] + "." + parts[1])
  }

  /// The date of an edge: its moment, or from its start to its end. Without a column for ends, a start is a moment.
  private mutating func date(
    _ field: (Column) -> String?, _ place: (Column) -> Diagnostic.Place, hasEnd: Bool
  ) -> HistoricalDate? {
    for column in [Column.moment, .start, .end] {
      guard let text = field(column), !isMissing(text), meaning(of: text) == nil else { continue }
      findings.error(
        place(column),
        "found the date '\(Node.shortened(text))'; expected one such as 1941-04-13, 1941-04, 1941 or 194X.")
      return nil
    }
    if let moment = field(.moment), !isMissing(moment) { return meaning(of: moment) }
    guard hasEnd else { return field(.start).flatMap { isMissing($0) ? nil : meaning(of: $0) } }
    let (start, end) = (field(.start), field(.end))
    guard let text = ForeignDate.interval(start, end) else { return nil }
    if let date = meaning(of: text) { return date }
    findings.error(
      place(.start),
      "found the start '\(Node.shortened(start ?? ""))' and the end '\(Node.shortened(end ?? ""))'; expected an end that is not before the start."
    )
    return nil
  }

  /// The place of a date among those of the network; most come many times.
  private mutating func noted(_ date: HistoricalDate) -> Int32 {
    if let known = datePlaces[date.styledText] { return known }
    let place = Int32(network.dates.count)
    network.dates.append(date)
    if datePlaces.count < Self.mostMeanings { datePlaces[date.styledText] = place }
    return place
  }

  /// What a text means; most come many times.
  private mutating func meaning(of text: String) -> HistoricalDate? {
    if let known = meanings[text] { return known }
    let date = ForeignDate.date(text)
    if meanings.count < Self.mostMeanings { meanings[text] = .some(date) }
    return date
  }

  /// So many different dates are kept.
  private static let mostMeanings = 10_000
}
