import Chronology
import Diplomacy
import DiplomacyFormats

/// The graph of a text.
func read(_ text: String) throws -> DiplomaticGraph { try GraphFile.read(text, named: "graph.yaml") }

/// Options under the default reading, as the commands take them.
func asked(
  of graph: DiplomaticGraph, at date: String? = nil, knownTo actor: EntityID? = nil,
  _ change: (inout ViewOptions) -> Void = { _ in }
) throws -> ViewOptions {
  var options = ViewOptions(
    at: try date.map { try HistoricalDate($0) }, reading: graph.defaultReading, knownTo: actor)
  change(&options)
  return options
}
