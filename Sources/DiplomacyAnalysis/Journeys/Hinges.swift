import Chronology
import Diplomacy
public import Networks

extension ContactNetwork {
  /// The dates that an answer about two actors hangs on: each, if it alone were known better, could change the possible or the
  /// certain journeys.
  ///
  /// For each uncertain date, its start and its end are taken as early and as late as they may be, all other dates staying
  /// as uncertain as they are. What changes only when several dates become known is not found.
  /// - Parameter progress: Called before each date with how many are done, and of how many.
  /// - Returns: The dates in the order of the graph; none when the actors are not in the view.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited or the fastest or all journeys are sought.
  /// - Complexity: O(*u* *m* log *m*); *u* uncertain dates on ways from the one to the other, *m* contacts.
  public func hinges(
    of answer: JourneyAnswer, _ options: JourneyOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(MeasureError) -> [Hinge] {
    guard let ends = ends(answer.from, answer.to), let options = within(options) else { return [] }
    let graph = view.graph
    let clock = clock(options)
    func outcome(_ index: Int?, _ window: Window?) throws(MeasureError) -> Outcome {
      func pinned(_ layer: Layer) -> [Window] {
        var windows = layer.windows
        if let index, let window { windows[index] = window }
        return windows
      }
      let best = ContactTimetable(possible, graph, .possible, windows: pinned(possible), clock: clock)
      let worst = ContactTimetable(certain, graph, .certain, windows: pinned(certain), clock: clock)
      return Outcome(
        JourneyAnswer(
          from: answer.from, to: answer.to, possible: try best.journeys(ends, options, rise: rise),
          certain: try worst.journeys(ends, options, rise: rise, isLenient: false)))
    }
    // Each date is taken by itself here, so the answer that is compared with is too.
    let base = try outcome(nil, nil)
    let candidates = try uncertainWindows(between: ends, options)
    var hinges: [Hinge] = []
    for (number, index) in candidates.enumerated() {
      progress(number, candidates.count)
      var isHinge = false
      for window in possible.windows[index].extremes where !isHinge {
        isHinge = try base != outcome(index, window)
      }
      if isHinge, let hinge = hinge(at: index), !hinges.contains(hinge) { hinges.append(hinge) }
    }
    return hinges
  }

  private func hinge(at index: Int) -> Hinge? {
    let contact = possible.contacts.firstIndex { $0.window == index }
    guard let contact else { return nil }
    let graph = view.graph
    switch possible.owners[index] {
    case .entity(let position):
      return Hinge(
        entity: graph.entities[position].id, statement: graph.statements[possible.statements[contact]].id)
    case .statement(let position): return Hinge(entity: nil, statement: graph.statements[position].id)
    }
  }

  /// The uncertain windows of contacts on some way from the one to the other.
  private func uncertainWindows(between ends: (source: Int, target: Int), _ options: JourneyOptions)
    throws(MeasureError) -> [Int]
  {
    let clock = clock(options)
    let contacts = ContactTimetable(possible, view.graph, .possible, clock: clock)
    let rules = clock.rules(options, rise: rise, isLenient: true)
    guard let source = contacts.node(at: ends.source), let target = contacts.node(at: ends.target) else {
      return []
    }
    let forwards = try contacts.timetable.earliestJourneys(from: source, under: rules)
    let backwards = try contacts.timetable.latestJourneys(to: target, under: rules)
    func isOnTheWay(_ from: Int, _ to: Int) -> Bool {
      guard let from = contacts.node(at: from), let to = contacts.node(at: to) else {
        return false
      }
      return forwards.arrival(at: from) != nil && backwards.departure(from: to) != nil
    }
    var found: Set<Int> = []
    for contact in possible.contacts {
      let window = possible.windows[contact.window]
      guard window.earliestStart != window.latestStart || window.earliestLast != window.latestLast else {
        continue
      }
      if isOnTheWay(contact.source, contact.target) || isOnTheWay(contact.target, contact.source) {
        found.insert(contact.window)
      }
    }
    return found.sorted()
  }

  /// What of an answer could change.
  private struct Outcome: Equatable {
    let possible, certain: [Line]

    struct Line: Equatable {
      let departure, arrival: Int64
      let steps: Int
    }

    init(_ answer: JourneyAnswer) {
      func lines(_ journeys: [Journey]) -> [Line] {
        journeys.map {
          Line(departure: $0.departure.seconds, arrival: $0.arrival.seconds, steps: $0.stepCount)
        }
      }
      (possible, certain) = (lines(answer.possible), lines(answer.certain))
    }
  }
}

extension Window {
  /// The window with its start and its last moment known, each as early or as late as it may be.
  fileprivate var extremes: [Window] {
    if extent == .instant {
      return [Window(start: earliestStart, last: earliestLast), Window(start: latestStart, last: latestLast)]
    }
    return [
      (earliestStart, earliestLast), (earliestStart, latestLast), (latestStart, earliestLast),
      (latestStart, latestLast),
    ]
    .filter { $0 <= $1 }.map { Window(start: $0, last: $1) }
  }
}
