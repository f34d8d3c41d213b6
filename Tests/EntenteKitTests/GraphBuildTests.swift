import EntenteKit
import Foundation
import TestSupport
import Testing

@Suite struct GraphBuildTests {
  static let names = [
    "graph.svg", "graph.pdf", "graph.png", "graph.dot", "graph.graphml", "graph.tei.xml", "centrality.csv",
    "journeys.json", "compliance.md", "index.md",
  ]

  // MARK: Any graph

  @Test(arguments: [SampleGraph.empty, .oneEntity, .onlyActors, .names, .attested, .life])
  func allFilesAreMadeAndTheSameTwice(sample: SampleGraph) throws {
    func build() throws -> GraphBuild {
      try GraphBuild(of: GraphFile.read(sample.text, named: sample.name)) { _ in }
    }
    let (first, second) = (try build(), try build())
    #expect(first.files.map(\.name) == Self.names)
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
    #expect(files["graph.pdf"]?.starts(with: Array("%PDF-".utf8)) == true)
    #expect(files["graph.png"]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    #expect(try XMLTree.parse(files["graph.svg"] ?? []).name == "svg")
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
    for name in Self.names.dropLast() { #expect(index.contains("[\(name)](\(name))"), "\(name)") }
    let whole = GraphView(graph)
    for (name, losses) in [
      ("graph.dot", Diagram(whole).losses), ("graph.graphml", try graphML(whole).losses),
      ("graph.tei.xml", try tei(whole).losses),
    ] {
      #expect(index.contains("- \(name): \(losses.lines.joined(separator: "; "))\n"), "\(name)")
    }
    #expect(index.hasPrefix("# Sample life\n\nAll of it. Really & truly.\n"))
    #expect(
      index.contains("\(graph.entities.count) entities")
        && index.contains("\(graph.statements.count) statements"))
  }

  // MARK: The project's graphs

  /// A drawing's coordinates follow from the widths of letters, from Graphviz' version and from the processor's
  /// arithmetic; where all are as they were when `Exports/` was made, every byte must be.
  private static let drawsAlike: Bool = {
    #if arch(x86_64)
      guard graphvizVersion == "2.43.0", let fonts = Tools.fontList else { return false }
      return ["Noto Sans", "Noto Sans CJK JP"].allSatisfy { family in
        (try? run(fonts, ["\(family):style=Regular", "file"]).output.isEmpty) == false
      }
    #else
      return false
    #endif
  }()

  @Test(arguments: SampleGraph.ofTheProject)
  func theCommittedExportsAreThoseOfTheGraphs(sample: SampleGraph) throws {
    let advice = "Run Scripts/demo and commit Exports/."
    let graph = try GraphFile.read(sample.text, named: sample.name)
    let folder = projectFolder.appending(path: "Exports/\(sample.name)")
    // Layouts by springs repeat a processor's last digits many times over; layered ones do not.
    let drawsAlike = Self.drawsAlike && Diagram(GraphView(graph)).engine == .dot
    // Bitmaps and PDF are not committed: they are large, and depend on more libraries than are looked at here; nor are
    // the journeys, which nobody reads.
    for made in try GraphBuild(of: graph, progress: { _ in }).files
    where !["graph.pdf", "graph.png", "journeys.json"].contains(made.name) {
      let committed = try #require(
        try? Data(contentsOf: folder.appending(path: made.name)),
        "Exports/\(sample.name)/\(made.name) is missing. \(advice)")
      switch made.name {
      case "graph.svg" where !drawsAlike:
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
        Set(files).subtracting(Self.names).isEmpty,
        "Exports/\(name) holds files that no build makes; delete them.")
    }
  }

  /// What stands in a picture, wherever it stands.
  private func drawnTexts(_ svg: [UInt8]) throws -> [String] {
    try XMLTree.parse(svg).all("text").map(\.text).sorted()
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
