import Chronology
import Diplomacy

/// Writes a view as spells: when each edge was there; in a second table when each vertex was, in a third what it is called.
///
/// The columns are those of `as.data.frame` of a networkDynamic object; vertices have numbers, from 1. What an edge says besides
/// follows in columns that R can take as attributes, its ends by their names among them.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func networkDynamic(_ view: GraphView, in unit: DecimalSpell.Unit) -> Export {
  let network = ExportedNetwork(view)
  var losses = network.losses
  var numbers: [EntityID: Int] = [:]
  var (edges, vertices, names) = (CSVWriter(), CSVWriter(), CSVWriter())
  vertices.write(["onset", "terminus", "vertex.id", "onset.censored", "terminus.censored", "duration"])
  let nodeColumns = TableColumns(
    network.nodeColumns, after: ["vertex.id", "vertex.names"], where: network.usedNodeColumns)
  names.write(["vertex.id", "vertex.names"] + nodeColumns.headings)
  var (absent, uncertain) = (0, 0)
  for (index, node) in network.nodes.enumerated() {
    numbers[node.entity.id] = index + 1
    names.write([String(index + 1), node.entity.id.rawValue] + nodeColumns.values(node.values))
    let spells = DecimalSpell.spells(node.spans, in: unit)
    for spell in spells {
      vertices.write(spell.ends + [String(index + 1)] + spell.censored)
    }
    if spells.isEmpty { absent += 1 }
    if node.spans.contains(where: \.isOpenToDoubt) { uncertain += 1 }
  }
  let fixed = NetworkDynamicReader.headings
  let columns = TableColumns(network.edgeColumns, after: fixed, where: network.usedEdgeColumns)
  edges.write(fixed + columns.headings)
  var never = 0
  for (index, edge) in network.edges.enumerated() {
    let statement = edge.statement
    let ends = [statement.subject, statement.object]
    let spells = DecimalSpell.spells(edge.spans, in: unit)
    let rest = [String(index + 1)] + ends.map(\.rawValue) + columns.values(edge.values)
    for spell in spells {
      edges.write(spell.ends + ends.map { numbers[$0].map(String.init) } + spell.censored + rest)
    }
    if spells.isEmpty { never += 1 }
    if edge.spans.contains(where: \.isOpenToDoubt) { uncertain += 1 }
  }
  losses.add(
    uncertain, "time that is not certain",
    instead: "written as all the time that is possible; as it is in 'when'")
  losses.add(never, "edge that never held")
  losses.add(absent, "vertex that never was there", instead: "written only among the names")
  losses.add(
    network.direction == .mixed ? network.edges.count { !$0.isDirected } : 0, "edge that leads both ways",
    instead: "written from its tail to its head, as one network of R is directed or not")
  losses.add(network.attributes.count, "what is said of the whole graph (title, language, authors, …)")
  return Export(
    bytes: edges.bytes, losses: losses,
    companions: [
      Export.Companion(part: "vertices", bytes: vertices.bytes),
      Export.Companion(part: "names", bytes: names.bytes),
    ])
}

extension DecimalSpell {
  /// Onset and terminus.
  fileprivate var ends: [String?] { [Self.text(onset), Self.text(terminus)] }

  /// Whether more may lie before and after it, and how long it is.
  fileprivate var censored: [String?] {
    [onset.isFinite ? "FALSE" : "TRUE", terminus.isFinite ? "FALSE" : "TRUE", Self.text(terminus - onset)]
  }

  /// A number as R writes and reads it.
  private static func text(_ number: Double) -> String {
    number.isFinite ? plainNumber(number) : number > 0 ? "Inf" : "-Inf"
  }
}

extension Span {
  /// Whether its start or its end may be one of several moments.
  fileprivate var isOpenToDoubt: Bool { earliestStart != latestStart || earliestEnd != latestEnd }
}
