import Dispatch
import Synchronization

/// Adds up lists of numbers that pieces of work give, on several threads.
///
/// Each piece of work fills a list of its own, and lists are added in the order of the pieces, so that the
/// sum
/// has the same bytes whatever the number of threads. A list that is ready early waits for its turn.
/// - Parameters:
///   - count: How many pieces of work there are.
///   - length: How long the lists are.
///   - threads: How many threads may work.
///   - makeRoom: Called once on each thread for what it needs to work.
///   - work: Called with the number of a piece, the thread's room and a list of zeros.
/// - Throws: What a piece of work throws, after which no more are begun; of several the one with the lowest number.
/// - Complexity: O(*length*) memory for each thread, if pieces of work take about the same time.
func sumInOrder<
  Room: ~Copyable, Number: AdditiveArithmetic & BitwiseCopyable & Sendable, Failure: Error
>(
  count: Int, length: Int, of type: Number.Type, threads: ThreadCount, makeRoom: @Sendable () -> Room,
  work: @Sendable (Int, inout Room, inout [Number]) throws(Failure) -> Void
) throws(Failure) -> [Number] {
  let workers = threads.workers(for: count)
  if workers < 1 { return [Number](repeating: .zero, count: length) }
  let total = Mutex(OrderedTotal<Number>(length: length))
  let failed = Mutex<(number: Int, failure: Failure)?>(nil)
  let next = Atomic(0)
  @Sendable func workOff() {
    var number = next.add(1, ordering: .relaxed).oldValue
    if number >= count { return }
    var room = makeRoom()
    var list = [Number](repeating: .zero, count: length)
    while number < count {
      do throws(Failure) {
        try work(number, &room, &list)
      } catch {
        failed.withLock { if number < $0?.number ?? .max { $0 = (number, error) } }
        next.store(count, ordering: .relaxed)
        return
      }
      list = total.withLock { $0.exchange(list, number) }
      number = next.add(1, ordering: .relaxed).oldValue
    }
  }
  if workers == 1 {
    workOff()
  } else {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in workOff() }
  }
  if let (_, failure) = failed.withLock({ $0 }) { throw failure }
  return total.withLock { $0.sum }
}

extension ThreadCount {
  /// How often to start working off so many pieces of work. Dispatch runs no more at a time than there are
  /// processors; those that it comes to later find nothing left to do.
  func workers(for count: Int) -> Int {
    guard case .atMost(let most) = self else { return min(count, 256) }
    precondition(most > 0, "A measure was allowed \(most) threads; it needs 1 or more.")
    return min(count, most)
  }
}

/// The sum of the lists up to some number, and the later lists that came early.
private struct OrderedTotal<Number: AdditiveArithmetic & Sendable>: Sendable {
  var sum: [Number]
  var added = 0
  var early: [Int: [Number]] = [:]
  var spare: [[Number]] = []

  init(length: Int) { sum = [Number](repeating: .zero, count: length) }

  /// Takes a list and gives a list of zeros for it.
  mutating func exchange(_ list: consuming [Number], _ number: Int) -> [Number] {
    early[number] = list
    while let next = early.removeValue(forKey: added) {
      for place in sum.indices { sum[place] += next[place] }
      spare.append(next)
      added += 1
    }
    guard var empty = spare.popLast() else { return [Number](repeating: .zero, count: sum.count) }
    for place in empty.indices { empty[place] = .zero }
    return empty
  }
}
