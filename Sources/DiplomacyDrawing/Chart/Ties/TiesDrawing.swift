import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation

/// The lines, nodes and labels of a diagram of ties, as one of its views sees them.
extension TiesComposer {
  /// How a line is drawn.
  struct TieLook: Hashable {
    var assertion = Assertion.plain
    var isSecret = false
    var holding = Holding.certainly
    /// How many agreements it stands for.
    var count = 1
    /// In which of two compared views it is.
    var difference = Difference.none
  }

  /// Which of two views has something.
  enum Difference: Hashable {
    /// Both, or there are no two.
    case none
    case onlyFirst, onlySecond
  }

  /// The picture of a view or of several in one, lines below nodes below labels.
  func panel(_ numbers: [Int]) -> [SVGElement] {
    let looks = content.ties.map { look(of: $0, numbers) }
    var shown: Set<Int> = []
    for (tie, look) in zip(content.ties, looks) where look != nil {
      shown.formUnion([tie.from, tie.to])
      if case .pair(let label) = tie.kind { shown.insert(label) }
    }
    let number = numbers[0]
    let lines = zip(content.ties, looks).compactMap { tie, look in
      look.flatMap { drawnTie(tie, $0, number) }
    }
    // In small pictures of a series, actors without ties stay in the background, so that the eye finds its way.
    let isSeries = !arrangement.hasLabels
    let absent = content.nodes.indices.filter { index in
      guard isSeries, !shown.contains(index), case .actor = content.nodes[index].kind else { return false }
      return true
    }
    let nodes = content.nodes.indices.filter { shown.contains($0) && content.nodes[$0].kind != .label }
    let labels = content.nodes.indices.filter { shown.contains($0) && content.nodes[$0].kind == .label }
    return [
      .group(
        "absent",
        absent.isEmpty
          ? []
          : [SVGElement("g", [("opacity", "0.3")], absent.map { drawnNode($0, numbers) })]),
      .group("ties", lines), .group("nodes", nodes.map { drawnNode($0, numbers) }),
      .group("labels", arrangement.hasLabels ? labels.map { drawnLabel($0, numbers) } : []),
    ]
  }

  /// How several views together see a tie; in pictures side by side, also whether the other has it.
  private func look(of tie: TiesContent.Tie, _ numbers: [Int]) -> TieLook? {
    let looks = numbers.map { look(of: tie, $0) }
    guard var look = looks.compactMap(\.self).first else { return nil }
    if case .together = arrangement {
      look.difference = looks[0] == nil ? .onlySecond : looks[1] == nil ? .onlyFirst : .none
      look.count = looks.compactMap { $0?.count }.max() ?? 1
    } else if case .panels(_, _, hasLabels: true) = arrangement, views.count == 2 {
      let other = 1 - numbers[0]
      if self.look(of: tie, other) == nil { look.difference = numbers[0] == 0 ? .onlyFirst : .onlySecond }
    }
    return look
  }

  // MARK: Lines

  /// How a view sees a tie; nil where it is not there.
  func look(of tie: TiesContent.Tie, _ number: Int) -> TieLook? {
    switch tie.kind {
    case .pair(let label):
      let seen = content.nodes[label].agreements.compactMap { content.seen[number][$0] }
        .filter { $0.members.count > 1 }
      guard !seen.isEmpty else { return nil }
      return TieLook(
        assertion: seen.map(whole).reduce(whole(seen[0])) { $0 == $1 ? $0 : .plain },
        isSecret: seen.allSatisfy(\.isSecret),
        holding: seen.map(holding).reduce(holding(seen[0])) { surer($0, $1) },
        count: seen.count)
    case .spoke(let agreement, let member):
      guard let seen = content.seen[number][agreement],
        let own = seen.members.first(where: { $0.actor == member.actor })
      else { return nil }
      return TieLook(
        assertion: own.assertion.weaker(seen.assertion), isSecret: seen.isSecret || own.isSecret,
        holding: own.holding)
    case .link(let id):
      guard let (statement, answer) = views[number].statementAndAnswer(id), answer != .no else { return nil }
      return TieLook(
        assertion: Assertion(statement.attestation), isSecret: views[number].isSecret(statement.attestation),
        holding: views[number].drawnHolding(of: statement))
    }
  }

  private func whole(_ participation: Participation) -> Assertion {
    participation.members.reduce(participation.assertion) { $0.weaker($1.assertion) }
  }

