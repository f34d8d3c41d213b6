import Foundation

extension String {
  /// The scalars of the canonical decomposition: letters, and their accents after them.
  /// - Complexity: O(*n*); Foundation alone takes the square of that.
  var decomposed: String.UnicodeScalarView {
    if utf8.allSatisfy({ $0 < 0x80 }) { return unicodeScalars }
    // Scalars appended to a view of them copy it each time.
    var decomposed = ""
    var rest = self[...]
    // Nothing is reordered over the bounds of a letter.
    while !rest.isEmpty {
      let end = rest.index(rest.startIndex, offsetBy: 32, limitedBy: rest.endIndex) ?? rest.endIndex
      decomposed += String(rest[..<end]).decomposedStringWithCanonicalMapping
      rest = rest[end...]
    }
    return decomposed.unicodeScalars
  }
}
