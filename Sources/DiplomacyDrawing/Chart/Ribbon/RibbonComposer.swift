import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// Lays out and draws a journey along time.
struct RibbonComposer {
  let journey: Journey
  let view: GraphView
  let steps: [RibbonStep]
  let meter: TextMeter
  private(set) var frame: ChartFrame
  let scope: PictureScope
  private let scale: TimeScale
  /// The names of the rows, and the middles of the rows from above.
  private let names: [[String]]
  private let rows: [Double]
  private let labels: [Label]
  private let width: Double
  private let left: Double

  var words: PictureWords { frame.words }
  var size: Double { frame.size }

  /// The words beside a step.
  private struct Label {
    let lines: [String]
    let isLeft: Bool
    let x: Double
  }

  init(_ journey: Journey, _ view: GraphView, _ style: PictureStyle, _ timeLimit: Duration)
    throws(ChartError)
  {
    self.journey = journey
    self.view = view
    meter = TextMeter(timeLimit: timeLimit)
    let frame = ChartFrame(style, view, meter)
    let scope = PictureScope(view: view, words: frame.words, language: frame.language)
    let steps = journey.steps.map { RibbonStep($0, view, scope) }
    self.steps = steps
    let size = frame.size
    let actors = [journey.steps[0].from] + journey.steps.map(\.to)
    frame.meter.prepare(
      (actors.map(scope.name) + steps.flatMap(\.words)).flatMap { text in
        breakablePieces(text).flatMap { [$0, $0.trimmingTrailingSpace()] }
      })
    let most = style.widest - 2 * frame.margin
    let width = style.width == nil ? min(most, size * 75) : most
    self.width = width
    let names = actors.map {
      Array(frame.lines(scope.name($0), min(size * 13, width * 0.28), size).prefix(4))
    }
    self.names = names
    let widest = names.joined().map { frame.meter.width($0, size) }.max() ?? 0
    let left = widest + size * 0.8
    self.left = left
    let scale = Self.scale(journey, steps, from: left + size * 1.5, to: width - size * 1.5)
    self.scale = scale
    let labels = steps.map { Self.label($0, scale, frame, left: left, right: width) }
    self.labels = labels
    // Rows are as far apart as the words between them and the names beside them need.
    var rows = [size * max(0.8, 0.6 * Double(names[0].count))]
    for (index, label) in labels.enumerated() {
      let forWords = size * (1.2 * Double(label.lines.count) + 2.2)
      let forNames = size * (0.6 * Double(names[index].count + names[index + 1].count) + 0.8)
      rows.append(rows[index] + max(forWords, forNames))
    }
    self.rows = rows
    (self.frame, self.scope) = (frame, scope)
    let subtitle = [scope.line(), scope.way(journey)].compactMap(\.self).joined(separator: " · ")
    self.frame.subtitle = subtitle
    self.frame.legend = legend
    self.frame.caption =
      [scope.sources(of: Self.attestations(journey, view))].compactMap(\.self)
      + [frame.words[.drawnWith]]
  }

  /// What the steps rest on: their statements, and what they go through.
  private static func attestations(_ journey: Journey, _ view: GraphView) -> [Attestation] {
    journey.steps.flatMap { step in
      step.statements.map(\.attestation)
        + [step.through.flatMap { view.graph[$0]?.attestation }].compactMap(\.self)
    }
  }

  /// From the first to the last moment that is known.
  private static func scale(_ journey: Journey, _ steps: [RibbonStep], from: Double, to: Double) -> TimeScale
  {
    let moments =
      ([journey.departure] + steps.flatMap { [$0.step.moment, $0.bounds?.earliest, $0.bounds?.latest] })
      .compactMap(\.self).filter { !$0.isOpen }
    let start = moments.min() ?? Moment(seconds: 0)
    return TimeScale(start, moments.max() ?? start, from: from, to: to)
  }

