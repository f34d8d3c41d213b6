import Chronology
import Diplomacy

/// What captions say of the view, its sources and its licence.
extension ChartFrame {
  /// From where the graph was seen, besides the date: reading, knowledge, senses, what is left out.
  /// - Parameter readings: Whether the reading is said.
  func viewNotes(_ view: GraphView, readings: Bool = true) -> [String] {
    let (graph, options) = (view.graph, view.options)
    var notes: [String] = []
    if readings, !graph.readings.isEmpty {
      let title = options.reading.map { graph[$0]?.title.text(in: language) ?? $0.rawValue }
      notes.append(words.labelled(.reading, title ?? words[.allReadings]))
    }
    if let actor = options.knownTo { notes.append(words.labelled(.knownTo, name(actor, graph))) }
    if options.counted != [.actual], options.counted != Set(Modality.allCases) {
      let senses = Modality.allCases.filter { options.counted.contains($0) }.map { words[$0] }
      notes.append(words.labelled(.only, words.list(senses)))
    }
    let left =
      options.withoutEntities.map { name($0, graph) }.sorted()
      + options.withoutSources.map { graph[$0]?.title.text(in: language) ?? $0.rawValue }.sorted()
      + options.withoutStatements.map(\.rawValue).sorted()
    if !left.isEmpty { notes.append(words.labelled(.without, words.list(left))) }
    return notes
  }

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
