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
  /// The column that says what a row is about.
  let nameColumn: Int

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
  /// - Parameter name: The column that says what a row is about; nil: the first.
  public init(columns: [String], rows: [[Cell]], namedBy name: String? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row of a table has one cell a column.")
    self.init(columns: columns, rowCount: rows.count, namedBy: name) { rows[$0] }
  }

  /// A table whose rows are made when they are read.
  /// - Parameters:
  ///   - rowCount: How many there are.
  ///   - name: The column that says what a row is about; nil: the first.
  ///   - row: Makes one, always the same, with one cell a column.
  public init(
    columns: [String], rowCount: Int, namedBy name: String? = nil, row: @escaping @Sendable (Int) -> [Cell]
  ) {
    self.columns = columns
    nameColumn = name.flatMap(columns.firstIndex) ?? 0
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
    try FittedTable(self, width: nil).write(to: write)
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
    try write(line(columns.map(markdownText)) + line(columnTraits.map { $0.isNumeric ? "---:" : "---" }))
    for row in rows { try write(line(row.map { markdownText($0.readable) })) }
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
  public var readable: String {
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
