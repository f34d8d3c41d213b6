/// Reads the cells of a sheet of ``OpenDocumentWorkbook``, or only which sheets there are.
final class OpenDocumentSheet: XMLListener {
  private(set) var cells = SheetCells()
  private(set) var remarks = SheetRemarks()
  private(set) var fault: SheetCells.Fault?
  private(set) var sheets: [Workbook.Sheet] = []
  private(set) var isSpreadsheet = false

  /// The sheet that is read; nil: none is.
  private let wanted: Int?
  private let most: Int?
  private var words = OpenDocumentWords()
  private var open: [OpenDocumentWord?] = []
  /// How many elements are open of which nothing is read.
  private var ignored = 0

  /// How dates are shown by the names of data styles, and of the styles of cells; hidden tables by their styles.
  private var shown: [String: DateCell.Shown] = [:]
  private var styles: [String: DateCell.Shown] = [:]
  private var hiddenStyles: Set<String> = []
  private var dataStyle: (name: String, parts: Set<OpenDocumentWord>)?
  private var styleName = ""
  /// The style that the cells of columns have where they name none: up to which column, and which.
  private var columnStyles: [(end: Int, style: String)] = []

  private var row = 0
  private var rowTimes = 1
  private var column = 0
  private var cell = Cell()
  private var isInCell = false

  /// What a cell says of itself.
  private struct Cell {
    var times = 1
    var span = (columns: 1, rows: 1)
    var type = ""
    var value: String?
    var style: String?
    var formula: String?
    var isError = false
    /// Its paragraphs.
    var text: [UInt8] = []
    var paragraphs = 0
  }

  init(_ wanted: Int?, upTo most: Int? = nil) { (self.wanted, self.most) = (wanted, most) }

  private var isInSheet: Bool { wanted == sheets.count - 1 && wanted != nil }

  // MARK: Elements

  func start(_ element: XMLStream.Start, in stream: XMLStream) {
    if ignored > 0 {
      ignored += 1
      return
    }
    let word = words(element.name, element.namespace, in: stream)
    if isInCell {
      startInCell(word, element, in: stream)
      return
    }
    switch word {
    case .spreadsheet: isSpreadsheet = true
    case .table: startTable(element, in: stream)
    case .row where isInSheet: startRow(element, in: stream)
    case .columns where isInSheet: startColumns(element, in: stream)
    case .cell where isInSheet, .covered where isInSheet: startCell(element, in: stream)
    case .dateStyle, .style, .day, .month, .year, .weekDay, .tableProperties:
      startStyle(word, element, in: stream)
    default: break
    }
    if ignored == 0 { open.append(word) }
  }

