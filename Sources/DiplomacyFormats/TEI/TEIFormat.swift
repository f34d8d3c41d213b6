extension Format {
  /// TEI P5.
  static let tei = Format(
    "tei", "TEI", endings: ["tei.xml", "tei"],
    for:
      "people, organisations, places, agreements, events and letters as TEI P5, for an XML editor or a corpus",
    holding: Set(GraphContent.allCases),
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try TEIReader.read([(name, data)], named: name, isStrict: options.contains(.strict))
    },
    writer: Writer(isBuilt: true) { view, _ in try DiplomacyFormats.tei(view) }
  ) { start in start.xmlRoot.map { TEIFormat.roots.contains($0) } ?? false }
}

/// The words by which TEI is known, and by which we know our own.
enum TEIFormat {
  /// The elements with which a document, or a part that stands for itself, begins; `TEI.2` is that of older versions, of
  /// which the reader says so.
  static let roots: Set<String> = [
    "TEI", "teiCorpus", "TEI.2", "teiCorpus.2", "teiHeader", "standOff", "listPerson", "listOrg", "listPlace",
    "listEvent", "listRelation", "correspDesc",
  ]
  /// The name by which a document of ours says who wrote it.
  static let application = "entente"
  /// The version of the encoding.
  static let version = "1"
}
