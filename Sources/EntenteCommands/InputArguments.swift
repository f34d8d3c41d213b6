import ArgumentParser
import EntenteKit

/// How files are read: the same for every command that reads graphs.
struct InputArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format of the file: \(Format.readable.map(\.name).joined(separator: ", ")). Default: recognised by the "
        + "file's beginning, then by the ending of its name.", valueName: "format"),
    completion: .list(Format.readable.map(\.name)))
  var inputFormat: String?

  @Flag(help: "Read the rows of a table of edges as leading from source to target.")
  var directed = false

  @Flag(
    help:
      "Stop with an error where a part of the file cannot be read, in place of leaving it out with a warning."
  )
  var strictInput = false

  /// What the reader is asked to do otherwise.
  private func options(isStrict: Bool) -> Set<Format.ReadingOption> {
    var options: Set<Format.ReadingOption> = []
    if directed { options.insert(.directed) }
    if strictInput || isStrict { options.insert(.strict) }
    return options
  }

  /// Tells a format that is not read.
  func checkWords() throws {
    let names = Format.readable.map(\.name)
    guard let inputFormat, !names.contains(inputFormat) else { return }
    throw Misuse(
      "--input-format: '\(inputFormat)' is not one of \(names.joined(separator: ", ")).\(didYouMean(inputFormat, among: names))"
    )
  }

  /// Reads a file, and tells an option that does not go with it.
  func readDocument(_ file: String, isStrict: Bool = false) throws -> GraphFile.Document {
    try checkWords()
    do {
      return try GraphReading.readDocument(
        contentsOf: file, GraphReading.Options(format: inputFormat, options(isStrict: isStrict)))
    } catch let error as GraphReading.UnusedOption {
      throw Misuse(error.description)
    }
  }
}
