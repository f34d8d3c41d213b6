import EntenteKit
import Foundation
import TestSupport
import Testing

@Suite struct GraphBuildTests {
  /// The files of every graph.
  static let names = [
    "graph.graphml", "graph.gexf", "graph.dot", "graph.tei.xml", "centrality.csv", "journeys.json",
    "compliance.md",
    "explorer.html", "index.html", "index.md",
  ]
  /// The pictures of a graph that has something for each.
  static let pictures = ["incidence-chart", "timeline", "diagram"]
  /// Bitmaps and PDF are not committed: they are large, and depend on more libraries than are looked at here; nor is the page
  /// whose places come from springs, nor the journeys, which nobody reads.
  static func isCommitted(_ name: String) -> Bool {
    ![".pdf", ".png"].contains { name.hasSuffix($0) } && name != "explorer.html" && name != "journeys.json"
  }

  // MARK: Any graph

  @Test(arguments: [SampleGraph.empty, .oneEntity, .onlyActors, .names, .attested, .life])
  func allFilesAreMadeAndTheSameTwice(sample: SampleGraph) throws {
    func build() throws -> GraphBuild {
      try GraphBuild(of: GraphFile.read(sample.text, named: sample.name)) { _ in }
    }
    let (first, second) = (try build(), try build())
    let names = first.files.map(\.name)
    #expect(names.filter { Self.names.contains($0) } == Self.names)
    for name in names where !Self.names.contains(name) {
      #expect(Self.pictures.contains { name.hasPrefix($0) }, "\(sample): \(name)")
    }
    for (one, other) in zip(first.files, second.files) {
      #expect(!one.bytes.isEmpty, "\(sample): \(one.name)")
      #expect(one.bytes == other.bytes, "\(sample): \(one.name)")
    }
    #expect(besidesFonts(first.warnings) == [], "\(sample)")
  }

  @Test func theFilesHoldWhatTheirNamesSay() throws {
    let graph = try GraphFile.read(SampleGraph.attested.text, named: "attested")
    var progress: [String] = []
    let build = try GraphBuild(of: graph) { progress.append($0) }
    let files = Dictionary(uniqueKeysWithValues: build.files.map { ($0.name, $0.bytes) })
    let whole = GraphView(graph)
    #expect(files["graph.dot"] == Array(Diagram(whole).dot.utf8))
    #expect(files["graph.graphml"] == (try graphML(whole).bytes))
    #expect(files["graph.tei.xml"] == (try tei(whole).bytes))
    for picture in Self.pictures {
      #expect(files["\(picture).pdf"]?.starts(with: Array("%PDF-".utf8)) == true, "\(picture)")
      #expect(files["\(picture).png"]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true, "\(picture)")
      #expect(try XMLTree.parse(files["\(picture).svg"] ?? []).name == "svg", "\(picture)")
    }
    let table = String(decoding: files["centrality.csv"] ?? [], as: UTF8.self)
    #expect(table.hasPrefix("id,kind,name,"), "\(table)")
    let journeys =
      try JSONSerialization.jsonObject(with: Data(files["journeys.json"] ?? [])) as? [String: Any]
    #expect(Set(journeys?.keys.map { $0 } ?? []) == ["question", "conventions", "results"])
    // The analyses take the default reading.
    #expect((journeys?["question"] as? [String: Any])?["reading"] as? String == "one")
    #expect(!progress.isEmpty && progress.allSatisfy { !$0.isEmpty })
  }

