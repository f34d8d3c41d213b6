/// Letters of more accents than any writing has; comparing texts takes the square of their number.
enum Accents {
  /// So many may follow one another, as in the Stream-Safe Text Format of Unicode (UAX #15).
  static let most = 30

  /// What to say of a text with more.
  static let message =
    "found a letter with more than \(most) accents, one on the other; expected a letter of some writing."

  /// Whether a text has so many in a row.
  /// - Complexity: O(*n*).
  static func areTooMany(in text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    var row = 0
    for scalar in text.unicodeScalars {
      // The accents begin at U+0300.
      let isAccent =
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      row = isAccent ? row + 1 : 0
      if row > most { return true }
    }
    return false
  }
}
