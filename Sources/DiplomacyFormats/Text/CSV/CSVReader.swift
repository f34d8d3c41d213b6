/// A table of which every field is wanted as a text: ``TableFile`` with the texts made.
struct CSVFile {
  /// One line of a table, or several where a quoted field holds line ends.
  struct Record {
    /// The line where it begins, from 1.
    fileprivate(set) var line = 1
    /// The fields, without their quotation marks.
    fileprivate(set) var fields: [String] = []
    /// Where each field begins; the column in characters (Unicode scalars).
    fileprivate(set) var places: [Diagnostic.Place] = []
  }

  private let table: TableFile

  /// A table in UTF-8: see ``TableFile``.
  init(_ bytes: [UInt8]) { table = TableFile(bytes) }

  /// Reads the records one after the other, until the body has seen enough.
  /// - Parameter body: Takes a record, and says whether it wants more.
  /// - Returns: Where a quoted field begins that never ends.
  /// - Complexity: O(*n*); *n* bytes.
  @discardableResult
  func forEachRecord(_ body: (Record) -> Bool) -> Diagnostic.Place? {
    var texts = Record()
    return table.forEachRecord { record in
      texts.line = record.line
      texts.fields = record.fields.map(table.text)
      texts.places = record.fields.map(table.place)
      return body(texts)
    }.openQuote
  }
}
