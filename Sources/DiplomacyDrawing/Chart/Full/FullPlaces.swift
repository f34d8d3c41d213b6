/// A full diagram laid out for a page.
struct LaidOut {
  let layout: FullLayout
  /// How much smaller than asked for it is.
  let scale: Double
  private(set) var warnings: [String]

  /// Lays out by the engine that is asked for, or suits the size. Layers run from left to right or from above, whichever leaves
  /// the type larger.
  init(
    _ request: FullLayout.Request, _ engine: LayoutEngine?, _ frame: ChartFrame, _ timeLimit: Duration
  ) throws(GraphvizError) {
    let rooms = Self.rooms(frame)
    let engine =
      engine ?? (request.content.lines.count > DiagramOptions.layeredLimit ? LayoutEngine.sfdp : .dot)
    var candidates: [FullLayout] = []
    if engine == .dot {
      // Both at the same time.
      let across = try PendingPlaces(
        dot: Self.dot(request, direction: "LR"), nodes: request.boxes.boxes.count,
        engine: .dot, timeLimit: timeLimit)
      let down = try PendingPlaces(
        dot: Self.dot(request, direction: "TB"), nodes: request.boxes.boxes.count,
        engine: .dot, timeLimit: timeLimit)
      let places = [try across.finish(), try down.finish()]
      warnings = places.flatMap(\.warnings)
      candidates = places.map { FullLayout(request, $0) }
    } else {
      let places = try NodePlaces(
        dot: Self.dot(request, direction: nil), nodes: request.boxes.boxes.count,
        engine: engine, timeLimit: timeLimit)
      warnings = places.warnings
      candidates = [FullLayout(request, unlayered: places, width: rooms[0].width)]
    }
    func scale(_ layout: FullLayout) -> Double {
      rooms.map { min(1, $0.width / layout.width, $0.height / layout.height) }.max() ?? 1
    }
    let best = candidates.dropFirst().reduce(candidates[0]) { scale($1) > scale($0) ? $1 : $0 }
    self.scale = scale(best)
    layout = self.scale < 1 ? best.scaled(self.scale) : best
    if self.scale < Self.noticeable {
      warnings.append(Self.warning(self.scale, best, frame))
    }
  }

  /// From which scale on nothing is said of it.
  private static let noticeable = 0.99

  private static func warning(_ scale: Double, _ layout: FullLayout, _ frame: ChartFrame) -> String {
    func points(_ value: Double) -> String { svgNumber((value * 10).rounded() / 10) }
    let needed = Int(((layout.width + 2 * frame.margin) * 25.4 / 72).rounded(.up))
    return
      "the diagram needs a width of \(needed) mm for type of \(points(frame.size)) points; to fit its page, its type is "
      + "\(points(frame.size * scale)) points. Draw less of it (--ego, --among, --top, --show), or make it wider (--width)."
  }

  /// The rooms that the plot may fill: of the width asked for, or a page on its side or upright.
  private static func rooms(_ frame: ChartFrame) -> [(width: Double, height: Double)] {
    let style = frame.style
    let width = style.widest - 2 * frame.margin
    let asked = (width: width, height: max(frame.room(width), width * 0.4))
    let upright = PictureStyle.points(190)
    guard style.width == nil, style.theme == .print || style.theme == .grey, style.widest > upright else {
      return [asked]
    }
    let narrow = upright - 2 * frame.margin
    let more = PictureStyle.points(277) - style.pageHeight
    return [asked, (narrow, max(frame.room(narrow) + more, narrow * 0.4))]
  }

  /// The graph that Graphviz places: boxes of the sizes that they will have.
  static func dot(_ request: FullLayout.Request, direction: String?) -> String {
    var lines = ["digraph {"]
    func inches(_ points: Double) -> String {
      let thousandths = Int((points * 1000 / 72).rounded(.up))
      let rest = "\(thousandths % 1000)"
      return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
    if let direction {
      lines.append(
        "  graph [rankdir=\(direction), nodesep=\(inches(request.size * 0.9)), "
          + "ranksep=\(inches(request.size * 3)), splines=true];")
    } else {
      lines.append("  graph [overlap=true, splines=line, start=1941];")
    }
    lines += ["  node [shape=box, fixedsize=true, label=\"\"];", "  edge [dir=none];"]
    for (index, box) in request.boxes.boxes.enumerated() {
      lines.append("  n\(index) [width=\(inches(box.width)), height=\(inches(box.height))];")
    }
    for line in request.content.lines {
      lines.append("  n\(line.tail) -> n\(line.head);")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
}
