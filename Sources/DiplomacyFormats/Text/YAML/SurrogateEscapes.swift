/// Characters that JSON writes as two halves (`\ud83d\ude00`), which YAML writes as one (`\U0001F600`).
struct SurrogateEscapes {
  /// The text with whole characters.
  let text: String
  /// The columns, line by line, behind each that was joined; it has two columns fewer than before.
  private let columns: [Int: [Int]]

  /// Joins the halves in a text that begins as JSON does; nil where there are none.
  /// - Complexity: O(*n*).
  init?(_ text: String) {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }),
      first == "{" || first == "["
    else { return nil }
    let bytes = Array(text.utf8)
    var joined: [UInt8] = []
    var columns: [Int: [Int]] = [:]
    var (line, column, index) = (1, 1, 0)
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        if byte == 0x0A { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
        joined.append(byte)
        index += 1
        continue
      }
      if let high = Self.unit(bytes, at: index), (0xD800...0xDBFF).contains(high),
        let low = Self.unit(bytes, at: index + 6), (0xDC00...0xDFFF).contains(low)
      {
        let value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        let digits = String(value, radix: 16, uppercase: true)
        joined += Array("\\U\(String(repeating: "0", count: 8 - digits.count))\(digits)".utf8)
        column += 10
        columns[line, default: []].append(column)
        index += 12
      } else {
        // Whatever a backslash stands before belongs to it, another one too.
        joined += bytes[index...(index + 1)]
        column += 2
        index += 2
      }
    }
    guard !columns.isEmpty else { return nil }
    self.text = String(decoding: joined, as: UTF8.self)
    self.columns = columns
  }

  /// Where a place of the joined text is in the one that was given.
  func original(_ place: Diagnostic.Place) -> Diagnostic.Place {
    let before = columns[place.line]?.count { $0 <= place.column } ?? 0
    return Diagnostic.Place(line: place.line, column: place.column + 2 * before)
  }

  /// The number of an escape `\uXXXX`.
  private static func unit(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }
}
