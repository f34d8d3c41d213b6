/// A table as the mapping of a graph file sees it: columns with names, and rows of cells that are read one after the other.
///
/// A file of delimited text is one (``DelimitedRows``), and so is a sheet of a spreadsheet.
protocol RowSource {
  /// What diagnostics call the table.
  var file: String { get }
  /// The names of the columns, in their order.
  var columns: [String] { get }
  /// What is worth telling of the table before its rows are read, such as another encoding.
  var remarks: [TableRemark] { get }

  /// Where the name of a column stands.
  func place(ofName column: Int) -> Diagnostic.Place

  /// Reads the rows one after the other, until the body has seen enough.
  /// - Parameter body: Takes a row, which is good until the next one, and says whether it wants more.
  /// - Returns: What was met besides the rows.
  /// - Complexity: O(*n*) in the size of the table, in memory for one row besides what the table itself takes.
  func forEachRow(_ body: (inout TableRow) -> Bool) -> [TableRemark]

  /// Where a cell of a row stands that was read before.
  func place(of column: Int, in row: RowMark) -> Diagnostic.Place
}

/// Something that is worth telling of a table as a whole.
struct TableRemark {
  let kind: TableOddity.Kind
  let place: Diagnostic.Place?
  let message: String
}

/// Where a row stands, to be found again.
struct RowMark {
  /// The line of the file, or the row of the sheet, from 1.
  let line: Int32
  /// Where the line begins among the bytes of a text; whatever a spreadsheet likes.
  let offset: Int32
}

/// A row: its cells as ranges of bytes in UTF-8, so that no text is made of a cell that nobody asks for.
struct TableRow {
  /// A cell: a range of ``TableRow/bytes``, or of ``TableRow/own``.
  struct Cell {
    let start: Int32
    let end: Int32
    /// Whether the range is one of the row's own bytes.
    let isOwn: Bool

    /// Whether it says nothing.
    var isEmpty: Bool { start == end }
  }

  /// Its number, from 1 for the first behind the names of the columns.
  var number = 0
  /// Where it stands.
  var mark = RowMark(line: 1, offset: 0)
  /// The bytes that most cells are ranges of, such as those of the whole file.
  var bytes: [UInt8]
  /// Bytes of cells that do not stand so in the file, such as those with doubled quotation marks.
  var own: [UInt8] = []
  /// The cells, in the order of the columns; there may be fewer or more than columns.
  var cells: [Cell] = []

  /// A row of some bytes.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The text of a cell.
  func text(_ cell: Cell) -> String {
    let range = Int(cell.start)..<Int(cell.end)
    return String(decoding: cell.isOwn ? own[range] : bytes[range], as: UTF8.self)
  }
}
