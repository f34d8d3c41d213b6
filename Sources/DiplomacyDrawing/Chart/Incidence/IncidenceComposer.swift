import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Networks

/// Lays out and draws an incidence chart.
struct IncidenceComposer {
  private let view: GraphView
  private let options: IncidenceChartOptions
  private let chosen: ChosenActors
  private let rows: [Entity]
  private let meter: TextMeter
  private var frame: ChartFrame
  private let scope: PictureScope
  /// Columns from left to right.
  private var columns: [Participation] { chosen.participations }

  /// From how many actors on only the most central are drawn.
  static let limit = 120

  init(
    _ view: GraphView, _ choice: PictureChoice, _ options: IncidenceChartOptions, _ style: PictureStyle,
    _ timeLimit: Duration
  ) throws(ChartError) {
    self.view = view
    self.options = options
    meter = TextMeter(timeLimit: timeLimit)
    frame = ChartFrame(style, view, meter)
    scope = PictureScope(view: view, words: frame.words, language: frame.language)
    do throws(MeasureError) {
      chosen = try ChosenActors(view, choice, limit: Self.limit)
      rows = try Self.ordered(chosen, options.order, view, frame.language)
    } catch {
      throw .measure(error)
    }
    guard !rows.isEmpty else {
      throw .empty("nobody takes part in any agreement that is looked at, so there is nothing to draw.")
    }
    frame.subtitle = scope.line(choice)
    frame.legend = legend(IncidenceMarks(inks: frame.inks, radius: frame.size * 0.34))
    frame.caption = caption
  }

