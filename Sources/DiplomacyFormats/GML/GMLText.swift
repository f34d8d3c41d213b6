/// Texts and names of attributes as GML has them: texts in ASCII with references as of HTML, names of letters, digits and `_`.
enum GMLText {
  // MARK: Texts

  /// The characters of Latin-1 from 160 on.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
    middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
    Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
    THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
    ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """.split(whereSeparator: \.isWhitespace)
  private static let named: [String: UInt32] = {
    var named: [String: UInt32] = [
      "quot": 0x22, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "apos": 0x27, "OElig": 0x152, "oelig": 0x153,
      "Scaron": 0x160,
      "scaron": 0x161, "Yuml": 0x178, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
      "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "hellip": 0x2026, "euro": 0x20AC,
    ]
    for (index, name) in latin.enumerated() { named[String(name)] = 160 + UInt32(index) }
    return named
  }()

  /// A text with its characters for their references; what is none stays.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: "&") {
      result.append(contentsOf: rest[..<start])
      rest = rest[start...]
      if let (scalar, length) = reference(rest) {
        result.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        result.append("&")
        rest = rest.dropFirst()
      }
    }
    result.append(contentsOf: rest)
    return String(result)
  }

  /// The text between two quotation marks.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let mark = UInt8(ascii: "\"")
    guard bytes[range].contains(mark) else { return decoded(String(decoding: bytes[range], as: UTF8.self)) }
    // A quotation mark inside has a backslash before it.
    var text: [UInt8] = []
    for place in range
    where bytes[place] != UInt8(ascii: "\\") || place + 1 >= range.upperBound || bytes[place + 1] != mark {
      text.append(bytes[place])
    }
    return decoded(String(decoding: text, as: UTF8.self))
  }

  /// Whether a reference begins a row of characters.
  static func isReference(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool { reference(scalars) != nil }

  /// The character for which a reference stands that begins a row of characters, and how many it has.
  private static func reference(
    _ scalars: some BidirectionalCollection<Unicode.Scalar>
  ) -> (Unicode.Scalar, length: Int)? {
    var body = ""
    for scalar in scalars.dropFirst().prefix(11) {
      guard scalar == ";" else {
        guard scalar.isASCII, scalar == "#" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        else {
          return nil
        }
        body.unicodeScalars.append(scalar)
        continue
      }
      let digits = body.dropFirst()
      let value =
        !body.hasPrefix("#")
        ? named[body]
        : digits.hasPrefix("x") || digits.hasPrefix("X")
          ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { ($0, body.unicodeScalars.count + 2) }
    }
    return nil
  }

  /// A text as it stands between quotation marks.
  /// - Parameter isASCII: Whether letters beyond ASCII are written as references, as GML's definition wants.
  static func encoded(_ text: String, isASCII: Bool) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x26 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case " "..."~": result.unicodeScalars.append(scalar)
      case _
      where isASCII || scalar.value < 0xA0 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFEFF:
        result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: Names

  /// The name of an attribute as a key. What GML has no sign for is written as its number, `_x0020_`; before a name that does
  /// not begin with a letter stands a `k`.
  /// - Parameter reserved: Keys that mean something else there.
  static func key(_ name: String, besides reserved: Set<String> = []) -> String {
    let scalars = Array(name.unicodeScalars)
    func isPlain(_ index: Int) -> Bool {
      switch scalars[index] {
      case "a"..."z", "A"..."Z", "0"..."9": true
      // An underscore that would begin a number.
      case "_": !(index + 1 < scalars.count && scalars[index + 1] == "x")
      default: false
      }
    }
    func number(_ scalar: Unicode.Scalar) -> String {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
    }
    guard let first = scalars.first else { return "k_x_" }
    let isLetter = first.isASCII && first.properties.isAlphabetic
    let isAmbiguous = first == "k" && scalars.count > 1 && !isPlain(1)
    var key = isLetter && !isAmbiguous && !reserved.contains(name) ? String(first) : "k" + number(first)
    for index in scalars.indices.dropFirst() {
      if isPlain(index) { key.unicodeScalars.append(scalars[index]) } else { key += number(scalars[index]) }
    }
    return key
  }

  /// The name of an attribute from its key.
  static func name(_ key: String) -> String {
    guard key.contains("_x") else { return key }
    if key == "k_x_" { return "" }
    var rest = key[...]
    if key.prefixMatch(of: /k_x[0-9A-F]{4,6}_/) != nil { rest = rest.dropFirst() }
    var name = ""
    while let match = rest.firstMatch(of: /_x([0-9A-F]{4,6})_/) {
      name += rest[..<match.range.lowerBound]
      if let scalar = UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init) {
        name.unicodeScalars.append(scalar)
      } else {
        name += match.0
      }
      rest = rest[match.range.upperBound...]
    }
    return name + rest
  }
}