  private func holding(_ participation: Participation) -> Holding {
    participation.members.reduce(participation.holding) { $0.weaker($1.holding) }
  }

  /// The surer of two: what one of several agreements surely ties is tied.
  private func surer(_ one: Holding, _ other: Holding) -> Holding { one.weaker(other) == one ? other : one }

  private func drawnTie(_ tie: TiesContent.Tie, _ look: TieLook, _ number: Int) -> SVGElement? {
    let (from, to) = (layout.centers[tie.from], layout.centers[tie.to])
    var elements: [SVGElement] = []
    switch tie.kind {
    case .pair(let label):
      elements = layout.bends[label].map { stroke(look, color: frame.inks.ink, path: curve($0)) } ?? []
    case .spoke(_, let member):
      let path = "M\(svgNumber(from.x)) \(svgNumber(from.y))L\(svgNumber(to.x)) \(svgNumber(to.y))"
      elements = stroke(look, color: frame.inks.orange, path: path)
      let sign = IncidenceMarks.sign(of: member)
      if sign != .party {
        let marks = IncidenceMarks(inks: frame.inks, radius: size * 0.36)
        let place = edge(of: tie.to, towards: from, distance: size * 0.75)
        elements += marks.mark(sign, .plain, isSecret: look.isSecret, at: place)
      }
    case .link(let id): elements = link(tie, id, look)
    }
    let group = SVGElement.group("tie", tooltip: tooltip(tie, number), elements)
    return look.holding.opacity.map { SVGElement("g", [("opacity", svgNumber($0))], [group]) } ?? group
  }

  private func curve(_ bend: Bend) -> String {
    "M\(svgNumber(bend.from.x)) \(svgNumber(bend.from.y))Q\(svgNumber(bend.control.x)) "
      + "\(svgNumber(bend.control.y)) \(svgNumber(bend.to.x)) \(svgNumber(bend.to.y))"
  }

  /// A line, as ``DiagramShapes/stroke(_:color:path:)`` draws it.
  func stroke(_ look: TieLook, color: String, path: String) -> [SVGElement] {
    shapes.stroke(look, color: color, path: path)
  }

  /// A statement about a territory, event or person; of an event, from the agent through it to those it is against.
  private func link(_ tie: TiesContent.Tie, _ id: StatementID, _ look: TieLook) -> [SVGElement] {
    guard let role = view.graph.statement(id)?.role else { return [] }
    let style = DiagramStyle.look(of: role)
    // Who is the target or recipient of an event suffers it: the arrow goes to them.
    let isTurned = role == .target || role == .recipient
    let (tail, head) = isTurned ? (tie.to, tie.from) : (tie.from, tie.to)
    let start = layout.centers[tail]
    let end = edge(of: head, towards: start, distance: 0)
    let color = frame.inks.color(of: style)
    let path = "M\(svgNumber(start.x)) \(svgNumber(start.y))L\(svgNumber(end.x)) \(svgNumber(end.y))"
    var elements = stroke(look, color: color, path: path)
    if style.head != "none" || role == .agent {
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = max(hypot(dx, dy), 1e-6)
      let (ux, uy) = (dx / length * size * 0.6, dy / length * size * 0.6)
      elements.append(
        .polygon(
          [
            end, Point(x: end.x - ux - uy * 0.45, y: end.y - uy + ux * 0.45),
            Point(x: end.x - ux + uy * 0.45, y: end.y - uy - ux * 0.45),
          ], fill: color))
    }
    return elements
  }

  /// Where a line from the middle of a box leaves it, and so far beyond.
  private func edge(of index: Int, towards other: Point, distance: Double) -> Point {
    let box = layout.box(index)
    let middle = box.middle
    let (dx, dy) = (other.x - middle.x, other.y - middle.y)
    let length = max(hypot(dx, dy), 1e-6)
    let share = min(
      dx == 0 ? .infinity : box.width / 2 / abs(dx), dy == 0 ? .infinity : box.height / 2 / abs(dy), 1)
    let reach = share + distance / length
    return Point(
      x: middle.x + dx * min(reach, 0.5 + share / 2), y: middle.y + dy * min(reach, 0.5 + share / 2))
  }

