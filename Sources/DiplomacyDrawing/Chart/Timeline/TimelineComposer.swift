import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Networks

/// Lays out and draws a timeline.
struct TimelineComposer {
  private let view: GraphView
  private let rows: [TimelineRow]
  private let events: [TimelineEvent]
  private let omitted: (actors: Int, agreements: Int)?
  private let meter: TextMeter
  private var frame: ChartFrame
  private let scope: PictureScope
  /// The time that is drawn.
  private let start: Moment
  private let end: Moment

  private var size: Double { frame.size }
  private var words: PictureWords { frame.words }

  init(
    _ view: GraphView, _ choice: PictureChoice, _ options: TimelineOptions, _ style: PictureStyle,
    _ timeLimit: Duration
  ) throws(ChartError) {
    self.view = view
    meter = TextMeter(timeLimit: timeLimit)
    var style = style
    frame = ChartFrame(style, view, meter)
    scope = PictureScope(view: view, words: frame.words, language: frame.language)
    // Agreements that were in force then are drawn, whenever they were concluded.
    var wide = choice
    (wide.from, wide.to) = (nil, nil)
    let chosen: ChosenActors
    do throws(MeasureError) {
      chosen = try ChosenActors(view, wide, limit: IncidenceComposer.limit)
    } catch {
      throw .measure(error)
    }
    let contents = TimelineRows(view, choice, options, scope)
    rows = contents.rows(chosen)
    events = contents.events(chosen)
    omitted = chosen.omitted
    guard let time = Self.time(rows, events, choice) else {
      throw .empty("nothing that is looked at has a date, so there is no time to draw.")
    }
    (start, end) = time
    if style.width == nil, rows.count > Self.mostOnItsSide, style.theme == .print || style.theme == .grey {
      // Many lines stand better on an upright page.
      style.width = PictureStyle.points(190)
      frame = ChartFrame(style, view, meter)
    }
    frame.subtitle = scope.line(choice)
    frame.legend = legend
    frame.caption = caption
  }

  /// How many lines stand on a page on its side.
  private static let mostOnItsSide = 34

  /// From the first to the last date that is not open, with a little room; or the time asked for.
  private static func time(
    _ rows: [TimelineRow], _ events: [TimelineEvent], _ choice: PictureChoice
  ) -> (Moment, Moment)? {
    var moments = rows.flatMap(\.marks).flatMap { [$0.date.earliest, $0.date.latest] }
    moments += events.flatMap { [$0.span.earliestStart, $0.span.latestEnd] }
    if moments.allSatisfy(\.isOpen) {
      moments = rows.flatMap(\.spans).flatMap {
        [$0.earliestStart, $0.latestStart, $0.earliestEnd, $0.latestEnd]
      }
    }
    let known = moments.filter { !$0.isOpen }
    let first = choice.from.flatMap { $0.earliest.isOpen ? nil : $0.earliest } ?? known.min()
    let last = choice.to.flatMap { $0.latest.isOpen ? nil : $0.latest } ?? known.max()
    guard let first, let last, first <= last else { return nil }
    // Divided first, since the outermost dates lie further apart than a number of seconds can be.
    let room = max(15 * 86_400, last.seconds / 60 - first.seconds / 60)
    return (
      choice.from == nil ? first.adding(seconds: -room) : first,
      choice.to == nil ? last.adding(seconds: room) : last
    )
  }

  // MARK: The whole

  func chart() throws(ChartError) -> Chart {
    let width = frame.style.widest - 2 * frame.margin
    meter.prepare(rows.map(\.label) + events.map(\.label))
    let labelWidth = min(width * 0.36, rows.map { self.labelLength($0) }.max().map { $0 + size } ?? 0)
    let scale = TimeScale(start, end, from: labelWidth, to: width - size * 0.5)
    let marks = TimelineMarks(inks: frame.inks, height: size * 0.78, scale: scale)
    let strip = eventStrip(scale, marks, width)
    let pages = pages(frame.room(width) - size * 3.2, first: strip.height)
    let documents = pages.enumerated().map { index, range in
      let plot = plot(rows[range], scale, marks, index == 0 ? strip : ChartFrame.Block(), labelWidth)
      return frame.page(
        plot.elements, width: width, height: plot.height, number: index + 1, of: pages.count,
        description: description)
    }
    return try Chart(
      documents, frame, meter, description: description, author: view.graph.authors.joined(separator: ", "),
      table: table)
  }

