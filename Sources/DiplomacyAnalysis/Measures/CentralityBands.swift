public import Chronology
public import Diplomacy
public import Networks

/// The scores of a view at one or several dates, and how far uncertain dates let them move.
///
/// Beside the scores themselves, each measure is taken on the network of what certainly holds, on that of what possibly
/// holds, and on networks for which the uncertain dates were drawn (``DiplomaticGraph/withDatesDrawn(using:)``), a coarse
/// date of the view among them. What no date decides counts or not, each as likely.
public struct CentralityBands: Sendable {
  /// Where the scores of one entity lie; over the networks that it is in.
  public struct Band: Hashable, Sendable {
    /// The smallest score.
    public let smallest: Double
    /// The median score; of an even number of scores the mean of the two in the middle.
    public let median: Double
    /// The largest score.
    public let largest: Double
  }

  /// How stable the order of the entities by a measure is over the drawn networks.
  public struct Stability: Sendable {
    /// The measure.
    public let measure: Measure
    /// Who leads by the scores themselves; nil when nobody has one.
    public let leader: EntityID?
    /// In how many of the drawn networks nobody scores higher than the leader.
    public let leads: Int
    /// The median and the smallest of Kendall's rank correlations (tau-b) between the scores and those of the drawn
    /// networks; nil when none is defined.
    public let medianTau, smallestTau: Double?
  }

  /// The network of what certainly holds, or of what possibly holds, or some of those drawn, that give no scores.
  public struct Gap: Hashable, Sendable {
    /// Which network.
    public enum Kind: Hashable, Sendable {
      case certain, possible, drawn
    }

    /// Which.
    public let kind: Kind
    /// How many.
    public let count: Int
    /// What keeps the first of them from giving scores.
    public let reason: MeasureError
  }

  /// A date at which the scores themselves cannot be had, and why.
  public struct Failure: Error {
    /// The date of the network; nil for all times at once.
    public let date: HistoricalDate?
    /// What keeps a measure from giving scores.
    public let reason: MeasureError
  }

  /// The scores themselves.
  public let centrality: Centrality
  /// For each row of `centrality`, one band a measure; nil where no network gives a score.
  public let bands: [[Band?]]
  /// For each row of `centrality`, in how many of the drawn networks it is.
  public let presence: [Int]
  /// The stability of the order by each measure.
  public let stability: [Stability]
  /// The networks without scores, which the bands leave aside.
  public let gaps: [Gap]
  /// How many networks were drawn.
  public let sampleCount: Int
  /// What the drawn networks follow from.
  public let seed: UInt64

  /// Measures a view at several dates.
  ///
  /// The drawn networks of all dates come from the same drawn graphs.
  /// - Parameters:
  ///   - view: What is measured.
  ///   - dates: The dates; nil for all times at once.
  ///   - measures: What is measured; one that numbers groups traps, since their numbers have no order.
  ///   - samples: How many graphs are drawn; at least 1.
  ///   - seed: What they follow from.
  ///   - seenAtDates: Whether the view is looked at on each date; else it is left as it is, and `network` follows the date.
  ///   - network: The network of a view, for a date, of what holds possibly or of what holds certainly; the number is that of
  ///     the drawn graph that the view is of, nil for the graph itself.
  ///   - progress: Called after each network with how many are done, and of how many.
  /// - Returns: One answer a date, in their order.
  /// - Throws: Where the scores themselves cannot be had at a date.
  /// - Complexity: That of the measures, *d*(*s* + 3) times; *d* dates, *s* samples.
  public static func series(
    of view: GraphView, at dates: [HistoricalDate?], _ measures: [Measure],
    _ options: Centrality.Options = Centrality.Options(), dates counted: DateAssumption = .possible,
    samples: Int, seed: UInt64, seenAtDates: Bool = true,
    network: (GraphView, HistoricalDate?, DateAssumption, _ sample: Int?) -> MeasuredNetwork,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> [CentralityBands] {
    precondition(samples >= 1, "Bands were asked for from \(samples) samples; there is at least 1.")
    precondition(
      !measures.contains(where: \.isGroup),
      "Bands were asked for of the numbers of groups, which are no scores.")
    let total = dates.count * (samples + 2)
    var done = 0
    func measured(
      _ view: GraphView, _ date: HistoricalDate?, _ counted: DateAssumption, _ sample: Int? = nil
    ) -> Result<Centrality, MeasureError> {
      defer {
        done += 1
        progress(done, total)
      }
      let network = network(view, date, counted, sample)
      return Result { () throws(MeasureError) in try Centrality(of: network, measures, options) }
    }
    var tallies: [BandTally] = []
    for date in dates {
      let view = seenAtDates ? view.seen(at: date) : view
      let possible = measured(view, date, .possible)
      let certain = measured(view, date, .certain)
      switch counted == .possible ? possible : certain {
      case .failure(let reason):
        throw Failure(date: network(view, date, counted, nil).date, reason: reason)
      case .success(let base):
        var tally = BandTally(base)
        tally.note(possible, .possible)
        tally.note(certain, .certain)
        tallies.append(tally)
      }
    }
    var draws = GraphDraws(of: view.graph)
    for sample in 0..<samples {
      // Modulo 2^64: any number is a seed.
      var generator = SeededGenerator(seed: seed &+ UInt64(sample))
      let graph = draws.next(using: &generator)
      let drawn = GraphView(graph, view.options)
      func day(_ date: HistoricalDate?) -> HistoricalDate? {
        date?.drawn(within: view.graph.extent, offset: graph.defaultOffset, using: &generator)
      }
      if seenAtDates {
        for (index, date) in dates.enumerated() {
          let day = day(date)
          let decided = drawn.seen(at: day).decided(using: &generator)
          tallies[index].noteDrawn(measured(decided, day, .possible, sample), sample)
        }
      } else {
        // A coarse date of the view is drawn once for all stretches of time.
        let decided = drawn.seen(at: day(view.options.at)).decided(using: &generator)
        for (index, date) in dates.enumerated() {
          tallies[index].noteDrawn(measured(decided, date, .possible, sample), sample)
        }
      }
    }
    return tallies.map { CentralityBands($0, samples, seed) }
  }

  init(_ tally: BandTally, _ samples: Int, _ seed: UInt64) {
    centrality = tally.base
    bands = tally.values.map { $0.map(Band.init) }
    presence = tally.presence
    gaps = tally.gaps
    sampleCount = samples
    self.seed = seed
    stability = tally.base.measures.indices.map { index in
      let taus = tally.taus[index].sorted()
      return Stability(
        measure: tally.base.measures[index], leader: tally.leaders[index], leads: tally.leads[index],
        medianTau: taus.isEmpty ? nil : median(taus), smallestTau: taus.first)
    }
  }
}

extension CentralityBands.Band {
  fileprivate init?(_ scores: [Double]) {
    let sorted = scores.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    (smallest, median, largest) = (first, DiplomacyAnalysis.median(sorted), last)
  }
}

/// The middle of sorted numbers, of which there is one at least.
private func median(_ sorted: [Double]) -> Double {
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
