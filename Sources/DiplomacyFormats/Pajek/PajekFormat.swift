import Foundation

extension Format {
  /// A network of Pajek's.
  static let pajek = Format(
    "pajek", "Pajek", endings: ["net"],
    for: "Pajek: the network with a relation for each role and the years in which it holds",
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, read: readPajek),
    writer: Writer(for: [
      Writer.Dialect(
        "two-mode", "a network of two modes: actors, and the agreements to which they are parties"),
      Writer.Dialect("networkx", "one relation, and no years, which NetworkX does not read"),
      Writer.Dialect("igraph", "one relation, and no years, which igraph does not read"),
    ]) { view, options in try DiplomacyFormats.pajek(view, options) }
  ) {
    $0.begins(with: /\*(network|vertices|arcs|edges|arcslist|edgeslist|matrix)\b/)
  }

  /// A project of Pajek's: a network with partitions and vectors. It begins as a network does.
  static let pajekProject = Format(
    "pajek-project", "Pajek project", file: "a project of Pajek", endings: ["paj"],
    for: "Pajek: the same, with the categories, kinds and numbers of entities as partitions and vectors",
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, read: readPajek),
    writer: Writer { view, options in try DiplomacyFormats.pajekProject(view, options) }
  ) { _ in false }

  @Sendable private static func readPajek(
    _ data: Data, _ name: String, _ options: Set<ReadingOption>
  ) throws -> GraphFile.Document {
    try GraphFile.Document(
      imported: PajekReader.read(data, named: name, isStrict: options.contains(.strict)), from: name)
  }
}
