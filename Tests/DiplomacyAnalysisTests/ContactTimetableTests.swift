import Chronology
import Diplomacy
import Networks
import TestSupport
import Testing

@testable import DiplomacyAnalysis

/// Journeys under uncertain dates, against all assignments of the dates and all sequences of contacts.
@Suite struct ContactTimetableTests {
  /// Four actors and two hubs; hub 4 and hub 5 have a window that their participants share.
  struct Case {
    var windows: [Window] = []
    var contacts: [DatedContact] = []

    init(_ numbers: inout SeededNumbers) {
      for _ in 0..<2 { windows.append(Self.window(&numbers)) }
      for hub in 4...5 {
        for actor in 0..<4 where Int.random(in: 0..<3, using: &numbers) > 0 {
          var window = hub - 4
          if Int.random(in: 0..<4, using: &numbers) == 0 {
            windows.append(Self.window(&numbers))
            window = windows.count - 1
          }
          contacts.append(
            DatedContact(source: actor, target: hub, window: window))
        }
      }
      if Bool.random(using: &numbers) {
        windows.append(Self.window(&numbers))
        let (one, other) = (Int.random(in: 0..<2, using: &numbers), Int.random(in: 2..<4, using: &numbers))
        contacts.append(
          DatedContact(source: one, target: other, window: windows.count - 1))
      }
    }

