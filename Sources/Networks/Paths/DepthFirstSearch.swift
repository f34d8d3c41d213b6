/// A node as a depth-first search leaves it, when all below it has been found.
struct LeftNode {
  let node: Int
  /// The node that it was found from; −1 where the search began.
  let parent: Int
  /// How many steps from there: 0 where it began.
  let depth: Int
  /// When the node was found.
  let number: Int32
  /// When the parent was found; 0 if there is none.
  let parentNumber: Int32
  /// The least number that an arc leads to from the node or from those below it.
  let low: Int32
}

extension Adjacency {
  /// Goes through all nodes depth first, beginning with the lowest, without recursion.
  ///
  /// - Parameters:
  ///   - isSymmetric: Whether arcs stand in both rows: then the one back to where a node was found from leads nowhere.
  ///   - find: Called with each node when it is found.
  ///   - leave: Called when a node is left, with the numbers of all nodes, from 1 in the order found, 0 for those not found. To set
  ///     one to `Int32.max` makes arcs to that node count no more.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* arcs.
  /// - SeeAlso: J. Hopcroft and R. Tarjan, Communications of the ACM 16(6), 1973, doi:10.1145/362248.362272.
  @inline(__always) func searchDepthFirst(
    isSymmetric: Bool, find: (_ node: Int) -> Void,
    leave: (_ left: LeftNode, _ numbers: borrowing Workspace<Int32>) -> Void
  ) {
    let (offsets, targets) = (offsets.span, targets.span)
    let numbers = Workspace<Int32>(repeating: 0, count: nodeCount)
    let low = Workspace<Int32>(unwritten: nodeCount)
    // The arc to look at next, and the way from the root.
    let next = Workspace<Int>(unwritten: nodeCount)
    let path = Workspace<Int32>(unwritten: nodeCount)
    var time: Int32 = 0
    for root in 0..<nodeCount where numbers[root] == 0 {
      var depth = -1
      var child = root
      while true {
        if child >= 0 {
          time += 1
          depth += 1
          numbers[child] = time
          low[child] = time
          next[child] = offsets[child]
          path[depth] = Int32(truncatingIfNeeded: child)
          find(child)
        }
        let node = Int(path[depth])
        let parent = depth > 0 ? Int(path[depth - 1]) : -1
        let skipped = isSymmetric ? parent : -1
        let end = offsets[node + 1]
        var slot = next[node]
        var least = low[node]
        child = -1
        while slot < end {
          let target = targets[slot].position
          slot += 1
          let number = numbers[target]
          if number == 0 {
            child = target
            break
          }
          if target != skipped, number < least { least = number }
        }
        next[node] = slot
        low[node] = least
        if child >= 0 { continue }
        let parentNumber = parent < 0 ? 0 : numbers[parent]
        leave(
          LeftNode(
            node: node, parent: parent, depth: depth, number: numbers[node], parentNumber: parentNumber,
            low: least),
          numbers)
        if parent < 0 { break }
        if least < low[parent] { low[parent] = least }
        depth -= 1
      }
    }
  }
}
