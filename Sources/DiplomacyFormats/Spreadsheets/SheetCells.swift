/// The cells of a sheet as they are read, row by row, and the table that comes of them.
///
/// Empty rows and cells cost a byte each at most, and none behind the last that holds something.
struct SheetCells {
  /// Why a sheet is not read.
  struct Fault: Error {
    let message: String
  }

  /// The rows, in the form that ``TableFile`` reads.
  private var bytes: [UInt8] = []
  /// How many rows have ended among the bytes.
  private var rows = 0
  /// The cells of this row: its bytes, and where each of its cells stands among them.
  private var row: [UInt8] = []
  private var cells: [(column: Int, bytes: Range<Int>)] = []
  private var isInOrder = true
  /// How wide the first row is, to which the others are filled.
  private var width = 0
  /// The first column that holds something.
  private var margin = Int.max
  /// The rows above the header: those of one cell before the first of several.
  private var titles: [(row: Int, text: String)] = []
  /// Where the table begins.
  private var start: (place: Int, row: Int)?
  /// How many rows hold something.
  private(set) var count = 0

  /// So many rows of one cell may stand above a header.
  private static let mostTitles = 10

  /// Whether the row holds nothing up to now.
  var isRowEmpty: Bool { cells.isEmpty }

  /// Writes a cell of the row. One that holds nothing but blanks is empty.
  /// - Throws: ``Fault`` beyond ``InputLimits/columns``.
  mutating func write(_ text: some Collection<UInt8>, at column: Int) throws(Fault) {
    let place = row.count
    row.append(contentsOf: text)
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
    var (first, last) = (place, row.count)
    while last > first, isBlank(row[last - 1]) { last -= 1 }
    while first < last, isBlank(row[first]) { first += 1 }
    guard first < last else {
      row.removeLast(row.count - place)
      return
    }
    guard column < InputLimits.columns else {
      throw Fault(
        message:
          "a cell stands in column \(InputLimits.grouped(column + 1)); expected at most \(InputLimits.grouped(InputLimits.columns)) columns."
      )
    }
    if let last = cells.last, last.column >= column { isInOrder = false }
    cells.append((column, first..<last))
  }

  /// The last cell of the row with its text, once more in other columns: what a file says to be repeated.
  mutating func repeatCell(_ columns: Range<Int>) throws(Fault) {
    guard let bytes = cells.last?.bytes else { return }
    let text = Array(row[bytes])
    for column in columns { try write(text, at: column) }
  }

  /// Ends the row.
  /// - Parameters:
  ///   - number: Which row of the sheet it is, from 1; it must be behind those that have ended.
  ///   - times: How many rows from there on are the same.
  /// - Throws: ``Fault`` for two cells in one place, rows that are not in their order, and beyond what is read.
  mutating func endRow(_ number: Int, times: Int = 1) throws(Fault) {
    defer {
      row.removeAll(keepingCapacity: true)
      cells.removeAll(keepingCapacity: true)
      isInOrder = true
    }
    guard !cells.isEmpty else { return }
    guard number > rows else {
      throw Fault(message: "row \(number) stands behind row \(rows); expected rows in their order.")
    }
    guard number <= InputLimits.sheetRows, times <= InputLimits.networkElements + 1 - count else {
      throw Fault(
        message: number > InputLimits.sheetRows
          ? InputLimits.tooMany("rows", in: "the sheet", limit: InputLimits.sheetRows)
          : InputLimits.tooMany(
            "rows that hold something", in: "the sheet", limit: InputLimits.networkElements))
    }
    if !isInOrder { try sort(number) }
    for offset in 0..<times { try writeRow(number + offset) }
  }

  private mutating func sort(_ number: Int) throws(Fault) {
    cells.sort { $0.column < $1.column }
    for (one, other) in zip(cells, cells.dropFirst()) where one.column == other.column {
      throw Fault(
        message:
          "the cell \(Self.name(row: number, column: one.column)) is there twice; expected one of each.")
    }
  }

  private mutating func writeRow(_ number: Int) throws(Fault) {
    bytes.append(contentsOf: repeatElement(TableFile.rowEnd, count: number - 1 - rows))
    begin(number)
    var column = 0
    for cell in cells {
      bytes.append(contentsOf: repeatElement(TableFile.cellEnd, count: cell.column - column))
      bytes.append(contentsOf: row[cell.bytes])
      column = cell.column
    }
    if column + 1 < width {
      bytes.append(contentsOf: repeatElement(TableFile.cellEnd, count: width - column - 1))
    }
    bytes.append(TableFile.rowEnd)
    (rows, count) = (number, count + 1)
    guard bytes.count <= InputLimits.networkBytes else {
      throw Fault(
        message:
          "the cells of the sheet have more than \(InputLimits.networkBytes / InputLimits.megabyte) MB; expected fewer. Divide the table."
      )
    }
  }

  /// Finds out whether the table begins with this row.
  private mutating func begin(_ number: Int) {
    let (first, last) = (cells[0].column, cells[cells.count - 1].column)
    if start == nil, cells.count > 1 {
      (start, margin, width) = ((bytes.count, number), first, last + 1)
      return
    }
    margin = min(margin, first)
    if start != nil { return }
    if titles.count < Self.mostTitles {
      titles.append((number, String(decoding: row[cells[0].bytes], as: UTF8.self)))
    } else {
      // A list of single cells has no titles.
      (start, titles) = ((0, 1), [])
    }
  }

  /// The rows that hold one cell and stand above the header.
  var rowsAbove: [(row: Int, text: String)] { start == nil ? [] : titles }

  /// The table.
  var table: TableFile {
    TableFile(
      cells: bytes, from: start?.place ?? 0, row: start?.row ?? 1, margin: margin == .max ? 0 : margin)
  }

  /// What spreadsheet programs call a cell: `B7`.
  /// - Parameters:
  ///   - row: Its row, from 1.
  ///   - column: Its column, from 0.
  static func name(row: Int, column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
