import Dispatch
import Synchronization

/// What pieces of work give, in the order of the pieces, on several threads.
/// - Parameters:
///   - count: How many pieces of work there are.
///   - threads: How many threads may work.
///   - makeRoom: Called once on each thread for what it needs to work.
///   - work: Called with the number of a piece and the thread's room.
func mapInOrder<Room: ~Copyable, Result: Sendable>(
  count: Int, threads: ThreadCount, makeRoom: @Sendable () -> Room,
  work: @Sendable (Int, inout Room) -> Result
) -> [Result] {
  let workers = threads.workers(for: count)
  if workers < 1 { return [] }
  let results = Mutex([Result?](repeating: nil, count: count))
  let next = Atomic(0)
  @Sendable func workOff() {
    var number = next.add(1, ordering: .relaxed).oldValue
    if number >= count { return }
    var room = makeRoom()
    while number < count {
      let result = work(number, &room)
      results.withLock { $0[number] = result }
      number = next.add(1, ordering: .relaxed).oldValue
    }
  }
  if workers == 1 {
    workOff()
  } else {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in workOff() }
  }
  return results.withLock { $0.compactMap { $0 } }
}
