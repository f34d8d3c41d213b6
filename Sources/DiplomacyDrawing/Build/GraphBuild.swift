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

  /// Makes all files of a graph.
  ///
  /// Diagrams and research files hold the whole graph under all readings, the analyses take the default reading.
  /// - Parameters:
  ///   - graph: The graph.
  ///   - progress: Called with what is being made, before it is made.
  /// - Throws: ``GraphvizError``, or what libxml2 refuses.
  public init(of graph: DiplomaticGraph, progress: (String) -> Void) throws {
    let whole = GraphView(graph)
    let question = GraphView(graph, ViewOptions(reading: graph.defaultReading))
    progress("drawing")
    let diagram = Diagram(whole)
    let pictures = try diagram.pictures([.svg, .pdf, .png])
    var files = [File(name: "graph.dot", bytes: Array(diagram.dot.utf8))]
    for format: PictureFormat in [.svg, .pdf, .png] {
      files.append(File(name: "graph.\(format.rawValue)", bytes: pictures.files[format] ?? []))
    }
    progress("writing GraphML and TEI")
    let graphML = try graphML(whole)
    let tei = try tei(whole)
    files.append(File(name: "graph.graphml", bytes: graphML.bytes))
    files.append(File(name: "graph.tei.xml", bytes: tei.bytes))
    progress("measuring centrality")
    let centrality = Centrality(of: IncidenceNetwork(question), [.betweenness, .degree, .harmonic])
    files.append(File(name: "centrality.csv", bytes: Array(centralityReport(centrality).text(as: .csv).utf8)))
    progress("following journeys")
    let journeys = journeysReport(ContactNetwork(question)).text
    files.append(File(name: "journeys.json", bytes: Array(journeys.utf8)))
    let index = GraphIndex(
      whole: whole, centrality: centrality,
      losses: [("graph.dot", diagram.losses), ("graph.graphml", graphML.losses), ("graph.tei.xml", tei.losses)])
    files.append(File(name: "index.md", bytes: Array(index.text.utf8)))
    self.files = files
  }
}
