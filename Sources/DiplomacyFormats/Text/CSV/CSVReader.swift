/// A table as it stands in a file: records of fields, each record with the line where it begins.
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

  /// What stands between two fields.
  enum Delimiter: Hashable {
    /// One character: a comma, a semicolon, a tab or a vertical bar.
    case character(UInt8)
    /// Spaces and tabs, however many.
    case spaces
  }

  let delimiter: Delimiter
  private let bytes: [UInt8]
  private let start: Int

  /// A table (RFC 4180), in UTF-8: fields in quotation marks may hold delimiters, line ends and doubled quotation marks; lines
  /// end with CR LF, LF or CR; empty lines, and lines that begin with `#` or `%`, are left out.
  ///
  /// The delimiter is the one of `,`, `;`, tab and `|` that the first line holds most often, else spaces.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    delimiter = Self.delimiter(of: bytes[start...])
  }

  /// Reads the records one after the other, until the body has seen enough.
  /// - Parameter body: Takes a record, and says whether it wants more.
  /// - Returns: Where a quoted field begins that never ends.
  /// - Complexity: O(*n*); *n* bytes.
  @discardableResult
  func forEachRecord(_ body: (Record) -> Bool) -> Diagnostic.Place? {
    var parser = CSVParser(bytes: bytes, place: start, delimiter: delimiter)
    var record = Record()
    while parser.read(&record), body(record) {}
    return parser.openQuote
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
      isAtStart = false
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, !isComment { counts[Int(byte)] += 1 }
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    let best = known.max { counts[Int($0)] < counts[Int($1)] } ?? UInt8(ascii: ",")
    if counts[Int(best)] > 0 { return .character(best) }
    return counts[Int(UInt8(ascii: " "))] > 0 ? .spaces : .character(UInt8(ascii: ","))
  }
}

private struct CSVParser {
  let bytes: [UInt8]
  var place: Int
  let delimiter: CSVFile.Delimiter
  var line = 1
  /// The place from which columns are counted: where the line begins, and a byte further for each that does not begin a
  /// character.
  var lineStart: Int
  var openQuote: Diagnostic.Place?

  init(bytes: [UInt8], place: Int, delimiter: CSVFile.Delimiter) {
    self.bytes = bytes
    self.place = place
    self.delimiter = delimiter
    lineStart = place
  }

  /// Reads the next record, in place of the last one.
  /// - Returns: Whether there is one.
  mutating func read(_ record: inout CSVFile.Record) -> Bool {
    skipLinesWithoutFields()
    guard place < bytes.count else { return false }
    record.line = line
    record.fields.removeAll(keepingCapacity: true)
    record.places.removeAll(keepingCapacity: true)
    while true {
      if delimiter == .spaces { skipSpaces() }
      record.places.append(Diagnostic.Place(line: line, column: place - lineStart + 1))
      let start = place
      record.fields.append(nextField())
      // After a line end in a field, its last line is what counts.
      lineStart += bytes[max(start, lineStart)..<place].count { $0 & 0xC0 == 0x80 }
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

  private var isLineEnd: Bool { bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r") }

  private var isDelimiter: Bool {
    switch delimiter {
    case .character(let byte): bytes[place] == byte
    case .spaces: bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t")
    }
  }

  private mutating func skipSpaces() {
    while place < bytes.count, isDelimiter { place += 1 }
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

  private mutating func nextField() -> String {
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return quotedField() }
    let start = place
    while place < bytes.count, !isLineEnd, !isDelimiter { place += 1 }
    return trimmed(bytes[start..<place])
  }

  private mutating func quotedField() -> String {
    let opening = Diagnostic.Place(line: line, column: place - lineStart + 1)
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place += 1
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
          // What stands between the closing mark and the delimiter belongs to the field.
          while place < bytes.count, !isLineEnd, !isDelimiter {
            if bytes[place] != UInt8(ascii: " ") { text.append(bytes[place]) }
            place += 1
          }
          return String(decoding: text, as: UTF8.self)
        }
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        let end = place
        endLine()
        text += bytes[end..<place]
        continue
      }
      text.append(byte)
      place += 1
    }
    openQuote = openQuote ?? opening
    return String(decoding: text, as: UTF8.self)
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let last = bytes.last, last == UInt8(ascii: " ") { bytes.removeLast() }
    while let first = bytes.first, first == UInt8(ascii: " ") { bytes.removeFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
