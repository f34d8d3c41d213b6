/// A text on one line in which nothing is markup to Markdown (CommonMark and GitHub's), and nothing steers a terminal.
///
/// Backslashes stand before what would be emphasis, code, a link, an address, HTML, a character reference or a cell's end, and
/// at the start before what would begin a heading, a quotation, a list or a rule; spaces at the ends, which could be code or a
/// line break, are left out.
package func markdownText(_ text: String) -> String {
  let scalars = Array(onOneLine(text).unicodeScalars.trimmingSpaces())
  var escaped = String.UnicodeScalarView()
  for index in scalars.indices {
    if isMarkup(scalars, at: index) || index == 0 && beginsBlock(scalars) { escaped.append("\\") }
    if let end = listNumberEnd(scalars), index == end { escaped.append("\\") }
    escaped.append(scalars[index])
  }
  return String(escaped)
}

/// Whether a scalar could be markup wherever it stands in a line.
private func isMarkup(_ text: [Unicode.Scalar], at index: Int) -> Bool {
  let rest = text[(index + 1)...]
  switch text[index] {
  case "\\", "`", "*", "_", "[", "]", "|", "<", ">": return true
  case "~":
    // Struck out is what begins right behind it; the ~ of a date has nothing behind it.
    guard let next = rest.first else { return false }
    return next == "~" || !(next.properties.isWhitespace || isPunctuation(next))
  case "&": return rest.prefix(33).drop { isLetterOrDigit($0) || $0 == "#" }.first == ";"
  case ":":
    return rest.starts(with: "//".unicodeScalars)
      || rest.first.map(isLetterOrDigit) ?? false && isMailScheme(text[..<index])
  case ".":
    return text[..<index].suffix(3).elementsEqual("www".unicodeScalars) { lowercased($0) == $1 }
  case "@": return rest.first.map(isLetterOrDigit) ?? false
  default: return false
  }
}

private func isMailScheme(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  ["mailto", "xmpp"].contains { scheme in
    text.suffix(scheme.count).elementsEqual(scheme.unicodeScalars) { lowercased($0) == $1 }
  }
}

/// Whether the first scalar could begin a heading, a list, a rule or an underline.
private func beginsBlock(_ text: [Unicode.Scalar]) -> Bool {
  switch text[0] {
  case "#", "=": return true
  case "-", "+": return text.count == 1 || text[1] == " " || text[1] == "-"
  default: return false
  }
}

/// Where the point or the bracket stands that makes a number at the start one of a list: `1.`, `12)`.
private func listNumberEnd(_ text: [Unicode.Scalar]) -> Int? {
  guard let end = text.prefix(10).firstIndex(where: { !("0"..."9").contains($0) }), end > 0,
    text[end] == "." || text[end] == ")", end + 1 == text.count || text[end + 1] == " "
  else { return nil }
  return end
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
}

private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && !isLetterOrDigit(scalar)
}

private func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
}

extension String.UnicodeScalarView {
  fileprivate func trimmingSpaces() -> Substring.UnicodeScalarView {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
