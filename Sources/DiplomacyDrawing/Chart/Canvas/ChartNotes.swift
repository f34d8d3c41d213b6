import Chronology
import Diplomacy

/// Names, and what captions say of sources and licence.
extension ChartFrame {
  /// The name of an entity on one line, in the language of the picture.
  func name(_ id: EntityID, _ graph: DiplomaticGraph) -> String {
    (graph[id]?.label(in: language) ?? id.rawValue).asLabel
  }

  /// The titles of sources, in the order of the graph; of more than a limit the first ones, and how many others there are.
  func sourceNote(_ cited: Set<SourceID>, _ graph: DiplomaticGraph, limit: Int = 12) -> String? {
    let titles = graph.sources.filter { cited.contains($0.id) }.map { source in
      words.list([source.author, source.title.text(in: language)].compactMap(\.self))
    }
    guard !titles.isEmpty else { return nil }
    let rest = titles.count - limit
    let told = titles.prefix(limit) + (rest > 0 ? [words.labelled(.others, "\(rest)")] : [])
    return words.labelled(.sources, words.joined(Array(told)))
  }

  /// The licence of the data and the program.
  func closingNote(_ graph: DiplomaticGraph) -> String {
    words.sentences(
      [graph.license.map { words.labelled(.license, $0) }, words[.drawnWith]].compactMap(\.self))
  }
}
