import ArgumentParser
import EntenteKit
import Foundation

/// How files are read: the same for every command that reads graphs.
struct InputArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format of the file: \(Format.allRead.map(\.name).joined(separator: ", ")). Default: recognised by the "
        + "file's beginning, then by the ending of its name.", valueName: "format"),
    completion: .list(Format.allRead.map(\.name)))
  var inputFormat: String?

  @Flag(help: "Read the rows of a table of edges as leading from source to target.")
  var directed = false

  @Flag(
    help:
      "Stop with an error where a part of the file cannot be read, in place of leaving it out with a warning."
  )
  var strictInput = false

  @Flag(help: "Of a table of edges: an edge does not hold at its end any more, but until just before.")
  var halfOpen = false

  @Option(
    help: ArgumentHelp(
      "The table of nodes (CSV, or a workbook) that belongs to a table of edges.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt", "gz", "xlsx", "ods"]))
  var nodes: String?

  @Option(
    help: ArgumentHelp(
      "Of a workbook (.xlsx, .ods): the sheet with the table, by its name or its number. Default: the first with the columns that are looked for.",
      valueName: "sheet"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "The sheet with the table of nodes, where --nodes names a workbook.", valueName: "sheet"))
  var nodesSheet: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Of a table: texts that stand for no value, separated by commas, such as -9,unknown.",
      valueName: "texts"))
  var missing: String?

  @Option(
    help: ArgumentHelp(
      "Of a table of edges: what its columns are, such as source=Absender,target=Empfänger,when=Datum; columns without names "
        + "by their numbers. What can be named: source, target, when, start, end, weight, role, type, directed, id.",
      valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Write everything that is odd in the tables of a graph file into this table (CSV); without it, the first few of each "
        + "class are told.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var report: String?

  /// Writes what is odd in tables, where it was asked for.
  func writeReport(_ oddities: [TableOddities]) throws {
    guard let report else { return }
    try writeFile(Data(TableOddities.report(of: oddities)), to: report)
  }

  /// What the reader is asked to do otherwise.
  private func options(isStrict: Bool) -> Set<Format.ReadingOption> {
    var options: Set<Format.ReadingOption> = []
    if directed { options.insert(.directed) }
    if strictInput || isStrict { options.insert(.strict) }
    if halfOpen { options.insert(.halfOpen) }
    if nodes != nil { options.insert(.nodes) }
    if missing != nil { options.insert(.missing) }
    if sheet != nil { options.insert(.sheet) }
    if columns != nil { options.insert(.columns) }
    return options
  }

  /// What is said of tables.
  private func tables() throws -> TableOptions {
    var tables = TableOptions()
    tables.nodes = nodes
    (tables.sheet, tables.nodesSheet) = (sheet, nodesSheet)
    if nodesSheet != nil, nodes == nil {
      throw Misuse("--nodes-sheet goes with --nodes; expected the workbook with the table of nodes.")
    }
    tables.missing = missing.map { $0.split(separator: ",").map { $0.trimmingSpaces() } } ?? []
    if nodes == GraphReading.standardInput {
      throw Misuse("--nodes: the table of nodes is read from a file; found '-'.")
    }
    do throws(TableOptions.Fault) {
      if let columns { try tables.nameColumns(columns) }
    } catch {
      throw Misuse("--columns: \(error)")
    }
    return tables
  }

  /// Tells a format that is not read.
  func checkWords() throws {
    _ = try tables()
    let names = Format.allRead.map(\.name)
    guard let inputFormat, !names.contains(inputFormat) else { return }
    throw Misuse(
      "--input-format: '\(inputFormat)' is not one of \(names.joined(separator: ", ")).\(didYouMean(inputFormat, among: names))"
    )
  }

  /// Reads a file, tells an option that does not go with it, and writes the report that was asked for.
  /// - Parameter snapshot: That only what a view of one date needs is wanted.
  func readDocument(
    _ file: String, isStrict: Bool = false, _ snapshot: GraphReading.Snapshot? = nil
  ) throws -> GraphFile.Document {
    do {
      let document = try readUnreported(file, isStrict: isStrict, snapshot)
      try writeReport([document.oddities])
      return document
    } catch let error as InputDiagnostics {
      try writeReport([error.oddities])
      throw error
    }
  }

  /// Reads one of several files, of which one report is written.
  func readUnreported(
    _ file: String, isStrict: Bool = false, _ snapshot: GraphReading.Snapshot? = nil
  ) throws -> GraphFile.Document {
    try checkWords()
    do {
      var reading = GraphReading.Options(format: inputFormat, options(isStrict: isStrict))
      reading.tables = try tables()
      reading.snapshot = snapshot
      return try GraphReading.readDocument(contentsOf: file, reading, among: Format.recognised)
    } catch let error as GraphReading.UnusedOption {
      throw Misuse(error.description)
    }
  }
}