  /// Of what stands in a cell, only its text is its value, and not remarks and drawings.
  private func startInCell(_ word: OpenDocumentWord?, _ element: XMLStream.Start, in stream: XMLStream) {
    switch word {
    case .paragraph:
      if cell.paragraphs > 0 { cell.text.append(0x0A) }
      cell.paragraphs += 1
    case .space:
      let count = values(element, in: stream)[.count].flatMap { Int($0) } ?? 1
      cell.text.append(contentsOf: repeatElement(0x20, count: min(max(count, 1), 1000)))
    case .tab: cell.text.append(0x09)
    case .lineBreak: cell.text.append(0x0A)
    case .span, .link: break
    default:
      ignored = 1
      return
    }
    open.append(word)
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {
    guard isInCell, ignored == 0, open.contains(.paragraph) else { return }
    for byte in unsafe text {
      // Blanks that follow one another, and line ends, are one space.
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isBlank { cell.text.append(byte) } else if cell.text.last != 0x20 { cell.text.append(0x20) }
    }
  }

  func end(in stream: XMLStream) {
    if ignored > 0 {
      ignored -= 1
      return
    }
    do throws(SheetCells.Fault) {
      switch open.popLast() ?? nil {
      case .cell where isInCell, .covered where isInCell: try endCell()
      case .row where isInSheet: try endRow(in: stream)
      case .dateStyle: endDateStyle()
      case .table where isInSheet: stream.stop()
      default: break
      }
    } catch {
      fault = error
      stream.stop()
    }
  }

  private func values(_ element: XMLStream.Start, in stream: XMLStream) -> [OpenDocumentWord: String] {
    var values: [OpenDocumentWord: String] = [:]
    for index in 0..<element.count {
      guard let (name, namespace) = element.fullName(at: index), let word = words(name, namespace, in: stream)
      else {
        continue
      }
      values[word] = unsafe String(decoding: element.value(at: index), as: UTF8.self)
    }
    return values
  }

  private static func times(_ text: String?) -> Int {
    // A number too long is as good as one that is too large.
    text.map { Int($0) ?? 1 << 40 }.map { min(max($0, 1), 1 << 40) } ?? 1
  }

  // MARK: Sheets and styles

  private func startTable(_ element: XMLStream.Start, in stream: XMLStream) {
    guard isSpreadsheet, sheets.count < 10_000 else { return }
    let values = values(element, in: stream)
    let isHidden = values[.styleName].map(hiddenStyles.contains) ?? false
    sheets.append(Workbook.Sheet(name: values[.name] ?? "Sheet\(sheets.count + 1)", isHidden: isHidden))
    (row, rowTimes) = (0, 1)
    // The cells of the other sheets are passed over.
    if !isInSheet { ignored = 1 }
  }

  private func startStyle(_ word: OpenDocumentWord?, _ element: XMLStream.Start, in stream: XMLStream) {
    switch word {
    case .dateStyle: dataStyle = (values(element, in: stream)[.ownName] ?? "", [])
    case .style:
      let values = values(element, in: stream)
      styleName = values[.ownName] ?? ""
      if let how = values[.dataStyle].flatMap({ shown[$0] }), styles.count < 1_000_000 {
        styles[styleName] = how
      }
    case .tableProperties:
      if values(element, in: stream)[.display] == "false" { hiddenStyles.insert(styleName) }
    default: if let word { dataStyle?.parts.insert(word) }
    }
  }

  private func endDateStyle() {
    guard let (name, parts) = dataStyle else { return }
    dataStyle = nil
    let how: DateCell.Shown =
      parts.contains(.day)
      ? parts.contains(.year) || parts.contains(.weekDay) ? .day : .dayOfYear
      : parts.contains(.month) ? .month : parts.contains(.year) ? .year : .day
    if shown.count < 1_000_000 { shown[name] = how }
  }

  private func startColumns(_ element: XMLStream.Start, in stream: XMLStream) {
    let values = values(element, in: stream)
    let times = Self.times(values[.repeatedColumns])
    let start = columnStyles.last?.end ?? 0
    if let visibility = values[.visibility], visibility != "visible", start < InputLimits.columns {
      let name = SheetCells.name(row: 0, column: start).dropLast()
      remarks.note(
        .hiddenColumn, row: 0, column: start, count: min(times, InputLimits.columns - start), String(name))
    }
    if columnStyles.count < InputLimits.columns {
      columnStyles.append((min(start + times, 1 << 40), values[.defaultStyle] ?? ""))
    }
  }

  // MARK: Rows and cells

  private func startRow(_ element: XMLStream.Start, in stream: XMLStream) {
    let values = values(element, in: stream)
    row += 1
    (rowTimes, column) = (Self.times(values[.repeatedRows]), 0)
    isRowHidden = values[.visibility].map { $0 != "visible" } ?? false
  }
  private var isRowHidden = false

  private func endRow(in stream: XMLStream) throws(SheetCells.Fault) {
    // Empty rows that are hidden say nothing.
    if isRowHidden, !cells.isRowEmpty {
      remarks.note(.hiddenRow, row: row, column: 0, count: rowTimes, "\(row)")
    }
    try cells.endRow(row, times: rowTimes)
    row = min(row + rowTimes - 1, 1 << 40)
    if let most, cells.count >= most { stream.stop() }
  }

  private func startCell(_ element: XMLStream.Start, in stream: XMLStream) {
    isInCell = true
    cell = Cell()
    if element.count == 0 { return }
    let values = values(element, in: stream)
    cell.times = Self.times(values[.repeatedColumns])
    cell.span = (Self.times(values[.spannedColumns]), Self.times(values[.spannedRows]))
    cell.type = values[.type] ?? ""
    cell.value = values[.value] ?? values[.date] ?? values[.time] ?? values[.boolean] ?? values[.string]
    cell.style = values[.styleName]
    cell.formula = values[.formula]
    cell.isError = values[.extendedType] == "error"
  }

  private func endCell() throws(SheetCells.Fault) {
    isInCell = false
    defer { column = min(column + cell.times, 1 << 40) }
    if cell.span.columns > 1 || cell.span.rows > 1 {
      let last = SheetCells.name(
        row: row + min(cell.span.rows, 1 << 30) - 1, column: column + min(cell.span.columns, 1 << 30) - 1)
      remarks.note(.merged, row: row, column: column, "\(SheetCells.name(row: row, column: column)):\(last)")
    }
    guard let text = text() else { return }
    try cells.write(text, at: column)
    guard cell.times > 1, text.contains(where: { $0 > 0x20 }) else { return }
    guard column + cell.times <= InputLimits.columns else {
      throw SheetCells.Fault(
        message:
          "the cell \(SheetCells.name(row: row, column: column)) is repeated \(InputLimits.grouped(cell.times)) times; expected at most \(InputLimits.grouped(InputLimits.columns)) columns."
      )
    }
    try cells.repeatCell(column + 1..<column + cell.times)
  }

  /// What the cell says; nil for nothing.
  private func text() -> [UInt8]? {
    if cell.isError {
      remarks.note(.error, row: row, column: column, String(decoding: cell.text, as: UTF8.self))
      return nil
    }
    if cell.type.isEmpty, cell.formula != nil, cell.text.isEmpty {
      remarks.note(.noValue, row: row, column: column, cell.formula ?? "")
      return nil
    }
    let value = cell.value ?? ""
    switch cell.type {
    case "float", "percentage", "currency":
      return value.isEmpty ? cell.text : CellNumber.text(Array(value.utf8))
    case "boolean": return Array(value.utf8)
    case "date":
      let style = cell.style ?? defaultStyle
      let how = styles[style] ?? .day
      return remarks.text(of: DateCell(iso: value, shown: how), how, value, row: row, column: column).map {
        Array($0.utf8)
      }
    case "time": return Self.clock(value).map { Array($0.utf8) } ?? cell.text
    default: return cell.value.map { Array($0.utf8) } ?? cell.text
    }
  }

  private var defaultStyle: String { columnStyles.first { column < $0.end }?.style ?? "" }

  /// A time such as `PT10H30M00S` as `10:30:00`; nil for another, or one of more than a day.
  private static func clock(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: /PT([0-9]{1,2})H([0-9]{1,2})M([0-9]{1,2})(?:[.,][0-9]+)?S/),
      let hours = Int(match.1), let minutes = Int(match.2), let seconds = Int(match.3), hours < 24,
      minutes < 60, seconds < 60
    else { return nil }
    return DateCell.clock(hours * 3600 + minutes * 60 + seconds)
  }
}
