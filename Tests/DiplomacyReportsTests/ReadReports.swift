import Chronology
import Diplomacy
import DiplomacyFormats
import DiplomacyReports
import Foundation
import TestSupport
import Testing

/// The graph of a text.
func read(_ text: String) throws -> DiplomaticGraph { try GraphFile.read(text, named: "graph.yaml") }

/// A graph under its default reading, or another; with a date, as of then.
func view(_ graph: DiplomaticGraph, at date: String? = nil, reading: ReadingID? = nil) throws -> GraphView {
  GraphView(
    graph,
    ViewOptions(at: try date.map { try HistoricalDate($0) }, reading: reading ?? graph.defaultReading))
}

extension Report {
  /// The rows of the CSV, by the names of the columns.
  func rows() throws -> [[String: String]] {
    let records = try #require(csvRecords(text(as: .csv)))
    return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(records[0], $0)) }
  }

  /// What the JSON holds under `results`.
  func jsonResults<Value>(as type: Value.Type = Value.self) throws -> Value {
    let answer = try object(text(as: .json))
    #expect(Set(answer.keys) == ["question", "conventions", "results"])
    return try #require(answer["results"] as? Value)
  }

  /// What the JSON holds under `question`.
  func jsonQuestion() throws -> [String: Any] {
    try #require(try object(text(as: .json))["question"] as? [String: Any])
  }
}
