extension Format {
  /// Our own: YAML, or JSON.
  public static let graphFile = Format(
    "graph-file", "graph file", file: "a graph file", endings: ["yaml", "yml"],
    shared: ["json"],
    for: "a graph written by hand, in YAML or JSON",
    reader: Reader(mostBytes: InputLimits.graphFileBytes) { data, name, _ in
      try GraphFile.readDocument(data, named: name)
    }
  ) { start in
    start.text.prefix(4096).contains(/(^|[\n{,])\s*["']?entente["']?\s*:/) || start.json?.isGraphFile == true
  }
}
