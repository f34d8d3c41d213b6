public import Diplomacy
import DiplomacyAnalysis
public import DiplomacyDrawing
import DiplomacyFormats

/// Everything that is made of one graph: diagrams, research files and answers, in memory.
public struct GraphBuild: Sendable {
  /// One file.
  public struct File: Sendable {
    /// Its name in the graph's folder.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// The files, `index.md` last.
  public let files: [File]
  /// What Graphviz warned of.
  public let warnings: [String]

  /// Makes all files of a graph.
  ///
  /// Diagrams and research files hold the whole graph under all readings, the analyses take the default reading.
  /// - Parameters:
  ///   - graph: The graph.
  ///   - timeLimit: How long its drawing may take.
  ///   - progress: Called with what is being made, before it is made.
  /// - Throws: ``GraphvizError``, or what libxml2 refuses.
  public init(of graph: DiplomaticGraph, timeLimit: Duration = .drawing, progress: (String) -> Void) throws {
    let whole = GraphView(graph)
    let question = GraphView(graph, ViewOptions(reading: graph.defaultReading))
    progress("drawing")
    let drawing = try BuiltPictures(whole, timeLimit: timeLimit)
    let outcomes = drawing.outcomes
    progress(
      "writing \(Format.writable.filter { $0.writer?.isBuilt == true }.map(\.title).joined(separator: " and "))"
    )
    let explorer = Explorer(whole, positions: try Explorer.places(whole, timeLimit: timeLimit))
    let exports = try Format.writable.compactMap {
      format -> (name: String, format: Format, export: Export)? in
      try format.writer.flatMap { $0.isBuilt ? $0 : nil }.map {
        (
          "graph.\(format.endings[0])", format, try $0.write(whole, .drawn(timeLimit: timeLimit))
        )
      }
    }
    progress("measuring centrality")
    let centrality = try Centrality(of: IncidenceNetwork(question), [.betweenness, .degree, .harmonic])
    progress("checking promises against deeds")
    let compliance = complianceReport(Compliance(of: graph, ViewOptions()), of: graph).text(as: .markdown)
    progress("following journeys")
    let (report, hasCountsAlone) = journeysReport(ContactNetwork(question))
    // Written out here, while the pictures are drawn.
    let journeys = report.text
    if hasCountsAlone {
      progress(
        "journeys.json only counts journeys: there are too many pairs of actors to list each")
    }
    let index = GraphIndex(
      whole: whole, pictures: outcomes, centrality: centrality,
      exports: exports.map { (name: $0.name, purpose: $0.format.purpose, losses: $0.export.losses) },
      hasCountsAlone: hasCountsAlone)
    let title = markdownText(graph.title.text(in: graph.language))
    let pictures = try drawing.finish()
    warnings = pictures.warnings
    files =
      pictures.files + exports.map { File(name: $0.name, bytes: $0.export.bytes) } + [
        File(name: "centrality.csv", bytes: Array(centralityReport(centrality).text(as: .csv).utf8)),
        File(name: "journeys.json", bytes: Array(journeys.utf8)),
        File(
          name: "compliance.md",
          bytes: Array("# Promises and deeds: \(title)\n\n\(compliance)".utf8)),
        File(name: "explorer.html", bytes: explorer.bytes),
        File(name: "index.html", bytes: Array(index.html.utf8)),
        File(name: "index.md", bytes: Array(index.markdown.utf8)),
      ]
  }
}
