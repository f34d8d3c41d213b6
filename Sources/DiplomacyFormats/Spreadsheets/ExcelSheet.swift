/// Reads the cells of a sheet of ``ExcelWorkbook``.
final class ExcelSheet: XMLListener {
  private(set) var cells = SheetCells()
  private(set) var remarks = SheetRemarks()
  private(set) var fault: SheetCells.Fault?

  private let texts: SharedTexts
  private let formats: [NumberFormat]
  private let system: DateCell.System
  private let most: Int?

  private enum Word: String {
    case row, cell = "c", value = "v", formula = "f", inline = "is", text = "t", aid = "rPh", merge =
      "mergeCell", col
    case r, s, ref, hidden, min
  }
  private var words = XMLWords<Word>()
  /// The elements that are open; nil for others.
  private var open: [Word?] = []
  private var aids = 0
  private var isValue = false

  private var row = 0
  private var column = 0
  private var type: Kind = .number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var formula: [UInt8] = []
  /// What the cell says, up to now.
  private var value: [UInt8] = []

  private enum Kind: String {
    case number = "n", shared = "s", inline = "inlineStr", text = "str", boolean = "b", error = "e", date =
      "d"
  }

  init(_ texts: SharedTexts, _ formats: [NumberFormat], _ system: DateCell.System, upTo most: Int?) {
    (self.texts, self.formats, self.system, self.most) = (texts, formats, system, most)
  }

  // MARK: Elements

