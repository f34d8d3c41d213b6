/// Signs that can be told apart without colour.
enum MarkShape: CaseIterable, Sendable {
  case circle, square, triangle, diamond, ring, hollowSquare, hollowTriangle, hollowDiamond
  /// Two strokes across each other; not one of those that series use.
  case cross

  /// Those of series, in order.
  static let series: [MarkShape] = [
    .circle, .square, .triangle, .diamond, .ring, .hollowSquare, .hollowTriangle, .hollowDiamond,
  ]

  private var isHollow: Bool {
    [.ring, .hollowSquare, .hollowTriangle, .hollowDiamond].contains(self)
  }

  /// The sign around a place.
  func element(at place: Point, radius: Double, color: String, paper: String) -> SVGElement {
    let stroke = Stroke(color: color, width: radius * 0.4)
    let fill = isHollow ? paper : color
    func polygon(_ corners: [(Double, Double)]) -> SVGElement {
      .polygon(
        corners.map { Point(x: place.x + $0.0 * radius, y: place.y + $0.1 * radius) }, fill: fill,
        stroke: stroke)
    }
    switch self {
    case .circle, .ring:
      return .circle(place, radius: radius * 0.9, fill: fill, stroke: stroke)
    case .square, .hollowSquare: return polygon([(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)])
    case .triangle, .hollowTriangle: return polygon([(0, -1), (0.95, 0.75), (-0.95, 0.75)])
    case .diamond, .hollowDiamond: return polygon([(0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)])
    case .cross:
      let arm = radius * 0.85
      func end(_ x: Double, _ y: Double) -> String {
        "\(svgNumber(place.x + x * arm)) \(svgNumber(place.y + y * arm))"
      }
      return .path(
        "M\(end(-1, -1))L\(end(1, 1))M\(end(-1, 1))L\(end(1, -1))",
        stroke: Stroke(color: color, width: radius * 0.6))
    }
  }
}

/// How the lines of a chart are told apart: by colour, dashes and signs, each of which suffices for some.
struct SeriesLook: Hashable, Sendable {
  let color: String
  let dashes: [Double]
  let shape: MarkShape

  /// The look of a series by its number; no two of the first 56 have both dashes and sign alike.
  init(_ number: Int, _ inks: Inks, size: Double) {
    color = inks.series[number % inks.series.count]
    dashes = Self.dashes[number % Self.dashes.count].map { $0 * size }
    shape = MarkShape.series[number % MarkShape.series.count]
  }

  /// In sizes of type; none, and six others.
  private static let dashes: [[Double]] = [
    [], [0.7, 0.3], [0.2, 0.25], [1, 0.3, 0.2, 0.3], [0.4, 0.25], [1.3, 0.4], [0.6, 0.2, 0.2, 0.2, 0.2, 0.2],
  ]
}

extension Inks {
  /// A shade from light (0) to dark (1), in grey or in blue.
  func shade(_ share: Double) -> String {
    let part = min(1, max(0, share))
    // Light enough to be seen on paper, dark enough to carry white letters.
    let (light, dark): ([Double], [Double]) =
      blue == "#0072B2" ? ([200, 223, 240], [3, 60, 105]) : ([212, 212, 212], [38, 38, 38])
    let parts = zip(light, dark).map { Int(($0 + ($1 - $0) * part).rounded()) }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// The colour of letters that can be read on a shade.
  func letters(onShade share: Double) -> String { share > 0.45 ? paper : ink }
}
