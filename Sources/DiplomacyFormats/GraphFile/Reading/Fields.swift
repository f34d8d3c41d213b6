import Chronology
import Diplomacy

/// Collects what is wrong with a graph file while it is read.
struct Findings {
  let file: String
  /// The relative dates found so far.
  var relativeDates: [RelativeDate] = []
  /// What the relative dates were solved to, by their places, when the file is read for the second time.
  var solvedDates: [Diagnostic.Place: HistoricalDate] = [:]
  /// How far to each side a date reaches that is marked as approximate; nil: as far as it is written.
  var circa: Period?
  /// What is being read, as the owner of the dates in it.
  enum Owner {
    case id(String)
    /// The statement at a position, which may get its id later.
    case statement(Int)
  }

  /// What is being read.
  var owner: Owner?
  /// How the dates are reckoned that are being read.
  var reckoning = Reckoning()
  /// The dates that most likely mean two years, and whose they are.
  private(set) var yearPairs: [(pair: YearPair, place: Diagnostic.Place?, owner: Owner?)] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private var unlisted = 0

  /// What is doubtful of the text as YAML, by the beginnings of values.
  var doubts: [Diagnostic.Place: (place: Diagnostic.Place, message: String)] = [:]

  init(file: String) { self.file = file }

  /// The doubts as warnings, in the order of their places.
  var warnings: [Diagnostic] {
    doubts.values.sorted { $0.place < $1.place }.map {
      Diagnostic(file: file, place: $0.place, severity: .warning, message: $0.message)
    }
  }

  /// Whether further mistakes are only counted, so that no words need be found for them.
  var isFull: Bool { diagnostics.count >= InputLimits.graphFileMistakes }

  /// Reports a mistake, once; beyond the first ``InputLimits/graphFileMistakes`` it is counted.
  mutating func error(_ place: Diagnostic.Place?, _ message: String) {
    guard !isFull else {
      unlisted += 1
      return
    }
    // What is wrong with a text that is cut may stand in what was cut off.
    let advice = place.flatMap { doubts[$0] }.map {
      " " + $0.message.prefix(1).uppercased() + $0.message.dropFirst()
    }
    let diagnostic = Diagnostic(file: file, place: place, message: message + (advice ?? ""))
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// In the order of their places; how many more there are comes last.
  var sorted: [Diagnostic] {
    let told = diagnostics.sorted {
      ($0.place ?? Diagnostic.Place(line: 0, column: 0), $0.message)
        < ($1.place ?? Diagnostic.Place(line: 0, column: 0), $1.message)
    }
    guard unlisted > 0 else { return told }
    let rest = unlisted == 1 ? "there is 1 more mistake" : "there are \(unlisted) more mistakes"
    return told + [Diagnostic(file: file, place: nil, message: "\(rest) like these.")]
  }
}

/// The fields of one mapping of a graph file, looked up by key.
struct Fields {
  /// One field.
  struct Field {
    let key: String
    let keyPlace: Diagnostic.Place?
    let value: Node
  }

  /// Where the mapping begins.
  let place: Diagnostic.Place?
  private let fields: [String: Field]

  /// Reads a mapping, and reports keys that it may not have.
  /// - Parameters:
  ///   - what: What the mapping is, with its article: `an agreement`.
  ///   - known: The keys it may have.
  init(
    _ mapping: Node.Mapping, place: Diagnostic.Place?, what: String, known: [String], findings: inout Findings
  ) {
    self.place = place
    var fields: [String: Field] = [:]
    for (keyNode, value) in mapping {
      guard case .scalar(let scalar) = keyNode else {
        findings.error(keyNode.place, "found \(keyNode.found) as a key of \(what); expected a word.")
        continue
      }
      let key = scalar.string
      guard known.contains(key) else {
        let advice = findings.isFull ? "" : Self.advice(key, known)
        findings.error(keyNode.place, "'\(Node.shortened(key))' is not a key of \(what).\(advice)")
        continue
      }
      fields[key] = Field(key: key, keyPlace: keyNode.place, value: value)
    }
    self.fields = fields
  }

