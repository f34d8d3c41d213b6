import Chronology
import Diplomacy
import DiplomacyFormats

/// From where a picture is seen and what it rests on, in the words of its language.
struct PictureScope {
  let view: GraphView
  let words: PictureWords
  /// The language of names.
  let language: String

  /// The date, the reading, whose knowledge, in which sense and without what; nil: everything at all times.
  func line(_ choice: PictureChoice = PictureChoice()) -> String? { line(parts(choice)) }

  /// What several views have in common; nil where that is nothing.
  static func common(_ scopes: [PictureScope], _ choice: PictureChoice) -> String? {
    let parts = scopes.map { $0.parts(choice) }
    return scopes[0].line(parts[0].filter { part in parts.allSatisfy { $0.contains(part) } })
  }

  private func line(_ parts: [String]) -> String? {
    parts.isEmpty ? nil : parts.joined(separator: " · ").asLabel
  }

  private func parts(_ choice: PictureChoice) -> [String] {
    let options = view.options
    var parts: [String] = []
    if let date = options.at { parts.append(words.labelled(.date, date.description(in: language))) }
    if choice.from != nil || choice.to != nil {
      let ends = [choice.from, choice.to].map { $0?.description(in: language) ?? "…" }
      parts.append(words.labelled(.period, ends.joined(separator: " – ")))
    }
    if let reading = options.reading {
      parts.append(words.labelled(.reading, view.graph.title(of: reading, in: language)))
    }
    if let knower = options.knownTo { parts.append(words.labelled(.knownTo, name(knower))) }
    if options.modalities != Set(Modality.allCases) {
      let senses = Modality.allCases.filter { options.modalities.contains($0) }
      parts.append(
        words.labelled(.only, words.list(senses.map { words.open("modality.\($0.rawValue)", $0.rawValue) })))
    }
    let without = view.leftOut
    if !without.isEmpty { parts.append(words.labelled(.without, words.list(without))) }
    return parts
  }

  /// The name of an entity.
  func name(_ id: EntityID) -> String {
    (view.graph[id]?.label(in: language) ?? id.rawValue).asLabel
  }

  /// The sources of assertions, each once in the order of the graph; nil for none.
  func sources(of attestations: some Sequence<Attestation>) -> String? {
    let cited = Set(attestations.flatMap { $0.citations.map(\.source) })
    let titles = view.graph.sources.filter { cited.contains($0.id) }.map { source in
      [source.author, source.title.text(in: language), source.publisher].compactMap(\.self).joined(
        separator: ", ")
    }
    return titles.isEmpty ? nil : words.labelled(.sources, titles.joined(separator: "; ") + ".")
  }
}
