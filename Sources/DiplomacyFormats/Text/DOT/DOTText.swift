/// A text as a quoted DOT string: quotes escaped, backslashes kept from being escapes, line feeds as `\n`, what cannot be seen
/// or drawn written out.
package func dotQuoted(_ text: String) -> String {
  quotedForDOT(drawn(text))
}

private func quotedForDOT(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// An id as a quoted DOT string: what looks like a character reference, such as `&nbsp;`, stays as it is written in an SVG,
/// where Graphviz would pass it through.
package func dotID(_ id: String) -> String {
  let text = drawnID(id)
  guard text.utf8.contains(UInt8(ascii: "&")) else { return quotedForDOT(text) }
  let scalars = Array(text.unicodeScalars)
  var shown = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    shown.append(scalar)
    guard scalar == "&" else { continue }
    let name = scalars[(index + 1)...].prefix {
      $0.isASCII && ($0 == "#" || $0.properties.isAlphabetic || ("0"..."9").contains($0))
    }
    if !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == ";" {
      shown.append(contentsOf: "amp;".unicodeScalars)
    }
  }
  return quotedForDOT(String(shown))
}

/// A text as a quoted DOT string that is shown as it stands: `&lt;` is not taken for a character reference.
package func dotLabel(_ text: String) -> String {
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
package func dotMarkup(_ text: String) -> String {
  var escaped = ""
  for scalar in onOneLine(drawn(text)).unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    // Graphviz looks for its escapes, such as \G for the name of the graph, here too.
    case "\\": escaped += "\\\\"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
