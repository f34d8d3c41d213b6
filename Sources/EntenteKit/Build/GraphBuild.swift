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
    progress("writing GraphML and TEI")
    let graphML = try graphML(whole)
    let tei = try tei(whole)
    progress("measuring centrality")
    let centrality = try Centrality(of: IncidenceNetwork(question), [.betweenness, .degree, .harmonic])
    progress("holding promises against deeds")
    let compliance = complianceReport(Compliance(of: graph, ViewOptions()), of: graph).text(as: .markdown)
    progress("following journeys")
    let (report, hasCountsAlone) = journeysReport(ContactNetwork(question))
    // Written out here, while the pictures are drawn.
    let journeys = report.text
    if hasCountsAlone {
      progress(
        "journeys.json has the numbers of journeys alone: the pairs of actors are too many to tell each")
    }
    let index = GraphIndex(
      whole: whole, centrality: centrality,
      losses: [
        ("graph.dot", diagram.losses), ("graph.graphml", graphML.losses), ("graph.tei.xml", tei.losses),
      ], hasCountsAlone: hasCountsAlone)
    let title = markdownText(graph.title.text(in: graph.language))
    let pictures = try drawing.finish()
    warnings = pictures.warnings
    files =
      [File(name: "graph.dot", bytes: Array(diagram.dot.utf8))]
      + [PictureFormat.svg, .pdf, .png].map {
        File(name: "graph.\($0.rawValue)", bytes: pictures.files[$0] ?? [])
      } + [
        File(name: "graph.graphml", bytes: graphML.bytes), File(name: "graph.tei.xml", bytes: tei.bytes),
        File(name: "centrality.csv", bytes: Array(centralityReport(centrality).text(as: .csv).utf8)),
        File(name: "journeys.json", bytes: Array(journeys.utf8)),
        File(
          name: "compliance.md",
          bytes: Array("# Promises and deeds: \(title)\n\n\(compliance)".utf8)),
        File(name: "index.md", bytes: Array(index.text.utf8)),
      ]
  }
}
