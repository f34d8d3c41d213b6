import Chronology
import Diplomacy
import DiplomacyFormats
import TestSupport

extension SampleGraph {
  /// The graph as it is read.
  func graph() throws -> DiplomaticGraph { try GraphFile.read(text, named: name) }

  /// The whole graph, then the graph under each reading, then at each date of the sample.
  func views() throws -> [NamedView] {
    let graph = try graph()
    let options =
      [ViewOptions()] + graph.readings.map { ViewOptions(reading: $0.id) }
      + (try dates.map { ViewOptions(at: try HistoricalDate($0)) })
    return options.enumerated().map { NamedView(name: "\(name)-\($0)", view: GraphView(graph, $1)) }
  }
}

/// A view with a name that can be a file name.
struct NamedView: Sendable, CustomStringConvertible {
  let name: String
  let view: GraphView

  var description: String {
    let date = view.options.at.map { " at \($0)" } ?? ""
    let reading = view.options.reading.map { " under \($0)" } ?? ""
    return name + date + reading
  }
}