  func start(_ element: XMLStream.Start, in stream: XMLStream) {
    let word = words(element.name, in: stream)
    open.append(word)
    switch word {
    case .row: startRow(element, in: stream)
    case .cell: startCell(element, in: stream)
    case .value: (hasValue, isValue) = (true, true)
    case .text where aids == 0 && open.contains(.cell): (hasValue, isValue) = (true, true)
    case .formula: (hasFormula, isValue) = (true, false)
    case .aid: aids += 1
    case .merge:
      let area = element.text("ref", in: stream) ?? ""
      let place = Self.place(Array(area.utf8.prefix { $0 != UInt8(ascii: ":") }))
      remarks.note(.merged, row: place?.row ?? 0, column: place?.column ?? 0, area)
    case .col where element.isTrue("hidden", in: stream):
      let first = element.text("min", in: stream).flatMap { Int($0) } ?? 1
      let last = element.text("max", in: stream).flatMap { Int($0) } ?? first
      guard 1...20_000 ~= first, first...20_000 ~= last else { return }
      let name = SheetCells.name(row: 0, column: first - 1).dropLast()
      remarks.note(.hiddenColumn, row: 0, column: first - 1, count: last - first + 1, String(name))
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {
    if isValue {
      unsafe value.append(contentsOf: text)
    } else if open.last == .formula, formula.count < 100 {
      unsafe formula.append(contentsOf: text.prefix(100))
    }
  }

  func end(in stream: XMLStream) {
    let word = open.popLast() ?? nil
    do throws(SheetCells.Fault) {
      switch word {
      case .value, .text: isValue = false
      case .aid: aids -= 1
      case .cell: try endCell()
      case .row:
        try cells.endRow(row)
        if let most, cells.count >= most { stream.stop() }
      default: break
      }
    } catch {
      fault = error
      stream.stop()
    }
  }

  private func startRow(_ element: XMLStream.Start, in stream: XMLStream) {
    (row, column) = (row + 1, -1)
    for index in 0..<element.count {
      guard let name = element.name(at: index) else { continue }
      switch words(name, in: stream) {
      case .r: if let number = unsafe Self.number(element.value(at: index)) { row = number }
      case .hidden:
        if unsafe element.value(at: index).first == UInt8(ascii: "1") || element.isTrue("hidden", in: stream)
        {
          remarks.note(.hiddenRow, row: row, column: 0, "\(row)")
        }
      default: break
      }
    }
  }

  private func startCell(_ element: XMLStream.Start, in stream: XMLStream) {
    (column, type, style, hasFormula, hasValue) = (column + 1, .number, 0, false, false)
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    for index in 0..<element.count {
      guard let name = element.name(at: index) else { continue }
      switch words(name, in: stream) {
      case .r: if let place = unsafe Self.place(element.value(at: index)) { column = place.column }
      case .s: style = unsafe Self.number(element.value(at: index)) ?? 0
      case .text:
        type = unsafe Kind(rawValue: String(decoding: element.value(at: index), as: UTF8.self)) ?? .number
      default: break
      }
    }
  }

  // MARK: Cells

  private func endCell() throws(SheetCells.Fault) {
    guard hasValue, !value.isEmpty else {
      // A formula may well give no text, which is said to be one.
      if hasFormula, type != .text {
        let text = String(decoding: formula, as: UTF8.self)
        remarks.note(.noValue, row: row, column: column, "=\(text)")
      }
      return
    }
    switch type {
    case .shared:
      guard let number = unsafe value.withUnsafeBufferPointer({ unsafe Self.number($0) }),
        let text = texts[number]
      else {
        throw SheetCells.Fault(
          message:
            "the cell \(SheetCells.name(row: row, column: column)) names a text that the workbook does not have; the file is damaged."
        )
      }
      try cells.write(text, at: column)
    case .inline, .text:
      unescapeExcel(&value, from: 0)
      try cells.write(value, at: column)
    case .boolean:
      try cells.write(
        (value == [UInt8(ascii: "1")] || value == Array("true".utf8) ? "true" : "false").utf8, at: column)
    case .error: remarks.note(.error, row: row, column: column, String(decoding: value, as: UTF8.self))
    case .date, .number: try writeNumber()
    }
  }

  private func writeNumber() throws(SheetCells.Fault) {
    let format = formats.indices.contains(style) ? formats[style] : .number
    if type == .date {
      var shown = DateCell.Shown.day
      if case .date(let how) = format { shown = how }
      let text = String(decoding: value, as: UTF8.self)
      try write(DateCell(iso: text, shown: shown), shown, text)
      return
    }
    switch format {
    case .number: try cells.write(CellNumber.text(value), at: column)
    case .padded(let digits): try cells.write(CellNumber.padded(value, to: digits), at: column)
    case .date(let shown):
      let number = Double(String(decoding: value, as: UTF8.self))
      let date = number.flatMap { DateCell($0, system, shown: shown) }
      try write(date, shown, String(decoding: CellNumber.text(value), as: UTF8.self))
    case .time:
      guard let number = Double(String(decoding: value, as: UTF8.self)), 0..<1 ~= number else {
        // More than a day: a date that is shown by its time.
        let date = Double(String(decoding: value, as: UTF8.self)).flatMap {
          DateCell($0, system, shown: .day)
        }
        try write(date, .day, String(decoding: value, as: UTF8.self))
        return
      }
      try cells.write(DateCell.clock(Int((number * 86_400).rounded()) % 86_400).utf8, at: column)
    }
  }

  private func write(_ date: DateCell?, _ shown: DateCell.Shown, _ value: String) throws(SheetCells.Fault) {
    guard let text = remarks.text(of: date, shown, value, row: row, column: column) else { return }
    try cells.write(text.utf8, at: column)
  }

  // MARK: Numbers

  /// A whole number of up to nine digits.
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard 1...9 ~= text.count else { return nil }
    var number = 0
    for byte in unsafe text {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte & 0xF)
    }
    return number
  }

  /// The place that a name such as `B7` means; the column from 0.
  private static func place(_ name: some Collection<UInt8>) -> (row: Int, column: Int)? {
    var (row, column) = (0, 0)
    for byte in name {
      if 0x41...0x5A ~= byte, row == 0, column < 100_000 {
        column = column * 26 + Int(byte - 0x40)
      } else if 0x30...0x39 ~= byte, row < 100_000_000 {
        row = row * 10 + Int(byte & 0xF)
      } else {
        return nil
      }
    }
    return row > 0 && column > 0 ? (row, column - 1) : nil
  }
}

extension SheetRemarks {
  /// The text of a cell that is shown as a date, and notes what is odd about it; nil for none.
  mutating func text(
    of date: DateCell?, _ shown: DateCell.Shown, _ value: String, row: Int, column: Int
  ) -> String? {
    guard let date else {
      note(.noDate, row: row, column: column, value)
      return nil
    }
    switch date.oddity {
    case .noSuchDay:
      note(.noSuchDay, row: row, column: column, date.text)
      return nil
    case .early: note(.early, row: row, column: column, date.text)
    case .before1900: note(.before1900, row: row, column: column, date.text)
    case nil: break
    }
    if date.isCoarse { note(.coarse, row: row, column: column, date.text) }
    if shown == .dayOfYear { note(.noYear, row: row, column: column, date.text) }
    return date.text
  }
}
