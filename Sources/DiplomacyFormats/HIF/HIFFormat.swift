extension Format {
  /// The Hypergraph Interchange Format.
  static let hif = Format(
    "hif", "HIF", endings: ["hif.json"],
    for: "the agreements as edges of many ends, for hypergraph libraries: XGI, HyperNetX",
    holding: GraphContent.ofNetworks,
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes, read: JSONNetworks.read),
    writer: Writer { view, _ in hifJSON(view) }
  ) { $0.json?.kind == .hif }
}
