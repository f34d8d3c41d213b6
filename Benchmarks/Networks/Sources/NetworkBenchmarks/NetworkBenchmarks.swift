import Foundation
import Networks

/// Times a measure on an edge list, the reading left out, and prints one JSON object as peers.py does; or times
/// the linear measures on random networks of 10^4 edges and more, and prints a table.
@main struct NetworkBenchmarks {
  static let usage = """
    usage: NetworkBenchmarks <measure> <edges.csv> [--directed] [--threads <count>]
           NetworkBenchmarks --scaling [<most edges>]
           NetworkBenchmarks --journeys <contacts> <fewer contacts> <runs> <sources as JSON>
    """

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--scaling" {
      printScaling(upTo: arguments.count > 1 ? Int(arguments[1]) ?? 10_000_000 : 10_000_000)
      return
    }
    if arguments.first == "--journeys", arguments.count == 5 {
      try timeJourneys(arguments[1], arguments[2], runs: Int(arguments[3]) ?? 1, sources: arguments[4])
      return
    }
    var threads = ThreadCount.all
    if let place = arguments.firstIndex(of: "--threads"), place + 1 < arguments.count {
      guard let count = Int(arguments[place + 1]), count > 0 else { fail(usage) }
      threads = .atMost(count)
      arguments.removeSubrange(place...place + 1)
    }
    let isDirected = arguments.contains("--directed")
    arguments.removeAll { $0 == "--directed" }
    guard arguments.count == 2, let measure = measures.first(where: { $0.name == arguments[0] }) else {
      fail("\(usage)\nMeasures: \(measures.map(\.name).joined(separator: ", ")).")
    }
    let edges = try readEdges(arguments[1])
    let nodeCount = 1 + (edges.map { max($0.0, $0.1).position }.max() ?? -1)
    let network = Network(
      nodeCount: nodeCount, edges: edges, direction: isDirected ? .directed : .undirected)
    // Asked for twice: the first time loads what it takes to ask.
    restartPeak()
    _ = peakKilobytes()
    let before = residentKilobytes()
    restartPeak()
    let start = ContinuousClock.now
    let found = measure.compute(network, threads)
    var seconds = (ContinuousClock.now - start) / .seconds(1)
    let peak = peakKilobytes()
    let values = found()
    if seconds < 0.1 {
      // So short a time is mostly that of what is used for the first time: the median of more calls is told instead.
      let times = (0..<25).map { _ in
        let start = ContinuousClock.now
        let again = measure.compute(network, threads)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        precondition(again().count == values.count)
        return seconds
      }
      seconds = times.sorted()[12]
    }
    let result = Result(
      seconds: seconds, addedKilobytes: peak - before, peakKilobytes: peak, version: "this version",
      values: values)
    let encoder = JSONEncoder()
    FileHandle.standardOutput.write(try encoder.encode(result))
  }

  struct Result: Encodable {
    let seconds: Double
    /// What the computation took, and what the whole process had by then.
    let addedKilobytes: Int
    let peakKilobytes: Int
    let version: String
    let values: [Double]
  }

  static func fail(_ text: String) -> Never {
    FileHandle.standardError.write(Data((text + "\n").utf8))
    exit(2)
  }

  /// Lines of `source,target` after one line of headings.
  static func readEdges(_ path: String) throws -> [(NodeIndex, NodeIndex)] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
      let numbers = line.split(separator: UInt8(ascii: ",")).compactMap { Int(Substring($0)) }
      guard numbers.count == 2 else { fail("\(path): a line is not two numbers: \(Substring(line))") }
      return (NodeIndex(numbers[0]), NodeIndex(numbers[1]))
    }
  }

  static func printScaling(upTo most: Int) {
    let linear = measures.filter { linearMeasures.contains($0.name) }
    print("| edges | " + linear.map(\.name).joined(separator: " | ") + " |")
    print("|---:|" + linear.map { _ in "---:|" }.joined())
    var edgeCount = 10_000
    while edgeCount <= most {
      let network = randomNetwork(edgeCount: edgeCount)
      var cells = ["10^\(Int(log10(Double(edgeCount)).rounded()))"]
      for measure in linear {
        let times = (0..<5).map { _ in
          let start = ContinuousClock.now
          let found = measure.compute(network, .all)
          let seconds = (ContinuousClock.now - start) / .seconds(1)
          precondition(found().count == network.nodeCount)
          return seconds
        }
        let median = times.sorted()[2]
        cells.append(
          String(format: "%.2f ms, %.1f ns an edge", median * 1e3, median * 1e9 / Double(edgeCount)))
      }
      print("| " + cells.joined(separator: " | ") + " |")
      edgeCount *= 10
    }
  }

  /// Five edges a node, with ends drawn at random.
  static func randomNetwork(edgeCount: Int) -> Network {
    // Knuth's linear congruential generator, of which the upper bits serve.
    var state: UInt64 = 1648
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let nodeCount = edgeCount / 5
    let edges = (0..<edgeCount).map { _ in (NodeIndex(draw(nodeCount)), NodeIndex(draw(nodeCount))) }
    return Network(nodeCount: nodeCount, edges: edges, direction: .undirected)
  }
}
