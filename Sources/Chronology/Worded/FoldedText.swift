/// Texts as ``WordTable`` has them: in small letters, without accents, with plain digits.
enum FoldedText {
  /// A scalar in small letters without accents; empty for a mark that belongs to the letter before it.
  static func folded(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return scalar.properties.lowercaseMapping }
    if (0x300...0x36F).contains(scalar.value) { return "" }
    let small = scalar.properties.lowercaseMapping
    guard let only = small.unicodeScalars.first, small.unicodeScalars.count == 1 else { return small }
    return letters[only] ?? small
  }

  private static let letters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    for (plain, accented) in [
      ("a", "àáâãäåāăą"), ("c", "çćčĉ"), ("d", "ďđð"), ("e", "èéêëēėęě"), ("g", "ğĝ"), ("h", "ĥḥḫħ"),
      ("i", "ìíîïīįı"), ("l", "łľ"),
      ("n", "ñńňṉ"), ("o", "òóôõöøōő"), ("r", "řŕ"), ("s", "śšşșṣ"), ("t", "ťțţṭ"), ("u", "ùúûüūůűų"),
      ("y", "ýÿ"),
      ("z", "źżžẓ"), ("d", "ḍ"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("е", "ё"), ("й", "й"), ("a", "ª"),
      ("o", "º°"),
    ] {
      for scalar in accented.unicodeScalars { letters[scalar] = plain }
    }
    for sign in "ʿʾʻʼ’‘`´".unicodeScalars { letters[sign] = "'" }
    return letters
  }()
}