  private static func ordered(
    _ chosen: ChosenActors, _ order: RowOrder, _ view: GraphView, _ language: String
  ) throws(MeasureError) -> [Entity] {
    let actors = chosen.actors
    func key(_ entity: Entity) -> (String, String) { (entity.label(in: language), entity.id.rawValue) }
    let byName = actors.sorted { key($0) < key($1) }
    switch order {
    case .name: return byName
    case .kind:
      let kinds = EntityKind.core(.actor).map(\.name)
      func rank(_ entity: Entity) -> Int { kinds.firstIndex(of: entity.kind.name) ?? kinds.count }
      return byName.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        .map(\.element)
    case .measure(let measure):
      let scores = try Centrality(of: IncidenceNetwork(view), [measure]).rows.map(\.entity.id)
      let place = Dictionary(scores.enumerated().map { ($1, $0) }) { first, _ in first }
      return byName.enumerated().sorted {
        (place[$0.element.id, default: .max], $0.offset) < (place[$1.element.id, default: .max], $1.offset)
      }.map(\.element)
    case .list(let ids):
      let place = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
      return byName.enumerated().sorted {
        (place[$0.element.id, default: .max], $0.offset) < (place[$1.element.id, default: .max], $1.offset)
      }.map(\.element)
    case .shortLines:
      let number = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, $0) })
      let columns = chosen.participations.map { $0.members.compactMap { number[$0.actor] } }
      return rowsWithShortLines(actors.count, columns: columns).map { actors[$0] }
    }
  }

  // MARK: The whole

  func chart() throws(ChartError) -> Chart {
    let layouts = pages
    var documents: [SVGDocument] = []
    for (index, layout) in layouts.enumerated() {
      documents.append(
        frame.page(
          draw(layout), width: layout.width, height: layout.height, number: index + 1, of: layouts.count,
          description: description))
    }
    return try Chart(
      documents, frame, meter, description: description, author: view.graph.authors.joined(separator: ", "),
      table: table)
  }

  private var description: String {
    let words = frame.words
    return
      "\(words[.incidenceChart]): \(words[.agreements]) \(columns.count), \(words[.actors]) \(rows.count), "
      + "\(words[.memberships]) \(columns.reduce(0) { $0 + $1.members.count })."
  }

  private var caption: [String] {
    let words = frame.words
    var paragraphs = [words.sentence([words[.actorRow], words[.agreementColumn]])]
    if let omitted = chosen.omitted { paragraphs.append(words.omitted(omitted)) }
    let attestations = columns.flatMap { column in
      [column.agreement.attestation]
        + view.statements(about: column.agreement.id).filter { $0.answer != .no }.map(
          \.statement.attestation)
    }
    if let sources = scope.sources(of: attestations) { paragraphs.append(sources) }
    paragraphs.append(words[.drawnWith])
    return paragraphs
  }

  private func legend(_ marks: IncidenceMarks) -> [LegendItem] {
    let words = frame.words
    let members = columns.flatMap(\.members)
    let middle = LegendItem.signWidth * frame.size / 2
    func item(_ sign: IncidenceMarks.Sign, _ text: String, _ assertion: Assertion = .plain) -> LegendItem {
      LegendItem(
        sign: marks.mark(sign, assertion, isSecret: false, at: Point(x: middle, y: 0)), text: text)
    }
    var items: [LegendItem] = []
    let signs = Set(members.map(IncidenceMarks.sign))
    if signs.contains(.party) { items.append(item(.party, words[Role.party])) }
    if signs.contains(.guarantor) { items.append(item(.guarantor, words[Role.guarantor])) }
    if signs.contains(.signatory) { items.append(item(.signatory, words[Role.signatory])) }
    if signs.contains(.acceded) { items.append(item(.acceded, words[.acceded])) }
    if signs.contains(.withdrew) { items.append(item(.withdrew, words[.withdrew])) }
    if signs.contains(.otherwise) { items.append(item(.otherwise, words[.otherwise])) }
    func line(_ assertion: Assertion, isSecret: Bool, _ text: String) -> LegendItem {
      // The lines of the chart stand; that of the legend lies.
      let lying = SVGElement(
        "g", [("transform", "rotate(-90 0 0)")],
        marks.line(0, 0, 2 * middle, assertion, isSecret: isSecret))
      let mark = marks.mark(.party, assertion, isSecret: isSecret, at: Point(x: middle, y: 0))
      return LegendItem(sign: [lying] + mark, text: text)
    }
    if columns.contains(where: \.isSecret) { items.append(line(.plain, isSecret: true, words[.secret])) }
    let assertions = Set(columns.map(\.assertion) + members.map(\.assertion))
    if assertions.contains(.uncertain) {
      items.append(line(.uncertain, isSecret: false, words[.uncertain]))
    }
    if assertions.contains(.imagined) { items.append(line(.imagined, isSecret: false, words[.imagined])) }
    let holdings = Set(columns.map(\.holding) + members.map(\.holding))
    for holding in Holding.shaded where holdings.contains(holding) {
      guard let opacity = holding.opacity, let key = holding.key else { continue }
      let mark = marks.mark(.party, .plain, isSecret: false, at: Point(x: middle, y: 0))
      items.append(
        LegendItem(sign: [SVGElement("g", [("opacity", svgNumber(opacity))], mark)], text: words[key]))
    }
    if options.hasBars {
      let height = frame.size * 0.6
      items.append(
        LegendItem(
          sign: (0..<3).map { step in
            .rectangle(
              Box(x: middle * 2 / 3 * Double(step), y: -height / 2, width: middle * 2 / 3, height: height),
              fill: frame.inks.blue, opacity: Self.darkest * (0.2 + 0.4 * Double(step)))
          }, text: words[.barInForce]))
    }
    return items
  }

  private var table: PictureTable {
    let words = frame.words
    var table = PictureTable(
      columns: [
        words[.agreement], words[.signed], words[.name], words[.role], words[.certainty], words[.modality],
        words[.secret], words[.acceded], words[.withdrew],
      ])
    func yes(_ value: Bool) -> String { value ? "1" : "0" }
    for column in columns {
      for member in column.members {
        let attestation = view.statements(about: column.agreement.id).first {
          $0.statement.subject == member.actor && $0.statement.role == member.role
        }?.statement.attestation
        table.rows.append([
          column.agreement.name.text(in: frame.language), column.date?.edtf ?? "", scope.name(member.actor),
          words.list(member.roles.map { words[$0] }), attestation?.certainty?.rawValue ?? "",
          attestation?.modality.rawValue ?? "", yes(column.isSecret || member.isSecret),
          yes(member.hasAcceded), yes(member.hasWithdrawn),
        ])
      }
    }
    return table
  }

  // MARK: Layout

  /// A page: which columns, and where things stand.
  private struct Layout {
    var columns: Range<Int>
    var rows: [Entity]
    var labelWidth: Double
    var pitch: Double
    var rowPitch: Double
    var rowSize: Double
    var columnSize: Double
    var angle: Double
    /// How high the names of the columns stand.
    var top: Double
    var width: Double
    var height: Double
    var labels: [String]
    var years: [Year] = []

    /// A year at the foot: the line that it stands in, and where its first column begins.
    struct Year {
      let label: String
      let x: Double
      let line: Int
      let left: Double
    }

    var yearSize: Double { min(columnSize, rowSize) }
    var yearLeading: Double { yearSize * 1.1 }

    func x(_ column: Int) -> Double { labelWidth + pitch * (Double(column - columns.lowerBound) + 0.5) }
    func y(_ row: Int) -> Double { top + rowPitch * (Double(row) + 0.5) }
    var right: Double { labelWidth + pitch * Double(columns.count) }
    var bottom: Double { top + rowPitch * Double(rows.count) }
  }

  /// The smallest type of a chart that must fit a page, in points: three quarters of its usual size, 6 of 8 points.
  private var smallest: Double { frame.size * 0.75 }
  /// How far upright names are from one another, in sizes of type.
  private static let spacing = 1.1
  /// How far rows are from one another, at least, in sizes of type.
  private static let leading = 1.06

  private var pages: [Layout] {
    let size = frame.size
    let width = frame.style.widest - 2 * frame.margin
    let names = rows.map { $0.label(in: frame.language).asLabel }
    let titles = columns.map { $0.agreement.label(in: frame.language).asLabel }
    meter.prepare(names + titles)
    // A narrow page may have a long caption; the chart has room all the same.
    let room = max(frame.room(width), size * 24)
    // Rows as high as the page allows, within what can be read.
    let titleRoom = min(
      max(room * 0.28, room - size * (1.75 * Double(rows.count) + 2.6)),
      (titles.map { meter.width($0, size * 0.9) }.max() ?? 0) + size)
    let years = size * 2.6
    let rowPitch = min(
      size * 1.75, max(smallest * Self.leading, (room - titleRoom - years) / Double(rows.count)))
    let rowSize = min(size, max(smallest, rowPitch / Self.leading))
    let labelWidth = min(width * 0.3, (names.map { meter.width($0, rowSize) }.max() ?? 0) + size * 0.8)
    // As many columns as fit, evenly on all pages; a lone page is as wide as it needs to be.
    let capacity = max(1, Int((width - labelWidth) / (smallest * Self.spacing)))
    let count = (columns.count + capacity - 1) / capacity
    return (0..<max(1, count)).map { page in
      let first = columns.count * page / max(1, count)
      let last = columns.count * (page + 1) / max(1, count)
      return layout(
        first..<last, width: width, labelWidth: labelWidth, rowPitch: rowPitch, rowSize: rowSize,
        titleRoom: titleRoom, titles: titles, isLone: count <= 1)
    }
  }

  private func layout(
    _ range: Range<Int>, width: Double, labelWidth: Double, rowPitch: Double, rowSize: Double,
    titleRoom: Double, titles: [String], isLone: Bool
  ) -> Layout {
    let size = frame.size
    let isFixed = frame.style.width != nil
    var members: Set<EntityID> = []
    for column in columns[range] { members.formUnion(column.members.map(\.actor)) }
    let shown = isLone ? rows : rows.filter { members.contains($0.id) }
    let count = Double(max(1, range.count))
    // Slanted names are easier to read, upright ones stand closer together.
    var turn = Double.pi / 3
    let widest = size * (isFixed ? 6 : 2.4)
    var pitch = widest
    for (index, column) in range.enumerated() {
      // What leans over to the right must stay on the page.
      let reach = min(meter.width(titles[column], size * 0.95), titleRoom / turn.sine) * turn.cosine + size
      pitch = min(pitch, (width - labelWidth - reach) / (Double(index) + 0.5))
    }
    pitch = min(pitch, (width - labelWidth) / count)
    var columnSize = min(size * 0.95, pitch * turn.sine)
    let isSlanted = columnSize >= smallest
    if !isSlanted {
      turn = Double.pi / 2
      pitch = min((width - labelWidth) / count, widest)
      columnSize = max(smallest, min(size * 0.95, pitch / Self.spacing))
    }
    let limit = titleRoom / turn.sine
    let labels = range.map { frame.fitted(titles[$0], limit, columnSize) }
    meter.prepare(labels)
    let longest = labels.map { meter.width($0, columnSize) }.max() ?? 0
    let top = longest * turn.sine + columnSize * 0.9
    var layout = Layout(
      columns: range, rows: shown, labelWidth: labelWidth, pitch: pitch, rowPitch: rowPitch, rowSize: rowSize,
      columnSize: columnSize, angle: isSlanted ? 60 : 90, top: top, width: 0, height: 0, labels: labels)
    let reach =
      range.map { column in
        layout.x(column) + meter.width(labels[column - range.lowerBound], columnSize) * turn.cosine
          + columnSize
      }.max() ?? 0
    // The heading and the caption need room of their own.
    layout.width = isFixed ? width : min(width, max(layout.right, reach, size * 34))
    layout.years = years(layout)
    layout.height =
      layout.bottom + size * 0.5 + (layout.years.map(\.line).max().map { Double($0) + 1 } ?? 0)
      * layout.yearLeading
    return layout
  }

  // MARK: Drawing

  private func draw(_ layout: Layout) -> [SVGElement] {
    [
      .group("rows", drawnRows(layout)), .group("years", drawnYears(layout)),
      .group("bars", options.hasBars ? drawnBars(layout) : []),
      .group("agreements", layout.columns.map { drawnColumn($0, layout) }),
    ]
  }

  private func drawnRows(_ layout: Layout) -> [SVGElement] {
    var elements: [SVGElement] = []
    for (index, actor) in layout.rows.enumerated() {
      let y = layout.y(index)
      if index % 2 == 0 {
        elements.append(
          .rectangle(
            Box(
              x: layout.labelWidth, y: y - layout.rowPitch / 2, width: layout.right - layout.labelWidth,
              height: layout.rowPitch), fill: frame.inks.band))
      }
      let name = frame.fitted(
        actor.label(in: frame.language).asLabel, layout.labelWidth - frame.size * 0.6, layout.rowSize)
      elements.append(
        .group(
          "actor", id: actor.id.rawValue, tooltip: actor.name.text(in: frame.language),
          [
            .text(
              name, at: Point(x: layout.labelWidth - frame.size * 0.5, y: y + layout.rowSize * 0.35),
              TextLook(size: layout.rowSize, color: frame.inks.ink, anchor: .end), class: "row-label")
          ]))
    }
    return elements
  }

  /// The years along the foot, and a line before each.
  private func drawnYears(_ layout: Layout) -> [SVGElement] {
    layout.years.flatMap { year -> [SVGElement] in
      let guide = SVGElement.line(
        Point(x: year.left, y: layout.top), Point(x: year.left, y: layout.bottom + frame.size * 0.4),
        Stroke(color: frame.inks.guide, width: 0.4))
      let label = SVGElement.text(
        year.label,
        at: Point(
          x: year.x,
          y: layout.bottom + frame.size * 0.3 + layout.yearLeading * Double(year.line) + layout.yearSize),
        TextLook(size: layout.yearSize, color: frame.inks.quiet, anchor: .middle), class: "year")
      return year.left > layout.labelWidth ? [guide, label] : [label]
    }
  }

  /// Where the years stand: in the first of three lines where there is room; where there is none, a year is left out.
  private func years(_ layout: Layout) -> [Layout.Year] {
    var years: [Layout.Year] = []
    var ends = [Double](repeating: -.infinity, count: 3)
    var first = layout.columns.lowerBound
    while first < layout.columns.upperBound {
      let label = yearLabel(of: columns[first])
      var last = first
      while last + 1 < layout.columns.upperBound, yearLabel(of: columns[last + 1]) == label { last += 1 }
      let half = meter.width(label, layout.yearSize) / 2
      let x = max(half, min((layout.x(first) + layout.x(last)) / 2, layout.width - half))
      if let line = ends.firstIndex(where: { x - half > $0 + layout.yearSize * 0.3 }) {
        ends[line] = x + half
        years.append(
          Layout.Year(label: label, x: x, line: line, left: layout.x(first) - layout.pitch / 2))
      }
      first = last + 1
    }
    return years
  }

  private func yearLabel(of column: Participation) -> String {
    let moment = column.beginning
    guard !moment.isOpen else { return frame.words[.undated] }
    return DiplomacyDrawing.yearLabel(moment.day.year, in: frame.language)
  }

  private func drawnColumn(_ index: Int, _ layout: Layout) -> SVGElement {
    let column = columns[index]
    let marks = IncidenceMarks(
      inks: frame.inks, radius: min(frame.size * 0.34, layout.pitch * 0.36, layout.rowPitch * 0.38))
    let place = Dictionary(uniqueKeysWithValues: layout.rows.enumerated().map { ($1.id, $0) })
    let x = layout.x(index)
    let heights = column.members.compactMap { place[$0.actor] }.map(layout.y)
    var elements: [SVGElement] = []
    let top = layout.top - frame.size * 0.35
    // From the name to the first member, so that it is seen which column a name heads.
    if let highest = heights.min() {
      elements.append(
        .line(
          Point(x: x, y: top), Point(x: x, y: highest), Stroke(color: frame.inks.guide, width: 0.35)))
    }
    if let highest = heights.min(), let lowest = heights.max() {
      let weakest = column.assertion
      elements += marks.line(x, highest, lowest, weakest, isSecret: column.isSecret)
    }
    for member in column.members {
      guard let row = place[member.actor] else { continue }
      let drawn = marks.mark(
        IncidenceMarks.sign(of: member), member.assertion.weaker(column.assertion),
        isSecret: column.isSecret || member.isSecret, at: Point(x: x, y: layout.y(row)))
      let tooltip = "\(scope.name(member.actor)): \(frame.words.list(member.roles.map { frame.words[$0] }))"
      let group = SVGElement.group("member", id: member.actor.rawValue, tooltip: tooltip, drawn)
      elements.append(
        member.holding.opacity.map { SVGElement("g", [("opacity", svgNumber($0))], [group]) } ?? group)
    }
    elements.append(
      .text(
        layout.labels[index - layout.columns.lowerBound],
        at: Point(x: x + layout.columnSize * (layout.angle == 90 ? 0.35 : 0.2), y: top - frame.size * 0.1),
        TextLook(size: layout.columnSize, color: frame.inks.ink, turn: layout.angle), class: "column-label"))
    let date = column.date.map { " (\($0.description(in: frame.language)))" } ?? ""
    return .group(
      "agreement", id: column.agreement.id.rawValue,
      tooltip: column.agreement.name.text(in: frame.language) + date, elements)
  }

  /// A bar along each row: at every column the darker, the more of its agreements were in force on that date, what was
  /// only possibly in force counting half.
  private func drawnBars(_ layout: Layout) -> [SVGElement] {
    var spans: [EntityID: [Span]] = [:]
    for member in columns.flatMap(\.members) { spans[member.actor, default: []] += member.spans }
    let counts = layout.rows.map { actor in
      layout.columns.map { column -> Double in
        let moment = columns[column].beginning
        return (spans[actor.id] ?? []).reduce(0) { $0 + Self.weight(of: $1, at: moment) }
      }
    }
    let most = counts.joined().max() ?? 0
    guard most > 0 else { return [] }
    let height = layout.rowPitch * 0.6
    return counts.enumerated().flatMap { row, counts in
      counts.enumerated().compactMap { column, count in
        count == 0
          ? nil
          : .rectangle(
            Box(
              x: layout.x(layout.columns.lowerBound + column) - layout.pitch / 2,
              y: layout.y(row) - height / 2, width: layout.pitch, height: height), fill: frame.inks.blue,
            opacity: Self.darkest * (0.2 + 0.8 * count / most))
      }
    }
  }

  /// How dark a bar is where most agreements were in force.
  private static let darkest = 0.34

  /// How much a time in force counts at a moment: 1 certainly, 0.5 possibly.
  private static func weight(of span: Span, at moment: Moment) -> Double {
    guard !span.isContradictory, span.earliestStart <= moment, moment < span.latestEnd else { return 0 }
    return span.latestStart <= moment && moment < span.earliestEnd ? 1 : 0.5
  }
}
