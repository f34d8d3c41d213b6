import CLibFuzzer
import EntenteKit
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
  "options": { start, count in
    tryOptions(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    return 0
  },
]

let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
/// The format of other programs whose reader is tried, where it is one.
let format = Format.readable.first { $0.name == name && $0.name != "graph-file" }
let network: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { start, count in
  tryFile(
    Data(UnsafeBufferPointer(start: start, count: count)), ending: format?.endings[0] ?? "", as: format?.name)
  return 0
}
guard let target = targets[name] ?? format.map({ _ in network }) else {
  let names = targets.keys.sorted() + Format.readable.map(\.name)
  print("FUZZ_TARGET is '\(name)'; expected one of \(names.joined(separator: ", ")).")
  exit(64)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments, target))
