import Foundation

// Linux keeps the memory in use, and the most that was in use since it was last told to start again. Elsewhere
// these are 0.

func residentKilobytes() -> Int { status("VmRSS:") }

func peakKilobytes() -> Int { status("VmHWM:") }

func restartPeak() {
  guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
  try? file.write(contentsOf: Data("5".utf8))
}

private func status(_ name: String) -> Int {
  guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  for line in text.split(separator: "\n") where line.hasPrefix(name) {
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
  }
  return 0
}
