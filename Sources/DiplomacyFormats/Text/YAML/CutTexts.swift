/// Texts that `#` cuts, as it begins a comment after a space: `source: gp vol. 5 #1092`.
///
/// A comment in its own right has a space after `#`, or no figure in its first word.
struct CutTexts {
  /// Where `#` stands on a line, where the text before it ends, and the word that it begins.
  private var marks: [Int: (end: Int, column: Int, word: String)] = [:]

  /// Finds the marks of a text.
  /// - Complexity: O(*n*); *n* bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (line, lineStart) = (1, 0)
    var isMarked = false
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      switch byte {
      case 0x0A: (line, lineStart, isMarked) = (line + 1, index + 1, false)
      case UInt8(ascii: "#"):
        guard !isMarked, index > lineStart, unsafe bytes[index - 1] == 0x20 else { continue }
        let word = unsafe bytes[(index + 1)...].prefix(40).prefix { $0 > 0x20 }
        guard unsafe word.contains(where: { (48...57).contains($0) }) else { continue }
        let before = unsafe String(decoding: bytes[lineStart..<index], as: UTF8.self)
        // Only the text before the first comment can be cut.
        isMarked = true
        let spaces = before.utf8.reversed().prefix { $0 == 0x20 }.count
        let column = before.unicodeScalars.count + 1
        marks[line] = unsafe (column - spaces, column, "#" + String(decoding: word, as: UTF8.self))
      default: break
      }
    }
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { marks.isEmpty }

  /// The word that `#` begins right behind a text that ends at a place.
  func word(behind end: Diagnostic.Place) -> (place: Diagnostic.Place, word: String)? {
    guard let mark = marks[end.line], mark.end == end.column else { return nil }
    return (Diagnostic.Place(line: end.line, column: mark.column), mark.word)
  }
}