  private static func advice(_ key: String, _ known: [String]) -> String {
    let odd = YAMLSlips.advice(on: key)
    if !odd.isEmpty { return odd }
    let near = didYouMean(key, among: known)
    if !near.isEmpty { return near }
    // In flow style, a comma ends a text that has no quotes.
    if key.contains(" ") { return " If it belongs to the text before it, put that text in quotes." }
    return " Expected one of: \(known.joined(separator: ", "))."
  }

  /// The field with a key.
  subscript(key: String) -> Field? { fields[key] }
}

/// The texts, words and dates of a graph file: each reader reports what does not fit and returns nil.
extension Findings {
  /// A text that says something.
  mutating func text(_ node: Node, _ what: String) -> String? {
    guard case .scalar(let scalar) = node, !node.isNothing else {
      error(node.place, "found \(node.found); expected \(what).")
      return nil
    }
    let text = scalar.string.trimmingWhitespace()
    guard !text.isEmpty else {
      error(node.place, "found an empty text; expected \(what).")
      return nil
    }
    return text
  }

  /// A text in the graph's language, or a mapping of language tags to texts.
  mutating func localized(_ node: Node, _ what: String, language: String) -> LocalizedText? {
    guard case .mapping(let mapping) = node else {
      return text(node, "\(what), or a mapping of language tags to texts").map {
        LocalizedText($0, language: language)
      }
    }
    var wordings: [LocalizedText.Wording] = []
    for (key, value) in mapping {
      guard let tag = key.string, Self.isLanguageTag(tag) else {
        error(key.place, "found \(key.found); expected a language tag such as 'en', 'ru' or 'ja-Latn'.")
        continue
      }
      if let text = text(value, "\(what) in the language '\(tag)'") {
        wordings.append(LocalizedText.Wording(language: tag, text: text))
      }
    }
    if mapping.isEmpty { error(node.place, "found an empty mapping; expected \(what).") }
    return wordings.isEmpty ? nil : LocalizedText(wordings)
  }

  /// Whether a word has the form of a BCP 47 language tag.
  static func isLanguageTag(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  /// A word that can be an id: a letter, then letters, digits, `-`, `_` and `.`.
  mutating func word(_ node: Node, _ what: String) -> String? {
    guard let text = text(node, what) else { return nil }
    guard Self.isWord(text) else {
      error(
        node.place,
        "found \(node.found); expected \(what): a letter, then letters, digits, '-', '_' or '.' (ASCII).\(YAMLSlips.listAdvice(on: text) ?? YAMLSlips.advice(on: text))"
      )
      return nil
    }
    guard text.utf8.count <= InputLimits.wordLetters else {
      error(
        node.place,
        "found a word of \(InputLimits.grouped(text.utf8.count)) letters; expected \(what), of \(InputLimits.wordLetters) letters at most."
      )
      return nil
    }
    return text
  }

  static func isWord(_ text: String) -> Bool {
    let bytes = text.utf8
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || (48...57).contains($0) || [45, 46, 95].contains($0) }
  }

