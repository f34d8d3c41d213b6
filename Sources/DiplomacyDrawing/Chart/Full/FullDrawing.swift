import Chronology
import Diplomacy
import Foundation

/// The lines, boxes, words and numbers of a full diagram.
extension FullComposer {
  /// Lines below boxes below words.
  var plot: [SVGElement] {
    [
      .group("lines", content.lines.indices.map(drawnLine)),
      .group("nodes", content.nodes.indices.map(drawnNode)),
      .group(
        "labels", content.lines.indices.compactMap(drawnTag) + content.lines.indices.compactMap(drawnLabel)),
    ]
  }

  private var shapes: DiagramShapes { DiagramShapes(inks: frame.inks, size: size) }
  /// How faint what is not on the way of a journey is.
  private static let faded = 0.22

  // MARK: Lines

  /// Whether a line is on the way; true where there is no journey.
  private func isOnWay(_ line: FullContent.Line) -> Bool {
    way.map { way in line.statements.contains { way.moments[$0.id] != nil } } ?? true
  }

  private func drawnLine(_ index: Int) -> SVGElement {
    let line = content.lines[index]
    let isCrossed = way != nil && isOnWay(line)
    var look = line.look
    let family = Self.family(of: line)
    if isCrossed { look.count = 4 } else if Self.isHeavy(family) { look.count = 2 }
    let color = isCrossed ? frame.inks.vermilion : color(of: line)
    var course = layout.courses[index]
    var (tail, head) = (line.tail, line.head)
    var end = Self.head(of: line)
    if isCrossed, end == .none { end = .filled }
    if isTurned(line) {
      course = course.reversed
      swap(&tail, &head)
    }
    let first = course.exit { isInside(tail, $0) }
    let last = course.length - course.reversed.exit { isInside(head, $0) }
    let reach = end == .none ? 0 : size * 0.4
    let points = course.part(first, max(first, last - reach))
    let path = points.enumerated().map { "\($0 == 0 ? "M" : "L")\(svgNumber($1.x)) \(svgNumber($1.y))" }
      .joined()
    var elements = path.isEmpty ? [] : shapes.stroke(look, color: color, path: path)
    elements += Self.arrow(
      end, at: course.point(at: last), from: course.point(at: max(first, last - size * 0.7)), size, color,
      isHeavy: look.count > 1, paper: frame.inks.paper)
    return faint(
      .group("line", tooltip: tooltip(line), elements),
      isOnWay(line) ? look.holding.opacity : Self.faded)
  }

  /// Whether a line is drawn against its direction: a journey crosses it so, and its role has none of its own.
  private func isTurned(_ line: FullContent.Line) -> Bool {
    guard let way, Self.head(of: line) == .none else { return false }
    return line.statements.contains { way.turned.contains($0.id) }
  }

  private func faint(_ element: SVGElement, _ opacity: Double?) -> SVGElement {
    opacity.map { SVGElement("g", [("opacity", svgNumber($0))], [element]) } ?? element
  }

  private func isInside(_ node: Int, _ point: Point) -> Bool {
    let box = layout.boxes[node]
    guard box.holds(point) else { return false }
    let (dx, dy) = (abs(point.x - box.middle.x), abs(point.y - box.middle.y))
    switch content.nodes[node].kind {
    case .territory:
      let cut = size * 0.7
      return (dx - (box.width / 2 - cut)) / cut <= 1 - dy / (box.height / 2)
    case .person:
      let radius = box.height / 2
      return dx <= box.width / 2 - radius || hypot(dx - (box.width / 2 - radius), dy) <= radius
    default: return true
    }
  }

  /// The family of roles that a line is drawn as: of several the one that says most.
  static func family(of line: FullContent.Line) -> DiagramStyle.EdgeLook {
    let order: [DiagramStyle.EdgeLook] = [
      DiagramStyle.hostility, DiagramStyle.party, DiagramStyle.participation, DiagramStyle.attendance,
      DiagramStyle.tie, DiagramStyle.land, DiagramStyle.text, DiagramStyle.consequence,
    ]
    let looks = line.statements.map { DiagramStyle.look(of: $0.role) }
    return order.first(where: looks.contains) ?? looks.first ?? DiagramStyle.other
  }

  func color(of line: FullContent.Line) -> String {
    if let number = line.agreement.flatMap({ content.nodes[$0].number }) { return color(number) }
    return frame.inks.color(of: Self.family(of: line))
  }

  /// The colour of an agreement by its number: none is that of a family of roles, and white letters can be read on each.
  private func color(_ number: Int) -> String {
    let colors =
      frame.style.theme == .grey
      ? ["#000000", "#595959", "#333333", "#6E6E6E"]
      : ["#1B3A6B", "#7A4B12", "#5B3A99", "#00696B", "#9C1F5A", "#4F5B00", "#2B2B2B"]
    return colors[(number - 1) % colors.count]
  }

  /// Lines of parties and of what is hostile are thicker than others.
  private static func isHeavy(_ family: DiagramStyle.EdgeLook) -> Bool {
    family == DiagramStyle.hostility || family == DiagramStyle.party
  }

