import Foundation
import TestSupport
import Testing

@testable import DiplomacyDrawing

/// Where the texts and shapes of a picture in SVG stand, read from the file and measured with the fonts that draw it.
struct SVGLayout {
  /// A rectangle that may be turned, by its corners in order.
  struct Quad: Sendable {
    var corners: [Point]

    /// The upright rectangle around it.
    var bounds: Box {
      let (xs, ys) = (corners.map(\.x), corners.map(\.y))
      let (x, y) = (xs.min() ?? 0, ys.min() ?? 0)
      return Box(x: x, y: y, width: (xs.max() ?? 0) - x, height: (ys.max() ?? 0) - y)
    }

    /// Whether two rectangles share more than a strip of a width (the theorem of the separating axis).
    func meets(_ other: Quad, by tolerance: Double = 0.1) -> Bool {
      for quad in [self, other] {
        for (one, next) in zip(quad.corners, quad.corners.dropFirst() + quad.corners.prefix(1)) {
          let (x, y) = (one.y - next.y, next.x - one.x)
          let length = (x * x + y * y).squareRoot()
          guard length > 0 else { continue }
          func extent(_ quad: Quad) -> (Double, Double) {
            let places = quad.corners.map { ($0.x * x + $0.y * y) / length }
            return (places.min() ?? 0, places.max() ?? 0)
          }
          let (mine, theirs) = (extent(self), extent(other))
          if mine.1 - theirs.0 <= tolerance || theirs.1 - mine.0 <= tolerance { return false }
        }
      }
      return true
    }
  }

  /// A text and the rectangle that its letters fill.
  struct PlacedText: Sendable {
    let text: String
    /// Its own class, or that of the nearest group around it that has one.
    let className: String
    let size: Double
    let quad: Quad
  }

  /// A shape and the rectangle around it.
  struct PlacedShape: Sendable {
    /// The element: `rect`, `circle`, `path`, ….
    let name: String
    /// Its own class, or that of the nearest group around it that has one.
    let className: String
    let attributes: [String: String]
    let quad: Quad
  }

  /// The page, from the view box.
  let page: Box
  let texts: [PlacedText]
  /// All that is drawn besides texts and the page's own background.
  let shapes: [PlacedShape]

  /// How far letters reach from their baseline, in sizes of type: capitals and full-width letters above, tails below.
  static let (ascent, descent) = (0.76, 0.22)

  /// Reads a picture.
  /// - Throws: What the parser of XML says, or that texts could not be measured.
  init(_ svg: String) throws {
    let root = try XMLTree.parse(Array(svg.utf8))
    let numbers = Self.numbers(try #require(root["viewBox"]))
    try #require(numbers.count == 4)
    page = Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    var reading = Reading()
    for child in root.children where child["width"] != "100%" { reading.read(child, .identity, "") }
    let meter = TextMeter()
    for weight in [TextWeight.regular, .bold, .italic] {
      meter.prepare(reading.texts.filter { $0.weight == weight }.map(\.text), weight)
    }
    try meter.check()
    texts = reading.texts.map { $0.placed(meter.width($0.text, $0.size, $0.weight)) }
    shapes = reading.shapes
  }

  /// Pairs of texts that lie on each other, as sentences.
  func overlaps(by tolerance: Double = 0.1) -> [String] {
    var found: [String] = []
    let boxes = texts.map(\.quad.bounds)
    for one in texts.indices {
      for other in texts.indices.dropFirst(one + 1)
      where boxes[one].meets(boxes[other]) && texts[one].quad.meets(texts[other].quad, by: tolerance) {
        found.append(
          "'\(texts[one].text)' (\(texts[one].className)) lies on '\(texts[other].text)' (\(texts[other].className))"
        )
      }
    }
    return found
  }

  /// Texts and shapes that leave the page, as sentences.
  func outside(by tolerance: Double = 0.1) -> [String] {
    func leaves(_ quad: Quad) -> Bool {
      let box = quad.bounds
      return box.x < page.x - tolerance || box.y < page.y - tolerance || box.maxX > page.maxX + tolerance
        || box.maxY > page.maxY + tolerance
    }
    return texts.filter { leaves($0.quad) }.map {
      "'\($0.text)' (\($0.className)) at \($0.quad.bounds) leaves the page \(page)"
    }
      + shapes.filter { leaves($0.quad) }.map {
        "a \($0.name) (\($0.className)) at \($0.quad.bounds) leaves the page \(page)"
      }
  }

  /// The texts of a class, in the order of the file.
  func texts(_ className: String) -> [String] { texts.filter { $0.className == className }.map(\.text) }

  /// The numbers in a text.
  static func numbers(_ text: String) -> [Double] {
    text.split { !"+-.0123456789eE".contains($0) }.compactMap { Double($0) }
  }
}

// MARK: Reading

/// A change of coordinates: x' = a x + c y + e, y' = b x + d y + f.
private struct Transform {
  var (a, b, c, d, e, f) = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
  static let identity = Transform()

  func callAsFunction(_ x: Double, _ y: Double) -> Point {
    Point(x: a * x + c * y + e, y: b * x + d * y + f)
  }

  /// First the other, then this one.
  func after(_ other: Transform) -> Transform {
    let origin = self(other.e, other.f)
    return Transform(
      a: a * other.a + c * other.b, b: b * other.a + d * other.b, c: a * other.c + c * other.d,
      d: b * other.c + d * other.d, e: origin.x, f: origin.y)
  }

