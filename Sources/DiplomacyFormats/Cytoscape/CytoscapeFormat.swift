extension Format {
  /// The JSON of Cytoscape.js and of Cytoscape itself.
  static let cytoscape = Format(
    "cytoscape", "Cytoscape JSON", endings: ["cyjs"], for: "the graph for Cytoscape and Cytoscape.js",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, read: JSONNetworks.read),
    writer: Writer { try cytoscapeJSON($0, $1) }
  ) { $0.json?.kind == .cytoscape }
}
