public import DiplomacyDrawing
import DiplomacyReports

extension PictureTable {
  /// The table as CSV, as every table of Entente's is written.
  public var csv: String {
    Table(columns: columns, rows: rows.map { $0.map(Table.Cell.text) }).csv
  }
}
