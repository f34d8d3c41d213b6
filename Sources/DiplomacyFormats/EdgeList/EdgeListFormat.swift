import Foundation

extension Format {
  /// Tables of edges.
  static let edgeList = Format(
    "edge-list", "table of edges", file: "a table of edges",
    endings: ["csv"], shared: ["tsv", "txt", "edges", "edgelist"],
    for: "a network from a spreadsheet or a database, a row for each edge",
    holding: GraphContent.ofNetworks.subtracting([.readings]),
    reader: Reader(
      [.directed, .halfOpen, .nodes, .missing, .columns, .strict], mostBytes: InputLimits.networkBytes
    ) {
      data, name, options, tables in
      let request = try EdgeListReader.Request(options, tables)
      return try GraphFile.Document(imported: EdgeListReader.read(data, named: name, request), from: name)
    },
    writer: Writer(for: [
      .init("gephi", "Gephi's headings, and the time that its timeline shows in 'timeset'"),
      .init("neo4j", "the headings of neo4j-admin database import, with types"),
    ]) { view, options in edgeTables(view, for: options.dialect) }
  ) { EdgeListReader.isHeader($0) }
}

extension EdgeListReader {
  /// Whether a file begins with a header that names the columns of both ends.
  static func isHeader(_ start: FileStart) -> Bool {
    let table = TableFile(Array(start.text.prefix(10_000).utf8))
    guard let first = table.first, 2...500 ~= first.fields.count else { return false }
    let header = TableHeader(names: first.fields.map(table.text))
    guard header.hasEnds else { return false }
    // Short words stand in any text.
    guard table.delimiter == .spaces else { return true }
    return !header.names.contains { $0.hasSuffix(":") }
      && [TableColumn.source, .target].allSatisfy {
        (header[$0].map { header.plain[$0].utf8.count } ?? 0) > 3 || header.names.count < 5
      }
  }
}
