extension InstantStream {
  /// A bit for each of up to 64 contacts, the first one the highest: what is claimed of it.
  ///
  /// Checked at every contact, the bounds of the list alone take as long as the rest.
  /// - Parameter claim: Asked with 1 for a source that is reached and 0 for another, and for the target; answers 0 or 1.
  @inline(__always) func bits(
    in block: Range<Int>, _ isReached: borrowing Workspace<UInt8>,
    where claim: (_ source: UInt8, _ target: UInt8) -> UInt8
  ) -> UInt64 {
    let ends = ends.span
    precondition(
      block.lowerBound >= 0 && block.upperBound <= ends.count && block.count <= 64,
      "Contacts \(block) were asked for; there are \(ends.count).")
    var bits: UInt64 = 0
    var number = block.lowerBound
    while number < block.upperBound {
      let nodes = unsafe ends[unchecked: number]
      bits = bits &+ bits | UInt64(claim(isReached[nodes.source], isReached[nodes.target]))
      number &+= 1
    }
    return bits << UInt64(64 - block.count)
  }

  /// The arrivals that a pass has found.
  ///
  /// Written once each: most nodes are reached, and to fill the list first takes as long as to read a tenth of the contacts.
  func row(of pass: borrowing Pass, transit: Int64) -> ArrivalRow {
    let isReached = unsafe [Bool](unsafeUninitializedCapacity: nodeCount) { flags, count in
      for node in 0..<nodeCount { unsafe flags.initializeElement(at: node, to: pass.isReached[node] != 0) }
      count = nodeCount
    }
    let arrivals = unsafe [Int64](unsafeUninitializedCapacity: nodeCount) { list, count in
      for node in 0..<nodeCount where pass.isReached[node] == 0 {
        unsafe list.initializeElement(at: node, to: .max)
      }
      unsafe list.initializeElement(at: pass.source, to: pass.earliest)
      for place in 0..<pass.foundCount {
        let moment = later(moments[Int(pass.crossings[place])], by: transit)
        unsafe list.initializeElement(at: Int(pass.foundNodes[place]), to: moment)
      }
      count = nodeCount
    }
    return ArrivalRow(moments: arrivals, isReached: isReached)
  }
}
