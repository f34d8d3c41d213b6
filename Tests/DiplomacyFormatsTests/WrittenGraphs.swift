import Diplomacy
import Testing

@testable import DiplomacyFormats

/// What differs between two graphs, field by field, so that no field can be forgotten; empty when they are equal.
func differences(_ one: DiplomaticGraph, _ other: DiplomaticGraph) -> [String] {
  fieldDifferences(one, other, "graph")
}

private func fieldDifferences(_ one: Any, _ other: Any, _ path: String) -> [String] {
  if let one = one as? AnyHashable, let other = other as? AnyHashable {
    return one == other ? [] : ["\(path): \(firstDifference(one.base, other.base, ""))"]
  }
  let (fields, others) = (Mirror(reflecting: one).children, Mirror(reflecting: other).children)
  guard !fields.isEmpty, fields.count == others.count else { return ["\(path): \(one), \(other)"] }
  return zip(fields, others).flatMap { fieldDifferences($0.value, $1.value, "\(path).\($0.label ?? "-")") }
}

/// Where the first difference between two values lies.
private func firstDifference(_ one: Any, _ other: Any, _ path: String) -> String {
  let (fields, others) = (Mirror(reflecting: one).children, Mirror(reflecting: other).children)
  guard !fields.isEmpty, fields.count == others.count else { return "\(path): \(one) ≠ \(other)" }
  for (number, (field, other)) in zip(fields, others).enumerated() {
    guard let one = field.value as? AnyHashable, let other = other.value as? AnyHashable, one != other else {
      continue
    }
    return firstDifference(one.base, other.base, "\(path).\(field.label ?? String(number))")
  }
  return "\(path): \(one) ≠ \(other)"
}

/// A graph as its graph file, once it is checked that it reads back as the same graph and is written again as the same bytes.
@discardableResult
func expectWrittenAndReadBack(
  _ graph: DiplomaticGraph, _ name: String = "", at place: SourceLocation = #_sourceLocation
) -> String {
  let export = GraphFile.export(graph)
  let text = String(decoding: export.bytes, as: UTF8.self)
  #expect(export.losses.lines == [], "\(name)", sourceLocation: place)
  do throws(InputDiagnostics) {
    let again = try GraphFile.read(text, named: "written.yaml")
    let found = differences(graph, again)
    #expect(found == [], "\(name)\n\(text)", sourceLocation: place)
    #expect(GraphFile.export(again).bytes == export.bytes, "\(name)\n\(text)", sourceLocation: place)
  } catch {
    Issue.record("\(name): \(error) in\n\(text)", sourceLocation: place)
  }
  return text
}
