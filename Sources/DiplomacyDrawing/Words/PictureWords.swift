import Diplomacy

/// The words of pictures in one of the languages that have them.
public struct PictureWords: Hashable, Sendable {
  /// The languages that have words, in the order of their columns.
  public static let languages = ["en", "fr", "de", "ru", "ja"]

  /// The language of the words: that asked for, or English.
  public let language: String
  private let column: Int

  /// The words of a language, by the first part of its tag; where it has none, those of English.
  public init(_ language: String) {
    let tag = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    column = Self.languages.firstIndex { $0 == tag } ?? 0
    self.language = Self.languages[column]
  }

  /// Whether there are words in a language.
  public static func exist(in language: String) -> Bool {
    let tag = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return languages.contains { $0 == tag }
  }

  /// What is said of a language without words; nil where there are words.
  static func warning(for language: String) -> String? {
    exist(in: language)
      ? nil
      : "there are no words for legends, captions and dates in '\(language)', so they are in English; names are in it where the "
        + "graph has them. Languages with words: \(languages.joined(separator: ", "))."
  }

  /// A word, by its key.
  subscript(key: Key) -> String { Self.word(key.rawValue, column) ?? key.rawValue }

  /// The name of a role: its word, or for a role without one its id with spaces.
  subscript(role: Role) -> String { open("role.\(role.name)", role.name) }

  /// The name of an act.
  subscript(act: Act.Kind) -> String { open("act.\(act.name)", act.name) }

  /// The name of a kind of entity.
  subscript(kind: EntityKind) -> String { open("kind.\(kind.name)", kind.name) }

  /// A word of an open vocabulary, or where it has none its id with spaces.
  func open(_ key: String, _ name: String) -> String {
    Self.word(key, column) ?? name.replacing("-", with: " ")
  }

  /// A word and what it names, as the language sets them: `Sources: …`, `Sources : …`.
  func labelled(_ key: Key, _ text: String) -> String {
    switch language {
    case "fr": "\(self[key])\u{A0}: \(text)"
    case "ja": "\(self[key])：\(text)"
    default: "\(self[key]): \(text)"
    }
  }

  /// Clauses as a sentence: a capital at the beginning, semicolons between them, a full stop at the end.
  func sentence(_ clauses: [String]) -> String {
    language == "ja"
      ? clauses.joined(separator: "、") + "。" : clauses.joined(separator: "; ").capitalizedFirst + "."
  }

  /// A list with commas.
  func list(_ items: [String]) -> String { items.joined(separator: language == "ja" ? "、" : ", ") }

  /// What is said where only the most central are drawn.
  func omitted(_ omitted: (actors: Int, agreements: Int)) -> String {
    let counts = list([
      "\(self[.actors]) \(omitted.actors)", "\(self[.agreements]) \(omitted.agreements)",
    ])
    return labelled(.mostCentral, counts + (language == "ja" ? "。" : "."))
  }

  private static func word(_ key: String, _ column: Int) -> String? { table[key]?[column] }

  /// The words of all languages by their keys.
  static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for text in allPictureWords {
      for line in text.split(separator: "\n") {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingSpaces
        }
        table[cells[0]] = Array(cells.dropFirst())
      }
    }
    return table
  }()
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
