import Diplomacy
import Foundation

/// A table of nodes: their ids, and what else is said of them.
struct NodeTable {
  private(set) var nodes: [ForeignNetwork.Node] = []
  /// The kinds of the columns that are no texts.
  private(set) var kinds: [String: AttributeValue.Kind] = [:]
  /// What is worth telling.
  private(set) var warnings: [Diagnostic] = []

  private var findings: ImportFindings
  private let missing: Set<String>

  /// What the column of ids may be called, the usual name first.
  private static let idNames = [
    "id", "node", "node_id", "nodeid", "vertex", "vertex_id", "key", "name_id", "code", "actor", "person",
    "vertex.names",
    "kennung", "identifiant", "label", "name",
  ]

  /// Reads a table of nodes.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  init(_ data: Data, named file: String, _ request: EdgeListReader.Request) throws(InputDiagnostics) {
    findings = ImportFindings(file: file, isStrict: request.isStrict)
    missing = Set(request.options.missing)
    let table = try EdgeListReader.table(of: data, sheet: request.options.nodesSheet, &findings) { header in
      !header.hasEnds && Self.idNames.contains { header.plain.contains($0) }
    }
    read(table)
    try findings.check()
    warnings = findings.warnings
  }

  private mutating func read(_ table: TableFile) {
    guard let first = table.first else {
      findings.error(nil, "the file is empty; expected a table of nodes with the column 'id'.")
      return
    }
    guard first.fields.count <= InputLimits.columns else {
      findings.error(nil, InputLimits.tooMany("columns", in: "the table", limit: InputLimits.columns))
      return
    }
    let names = first.fields.map(table.text)
    let plain = names.map(TableHeader.plain)
    let place = Diagnostic.Place(line: first.line, column: 1)
    let ends = TableHeader(names: names)
    guard let id = Self.idNames.lazy.compactMap({ plain.firstIndex(of: $0) }).first else {
      let found = shortList(names.map { "'\(Node.shortened($0))'" })
      findings.error(
        place,
        ends.hasEnds
          ? "this is a table of edges, with the columns \(found); expected a table of nodes with the column 'id'."
          : "the header has no column 'id'; found \(found). Expected a table of nodes.")
      return
    }
    let survey = TableSurvey(table, needed: nil)
    if let place = survey.walk.openQuote {
      findings.error(
        place, "found a quotation mark that is never closed; expected '\"' at the end of the field.")
      return
    }
    guard survey.records <= InputLimits.networkElements else {
      findings.error(nil, InputLimits.tooMany("rows", in: "the table", limit: InputLimits.networkElements))
      return
    }
    read(table, columns(names, plain, id, survey), id: id, survey)
  }

  private struct Column {
    let place: Int
    let name: String
    let kind: AttributeValue.Kind
    /// What dates of the column mean.
    let dates: DateColumn?
  }

  private static let dated: Set<String> = [
    "when", "date", "time", "year", "start", "start_date", "begin", "onset", "end", "end_date", "terminus",
  ]

  private mutating func columns(_ names: [String], _ plain: [String], _ id: Int, _ survey: TableSurvey)
    -> [Column]
  {
    var taken: [String: Int] = [:]
    return names.indices.filter { $0 != id && $0 < survey.columns.count }.compactMap { place in
      var name = names[place].isEmpty ? "column \(place + 1)" : TableHeader.untyped(names[place])
      let isOfGephi = TableColumn.setsOfGephi.contains(plain[place])
      let isLabel = names[place].lowercased().hasSuffix(":label")
      // Our own tables for Gephi and Neo4j say both once more, and exactly.
      if isOfGephi && plain.contains("when") || isLabel && plain.contains("kind") { return nil }
      if names[place].isEmpty, place == 0, survey.isNumbered { return nil }
      // The plain name is what the model may have a place for: `Start Date` is `start_date`, `:LABEL` a kind.
      if isOfGephi { name = "when" }
      if Self.dated.contains(plain[place]) { name = plain[place] }
      if isLabel { name = "kind" }
      taken[name, default: 0] += 1
      if let use = taken[name], use > 1 { name += "_\(use)" }
      let dates =
        Self.dated.contains(name)
        ? DateColumn(
          at: place, name: plain[place], style: ColumnStyle(names[place]).style, survey.columns[place]) : nil
      let kind = survey.columns[place].kind
      if kind != .text, dates == nil { kinds[name] = kind }
      return Column(place: place, name: name, kind: kind, dates: dates)
    }
  }

  private mutating func read(_ table: TableFile, _ columns: [Column], id: Int, _ survey: TableSurvey) {
    var known = ByteNames()
    var isHeader = true
    var width = 0
    // R writes the name of each row in front of it, and none for them in the header.
    var shift = 0
    table.forEachRecord { row in
      if isHeader {
        (isHeader, width) = (false, row.fields.count)
        if survey.fewestFields == width + 1, survey.mostFields == width + 1, survey.columns[width].values > 0
        {
          shift = 1
        }
        return true
      }
      let place = Diagnostic.Place(line: row.line, column: 1)
      if row.fields.count > width + shift, row.fields[(width + shift)...].contains(where: { !$0.isEmpty }) {
        findings.leftOut(
          table.place(row.fields[width + shift]),
          "this node has \(row.fields.count) fields; expected \(width), as in the header.")
        return true
      }
      let own = id + shift
      guard own < row.fields.count, !row.fields[own].isEmpty else {
        findings.leftOut(place, "this row has no id; expected the name of a node.")
        return true
      }
      let name = table.text(row.fields[own])
      guard known.number(of: name) == nodes.count else {
        findings.leftOut(
          table.place(row.fields[own]),
          "two rows have the id '\(Node.shortened(name))'; the second is not read.")
        return true
      }
      if Accents.areTooMany(in: name) { findings.error(place, Accents.message) }
      nodes.append(
        ForeignNetwork.Node(id: name, attributes: attributes(row, columns, shift, table), place: place))
      return !findings.isHopeless
    }
  }

  private mutating func attributes(
    _ row: TableFile.Record, _ columns: [Column], _ shift: Int, _ table: TableFile
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    for column in columns where column.place + shift < row.fields.count {
      let field = row.fields[column.place + shift]
      if field.isEmpty { continue }
      let text = table.text(field)
      if isMissing(text) || missing.contains(text) { continue }
      if let dates = column.dates {
        if dates.missing.contains(text) { continue }
        attributes[column.name] = dates.text(of: text) ?? text
      } else if column.kind == .number {
        if ColumnSurvey.certainCodes.contains(text) { continue }
        attributes[column.name] = text.replacing(",", with: ".")
      } else {
        attributes[column.name] = text
      }
    }
    return attributes
  }
}
