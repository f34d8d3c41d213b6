import Foundation
import Networks
import TestSupport
import Testing

@Suite struct TemporalMeasuresTests {
  @Test(arguments: 0..<4) func closenessMatchesAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 1100 + seed)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let small = SmallTimetable.random(using: &generator)
      let unit = Int64.random(in: 1...3, using: &generator)
      for (distance, isHops) in [
        (TemporalDistance.hops, true), (.duration(unit: unit), false), (.arrival(unit: unit), false),
      ] {
        let expected = (0..<small.nodeCount).map { source -> Double in
          if small.hubs.contains(source) { return 0 }
          let ends = small.journeyEnds(from: source)
          return (0..<small.nodeCount).reduce(0) { sum, node in
            let arriving = ends.filter { $0.node == node }
            if node == source || small.hubs.contains(node) || arriving.isEmpty { return sum }
            if isHops { return sum + 1 / Double(arriving.map(\.hops).min() ?? 0) }
            let isDuration = distance == .duration(unit: unit)
            let times = arriving.map { $0.arrival - (isDuration ? $0.departure : small.rules.earliest) }
            return sum + 1 / (1 + Double(times.min() ?? 0) / Double(unit))
          }
        }
        let found = try small.timetable.temporalCloseness(
          under: small.rules, by: distance, threads: .atMost(1))
        #expect(isClose(found, expected), "\(distance): \(found), not \(expected): \(small)")
      }
    }
  }

  @Test(arguments: 0..<4) func betweennessMatchesAllSequences(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 1200 + seed)
    for round in 0..<Thoroughness.cases(450, thorough: 4500) {
      let small = smallTimetable(using: &generator, isDense: round % 50 == 0)
      for kind in [JourneyKind.shortest, .shortestForemost] {
        // Hubs count as themselves, or all as the first one.
        for owners in [nil, (0..<small.nodeCount).map { small.hubs.contains($0) ? small.hubs[0] : $0 }] {
          let expected = small.betweenness(kind, owners ?? Array(0..<small.nodeCount))
          let found = try small.timetable.temporalBetweenness(
            under: small.rules, journeys: kind, countingAs: owners?.map { NodeIndex($0) }, threads: .atMost(1)
          )
          #expect(isClose(found, expected), "\(kind): \(found), not \(expected): \(small)")
        }
      }
    }
  }

  private func smallTimetable(using generator: inout SeededNumbers, isDense: Bool) -> SmallTimetable {
    var small = SmallTimetable.random(using: &generator)
    small.contacts = Array(small.contacts.prefix(isDense ? 9 : 7))
    if Bool.random(using: &generator) { small.contacts.append(small.contacts[0]) }
    small.rules.waitingLimit = nil
    small.rules.transit = min(small.rules.transit, 1)
    if Bool.random(using: &generator) { small.rules.moments = .increasing }
    return small
  }

  @Test func pathHasItsClosedForms() throws {
    // Contact i joins i and i + 1 at moment i, both ways: journeys lead to all nodes after, and one node back.
    let contacts = (0..<5).map {
      TimedContact(source: NodeIndex($0), target: NodeIndex($0 + 1), at: Int64($0))
    }
    let path = Timetable(nodeCount: 6, contacts: contacts, direction: .undirected)
    for kind in [JourneyKind.shortest, .shortestForemost] {
      let between: [Double] = (0..<6).map { (node: Int) in Double(node * (5 - node)) }
      #expect(try path.temporalBetweenness(journeys: kind) == between, "\(kind)")
    }
    let reciprocals: Double = (1...5).reduce(0) { $0 + 1 / Double($1) }
    #expect(try path.temporalCloseness()[0] == reciprocals)
    #expect(try path.temporalCloseness()[5] == 1)
    // Node i is reached from node 0 at moment i − 1, and the journey departs at 0.
    let duration = try path.temporalCloseness(by: .duration(unit: 2))
    let halves: Double = [1, 1.5, 2, 2.5, 3].reduce(0) { $0 + 1 / $1 }
    #expect(duration[0] == halves)
    #expect(try duration == path.temporalCloseness(under: JourneyRules(earliest: 0), by: .duration(unit: 2)))
    let arrival = try path.temporalCloseness(under: JourneyRules(earliest: 0), by: .arrival(unit: 1))
    #expect(arrival[0] == reciprocals)
    #expect(arrival[5] == 1.0 / 5)
  }

  @Test func starAndAgreementScoreAllPairs() throws {
    let contacts = (1..<8).map {
      TimedContact(source: NodeIndex(0), target: NodeIndex($0), start: 3, last: 9)
    }
    let star = Timetable(nodeCount: 8, contacts: contacts, direction: .undirected)
    let agreement = Timetable(
      nodeCount: 8, contacts: contacts, direction: .undirected, hubs: [NodeIndex(0)])
    for kind in [JourneyKind.shortest, .shortestForemost] {
      #expect(try star.temporalBetweenness(journeys: kind) == [42, 0, 0, 0, 0, 0, 0, 0])
      #expect(try agreement.temporalBetweenness(journeys: kind) == [42, 0, 0, 0, 0, 0, 0, 0])
    }
    #expect(try star.temporalCloseness() == [7, 4, 4, 4, 4, 4, 4, 4])
    #expect(try agreement.temporalCloseness() == [0, 6, 6, 6, 6, 6, 6, 6])
  }

  @Test func shortestAndForemostJourneysTakeDifferentWays() throws {
    // From 0 to 3: over 1 by moment 3 in two hops, directly at 5, and over 2 twice by moment 5.
    let contacts = [(0, 1, 1), (1, 3, 3), (0, 3, 5), (0, 2, 4), (0, 2, 5), (2, 3, 5)].map {
      TimedContact(source: NodeIndex($0.0), target: NodeIndex($0.1), at: $0.2)
    }
    let timetable = Timetable(nodeCount: 4, contacts: contacts, direction: .directed)
    #expect(try timetable.temporalBetweenness() == [0, 0, 0, 0])
    #expect(try timetable.temporalBetweenness(journeys: .shortestForemost) == [0, 1, 0, 0])
    #expect(
      try timetable.temporalBetweenness(under: JourneyRules(earliest: 2), journeys: .shortestForemost)[2] == 0
    )
    // Without the direct contact two of the three journeys with two hops lead over 2.
    let without = Timetable(
      nodeCount: 4, contacts: contacts.filter { $0.source.position != 0 || $0.target.position != 3 },
      direction: .directed)
    let thirds: [Double] = [0, 1.0 / 3, 2.0 / 3, 0]
    #expect(try isClose(without.temporalBetweenness(), thirds))
  }

  @Test func threadsMakeNoDifference() throws {
    var generator = SeededNumbers(seed: 1648)
    let contacts = (0..<400).map { place in
      let start = Int64.random(in: 0..<50, using: &generator)
      return TimedContact(
        source: NodeIndex(Int.random(in: 0..<70, using: &generator)),
        target: NodeIndex(Int.random(in: 0..<70, using: &generator)), start: start,
        last: start + (place % 3 == 0 ? Int64.random(in: -2...9, using: &generator) : 0))
    }
    let timetable = Timetable(
      nodeCount: 70, contacts: contacts, direction: .undirected, hubs: (60..<70).map { NodeIndex($0) })
    let rules = JourneyRules(moments: .increasing, earliest: 0)
    for kind in [JourneyKind.shortest, .shortestForemost] {
      let one = try timetable.temporalBetweenness(under: rules, journeys: kind, threads: .atMost(1))
      #expect(try one == timetable.temporalBetweenness(under: rules, journeys: kind, threads: .atMost(2)))
      #expect(one.contains { $0 > 0 })
    }
    for distance in [TemporalDistance.hops, .duration(unit: 7), .arrival(unit: 7)] {
      let one = try timetable.temporalCloseness(under: rules, by: distance, threads: .atMost(1))
      #expect(try one == timetable.temporalCloseness(under: rules, by: distance, threads: .atMost(2)))
    }
  }

  @Test func noNodesHaveNoScores() throws {
    let none = Timetable(nodeCount: 0, contacts: [], direction: .directed)
    #expect(try none.temporalBetweenness() == [])
    #expect(try none.temporalCloseness() == [])
  }

  private func isClose(_ one: [Double], _ other: [Double]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) < 1e-9 }
  }
}

