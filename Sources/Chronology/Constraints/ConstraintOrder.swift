extension ConstraintSolver {
  /// Things in the order of time, as far as the constraints have one: the earlier before the later.
  ///
  /// It is the reverse of the order in which a depth-first search from the earlier to the later leaves them.
  /// - Complexity: O(*n* + *m*), *n* things and *m* constraints.
  static func order(of count: Int, _ ways: [Way]) -> [Int] {
    var later = [[Int]](repeating: [], count: count)
    for way in ways {
      if case .before = way.constraint {
        later[way.subject].append(way.other)
      } else {
        later[way.other].append(way.subject)
      }
    }
    var left: [Int] = []
    left.reserveCapacity(count)
    var isMet = Array(repeating: false, count: count)
    // Things on the way, and the number of the later thing to go to next from each.
    var path: [(thing: Int, next: Int)] = []
    for start in later.indices where !isMet[start] {
      isMet[start] = true
      path.append((start, 0))
      while let (thing, next) = path.last {
        if next == later[thing].count {
          left.append(thing)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = later[thing][next]
        if !isMet[target] {
          isMet[target] = true
          path.append((target, 0))
        }
      }
    }
    return left.reversed()
  }
}

/// Which things are still to be visited, in sweeps through the order of time, forward and back by turns.
///
/// Bounds go along the order or against it, and a sweep carries them as far as they go one way.
/// - SeeAlso: J. Y. Yen, "An algorithm for finding shortest routes from all source nodes to a given destination in general
///   networks", Quarterly of Applied Mathematics 27(4), 1970, doi:10.1090/qam/253822.
struct ConstraintAgenda {
  private let order: [Int]
  private let ranks: [Int]
  private var isQueued: [Bool]
  private var isForward = true
  /// Where the sweep is, and the places it still has to pass.
  private var place: Int
  private var last: Int
  /// The outermost places that this sweep has passed and the next one must come back to.
  private var behind: ClosedRange<Int>?

  init(order: [Int], isQueued: [Bool]) {
    var ranks = order
    for (rank, thing) in order.enumerated() { ranks[thing] = rank }
    (self.order, self.ranks, self.isQueued) = (order, ranks, isQueued)
    (place, last) = (-1, order.count - 1)
  }

  /// The next thing to visit; `nil` when none is left.
  mutating func next() -> Int? {
    while true {
      while place != last {
        place += isForward ? 1 : -1
        let thing = order[place]
        if isQueued[thing] {
          isQueued[thing] = false
          return thing
        }
      }
      guard let range = behind else { return nil }
      behind = nil
      isForward.toggle()
      (place, last) =
        isForward ? (range.lowerBound - 1, range.upperBound) : (range.upperBound + 1, range.lowerBound)
    }
  }

  /// Marks a thing to be visited, in this sweep if it lies ahead.
  mutating func queue(_ thing: Int) {
    if isQueued[thing] { return }
    isQueued[thing] = true
    let rank = ranks[thing]
    if isForward ? rank > place : rank < place {
      last = isForward ? max(last, rank) : min(last, rank)
    } else {
      behind = behind.map { min($0.lowerBound, rank)...max($0.upperBound, rank) } ?? rank...rank
    }
  }
}
