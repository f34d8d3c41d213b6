extension Format {
  /// JSON with lists of nodes and of edges.
  static let nodeLink = Format(
    "node-link", "JSON with nodes and links", file: "a network in JSON, with nodes and links",
    endings: ["json"],
    for: "the graph for D3 and for Python: NetworkX",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, read: JSONNetworks.read),
    writer: Writer(for: [
      .init("networkx", "the edges under 'edges', as NetworkX 3.6 reads them (otherwise too)"),
      .init("d3", "the edges under 'links'"),
    ]) { try nodeLinkJSON($0, $1) }
  ) { start in
    guard let json = start.json else { return false }
    return json.kind == .nodeLink || json.isUndecided && start.bytes.count >= FileStart.size
  }

  /// What graphology exports and imports.
  static let graphology = Format(
    "graphology", "graphology JSON", file: "a graph of graphology", endings: ["graphology.json"],
    for: "the graph for web pages: graphology, sigma.js, Gephi Lite",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, read: JSONNetworks.read),
    writer: Writer { try graphologyJSON($0, $1) }
  ) { $0.json?.kind == .graphology }
}
