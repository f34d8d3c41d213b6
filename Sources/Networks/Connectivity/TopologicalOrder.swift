extension Network {
  /// Whether walks can go on for ever: any edge of an undirected network, a directed cycle of a directed one.
  var hasCycle: Bool {
    direction == .undirected ? edgeCount > 0 : orderAlongEdges == nil
  }

  /// The nodes of a directed network in an order in which every edge leads to a later one; nil where there is a cycle.
  var orderAlongEdges: [Int]? {
    var degree = inDegree()
    var order: [Int] = []
    order.reserveCapacity(nodeCount)
    for node in degree.indices where degree[node] == 0 { order.append(node) }
    var head = 0
    while head < order.count {
      let node = order[head]
      head += 1
      for slot in outgoing.offsets[node]..<outgoing.offsets[node + 1] {
        let target = outgoing.targets[slot].position
        degree[target] -= 1
        if degree[target] == 0 { order.append(target) }
      }
    }
    return order.count == nodeCount ? order : nil
  }
}
