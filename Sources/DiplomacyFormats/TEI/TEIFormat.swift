extension Format {
  /// TEI P5.
  static let tei = Format(
    "tei", "TEI", endings: ["tei.xml", "tei"],
    for: "people, organisations, places, agreements and events as TEI P5, for an XML editor or a corpus",
    remedy: "Take the graph file that it was made of.",
    writer: Writer(isBuilt: true) { view, _ in try DiplomacyFormats.tei(view) }
  ) { $0.xmlRoot == "TEI" || $0.xmlRoot == "teiCorpus" }
}
