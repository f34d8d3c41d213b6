/// Writes a table in CSV (RFC 4180), in UTF-8: fields between commas, in quotation marks where they hold any, a quotation mark
/// or a line end.
///
/// Texts are written as they are: what a spreadsheet program would take for a formula (`=1+1`) stays the name that it is.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes a record. A field that is nil is empty; an empty text stands in quotation marks.
  mutating func write(_ fields: [String?]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let field { write(field, isFirst: index == 0) }
    }
    // A line without anything would be no record.
    if fields.count == 1, fields[0] == nil { bytes += "\"\"".utf8 }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ field: String, isFirst: Bool) {
    guard field.utf8.isEmpty || Self.needsQuotes(field, isFirst: isFirst) else {
      bytes += field.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ field: String, isFirst: Bool) -> Bool {
    // A line that begins with one of these is a remark to some readers, ours among them.
    if isFirst, let first = field.utf8.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "%") {
      return true
    }
    // What begins a file may be taken for the mark of its encoding.
    if isFirst, field.unicodeScalars.first == "\u{FEFF}" { return true }
    func isBlank(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    if isBlank(field.utf8.first) || isBlank(field.utf8.last) { return true }
    return field.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
  }
}
