import Foundation

/// The beginning of a file, by which its format is known.
struct FileStart {
  /// So many bytes are looked at.
  static let size = 1 << 16

  /// The first bytes.
  let bytes: [UInt8]
  /// The same as a text; what is none is replaced.
  let text: String
  /// The name of the XML document's outermost element, without a prefix; nil where it is none.
  let xmlRoot: String?
  /// Whether it begins as XML does.
  let isXML: Bool
  /// What it holds, where it is JSON.
  let json: JSONShape?

  init(_ data: Data) {
    let data = data.prefix(Self.size)
    bytes = Array(data)
    let order = EncodedText.byteOrder(of: data)
    let encoding: String.Encoding = order == .little ? .utf16LittleEndian : .utf16BigEndian
    // An odd byte at the end is half a unit.
    let decoded = order.flatMap { _ in String(data: data.prefix(data.count / 2 * 2), encoding: encoding) }
    let text = decoded ?? String(decoding: bytes, as: UTF8.self)
    self.text = text
    isXML = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.first == "<"
    xmlRoot = isXML ? Self.root(of: data) : nil
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    json = first == "{" || first == "[" ? JSONShape(Array(text.utf8)) : nil
  }

  /// The name of the outermost element, if the document begins well.
  private static func root(of data: Data) -> String? {
    guard var xml = try? XMLReader(data) else { return nil }
    while let event = try? xml.next() {
      if case .start(let name, _, _, _) = event { return name }
    }
    // A short document is looked at as a whole: of one that is broken, the first tag tells.
    let text = String(decoding: data, as: UTF8.self)
    return text.firstMatch(of: /<(?:[\w.\-]+:)?(\w[\w.\-]*)[\s>\/]/).map { String($0.output.1) }
  }

  /// The text from the first character on that is neither white space nor in a remark (`#`, `%`, `//`, `/*…*/`).
  var content: Substring {
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if rest.hasPrefix("#") || rest.hasPrefix("%") || rest.hasPrefix("//") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.firstRange(of: "*/") else { return "" }
        rest = rest[end.upperBound...]
      } else {
        return rest
      }
    }
  }

  /// Whether it begins with a pattern, in small or capital letters, but for white space and remarks.
  func begins(with pattern: Regex<some Any>) -> Bool {
    content.prefix(1000).prefixMatch(of: pattern.ignoresCase()) != nil
  }

  /// Whether it begins as an object or a list of JSON does.
  var isJSON: Bool { begins(with: /[\[{]/) }

  /// Whether it is a ZIP archive that names one of some members.
  func isZip(with members: [String]) -> Bool {
    bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) && members.contains { text.contains($0) }
  }
}
