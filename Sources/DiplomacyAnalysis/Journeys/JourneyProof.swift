import Chronology
import Diplomacy
import Networks

/// Looks at ways through contacts one by one: whether some assignment of the dates allows a way, and whether every one does.
///
/// An assignment gives all windows values at once: of windows that are tied, and of those that a way crosses more than once,
/// the values together. A way is a sequence of contacts between different actors, agreements and events; it is crossed at
/// the first moments that its windows allow.
struct JourneyProof {
  /// A contact as it is crossed.
  struct Crossing: Hashable {
    /// The contact, by its number in the network.
    let number: Int
    /// Where it leads, by its position in the graph.
    let to: Int
  }

  /// What is known of a way.
  struct Result {
    /// The moment of the first crossing and of the last arrival, where one comes as early, or departs as late, as can be.
    let departure, arrival: Int64
    /// The moment of each crossing.
    let moments: [Int64]
  }

  /// What is best.
  enum Aim { case arrival, departure }

  let network: ContactNetwork
  let clock: JourneyClock
  let rules: JourneyRules
  /// How many comparisons may be made in all.
  private(set) var budget: Int
  /// Whether some windows are known by each other in a way that could not be followed.
  private(set) var isVague = false
  /// The same of the way looked at last.
  private(set) var isVagueWay = false
  private var windows: [Window] { network.certain.windows }
  private let unit: TimeUnit

  init(_ network: ContactNetwork, _ clock: JourneyClock, _ rules: JourneyRules, budget: Int) {
    (self.network, self.clock, self.rules, self.budget) = (network, clock, rules, budget)
    if case .days(let unit) = clock { self.unit = unit } else { unit = .seconds }
  }

  /// Whether the budget is used up.
  var isSpent: Bool { budget < 0 }

  // MARK: The crossings of a way

  /// The windows of each crossing, and how long after the first crossing each is at least.
  private func frame(_ way: [Crossing]) -> (windows: [[Int]], leads: [Int64], end: Int64) {
    var leads: [Int64] = []
    var lead: Int64 = 0
    let entities = network.view.graph.entities
    var windows: [[Int]] = []
    let rise = rules.moments == .increasing ? rules.rise : 0
    for (place, crossing) in way.enumerated() {
      windows.append(network.whole[crossing.number].contact.allWindows)
      if place > 0 {
        let isExit = entities[way[place - 1].to].category != .actor
        if isExit {
          // The hop into an agreement or event takes the time, and leaving it takes none.
          lead += rules.transit
        } else {
          let wasExit = place > 1 && entities[way[place - 2].to].category != .actor
          lead += wasExit ? rise : max(rules.transit, rise)
        }
      }
      leads.append(lead)
    }
    let endsWithExit = way.count > 1 && entities[way[way.count - 2].to].category != .actor
    return (windows, leads, endsWithExit ? lead : lead + rules.transit)
  }

  // MARK: Every assignment

  /// The way as every assignment allows it, at its worst; nil where one does not.
  mutating func certain(_ way: [Crossing]) -> Result? {
    let (crossed, leads, end) = frame(way)
    var start = rules.earliest
    var last = later(rules.latest, by: -end)
    for (place, windows) in crossed.enumerated() {
      guard network.whole[way[place].number].isCertain else { return nil }
      for window in windows {
        let (own, lead) = (self.windows[window], leads[place])
        start = max(start, later(clock.moment(own.latestStart), by: -lead))
        last = min(last, later(clock.moment(own.earliestLast), by: -lead))
        if own.earliestLast != .max, later(rules.earliest, by: lead) > clock.moment(own.earliestLast) {
          return nil
        }
        if own.latestStart != .min, later(clock.moment(own.latestStart), by: end - lead) > rules.latest {
          return nil
        }
        for other in 0...place {
          for first in crossed[other] where !isInOrder(first, window, lead: lead - leads[other]) {
            return nil
          }
        }
        for second in windows where !isInOrder(window, second, lead: 0) { return nil }
      }
    }
    return Result(
      departure: min(start, last), arrival: later(start, by: end), moments: leads.map { later(start, by: $0) }
    )
  }

