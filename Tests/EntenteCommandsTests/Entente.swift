import Foundation
import TestSupport
import Testing

/// A folder in which the command is run; it goes when the test is over.
final class Workplace {
  let folder: URL

  /// A folder with files of these names and texts.
  init(_ files: [String: String] = [:]) throws {
    folder = try temporaryFolder()
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The whole path of a file here.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Every file and folder inside, sorted.
  var contents: [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  /// Runs `entente` here.
  func entente(_ arguments: String...) throws -> Outcome {
    try run(builtProgram("entente"), arguments, in: folder)
  }
}

/// A file of `Graphs/`.
func graphFile(_ name: String) -> String { projectFolder.appending(path: "Graphs/\(name).yaml").path }

/// Two pacts, five actors, two readings.
///
/// The first pact has no end; when the second one began in May 1925 and when it ended depends on the reading.
let twoPacts = """
  entente: 1
  title: Two pacts
  sources: { book: A book }
  readings:
    strict: { title: By the text, default: true }
    loose: By the letter
  actors:
    alpha: Alpha
    beta: { name: { en: Beta, ja: 大日本帝国 } }
    gamma: { name: "Gamma, the \\"third\\"", exists: 1920-01-01/1930-12-31 }
    delta: Delta
    envoy: { kind: person, name: Envoy, represents: { actor: alpha, when: 1921/1925 } }
  territories:
    land: Land
  agreements:
    first: { name: First pact, signed: 1921-03-03, parties: [{ actor: alpha, source: book p. 1 }, beta], guarantees: land }
    second:
      name: Second pact
      parties: [beta, gamma]
      in-force:
        - { when: 1925-05/1930-12-31, reading: strict }
        - { when: 1925-05/1928-12-31, reading: loose }
  events:
    talks: { kind: meeting, name: Talks, when: 1924-07-01, participants: [alpha, beta] }

  """

/// A graph file with five mistakes, in the lines 3, 5, 6 and 8 (two).
let fiveMistakes = """
  entente: 1
  title: Mistakes
  colour: red
  actors:
    alpha: { name: Alpha, kid: state }
    beta: { name: Beta, exists: 1941-13/.. }
  agreements:
    pact: { name: Pact, parties: [alpha, betta], signed: 1941-02-30 }

  """

/// What JSON says, as an object.
func object(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
}

/// The records of a CSV text by RFC 4180; nil where it breaks the rules or a record has another length.
func csvRecords(_ text: String) -> [[String]]? {
  var records: [[String]] = []
  var record: [String] = []
  var field = ""
  var isQuoted = false
  var characters = Array(text.unicodeScalars)[...]
  while let character = characters.popFirst() {
    switch (character, isQuoted) {
    case ("\"", true) where characters.first == "\"":
      characters.removeFirst()
      field.unicodeScalars.append("\"")
    case ("\"", true): isQuoted = false
    case (_, true): field.unicodeScalars.append(character)
    case ("\"", false):
      guard field.isEmpty else { return nil }
      isQuoted = true
    case (",", false):
      record.append(field)
      field = ""
    case ("\n", false):
      records.append(record + [field])
      (record, field) = ([], "")
    default: field.unicodeScalars.append(character)
    }
  }
  let isWhole = !isQuoted && record.isEmpty && field.isEmpty
  return isWhole && Set(records.map(\.count)).count == 1 ? records : nil
}

/// The rows of a table of text: as many lines as begin at `header`, up to an empty one.
func tableLines(_ text: String, header: String) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  return Array(lines.drop { !$0.hasPrefix(header) }.prefix { !$0.isEmpty })
}

/// What is crooked in a table of text whose cells are ASCII: the first row with a cell across a column's edge.
///
/// - Parameter numbers: The columns that stand to the right.
func crookedRow(_ lines: [String], numbers: Set<String> = []) -> String? {
  guard let header = lines.first else { return "there is no table" }
  for column in header.matches(of: #/\S+/#) {
    let name = String(column.output)
    let start = header.distance(from: header.startIndex, to: column.range.lowerBound)
    let end = header.distance(from: header.startIndex, to: column.range.upperBound)
    for line in lines {
      let row = Array(line)
      if numbers.contains(name) {
        if row.count < end || row[end - 1] == " " || (row.count > end && row[end] != " ") {
          return "\(name): \(line)"
        }
      } else if start >= 2, row.count > start, row[start - 1] != " " || row[start - 2] != " " {
        return "\(name): \(line)"
      }
    }
  }
  return nil
}

/// Whether a refusal is one sentence on standard error, its exit code as documented, and nothing else.
func expectRefusal(
  _ outcome: Outcome, code: Int32, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  let lines = outcome.errors.split(separator: "\n")
  #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.output == "", sourceLocation: sourceLocation)
  #expect(lines.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
  let ends = outcome.errors.hasSuffix(".\n") || outcome.errors.hasSuffix("?\n")
  #expect(outcome.errors.hasPrefix("error: ") && ends, "\(outcome.errors)", sourceLocation: sourceLocation)
  for word in words {
    #expect(outcome.errors.contains(word), "\(outcome.errors)", sourceLocation: sourceLocation)
  }
  #expect(!outcome.errors.contains("Optional("), "\(outcome.errors)", sourceLocation: sourceLocation)
}

/// Whether a command worked and left standard error empty.
func expectSuccess(_ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.errors == "", sourceLocation: sourceLocation)
  #expect(!outcome.output.contains("Optional("), "\(outcome.output)", sourceLocation: sourceLocation)
}
