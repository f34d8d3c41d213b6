public import Chronology
import Diplomacy

/// The scores of a view's entities at several dates, in little room: ten bytes a row and score or so.
public struct CentralitySeries: Sendable {
  /// One entity's scores at one date.
  public struct Row: Sendable {
    /// The date, by its place in the series.
    public let date: Int
    /// The entity, by its position in the graph.
    public let position: Int
    /// One score a measure, in the order of the measures; NaN where the measure gives none.
    public let scores: [Double]
  }

  /// What was measured at the first date.
  public let first: Centrality
  /// The dates in order.
  public private(set) var dates: [HistoricalDate?]
  /// What the numbers mean at each of the dates, a sentence each.
  public private(set) var sharedConventions: [String]
  private var positions: [Int32] = []
  private var scores: [Double] = []
  /// For each date the number of its first row.
  private var firstRows: [Int] = []

  /// A series that begins with the scores of one date.
  public init(_ first: Centrality) {
    self.first = first
    dates = []
    sharedConventions = first.conventions
    append(first)
  }

  /// Adds the scores of the next date, of the same measures.
  /// - Complexity: O(*k*); *k* rows.
  public mutating func append(_ centrality: Centrality) {
    precondition(
      centrality.measures == first.measures, "A series has the same measures on each day; these differ.")
    dates.append(centrality.network.date)
    let conventions = Set(centrality.conventions)
    sharedConventions.removeAll { !conventions.contains($0) }
    firstRows.append(positions.count)
    let graph = centrality.network.view.graph
    for row in centrality.rows {
      guard let position = graph.position(of: row.entity.id) else { continue }
      positions.append(Int32(truncatingIfNeeded: position))
      scores += row.scores
    }
  }

  /// How many rows there are.
  public var rowCount: Int { positions.count }

  /// A row, by its number; one that is not below `rowCount` traps.
  ///
  /// Rows come by date, and those of one date in the order of ``Centrality/rows``.
  /// - Complexity: O(log *d*); *d* dates.
  public func row(_ number: Int) -> Row {
    var (low, high) = (0, firstRows.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstRows[middle] <= number { low = middle } else { high = middle }
    }
    // Dates without rows begin with the same row as the next one: the last of them has it.
    let width = first.measures.count
    return Row(
      date: low, position: Int(positions[number]),
      scores: Array(scores[number * width..<(number + 1) * width]))
  }
}
