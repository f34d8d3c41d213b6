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
}

extension Adjacency {
  /// The connected components of rows that hold every arc both ways.
  func connectedComponents() -> Components {
    var search = HopSearch(nodeCount: nodeCount)
    var labels = [Int32](repeating: -1, count: nodeCount)
    for start in 0..<nodeCount where labels[start] < 0 {
      search.run(from: start, offsets: offsets.span, targets: targets.span)
      for place in 0..<search.reached { labels[Int(search.order[place])] = Int32(start) }
      search.forget()
    }
    return Components(labels: labels)
  }
}
