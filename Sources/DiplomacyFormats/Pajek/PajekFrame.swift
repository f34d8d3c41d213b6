import Diplomacy

/// How places are brought between 0 and 1, as Pajek has them, downwards.
struct PajekFrame {
  var isScaled = false
  private var low = SIMD2<Double>(.infinity, .infinity)
  private var size = 1.0
  private let columns: (x: Int?, y: Int?, z: Int?)
  private let looks: [EntityID: NodeLook]?

  init(_ nodes: [ExportedNetwork.Node], _ columns: [ExportedNetwork.Column], _ looks: [EntityID: NodeLook]?) {
    func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name && $0.isKept } }
    self.columns = (column("x"), column("y"), column("z"))
    self.looks = looks
    var high = -low
    var isInside = true
    for node in nodes {
      guard let place = raw(node) else { continue }
      low = SIMD2(min(low.x, place.x), min(low.y, place.y))
      high = SIMD2(max(high.x, place.x), max(high.y, place.y))
      isInside = isInside && (0...1).contains(place.x) && (0...1).contains(place.y)
    }
    isScaled = !isInside || looks != nil && low.x <= high.x
    size = max(high.x - low.x, high.y - low.y, 1e-9)
  }

  private func raw(_ node: ExportedNetwork.Node) -> SIMD2<Double>? {
    if let looks { return looks[node.entity.id].map { SIMD2($0.x, -$0.y) } }
    guard let x = number(node, columns.x), let y = number(node, columns.y) else { return nil }
    return SIMD2(x, y)
  }

  private func number(_ node: ExportedNetwork.Node, _ column: Int?) -> Double? {
    switch column.flatMap({ node.values[$0] }) {
    case .integer(let whole): Double(whole)
    case .number(let number): number
    case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
    default: nil
    }
  }

  /// The place of a node as Pajek has it.
  func place(_ node: ExportedNetwork.Node) -> String? {
    guard let raw = raw(node) else { return nil }
    if !isScaled {
      let depth = number(node, columns.z).map { " \($0)" } ?? ""
      return " \(raw.x) \(raw.y)\(depth)"
    }
    func scaled(_ value: Double, _ low: Double) -> String {
      let whole = Int((((value - low) / size * 0.9 + 0.05) * 10_000).rounded())
      return "0." + String(repeating: "0", count: max(0, 4 - String(whole).count)) + String(whole)
    }
    return " \(scaled(raw.x, low.x)) \(scaled(raw.y, low.y))"
  }
}
