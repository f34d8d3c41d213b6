/// Where Graphviz places the nodes of a graph, and how it draws its edges.
struct NodePlaces {
  /// An edge: the names of its ends, and the points of its course as Bézier's cubic curves have them: a first point, then three
  /// for each curve.
  struct Edge {
    let tail: String
    let head: String
    let points: [Point]
  }

  /// The centres of the nodes in points, from the lower left corner, by the names in the DOT text.
  let centers: [String: Point]
  /// The edges, those with the same ends in the order of the DOT text.
  let edges: [Edge]
  /// How large the whole is, in points.
  let width: Double
  let height: Double
  /// What Graphviz warned of.
  let warnings: [String]

  /// Lays a graph out.
  /// - Parameters:
  ///   - dot: The graph, the names of its nodes single words of letters and digits.
  ///   - nodes: How many nodes it has.
  /// - Throws: ``GraphvizError``, also where a node got no place.
  init(dot: String, nodes: Int, engine: LayoutEngine, timeLimit: Duration) throws(GraphvizError) {
    self = try PendingPlaces(dot: dot, nodes: nodes, engine: engine, timeLimit: timeLimit).finish()
  }

  /// Reads Graphviz' plain format, whose lengths are inches: `graph SCALE WIDTH HEIGHT`, `node NAME X Y …`,
  /// `edge TAIL HEAD N X1 Y1 … XN YN …`.
  init(plain: String, warnings: [String] = []) {
    var centers: [String: Point] = [:]
    var edges: [Edge] = []
    var (width, height) = (0.0, 0.0)
    for line in plain.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 3 else { continue }
      func number(_ place: Int) -> Double? {
        words.indices.contains(place) ? Double(words[place]).map { $0 * 72 } : nil
      }
      switch words[0] {
      case "graph": (width, height) = (number(2) ?? 0, number(3) ?? 0)
      case "node":
        guard let x = number(2), let y = number(3) else { continue }
        centers[String(words[1])] = Point(x: x, y: y)
      case "edge":
        guard let count = Int(words[3]), count > 1 else { continue }
        let points = (0..<count).compactMap { index in
          number(4 + 2 * index).flatMap { x in number(5 + 2 * index).map { Point(x: x, y: $0) } }
        }
        guard points.count == count else { continue }
        edges.append(Edge(tail: String(words[1]), head: String(words[2]), points: points))
      default: continue
      }
    }
    self.centers = centers
    self.edges = edges
    self.width = width
    self.height = height
    self.warnings = warnings
  }
}

/// Places that are being found while the caller does something else.
struct PendingPlaces: ~Copyable {
  private let nodes: Int
  private let engine: LayoutEngine
  private let timeLimit: Duration
  private let deadline: Int64
  /// The records of a layout in this process, which is over at once.
  private let laid: DrawingRecords?
  private var process: DrawingProcess?

  /// Starts to lay a graph of so many nodes out.
  /// - Throws: ``GraphvizError``.
  init(dot: String, nodes: Int, engine: LayoutEngine, timeLimit: Duration) throws(GraphvizError) {
    let task = DrawingTask(engine.rawValue, formats: "plain", dot)
    let started = try DrawingProgram.start(task)
    laid = started == nil ? try drawInPlace(task) : nil
    process = started
    self.nodes = nodes
    self.engine = engine
    self.timeLimit = timeLimit
    deadline = .after(timeLimit)
  }

  /// Waits for the places.
  /// - Throws: ``GraphvizError``, also where a node got no place.
  consuming func finish() throws(GraphvizError) -> NodePlaces {
    var records = laid ?? DrawingRecords()
    if let process = process.take() { records = DrawingProgram.answer(of: process, by: deadline) }
    let report = DrawingReport(records: records, work: .graph(engine), timeLimit: timeLimit)
    try report.check()
    guard let plain = records.pictures.first else {
      throw .noLayout(engine: engine, message: "it gave no places.")
    }
    let places = NodePlaces(plain: String(decoding: plain, as: UTF8.self), warnings: report.warnings)
    guard places.centers.count == nodes else {
      throw .noLayout(engine: engine, message: "it placed \(places.centers.count) of \(nodes) boxes.")
    }
    return places
  }
}
