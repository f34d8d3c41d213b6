import Networks

/// What can be timed: one line a measure, with the conventions of the table in peers.py.
let measures: [(name: String, compute: @Sendable (Network, ThreadCount) -> [Double])] = [
  ("betweenness", { $0.betweenness(threads: $1) }),
  ("harmonic closeness", { $0.harmonicCloseness(threads: $1) }),
  ("closeness", { $0.closeness(threads: $1) }),
  ("edge betweenness", { $0.edgeBetweenness(threads: $1).map(\.score) }),
  (
    "eigenvector", { network, _ in scores { () throws(MeasureError) in try network.eigenvectorCentrality() } }
  ),
  (
    "katz",
    { network, _ in
      // Below the reciprocal of the spectral radius, which is no larger than the largest degree.
      let alpha = 0.5 / Double(network.degree().max() ?? 1)
      let found = scores { () throws(MeasureError) in try network.katzCentrality(.alpha(alpha)) }
      let length = found.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return found.map { $0 / length }
    }
  ),
  ("pagerank", { network, _ in scores { () throws(MeasureError) in try network.pageRank() } }),
  ("core", { network, _ in network.coreNumbers().map(Double.init) }),
  ("constraint", { network, _ in network.constraint().map { $0.isNaN ? 0 : $0 } }),
  (
    "articulation points",
    { network, _ in
      var isOne = [Double](repeating: 0, count: network.nodeCount)
      for node in network.cutPoints().articulationPoints { isOne[Int(node.rawValue)] = 1 }
      return isOne
    }
  ),
  ("degree", { network, _ in network.degree().map(Double.init) }),
  ("components", { network, _ in network.components().componentOfNode.map(Double.init) }),
]

/// Those whose time should grow in step with the edges.
let linearMeasures = ["degree", "components", "core", "articulation points", "pagerank"]

/// The scores of an iterative measure; ends the program when it does not settle.
private func scores(_ compute: () throws(MeasureError) -> [Double]) -> [Double] {
  do throws(MeasureError) {
    return try compute()
  } catch {
    fatalError("\(error)")
  }
}
