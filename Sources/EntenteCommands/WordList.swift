import EntenteKit

/// Words given on the command line with commas, each one of a set, each taken once.
/// - Throws: ``Misuse`` when there is none, or when one is not of the set.
func wordList<Word: CaseIterable & Hashable & RawRepresentable>(
  _ text: String, _ option: String
) throws -> [Word] where Word.RawValue == String {
  let known = Word.allCases.map(\.rawValue)
  var words: [Word] = []
  for part in text.split(separator: ",") {
    let name = part.trimmingSpaces()
    guard let word = Word(rawValue: name) else {
      throw Misuse(
        "\(option): '\(name)' is not one of \(known.joined(separator: ", ")).\(didYouMean(name, among: known))"
      )
    }
    if !words.contains(word) { words.append(word) }
  }
  guard !words.isEmpty else {
    throw Misuse(
      "\(option) is empty; expected one or several of \(known.joined(separator: ", ")), separated by commas.")
  }
  return words
}

extension Substring {
  /// The text without spaces at its ends.
  func trimmingSpaces() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
