/// A table as it stands in a file: records of fields, each of which is a range of its bytes.
struct TableFile {
  /// A field: where it stands, and what of that it says.
  struct Field {
    /// What it says: the bytes without quotation marks and the spaces around them.
    fileprivate(set) var start: Int32
    fileprivate(set) var end: Int32
    /// Where it begins, a quotation mark included; of a sheet the number of its column from 0.
    fileprivate let token: Int32
    /// Where its line begins.
    fileprivate let lineStart: Int32
    fileprivate let line: Int32
    /// Whether the bytes are the text; otherwise they hold doubled quotation marks, or the text goes on behind the closing one.
    fileprivate(set) var isPlain = true

    /// Whether it says nothing.
    var isEmpty: Bool { start == end }
  }

  /// One line of a table, or several where a quoted field holds line ends.
  struct Record {
    /// The line where it begins, from 1.
    fileprivate(set) var line = 1
    /// Where that line begins among the bytes.
    fileprivate(set) var offset = 0
    /// The fields.
    fileprivate(set) var fields: [Field] = []
  }

  /// What stands between two fields.
  enum Delimiter: Hashable {
    /// One character: a comma, a semicolon, a tab or a vertical bar.
    case character(UInt8)
    /// Spaces and tabs, however many.
    case spaces
    /// None that a text could hold: the cells of a spreadsheet, with ``TableFile/cellEnd`` between two and
    /// ``TableFile/rowEnd`` behind each row.
    case cells
  }

  /// What the walk through a table met besides its records.
  struct Walk {
    /// Where a quoted field begins that never ends.
    fileprivate(set) var openQuote: Diagnostic.Place?
    /// How many lines behind the first record are remarks, and where the first one is.
    fileprivate(set) var remarks = 0
    fileprivate(set) var firstRemark: Diagnostic.Place?
  }

  let bytes: [UInt8]
  let delimiter: Delimiter
  private let start: Int
  private let firstLine: Int
  /// So many columns before the table are empty.
  private var margin = 0

  /// What stands between two cells of a spreadsheet, and behind each of its rows: characters that no text of XML holds.
  static let cellEnd: UInt8 = 0x1F
  static let rowEnd: UInt8 = 0x1E

  /// A table (RFC 4180), in UTF-8: fields in quotation marks may hold delimiters, line ends and doubled quotation marks; lines
  /// end with CR LF, LF or CR; empty lines, and lines that begin with `#` or `%`, are left out.
  ///
  /// The delimiter is the one that a first line `sep=;` names, as Excel has it; else the one of `,`, `;`, tab and `|` that the
  /// first line holds most often, else spaces. A field that begins as a dictionary of Python does (`{'weight': 3}`) reaches to
  /// the last brace of its line.
  ///
  /// - Parameter named: The delimiter, where somebody says which it is.
  init(_ bytes: [UInt8], delimiter named: UInt8? = nil) {
    self.bytes = bytes
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    if let named {
      (delimiter, self.start, firstLine) = (
        named == UInt8(ascii: " ") ? .spaces : .character(named), start, 1
      )
    } else if let (delimiter, length) = Self.declaredDelimiter(bytes[start...]) {
      (self.delimiter, self.start, firstLine) = (delimiter, start + length, 2)
    } else {
      (delimiter, self.start, firstLine) = (Self.delimiter(of: bytes[start...]), start, 1)
    }
  }

  /// The cells of a sheet, of which every row is a line, and every cell a column.
  /// - Parameters:
  ///   - start: Where the first row begins that is read, and which row that is, from 1.
  ///   - margin: So many columns are empty in all rows from there on.
  init(cells: [UInt8], from start: Int, row: Int, margin: Int) {
    (bytes, delimiter, self.start, firstLine, self.margin) = (cells, .cells, start, row, margin)
  }

  /// Reads the records one after the other, until the body has seen enough.
  /// - Parameter body: Takes a record, and says whether it wants more.
  /// - Complexity: O(*n*); *n* bytes.
  @discardableResult
  func forEachRecord(_ body: (Record) -> Bool) -> Walk {
    var parser = TableParser(bytes: bytes, place: start, delimiter: delimiter, line: firstLine)
    parser.margin = margin
    var record = Record()
    while parser.read(&record), body(record) {}
    return parser.walk
  }

  /// The record of a line, of which ``Record/offset`` and ``Record/line`` were told.
  func record(at offset: Int, line: Int) -> Record? {
    var parser = TableParser(bytes: bytes, place: offset, delimiter: delimiter, line: line)
    parser.margin = margin
    var record = Record()
    return parser.read(&record) ? record : nil
  }

  /// The first record.
  var first: Record? {
    var first: Record?
    forEachRecord {
      first = $0
      return false
    }
    return first
  }

