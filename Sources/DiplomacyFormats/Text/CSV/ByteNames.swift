/// Texts that come many times in a file, each kept once and known by a number, without making a text of every place where it
/// stands. Two are the same where their bytes are: composed and decomposed letters differ.
struct ByteNames {
  /// The texts, by their numbers.
  private(set) var texts: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The number of a text and 1, at a place that its bytes give; 0 where there is none.
  private var slots = [Int32](repeating: 0, count: 64)

  /// What makes the places differ from run to run, so that no file can be written in which they are all alike.
  private static let secret = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// How many there are.
  var count: Int { texts.count }

  /// The number of a text that stands in some bytes.
  /// - Complexity: O(*n*); *n* its bytes.
  mutating func number(of text: Range<Int>, in source: [UInt8]) -> Int {
    var place = slot(of: text, in: source)
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if isText(number, text, in: source) { return number }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Int32(texts.count + 1)
    texts.append(String(decoding: source[text], as: UTF8.self))
    bytes += source[text]
    ends.append(bytes.count)
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
  }

  /// The number of a text.
  mutating func number(of text: String) -> Int {
    let bytes = Array(text.utf8)
    return number(of: 0..<bytes.count, in: bytes)
  }

  private func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private func isText(_ number: Int, _ text: Range<Int>, in source: [UInt8]) -> Bool {
    let own = range(of: number)
    guard own.count == text.count else { return false }
    for offset in 0..<text.count where bytes[own.lowerBound + offset] != source[text.lowerBound + offset] {
      return false
    }
    return true
  }

  private func slot(of text: Range<Int>, in source: [UInt8]) -> Int {
    var mixed = Self.secret ^ UInt64(text.count)
    var chunk: UInt64 = 0
    var filled = 0
    for place in text {
      chunk = chunk << 8 | UInt64(source[place])
      filled += 1
      if filled == 8 {
        mixed = Self.folded(mixed ^ chunk)
        (chunk, filled) = (0, 0)
      }
    }
    mixed = Self.folded(mixed ^ chunk)
    return Int(truncatingIfNeeded: mixed) & (slots.count - 1)
  }

  /// Both halves of a product, one upon the other.
  private static func folded(_ value: UInt64) -> UInt64 {
    let product = (value ^ secret).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in texts.indices {
      var place = slot(of: range(of: number), in: bytes)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(number + 1)
    }
  }
}
