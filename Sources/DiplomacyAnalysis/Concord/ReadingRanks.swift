public import Chronology
public import Diplomacy
public import Networks

/// What readings do to a measure: the ranks of entities under each, as far as uncertain dates leave them.
public struct ReadingRanks: Sendable {
  /// An entity under one reading.
  public struct Place: Hashable, Sendable {
    /// Its score.
    public let score: Double
    /// Its rank among all that are ranked, from 1: one more than score higher. Equal scores have the same rank.
    public let rank: Int
    /// The ranks that it has over the certain network, the possible one and those with drawn dates, of those that it is in.
    public let ranks: ClosedRange<Int>
    /// The same of its score.
    public let scores: ClosedRange<Double>
  }

  /// An entity under all readings.
  public struct Row: Sendable {
    /// The entity.
    public let entity: Entity
    /// Its place under each reading, in the order of ``ReadingRanks/readings``; nil where it is not in the network, or has no score.
    public let places: [Place?]
    /// How far the ranks under the readings lie apart; nil where it has fewer than two.
    public var spread: Int? {
      let ranks = places.compactMap { $0?.rank }
      guard ranks.count > 1, let first = ranks.min(), let last = ranks.max() else { return nil }
      return last - first
    }
  }

  /// The readings, or combinations of readings of several questions, in order.
  public let readings: [ReadingID]
  /// The measure.
  public let measure: Measure
  /// What was measured under the first reading, for what the numbers mean.
  public let first: Centrality
  /// The entities: by their mean rank under the readings that rank them, those that more rank first, then by id.
  public let rows: [Row]
  /// Kendall's tau-b between the scores under each two readings, over the entities that both score; nil where it has no order.
  public let taus: [(first: Int, second: Int, tau: Double?)]
  /// How many networks were drawn under each reading; 0: dates were left as they are.
  public let sampleCount: Int
  /// What they follow from.
  public let seed: UInt64

  /// Why a reading gives no scores.
  public struct Failure: Error {
    /// The reading.
    public let reading: ReadingID
    /// What keeps the measure from giving scores.
    public let reason: MeasureError
  }

  /// Ranks entities under several readings.
  /// - Parameters:
  ///   - graph: What is measured.
  ///   - viewed: How it is looked at, but for the reading.
  ///   - readings: The readings, one at least.
  ///   - measure: A measure; one that numbers groups traps.
  ///   - samples: How many networks are drawn under each reading; 0: none, and bands are what is certain and possible.
  ///   - seed: What they follow from.
  ///   - network: The network of a view, of what holds possibly or certainly.
  ///   - progress: Called after each network with how many are done, and of how many.
  /// - Complexity: That of the measure, *r*(*s* + 3) times; *r* readings, *s* samples.
  public init(
    _ graph: DiplomaticGraph, _ viewed: ViewOptions, under readings: [ReadingID], _ measure: Measure,
    _ options: Centrality.Options = Centrality.Options(), dates: DateAssumption = .possible, samples: Int = 0,
    seed: UInt64 = 1, network: (GraphView, DateAssumption) -> MeasuredNetwork,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) {
    precondition(!readings.isEmpty, "Ranks were asked for under no reading.")
    precondition(!measure.isGroup, "Ranks were asked for of the numbers of groups, which are no scores.")
    var columns: [RankColumn] = []
    var first: Centrality?
    let isDated = viewed.at != nil
    let each = isDated ? samples + 2 : 1
    for (number, reading) in readings.enumerated() {
      var seen = viewed
      seen.reading = reading
      let view = GraphView(graph, seen)
      let done = number * each
      do throws(MeasureError) {
        var column = RankColumn(try Centrality(of: network(view, dates), [measure], options))
        if isDated {
          let other: DateAssumption = dates == .possible ? .certain : .possible
          column.note(try? Centrality(of: network(view, other), [measure], options))
          progress(done + 2, readings.count * each)
          column.draw(view, samples, seed, measure, options, network) {
            progress(done + 2 + $0, readings.count * each)
          }
        } else {
          progress(done + 1, readings.count)
        }
        first = first ?? column.base
        columns.append(column)
      } catch {
        throw Failure(reading: reading, reason: error)
      }
    }
    self.readings = readings
    self.measure = measure
    sampleCount = isDated ? samples : 0
    self.seed = seed
    guard let first else { preconditionFailure("No reading was measured.") }
    self.first = first
    rows = Self.rows(columns, in: graph)
    taus = columns.indices.flatMap { one in
      columns.indices.dropFirst(one + 1).map { other in
        (one, other, kendallTau(columns[one].pairs(with: columns[other])))
      }
    }
  }

