import Diplomacy
import Foundation

/// What yEd draws in data, as far as it has a place here: the first label, place and size, colour, and shape.
struct GraphMLDrawing {
  private(set) var label: String?
  private(set) var values: [(name: String, value: String, kind: AttributeValue.Kind)] = []
  /// Whether anything is left out.
  private(set) var isPartial = false
  /// Whether there is nothing of yEd's.
  var isEmpty: Bool { label == nil && values.isEmpty && !isPartial }

  /// Takes a label.
  mutating func take(label text: String) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if label == nil, !text.isEmpty { label = text } else if !text.isEmpty { isPartial = true }
  }

  /// Takes what an element of yEd says.
  mutating func take(_ element: XMLStream.Start, _ stream: XMLStream) {
    var found: [String: String] = [:]
    for index in 0..<element.count {
      guard let name = element.name(at: index) else { continue }
      found[stream.name(name)] = unsafe stream.string(element.value(at: index))
    }
    switch stream.name(element.name) {
    case "Geometry": for name in ["x", "y", "width", "height"] { add(name, found[name], .number) }
    case "Fill", "LineStyle": add("color", found["color"], .text)
    case "Shape": add("shape", found["type"], .text)
    case "ShapeNode", "PolyLineEdge", "GenericNode", "GenericEdge", "Path", "Arrows": break
    default: isPartial = true
    }
  }

  private mutating func add(_ name: String, _ value: String?, _ kind: AttributeValue.Kind) {
    guard let value, !values.contains(where: { $0.name == name }) else { return }
    values.append((name, value, kind))
  }
}
