import Chronology
import Diplomacy

/// What a table is.
enum TableLayout {
  /// A row for each edge.
  case edges(EdgeForm)
  /// A cell for each pair of nodes.
  case matrix(TableMatrix)
  /// A row for each node, with those that it is joined with.
  case neighbours
}

extension EdgeListReader {
  /// Finds out what a table is.
  /// - Returns: Nil where it is nothing that is read, which is told then.
  mutating func layout(_ first: TableFile.Record, _ header: TableHeader) -> TableLayout? {
    if header.hasEnds, !header.isByNumber { return edges(first, header) }
    let survey = TableSurvey(table, needed: nil)
    guard isWhole(survey) else { return nil }
    if header.isByNumber, header.hasEnds {
      var form = EdgeForm(header: header, hasHeader: false, survey: survey)
      form.survey.add(first, of: table)
      return .edges(form)
    }
    if request.options.columns.isEmpty {
      if isNodeTable(header) {
        let (names, file) = (
          shortList(header.names.prefix(3).map { "'\(Node.shortened($0))'" }), findings.file
        )
        findings.error(
          place(0, in: first),
          "this is a table of nodes (\(names)): no columns are both ends of edges. Give it with --nodes beside the table of edges, such as "
            + "entente show edges.csv --nodes \(file).")
        return nil
      }
      if let matrix = TableMatrix(table, first, survey) { return .matrix(matrix) }
      if let layout = headerless(first, survey) { return layout }
    }
    tellHeader(first, header)
    return nil
  }

  private mutating func edges(_ first: TableFile.Record, _ header: TableHeader) -> TableLayout? {
    let ends = [header[.source], header[.target], header[.weight]].compactMap(\.self)
    var survey = TableSurvey(table, needed: Set(header.names.indices).subtracting(ends))
    guard isWhole(survey) else { return nil }
    var shift = 0
    let width = first.fields.count
    // R writes the name of each row in front of it, and none for them in the header.
    if survey.records > 0, survey.fewestFields == width + 1, survey.mostFields == width + 1 {
      let whole = TableSurvey(table, needed: nil)
      if whole.columns[width].values > 0, whole.columns[0].integers == whole.records {
        (survey, shift) = (whole, 1)
        findings.warning(
          place(0, in: first),
          "the rows have a field more than the header, as R writes them: the first field of each is read as the name of the row, and left out."
        )
      }
    }
    return .edges(EdgeForm(header: header, hasHeader: true, survey: survey, shift: shift))
  }

  /// Whether the whole table can be walked through, and is not too long; otherwise it is told.
  private mutating func isWhole(_ survey: TableSurvey) -> Bool {
    if let place = survey.walk.openQuote {
      findings.forget()
      findings.error(
        place, "found a quotation mark that is never closed; expected '\"' at the end of the field.")
      return false
    }
    guard survey.records <= InputLimits.networkElements else {
      findings.forget()
      findings.error(nil, InputLimits.tooMany("rows", in: "the table", limit: InputLimits.networkElements))
      return false
    }
    return true
  }

  private func isNodeTable(_ header: TableHeader) -> Bool {
    let isNamed = header.plain.contains { ["id", "node", "node_id", "nodeid", "vertex", "key"].contains($0) }
    let isTold = header.plain.contains {
      ["label", "name", "kind", "type", "category", "lat", "latitude", "title"].contains($0)
    }
    return isNamed && isTold
  }

  // MARK: Without a header

  private mutating func headerless(_ first: TableFile.Record, _ others: TableSurvey) -> TableLayout? {
    let width = first.fields.count
    guard width > 0, !isHeader(first, others) else { return nil }
    var survey = others
    survey.add(first, of: table)
    guard survey.fewestFields == survey.mostFields else {
      return isListOfNeighbours(survey) ? .neighbours : nil
    }
    guard let (columns, words) = columns(width, survey) else { return nil }
    var form = EdgeForm(header: TableHeader(columns, width: width), hasHeader: false, survey: survey)
    var told =
      "the first line is no header with 'source' and 'target'; it is read as an edge, the columns as \(words)."
    let remark = table.remarks.lazy.compactMap(Self.konect).first
    if let remark {
      form.isDirected = remark == "asym"
      form.isOfTwoModes = remark == "bip"
      told +=
        remark == "bip"
        ? " By its first remark the network has two modes: the nodes on the left are called 'u1', those on the right 'v1'."
        : " By its first remark the network is \(remark == "asym" ? "directed" : "undirected")."
    }
    findings.warning(Diagnostic.Place(line: first.line, column: 1), told)
    return .edges(form)
  }

