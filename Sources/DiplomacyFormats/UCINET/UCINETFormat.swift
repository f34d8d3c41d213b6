extension Format {
  /// The data language of UCINET.
  static let ucinet = Format(
    "ucinet", "UCINET DL", file: "a file of UCINET (DL)", endings: ["dl"],
    for: "UCINET: who is joined to whom, and how often",
    holding: [.entities],
    reader: Reader([.strict], mostBytes: InputLimits.networkBytes) { data, name, options in
      try GraphFile.Document(
        imported: DLReader.read(data, named: name, isStrict: options.contains(.strict)), from: name)
    },
    writer: Writer { view, _ in DiplomacyFormats.dl(view) }
  ) {
    $0.begins(with: /dl\s+(n|nr|nc|nm|format|data|title|labels)\b/)
  }
}
