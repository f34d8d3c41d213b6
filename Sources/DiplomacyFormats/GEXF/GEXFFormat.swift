extension Format {
  /// GEXF, the format of Gephi, in which nodes and edges have spells of time.
  static let gexf = Format(
    "gexf", "GEXF", endings: ["gexf"],
    for: "the graph for Gephi: with times for its timeline, places and colours of the diagram",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: GEXFReader.read(data, named: name, isStrict: options.contains(.strict)), from: name)
    },
    writer: Writer(
      for: [
        Writer.Dialect(
          "networkx",
          "where some edges lead one way and some both, the latter are 'mutual': NetworkX reads no 'undirected' ones beside them"
        )
      ], isBuilt: true
    ) { view, options in try DiplomacyFormats.gexf(view, options) }
  ) { $0.xmlRoot?.lowercased() == "gexf" }
}