  @Test func theIndexLinksEveryFileAndTellsTheLosses() throws {
    let graph = try GraphFile.read(SampleGraph.life.text, named: "life")
    let build = try GraphBuild(of: graph) { _ in }
    let index = String(decoding: try #require(build.files.last).bytes, as: UTF8.self)
    for name in build.files.map(\.name) where !name.hasPrefix("index") {
      #expect(index.contains("[\(name)](\(name))") || index.contains("(\(name))"), "\(name)")
    }
    let page = try #require(build.files.first { $0.name == "index.html" })
    let html = String(decoding: page.bytes, as: UTF8.self)
    for name in build.files.map(\.name) where !name.hasPrefix("index") && !name.hasSuffix(".md") {
      #expect(html.contains("\"\(name)\""), "\(name)")
    }
    #expect(!html.contains("http"))
    let whole = GraphView(graph)
    for (name, losses) in [
      ("graph.dot", Diagram(whole).losses), ("graph.graphml", try graphML(whole).losses),
      ("graph.gexf", try gexf(whole).losses),
      ("graph.tei.xml", try tei(whole).losses),
    ] {
      let words = losses.lines.isEmpty ? "nothing" : losses.lines.joined(separator: "; ")
      #expect(index.contains("- \(name): \(words)\n"), "\(name)")
    }
    #expect(index.hasPrefix("# Sample life\n\nAll of it. Really & truly.\n"))
    #expect(
      index.contains("\(graph.entities.count) entities")
        && index.contains("\(graph.statements.count) statements"))
  }

  // MARK: The project's graphs

  @Test(arguments: SampleGraph.ofTheProject)
  func theCommittedExportsAreThoseOfTheGraphs(sample: SampleGraph) throws {
    let advice = "Run Scripts/demo and commit Exports/."
    let graph = try GraphFile.read(sample.text, named: sample.name)
    let folder = projectFolder.appending(path: "Exports/\(sample.name)")
    for made in try GraphBuild(of: graph, progress: { _ in }).files where Self.isCommitted(made.name) {
      let committed = try #require(
        try? Data(contentsOf: folder.appending(path: made.name)),
        "Exports/\(sample.name)/\(made.name) is missing. \(advice)")
      switch made.name {
      // Graphviz places nodes by springs.
      case "graph.gexf" where !drawsAlike:
        func withoutPlaces(_ bytes: [UInt8]) -> [Substring] {
          String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter {
            !$0.contains("viz:position")
          }
        }
        #expect(
          withoutPlaces(made.bytes) == withoutPlaces(Array(committed)),
          "Exports/\(sample.name)/\(made.name) is not what the graph makes now. \(advice)")
      case let name where name.hasSuffix(".svg") && (!drawsAlike || name.hasPrefix("diagram")):
        #expect(
          try drawnTexts(made.bytes) == drawnTexts(Array(committed)),
          "Exports/\(sample.name)/\(made.name) shows other texts than the graph does now. \(advice)")
      default:
        let difference = firstDifference(made.bytes, Array(committed))
        #expect(
          difference == nil,
          "Exports/\(sample.name)/\(made.name) is not what the graph makes now: \(difference ?? ""). \(advice)"
        )
      }
    }
  }

  @Test func everyCommittedExportHasItsGraph() throws {
    let exports =
      (try? FileManager.default.contentsOfDirectory(atPath: projectFolder.appending(path: "Exports").path))
      ?? []
    let graphs = Set(SampleGraph.ofTheProject.map(\.name))
    for name in exports.sorted() where !name.hasPrefix(".") {
      #expect(graphs.contains(name), "Exports/\(name) belongs to no file in Graphs/; delete it.")
      let files = try FileManager.default.contentsOfDirectory(
        atPath: projectFolder.appending(path: "Exports/\(name)").path)
      #expect(
        files.allSatisfy { name in
          Self.names.contains(name) || Self.pictures.contains { name.hasPrefix($0) }
        },
        "Exports/\(name) holds files that no build makes; delete them.")
    }
  }

  /// `line 12: 'found', committed is 'other'`, or nil.
  private func firstDifference(_ made: [UInt8], _ committed: [UInt8]) -> String? {
    guard made != committed else { return nil }
    let lines = [made, committed].map { String(decoding: $0, as: UTF8.self).components(separatedBy: "\n") }
    let line =
      zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(lines[0].count, lines[1].count)
    func text(_ lines: [String]) -> String { line < lines.count ? "'\(lines[line].prefix(200))'" : "nothing" }
    return "line \(line + 1) is now \(text(lines[0])), committed is \(text(lines[1]))"
  }
}
