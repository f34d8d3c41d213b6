public import Diplomacy

/// Writes a view as Cytoscape's simple interaction format: the ids of the ends of each statement, and its role between them.
///
/// - Parameter view: What is written: all that is there possibly.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func sif(_ view: GraphView) -> Export {
  let network = ExportedNetwork(view)
  var text = ""
  var unsafe = Tally()
  func word(_ name: String) -> String {
    guard
      name.unicodeScalars.contains(where: { $0.value < 0x20 }) || name.hasPrefix("#") || name.hasPrefix(" ")
        || name.hasSuffix(" ") || name.isEmpty
    else { return name }
    unsafe.add(nil)
    var rest = String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
    while rest.first == " " || rest.first == "#" { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest.isEmpty ? "_" : String(rest)
  }
  let names = PlainNames(view.entities.map(\.entity.id.rawValue), word)
  var joined: Set<String> = []
  var known: Set<[String]> = []
  var repeated = 0
  var body = ""
  for edge in network.edges {
    let statement = edge.statement
    let (source, target) = (names[statement.subject.rawValue], names[statement.object.rawValue])
    joined.insert(source)
    joined.insert(target)
    let role = word(statement.role.name)
    guard known.insert([source, role, target]).inserted else {
      repeated += 1
      continue
    }
    body += "\(source)\t\(role)\t\(target)\n"
  }
  for node in network.nodes where !joined.contains(names[node.entity.id.rawValue]) {
    let name = names[node.entity.id.rawValue]
    // Without any tab in the file, blanks would separate words.
    text += body.isEmpty && name.contains(" ") ? "\(name)\t\n" : "\(name)\n"
  }
  text += body
  var losses = network.unheldAttributes(nodes: [], edges: ["label", "role"])
  losses.add(repeated, "statement that joins the same two in the same role again")
  losses.add(
    network.edges.count { !$0.isDirected }, "edge that leads both ways",
    instead: "written from its subject to its object")
  losses.add(unsafe.count, "name with a line end, a tab or a sign of SIF in it", instead: "written without")
  return Export(bytes: Array(text.utf8), losses: losses)
}
