/// Reads JSON (RFC 8259) piece by piece, with the place of each, and nothing kept of what has been read.
///
/// Strict but for `NaN`, `Infinity` and `-Infinity`, which Python writes for numbers: they are read as numbers, and noted. Halves
/// of pairs of escapes (`\ud83d` alone) become U+FFFD, and a key that an object has twice is given twice; both are noted.
struct JSONReader {
  /// What is no JSON, and where.
  struct Fault: Error {
    let place: Diagnostic.Place?
    let message: String
  }

  /// A piece; what it says is in ``text``.
  enum Token: Equatable {
    case beginObject, endObject, beginList, endList
    case key, text, number, null
    case boolean(Bool)
    /// Nothing follows.
    case end
  }

  /// What is worth telling of something that is read all the same.
  private(set) var notes: [(place: Diagnostic.Place, message: String)] = []
  /// How many more such notes there are.
  private(set) var moreNotes = 0
  /// Where the last piece begins.
  private(set) var place = Diagnostic.Place(line: 1, column: 1)

  private let bytes: [UInt8]
  private var position: Int
  private var line = 1
  private var lineStart: Int
  /// The bytes since the start of the line that begin no character.
  private var innerBytes = 0
  /// For each list or object that is open, whether it is an object.
  private var isObject: [Bool] = []
  private var expected = Expected.value
  private var keys = JSONKeys()
  private var range = 0..<0
  /// The text of the last piece, where it has escapes.
  private var unescaped: String?
  private var hasOddNumber = false

  private enum Expected { case value, valueOrEnd, key, keyOrEnd, commaOrEnd, nothing }

