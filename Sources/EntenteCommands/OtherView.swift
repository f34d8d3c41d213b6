import EntenteKit

/// The second of two views that are compared.
extension GraphArguments {
  /// Tells that nothing says what is compared.
  func checkComparison(_ with: String) throws {
    guard reading != nil || at != nil || knownTo != nil else {
      throw Misuse(
        "--with goes with --reading, --at or --known-to: they say what is compared with '\(with)'.")
    }
  }

  /// The second view, and what the two are called.
  func other(
    _ with: String, than first: ViewOptions, in file: DiplomaticGraph
  ) throws -> (
    ViewOptions, (first: String, second: String)
  ) {
    var second = first
    // What `--with` can be is what the first view names: a reading, an actor or a date.
    if let reading, isReading(with, file) || knownTo == nil && at == nil {
      second.reading = try readingChoice(with, in: file)
      return (second, (reading, with))
    }
    if let knower = knownTo, with == "all" || file[EntityID(with)] != nil || at == nil {
      second.knownTo = with == "all" ? nil : try actor(with, "--with", in: file)
      return (second, (knower, with))
    }
    second.at = try date(with, "--with", file.defaultOffset)
    return (second, (at ?? "", with))
  }

  private func isReading(_ with: String, _ file: DiplomaticGraph) -> Bool {
    !file.readings(of: ReadingID(with)).isEmpty || with == "all" && knownTo == nil
  }
}