  /// Words to the right of a step, or to the left where there is more room.
  private static func label(
    _ step: RibbonStep, _ scale: TimeScale, _ frame: ChartFrame, left: Double, right: Double
  ) -> Label {
    let size = frame.size
    let x = scale(step.step.moment)
    let (first, last) = (
      min(x, step.bounds.map { scale($0.earliest) } ?? x), max(x, step.bounds.map { scale($0.latest) } ?? x)
    )
    var (before, after) = (first - left - size, right - last - size)
    var (start, end) = (first - size * 0.7, last + size * 0.7)
    if max(before, after) < size * 9 {
      // No room beside the box: in it.
      (before, after) = (x - left - size, right - x - size)
      (start, end) = (x - size * 0.7, x + size * 0.7)
    }
    let isLeft = after < size * 16 && before > after
    let lines = step.words.flatMap { frame.lines($0, max(size * 3, isLeft ? before : after), size * 0.92) }
    return Label(lines: lines, isLeft: isLeft, x: isLeft ? start : end)
  }

  // MARK: The whole

  func chart() throws(ChartError) -> Chart {
    let height = (rows.last ?? 0) + size * max(0.9, 0.6 * Double(names.last?.count ?? 1)) + size * 2.4
    let page = frame.page(
      plot(height - size * 2), width: width, height: height, description: description)
    return try Chart(
      [page], frame, meter, description: description, author: view.graph.authors.joined(separator: ", "),
      table: table)
  }

  private var description: String { "\(words[.journeyRibbon]): \(scope.way(journey))." }

  private var table: PictureTable {
    PictureTable(
      columns: [words[.name], words[.through], words[.name], words[.date], words[.role]],
      rows: journey.steps.map { step in
        [
          scope.name(step.from), step.through.map(scope.name) ?? "", scope.name(step.to),
          step.moment.isOpen ? "" : step.moment.description,
          words.list(step.statements.map { words[$0.role] }),
        ]
      })
  }

  // MARK: Drawing

  private func plot(_ foot: Double) -> [SVGElement] {
    let inks = frame.inks
    var elements = axis(foot)
    for (index, y) in rows.enumerated() {
      elements.append(
        .line(Point(x: left, y: y), Point(x: width, y: y), Stroke(color: inks.guide, width: size * 0.06)))
      // From when it is reached until the next step.
      let start = index == 0 ? scale(journey.departure) : scale(steps[index - 1].step.moment)
      let end = index < steps.count ? scale(steps[index].step.moment) : start
      let band = Box(
        x: min(start, end) - size * 0.45, y: y - size * 0.45, width: abs(end - start) + size * 0.9,
        height: size * 0.9)
      elements.append(
        .rectangle(
          band, fill: inks.actorFill, stroke: Stroke(color: inks.blue, width: size * 0.09),
          radius: size * 0.45))
    }
    elements += steps.indices.map(drawn)
    for (lines, y) in zip(names, rows) {
      for (number, line) in lines.enumerated() {
        let baseline = y + size * (0.34 + 1.15 * (Double(number) - Double(lines.count - 1) / 2))
        elements.append(
          .text(
            line, at: Point(x: left - size * 0.8, y: baseline), frame.look(anchor: .end), class: "row-label"))
      }
    }
    return elements
  }

  private func axis(_ foot: Double) -> [SVGElement] {
    var ticks = scale.ticks(max(2, Int((width - left) / (size * 8))), in: frame.language)
    if ticks.count < 2 {
      // Within a month the days at both ends.
      let isOneMoment = Set(steps.map(\.step.moment) + [journey.departure]).count == 1
      let hasBounds = steps.contains { $0.bounds != nil }
      ticks = (isOneMoment && !hasBounds ? [scale.start] : [scale.start, scale.end]).map { moment in
        let day = moment.day.description
        return TimeScale.Tick(
          moment: moment, label: (try? HistoricalDate(day))?.description(in: frame.language) ?? day)
      }
    }
    var elements: [SVGElement] = []
    var end = -Double.infinity
    for tick in ticks {
      let x = scale(tick.moment)
      elements.append(
        .line(
          Point(x: x, y: 0), Point(x: x, y: foot), Stroke(color: frame.inks.band, width: size * 0.12)))
      let length = meter.width(tick.label, size * 0.85)
      let place = min(x, width - length / 2)
      guard place - length / 2 > end, place - length / 2 >= 0 else { continue }
      end = place + length / 2 + size * 0.5
      elements.append(
        .text(
          tick.label, at: Point(x: place, y: foot + size * 1.3),
          frame.look(0.85, frame.inks.quiet, anchor: .middle), class: "tick"))
    }
    return elements
  }