  /// The changes that an attribute lists.
  init(_ text: String) {
    self = text.split(separator: ")").reduce(.identity) { whole, part in
      let name = part.prefix { $0 != "(" }.filter(\.isLetter)
      let numbers = SVGLayout.numbers(String(part.drop { $0 != "(" }))
      func number(_ index: Int, _ otherwise: Double) -> Double {
        index < numbers.count ? numbers[index] : otherwise
      }
      switch name {
      case "translate": return whole.after(Transform(e: number(0, 0), f: number(1, 0)))
      case "scale": return whole.after(Transform(a: number(0, 1), d: number(1, number(0, 1))))
      case "rotate":
        let turn = number(0, 0) * .pi / 180
        let center = Transform(e: number(1, 0), f: number(2, 0))
        let back = Transform(e: -number(1, 0), f: -number(2, 0))
        return whole.after(center).after(Transform(a: cos(turn), b: sin(turn), c: -sin(turn), d: cos(turn)))
          .after(back)
      case "matrix":
        return whole.after(
          Transform(
            a: number(0, 1), b: number(1, 0), c: number(2, 0), d: number(3, 1), e: number(4, 0),
            f: number(5, 0)))
      default:
        Issue.record("'\(name)' is no change of coordinates that is known here")
        return whole
      }
    }
  }

  init(
    a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0
  ) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }
}

private struct Reading {
  struct Text {
    let text: String
    let className: String
    let size: Double
    let weight: TextWeight
    let anchor: TextAnchor
    let isFromRight: Bool
    let place: Point
    let transform: Transform

    func placed(_ width: Double) -> SVGLayout.PlacedText {
      // With the direction from right to left the start is the right end.
      let left: Double =
        switch (anchor, isFromRight) {
        case (.middle, _): place.x - width / 2
        case (.start, false), (.end, true): place.x
        case (.end, false), (.start, true): place.x - width
        }
      let (top, bottom) = (place.y - SVGLayout.ascent * size, place.y + SVGLayout.descent * size)
      let corners = [
        transform(left, top), transform(left + width, top), transform(left + width, bottom),
        transform(left, bottom),
      ]
      return SVGLayout.PlacedText(
        text: text, className: className, size: size, quad: SVGLayout.Quad(corners: corners))
    }
  }

  var texts: [Text] = []
  var shapes: [SVGLayout.PlacedShape] = []

  mutating func read(_ element: XMLTree, _ outer: Transform, _ outerClass: String) {
    guard !["title", "desc", "defs", "style"].contains(element.name) else { return }
    let transform = element["transform"].map { outer.after(Transform($0)) } ?? outer
    let className = element["class"] ?? outerClass
    func number(_ attribute: String) -> Double { element[attribute].flatMap { Double($0) } ?? 0 }
    switch element.name {
    case "text":
      let weight: TextWeight =
        element["font-weight"] == "bold" ? .bold : element["font-style"] == "italic" ? .italic : .regular
      texts.append(
        Text(
          text: element.text, className: className, size: number("font-size"), weight: weight,
          anchor: element["text-anchor"].flatMap(TextAnchor.init) ?? .start,
          isFromRight: element["direction"] == "rtl", place: Point(x: number("x"), y: number("y")),
          transform: transform))
    case "rect":
      let (x, y, width, height) = (number("x"), number("y"), number("width"), number("height"))
      add(
        element, className, transform,
        [
          Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x + width, y: y + height),
          Point(x: x, y: y + height),
        ])
    case "circle":
      let (x, y, r) = (number("cx"), number("cy"), number("r"))
      addBounds(element, className, transform, [Point(x: x - r, y: y - r), Point(x: x + r, y: y + r)])
    case "ellipse":
      let (x, y, rx, ry) = (number("cx"), number("cy"), number("rx"), number("ry"))
      addBounds(element, className, transform, [Point(x: x - rx, y: y - ry), Point(x: x + rx, y: y + ry)])
    case "line":
      addBounds(
        element, className, transform,
        [Point(x: number("x1"), y: number("y1")), Point(x: number("x2"), y: number("y2"))])
    case "path", "polygon", "polyline":
      addBounds(element, className, transform, points(element["d"] ?? element["points"] ?? ""))
    default:
      for child in element.children { read(child, transform, className) }
    }
  }

  /// The points of a path of absolute lines and curves: those between which it stays.
  private func points(_ commands: String) -> [Point] {
    #expect(
      !commands.contains { "aAhHvVtTsSmlcqz".contains($0) },
      "a path with commands that are not read: \(commands)")
    let numbers = SVGLayout.numbers(commands.replacing("-", with: " -"))
    return stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
  }

  private mutating func addBounds(
    _ element: XMLTree, _ className: String, _ transform: Transform, _ points: [Point]
  ) {
    guard !points.isEmpty else { return }
    let box = SVGLayout.Quad(corners: points).bounds
    add(
      element, className, transform,
      [
        Point(x: box.x, y: box.y), Point(x: box.maxX, y: box.y), Point(x: box.maxX, y: box.maxY),
        Point(x: box.x, y: box.maxY),
      ])
  }

  private mutating func add(
    _ element: XMLTree, _ className: String, _ transform: Transform, _ corners: [Point]
  ) {
    shapes.append(
      SVGLayout.PlacedShape(
        name: element.name, className: className, attributes: element.attributes,
        quad: SVGLayout.Quad(corners: corners.map { transform($0.x, $0.y) })))
  }
}
