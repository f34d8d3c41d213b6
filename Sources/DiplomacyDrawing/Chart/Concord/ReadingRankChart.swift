import Chronology
import Diplomacy
public import DiplomacyAnalysis

extension Chart {
  /// Draws what readings do to a measure: a column for each reading, a line for each of the highest from rank to rank.
  ///
  /// A bar around a place says how far uncertain dates let the rank move. Lines are named at both ends; who shares a rank stands
  /// side by side.
  /// - Parameters:
  ///   - ranks: The ranks under each reading.
  ///   - most: How many entities are drawn: those that rank highest on average; at most 40.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``.
  public static func ranks(
    _ ranks: ReadingRanks, most: Int = 12, _ style: PictureStyle = PictureStyle(),
    timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try ReadingRankChart(ranks, most, style, TextMeter(timeLimit: timeLimit)).chart()
  }
}

/// Lays out and draws ranks under several readings.
struct ReadingRankChart {
  /// More lines cannot be told apart, and more columns stand too close.
  private static let mostLines = 40
  private static let mostColumns = 16

  let ranks: ReadingRanks
  let rows: [ReadingRanks.Row]
  var frame: ChartFrame
  let width: Double
  let looks: [SeriesLook]
  let names: [String]
  let columnNames: [String]

  var size: Double { frame.size }
  var words: PictureWords { frame.words }
  var inks: Inks { frame.inks }
  private var graph: DiplomaticGraph { ranks.first.network.view.graph }
  /// The columns that are drawn.
  var columns: Range<Int> { 0..<min(ranks.readings.count, Self.mostColumns) }

  init(_ ranks: ReadingRanks, _ most: Int, _ style: PictureStyle, _ meter: TextMeter) {
    self.ranks = ranks
    let frame = ChartFrame(style, ranks.first.network.view, meter)
    self.frame = frame
    let graph = ranks.first.network.view.graph
    rows = Array(ranks.rows.prefix(min(Self.mostLines, max(1, most))))
    width = max(
      frame.size * 8, style.width.map { $0 - 2 * frame.margin } ?? min(style.widest, frame.size * 62))
    looks = rows.indices.map { SeriesLook($0, frame.inks, size: frame.size) }
    names = rows.map { frame.name($0.entity.id, graph) }
    columnNames = ranks.readings.map { graph.title(of: $0, in: frame.language) }
    meter.prepare(names + columnNames)
  }

  func chart() throws(ChartError) -> Chart {
    var chart = self
    let date = ranks.first.network.view.options.at?.description(in: words.language)
    chart.frame.subtitle = [
      "\(words[ranks.measure].capitalizedFirst) · \(words[.ranksByReading])", date,
    ].compactMap(\.self).joined(separator: " · ")
    chart.frame.caption = caption
    chart.frame.legend = legend
    let plot =
      rows.isEmpty
      ? ChartFrame.Block(
        elements: [.text(words[.nothing], at: Point(x: 0, y: size), frame.look(1, inks.quiet))],
        height: size * 2)
      : chart.plot()
    let page = chart.frame.page(
      plot.elements, width: width, height: plot.height, description: description)
    return try Chart(
      [page], chart.frame, frame.meter, description: description, author: words.list(graph.authors),
      table: table)
  }

  // MARK: The plot

  private func plot() -> ChartFrame.Block {
    let places = rows.flatMap { $0.places.prefix(columns.count).compactMap(\.self) }
    let lowest = places.map { max($0.rank, hasBands ? $0.ranks.upperBound : 0) }.max() ?? 1
    let longest = names.map { frame.meter.width($0, size) }.max() ?? 0
    let label = min(longest, max(size * 5, width * 0.26))
    // Those of one rank stand side by side around their column, and names beyond the outermost of them.
    let side = label + size * 1.8
    let room = max(size, (width - 2 * side) / Double(max(1, columns.count)))
    let aside = min(size * 0.75, room * 0.7 / Double(max(1, rows.count)))
    let spread = aside * Double(rows.count - 1) / 2
    let edge = side + spread
    let inner = max(size, width - 2 * edge)
    let step = columns.count > 1 ? inner / Double(columns.count - 1) : inner
    func x(_ column: Int) -> Double {
      columns.count > 1 ? edge + Double(column) * step : edge + inner / 2
    }
    // As high as names need, and ranks to be told apart; of long lists of ranks what the page has room for.
    let wanted = size * 1.7 * Double(max(rows.count, min(lowest, 2 * rows.count)))
    let height = max(
      size * 8, min(wanted, max(size * 1.4 * Double(rows.count), frame.room(width) - size * 5)))
    let top = size * 2.2
    let scale = LinearScale(1...Double(max(2, lowest)), from: top, to: top + height)
    func place(_ row: Int, _ column: Int) -> Point? {
      guard let place = rows[row].places[column] else { return nil }
      let shift = (Double(row) - Double(rows.count - 1) / 2) * aside
      return Point(x: x(column) + shift, y: scale(Double(place.rank)))
    }
    let (left, right) = (edge - spread - size * 0.6, width - edge + spread + size * 0.6)
    let axis = axis(scale, from: left, to: right, numbersAt: columns.count > 1 ? edge + step / 2 : left)
    var elements = axis.lines
    elements += columnTitles(x, step, from: top - size * 0.8, to: top + height + size * 0.6)
    for row in rows.indices { elements += bands(row, scale, place) }
    for row in rows.indices { elements.append(line(row, place)) }
    elements += axis.numbers
    let range = (top - size * 0.6)...(top + height + size * 0.6)
    elements += labels(place, column: 0, at: label, isLeft: true, label, range)
    if let last = columns.last {
      elements += labels(place, column: last, at: width - label, isLeft: false, label, range)
    }
    return ChartFrame.Block(elements: elements, height: top + height + size * 1.6)
  }

