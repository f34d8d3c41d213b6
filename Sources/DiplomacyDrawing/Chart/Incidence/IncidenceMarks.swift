import Diplomacy

/// The signs of an incidence chart: how a member and its line look.
struct IncidenceMarks {
  /// What a mark says.
  enum Sign: Hashable {
    case party, guarantor, signatory, otherwise
    case acceded, withdrew
  }

  let inks: Inks
  /// The radius of a party's dot.
  let radius: Double

  static func sign(of member: Participation.Member) -> Sign {
    if member.hasWithdrawn { return .withdrew }
    if member.hasAcceded { return .acceded }
    switch member.role {
    case .party: return .party
    case .guarantor: return .guarantor
    case .signatory: return .signatory
    default: return .otherwise
    }
  }

  /// The colour of an agreement's line and marks.
  func color(isSecret: Bool) -> String { isSecret ? inks.vermilion : inks.blue }

  /// A mark at a place. What is uncertain is filled by half, what is only imagined is empty.
  func mark(_ sign: Sign, _ assertion: Assertion, isSecret: Bool, at place: Point) -> [SVGElement] {
    let color = color(isSecret: isSecret)
    let stroke = Stroke(color: color, width: radius * 0.36)
    let fill = assertion == .imagined || assertion == .uncertain ? inks.paper : color
    var elements: [SVGElement] = []
    switch sign {
    case .party:
      elements = [.circle(place, radius: radius * 0.9, fill: fill, stroke: stroke)]
      if assertion == .uncertain { elements.append(halfDisc(place, radius * 0.9, color)) }
    case .guarantor:
      let side = radius * 1.8
      elements = [
        .rectangle(
          Box(x: place.x - side / 2, y: place.y - side / 2, width: side, height: side), fill: inks.paper,
          stroke: stroke)
      ]
      if assertion == .uncertain {
        elements.append(
          .rectangle(
            Box(x: place.x - side / 2, y: place.y, width: side, height: side / 2), fill: color))
      }
    case .signatory:
      elements = [.circle(place, radius: radius * 0.9, fill: inks.paper, stroke: stroke)]
      elements.append(.circle(place, radius: radius * 0.3, fill: color))
      if assertion == .uncertain { elements.append(halfDisc(place, radius * 0.9, color)) }
    case .otherwise: elements = [diamond(place, fill: fill == color ? inks.paper : fill, stroke)]
    case .acceded: elements = [triangle(place, fill: fill, stroke)]
    case .withdrew:
      let arm = radius * 0.85
      elements = [
        .circle(place, radius: radius * 1.05, fill: inks.paper),
        .line(
          Point(x: place.x - arm, y: place.y - arm), Point(x: place.x + arm, y: place.y + arm),
          Stroke(color: color, width: radius * 0.55)),
        .line(
          Point(x: place.x - arm, y: place.y + arm), Point(x: place.x + arm, y: place.y - arm),
          Stroke(color: color, width: radius * 0.55)),
      ]
    }
    return elements
  }

  /// The line of an agreement between two heights: double when it is secret, dashed when uncertain, dotted when imagined.
  func line(_ x: Double, _ top: Double, _ bottom: Double, _ assertion: Assertion, isSecret: Bool)
    -> [SVGElement]
  {
    let dashes: [Double] =
      switch assertion {
      case .plain: []
      case .uncertain: [radius * 1.6, radius]
      case .imagined: [radius * 0.4, radius * 0.9]
      }
    let stroke = Stroke(
      color: isSecret ? inks.vermilion : inks.ink, width: radius * (isSecret ? 0.28 : 0.36), dashes: dashes)
    let offsets = isSecret ? [-radius * 0.34, radius * 0.34] : [0]
    return offsets.map { .line(Point(x: x + $0, y: top), Point(x: x + $0, y: bottom), stroke) }
  }

  /// The lower half of a disc, of two cubic curves.
  private func halfDisc(_ place: Point, _ radius: Double, _ color: String) -> SVGElement {
    let hold = radius * 0.5523
    func point(_ x: Double, _ y: Double) -> String { "\(svgNumber(place.x + x)) \(svgNumber(place.y + y))" }
    return .path(
      "M\(point(-radius, 0))C\(point(-radius, hold)) \(point(-hold, radius)) \(point(0, radius))"
        + "C\(point(hold, radius)) \(point(radius, hold)) \(point(radius, 0))Z", fill: color)
  }

  private func diamond(_ place: Point, fill: String, _ stroke: Stroke) -> SVGElement {
    let reach = radius * 1.15
    return .polygon(
      [
        Point(x: place.x, y: place.y - reach), Point(x: place.x + reach, y: place.y),
        Point(x: place.x, y: place.y + reach), Point(x: place.x - reach, y: place.y),
      ], fill: fill, stroke: stroke)
  }

  private func triangle(_ place: Point, fill: String, _ stroke: Stroke) -> SVGElement {
    let reach = radius * 1.05
    return .polygon(
      [
        Point(x: place.x - reach * 0.8, y: place.y - reach), Point(x: place.x + reach, y: place.y),
        Point(x: place.x - reach * 0.8, y: place.y + reach),
      ], fill: fill, stroke: stroke)
  }
}
