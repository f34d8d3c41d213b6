import EntenteKit
import Foundation

/// Lets SIGINT, SIGTERM and SIGHUP end the process as they would, but without a half-written file left behind.
///
/// The signals are blocked in all threads and awaited by one, so that they work at once, whatever the others do; a signal that
/// whoever started the process ignores stays ignored. To be called before any thread is started.
func removeFilesWhenSignalled() {
  var awaited = sigset_t()
  _ = unsafe sigemptyset(&awaited)
  for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) { _ = unsafe sigaddset(&awaited, signal) }
  _ = unsafe pthread_sigmask(SIG_BLOCK, &awaited, nil)
  let signals = awaited
  let thread = Thread {
    var awaited = signals
    var signal: Int32 = 0
    while unsafe sigwait(&awaited, &signal) != 0 {}
    abandonFiles { endBySignal(signal) }
  }
  thread.stackSize = 1 << 18
  thread.start()
}

private func isIgnored(_ signal: Int32) -> Bool {
  var action = sigaction()
  guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
  #if os(Linux)
    return unsafe action.__sigaction_handler.sa_handler.map { unsafe unsafeBitCast($0, to: Int.self) } == 1
  #else
    return unsafe action.__sigaction_u.__sa_handler.map { unsafe unsafeBitCast($0, to: Int.self) } == 1
  #endif
}

/// Ends the process by a signal, so that whoever waits for it sees which.
private func endBySignal(_ signal: Int32) -> Never {
  _ = Foundation.signal(signal, SIG_DFL)
  var awaited = sigset_t()
  _ = unsafe sigemptyset(&awaited)
  _ = unsafe sigaddset(&awaited, signal)
  _ = unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
  _ = kill(getpid(), signal)
  while true { pause() }
}
