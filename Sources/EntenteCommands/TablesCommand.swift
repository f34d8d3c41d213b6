import ArgumentParser
import EntenteKit
import Foundation

struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Look at tables, and propose a graph file that maps them.",
    discussion: """
      Says of each column what it seems to hold (ids, names, dates and how they are written, years, code lists, numbers), how \
      much of it is empty, what looks odd and in which line, and which columns of other tables it joins. Then it proposes a \
      graph file with 'tables:' (Documentation/Tables.md), to be looked through and edited.
        entente tables data
        entente tables data -o data/treaties.yaml
        entente tables data -o -  (the graph file alone)
      """)

  @Argument(
    help: "A folder with tables, or tables (.csv, .tsv, .txt, each also .gz; .xlsx, .ods).",
    completion: .file(extensions: TableFolder.endings + ["gz"]))
  var tables: [String]

  @Option(
    help: ArgumentHelp(
      "A table of the codes that states have in registers (Documentation/Codes.md): tells which columns name states by which, and what it does not have, and maps codes to those of its first column.",
      valueName: "file"),
    completion: .file(extensions: TableFolder.endings + ["gz"]))
  var codes: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the proposed graph file there, where none is yet; '-' writes it to standard output, and nothing else.",
      valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var output: String?

  @OptionGroup var format: FormatArgument

  func run() throws {
    let isAlone = output == GraphReading.standardInput
    if let output, !isAlone, FileManager.default.fileExists(atPath: output) {
      throw Misuse(
        "-o: '\(output)' is there already, and may have been edited; expected the name of a new file.")
    }
    var folder = try TableFolder(contentsOf: tables)
    if let codes { folder.match(try CodeTable(contentsOf: codes)) }
    for remark in folder.remarks { say(remark.description) }
    let place =
      isAlone
      ? nil : output.map { $0.contains("/") ? String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) : "." }
    let proposal = folder.proposal(in: place)
    if isAlone { return try writeToStandardOutput(proposal) }
    if let output {
      try writeFile(Data(proposal.utf8), to: output)
      try format.write(tablesReport(folder))
      return
    }
    try format.write(tablesReport(folder, proposal: proposal))
    switch format.format {
    case .table: try writeToStandardOutput("\n" + proposal)
    case .markdown: try writeToStandardOutput("\n```yaml\n\(proposal)```\n")
    case .csv, .json: break
    }
  }
}