    private static func window(_ numbers: inout SeededNumbers) -> Window {
      func some(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &numbers) }
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0:
        let start = some(0...4)
        return Window(start: start, last: some(start...5))
      case 1:
        let first = some(0...4)
        return .instant(earliest: first, latest: min(first + some(0...2), 5))
      default:
        let start = some(0...3)
        let last = some(start...5)
        return Window(
          earliestStart: start, latestStart: start + some(0...2), earliestLast: last,
          latestLast: max(last, start) + some(0...1))
      }
    }

    /// Every way to know all dates.
    var assignments: [[(start: Int64, last: Int64)]] {
      windows.reduce([[]]) { all, window in
        var choices: [(start: Int64, last: Int64)] = []
        for start in window.earliestStart...window.latestStart {
          if window.extent == .instant {
            choices.append((start, start))
          } else {
            for last in window.earliestLast...window.latestLast where start <= last {
              choices.append((start, last))
            }
          }
        }
        return all.flatMap { before in choices.map { before + [$0] } }
      }
    }

    /// Every way along different contacts, with the nodes on it.
    func sequences(from source: Int, to target: Int) -> [[(contact: Int, from: Int, to: Int)]] {
      var found: [[(contact: Int, from: Int, to: Int)]] = []
      func go(_ node: Int, _ path: [(contact: Int, from: Int, to: Int)]) {
        if node == target, !path.isEmpty { found.append(path) }
        guard path.count < 6 else { return }
        for (index, contact) in contacts.enumerated() where !path.contains(where: { $0.contact == index }) {
          let (one, other) = (contact.source, contact.target)
          guard one == node || other == node else { continue }
          let next = one == node ? other : one
          go(next, path + [(index, node, next)])
        }
      }
      go(source, [])
      return found
    }

    /// When a way arrives if it is ready at a moment, under one assignment; nil where it is blocked.
    func arrival(
      _ path: [(contact: Int, from: Int, to: Int)], _ dates: [(start: Int64, last: Int64)], ready: Int64,
      strict: Bool
    ) -> Int64? {
      var ready = ready
      var moment = ready
      for (place, step) in path.enumerated() {
        let window = dates[contacts[step.contact].window]
        // Leaving a hub is part of the same step.
        if strict, place > 0, step.from < 4 { ready = moment + 1 }
        moment = max(ready, window.start)
        guard moment <= window.last else { return nil }
        ready = moment
      }
      return moment
    }
  }

  private func layer(_ one: Case) -> ContactNetwork.Layer {
    ContactNetwork.Layer(
      statements: one.contacts.map { _ in 0 },
      contacts: one.contacts, windows: one.windows, isDirected: false,
      owners: one.windows.map { _ in .statement(0) })
  }

  private var graph: DiplomaticGraph {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("h1", parties: "A")
    builder.agreement("h2", parties: "A")
    return builder.graph
  }

  @Test(arguments: [false, true])
  func possibleAndCertainJourneysAreThoseOfAllAssignments(strict: Bool) throws {
    var numbers = SeededNumbers(seed: strict ? 1648 : 1815)
    let graph = graph
    let rules = JourneyRules(moments: strict ? .increasing : .nonDecreasing, earliest: 0)
    var compared = 0
    for round in 0..<Thoroughness.cases(1000, thorough: 20_000) {
      let one = Case(&numbers)
      let assignments = one.assignments
      if assignments.count > 300 { continue }
      let best = ContactTimetable(layer(one), graph, .possible)
      let worst = ContactTimetable(layer(one), graph, .certain)
      for (source, target) in [(0, 3), (1, 2)] {
        let paths = one.sequences(from: source, to: target)
        var possibleArrival, certainArrival, possibleDeparture, certainDeparture: Int64?
        var possibleHops, certainHops: Int?
        for path in paths {
          let arrivals = assignments.map { one.arrival(path, $0, ready: 0, strict: strict) }
          // The latest moment at which to be ready, assignment by assignment.
          let departures = assignments.map { dates -> Int64? in
            (0...8).reversed().first { one.arrival(path, dates, ready: $0, strict: strict) != nil }
          }
          let hops = path.count { $0.from < 4 }
          let allowed = arrivals.compactMap { $0 }
          if let first = allowed.min() {
            possibleArrival = min(possibleArrival ?? .max, first)
            possibleHops = min(possibleHops ?? .max, hops)
            possibleDeparture = max(possibleDeparture ?? .min, departures.compactMap { $0 }.max() ?? .min)
          }
          if allowed.count == assignments.count {
            certainArrival = min(certainArrival ?? .max, allowed.max() ?? .max)
            certainHops = min(certainHops ?? .max, hops)
            certainDeparture = max(certainDeparture ?? .min, departures.compactMap { $0 }.min() ?? .min)
          }
        }
        let words = "round \(round), \(source)–\(target): \(one.contacts) \(one.windows)"
        let (found, sure) = (ends(of: best, source, target), ends(of: worst, source, target))
        #expect(try found?.arrival(rules) == possibleArrival, "\(words)")
        #expect(try sure?.arrival(rules) == certainArrival, "\(words)")
        #expect(try found?.hops(rules) == possibleHops, "\(words)")
        #expect(try sure?.hops(rules) == certainHops, "\(words)")
        #expect(try found?.departure(rules) == possibleDeparture, "\(words)")
        #expect(try sure?.departure(rules) == certainDeparture, "\(words)")
        compared += 1
      }
    }
    #expect(compared > 250, "\(compared)")
  }

  /// Two actors in a timetable.
  private struct Ends {
    let timetable: Timetable
    let from, to: NodeIndex

    func arrival(_ rules: JourneyRules) throws -> Int64? {
      try timetable.earliestJourneys(from: from, under: rules).arrival(at: to)
    }

    func hops(_ rules: JourneyRules) throws -> Int? {
      try timetable.fewestHopJourneys(from: from, under: rules).hops(to: to)
    }

    func departure(_ rules: JourneyRules) throws -> Int64? {
      try timetable.latestJourneys(to: to, under: rules).departure(from: from)
    }
  }

  /// Nil where one of the two is not in touch.
  private func ends(of contacts: ContactTimetable, _ source: Int, _ target: Int) -> Ends? {
    guard let from = contacts.node(at: source), let to = contacts.node(at: target) else { return nil }
    return Ends(timetable: contacts.timetable, from: from, to: to)
  }
}
