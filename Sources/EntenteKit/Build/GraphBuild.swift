public import Diplomacy
import DiplomacyAnalysis
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
    let diagram = Diagram(whole)
    // Drawing takes longest and goes on in a process of its own, beside the rest.
    let drawing = try diagram.startPictures([.svg, .pdf, .png], timeLimit: timeLimit)
    progress(
      "writing \(Format.writable.filter { $0.name != Format.dot.name }.map(\.title).joined(separator: " and "))"
    )
    let exports = try Format.writable.compactMap {
      format -> (name: String, format: Format, export: Export)? in
      // The diagram is there already.
      let export =
        format.name == Format.dot.name
        ? Export(bytes: Array(diagram.dot.utf8), losses: diagram.losses) : try format.writer?.write(whole)
      return export.map { ("graph.\(format.endings[0])", format, $0) }
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
      whole: whole, centrality: centrality,
      exports: exports.map { (name: $0.name, purpose: $0.format.purpose, losses: $0.export.losses) },
      hasCountsAlone: hasCountsAlone)
    let title = markdownText(graph.title.text(in: graph.language))
    let pictures = try drawing.finish()
    warnings = pictures.warnings
    files =
      [PictureFormat.svg, .pdf, .png].map {
        File(name: "graph.\($0.rawValue)", bytes: pictures.files[$0] ?? [])
      } + exports.map { File(name: $0.name, bytes: $0.export.bytes) } + [
        File(name: "centrality.csv", bytes: Array(centralityReport(centrality).text(as: .csv).utf8)),
        File(name: "journeys.json", bytes: Array(journeys.utf8)),
        File(
          name: "compliance.md",
          bytes: Array("# Promises and deeds: \(title)\n\n\(compliance)".utf8)),
        File(name: "index.md", bytes: Array(index.text.utf8)),
      ]
  }
}