  private var description: String {
    let agreements = Set(rows.filter { $0.subject == .agreement }.compactMap(\.id)).count
    return "\(words[.timeline]): \(words[.agreements]) \(agreements), \(words[.events]) \(events.count)."
  }

  private var caption: [String] {
    var paragraphs: [String] = []
    if let omitted { paragraphs.append(words.omitted(omitted)) }
    let ids = Set(rows.compactMap(\.id) + events.map(\.id))
    let attestations = view.graph.entities.filter { ids.contains($0.id) }.flatMap { entity in
      [entity.attestation] + (view.life(of: entity)?.acts.map(\.attestation) ?? [])
    }
    if let sources = scope.sources(of: attestations) { paragraphs.append(sources) }
    return paragraphs + [words[.drawnWith]]
  }

  private var legend: [LegendItem] {
    let width = LegendItem.signWidth * size
    let moment = Moment(seconds: 0)
    // Three quarters certain, the rest fading.
    let scale = TimeScale(moment, moment.adding(seconds: 100_000_000), from: 0, to: width)
    let marks = TimelineMarks(inks: frame.inks, height: size * 0.6, scale: scale)
    func span(_ parts: (Int64, Int64, Int64, Int64)) -> Span {
      Span(
        earliestStart: moment.adding(seconds: parts.0 * 1_000_000),
        latestStart: moment.adding(seconds: parts.1 * 1_000_000),
        earliestEnd: moment.adding(seconds: parts.2 * 1_000_000),
        latestEnd: moment.adding(seconds: parts.3 * 1_000_000))
    }
    func bar(_ parts: (Int64, Int64, Int64, Int64), _ assertion: Assertion, _ isSecret: Bool, _ text: String)
      -> LegendItem
    {
      LegendItem(sign: marks.bar(span(parts), 0, assertion, isSecret: isSecret), text: text)
    }
    let agreements = rows.filter { $0.subject == .agreement }
    var items = [bar((2, 2, 98, 98), .plain, false, words[.inForceCertain])]
    let isUncertain = agreements.contains { row in
      row.spans.contains { $0.earliestStart != $0.latestStart || $0.earliestEnd != $0.latestEnd }
    }
    if isUncertain { items.append(bar((2, 98, 98, 98), .plain, false, words[.inForcePossible])) }
    if rows.contains(where: \.isSecret) { items.append(bar((2, 2, 98, 98), .plain, true, words[.secret])) }
    let assertions = Set(rows.map(\.assertion))
    if assertions.contains(.uncertain) {
      items.append(bar((2, 2, 98, 98), .uncertain, false, words[.uncertain]))
    }
    if assertions.contains(.imagined) {
      items.append(bar((2, 2, 98, 98), .imagined, false, words[.imagined]))
    }
    let kinds = rows.flatMap(\.marks).map(\.act)
    for sign in TimelineMarks.Sign.allCases {
      var names: [String] = []
      for kind in kinds where TimelineMarks.Sign(kind) == sign && !names.contains(words[kind]) {
        names.append(words[kind])
      }
      guard !names.isEmpty else { continue }
      items.append(
        LegendItem(
          sign: marks.sign(sign, at: Point(x: width / 2, y: 0), size * 0.34), text: words.list(names)))
    }
    if !events.isEmpty {
      items.append(
        LegendItem(
          sign: tick(span((50, 50, 50, 50)), 0, scale, .plain, false), text: words[PictureWords.Key.event]))
    }
    return items
  }

  // MARK: Lines

  private func height(_ row: TimelineRow) -> Double {
    switch row.subject {
    case .heading: size * 1.9
    case .agreement, .office: size * 1.4
    case .lane: size * 1.2
    case .member: size
    }
  }

