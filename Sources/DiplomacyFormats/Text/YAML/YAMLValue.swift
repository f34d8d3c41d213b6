/// A value of a YAML text that is to be written.
enum YAMLValue {
  /// A text: in quotes where YAML, of whatever version, would take it for something else.
  case text(String)
  /// A date, a number, an id or another word: in quotes only where YAML would not read it as it is.
  case word(String)
  /// `true` or `false`.
  case truth(Bool)
  /// A word with a remark behind it, at the end of its line.
  case remarked(String, remark: String)
  case list([YAMLValue])
  case mapping([Pair])

  /// A key and its value.
  struct Pair {
    let key: String
    let value: YAMLValue
  }

  /// A list of one is the one itself, which graph files read alike.
  static func oneOrSeveral(_ values: [YAMLValue]) -> YAMLValue? {
    values.count > 1 ? .list(values) : values.first
  }

  /// Words, as ``oneOrSeveral(_:)`` has them; nil for none.
  static func words(_ words: [String]) -> YAMLValue? { oneOrSeveral(words.map { .word($0) }) }

  /// The pairs of a mapping; nil for anything else.
  var pairs: [Pair]? { if case .mapping(let pairs) = self { pairs } else { nil } }
}

/// Collects the pairs of a mapping.
struct YAMLPairs {
  private(set) var pairs: [YAMLValue.Pair] = []

  /// Adds a pair, if there is a value.
  mutating func add(_ key: String, _ value: YAMLValue?) {
    if let value { pairs.append(YAMLValue.Pair(key: key, value: value)) }
  }

  mutating func add(_ key: String, text: String?) { add(key, text.map { .text($0) }) }

  mutating func add(_ key: String, word: String?) { add(key, word.map { .word($0) }) }

  /// Adds `key: true`, or nothing.
  mutating func add(_ key: String, flag: Bool) { if flag { add(key, .truth(true)) } }

  /// Adds all pairs of another mapping.
  mutating func add(_ others: [YAMLValue.Pair]) { pairs += others }

  var mapping: YAMLValue { .mapping(pairs) }
}
