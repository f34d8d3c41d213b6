import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// Which verdicts a chart of compliance shows.
public struct ComplianceChartOptions: Hashable, Sendable {
  /// Whose obligations alone; nil: everybody's.
  public var debtor: EntityID?
  /// By which event alone; nil: by any, and those without one.
  public var event: EntityID?
  /// The agreement or the obligation alone, by its id; nil: all.
  public var part: String?
  /// How many obligations are drawn with those that no deed touched; of more only those with deeds.
  public var limit: Int

  /// By default all verdicts.
  public init(debtor: EntityID? = nil, event: EntityID? = nil, part: String? = nil, limit: Int = 40) {
    self.debtor = debtor
    self.event = event
    self.part = part
    self.limit = limit
  }

  /// Whether a verdict is asked for.
  func includes(_ verdict: Compliance.Verdict) -> Bool {
    (debtor.map { $0 == verdict.debtor } ?? true) && (event.map { $0 == verdict.event } ?? true)
      && (part.map { $0 == verdict.agreement.rawValue || $0 == verdict.obligation.id.rawValue } ?? true)
  }

  /// Whether a conflict is asked for.
  func includes(_ conflict: Compliance.Conflict) -> Bool {
    event == nil && (debtor.map { $0 == conflict.debtor } ?? true)
      && (part.map { part in
        [conflict.first, conflict.second].contains {
          part == $0.agreement.rawValue || part == $0.obligation.id.rawValue
        }
      } ?? true)
  }
}

extension Chart {
  /// Draws promises and deeds along time: a row for each obligation, with a bar for the time in which it bound, certain in full and
  /// possible faded between its bounds, and a mark for each deed that kept or broke it.
  ///
  /// Debtors of whom the same is told share a row; readings of which different things are told have a lane each. Where there is no
  /// deed, the verdict stands left of the bar.
  /// - Parameters:
  ///   - compliance: The verdicts.
  ///   - graph: The graph that they are of.
  ///   - options: Which of them are drawn.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``.
  public static func compliance(
    _ compliance: Compliance, of graph: DiplomaticGraph,
    _ options: ComplianceChartOptions = ComplianceChartOptions(),
    _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try ComplianceChart(compliance, graph, options, style, TextMeter(timeLimit: timeLimit)).chart()
  }
}

/// Lays out and draws promises and deeds.
struct ComplianceChart {
  let data: ComplianceData
  let graph: DiplomaticGraph
  let compliance: Compliance
  var frame: ChartFrame
  /// How many pairs of obligations could not both be kept.
  private let conflicts: Int
  private let scope: PictureScope

  var size: Double { frame.size }
  var words: PictureWords { frame.words }
  var inks: Inks { frame.inks }

  init(
    _ compliance: Compliance, _ graph: DiplomaticGraph, _ options: ComplianceChartOptions,
    _ style: PictureStyle, _ meter: TextMeter
  ) {
    self.compliance = compliance
    self.graph = graph
    data = ComplianceData(
      compliance, compliance.verdicts.filter { options.includes($0) }, limit: options.limit)
    conflicts = compliance.conflicts.count { options.includes($0) }
    // The reading is told by lanes, the date below.
    var view = compliance.options
    view.reading = compliance.readings.count == 1 ? compliance.readings[0] : nil
    let seen = GraphView(Self.outline(of: graph, view), view)
    frame = ChartFrame(style, seen, meter)
    scope = PictureScope(view: seen, words: frame.words, language: frame.language)
    let what = frame.words[.promises].capitalizedFirst
    frame.subtitle = [what, scope.line()].compactMap(\.self).joined(separator: " · ")
  }

  /// The title, the readings and what a view names, without agreements whose lives would be followed once more.
  private static func outline(of graph: DiplomaticGraph, _ view: ViewOptions) -> DiplomaticGraph {
    let named = view.withoutEntities.union([view.knownTo, view.holder].compactMap(\.self))
    return DiplomaticGraph(
      title: graph.title, authors: graph.authors, license: graph.license, language: graph.language,
      defaultOffset: graph.defaultOffset, sources: graph.sources, readings: graph.readings,
      entities: graph.entities.filter { named.contains($0.id) }, statements: [])
  }

  // MARK: Measures

  /// What a row says and how high it is.
  struct Placed {
    /// The name of the agreement, above the first of its rows.
    var heading: String?
    /// One line above lanes, or up to two beside the bar.
    var labels: [String]
    var agreement: EntityID
    var lanes: [PlacedLane]
    var height: Double
  }

