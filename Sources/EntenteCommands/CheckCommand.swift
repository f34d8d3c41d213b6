import ArgumentParser
import EntenteKit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Tell everything that is wrong in graph files, and what is likely not meant, with line and column.",
    discussion: """
      Mistakes make a file useless; warnings do not. A file can say under 'lint' which warnings are not to be told, and
      why. The rules are described in Documentation/Lint.md.
      """)

  @Argument(
    help: "The graph files; or GraphML and tables of edges (CSV); '-' reads standard input.",
    completion: .file(extensions: Format.readable.flatMap(\.readEndings)))
  var files: [String]

  @OptionGroup var input: InputArguments

  @Flag(inversion: .prefixedNo, help: "Whether warnings are looked for.")
  var lint = true

  @Flag(help: "End with exit code 2 when there are warnings.")
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
      count(document.graph.entities.count, "entity", "entities"),
      count(document.graph.statements.count, "statement", "statements"), "no mistakes",
    ]
    let warnings = document.warnings.count + report.warnings.count
    if warnings > 0 { parts.append(count(warnings, "warning", "warnings")) }
    if !report.silenced.isEmpty { parts.append("\(report.silenced.count) silenced") }
    return "\(shown(document.file)): \(parts.joined(separator: ", "))\n"
  }

  private func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}