  private var shapes: DiagramShapes { DiagramShapes(inks: frame.inks, size: size) }

  /// A step: a box over its bounds, an arrow between the rows, and its words.
  private func drawn(_ index: Int) -> SVGElement {
    let step = steps[index]
    let (top, bottom) = (rows[index] + size * 0.45, rows[index + 1] - size * 0.45)
    let x = scale(step.step.moment)
    var elements: [SVGElement] = []
    if let bounds = step.bounds {
      let (first, last) = (scale(bounds.earliest), scale(bounds.latest))
      elements.append(
        boundsBox(Box(x: first, y: top + size * 0.4, width: last - first, height: bottom - top - size * 0.8)))
    }
    let color = step.look.isSecret ? frame.inks.vermilion : frame.inks.ink
    let (from, to) = step.isTurned ? (bottom, top) : (top, bottom)
    let reach = size * 0.5 * (to > from ? 1 : -1)
    elements += shapes.stroke(
      step.look, color: color,
      path: "M\(svgNumber(x)) \(svgNumber(from))L\(svgNumber(x)) \(svgNumber(to - reach))")
    elements += FullComposer.arrow(
      .filled, at: Point(x: x, y: to), from: Point(x: x, y: from), size, color, isHeavy: true,
      paper: frame.inks.paper)
    let label = labels[index]
    let leading = size * 1.2
    var y = (top + bottom) / 2 - leading * Double(label.lines.count) / 2
    for (number, line) in label.lines.enumerated() {
      y += leading
      let isLast = number == label.lines.count - 1
      elements.append(
        .text(
          line, at: Point(x: label.x, y: y - leading * 0.26),
          TextLook(
            size: size * 0.92, color: isLast ? frame.inks.quiet : frame.inks.ink,
            anchor: label.isLeft ? .end : .start, halo: frame.inks.paper), class: "step-label"))
    }
    return .group("step", tooltip: step.words.joined(separator: " · "), elements)
  }

  private func boundsBox(_ box: Box) -> SVGElement {
    .rectangle(
      box, fill: frame.inks.agreementFill,
      stroke: Stroke(color: frame.inks.orange, width: size * 0.07, dashes: [size * 0.3, size * 0.2]))
  }

  // MARK: Legend

  private var legend: [LegendItem] {
    let sign = LegendItem.signWidth * size
    let middle = sign / 2
    var items = [
      LegendItem(
        sign: [
          .rectangle(
            Box(x: 0, y: -size * 0.4, width: sign, height: size * 0.8), fill: frame.inks.actorFill,
            stroke: Stroke(color: frame.inks.blue, width: size * 0.09), radius: size * 0.4)
        ], text: words[.journeyStay]),
      LegendItem(
        sign: shapes.stroke(
          .init(count: 2), color: frame.inks.ink,
          path: "M\(svgNumber(middle)) \(svgNumber(-size * 0.6))L\(svgNumber(middle)) 0")
          + FullComposer.arrow(
            .filled, at: Point(x: middle, y: size * 0.6), from: Point(x: middle, y: -size), size,
            frame.inks.ink, isHeavy: true, paper: frame.inks.paper), text: words[.journeyStep]),
    ]
    if steps.contains(where: { $0.bounds != nil }) {
      items.append(
        LegendItem(
          sign: [boundsBox(Box(x: 0, y: -size * 0.45, width: sign, height: size * 0.9))],
          text: words[.journeyBounds]))
    }
    func line(_ look: TiesComposer.TieLook, _ key: PictureWords.Key) {
      items.append(
        LegendItem(
          sign: shapes.stroke(look, color: frame.inks.ink, path: "M0 0L\(svgNumber(sign)) 0"),
          text: words[key]))
    }
    if steps.contains(where: \.look.isSecret) { line(.init(isSecret: true), .secret) }
    if steps.contains(where: { $0.look.assertion == .uncertain }) {
      line(.init(assertion: .uncertain), .uncertain)
    }
    if steps.contains(where: { $0.look.assertion == .imagined }) {
      line(.init(assertion: .imagined), .imagined)
    }
    return items
  }
}
