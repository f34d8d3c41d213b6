import Diplomacy

extension ExportedNetwork {
  /// What a format does not hold that has few attributes: each value in a column that is not among those that it holds, times
  /// and names in other languages each together.
  /// - Parameters:
  ///   - nodes: The columns of nodes that it holds.
  ///   - edges: The columns of edges that it holds.
  ///   - graph: What it holds of the graph.
  func unheldAttributes(nodes: Set<String>, edges: Set<String>, graph: Set<String> = []) -> LossReport {
    var losses = LossReport()
    Self.add(self.nodes.lazy.map { $0.values }, nodeColumns, besides: nodes, of: "an entity", to: &losses)
    Self.add(self.edges.lazy.map { $0.values }, edgeColumns, besides: edges, of: "a statement", to: &losses)
    losses.add(attributes.count { !graph.contains($0.name) }, "word about the graph, such as its title")
    return losses
  }

  /// The columns of times: some say again what others say.
  static let timeColumns: Set<String> = [
    "when", "when_written", "start_earliest", "start_latest", "end_earliest", "end_latest", "start_year",
    "end_year",
  ]

  private static func add(
    _ rows: some Sequence<[AttributeValue?]>, _ columns: [Column], besides held: Set<String>, of what: String,
    to losses: inout LossReport
  ) {
    var counts = [Int](repeating: 0, count: columns.count)
    var (times, names, translations) = (0, 0, 0)
    let places = columns.indices
    let timePlaces = places.filter {
      timeColumns.contains(columns[$0].name) && !held.contains(columns[$0].name)
    }
    let label = columns.firstIndex { $0.name == "label" }
    let name = columns.firstIndex { $0.name == "name" }
    let wordings = places.filter { columns[$0].name.hasPrefix("name_") && !columns[$0].isKept }
    for row in rows {
      for (column, value) in row.enumerated() where value != nil { counts[column] += 1 }
      if timePlaces.contains(where: { row[$0] != nil }) { times += 1 }
      if let name, let label, !held.contains("label") || row[name] != row[label] { names += 1 }
      translations += wordings.count { row[$0] != nil && row[$0] != name.flatMap { row[$0] } }
    }
    losses.add(name.map { !held.contains(columns[$0].name) } ?? false ? names : 0, "name of \(what)")
    losses.add(translations, "name of \(what) in another language")
    losses.add(times, "time of \(what)")
    for (place, count) in zip(places, counts) where !held.contains(columns[place].name) {
      let isTold = timePlaces.contains(place) || wordings.contains(place) || place == label || place == name
      if !isTold { losses.add(count, "'\(columns[place].name)' of \(what)") }
    }
  }
}

/// Names as a plain format can hold them, no two of them alike: one that would become another's has a number.
struct PlainNames {
  private var changed: [ExactText: String] = [:]

  /// - Parameter plain: What becomes of a name; most stay as they are.
  /// - Complexity: O(*n*).
  init(_ names: [String], _ plain: (String) -> String) {
    var distinct = DistinctNames()
    let written = names.map(plain)
    // Those that stay as they are go first.
    for (name, text) in zip(names, written) where name == text { _ = distinct.distinct(name) }
    for (name, text) in zip(names, written) where name != text {
      changed[ExactText(name)] = distinct.distinct(text)
    }
  }

  subscript(name: String) -> String { changed[ExactText(name)] ?? name }
}
