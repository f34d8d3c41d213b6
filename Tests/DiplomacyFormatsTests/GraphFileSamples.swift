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
    return try GraphFile.read(text, named: "graph.yaml")
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

/// Numbers that are the same in every run.
/// - SeeAlso: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
