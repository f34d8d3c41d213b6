import Chronology
import Diplomacy
import DiplomacyAnalysis

/// The rows of a page, their marks and the legend.
extension ComplianceChart {
  func plot(_ rows: [Placed], _ columns: Columns, continues: Bool) -> ChartFrame.Block {
    var body: [SVGElement] = []
    var y = 0.0
    for (index, row) in rows.enumerated() {
      // A page that begins within an agreement names it again.
      let heading = row.heading ?? (index == 0 && continues ? frame.name(row.agreement, graph) : nil)
      if let heading {
        y += size * 1.7
        body.append(
          .text(
            frame.fitted(heading, columns.width, size, .bold), at: Point(x: 0, y: y - size * 0.5),
            frame.look(1, nil, .bold), class: "agreement"))
      }
      y += draw(row, at: y, columns, &body)
    }
    let axis = frame.timeAxis(
      columns.scale, at: y + size * 0.3, linesFrom: 0,
      within: columns.scale.range.from - size...columns.width)
    return ChartFrame.Block(
      elements: [TimelineMarks.definitions(inks)] + axis.elements + body,
      height: y + size * 0.3 + axis.height + size * 0.5)
  }

  /// Draws a row below a place; gives its height.
  private func draw(_ row: Placed, at top: Double, _ columns: Columns, _ elements: inout [SVGElement])
    -> Double
  {
    var y = top
    for (line, text) in row.labels.enumerated() {
      elements.append(
        .text(
          text, at: Point(x: size * 0.5, y: y + size * (0.92 + 1.05 * Double(line))), frame.look(0.9),
          class: "row-name", fromRight: false))
    }
    if row.lanes.count > 1 { y += size * 1.2 }
    let limit = columns.labels - size * 0.5
    for lane in row.lanes {
      let middle = y + size * 0.6
      if let reading = lane.reading {
        elements.append(
          .text(
            frame.fitted(reading, limit - size * 0.7, size * 0.8, .italic),
            at: Point(x: size * 1.2, y: middle + size * 0.28), frame.look(0.8, inks.quiet, .italic),
            class: "reading"))
      }
      elements.append(.group("lane", tooltip: tooltip(row, lane), laneElements(lane, middle, columns)))
      y += lane.height
    }
    return row.height - (row.heading == nil ? 0 : size * 1.7)
  }

  private func tooltip(_ row: Placed, _ lane: PlacedLane) -> String {
    let marks = lane.lane.marks.map { mark in
      let date = graph[mark.event]?.when.map { " (\($0.description(in: words.language)))" } ?? ""
      return "\(words[mark.outcome]): \(frame.name(mark.event, graph))\(date)"
    }
    return
      ([row.labels.joined(separator: " ").replacing("\u{200E}", with: ""), lane.reading].compactMap(\.self)
      + (lane.lane.standing.map { [words[$0]] } ?? []) + marks)
      .joined(separator: "\n")
  }

  private func laneElements(_ lane: PlacedLane, _ y: Double, _ columns: Columns) -> [SVGElement] {
    let scale = columns.scale
    let bars = TimelineMarks(inks: inks, height: size * 0.62, scale: scale)
    var elements: [SVGElement] = []
    for span in lane.lane.binding { elements += bars.bar(span, y, .plain, isSecret: false) }
    if let deadline = lane.lane.deadline, !(deadline.earliest.isOpen && deadline.latest.isOpen) {
      elements += deadlineSign(scale(deadline.earliest), scale(deadline.latest), y)
    }
    if let standing = lane.lane.standing {
      elements.append(sign(standing, Point(x: columns.verdicts, y: y)))
    }
    // Thin lines lead to the names; marks lie on them.
    for label in lane.labels {
      let foot = y + size * (1.3 + Double(label.line))
      elements.append(
        .line(
          Point(x: label.x, y: y), Point(x: label.x, y: foot), Stroke(color: inks.quiet, width: size * 0.05)))
      elements.append(
        .text(
          label.text, at: Point(x: label.x + size * 0.25, y: foot), frame.look(0.8, inks.quiet), class: "deed"
        ))
    }
    let marks = lane.lane.marks.compactMap { mark in place(mark, scale).map { (mark: mark, x: $0) } }
    elements += marks.map {
      MarkShape.circle.element(
        at: Point(x: $0.x, y: y), radius: size * 0.5, color: inks.paper, paper: inks.paper)
    }
    for (mark, x) in marks {
      guard let date = graph[mark.event]?.when else { continue }
      let (first, last) = (scale(date.earliest), scale(date.latest))
      if last - first > size * 0.8 { elements += stretch(first, last, y, color(mark.outcome)) }
      elements.append(sign(mark.outcome, Point(x: x, y: y)))
    }
    return elements
  }

