import Foundation

/// How far long work has come, on standard error when that is a terminal.
struct ProgressBar {
  private let what: String
  private let isShown: Bool
  private var last = -1

  init(_ what: String) {
    self.what = what
    isShown = isatty(STDERR_FILENO) != 0
  }

  /// Shows the share that is done, when it has changed by a hundredth.
  mutating func show(_ done: Int, of all: Int) {
    guard isShown, all > 0 else { return }
    let percent = done * 100 / all
    guard percent != last else { return }
    last = percent
    let filled = String(repeating: "=", count: percent / 4)
    let rest = String(repeating: " ", count: 25 - percent / 4)
    writeToStandardError("\r\(what) [\(filled)\(rest)] \(percent) %")
  }

  /// Clears the line.
  func finish() {
    guard isShown, last >= 0 else { return }
    writeToStandardError("\r\u{1B}[K")
  }
}
