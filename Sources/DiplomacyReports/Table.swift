public import DiplomacyFormats

/// A table of results: a header and rows of cells.
public struct Table: Sendable {
  /// One value of a row.
  public enum Cell: Hashable, Sendable {
    case text(String)
    /// A date: its text in EDTF for programs, its words for people.
    case date(String, words: String)
    case integer(Int)
    case number(Double)
    case empty
  }

  /// The names of the columns.
  public let columns: [String]
  /// The rows, each as long as `columns`.
  public let rows: Rows

  /// Rows that are kept, or made when they are read, so that a table of millions takes no room.
  public struct Rows: RandomAccessCollection, Sendable {
    /// 0, the number of the first row.
    public let startIndex = 0
    /// How many rows there are.
    public let endIndex: Int
    private let row: @Sendable (Int) -> [Cell]

    init(count: Int, _ row: @escaping @Sendable (Int) -> [Cell]) {
      endIndex = count
      self.row = row
    }

    /// A row, by its number.
    public subscript(number: Int) -> [Cell] { row(number) }
  }

  /// A table.
  public init(columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row of a table has one cell a column.")
    self.columns = columns
    self.rows = Rows(count: rows.count) { rows[$0] }
  }

  /// A table whose rows are made when they are read.
  /// - Parameters:
  ///   - rowCount: How many there are.
  ///   - row: Makes one, always the same, with one cell a column.
  public init(columns: [String], rowCount: Int, row: @escaping @Sendable (Int) -> [Cell]) {
    self.columns = columns
    rows = Rows(count: rowCount, row)
  }

  // MARK: For people

  /// The table in columns of text, numbers to the right, for a terminal.
  public var text: String {
    var text = ""
    writeText { text += $0 }
    return text
  }

  /// Writes the table in columns of text, piece by piece.
  func writeText(to write: (String) throws -> Void) rethrows {
    let header = columns.map(onOneLine)
    var widths = header.map(displayWidth)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], displayWidth(onOneLine(cell.readable)))
      }
    }
    let isNumeric = numericColumns
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, text) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - displayWidth(text))
        line += (column == 0 ? "" : "  ") + (isNumeric[column] ? padding + text : text + padding)
      }
      return line.trimmingTrailingSpaces() + "\n"
    }
    try write(line(header))
    for row in rows { try write(line(row.map { onOneLine($0.readable) })) }
  }

  /// The table in Markdown.
  public var markdown: String {
    var text = ""
    writeMarkdown { text += $0 }
    return text
  }

  /// Writes the table in Markdown, piece by piece.
  func writeMarkdown(to write: (String) throws -> Void) rethrows {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    try write(line(columns.map(markdownText)) + line(numericColumns.map { $0 ? "---:" : "---" }))
    for row in rows { try write(line(row.map { markdownText($0.readable) })) }
  }

  /// Which columns hold numbers, and nothing else that is not empty.
  private var numericColumns: [Bool] {
    var hasNumbers = columns.map { _ in false }
    var hasOthers = hasNumbers
    for row in rows {
      for (column, cell) in row.enumerated() {
        switch cell {
        case .empty: break
        case .integer, .number: hasNumbers[column] = true
        case .text, .date: hasOthers[column] = true
        }
      }
    }
    return zip(hasNumbers, hasOthers).map { $0 && !$1 }
  }

  // MARK: For programs

  /// The table as CSV (RFC 4180, UTF-8, line feeds): numbers at full precision, no value as nothing, texts exactly.
  public var csv: String { csv(cells: .exact) }

  /// The table as CSV.
  /// - Parameter cells: Whether texts are exact, or safe in a spreadsheet.
  public func csv(cells: CSVCells) -> String {
    var text = ""
    writeCSV(cells: cells) { text += $0 }
    return text
  }

  /// Writes the table as CSV, piece by piece.
  func writeCSV(cells: CSVCells, to write: (String) throws -> Void) rethrows {
    try write(columns.map(Self.quoted).joined(separator: ",") + "\n")
    for row in rows {
      try write(row.map { Self.quoted(cells.text(of: $0)) }.joined(separator: ",") + "\n")
    }
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
      return text
    }
    // By scalars: a quotation mark with a combining mark after it is another character, but still a quotation mark.
    var doubled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" { doubled.append(scalar) }
      doubled.append(scalar)
    }
    return "\"\(String(doubled))\""
  }

  /// One object a row, its members named as the columns.
  public var json: JSONValue {
    .array(
      rows.map(json))
  }

  /// A row as an object.
  func json(_ row: [Cell]) -> JSONValue {
    .object(zip(columns, row).map { JSONValue.Member(key: $0, value: $1.json) })
  }
}

/// How texts stand in the cells of CSV.
public enum CSVCells: Hashable, Sendable {
  /// As they are.
  case exact
  /// With an apostrophe before a text that a spreadsheet could take for a formula: one that begins with `=`, `+`, `-`, `@`, their
  /// full-width forms, a tab or a line end. Numbers stay numbers.
  case guarded

  fileprivate func text(of cell: Table.Cell) -> String {
    guard self == .guarded, let first = cell.exact.unicodeScalars.first else { return cell.exact }
    switch cell {
    case .integer, .number, .empty: return cell.exact
    case .text, .date: break
    }
    return "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first) ? "'" + cell.exact : cell.exact
  }
}

extension Table.Cell {
  /// An optional text.
  public static func optional(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .empty }

  /// For reading: dates in words, numbers with at most three places.
  fileprivate var readable: String {
    if case .date(_, let words) = self { return words }
    guard case .number(let value) = self else { return exact }
    let rounded = (value * 1000).rounded() / 1000
    return value.isFinite && abs(value) < 1e12 ? plainNumber(rounded) : exact
  }

  fileprivate var exact: String {
    switch self {
    case .text(let text), .date(let text, words: _): text
    case .integer(let value): String(value)
    case .number(let value): value.isFinite ? plainNumber(value) : ""
    case .empty: ""
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .text(let text), .date(let text, words: _): .string(text)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .empty: .null
    }
  }
}

/// How many columns of a terminal a text takes: East Asian wide characters take two, combining marks none.
func displayWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    guard let scalar = character.unicodeScalars.first else { return width }
    let isWide =
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        true
      default: false
      }
    return width + (isWide ? 2 : 1)
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
