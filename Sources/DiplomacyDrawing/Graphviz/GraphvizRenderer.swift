internal import Synchronization

/// The ways in which Graphviz places the nodes of a graph.
public enum LayoutEngine: String, CaseIterable, Sendable {
  /// Ranks, from top to bottom: for hierarchies and sequences.
  case dot
  /// Springs, by stress: for graphs of up to about a hundred nodes.
  case neato
  /// Springs, by forces; draws clusters.
  case fdp
  /// Springs, by forces at several scales: for large graphs.
  case sfdp
  /// Circles, one for each biconnected part.
  case circo
  /// Rings around a centre, by distance.
  case twopi
}

/// The formats of a drawn graph.
public enum PictureFormat: String, CaseIterable, Sendable {
  case svg, pdf, png
}

/// One graph, drawn in one or several formats from the same layout.
public struct Pictures: Equatable, Sendable {
  /// The bytes of a picture file for each format asked for.
  public var files: [PictureFormat: [UInt8]]
  /// What Graphviz warned of, a message each, in the order of reading, layout and drawing.
  public var warnings: [String]
}

/// The version of the Graphviz library in use, such as "2.43.0".
public var graphvizVersion: String {
  library.withLock { $0.version }
}

/// Draws a graph through the Graphviz library.
///
/// The graph is laid out once, whatever the number of formats. The same text gives the same bytes on every
/// run with the same libraries and fonts, whatever was drawn before: the date in PDF and the version in SVG
/// are taken out, and each graph is drawn in a forked child of this process. Calls from several tasks therefore
/// draw at the same time, and a graph that ends Graphviz ends only its own drawing. Each call keeps its thread
/// until the pictures are there.
///
/// - Parameters:
///   - dot: One graph in the DOT language; further graphs in the text are ignored.
///   - formats: An empty list lays the graph out and so reports its errors and warnings.
/// - Throws: `GraphvizError` for every error that Graphviz reports, also for those after which it would draw
///   something else than was asked for, such as the node's name instead of a malformed HTML label.
public func renderPictures(
  dot: String, engine: LayoutEngine, formats: [PictureFormat]
) throws(GraphvizError) -> Pictures {
  try PendingPictures(dot: dot, engine: engine, formats: formats).finish()
}

/// Pictures that are being drawn while the caller does something else.
public struct PendingPictures: ~Copyable {
  private let drawing: Drawing
  private let engine: LayoutEngine
  private let formats: [PictureFormat]

  /// Starts to draw a graph, as ``renderPictures(dot:engine:formats:)`` does.
  /// - Throws: ``GraphvizError/notStarted``, or ``GraphvizError/unreadable(message:)`` for a text with a NUL character.
  public init(dot: String, engine: LayoutEngine, formats: [PictureFormat]) throws(GraphvizError) {
    guard !dot.utf8.contains(0) else {
      throw .unreadable(message: "it holds a NUL character.")
    }
    var distinct: [PictureFormat] = []
    for format in formats where !distinct.contains(format) { distinct.append(format) }
    let started = library.withLock { $0.start(dot, engine, distinct) }
    guard let started else { throw .notStarted }
    drawing = started
    self.engine = engine
    self.formats = distinct
  }

  /// Waits for the pictures.
  /// - Throws: ``GraphvizError``, as ``renderPictures(dot:engine:formats:)``.
  public consuming func finish() throws(GraphvizError) -> Pictures {
    let (engine, formats) = (engine, formats)
    return try drawing.finish().pictures(engine: engine, formats: formats)
  }
}

/// Opened at its first use, under the lock; children are started one at a time and then run side by side.
private let library = Mutex(GraphvizLibrary())
