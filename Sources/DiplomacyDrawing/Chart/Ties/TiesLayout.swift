/// Where the boxes of a diagram of ties stand, and how its lines run.
struct TiesLayout {
  let width: Double
  let height: Double
  /// The middle of each box, in the order of the content's nodes.
  let centers: [Point]
  /// The lines of pairs, by the number of their label.
  let bends: [Int: Bend]
  private let sizes: [(width: Double, height: Double)]

  /// - Parameters:
  ///   - places: First places of all but the labels.
  ///   - height: The height that the page should have; it grows when the boxes do not fit.
  ///   - gap: The room around a box that others keep away from.
  init(
    _ content: TiesContent, _ boxes: TiesBoxes, _ places: NodePlaces, width: Double, height: Double,
    gap: Double
  ) {
    let sizes = boxes.boxes.map { (width: $0.width, height: $0.height) }
    self.sizes = sizes
    self.width = width
    let nodes = content.nodes.indices.filter { content.nodes[$0].kind != .label }
    var number = [Int](repeating: 0, count: content.nodes.count)
    for (index, node) in nodes.enumerated() { number[node] = index }
    var labels: [(node: Int, label: LabelPlacement.Label)] = []
    var plain: [(from: Int, to: Int)] = []
    for tie in content.ties {
      let (from, to) = (number[tie.from], number[tie.to])
      if case .pair(let label) = tie.kind {
        labels.append(
          (
            label,
            LabelPlacement.Label(width: sizes[label].width, height: sizes[label].height, from: from, to: to)
          ))
      } else {
        plain.append((from, to))
      }
    }
    var placement = BoxPlacement(
      sizes: nodes.map { sizes[$0] },
      lines: content.ties.map { tie in
        var ideal = (sizes[tie.from].width + sizes[tie.to].width) / 2 + gap * 4
        if case .pair(let label) = tie.kind { ideal += sizes[label].width * 0.8 }
        return BoxPlacement.Line(from: number[tie.from], to: number[tie.to], ideal: ideal)
      },
      from: nodes.map { index in
        let center = places.centers["n\(index)"] ?? Point(x: 0, y: 0)
        return Point(x: center.x, y: -center.y)
      }, width: width, height: height, gap: gap * 2)
    func placed(_ placement: BoxPlacement) -> LabelPlacement {
      LabelPlacement(
        labels.map(\.label), nodes: nodes.indices.map { placement.box($0) },
        plainLines: plain.map { (placement.centers[$0.from], placement.centers[$0.to]) }, width: width,
        height: placement.height, gap: gap)
    }
    var labelled = placed(placement)
    for _ in 0..<8 where !labelled.isClear {
      placement.stretch(1.12)
      labelled = placed(placement)
    }
    if !labelled.isClear { labelled.settle() }
    var centers = [Point](repeating: Point(x: 0, y: 0), count: content.nodes.count)
    for (index, node) in nodes.enumerated() { centers[node] = placement.centers[index] }
    var bends: [Int: Bend] = [:]
    for (index, label) in labels.enumerated() {
      centers[label.node] = labelled.centers[index]
      bends[label.node] = labelled.bends[index]
    }
    self.centers = centers
    self.bends = bends
    self.height = labelled.height
  }

  /// The boxes where Graphviz puts them, labels in the middle of their lines.
  init(_ content: TiesContent, _ boxes: TiesBoxes, asPlaced places: NodePlaces) {
    let sizes = boxes.boxes.map { (width: $0.width, height: $0.height) }
    self.sizes = sizes
    var centers = content.nodes.indices.map { index in
      let center = places.centers["n\(index)"] ?? Point(x: 0, y: 0)
      return Point(x: center.x, y: -center.y)
    }
    let nodes = content.nodes.indices.filter { content.nodes[$0].kind != .label }
    let left = nodes.map { centers[$0].x - sizes[$0].width / 2 }.min() ?? 0
    let top = nodes.map { centers[$0].y - sizes[$0].height / 2 }.min() ?? 0
    for index in nodes { centers[index] = Point(x: centers[index].x - left, y: centers[index].y - top) }
    width = nodes.map { centers[$0].x + sizes[$0].width / 2 }.max() ?? 0
    height = nodes.map { centers[$0].y + sizes[$0].height / 2 }.max() ?? 0
    var bends: [Int: Bend] = [:]
    for tie in content.ties {
      guard case .pair(let label) = tie.kind else { continue }
      let (from, to) = (centers[tie.from], centers[tie.to])
      let middle = Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
      centers[label] = middle
      bends[label] = Bend(from, through: middle, at: 0.5, to)
    }
    self.centers = centers
    self.bends = bends
  }

  func box(_ index: Int) -> Box {
    Box(
      x: centers[index].x - sizes[index].width / 2, y: centers[index].y - sizes[index].height / 2,
      width: sizes[index].width, height: sizes[index].height)
  }
}
