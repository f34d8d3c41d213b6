/// The lines of a text in UTF-8, one after the other, whatever ends them.
struct TextLines {
  let bytes: [UInt8]
  /// Where the bytes of the line stand that was read last, without its end.
  private(set) var line: Range<Int>
  /// Its number, from 1 on.
  private(set) var number = 0
  private var next: Int
  /// So many bytes of the line before a place of it belong to no new character.
  private var known = (place: 0, inside: 0)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    next = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    line = next..<next
  }

  /// Goes to the next line, and says whether there is one.
  mutating func advance() -> Bool {
    guard next < bytes.count else { return false }
    let start = next
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    next = isPair ? end + 2 : end + 1
    line = start..<end
    number += 1
    known = (start, 0)
    return true
  }

  /// The place of a byte of the line. Places that are asked for in order are found in linear time.
  mutating func place(of offset: Int) -> Diagnostic.Place {
    if offset < known.place { known = (line.lowerBound, 0) }
    if known.place < offset { known.inside += bytes[known.place..<offset].count { $0 & 0xC0 == 0x80 } }
    known.place = offset
    return Diagnostic.Place(line: number, column: offset - line.lowerBound - known.inside + 1)
  }

  /// The place of the line.
  var place: Diagnostic.Place { Diagnostic.Place(line: number, column: 1) }

  /// Some bytes as a text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line without the blanks around it.
  var trimmed: Range<Int> { bytes.trimmed(line) }
}

extension [UInt8] {
  /// A part without the blanks around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// A whole number; nil for anything else, or one with more digits than a number of 64 bits has for certain.
  func integer(_ range: Range<Int>) -> Int? {
    var place = range.lowerBound
    guard place < range.upperBound else { return nil }
    let isNegative = self[place] == UInt8(ascii: "-")
    if isNegative || self[place] == UInt8(ascii: "+") { place += 1 }
    guard place < range.upperBound, range.upperBound - place <= 18 else { return nil }
    var value = 0
    while place < range.upperBound {
      let digit = self[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      place += 1
    }
    return isNegative ? -value : value
  }

  /// A number, which may be infinite or none (NaN) where the text says so or it is too large.
  func number(_ range: Range<Int>) -> Double? {
    if let whole = integer(range) { return Double(whole) }
    guard let first = range.first else { return nil }
    // Names are no numbers, but for inf and nan.
    switch self[first] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      var text = String(decoding: self[range], as: UTF8.self)
      // Some programs end a number with its point.
      if text.hasSuffix(".") { text += "0" }
      guard !text.contains(where: { $0 == "x" || $0 == "X" || $0 == "(" }) else { return nil }
      return Double(text)
    default: return nil
    }
  }
}

extension UInt8 {
  /// Whether it is a space, a tab, or another blank that ends no line.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
}

/// So many things of one sort, and where the first stands.
struct Tally {
  private(set) var count = 0
  private(set) var first: Diagnostic.Place?

  mutating func add(_ place: Diagnostic.Place?) {
    if count == 0 { first = place }
    count += 1
  }
}
