import Chronology
import Diplomacy

/// Reads `tables:` of a graph file: what the columns of tables hold. Documentation/Tables.md describes it.
extension GraphFileReader {
  mutating func readTables(_ field: Fields.Field?) {
    guard let field, !field.value.isNothing else { return }
    let nodes = members(of: field.value)
    guard nodes.count <= InputLimits.tables else {
      findings.error(
        field.keyPlace, InputLimits.tooMany("tables", in: "the graph file", limit: InputLimits.tables))
      return
    }
    for node in nodes { readTable(node) }
  }

  private mutating func readTable(_ node: Node) {
    guard let mapping = findings.mapping(node, "a table, as a mapping with 'file'") else { return }
    let fields = Fields(
      mapping, place: node.place, what: "a table", known: TableKeys.table, findings: &findings)
    var table = TableMapping()
    guard let file = fields["file"], let name = findings.text(file.value, "the table's file") else {
      if fields["file"] == nil {
        findings.error(
          node.place, "this table has no 'file'; expected the name of one beside the graph file.")
      }
      return
    }
    (table.file, table.place) = (name, file.value.place)
    if let sheet = fields["sheet"], let name = findings.text(sheet.value, "the name of a sheet") {
      table.sheet = (name, sheet.value.place)
    }
    table.delimiter = delimiter(fields["delimiter"])
    if let field = fields["dates"],
      let style: TableDateStyle = findings.choice(field.value, "how dates are written")
    {
      table.dates = style
    }
    table.isHalfOpen = isHalfOpen(fields["ends"]) ?? false
    table.missing = Set(texts(fields["missing"]))
    if let years = fields["years"] { table.years = range(years.value) ?? table.years }
    table.conditions = conditions(fields["where"])
    if let field = fields["contradictions"],
      let choice: TableMapping.Contradictions = findings.choice(field.value, "what becomes of two dates")
    {
      table.contradictions = choice
    }
    if let field = fields["unknown"],
      let choice: TableMapping.Unknown = findings.choice(field.value, "what becomes of an unknown id")
    {
      table.unknown = choice
    }
    let common = TableItemReader.Common(
      citation: tableCitation(fields["source"]), reading: tableReading(fields["reading"]),
      isHalfOpen: table.isHalfOpen, dates: table.dates)
    var hasItems = false
    for key in TableItemReader.sections {
      guard let field = fields[key], !field.value.isNothing else { continue }
      hasItems = true
      for node in members(of: field.value) {
        var items = TableItemReader(reader: self, key: key, common: common)
        items.read(node)
        self = items.reader
        table.items += items.items
      }
    }
    if !hasItems {
      findings.error(
        node.place,
        "nothing is made of this table; expected one of \(TableItemReader.sections.joined(separator: ", ")).")
    }
    tables.append(table)
  }

  // MARK: Parts

  private mutating func delimiter(_ field: Fields.Field?) -> UInt8? {
    guard let field else { return nil }
    if case .scalar(let scalar) = field.value, scalar.string.utf8.count == 1 {
      return scalar.string.utf8.first
    }
    if field.value.string == "tab" || field.value.string == "\\t" { return UInt8(ascii: "\t") }
    findings.error(
      field.value.place,
      "found \(field.value.found); expected one character in quotes, such as \";\", or tab.")
    return nil
  }

  mutating func isHalfOpen(_ field: Fields.Field?) -> Bool? {
    guard let field, let text = findings.text(field.value, "inclusive or half-open") else { return nil }
    if text == "inclusive" || text == "half-open" { return text == "half-open" }
    findings.error(
      field.value.place,
      "found '\(Node.shortened(text))'; expected 'inclusive' or 'half-open'.\(didYouMean(text, among: ["inclusive", "half-open"]))"
    )
    return nil
  }

  /// One text or several; numbers are texts here.
  mutating func texts(_ field: Fields.Field?) -> [String] {
    guard let field else { return [] }
    return members(of: field.value).compactMap { node in
      if case .scalar(let scalar) = node { return scalar.string }
      findings.error(node.place, "found \(node.found); expected a text.")
      return nil
    }
  }

