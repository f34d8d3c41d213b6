/// What is found of a table in a first walk through it: how wide its records are, and what their columns hold.
struct TableSurvey {
  /// The columns, without the first record.
  private(set) var columns: [ColumnSurvey]
  /// How many records follow the first one.
  private(set) var records = 0
  /// How many fields those have, at least and at most.
  private(set) var fewestFields = Int.max
  private(set) var mostFields = 0
  /// A value of each column, for messages.
  private(set) var samples: [String?]
  /// What the walk met.
  private(set) var walk = TableFile.Walk()
  /// Whether the first fields are the numbers 1, 2, 3, … or 0, 1, 2, …: those of rows.
  private(set) var isNumbered = true

  /// - Parameters:
  ///   - needed: The columns that are looked at; nil: all.
  ///   - most: No more columns are looked at.
  init(_ table: TableFile, needed: Set<Int>?, most: Int = InputLimits.columns) {
    let width = min(most, (table.first?.fields.count ?? 0) + 1)
    var columns = [ColumnSurvey](repeating: ColumnSurvey(), count: width)
    var samples = [String?](repeating: nil, count: width)
    let looked = (0..<width).filter { needed?.contains($0) ?? true }
    var (records, fewest, most, isNumbered, isFirst) = (0, Int.max, 0, true, true)
    let bytes = table.bytes
    walk = table.forEachRecord { record in
      if isFirst {
        isFirst = false
        return true
      }
      records += 1
      let count = record.fields.count
      if count < fewest { fewest = count }
      if count > most { most = count }
      if isNumbered {
        isNumbered = Int(table.text(record.fields[0])).map { $0 == records || $0 == records - 1 } ?? false
      }
      for column in looked where column < count {
        let field = record.fields[column]
        let before = columns[column].values
        columns[column].add(Int(field.start)..<Int(field.end), in: bytes)
        if before == 0, columns[column].values > 0 { samples[column] = table.text(field) }
      }
      return true
    }
    (self.columns, self.samples, self.records) = (columns, samples, records)
    (fewestFields, mostFields, self.isNumbered) = (fewest, most, isNumbered && records > 0)
  }

  /// Counts another record.
  mutating func add(_ record: TableFile.Record, of table: TableFile) {
    let count = record.fields.count
    (records, fewestFields, mostFields) = (records + 1, min(fewestFields, count), max(mostFields, count))
    for (column, field) in record.fields.enumerated() where column < columns.count {
      columns[column].add(Int(field.start)..<Int(field.end), in: table.bytes)
      if samples[column] == nil, columns[column].values > 0 { samples[column] = table.text(field) }
    }
  }
}
