extension Format {
  /// GraphML, as graph programs and libraries exchange it.
  static let graphML = Format(
    "graphml", "GraphML", endings: ["graphml"], shared: ["xml"],
    for: "the graph for network tools: NetworkX, igraph, Gephi, Cytoscape, yEd, Neo4j",
    holding: GraphContent.ofNetworks,
    reader: Reader(
      [.strict], mostBytes: InputLimits.networkBytes,
      pieces: { pieces, name, options in
        try GraphFile.Document(
          imported: GraphMLReader.read(pieces, named: name, isStrict: options.contains(.strict)), from: name)
      }),
    writer: Writer(
      for: GraphMLDialect.allCases.map { Writer.Dialect($0.rawValue, $0.purpose) }, isBuilt: true
    ) { view, options in try DiplomacyFormats.graphML(view, options) }
  ) { $0.xmlRoot == "graphml" }
}
