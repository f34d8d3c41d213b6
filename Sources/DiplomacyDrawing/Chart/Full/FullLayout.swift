import Foundation

/// Where the boxes of a full diagram stand, how its lines run, and where words and numbers stand beside them.
struct FullLayout {
  var width: Double
  var height: Double
  var boxes: [Box]
  /// The courses of the lines, from the middle of one box to the middle of another.
  var courses: [Course]
  /// The words beside lines; nil where a line has none.
  var labels: [Box?]
  /// The middles of the numbers on lines of parties; nil where a line has none.
  var tags: [Point?]

  /// The layout with all lengths multiplied.
  func scaled(_ factor: Double) -> FullLayout {
    func scaled(_ box: Box) -> Box {
      Box(x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor)
    }
    func scaled(_ point: Point) -> Point { Point(x: point.x * factor, y: point.y * factor) }
    return FullLayout(
      width: width * factor, height: height * factor, boxes: boxes.map(scaled),
      courses: courses.map { Course($0.points.map(scaled)) }, labels: labels.map { $0.map(scaled) },
      tags: tags.map { $0.map(scaled) })
  }
}

extension FullLayout {
  /// What is asked of a layout.
  struct Request {
    let content: FullContent
    let boxes: FullBoxes
    /// The size of type, in points.
    let size: Double

    var gap: Double { size * 0.3 }
    func labelSize(_ line: Int) -> (width: Double, height: Double)? {
      boxes.labels[line].map { ($0.width + size * 0.3, size * FullBoxes.smaller * 1.2) }
    }
    /// Whether a line carries the number of its agreement.
    func hasTag(_ line: Int) -> Bool {
      content.lines[line].agreement.map { content.nodes[$0].number != nil } ?? false
    }
  }

  /// Boxes and lines as Graphviz places them; where words find no room, the whole is stretched, boxes and type are not.
  init(_ request: Request, _ places: NodePlaces) {
    let content = request.content
    let byEnds = Dictionary(grouping: places.edges) { [$0.tail, $0.head] }
    var taken: [[String]: Int] = [:]
    let middles = content.nodes.indices.map { index in
      let middle = places.centers["n\(index)"] ?? Point(x: 0, y: 0)
      return Point(x: middle.x, y: places.height - middle.y)
    }
    let curves = content.lines.map { line -> [Point] in
      let ends = ["n\(line.tail)", "n\(line.head)"]
      let place = taken[ends, default: 0]
      taken[ends] = place + 1
      let edges = byEnds[ends] ?? []
      let points = edges.indices.contains(place) ? edges[place].points : []
      let curve = Course.alongCurves(points.map { Point(x: $0.x, y: places.height - $0.y) })
      return [middles[line.tail]] + curve + [middles[line.head]]
    }
    self = Self.labelled(request, middles, curves.map(Course.init))
  }

  /// Boxes where they fit a page, joined by straight lines that pass beside other boxes as far as they can.
  init(_ request: Request, unlayered places: NodePlaces, width: Double) {
    let content = request.content
    let sizes = request.boxes.boxes.map { (width: $0.width, height: $0.height) }
    let area = sizes.reduce(0) { $0 + ($1.width + request.size * 2) * ($1.height + request.size * 2.4) }
    let placement = BoxPlacement(
      sizes: sizes,
      lines: content.lines.indices.map { index in
        let line = content.lines[index]
        let label = request.labelSize(index)?.width ?? request.size * 2
        return BoxPlacement.Line(
          from: line.tail, to: line.head,
          ideal: (sizes[line.tail].width + sizes[line.head].width) / 2 + label + request.gap * 4)
      },
      from: content.nodes.indices.map { index in
        let middle = places.centers["n\(index)"] ?? Point(x: 0, y: 0)
        return Point(x: middle.x, y: -middle.y)
      }, width: width, height: area * 2.4 / width, gap: request.size * 1.1)
    let boxes = content.nodes.indices.map { placement.box($0) }
    var between: [[Int]: [Double]] = [:]
    let courses = content.lines.map { line -> Course in
      guard line.tail != line.head else { return Course.loop(at: boxes[line.tail]) }
      // Several lines between the same boxes lie side by side.
      let pair = [min(line.tail, line.head), max(line.tail, line.head)]
      let sides = Self.sides.filter { !(between[pair] ?? []).contains($0) }
      let direction = line.tail < line.head ? 1.0 : -1
      let candidates = sides.map { side in
        (side, Self.bent(placement.centers, line, by: side * direction * request.size * 1.6))
      }
      var best: (side: Double, course: Course, cost: Double)?
      for (side, course) in candidates {
        let behind = boxes.indices.count { index in
          index != line.tail && index != line.head && course.passes(behind: boxes[index])
        }
        let cost = Double(behind) * 4 + abs(side)
        if best.map({ cost < $0.cost }) ?? true { best = (side, course, cost) }
      }
      between[pair, default: []].append(best?.side ?? 0)
      return best?.course ?? Course([])
    }
    self = Self.labelled(request, placement.centers, courses)
  }

