import DiplomacyFormats

/// A table as text of so many columns of a terminal, or as wide as it is.
///
/// A table that is wider than the terminal leaves out the columns that say the same in every row, which the notes tell, and
/// breaks long texts into several lines. One whose columns would get too narrow to be read has its rows one below the other,
/// a line a cell. Numbers and dates are never cut; of words that are longer than a line alone, the middle is left out.
struct FittedTable {
  /// What the columns that are left out hold.
  let notes: [String]

  private let table: Table
  /// Those that are written.
  private let columns: [Column]
  /// How wide the column of names is when the rows stand one below the other; nil: side by side.
  private let nameWidth: Int?

  private struct Column {
    let number: Int
    var isNumeric: Bool
    var width: Int
    /// Whether some of its texts may be wider.
    var isNarrow = false
  }

  /// Narrower terminals are taken for ones of this width.
  static let leastWidth = 20
  /// Words up to this width stay whole, where rows stand side by side.
  private static let longestWord = 26
  private static let gap = 2

  /// - Parameter width: That of the terminal; nil: any.
  init(_ table: Table, width: Int?) {
    self.table = table
    let traits = table.columnTraits
    var columns = traits.enumerated().map {
      Column(number: $0, isNumeric: $1.isNumeric, width: $1.width)
    }
    func total(_ widths: [Int]) -> Int { widths.reduce(-Self.gap) { $0 + $1 + Self.gap } }
    guard let limit = width.map({ max($0, Self.leastWidth) }), total(columns.map(\.width)) > limit else {
      (notes, nameWidth, self.columns) = ([], nil, columns)
      return
    }
    columns.removeAll { $0.number != table.nameColumn && traits[$0.number].common != nil }
    notes = traits.enumerated().compactMap { number, trait in
      guard number != table.nameColumn, let common = trait.common else { return nil }
      let value = common == .empty || common == .text("") ? "nothing" : common.readable
      return "\(table.columns[number]): \(value), in every row"
    }
    var least = table.leastWidths(of: columns.map(\.number), longestWord: Self.longestWord)
    let room = limit - total(columns.map { _ in 0 })
    // Names can be copied into the next command: they stay whole where there is room.
    if let place = columns.firstIndex(where: { $0.number == table.nameColumn }) {
      let name = max(least[place], min(columns[place].width, Self.longestWord))
      if least.reduce(0, +) - least[place] + name <= room { least[place] = name }
    }
    // Without rows there is but the header.
    if least.reduce(0, +) <= room || table.rows.isEmpty {
      nameWidth = nil
      for (place, width) in shared(room, among: columns.map(\.width), atLeast: least).enumerated() {
        columns[place].isNarrow = width < columns[place].width
        columns[place].width = width
      }
    } else {
      let names = columns.map { displayWidth(onOneLine(table.columns[$0.number])) }
      let widest = min(names.max() ?? 0, limit / 3)
      nameWidth = widest
      columns = columns.map {
        Column(number: $0.number, isNumeric: false, width: limit - widest - Self.gap, isNarrow: true)
      }
    }
    self.columns = columns
  }

  /// Writes the table, row by row.
  func write(to write: (String) throws -> Void) rethrows {
    guard let nameWidth else {
      try write(lines(table.columns.map { .text($0) }, isHeader: true))
      for row in table.rows { try write(lines(row)) }
      return
    }
    let nameColumn = Column(number: 0, isNumeric: false, width: nameWidth, isNarrow: true)
    let names = columns.map { fitted(.text(table.columns[$0.number]), to: nameColumn) }
    for (number, row) in table.rows.enumerated() {
      if number > 0 { try write("\n") }
      for (name, column) in zip(names, columns) where !row[column.number].readable.isEmpty {
        try write(sideBySide([name, fitted(row[column.number], to: column)], [nameColumn, column]))
      }
    }
  }

  /// A row in as many lines as its highest cell has.
  private func lines(_ row: [Table.Cell], isHeader: Bool = false) -> String {
    var cells = columns.map { fitted(row[$0.number], to: $0) }
    if isHeader {
      // A header stands on its column; cells hang from the top.
      let height = cells.map(\.count).max() ?? 0
      cells = cells.map { Array(repeating: "", count: height - $0.count) + $0 }
    }
    return sideBySide(cells, columns)
  }

