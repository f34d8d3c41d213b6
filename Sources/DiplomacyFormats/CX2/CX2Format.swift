extension Format {
  /// The Cytoscape Exchange Format, version 2; version 1 is read.
  static let cx2 = Format(
    "cx2", "CX2", endings: ["cx2"], shared: ["cx"], for: "the graph for Cytoscape Web and the exchange NDEx",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, read: JSONNetworks.read),
    writer: Writer { try cx2JSON($0, $1) }
  ) { $0.json?.kind == .cx }
}
