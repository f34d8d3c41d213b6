/// The words of a vocabulary among the names of a document: each is looked up once, and then known by its number.
struct XMLWords<Word: RawRepresentable<String>> {
  private var known: [Word??] = []

  /// What a name means; nil for one that is not of the vocabulary.
  mutating func callAsFunction(_ number: Int, in stream: XMLStream) -> Word? {
    while known.count <= number { known.append(nil) }
    if let word = known[number] { return word }
    let word = Word(rawValue: stream.name(number))
    known[number] = .some(word)
    return word
  }
}

extension XMLStream.Start {
  /// The value of the attribute that has a name, as a text; nil where there is none.
  func text(_ wanted: String, in stream: XMLStream) -> String? {
    for index in 0..<count {
      guard let (name, _) = fullName(at: index), stream.name(name) == wanted else { continue }
      return unsafe String(decoding: value(at: index), as: UTF8.self)
    }
    return nil
  }

  /// Whether the attribute of a name says `true` or `1`.
  func isTrue(_ wanted: String, in stream: XMLStream) -> Bool {
    guard let text = text(wanted, in: stream) else { return false }
    return text == "1" || text == "true"
  }
}
