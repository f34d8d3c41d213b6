extension Format {
  /// Linked Places, the format of gazetteers of historical places.
  static let linkedPlaces = Format(
    "linked-places", "Linked Places", file: "a file of Linked Places", endings: ["lpf.json", "lpf.geojson"],
    for: "the territories for gazetteers and maps: World Historical Gazetteer, Recogito, Peripleo",
    remedy: "Take the graph file that it was made of, or save its relations as a table of edges (CSV).",
    writer: Writer { view, _ in DiplomacyFormats.linkedPlaces(view) }
  ) { $0.isJSON && $0.text.contains("linkedplaces-context") }
}