  /// One word of a closed vocabulary.
  mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: Node, _ what: String) -> Value?
  where Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    guard let text = text(node, what) else { return nil }
    guard let value = Value(rawValue: text) else {
      error(
        node.place,
        "found \(node.found); expected \(what): \(words.joined(separator: ", ")).\(didYouMean(text, among: words))"
      )
      return nil
    }
    return value
  }

  /// A number from 1 on.
  mutating func count(_ node: Node, _ what: String) -> Int? {
    if let number = node.string.flatMap({ Int($0) }), number > 0 { return number }
    error(node.place, "found \(node.found); expected \(what), as a number from 1 on.")
    return nil
  }

  /// `true` or `false`.
  mutating func flag(_ node: Node, _ what: String) -> Bool? {
    guard case .scalar(let scalar) = node, scalar.isPlain, ["true", "false"].contains(scalar.string)
    else {
      let isYes = node.string.flatMap { word in
        ["yes", "on", "y", "no", "off", "n", "true", "false"].firstIndex(of: word.lowercased())
      }
      let advice = isYes.map {
        " Write \($0 < 3 || $0 == 6 ? "true" : "false")\($0 > 5 ? ", in small letters and without quotes" : "")."
      }
      error(node.place, "found \(node.found); expected true or false for \(what).\(advice ?? "")")
      return nil
    }
    return scalar.string == "true"
  }

  /// A date in EDTF; a YAML list of dates is a one-of set, whose brackets YAML took for its own.
  mutating func date(_ node: Node, _ what: String, offset: UTCOffset?) -> HistoricalDate? {
    let text: String
    switch node {
    case .sequence(let sequence):
      let members = sequence.compactMap(\.string)
      guard members.count == sequence.count, !members.isEmpty else {
        error(node.place, "found a list that holds more than dates; expected \(what).")
        return nil
      }
      text = "[\(members.joined(separator: ","))]"
    case .mapping(let mapping):
      if node.isFullDate { return fullDate(mapping, at: node, offset: offset) }
      if Findings.isStyled(mapping) { return styledDate(mapping, at: node.place, what, offset: offset) }
      return relativeDate(mapping, at: node, offset: offset)
    default:
      guard let scalar = self.text(node, what) else { return nil }
      text = scalar
    }
    do throws(DateTextError) {
      if let doubt = reckoning.doubt, !HistoricalDate.statesStyle(text) {
        error(
          node.place, "found '\(Node.shortened(text))', but \(doubt); expected 'O.S.' or 'N.S.' after it.")
        return nil
      }
      let date = try HistoricalDate(text, style: reckoning.style, defaultOffset: offset)
      for pair in YearPair.all(in: date) { yearPairs.append((pair, node.place, owner)) }
      return circa.map { date.widened(by: $0) } ?? date
    } catch {
      self.error(
        node.place, "\(error)\(error.description.hasSuffix(".") ? "" : ".")\(YAMLSlips.quoteAdvice(on: text))"
      )
      return nil
    }
  }

  /// An interval; a single date, which could mean its start or all of it, is reported.
  mutating func interval(_ node: Node, _ what: String, offset: UTCOffset?) -> HistoricalDate? {
    if case .mapping(let mapping) = node, !node.isFullDate, !Findings.isStyled(mapping) {
      error(node.place, "found \(node.found); expected \(what).")
      return nil
    }
    guard let date = date(node, what, offset: offset) else { return nil }
    let written = node.mapping.flatMap { $0["os"] ?? $0["ns"] } ?? node
    return isInterval(date, written, what) ? date : nil
  }

  /// Whether a date is an interval; else it is reported.
  mutating func isInterval(_ date: HistoricalDate, _ node: Node, _ what: String) -> Bool {
    guard date.shape == .interval else {
      error(
        node.place,
        "found '\(date.text)', a single date; expected \(what). '\(date.text)/..' has no end, '\(date.text)/' an unknown one."
      )
      return false
    }
    return true
  }

  /// An ISO 8601 duration.
  mutating func period(_ node: Node, _ what: String) -> Period? {
    guard let text = text(node, "\(what), such as P5Y") else { return nil }
    do throws(DateTextError) {
      return try Period(text)
    } catch {
      self.error(node.place, "\(error)\(error.description.hasSuffix(".") ? "" : ".")")
      return nil
    }
  }

  /// A mapping, else nil with a report.
  mutating func mapping(_ node: Node, _ what: String) -> Node.Mapping? {
    guard case .mapping(let mapping) = node else {
      error(node.place, "found \(node.found); expected \(what).")
      return nil
    }
    return mapping
  }
}

/// A list, or the one node that stands for a list of one.
func members(of node: Node) -> [Node] {
  if case .sequence(let sequence) = node { return Array(sequence) }
  return [node]
}

extension String {
  func trimmingWhitespace() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }) else { return "" }
    let last = lastIndex { !$0.isWhitespace } ?? first
    return String(self[first...last])
  }
}
