extension Format {
  /// The formats that are read or written, a line each.
  public static let supported: [Format] = [
    .graphFile,
    .graphML,
    .gexf,
    .dot,
    .tei,
    .networkDynamic,
    .edgeList,
    .spreadsheet,
    .jsonLD,
    .linkedPlaces,
    .hif,
    .graphology,
    .cytoscape,
    .cx2,
    // Takes JSON that nothing before does.
    .nodeLink,
    .gml,
    .pajek,
    .pajekProject,
    .ucinet,
    .sif,
    .quickStatements,
    .markdown,
    .html,
  ]

  /// These and, so that a message can name them, formats in which people keep networks too.
  public static let known = supported + unsupported

  /// The formats that are read.
  public static let readable = supported.filter { $0.reader != nil }
}