  // MARK: Arrows

  enum Head {
    case none, filled, open
    /// Two strokes.
    case vee
  }

  static func head(of line: FullContent.Line) -> Head {
    if line.isSymmetric { return .none }
    let roles = Set(line.statements.map(\.role))
    if roles == [.leadsTo] { return .vee }
    if !roles.isDisjoint(with: [.agent, .target]) { return .filled }
    if roles.contains(.recipient) { return .open }
    return family(of: line).head == "none" ? .none : .open
  }

  static func arrow(
    _ head: Head, at tip: Point, from: Point, _ size: Double, _ color: String, isHeavy: Bool, paper: String
  ) -> [SVGElement] {
    guard head != .none else { return [] }
    let (dx, dy) = (tip.x - from.x, tip.y - from.y)
    let length = max(hypot(dx, dy), 1e-6)
    let reach = size * (isHeavy ? 0.85 : 0.65)
    let (ux, uy) = (dx / length * reach, dy / length * reach)
    let points = [
      tip, Point(x: tip.x - ux - uy * 0.38, y: tip.y - uy + ux * 0.38),
      Point(x: tip.x - ux + uy * 0.38, y: tip.y - uy - ux * 0.38),
    ]
    if head == .vee {
      return [
        .polyline([points[1], tip, points[2]], Stroke(color: color, width: size * 0.13)),
        .line(from, tip, Stroke(color: color, width: size * 0.11)),
      ]
    }
    return [
      .polygon(
        points, fill: head == .filled ? color : paper,
        stroke: Stroke(color: color, width: size * 0.08))
    ]
  }

  // MARK: Boxes

  private func drawnNode(_ index: Int) -> SVGElement {
    let node = content.nodes[index]
    let box = layout.boxes[index]
    let contents = boxes.boxes[index]
    let isSecret = view.isSecret(node.entity.attestation)
    let assertion = Assertion(node.entity.attestation)
    let edge = node.number.map(color)
    var elements = shapes.outline(node.kind, box, assertion, isSecret: isSecret, edge: edge)
    if let number = node.number {
      let disc = Point(x: box.x + contents.indent * scale / 2 + size * 0.3, y: box.middle.y)
      elements += self.disc(number, at: disc)
    }
    let middle = box.middle.x + contents.indent * scale / 2
    var y = box.middle.y - contents.lines.reduce(0) { $0 + $1.leading } * size / 2
    for line in contents.lines {
      y += line.leading * size
      let look = TextLook(
        size: size * line.scale, color: line.isName ? frame.inks.ink : frame.inks.quiet, anchor: .middle)
      elements.append(
        .text(
          line.text, at: Point(x: middle, y: y - line.leading * size * 0.24), look, class: "node-label"))
    }
    let group = SVGElement.group(
      "node", id: node.entity.id.rawValue, tooltip: node.entity.name.text(in: frame.language), elements)
    let opacity =
      way.map { $0.entities.contains(node.entity.id) } == false
      ? Self.faded + 0.1 : view.drawnHolding(of: node.entity).opacity
    guard let opacity else { return group }
    // Lines do not show through what is faint.
    return SVGElement(
      "g", [], [.rectangle(box, fill: frame.inks.paper, radius: size * 0.6), faint(group, opacity)])
  }

  private func disc(_ number: Int, at place: Point) -> [SVGElement] {
    let radius = size * FullBoxes.disc
    return [
      .circle(
        place, radius: radius * 0.95, fill: color(number),
        stroke: Stroke(color: frame.inks.paper, width: size * 0.08)),
      .text(
        "\(number)", at: Point(x: place.x, y: place.y + size * 0.27),
        TextLook(
          size: size * (number > 99 ? 0.55 : 0.75), color: frame.inks.paper, weight: .bold, anchor: .middle),
        class: "number"),
    ]
  }

  // MARK: Words and numbers

  private func drawnTag(_ index: Int) -> SVGElement? {
    let line = content.lines[index]
    guard let place = layout.tags[index], let number = line.agreement.flatMap({ content.nodes[$0].number })
    else { return nil }
    return faint(.group("tag", disc(number, at: place)), isOnWay(line) ? nil : Self.faded)
  }

  private func drawnLabel(_ index: Int) -> SVGElement? {
    guard let box = layout.labels[index], let label = boxes.labels[index] else { return nil }
    let line = content.lines[index]
    let family = Self.family(of: line)
    let color = family == DiagramStyle.party ? frame.inks.ink : frame.inks.color(of: family)
    let look = TextLook(
      size: size * FullBoxes.smaller, color: way == nil ? color : frame.inks.vermilion,
      weight: way == nil ? .italic : .regular, anchor: .middle, halo: frame.inks.paper)
    return .group(
      "beside",
      [
        .rectangle(box, fill: frame.inks.paper, radius: size * 0.2, opacity: 0.85),
        faint(
          .text(label.text, at: Point(x: box.middle.x, y: box.maxY - box.height * 0.26), look, class: "role"),
          line.look.holding.opacity == nil ? nil : 0.75),
      ])
  }

