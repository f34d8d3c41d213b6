import DiplomacyFormats

/// What the cells of a column have in common.
struct ColumnTraits {
  /// How wide the header or the widest cell is.
  var width: Int
  /// Whether it holds numbers, and nothing else that is not empty.
  var isNumeric: Bool { hasNumbers && !hasOthers }
  /// The cell of every row; nil where rows differ, or where there are not several.
  var common: Table.Cell?

  fileprivate var hasNumbers = false
  fileprivate var hasOthers = false
}

extension Table {
  /// The traits of each column, found in one pass over the rows.
  var columnTraits: [ColumnTraits] {
    let first = rows.count > 1 ? rows[0] : nil
    var traits = columns.enumerated().map { column, name in
      ColumnTraits(width: displayWidth(onOneLine(name)), common: first?[column])
    }
    for row in rows {
      for (column, cell) in row.enumerated() {
        traits[column].width = max(traits[column].width, displayWidth(onOneLine(cell.readable)))
        if let common = traits[column].common, common != cell { traits[column].common = nil }
        switch cell {
        case .empty: break
        case .integer, .number: traits[column].hasNumbers = true
        case .text, .date: traits[column].hasOthers = true
        }
      }
    }
    return traits
  }
}
