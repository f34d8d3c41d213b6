extension Format {
  /// The simple interaction format of Cytoscape. Nothing in a file says that it is one but the ending of its name.
  static let sif = Format(
    "sif", "SIF", file: "a SIF file", endings: ["sif"],
    for: "Cytoscape: who is joined to whom, and how, and nothing else",
    holding: [.entities],
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: SIFReader.read(data, named: name, isStrict: options.contains(.strict)), from: name)
    },
    writer: Writer { view, _ in DiplomacyFormats.sif(view) }
  ) { _ in false }
}
