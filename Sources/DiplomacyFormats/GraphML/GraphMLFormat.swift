extension Format {
  /// GraphML, as graph programs and libraries exchange it.
  static let graphML = Format(
    "graphml", "GraphML", endings: ["graphml"], shared: ["xml"],
    for: "the graph for network tools: NetworkX, igraph, Gephi, Cytoscape",
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, pieces: { pieces, name, options in
      try GraphFile.Document(
        imported: GraphMLReader.read(pieces, named: name, isStrict: options.contains(.strict)), from: name)
    }),
    writer: Writer(isBuilt: true) { view, _ in try DiplomacyFormats.graphML(view) }
  ) { $0.xmlRoot == "graphml" }
}
