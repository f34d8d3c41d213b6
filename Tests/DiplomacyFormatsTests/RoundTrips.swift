import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What a format of networks must bring back: ids, names, kinds, spans, weights, directions and kept attributes.
enum RoundTrip {
  /// A graph with everything that networks hold: directions of both sorts, weights, attributes of every kind, several periods.
  static func network() throws -> DiplomaticGraph {
    var a = Entity(
      id: "a \"b\" \\", kind: .state, name: LocalizedText("One\ntwo <three> & \\N", language: "de"),
      attestation: Attestation())
    a.existence = [
      Existence(date: try HistoricalDate("1871/1918")), Existence(date: try HistoricalDate("1990/..")),
    ]
    a.attributes = [
      Attribute("Größe", .number(2.5)), Attribute("count", .integer(9_000_000_000)),
      Attribute("is", .boolean(true)),
      Attribute("node", .text("a \"quoted\" \\ back\\slash")), Attribute("x", .number(-3)),
      Attribute("y", .number(4)),
    ]
    var b = Entity(id: "b", kind: .person, name: LocalizedText("שלום", language: "de"))
    b.when = try HistoricalDate("-0043-03-15/0014~")
    var friends = Statement(id: "s1", subject: a.id, role: .link, object: b.id, weight: 0.25)
    friends.when = try HistoricalDate("[1939-01..1939-03]/1941-06-22")
    friends.attributes = [Attribute("Type", .text("x")), Attribute("n", .integer(-1))]
    var owes = Statement(
      id: "s2", subject: b.id, role: Role("owes"), object: a.id, when: try HistoricalDate("../1940"))
    owes.isDirected = true
    var again = Statement(id: "s3", subject: b.id, role: Role("owes"), object: a.id, weight: 1e-9)
    again.isDirected = false
    var graph = DiplomaticGraph(
      title: LocalizedText("A: title (number): \\", language: "de"), language: "de", entities: [a, b],
      statements: [friends, owes, again])
    graph.attributes = [
      Attribute("density", .number(0.5)), Attribute("remark: x", .text("one\ntwo: three\\")),
    ]
    return graph
  }

  private static func isNever(_ spans: [Span]) -> Bool {
    spans.contains { $0.earliestStart == .distantFuture }
  }

  /// Whether the attribute `when` says exactly, and as a time, what the spans are.
  private static func isSaid(_ values: [AttributeValue?], _ columns: [ExportedNetwork.Column]) -> Bool {
    func value(_ name: String) -> String? {
      columns.firstIndex { $0.name == name }.flatMap { values[$0]?.description }
    }
    return value("when") != "never" && value("start_earliest") == nil && value("end_latest") == nil
  }

  /// Compares a view with the view of what was read of it.
  static func compare(_ view: GraphView, _ read: DiplomaticGraph, _ name: String) {
    let (one, other) = (ExportedNetwork(view), ExportedNetwork(GraphView(read)))
    #expect(one.direction == other.direction, "\(name)")
    let (nodes, readNodes) = (Array(one.nodes), Array(other.nodes))
    #expect(
      nodes.map { $0.entity.id.rawValue.utf8.map(Int.init) }
        == readNodes.map { $0.entity.id.rawValue.utf8.map(Int.init) }, "\(name)")
    for (node, readNode) in zip(nodes, readNodes) {
      let (entity, readEntity) = (node.entity, readNode.entity)
      #expect(Array(node.label.utf8) == Array(readNode.label.utf8), "\(name) \(entity.id)")
      #expect(entity.kind == readEntity.kind, "\(name) \(entity.id)")
      if !isNever(node.spans), isSaid(node.values, one.nodeColumns) {
        #expect(Set(node.spans) == Set(readNode.spans), "\(name) \(entity.id)")
      }
      #expect(
        entity.name.wordings.first { $0.language == view.graph.language }
          == readEntity.name.wordings.first { $0.language == view.graph.language }, "\(name) \(entity.id)")
      for attribute in entity.attributes {
        #expect(readEntity.attributes.contains(attribute), "\(name) \(attribute)")
      }
    }
    let (edges, readEdges) = (Array(one.edges), Array(other.edges))
    #expect(edges.count <= readEdges.count, "\(name)")
    for edge in edges {
      let pair = readEdges.filter {
        $0.statement.id == edge.statement.id || $0.statement.id.rawValue.hasPrefix("\(edge.statement.id)-")
      }
      guard let readEdge = pair.first else {
        Issue.record("\(name): \(edge.statement.id) is gone")
        continue
      }
      let (statement, readStatement) = (edge.statement, readEdge.statement)
      #expect(statement.role == readStatement.role, "\(name) \(statement.id)")
      #expect(
        [statement.subject, statement.object] == [readStatement.subject, readStatement.object], "\(name)")
      #expect(statement.weight == readStatement.weight, "\(name) \(statement.id)")
      #expect(edge.isDirected == readEdge.isDirected, "\(name) \(statement.id)")
      #expect(statement.attributes.allSatisfy(readStatement.attributes.contains), "\(name) \(statement.id)")
      // A statement of several times comes back as several.
      if edge.spans.count == 1, !isNever(edge.spans), isSaid(edge.values, one.edgeColumns) {
        #expect(edge.spans == readEdge.spans, "\(name) \(statement.id)")
      }
    }
  }
}
