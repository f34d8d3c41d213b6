extension Format {
  /// Spells of edges, as the packages networkDynamic, ndtv and tsna of R have them.
  static let networkDynamic = Format(
    "networkdynamic", "networkDynamic CSV", file: "a table of spells of networkDynamic",
    endings: ["networkdynamic.csv"],
    for: "dynamic networks in R: networkDynamic, ndtv, tsna",
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: NetworkDynamicReader.read(data, named: name, isStrict: options.contains(.strict)),
        from: name)
    },
    writer: Writer(for: [.init("days", "times as days since 1970-01-01, and not as years with decimals")]) {
      view, options in DiplomacyFormats.networkDynamic(view, in: options.dialect == "days" ? .days : .years)
    }
  ) { NetworkDynamicReader.isHeader($0) }
}
