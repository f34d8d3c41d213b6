extension Timetable {
  /// Temporal Katz centrality: the sum over the temporal walks that end at a node, each weakened with every hop
  /// and with time.
  ///
  /// A temporal walk crosses contacts at rising moments, and may come to a node again; in a hub it may wait, and leaves it for
  /// another node, at the same moment or later. A walk of *k* hops counts α^*k* e^(−λ*t*), where α is the factor of a
  /// hop, λ the decay, and *t* the time from its first contact to the last moment. Parallel contacts make different
  /// walks. The walk without contacts does not count, so that a node which nothing arrives at scores 0. The sum is finite
  /// for every α. Hubs carry walks, and score 0.
  ///
  /// Contacts that are not instants trap, and so do those between two hubs.
  /// - Parameters:
  ///   - alpha: The factor of each hop; it is finite and 0 or more.
  ///   - decay: How fast walks that began earlier count for less, per moment; it is finite and 0 or more.
  ///   - transit: How long a hop takes, 0 or more: the next one happens no earlier than its end. It is 0
  ///     where there are hubs.
  ///   - moment: The last moment of a walk; nil for that of the last contact and its transit.
  /// - Returns: One score per node, in node order; empty if there are no nodes.
  /// - Throws: ``MeasureError/tooManyWalks(measure:)``.
  /// - Complexity: O(*n* + *M*) time and memory; *n* nodes, *M* contacts.
  /// - SeeAlso: F. Béres, R. Pálovics, A. Oláh and A. A. Benczúr, Applied Network Science 3, 32, 2018,
  ///   doi:10.1007/s41109-018-0080-5.
  public func temporalKatz(
    alpha: Double, decay: Double = 0, transit: Int64 = 0, until moment: Int64? = nil
  ) throws(MeasureError) -> [Double] {
    precondition(
      alpha >= 0 && alpha.isFinite && decay >= 0 && decay.isFinite,
      "A hop was to count \(alpha) and fade by \(decay); both are finite and 0 or more.")
    precondition(transit >= 0, "A hop was to take \(transit); it takes 0 or more.")
    precondition(
      transit == 0 || !isHub.contains(true), "Hops through hubs were to take \(transit); they take 0.")
    let steps = WalkSteps(self)
    var scores = FadingSums(count: nodeCount, decay: decay)
    var inHubs = FadingSums(count: isHub.isEmpty ? 0 : nodeCount, decay: decay)
    var ofPairs = FadingSums(count: steps.pairCount, decay: decay)
    let end = moment ?? later(contacts.last?.start ?? 0, by: transit)
    /// Hops that have begun, in order of time.
    var arriving: [(node: Int, score: Double, moment: Int64)] = []
    var arrived = 0
    func settle(before now: Int64?) {
      while arrived < arriving.count {
        let (node, score, begun) = arriving[arrived]
        let ready = later(begun, by: transit)
        if let now, ready > now { break }
        arrived += 1
        scores.add(score * (decay == 0 ? 1 : exponential(-decay * Double(transit))), to: node, at: ready)
      }
      if arrived == arriving.count {
        arriving.removeAll(keepingCapacity: true)
        arrived = 0
      }
    }
    var crossings: [WalkSteps.Crossing] = []
    for group in steps.moments {
      let now = contacts[group.lowerBound].start
      if later(now, by: transit) > end { break }
      settle(before: now)
      steps.crossings(of: group, &crossings)
      for crossing in crossings where steps.isEntry(crossing) {
        let walks = 1 + scores.value(crossing.from, at: now)
        inHubs.add(walks, to: crossing.to, at: now)
        ofPairs.add(walks, to: steps.pair(of: crossing), at: now)
      }
      for crossing in crossings where !steps.isEntry(crossing) {
        let walks =
          steps.isExit(crossing)
          ? max(0, inHubs.value(crossing.from, at: now) - ofPairs.value(steps.pair(of: crossing), at: now))
          : 1 + scores.value(crossing.from, at: now)
        if walks > 0 { arriving.append((crossing.to, alpha * walks, now)) }
      }
    }
    settle(before: nil)
    let found = (0..<nodeCount).map { scores.value($0, at: end) }
    if !found.allSatisfy(\.isFinite) { throw .tooManyWalks(measure: "Temporal Katz centrality") }
    return found
  }
}
