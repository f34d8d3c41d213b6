import Foundation

extension String {
  /// The scalars of the canonical decomposition: letters, and their accents after them.
  var decomposed: String.UnicodeScalarView { decomposedStringWithCanonicalMapping.unicodeScalars }
}