  private mutating func isInOrder(_ first: Int, _ second: Int, lead: Int64) -> Bool {
    budget -= 1
    let unitLead = unit.length == 1 ? lead : lead / unit.length
    switch network.ties.surelyBegins(first, beforeEndOf: second, lead: unitLead, in: unit, windows) {
    case .yes: return true
    case .no: return false
    case .maybe:
      isVague = true
      return false
    }
  }

  // MARK: Some assignment

  /// The possible values of what a way crosses together.
  private struct Choice {
    /// For each crossing and each of its windows that is chosen here, where it stands in a row.
    var uses: [(place: Int, column: Int)] = []
    var rows: [[ClosedRange<Int64>?]]
  }

  /// The way as some assignment allows it, at its best; nil where none does.
  /// - Parameter isCautious: Whether, where what dates may be together cannot be followed, only what surely can be counts; else
  ///   what might.
  mutating func possible(_ way: [Crossing], _ aim: Aim = .arrival, isCautious: Bool = false) -> Result? {
    isVagueWay = false
    defer { isVague = isVague || isVagueWay }
    let (crossed, leads, end) = frame(way)
    var bounds: [Int: ClosedRange<Int64>] = [:]
    if !network.view.graph.dateOrders.isEmpty {
      var ordered = OrderedWay(network, clock, rules, crossed)
      let outcome = ordered.solve(leads, end: end)
      budget -= ordered.steps
      switch outcome {
      case .impossible: return nil
      case .bounds(let found, let isExact):
        if isExact { bounds = found }
      case .unknown: break
      }
    }
    guard let choices = choices(crossed, isCautious: isCautious, bounds: bounds) else { return nil }
    var search = ValueSearch(
      leads: leads, earliest: rules.earliest, latest: later(rules.latest, by: -end), aim: aim, budget: budget)
    for choice in choices.sorted(by: { $0.rows.count < $1.rows.count }) {
      search.add(choice.uses, choice.rows)
    }
    search.run()
    budget = search.budget
    guard let best = search.best else { return nil }
    return Result(
      departure: best.departure, arrival: later(max(best.start, best.departure), by: end),
      moments: leads.indices.map { later(max(best.departure, best.starts[$0]), by: leads[$0]) })
  }

  /// Whether some assignment allows a way at these very moments.
  mutating func allows(_ way: [Crossing], at moments: [Int64]) -> Bool {
    guard let choices = choices(frame(way).windows, isAtMoments: true) else { return false }
    return choices.allSatisfy { choice in
      choice.rows.contains { row in
        choice.uses.allSatisfy { row[$0.column]?.contains(moments[$0.place]) ?? false }
      }
    }
  }

