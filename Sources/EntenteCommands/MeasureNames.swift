import EntenteKit

/// Names of measures in other usual forms, by the ones of ``Measure`` and ``EdgeMeasure``.
private let otherNames = [
  "hits": "hub,authority", "hubs": "hub", "authorities": "authority",
  "k-core": "core", "core-number": "core", "coreness": "core",
  "harmonic-closeness": "harmonic", "page-rank": "pagerank",
  "articulation-point": "articulation", "articulation-points": "articulation",
  "components": "component", "strong-components": "strong-component",
  "communities": "community", "leiden": "community", "bridges": "bridge",
]

/// Measures given on the command line, with commas: by their own names or other usual ones, in small or capital letters.
func measureList<Word: CaseIterable & Hashable & RawRepresentable>(_ text: String) throws -> [Word]
where Word.RawValue == String {
  let own = text.split(separator: ",").map { part in
    let name = part.trimmingSpaces()
    var usual = name.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
    if usual.hasSuffix("-centrality") { usual.removeLast("-centrality".count) }
    let known = otherNames[usual] ?? usual
    // What is not known is told as it was written.
    return known.split(separator: ",").allSatisfy { Word(rawValue: String($0)) != nil } ? known : name
  }
  return try wordList(own.joined(separator: ","), "--measure")
}
