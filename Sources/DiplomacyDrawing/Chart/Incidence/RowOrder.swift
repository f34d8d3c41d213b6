/// Puts the rows of an incidence chart in an order in which the lines of its columns are short.
///
/// Rows are moved to the mean place of those they share columns with, small columns counting most (the barycentre heuristic of
/// Sugiyama, Tagawa and Toda 1981, for the rows alone); then single rows are moved to where the sum of the lines' lengths is
/// least, until no move makes it smaller. The answer depends on the rows and columns alone.
/// - Parameters:
///   - count: How many rows there are; their numbers are their first order.
///   - columns: The rows of each column.
/// - Returns: The rows from top to bottom.
/// - Complexity: O(*r* *n* *m*) for *r* rounds, *n* rows and *m* memberships; rounds are at most 60, moves at most 12 *n*.
func rowsWithShortLines(_ count: Int, columns: [[Int]]) -> [Int] {
  let columns = columns.filter { $0.count > 1 }
  guard count > 2, !columns.isEmpty else { return Array(0..<count) }
  var best = Array(0..<count)
  var bestLength = lineLength(of: best, columns)
  var order = best
  for _ in 0..<60 {
    order = barycentric(order, columns)
    let length = lineLength(of: order, columns)
    if length < bestLength { (best, bestLength) = (order, length) }
  }
  // The best of the first order and of that of the means, each improved.
  let candidates = [improved(best, columns), improved(Array(0..<count), columns)]
  return lineLength(of: candidates[1], columns) < lineLength(of: candidates[0], columns) - 1e-9
    ? candidates[1] : candidates[0]
}

/// The sum of the lengths of the lines, short columns counting more: a line through many rows is long in any order.
private func lineLength(of order: [Int], _ columns: [[Int]]) -> Double {
  var place = [Int](repeating: 0, count: order.count)
  for (index, row) in order.enumerated() { place[row] = index }
  return columns.reduce(0) { $0 + cost($1, place) }
}

private func cost(_ column: [Int], _ place: [Int]) -> Double {
  var (first, last) = (Int.max, Int.min)
  for row in column { (first, last) = (min(first, place[row]), max(last, place[row])) }
  return Double(last - first) / Double(column.count - 1).squareRoot()
}

private func barycentric(_ order: [Int], _ columns: [[Int]]) -> [Int] {
  var place = [Double](repeating: 0, count: order.count)
  for (index, row) in order.enumerated() { place[row] = Double(index) }
  var sums = [Double](repeating: 0, count: order.count)
  var weights = sums
  for column in columns {
    let mean = column.reduce(0) { $0 + place[$1] } / Double(column.count)
    let weight = 1 / Double(column.count - 1)
    for row in column {
      sums[row] += weight * mean
      weights[row] += weight
    }
  }
  let target = order.indices.map { row in
    weights[row] == 0 ? place[row] : (place[row] + 2 * sums[row] / weights[row]) / 3
  }
  return order.sorted { (target[$0], $0) < (target[$1], $1) }
}

/// Moves single rows to better places as long as there are any.
private func improved(_ order: [Int], _ columns: [[Int]]) -> [Int] {
  var mover = RowMover(order, columns)
  for _ in 0..<12 {
    var hasMoved = false
    for row in order.indices where mover.moveToBestPlace(row) { hasMoved = true }
    if !hasMoved { break }
  }
  return mover.order
}

/// An order of rows in which one row slides past others, a place at a time.
private struct RowMover {
  private(set) var order: [Int]
  private var place: [Int]
  private let columns: [[Int]]
  private var columnsOf: [[Int]]
  /// Of very many rows only near places are tried.
  private let reach: Int

  init(_ order: [Int], _ columns: [[Int]]) {
    self.order = order
    self.columns = columns
    place = [Int](repeating: 0, count: order.count)
    for (index, row) in order.enumerated() { place[row] = index }
    columnsOf = [[Int]](repeating: [], count: order.count)
    for (index, column) in columns.enumerated() { for row in column { columnsOf[row].append(index) } }
    reach = order.count <= 200 ? order.count : 12
  }

  /// Moves a row to where the lines are shortest, of equal places to the uppermost; false where it is already.
  mutating func moveToBestPlace(_ row: Int) -> Bool {
    guard !columnsOf[row].isEmpty else { return false }
    let home = place[row]
    var (best, bestChange) = (home, -1e-9)
    var change = 0.0
    for to in stride(from: home - 1, through: max(0, home - reach), by: -1) {
      change += slide(row, to: to)
      if change < bestChange { (best, bestChange) = (to, change) }
    }
    change += slide(row, to: home)
    change = 0
    for to in stride(from: home + 1, through: min(order.count - 1, home + reach), by: 1) {
      change += slide(row, to: to)
      if change < bestChange { (best, bestChange) = (to, change) }
    }
    _ = slide(row, to: best)
    return best != home
  }

  /// Slides a row to a place; the change in the length of the lines.
  private mutating func slide(_ row: Int, to target: Int) -> Double {
    var change = 0.0
    while place[row] != target {
      let here = place[row]
      let next = here < target ? here + 1 : here - 1
      let other = order[next]
      // Columns with both keep their ends.
      change -= lengths(row, besides: other) + lengths(other, besides: row)
      (order[here], order[next]) = (other, row)
      (place[row], place[other]) = (next, here)
      change += lengths(row, besides: other) + lengths(other, besides: row)
    }
    return change
  }

  private func lengths(_ row: Int, besides other: Int) -> Double {
    columnsOf[row].reduce(0) { $0 + (columns[$1].contains(other) ? 0 : cost(columns[$1], place)) }
  }
}
