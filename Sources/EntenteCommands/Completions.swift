import ArgumentParser
import EntenteKit
import Foundation

/// What a shell offers where a word of an option is typed.
extension CompletionKind {
  /// The languages in which dates can be described.
  static var languages: CompletionKind { .list(["en", "fr", "de", "ru", "ja"]) }

  /// Words of a set, several with commas.
  static func words<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> CompletionKind {
    let words = Word.allCases.map(\.rawValue)
    return .custom { _, _, typed in completed(typed, with: words) }
  }

  /// What the graph file holds that stands in the command before.
  static func ids(_ ids: @escaping @Sendable (DiplomaticGraph) -> [String]) -> CompletionKind {
    .custom { words, _, _ in graph(in: words).map(ids) ?? [] }
  }

  /// What the graph file holds that stands in the command before, several with commas.
  static func idList(_ ids: @escaping @Sendable (DiplomaticGraph) -> [String]) -> CompletionKind {
    .custom { words, _, typed in completed(typed, with: graph(in: words).map(ids) ?? []) }
  }

  /// The actors of the graph file.
  static var actors: CompletionKind { ids { $0.ids(.actor) } }
}

extension DiplomaticGraph {
  /// The ids of the entities of a category.
  func ids(_ category: Diplomacy.Category) -> [String] { entities(category).map(\.id.rawValue) }

  /// The ids of all entities.
  var entityIDs: [String] { entities.map(\.id.rawValue) }
}

/// What is typed of a list with commas, its last word in each way that it can be completed; no word twice.
func completed(_ typed: String, with words: [String]) -> [String] {
  let before = typed.split(separator: ",", omittingEmptySubsequences: false).dropLast().map(String.init)
  return words.filter { !before.contains($0) }.map { (before + [$0]).joined(separator: ",") }
}

/// The first graph file among the words of a command; of a large one nothing is offered, so that nobody waits for it.
private func graph(in words: [String]) -> DiplomaticGraph? {
  for word in words where Format.allRead.named(like: word, isRead: true) != nil {
    let path = NSString(string: word).expandingTildeInPath
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 4_000_000
    else {
      continue
    }
    return try? GraphReading.read(contentsOf: path, among: Format.recognised)
  }
  return nil
}