  /// A lane and the labels of its marks.
  struct PlacedLane {
    let lane: ComplianceData.Lane
    /// The readings it is of, where not all are alike.
    var reading: String?
    var labels: [DeedLabel]
    var height: Double
  }

  /// The name of a deed below its mark.
  struct DeedLabel {
    let x: Double
    let line: Int
    let text: String
  }

  /// Where labels, verdicts and the axis stand.
  struct Columns {
    let width: Double
    let labels: Double
    let scale: TimeScale
    /// Where the verdicts without deeds stand.
    let verdicts: Double
    /// How far names of deeds may reach.
    let end: Double
  }

  func chart() throws(ChartError) -> Chart {
    var chart = self
    var style = frame.style
    if style.width == nil, style.theme == .print || style.theme == .grey, data.rows.count > Self.mostOnItsSide
    {
      // Many rows stand better on an upright page.
      style.width = PictureStyle.points(190)
      chart.frame = ChartFrame(style, scope.view, frame.meter)
      chart.frame.subtitle = frame.subtitle
    }
    let width = style.widest - 2 * frame.margin
    chart.prepareTexts()
    chart.frame.caption = caption
    guard let columns = columns(width) else {
      let text = SVGElement.text(words[.nothing], at: Point(x: 0, y: size), frame.look(1, inks.quiet))
      let page = chart.frame.page(
        [text], width: min(width, size * 40), height: size * 2, description: description)
      return try chart.finished([page])
    }
    chart.frame.legend = legend
    let rows = placed(columns)
    let pages = pages(rows, room: chart.frame.room(width) - size * 2)
    return try chart.finished(
      pages.enumerated().map { index, range in
        let plot = plot(Array(rows[range]), columns, continues: index > 0)
        return chart.frame.page(
          plot.elements, width: width, height: plot.height, number: index + 1, of: pages.count,
          description: description)
      })
  }

  /// How many rows stand on a page on its side.
  private static let mostOnItsSide = 20

  private func finished(_ pages: [SVGDocument]) throws(ChartError) -> Chart {
    try Chart(
      pages, frame, frame.meter, description: description, author: words.list(graph.authors), table: table)
  }

  private func prepareTexts() {
    let events = Set(data.rows.flatMap { $0.lanes.flatMap { $0.marks.map(\.event) } })
    let labels = data.rows.map { label(of: $0) }
    let pieces = labels.flatMap { breakablePieces($0) }
    let words = pieces.flatMap { $0.last == " " ? [$0, String($0.dropLast())] : [$0] }
    frame.meter.prepare(Array(Set(events.map { frame.name($0, graph) })).sorted() + labels + words)
    frame.meter.prepare(Set(data.rows.map(\.agreement)).map { frame.name($0, graph) }, .bold)
    frame.meter.prepare(
      compliance.readings.map { title(of: $0) } + data.rows.flatMap(\.lanes).map { readings($0) }, .italic)
  }

  /// From the first to the last moment at which something began or was done, with the ends and deadlines that come soon after;
  /// nil where there is none.
  private func time() -> (Moment, Moment)? {
    let lanes = data.rows.flatMap(\.lanes)
    let spans = lanes.flatMap(\.binding)
    let dates = lanes.flatMap(\.marks).compactMap { graph[$0.event]?.when }
    let deadlines = lanes.compactMap(\.deadline)
    // What begins once more, long after, does not stretch the scale.
    var moments = lanes.compactMap(\.binding.first).flatMap { [$0.earliestStart, $0.latestStart] }
    moments += dates.flatMap { [$0.earliest, $0.latest] } + deadlines.flatMap { [$0.earliest, $0.latest] }
    let ends = spans.flatMap { [$0.earliestEnd, $0.latestEnd] }.filter { !$0.isOpen }
    var known = moments.filter { !$0.isOpen }
    if known.isEmpty { known = ends }
    guard let first = known.min(), let last = known.max() else { return nil }
    let length = max(86_400, Double(last.seconds) - Double(first.seconds))
    // A bar that ends long after goes on beyond the edge.
    let soon = ends.filter { $0 > last && Double($0.seconds) - Double(last.seconds) <= length * 0.2 }
    let room = Int64(length / 50)
    func moved(_ moment: Moment, _ seconds: Int64) -> Moment {
      let moved = moment.adding(seconds: seconds)
      return moved.isOpen ? moment : moved
    }
    return (moved(first, -room), moved(soon.max() ?? last, room))
  }

