extension Format {
  /// GraphML, as graph programs and libraries exchange it.
  static let graphML = Format(
    "graphml", "GraphML", endings: ["graphml"], shared: ["xml"],
    for: "the graph for network tools: NetworkX, igraph, Gephi, Cytoscape",
    holding: [
      .names, .translations, .kinds, .roles, .dates, .weights, .directions, .attributes, .remarks, .offices,
    ],
    reader: Reader(mostBytes: InputLimits.networkBytes) { data, name, _ in
      try GraphFile.Document(imported: GraphMLReader.read(data, named: name), from: name)
    },
    writer: Writer(isBuilt: true) { view, _ in try DiplomacyFormats.graphML(view) }
  ) { $0.xmlRoot == "graphml" }
}
