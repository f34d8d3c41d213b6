import Diplomacy

/// A table with a cell for each pair of nodes, and their names before its rows and above its columns.
struct TableMatrix {
  /// The names above the columns.
  let columns: [String]
  /// How many fields of the first record stand before the names, and whether it is one of names at all.
  let hasHeader: Bool
  /// Whether names stand before the rows.
  let hasRowNames: Bool

  /// - Returns: Nil where the table is something else.
  init?(_ table: TableFile, _ first: TableFile.Record, _ survey: TableSurvey) {
    let texts = first.fields.map(table.text)
    let width = texts.count
    guard survey.records > 1, survey.fewestFields == survey.mostFields else { return nil }
    let areNumbers = survey.columns.dropFirst().prefix(survey.mostFields - 1).allSatisfy {
      $0.numbers == $0.values
    }
    let hasNumbers = survey.columns.dropFirst().prefix(survey.mostFields - 1).contains { $0.values > 0 }
    guard areNumbers, hasNumbers else { return nil }
    if survey.mostFields == width, width > 1 {
      let names = Array(texts.dropFirst())
      let isCorner = texts[0].isEmpty
      if names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count,
        isCorner || Self.areRows(names, of: table), Self.isSquare(names, of: table) || isCorner
      {
        (columns, hasHeader, hasRowNames) = (names, true, true)
        return
      }
      // Numbers alone, as many rows as columns.
      if survey.records + 1 == width, width > 4, texts.allSatisfy({ Double($0) != nil }) {
        (columns, hasHeader, hasRowNames) = ((1...width).map(String.init), false, false)
        return
      }
    }
    if survey.mostFields == width + 1, width > 1, Set(texts).count == width,
      texts.allSatisfy({ Double($0) == nil })
    {
      // R leaves out the corner.
      (columns, hasHeader, hasRowNames) = (texts, true, true)
      return
    }
    return nil
  }

  /// Whether the names of the columns are those of the rows, in any order.
  private static func areRows(_ names: [String], of table: TableFile) -> Bool {
    Set(rows(of: table)) == Set(names)
  }

  private static func isSquare(_ names: [String], of table: TableFile) -> Bool {
    rows(of: table).count == names.count
  }

  private static func rows(of table: TableFile) -> [String] {
    var rows: [String] = []
    var isFirst = true
    table.forEachRecord { row in
      if !isFirst { rows.append(table.text(row.fields[0])) }
      isFirst = false
      return true
    }
    return rows
  }
}

extension EdgeListReader {
  /// A cell that is not 0.
  private struct Cell {
    let row: Int
    let column: Int
    let weight: Double
    let place: Diagnostic.Place
  }

  /// Reads a matrix.
  mutating func read(_ matrix: TableMatrix) {
    var (cells, rows): ([Cell], [String]) = ([], [])
    var isHeader = matrix.hasHeader
    let start = matrix.hasRowNames ? 1 : 0
    let table = table
    table.forEachRecord { row in
      if isHeader {
        isHeader = false
        return true
      }
      rows.append(matrix.hasRowNames ? table.text(row.fields[0]) : String(rows.count + 1))
      for (column, field) in row.fields.dropFirst(start).enumerated() where !field.isEmpty {
        let text = table.text(field)
        if isMissing(text) || missing.contains(text) || ColumnSurvey.certainCodes.contains(text) { continue }
        guard let weight = Self.number(text), weight.isFinite, weight >= 0 else {
          rowsLeftOut += 1
          findings.leftOut(
            table.place(field), "found the cell '\(Node.shortened(text))'; expected a number from 0 on.")
          continue
        }
        if weight > 0 {
          cells.append(Cell(row: rows.count - 1, column: column, weight: weight, place: table.place(field)))
        }
      }
      return cells.count <= InputLimits.networkElements && !findings.isHopeless
    }
    guard cells.count <= InputLimits.networkElements else {
      findings.error(nil, InputLimits.tooMany("edges", in: "the matrix", limit: InputLimits.networkElements))
      return
    }
    add(cells, rows, matrix)
  }

  private mutating func add(_ cells: [Cell], _ rows: [String], _ matrix: TableMatrix) {
    let isSquare = rows.count == matrix.columns.count && Set(rows) == Set(matrix.columns)
    let top = Diagnostic.Place(line: 1, column: 1)
    let rowNodes = rows.map { node($0, at: top) ?? 0 }
    let columnNodes = matrix.columns.map { node($0, at: top) ?? 0 }
    let isSymmetric = isSquare && self.isSymmetric(cells, rowNodes, columnNodes)
    let isArc = request.isDirected || isSquare && !isSymmetric
    if isArc { network.isDirected = true }
    let areOnes = cells.allSatisfy { $0.weight == 1 }
    for cell in cells {
      let (source, target) = (rowNodes[cell.row], columnNodes[cell.column])
      // In a symmetric matrix every edge stands twice.
      if isSymmetric, !isArc, source > target { continue }
      var edge = ForeignNetwork.Edge(
        id: nil, source: names.texts[source], target: names.texts[target], isDirected: isArc,
        place: cell.place)
      if !areOnes { edge.weight = cell.weight }
      network.edges.append(edge)
    }
    let size = "\(rows.count) rows and \(matrix.columns.count) columns"
    let what =
      !isSquare
      ? "with other names before the rows than above the columns: each cell joins a node of one sort with one of the other"
      : isArc
        ? "each cell leads from the node of its row to that of its column"
        : "the same in both directions, and read as undirected"
    findings.warning(
      top,
      "the table is read as a matrix of \(size), \(what); cells of 0 and empty ones are no edges\(areOnes ? "" : ", other numbers are weights")."
    )
  }

  private func isSymmetric(_ cells: [Cell], _ rows: [Int], _ columns: [Int]) -> Bool {
    var weights: [Int: Double] = [:]
    weights.reserveCapacity(cells.count)
    let size = names.count
    for cell in cells { weights[rows[cell.row] * size + columns[cell.column]] = cell.weight }
    return cells.allSatisfy { weights[columns[$0.column] * size + rows[$0.row]] == $0.weight }
  }

  /// Reads rows in which a node stands before those that it is joined with.
  mutating func readNeighbours(_ first: TableFile.Record) {
    findings.warning(
      Diagnostic.Place(line: first.line, column: 1),
      "the rows have different lengths and are read as lists of neighbours: the first name of a row is joined with each of the others."
    )
    let table = table
    table.forEachRecord { row in
      let place = Diagnostic.Place(line: row.line, column: 1)
      let fields = row.fields.filter { !$0.isEmpty }
      guard let head = fields.first, let source = node(head, at: place) else { return true }
      for field in fields.dropFirst() {
        guard let target = node(field, at: table.place(field)) else { continue }
        network.edges.append(
          ForeignNetwork.Edge(
            id: nil, source: names.texts[source], target: names.texts[target], isDirected: request.isDirected,
            place: table.place(field)))
      }
      return network.edges.count <= InputLimits.networkElements
    }
    if network.edges.count > InputLimits.networkElements {
      findings.forget()
      findings.error(nil, InputLimits.tooMany("edges", in: "the table", limit: InputLimits.networkElements))
    }
  }
}
