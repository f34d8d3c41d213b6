import Chronology
import Diplomacy
import DiplomacyAnalysis

/// The order by a measure over time: a place for each line at each date, with its rank among all.
extension SeriesChart {
  func rankPlot() -> (elements: [SVGElement], height: Double, legend: [LegendItem]) {
    let slots = slots
    let row = size * 2
    let height = row * Double(lines.count)
    let radius = size * 0.82
    let sign = size * 2.4
    let longest = names.map { frame.meter.width($0, size) }.max() ?? 0
    let hasLeftNames = width > size * 42
    let label = min(
      longest, max(size * 5, width * (hasLeftNames ? 0.24 : 0.36)), width - sign - size - 2 * radius)
    let left = (hasLeftNames ? label + size * 0.6 : 0) + radius
    let right = max(left + size, width - sign - label - radius)
    let xs = places.map { left + $0 * (right - left) }
    func y(_ slot: Int) -> Double { (Double(slot) + 0.5) * row }

    let shown = shownDates(xs)
    var elements = frame.placeLabels(
      shown.map { (xs[$0], dateLabels[$0]) }, at: height + size * 1.3, within: 0...width)
    for index in lines.indices { elements.append(rankLine(index, slots, xs, y)) }
    elements += shown.flatMap { ties(slots, at: $0, x: xs[$0], radius, y) }
    for index in lines.indices {
      for date in shown {
        guard let slot = slots[date][index], let rank = lines[index].ranks[date] else { continue }
        elements += numbered(rank, at: Point(x: xs[date], y: y(slot)), radius, inks.paper, looks[index].color)
      }
    }
    if hasLeftNames { elements += leftNames(slots, left - radius - size * 0.4, label, y) }
    elements += rightNames(slots, from: right + radius, to: width - label, label, y)
    let isTied = shown.contains { !tiedRuns(slots, at: $0).isEmpty }
    return (elements, height + size * 1.8, isTied ? [tiedLegend(radius)] : [])
  }

  /// What each date is called: its year, where all are first days of years.
  private var dateLabels: [String] {
    let days = data.dates.map { $0?.earliest.day.components }
    let areYears = days.allSatisfy { $0?.month == 1 && $0?.day == 1 }
    let years = days.compactMap { $0?.year }
    if areYears, Set(years).count == data.dates.count {
      return years.map { yearLabel($0, in: frame.language) }
    }
    return data.dates.map { $0?.description(in: words.language) ?? "" }
  }

  /// For each date, the place of each line from the top: by rank, equal ones as they stood before; nil where it is not there.
  private var slots: [[Int?]] {
    var before = Array(lines.indices)
    return data.dates.indices.map { date in
      let there = lines.indices.filter { lines[$0].ranks[date] != nil }
      let order = there.sorted {
        ((lines[$0].ranks[date] ?? 0), before[$0], $0) < ((lines[$1].ranks[date] ?? 0), before[$1], $1)
      }
      var slots = [Int?](repeating: nil, count: lines.count)
      for (slot, index) in order.enumerated() {
        slots[index] = slot
        before[index] = slot
      }
      return slots
    }
  }

  /// The dates at which ranks are written: as many as there is room for, the first and the last among them.
  private func shownDates(_ xs: [Double]) -> [Int] {
    guard let last = xs.indices.last else { return [] }
    var shown: [Int] = []
    for date in xs.indices {
      let isFree = shown.last.map { xs[date] - xs[$0] >= size * 2.4 } ?? true
      let leavesLast = date == last || xs[last] - xs[date] >= size * 2.4
      if isFree, leavesLast { shown.append(date) }
    }
    if shown.last != last { shown.append(last) }
    return shown
  }

  private func rankLine(_ index: Int, _ slots: [[Int?]], _ xs: [Double], _ y: (Int) -> Double) -> SVGElement {
    let look = looks[index]
    var commands = ""
    for run in runs(slots.map { $0[index] }) {
      for (place, (date, slot)) in run.enumerated() {
        let (x, height) = (xs[date], y(slot))
        if place == 0 {
          commands += "M\(svgNumber(x)) \(svgNumber(height))"
        } else {
          let (from, before) = (xs[run[place - 1].index], y(run[place - 1].value))
          let middle = svgNumber((from + x) / 2)
          commands +=
            height == before
            ? "L\(svgNumber(x)) \(svgNumber(height))"
            : "C\(middle) \(svgNumber(before)) \(middle) \(svgNumber(height)) \(svgNumber(x)) \(svgNumber(height))"
        }
      }
    }
    let stroke = Stroke(color: look.color, width: size * 0.22, dashes: look.dashes)
    return .group(
      "line", id: lines[index].entity.id.rawValue, tooltip: names[index],
      commands.isEmpty ? [] : [.path(commands, stroke: stroke)])
  }

