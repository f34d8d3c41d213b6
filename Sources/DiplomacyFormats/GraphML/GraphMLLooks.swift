import Diplomacy

/// How nodes are drawn: as a diagram draws them, else as kept attributes say, else by their category.
struct GraphMLLooks {
  private let looks: [EntityID: NodeLook]
  /// What drawing could not do.
  let losses: LossReport

  /// - Parameter isDrawn: Whether places and colours are written at all.
  init(_ network: ExportedNetwork, _ options: WritingOptions, isDrawn: Bool) {
    var losses = LossReport()
    looks = isDrawn ? options.looks(network.view, &losses) : [:]
    self.losses = losses
  }

  /// The look of a node.
  /// - Parameter place: How many nodes come before it: those without a place stand in rows of twenty.
  func look(of entity: Entity, _ place: Int) -> NodeLook {
    if let look = looks[entity.id] { return look }
    let (shape, color): (NodeLook.Shape, String) =
      switch entity.category {
      case .actor: (.ellipse, "#CFE2F3")
      case .agreement: (.rectangle, "#FFF2CC")
      case .territory: (.hexagon, "#D9EAD3")
      case .event: (.diamond, "#F4CCCC")
      }
    func number(_ name: String) -> Double? {
      switch entity.attributes.first(where: { $0.name == name })?.value {
      case .number(let value): value
      case .integer(let value): Double(value)
      case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
      default: nil
      }
    }
    let width = number("width") ?? 90
    let height = number("height") ?? 40
    return NodeLook(
      x: number("x") ?? Double(column(place)) * 120, y: number("y") ?? -Double(row(place)) * 70,
      width: width, height: height, color: Self.color(of: entity) ?? color, shape: shape)
  }

  private func column(_ number: Int) -> Int { number % 20 }
  private func row(_ number: Int) -> Int { number / 20 }

  /// A colour that is kept, as `#RRGGBB`.
  private static func color(of entity: Entity) -> String? {
    guard let text = entity.attributes.first(where: { $0.name == "color" })?.value.description,
      text.utf8.count == 7, text.hasPrefix("#"), Int(text.dropFirst(), radix: 16) != nil
    else { return nil }
    return text
  }

  /// The attributes in which Gephi has places, sizes and colours, where something says them.
  func fields(besides names: Set<String>) -> [GraphMLField<ExportedNetwork.Node>] {
    func look(_ node: ExportedNetwork.Node) -> NodeLook? { looks[node.entity.id] }
    func part(_ node: ExportedNetwork.Node, _ shift: Int) -> AttributeValue? {
      let color = look(node)?.color ?? Self.color(of: node.entity)
      return color.flatMap { Int($0.dropFirst(), radix: 16) }.map { .integer($0 >> shift & 255) }
    }
    let all: [GraphMLField<ExportedNetwork.Node>] = [
      GraphMLField(name: "x", kind: .number) { look($0).map { .number($0.x) } },
      GraphMLField(name: "y", kind: .number) { look($0).map { .number($0.y) } },
      GraphMLField(name: "size", kind: .number) { look($0).map { .number(max($0.width, $0.height)) } },
      GraphMLField(name: "r", kind: .integer) { part($0, 16) },
      GraphMLField(name: "g", kind: .integer) { part($0, 8) },
      GraphMLField(name: "b", kind: .integer) { part($0, 0) },
    ]
    return all.filter { !names.contains($0.name) }
  }

  /// A node as yEd draws it: from the top down, and from its upper left corner.
  func draw(_ node: ExportedNetwork.Node, _ number: Int, into text: inout XMLText) {
    let look = look(of: node.entity, number)
    let shape = look.shape == .roundedRectangle ? "roundrectangle" : look.shape.rawValue
    text.markup("      <data key=\"node_graphics\"><y:ShapeNode><y:Geometry")
    for (name, value) in [
      ("height", look.height), ("width", look.width), ("x", look.x - look.width / 2),
      ("y", -look.y - look.height / 2),
    ] { text.markup(Array(" \(name)=\"\(value)\"".utf8)) }
    text.markup("/><y:Fill color=\"")
    text.value(look.color)
    text.markup("\" transparent=\"false\"/><y:NodeLabel>")
    text.text(node.label)
    text.markup("</y:NodeLabel><y:Shape type=\"")
    text.value(shape)
    text.markup("\"/></y:ShapeNode></data>\n")
  }

  /// An edge as yEd draws it.
  func draw(_ edge: ExportedNetwork.Edge, into text: inout XMLText) {
    text.markup("      <data key=\"edge_graphics\"><y:PolyLineEdge><y:Arrows source=\"none\" target=\"")
    text.value(edge.isDirected ? "standard" : "none")
    text.markup("\"/>")
    let role = edge.statement.role
    if role != .link, role != .arc {
      text.markup("<y:EdgeLabel>")
      text.text(role.name)
      text.markup("</y:EdgeLabel>")
    }
    text.markup("</y:PolyLineEdge></data>\n")
  }
}
