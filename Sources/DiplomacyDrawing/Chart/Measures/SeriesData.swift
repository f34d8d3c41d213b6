import Chronology
import Diplomacy
import DiplomacyAnalysis

/// The scores of some entities at several dates, as they are drawn.
struct SeriesData {
  /// One entity over time.
  struct Line {
    let entity: Entity
    /// A value a date; nil where the entity is not there or has none.
    var values: [Double?]
    /// How far each value may move; nil where that is not known.
    var bands: [ClosedRange<Double>?]
    /// Its place among all that were measured at each date, from 1; the same for equal values.
    var ranks: [Int?]

    /// The first and the last date at which it has a value.
    var ends: (first: Int, last: Int)? {
      guard let first = values.firstIndex(where: { $0 != nil }),
        let last = values.lastIndex(where: { $0 != nil })
      else { return nil }
      return (first, last)
    }
  }

  let measure: Measure
  /// The scores at the first date, for what they mean.
  let first: Centrality
  let dates: [HistoricalDate?]
  /// What is drawn, the highest mean first.
  private(set) var lines: [Line]
  /// How many others there are.
  let leftOut: Int
  /// Whether only actors are compared.
  let isOfActors: Bool
  /// What bands follow from; nil: there are none.
  let samples: (count: Int, seed: UInt64)?

  var view: GraphView { first.network.view }

  /// The values of a series.
  init(_ series: CentralitySeries, _ options: SeriesChartOptions) {
    let place = Self.place(options, series.first)
    var all = Table(dateCount: series.dates.count)
    for number in 0..<series.rowCount {
      let row = series.row(number)
      all.add(row.scores[place], nil, at: row.date, position: row.position)
    }
    self.init(all, series.first, series.dates, place, options, samples: nil)
  }

  /// The values of a series with their bands; of one date at least.
  init?(_ answers: [CentralityBands], _ options: SeriesChartOptions) {
    guard let first = answers.first else { return nil }
    let place = Self.place(options, first.centrality)
    var all = Table(dateCount: answers.count)
    for (date, answer) in answers.enumerated() {
      let graph = answer.centrality.network.view.graph
      for (row, bands) in zip(answer.centrality.rows, answer.bands) {
        guard let position = graph.position(of: row.entity.id) else { continue }
        let band = bands[place].flatMap { band in
          band.smallest.isFinite && band.largest.isFinite ? band.smallest...band.largest : nil
        }
        all.add(row.scores[place], band, at: date, position: position)
      }
    }
    self.init(
      all, first.centrality, answers.map(\.centrality.network.date), place, options,
      samples: (first.sampleCount, first.seed))
  }

  private static func place(_ options: SeriesChartOptions, _ first: Centrality) -> Int {
    let place = options.measure.flatMap { first.measures.firstIndex(of: $0) } ?? 0
    precondition(
      !first.measures[place].isGroup,
      "A chart over time was asked for of '\(first.measures[place].rawValue)', which numbers groups and is no score."
    )
    return place
  }

  private init(
    _ all: Table, _ first: Centrality, _ dates: [HistoricalDate?], _ place: Int,
    _ options: SeriesChartOptions,
    samples: (count: Int, seed: UInt64)?
  ) {
    let graph = first.network.view.graph
    let named = options.entities.compactMap { graph.position(of: $0) }
    let positions = all.values.keys.sorted()
    let actors = positions.filter { graph.entities[$0].category == .actor }
    let isOfActors =
      named.isEmpty ? !actors.isEmpty : named.allSatisfy { graph.entities[$0].category == .actor }
    let compared = isOfActors ? actors : positions
    func sum(_ position: Int) -> Double {
      (all.values[position] ?? []).reduce(0) { $0 + ($1 ?? 0) }
    }
    let sums = Dictionary(uniqueKeysWithValues: compared.map { ($0, sum($0)) })
    let highest = compared.sorted {
      let (one, two) = (sums[$0] ?? 0, sums[$1] ?? 0)
      return one == two ? graph.entities[$0].id < graph.entities[$1].id : one > two
    }
    let chosen: [Int]
    if named.isEmpty {
      chosen = Array(highest.prefix(max(1, options.most)))
    } else {
      let wanted = Set(named)
      chosen = highest.filter(wanted.contains)
    }
    let ranks = all.ranks(of: chosen, among: compared)
    let nothing = [ClosedRange<Double>?](repeating: nil, count: dates.count)
    lines = chosen.map { position in
      Line(
        entity: graph.entities[position], values: all.values[position] ?? [],
        bands: all.bands[position] ?? nothing,
        ranks: ranks[position] ?? [])
    }
    measure = first.measures[place]
    self.first = first
    self.dates = dates
    leftOut = compared.count - chosen.count
    self.isOfActors = isOfActors
    self.samples = samples
  }

  /// All values, by position in the graph and date.
  private struct Table {
    let dateCount: Int
    private(set) var values: [Int: [Double?]] = [:]
    private(set) var bands: [Int: [ClosedRange<Double>?]] = [:]

    init(dateCount: Int) { self.dateCount = dateCount }

    mutating func add(_ value: Double, _ band: ClosedRange<Double>?, at date: Int, position: Int) {
      values[position, default: Array(repeating: nil, count: dateCount)][date] = value.isFinite ? value : nil
      if let band { bands[position, default: Array(repeating: nil, count: dateCount)][date] = band }
    }

    /// The places of some among others at each date: one more than there are with a higher value.
    ///
    /// Values that differ by less than a billionth count as equal, since sums in different orders do.
    func ranks(of some: [Int], among others: [Int]) -> [Int: [Int?]] {
      var ranks: [Int: [Int?]] = [:]
      for date in 0..<dateCount {
        let sorted = others.compactMap { values[$0]?[date] ?? nil }.sorted(by: >)
        for position in some {
          guard let value = values[position]?[date] ?? nil else {
            ranks[position, default: []].append(nil)
            continue
          }
          let limit = value + value.magnitude * 1e-9
          // How many are above the limit, by halves.
          var (low, high) = (0, sorted.count)
          while low < high {
            let middle = (low + high) / 2
            if sorted[middle] > limit { low = middle + 1 } else { high = middle }
          }
          ranks[position, default: []].append(low + 1)
        }
      }
      return ranks
    }
  }
}
