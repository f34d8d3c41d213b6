import Networks

/// What can be timed: one line a measure, with the conventions of the table in peers.py.
///
/// Calling `compute` is timed; calling what it returns, which makes the result comparable, is not, as with peers.
let measures: [(name: String, compute: @Sendable (Network, ThreadCount) -> () -> [Double])] = [
  ("betweenness", { same($0.betweenness(threads: $1)) }),
  ("harmonic closeness", { same($0.harmonicCloseness(threads: $1)) }),
  ("closeness", { same($0.closeness(threads: $1)) }),
  (
    "edge betweenness",
    { network, threads in
      let found = network.edgeBetweenness(threads: threads)
      return { found.map(\.score) }
    }
  ),
  (
    "eigenvector",
    { network, _ in same(scores { () throws(MeasureError) in try network.eigenvectorCentrality() }) }
  ),
  (
    "katz",
    { network, _ in
      // Below the reciprocal of the spectral radius, which is no larger than the largest degree.
      let alpha = 0.5 / Double(network.degree().max() ?? 1)
      let found = scores { () throws(MeasureError) in try network.katzCentrality(attenuation: .alpha(alpha)) }
      return { unit(found) }
    }
  ),
  ("pagerank", { network, _ in same(scores { () throws(MeasureError) in try network.pageRank() }) }),
  (
    "hits",
    { network, _ in
      let found = scores { () throws(MeasureError) in try network.hubsAndAuthorities().hubs }
      return { unit(found) }
    }
  ),
  ("core", { network, _ in numbers(network.coreNumbers()) }),
  (
    "constraint",
    { network, _ in
      let found = network.constraint()
      return { found.map { $0.isNaN ? 0 : $0 } }
    }
  ),
  (
    "articulation points",
    { network, _ in
      let found = network.cutPoints()
      return {
        var isOne = [Double](repeating: 0, count: network.nodeCount)
        for node in found.articulationPoints { isOne[Int(node.rawValue)] = 1 }
        return isOne
      }
    }
  ),
  (
    "bridges",
    { network, _ in
      let found = network.cutPoints().bridges
      return { found.flatMap { [Double($0.one.rawValue), Double($0.other.rawValue)] } }
    }
  ),
  ("degree", { network, _ in numbers(network.degree()) }),
  ("components", { network, _ in numbers(network.components().componentOfNode) }),
]

/// Those whose time should grow in step with the edges.
let linearMeasures = ["degree", "components", "core", "articulation points", "pagerank"]

private func unit(_ scores: [Double]) -> [Double] {
  let length = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return scores.map { $0 / length }
}

private func same(_ scores: [Double]) -> () -> [Double] { { scores } }

private func numbers(_ counts: [Int]) -> () -> [Double] { { counts.map(Double.init) } }

/// The scores of an iterative measure; ends the program when it does not settle.
private func scores(_ compute: () throws(MeasureError) -> [Double]) -> [Double] {
  do throws(MeasureError) {
    return try compute()
  } catch {
    fatalError("\(error)")
  }
}
