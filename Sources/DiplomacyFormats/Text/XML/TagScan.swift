import Foundation

/// Looks for what libxml2 would read in quadratic time: tags of very many attributes, and long declarations of them.
enum TagScan {
  /// The bytes of a declaration of the document's type.
  private static let mostDeclared = 100_000

  /// So few bytes have no more attributes than are allowed.
  static let shortTag = 3 * InputLimits.attributes

  /// Whether anything is as long as what there is too much of: then ``excess(in:)`` must look.
  /// - Complexity: O(*n*); *n* bytes, at the speed of memory.
  static func hasLongTags(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = unsafe bytes.baseAddress else { return false }
    var place = 0
    while let found = unsafe memchr(start + place, 0x3C, bytes.count - place) {
      let next = unsafe UnsafeRawPointer(found) - start
      if next - place > shortTag { return true }
      if unsafe next + 2 < bytes.count && bytes[next + 1] == 0x21 && bytes[next + 2] == 0x44 { return true }
      place = next + 1
    }
    return bytes.count - place > shortTag
  }

  /// What there is too much of, and where; nil when all is within limits.
  /// - Complexity: O(*n*); *n* bytes.
  static func excess(in bytes: [UInt8]) -> (place: Diagnostic.Place, message: String)? {
    var scanner = TagScanner(bytes: bytes)
    while let start = scanner.nextTag() {
      if scanner.isDeclaration, scanner.position - start > mostDeclared {
        return (
          place(of: start, in: bytes),
          "the declaration of the document's type has more than 100,000 bytes; expected a shorter one, or none."
        )
      }
      if scanner.attributes > InputLimits.attributes {
        return (
          place(of: start, in: bytes),
          InputLimits.tooMany("attributes", in: "this element", limit: InputLimits.attributes)
        )
      }
    }
    return nil
  }

  /// The line of a byte, and its column in bytes: as libxml2 counts them.
  private static func place(of offset: Int, in bytes: [UInt8]) -> Diagnostic.Place {
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Diagnostic.Place(
      line: bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1, column: offset - start + 1)
  }
}

/// Goes from tag to tag. In a document that is not well-formed it may go astray, which libxml2 then tells.
private struct TagScanner {
  let bytes: [UInt8]
  var position = 0
  /// How many attributes the last tag has.
  var attributes = 0
  /// Whether it was a declaration of the document's type.
  var isDeclaration = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Passes the next tag or declaration, and says where it begins.
  mutating func nextTag() -> Int? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      (attributes, isDeclaration) = (0, false)
      if has("!--") {
        pass(to: "-->")
      } else if has("![CDATA[") {
        pass(to: "]]>")
      } else if has("?") {
        pass(to: "?>")
      } else {
        isDeclaration = has("!DOCTYPE")
        passTag()
        return start
      }
    }
    return nil
  }

  private func has(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return text.withUTF8Buffer { unsafe bytes[position..<(position + count)].elementsEqual($0) }
  }

  private mutating func pass(to end: StaticString) {
    while position < bytes.count, !has(end) { position += 1 }
  }

  /// Passes a tag, or a declaration with what stands in its brackets.
  private mutating func passTag() {
    var quote: UInt8?
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "="): attributes += isDeclaration ? 0 : 1
      case UInt8(ascii: "[") where isDeclaration: depth += 1
      case UInt8(ascii: "]") where isDeclaration: depth -= 1
      case UInt8(ascii: "<") where isDeclaration && has("!--"): pass(to: "-->")
      case UInt8(ascii: ">") where depth <= 0: return
      // Only in a declaration, or where something is wrong.
      case UInt8(ascii: "<") where !isDeclaration:
        position -= 1
        return
      default: break
      }
    }
  }
}