  /// Lines across at whole ranks, the first of them among these, and the ranks themselves, which stand on all else.
  private func axis(_ scale: LinearScale, from left: Double, to right: Double, numbersAt x: Double) -> (
    lines: [SVGElement], numbers: [SVGElement]
  ) {
    var values = frame.numberTicks(scale, isWhole: true).map { Int($0.value) }.filter { $0 > 1 }
    // What would stand in the way of the first rank is left out.
    values.removeAll { (scale(Double($0)) - scale(1)).magnitude < size * 1.2 }
    values.insert(1, at: 0)
    frame.meter.prepare(values.map { "\($0)" })
    let lines = values.map { value in
      let y = scale(Double(value))
      return SVGElement.line(
        Point(x: left, y: y), Point(x: right, y: y), Stroke(color: inks.guide, width: size * 0.06))
    }
    let numbers = values.flatMap { value -> [SVGElement] in
      let (y, text) = (scale(Double(value)), "\(value)")
      let half = frame.meter.width(text, size * 0.75) / 2 + size * 0.2
      return [
        .rectangle(
          Box(x: x - half, y: y - size * 0.5, width: 2 * half, height: size), fill: inks.paper, opacity: 0.85),
        .text(
          text, at: Point(x: x, y: y + size * 0.27), frame.look(0.75, inks.quiet, anchor: .middle),
          class: "axis"),
      ]
    }
    return (lines, numbers)
  }

  /// The readings above their columns, each as long as there is room for.
  private func columnTitles(_ x: (Int) -> Double, _ step: Double, from top: Double, to bottom: Double)
    -> [SVGElement]
  {
    columns.flatMap { column -> [SVGElement] in
      let room = columns.count > 1 ? step - size * 0.6 : width
      let id = ranks.readings[column].rawValue
      let title = columnNames[column]
      let text =
        frame.meter.width(title, size, .bold) <= room || frame.meter.width(id, size, .bold) > room
        ? title : id
      let name = frame.fitted(text, max(size * 2, room), size, .bold)
      let half = frame.meter.width(name, size, .bold) / 2
      let middle = min(max(x(column), half), width - half)
      return [
        .line(
          Point(x: x(column), y: top), Point(x: x(column), y: bottom),
          Stroke(color: inks.guide, width: size * 0.1)),
        .group(
          "column", tooltip: title,
          [
            .text(
              name, at: Point(x: middle, y: top - size * 0.6), frame.look(1, nil, .bold, anchor: .middle),
              class: "column-name")
          ]),
      ]
    }
  }

  /// How far uncertain dates let each rank of an entity move.
  private func bands(_ row: Int, _ scale: LinearScale, _ place: (Int, Int) -> Point?) -> [SVGElement] {
    columns.flatMap { column -> [SVGElement] in
      guard let point = place(row, column), let ranks = rows[row].places[column]?.ranks, ranks.count > 1
      else { return [] }
      let (top, bottom) = (scale(Double(ranks.lowerBound)), scale(Double(ranks.upperBound)))
      let edge = Stroke(color: looks[row].color, width: size * 0.07)
      func across(_ y: Double) -> SVGElement {
        .line(Point(x: point.x - size * 0.2, y: y), Point(x: point.x + size * 0.2, y: y), edge)
      }
      return [
        .line(
          Point(x: point.x, y: top), Point(x: point.x, y: bottom),
          Stroke(color: looks[row].color, width: size * 0.34, opacity: 0.35)), across(top), across(bottom),
      ]
    }
  }

  /// An entity's places, joined where it has one under neighbouring readings.
  private func line(_ row: Int, _ place: (Int, Int) -> Point?) -> SVGElement {
    let look = looks[row]
    let points = columns.map { place(row, $0) }
    var elements: [SVGElement] = []
    for (one, other) in zip(points, points.dropFirst()) {
      guard let one, let other else { continue }
      elements.append(.line(one, other, Stroke(color: look.color, width: size * 0.13, dashes: look.dashes)))
    }
    for case let point? in points {
      elements.append(
        look.shape.element(at: point, radius: size * 0.34, color: look.color, paper: inks.paper))
    }
    let told = columns.compactMap { column in
      rows[row].places[column].map { "\(columnNames[column]): \(rankText($0))" }
    }
    return .group(
      "line", id: rows[row].entity.id.rawValue, tooltip: ([names[row]] + told).joined(separator: "\n"),
      elements)
  }

  /// Names beside a column, each as near as can be to its rank, with a thin line to it.
  private func labels(
    _ place: (Int, Int) -> Point?, column: Int, at edge: Double, isLeft: Bool, _ length: Double,
    _ range: ClosedRange<Double>
  ) -> [SVGElement] {
    let there = rows.indices.compactMap { row in place(row, column).map { (row: row, point: $0) } }
    let heights = LabelSpacing.spread(
      there.map(\.point.y), lengths: there.map { _ in size * 1.25 }, within: range)
    return zip(there, heights).flatMap { entry, y -> [SVGElement] in
      let name = frame.fitted(names[entry.row], length, size)
      let side = isLeft ? 1.0 : -1.0
      return [
        .line(
          Point(x: edge + side * size * 0.3, y: y),
          Point(x: entry.point.x - side * size * 0.45, y: entry.point.y),
          Stroke(color: looks[entry.row].color, width: size * 0.05)),
        .text(
          name, at: Point(x: edge, y: y + size * 0.33), frame.look(1, nil, anchor: isLeft ? .end : .start),
          class: "line-label"),
      ]
    }
  }
}