  private func labelLook(_ row: TimelineRow) -> (scale: Double, indent: Double, weight: TextWeight) {
    switch row.subject {
    case .heading: (1, 0, .bold)
    case .agreement, .office: (1, 0, .regular)
    case .lane: (0.85, size, .italic)
    case .member: (0.8, size, .regular)
    }
  }

  private func text(_ row: TimelineRow) -> String {
    row.subject == .lane ? row.reading ?? "" : row.label
  }

  private func labelLength(_ row: TimelineRow) -> Double {
    guard row.subject != .heading else { return 0 }
    let look = labelLook(row)
    return look.indent + meter.width(text(row), size * look.scale, look.weight)
  }

  /// The lines of each page; a heading stays with the line after it.
  private func pages(_ room: Double, first: Double) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var from = 0
    var used = first
    for index in rows.indices {
      let needed = height(rows[index])
      if used + needed > room, index > from {
        let isAfterHeading = rows[index - 1].subject == .heading && index - 1 > from
        let cut = isAfterHeading ? index - 1 : index
        pages.append(from..<cut)
        used = isAfterHeading ? height(rows[cut]) : 0
        from = cut
      }
      used += needed
    }
    pages.append(from..<rows.count)
    return pages
  }

  private func plot(
    _ rows: ArraySlice<TimelineRow>, _ scale: TimeScale, _ marks: TimelineMarks, _ strip: ChartFrame.Block,
    _ labelWidth: Double
  ) -> ChartFrame.Block {
    let top = strip.height + size * 1.6
    let bottom = top + rows.reduce(0) { $0 + height($1) }
    var back: [SVGElement] = []
    var front: [SVGElement] = []
    var y = top
    var isBand = false
    for row in rows {
      let rowHeight = height(row)
      let middle = y + rowHeight / 2
      if row.subject == .heading {
        isBand = false
        back.append(
          .line(
            Point(x: 0, y: y + rowHeight), Point(x: scale.range.to, y: y + rowHeight),
            Stroke(color: frame.inks.guide, width: 0.6)))
      } else if row.subject != .member, row.subject != .lane {
        isBand.toggle()
      }
      if isBand, row.subject != .heading {
        back.append(
          .rectangle(
            Box(x: scale.range.from, y: y, width: scale.range.to - scale.range.from, height: rowHeight),
            fill: frame.inks.band))
      }
      front.append(line(row, middle, scale, marks, labelWidth))
      y += rowHeight
    }
    let axis = axis(scale, top: top, bottom: bottom)
    return ChartFrame.Block(
      elements: [
        TimelineMarks.definitions(frame.inks), .group("bands", back), .group("axis", axis),
        .group("events", strip.elements), .group("rows", front), .group("date", dateLine(scale, top, bottom)),
      ], height: bottom + size * 1.4)
  }

  private func line(
    _ row: TimelineRow, _ y: Double, _ scale: TimeScale, _ marks: TimelineMarks, _ labelWidth: Double
  ) -> SVGElement {
    let look = labelLook(row)
    let textSize = size * look.scale
    let label = frame.fitted(
      text(row), row.subject == .heading ? scale.range.to : labelWidth - look.indent - size * 0.6, textSize,
      look.weight)
    var elements: [SVGElement] = [
      .text(
        label,
        at: Point(x: label.isFromRight ? labelWidth - size * 0.6 : look.indent, y: y + textSize * 0.35),
        TextLook(
          size: textSize, color: row.subject == .member ? frame.inks.quiet : frame.inks.ink,
          weight: look.weight, anchor: label.isFromRight ? .end : .start), class: "row-label")
    ]
    let share = row.subject == .member ? 0.45 : 1
    for span in row.spans {
      elements += marks.bar(span, y, row.assertion, isSecret: row.isSecret, share: share)
    }
    for mark in row.marks {
      elements.append(.group("act", tooltip: mark.text, marks.mark(mark, y, size * 0.34)))
    }
    return .group("\(row.subject)", id: row.id?.rawValue, tooltip: row.tooltip, elements)
  }

  // MARK: Time

  private func axis(_ scale: TimeScale, top: Double, bottom: Double) -> [SVGElement] {
    let ticks = scale.ticks(
      max(2, Int((scale.range.to - scale.range.from) / (size * 3.2))), in: frame.language)
    var elements: [SVGElement] = []
    var reached = -Double.infinity
    for tick in ticks {
      let x = scale(tick.moment)
      elements.append(
        .line(Point(x: x, y: top), Point(x: x, y: bottom), Stroke(color: frame.inks.guide, width: 0.4)))
      let half = meter.width(tick.label, size * 0.9) / 2
      let place = min(max(x, scale.range.from + half), scale.range.to - half)
      guard place - half > reached + size * 0.4 else { continue }
      reached = place + half
      for y in [top - size * 0.4, bottom + size * 1.05] {
        elements.append(
          .text(
            tick.label, at: Point(x: place, y: y), frame.look(0.9, frame.inks.quiet, anchor: .middle),
            class: "tick"))
      }
    }
    return elements
  }

  /// The date of the view, as a line, or where it is uncertain as a surface.
  private func dateLine(_ scale: TimeScale, _ top: Double, _ bottom: Double) -> [SVGElement] {
    guard let date = view.options.at, date.latest >= scale.start, date.earliest <= scale.end else {
      return []
    }
    let (first, last) = (scale(date.earliest), scale(date.latest))
    return last - first < 1
      ? [
        .line(
          Point(x: first, y: top), Point(x: first, y: bottom), Stroke(color: frame.inks.vermilion, width: 0.9)
        )
      ]
      : [
        .rectangle(
          Box(x: first, y: top, width: last - first, height: bottom - top), fill: frame.inks.vermilion,
          opacity: 0.15)
      ]
  }

  // MARK: Events

  /// Events in as few lines as their labels need, so that none lies on another: to the right of their days or to the left.
  private func eventStrip(_ scale: TimeScale, _ marks: TimelineMarks, _ width: Double) -> ChartFrame.Block {
    var block = ChartFrame.Block()
    let textSize = size * 0.85
    let leading = size * 1.15
    let labels = events.map { frame.fitted($0.label, width * 0.4, textSize) }
    meter.prepare(labels)
    guard !events.isEmpty else { return block }
    let right = eventPlaces(labels, scale, width, textSize, prefersLeft: false)
    let left = eventPlaces(labels, scale, width, textSize, prefersLeft: true)
    let places = left.lineCount < right.lineCount ? left : right
    for (event, (label, place)) in zip(events, zip(labels, places.places)) {
      let y = leading * (Double(place.line) + 0.5)
      block.elements.append(
        .group(
          "event", id: event.id.rawValue, tooltip: event.tooltip,
          tick(event.span, y, scale, event.assertion, event.isSecret) + [
            .text(
              label, at: Point(x: place.x, y: y + textSize * 0.35),
              TextLook(
                size: textSize, color: frame.inks.ink, anchor: place.isLeft ? .end : .start,
                halo: frame.inks.paper),
              class: "event-label")
          ]))
    }
    block.height = leading * Double(places.lineCount) + size * 0.4
    return block
  }

  /// Where an event's label stands.
  private struct EventPlace {
    let line: Int
    let x: Double
    let isLeft: Bool
  }

  private func eventPlaces(
    _ labels: [String], _ scale: TimeScale, _ width: Double, _ textSize: Double, prefersLeft: Bool
  ) -> (places: [EventPlace], lineCount: Int) {
    var taken: [[ClosedRange<Double>]] = []
    let gap = size * 0.4
    let places = zip(events, labels).map { event, label -> EventPlace in
      let x = scale(event.span.earliestStart)
      let last = max(x, scale(event.span.latestEnd))
      let length = meter.width(label, textSize)
      var sides: [(isLeft: Bool, range: ClosedRange<Double>)] = [
        (false, (x - size * 0.3)...(last + size * 0.5 + length)),
        (true, (x - size * 0.7 - length)...(last + size * 0.3)),
      ]
      sides.removeAll { $0.range.lowerBound < 0 || $0.range.upperBound > width }
      if prefersLeft { sides.reverse() }
      func hasRoom(_ line: [ClosedRange<Double>], _ range: ClosedRange<Double>) -> Bool {
        line.allSatisfy { range.upperBound + gap < $0.lowerBound || $0.upperBound + gap < range.lowerBound }
      }
      let line =
        sides.isEmpty
        ? taken.count : taken.firstIndex { line in sides.contains { hasRoom(line, $0.range) } } ?? taken.count
      if line == taken.count { taken.append([]) }
      guard let side = sides.first(where: { hasRoom(taken[line], $0.range) }) else {
        // Neither side of its days has room: it stands over them, in a line of its own.
        taken[line].append(0...width)
        return EventPlace(line: line, x: max(0, min(x, width - length)), isLeft: false)
      }
      taken[line].append(side.range)
      return EventPlace(
        line: line, x: side.isLeft ? x - size * 0.5 : last + size * 0.45, isLeft: side.isLeft)
    }
    return (places, taken.count)
  }

  /// An event: a tick at its first possible moment, a thick line over the days on which it certainly went on, and a thin
  /// one over those on which it may have.
  private func tick(
    _ span: Span, _ y: Double, _ scale: TimeScale, _ assertion: Assertion, _ isSecret: Bool
  ) -> [SVGElement] {
    let color = isSecret ? frame.inks.vermilion : frame.inks.purple
    let dashes: [Double] = assertion == .plain ? [] : assertion == .uncertain ? [1.6, 1] : [0.5, 1]
    let reach = size * 0.42
    let (from, to) = (scale(span.earliestStart), scale(span.latestEnd))
    func line(_ from: Double, _ to: Double, _ width: Double) -> SVGElement {
      .line(Point(x: from, y: y), Point(x: to, y: y), Stroke(color: color, width: width, dashes: dashes))
    }
    func stop(_ x: Double) -> SVGElement {
      .line(
        Point(x: x, y: y - reach), Point(x: x, y: y + reach),
        Stroke(color: color, width: size * 0.14, dashes: dashes))
    }
    var elements: [SVGElement] = []
    if span.earliestStart >= scale.start { elements.append(stop(from)) }
    if to - from > 1 {
      elements.append(line(from, to, size * 0.07))
      let (certainFrom, certainTo) = (scale(span.latestStart), scale(span.earliestEnd))
      if span.latestStart < span.earliestEnd, certainTo > certainFrom {
        elements.append(line(certainFrom, certainTo, size * 0.24))
      } else if span.latestEnd <= scale.end {
        elements.append(stop(to))
      }
    }
    return elements
  }

  // MARK: Table

  private var table: PictureTable {
    var table = PictureTable(
      columns: [
        words[.kind], words[.name], words[.reading], words[.start], "\(words[.start]) ≤", "\(words[.end]) ≥",
        words[.end], words[.acts],
      ])
    func day(_ moment: Moment, isEnd: Bool = false) -> String {
      moment.isOpen ? "" : (isEnd ? moment.adding(seconds: -1) : moment).shortText
    }
    func add(_ kind: String, _ label: String, _ reading: String?, _ spans: [Span], _ acts: String) {
      for span in spans.isEmpty ? [.never] : spans {
        let isNever = span.isContradictory || span.earliestStart == .distantFuture
        table.rows.append(
          [kind, label, reading ?? ""]
            + (isNever
              ? ["", "", "", ""]
              : [
                day(span.earliestStart), day(span.latestStart), day(span.earliestEnd, isEnd: true),
                day(span.latestEnd, isEnd: true),
              ]) + [acts])
      }
    }
    for row in rows where row.subject != .heading {
      let kind: String =
        switch row.subject {
        case .member: words[.member]
        case .office: words[.office]
        default: row.id.flatMap { view.graph[$0] }.map { words[$0.kind] } ?? ""
        }
      add(kind, row.label, row.reading, row.spans, row.marks.map(\.text).joined(separator: "; "))
    }
    for event in events { add(words[PictureWords.Key.event], event.label, nil, [event.span], "") }
    return table
  }
}