  /// Reads bytes of a text in UTF-8, as ``EncodedText`` has it.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    lineStart = position
  }

  /// The key, the text or the digits of the last piece.
  var text: String { unescaped ?? String(decoding: bytes[range], as: UTF8.self) }

  /// How many lists and objects are open.
  var depth: Int { isObject.count }

  // MARK: Pieces

  /// The next piece.
  mutating func next() throws(Fault) -> Token {
    while true {
      skipBlanks()
      place = currentPlace
      let byte = peek
      switch expected {
      case .nothing:
        if position >= bytes.count { return .end }
        throw fault("found \(found) after the end of the JSON; expected nothing more in the file.")
      case .value, .valueOrEnd:
        if expected == .valueOrEnd, byte == UInt8(ascii: "]") { return close() }
        return try value(byte)
      case .key, .keyOrEnd:
        if byte == UInt8(ascii: "}"), expected == .keyOrEnd { return close() }
        return try key(byte)
      case .commaOrEnd:
        let isObject = isObject.last == true
        if byte == UInt8(ascii: isObject ? "}" : "]") { return close() }
        guard byte == UInt8(ascii: ",") else {
          throw fault("found \(found); expected a comma or '\(isObject ? "}" : "]")'.")
        }
        position += 1
        expected = isObject ? .key : .value
      }
    }
  }

  private mutating func key(_ byte: UInt8) throws(Fault) -> Token {
    guard byte == UInt8(ascii: "\"") else {
      if byte == UInt8(ascii: "}") { throw fault("found a comma before '}'; expected none there.") }
      throw fault("found \(found); expected a key in double quotes.")
    }
    try scanText()
    if keys.hasAlready(range, unescaped, in: bytes) {
      note(place, "the key '\(Node.shortened(text))' stands twice in this object; the later one counts.")
    }
    skipBlanks()
    guard peek == UInt8(ascii: ":") else {
      place = currentPlace
      throw fault("found \(found); expected a colon after the key '\(Node.shortened(text))'.")
    }
    position += 1
    expected = .value
    return .key
  }

  private mutating func value(_ byte: UInt8) throws(Fault) -> Token {
    switch byte {
    case UInt8(ascii: "\""):
      try scanText()
      return ended(.text)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard isObject.count < InputLimits.jsonLevels else {
        throw fault("lists and objects are nested more than \(InputLimits.jsonLevels) deep.")
      }
      let opensObject = byte == UInt8(ascii: "{")
      isObject.append(opensObject)
      if opensObject { keys.open() }
      position += 1
      expected = opensObject ? .keyOrEnd : .valueOrEnd
      return opensObject ? .beginObject : .beginList
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try scanNumber()
      return ended(.number)
    case UInt8(ascii: "]") where isObject.last == false && expected == .value:
      throw fault("found a comma before ']'; expected none there.")
    default: return ended(try scanWord())
    }
  }

  private mutating func ended(_ token: Token) -> Token {
    expected = isObject.isEmpty ? .nothing : .commaOrEnd
    return token
  }

  private mutating func close() -> Token {
    position += 1
    let wasObject = isObject.removeLast()
    if wasObject { keys.close() }
    return ended(wasObject ? .endObject : .endList)
  }

  // MARK: Words and numbers

  private mutating func scanWord() throws(Fault) -> Token {
    var end = position
    while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
    range = position..<end
    unescaped = nil
    let token: Token
    switch bytes[range].count <= 8 ? text : "" {
    case "true": token = .boolean(true)
    case "false": token = .boolean(false)
    case "null": token = .null
    case "NaN", "Infinity":
      noteOddNumber()
      token = .number
    case "None": throw fault("found 'None', as Python writes it; expected null.")
    case "True", "False":
      throw fault("found '\(text)', as Python writes it; expected \(text.lowercased()).")
    default:
      if peek == UInt8(ascii: "'") { throw fault("found a single quote; expected a text in double quotes.") }
      throw fault("found \(found); expected a value.")
    }
    position = end
    return token
  }

  private mutating func noteOddNumber() {
    if !hasOddNumber {
      note(place, "found \(text), which is no number of JSON; it is read as a number that is not known.")
    }
    hasOddNumber = true
  }

  private mutating func scanNumber() throws(Fault) {
    let start = position
    unescaped = nil
    var end = position + (bytes[position] == UInt8(ascii: "-") ? 1 : 0)
    if bytes[end...].starts(with: Self.infinity) {
      range = start..<(end + Self.infinity.count)
      position = range.upperBound
      noteOddNumber()
      return
    }
    func digits() -> Int {
      var count = 0
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { (end, count) = (end + 1, count + 1) }
      return count
    }
    let first = end
    let whole = digits()
    var isRight = whole == 1 || whole > 1 && bytes[first] != UInt8(ascii: "0")
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      isRight = digits() > 0 && isRight
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      isRight = digits() > 0 && isRight
    }
    guard isRight, end >= bytes.count || !Self.isWordByte(bytes[end]) else {
      throw fault("found \(found); expected a number as JSON writes them, such as 12, -0.5 or 1e6.")
    }
    range = start..<end
    position = end
  }

  private static let infinity = Array("Infinity".utf8)

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }

  // MARK: Texts

  private mutating func scanText() throws(Fault) {
    position += 1
    let start = position
    unescaped = nil
    var inner = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        range = start..<position
        position += 1
        innerBytes += inner
        return
      }
      if byte == UInt8(ascii: "\\") {
        innerBytes += inner
        return try scanEscapes(from: start)
      }
      if byte < 0x20 { break }
      if byte & 0xC0 == 0x80 { inner += 1 }
      position += 1
    }
    innerBytes += inner
    throw unfinishedText()
  }

  /// Reads on from the first escape.
  private mutating func scanEscapes(from start: Int) throws(Fault) {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        range = start..<position
        position += 1
        unescaped = String(decoding: text, as: UTF8.self)
        return
      case UInt8(ascii: "\\"): try scanEscape(into: &text)
      case 0..<0x20: throw unfinishedText()
      default:
        if byte & 0xC0 == 0x80 { innerBytes += 1 }
        text.append(byte)
        position += 1
      }
    }
    throw unfinishedText()
  }

  private mutating func scanEscape(into text: inout [UInt8]) throws(Fault) {
    let start = currentPlace
    let letter = position + 1 < bytes.count ? bytes[position + 1] : 0
    let plain: UInt8? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    if let plain {
      text.append(plain)
      position += 2
      return
    }
    guard letter == UInt8(ascii: "u"), let unit = hexadecimal(at: position + 2) else {
      place = start
      if position + 1 >= bytes.count {
        throw fault("the file ends inside of a text; expected a '\"' at its end.")
      }
      throw fault(
        "found an escape that JSON does not have; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four digits."
      )
    }
    position += 6
    var scalar = Unicode.Scalar(unit)
    if (0xD800..<0xDC00).contains(unit), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u"), let low = hexadecimal(at: position + 2),
      (0xDC00..<0xE000).contains(low)
    {
      position += 6
      scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    }
    if scalar == nil { note(start, "found half of a pair of escapes; it is read as U+FFFD.") }
    text += UTF8.encode(scalar ?? "\u{FFFD}").map { Array($0) } ?? []
  }

  private func hexadecimal(at start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[start..<(start + 4)] {
      let small = byte | 0x20
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case _ where (0x61...0x66).contains(small): value = value << 4 | UInt16(small - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  private mutating func unfinishedText() -> Fault {
    if position >= bytes.count {
      return fault("the file ends inside of a text that begins here; expected a '\"' at its end.")
    }
    let begin = place
    place = currentPlace
    let what = bytes[position] == 0x0A || bytes[position] == 0x0D ? "a line end" : "a control character"
    return fault(
      "found \(what) in the text that begins on line \(begin.line), column \(begin.column); expected a '\"' at its end, or an "
        + "escape such as \\n.")
  }

  // MARK: Places

  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private var currentPlace: Diagnostic.Place {
    Diagnostic.Place(line: line, column: position - lineStart - innerBytes + 1)
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09: position += 1
      case 0x0A: startLine(after: 1)
      case 0x0D: startLine(after: position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1)
      default: return
      }
    }
  }

  private mutating func startLine(after count: Int) {
    position += count
    line += 1
    lineStart = position
    innerBytes = 0
  }

  private mutating func note(_ place: Diagnostic.Place, _ message: String) {
    if notes.count < ImportFindings.most { notes.append((place, message)) } else { moreNotes += 1 }
  }

  private func fault(_ message: String) -> Fault { Fault(place: place, message: message) }

  /// What stands at the place, in words: `'abc'`, `the end of the file`.
  private var found: String {
    guard position < bytes.count else { return "the end of the file" }
    var end = position
    while end < bytes.count, end - position < 30, Self.isWordByte(bytes[end]) { end += 1 }
    // Not in the middle of a character.
    while end < bytes.count, end > position, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    if end == position { end += 1 }
    return "'\(String(decoding: bytes[position..<end], as: UTF8.self))'"
  }
}

