import Chronology
public import Diplomacy

extension Chart {
  /// Draws how closely the dates of a view are known: a bar and a number for each precision and each sort of thing that has dates.
  ///
  /// Counted are the dates of existence of actors and territories, of events, of the acts and stated times in force of
  /// agreements, and of links that have dates of their own; and what of the first four has no date at all. What is marked as uncertain
  /// or approximate is the hollow part of a bar. All bars are to one scale.
  /// - Parameters:
  ///   - view: What is looked at.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``.
  public static func datePrecision(
    _ view: GraphView, _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try PrecisionChart(view, style, TextMeter(timeLimit: timeLimit)).chart()
  }
}

/// Lays out and draws how closely dates are known.
private struct PrecisionChart {
  let view: GraphView
  let data: PrecisionData
  var frame: ChartFrame

  private var size: Double { frame.size }
  private var words: PictureWords { frame.words }
  private var inks: Inks { frame.inks }

  init(_ view: GraphView, _ style: PictureStyle, _ meter: TextMeter) {
    self.view = view
    data = PrecisionData(view)
    frame = ChartFrame(style, view, meter)
    let scope = PictureScope(view: view, words: frame.words, language: frame.language)
    frame.subtitle = [frame.words[.precisionChart].capitalizedFirst, scope.line()].compactMap(\.self)
      .joined(separator: " · ")
  }

  /// The columns: each sort of thing, and all together where there are several.
  private var columns: [PrecisionData.Subject?] {
    data.subjects.count > 1 ? data.subjects.map { $0 } + [nil] : data.subjects.map { $0 }
  }

  private func name(_ subject: PrecisionData.Subject?) -> String { words[subject?.key ?? .total] }
  private func name(_ closeness: PrecisionData.Closeness) -> String {
    words.open("precision.\(closeness.name)", closeness.name)
  }

  func chart() throws(ChartError) -> Chart {
    var chart = self
    let width =
      frame.style.width.map { $0 - 2 * frame.margin } ?? min(frame.style.widest - 2 * frame.margin, size * 68)
    chart.frame.caption =
      [words.sentences([words[.countedDates]]), frame.closingNote(view.graph)]
    if !data.qualified.isEmpty { chart.frame.legend = [legend] }
    let plot = chart.plot(width)
    let page = chart.frame.page(plot.elements, width: width, height: plot.height, description: description)
    return try Chart(
      [page], chart.frame, frame.meter, description: description, author: words.list(view.graph.authors),
      table: table)
  }

  /// Columns side by side as far as there is room, the others below.
  private func plot(_ width: Double) -> ChartFrame.Block {
    guard !data.counts.isEmpty else {
      return ChartFrame.Block(
        elements: [.text(words[.nothing], at: Point(x: 0, y: size), frame.look(1, inks.quiet))],
        height: size * 2)
    }
    let names = columns.map { name($0) }
    let rows = data.closenesses.map { name($0) }
    frame.meter.prepare(rows)
    frame.meter.prepare(names, .bold)
    let labels = min(rows.map { frame.meter.width($0, size) }.max() ?? 0, width * 0.4)
    let room = width - labels - size
    let widest = names.map { frame.meter.width($0, size, .bold) }.max() ?? 0
    let least = max(size * 7.5, widest + size)
    let perBand = max(1, min(columns.count, Int(room / least)))
    let bandCount = (columns.count + perBand - 1) / perBand
    let inBand = (columns.count + bandCount - 1) / bandCount
    let column = min(room / Double(inBand), max(least, size * 12))
    var block = ChartFrame.Block()
    for start in stride(from: 0, to: columns.count, by: inBand) {
      let part = Array(columns[start..<min(columns.count, start + inBand)])
      block.elements += band(part, rows, labels, column, top: block.height)
      block.height += size * (2 + 1.5 * Double(rows.count) + 0.8)
    }
    return block
  }