  private func tooltip(_ tie: TiesContent.Tie, _ number: Int) -> String {
    switch tie.kind {
    case .pair(let label):
      let ends = [tie.from, tie.to].compactMap { content.nodes[$0].id }.map(scope.name)
      let names = content.nodes[label].agreements.compactMap { content.seen[number][$0] }.map {
        $0.agreement.name.text(in: frame.language)
      }
      return "\(ends.joined(separator: " – ")): \(words.list(names))"
    case .spoke(let agreement, let member):
      let name = content.agreements[agreement].agreement.name.text(in: frame.language)
      return "\(scope.name(member.actor)), \(words.list(member.roles.map { words[$0] })): \(name)"
    case .link(let id):
      guard let statement = view.graph.statement(id) else { return "" }
      return [
        scope.name(statement.subject), words[statement.role], scope.name(statement.object),
        statement.office?.text(in: frame.language),
      ].compactMap(\.self).joined(separator: " · ")
    }
  }

  // MARK: Nodes and labels

  private func drawnNode(_ index: Int, _ numbers: [Int]) -> SVGElement {
    let node = content.nodes[index]
    let entity = node.id.flatMap { view.graph[$0] }
    let isSecret =
      node.kind == .hub && seen(node.agreements[0], numbers)?.isSecret == true
      || node.kind == .event && entity.map { views[numbers[0]].isSecret($0.attestation) } == true
    let assertion = entity.map { Assertion($0.attestation) } ?? .plain
    let outline = outline(node.kind, layout.box(index), assertion, isSecret: isSecret)
    return .group(
      "node", id: node.id?.rawValue, tooltip: entity?.name.text(in: frame.language),
      outline + lines(index) { _ in TextLook(size: 0, color: frame.inks.ink) })
  }

  /// An agreement as the first of several views has it.
  private func seen(_ agreement: Int, _ numbers: [Int]) -> Participation? {
    numbers.lazy.compactMap { content.seen[$0][agreement] }.first
  }

  /// The shape of a node.
  func outline(_ kind: TiesContent.Node.Kind, _ box: Box, _ assertion: Assertion, isSecret: Bool)
    -> [SVGElement]
  {
    shapes.outline(kind, box, assertion, isSecret: isSecret)
  }

  private var shapes: DiagramShapes { DiagramShapes(inks: frame.inks, size: size) }

  /// The names of a pair's agreements on a light ground, each as its agreement is asserted.
  private func drawnLabel(_ index: Int, _ numbers: [Int]) -> SVGElement {
    let box = layout.box(index)
    let ground = SVGElement.rectangle(box, fill: frame.inks.paper, radius: size * 0.3, opacity: 0.88)
    let names = lines(index) { line -> TextLook? in
      var look = TextLook(size: 0, color: frame.inks.ink, halo: frame.inks.paper)
      guard let agreement = line.agreement else { return look }
      guard let seen = self.seen(agreement, numbers) else { return nil }
      if seen.isSecret { (look.color, look.weight) = (frame.inks.vermilion, .italic) }
      if let opacity = holding(seen).opacity { look.opacity = min(1, opacity + 0.15) }
      return look
    }
    return .group("label", [ground] + names)
  }

  /// The lines of a box in its middle; those without a look are left out.
  private func lines(_ index: Int, _ look: (TiesBoxes.Line) -> TextLook?) -> [SVGElement] {
    let contents = boxes.boxes[index]
    let shown = contents.lines.compactMap { line in look(line).map { (line.text, $0) } }
    let middle = layout.box(index).middle
    let first = middle.y - contents.leading * Double(shown.count) / 2 + contents.textSize * 0.95
    return shown.enumerated().map { number, line in
      var look = line.1
      (look.size, look.anchor) = (contents.textSize, .middle)
      return .text(
        line.0, at: Point(x: middle.x, y: first + contents.leading * Double(number)), look,
        class: content.nodes[index].kind == .label ? "tie-label" : "node-label")
    }
  }

  // MARK: Legend

  /// What two compared views are called; nil where none are.
  private var comparedNames: [String]? {
    switch arrangement {
    case .together(let names): names
    case .panels(let names, _, hasLabels: true) where names.count == 2: names
    default: nil
    }
  }

