import Foundation

/// Boxes joined by lines, placed on a page so that no two boxes meet, and lines pass beside the boxes that they do not join.
///
/// First places come from elsewhere. They are turned so that the longer side lies, fitted to the page, and parted; then single
/// boxes are moved to better places near them as long as there are any: few lines behind foreign boxes, few crossings, short
/// lines. The answer depends on the input alone.
struct BoxPlacement {
  /// A straight line between two boxes.
  struct Line {
    let from: Int
    let to: Int
    /// How far its ends should be from one another, from middle to middle.
    let ideal: Double
  }

  /// The sizes of the boxes.
  let sizes: [(width: Double, height: Double)]
  let lines: [Line]
  /// The room around a box that others keep away from.
  let gap: Double
  /// The page.
  private(set) var width: Double
  private(set) var height: Double
  /// The middles of the boxes.
  private(set) var centers: [Point]

  /// Lines at each box.
  private let linesAt: [[Int]]

  /// Places boxes.
  /// - Parameters:
  ///   - centers: First places, of any scale.
  ///   - width: The width of the page.
  ///   - height: The height that the page should have; it grows when the boxes do not fit.
  init(
    sizes: [(width: Double, height: Double)], lines: [Line], from centers: [Point], width: Double,
    height: Double, gap: Double
  ) {
    self.sizes = sizes
    self.lines = lines
    self.gap = gap
    self.width = width
    self.height = height
    self.centers = centers
    var linesAt = [[Int]](repeating: [], count: sizes.count)
    for (index, line) in lines.enumerated() {
      for box in Set([line.from, line.to]) { linesAt[box].append(index) }
    }
    self.linesAt = linesAt
    guard !sizes.isEmpty else { return }
    turn()
    let first = self.centers
    for _ in 0..<30 {
      self.centers = first
      fit()
      if part() { break }
      self.height *= 1.12
    }
    improve()
    fill()
  }

  func box(_ index: Int) -> Box {
    Box(
      x: centers[index].x - sizes[index].width / 2, y: centers[index].y - sizes[index].height / 2,
      width: sizes[index].width, height: sizes[index].height)
  }

  // MARK: Fitting

