import Networks
import TestSupport
import Testing

/// Against every assignment of the dates and every sequence of contacts, by definition.
@Suite struct EarliestArrivalsByDefinitionTests {
  @Test(arguments: 0..<8) func randomNetworksMatchEveryAssignmentAndSequence(seed: UInt64) {
    var generator = SeededNumbers(seed: seed)
    for round in 0..<450 {
      let small =
        switch round % 3 {
        case 0: SmallTemporalNetwork.random(using: &generator)
        case 1: SmallTemporalNetwork.randomChain(using: &generator)
        default: SmallTemporalNetwork.randomAgreements(using: &generator)
        }
      let departure = [Int64.min, .min, 0, 1, 2, 4].randomElement(using: &generator) ?? .min
      let slow = small.slowArrivals(from: 0, departingAt: departure)
      for (assumption, expected) in [(Assumption.possible, slow.possible), (.certain, slow.certain)] {
        let fast = small.network.earliestArrivals(
          from: NodeIndex(0), departingAt: departure, under: assumption)
        let found = (0..<small.nodeCount).map { fast.arrival(at: NodeIndex($0)) }
        #expect(found == expected, "\(assumption) from 0 at \(departure): \(small)")
        for node in 0..<small.nodeCount {
          guard let journey = fast.witness(to: NodeIndex(node)), let arrival = found[node] else { continue }
          let fault = small.fault(
            in: journey, from: 0, to: node, departingAt: departure, arrivingAt: arrival, under: assumption)
          #expect(fault == nil, "\(assumption) from 0 at \(departure) to \(node): \(small)")
          #expect(fast.hops(to: NodeIndex(node)) == journey.count)
        }
      }
    }
  }

  @Test func tiesGoToFewerContactsAndThenToLowerOnes() {
    var generator = SeededNumbers(seed: 1939)
    for _ in 0..<1000 {
      var small = SmallTemporalNetwork.random(using: &generator)
      // A window of its own for each contact, all dates known: the rule is then about journeys alone.
      small = SmallTemporalNetwork(
        nodeCount: small.nodeCount,
        windows: small.contacts.map {
          Window(start: small.windows[$0.window].earliestStart, last: small.windows[$0.window].latestLast)
        },
        contacts: small.contacts.enumerated().map { ($1.source, $1.target, $0) }, direction: small.direction)
      let earliest = small.slowArrivals(from: 0, departingAt: 0).possible
      let foremost = small.sequences(from: 0).filter { sequence in
        (0...sequence.contacts.count).allSatisfy { length in
          let start = SmallTemporalNetwork.Sequence(
            contacts: Array(sequence.contacts.prefix(length)), nodes: Array(sequence.nodes.prefix(length + 1))
          )
          return small.arrivals(of: start, departingAt: 0) == [earliest[start.nodes[length]]]
            && earliest[start.nodes[length]] != nil
        }
      }
      for assumption in [Assumption.possible, .certain] {
        let fast = small.network.earliestArrivals(from: NodeIndex(0), departingAt: 0, under: assumption)
        for node in 0..<small.nodeCount {
          let expected = foremost.filter { $0.nodes[$0.nodes.count - 1] == node }.map(\.contacts)
            .min {
              $0.count != $1.count
                ? $0.count < $1.count : $0.reversed().lexicographicallyPrecedes($1.reversed())
            }
          #expect(
            fast.witness(to: NodeIndex(node))?.map(\.contact.position) == expected,
            "\(assumption), to \(node): \(small)")
        }
      }
    }
  }
}
