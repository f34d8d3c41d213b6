import Diplomacy

/// An id as the part of a relative address behind `#`: letters, digits and `-._~` as they are, other bytes as `%20`.
///
/// Different ids are different addresses, byte for byte.
func fragment(_ id: String) -> String {
  var text = ""
  for byte in id.utf8 {
    let scalar = Unicode.Scalar(byte)
    let isPlain =
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      || "-._~".unicodeScalars.contains(scalar)
    if isPlain {
      text.unicodeScalars.append(scalar)
    } else {
      let hex = String(byte, radix: 16, uppercase: true)
      text += "%" + (hex.count == 1 ? "0" : "") + hex
    }
  }
  return text
}

/// The id of which a text is the ``fragment(_:)``; nil where it is that of none.
func unescapedFragment(_ text: Substring) -> String? {
  var bytes: [UInt8] = []
  var rest = text.utf8
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let value = UInt8(String(Substring(rest.prefix(2))), radix: 16), rest.count >= 2 else { return nil }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}

/// The id of an item of Wikidata, `Q15180`; nil for what is none.
func wikidataItem(_ entity: Entity) -> String? {
  entity.identifiers.lazy.filter { $0.register.lowercased() == "wikidata" }.compactMap {
    wikidataItem($0.value)
  }
  .first
}

/// The id of an item of Wikidata in a text that is one, or the address of one; nil for any other.
func wikidataItem(_ text: String) -> String? {
  let trimmed = text.trimmingPrefix(/https?:\/\/(www\.)?wikidata\.org\/(wiki|entity)\//)
  return trimmed.wholeMatch(of: /Q[1-9][0-9]{0,11}/) == nil ? nil : String(trimmed)
}

/// Whether a text is an address on the web.
func isWebAddress(_ text: String) -> Bool {
  text.prefixMatch(of: /https?:\/\/[^\/\s]+/.ignoresCase()) != nil && TEIWord.isAddress(text)
}
