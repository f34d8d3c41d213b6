/// Texts in Pajek's files, which know no way to write a quotation mark in a label but as a number: `&#34;`.
enum PajekText {
  /// A text with its characters for their numbers.
  static func decoded(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "&")) ? GMLText.decoded(text) : text
  }

  /// A text between quotation marks, on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\"", "\\": result += "&#\(scalar.value);"
      case "&" where GMLText.isReference(scalars[index...]): result += "&#38;"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
        result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A word in the legend of a partition, between commas.
  static func legendWord(_ word: String) -> String {
    var result = ""
    for scalar in quoted(word).dropFirst().dropLast().unicodeScalars {
      if [",", "(", ")"].contains(scalar) {
        result += "&#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The name and the words of `category (1 actor, 2 agreement)`; nil where a title has no legend.
  static func legend(_ title: String) -> (name: String, words: [Int: String])? {
    guard let match = title.wholeMatch(of: /([^()]*\S)\s*\(([^()]*)\)/) else { return nil }
    var words: [Int: String] = [:]
    for part in match.2.split(separator: ",") {
      let part = part.drop { $0 == " " }
      guard let blank = part.firstIndex(of: " "), let number = Int(part[..<blank]) else { return nil }
      words[number] = decoded(String(part[part.index(after: blank)...]))
    }
    return words.isEmpty ? nil : (String(match.1), words)
  }
}
