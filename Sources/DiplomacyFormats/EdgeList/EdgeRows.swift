import Chronology
import Diplomacy
import Foundation

/// Where the columns of a table of edges are, and what its rows are like.
struct EdgeForm {
  let header: TableHeader
  /// Whether the first record names the columns.
  let hasHeader: Bool
  var survey: TableSurvey
  /// How far columns stand to the right of their names: 1 where each row has a name in front that the header does not name.
  var shift = 0
  /// Whether rows lead from source to target by what the table is.
  var isDirected = false
  /// Whether the names of sources and of targets are those of different things, even where they are alike.
  var isOfTwoModes = false

  /// Where a column is.
  subscript(column: TableColumn) -> Int? { header[column].map { $0 + shift } }
}

/// Reads the rows of a table of edges.
struct EdgeRows {
  var reader: EdgeListReader
  let form: EdgeForm
  let table: TableFile
  let width: Int
  /// A column whose values are kept.
  struct Kept {
    let place: Int
    let name: String
    let kind: AttributeValue.Kind
    /// Whether the model may have a place for it, which is found out with the attributes of all formats.
    let isOpen: Bool
  }
  private var kept: [Kept] = []
  let source: Int
  let target: Int
  private let weight: Int?
  private let role: Int?
  private let type: Int?
  private let directed: Int?
  private let id: Int?
  private var isArc: Bool
  private let isOfLetters: Bool
  private let isOurs: Bool
  private var roles = ByteNames()
  private var knownRoles: [Role] = []
  var dates: EdgeDates
  private var unread: [String: (count: Int, place: Diagnostic.Place)] = [:]
  private var dividedCells = 0
  /// Whether the row that is being read is left out.
  private let isPlain: Bool

  init(_ form: EdgeForm, _ reader: EdgeListReader, _ first: TableFile.Record) {
    (self.form, self.reader, table) = (form, reader, reader.table)
    width = first.fields.count + form.shift
    (source, target) = (form[.source] ?? 0, form[.target] ?? 1)
    isOurs = form.hasHeader && form.header.isOurs
    (weight, role, type) = (form[.weight], isOurs ? nil : form[.role], form[.type])
    (directed, id) = (form[.directed], isOurs ? nil : form[.id])
    isOfLetters = form.header.ends?.isOfLetters == true
    isArc = reader.request.isDirected || form.isDirected || isOfLetters
    dates = EdgeDates(form, reader.request, isOurs: isOurs)
    isPlain = !isOfLetters && !form.isOfTwoModes
    if isArc { self.reader.network.isDirected = true }
    kept = keptColumns()
    for column in kept where column.kind != .text { self.reader.network.edgeKinds[column.name] = column.kind }
  }

  /// Names that our own tables have for what the dates say already.
  private static let derived: Set<String> = [
    "label", "start_earliest", "start_latest", "end_earliest", "end_latest", "start_year", "end_year",
    "holds",
  ]

  private func keptColumns() -> [Kept] {
    guard form.hasHeader else { return headerlessColumns() }
    let header = form.header
    var taken: [String: Int] = [:]
    let own: [Int] =
      isOurs ? [TableColumn.role, .id, .moment, .directed].compactMap { header[$0] } : []
    return (header.others + own).sorted().compactMap { column in
      var name =
        header.names[column].isEmpty ? "column \(column + 1)" : TableHeader.untyped(header.names[column])
      // The role stands there too, in the words of Neo4j.
      if isOurs, header.names[column].hasPrefix(":") || TableColumn.setsOfGephi.contains(header.plain[column])
      {
        return nil
      }
      if isOurs, header.plain[column] == "label" { return nil }
      if isOurs, column == header[.id] { name = "statement" }
      if header.names[column].isEmpty, isRowNumbers(column) { return nil }
      if isOurs, !reader.hasNodeTable, Self.derived.contains(header.plain[column]) { return nil }
      taken[name, default: 0] += 1
      if let use = taken[name], use > 1 { name += "_\(use)" }
      let survey = form.survey.columns[column + form.shift]
      // What the model has a place for is found by its name.
      let isOpen = isOurs || ["for", "office", "statement", "label"].contains(header.plain[column])
      return Kept(place: column + form.shift, name: name, kind: survey.kind, isOpen: isOpen)
    }.sorted { $0.name < $1.name }
  }

  private func headerlessColumns() -> [Kept] {
    form.header.others.map {
      Kept(place: $0, name: form.header.names[$0], kind: form.survey.columns[$0].kind, isOpen: false)
    }
  }

  /// Whether a column without a name counts the rows.
  func isRowNumbers(_ column: Int) -> Bool { column == 0 && form.survey.isNumbered }

  // MARK: Rows

