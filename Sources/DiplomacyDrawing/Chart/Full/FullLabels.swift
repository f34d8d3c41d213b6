import Foundation

/// Places words and numbers on the lines of a full diagram, each on its own line, none on a box or on another.
struct FullLabels {
  private let request: FullLayout.Request
  private let boxes: [Box]
  private let courses: [Course]
  /// Where each line is between its boxes, as distances along it.
  private let visible: [ClosedRange<Double>]
  private let grid: SegmentGrid
  private var labels: [Box?]
  private var tags: [Point?]
  private var placed: [Box] = []
  /// Whether all found room.
  private(set) var isClear = true

  /// - Parameter factor: How much the places are stretched.
  init(_ request: FullLayout.Request, _ middles: [Point], _ courses: [Course], _ factor: Double) {
    self.request = request
    func stretched(_ point: Point) -> Point { Point(x: point.x * factor, y: point.y * factor) }
    boxes = zip(middles, request.boxes.boxes).map { middle, box in
      let place = stretched(middle)
      return Box(
        x: place.x - box.width / 2, y: place.y - box.height / 2, width: box.width, height: box.height)
    }
    let boxes = boxes
    let drawn = courses.map { factor == 1 ? $0 : Course($0.points.map(stretched)) }
    self.courses = drawn
    visible = request.content.lines.indices.map { index in
      let line = request.content.lines[index]
      let first = drawn[index].exit { boxes[line.tail].holds($0) }
      let last = drawn[index].length - drawn[index].reversed.exit { boxes[line.head].holds($0) }
      return first...max(first, last)
    }
    grid = SegmentGrid(courses: drawn, cell: request.size * 3)
    labels = [Box?](repeating: nil, count: courses.count)
    tags = [Point?](repeating: nil, count: courses.count)
    placeTags()
    placeLabels()
  }

  private func length(_ line: Int) -> Double { visible[line].upperBound - visible[line].lowerBound }

  private func isFree(_ box: Box) -> Bool {
    let margin = request.gap
    return !boxes.contains { $0.meets(box, margin: margin) }
      && !placed.contains { $0.meets(box, margin: margin * 0.6) }
  }

  /// Numbers stand near those who are parties.
  private mutating func placeTags() {
    let radius = request.size * FullBoxes.disc
    for line in courses.indices where request.hasTag(line) {
      let isFromTail = request.content.lines[line].agreement != request.content.lines[line].tail
      var distance = radius + request.gap * 1.2
      while distance < max(length(line) - radius, radius * 3) {
        let along = isFromTail ? visible[line].lowerBound + distance : visible[line].upperBound - distance
        let place = courses[line].point(at: along)
        let box = Box(x: place.x - radius, y: place.y - radius, width: radius * 2, height: radius * 2)
        if isFree(box) {
          tags[line] = place
          placed.append(box)
          break
        }
        distance += radius * 0.5
      }
      if tags[line] == nil { isClear = false }
    }
  }

  private static let shares: [Double] = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9,
  ]

  /// Words stand on their lines, where few others pass.
  private mutating func placeLabels() {
    let lines = courses.indices.filter { request.labelSize($0) != nil }
      .sorted { (length($0), $0) < (length($1), $1) }
    for line in lines {
      guard let size = request.labelSize(line) else { continue }
      var best: (box: Box, cost: Double)?
      for side in [0.0, 1, -1] {
        for share in Self.shares {
          let base = abs(share - 0.5) * 6 + abs(side) * 2.5
          if let best, base >= best.cost { continue }
          let distance = visible[line].lowerBound + length(line) * share
          let place = courses[line].point(at: distance)
          let next = courses[line].point(at: distance + 1)
          let (dx, dy) = (next.x - place.x, next.y - place.y)
          let norm = max(hypot(dx, dy), 1e-6)
          // Beside the line: as far as half the label reaches across it.
          let away = side * (abs(dy / norm) * size.width / 2 + abs(dx / norm) * size.height / 2 + 1)
          let box = Box(
            x: place.x - dy / norm * away - size.width / 2, y: place.y + dx / norm * away - size.height / 2,
            width: size.width, height: size.height)
          guard isFree(box) else { continue }
          let cost = base + 4 * Double(grid.crossings(box, except: line))
          if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
        }
      }
      guard let best else {
        isClear = false
        continue
      }
      labels[line] = best.box
      placed.append(best.box)
    }
  }

  /// The layout, moved so that it begins at the upper left corner. What found no room is left out.
  var layout: FullLayout {
    let points = courses.flatMap(\.points)
    let edge = request.size * 0.3
    let all = boxes + placed
    let left = min(all.map(\.x).min() ?? 0, points.map(\.x).min() ?? .infinity) - edge
    let top = min(all.map(\.y).min() ?? 0, points.map(\.y).min() ?? .infinity) - edge
    let right = max(all.map(\.maxX).max() ?? 0, points.map(\.x).max() ?? -.infinity) + edge
    let bottom = max(all.map(\.maxY).max() ?? 0, points.map(\.y).max() ?? -.infinity) + edge
    func moved(_ box: Box) -> Box {
      Box(x: box.x - left, y: box.y - top, width: box.width, height: box.height)
    }
    func moved(_ point: Point) -> Point { Point(x: point.x - left, y: point.y - top) }
    return FullLayout(
      width: right - left, height: bottom - top, boxes: boxes.map(moved),
      courses: courses.map { Course($0.points.map(moved)) }, labels: labels.map { $0.map(moved) },
      tags: tags.map { $0.map(moved) })
  }
}

/// Pieces of lines by where they are, so that few are looked at.
struct SegmentGrid {
  private struct Cell: Hashable {
    let x: Int
    let y: Int
  }

  private struct Segment {
    let line: Int
    let from: Point
    let to: Point
  }

  private var cells: [Cell: [Segment]] = [:]
  private let size: Double

  init(courses: [Course], cell size: Double) {
    self.size = size
    for (line, course) in courses.enumerated() {
      for (from, to) in zip(course.points, course.points.dropFirst()) {
        let segment = Segment(line: line, from: from, to: to)
        let box = Box(
          x: min(from.x, to.x), y: min(from.y, to.y), width: abs(to.x - from.x), height: abs(to.y - from.y))
        for cell in cells(of: box)
        where doesPass(
          from, to,
          behind: Box(x: Double(cell.x) * size, y: Double(cell.y) * size, width: size, height: size)
            .widened(by: 1))
        { cells[cell, default: []].append(segment) }
      }
    }
  }

  /// How many lines but one pass behind a box.
  func crossings(_ box: Box, except own: Int) -> Int {
    var lines: Set<Int> = []
    for cell in cells(of: box) {
      for segment in cells[cell] ?? [] where segment.line != own && !lines.contains(segment.line) {
        if doesPass(segment.from, segment.to, behind: box) { lines.insert(segment.line) }
      }
    }
    return lines.count
  }

  private func cells(of box: Box) -> [Cell] {
    let columns = Int((box.x / size).rounded(.down))...Int((box.maxX / size).rounded(.down))
    let rows = Int((box.y / size).rounded(.down))...Int((box.maxY / size).rounded(.down))
    return columns.flatMap { x in rows.map { Cell(x: x, y: $0) } }
  }
}

extension Box {
  /// Whether a point lies in it.
  func holds(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }
}