  /// `1200/2100`, either end of which may be `..`.
  private mutating func range(_ node: Node) -> ClosedRange<Int64>? {
    if let text = node.string {
      let ends = text.split(separator: "/", omittingEmptySubsequences: false)
      if ends.count == 2 {
        let first = ends[0] == ".." || ends[0].isEmpty ? Int64.min : Int64(ends[0])
        let last = ends[1] == ".." || ends[1].isEmpty ? Int64.max : Int64(ends[1])
        if let first, let last, first <= last { return first...last }
      }
    }
    findings.error(node.place, "found \(node.found); expected two years, such as 1200/2100.")
    return nil
  }

  /// `where`: columns and what they hold.
  mutating func conditions(_ field: Fields.Field?) -> [TableMapping.Condition] {
    guard let field, let mapping = findings.mapping(field.value, "a mapping of columns to what they hold")
    else { return [] }
    return mapping.compactMap { key, value in
      guard case .scalar(let name) = key else {
        findings.error(key.place, "found \(key.found); expected the name of a column.")
        return nil
      }
      var condition = TableMapping.Condition(
        column: TableMapping.Column(name: name.string, place: key.place))
      guard case .mapping(let words) = value else {
        condition.among = Set(texts(Fields.Field(key: name.string, keyPlace: key.place, value: value)))
        return condition
      }
      let fields = Fields(
        words, place: value.place, what: "a condition", known: TableKeys.condition, findings: &findings)
      condition.notAmong = Set(texts(fields["not"]))
      condition.atLeast = number(fields["at-least"])
      condition.atMost = number(fields["at-most"])
      if let state = fields["is"], let text = findings.text(state.value, "empty or filled") {
        if text == "empty" || text == "filled" {
          condition.isEmpty = text == "empty"
        } else {
          findings.error(state.value.place, "found '\(Node.shortened(text))'; expected 'empty' or 'filled'.")
        }
      }
      return condition
    }
  }

  private mutating func number(_ field: Fields.Field?) -> Double? {
    guard let field else { return nil }
    if let number = field.value.string.flatMap({ Double($0) }), number.isFinite { return number }
    findings.error(field.value.place, "found \(field.value.found); expected a number.")
    return nil
  }

  /// What the rows cite: the id of a source, one with a locator, or a column of ids.
  mutating func tableCitation(_ field: Fields.Field?) -> TableMapping.Citation? {
    guard let field else { return nil }
    guard case .mapping(let mapping) = field.value else {
      return reference(field.value, as: "source", expecting: [.source]).map {
        TableMapping.Citation(source: TableMapping.Value(form: .constant($0), place: field.value.place))
      }
    }
    let fields = Fields(
      mapping, place: field.value.place, what: "a table's source", known: TableKeys.citation,
      findings: &findings)
    var citation: TableMapping.Citation?
    if let source = fields["source"] {
      citation = reference(source.value, as: "source", expecting: [.source]).map {
        TableMapping.Citation(source: TableMapping.Value(form: .constant($0), place: source.value.place))
      }
    } else if fields["column"] != nil {
      var only = mapping.pairs
      only.removeAll { $0.key.string == "locator" }
      citation = tableValue(.mapping(Node.Mapping(pairs: only, mark: mapping.mark))).map {
        TableMapping.Citation(source: $0)
      }
    } else {
      findings.error(field.value.place, "found no 'source' and no 'column'; expected one of them.")
    }
    if let locator = fields["locator"], let text = findings.text(locator.value, "a place in the source") {
      citation?.locator = TableMapping.Value(
        form: template(text, at: locator.value.place), place: locator.value.place)
    }
    return citation
  }

  mutating func tableReading(_ field: Fields.Field?) -> TableMapping.Value? {
    guard let field else { return nil }
    if field.value.mapping != nil { return tableValue(field.value) }
    return reference(field.value, as: "reading", expecting: [.reading]).map {
      TableMapping.Value(form: .constant($0), place: field.value.place)
    }
  }

  // MARK: Values