  /// The text of a field.
  func text(_ field: Field) -> String {
    guard field.isPlain else { return unquoted(field) }
    return String(decoding: bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
  }

  /// Where a field begins; the column in characters (Unicode scalars), in a sheet that of the cell.
  func place(_ field: Field) -> Diagnostic.Place {
    if delimiter == .cells { return Diagnostic.Place(line: Int(field.line), column: Int(field.token) + 1) }
    let before = bytes[Int(field.lineStart)..<Int(field.token)]
    return Diagnostic.Place(line: Int(field.line), column: before.count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The first remarks before the first record, without the sign that they begin with.
  var remarks: [String] {
    if delimiter == .cells { return [] }
    var remarks: [String] = []
    var rest = bytes[start...]
    while remarks.count < 10, let sign = rest.first, sign == UInt8(ascii: "#") || sign == UInt8(ascii: "%") {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      remarks.append(String(decoding: line.dropFirst().prefix(200), as: UTF8.self))
      rest = rest[line.endIndex...].drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }
    return remarks
  }

  /// The text of a quoted field with its doubled quotation marks as one, and what stands behind the closing mark.
  private func unquoted(_ field: Field) -> String {
    let quote = UInt8(ascii: "\"")
    var text: [UInt8] = []
    var place = Int(field.start)
    var isInside = true
    while place < Int(field.end) {
      let byte = bytes[place]
      place += 1
      if !isInside {
        if byte != UInt8(ascii: " ") { text.append(byte) }
      } else if byte != quote {
        text.append(byte)
      } else if place < Int(field.end), bytes[place] == quote {
        text.append(quote)
        place += 1
      } else {
        isInside = false
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The delimiter that a line such as `sep=;` names, and the length of the line.
  private static func declaredDelimiter(_ bytes: ArraySlice<UInt8>) -> (Delimiter, length: Int)? {
    let line = bytes.prefix(12).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let text = String(decoding: line, as: UTF8.self).lowercased().filter { $0 != "\"" }
    guard text.hasPrefix("sep="), let sign = text.utf8.dropFirst(4).first, text.utf8.count == 5 else {
      return nil
    }
    let end = bytes[line.endIndex...].prefix(2)
    return (.character(sign), line.count + (end.elementsEqual([0x0D, 0x0A]) ? 2 : min(1, end.count)))
  }

  private static func delimiter(of bytes: ArraySlice<UInt8>) -> Delimiter {
    var counts = [Int](repeating: 0, count: 256)
    var isQuoted = false
    var isAtStart = true
    var isComment = false
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !isQuoted {
        if !isAtStart, !isComment { break }
        (isAtStart, isComment) = (true, false)
        continue
      }
      if isAtStart, byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") { isComment = true }
      // In a dictionary of Python, commas are no delimiters.
      if byte == UInt8(ascii: "{"), !isQuoted, !isComment { break }
      isAtStart = false
      if byte == UInt8(ascii: "\""), !isComment { isQuoted.toggle() }
      if !isQuoted, !isComment { counts[Int(byte)] += 1 }
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    let best = known.max { counts[Int($0)] < counts[Int($1)] } ?? UInt8(ascii: ",")
    if counts[Int(best)] > 0 { return .character(best) }
    return counts[Int(UInt8(ascii: " "))] > 0 ? .spaces : .character(UInt8(ascii: ","))
  }
}

private struct TableParser {
  let bytes: [UInt8]
  var place: Int
  let delimiter: TableFile.Delimiter
  /// The character between fields; where spaces are, one that no text in UTF-8 has.
  let separator: UInt8
  private static let none: UInt8 = 0xFF
  /// So many cells of a row are left out, which are empty.
  var margin = 0
  var line: Int
  /// Where the line begins.
  var lineStart: Int
  var walk = TableFile.Walk()
  private var isBehindFirst = false
  /// Up to there no brace closes in this line.
  private var braceless = 0

  init(bytes: [UInt8], place: Int, delimiter: TableFile.Delimiter, line: Int) {
    self.bytes = bytes
    self.place = place
    self.delimiter = delimiter
    self.line = line
    separator = if case .character(let byte) = delimiter { byte } else { Self.none }
    lineStart = place
  }

  /// Reads the next record, in place of the last one.
  /// - Returns: Whether there is one.
  mutating func read(_ record: inout TableFile.Record) -> Bool {
    if delimiter == .cells { return readRow(&record) }
    skipLinesWithoutFields()
    guard place < bytes.count else { return false }
    isBehindFirst = true
    record.line = line
    record.offset = lineStart
    record.fields.removeAll(keepingCapacity: true)
    while true {
      skipSpaces()
      // A record that ends with spaces has no field there, where they are the delimiter.
      record.fields.append(nextField())
      if delimiter == .spaces { skipSpaces() }
      guard place < bytes.count else { break }
      if isLineEnd {
        endLine()
        break
      }
      if delimiter != .spaces { place += 1 }
    }
    return true
  }

  /// Reads the next row of a sheet that has cells.
  private mutating func readRow(_ record: inout TableFile.Record) -> Bool {
    while place < bytes.count, bytes[place] == TableFile.rowEnd { (place, line) = (place + 1, line + 1) }
    guard place < bytes.count else { return false }
    record.line = line
    record.offset = place
    record.fields.removeAll(keepingCapacity: true)
    var column = 0
    while place < bytes.count {
      let start = place
      while bytes[place] > TableFile.cellEnd || bytes[place] < TableFile.rowEnd { place += 1 }
      if column >= margin {
        record.fields.append(
          TableFile.Field(
            start: Int32(start), end: Int32(place), token: Int32(column), lineStart: Int32(start),
            line: Int32(line)))
      }
      column += 1
      place += 1
      if bytes[place - 1] == TableFile.rowEnd { break }
    }
    line += 1
    return true
  }

  private var isLineEnd: Bool { bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r") }

  /// Whether a byte, not of a quoted field, ends the field.
  private func isEnd(_ byte: UInt8) -> Bool {
    if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
    return separator == Self.none && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
  }

  /// Passes spaces before a field, and tabs where they are no delimiter.
  private mutating func skipSpaces() {
    while place < bytes.count {
      let byte = bytes[place]
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"), byte != separator else { return }
      place += 1
    }
  }

  private mutating func endLine() {
    let isPair =
      bytes[place] == UInt8(ascii: "\r") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
    place += isPair ? 2 : 1
    line += 1
    lineStart = place
  }

  private mutating func skipLinesWithoutFields() {
    while place < bytes.count {
      if isLineEnd {
        endLine()
      } else if bytes[place] == UInt8(ascii: "#") || bytes[place] == UInt8(ascii: "%") {
        if isBehindFirst {
          walk.remarks += 1
          walk.firstRemark = walk.firstRemark ?? Diagnostic.Place(line: line, column: 1)
        }
        while place < bytes.count, !isLineEnd { place += 1 }
      } else {
        // A line of spaces alone is empty too.
        var end = place
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\r") else {
          if end == bytes.count { place = end }
          return
        }
        place = end
      }
    }
  }

  private func field(from start: Int) -> TableFile.Field {
    TableFile.Field(
      start: Int32(start), end: Int32(start), token: Int32(place), lineStart: Int32(lineStart),
      line: Int32(line))
  }

  private mutating func nextField() -> TableFile.Field {
    if place < bytes.count {
      if bytes[place] == UInt8(ascii: "\"") { return quotedField() }
      if bytes[place] == UInt8(ascii: "{"), let end = endOfDictionary() {
        var field = field(from: place)
        field.end = Int32(end)
        place = end
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        return field
      }
    }
    var field = field(from: place)
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    var end = place
    while end > Int(field.start), bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t")
    {
      end -= 1
    }
    field.end = Int32(end)
    return field
  }

  /// Where a dictionary of Python ends that begins here; nil where none does.
  private mutating func endOfDictionary() -> Int? {
    guard place >= braceless else { return nil }
    var next = place + 1
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    guard next < bytes.count,
      [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "}")].contains(bytes[next])
    else { return nil }
    var end: Int?
    while next < bytes.count, bytes[next] != UInt8(ascii: "\n"), bytes[next] != UInt8(ascii: "\r") {
      if bytes[next] == UInt8(ascii: "}") { end = next + 1 }
      next += 1
    }
    if end == nil { braceless = next }
    return end
  }

  private mutating func quotedField() -> TableFile.Field {
    let opening = place
    var field = field(from: place + 1)
    let (line, lineStart) = (self.line, self.lineStart)
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        if place + 1 < bytes.count, bytes[place + 1] == byte {
          field.isPlain = false
          place += 2
          continue
        }
        field.end = Int32(place)
        place += 1
        let behind = place
        // What stands between the closing mark and the delimiter belongs to the field.
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        if bytes[behind..<place].contains(where: { $0 != UInt8(ascii: " ") }) {
          (field.isPlain, field.end) = (false, Int32(place))
        }
        return field
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        endLine()
      } else {
        place += 1
      }
    }
    field.end = Int32(place)
    if walk.openQuote == nil {
      let column = bytes[lineStart..<opening].count { $0 & 0xC0 != 0x80 } + 1
      walk.openQuote = Diagnostic.Place(line: line, column: column)
    }
    return field
  }
}
