/// What is gathered of a column while the rows go by: its values, each once, with how often and where first it stands.
struct LookedColumn {
  let name: String
  private(set) var values = ByteNames()
  private(set) var counts: [Int] = []
  private(set) var lines: [Int] = []
  private(set) var survey = ColumnSurvey()
  private(set) var filled = 0
  /// Whether there are more values than are kept.
  private(set) var isOverfull = false
  private var letters = 0
  private var kept = 0

  /// So many different values are kept, and so many bytes of them.
  static let mostValues = 500_000
  private static let mostBytes = 64 * InputLimits.megabyte

  init(_ name: String) { self.name = name }

  /// Takes the field of a row.
  mutating func add(_ field: TableFile.Field, of table: TableFile, line: Int) {
    if field.isEmpty { return }
    filled += 1
    let range = Int(field.start)..<Int(field.end)
    survey.add(range, in: table.bytes)
    letters += range.count
    if isOverfull { return }
    let number =
      field.isPlain ? values.number(of: range, in: table.bytes) : values.number(of: table.text(field))
    if number < counts.count {
      counts[number] += 1
      return
    }
    counts.append(1)
    lines.append(line)
    kept += range.count
    isOverfull = counts.count >= Self.mostValues || kept >= Self.mostBytes
  }

  /// How many letters a value has, in the mean.
  var length: Double { filled > 0 ? Double(letters) / Double(filled) : 0 }
}