  private mutating func choices(
    _ crossed: [[Int]], isAtMoments: Bool = false, isCautious: Bool = false,
    bounds: [Int: ClosedRange<Int64>] = [:]
  ) -> [Choice]? {
    var uses: [Int: [(place: Int, window: Int)]] = [:]
    var order: [Int] = []
    for (place, passed) in crossed.enumerated() {
      for window in passed {
        // Windows of one tie are chosen together, others each by itself, and so are those of which all is known.
        let tie = windows[window].isUncertain ? network.ties.tie(of: window) : nil
        let key = tie.map { -1 - $0 } ?? window
        if uses[key] == nil { order.append(key) }
        uses[key, default: []].append((place, window))
      }
    }
    var found: [Choice] = []
    for key in order {
      guard let uses = uses[key] else { continue }
      let distinct = Array(Set(uses.map(\.window))).sorted()
      let columns = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
      let all = uses.map { (place: $0.place, column: columns[$0.window] ?? 0) }
      let isPassed = !isAtMoments && isPassedAtOnce(distinct, uses.map(\.place), crossed)
      if key < 0, uses.count > 1, !isPassed {
        let joint = network.ties.joint(-1 - key)
        if joint.isComplete {
          var seen: Set<[ClosedRange<Int64>?]> = []
          let rows = joint.rows.map { row in
            distinct.map { window in joint.places[window].flatMap { row[$0] } }
          }.filter { seen.insert($0).inserted && !$0.contains(nil) }
          found.append(Choice(uses: all, rows: rows.filter { holds($0) }.map { $0.map(counted) }))
          continue
        }
        // The first and the last of these are together.
        if distinct.allSatisfy({ bounds[$0] != nil }) {
          found.append(Choice(uses: all, rows: [distinct.map { counted(bounds[$0]) }]))
          continue
        }
        if isCautious {
          found.append(
            Choice(uses: all, rows: cautiousRows(distinct, joint, uses.map(\.window)).map { $0.map(counted) })
          )
          continue
        }
        if distinct.count > 1 || windows[distinct[0]].extent == .span { isVagueWay = true }
      }
      // As wide as each may be, or if it is one day each of its days.
      var rows: [[ClosedRange<Int64>]] = []
      for window in distinct { rows.append(values(of: window, uses: uses.count { $0.window == window })) }
      if distinct.count == 1 {
        found.append(Choice(uses: all, rows: rows[0].map { [counted($0)] }))
      } else {
        for (column, values) in rows.enumerated() {
          found.append(
            Choice(
              uses: all.filter { $0.column == column }.map { (place: $0.place, column: 0) },
              rows: values.map { [counted($0)] }))
        }
      }
    }
    return found.contains { $0.rows.isEmpty } ? nil : found
  }

  /// Values that some windows of a tie surely have together in some assignment, where all of them are too many: one is as wide
  /// as it may be while the others are as narrow as they are for certain, or what was drawn.
  private func cautiousRows(_ distinct: [Int], _ joint: WindowTies.Joint, _ uses: [Int])
    -> [[ClosedRange<Int64>?]]
  {
    let wide = distinct.indices.compactMap { place -> [ClosedRange<Int64>?]? in
      var row: [ClosedRange<Int64>?] = []
      for (other, number) in distinct.enumerated() {
        let window = windows[number]
        if other == place, uses.count(where: { $0 == number }) == 1 {
          row.append(window.earliestStart...window.latestLast)
        } else {
          guard !window.isUnsettled else { return nil }
          row.append(window.latestStart...window.earliestLast)
        }
      }
      return row
    }
    let drawn = joint.rows.map { row in distinct.map { window in joint.places[window].flatMap { row[$0] } } }
    return wide + drawn.filter { !$0.contains(nil) }
  }

  /// Whether the ends of a span do not matter together, since who comes into it and leaves it can do so at one moment: he waits
  /// as long as he likes, before it or after it, unless he or who comes next exists too short.
  private func isPassedAtOnce(_ distinct: [Int], _ places: [Int], _ crossed: [[Int]]) -> Bool {
    guard distinct.count == 1, windows[distinct[0]].extent == .span else { return false }
    guard places.count == 2, places[1] == places[0] + 1 else { return places.count == 1 }
    let window = windows[distinct[0]]
    func gates(_ place: Int) -> [Window] { crossed[place].filter { $0 != distinct[0] }.map { windows[$0] } }
    return gates(places[0]).allSatisfy { $0.latestLast >= window.latestLast }
      || gates(places[1]).allSatisfy { $0.earliestStart <= window.earliestStart }
  }

  /// Whether all of some windows hold at some moment of the date at which the graph is seen.
  private func holds(_ row: [ClosedRange<Int64>?]) -> Bool {
    guard let date = network.view.options.at else { return true }
    let range = date.earliest.seconds...date.latest.seconds
    return row.allSatisfy { $0.map { $0.overlaps(range) } ?? true }
  }

  private func counted(_ range: ClosedRange<Int64>?) -> ClosedRange<Int64>? {
    range.map { clock.moment($0.lowerBound)...max(clock.moment($0.lowerBound), clock.moment($0.upperBound)) }
  }

