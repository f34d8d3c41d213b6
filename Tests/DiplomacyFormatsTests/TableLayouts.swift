import Chronology
import Diplomacy
import Foundation

@testable import DiplomacyFormats

/// A public layout of memberships or dyads: a mapping, a few rows made by hand in the columns of the data set, and what they say.
struct TableLayout26: CustomStringConvertible, Sendable {
  let name: String
  /// The graph file behind its title.
  let mapping: String
  let tables: [String: String]
  /// What the graph says, in the form of ``facts(_:)``.
  let facts: [String]

  var description: String { name }

  init(_ name: String, _ mapping: String, _ tables: [String: String], says facts: [String]) {
    (self.name, self.mapping, self.tables, self.facts) = (name, mapping, tables, facts)
  }
}

/// Reads a graph file whose tables are texts.
func readTables(_ mapping: String, _ tables: [String: String], isStrict: Bool = false) throws
  -> GraphFile.Document
{
  try GraphFile.readDocument(
    "entente: 1\ntitle: T\n\(mapping)", named: "g.yaml", tables: .texts(tables), isStrict: isStrict)
}

/// What a graph says, in lines: links with their spans, existence, acts, spans in force, and dates of events.
func facts(_ graph: DiplomaticGraph) -> [String] {
  var lines = graph.statements.map { statement in
    let weight = statement.weight.map { " x\($0)" } ?? ""
    let readings = statement.attestation.readings.map { " [\($0)]" }.joined()
    return
      "\(statement.subject) \(statement.role) \(statement.object) \(statement.when?.text ?? "-")\(weight)\(readings)"
  }
  for entity in graph.entities {
    let periods = entity.existence.map(\.date.text) + [entity.when?.text].compactMap(\.self)
    if !periods.isEmpty { lines.append("\(entity.id) exists \(periods.joined(separator: ", "))") }
    for act in entity.life?.acts ?? [] {
      let by = act.by.map { " by \($0)" }.joined()
      let readings = act.attestation.readings.map { " [\($0)]" }.joined()
      lines.append("\(entity.id) \(act.kind) \(act.date?.text ?? "-")\(by)\(readings)")
    }
    for span in entity.life?.statedInForce ?? [] { lines.append("\(entity.id) in-force \(span.text)") }
  }
  return lines.sorted()
}

extension TableLayout26 {
  static let all: [TableLayout26] = cow + cowWars + atop + others
}
