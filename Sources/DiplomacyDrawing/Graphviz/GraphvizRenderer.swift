internal import CGraphvizDrawing
internal import Foundation
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
  inPlace.withLock { _ in unsafe String(cString: entente_graphviz_version()) }
}

/// Draws a graph through the Graphviz library.
///
/// The graph is laid out once, whatever the number of formats. The same text gives the same bytes on every run with the
/// same libraries and fonts, whatever was drawn before: the date in PDF and the version in SVG are taken out, and each
/// graph is drawn in a process of its own, a child of the program `entente-draw`. Calls from several tasks therefore draw
/// at the same time, and a graph that ends Graphviz ends only its own drawing. Each call keeps its thread until the
/// pictures are there.
///
/// `entente-draw` is looked for where the environment variable `ENTENTE_DRAW` says, beside the running program, in
/// `../libexec/entente` from there, and beside the library that holds this code; SwiftPM builds it beside every program
/// that depends on this package. Where it is not found, graphs are drawn in the calling process, one after the other:
/// then a graph that ends Graphviz ends the process, `timeLimit` has no effect, and layouts other than `dot` may differ in
/// the last digits from run to run.
///
/// - Parameters:
///   - dot: One graph in the DOT language; further graphs in the text are ignored.
///   - formats: An empty list lays the graph out and so reports its errors and warnings.
///   - timeLimit: How long the drawing may take, from its start.
/// - Throws: `GraphvizError` for every error that Graphviz reports, also for those after which it would draw
///   something else than was asked for, such as the node's name instead of a malformed HTML label.
public func renderPictures(
  dot: String, engine: LayoutEngine, formats: [PictureFormat], timeLimit: Duration = .drawing
) throws(GraphvizError) -> Pictures {
  try PendingPictures(dot: dot, engine: engine, formats: formats, timeLimit: timeLimit).finish()
}

extension Duration {
  /// How long a drawing may take when nothing else is said: a minute.
  public static let drawing = Duration.seconds(60)
}

/// Pictures that are being drawn while the caller does something else. The drawing ends with this value.
public struct PendingPictures: ~Copyable {
  private let engine: LayoutEngine
  private let formats: [PictureFormat]
  private let timeLimit: Duration
  private let deadline: Int64
  /// The records of a drawing in place, which is over at once.
  private let drawn: DrawingRecords?
  private var process: DrawingProcess?

  /// Starts to draw a graph, as ``renderPictures(dot:engine:formats:timeLimit:)`` does.
  /// - Throws: ``GraphvizError/notStarted(reason:)``, or ``GraphvizError/unreadable(message:)`` for a text with a NUL
  ///   character.
  public init(
    dot: String, engine: LayoutEngine, formats: [PictureFormat], timeLimit: Duration = .drawing
  ) throws(GraphvizError) {
    guard !dot.utf8.contains(0) else {
      throw .unreadable(message: "it holds a NUL character.")
    }
    var distinct: [PictureFormat] = []
    for format in formats where !distinct.contains(format) { distinct.append(format) }
    let names = distinct.map(\.rawValue).joined(separator: " ")
    let started = try DrawingProgram.start(dot, engine, formats: names)
    drawn = started == nil ? try drawInPlace(dot, engine, formats: names) : nil
    process = started
    self.engine = engine
    self.formats = distinct
    self.timeLimit = timeLimit
    deadline = entente_clock() + Int64(clamping: Int((timeLimit / .milliseconds(1)).rounded(.up)))
  }

  /// Waits for the pictures.
  /// - Throws: ``GraphvizError``, as ``renderPictures(dot:engine:formats:timeLimit:)``.
  public consuming func finish() throws(GraphvizError) -> Pictures {
    var records = drawn ?? DrawingRecords()
    if let process = process.take() {
      records = process.answer(by: deadline)
      // What did not end by itself is killed with this scope.
      if records.isComplete, !records.isLast { DrawingProgram.keep(process) }
    }
    return try DrawingReport(records: records, engine: engine, formats: formats, timeLimit: timeLimit)
      .pictures()
  }
}

/// Graphviz in this process takes one caller at a time.
private let inPlace = Mutex(())

private func drawInPlace(
  _ dot: String, _ engine: LayoutEngine, formats: String
) throws(GraphvizError) -> DrawingRecords {
  var bytes: UnsafeMutablePointer<CChar>?
  var size = 0
  let failure = inPlace.withLock { _ in
    unsafe entente_draw_in_place(engine.rawValue, formats, dot, &bytes, &size)
  }
  defer { unsafe free(bytes) }
  guard failure == 0 else { throw .notStarted(reason: systemWords(failure)) }
  var records = DrawingRecords()
  unsafe records.append(Array(UnsafeRawBufferPointer(start: bytes, count: size))[...])
  return records
}
