import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// The beginning of every graph file: two lines.
let header = "entente: 1\ntitle: T\n"

/// Reads a text that the test takes to be a graph file.
func readGraph(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> DiplomaticGraph {
  do {
    let graph = try GraphFile.read(text, named: "graph.yaml")
    // Whatever the tests read is written, and read back.
    if text.utf8.count < 1_000_000 { expectWrittenAndReadBack(graph, at: place) }
    return graph
  } catch {
    Issue.record("\(error) in:\n\(text)", sourceLocation: place)
    throw error
  }
}

/// What is wrong with a text, as `line:column message`; empty when it is a graph file.
func problems(in text: String) -> [String] {
  diagnostics(in: text).map { found in
    "\(found.place.map { "\($0.line):\($0.column)" } ?? "-") \(found.message)"
  }
}

/// The diagnostics of a text; empty when it is a graph file.
func diagnostics(in text: String) -> [Diagnostic] {
  do throws(InputDiagnostics) {
    _ = try GraphFile.read(text, named: "graph.yaml")
    return []
  } catch {
    return error.diagnostics
  }
}

/// The text of a file of the project.
func projectText(_ path: String) throws -> String {
  try String(contentsOf: projectFolder.appending(path: path), encoding: .utf8)
}

/// The statements as `role subject object`, in order.
func links(_ graph: DiplomaticGraph) -> [String] {
  graph.statements.map { "\($0.role) \($0.subject) \($0.object)" }
}

/// The first example of the documentation.
func documentedExample() throws -> String {
  let parts = try projectText("Documentation/GraphFile.md").components(separatedBy: "```")
  let example = try #require(parts.dropFirst().first)
  return try #require(example.hasPrefix("yaml\n") ? String(example.dropFirst(5)) : nil)
}