  /// The form of a network that the first remark of KONECT's files says: `% asym weighted`.
  private static func konect(_ remark: String) -> String? {
    let words = remark.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, ["sym", "asym", "bip"].contains(first), 2...3 ~= words.count else {
      return nil
    }
    return String(first)
  }

  /// What the columns of a table without a header are, by what they hold.
  private func columns(_ width: Int, _ survey: TableSurvey) -> ([TableColumn: Int], String)? {
    let ends: [TableColumn: Int] = [.source: 0, .target: 1]
    switch width {
    case 2: return (ends, "source and target")
    case 3:
      let third = survey.columns[2]
      if third.dictionaries > 0, third.dictionaries == third.values {
        return (ends, "source, target and attributes as NetworkX writes them")
      }
      if isSteps(survey) { return ([.moment: 0, .source: 1, .target: 2], "time, source and target") }
      if isTime(third) { return (ends.merging([.moment: 2]) { $1 }, "source, target and time") }
      if third.numbers == third.values, third.values > 0 {
        return (ends.merging([.weight: 2]) { $1 }, "source, target and weight")
      }
      return areDates(2, survey) ? (ends.merging([.start: 2]) { $1 }, "source, target and start") : nil
    case 4:
      let (third, fourth) = (survey.columns[2], survey.columns[3])
      let isFourthTime = isTime(fourth) || fourth.values > 0 && fourth.numbers == 0 && areDates(3, survey)
      if third.numbers == third.values, third.values > 0, isFourthTime, !isTime(third) || isUnix(fourth) {
        return (ends.merging([.weight: 2, .moment: 3]) { $1 }, "source, target, weight and time")
      }
      if areDates(2, survey), areDates(3, survey) {
        return (ends.merging([.start: 2, .end: 3]) { $1 }, "source, target, start and end")
      }
      return nil
    case 5 where isSteps(survey):
      return (
        [.moment: 0, .source: 1, .target: 2],
        "time, source, target and two more that are kept, as SocioPatterns writes them"
      )
    default: return nil
    }
  }

  private func isUnix(_ column: ColumnSurvey) -> Bool {
    column.values > 0 && column.integers == column.values && column.fewestDigits >= 9
  }

  /// Whether numbers are times: seconds since 1970, or years of four digits.
  private func isTime(_ column: ColumnSurvey) -> Bool {
    guard column.values > 0, column.integers == column.values else { return false }
    if column.fewestDigits >= 9, column.mostDigits <= 13 { return true }
    return column.least >= 1000 && column.greatest <= 2100
  }

  /// Whether a table begins with times in steps of 20 seconds that rise, as those of SocioPatterns do.
  private func isSteps(_ survey: TableSurvey) -> Bool {
    guard survey.records > 2, survey.columns[1].integers == survey.columns[1].values,
      survey.columns[2].integers == survey.columns[2].values
    else { return false }
    var (last, isRising, count, others) = (-1, true, 0, 0)
    table.forEachRecord { row in
      guard row.fields.count > 2, let time = Int(table.text(row.fields[0])), time >= last, time >= 0,
        time % 20 == 0
      else {
        isRising = false
        return false
      }
      if time != last { count += 1 }
      last = time
      if let one = Int(table.text(row.fields[1])), one % 20 != 0 { others += 1 }
      return true
    }
    return isRising && count > 1 && others > 0
  }

