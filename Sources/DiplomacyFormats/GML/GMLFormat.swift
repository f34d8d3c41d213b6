extension Format {
  /// The Graph Modelling Language.
  static let gml = Format(
    "gml", "GML", endings: ["gml"], for: "the graph in a plain text: NetworkX, igraph, Gephi, Cytoscape, yEd",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: GMLReader.read(data, named: name, isStrict: options.contains(.strict)), from: name)
    },
    writer: Writer(for: [
      Writer.Dialect("networkx", "the ids as labels, by which NetworkX knows nodes"),
      Writer.Dialect("igraph", "letters beyond ASCII in UTF-8, as igraph reads them"),
      Writer.Dialect("gephi", "letters beyond ASCII in UTF-8, as Gephi reads them"),
      Writer.Dialect("cytoscape", "letters beyond ASCII in UTF-8, as Cytoscape reads them"),
    ]) { view, options in try DiplomacyFormats.gml(view, options) }
  ) {
    $0.begins(with: /graph\s*\[|(creator|comment)\s+"|version\s+\d/)
  }
}
