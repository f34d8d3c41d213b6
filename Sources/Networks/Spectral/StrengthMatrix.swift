/// A symmetric matrix S A S of strengths A and factors S, in the form in which products with it are fastest.
///
/// Where the nodes are of two sides, and arcs lead only from one to the other, it is *folded*: of the walks of two steps within the
/// smaller side alone. That matrix has the squares of the eigenvalues, so that solutions take half the products, and
/// vectors have the length of one side. Every incidence network is of that kind.
struct StrengthMatrix {
  private let order: NodeOrder?
  private var step: Step
  /// From the other side back, when it is folded.
  private var back: Step?
  private var between: [Double] = []
  private let nodeCount: Int

  /// - Parameters:
  ///   - rows: Hold every arc both ways with the same weight.
  ///   - scale: The diagonal of S, in node order; nil for ones.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* arcs.
  init(_ rows: Adjacency, scale: [Double]? = nil) {
    nodeCount = rows.nodeCount
    let isSecond = rows.sides
    if isSecond == nil, let dense = DenseRows(rows) {
      order = nil
      step = Step(.dense(dense), before: scale, after: scale)
      return
    }
    let order = NodeOrder(rows, isSecond: isSecond)
    self.order = order
    func across(from: ArraySlice<Int32>, to: ArraySlice<Int32>) -> Step {
      Step(
        .sliced(SlicedRows(rows, of: to, places: order.places, columnCount: from.count)),
        before: scale.map { scale in from.map { scale[Int($0)] } },
        after: scale.map { scale in to.map { scale[Int($0)] } })
    }
    if isSecond == nil {
      step = across(from: order.first, to: order.first)
    } else {
      step = across(from: order.first, to: order.second)
      back = across(from: order.second, to: order.first)
      between = [Double](repeating: 0, count: order.second.count)
    }
  }

  /// A matrix S A of rows that need not hold arcs both ways; it is not folded.
  /// - Parameter scale: The diagonal of S, in node order; nil for ones.
  init(oneWay rows: Adjacency, scale: [Double]? = nil) {
    nodeCount = rows.nodeCount
    let order = NodeOrder(rows, isSecond: nil)
    self.order = order
    step = Step(
      .sliced(SlicedRows(rows, of: order.first, places: order.places, columnCount: nodeCount)),
      after: scale.map { scale in order.first.map { scale[Int($0)] } })
  }

  var isFolded: Bool { back != nil }

  /// The part of a list in node order that vectors here stand for, in their order.
  func kept(_ list: [Double]) -> [Double] { order.map { $0.first.map { list[Int($0)] } } ?? list }

  /// The part of the other side; empty where nothing is folded.
  func other(_ list: [Double]) -> [Double] { order.map { $0.second.map { list[Int($0)] } } ?? [] }

  /// One list in node order from both parts.
  func joined(_ kept: [Double], _ other: [Double]) -> [Double] {
    guard let order else { return kept }
    var list = [Double](repeating: 0, count: nodeCount)
    for (node, value) in zip(order.first, kept) { list[Int(node)] = value }
    for (node, value) in zip(order.second, other) { list[Int(node)] = value }
    return list
  }

  /// The product with the matrix, or when it is folded with its square.
  mutating func product(with values: [Double], into result: inout [Double]) {
    guard back != nil else { return step.product(with: values, into: &result) }
    step.product(with: values, into: &between)
    back?.product(with: between, into: &result)
  }

  /// What the other side receives from the kept one; only when it is folded.
  mutating func sentAcross(_ values: [Double]) -> [Double] {
    step.product(with: values, into: &between)
    return between
  }

  /// What the kept side receives from the other; only when it is folded.
  mutating func sentBack(_ values: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: order?.firstCount ?? 0)
    back?.product(with: values, into: &result)
    return result
  }
}

/// A product with rows and with a factor on both sides.
private struct Step {
  enum Rows {
    case sliced(SlicedRows)
    case dense(DenseRows)
  }
  private let rows: Rows
  /// What values are multiplied by on their way; nil for ones.
  private let before, after: [Double]?
  private var scaled: [Double]

  init(_ rows: Rows, before: [Double]? = nil, after: [Double]?) {
    (self.rows, self.before, self.after) = (rows, before, after)
    scaled = before ?? []
  }

  mutating func product(with values: [Double], into result: inout [Double]) {
    if let before {
      multiply(values, by: before, into: &scaled)
      unscaled(scaled, into: &result)
    } else {
      unscaled(values, into: &result)
    }
    if let after { multiply(&result, by: after) }
  }

  private func unscaled(_ values: [Double], into result: inout [Double]) {
    switch rows {
    case .sliced(let rows): rows.product(with: values, into: &result)
    case .dense(let rows): rows.product(with: values, into: &result)
    }
  }
}
