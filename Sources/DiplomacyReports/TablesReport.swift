public import DiplomacyFormats

/// What was seen of tables, a row for each column.
/// - Parameter proposal: The graph file that is proposed, which programs get along with it; nil: none.
public func tablesReport(_ folder: TableFolder, proposal: String? = nil) -> Report {
  let hasCodes = folder.tables.contains { $0.columns.contains { $0.codes != nil } }
  let rows = folder.tables.flatMap { table in
    table.columns.map { column -> [Table.Cell] in
      let style = [column.style, column.precision].compactMap(\.self).joined(separator: "; ")
      return [
        .text(table.name), .text(column.name), .text(column.kind.rawValue),
        style.isEmpty ? .empty : .text(style),
        .integer(table.rows - column.empty), .integer(column.empty), .integer(column.distinct),
        column.examples.isEmpty ? .empty : .text(column.examples.joined(separator: " | ")),
        column.missing.isEmpty ? .empty : .text(column.missing.joined(separator: " ")),
        joins(of: column, in: folder), odd(column),
      ] + (hasCodes ? [column.codes.map { .text($0.words(most: 10)) } ?? .empty] : [])
    }
  }
  var conventions = [
    "values, empty: rows that hold something, and those that hold nothing or what stands for nothing ('missing')",
    "distinct: different values; examples: the most frequent ones",
    "joins: the column of another table that names its rows, and how many of the different values are found there",
    "suspicious: what is likely not meant, with the first value, its line (in a sheet its row) and the number of rows",
  ]
  if folder.tables.contains(where: { $0.columns.contains { $0.isOverfull } }) {
    conventions.append("of very long columns, not all different values were counted")
  }
  if hasCodes {
    conventions.append(
      "codes: the scheme of a register that most values are of; those that it does not have, with the nearest that it has"
    )
  }
  return Report(
    question: .object(["command": .string("tables")]), conventions: conventions,
    table: Table(
      columns: [
        "table", "column", "kind", "dates", "values", "empty", "distinct", "examples", "missing", "joins",
        "suspicious",
      ] + (hasCodes ? ["codes"] : []), rows: rows),
    heading: folder.tables.map { "\($0.name): \($0.rows) rows, \($0.columns.count) columns" },
    additions: proposal.map { [("proposal", JSONValue.string($0))] } ?? [])
}

private func joins(of column: SurveyedColumn, in folder: TableFolder) -> Table.Cell {
  let words = column.joins.map { join in
    let table = folder.tables[join.table]
    return "\(table.columns[join.column].name) of \(table.name) (\(join.found) of \(join.all))"
  }
  return words.isEmpty ? .empty : .text(words.joined(separator: "; "))
}

private func odd(_ column: SurveyedColumn) -> Table.Cell {
  let words = column.suspicions.map {
    "\($0.what): \($0.sample) (line \($0.line)\($0.count > 1 ? ", \($0.count) rows" : ""))"
  }
  return words.isEmpty ? .empty : .text(words.joined(separator: "; "))
}
