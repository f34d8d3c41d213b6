extension Format {
  /// The formats that are read or written, a line each.
  public static let supported: [Format] = [
    .graphFile,
    .dot,
    .graphML,
    .gexf,
    .tei,
    .edgeList,
  ]

  /// These and, so that a message can name them, formats in which people keep networks too.
  public static let known = supported + unsupported

  /// The formats that are read.
  public static let readable = supported.filter { $0.reader != nil }
}
