internal import CGraphReading
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
  /// The bytes of a picture file for each format asked for; of a picture of several pages the first in SVG and PNG, and all
  /// of them in PDF.
  public var files: [PictureFormat: [UInt8]]
  /// The pages after the first, in SVG and PNG.
  public var furtherPages: [PictureFormat: [[UInt8]]] = [:]
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
///   - details: What a PDF says of itself, and how fine a PNG is. Drawn in the calling process, PDF has no title, and PNG 96
///     pixels to an inch.
///   - timeLimit: How long the drawing may take, from its start.
/// - Throws: `GraphvizError` for every error that Graphviz reports, also for those after which it would draw
///   something else than was asked for, such as the node's name instead of a malformed HTML label.
public func renderPictures(
  dot: String, engine: LayoutEngine, formats: [PictureFormat], details: PictureDetails = PictureDetails(),
  timeLimit: Duration = .drawing
) throws(GraphvizError) -> Pictures {
  try PendingPictures(dot: dot, engine: engine, formats: formats, details: details, timeLimit: timeLimit)
    .finish()
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

  /// Starts to draw a graph, as ``renderPictures(dot:engine:formats:details:timeLimit:)`` does.
  /// - Throws: ``GraphvizError/notStarted(reason:)``, or ``GraphvizError/unreadable(message:)`` for a text with a NUL
  ///   character.
  public init(
    dot: String, engine: LayoutEngine, formats: [PictureFormat], details: PictureDetails = PictureDetails(),
    timeLimit: Duration = .drawing
  ) throws(GraphvizError) {
    let distinct = formats.distinct
    let task = DrawingTask(
      engine.rawValue, formats: DrawingTask.names(of: distinct, details), try withoutNUL(dot), details)
    let started = try DrawingProgram.start(task)
    drawn = started == nil ? try drawInPlace(task) : nil
    process = started
    self.engine = engine
    self.formats = distinct
    self.timeLimit = timeLimit
    deadline = .after(timeLimit)
  }

  /// Waits for the pictures.
  /// - Throws: ``GraphvizError``, as ``renderPictures(dot:engine:formats:details:timeLimit:)``.
  public consuming func finish() throws(GraphvizError) -> Pictures {
    var records = drawn ?? DrawingRecords()
    if let process = process.take() { records = DrawingProgram.answer(of: process, by: deadline) }
    return try DrawingReport(records: records, work: .graph(engine), timeLimit: timeLimit).pictures(formats)
  }
}

extension [PictureFormat] {
  /// Each format once, in order.
  var distinct: [PictureFormat] {
    reduce(into: []) { distinct, format in if !distinct.contains(format) { distinct.append(format) } }
  }
}

extension Int64 {
  /// The time on `entente_clock` so long from now.
  static func after(_ limit: Duration) -> Int64 {
    entente_clock() + Int64(clamping: Int((limit / .milliseconds(1)).rounded(.up)))
  }
}

/// A text that C reads to its end.
private func withoutNUL(_ dot: String) throws(GraphvizError) -> String {
  guard !dot.utf8.contains(0) else { throw .unreadable(message: "it holds a NUL character.") }
  return dot
}

/// Graphviz in this process takes one caller at a time.
private let inPlace = Mutex(())

func drawInPlace(_ task: DrawingTask) throws(GraphvizError) -> DrawingRecords {
  var bytes: UnsafeMutablePointer<CChar>?
  var size = 0
  let failure = inPlace.withLock { _ in
    // Files in the DOT language may be read meanwhile.
    entente_lock_graphs()
    defer { entente_unlock_graphs() }
    return unsafe task.withC { unsafe entente_draw_in_place($0, &bytes, &size) }
  }
  defer { unsafe free(bytes) }
  guard failure == 0 else { throw .notStarted(reason: systemWords(failure)) }
  var records = DrawingRecords()
  unsafe records.append(Array(UnsafeRawBufferPointer(start: bytes, count: size))[...])
  return records
}