  /// Turns the places so that they spread along the longer side of the page.
  private mutating func turn() {
    let count = Double(centers.count)
    let middle = Point(
      x: centers.reduce(0) { $0 + $1.x } / count, y: centers.reduce(0) { $0 + $1.y } / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for center in centers {
      let (x, y) = (center.x - middle.x, center.y - middle.y)
      xx += x * x
      xy += x * y
      yy += y * y
    }
    // The direction in which they spread most.
    var angle = 0.5 * atan2(2 * xy, xx - yy)
    if height > width { angle -= Double.pi / 2 }
    let (cosine, sine) = (cos(-angle), sin(-angle))
    centers = centers.map { center in
      let (x, y) = (center.x - middle.x, center.y - middle.y)
      return Point(x: x * cosine - y * sine, y: x * sine + y * cosine)
    }
  }

  /// Stretches the places over the page, each way by itself within limits.
  private mutating func fit() {
    let xs = centers.map(\.x)
    let ys = centers.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
    let widest = sizes.map(\.width).max() ?? 0
    let highest = sizes.map(\.height).max() ?? 0
    let across = max(1, width - widest)
    let down = max(1, height - highest)
    let scaleX = right - left < 1e-6 ? 1 : across / (right - left)
    let scaleY = bottom - top < 1e-6 ? 1 : down / (bottom - top)
    for index in centers.indices {
      centers[index] = clamped(
        Point(
          x: widest / 2 + (centers[index].x - left) * scaleX,
          y: highest / 2 + (centers[index].y - top) * scaleY), index)
    }
  }

  /// A place at which a box lies on the page.
  private func clamped(_ center: Point, _ index: Int) -> Point {
    let (halfWidth, halfHeight) = (sizes[index].width / 2, sizes[index].height / 2)
    return Point(
      x: min(max(center.x, halfWidth), max(halfWidth, width - halfWidth)),
      y: min(max(center.y, halfHeight), max(halfHeight, height - halfHeight)))
  }

  /// Pushes boxes that meet apart; false when they do not find room.
  private mutating func part() -> Bool {
    for round in 0..<400 {
      var isParted = true
      for one in centers.indices {
        for other in (one + 1)..<max(one + 1, centers.count) {
          let dx = centers[other].x - centers[one].x
          let dy = centers[other].y - centers[one].y
          let overlapX = (sizes[one].width + sizes[other].width) / 2 + gap - abs(dx)
          let overlapY = (sizes[one].height + sizes[other].height) / 2 + gap - abs(dy)
          guard overlapX > 1e-6, overlapY > 1e-6 else { continue }
          isParted = false
          var push = Point(x: 0, y: 0)
          if overlapX < overlapY {
            push.x = (overlapX / 2 + 0.01) * (dx > 0 || dx == 0 && other % 2 == 0 ? 1 : -1)
          } else {
            push.y = (overlapY / 2 + 0.01) * (dy > 0 || dy == 0 && other % 2 == 0 ? 1 : -1)
          }
          // At the edge of the page, the one that can give way does so alone.
          let share = 1 + 0.2 * Double(round % 3)
          centers[one] = clamped(
            Point(x: centers[one].x - push.x * share, y: centers[one].y - push.y * share), one)
          centers[other] = clamped(
            Point(x: centers[other].x + push.x * share, y: centers[other].y + push.y * share), other)
        }
      }
      if isParted { return true }
    }
    return false
  }

  // MARK: Improving

  private func isFree(_ index: Int, at center: Point) -> Bool {
    let (halfWidth, halfHeight) = (sizes[index].width / 2 + gap, sizes[index].height / 2 + gap)
    guard clamped(center, index) == center else { return false }
    for other in centers.indices where other != index {
      if abs(centers[other].x - center.x) < halfWidth + sizes[other].width / 2 - 1e-6,
        abs(centers[other].y - center.y) < halfHeight + sizes[other].height / 2 - 1e-6
      {
        return false
      }
    }
    return true
  }

  /// What is bad about the lines at a box, and about foreign lines behind it.
  private func cost(of index: Int) -> Double {
    var cost = 0.0
    let own = linesAt[index]
    for number in own {
      let line = lines[number]
      let (from, to) = (centers[line.from], centers[line.to])
      let excess = hypot(to.x - from.x, to.y - from.y) - line.ideal
      cost += excess > 0 ? excess * 0.04 : -excess * 0.3
      for box in centers.indices where box != line.from && box != line.to {
        if doesPass(from, to, behind: self.box(box).widened(by: gap * 0.4)) { cost += 40 }
      }
      for other in lines where !haveCommonEnd(line, other) {
        if doCross(from, to, centers[other.from], centers[other.to]) { cost += 10 }
      }
    }
    let room = box(index).widened(by: gap * 0.4)
    for line in lines where line.from != index && line.to != index {
      if doesPass(centers[line.from], centers[line.to], behind: room) { cost += 40 }
    }
    return cost
  }

  private func haveCommonEnd(_ one: Line, _ other: Line) -> Bool {
    one.from == other.from || one.from == other.to || one.to == other.from || one.to == other.to
  }

  /// Moves boxes to better places until none is better.
  private mutating func improve() {
    guard sizes.count <= 400 else { return }
    let unit = gap + (sizes.map(\.height).reduce(0, +) / Double(sizes.count))
    let rounds = sizes.count > 100 ? 4 : 12
    for round in 0..<rounds {
      var hasMoved = false
      let reach = unit * (round < rounds / 2 ? 1.8 : 0.7)
      for index in centers.indices {
        let home = centers[index]
        var best = (center: home, cost: cost(of: index))
        for ring in 1...4 {
          for direction in 0..<12 {
            let angle = Double(direction) * Double.pi / 6 + (ring % 2 == 0 ? Double.pi / 12 : 0)
            let place = Point(
              x: home.x + cos(angle) * reach * Double(ring), y: home.y + sin(angle) * reach * Double(ring))
            guard isFree(index, at: place) else { continue }
            centers[index] = place
            let candidate = cost(of: index)
            if candidate < best.cost - 1e-6 { best = (place, candidate) }
          }
        }
        centers[index] = best.center
        if best.center != home { hasMoved = true }
      }
      if !hasMoved { break }
    }
  }

  /// Spreads the places over the whole width and cuts the height to what they take; distances grow or stay, so that nothing meets.
  private mutating func fill() {
    let left = sizes.indices.map { box($0).x }.min() ?? 0
    let right = sizes.indices.map { box($0).maxX }.max() ?? 0
    let top = sizes.indices.map { box($0).y }.min() ?? 0
    for index in centers.indices {
      let share = right - left < 1 ? 0.5 : (centers[index].x - left) / (right - left)
      let stretched = Point(
        x: right - left >= width ? centers[index].x - left : share * width, y: centers[index].y - top)
      centers[index] = clamped(stretched, index)
    }
    height = sizes.indices.map { box($0).maxY }.max() ?? height
  }

  /// Stretches the page and the places on it.
  mutating func stretch(_ factor: Double) {
    height *= factor
    for index in centers.indices { centers[index].y *= factor }
  }
}

/// Whether a straight line passes behind a box.
func doesPass(_ from: Point, _ to: Point, behind box: Box) -> Bool {
  // Liang and Barsky's clipping.
  var (first, last) = (0.0, 1.0)
  let (dx, dy) = (to.x - from.x, to.y - from.y)
  func clip(_ p: Double, _ q: Double) -> Bool {
    if p == 0 { return q >= 0 }
    if p < 0 { first = max(first, q / p) } else { last = min(last, q / p) }
    return first < last
  }
  return clip(-dx, from.x - box.x) && clip(dx, box.maxX - from.x) && clip(-dy, from.y - box.y)
    && clip(dy, box.maxY - from.y)
}

/// Whether two straight lines cross.
func doCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
  guard max(a.x, b.x) >= min(c.x, d.x), max(c.x, d.x) >= min(a.x, b.x), max(a.y, b.y) >= min(c.y, d.y),
    max(c.y, d.y) >= min(a.y, b.y)
  else { return false }
  func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
  }
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
