import Foundation

/// The text of a file in UTF-8, whatever encoding it came in.
///
/// Nothing is replaced: what cannot be understood is refused, as two names that differ only there would become one.
struct EncodedText {
  /// Why bytes are no text, and where.
  struct Fault: Error {
    let place: Diagnostic.Place?
    let message: String
  }

  /// The text in UTF-8.
  let bytes: [UInt8]
  /// Which encoding was taken, where it is not UTF-8.
  private(set) var warning: (place: Diagnostic.Place, message: String)?

  /// Reads bytes as UTF-8; as UTF-16 where they begin or look so; and as Windows-1252, of which Latin-1 is a part, where they
  /// are not UTF-8 at all.
  /// - Parameter file: What messages call it.
  /// - Throws: ``Fault`` for bytes that are none of these.
  /// - Complexity: O(*n*); *n* bytes.
  init(_ data: Data, of file: String = "the table") throws(Fault) {
    if let order = Self.byteOrder(of: data) {
      bytes = try Self.utf8(ofUTF16: data, order)
      warning = (
        Diagnostic.Place(line: 1, column: 1),
        "\(file) is in UTF-16 (\(order == .little ? "little" : "big")-endian), and is read so."
      )
      return
    }
    let bytes = Array(data)
    let scan = UTF8Scan(bytes)
    if let place = scan.firstNull {
      try Self.refuseOtherEncodings(data)
      throw Fault(place: place, message: "found a character NUL; expected a text.")
    }
    guard let place = scan.firstSlip else {
      try Self.refuseOtherEncodings(data)
      self.bytes = bytes
      return
    }
    // A text of UTF-8 with a slip in it is no text of another encoding.
    guard scan.longCharacters <= scan.slips else {
      throw Fault(
        place: place,
        message:
          "found bytes that are not UTF-8, as the rest of \(file) is; expected one encoding throughout.")
    }
    self.bytes = try Self.utf8(ofWindows1252: bytes, scan)
    let sample = Self.line(at: scan.firstSlipOffset, in: bytes)
    warning = (
      place,
      "\(file) is not in UTF-8; it is read as Windows-1252 (Latin-1): '\(sample)'. If these are not the words, save "
        + "it in UTF-8."
    )
  }

  // MARK: Windows-1252

