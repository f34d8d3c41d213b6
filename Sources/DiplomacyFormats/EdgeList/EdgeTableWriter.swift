import Chronology
import Diplomacy

/// Writes a view as two tables: the edges, and beside them the nodes.
///
/// The columns are the attributes of ``ExportedNetwork``, those that say something; with a dialect their headings are those
/// that Gephi's or Neo4j's importer asks for.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func edgeTables(_ view: GraphView, for dialect: String?) -> Export {
  let network = ExportedNetwork(view)
  var losses = network.losses
  let (edges, nodes) =
    switch dialect {
    case "gephi": gephiTables(network)
    case "neo4j": neo4jTables(network, &losses)
    default: plainTables(network)
    }
  losses.add(network.attributes.count, "what is said of the whole graph (title, language, authors, …)")
  return Export(
    bytes: edges.bytes, losses: losses,
    companions: [Export.Companion(part: "nodes", bytes: nodes.bytes)])
}

/// The columns of a table that say something, as their headings and where they stand among the attributes.
struct TableColumns {
  private(set) var headings: [String] = []
  /// For each heading the attribute's place.
  private(set) var places: [Int] = []
  private var taken: Set<String>

  /// - Parameters:
  ///   - fixed: The headings that stand before, whatever the case of their letters.
  ///   - isUsed: For each column, whether anything has it.
  ///   - omitted: Columns of ours that one of the fixed ones says.
  init(
    _ columns: [ExportedNetwork.Column], after fixed: [String], where isUsed: [Bool],
    without omitted: Set<String> = [], heading: (ExportedNetwork.Column) -> String = { $0.name }
  ) {
    taken = Set(fixed.map { $0.lowercased() })
    for (place, column) in columns.enumerated() where isUsed[place] {
      if !column.isKept, omitted.contains(column.name) { continue }
      headings.append(free(heading(column)))
      places.append(place)
    }
  }

  /// The values of a row.
  func values(_ values: [AttributeValue?]) -> [String?] { places.map { values[$0]?.description } }

  /// A heading that no other column has: with a number where one has it.
  private mutating func free(_ heading: String) -> String {
    var (name, number) = (heading, 1)
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(heading)_\(number)"
    }
    return name
  }
}

// MARK: For any program

private func plainTables(_ network: ExportedNetwork) -> (CSVWriter, CSVWriter) {
  var (edges, nodes) = (CSVWriter(), CSVWriter())
  let fixed = ["source", "target", "type"]
  let columns = TableColumns(network.edgeColumns, after: fixed, where: network.usedEdgeColumns)
  edges.write(fixed + columns.headings)
  for edge in network.edges {
    let statement = edge.statement
    edges.write(
      [
        statement.subject.rawValue, statement.object.rawValue, edge.isDirected ? "directed" : "undirected",
      ] + columns.values(edge.values))
  }
  let nodeColumns = TableColumns(network.nodeColumns, after: ["id"], where: network.usedNodeColumns)
  nodes.write(["id"] + nodeColumns.headings)
  for node in network.nodes { nodes.write([node.entity.id.rawValue] + nodeColumns.values(node.values)) }
  return (edges, nodes)
}

// MARK: Gephi

/// The tables as Gephi's spreadsheet importer takes them and its data laboratory writes them: `timeset` holds the intervals in
/// which something is there possibly, in decimal years.
private func gephiTables(_ network: ExportedNetwork) -> (CSVWriter, CSVWriter) {
  var (edges, nodes) = (CSVWriter(), CSVWriter())
  let isWeighted = network.edges.contains { $0.statement.weight != nil }
  let fixed = ["Source", "Target", "Type", "Id", "Label"] + (isWeighted ? ["Weight"] : []) + ["timeset"]
  let reserved = ["weight", "interval", "timestamp"]
  let columns = TableColumns(
    network.edgeColumns, after: fixed + reserved, where: network.usedEdgeColumns,
    without: ["statement", "label", "weight"])
  edges.write(fixed + columns.headings)
  for edge in network.edges {
    let statement = edge.statement
    var row: [String?] = [
      statement.subject.rawValue, statement.object.rawValue, edge.isDirected ? "Directed" : "Undirected",
      statement.id.rawValue, statement.role.name,
    ]
    if isWeighted { row.append((statement.weight ?? 1).description) }
    row.append(gephiIntervals(edge.spans))
    edges.write(row + columns.values(edge.values))
  }
  let nodeFixed = ["Id", "Label", "timeset"]
  let nodeColumns = TableColumns(
    network.nodeColumns, after: nodeFixed + reserved, where: network.usedNodeColumns, without: ["label"])
  nodes.write(nodeFixed + nodeColumns.headings)
  for node in network.nodes {
    nodes.write(
      [node.entity.id.rawValue, node.label, gephiIntervals(node.spans)] + nodeColumns.values(node.values))
  }
  return (edges, nodes)
}

