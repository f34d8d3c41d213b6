extension Format {
  /// The language of Graphviz. It is written plain here, as data; what draws the diagram writes that.
  package static let dot = Format(
    "dot", "DOT", endings: ["dot", "gv"], for: "the diagram's source, for Graphviz",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: DOTReader.read(data, named: name, isStrict: options.contains(.strict)), from: name)
    },
    writer: Writer(for: [plainDOT]) { view, _ in try DiplomacyFormats.plainDOT(view) }
  ) { $0.begins(with: /(strict\s+)?(di)?graph\b(\s+("(?:[^"\\]|\\.)*"|[^\s"{}\[\]]+))?\s*\{/) }

  /// The dialect of DOT that holds data and no drawing.
  package static let plainDOT = Writer.Dialect(
    "plain", "nodes and edges with their attributes, and no drawing: for pydot, NetworkX and the way back")
}
