extension Timetable {
  /// Temporal Katz centrality: the sum over the temporal walks that end at a node, each weakened with every hop
  /// and with time.
  ///
  /// A temporal walk crosses contacts at rising moments, and may come to a node again. A walk of *k* contacts
  /// counts α^*k* e^(−λ*t*), where α is the factor of a hop, λ the decay, and *t* the time from its first contact
  /// to the last moment. Parallel contacts make different walks. The walk without contacts does not count, so
  /// that a node which nothing arrives at scores 0. The sum is finite for every α; sums beyond 10^308 trap.
  ///
  /// Contacts that are not instants trap, and so do hubs.
  /// - Parameters:
  ///   - alpha: The factor of each hop; it is finite and 0 or more.
  ///   - decay: How fast walks that began earlier count for less, per moment; it is finite and 0 or more.
  ///   - moment: The last moment of a walk; nil for that of the last contact.
  /// - Returns: One score per node, in node order; empty if there are no nodes.
  /// - Complexity: O(*n* + *M*) time and memory; *n* nodes, *M* contacts.
  /// - SeeAlso: F. Béres, R. Pálovics, A. Oláh and A. A. Benczúr, Applied Network Science 3, 32, 2018,
  ///   doi:10.1007/s41109-018-0080-5.
  public func temporalKatz(alpha: Double, decay: Double = 0, until moment: Int64? = nil) -> [Double] {
    precondition(
      alpha >= 0 && alpha.isFinite && decay >= 0 && decay.isFinite,
      "A hop was to count \(alpha) and fade by \(decay); both are finite and 0 or more.")
    precondition(!isHub.contains(true), "Walks were to be counted through hubs; they are counted without.")
    var scores = [Double](repeating: 0, count: nodeCount)
    guard let end = moment ?? contacts.last?.start else { return scores }
    // The moment that each node's score holds for.
    var moments = [Int64](repeating: 0, count: nodeCount)
    func score(of node: Int, at moment: Int64) -> Double {
      if scores[node] == 0 || decay == 0 { return scores[node] }
      return scores[node] * exponential(-decay * (Double(moment) - Double(moments[node])))
    }
    var arriving: [(node: Int, score: Double)] = []
    var place = 0
    while place < contacts.count, contacts[place].start <= end {
      let now = contacts[place].start
      arriving.removeAll(keepingCapacity: true)
      while place < contacts.count, contacts[place].start == now {
        let contact = contacts[place]
        precondition(
          contact.last == now,
          "Walks were to cross a contact from \(now) to \(contact.last); they cross contacts of one moment.")
        place += 1
        let (source, target) = (contact.source.position, contact.target.position)
        if source == target { continue }
        arriving.append((target, alpha * (1 + score(of: source, at: now))))
        if direction == .undirected { arriving.append((source, alpha * (1 + score(of: target, at: now)))) }
      }
      for (node, arrived) in arriving {
        scores[node] = score(of: node, at: now) + arrived
        moments[node] = now
        precondition(
          scores[node].isFinite, "The walks to node \(node) add up to more than 10^308; lower alpha.")
      }
    }
    return scores.indices.map { score(of: $0, at: end) }
  }
}
