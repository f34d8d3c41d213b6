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

  /// What a column can hold, and what it may be called.
  private enum Column: CaseIterable {
    case source, target, weight, start, end, moment, role, type, id

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

  /// Reads a table.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isDirected: Bool) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = EdgeListReader(findings: ImportFindings(file: file), isDirected: isDirected)
    reader.read(CSVFile(Array(data)))
    try reader.findings.check()
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
    if let place = table.openQuote {
      findings.error(
        place, "found a quotation mark that is never closed; expected '\"' at the end of the field.")
      return
    }
    guard let header = table.records.first else {
      findings.error(nil, "the file is empty; expected a header with 'source' and 'target'.")
      return
    }
    var columns = columns(of: header)
    var rows = table.records.dropFirst()
    if columns[.source] == nil || columns[.target] == nil {
      guard let guessed = guess(table.records) else { return tellHeader(header, columns) }
      columns = guessed
      rows = table.records[...]
      findings.warning(
        Diagnostic.Place(line: header.line, column: 1),
        "the first line is no header with 'source' and 'target'; it is read as an edge, the columns as source, target"
          + (columns[.weight] != nil
            ? " and weight."
            : columns[.end] != nil ? ", start and end." : columns[.start] != nil ? " and start." : "."))
    } else {
      tellUnread(header, columns)
    }
    for row in rows { read(row, columns, width: header.fields.count) }
  }

  private func columns(of header: CSVFile.Record) -> [Column: Int] {
    let names = header.fields.map { $0.lowercased() }
    var columns: [Column: Int] = [:]
    for column in Column.allCases {
      for name in column.names {
        guard let place = names.firstIndex(of: name) else { continue }
        columns[column] = place
        break
      }
    }
    return columns
  }

  /// Two columns, three of which the last holds numbers or dates, or four of which the last two hold dates.
  private mutating func guess(_ records: [CSVFile.Record]) -> [Column: Int]? {
    let width = records[0].fields.count
    guard (2...4).contains(width), records.allSatisfy({ $0.fields.count == width }) else { return nil }
    // A header that misspells the names is no edge.
    let words = records[0].fields.map { $0.lowercased() }
    let expected = Column.source.names.prefix(2) + Column.target.names.prefix(2)
    if words.contains(where: { !didYouMean($0, among: expected).isEmpty && $0.count > 3 }) { return nil }
    if width == 2 { return [.source: 0, .target: 1] }
    if width == 3, records.allSatisfy({ Self.number($0.fields[2]) != nil }) {
      return [.source: 0, .target: 1, .weight: 2]
    }
    for record in records {
      for text in record.fields[2...] where !isMissing(text) && meaning(of: text) == nil { return nil }
    }
    return width == 3 ? [.source: 0, .target: 1, .start: 2] : [.source: 0, .target: 1, .start: 2, .end: 3]
  }

  private mutating func tellHeader(_ header: CSVFile.Record, _ columns: [Column: Int]) {
    let found = header.fields.map { "'\($0)'" }.joined(separator: ", ")
    for (column, name) in [(Column.source, "source"), (.target, "target")] where columns[column] == nil {
      let near = header.fields.lazy.map { didYouMean($0.lowercased(), among: column.names) }
        .first { !$0.isEmpty }
      findings.error(
        Diagnostic.Place(line: header.line, column: 1),
        "the header has no column '\(name)'; found \(found).\(near ?? "")")
    }
  }

  private mutating func tellUnread(_ header: CSVFile.Record, _ columns: [Column: Int]) {
    let used = Set(columns.values)
    let unread = header.fields.indices.filter { !used.contains($0) }
    guard !unread.isEmpty else { return }
    findings.warning(
      Diagnostic.Place(line: header.line, column: header.columns[unread[0]]),
      "columns that have no place here are left out: "
        + unread.map { "'\(header.fields[$0])'" }.joined(separator: ", ") + ".")
  }

  private mutating func read(_ row: CSVFile.Record, _ columns: [Column: Int], width: Int) {
    func place(_ column: Column) -> Diagnostic.Place {
      let index = columns[column] ?? 0
      return Diagnostic.Place(line: row.line, column: index < row.columns.count ? row.columns[index] : 1)
    }
    func field(_ column: Column) -> String? {
      guard let index = columns[column], index < row.fields.count, !row.fields[index].isEmpty else {
        return nil
      }
      return row.fields[index]
    }
    if row.fields.count > width {
      findings.error(
        Diagnostic.Place(line: row.line, column: row.columns[width]),
        "found \(row.fields.count) fields; expected \(width), as in the header.")
      return
    }
    guard let source = field(.source), let target = field(.target) else {
      for (column, name) in [(Column.source, "source"), (.target, "target")] where field(column) == nil {
        findings.error(place(column), "this edge has no \(name); expected the name of a node.")
      }
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
    edge.when = date(field, place, hasEnd: columns[.end] != nil)
    if let text = field(.weight), !isMissing(text) {
      edge.weight = Self.number(text)
      if edge.weight.map({ !$0.isFinite || $0 < 0 }) ?? true {
        findings.error(place(.weight), "found the weight '\(text)'; expected a number from 0 on.")
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
        place(column), "found the date '\(text)'; expected one such as 1941-04-13, 1941-04, 1941 or 194X.")
      return nil
    }
    if let moment = field(.moment), !isMissing(moment) { return meaning(of: moment) }
    guard hasEnd else { return field(.start).flatMap { isMissing($0) ? nil : meaning(of: $0) } }
    let (start, end) = (field(.start), field(.end))
    guard let text = ForeignDate.interval(start, end) else { return nil }
    if let date = meaning(of: text) { return date }
    findings.error(
      place(.start),
      "found the start '\(start ?? "")' and the end '\(end ?? "")'; expected an end that is not before the start."
    )
    return nil
  }

  /// What a text means; most come many times.
  private mutating func meaning(of text: String) -> HistoricalDate? {
    if let known = meanings[text] { return known }
    let date = ForeignDate.date(text)
    meanings[text] = .some(date)
    return date
  }
}
