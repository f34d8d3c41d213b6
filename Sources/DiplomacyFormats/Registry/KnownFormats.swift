extension Format {
  /// The formats that are read or written, a line each.
  public static let supported: [Format] = [
    .graphFile,
    .dot,
    .graphML,
    .tei,
    .networkDynamic,
    .edgeList,
    .linkedPlaces,
    .jsonLD,
    .quickStatements,
    .markdown,
    .html,
    .graphology,
    .cytoscape,
    .cx2,
    .hif,
    // Takes JSON that nothing else does.
    .nodeLink,
  ]

  /// These and, so that a message can name them, formats in which people keep networks too.
  public static let known = supported + unsupported

  /// The formats that are read.
  public static let readable = supported.filter { $0.reader != nil }
}
