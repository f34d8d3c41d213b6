import Dispatch
import Synchronization

/// What pieces of work give, in the order of the pieces, on several threads.
/// - Parameters:
///   - count: How many pieces of work there are.
///   - threads: How many threads may work.
///   - makeRoom: Called once on each thread for what it needs to work.
///   - work: Called with the number of a piece and the thread's room.
/// - Throws: What a piece of work throws, after which no more are begun; of several the one with the lowest number.
func mapInOrder<Room: ~Copyable, Result: Sendable, Failure: Error>(
  count: Int, threads: ThreadCount, makeRoom: @Sendable () -> Room,
  work: @Sendable (Int, inout Room) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let workers = threads.workers(for: count)
  if workers < 1 { return [] }
  let results = Mutex([Result?](repeating: nil, count: count))
  let failed = Mutex<(number: Int, failure: Failure)?>(nil)
  let next = Atomic(0)
  @Sendable func workOff() {
    var number = next.add(1, ordering: .relaxed).oldValue
    if number >= count { return }
    var room = makeRoom()
    while number < count {
      do throws(Failure) {
        let result = try work(number, &room)
        results.withLock { $0[number] = result }
      } catch {
        failed.withLock { if number < $0?.number ?? .max { $0 = (number, error) } }
        next.store(count, ordering: .relaxed)
        return
      }
      number = next.add(1, ordering: .relaxed).oldValue
    }
  }
  if workers == 1 {
    workOff()
  } else {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in workOff() }
  }
  if let (_, failure) = failed.withLock({ $0 }) { throw failure }
  return results.withLock { $0.compactMap { $0 } }
}
