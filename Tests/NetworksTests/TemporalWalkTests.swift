import Foundation
import Networks
import TestSupport
import Testing

/// Measures of temporal walks, against all walks one by one.
@Suite struct TemporalWalkTests {
  @Test(arguments: 0..<4) func katzMatchesAllWalks(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 1300 + seed)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let small = smallInstants(using: &generator)
      let end = Int64.random(in: 0...7, using: &generator)
      let alpha: Double = Bool.random(using: &generator) ? 0.5 : 2
      let decay: Double = end % 2 == 0 ? 0 : 0.25
      let transit = small.hubs.isEmpty ? Int64.random(in: 0...2, using: &generator) : 0
      var expected = [Double](repeating: 0, count: small.nodeCount)
      let hops = small.hops.filter { $0.exit + transit <= end }
      func follow(_ hop: Hop, _ worth: Double) {
        expected[hop.to] += worth
        for next in hops where next.from == hop.to && next.entry >= hop.exit + max(transit, 1) {
          follow(next, worth * alpha)
        }
      }
      // What is lost from the first contact to the end is lost once.
      for hop in hops { follow(hop, alpha * exp(-decay * Double(end - hop.entry))) }
      let found = try small.timetable.temporalKatz(alpha: alpha, decay: decay, transit: transit, until: end)
      #expect(isClose(found, expected), "\(found), not \(expected): \(small)")
    }
  }

  @Test(arguments: 0..<4) func walkCentralityMatchesAllPairsOfWalks(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 1400 + seed)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let small = smallInstants(using: &generator)
      let alpha: Double = Bool.random(using: &generator) ? 0.5 : 1
      let beta: Double = Bool.random(using: &generator) ? 0.25 : 2
      let hops = small.hops
      /// All walks that end with a hop, each weakened by alpha for every hop before it.
      func before(_ hop: Hop) -> Double {
        hops.reduce(1) { $1.to == hop.from && $1.exit < hop.entry ? $0 + alpha * before($1) : $0 }
      }
      func after(_ hop: Hop) -> Double {
        hops.reduce(1) { $1.from == hop.to && $1.entry > hop.exit ? $0 + beta * after($1) : $0 }
      }
      var expected = [Double](repeating: 0, count: small.nodeCount)
      for hop in hops {
        for next in hops where next.from == hop.to && next.entry > hop.exit {
          expected[hop.to] += before(hop) * after(next)
        }
        if let hub = hop.hub { expected[hub] += before(hop) * after(hop) }
      }
      let found = try small.timetable.temporalWalkCentrality(alpha: alpha, beta: beta)
      #expect(isClose(found, expected), "\(found), not \(expected): \(small)")
    }
  }

  @Test(arguments: 0..<4) func pageRankMatchesTheMeanOfAllOrders(seed: UInt64) {
    var generator = SeededNumbers(seed: 1500 + seed)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let small = smallInstants(using: &generator)
      let damping: Double = Bool.random(using: &generator) ? 0.85 : 0.5
      let waiting: Double = Bool.random(using: &generator) ? 0 : 0.4
      let expected = small.pageRank(damping: damping, waiting: waiting)
      let found = small.timetable.temporalPageRank(damping: damping, waiting: waiting)
      #expect(isClose(found, expected), "\(found), not \(expected): \(small)")
    }
  }

  @Test func closedForms() throws {
    let contacts = (0..<3).map {
      TimedContact(source: NodeIndex($0), target: NodeIndex($0 + 1), at: Int64($0))
    }
    let path = Timetable(nodeCount: 4, contacts: contacts, direction: .directed)
    let geometric: [Double] = [0, 0.5, 0.75, 0.875]
    #expect(try path.temporalKatz(alpha: 0.5) == geometric)
    // One walk comes to node 1 and two leave it; at node 2 it is the other way round.
    #expect(try path.temporalWalkCentrality(alpha: 1, beta: 1) == [0, 2, 2, 0])
    let empty = Timetable(nodeCount: 2, contacts: [], direction: .directed)
    #expect(try empty.temporalKatz(alpha: 1) == [0, 0])
    #expect(try empty.temporalWalkCentrality(alpha: 1, beta: 1) == [0, 0])
    #expect(empty.temporalPageRank() == [0, 0])
  }

  @Test func aMeetingOfFourLeadsFromEachToTheOthers() throws {
    let members = (1..<5).map { TimedContact(source: NodeIndex($0), target: NodeIndex(0), at: 7) }
    let meeting = Timetable(nodeCount: 5, contacts: members, direction: .undirected, hubs: [NodeIndex(0)])
    #expect(try meeting.temporalKatz(alpha: 0.5) == [0, 1.5, 1.5, 1.5, 1.5])
    #expect(try meeting.temporalWalkCentrality(alpha: 1, beta: 1) == [12, 0, 0, 0, 0])
    #expect(isClose(meeting.temporalPageRank(), [0, 0.25, 0.25, 0.25, 0.25]))
  }

  @Test func tooManyWalksAreRefused() {
    let contacts = (0..<2000).map {
      TimedContact(source: NodeIndex(0), target: NodeIndex(1), at: Int64($0))
    }
    let busy = Timetable(nodeCount: 2, contacts: contacts, direction: .undirected)
    #expect(throws: MeasureError.tooManyWalks(measure: "Temporal Katz centrality")) {
      try busy.temporalKatz(alpha: 1)
    }
    #expect(throws: MeasureError.tooManyWalks(measure: "Temporal walk centrality")) {
      try busy.temporalWalkCentrality(alpha: 1, beta: 1)
    }
  }

  /// The example of the paper that walk centrality comes from is a path with two contacts in its middle.
  @Test func parallelContactsMakeDifferentWalks() throws {
    let contacts = [(0, 1, 1), (1, 2, 2), (1, 2, 3), (2, 3, 4)].map {
      TimedContact(source: NodeIndex($0.0), target: NodeIndex($0.1), at: $0.2)
    }
    let timetable = Timetable(nodeCount: 4, contacts: contacts, direction: .directed)
    #expect(try timetable.temporalWalkCentrality(alpha: 1, beta: 1) == [0, 4, 4, 0])
  }

  /// Contacts of one moment each, and no two hubs in touch.
  private func smallInstants(using generator: inout SeededNumbers) -> SmallTimetable {
    var small = SmallTimetable.random(using: &generator)
    small.contacts.removeAll { small.hubs.contains($0.source) && small.hubs.contains($0.target) }
    small.contacts = Array(small.contacts.prefix(7))
    for place in small.contacts.indices { small.contacts[place].last = small.contacts[place].start }
    return small
  }
}

