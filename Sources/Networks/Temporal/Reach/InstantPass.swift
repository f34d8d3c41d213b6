extension InstantStream {
  /// What one pass has found: no more than it takes to go on, since each list that is written here and there costs as much as
  /// the reading of twenty contacts.
  struct Pass: ~Copyable {
    /// The node that is reached from the beginning.
    let source: Int
    /// How long after a crossing the next one can happen, at least.
    let pause: Int64
    let latest: Int64
    let earliest: Int64
    /// 1 for a node that is reached, 0 for any other: a byte each, since bits would have to wait for each other.
    let isReached: Workspace<UInt8>
    /// The nodes that were reached, in the order found, and the last contacts on the ways there.
    let foundNodes: Workspace<Int32>
    let crossings: Workspace<Int32>
    var foundCount = 0
    /// Whether it is kept by which contact each node can first be left, since that is not at hand.
    let keepsFirstContacts: Bool
    let firstContacts: Workspace<Int32>

    init(from source: Int, nodeCount: Int, longestTie: Int, rules: JourneyRules) {
      // Not read back from self: Swift 6.3 makes a release build end here, as if the lists that follow could never be made.
      let pause = rules.pause
      let keepsFirstContacts = pause > 1 || pause == 1 && longestTie > 64
      self.pause = pause
      self.keepsFirstContacts = keepsFirstContacts
      latest = earlier(rules.latest, by: rules.transit)
      earliest = rules.earliest
      let isReached = Workspace<UInt8>(repeating: 0, count: nodeCount)
      isReached[source] = 1
      self.source = source
      self.isReached = isReached
      foundNodes = Workspace(unwritten: nodeCount)
      crossings = Workspace(unwritten: nodeCount)
      firstContacts = Workspace(repeating: 0, count: keepsFirstContacts ? nodeCount : 0)
    }

    /// How many nodes are reached, the source included.
    var reachedCount: Int { foundCount + 1 }

    mutating func arrive(at node: Int, through contact: Int) {
      isReached[node] = 1
      foundNodes[foundCount] = Int32(truncatingIfNeeded: node)
      crossings[foundCount] = Int32(truncatingIfNeeded: contact)
      foundCount += 1
    }
  }

  /// Crosses the contacts of the nodes reached and looks at no others, until these have become many.
  /// - Returns: The first contact that was not looked at.
  func followReached(in range: Range<Int>, _ marked: borrowing MarkedContacts, _ pass: inout Pass) -> Int {
    var number = range.lowerBound
    var markCount = marked.mark(outgoing, of: pass.source, from: number)
    var known = 0
    while markCount <= moments.count / 512 {
      let next = marked.first(in: number..<range.upperBound)
      if next == range.upperBound { return next }
      number = next + 1
      reachIfNew(through: next, &pass)
      while known < pass.foundCount {
        markCount += marked.mark(outgoing, of: Int(pass.foundNodes[known]), from: number)
        known += 1
      }
    }
    return number
  }

  /// Crosses the contacts that lead to nodes not reached so far and looks at no others but those marked before.
  func followUnreached(in range: Range<Int>, _ marked: borrowing MarkedContacts, _ pass: inout Pass) {
    if range.isEmpty || pass.reachedCount == nodeCount { return }
    for node in 0..<nodeCount where pass.isReached[node] == 0 {
      _ = marked.mark(incoming, of: node, from: range.lowerBound)
    }
    var number = range.lowerBound
    while pass.reachedCount < nodeCount {
      number = marked.first(in: number..<range.upperBound)
      if number == range.upperBound { return }
      reachIfNew(through: number, &pass)
      number += 1
    }
  }

  /// Crosses a contact if it leads to a node not reached before.
  @inline(__always) private func reachIfNew(
    through number: Int, mayBeTooEarly: Bool = true, _ pass: inout Pass
  ) {
    let (source, target) = (pass.isReached[ends[number].source], pass.isReached[ends[number].target])
    if direction == .undirected ? source != target : source > target {
      reach(through: number, mayBeTooEarly: mayBeTooEarly, &pass)
    }
  }

  /// Crosses the contacts that lead on, until so many nodes are reached: 64 at a time, since to look which ones do waits for
  /// nothing where each would have to wait for the one before it.
  /// - Returns: The first contact that was not looked at.
  func crossBlocks(in range: Range<Int>, until count: Int, _ pass: inout Pass) -> Int {
    var number = range.lowerBound
    while number < range.upperBound, pass.reachedCount < count {
      let block = number..<min((number | 63) + 1, range.upperBound)
      number = cross(block, &pass)
    }
    return number
  }

  /// Crosses those of up to 64 contacts that lead on: they do so when the block begins, or are linked to one that does.
  /// - Returns: The first contact that was not looked at: not always the end, since looking back may find nodes that the block
  ///   leads on from.
  @inline(__always) private func cross(_ block: Range<Int>, _ pass: inout Pass) -> Int {
    let linked = links.word(from: block.lowerBound) & (~0 << UInt64(64 - block.count))
    var rest =
      linked
      | (direction == .directed
        ? bits(in: block, pass.isReached) { $0 & ~$1 } : bits(in: block, pass.isReached) { $0 ^ $1 })
    // Further on only what is linked can have been reached at the same moment.
    let tied = (~ties.word(from: block.lowerBound)).leadingZeroBitCount
    while rest != 0 {
      let place = rest.leadingZeroBitCount
      let bit: UInt64 = 1 << UInt64(63 - place)
      rest &= ~bit
      let (number, known) = (block.lowerBound + place, pass.foundCount)
      reachIfNew(through: number, mayBeTooEarly: place < tied || linked & bit != 0, &pass)
      if pass.foundCount > known + 1 { return number + 1 }
    }
    return block.upperBound
  }

  /// Crosses a contact to a node not reached before, if the other can be left by then, and if no time passes all that
  /// follows at the same moment.
  @inline(__always) private func reach(through number: Int, mayBeTooEarly: Bool, _ pass: inout Pass) {
    let (source, target) = (ends[number].source, ends[number].target)
    let isForward = pass.isReached[target] == 0
    let (from, node) = isForward ? (source, target) : (target, source)
    if isTooEarly(number, mayBeTooEarly: mayBeTooEarly, from: from, pass) { return }
    pass.arrive(at: node, through: number)
    if pass.keepsFirstContacts {
      pass.firstContacts[node] = Int32(
        truncatingIfNeeded: firstContact(after: number, from: later(moments[number], by: pass.pause)))
    } else if pass.pause == 0, ties.contains(number) {
      // What comes later at this moment the pass is going to meet; what came before it, if anything, it has missed.
      followBack(node, from: number, &pass)
    }
  }

  /// Whether a node that is reached cannot yet be left by a contact.
  @inline(__always) private func isTooEarly(
    _ number: Int, mayBeTooEarly: Bool, from node: Int, _ pass: borrowing Pass
  ) -> Bool {
    if pass.keepsFirstContacts { return Int(pass.firstContacts[node]) > number }
    if pass.pause == 0 || !mayBeTooEarly || !ties.contains(number) { return false }
    // Only what was crossed at the same moment is too near, and that is not long ago.
    var place = pass.foundCount - 1
    while place >= 0, moments[Int(pass.crossings[place])] == moments[number] {
      if Int(pass.foundNodes[place]) == node { return true }
      place -= 1
    }
    return false
  }

  /// The first contact after another one that is not before a moment.
  @inline(__always) private func firstContact(after number: Int, from moment: Int64) -> Int {
    var step = 1
    while number + step < moments.count, moments[number + step] < moment { step *= 2 }
    if step == 1 { return number + 1 }
    return firstPlace(in: number + step / 2..<min(number + step, moments.count)) { moments[$0] >= moment }
  }

  /// Crosses what leads on from a node that was just reached, at the same moment.
  private func followBack(_ node: Int, from number: Int, _ pass: inout Pass) {
    let moment = moments[number]
    var step = 1
    while number - step >= 0, moments[number - step] == moment { step *= 2 }
    let start = firstPlace(in: max(number - step, 0)..<number) { moments[$0] >= moment }
    if number - start <= 32 {
      sweep(start..<number, &pass)
    } else {
      follow(Int32(truncatingIfNeeded: node), at: moment, from: start, &pass)
    }
  }

  /// Crosses a few contacts of one moment as long as they lead anywhere new.
  private func sweep(_ range: Range<Int>, _ pass: inout Pass) {
    var isOver = false
    while !isOver {
      isOver = true
      for number in range {
        let (source, target) = (ends[number].source, ends[number].target)
        let (one, other) = (pass.isReached[source], pass.isReached[target])
        guard direction == .undirected ? one != other : one > other else { continue }
        pass.arrive(at: one == 0 ? source : target, through: number)
        isOver = false
      }
    }
  }

  /// Crosses all contacts of one moment that lead on from a node: those from number `start` on.
  private func follow(_ node: Int32, at moment: Int64, from start: Int, _ pass: inout Pass) {
    var found = [node]
    while let next = found.popLast() {
      let node = Int(next)
      let row = outgoing.row(node)
      var slot = firstPlace(in: row) { Int(outgoing.numbers[$0]) >= start }
      while slot < row.upperBound, moments[Int(outgoing.numbers[slot])] == moment {
        let number = Int(outgoing.numbers[slot])
        let other = ends[number].source == node ? ends[number].target : ends[number].source
        if pass.isReached[other] == 0 {
          pass.arrive(at: other, through: number)
          found.append(Int32(truncatingIfNeeded: other))
        }
        slot += 1
      }
    }
  }
}
