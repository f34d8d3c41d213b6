extension Format {
  /// The language of Graphviz; what draws the diagram writes it.
  package static let dot = Format(
    "dot", "DOT", endings: ["dot", "gv"], for: "the diagram's source, for Graphviz",
    remedy: "Save the network as GraphML, or as a table of edges (CSV) with the columns source and target."
  ) { $0.begins(with: /(strict\s+)?(di)?graph\b(\s+("[^"]*"|[\w.\-]+))?\s*\{/) }
}
