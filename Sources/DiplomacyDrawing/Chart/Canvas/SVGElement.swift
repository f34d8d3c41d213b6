import DiplomacyFormats

/// An element of a picture in SVG: lengths are points (1/72 inch), with two digits after the point.
struct SVGElement: Sendable {
  let name: String
  var attributes: [(name: String, value: String?)]
  var children: [SVGElement] = []
  /// Its text; then it has no children.
  var text: String?

  init(_ name: String, _ attributes: [(String, String?)] = [], _ children: [SVGElement] = []) {
    self.name = name
    self.attributes = attributes.map { (name: $0, value: $1) }
    self.children = children
  }

  init(_ name: String, _ attributes: [(String, String?)] = [], text: String) {
    self.init(name, attributes)
    self.text = text
  }
}

/// A length or place as it stands in SVG: at most two digits after the point.
func svgNumber(_ value: Double) -> String {
  let hundredths = (value * 100).rounded()
  guard hundredths.magnitude < 1e15 else { return "0" }
  let whole = Int(hundredths)
  let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = whole < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(units)" }
  return "\(sign)\(units).\(rest < 10 ? "0" : "")\(rest % 10 == 0 ? rest / 10 : rest)"
}

/// How a line is drawn.
struct Stroke: Hashable, Sendable {
  var color: String
  var width: Double
  /// Lengths of dashes and gaps; empty: unbroken.
  var dashes: [Double] = []
  var opacity: Double?

  fileprivate var attributes: [(String, String?)] {
    [
      ("stroke", color), ("stroke-width", svgNumber(width)),
      ("stroke-dasharray", dashes.isEmpty ? nil : dashes.map(svgNumber).joined(separator: " ")),
      ("stroke-opacity", opacity.map(svgNumber)),
    ]
  }
}

/// A place on a page, in points from its upper left corner.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// A rectangle on a page, in points.
struct Box: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var maxX: Double { x + width }
  var maxY: Double { y + height }
  var middle: Point { Point(x: x + width / 2, y: y + height / 2) }

  /// Whether two rectangles share more than an edge, each with a margin around it.
  func meets(_ other: Box, margin: Double = 0) -> Bool {
    x < other.maxX + margin && other.x < maxX + margin && y < other.maxY + margin && other.y < maxY + margin
  }

  /// The rectangle with a margin around it.
  func widened(by margin: Double) -> Box {
    Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}

/// Where a text stands at its place.
enum TextAnchor: String, Sendable {
  case start, middle, end
}

/// How a text is set.
struct TextLook: Hashable, Sendable {
  var size: Double
  var color: String
  var weight = TextWeight.regular
  var anchor = TextAnchor.start
  /// The colour around its letters; nil: none.
  var halo: String?
  /// Degrees, against the clock.
  var turn = 0.0
  var opacity: Double?
}

extension SVGElement {
  static func line(_ from: Point, _ to: Point, _ stroke: Stroke) -> SVGElement {
    SVGElement(
      "line",
      [
        ("x1", svgNumber(from.x)), ("y1", svgNumber(from.y)), ("x2", svgNumber(to.x)),
        ("y2", svgNumber(to.y)),
      ] + stroke.attributes)
  }

  static func rectangle(
    _ box: Box, fill: String, stroke: Stroke? = nil, radius: Double = 0, opacity: Double? = nil
  ) -> SVGElement {
    SVGElement(
      "rect",
      [
        ("x", svgNumber(box.x)), ("y", svgNumber(box.y)), ("width", svgNumber(max(0, box.width))),
        ("height", svgNumber(max(0, box.height))), ("rx", radius == 0 ? nil : svgNumber(radius)),
        ("fill", fill),
        ("fill-opacity", opacity.map(svgNumber)),
      ] + (stroke?.attributes ?? []))
  }

  static func circle(_ center: Point, radius: Double, fill: String, stroke: Stroke? = nil) -> SVGElement {
    SVGElement(
      "circle",
      [("cx", svgNumber(center.x)), ("cy", svgNumber(center.y)), ("r", svgNumber(radius)), ("fill", fill)]
        + (stroke?.attributes ?? []))
  }

  /// A path of the commands of SVG.
  static func path(_ commands: String, fill: String = "none", stroke: Stroke? = nil, opacity: Double? = nil)
    -> SVGElement
  {
    SVGElement(
      "path",
      [("d", commands), ("fill", fill), ("fill-opacity", opacity.map(svgNumber))] + (stroke?.attributes ?? [])
    )
  }

  /// Straight lines through points.
  static func polyline(_ points: [Point], _ stroke: Stroke) -> SVGElement {
    path(pathCommands(points), stroke: stroke)
  }

  /// A surface between points.
  static func polygon(_ points: [Point], fill: String, stroke: Stroke? = nil, opacity: Double? = nil)
    -> SVGElement
  {
    path(pathCommands(points) + "Z", fill: fill, stroke: stroke, opacity: opacity)
  }

  private static func pathCommands(_ points: [Point]) -> String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\(svgNumber($1.x)) \(svgNumber($1.y))" }.joined()
  }

  /// Elements under a common name, with what a pointer that rests on them is told.
  static func group(
    _ class: String? = nil, id: String? = nil, tooltip: String? = nil, _ children: [SVGElement]
  ) -> SVGElement {
    let title = tooltip.map { [SVGElement("title", text: drawn($0))] } ?? []
    return SVGElement("g", [("class", `class`), ("data-id", id)], title + children)
  }

  /// A line of text with its baseline at a place.
  ///
  /// What cannot be drawn is written out; a text of a script from right to left is set so, whatever its anchor.
  /// - Parameter fromRight: Whether it is set from right to left; nil: as its first letter is.
  static func text(
    _ text: String, at place: Point, _ look: TextLook, class: String? = nil, fromRight: Bool? = nil
  ) -> SVGElement {
    let isFromRight = fromRight ?? text.isFromRight
    let anchor: TextAnchor =
      switch (look.anchor, isFromRight) {
      case (.start, true): .end
      case (.end, true): .start
      default: look.anchor
      }
    var attributes: [(String, String?)] = [
      ("class", `class`), ("x", svgNumber(place.x)), ("y", svgNumber(place.y)),
      ("font-size", svgNumber(look.size)), ("fill", look.color),
      ("font-weight", look.weight == .bold ? "bold" : nil),
      ("font-style", look.weight == .italic ? "italic" : nil),
      ("text-anchor", anchor == .start ? nil : anchor.rawValue),
      ("direction", isFromRight ? "rtl" : nil), ("fill-opacity", look.opacity.map(svgNumber)),
      (
        "transform",
        look.turn == 0 ? nil : "rotate(\(svgNumber(-look.turn)) \(svgNumber(place.x)) \(svgNumber(place.y)))"
      ),
    ]
    guard let halo = look.halo else { return SVGElement("text", attributes, text: text) }
    attributes += [
      ("stroke", halo), ("stroke-width", svgNumber(look.size * 0.3)), ("stroke-linejoin", "round"),
      ("paint-order", "stroke"),
    ]
    return SVGElement("text", attributes, text: text)
  }
}

extension String {
  /// Whether the first letter that has a direction is of a script from right to left.
  var isFromRight: Bool {
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }

  /// The text as part of a line from left to right: what stands beside a name from right to left keeps its place.
  var inLine: String {
    unicodeScalars.contains { String($0).isFromRight } ? "\u{200E}\(self)\u{200E}" : self
  }

  /// The text as a label on one line: what cannot be drawn is written out.
  var asLabel: String { onOneLine(drawn(self)) }
}
