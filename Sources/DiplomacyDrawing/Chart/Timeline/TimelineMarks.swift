import Chronology
import Diplomacy

/// The signs of a timeline: bars, acts and ticks.
struct TimelineMarks {
  let inks: Inks
  /// The height of a full bar.
  let height: Double
  let scale: TimeScale

  // MARK: Bars

  /// The definitions that faded ends need.
  static func definitions(_ inks: Inks) -> SVGElement {
    func fade(_ id: String, _ color: String, isEnd: Bool) -> SVGElement {
      func stop(_ offset: String, _ opacity: String) -> SVGElement {
        SVGElement("stop", [("offset", offset), ("stop-color", color), ("stop-opacity", opacity)])
      }
      return SVGElement(
        "linearGradient", [("id", id)],
        isEnd ? [stop("0", "0.6"), stop("1", "0.08")] : [stop("0", "0.08"), stop("1", "0.6")])
    }
    return SVGElement(
      "defs", [],
      [
        fade("fade-in", inks.blue, isEnd: false), fade("fade-out", inks.blue, isEnd: true),
        fade("secret-in", inks.vermilion, isEnd: false), fade("secret-out", inks.vermilion, isEnd: true),
      ])
  }

  /// A time: in full where it is certain, fading in from its first possible moment and out to its last.
  func bar(_ span: Span, _ y: Double, _ assertion: Assertion, isSecret: Bool, share: Double = 1)
    -> [SVGElement]
  {
    guard !span.isContradictory, span.earliestStart < span.latestEnd, span.earliestStart < scale.end,
      span.latestEnd > scale.start
    else { return [] }
    let height = height * share
    let top = y - height / 2
    let color = isSecret ? inks.vermilion : inks.blue
    let (first, last) = (scale(span.earliestStart), scale(span.latestEnd))
    let certainStart = scale(span.latestStart)
    let certainEnd = scale(span.earliestEnd)
    let isCertain = span.latestStart < span.earliestEnd && certainEnd > certainStart
    func piece(_ from: Double, _ to: Double, _ fill: String) -> SVGElement? {
      to - from < 0.02
        ? nil : .rectangle(Box(x: from, y: top, width: to - from, height: height), fill: fill)
    }
    var elements: [SVGElement?] = []
    let prefix = isSecret ? "secret" : "fade"
    if isCertain {
      elements = [
        piece(first, certainStart, "url(#\(prefix)-in)"), piece(certainStart, certainEnd, color),
        piece(certainEnd, last, "url(#\(prefix)-out)"),
      ]
    } else {
      // Nowhere certain: it fades in and out, and where it begins at the latest after it may have ended, it is even.
      let middle = min(max(min(certainStart, certainEnd), first), last)
      let other = min(max(max(certainStart, certainEnd), first), last)
      elements = [
        piece(first, middle, "url(#\(prefix)-in)"),
        .rectangle(
          Box(x: middle, y: top, width: max(0, other - middle), height: height), fill: color, opacity: 0.6),
        piece(other, last, "url(#\(prefix)-out)"),
      ]
    }
    elements.append(outline(first, last, top, height, assertion, color))
    if isSecret, height > 3 {
      elements.append(
        .line(
          Point(x: first, y: y), Point(x: last, y: y), Stroke(color: inks.paper, width: height * 0.22)))
    }
    elements += [
      arrow(first, y, height, color, pointsLeft: true, span.earliestStart < scale.start),
      arrow(last, y, height, color, pointsLeft: false, span.latestEnd > scale.end),
    ]
    return elements.compactMap(\.self)
  }

  /// The edge of a bar: dashed where the assertion is uncertain, dotted where it is only imagined.
  private func outline(
    _ first: Double, _ last: Double, _ top: Double, _ height: Double, _ assertion: Assertion, _ color: String
  ) -> SVGElement? {
    let dashes: [Double] =
      switch assertion {
      case .plain: []
      case .uncertain: [2.4, 1.4]
      case .imagined: [0.6, 1.2]
      }
    return .rectangle(
      Box(x: first, y: top, width: last - first, height: height), fill: "none",
      stroke: Stroke(color: assertion == .plain ? color : inks.ink, width: 0.4, dashes: dashes))
  }

