/// Where Graphviz places the nodes of a graph.
struct NodePlaces {
  /// The centres of the nodes in points, from the lower left corner, by the names in the DOT text.
  let centers: [String: Point]
  /// What Graphviz warned of.
  let warnings: [String]

  /// Lays a graph out. The names of its nodes must be single words of letters and digits.
  /// - Throws: ``GraphvizError``.
  init(dot: String, engine: LayoutEngine, timeLimit: Duration) throws(GraphvizError) {
    let task = DrawingTask(engine.rawValue, formats: "plain", dot)
    let records: DrawingRecords =
      if let process = try DrawingProgram.start(task) {
        DrawingProgram.answer(of: process, by: .after(timeLimit))
      } else {
        try drawInPlace(task)
      }
    let report = DrawingReport(records: records, work: .graph(engine), timeLimit: timeLimit)
    try report.check()
    guard let plain = records.pictures.first else {
      throw .noLayout(engine: engine, message: "it gave no places.")
    }
    centers = Self.centers(String(decoding: plain, as: UTF8.self))
    warnings = report.warnings
  }

  /// The places in Graphviz' plain format: `node NAME X Y …` in inches.
  private static func centers(_ plain: String) -> [String: Point] {
    var centers: [String: Point] = [:]
    for line in plain.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 3, words[0] == "node", let x = Double(words[2]), let y = Double(words[3]) else {
        continue
      }
      centers[String(words[1])] = Point(x: x * 72, y: y * 72)
    }
    return centers
  }
}
