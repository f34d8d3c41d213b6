/// A text in one or more languages, in the order the author gave them.
public struct LocalizedText: Hashable, Sendable {
  /// One wording of the text.
  public struct Wording: Hashable, Sendable {
    /// A BCP 47 language tag such as `ru`.
    public let language: String
    /// The words.
    public let text: String

    /// A wording in a language.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The wordings; never empty.
  public let wordings: [Wording]

  /// A text in several languages; at least one.
  public init(_ wordings: [Wording]) {
    precondition(!wordings.isEmpty, "A text needs at least one wording.")
    self.wordings = wordings
  }

  /// A text in one language.
  public init(_ text: String, language: String) {
    wordings = [Wording(language: language, text: text)]
  }

  /// The wording in a language, else the first one.
  public func text(in language: String) -> String {
    (wordings.first { $0.language == language } ?? wordings[0]).text
  }
}
