import Chronology

/// Axes: lines, ticks and labels that neither lie on each other nor leave the plot.
extension ChartFrame {
  /// The lines of an axis of time and its labels, as many as there is room for.
  /// - Parameters:
  ///   - scale: From moments to places from left to right.
  ///   - y: Where the axis is.
  ///   - top: From where lines across the plot lead down to it; nil: there are none.
  ///   - range: Between which places the labels must stay.
  /// - Returns: What is drawn, and how far it reaches below the axis.
  func timeAxis(
    _ scale: TimeScale, at y: Double, linesFrom top: Double? = nil, within range: ClosedRange<Double>
  )
    -> Block
  {
    let labels = timeLabels(scale, range)
    var block = Block(height: size * 1.5)
    for (x, _, _) in labels {
      block.elements.append(
        .line(
          Point(x: x, y: top ?? y), Point(x: x, y: y + size * 0.3),
          Stroke(color: inks.guide, width: size * 0.06)))
    }
    block.elements.append(
      .line(
        Point(x: scale.range.from, y: y), Point(x: scale.range.to, y: y),
        Stroke(color: inks.quiet, width: size * 0.08)))
    for (_, middle, text) in labels {
      block.elements.append(
        .text(
          text, at: Point(x: middle, y: y + size * 1.2), look(0.9, inks.quiet, anchor: .middle), class: "axis"
        ))
    }
    return block
  }

  /// Where lines of an axis of time stand, and where the middles of their labels.
  private func timeLabels(_ scale: TimeScale, _ range: ClosedRange<Double>) -> [(
    x: Double, middle: Double, text: String
  )] {
    let length = abs(scale.range.to - scale.range.from)
    var most = Int(min(400, max(1, length / (size * 2))))
    while most >= 1 {
      let ticks = scale.ticks(most, in: language)
      if !ticks.isEmpty, let labels = apart(ticks.map { (scale($0.moment), $0.label) }, range) {
        return labels
      }
      most = most > 8 ? most * 4 / 5 : most - 1
    }
    // No year or month begins on the scale: its ends, or the first of them, or none.
    let ends = [scale.start, scale.end].map { (scale($0), $0.day.start.description(in: words.language)) }
    return apart(ends, range) ?? apart([ends[0]], range) ?? []
  }

  /// Labels in the middle below their places, moved inside where they would stick out; nil when some would lie on each other.
  private func apart(_ labels: [(x: Double, text: String)], _ range: ClosedRange<Double>) -> [(
    x: Double, middle: Double, text: String
  )]? {
    meter.prepare(labels.map(\.text))
    var end = -Double.infinity
    var placed: [(x: Double, middle: Double, text: String)] = []
    for (x, text) in labels {
      let half = meter.width(text, size * 0.9) / 2
      guard 2 * half <= range.upperBound - range.lowerBound else { return nil }
      let middle = min(max(x, range.lowerBound + half), range.upperBound - half)
      guard middle - half >= end else { return nil }
      end = middle + half + size * 0.6
      placed.append((x, middle, text))
    }
    return placed
  }

  /// The labels of an axis of numbers from bottom to top, at round numbers, as many as there is room for.
  ///
  /// - Parameter isWhole: Whether there are no numbers between whole ones.
  func numberTicks(_ scale: LinearScale, isWhole: Bool = false) -> [(value: Double, text: String)] {
    let room = abs(scale.range.to - scale.range.from)
    let ticks = scale.ticks(Int(max(1, min(12, room / (size * 1.8)))))
    let values = isWhole ? ticks.filter { $0 == $0.rounded() } : ticks
    let step = values.count > 1 ? values[1] - values[0] : 1
    var digits = 0
    var unit = step
    while digits < 9, (unit - unit.rounded()).magnitude > 1e-6 * max(1, unit.magnitude) {
      digits += 1
      unit *= 10
    }
    return values.map { ($0, words.number($0, digits: digits)) }
  }

  /// The same scale, down and up to the next of its round numbers.
  func rounded(_ scale: LinearScale) -> LinearScale {
    let ticks = numberTicks(scale).map(\.value)
    guard ticks.count > 1, let first = ticks.first, let last = ticks.last else { return scale }
    let step = ticks[1] - first
    let slack = step * 1e-6
    let low = scale.domain.lowerBound < first - slack ? first - step : first
    let high = scale.domain.upperBound > last + slack ? last + step : last
    return LinearScale(low...high, from: scale.range.from, to: scale.range.to)
  }

  /// Labels below some places of an axis, every one or every second or so, as there is room for.
  /// - Parameters:
  ///   - labels: Where each place is, and what it is called; from left to right.
  ///   - range: Between which places the labels must stay.
  func placeLabels(
    _ labels: [(x: Double, text: String)], at y: Double, within range: ClosedRange<Double>
  ) -> [SVGElement] {
    meter.prepare(labels.map(\.text))
    for step in 1...max(1, labels.count) {
      let some = labels.indices.filter { $0 % step == 0 }.map { labels[$0] }
      guard let placed = apart(some, range) else { continue }
      return placed.map {
        .text($0.text, at: Point(x: $0.middle, y: y), look(0.9, inks.quiet, anchor: .middle), class: "axis")
      }
    }
    return []
  }

  /// An axis of numbers from bottom to top: labels that end left of the plot and lines across it.
  /// - Parameters:
  ///   - ticks: The numbers with their labels.
  ///   - range: From where to where the lines lead.
  func numberAxis(
    _ scale: LinearScale, _ ticks: [(value: Double, text: String)], across range: ClosedRange<Double>
  ) -> [SVGElement] {
    ticks.flatMap { value, text -> [SVGElement] in
      let y = scale(value)
      return [
        .line(
          Point(x: range.lowerBound, y: y), Point(x: range.upperBound, y: y),
          Stroke(color: inks.guide, width: size * 0.06)),
        .text(
          text, at: Point(x: range.lowerBound - size * 0.4, y: y + size * 0.3),
          look(0.9, inks.quiet, anchor: .end), class: "axis"),
      ]
    }
  }
}