  /// Whether all values of a column are dates, or none.
  private func areDates(_ column: Int, _ survey: TableSurvey) -> Bool {
    let unit = DateColumn(at: column, name: "", style: nil, survey.columns[column])
    var seen: Set<String> = []
    var areDates = true
    table.forEachRecord { row in
      guard column < row.fields.count, !row.fields[column].isEmpty else { return true }
      let text = table.text(row.fields[column])
      guard seen.count < 10_000, seen.insert(text).inserted, !isMissing(text), !unit.missing.contains(text)
      else {
        return true
      }
      areDates = ForeignDate.isOpen(text) || unit.text(of: text).flatMap { ForeignDate.date($0) } != nil
      return areDates
    }
    return areDates
  }

  /// Whether the first record looks like a header, of names that nobody knows: it has words where the others have numbers or
  /// dates, or both its ends are words that come nowhere else.
  private func isHeader(_ first: TableFile.Record, _ others: TableSurvey) -> Bool {
    let texts = first.fields.map(table.text)
    func isNumber(_ text: String) -> Bool { Self.number(text) != nil }
    if texts.prefix(2).allSatisfy(isNumber) { return false }
    if others.records == 0 {
      // A line alone is an edge, but where it misspells a header.
      let expected = ["source", "target", "sender", "recipient", "from"]
      return texts.contains { $0.count > 3 && !didYouMean($0.lowercased(), among: expected).isEmpty }
    }
    for (column, text) in texts.enumerated() where !isNumber(text) && !isMissing(text) && text.first != "{" {
      let survey = others.columns[column]
      if survey.values > 0, survey.numbers == survey.values, ForeignDate.date(text) == nil { return true }
      if column > 1, let sample = others.samples[column], ForeignDate.date(text) == nil,
        ForeignDate.date(sample) != nil
      {
        return true
      }
    }
    var own = ByteNames()
    for text in texts { _ = own.number(of: text) }
    let known = own.count
    var isKnown = false
    table.forEachRecord { row in
      // The first record knows itself.
      guard row.line != first.line || own.count > known else { return true }
      for field in row.fields where !field.isEmpty && !isKnown {
        let before = own.count
        isKnown = own.number(of: table.text(field)) < known && before == own.count
      }
      return !isKnown && own.count < 1_000_000
    }
    return !isKnown
  }

  /// Whether rows of different lengths are lists of neighbours: names throughout, or numbers that are nodes elsewhere too.
  private func isListOfNeighbours(_ survey: TableSurvey) -> Bool {
    if survey.columns.dropFirst(2).allSatisfy({ $0.numbers == 0 }) { return true }
    guard survey.columns.allSatisfy({ $0.integers == $0.numbers }) else { return false }
    var nodes: Set<String> = []
    var rest: Set<String> = []
    table.forEachRecord { row in
      for (column, field) in row.fields.enumerated() where !field.isEmpty {
        if column == 0 {
          nodes.insert(table.text(field))
        } else if column > 1 {
          rest.insert(table.text(field))
        }
      }
      return nodes.count + rest.count < 1_000_000
    }
    return rest.isSubset(of: nodes)
  }

  // MARK: Telling

  private mutating func tellHeader(_ first: TableFile.Record, _ header: TableHeader) {
    let found = shortList(header.names.map { "'\(Node.shortened($0))'" })
    let place = Diagnostic.Place(line: first.line, column: 1)
    for (column, name) in [(TableColumn.source, "source"), (.target, "target")] where header[column] == nil {
      let near = header.plain.lazy.map { didYouMean($0, among: column.names.filter { $0.count > 3 }) }
        .first { !$0.isEmpty }
      findings.error(place, "the header has no column '\(name)'; found \(found).\(near ?? "")")
    }
    guard header.names.count > 1 else { return }
    func quoted(_ number: Int) -> String {
      let name = header.names[number].isEmpty ? "\(number + 1)" : header.names[number]
      return "\(Node.shortened(name))"
    }
    findings.error(
      place,
      "say which columns are the ends with --columns 'source=\(quoted(0)),target=\(quoted(1))'; where the first line is an edge, with "
        + "--columns source=1,target=2.")
  }
}
