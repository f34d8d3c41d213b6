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
  private let height: Double

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
    /// What is bad about it whatever the other labels do; nil when it lies on a box.
    let cost: Double
  }

  private mutating func place() {
    let candidates = labels.indices.map(candidates)
    isClear = !candidates.contains { $0.isEmpty }
    // Those with the fewest places first; then all again as long as any gets a better one.
    let order = labels.indices.sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
    var placed = [Bool](repeating: false, count: labels.count)
    for _ in 0..<6 {
      var hasMoved = false
      for index in order {
        var best: (candidate: Candidate, cost: Double)?
        for candidate in candidates[index] {
          if let best, candidate.cost >= best.cost { break }
          let cost = candidate.cost + conflict(index, candidate, placed)
          if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
        }
        guard let best else { continue }
        if !placed[index] || best.candidate.center != centers[index] { hasMoved = true }
        centers[index] = best.candidate.center
        bends[index] = best.candidate.bend
        placed[index] = true
      }
      if !hasMoved { break }
    }
    for one in labels.indices {
      for other in labels.indices.dropFirst(one + 1) where box(one).meets(box(other)) { isClear = false }
    }
  }

  /// The places of a label, the best first.
  private func candidates(_ index: Int) -> [Candidate] {
    let label = labels[index]
    let (from, to) = (nodes[label.from].middle, nodes[label.to].middle)
    let length = hypot(to.x - from.x, to.y - from.y)
    guard length > 1e-6 else { return [] }
    let across = Point(x: -(to.y - from.y) / length, y: (to.x - from.x) / length)
    let step = label.height * 0.5 + gap
    var candidates: [Candidate] = []
    for share in [0.5 as Double, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78] {
      for offset in [0.0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6] where abs(offset) * step < length * 0.45 + step {
        let away = offset * step
        let center = Point(
          x: from.x + (to.x - from.x) * share + across.x * away,
          y: from.y + (to.y - from.y) * share + across.y * away)
        let box = box(index, at: center)
        guard box.x >= 0, box.maxX <= width, box.y >= 0, box.maxY <= height,
          !nodes.contains(where: { $0.meets(box, margin: gap * 0.5) })
        else { continue }
        let bend = Bend(from, through: center, at: share, to)
        var cost = abs(share - 0.5) * 20 + abs(away) / step * 5
        let points = bend.points(10)
        let room = box.widened(by: 1)
        for (start, end) in plainLines where doesPass(start, end, behind: room) { cost += 10 }
        for (number, node) in nodes.enumerated() where number != label.from && number != label.to {
          if pass(points, behind: node.widened(by: gap * 0.3)) { cost += 50 }
        }
        candidates.append(Candidate(center: center, bend: bend, cost: cost))
      }
    }
    return candidates.sorted { $0.cost < $1.cost }
  }

  /// What is bad about a place because of other labels and their lines.
  private func conflict(_ index: Int, _ candidate: Candidate, _ placed: [Bool]) -> Double {
    let box = box(index, at: candidate.center)
    let own = candidate.bend.points(10)
    var cost = 0.0
    for other in labels.indices where other != index {
      let theirs = bends[other].points(6)
      if pass(theirs, behind: box.widened(by: 1)) { cost += 16 }
      guard placed[other] else { continue }
      let room = self.box(other)
      if room.meets(box, margin: gap * 0.3) { cost += 400 }
      if pass(own, behind: room.widened(by: 1)) { cost += 12 }
    }
    return cost
  }

  private func pass(_ points: [Point], behind box: Box) -> Bool {
    zip(points, points.dropFirst()).contains { doesPass($0, $1, behind: box) }
  }
}
