import Foundation

/// A curve from one point to another that bends through a third: quadratic, as SVG's `Q`.
struct Bend: Hashable, Sendable {
  let from: Point
  let control: Point
  let to: Point

  /// A curve that passes through a point at a share of its course.
  init(_ from: Point, through middle: Point, at share: Double, _ to: Point) {
    self.from = from
    self.to = to
    let (a, b, c) = ((1 - share) * (1 - share), 2 * share * (1 - share), share * share)
    control = Point(
      x: (middle.x - a * from.x - c * to.x) / b, y: (middle.y - a * from.y - c * to.y) / b)
  }

  /// Points along the curve.
  func points(_ count: Int) -> [Point] {
    (0...count).map { step in
      let t = Double(step) / Double(count)
      let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return Point(x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y)
    }
  }
}

/// Labels on the lines between boxes, each on its own line, none on a box or on another label.
struct LabelPlacement {
  /// A label: its size and the boxes that its line joins.
  struct Label {
    let width: Double
    let height: Double
    let from: Int
    let to: Int
  }

  private let labels: [Label]
  private let nodes: [Box]
  private let plainLines: [(Point, Point)]
  private let gap: Double
  private let width: Double
  /// The height of the page; it grows where a label finds no room.
  private(set) var height: Double

  /// The middles of the labels.
  private(set) var centers: [Point] = []
  /// The lines through them.
  private(set) var bends: [Bend] = []
  /// Whether no label lies on a box or on another label.
  private(set) var isClear = true

  /// Places labels.
  /// - Parameter plainLines: Lines without labels, which labels avoid.
  init(
    _ labels: [Label], nodes: [Box], plainLines: [(Point, Point)], width: Double, height: Double, gap: Double
  ) {
    self.labels = labels
    self.nodes = nodes
    self.plainLines = plainLines
    self.width = width
    self.height = height
    self.gap = gap
    let starts = labels.map { nodes[$0.from].middle }
    let ends = labels.map { nodes[$0.to].middle }
    bends = labels.indices.map { index in
      let middle = Point(x: (starts[index].x + ends[index].x) / 2, y: (starts[index].y + ends[index].y) / 2)
      return Bend(starts[index], through: middle, at: 0.5, ends[index])
    }
    centers = bends.map { Point(x: ($0.from.x + $0.to.x) / 2, y: ($0.from.y + $0.to.y) / 2) }
    place()
  }

  func box(_ index: Int) -> Box { box(index, at: centers[index]) }

  private func box(_ index: Int, at center: Point) -> Box {
    Box(
      x: center.x - labels[index].width / 2, y: center.y - labels[index].height / 2,
      width: labels[index].width, height: labels[index].height)
  }

  /// A place that a label could have.
  private struct Candidate {
    let center: Point
    let bend: Bend
    let box: Box
    let course: Course
    /// What is bad about it whatever the other labels do.
    let cost: Double
  }

  /// The points of a line, and the rectangle around them.
  private struct Course {
    let points: [Point]
    let bounds: Box