  private func band(
    _ part: [PrecisionData.Subject?], _ rows: [String], _ labels: Double, _ column: Double, top: Double
  ) -> [SVGElement] {
    var elements: [SVGElement] = []
    let first = top + size * 2
    let right = labels + size + Double(part.count) * column
    for (line, label) in rows.enumerated() {
      let y = first + size * 1.5 * Double(line)
      if line % 2 == 0 {
        elements.append(.rectangle(Box(x: 0, y: y, width: right, height: size * 1.5), fill: inks.band))
      }
      elements.append(
        .text(
          frame.fitted(label, labels, size), at: Point(x: labels, y: y + size * 1.08),
          frame.look(1, nil, anchor: .end), class: "row-name"))
    }
    let largest =
      data.closenesses.flatMap { closeness in columns.map { data.count(closeness, $0).all } }.max() ?? 1
    let number = frame.meter.width(words.number(Double(largest)), size * 0.9) + size * 0.4
    let scale = LinearScale(0...Double(max(1, largest)), from: 0, to: max(size, column - size - number))
    for (place, subject) in part.enumerated() {
      let x = labels + size + Double(place) * column
      elements.append(
        .text(
          frame.fitted(name(subject), column - size * 0.5, size, .bold), at: Point(x: x, y: top + size * 1.3),
          frame.look(1, nil, .bold), class: "column-name"))
      elements.append(
        .line(
          Point(x: x, y: first), Point(x: x, y: first + size * 1.5 * Double(rows.count)),
          Stroke(color: inks.guide, width: size * 0.08)))
      for (line, closeness) in data.closenesses.enumerated() {
        let count = data.count(closeness, subject)
        guard count.all > 0 else { continue }
        elements += bar(count, scale, Point(x: x, y: first + size * 1.5 * Double(line)), closeness)
      }
    }
    return elements
  }

  /// A bar of which the part that is marked is hollow, and its number.
  private func bar(
    _ count: (all: Int, qualified: Int), _ scale: LinearScale, _ place: Point,
    _ closeness: PrecisionData.Closeness
  ) -> [SVGElement] {
    let (plain, whole) = (scale(Double(count.all - count.qualified)), scale(Double(count.all)))
    let color = closeness == .none ? inks.guide : inks.blue
    let stroke = Stroke(color: closeness == .none ? inks.quiet : color, width: size * 0.07)
    func box(_ from: Double, _ to: Double) -> Box {
      Box(x: place.x + from, y: place.y + size * 0.35, width: max(size * 0.06, to - from), height: size * 0.8)
    }
    var elements: [SVGElement] = []
    if count.all > count.qualified { elements.append(.rectangle(box(0, plain), fill: color, stroke: stroke)) }
    if count.qualified > 0 {
      elements.append(.rectangle(box(plain, whole), fill: inks.paper, stroke: stroke))
    }
    elements.append(
      .text(
        words.number(Double(count.all)), at: Point(x: place.x + whole + size * 0.4, y: place.y + size * 1.06),
        frame.look(0.9), class: "count"))
    return [
      .group("bar", tooltip: count.qualified > 0 ? "\(words[.qualified]): \(count.qualified)" : nil, elements)
    ]
  }

  private var legend: LegendItem {
    LegendItem(
      sign: [
        .rectangle(
          Box(x: size * 0.1, y: -size * 0.4, width: size * 2, height: size * 0.8), fill: inks.paper,
          stroke: Stroke(color: inks.blue, width: size * 0.07))
      ], text: words[.qualified])
  }

  private var description: String {
    let told = data.closenesses.map { closeness in
      let parts = data.subjects.compactMap { subject -> String? in
        let count = data.count(closeness, subject).all
        return count == 0 ? nil : "\(name(subject)) \(count)"
      }
      return "\(name(closeness)): \(words.list(parts))"
    }
    return words.sentences([words[.precisionChart].capitalizedFirst, words.joined(told)])
  }

  /// A row for each precision and sort of thing that occurs.
  private var table: PictureTable {
    var table = PictureTable(columns: [words[.precision], words[.kind], words[.count], words[.qualified]])
    for closeness in data.closenesses {
      for subject in data.subjects {
        let count = data.count(closeness, subject)
        guard count.all > 0 else { continue }
        table.rows.append([name(closeness), name(subject), "\(count.all)", "\(count.qualified)"])
      }
    }
    return table
  }
}