  /// How far lines may bend to either side.
  private static let sides: [Double] = [
    0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 10, -10, 12, -12,
  ]

  /// A line that passes at a distance from the middle between its ends.
  private static func bent(_ centers: [Point], _ line: FullContent.Line, by distance: Double) -> Course {
    let (from, to) = (centers[line.tail], centers[line.head])
    guard distance != 0 else { return Course([from, to]) }
    let away = distance / max(hypot(to.x - from.x, to.y - from.y), 1)
    let middle = Point(
      x: (from.x + to.x) / 2 - (to.y - from.y) * away, y: (from.y + to.y) / 2 + (to.x - from.x) * away)
    return Course(Bend(from, through: middle, at: 0.5, to).points(12))
  }

  /// How often and how much a layout is stretched for its labels.
  private static let stretches = (count: 24, factor: 1.09)

  private static func labelled(_ request: Request, _ middles: [Point], _ courses: [Course]) -> FullLayout {
    var factor = 1.0
    var placement = FullLabels(request, middles, courses, factor)
    for _ in 0..<stretches.count where !placement.isClear {
      factor *= stretches.factor
      placement = FullLabels(request, middles, courses, factor)
    }
    return placement.layout
  }
}

/// A line through points.
struct Course: Sendable {
  let points: [Point]
  /// How far each point is along the line.
  let distances: [Double]
  var length: Double { distances.last ?? 0 }

  init(_ points: [Point]) {
    var distinct: [Point] = []
    for point in points where distinct.last != point { distinct.append(point) }
    self.points = distinct
    var distance = 0.0
    distances = distinct.indices.map { index in
      if index > 0 {
        distance += hypot(
          distinct[index].x - distinct[index - 1].x, distinct[index].y - distinct[index - 1].y)
      }
      return distance
    }
  }

  /// The place at a distance from its beginning.
  func point(at distance: Double) -> Point {
    guard let next = distances.firstIndex(where: { $0 >= distance }), next > 0 else {
      return points.first(where: { _ in distance <= 0 }) ?? points.last ?? Point(x: 0, y: 0)
    }
    let share = (distance - distances[next - 1]) / max(distances[next] - distances[next - 1], 1e-9)
    let (from, to) = (points[next - 1], points[next])
    return Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
  }

  /// How far from its beginning it leaves a surface in which it begins.
  func exit(_ isInside: (Point) -> Bool) -> Double {
    guard let next = points.firstIndex(where: { !isInside($0) }), next > 0 else { return 0 }
    var (inside, outside) = (distances[next - 1], distances[next])
    for _ in 0..<12 {
      let middle = (inside + outside) / 2
      if isInside(point(at: middle)) { inside = middle } else { outside = middle }
    }
    return outside
  }

  /// Whether it passes behind a box.
  func passes(behind box: Box) -> Bool {
    zip(points, points.dropFirst()).contains { doesPass($0, $1, behind: box) }
  }

  /// The line the other way round.
  var reversed: Course { Course(points.reversed()) }

  /// The part between two distances.
  func part(_ from: Double, _ to: Double) -> [Point] {
    guard from < to else { return [] }
    let inner = zip(points, distances).filter { $0.1 > from && $0.1 < to }.map(\.0)
    return [point(at: from)] + inner + [point(at: to)]
  }

  /// Points along Bézier's cubic curves: a first point, then three for each curve.
  static func alongCurves(_ points: [Point]) -> [Point] {
    guard points.count > 3 else { return points }
    var along = [points[0]]
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      let (p, q, r, s) = (points[start], points[start + 1], points[start + 2], points[start + 3])
      for step in 1...10 {
        let t = Double(step) / 10
        let (a, b, c, d) = (
          (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t
        )
        along.append(
          Point(
            x: a * p.x + b * q.x + c * r.x + d * s.x, y: a * p.y + b * q.y + c * r.y + d * s.y))
      }
    }
    return along
  }

  /// From a box to itself.
  static func loop(at box: Box) -> Course {
    let (right, bottom) = (box.maxX + box.height * 0.7, box.maxY + box.height * 0.7)
    return Course([
      box.middle, Point(x: right, y: box.middle.y), Point(x: right, y: bottom),
      Point(x: box.middle.x, y: bottom), box.middle,
    ])
  }
}
