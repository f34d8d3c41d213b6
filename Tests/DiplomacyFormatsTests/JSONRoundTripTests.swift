import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What the formats in JSON hold of every graph: a graph that is written and read again is the same at every date.
@Suite struct JSONRoundTripTests {
  static let formats: [Format] = [.nodeLink, .graphology, .cytoscape, .cx2, .hif]

  /// What a view shows of its entities and statements, as lines that can be compared, by their ids.
  /// - Parameter isWhole: Whether attributes count that are kept; columns of ours come back as such.
  static func lines(_ view: GraphView, isWhole: Bool, besides odd: Set<String>) -> [String] {
    let entities = view.entities.filter { !odd.contains($0.entity.id.rawValue) }.map { entity, holding in
      let names = entity.name.wordings.map { "\($0.language):\($0.text)" }.sorted()
      let attributes = isWhole ? entity.attributes.map { "\($0.name)=\($0.value) (\($0.value.kind))" } : []
      return
        "\(entity.id) \(entity.kind.category) \(entity.kind.name) \(names) \(holding) "
        + "\(view.presence(of: entity).map(\.text)) \(entity.attestation.certainty.map(\.rawValue) ?? "") \(attributes)"
    }
    let statements = view.statements.filter { item in
      odd.isDisjoint(with: [
        item.statement.id.rawValue, item.statement.subject.rawValue, item.statement.object.rawValue,
      ])
    }.map { statement, holding in
      let attributes = isWhole ? statement.attributes.map { "\($0.name)=\($0.value) (\($0.value.kind))" } : []
      return
        "\(statement.id): \(statement.subject) \(statement.role) \(statement.object) \(holding) "
        + "\(view.spans(of: statement).map(\.text)) \(statement.weight ?? 1) \(statement.leadsOneWay) "
        + "\(statement.onBehalfOf?.rawValue ?? "") \(attributes)"
    }
    return (entities + statements).sorted()
  }

  /// The ids of what has a time that no text in the Extended Date/Time Format says, and of what was never there.
  static func unsaid(_ graph: DiplomaticGraph) -> Set<String> {
    let network = ExportedNetwork(GraphView(graph))
    func isUnsaid(_ spans: [Span], _ date: HistoricalDate?) -> Bool {
      spans.exactText(of: date).map { $0 == "never" } ?? true
    }
    let nodes = network.nodes.filter { isUnsaid($0.spans, $0.entity.when) }.map(\.entity.id.rawValue)
    let edges = network.edges.filter { isUnsaid($0.spans, $0.statement.when) }.map(\.statement.id.rawValue)
    return Set(nodes + edges)
  }

  /// Writes and reads a graph again.
  static func again(_ graph: DiplomaticGraph, as format: Format) throws -> (
    graph: DiplomaticGraph, losses: LossReport
  ) {
    let export = try #require(format.writer).write(GraphView(graph))
    let document = try #require(format.reader).read(Data(export.bytes), "t", [])
    #expect(document.warnings.isEmpty, "\(format.name): \(document.warnings)")
    return (document.graph, export.losses)
  }

  static func expectSame(
    _ graph: DiplomaticGraph, _ read: DiplomaticGraph, at dates: [String], isWhole: Bool, _ comment: String
  ) throws {
    let odd = unsaid(graph)
    for date in [nil] + dates {
      let options = ViewOptions(at: try date.map { try HistoricalDate($0) })
      let before = lines(GraphView(graph, options), isWhole: isWhole, besides: odd)
      let after = lines(GraphView(read, options), isWhole: isWhole, besides: odd)
      let lost = Set(before).subtracting(after).sorted().prefix(3)
      let added = Set(after).subtracting(before).sorted().prefix(3)
      let isSame = before == after
      #expect(isSame, "\(comment) at \(date ?? "all times"): lost \(lost), added \(added)")
    }
  }

  @Test(arguments: SampleGraph.all, formats.map(\.name))
  func everyGraphComesBack(sample: SampleGraph, name: String) throws {
    let format = try #require(Self.formats.first { $0.name == name })
    let graph = try sample.graph()
    let (read, _) = try Self.again(graph, as: format)
    try Self.expectSame(graph, read, at: sample.dates, isWhole: false, "\(sample), \(name)")
    #expect(read.title.text(in: graph.language) == graph.title.text(in: graph.language))
    #expect(read.language == graph.language && read.summary == graph.summary && read.license == graph.license)
    #expect(read.authors == graph.authors && read.attributes.isEmpty, "\(read.attributes)")
    // What is written a second time is the same to the byte, but for what the first time lost.
    let once = try #require(format.writer).write(GraphView(read)).bytes
    let twice = try #require(format.writer).write(GraphView(Self.again(read, as: format).graph)).bytes
    #expect(once == twice, "\(sample), \(name)")
  }