    init(_ bend: Bend) {
      points = bend.points(8)
      var (left, right) = (points[0].x, points[0].x)
      var (top, bottom) = (points[0].y, points[0].y)
      for point in points {
        (left, right) = (min(left, point.x), max(right, point.x))
        (top, bottom) = (min(top, point.y), max(bottom, point.y))
      }
      bounds = Box(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// Whether the line passes behind a box.
    func passes(behind box: Box) -> Bool {
      guard box.x <= bounds.maxX, box.maxX >= bounds.x, box.y <= bounds.maxY, box.maxY >= bounds.y else {
        return false
      }
      for index in 1..<points.count where doesPass(points[index - 1], points[index], behind: box) {
        return true
      }
      return false
    }
  }

  private mutating func place() {
    let candidates = labels.indices.map { index -> [Candidate] in
      let near = self.candidates(index, isFar: false)
      return near.isEmpty ? self.candidates(index, isFar: true) : near
    }
    isClear = !candidates.contains { $0.isEmpty }
    // Those with the fewest places first; then all again as long as any gets a better one.
    let order = labels.indices.sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
    var boxes = [Box?](repeating: nil, count: labels.count)
    var courses = bends.map(Course.init)
    for _ in 0..<6 {
      var hasMoved = false
      for index in order {
        var best: (candidate: Candidate, cost: Double)?
        for candidate in candidates[index] {
          if let best, candidate.cost >= best.cost { break }
          let cost = candidate.cost + conflict(index, candidate, boxes, courses)
          if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
        }
        guard let best else { continue }
        if boxes[index] == nil || best.candidate.center != centers[index] { hasMoved = true }
        centers[index] = best.candidate.center
        bends[index] = best.candidate.bend
        courses[index] = best.candidate.course
        boxes[index] = best.candidate.box
      }
      if !hasMoved { break }
    }
    for index in labels.indices where !isFree(box(index), besides: index) { isClear = false }
  }

  /// Whether a label lies on no box and on no label.
  private func isFree(_ box: Box, besides index: Int) -> Bool {
    !nodes.contains { $0.meets(box) }
      && !labels.indices.contains { $0 != index && self.box($0).meets(box) }
  }

  /// Moves labels that still lie on something to the nearest free place, or below everything.
  mutating func settle() {
    for index in labels.indices where !isFree(box(index), besides: index) {
      let label = labels[index]
      let (from, to) = (nodes[label.from].middle, nodes[label.to].middle)
      let home = Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
      var best: (center: Point, distance: Double)?
      for y in stride(
        from: label.height / 2, through: height - label.height / 2, by: max(1, label.height / 2))
      {
        for x in stride(from: label.width / 2, through: width - label.width / 2, by: max(1, width / 24)) {
          let center = Point(x: x, y: y)
          let distance = hypot(x - home.x, y - home.y)
          guard distance < best?.distance ?? .infinity, isFree(box(index, at: center), besides: index) else {
            continue
          }
          best = (center, distance)
        }
      }
      if best == nil {
        best = (
          Point(x: min(max(home.x, label.width / 2), width - label.width / 2), y: height + label.height / 2),
          0
        )
        height += label.height + gap
      }
      guard let center = best?.center else { continue }
      centers[index] = center
      // A straight line to either end, as a curve that far away would leave the page.
      bends[index] = Bend(from, through: center, at: 0.5, to)
      if !isOnPage(Course(bends[index])) { bends[index] = Bend(from, through: home, at: 0.5, to) }
    }
    isClear = true
  }

  private func isOnPage(_ course: Course) -> Bool {
    course.bounds.x >= 0 && course.bounds.maxX <= width && course.bounds.y >= 0
      && course.bounds.maxY <= height
  }

  private static let shares = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78]
  private static let offsets = [0.0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6]
  private static let farOffsets = offsets + [8, -8, 11, -11, 15, -15, 20, -20]

  /// The places of a label, the best first; far from its line only where there is none near it.
  private func candidates(_ index: Int, isFar: Bool) -> [Candidate] {
    let label = labels[index]
    let (from, to) = (nodes[label.from].middle, nodes[label.to].middle)
    let length = hypot(to.x - from.x, to.y - from.y)
    guard length > 1e-6 else { return [] }
    let across = Point(x: -(to.y - from.y) / length, y: (to.x - from.x) / length)
    let step = label.height * 0.5 + gap
    var candidates: [Candidate] = []
    for share in Self.shares {
      for offset in isFar ? Self.farOffsets : Self.offsets
      where isFar || abs(offset) * step < length * 0.45 + step {
        let away = offset * step
        let center = Point(
          x: from.x + (to.x - from.x) * share + across.x * away,
          y: from.y + (to.y - from.y) * share + across.y * away)
        let box = box(index, at: center)
        guard box.x >= 0, box.maxX <= width, box.y >= 0, box.maxY <= height,
          !nodes.contains(where: { $0.meets(box, margin: gap * 0.5) })
        else { continue }
        let bend = Bend(from, through: center, at: share, to)
        let course = Course(bend)
        guard isOnPage(course) else { continue }
        var cost = abs(share - 0.5) * 20 + abs(away) / step * 5
        let room = box.widened(by: 1)
        for (start, end) in plainLines where doesPass(start, end, behind: room) { cost += 10 }
        for (number, node) in nodes.enumerated() where number != label.from && number != label.to {
          if course.passes(behind: node.widened(by: gap * 0.3)) { cost += 50 }
        }
        candidates.append(Candidate(center: center, bend: bend, box: box, course: course, cost: cost))
      }
    }
    return candidates.sorted { $0.cost < $1.cost }
  }

  /// What is bad about a place because of other labels and their lines.
  private func conflict(
    _ index: Int, _ candidate: Candidate, _ boxes: [Box?], _ courses: [Course]
  ) -> Double {
    var cost = 0.0
    let room = candidate.box.widened(by: 1)
    for other in labels.indices where other != index {
      if courses[other].passes(behind: room) { cost += 16 }
      guard let box = boxes[other] else { continue }
      if box.meets(candidate.box, margin: gap * 0.3) { cost += 400 }
      if candidate.course.passes(behind: box.widened(by: 1)) { cost += 12 }
    }
    return cost
  }
}
