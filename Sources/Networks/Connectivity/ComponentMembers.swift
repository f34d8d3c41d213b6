extension Components {
  /// Numbers the components of nodes that carry the same label, by their lowest node; labels lie below the
  /// number of nodes.
  init(labels: [Int32]) {
    var numberOfLabel = [Int](repeating: -1, count: labels.count)
    var componentOfNode = [Int](repeating: 0, count: labels.count)
    var count = 0
    for node in labels.indices {
      let label = Int(labels[node])
      if numberOfLabel[label] < 0 {
        numberOfLabel[label] = count
        count += 1
      }
      componentOfNode[node] = numberOfLabel[label]
    }
    self.init(count: count, componentOfNode: componentOfNode)
  }

  /// The nodes by component, ascending, and where each component starts and the last one ends.
  var members: (nodes: [Int32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for component in componentOfNode { starts[component + 1] += 1 }
    for component in 0..<count { starts[component + 1] += starts[component] }
    var next = starts
    var nodes = [Int32](repeating: 0, count: componentOfNode.count)
    for (node, component) in componentOfNode.enumerated() {
      nodes[next[component]] = Int32(truncatingIfNeeded: node)
      next[component] += 1
    }
    return (nodes, starts)
  }

  /// The nodes of each component, in ascending order.
  var lists: [[Int]] {
    if count == 1 { return [Array(componentOfNode.indices)] }
    let (nodes, starts) = members
    return (0..<count).map { component in nodes[starts[component]..<starts[component + 1]].map(Int.init) }
  }
}
