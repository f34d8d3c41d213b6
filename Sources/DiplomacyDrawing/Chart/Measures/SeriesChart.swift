import Chronology
import Diplomacy
public import DiplomacyAnalysis

extension Chart {
  /// Draws a measure over time: a line for each of some actors, or their order.
  ///
  /// Lines are named at their right ends. A line is interrupted where its actor is not there.
  /// - Parameters:
  ///   - series: The scores at several dates.
  ///   - options: Whose scores, and how they are drawn.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``.
  public static func series(
    _ series: CentralitySeries, _ options: SeriesChartOptions = SeriesChartOptions(),
    _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try SeriesChart(SeriesData(series, options), style, TextMeter(timeLimit: timeLimit)).chart(options.kind)
  }

  /// Draws a measure over time with bands that show how far uncertain dates let the values move; or the order over time.
  /// - Parameters:
  ///   - bands: The scores at several dates, with their bands.
  ///   - options: Whose scores, and how they are drawn.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``; where there are no bands, because there is nothing to draw.
  public static func series(
    _ bands: [CentralityBands], _ options: SeriesChartOptions = SeriesChartOptions(),
    _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    guard let data = SeriesData(bands, options) else {
      throw .empty("nothing was measured at any date, so there is no line to draw.")
    }
    return try SeriesChart(data, style, TextMeter(timeLimit: timeLimit)).chart(options.kind)
  }
}

/// What the line chart and the rank chart of a measure have in common.
struct SeriesChart {
  let data: SeriesData
  var frame: ChartFrame
  /// How wide the plot is, with all that stands beside it.
  let width: Double
  let looks: [SeriesLook]
  let names: [String]
  /// Where each date stands between 0 and 1.
  let places: [Double]

  var size: Double { frame.size }
  var words: PictureWords { frame.words }
  var inks: Inks { frame.inks }
  var lines: [SeriesData.Line] { data.lines }

  init(_ data: SeriesData, _ style: PictureStyle, _ meter: TextMeter) {
    self.data = data
    let frame = ChartFrame(style, data.view, meter)
    self.frame = frame
    width = max(
      frame.size * 8, style.width.map { $0 - 2 * frame.margin } ?? min(style.widest, frame.size * 62))
    looks = data.lines.indices.map { SeriesLook($0, frame.inks, size: frame.size) }
    let graph = data.view.graph
    names = data.lines.map { frame.name($0.entity.id, graph) }
    places = Self.places(data.dates)
    meter.prepare(names)
  }

  /// In proportion to time; where a date is missing or open, at equal distances.
  private static func places(_ dates: [HistoricalDate?]) -> [Double] {
    guard dates.count > 1 else { return dates.map { _ in 0.5 } }
    let moments = dates.compactMap { $0?.earliest }.filter { !$0.isOpen }
    guard moments.count == dates.count, let first = moments.min(), let last = moments.max(), first < last
    else {
      return dates.indices.map { Double($0) / Double(dates.count - 1) }
    }
    let scale = TimeScale(first, last, from: 0, to: 1)
    return moments.map { scale($0) }
  }

  /// The scale of time, for an axis; nil where there is none.
  func timeScale(from left: Double, to right: Double) -> TimeScale? {
    let moments = data.dates.compactMap { $0?.earliest }.filter { !$0.isOpen }
    guard moments.count == data.dates.count, moments.count > 1, let first = moments.min(),
      let last = moments.max(), first < last
    else { return nil }
    return TimeScale(first, last, from: left, to: right)
  }

  /// The axis along the foot; of one date its words.
  func axis(at y: Double, from left: Double, to right: Double, linesFrom top: Double?) -> ChartFrame.Block {
    if let scale = timeScale(from: left, to: right) {
      return frame.timeAxis(scale, at: y, linesFrom: top, within: 0...width)
    }
    var block = ChartFrame.Block(height: size * 1.5)
    block.elements = [
      .line(Point(x: left, y: y), Point(x: right, y: y), Stroke(color: inks.quiet, width: size * 0.08))
    ]
    guard let date = data.dates.first ?? nil else { return block }
    let text = frame.fitted(date.description(in: words.language), width, size * 0.9)
    let half = frame.meter.width(text, size * 0.9) / 2
    let middle = min(max((left + right) / 2, half), width - half)
    block.elements.append(
      .text(
        text, at: Point(x: middle, y: y + size * 1.2), frame.look(0.9, inks.quiet, anchor: .middle),
        class: "axis"))
    return block
  }