  private func sideBySide(_ cells: [[String]], _ columns: [Column]) -> String {
    var text = ""
    for number in 0..<(cells.map(\.count).max() ?? 0) {
      var line = ""
      for (place, (cell, column)) in zip(cells, columns).enumerated() {
        let part = number < cell.count ? cell[number] : ""
        let padding = String(repeating: " ", count: max(0, column.width - displayWidth(part)))
        line += (place == 0 ? "" : "  ") + (column.isNumeric ? padding + part : part + padding)
      }
      text += line.trimmingTrailingSpaces() + "\n"
    }
    return text
  }

  /// The lines of a cell in a column.
  private func fitted(_ cell: Table.Cell, to column: Column) -> [String] {
    let text = onOneLine(cell.readable)
    let width = column.width
    if !column.isNarrow || displayWidth(text) <= width { return [text] }
    switch cell {
    case .integer, .number, .empty: return [text]
    case .date: return wrapped(text, width: width)
    case .text: return wrapped(text, width: width).map { withoutMiddle($0, width: width) }
    }
  }
}

extension Table {
  /// How narrow columns can get and still be read: no number or word of up to `longestWord` is broken, most texts take two lines
  /// at most, and none more than eight.
  fileprivate func leastWidths(of columns: [Int], longestWord: Int) -> [Int] {
    var words = columns.map { longestPieceWidth(onOneLine(self.columns[$0])) }
    var numbers = columns.map { _ in 0 }
    var (longest, sums, counts) = (numbers, numbers, numbers)
    for row in rows {
      for (place, column) in columns.enumerated() {
        let text = onOneLine(row[column].readable)
        let width = displayWidth(text)
        switch row[column] {
        case .empty: break
        case .integer, .number: numbers[place] = max(numbers[place], width)
        case .text, .date:
          longest[place] = max(longest[place], width)
          sums[place] += width
          counts[place] += 1
          // What is not wider than the longest word so far holds no longer one.
          if width > words[place], words[place] < longestWord {
            words[place] = max(words[place], longestPieceWidth(text))
          }
        }
      }
    }
    return columns.indices.map { place in
      let texts = max(words[place], sums[place] / max(counts[place], 1) / 2, longest[place] / 8)
      return max(numbers[place], min(texts, longestWord))
    }
  }
}

/// Widths of columns that fill a room: each as wide as it wants, or as wide as the widest may be.
/// - Parameter least: What each takes in any case; the room holds them all.
private func shared(_ room: Int, among wanted: [Int], atLeast least: [Int]) -> [Int] {
  func widths(_ widest: Int) -> [Int] { zip(wanted, least).map { max($1, min($0, widest)) } }
  var (fits, tooWide) = (0, (wanted.max() ?? 0) + 1)
  while tooWide - fits > 1 {
    let middle = (fits + tooWide) / 2
    if widths(middle).reduce(0, +) <= room { fits = middle } else { tooWide = middle }
  }
  var result = widths(fits)
  var rest = room - result.reduce(0, +)
  for column in result.indices where rest > 0 && result[column] < wanted[column] {
    result[column] += 1
    rest -= 1
  }
  return result
}

/// A text of at most so many columns: a longer one with `…` in place of its middle.
func withoutMiddle(_ text: String, width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var (start, end) = (text[..<text.startIndex], text[text.endIndex...])
  var room = width - 1
  // One letter from either end in turn, as long as there is room.
  var rest = text[...]
  while let first = rest.popFirst(), displayWidth(first) <= room {
    start = text[..<rest.startIndex]
    room -= displayWidth(first)
    guard let last = rest.popLast(), displayWidth(last) <= room else { break }
    end = text[rest.endIndex...]
    room -= displayWidth(last)
  }
  return start + "…" + end
}

/// A line of a text for people, broken into several where it is wider than a terminal.
/// - Parameters:
///   - indent: What the second line and those after it begin with.
///   - width: That of the terminal; nil: any.
func hanging(_ text: String, indent: String = "", width: Int?) -> String {
  let line = onOneLine(text)
  guard let limit = width.map({ max($0, FittedTable.leastWidth) }), displayWidth(line) > limit else {
    return line
  }
  let parts = wrapped(line, width: limit - displayWidth(indent))
  return parts.enumerated().map { ($0 == 0 ? "" : indent) + $1 }.joined(separator: "\n")
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
