import Chronology
import Diplomacy
import Foundation

@testable import DiplomacyFormats

/// A table that was read: its edges as lines, and what was told.
struct SampleTable {
  let graph: DiplomaticGraph
  let warnings: [Diagnostic]

  init(
    _ text: String, nodes: String? = nil, _ change: (inout EdgeListReader.Request) throws -> Void = { _ in }
  ) throws {
    try self.init(Data(text.utf8), nodes: nodes, change)
  }

  init(
    _ data: Data, nodes: String? = nil, _ change: (inout EdgeListReader.Request) throws -> Void = { _ in }
  ) throws {
    var request = EdgeListReader.Request()
    if let nodes { request.nodes = (Data(nodes.utf8), "nodes.csv") }
    try change(&request)
    (graph, warnings) = try EdgeListReader.read(data, named: "t.csv", request)
  }

  /// `a -> b`, or `a -- b` where an edge leads both ways; with its role, weight, date and attributes.
  var edges: [String] {
    graph.statements.map { statement in
      let role = statement.role == .link || statement.role == .arc ? "" : " \(statement.role)"
      let weight = statement.weight.map { " \($0)" } ?? ""
      let when = statement.when.map { " [\($0)]" } ?? ""
      let rest = statement.attributes.map { " \($0.name)=\(Self.written($0.value))" }.joined()
      return
        "\(statement.subject) \(statement.leadsOneWay ? "->" : "--") \(statement.object)\(role)\(weight)\(when)\(rest)"
    }
  }

  /// `a actor node`, with the name where it is another and the attributes.
  var nodes: [String] {
    graph.entities.map { entity in
      let name = entity.label(in: "en") == entity.id.rawValue ? "" : " '\(entity.label(in: "en"))'"
      let when = entity.when.map { " [\($0)]" } ?? ""
      let rest = entity.attributes.map { " \($0.name)=\(Self.written($0.value))" }.joined()
      return "\(entity.id) \(entity.kind.name)\(name)\(when)\(rest)"
    }
  }

  /// Texts in quotation marks, so that kinds are seen.
  private static func written(_ value: AttributeValue) -> String {
    if case .text(let text) = value { "'\(text)'" } else { value.description }
  }

  var messages: [String] { warnings.map(\.message) }
}

/// The lines of what is wrong with a table; empty where it is read.
func tableFaults(
  _ text: String, nodes: String? = nil, _ change: (inout EdgeListReader.Request) throws -> Void = { _ in }
) -> [String] {
  do {
    _ = try SampleTable(text, nodes: nodes, change)
    return []
  } catch let error as InputDiagnostics {
    return error.diagnostics.map(\.description)
  } catch {
    return ["\(error)"]
  }
}