  /// The values of a window that is known by no other.
  private mutating func values(of number: Int, uses: Int) -> [ClosedRange<Int64>] {
    let window = windows[number]
    let wide = window.earliestStart...window.latestLast
    guard window.extent == .instant, window.isUncertain else { return [wide] }
    let stretches = network.drafts.stretches(ofWindow: number)
    guard uses > 1 else {
      return stretches.isEmpty ? [wide] : stretches
    }
    guard window.earliestStart != .min, window.latestLast != .max else {
      isVagueWay = true
      return [wide]
    }
    let length = window.earliestLast - window.earliestStart + 1
    var found: [ClosedRange<Int64>] = []
    for stretch in stretches.isEmpty ? [wide] : stretches {
      var start = stretch.lowerBound
      while start <= stretch.upperBound {
        guard found.count < 20_000 else {
          isVagueWay = true
          return [wide]
        }
        found.append(start...min(start + length - 1, stretch.upperBound))
        start += length
      }
    }
    return found
  }
}

/// Chooses values for windows, so that a way can be followed.
private struct ValueSearch {
  struct Best {
    let departure, start: Int64
    /// For each crossing, the last of the starts up to it, as of the first crossing.
    let starts: [Int64]
  }

  private let leads: [Int64]
  private let earliest, latest: Int64
  private let aim: JourneyProof.Aim
  private(set) var budget: Int
  private(set) var best: Best?
  private var choices: [(uses: [(place: Int, column: Int)], rows: [[ClosedRange<Int64>?]])] = []
  /// For each crossing the first and the last moment for it, as of the first crossing.
  private var starts, lasts: [Int64]

  init(leads: [Int64], earliest: Int64, latest: Int64, aim: JourneyProof.Aim, budget: Int) {
    (self.leads, self.earliest, self.latest, self.aim, self.budget) = (leads, earliest, latest, aim, budget)
    starts = leads.map { _ in .min }
    lasts = leads.map { _ in .max }
  }

  mutating func add(_ uses: [(place: Int, column: Int)], _ rows: [[ClosedRange<Int64>?]]) {
    // What begins first, or ends last, is tried first.
    let first = uses.map(\.column).first ?? 0
    let sorted = rows.sorted { one, other in
      switch aim {
      case .arrival: (one[first]?.lowerBound ?? .min) < (other[first]?.lowerBound ?? .min)
      case .departure: (one[first]?.upperBound ?? .max) > (other[first]?.upperBound ?? .max)
      }
    }
    choices.append((uses, sorted))
  }

  mutating func run() { choose(0) }

  private mutating func choose(_ number: Int) {
    guard number < choices.count else { return take() }
    for row in choices[number].rows {
      budget -= 1
      if budget < 0 { return }
      let (oldStarts, oldLasts) = (starts, lasts)
      for (place, column) in choices[number].uses {
        guard let range = row[column] else { continue }
        starts[place] = max(starts[place], later(range.lowerBound, by: -leads[place]))
        lasts[place] = min(lasts[place], later(range.upperBound, by: -leads[place]))
      }
      if mayLeadOn() { choose(number + 1) }
      (starts, lasts) = (oldStarts, oldLasts)
    }
  }

  /// Whether the values so far leave a way, and one that is better than the best.
  private func mayLeadOn() -> Bool {
    var ready = earliest
    for place in starts.indices {
      ready = max(ready, starts[place])
      if ready > lasts[place] { return false }
    }
    if ready > latest { return false }
    guard let best else { return true }
    switch aim {
    case .arrival: return max(ready, .min) < max(best.start, best.departure)
    case .departure: return departure > best.departure
    }
  }

  private var departure: Int64 { lasts.reduce(latest, min) }

  private mutating func take() {
    var ready = earliest
    let readiness = starts.map { start in
      ready = max(ready, start)
      return ready
    }
    // Who comes as early as can be leaves as early too.
    let departure = aim == .arrival ? readiness[0] : departure
    best = Best(departure: departure, start: ready, starts: readiness)
  }
}

/// A moment some time later, or earlier; open ends stay what they are.
func later(_ moment: Int64, by duration: Int64) -> Int64 {
  if moment == .min || moment == .max { return moment }
  let (sum, overflows) = moment.addingReportingOverflow(duration)
  return overflows ? (duration < 0 ? .min : .max) : sum
}