extension SmallTimetable {
  /// A sequence of contacts that can be crossed one after the other, the nodes it comes to, and the moments at
  /// which its last one can be crossed.
  private struct Sequence {
    var nodes: [Int]
    var hops = 0
    var betweenHubs = 0
    var moments: [Int64] = []
    var time: Int64 = 0
  }

  /// By all sequences of contacts that come to as many nodes as there are, or fewer, and to some of them twice.
  fileprivate func betweenness(_ kind: JourneyKind, _ owners: [Int]) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    for source in 0..<nodeCount where !hubs.contains(source) {
      var found: [Sequence] = []
      follow(Sequence(nodes: [source]), into: &found)
      for target in 0..<nodeCount where target != source && !hubs.contains(target) {
        var best = found.filter { $0.nodes.last == target }
        if kind == .shortestForemost {
          let arrival = best.map { ($0.moments.min() ?? 0) + $0.time }.min()
          best.removeAll { ($0.moments.min() ?? 0) + $0.time != arrival }
        }
        let hops = best.map(\.hops).min()
        best.removeAll { $0.hops != hops }
        let betweenHubs = best.map(\.betweenHubs).min()
        best.removeAll { $0.betweenHubs != betweenHubs }
        for sequence in best {
          let between = sequence.nodes.dropFirst().dropLast().map { owners[$0] }
          for (place, owner) in zip(between.indices, between) {
            if place > between.startIndex, between[place - 1] == owner { continue }
            scores[owner] += 1 / Double(best.count)
          }
        }
      }
    }
    return scores
  }

  private func follow(_ sequence: Sequence, into found: inout [Sequence]) {
    guard sequence.nodes.count <= nodeCount, let node = sequence.nodes.last else { return }
    let isHub = hubs.contains(node)
    for (place, to) in exits(of: node) {
      let contact = contacts[place]
      var next = sequence
      next.time = isHub ? 0 : rules.transit
      next.moments = []
      // Who crosses an inverted contact is ready by its last moment and across at its start.
      let isInverted = contact.start > contact.last
      for ready in (isInverted ? contact.last : contact.start)...contact.last {
        let moment = isInverted ? contact.start : ready
        if ready < rules.earliest || moment + next.time > rules.latest { continue }
        let canCross =
          sequence.nodes.count == 1
          || sequence.moments.contains {
            ready >= $0 + sequence.time
              && (isHub || rules.moments == .nonDecreasing || ready >= $0 + rules.rise)
          }
        if canCross { next.moments.append(moment) }
      }
      if next.moments.isEmpty { continue }
      next.nodes.append(to)
      if !isHub { next.hops += 1 }
      if isHub, hubs.contains(to) { next.betweenHubs += 1 }
      found.append(next)
      follow(next, into: &found)
    }
  }
}