/// The keys of the objects that are open.
private struct JSONKeys {
  private struct Key {
    let hash: Int
    let range: Range<Int>
    /// The key, where it has escapes.
    let unescaped: String?
  }

  private var keys: [Key] = []
  /// For each object that is open, where its keys begin.
  private var starts: [Int] = []
  /// For an object of many keys, one of each hash.
  private var byHash: [Int: [Int: Int]] = [:]

  /// So many keys are compared one by one.
  private static let few = 24

  mutating func open() { starts.append(keys.count) }

  mutating func close() {
    guard let start = starts.popLast() else { return }
    if keys.count - start > Self.few { byHash[starts.count] = nil }
    keys.removeSubrange(start...)
  }

  /// Takes a key in, and says whether the innermost object has it already.
  mutating func hasAlready(_ range: Range<Int>, _ unescaped: String?, in bytes: [UInt8]) -> Bool {
    guard let start = starts.last else { return false }
    // FNV-1a; a multiplication that overflows is what it wants.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    if let unescaped {
      for byte in unescaped.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    } else {
      for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    }
    let key = Key(hash: Int(truncatingIfNeeded: hash), range: range, unescaped: unescaped)
    keys.append(key)
    let count = keys.count - start
    if count <= Self.few {
      for place in start..<(keys.count - 1) where keys[place].hash == key.hash {
        if isSame(keys[place], key, bytes) { return true }
      }
      return false
    }
    let level = starts.count - 1
    if count == Self.few + 1 {
      for place in start..<(keys.count - 1) { byHash[level, default: [:]][keys[place].hash] = place }
    }
    guard let first = byHash[level, default: [:]].updateValue(keys.count - 1, forKey: key.hash) else {
      return false
    }
    return isSame(keys[first], key, bytes)
  }

  private func isSame(_ one: Key, _ other: Key, _ bytes: [UInt8]) -> Bool {
    if one.unescaped == nil, other.unescaped == nil { return bytes[one.range] == bytes[other.range] }
    func text(_ key: Key) -> String { key.unescaped ?? String(decoding: bytes[key.range], as: UTF8.self) }
    return text(one).utf8.elementsEqual(text(other).utf8)
  }
}