  private func tooltip(_ line: FullContent.Line) -> String {
    line.statements.map { statement in
      [
        scope.name(statement.subject), words[statement.role], scope.name(statement.object),
        statement.office?.text(in: frame.language), statement.when?.description(in: frame.language),
      ].compactMap(\.self).joined(separator: " · ")
    }.joined(separator: "; ")
  }

  // MARK: Legend

  var legend: [LegendItem] {
    var items = nodeItems + (way == nil ? lineItems : [wayItem])
    func line(_ look: TiesComposer.TieLook, _ word: String, opacity: Double? = nil) {
      let elements = shapes.stroke(look, color: frame.inks.ink, path: "M0 0L\(svgNumber(signWidth)) 0")
      items.append(
        LegendItem(sign: opacity.map { o in elements.map { faint($0, o) } } ?? elements, text: word))
    }
    let assertions =
      content.nodes.map { Assertion($0.entity.attestation) } + content.lines.map(\.look.assertion)
    if content.lines.contains(where: \.look.isSecret)
      || content.nodes.contains(where: { view.isSecret($0.entity.attestation) })
    {
      line(.init(isSecret: true), words[.secret])
    }
    if assertions.contains(.uncertain) { line(.init(assertion: .uncertain), words[.uncertain]) }
    if assertions.contains(.imagined) { line(.init(assertion: .imagined), words[.imagined]) }
    let holdings = Set(
      content.lines.map(\.look.holding) + content.nodes.map { view.drawnHolding(of: $0.entity) })
    for holding in Holding.shaded where holdings.contains(holding) {
      if let key = holding.key { line(.init(), words[key], opacity: holding.opacity) }
    }
    return items
  }

  private var signWidth: Double { LegendItem.signWidth * size }

  private var nodeItems: [LegendItem] {
    let kinds = Set(content.nodes.map(\.kind))
    func isBloc(_ kind: TiesContent.Node.Kind) -> Bool {
      kind == .actor(.organization) || kind == .actor(.bloc)
    }
    func isState(_ kind: TiesContent.Node.Kind) -> Bool {
      if case .actor = kind { !isBloc(kind) } else { false }
    }
    let all: [(Bool, TiesContent.Node.Kind, PictureWords.Key)] = [
      (kinds.contains(where: isState), .actor(.state), .state),
      (kinds.contains(where: isBloc), .actor(.organization), .organization),
      (kinds.contains(.person), .person, .person), (kinds.contains(.hub), .hub, .agreement),
      (kinds.contains(.territory), .territory, .territory), (kinds.contains(.event), .event, .event),
    ]
    return all.filter(\.0).map { _, kind, word in
      let box = Box(x: signWidth * 0.1, y: -size * 0.45, width: signWidth * 0.8, height: size * 0.9)
      return LegendItem(sign: shapes.outline(kind, box, .plain, isSecret: false), text: words[word])
    }
  }

  private var lineItems: [LegendItem] {
    var items: [LegendItem] = []
    var seen: [DiagramStyle.EdgeLook] = []
    if content.nodes.contains(where: { $0.number != nil }) {
      let sign =
        shapes.stroke(.init(), color: color(1), path: "M0 0L\(svgNumber(signWidth)) 0")
        + disc(1, at: Point(x: signWidth / 2, y: 0))
      items.append(LegendItem(sign: sign, text: words[.numberedParty]))
      seen.append(DiagramStyle.party)
    }
    // Without colours, lines of roles that stand beside them look alike and need no explanation.
    let named =
      frame.style.theme == .grey
      ? Set(
        content.lines.indices.filter { boxes.labels[$0] == nil }.map { Self.family(of: content.lines[$0]) })
      : nil
    for line in content.lines {
      let family = Self.family(of: line)
      guard !seen.contains(family), named?.contains(family) != false else { continue }
      seen.append(family)
      let heads = content.lines.filter { Self.family(of: $0) == family }.map(Self.head)
      let head = [Head.filled, .open, .vee].first(where: heads.contains) ?? .none
      let heavy = Self.isHeavy(family)
      let color = frame.inks.color(of: family)
      let end = head == .none ? signWidth : signWidth - size * 0.5
      let sign =
        shapes.stroke(
          .init(count: heavy ? 2 : 1), color: color, path: "M0 0L\(svgNumber(end)) 0")
        + Self.arrow(
          head, at: Point(x: signWidth, y: 0), from: Point(x: 0, y: 0), size, color, isHeavy: heavy,
          paper: frame.inks.paper)
      items.append(LegendItem(sign: sign, text: words[family.word]))
    }
    return items
  }

  private var wayItem: LegendItem {
    let color = frame.inks.vermilion
    return LegendItem(
      sign: shapes.stroke(
        .init(count: 4), color: color, path: "M0 0L\(svgNumber(signWidth - size * 0.5)) 0")
        + Self.arrow(
          .filled, at: Point(x: signWidth, y: 0), from: Point(x: 0, y: 0), size, color, isHeavy: true,
          paper: frame.inks.paper), text: words[.journey])
  }
}
