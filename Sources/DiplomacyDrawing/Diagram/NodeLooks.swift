public import Diplomacy
public import DiplomacyFormats

/// Why the nodes of a view get no places.
public enum NodeLooksError: Error, CustomStringConvertible {
  /// There are too many for a drawing that can be looked at.
  case tooMany(count: Int, limit: Int)

  /// One sentence.
  public var description: String {
    switch self {
    case .tooMany(let count, let limit):
      "\(count) entities are too many to be placed; expected \(limit) at most."
    }
  }
}

/// How each entity of a view looks where all are drawn with the statements between them: its place as Graphviz finds it by forces,
/// its colour and outline as in the diagram.
///
/// Sizes are estimated from the length of names, not measured, so that places do not depend on the fonts of the machine. An empty
/// view gives no looks.
/// - Throws: ``GraphvizError``, or ``NodeLooksError/tooMany(count:limit:)`` for more than ``nodeLooksLimit`` entities.
/// - Complexity: That of Graphviz' `neato` for up to 200 entities, of `sfdp` beyond.
public func nodeLooks(
  _ view: GraphView, timeLimit: Duration = .drawing
) throws -> [EntityID: DiplomacyFormats.NodeLook] {
  let entities = view.entities.map(\.entity)
  guard !entities.isEmpty else { return [:] }
  guard entities.count <= nodeLooksLimit else {
    throw NodeLooksError.tooMany(count: entities.count, limit: nodeLooksLimit)
  }
  let sizes = entities.map { size(of: $0.label(in: view.graph.language)) }
  let engine: LayoutEngine = entities.count <= 200 ? .neato : .sfdp
  let places = try NodePlaces(
    dot: dot(view, entities, sizes), nodes: entities.count, engine: engine, timeLimit: timeLimit)
  var looks: [EntityID: DiplomacyFormats.NodeLook] = [:]
  for (index, entity) in entities.enumerated() {
    guard let center = places.centers["n\(index)"] else { continue }
    let look = DiagramStyle.look(of: entity.kind)
    looks[entity.id] = DiplomacyFormats.NodeLook(
      x: center.x, y: center.y, width: sizes[index].width, height: sizes[index].height, color: look.fill,
      shape: shape(look))
  }
  return looks
}

/// So many entities are placed at most.
public let nodeLooksLimit = 5000

/// A name in lines of up to 22 letters, of 11 points each, with room around it.
private func size(of name: String) -> (width: Double, height: Double) {
  let lines = wrapped(name, width: 22)
  let longest = lines.map(\.count).max() ?? 1
  return (Double(max(longest, 4)) * 6.5 + 18, Double(max(lines.count, 1)) * 14 + 10)
}

private func dot(
  _ view: GraphView, _ entities: [Entity], _ sizes: [(width: Double, height: Double)]
) -> String {
  // Numbers stand for names, which need no quotes then.
  var lines = [
    "graph {", "  graph [overlap=prism, sep=\"+6\", start=1941, splines=false, K=1.3];",
    "  node [shape=box, fixedsize=true, label=\"\"];",
  ]
  var numbers: [EntityID: Int] = [:]
  for (index, entity) in entities.enumerated() {
    numbers[entity.id] = index
    lines.append("  n\(index) [width=\(inches(sizes[index].width)), height=\(inches(sizes[index].height))];")
  }
  for (statement, _) in view.statements {
    guard let one = numbers[statement.subject], let other = numbers[statement.object], one != other else {
      continue
    }
    lines.append("  n\(one) -- n\(other);")
  }
  return lines.joined(separator: "\n") + "\n}\n"
}

private func inches(_ points: Double) -> Double { (points / 72 * 1000).rounded() / 1000 }

private func shape(_ look: DiagramStyle.NodeLook) -> DiplomacyFormats.NodeLook.Shape {
  switch look.shape {
  case "ellipse": .ellipse
  case "hexagon", "octagon": .hexagon
  case "box" where look.style == "rounded": .roundedRectangle
  default: .rectangle
  }
}
