import CLibFuzzer
import Foundation

// Lets libFuzzer make up inputs for the reader that FUZZ_TARGET names; a variable, since libFuzzer starts itself anew with
// its own arguments alone.

/// The readers, by their names in Scripts/fuzz.
let targets: [String: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt] = [
  "dates": { start, count in
    tryDates(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    return 0
  },
  "graph-file": { start, count in
    tryFile(Data(UnsafeBufferPointer(start: start, count: count)), ending: "yaml")
    return 0
  },
  "graphml": { start, count in
    tryFile(Data(UnsafeBufferPointer(start: start, count: count)), ending: "graphml")
    return 0
  },
  "table": { start, count in
    tryFile(Data(UnsafeBufferPointer(start: start, count: count)), ending: "csv")
    return 0
  },
  "options": { start, count in
    tryOptions(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    return 0
  },
]

let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
guard let target = targets[name] else {
  print("FUZZ_TARGET is '\(name)'; expected one of \(targets.keys.sorted().joined(separator: ", ")).")
  exit(64)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments, target))
