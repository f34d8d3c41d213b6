import Diplomacy
import Foundation

/// The ids of a graph as a graph file can have them: words, each of one thing alone.
///
/// What is a word already keeps it. Other ids, such as the numbers of other programs, become words.
struct WrittenNames {
  private var entities: [EntityID: String] = [:]
  private var sources: [SourceID: String] = [:]
  private var readings: [ReadingID: String] = [:]
  private var obligations: [StatementID: String] = [:]
  private var statements: [StatementID: String] = [:]
  /// The ids that the file gives outright, but for those of statements.
  private(set) var declared: Set<String> = []

  /// How many ids are written as other words.
  var changed: Int {
    entities.count + sources.count + readings.count + obligations.count + statements.count
  }

  init(_ graph: DiplomaticGraph) {
    let obligations = graph.entities.flatMap { $0.life?.obligations ?? [] }.map(\.id)
    // Words go first, so that no other id takes theirs.
    for isSecond in [false, true] {
      take(graph.sources.map { ($0.id, $0.id.rawValue) }, "source", isSecond, \.sources)
      take(graph.readings.map { ($0.id, $0.id.rawValue) }, "reading", isSecond, \.readings)
      take(graph.entities.map { ($0.id, $0.id.rawValue) }, "n", isSecond, \.entities)
      take(obligations.map { ($0, $0.rawValue) }, "obligation", isSecond, \.obligations)
    }
    var taken = declared
    var others: [StatementID] = []
    for id in graph.statements.map(\.id) {
      guard Self.isWord(id.rawValue), taken.insert(id.rawValue).inserted else {
        others.append(id)
        continue
      }
    }
    var names = StatementNames()
    for id in others { statements[id] = names.unique(Self.word(of: id.rawValue, "s")) { taken.contains($0) } }
  }

  private mutating func take<ID: Hashable>(
    _ ids: [(id: ID, text: String)], _ prefix: String, _ isSecond: Bool,
    _ changed: WritableKeyPath<WrittenNames, [ID: String]>
  ) {
    var names = StatementNames()
    for (id, text) in ids {
      if !isSecond {
        if !Self.isWord(text) || !declared.insert(text).inserted { self[keyPath: changed][id] = "" }
      } else if self[keyPath: changed][id] == "" {
        let taken = declared
        let name = names.unique(Self.word(of: text, prefix)) { taken.contains($0) }
        declared.insert(name)
        self[keyPath: changed][id] = name
      }
    }
  }

  /// The word of an entity, as it is written.
  subscript(id: EntityID) -> String { entities.isEmpty ? id.rawValue : entities[id] ?? id.rawValue }
  /// The word of a source.
  subscript(id: SourceID) -> String { sources.isEmpty ? id.rawValue : sources[id] ?? id.rawValue }
  /// The word of a reading.
  subscript(id: ReadingID) -> String { readings.isEmpty ? id.rawValue : readings[id] ?? id.rawValue }
  /// The word of an obligation.
  func obligation(_ id: StatementID) -> String { obligations[id] ?? id.rawValue }
  /// The word of a statement.
  func statement(_ id: StatementID) -> String { statements[id] ?? id.rawValue }

  /// Whether a text can be a word of a graph file.
  static func isWord(_ text: String) -> Bool {
    Findings.isWord(text) && text.utf8.count <= InputLimits.wordLetters
  }

  /// A text as a word: letters go without their accents, and what no word can have becomes `-`.
  static func word(of text: String, _ prefix: String) -> String {
    if isWord(text) { return text }
    var word = ""
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(100)))
    for scalar in start.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      let isFit = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isFit || scalar == "_" || scalar == "." {
        word.unicodeScalars.append(scalar)
      } else if word.last != "-", !word.isEmpty {
        word += "-"
      }
    }
    while word.last == "-" { word.removeLast() }
    if word.isEmpty { return prefix }
    return isWord(word) ? word : prefix + word
  }
}
