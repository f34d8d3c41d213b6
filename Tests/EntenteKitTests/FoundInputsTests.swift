import EntenteKit
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What fuzzing begins with and what it has found, through every reader: an input ends with a graph or with diagnostics.
@Suite struct FoundInputsTests {
  private static let folder = projectFolder.appending(path: "Tests/Fixtures/Fuzzing")

  /// The inputs of a target of `Scripts/fuzz`.
  private static func inputs(_ target: String) throws -> [URL] {
    try ["seeds", "found"].flatMap { kind in
      let folder = folder.appending(path: "\(kind)/\(target)")
      guard FileManager.default.fileExists(atPath: folder.path) else { return [URL]() }
      return try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    }.sorted { $0.path < $1.path }
  }

  /// Each input is read as a file of its format, and as a graph file.
  @Test(arguments: Format.readable.map(\.name))
  func everyReaderEndsWithAGraphOrDiagnostics(target: String) throws {
    let place = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: place) }
    let inputs = try Self.inputs(target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      let bytes = try Data(contentsOf: input)
      for format in [target, "graph-file"] {
        let path = place.appending(path: "input").path
        try bytes.write(to: URL(fileURLWithPath: path))
        do {
          let document = try GraphReading.readDocument(
            contentsOf: path, GraphReading.Options(format: format))
          let view = GraphView(document.graph)
          _ = lint(document)
          _ = try XMLTree.parse(try graphML(view).bytes)
          _ = try XMLTree.parse(try tei(view).bytes)
          let table = graphReport(view).table
          #expect(
            table.text.split(separator: "\n").count == table.rows.count + 1, "\(input.lastPathComponent)")
        } catch let error as InputDiagnostics {
          #expect(error.diagnostics.contains { $0.severity == .error }, "\(input.lastPathComponent)")
        }
      }
    }
  }

  @Test func everyTextOfADateHasAMeaningOrAnError() throws {
    let inputs = try Self.inputs("dates")
    #expect(!inputs.isEmpty)
    for input in inputs {
      let text = String(decoding: try Data(contentsOf: input), as: UTF8.self)
      if let date = try? HistoricalDate(text) { #expect(date.description == text) }
      for part in [text] + text.split(separator: ";").map(String.init) {
        for (calendar, isLenient) in [(DateReport.Calendar.gregorian, true), (.julian, false)] {
          for language in ["en", "fr", "de", "ru", "ja"] {
            let report = DateReport(calendar: calendar, isLenient: isLenient, language: language)
            #expect(
              report.line(for: part, as: .table).text.split(separator: "\n").count == 1,
              "\(part.debugDescription)")
          }
        }
      }
    }
  }
}
