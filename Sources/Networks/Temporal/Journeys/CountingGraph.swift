/// The contacts of a timetable under rules without a waiting limit, for many searches that count journeys.
struct CountingGraph: Sendable {
  let timetable: Timetable
  let frame: JourneyFrame
  let kind: JourneyKind
  /// Whether all contacts are instants: rows are then sorted by the only moment at which they open.
  let isInstants: Bool
  /// The node that each counts as; nil: each as itself.
  let owners: [NodeIndex]?

  init(_ timetable: Timetable, _ frame: JourneyFrame, _ kind: JourneyKind, _ owners: [NodeIndex]?) {
    self.owners = owners
    self.timetable = timetable
    self.frame = frame
    self.kind = kind
    isInstants = timetable.isInstants
  }
}

extension CountingGraph {
  /// The most hops after which coming to each node can belong to a best journey from a node; below 0 where none does.
  ///
  /// No best journey to a target has more hops than one that is found by a search, and from each node on it takes as many
  /// hops as there are contacts in between at the least, whenever they are.
  func mostHops(from source: Int32) throws(MeasureError) -> [Int32] {
    let search = try LabelSearch(
      timetable, from: NodeIndex(Int(source)), frame: frame, aim: kind == .shortest ? .hops : .arrival)
    var most = [Int32](repeating: -1, count: timetable.nodeCount)
    // The nodes by their numbers of hops; a node found anew with more comes again.
    var pending: [[Int32]] = []
    func note(_ node: Int32, _ hops: Int32) {
      guard hops > most[Int(node)] else { return }
      most[Int(node)] = hops
      while pending.count <= Int(hops) { pending.append([]) }
      pending[Int(hops)].append(node)
    }
    for node in 0..<timetable.nodeCount where search.firstLabel[node] >= 0 && node != Int(source) {
      let node = Int32(truncatingIfNeeded: node)
      if !timetable.isHub(node) { note(node, search.labels[Int(search.firstLabel[Int(node)])].hops) }
    }
    let rows = timetable.incoming
    while let hops = pending.indices.last {
      guard let node = pending[hops].popLast() else {
        pending.removeLast()
        continue
      }
      if most[Int(node)] > hops { continue }
      for slot in rows.row(Int(node)) {
        let contact = timetable.contacts[Int(rows.numbers[slot])]
        let before = contact.end(besides: Int(node)).rawValue
        note(before, Int32(hops) - (timetable.isHub(before) ? 0 : 1))
      }
    }
    return most
  }
}
