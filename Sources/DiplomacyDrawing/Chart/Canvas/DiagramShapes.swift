import Diplomacy

/// The shapes and lines that diagrams are drawn with.
struct DiagramShapes {
  let inks: Inks
  /// The size of type, in points.
  let size: Double

  /// A line: thicker for several agreements, double for a secret, dashed or dotted for what is not quite asserted.
  func stroke(_ look: TiesComposer.TieLook, color: String, path: String) -> [SVGElement] {
    let width = size * (0.11 + 0.06 * Double(min(look.count, 6) - 1))
    let dashes: [Double] =
      switch look.assertion {
      case .plain: []
      case .uncertain: [size * 0.5, size * 0.3]
      case .imagined: [size * 0.12, size * 0.28]
      }
    switch look.difference {
    case .none: break
    case .onlyFirst:
      // Gone: a broken line.
      return [
        .path(path, stroke: Stroke(color: inks.vermilion, width: width, dashes: [size * 1.1, size * 0.5]))
      ]
    case .onlySecond:
      // New: a line with a light core.
      return [
        .path(path, stroke: Stroke(color: inks.blue, width: width + size * 0.22)),
        .path(path, stroke: Stroke(color: inks.paper, width: max(0.4, width * 0.6))),
      ]
    }
    guard look.isSecret else {
      return [.path(path, stroke: Stroke(color: color, width: width, dashes: dashes))]
    }
    return [
      .path(path, stroke: Stroke(color: inks.vermilion, width: size * 0.32, dashes: dashes)),
      .path(path, stroke: Stroke(color: inks.paper, width: size * 0.14)),
    ]
  }

  /// The shape of a node.
  /// - Parameter edge: The colour of an agreement's edge where it is told from others by it; nil: that of all agreements.
  func outline(
    _ kind: TiesContent.Node.Kind, _ box: Box, _ assertion: Assertion, isSecret: Bool, edge: String? = nil
  ) -> [SVGElement] {
    let dashes: [Double] =
      switch assertion {
      case .plain: []
      case .uncertain: [size * 0.4, size * 0.25]
      case .imagined: [size * 0.1, size * 0.25]
      }
    func stroke(_ color: String) -> Stroke { Stroke(color: color, width: size * 0.1, dashes: dashes) }
    func inset(_ outer: [SVGElement]) -> [SVGElement] {
      // A second edge says that it is secret.
      isSecret
        ? outer + [
          .rectangle(
            box.widened(by: -size * 0.2), fill: "none",
            stroke: Stroke(color: inks.vermilion, width: size * 0.08))
        ] : outer
    }
    switch kind {
    case .actor(.organization), .actor(.bloc):
      let cut = min(size * 0.5, box.height * 0.3)
      return [.polygon(octagon(box, cut), fill: inks.actorFill, stroke: stroke(inks.blue))]
    case .actor:
      return [
        .rectangle(
          box, fill: inks.actorFill, stroke: stroke(inks.blue), radius: min(size * 0.6, box.height * 0.3))
      ]
    case .person:
      return [.rectangle(box, fill: inks.paper, stroke: stroke(inks.sky), radius: box.height / 2)]
    case .hub:
      let fold = min(size * 0.5, box.height * 0.4)
      return inset([
        .polygon(
          [
            Point(x: box.x, y: box.y), Point(x: box.maxX - fold, y: box.y),
            Point(x: box.maxX, y: box.y + fold),
            Point(x: box.maxX, y: box.maxY), Point(x: box.x, y: box.maxY),
          ], fill: inks.agreementFill, stroke: stroke(edge ?? (isSecret ? inks.vermilion : inks.orange))),
        .polyline(
          [
            Point(x: box.maxX - fold, y: box.y), Point(x: box.maxX - fold, y: box.y + fold),
            Point(x: box.maxX, y: box.y + fold),
          ], Stroke(color: edge ?? (isSecret ? inks.vermilion : inks.orange), width: size * 0.07)),
      ])
    case .territory:
      let cut = size * 0.7
      return [
        .polygon(
          [
            Point(x: box.x, y: box.middle.y), Point(x: box.x + cut, y: box.y),
            Point(x: box.maxX - cut, y: box.y), Point(x: box.maxX, y: box.middle.y),
            Point(x: box.maxX - cut, y: box.maxY), Point(x: box.x + cut, y: box.maxY),
          ], fill: inks.territoryFill, stroke: stroke(inks.green))
      ]
    case .event:
      return inset([.rectangle(box, fill: inks.eventFill, stroke: stroke(inks.purple))])
    case .label: return []
    }
  }

  private func octagon(_ box: Box, _ cut: Double) -> [Point] {
    [
      Point(x: box.x + cut, y: box.y), Point(x: box.maxX - cut, y: box.y), Point(x: box.maxX, y: box.y + cut),
      Point(x: box.maxX, y: box.maxY - cut), Point(x: box.maxX - cut, y: box.maxY),
      Point(x: box.x + cut, y: box.maxY), Point(x: box.x, y: box.maxY - cut), Point(x: box.x, y: box.y + cut),
    ]
  }
}
