public import ArgumentParser
import Chronology
import Diplomacy
public import DiplomacyFormats

/// The graph file and how it is looked at: the same for every command that views a graph.
struct GraphArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The graph file.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String

  @Option(
    help: ArgumentHelp("See the graph as of a date (EDTF, such as 1941-06 or 1945-08-09).", valueName: "date")
  )
  var at: String?

  @Option(
    help: ArgumentHelp(
      "See the graph under one of its readings, or 'all'. Without it: the file's default reading for analyses and with "
        + "--at, else all.", valueName: "reading"))
  var reading: String?

  /// What the graph is looked at for.
  enum Purpose {
    /// All that it holds.
    case contents
    /// An answer, for which one reading must be taken.
    case analysis
  }

  /// Reads the file and looks at it.
  func view(for purpose: Purpose) throws -> GraphView {
    // A mistake in the command is told before any in the file.
    _ = try at.map { try date($0, "--at") }
    let graph = try GraphFile.read(contentsOf: file)
    let isQuestion = purpose == .analysis || at != nil
    var choice = isQuestion ? graph.defaultReading : nil
    if let reading {
      let id = ReadingID(reading)
      guard reading == "all" || graph[id] != nil else {
        let known = graph.readings.map(\.id.rawValue)
        throw Misuse(
          "'\(reading)' is not a reading of this graph."
            + (known.isEmpty
              ? " It has none."
              : " It has \(known.joined(separator: ", ")).\(didYouMean(reading, among: known + ["all"]))"))
      }
      choice = reading == "all" ? nil : id
    }
    return GraphView(
      graph, ViewOptions(at: try at.map { try date($0, "--at", graph.defaultOffset) }, reading: choice))
  }
}

/// A date given on the command line.
func date(_ text: String, _ option: String, _ offset: UTCOffset? = nil) throws -> HistoricalDate {
  do throws(DateTextError) {
    return try HistoricalDate(text, defaultOffset: offset)
  } catch {
    throw Misuse("\(option): \(error).")
  }
}

/// How results are written.
struct FormatArgument: ParsableArguments {
  @Option(help: "How the result is written: table, csv, json or markdown.")
  var format: OutputFormat = .table
}

extension OutputFormat: ExpressibleByArgument {}