  private static func rows(_ columns: [RankColumn], in graph: DiplomaticGraph) -> [Row] {
    let ids = Set(columns.flatMap { $0.base.rows.map(\.entity.id) })
    let rows = graph.entities.filter { ids.contains($0.id) }.map { entity in
      Row(entity: entity, places: columns.map { $0.place(of: entity.id) })
    }.filter { $0.places.contains { $0 != nil } }
    func key(_ row: Row) -> (Int, Double) {
      let ranks = row.places.compactMap { $0?.rank }
      return (-ranks.count, Double(ranks.reduce(0, +)) / Double(max(1, ranks.count)))
    }
    return rows.sorted { one, other in
      let (mine, theirs) = (key(one), key(other))
      return (mine.0, mine.1, one.entity.id) < (theirs.0, theirs.1, other.entity.id)
    }
  }
}

/// The scores and ranks under one reading.
private struct RankColumn {
  let base: Centrality
  private var scores: [EntityID: Double] = [:]
  private var ranks: [EntityID: Int] = [:]
  private var rankBands: [EntityID: ClosedRange<Int>] = [:]
  private var scoreBands: [EntityID: ClosedRange<Double>] = [:]

  init(_ base: Centrality) {
    self.base = base
    for (id, score, rank) in Self.ranked(base) {
      scores[id] = score
      ranks[id] = rank
      rankBands[id] = rank...rank
      scoreBands[id] = score...score
    }
  }

  /// The entities that have a score, with it and their rank.
  private static func ranked(_ centrality: Centrality) -> [(id: EntityID, score: Double, rank: Int)] {
    var ranked: [(id: EntityID, score: Double, rank: Int)] = []
    // Rows come from high to low, those without a score last.
    for row in centrality.rows where !row.scores[0].isNaN {
      // Sums in different orders differ in their last digits: what differs by less than a billionth is equal.
      if let last = ranked.last, last.score <= row.scores[0] + row.scores[0].magnitude * 1e-9 {
        ranked.append((row.entity.id, row.scores[0], last.rank))
      } else {
        ranked.append((row.entity.id, row.scores[0], ranked.count + 1))
      }
    }
    return ranked
  }

  /// Widens the bands by the scores of another network.
  mutating func note(_ centrality: Centrality?) {
    guard let centrality else { return }
    for (id, score, rank) in Self.ranked(centrality) {
      if let band = rankBands[id] {
        rankBands[id] = min(band.lowerBound, rank)...max(band.upperBound, rank)
      }
      if let band = scoreBands[id] {
        scoreBands[id] = min(band.lowerBound, score)...max(band.upperBound, score)
      }
    }
  }

  /// Widens the bands by networks with drawn dates, as ``CentralityBands`` draws them.
  mutating func draw(
    _ view: GraphView, _ samples: Int, _ seed: UInt64, _ measure: Measure, _ options: Centrality.Options,
    _ network: (GraphView, DateAssumption) -> MeasuredNetwork, progress: (Int) -> Void
  ) {
    var draws = DrawnViews(of: view)
    let (extent, offset) = (view.graph.extent, view.graph.defaultOffset)
    for sample in 0..<samples {
      var generator = SeededGenerator(seed: seed &+ UInt64(sample))
      var drawn = draws.next(using: &generator)
      let day = view.options.at?.drawn(within: extent, offset: offset, using: &generator)
      let decided = drawn.seen(at: day).decided(using: &generator)
      note(try? Centrality(of: network(decided, .possible), [measure], options))
      progress(sample + 1)
    }
  }

  func place(of id: EntityID) -> ReadingRanks.Place? {
    guard let score = scores[id], let rank = ranks[id], let band = rankBands[id], let values = scoreBands[id]
    else { return nil }
    return ReadingRanks.Place(score: score, rank: rank, ranks: band, scores: values)
  }

  func pairs(with other: RankColumn) -> [(Double, Double)] {
    base.rows.compactMap { row in
      guard let mine = scores[row.entity.id], let theirs = other.scores[row.entity.id] else { return nil }
      return (mine, theirs)
    }
  }
}