  private func numbered(_ rank: Int, at place: Point, _ radius: Double, _ paper: String, _ color: String)
    -> [SVGElement]
  {
    let text = "\(rank)"
    let scale = min(0.85, 0.85 * 1.5 * radius / max(0.1, frame.meter.width(text, size * 0.85)))
    return [
      .circle(place, radius: radius, fill: paper, stroke: Stroke(color: color, width: size * 0.14)),
      .text(
        text, at: Point(x: place.x, y: place.y + size * 0.36 * scale),
        frame.look(scale, nil, anchor: .middle),
        class: "rank"),
    ]
  }

  // MARK: Ties

  /// The first and the last slots of those of equal rank at a date.
  private func tiedRuns(_ slots: [[Int?]], at date: Int) -> [(first: Int, last: Int)] {
    var slotsOfRank: [Int: [Int]] = [:]
    for index in lines.indices {
      if let slot = slots[date][index], let rank = lines[index].ranks[date] {
        slotsOfRank[rank, default: []].append(slot)
      }
    }
    return slotsOfRank.keys.sorted().compactMap { rank in
      guard let slots = slotsOfRank[rank], slots.count > 1, let first = slots.min(), let last = slots.max()
      else {
        return nil
      }
      return (first, last)
    }
  }

  private func ties(_ slots: [[Int?]], at date: Int, x: Double, _ radius: Double, _ y: (Int) -> Double)
    -> [SVGElement]
  {
    tiedRuns(slots, at: date).map { first, last in
      .rectangle(
        Box(
          x: x - radius - size * 0.2, y: y(first) - radius - size * 0.1, width: 2 * radius + size * 0.4,
          height: y(last) - y(first) + 2 * radius + size * 0.2), fill: inks.guide,
        radius: radius + size * 0.2,
        opacity: 0.8)
    }
  }

  private func tiedLegend(_ radius: Double) -> LegendItem {
    let width = LegendItem.signWidth * size
    return LegendItem(
      sign: [
        .rectangle(
          Box(x: 0, y: -size * 0.6, width: width, height: size * 1.2), fill: inks.guide, radius: size * 0.6,
          opacity: 0.8)
      ]
        + [0.27, 0.73].map {
          .circle(
            Point(x: width * $0, y: 0), radius: size * 0.4, fill: inks.paper,
            stroke: Stroke(color: inks.quiet, width: size * 0.1))
        }, text: words[.tied])
  }

  // MARK: Names

  private func leftNames(_ slots: [[Int?]], _ end: Double, _ length: Double, _ y: (Int) -> Double)
    -> [SVGElement]
  {
    lines.indices.compactMap { index in
      slots.first?[index].map { slot in
        .text(
          frame.fitted(names[index], length, size), at: Point(x: end, y: y(slot) + size * 0.33),
          frame.look(1, nil, anchor: .end), class: "line-label")
      }
    }
  }

  /// Names at the right ends of the lines; below them those whose lines ended before, with a piece of their line.
  private func rightNames(
    _ slots: [[Int?]], from edge: Double, to start: Double, _ length: Double, _ y: (Int) -> Double
  ) -> [SVGElement] {
    let last = slots.last ?? []
    let there = last.compactMap(\.self).count
    var free = there
    return lines.indices.flatMap { index -> [SVGElement] in
      let look = looks[index]
      let isThere = last.indices.contains(index) && last[index] != nil
      let slot = isThere ? last[index] ?? 0 : free
      if !isThere { free += 1 }
      let height = y(slot)
      let color = isThere ? inks.ink : inks.quiet
      // A piece of the line, which for one that goes on joins its last place.
      return [
        .line(
          Point(x: isThere ? edge : edge + size * 0.4, y: height), Point(x: start - size * 0.4, y: height),
          Stroke(color: look.color, width: size * 0.22, dashes: look.dashes)),
        .text(
          frame.fitted(names[index], length, size, isThere ? .regular : .italic),
          at: Point(x: start, y: height + size * 0.33),
          frame.look(1, color, isThere ? .regular : .italic), class: "line-label"),
      ]
    }
  }
}
