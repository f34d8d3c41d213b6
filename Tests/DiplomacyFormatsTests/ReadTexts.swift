import Diplomacy
import Foundation

@testable import DiplomacyFormats

/// What was read, and the messages about it.
typealias ReadText = (graph: DiplomaticGraph?, messages: [String])

private func readText(_ read: () throws(InputDiagnostics) -> (DiplomaticGraph, [Diagnostic])) -> ReadText {
  do throws(InputDiagnostics) {
    let (graph, warnings) = try read()
    return (graph, warnings.map(\.message))
  } catch {
    return (nil, error.diagnostics.map(\.message))
  }
}

func readTable(_ bytes: Data) -> ReadText {
  readText { () throws(InputDiagnostics) in
    let (graph, warnings) = try EdgeListReader.read(bytes, named: "t.csv", isDirected: false)
    return (graph, warnings)
  }
}

func readTable(_ text: String) -> ReadText { readTable(Data(text.utf8)) }

func readGraphML(_ body: String, keys: String = "") -> ReadText {
  let text =
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"urn:y\">\(keys)<graph edgedefault=\"undirected\">"
    + "\(body)</graph></graphml>"
  return readText { () throws(InputDiagnostics) in
    let (graph, warnings) = try GraphMLReader.read(Data(text.utf8), named: "t.graphml")
    return (graph, warnings)
  }
}

func readGraphFile(_ text: String) -> ReadText {
  readText { () throws(InputDiagnostics) in (try GraphFile.read(header + text, named: "t.yaml"), []) }
}

/// Elements of GraphML.
func nodeElements(_ ids: some Sequence<String>) -> String {
  ids.map { "<node id=\"\($0)\"/>" }.joined()
}
