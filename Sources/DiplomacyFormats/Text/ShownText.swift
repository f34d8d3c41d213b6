/// A text as it may be shown to people: what steers terminals, breaks lines, turns the direction of writing or cannot be
/// seen is written out, as `\u{1B}`.
///
/// Written out are control characters (C0, DEL, C1), line and paragraph separators, the marks, embeddings, overrides and
/// isolates of bidirectional text, and what else is invisible (such as U+200B, U+FEFF), but for the joiners U+200C and U+200D,
/// which letters of Persian, of Indian scripts and emoji need. A text that holds `\u{1B}` in letters looks the same; the
/// exact value is in CSV and JSON.
public func shown(_ text: String) -> String {
  written(text, steers)
}

/// A text on one line as it may be shown to people: line ends and tabs as spaces, the rest as ``shown(_:)`` has it.
package func onOneLine(_ text: String) -> String {
  guard text.utf8.contains(where: { !(0x20..<0x7F).contains($0) }) else { return text }
  return shown(withoutBreaks(text))
}

/// A text for a picture: line feeds stay, other line ends and tabs are spaces, and the rest is as ``drawnID(_:)`` has it.
package func drawn(_ text: String) -> String {
  guard text.utf8.contains(where: { !(0x20..<0x7F).contains($0) }) else { return text }
  return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    .map { drawnID(withoutBreaks(String($0))) }.joined(separator: "\n")
}

/// A text for a picture, every scalar of which counts: as ``shown(_:)`` has it, and what Unicode calls no character (such as
/// U+10FFFF) is written out too, since cairo leaves letters out of a PDF that has one.
func drawnID(_ text: String) -> String {
  written(text) { steers($0) || $0.properties.isNoncharacterCodePoint }
}

/// A text with spaces for line ends and tabs.
private func withoutBreaks(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  var isAfterReturn = false
  for scalar in text.unicodeScalars {
    defer { isAfterReturn = scalar == "\r" }
    switch scalar.value {
    case 0x0A where isAfterReturn: break
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: line.append(" ")
    default: line.append(scalar)
    }
  }
  return String(line)
}

/// A text with some of its scalars written out.
private func written(_ text: String, _ isWrittenOut: (Unicode.Scalar) -> Bool) -> String {
  guard text.utf8.contains(where: { !(0x20..<0x7F).contains($0) }),
    text.unicodeScalars.contains(where: isWrittenOut)
  else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isWrittenOut(scalar) {
      shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
    } else {
      shown.append(scalar)
    }
  }
  return String(shown)
}

private func steers(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0x200C, 0x200D: return false
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: return true
  case .format: return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
  default: return false
  }
}