  mutating func read() {
    tellForm()
    var isHeader = form.hasHeader
    let remarks = table.forEachRecord { row in
      if isHeader { isHeader = false } else { read(row) }
      return !reader.findings.isHopeless && reader.network.edges.count <= InputLimits.networkElements
    }
    if reader.network.edges.count > InputLimits.networkElements {
      reader.findings.forget()
      reader.findings.error(
        nil, InputLimits.tooMany("rows", in: "the table", limit: InputLimits.networkElements))
    }
    tellRows(remarks)
    reader.network.dates = dates.dates
  }

  private func text(_ column: Int?, _ row: TableFile.Record) -> String? {
    guard let column, column < row.fields.count, !row.fields[column].isEmpty else { return nil }
    return table.text(row.fields[column])
  }

  private mutating func read(_ row: TableFile.Record) {
    let fields = row.fields
    if fields.count > width, fields[width...].contains(where: { !$0.isEmpty }) {
      reader.leaveOut(
        table.place(fields[width]),
        "found \(fields.count) fields; expected \(width), as in the \(form.hasHeader ? "header" : "first line")."
      )
      return
    }
    for (column, name) in [(source, "source"), (target, "target")] where !hasEnd(column, fields) {
      reader.leaveOut(reader.place(column, in: row), "this edge has no \(name); expected the name of a node.")
      return
    }
    let when: EdgeDates.Result = dates.read(row, &reader)
    if case .unread = when { return }
    var weight: Double?
    guard read(weightOf: row, &weight) else { return }
    var attributes: [String: String] = [:]
    let kept = keptValues(row, &attributes)
    var (role, isArc) = (text(self.role, row).map { _ in self.role(fields[self.role ?? 0]) }, isArc)
    direction(row, &role, &isArc, &attributes)
    if isArc { reader.network.isDirected = true }
    if case .several(let text) = when { attributes["when"] = text }
    let place = Diagnostic.Place(line: row.line, column: 1)
    func add(_ source: Int, _ target: Int, _ id: String?) {
      var edge = ForeignNetwork.Edge(
        id: id, source: reader.names.texts[source], target: reader.names.texts[target], isDirected: isArc,
        place: place)
      edge.role = role
      if case .date(let index) = when { edge.when = index }
      edge.weight = weight
      edge.attributes = attributes
      edge.kept = kept
      reader.network.edges.append(edge)
    }
    let id = text(self.id, row)
    if isPlain {
      guard let first = reader.node(fields[source], at: table.place(fields[source])),
        let last = reader.node(fields[target], at: table.place(fields[target]))
      else { return }
      add(first, last, id)
    } else {
      let (firsts, lasts) = (people(fields[source], "source"), people(fields[target], "target"))
      if firsts.count * lasts.count > 1 { dividedCells += 1 }
      for first in firsts { for last in lasts { add(first, last, id) } }
    }
  }

  private func hasEnd(_ column: Int, _ fields: [TableFile.Field]) -> Bool {
    guard column < fields.count, !fields[column].isEmpty else { return false }
    return reader.missing.isEmpty || !reader.missing.contains(table.text(fields[column]))
  }