  /// Says that a time goes on beyond the edge.
  private func arrow(
    _ x: Double, _ y: Double, _ height: Double, _ color: String, pointsLeft: Bool, _ goesOn: Bool
  ) -> SVGElement? {
    guard goesOn else { return nil }
    let reach = pointsLeft ? -height * 0.5 : height * 0.5
    return .polygon(
      [
        Point(x: x, y: y - height / 2), Point(x: x + reach, y: y), Point(x: x, y: y + height / 2),
      ], fill: color, opacity: 0.6)
  }

  // MARK: Acts

  /// The signs of acts: those that begin, change and end are each of one family.
  enum Sign: Hashable, CaseIterable {
    case signature, ratification, entry, accession, change, pause, notice, end, breach, other

    init(_ act: Act.Kind) {
      switch act {
      case .signature: self = .signature
      case .ratification: self = .ratification
      case .entryIntoForce: self = .entry
      case .accession: self = .accession
      case .amendment, .extension, .renewal: self = .change
      case .suspension, .resumption: self = .pause
      case .denunciation, .withdrawal: self = .notice
      case .termination, .expiry: self = .end
      case .breach: self = .breach
      default: self = .other
      }
    }
  }

  func sign(_ sign: Sign, at place: Point, _ reach: Double) -> [SVGElement] {
    let edge = Stroke(color: inks.ink, width: reach * 0.3)
    let thick = Stroke(color: inks.ink, width: reach * 0.42)
    let halo = Stroke(color: inks.paper, width: reach * 1.0)
    func point(_ x: Double, _ y: Double) -> Point { Point(x: place.x + x * reach, y: place.y + y * reach) }
    func lines(_ ends: [(Point, Point)]) -> [SVGElement] {
      ends.map { .line($0.0, $0.1, halo) } + ends.map { .line($0.0, $0.1, thick) }
    }
    switch sign {
    case .signature:
      return [
        .circle(
          place, radius: reach * 0.75, fill: inks.ink, stroke: Stroke(color: inks.paper, width: reach * 0.25))
      ]
    case .ratification:
      return [
        .polygon([point(0, -1), point(1, 0), point(0, 1), point(-1, 0)], fill: inks.paper, stroke: edge)
      ]
    case .entry:
      return [.polygon([point(-0.9, 0.8), point(0, -0.9), point(0.9, 0.8)], fill: inks.paper, stroke: edge)]
    case .accession:
      return [.polygon([point(-0.7, -0.9), point(0.9, 0), point(-0.7, 0.9)], fill: inks.paper, stroke: edge)]
    case .change: return lines([(point(-0.9, 0), point(0.9, 0)), (point(0, -0.9), point(0, 0.9))])
    case .pause: return lines([(point(-0.4, -0.9), point(-0.4, 0.9)), (point(0.4, -0.9), point(0.4, 0.9))])
    case .notice: return lines([(point(-0.8, -0.8), point(0.8, 0.8)), (point(-0.8, 0.8), point(0.8, -0.8))])
    case .end: return lines([(point(0, -1.3), point(0, 1.3))])
    case .breach:
      return lines([
        (point(-0.7, -1), point(0.5, -0.1)), (point(0.5, -0.1), point(-0.5, 0.1)),
        (point(-0.5, 0.1), point(0.7, 1)),
      ])
    case .other: return [.circle(place, radius: reach * 0.7, fill: inks.paper, stroke: edge)]
    }
  }

  /// The mark of an act: at its date, or in the middle of its possible days with a line over all of them.
  func mark(_ mark: TimelineRow.Mark, _ y: Double, _ reach: Double) -> [SVGElement] {
    guard mark.date.latest >= scale.start, mark.date.earliest <= scale.end else { return [] }
    let (first, last) = (scale(mark.date.earliest), scale(mark.date.latest))
    var elements: [SVGElement] = []
    if last - first > reach {
      elements.append(
        .line(Point(x: first, y: y), Point(x: last, y: y), Stroke(color: inks.ink, width: reach * 0.3)))
    }
    elements += sign(Sign(mark.act), at: Point(x: (first + last) / 2, y: y), reach)
    return elements
  }
}