  private func columns(_ width: Double) -> Columns? {
    guard !data.rows.isEmpty, let (start, end) = time() else { return nil }
    let longest =
      data.rows.flatMap { row -> [Double] in
        row.lanes.count > 1
          ? row.lanes.map { frame.meter.width(readings($0), size * 0.8, .italic) + size * 0.7 }
          : [frame.meter.width(label(of: row), size * 0.9)]
      }.max() ?? 0
    let labels = min(longest + size, width * 0.4)
    let verdicts = labels + size * 1.1
    let left = verdicts + size * 1.3
    // The names of deeds begin at their marks and need room there.
    let whole = TimeScale(start, end, from: 0, to: 1)
    let right = data.rows.flatMap(\.lanes).flatMap(\.marks).compactMap { mark -> Double? in
      guard let share = place(mark, whole), share > 0 else { return nil }
      let name = frame.meter.width(frame.name(mark.event, graph), size * 0.8) + size * 0.6
      return left + (width - name - left) / share
    }.min()
    let least = left + (width - left) * 0.5
    return Columns(
      width: width, labels: labels,
      scale: TimeScale(
        start, end, from: left, to: max(left + size, least, min(width - size * 0.6, right ?? width))),
      verdicts: verdicts, end: width)
  }

  private func placed(_ columns: Columns) -> [Placed] {
    var agreement: EntityID?
    return data.rows.map { row in
      let isSplit = row.lanes.count > 1
      let lanes = row.lanes.map { lane in
        let labels = labels(lane, columns)
        let below = (labels.map(\.line).max() ?? -1) + 1
        return PlacedLane(
          lane: lane, reading: isSplit ? readings(lane) : nil, labels: labels,
          height: size * (1.35 + Double(below)))
      }
      let heading = row.agreement == agreement ? nil : frame.name(row.agreement, graph)
      agreement = row.agreement
      let names =
        isSplit
        ? [frame.fitted(label(of: row), columns.width - size * 0.5, size * 0.9)]
        : twoLines(label(of: row), columns.labels - size * 0.7)
      let bars = lanes.map(\.height).reduce(0, +)
      return Placed(
        heading: heading, labels: names, agreement: row.agreement, lanes: lanes,
        height: (isSplit ? bars + size * 1.2 : max(bars, size * (0.3 + 1.05 * Double(names.count)))) + size
          * 0.3
          + (heading == nil ? 0 : size * 1.7))
    }
  }

  /// A label in one line or two, the second cut where it is too long.
  private func twoLines(_ text: String, _ limit: Double) -> [String] {
    let lines = frame.lines(text, limit, size * 0.9)
    guard lines.count > 2 else { return lines }
    // The second line goes on where the first ends.
    let rest = text.hasPrefix(lines[0]) ? String(text.dropFirst(lines[0].count).drop { $0 == " " }) : lines[1]
    return [lines[0], frame.fitted(rest, limit, size * 0.9)]
  }

  private func labels(_ lane: ComplianceData.Lane, _ columns: Columns) -> [DeedLabel] {
    var marks: [(x: Double, length: Double, text: String)] = []
    for mark in lane.marks {
      guard let x = place(mark, columns.scale) else { continue }
      let text = frame.fitted(frame.name(mark.event, graph), columns.end - x - size * 0.3, size * 0.8)
      marks.append((x, frame.meter.width(text, size * 0.8) + size * 0.6, text))
    }
    let lines = LabelSpacing.lanes(marks.map { ($0.x, $0.length) })
    return zip(marks, lines).map { DeedLabel(x: $0.x, line: $1, text: $0.text) }
  }

  /// The middle of the time in which a deed may have been done; nil where it has no date.
  func place(_ mark: ComplianceData.Mark, _ scale: TimeScale) -> Double? {
    guard let date = graph[mark.event]?.when, !(date.earliest.isOpen && date.latest.isOpen) else {
      return nil
    }
    return (scale(date.earliest) + scale(date.latest)) / 2
  }

