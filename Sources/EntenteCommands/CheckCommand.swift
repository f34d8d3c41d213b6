import ArgumentParser
import EntenteKit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check graph files: report errors and likely mistakes.",
    discussion: """
      A file with errors is not read; warnings point to what was probably not meant. Each is reported with its line and \
      column. Under 'lint', a file can say which warnings it does not want, and why; Documentation/Lint.md has the rules.
      """)

  @Argument(
    help: "The graph files; or GraphML and tables of edges (CSV); '-' reads standard input.",
    completion: .file(extensions: Format.allRead.flatMap(\.readEndings)))
  var files: [String]

  @OptionGroup var input: InputArguments

  @Flag(inversion: .prefixedNo, help: "Whether to look for likely mistakes.")
  var lint = true

  @Flag(help: "Exit with code 2 if there are warnings.")
  var strict = false

  func run() throws {
    if strict, !lint {
      throw Misuse("--strict and --no-lint exclude each other: without lint there are no warnings.")
    }
    var hasWarnings = false
    for document in try readDocuments(files, input) {
      let report = lint && !document.isImported ? DiplomacyFormats.lint(document) : LintReport.nothing
      let warnings = document.warnings + report.warnings
      for warning in warnings { say(warning.description) }
      hasWarnings = hasWarnings || !warnings.isEmpty
      try writeToStandardOutput(summary(document, report))
    }
    if strict, hasWarnings { throw ExitCode(2) }
  }

  private func summary(_ document: GraphFile.Document, _ report: LintReport) -> String {
    var parts = [
      quantity(document.graph.entities.count, "entity", "entities"),
      quantity(document.graph.statements.count, "statement"), "no mistakes",
    ]
    let warnings = document.warnings.count + report.warnings.count
    if warnings > 0 { parts.append(quantity(warnings, "warning")) }
    if !report.silenced.isEmpty { parts.append("\(report.silenced.count) silenced") }
    return "\(shown(document.file)): \(parts.joined(separator: ", "))\n"
  }
}
