import Diplomacy

/// How a node or an edge is drawn, in the words of GEXF's extension `viz`.
struct GEXFLook {
  private var position: (x: String, y: String, z: String)?
  private var color: (red: Int, green: Int, blue: Int)?
  private var alpha: String?
  private var size: String?
  private var thickness: String?
  private var shape: String?

  /// The names of attributes that tell how something is drawn, as the reader keeps them.
  static let names = ["x", "y", "z", "size", "color", "alpha", "shape", "thickness", "image"]

  /// The look of an entity: as a diagram draws it, else as attributes say, else a colour for its category.
  init(_ entity: Entity, _ look: NodeLook?) {
    if let look {
      position = (Self.number(look.x), Self.number(look.y), "0")
      color = Self.color(look.color)
      size = Self.number(look.height)
      shape = Self.shape(look.shape)
      return
    }
    let said = Said(entity.attributes)
    if let x = said.number("x"), let y = said.number("y") { position = (x, y, said.number("z") ?? "0") }
    color = said.color
    alpha = color == nil ? nil : said.number("alpha")
    size = said.number("size")
    shape = said.word("shape", of: ["disc", "square", "triangle", "diamond"])
    if color == nil { color = Self.color(Self.color(of: entity.kind.category)) }
  }

  /// The look of a statement, as attributes say.
  init(_ statement: Statement) {
    guard !statement.attributes.isEmpty else { return }
    let said = Said(statement.attributes)
    color = said.color
    alpha = color == nil ? nil : said.number("alpha")
    thickness = said.number("thickness")
    shape = said.word("shape", of: ["solid", "dotted", "dashed", "double"])
  }

  /// The fills of the diagram are too light for the points of Gephi: its lines' colours.
  private static func color(of category: Category) -> String {
    switch category {
    case .actor: "#0072B2"
    case .agreement: "#E69F00"
    case .territory: "#009E73"
    case .event: "#CC79A7"
    }
  }

  private static func shape(_ shape: NodeLook.Shape) -> String {
    switch shape {
    case .ellipse, .hexagon: "disc"
    case .rectangle, .roundedRectangle: "square"
    case .diamond: "diamond"
    }
  }

  func write(_ xml: inout XMLWriter) throws {
    if let color {
      try xml.element(
        "viz:color",
        [("r", String(color.red)), ("g", String(color.green)), ("b", String(color.blue)), ("a", alpha)])
    }
    if let position {
      try xml.element("viz:position", [("x", position.x), ("y", position.y), ("z", position.z)])
    }
    if let size { try xml.element("viz:size", [("value", size)]) }
    if let thickness { try xml.element("viz:thickness", [("value", thickness)]) }
    if let shape { try xml.element("viz:shape", [("value", shape)]) }
  }

  private static func number(_ number: Double) -> String {
    plain((number * 100).rounded() / 100)
  }

  private static func plain(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The parts of `#RRGGBB`.
  private static func color(_ text: String) -> (red: Int, green: Int, blue: Int)? {
    guard text.hasPrefix("#"), text.utf8.count == 7, let number = Int(text.dropFirst(), radix: 16) else {
      return nil
    }
    return (number >> 16, number >> 8 & 0xFF, number & 0xFF)
  }

  /// What attributes say of a look.
  private struct Said {
    private let values: [String: String]

    init(_ attributes: [Attribute]) {
      values = Dictionary(attributes.map { ($0.name, $0.value.description) }) { first, _ in first }
    }

    private func text(_ name: String) -> String? { values["viz_\(name)"] ?? values[name] }

    func number(_ name: String) -> String? {
      text(name).flatMap(Double.init).flatMap { $0.isFinite ? GEXFLook.plain($0) : nil }
    }

    func word(_ name: String, of known: [String]) -> String? {
      text(name).flatMap { known.contains($0) ? $0 : nil }
    }

    var color: (red: Int, green: Int, blue: Int)? { text("color").flatMap(GEXFLook.color) }
  }
}