/// Intervals as Gephi has them, both ends included: `<[1941.0, 1945.5]; [1950.0, Infinity]>`.
private func gephiIntervals(_ spans: [Span]) -> String? {
  let spells = DecimalSpell.spells(spans, in: .years)
  guard !spells.isEmpty else { return nil }
  func text(_ number: Double) -> String {
    number.isFinite ? number.description : number > 0 ? "Infinity" : "-Infinity"
  }
  return "<" + spells.map { "[\(text($0.onset)), \(text($0.last))]" }.joined(separator: "; ") + ">"
}

// MARK: Neo4j

/// The tables as `neo4j-admin database import` takes them: `--nodes=FILE.nodes.csv --relationships=FILE.csv`.
private func neo4jTables(_ network: ExportedNetwork, _ losses: inout LossReport) -> (CSVWriter, CSVWriter) {
  var (edges, nodes) = (CSVWriter(), CSVWriter())
  var longTexts = 0
  func write(_ row: [String?], to table: inout CSVWriter) {
    longTexts += row.count { $0?.utf8.contains { $0 == 0x0A || $0 == 0x0D } ?? false }
    table.write(row)
  }
  let columns = TableColumns(
    network.edgeColumns, after: [], where: network.usedEdgeColumns, without: ["label"], heading: neo4jHeading)
  edges.write([":START_ID", ":END_ID", ":TYPE"] + columns.headings)
  for edge in network.edges {
    let statement = edge.statement
    let type = neo4jWords(statement.role.name).map { $0.uppercased() }.joined(separator: "_")
    write(
      [statement.subject.rawValue, statement.object.rawValue, type.isEmpty ? "LINK" : type]
        + columns.values(edge.values), to: &edges)
  }
  let nodeColumns = TableColumns(
    network.nodeColumns, after: ["id:ID"], where: network.usedNodeColumns, heading: neo4jHeading)
  nodes.write(["id:ID", ":LABEL"] + nodeColumns.headings)
  for node in network.nodes {
    let words = [node.entity.category.rawValue, node.entity.kind.name].map { word in
      neo4jWords(word).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
    let labels = words[0] == words[1] || words[1].isEmpty ? [words[0]] : words
    write(
      [node.entity.id.rawValue, labels.joined(separator: ";")] + nodeColumns.values(node.values), to: &nodes)
  }
  losses.add(
    network.edges.count { !$0.isDirected }, "edge that leads both ways",
    instead: "written from its first end to its second, as relationships of Neo4j lead one way")
  losses.add(longTexts, "text of several lines", instead: "read with --multiline-fields=true")
  return (edges, nodes)
}

/// A heading with its type; a colon would begin one.
private func neo4jHeading(_ column: ExportedNetwork.Column) -> String {
  let name = column.name.replacing(":", with: "_")
  return switch column.kind {
  case .text: name.hasPrefix("#") ? "_\(name)" : name
  case .integer: "\(name):long"
  case .number: "\(name):double"
  case .boolean: "\(name):boolean"
  }
}

/// The words of a label or type: letters and digits of any script.
private func neo4jWords(_ text: String) -> [Substring] {
  text.split { !($0.isLetter || $0.isNumber) }
}
