extension Format {
  /// JSON-LD, linked data.
  static let jsonLD = Format(
    "json-ld", "JSON-LD", file: "a JSON-LD file", endings: ["jsonld"],
    for: "linked data: CIDOC CRM, PROV and schema.org for triple stores and SPARQL",
    holding: Set(GraphContent.allCases),
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: JSONLDReader.read(data, named: name, isStrict: options.contains(.strict)), from: name)
    },
    writer: Writer { view, _ in DiplomacyFormats.jsonLD(view) }
  ) { $0.json?.keys.contains("@context") == true && $0.text.contains(JSONLDWords.namespace) }
}