  /// A line over all moments at which something may have happened.
  private func stretch(_ first: Double, _ last: Double, _ y: Double, _ color: String) -> [SVGElement] {
    let (line, end) = (
      Stroke(color: color, width: size * 0.14), Stroke(color: color, width: size * 0.1)
    )
    return [
      .line(
        Point(x: first, y: y), Point(x: last, y: y), Stroke(color: inks.paper, width: size * 0.34)),
      .line(Point(x: first, y: y), Point(x: last, y: y), line),
    ]
      + [first, last].map {
        .line(Point(x: $0, y: y - size * 0.3), Point(x: $0, y: y + size * 0.3), end)
      }
  }

  private func deadlineSign(_ first: Double, _ last: Double, _ y: Double) -> [SVGElement] {
    let stroke = Stroke(color: inks.ink, width: size * 0.12)
    var elements: [SVGElement] = [
      .line(Point(x: last, y: y - size * 0.55), Point(x: last, y: y + size * 0.55), stroke)
    ]
    if last - first > size * 0.5 {
      elements.append(
        .line(
          Point(x: first, y: y + size * 0.55), Point(x: last, y: y + size * 0.55),
          Stroke(color: inks.ink, width: size * 0.08, dashes: [size * 0.2, size * 0.15])))
    }
    return elements
  }

  private func color(_ outcome: Compliance.Outcome) -> String {
    switch outcome {
    case .kept: inks.green
    case .breached: inks.vermilion
    case .lapsed, .notCalledUpon: inks.quiet
    case .pending: inks.ink
    case .undecided: inks.orange
    }
  }

  /// The sign of a verdict, each of its own shape.
  private func sign(_ outcome: Compliance.Outcome, _ place: Point) -> SVGElement {
    let shape: MarkShape =
      switch outcome {
      case .kept: .circle
      case .breached: .cross
      case .lapsed: .ring
      case .notCalledUpon: .hollowSquare
      case .pending: .triangle
      case .undecided: .hollowDiamond
      }
    return .group(
      "verdict", [shape.element(at: place, radius: size * 0.4, color: color(outcome), paper: inks.paper)])
  }

  // MARK: Legend

  var legend: [LegendItem] {
    let lanes = data.rows.flatMap(\.lanes)
    let width = LegendItem.signWidth * size
    let middle = Point(x: width / 2, y: 0)
    let outcomes = Set(lanes.flatMap { $0.marks.map(\.outcome) + [$0.standing].compactMap(\.self) })
    var items = Compliance.Outcome.allCases.filter(outcomes.contains).map {
      LegendItem(sign: [sign($0, middle)], text: words[$0])
    }
    let spans = lanes.flatMap(\.binding)
    let moment = Moment(seconds: 0)
    let scale = TimeScale(moment, moment.adding(seconds: 100_000_000), from: 0, to: width)
    let bars = TimelineMarks(inks: inks, height: size * 0.62, scale: scale)
    func bar(_ certain: ClosedRange<Int64>) -> [SVGElement] {
      let (first, last) = (
        moment.adding(seconds: certain.lowerBound * 1_000_000),
        moment.adding(seconds: certain.upperBound * 1_000_000)
      )
      return bars.bar(
        Span(
          earliestStart: moment.adding(seconds: 1_000_000), latestStart: first, earliestEnd: last,
          latestEnd: moment.adding(seconds: 99_000_000)), 0, .plain, isSecret: false)
    }
    if spans.contains(where: { $0.latestStart < $0.earliestEnd }) {
      items.append(LegendItem(sign: bar(1...99), text: words[.bindsCertain]))
    }
    if spans.contains(where: { $0.earliestStart < $0.latestStart || $0.earliestEnd < $0.latestEnd }) {
      items.append(LegendItem(sign: bar(50...50), text: words[.bindsPossible]))
    }
    if lanes.contains(where: { $0.marks.contains { isUncertain($0) } }) {
      items.append(
        LegendItem(
          sign: stretch(size * 0.2, width - size * 0.2, 0, inks.ink)
            + [MarkShape.circle.element(at: middle, radius: size * 0.36, color: inks.ink, paper: inks.paper)],
          text: words[.somewhere]))
    }
    if lanes.contains(where: { $0.deadline.map { !($0.earliest.isOpen && $0.latest.isOpen) } ?? false }) {
      items.append(LegendItem(sign: deadlineSign(middle.x, middle.x, 0), text: words[.deadline]))
    }
    return items
  }

  /// Whether a deed's date is drawn as a stretch of time.
  private func isUncertain(_ mark: ComplianceData.Mark) -> Bool {
    guard let date = graph[mark.event]?.when else { return false }
    return Double(date.latest.seconds) - Double(date.earliest.seconds) > 20 * 86_400
  }
}
