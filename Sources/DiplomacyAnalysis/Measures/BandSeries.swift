public import Chronology
public import Diplomacy
public import Networks

extension CentralityBands {
  /// Measures a view at several dates, in a network that has no times of its own.
  ///
  /// The same numbers, to the bit, as those of ``series(of:at:_:_:dates:samples:seed:seenAtDates:network:progress:)`` with networks
  /// that are made anew: here each date's is made from the last one's, in each drawn graph only what was drawn is looked at anew,
  /// and drawn graphs are measured on several threads.
  /// - Parameters:
  ///   - kind: Which network; one of contacts traps.
  ///   - projection: How a projection is weighted.
  ///   - threads: How many threads may work; the answer is the same whatever their number.
  ///   - progress: Called now and then with how many networks are done, and of how many.
  /// - Throws: Where the scores themselves cannot be had at a date.
  public static func series(
    of view: GraphView, at dates: [HistoricalDate?], _ measures: [Measure],
    _ options: Centrality.Options = Centrality.Options(), dates counted: DateAssumption = .possible,
    samples: Int, seed: UInt64, in kind: MeasuredNetwork.Kind,
    projection: MeasuredNetwork.ProjectionWeight = .shared, threads: ThreadCount = .all,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> [CentralityBands] {
    precondition(samples >= 1, "Bands were asked for from \(samples) samples; there is at least 1.")
    precondition(
      !measures.contains(where: \.isGroup),
      "Bands were asked for of the numbers of groups, which are no scores.")
    let total = dates.count * (samples + 2)
    var networks = NetworkSeries(of: view, kind, projection)
    var tallies: [BandTally] = []
    for date in dates {
      let made = (networks.network(at: date), networks.network(at: date, dates: .certain))
      func measured(_ network: MeasuredNetwork) -> Result<Centrality, MeasureError> {
        Result { () throws(MeasureError) in try Centrality(of: network, measures, options) }
      }
      let (possible, certain) = (measured(made.0), measured(made.1))
      switch counted == .possible ? possible : certain {
      case .failure(let reason): throw Failure(date: made.0.date, reason: reason)
      case .success(let base):
        var tally = BandTally(base)
        tally.note(possible, .possible)
        tally.note(certain, .certain)
        tallies.append(tally)
      }
      progress(tallies.count * 2, total)
    }
    let drawing = DrawnSeries(
      networks: networks, views: DrawnViews(of: view), dates: dates, measures: measures, options: options,
      extent: view.graph.extent, seed: seed, empty: tallies.map(\.emptied))
    // Some blocks at a time, so that it can be told how far the work has come.
    let blocks = (samples + DrawnSeries.blockSize - 1) / DrawnSeries.blockSize
    for start in stride(from: 0, to: blocks, by: 16) {
      let end = min(blocks, start + 16)
      let found = mapInOrder(count: end - start, threads: threads) {
        DrawingRoom(views: drawing.views)
      } work: { number, room in
        let first = (start + number) * DrawnSeries.blockSize
        return drawing.tallies(first..<min(samples, first + DrawnSeries.blockSize), &room.views)
      }
      for block in found {
        for (index, tally) in block.enumerated() { tallies[index].add(tally) }
      }
      progress(dates.count * (2 + min(samples, end * DrawnSeries.blockSize)), total)
    }
    return tallies.map { CentralityBands($0, samples, seed) }
  }
}

/// What each thread draws with.
private struct DrawingRoom: ~Copyable {
  var views: DrawnViews
}

/// The scores of drawn graphs at the dates of a series.
private struct DrawnSeries: Sendable {
  static let blockSize = 4

  let networks: NetworkSeries
  let views: DrawnViews
  let dates: [HistoricalDate?]
  let measures: [Measure]
  let options: Centrality.Options
  let extent: ClosedRange<Moment>?
  let seed: UInt64
  let empty: [BandTally]

  func tallies(_ samples: Range<Int>, _ views: inout DrawnViews) -> [BandTally] {
    var tallies = empty
    for sample in samples {
      // Modulo 2^64: any number is a seed.
      var generator = SeededGenerator(seed: seed &+ UInt64(sample))
      var view = views.next(using: &generator)
      for (index, date) in dates.enumerated() {
        let day = date?.drawn(
          within: extent, offset: tallies[index].base.network.view.graph.defaultOffset, using: &generator)
        let seen = view.seen(at: day).decided(using: &generator)
        let scores = Result { () throws(MeasureError) in try networks.scores(seen, measures, options) }
        tallies[index].noteDrawn(scores, sample)
      }
    }
    return tallies
  }
}
