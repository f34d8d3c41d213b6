/// Texts as Graphviz means them.
enum DOTWords {
  /// A label: escapes such as `\N` for the name of the node are written out, `\n`, `\l` and `\r` are line ends, and references to
  /// characters (`&eacute;`, `&#233;`) the characters.
  static func label(_ text: String, of name: String, in graph: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var shown = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      guard isEscaped else {
        if scalar == "\\" { isEscaped = true } else { shown.unicodeScalars.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "n", "l", "r": shown += "\n"
      case "N", "E": shown += name
      case "G": shown += graph
      case "T", "H", "L": shown += "\\\(scalar)"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    // A line end at the end only says how the last line is set.
    if shown.hasSuffix("\n") { shown.removeLast() }
    return withCharacters(shown)
  }

  /// A text of our own plain files: `\n` is a line end, a doubled backslash one.
  static func own(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      plain.append(isEscaped && scalar == "n" ? "\n" : scalar)
      isEscaped = false
    }
    return String(plain)
  }

  /// The text of a label that is like HTML: without its tags, rows and lines on lines of their own.
  static func text(ofMarkup markup: String) -> String {
    var text = ""
    var tag: String?
    for scalar in markup.unicodeScalars {
      switch (scalar, tag) {
      case ("<", nil): tag = ""
      case (">", let name?):
        let name = name.lowercased().drop { $0 == "/" }.prefix { $0.isLetter }
        if ["br", "tr", "hr"].contains(name), !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        if name == "td", !text.isEmpty, !text.hasSuffix("\n"), !text.hasSuffix(" ") { text += " " }
        tag = nil
      case (_, .some): tag?.unicodeScalars.append(scalar)
      default: text.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    return withCharacters(lines.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// A text with the characters that references name.
  private static func withCharacters(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      guard let end = rest.prefix(12).firstIndex(of: ";"), let character = character(rest[..<end]) else {
        result += "&"
        continue
      }
      result.unicodeScalars.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return characters[String(name)]
  }

  /// The characters that HTML 4 names, of Latin-1 and a few more.
  private static let characters: [String: Unicode.Scalar] = {
    let latin =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro "
      + "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
      + "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
      + "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
      + "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
      + "thorn yuml"
    var all: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
      "ldquo": "“", "rdquo": "”", "hellip": "…", "euro": "€", "oelig": "œ", "OElig": "Œ", "scaron": "š",
      "Scaron": "Š",
      "bull": "•",
    ]
    for (place, name) in latin.split(separator: " ").enumerated() {
      all[String(name)] = Unicode.Scalar(UInt8(160 + place))
    }
    return all
  }()
}
