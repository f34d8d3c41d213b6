extension TableFolder {
  /// Finds the columns whose values stand in a column of another table that names its rows.
  mutating func findJoins() {
    let keys: [(table: Int, column: Int)] = tables.indices.flatMap { table in
      tables[table].columns.indices.filter { isKey(tables[table].columns[$0]) }.map { (table, $0) }
    }
    defer { dropNames() }
    for key in keys {
      let target = tables[key.table].columns[key.column]
      let values = Set(target.values)
      for table in tables.indices where table != key.table {
        for column in tables[table].columns.indices {
          guard let join = join(tables[table].columns[column], target, values) else { continue }
          tables[table].columns[column].joins.append(
            SurveyedColumn.Join(
              table: key.table, column: key.column, found: join, all: tables[table].columns[column].distinct))
        }
      }
    }
  }

  /// Leaves out joins by names, where ids join the same tables.
  private mutating func dropNames() {
    for table in tables.indices {
      let joined = Set(tables[table].columns.filter { $0.kind == .id }.flatMap { $0.joins.map(\.table) })
      for column in tables[table].columns.indices where tables[table].columns[column].kind != .id {
        tables[table].columns[column].joins.removeAll { joined.contains($0.table) }
      }
    }
  }

  /// Whether rows can be named by a column, and likely are.
  private func isKey(_ column: SurveyedColumn) -> Bool {
    column.isKey && column.distinct > 1 && [.id, .name, .number].contains(column.kind)
  }

  /// How many values of a column stand in another; nil where it is no join.
  private func join(_ column: SurveyedColumn, _ key: SurveyedColumn, _ values: Set<String>) -> Int? {
    guard [.id, .name, .codes].contains(column.kind), !column.isOverfull, column.distinct > 1 else {
      return nil
    }
    // Small numbers stand in any table: their columns must be of one name.
    let (one, other) = (TableHeader.plain(column.name), TableHeader.plain(key.name))
    let isNamed = one == other || MappingNames.bare(one) == MappingNames.bare(other)
    if column.values.allSatisfy({ Int($0) != nil }), !isNamed { return nil }
    let found = column.values.count { values.contains($0) }
    return found * 2 >= column.distinct && (found > 2 || isNamed) ? found : nil
  }
}
