/// A text as a quoted DOT string: quotes escaped, backslashes kept from being escapes, line feeds as `\n`.
public func dotQuoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\u{0}"..<"\u{20}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": quoted += " "
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// A text as a quoted DOT string that is shown as it stands: `&lt;` is not taken for a character reference.
public func dotLabel(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return dotQuoted(text) }
  var shown = String.UnicodeScalarView()
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    shown.append(scalar)
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    if scalar == "&", next == "#" || next.isASCII && next.properties.isAlphabetic {
      shown.append(contentsOf: "amp;".unicodeScalars)
    }
  }
  return dotQuoted(String(shown))
}

/// A text inside an HTML-like label: markup escaped.
public func dotMarkup(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "\u{0}"..<"\u{20}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