  func chart(_ kind: SeriesChartOptions.Kind) throws(ChartError) -> Chart {
    var chart = self
    let what = words[data.measure].capitalizedFirst
    chart.frame.subtitle = "\(what) · \(words[kind == .line ? .overTime : .rankOverTime])"
    chart.frame.caption = caption(kind)
    let plot: (elements: [SVGElement], height: Double, legend: [LegendItem])
    if lines.isEmpty {
      plot = (
        [.text(frame.words[.nothing], at: Point(x: 0, y: size), frame.look(1, inks.quiet))], size * 2, []
      )
    } else {
      plot = kind == .line ? chart.linePlot() : chart.rankPlot()
    }
    chart.frame.legend = plot.legend
    let description = description(kind)
    let page = chart.frame.page(
      plot.elements, width: width, height: plot.height + size * 0.5, description: description)
    return try Chart(
      [page], chart.frame, frame.meter, description: description,
      author: words.list(data.view.graph.authors), table: table)
  }

  /// Whether some value may be another.
  var hasBands: Bool {
    lines.contains { line in
      line.bands.contains { band in band.map { $0.lowerBound < $0.upperBound } ?? false }
    }
  }

  // MARK: Words

  private func caption(_ kind: SeriesChartOptions.Kind) -> [String] {
    let network = data.first.network
    let options = data.first.options
    var measure = [words.labelled(.measure, words[data.measure])]
    if options.isNormalized, data.measure.canBeNormalized { measure.append(words[.normalized]) }
    if options.weights != .ignored { measure.append(words[.weighted]) }
    var what = [words.labelled(.network, words[network.kind])]
    what.append(words[network.dates == .certain ? .certainOnly : .possibleToo])
    if network.journeys?.meetings == .signatures { what.append(words[.contactsAtSignature]) }
    var dates: [String] = []
    let days = data.dates.compactMap { $0?.description(in: words.language) }
    if let first = days.first, let last = days.last {
      dates = [
        words.labelled(.measuredOn, days.count == 1 ? first : words.range(first, last)),
        words.labelled(.numberOfDates, "\(days.count)"),
      ]
    }
    let scope = PictureScope(view: data.view.seen(at: nil), words: words, language: frame.language).line()
    var notes = [words.joined(measure), words.joined(what), words.joined(dates), scope ?? ""]
    if kind == .rank { notes.append(words[data.isOfActors ? .rankAmongActors : .rankAmongAll]) }
    if lines.contains(where: { line in line.values.contains { $0 == nil } }) {
      notes.append(words[.lineBreak])
    }
    if kind == .line, data.samples != nil, !hasBands {
      notes.append(words[.nothingMoves])
    } else if kind == .line, let samples = data.samples {
      notes.append(
        words.joined([
          words[.bandMeaning], words.labelled(.drawnNetworks, "\(samples.count)"),
          words.labelled(.seed, "\(samples.seed)"),
        ]))
    }
    if data.leftOut > 0 { notes.append(words.labelled(.highestDrawn, "\(data.leftOut)")) }
    let graph = data.view.graph
    return [words.sentences(notes)]
      + [frame.sourceNote(Set(graph.sources.map(\.id)), graph), frame.closingNote(graph)].compactMap(\.self)
  }

  /// What the picture shows, for those who cannot see it: each line's first and last value.
  private func description(_ kind: SeriesChartOptions.Kind) -> String {
    func told(_ line: SeriesData.Line, _ date: Int) -> String {
      let value =
        kind == .line
        ? line.values[date].map { words.number($0) } : line.ranks[date].map { "\(words[.rank]) \($0)" }
      let day = data.dates[date]?.description(in: words.language)
      return (value ?? "") + (day.map { " (\($0))" } ?? "")
    }
    let told = zip(lines, names).map { line, name in
      guard let ends = line.ends else { return name }
      let (first, last) = (told(line, ends.first), told(line, ends.last))
      return "\(name): " + (ends.first == ends.last ? first : words.range(first, last))
    }
    return words.sentences(
      [frame.subtitle ?? "\(words[data.measure].capitalizedFirst) · \(words[.overTime])"] + [
        words.joined(told)
      ]
    )
  }

  /// A row for each date and line.
  private var table: PictureTable {
    let hasBands = data.samples != nil
    var table = PictureTable(
      columns: [words[.date], "id", words[.name], words[data.measure]]
        + (hasBands ? [words[.smallest], words[.largest]] : []) + [words[.rank]])
    for (date, day) in data.dates.enumerated() {
      for (line, name) in zip(lines, names) {
        guard let value = line.values[date] else { continue }
        let band = line.bands[date]
        table.rows.append(
          [day?.text ?? "", line.entity.id.rawValue, name, plain(value)]
            + (hasBands
              ? [band.map { plain($0.lowerBound) } ?? "", band.map { plain($0.upperBound) } ?? ""] : [])
            + [line.ranks[date].map { "\($0)" } ?? ""])
      }
    }
    return table
  }
}

/// A number with all its digits, whole ones without a point, as programs read it.
func plain(_ value: Double) -> String {
  value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
}