  /// A value: the name of a column, or a mapping that says more.
  mutating func tableValue(_ node: Node) -> TableMapping.Value? {
    switch node {
    case .scalar(let scalar):
      guard !scalar.string.isEmpty, !node.isNothing else {
        findings.error(node.place, "found nothing; expected the name of a column.")
        return nil
      }
      if scalar.isPlain, scalar.string.hasSuffix("*"), scalar.string.utf8.count > 1 {
        return TableMapping.Value(form: .columns(prefix: String(scalar.string.dropLast())), place: node.place)
      }
      return TableMapping.Value(
        form: .column(TableMapping.Column(name: scalar.string, place: node.place)), place: node.place)
    case .mapping(let mapping):
      return tableValue(mapping, at: node.place)
    case .sequence:
      findings.error(node.place, "found a list; expected the name of one column.")
      return nil
    }
  }

  private mutating func tableValue(_ mapping: Node.Mapping, at place: Diagnostic.Place?) -> TableMapping
    .Value?
  {
    let fields = Fields(
      mapping, place: place, what: "a value of a table", known: TableKeys.value, findings: &findings)
    guard let form = form(fields) else { return nil }
    var value = TableMapping.Value(form: form, place: place)
    if let field = fields["values"], let map = findings.mapping(field.value, "a mapping of values") {
      for (key, meaning) in map {
        guard case .scalar(let found) = key, case .scalar(let meant) = meaning else {
          findings.error(key.place, "found \(meaning.found) for \(key.found); expected a text for a text.")
          continue
        }
        value.values[found.string] = meant.string
      }
    }
    value.otherwise = fields["else"].flatMap { findings.text($0.value, "what stands for all else") }
    value.missing = Set(texts(fields["missing"]))
    value.dates = fields["dates"].flatMap { findings.choice($0.value, "how dates are written") }
    if let step = fields["step"] {
      value.step = Int64(findings.count(step.value, "how many years a row holds") ?? 1)
    }
    return value
  }

  private mutating func form(_ fields: Fields) -> TableMapping.Value.Form? {
    let ways = ["column", "value", "template", "year"].filter { fields[$0] != nil }
    guard ways.count == 1, let field = fields[ways[0]] else {
      findings.error(
        fields.place,
        ways.isEmpty
          ? "this value names no column; expected 'column', 'value', 'template' or 'year'."
          : "'\(ways[0])' stands beside '\(ways[1])'; expected one of the two.")
      return nil
    }
    for (key, owner) in [("month", "year"), ("day", "year"), ("separator", "column")] {
      if let odd = fields[key], ways[0] != owner {
        findings.error(odd.keyPlace, "'\(key)' stands without '\(owner)'; expected it beside.")
      }
    }
    guard let text = findings.text(field.value, ways[0] == "value" ? "a text" : "the name of a column") else {
      return nil
    }
    let column = TableMapping.Column(name: text, place: field.value.place)
    switch ways[0] {
    case "value": return .constant(text)
    case "template": return template(text, at: field.value.place)
    case "year":
      func part(_ key: String) -> TableMapping.Column? {
        guard let field = fields[key], let name = field.value.string else { return nil }
        return TableMapping.Column(name: name, place: field.value.place)
      }
      return .day(year: column, month: part("month"), day: part("day"))
    default:
      guard let separator = fields["separator"] else {
        return text.hasSuffix("*") && text.utf8.count > 1
          ? .columns(prefix: String(text.dropLast())) : .column(column)
      }
      guard case .scalar(let sign) = separator.value, !sign.string.isEmpty else {
        findings.error(separator.value.place, "found nothing; expected a separator, such as \";\".")
        return nil
      }
      return .split(column, separator: sign.string)
    }
  }

  /// `{ccode1}-{ccode2}`.
  private mutating func template(_ text: String, at place: Diagnostic.Place?) -> TableMapping.Value.Form {
    var pieces: [TableMapping.Value.Piece] = []
    var rest = text[...]
    while let opening = rest.firstIndex(of: "{") {
      guard let closing = rest[opening...].firstIndex(of: "}") else { break }
      if opening > rest.startIndex { pieces.append(.text(String(rest[..<opening]))) }
      let name = String(rest[rest.index(after: opening)..<closing])
      pieces.append(.column(TableMapping.Column(name: name, place: place)))
      rest = rest[rest.index(after: closing)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    if !pieces.contains(where: { if case .column = $0 { true } else { false } }) {
      findings.error(
        place, "found '\(Node.shortened(text))', which names no column; expected one such as {ccode1}.")
    }
    return .template(pieces)
  }
}