  /// Rows of a page, in order; the rows of an agreement may be parted.
  private func pages(_ rows: [Placed], room: Double) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    var height = 0.0
    for (index, row) in rows.enumerated() {
      if index > start, height + row.height > room {
        pages.append(start..<index)
        (start, height) = (index, 0)
      }
      height += row.height + (index == start && row.heading == nil ? size * 1.7 : 0)
    }
    return pages + [start..<rows.count]
  }

  // MARK: Words

  /// What is owed, by whom and to whom.
  func label(of row: ComplianceData.Row) -> String {
    let who: String
    if row.isMutual, Set(row.debtors) == Set(row.creditors) {
      who = people(row.debtors, between: " ↔ ")
    } else {
      who = people(row.debtors) + (row.creditors.isEmpty ? "" : " → \(people(row.creditors))")
    }
    let clause = row.obligation.clause.map { " (\($0.asLabel.inLine))" } ?? ""
    return "\(who): \(words[row.obligation.kind])\(clause)"
  }

  /// Up to three names, and how many others.
  private func people(_ ids: [EntityID], between mark: String? = nil) -> String {
    let names = ids.prefix(ids.count > 3 ? 2 : 3).map { frame.name($0, graph).inLine }
    return (mark.map { names.joined(separator: $0) } ?? words.list(names))
      + (ids.count > names.count ? " +\(ids.count - names.count)" : "")
  }

  private func readings(_ lane: ComplianceData.Lane) -> String {
    words.list(lane.readings.map { title(of: $0) })
  }

  private func title(of reading: ReadingID?) -> String {
    (reading.map { graph.title(of: $0, in: frame.language) } ?? words[.allReadings]).asLabel
  }

  private var caption: [String] {
    var notes: [String] = []
    if data.rows.contains(where: { $0.lanes.contains { $0.standing != nil } }) {
      notes.append(words[.withoutDeed])
    }
    if compliance.readings.count > 1 {
      let titles = compliance.readings.compactMap { $0.flatMap { graph[$0] }?.title.text(in: frame.language) }
      if !titles.isEmpty { notes.append(words.labelled(.readingsJudged, words.list(titles))) }
    }
    if data.untouched > 0 { notes.append(words.labelled(.untouched, "\(data.untouched)")) }
    if conflicts > 0 { notes.append(words.labelled(.cannotBothBeKept, "\(conflicts)")) }
    let cited = Set(data.verdicts.flatMap { $0.citations.map(\.source) })
    return [words.sentences(notes)].filter { !$0.isEmpty }
      + [frame.sourceNote(cited, graph), frame.closingNote(graph)].compactMap(\.self)
  }

  /// How many verdicts there are of each sort under each reading, for those who cannot see the picture.
  private var description: String {
    let told = compliance.readings.map { reading in
      let own = data.verdicts.filter { $0.reading == reading }
      let counts = Compliance.Outcome.allCases.compactMap { outcome -> String? in
        let count = own.count { $0.outcome == outcome }
        return count == 0 ? nil : "\(words[outcome]) \(count)"
      }
      let title = reading.flatMap { graph[$0] }?.title.text(in: frame.language)
      return (title.map { "\($0): " } ?? "") + words.list(counts)
    }
    return words.sentences([words[.promises].capitalizedFirst] + told)
  }

  /// A row for each verdict.
  private var table: PictureTable {
    func names(_ ids: [EntityID]) -> String { words.list(ids.map { frame.name($0, graph) }) }
    func day(_ moment: Moment) -> String { moment.isOpen ? "" : moment.day.description }
    var table = PictureTable(
      columns: [
        words[.reading], words[.agreement], words[.obligation], words[.kind], words[.debtor],
        words[.creditors],
        words[.bindsPossible], words[.bindsCertain], words[.verdict], words[.deed], words[.date],
      ])
    for verdict in data.verdicts {
      // The last day on which it bound, not the first moment after it.
      func spans(_ from: (Span) -> Moment, _ to: (Span) -> Moment) -> String {
        verdict.binding.filter { from($0) < to($0) }.map {
          "\(day(from($0)))/\(day(to($0).adding(seconds: -1)))"
        }.joined(separator: "; ")
      }
      table.rows.append([
        verdict.reading.map { graph[$0]?.title.text(in: frame.language) ?? $0.rawValue } ?? "",
        frame.name(verdict.agreement, graph), verdict.obligation.id.rawValue, words[verdict.obligation.kind],
        frame.name(verdict.debtor, graph), names(verdict.creditors), spans(\.earliestStart, \.latestEnd),
        spans(\.latestStart, \.earliestEnd), words[verdict.outcome],
        verdict.event.map { frame.name($0, graph) } ?? "",
        verdict.event.flatMap { graph[$0]?.when?.edtf } ?? "",
      ])
    }
    return table
  }
}
