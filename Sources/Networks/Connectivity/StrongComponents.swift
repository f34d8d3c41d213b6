extension Network {
  /// The strongly connected components: within one, every node reaches every other along the edges.
  ///
  /// In an undirected network these are the ``components()``. A node on no cycle is a component of its own.
  /// - Returns: The number of components and the component of each node, numbered from 0 by their lowest node.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  /// - SeeAlso: R. Tarjan, SIAM J. Computing 1(2), 1972, doi:10.1137/0201010.
  public func strongComponents() -> Components {
    guard direction == .directed else { return components() }
    var index = [Int](repeating: -1, count: nodeCount)
    var low = index
    var slot = outgoing.offsets
    var isOpen = [Bool](repeating: false, count: nodeCount)
    var open: [Int] = []
    var path: [Int] = []
    var found = [Int](repeating: -1, count: nodeCount)
    var (count, time) = (0, 0)
    for start in 0..<nodeCount where index[start] < 0 {
      path.append(start)
      while let node = path.last {
        if index[node] < 0 {
          (index[node], low[node]) = (time, time)
          time += 1
          open.append(node)
          isOpen[node] = true
        }
        if slot[node] < outgoing.offsets[node + 1] {
          let target = outgoing.targets[slot[node]].position
          slot[node] += 1
          if index[target] < 0 {
            path.append(target)
          } else if isOpen[target] {
            low[node] = min(low[node], index[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[node]) }
        guard low[node] == index[node] else { continue }
        while let member = open.popLast() {
          isOpen[member] = false
          found[member] = count
          if member == node { break }
        }
        count += 1
      }
    }
    // Numbered by their lowest node.
    var numbers = [Int](repeating: -1, count: count)
    var next = 0
    let renumbered = found.map { component in
      if numbers[component] < 0 {
        numbers[component] = next
        next += 1
      }
      return numbers[component]
    }
    return Components(count: count, componentOfNode: renumbered)
  }
}
