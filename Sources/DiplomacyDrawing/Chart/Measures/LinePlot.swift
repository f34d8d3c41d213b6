import Diplomacy
import DiplomacyAnalysis

/// A measure over time as lines with bands, each named at its right end.
extension SeriesChart {
  func linePlot() -> (elements: [SVGElement], height: Double, legend: [LegendItem]) {
    let labelHeight = size * 1.3
    // As high as is usual and the page allows, but with room for all names.
    let usual = min(size * 30, max(size * 14, width * 0.5), frame.room(width) - size * 3)
    let height = max(usual, Double(lines.count) * labelHeight, size * 8)
    let top = size * 0.8
    let values = lines.flatMap { line in
      line.values.compactMap(\.self) + line.bands.flatMap { $0.map { [$0.lowerBound, $0.upperBound] } ?? [] }
    }
    let most = values.max() ?? 1
    // From 0, unless the lines lie so high above it that they could not be told apart.
    let lowest = values.min() ?? 0
    let least = lowest > most / 2 && most > lowest ? lowest : min(0, lowest)
    let plain = LinearScale(least...(most > least ? most : least + 1), from: top + height, to: top)
    let scale = frame.rounded(plain)
    let ticks = frame.numberTicks(scale, isWhole: data.measure.isCount && !data.first.options.isNormalized)
    frame.meter.prepare(ticks.map(\.text))
    let left = (ticks.map { frame.meter.width($0.text, size * 0.9) }.max() ?? 0) + size * 0.8
    let sign = size * 2.6
    let longest = names.map { frame.meter.width($0, size) }.max() ?? 0
    let label = min(longest, max(size * 5, width * 0.34 - sign), width - sign - left - size)
    let right = max(left + size, width - sign - label)
    let xs = places.map { left + $0 * (right - left) }

    var elements = frame.numberAxis(scale, ticks, across: left...right)
    let axis = axis(at: top + height, from: left, to: right, linesFrom: nil)
    elements += axis.elements
    // Wide bands first, so that narrow ones lie on them; then lines, then signs.
    for index in lines.indices { elements += band(index, xs, scale) }
    for index in lines.indices { elements.append(line(index, xs, scale)) }
    elements += lineLabels(
      xs, scale, from: right, to: right + sign, label, within: 0...(top + height + size * 0.5))
    return (elements, top + height + axis.height, bandLegend)
  }

  /// The surface between the smallest and the largest values, with its edges.
  private func band(_ index: Int, _ xs: [Double], _ scale: LinearScale) -> [SVGElement] {
    let (bands, look) = (lines[index].bands, looks[index])
    let stroke = Stroke(color: look.color, width: size * 0.05, dashes: look.dashes, opacity: 0.7)
    return runs(bands).flatMap { run -> [SVGElement] in
      let upper = run.map { Point(x: xs[$0.index], y: scale($0.value.upperBound)) }
      let lower = run.map { Point(x: xs[$0.index], y: scale($0.value.lowerBound)) }
      guard zip(upper, lower).contains(where: { $0.y < $1.y }) else { return [] }
      if run.count == 1 {
        return [.line(upper[0], lower[0], Stroke(color: look.color, width: size * 0.5, opacity: 0.25))]
      }
      return [
        .polygon(upper + lower.reversed(), fill: look.color, opacity: 0.13), .polyline(upper, stroke),
        .polyline(lower, stroke),
      ]
    }
  }

  /// A line with its signs.
  private func line(_ number: Int, _ xs: [Double], _ scale: LinearScale) -> SVGElement {
    let (line, look) = (lines[number], looks[number])
    var elements: [SVGElement] = []
    let runs = runs(line.values)
    for run in runs where run.count > 1 {
      elements.append(
        .polyline(
          run.map { Point(x: xs[$0.index], y: scale($0.value)) },
          Stroke(color: look.color, width: size * 0.17, dashes: look.dashes)))
    }
    // As many signs as can be told apart, not at the same dates for all lines.
    let span = (xs.last ?? 0) - (xs.first ?? 0)
    let step = max(1, Int((size * 2.4 * Double(max(1, xs.count - 1)) / max(span, 1)).rounded(.up)))
    for run in runs {
      for (index, value) in run
      where (index + number) % step == 0 || index == run.first?.index || index == run.last?.index {
        elements.append(
          look.shape.element(
            at: Point(x: xs[index], y: scale(value)), radius: size * 0.28, color: look.color,
            paper: inks.paper))
      }
    }
    return .group("line", id: line.entity.id.rawValue, tooltip: names[number], elements)
  }

  /// Names at the right, each with its sign, as near as can be to the last value.
  private func lineLabels(
    _ xs: [Double], _ scale: LinearScale, from edge: Double, to start: Double, _ length: Double,
    within range: ClosedRange<Double>
  ) -> [SVGElement] {
    let shown = lines.indices.filter { lines[$0].ends != nil }
    let wanted = shown.map { index in
      lines[index].ends.flatMap { lines[index].values[$0.last] }.map { scale($0) } ?? range.upperBound
    }
    let places = LabelSpacing.spread(
      wanted, lengths: wanted.map { _ in size * 1.25 }, within: range)
    return shown.enumerated().flatMap { place, index -> [SVGElement] in
      let (look, y) = (looks[index], places[place])
      var elements: [SVGElement] = []
      if lines[index].ends?.last == xs.count - 1 {
        elements.append(
          .line(
            Point(x: (xs.last ?? edge) + size * 0.4, y: wanted[place]), Point(x: start - size * 1.0, y: y),
            Stroke(color: look.color, width: size * 0.05)))
      }
      elements.append(
        look.shape.element(
          at: Point(x: start - size * 0.6, y: y), radius: size * 0.28, color: look.color, paper: inks.paper))
      elements.append(
        .text(
          frame.fitted(names[index], length, size), at: Point(x: start, y: y + size * 0.33), frame.look(),
          class: "line-label"))
      return [.group("label", id: lines[index].entity.id.rawValue, tooltip: names[index], elements)]
    }
  }

  private var bandLegend: [LegendItem] {
    guard hasBands, let look = looks.first else { return [] }
    let width = LegendItem.signWidth * size
    let edge = Stroke(color: look.color, width: size * 0.05, opacity: 0.7)
    return [
      LegendItem(
        sign: [
          .rectangle(
            Box(x: 0, y: -size * 0.35, width: width, height: size * 0.7), fill: look.color, opacity: 0.13),
          .line(Point(x: 0, y: -size * 0.35), Point(x: width, y: -size * 0.35), edge),
          .line(Point(x: 0, y: size * 0.35), Point(x: width, y: size * 0.35), edge),
        ], text: words[.band])
    ]
  }

  /// The stretches without gaps.
  func runs<Value>(_ values: [Value?]) -> [[(index: Int, value: Value)]] {
    var runs: [[(index: Int, value: Value)]] = []
    var isOpen = false
    for (index, value) in values.enumerated() {
      guard let value else {
        isOpen = false
        continue
      }
      if isOpen { runs[runs.count - 1].append((index, value)) } else { runs.append([(index, value)]) }
      isOpen = true
    }
    return runs
  }
}
