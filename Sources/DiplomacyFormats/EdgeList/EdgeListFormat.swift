extension Format {
  /// Tables of edges.
  static let edgeList = Format(
    "edge-list", "table of edges", file: "a table of edges",
    endings: ["csv", "tsv", "txt", "edges", "edgelist"],
    for: "a network from a spreadsheet or a database, a row for each edge",
    reader: Reader([.directed, .strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: EdgeListReader.read(data, named: name, isDirected: options.contains(.directed)), from: name)
    },
    writer: Writer(for: [
      .init("gephi", "Gephi's headings, and the time that its timeline shows in 'timeset'"),
      .init("neo4j", "the headings of neo4j-admin database import, with types"),
    ]) { view, options in edgeTables(view, for: options.dialect) }
  ) { EdgeListReader.isHeader($0) }
}