  var legend: [LegendItem] {
    let width = LegendItem.signWidth * size
    var items: [LegendItem] = []
    func node(_ kind: TiesContent.Node.Kind, _ word: String) {
      let box = Box(x: width * 0.1, y: -size * 0.45, width: width * 0.8, height: size * 0.9)
      items.append(LegendItem(sign: outline(kind, box, .plain, isSecret: false), text: word))
    }
    let kinds = Set(content.nodes.map(\.kind))
    let actors = kinds.compactMap { kind -> EntityKind? in
      if case .actor(let kind) = kind { kind } else { nil }
    }
    if actors.contains(where: { $0 != .organization && $0 != .bloc }) {
      node(.actor(.state), words[PictureWords.Key.state])
    }
    if actors.contains(where: { $0 == .organization || $0 == .bloc }) {
      node(.actor(.organization), words[PictureWords.Key.organization])
    }
    if kinds.contains(.person) { node(.person, words[PictureWords.Key.person]) }
    if kinds.contains(.hub) { node(.hub, words[.hub]) }
    if kinds.contains(.territory) { node(.territory, words[PictureWords.Key.territory]) }
    if kinds.contains(.event) { node(.event, words[PictureWords.Key.event]) }
    func line(_ look: TieLook, _ word: String) {
      let path = "M0 0L\(svgNumber(width)) 0"
      let elements = stroke(look, color: frame.inks.ink, path: path)
      items.append(
        LegendItem(
          sign: look.holding.opacity.map { [SVGElement("g", [("opacity", svgNumber($0))], elements)] }
            ?? elements, text: word))
    }
    let looks = views.indices.flatMap { number in content.ties.compactMap { look(of: $0, number) } }
    let seen = content.seen.joined().compactMap(\.self)
    if kinds.contains(.label) { line(TieLook(), words[.betweenTwo]) }
    if looks.contains(where: { $0.count > 1 }) { line(TieLook(count: 3), words[.several]) }
    if looks.contains(where: \.isSecret) || seen.contains(where: \.isSecret) {
      line(TieLook(isSecret: true), words[.secret])
    }
    if looks.contains(where: { $0.assertion == .uncertain }) {
      line(TieLook(assertion: .uncertain), words[.uncertain])
    }
    if looks.contains(where: { $0.assertion == .imagined }) {
      line(TieLook(assertion: .imagined), words[.imagined])
    }
    if let names = comparedNames {
      line(TieLook(difference: .onlyFirst), "\(words.labelled(.onlyIn, names[0].asLabel)) (−)")
      line(TieLook(difference: .onlySecond), "\(words.labelled(.onlyIn, names[1].asLabel)) (+)")
    }
    for holding in Holding.shaded where looks.contains(where: { $0.holding == holding }) {
      if let key = holding.key { line(TieLook(holding: holding), words[key]) }
    }
    items += signs(width)
    return items + linkLines(width)
  }

  /// The signs of other roles than that of a party.
  private func signs(_ width: Double) -> [LegendItem] {
    let marks = IncidenceMarks(inks: frame.inks, radius: size * 0.36)
    let signs = Set(
      content.ties.compactMap { tie -> IncidenceMarks.Sign? in
        if case .spoke(_, let member) = tie.kind { IncidenceMarks.sign(of: member) } else { nil }
      })
    let all: [(IncidenceMarks.Sign, String)] = [
      (.guarantor, words[Role.guarantor]), (.signatory, words[Role.signatory]), (.acceded, words[.acceded]),
      (.withdrew, words[.withdrew]), (.otherwise, words[.otherwise]),
    ]
    return all.filter { signs.contains($0.0) }.map { sign, word in
      LegendItem(
        sign: marks.mark(sign, .plain, isSecret: false, at: Point(x: width / 2, y: 0)), text: word)
    }
  }

  private func linkLines(_ width: Double) -> [LegendItem] {
    var looks: [DiagramStyle.EdgeLook] = []
    for tie in content.ties {
      guard case .link(let id) = tie.kind, let role = view.graph.statement(id)?.role else { continue }
      let look = DiagramStyle.look(of: role)
      if !looks.contains(look) { looks.append(look) }
    }
    return looks.map { look in
      LegendItem(
        sign: stroke(TieLook(), color: frame.inks.color(of: look), path: "M0 0L\(svgNumber(width)) 0"),
        text: words[look.word])
    }
  }
}

extension GraphView {
  /// A statement with whether it holds.
  func statementAndAnswer(_ id: StatementID) -> (statement: Statement, answer: Answer)? {
    graph.statement(id).flatMap { statement in
      statements(about: statement.subject).first { $0.statement.id == id }
    }
  }
}
