extension Format {
  /// Our own: YAML, or JSON.
  public static let graphFile = Format(
    "graph-file", "graph file", file: "a graph file", endings: ["yaml", "yml"], shared: ["json"],
    for: "a graph written by hand, in YAML or JSON",
    holding: Set(GraphContent.allCases),
    reader: Reader(mostBytes: InputLimits.graphFileBytes) { data, name, options in
      try GraphFile.readDocument(data, named: name, isStrict: options.contains(.strict))
    },
    writer: Writer { view, options in
      let (graph, losses) = view.seenGraph()
      let export = GraphFile.export(graph, comments: options.comments)
      var all = losses
      all.add(export.losses)
      return Export(bytes: export.bytes, losses: all)
    }
  ) { start in
    start.text.prefix(4096).contains(/(^|[\n{,])\s*["']?entente["']?\s*:/) || start.json?.isGraphFile == true
  }
}
