import Networks

/// What can be timed: one line a measure, with the conventions of the table in peers.py.
let measures: [(name: String, compute: @Sendable (Network, ThreadCount) -> [Double])] = [
  ("betweenness", { $0.betweenness(threads: $1) }),
  ("harmonic closeness", { $0.harmonicCloseness(threads: $1) }),
  ("degree", { network, _ in network.degree().map(Double.init) }),
  ("components", { network, _ in network.components().componentOfNode.map(Double.init) }),
]

/// Those whose time should grow in step with the edges.
let linearMeasures = ["degree", "components"]
