public import Diplomacy

/// How a graph is written for another program.
public struct WritingOptions: Sendable {
  /// The program that will read it, of ``Format/Writer/dialects``; nil: any.
  public var dialect: String?
  /// How the graph is drawn, for formats that hold places and colours; nil: as kept attributes say, else nothing.
  public var drawing: (@Sendable (GraphView) throws -> [EntityID: NodeLook])?

  /// What is said at the top of the file, a line each, in formats that have room for remarks.
  public var comments: [String]

  /// Options.
  public init(
    dialect: String? = nil, drawing: (@Sendable (GraphView) throws -> [EntityID: NodeLook])? = nil,
    comments: [String] = []
  ) {
    self.dialect = dialect
    self.drawing = drawing
    self.comments = comments
  }
}

extension WritingOptions {
  /// How a view is drawn, or nothing where it cannot be, which the losses then say.
  ///
  /// Nor is it drawn anew where another program has placed most of it: those places are kept attributes.
  package func looks(_ view: GraphView, _ losses: inout LossReport) -> [EntityID: NodeLook] {
    let placed = view.graph.entities.count { entity in
      entity.attributes.contains { $0.name == "x" } && entity.attributes.contains { $0.name == "y" }
    }
    if placed > view.graph.entities.count / 2 { return [:] }
    do {
      return try drawing?(view) ?? [:]
    } catch {
      losses.add(
        view.entities.count, "place in the diagram",
        instead: "left to the program that reads it, because \(Self.words(error))")
      return [:]
    }
  }

  /// What went wrong, without a point at its end.
  private static func words(_ error: any Error) -> String {
    let words = "\(error)"
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }
}

/// How a diagram draws an entity.
public struct NodeLook: Hashable, Sendable {
  /// The outlines that other programs know too.
  public enum Shape: String, Hashable, Sendable {
    case ellipse, rectangle, diamond, hexagon
    case roundedRectangle = "round-rectangle"
  }

  /// The middle, in points, to the right and upwards.
  public var x, y: Double
  /// The size, in points.
  public var width, height: Double
  /// The fill, as `#RRGGBB`.
  public var color: String
  /// The outline.
  public var shape: Shape

  /// A look.
  public init(x: Double, y: Double, width: Double, height: Double, color: String, shape: Shape) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
    self.color = color
    self.shape = shape
  }
}
