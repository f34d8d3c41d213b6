import Diplomacy
import DiplomacyDrawing

/// The pictures of a build: made one after the other, and turned into their formats meanwhile.
struct BuiltPictures: ~Copyable {
  /// A picture: its name, and what kept it from being drawn.
  struct Outcome {
    let kind: PictureKind
    /// The name of its files, without an ending.
    let name: String
    /// How many pages it has; 0 when it could not be drawn.
    var pageCount = 0
    /// Why there is nothing to draw; nil where there is.
    var reason: String?
  }

  private(set) var outcomes: [Outcome] = []
  // Arrays cannot hold what cannot be copied.
  private var first: PendingChart?
  private var second: PendingChart?
  private var third: PendingChart?

  /// Draws the pictures that a graph has: who is party to what, what was in force when, and the diagram that suits its size.
  /// - Throws: ``GraphvizError``; a graph that has nothing for a picture is no error.
  init(_ view: GraphView, timeLimit: Duration) throws(GraphvizError) {
    first = try start(.incidenceChart, "incidence-chart", view, timeLimit)
    second = try start(.timeline, "timeline", view, timeLimit)
    third = try start(PictureKind.diagram(suiting: view), "diagram", view, timeLimit)
  }

  private mutating func start(
    _ kind: PictureKind, _ name: String, _ view: GraphView, _ timeLimit: Duration
  ) throws(GraphvizError) -> PendingChart? {
    var outcome = Outcome(kind: kind, name: name)
    defer { outcomes.append(outcome) }
    let chart: Chart
    do throws(ChartError) {
      chart = try kind.chart(view, timeLimit: timeLimit)
    } catch {
      guard case .drawing(let failure) = error else {
        outcome.reason = error.description
        return nil
      }
      throw failure
    }
    outcome.pageCount = chart.pages.count
    return try chart.startPictures([.svg, .pdf, .png], timeLimit: timeLimit)
  }

  /// Waits for all pictures.
  /// - Returns: Their files in order, and what was warned of.
  consuming func finish() throws(GraphvizError) -> (files: [GraphBuild.File], warnings: [String]) {
    var files: [GraphBuild.File] = []
    var warnings: [String] = []
    let names = outcomes.map(\.name)
    func add(_ pictures: Pictures, _ name: String) {
      for format in [PictureFormat.svg, .pdf, .png] {
        let pages = [pictures.files[format] ?? []] + (pictures.furtherPages[format] ?? [])
        for (index, page) in pages.enumerated() {
          files.append(
            GraphBuild.File(
              name: "\(name)\(index == 0 ? "" : "-\(index + 1)").\(format.rawValue)", bytes: page))
        }
      }
      for warning in pictures.warnings where !warnings.contains(warning) { warnings.append(warning) }
    }
    if let chart = first.take() { add(try chart.finish(), names[0]) }
    if let chart = second.take() { add(try chart.finish(), names[1]) }
    if let chart = third.take() { add(try chart.finish(), names[2]) }
    return (files, warnings)
  }
}