  /// The nodes that a cell names: several in letters, separated by semicolons; in a network of two modes one of its mode.
  private mutating func people(_ field: TableFile.Field, _ mode: String) -> [Int] {
    let text = table.text(field)
    if form.isOfTwoModes {
      return [reader.node("\(mode == "source" ? "u" : "v")\(text)", at: table.place(field))].compactMap(
        \.self)
    }
    guard text.contains(";") else { return [reader.node(field, at: table.place(field))].compactMap(\.self) }
    let names = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty
    }
    return names.prefix(100).compactMap { reader.node($0, at: table.place(field)) }
  }

  // MARK: Weights, roles and the rest

  /// - Returns: Whether the row can be read.
  private mutating func read(weightOf row: TableFile.Record, _ weight: inout Double?) -> Bool {
    guard let column = self.weight, column < row.fields.count, !row.fields[column].isEmpty else {
      return true
    }
    let field = row.fields[column]
    if field.isPlain, let number = SimpleNumber.value(Int(field.start)..<Int(field.end), in: table.bytes) {
      weight = number
      return true
    }
    let text = table.text(field)
    if isMissing(text) || reader.missing.contains(text) { return true }
    if ColumnSurvey.certainCodes.contains(text) {
      note(text, in: column, at: field)
      return true
    }
    weight = EdgeListReader.number(text)
    if weight.map({ !$0.isFinite || $0 < 0 }) ?? true {
      let advice =
        ColumnSurvey.likelyCodes.contains(text)
        ? " If it stands for no value, say so with --missing \(text)." : ""
      reader.leaveOut(
        table.place(field),
        "found the weight '\(Node.shortened(text))'; expected a number from 0 on.\(advice)")
      return false
    }
    return true
  }

  /// Notes a code that was taken for no value.
  private mutating func note(_ code: String, in column: Int, at field: TableFile.Field) {
    let key = "'\(code)' in '\(Node.shortened(form.header.names[column - form.shift]))'"
    unread[key] = (1 + (unread[key]?.count ?? 0), unread[key]?.place ?? table.place(field))
  }

  private mutating func role(_ field: TableFile.Field) -> Role {
    let number = roles.number(of: Int(field.start)..<Int(field.end), in: table.bytes)
    if number == knownRoles.count {
      knownRoles.append(Role(table.text(field).split(separator: " ").joined(separator: "-")))
    }
    return knownRoles[number]
  }

  /// What `type` and `directed` say: which way an edge leads, or what kind of edge it is.
  private mutating func direction(
    _ row: TableFile.Record, _ role: inout Role?, _ isArc: inout Bool, _ attributes: inout [String: String]
  ) {
    if let text = text(type, row), let type {
      switch text.lowercased() {
      case "directed", "gerichtet": isArc = true
      case "undirected", "ungerichtet", "mutual": isArc = false
      case _ where isMissing(text) || reader.missing.contains(text): break
      case _ where role == nil: role = self.role(row.fields[type])
      default: attributes[form.header.names[type - form.shift]] = text
      }
    }
    if let text = text(directed, row) {
      switch text.lowercased() {
      case "true", "yes", "1", "directed", "t": isArc = true
      case "false", "no", "0", "undirected", "f": isArc = false
      default: break
      }
    }
  }

  /// The values of columns that have no place of their own.
  private func keptValues(_ row: TableFile.Record, _ attributes: inout [String: String]) -> [Attribute] {
    if kept.isEmpty { return [] }
    var values: [Attribute] = []
    for column in kept where column.place < row.fields.count && !row.fields[column.place].isEmpty {
      var text = table.text(row.fields[column.place])
      if isMissing(text) || reader.missing.contains(text) { continue }
      if column.kind == .integer || column.kind == .number {
        if ColumnSurvey.certainCodes.contains(text) { continue }
        if column.kind == .number { text = text.replacing(",", with: ".") }
      }
      if text.first == "{", let dictionary = PythonDictionary.read(text) {
        attributes.merge(dictionary) { old, _ in old }
      } else if column.isOpen {
        attributes[column.name] = text
      } else {
        values.append(Attribute(column.name, AttributeValue(text, as: column.kind)))
      }
    }
    return values
  }

  // MARK: Telling

  private mutating func tellForm() {
    for (place, message) in dates.remarks(form, table) { reader.findings.warning(place, message) }
    guard form.hasHeader, let first = table.first else { return }
    if isOfLetters, form.header.ends != nil, !reader.request.isDirected {
      reader.findings.warning(
        reader.place(source - form.shift, in: first),
        "the columns '\(form.header.names[source - form.shift])' and '\(form.header.names[target - form.shift])' are read as those "
          + "of letters: each row leads from the first to the second.")
    }
    if form.header.names.contains(""), form.survey.isNumbered, form.header.names.first?.isEmpty == true {
      reader.findings.warning(
        reader.place(0, in: first), "the first column has no name and counts the rows; it is left out.")
    }
  }

  private mutating func tellRows(_ walk: TableFile.Walk) {
    for (what, found) in unread.sorted(by: { $0.key < $1.key }) {
      reader.findings.warning(
        found.place, "\(what) is read as no value (\(found.count) \(found.count == 1 ? "row" : "rows")).")
    }
    for (place, message) in dates.closingRemarks(form, table) { reader.findings.warning(place, message) }
    if walk.remarks > 0, form.hasHeader {
      reader.findings.warning(
        walk.firstRemark,
        "\(walk.remarks) \(walk.remarks == 1 ? "line begins" : "lines begin") with '#' or '%' and are read as remarks; a name that begins so stands in quotation marks"
          + ".")
    }
    if dividedCells > 0 {
      reader.findings.warning(
        nil,
        "\(dividedCells) \(dividedCells == 1 ? "row has" : "rows have") several names in a cell, separated by semicolons: each sender is joined with each recipient."
      )
    }
  }
}

/// Numbers of few digits, which need no text.
enum SimpleNumber {
  /// A number of digits with a point among them, not below 0; nil for any other text.
  static func value(_ range: Range<Int>, in bytes: [UInt8]) -> Double? {
    guard range.count <= 16, !range.isEmpty else { return nil }
    var (value, scale, hasPoint, digits): (Int64, Double, Bool, Int) = (0, 1, false, 0)
    for place in range {
      let byte = bytes[place]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if 0x30...0x39 ~= byte {
        value = value * 10 + Int64(byte & 0xF)
        digits += 1
        if hasPoint { scale *= 10 }
      } else {
        return nil
      }
    }
    // Up to 15 digits both numbers are exact, and their quotient is rounded once.
    return digits > 0 && digits <= 15 ? Double(value) / scale : nil
  }
}
