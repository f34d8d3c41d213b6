import Dispatch
import Synchronization

/// Does pieces of work on several threads; each thread takes the next piece that nobody has begun.
/// - Parameters:
///   - count: How many pieces of work there are.
///   - threads: How many threads may work.
///   - makeRoom: Called once on each thread for what it needs to work.
///   - work: Called with the number of a piece and the thread's room.
/// - Throws: What a piece of work throws, after which no more are begun; of several the one with the lowest number.
func workOff<Room: ~Copyable, Failure: Error>(
  count: Int, threads: ThreadCount, makeRoom: @Sendable () -> Room,
  work: @Sendable (Int, inout Room) throws(Failure) -> Void
) throws(Failure) {
  let workers = threads.workers(for: count)
  if workers < 1 { return }
  let failed = Mutex<(number: Int, failure: Failure)?>(nil)
  let next = Atomic(0)
  @Sendable func takeTurns() {
    var number = next.add(1, ordering: .relaxed).oldValue
    if number >= count { return }
    var room = makeRoom()
    while number < count {
      do throws(Failure) {
        try work(number, &room)
      } catch {
        failed.withLock { if number < $0?.number ?? .max { $0 = (number, error) } }
        next.store(count, ordering: .relaxed)
        return
      }
      number = next.add(1, ordering: .relaxed).oldValue
    }
  }
  if workers == 1 {
    takeTurns()
  } else {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in takeTurns() }
  }
  if let (_, failure) = failed.withLock({ $0 }) { throw failure }
}

/// What a thread needs that needs nothing.
struct NoRoom: ~Copyable {}

/// What pieces of work give, in the order of the pieces, on several threads; parameters as of
/// ``workOff(count:threads:makeRoom:work:)``.
package func mapInOrder<Room: ~Copyable, Result: Sendable, Failure: Error>(
  count: Int, threads: ThreadCount, makeRoom: @Sendable () -> Room,
  work: @Sendable (Int, inout Room) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: count))
  try workOff(count: count, threads: threads, makeRoom: makeRoom) { number, room throws(Failure) in
    let result = try work(number, &room)
    results.withLock { $0[number] = result }
  }
  return results.withLock { $0.compactMap { $0 } }
}

/// Adds up lists of numbers that pieces of work give, on several threads.
///
/// Each piece of work fills a list of its own, and lists are added in the order of the pieces, so that the sum has the same bytes
/// whatever the number of threads. A list that is ready early waits for its turn.
/// - Parameters:
///   - length: How long the lists are.
///   - work: Called with the number of a piece, the thread's room and a list of zeros.
/// - Complexity: O(*length*) memory for each thread, if pieces of work take about the same time.
func sumInOrder<
  Room: ~Copyable, Number: AdditiveArithmetic & BitwiseCopyable & Sendable, Failure: Error
>(
  count: Int, length: Int, of type: Number.Type, threads: ThreadCount, makeRoom: @Sendable () -> Room,
  work: @Sendable (Int, inout Room, inout [Number]) throws(Failure) -> Void
) throws(Failure) -> [Number] {
  let total = Mutex(OrderedTotal<Number>(length: length))
  try workOff(count: count, threads: threads) {
    RoomWithList(room: makeRoom(), list: [Number](repeating: .zero, count: length))
  } work: { number, own throws(Failure) in
    try work(number, &own.room, &own.list)
    total.withLock { $0.exchange(&own.list, number) }
  }
  return total.withLock { $0.sum }
}

private struct RoomWithList<Room: ~Copyable, Number>: ~Copyable {
  var room: Room
  var list: [Number]
}

/// The sum of the lists up to some number, and the later lists that came early.
private struct OrderedTotal<Number: AdditiveArithmetic & Sendable>: Sendable {
  var sum: [Number]
  private var added = 0
  private var early: [Int: [Number]] = [:]
  private var spare: [[Number]] = []

  init(length: Int) { sum = [Number](repeating: .zero, count: length) }

  /// Takes a list and leaves a list of zeros in its place.
  mutating func exchange(_ list: inout [Number], _ number: Int) {
    early[number] = list
    list = []
    while let next = early.removeValue(forKey: added) {
      for place in sum.indices { sum[place] += next[place] }
      spare.append(next)
      added += 1
    }
    list = spare.popLast() ?? [Number](repeating: .zero, count: sum.count)
    for place in list.indices { list[place] = .zero }
  }
}