  /// What the bytes from 0x80 to 0x9F stand for; 0 for nothing.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E,
    0x0178,
  ]

  private static func utf8(ofWindows1252 bytes: [UInt8], _ scan: UTF8Scan) throws(Fault) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0..<0x80: result.append(byte)
      case 0x80...0x9F where high[Int(byte) - 0x80] == 0:
        throw Fault(
          place: UTF8Scan.place(of: offset, in: bytes, isUTF8: false),
          message: "found a byte that is neither UTF-8 nor Windows-1252; expected a text in UTF-8.")
      default:
        let value = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
        // From U+0080 on, a character takes two bytes or three.
        if value < 0x800 {
          result.append(0xC0 | UInt8(value >> 6))
        } else {
          result.append(0xE0 | UInt8(value >> 12))
          result.append(0x80 | UInt8(value >> 6 & 0x3F))
        }
        result.append(0x80 | UInt8(value & 0x3F))
      }
    }
    return result
  }

  /// The line that holds a byte, or its first 60 characters around the byte.
  private static func line(at offset: Int, in bytes: [UInt8]) -> String {
    let start = bytes[..<offset].suffix(30).lastIndex { $0 < 0x20 }.map { $0 + 1 } ?? max(0, offset - 30)
    let end = bytes[offset...].prefix(30).firstIndex { $0 < 0x20 } ?? min(bytes.count, offset + 30)
    let scalars = bytes[start..<end].map { byte -> Unicode.Scalar in
      let value = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
      return Unicode.Scalar(value) ?? " "
    }
    return String(String.UnicodeScalarView(scalars))
  }

  // MARK: Other encodings

  private static func refuseOtherEncodings(_ data: Data) throws(Fault) {
    guard let name = unreadEncoding(of: data) else { return }
    throw Fault(
      place: Diagnostic.Place(line: 1, column: 1),
      message: "the text is in \(name), which is not read; expected a text in UTF-8. Save it so.")
  }

  /// The name of an encoding of Unicode that is not read, where a text begins as one in it does.
  static func unreadEncoding(of data: Data) -> String? {
    let start = Array(data.prefix(64))
    if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    // Three bytes of four are 0 where all letters are of the first 256 characters.
    if start.count >= 8 {
      let units = start.count / 4
      let little = (0..<units).allSatisfy {
        start[4 * $0] != 0 && start[4 * $0 + 1...4 * $0 + 3].allSatisfy { $0 == 0 }
      }
      let big = (0..<units).allSatisfy {
        start[4 * $0 + 3] != 0 && start[4 * $0...4 * $0 + 2].allSatisfy { $0 == 0 }
      }
      if little || big { return "UTF-32" }
    }
    // The mark before a text in UTF-7.
    let mark = start.prefix(4)
    if mark.count == 4, mark.starts(with: Array("+/v".utf8)), [0x38, 0x39, 0x2B, 0x2F].contains(mark[3]) {
      return "UTF-7"
    }
    return nil
  }

  // MARK: UTF-16

  /// Which byte of a pair comes first.
  enum ByteOrder { case little, big }

  /// The order of a text in UTF-16: by its mark, or where every other one of its first bytes is 0.
  static func byteOrder(of data: Data) -> ByteOrder? {
    let start = Array(data.prefix(200))
    if start.starts(with: [0xFF, 0xFE]) { return .little }
    if start.starts(with: [0xFE, 0xFF]) { return .big }
    guard start.count >= 4, !start.starts(with: byteOrderMark) else { return nil }
    let pairs = start.count / 2
    let first = (0..<pairs).count { start[2 * $0] == 0 }
    let second = (0..<pairs).count { start[2 * $0 + 1] == 0 }
    // Text of the first 256 characters has a 0 in every pair, other text in its digits, commas and line ends.
    if second > pairs / 4, first == 0 { return .little }
    return first > pairs / 4 && second == 0 ? .big : nil
  }

  static func utf8(ofUTF16 data: Data, _ order: ByteOrder) throws(Fault) -> [UInt8] {
    try refuseOtherEncodings(data)
    guard data.count.isMultiple(of: 2) else {
      throw Fault(place: nil, message: "the text is in UTF-16, but ends in the middle of a character.")
    }
    let bytes = Array(data)
    let units = stride(from: 0, to: bytes.count, by: 2).lazy.map { place in
      let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return order == .little ? one | other << 8 : one << 8 | other
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw Fault(place: nil, message: "the text is in UTF-16, but holds half a character; expected a text.")
    }
    let result = Array(text.utf8)
    if result.contains(0) { throw Fault(place: nil, message: "found a character NUL; expected a text.") }
    return result
  }
}

/// The mark that may stand before a text in UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// What is found of a table that should be in UTF-8.
struct UTF8Scan {
  /// The characters of several bytes.
  private(set) var longCharacters = 0
  /// The bytes that belong to no character.
  private(set) var slips = 0
  private(set) var firstSlipOffset = 0
  private(set) var firstSlip: Diagnostic.Place?
  private(set) var firstNull: Diagnostic.Place?

  init(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        if byte == 0, firstNull == nil { firstNull = Self.place(of: place, in: bytes) }
        place += 1
        continue
      }
      let length = Self.length(at: place, in: bytes)
      if length > 0 {
        longCharacters += 1
      } else {
        if slips == 0 { (firstSlipOffset, firstSlip) = (place, Self.place(of: place, in: bytes)) }
        slips += 1
      }
      place += max(length, 1)
    }
  }

  /// How many bytes the character of several bytes has that begins here; 0 when none does.
  private static func length(at place: Int, in bytes: [UInt8]) -> Int {
    let first = bytes[place]
    let (length, seconds): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, place + length <= bytes.count, seconds.contains(bytes[place + 1]) else { return 0 }
    return bytes[(place + 2)..<(place + length)].allSatisfy { 0x80...0xBF ~= $0 } ? length : 0
  }

  /// The line of a byte in a table, and its column in characters (Unicode scalars): as ``CSVFile`` counts them.
  /// - Parameter isUTF8: Whether the text is in UTF-8 up to there; else each byte is a character.
  static func place(of offset: Int, in bytes: [UInt8], isUTF8: Bool = true) -> Diagnostic.Place {
    var (line, start) = (1, bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0)
    for index in start..<max(start, offset) {
      let isLineEnd =
        bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if isLineEnd { (line, start) = (line + 1, index + 1) }
    }
    let inside = isUTF8 ? bytes[start..<max(start, offset)].count { $0 & 0xC0 == 0x80 } : 0
    return Diagnostic.Place(line: line, column: offset - start - inside + 1)
  }
}
