/// The earliest arrivals from one source.
struct ArrivalRow: Sendable {
  /// One moment per node; of no meaning for nodes out of reach.
  var moments: [Int64]
  var isReached: [Bool]
}

/// Finds the earliest arrivals from one node after another, each in the way that is fastest: by one pass over instants, by Dijkstra's
/// search over spans and through hubs, by labels where waiting is limited.
struct ArrivalFinder: Sendable {
  private let timetable: Timetable
  private let rules: JourneyRules
  private let frame: JourneyFrame
  /// What a pass reads; nil where waiting is limited, or contacts are no instants.
  private let stream: InstantStream?
  /// What Dijkstra's search goes along; nil where waiting is limited, or a pass is faster.
  private let arcs: TimedArcs?

  init(_ timetable: Timetable, _ rules: JourneyRules) {
    self.timetable = timetable
    self.rules = rules
    frame = JourneyFrame(rules, for: timetable, isMirrored: false)
    stream = frame.isLimited ? nil : timetable.instants
    arcs = frame.isLimited || stream != nil ? nil : TimedArcs(of: timetable, frame: frame)
  }

  /// What a thread needs.
  func makeRoom() -> ArrivalSearch { ArrivalSearch(nodeCount: arcs == nil ? 0 : timetable.nodeCount) }

  func row(from source: Int32, in room: inout ArrivalSearch) throws(MeasureError) -> ArrivalRow {
    if let arcs {
      room.run(from: source, at: frame.earliest, along: arcs)
      return room.row
    }
    if let stream { return stream.arrivals(from: Int(source), under: rules) }
    let search = try LabelSearch(timetable, from: NodeIndex(Int(source)), frame: frame, aim: .arrival)
    return ArrivalRow(
      moments: search.firstLabel.map { $0 < 0 ? 0 : search.labels[Int($0)].first },
      isReached: search.firstLabel.map { $0 >= 0 })
  }
}