  // MARK: What other programs say

  @Test(arguments: formats.map(\.name))
  func whatOtherProgramsSayComesBack(name: String) throws {
    let format = try #require(Self.formats.first { $0.name == name })
    var network = ForeignNetwork(isDirected: true)
    func place(_ line: Int) -> Diagnostic.Place { Diagnostic.Place(line: line, column: 1) }
    network.nodeKinds = ["x": .number, "y": .number, "count": .integer, "ok": .boolean]
    network.edgeKinds = ["value": .number, "ok": .boolean, "rank": .integer]
    network.nodes = [
      .init(
        id: "n\"1\\ \u{202E}", attributes: ["color": "#f00 \"<", "x": "1.0", "y": "-2.5", "ok": "true"],
        place: nil),
      .init(id: "n2", attributes: ["x": "1e+300", "count": "9007199254740993", "label": "Two"], place: nil),
      .init(id: "e1", attributes: ["type": "state", "count": "0"], place: nil),
    ]
    network.edges = [
      .init(
        id: "e1", source: "n\"1\\ \u{202E}", target: "n2", isDirected: false, weight: 2,
        attributes: ["value": "7.0"], place: nil),
      .init(
        id: "e2", source: "n2", target: "e1", isDirected: true, weight: 0.1,
        attributes: ["role": "ally", "ok": "false"], place: nil),
      .init(
        id: "e3", source: "n2", target: "n2", isDirected: false,
        attributes: ["role": "ally", "time_of_day": "dawn 🕊\u{0}"], place: nil),
      .init(
        id: "e4", source: "n2", target: "e1", isDirected: true,
        attributes: ["when": "1914/1918", "rank": "3"], place: nil),
    ]
    network.attributes = [
      Attribute("density", .number(0.5)), Attribute("made", .text("by hand")),
      Attribute("ok", .boolean(true)),
    ]
    var findings = ImportFindings(file: "t")
    let graph = network.graph(&findings)
    try findings.check()
    let (read, _) = try Self.again(graph, as: format)
    try Self.expectSame(graph, read, at: ["1916"], isWhole: true, name)
    #expect(read.attributes == graph.attributes, "\(name): \(read.attributes)")
    #expect(read.statements.map(\.isDirected).count == 4)
    let directions = Dictionary(uniqueKeysWithValues: read.statements.map { ($0.id, $0.isDirected) })
    #expect(directions == Dictionary(uniqueKeysWithValues: graph.statements.map { ($0.id, $0.isDirected) }))
  }

  /// Names that a format has for something else are told.
  @Test func attributesWithNamesOfTheFormatsAreCalledOtherwise() throws {
    var network = ForeignNetwork()
    network.nodes = [
      .init(id: "a", attributes: ["id": "one", "entity": "x"], place: nil), .init(id: "b", place: nil),
    ]
    network.edges = [
      .init(
        source: "a", target: "b", isDirected: false,
        attributes: ["key": "k", "source": "here", "subject": "s"], place: nil)
    ]
    var findings = ImportFindings(file: "t")
    let graph = network.graph(&findings)
    let expected: [String: [String]] = [
      "node-link": ["id_2", "key_2", "source_2"], "graphology": [], "cytoscape": ["id_2", "source_2"],
      "cx2": ["entity_2"],
      "hif": ["subject_2"],
    ]
    for format in Self.formats {
      let (read, losses) = try Self.again(graph, as: format)
      let renamed = losses.losses.compactMap(\.instead).filter { $0.hasSuffix("_2'") }
      #expect(
        renamed == expected[format.name]?.map { "written as '\($0)'" }, "\(format.name): \(losses.lines)")
      let names = Set(
        read.entities.flatMap(\.attributes).map(\.name) + read.statements.flatMap(\.attributes).map(\.name))
      for name in expected[format.name] ?? [] { #expect(names.contains(name), "\(format.name): \(names)") }
    }
  }
}
