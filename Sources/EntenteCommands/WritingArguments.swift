import ArgumentParser
import EntenteKit
import Foundation

/// Where and how a graph is written for other tools.
struct WritingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format to write: \(Format.writable.map(\.name).joined(separator: ", ")). Default: by the ending of the file's name.",
      valueName: "format"), completion: .list(Format.writable.map(\.name)))
  var outputFormat: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The program that will read the file: \(Self.dialects.joined(separator: ", ")). Which format knows which, 'entente formats' lists.",
      valueName: "program"), completion: .list(Self.dialects))
  var dialect: String?

  @Flag(help: "Write DOT as data and without a drawing, as '--for plain' does.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Also write to this file, as JSON, what the format could not hold.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var lossReport: String?

  /// The endings by which a format is chosen, with their points.
  static let endings = Format.writable.flatMap(\.endings).map { ".\($0)" }
  private static let dialects = Format.writable.flatMap { $0.writer?.dialects.map(\.name) ?? [] }
    .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

  /// The format in which a file is written.
  /// - Throws: ``Misuse`` where neither the option nor the ending names one.
  func format(of output: String) throws -> Format {
    let names = Format.writable.map(\.name)
    if let outputFormat {
      guard let format = Format.writable.first(where: { $0.name == outputFormat }) else {
        throw Misuse(
          "--output-format: '\(outputFormat)' is not one of \(names.joined(separator: ", ")).\(didYouMean(outputFormat, among: names))"
        )
      }
      return format
    }
    if output == GraphReading.standardInput {
      throw Misuse("'-' writes to standard output; expected --output-format, to say in which format.")
    }
    guard let format = Format.writable.named(like: Self.unpackedName(of: output), isRead: false) else {
      let endings = Self.endings
      throw Misuse(
        "'\(output)' has no ending that says what to write; expected \(endings.dropLast().joined(separator: ", ")) or "
          + "\(endings.last ?? "").")
    }
    return format
  }

  /// The program that a file is written for, by `--for` or `--plain`.
  private func chosenDialect(_ format: Format) throws -> String? {
    guard plain else { return dialect }
    guard format.name == "dot" else { throw Misuse("--plain goes with DOT; this is \(format.title).") }
    guard dialect == nil || dialect == "plain" else {
      throw Misuse("--plain and --for \(dialect ?? "") cannot go together.")
    }
    return "plain"
  }

  /// Writes a view, its companions and the loss report, and tells what the format did not hold.
  /// - Parameter comments: What could not be understood of the file that the graph was read from.
  func write(_ view: GraphView, to output: String, comments: [String] = []) throws {
    let format = try format(of: output)
    guard let writer = format.writer else { return }
    let dialect = try chosenDialect(format)
    if let dialect, !writer.dialects.contains(where: { $0.name == dialect }) {
      let known = writer.dialects.map(\.name)
      throw Misuse(
        "--for: \(format.title) is not written in a way of its own for '\(dialect)'; "
          + (known.isEmpty
            ? "it has only one way."
            : "expected one of \(known.joined(separator: ", ")).\(didYouMean(dialect, among: known))"))
    }
    var options = WritingOptions.drawn(dialect: dialect)
    options.comments = comments
    let export = try writer.write(view, options)
    let isStream = output == GraphReading.standardInput
    if isStream {
      try writeBytesToStandardOutput(export.bytes)
    } else {
      try writeFile(Data(try packed(export.bytes, output)), to: output)
    }
    for companion in export.companions {
      let name = Self.name(of: companion, beside: output)
      if isStream {
        say("not written: \(companion.part), which goes into a file of its own; name a file with -o")
      } else {
        try writeFile(Data(try packed(companion.bytes, name)), to: name)
        say("also written: \(name)")
      }
    }
    let what = isStream ? format.title : output
    for line in export.losses.lines { say("not held by \(what): \(line)") }
    if let lossReport {
      let report = JSONValue.object([
        "file": .string(output), "format": .string(format.name), "losses": export.losses.json,
      ])
      try writeFile(Data(report.text.utf8), to: lossReport)
    }
  }

  /// The name of a companion: of `nodes`, beside `pact.csv`, `pact.nodes.csv`.
  private static func name(of companion: Export.Companion, beside output: String) -> String {
    let name = unpackedName(of: output)
    let ending =
      Format.writable.flatMap(\.endings).filter { name.lowercased().hasSuffix(".\($0)") }.max {
        $0.count < $1.count
      }
      ?? ""
    let stem = ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
    return "\(stem).\(companion.part)" + (ending.isEmpty ? "" : ".\(ending)")
      + (name == output ? "" : ".gz")
  }

  private static func unpackedName(of path: String) -> String {
    path.lowercased().hasSuffix(".gz") ? String(path.dropLast(3)) : path
  }

  private func packed(_ bytes: [UInt8], _ output: String) throws -> [UInt8] {
    output.lowercased().hasSuffix(".gz") ? try gzipped(bytes) : bytes
  }
}