/// A step of a walk: across a contact, or through a hub.
private struct Hop {
  let from: Int
  let to: Int
  let entry: Int64
  let exit: Int64
  let hub: Int?
}

extension SmallTimetable {
  /// All ways across contacts.
  private var ways: [(contact: Int, from: Int, to: Int, moment: Int64)] {
    (0..<nodeCount).flatMap { node in
      exits(of: node).filter { $0.to != node }.map { ($0.contact, node, $0.to, contacts[$0.contact].start) }
    }
  }

  fileprivate var hops: [Hop] {
    let ways = ways
    let direct = ways.filter { !hubs.contains($0.from) && !hubs.contains($0.to) }.map {
      Hop(from: $0.from, to: $0.to, entry: $0.moment, exit: $0.moment, hub: nil)
    }
    let through = ways.filter { hubs.contains($0.to) }.flatMap { entry in
      ways.filter { $0.from == entry.to && $0.to != entry.from && $0.moment >= entry.moment }.map {
        Hop(from: entry.from, to: $0.to, entry: entry.moment, exit: $0.moment, hub: entry.to)
      }
    }
    return direct + through
  }

  /// Temporal PageRank as published, for all orders in which a node's contacts of one moment may come.
  fileprivate func pageRank(damping: Double, waiting: Double) -> [Double] {
    var visits = [Double](repeating: 0, count: nodeCount)
    var walkers = visits
    var inHubs: [(contact: Int, to: Int, visits: Double, walkers: Double)] = []
    for moment in Set(ways.map(\.moment)).sorted() {
      var arriving: [(to: Int, visits: Double, walkers: Double)] = []
      var (nextVisits, nextWalkers) = (visits, walkers)
      for node in 0..<nodeCount where !hubs.contains(node) {
        let out = ways.filter { way in
          way.from == node && way.moment == moment
            && (!hubs.contains(way.to) || !exits(from: way.to, at: moment, for: node).isEmpty)
        }
        let orders = permutations(Array(out.indices))
        nextWalkers[node] = 0
        for order in orders {
          let share = 1 / Double(orders.count)
          var left = walkers[node]
          for place in order {
            left += 1 - damping
            nextVisits[node] += share * (1 - damping)
            let (visits, moved) = (share * damping * left, share * damping * (1 - waiting) * left)
            left *= waiting
            let way = out[place]
            guard hubs.contains(way.to) else {
              arriving.append((way.to, visits, moved))
              continue
            }
            let exits = exits(from: way.to, at: moment, for: node)
            for exit in exits {
              inHubs.append(
                (exit.contact, exit.to, visits / Double(exits.count), moved / Double(exits.count)))
            }
          }
          nextWalkers[node] += share * left
        }
      }
      (visits, walkers) = (nextVisits, nextWalkers)
      for waiting in inHubs where contacts[waiting.contact].start == moment {
        arriving.append((waiting.to, waiting.visits, waiting.walkers))
      }
      inHubs.removeAll { contacts[$0.contact].start == moment }
      for way in arriving {
        visits[way.to] += way.visits
        walkers[way.to] += way.walkers
      }
    }
    let total = visits.reduce(0, +)
    return total == 0 ? visits : visits.map { $0 / total }
  }

  private func exits(from hub: Int, at moment: Int64, for node: Int) -> [(contact: Int, to: Int)] {
    ways.filter { $0.from == hub && $0.to != node && $0.moment >= moment }.map { ($0.contact, $0.to) }
  }
}

private func isClose(_ one: [Double], _ other: [Double]) -> Bool {
  one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($1)) }
}

private func permutations(_ list: [Int]) -> [[Int]] {
  if list.isEmpty { return [[]] }
  return list.flatMap { first in permutations(list.filter { $0 != first }).map { [first] + $0 } }
}
