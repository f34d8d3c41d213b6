import Foundation
import Networks

extension NetworkBenchmarks {
  private struct JourneyTimes: Encodable {
    /// Seconds: from one source, from each of many, and for reading all contacts once.
    let one, many, sum: Double
    /// From the first source; −1 where it does not lead.
    let arrivals: [Int64]
    /// Seconds for each node, all together: how many each reaches, and its closeness by arrival.
    let reach, closeness: Double
    /// The latter on all threads.
    let closenessOnAllThreads: Double
    let reached: [Int]
    let nearness: [Double]
    /// Scores by walks, a step counting a hundredth, and from the node on two.
    let katz, walk: [Double]
  }

  /// Times earliest arrivals over contacts `source target moment`, a crossing taking one unit, and reach, closeness and walks
  /// over those of a smaller file; prints JSON.
  static func timeJourneys(_ path: String, _ smallPath: String, runs: Int, sources: String) throws {
    let contacts = try readContacts(path)
    let nodeCount = 1 + (contacts.map { max($0.source, $0.target).position }.max() ?? -1)
    let timetable = Timetable(nodeCount: nodeCount, contacts: contacts, direction: .directed)
    let sources = try JSONDecoder().decode([Int].self, from: Data(sources.utf8)).map { NodeIndex($0) }
    let rules = JourneyRules(transit: 1, earliest: 0)
    func seconds(_ work: () throws -> Void) rethrows -> Double {
      let start = ContinuousClock.now
      try work()
      return (ContinuousClock.now - start) / .seconds(1)
    }
    func arrivals(from source: NodeIndex) throws -> ArrivalTable {
      try timetable.earliestArrivals(from: [source], under: rules, threads: .atMost(1))
    }
    var found = try arrivals(from: sources[0])
    let one = try (0..<runs).map { _ in try seconds { found = try arrivals(from: sources[0]) } }
    let many = try seconds {
      for source in sources {
        let row = try arrivals(from: source)
        precondition(row.nodeCount == nodeCount)
      }
    }
    var total: Int64 = 0
    let sum = (0..<runs).map { _ in seconds { for contact in contacts { total &+= contact.start } } }
    precondition(total != 1)
    let smallContacts = try readContacts(smallPath)
    let small = Timetable(
      nodeCount: 1 + (smallContacts.map { max($0.source, $0.target).position }.max() ?? -1),
      contacts: smallContacts, direction: .directed)
    var reached: [Int] = []
    let reach = try (0..<runs).map { _ in
      try seconds { reached = try small.reachCounts(under: rules, threads: .atMost(1)).outgoing }
    }
    var nearness: [Double] = []
    let fromOne = JourneyRules(transit: 1, earliest: 1)
    let closeness = try (0..<runs).map { _ in
      try seconds {
        nearness = try small.temporalCloseness(under: fromOne, by: .arrival(unit: 1), threads: .atMost(1))
      }
    }
    let closenessOnAllThreads = try (0..<runs).map { _ in
      try seconds {
        let again = try small.temporalCloseness(under: fromOne, by: .arrival(unit: 1))
        precondition(again == nearness)
      }
    }
    let nodes = Double(small.nodeCount)
    let result = try JourneyTimes(
      one: one.sorted()[runs / 2], many: many / Double(sources.count), sum: sum.sorted()[runs / 2],
      arrivals: (0..<nodeCount).map { found.arrival(fromSourceAt: 0, at: NodeIndex($0)) ?? -1 },
      reach: reach.sorted()[runs / 2] / nodes,
      closeness: closeness.sorted()[runs / 2] / nodes,
      closenessOnAllThreads: closenessOnAllThreads.sorted()[runs / 2] / nodes, reached: reached,
      nearness: nearness,
      katz: small.temporalKatz(alpha: 0.01), walk: small.temporalWalkCentrality(alpha: 0.01, beta: 0.02))
    FileHandle.standardOutput.write(try JSONEncoder().encode(result))
  }

  private static func readContacts(_ path: String) throws -> [TimedContact] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      let numbers = line.split(separator: UInt8(ascii: " ")).compactMap { Int64(Substring($0)) }
      guard numbers.count == 3 else { fail("\(path): a line is not three numbers: \(Substring(line))") }
      return TimedContact(
        source: NodeIndex(Int(numbers[0])), target: NodeIndex(Int(numbers[1])), at: numbers[2])
    }
  }
}
