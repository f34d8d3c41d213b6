public import Foundation

/// The project's folder.
public let projectFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The programs that tests check our files with; `Scripts/test` installs them and says where.
public enum Tools {
  /// The folder that `Scripts/test` names in `ENTENTE_TOOLS`.
  private static let folder = ProcessInfo.processInfo.environment["ENTENTE_TOOLS"].map(
    URL.init(fileURLWithPath:))

  /// Python with NetworkX, igraph, jsonschema and PyYAML, or nil.
  public static let python = folder?.appending(path: "python/bin/python").existing
  /// Whether Python has some modules.
  public static func hasPython(_ modules: String...) -> Bool {
    guard let python else { return false }
    let outcome = try? run(python, ["-c", modules.map { "import \($0)\n" }.joined()])
    return outcome?.code == 0
  }
  /// TEI's schema of all modules, version 4.3.0, or nil.
  public static let teiSchema = folder?.appending(path: "tei/tei_all-4.3.0.rng").existing
  /// A newer schema of all modules, 4.12.0, where somebody has put it beside the project's folder, or nil.
  public static let newerTEISchema = projectFolder.deletingLastPathComponent()
    .appending(path: "shared/data/tei/tei_all-4.12.0.rng").existing
  /// The parties of seven centuries of treaties, where somebody has put them: in the folder that `ENTENTE_DATA` names, or beside
  /// the project's folder; or nil.
  public static let treaties =
    (ProcessInfo.processInfo.environment["ENTENTE_DATA"].map { URL(fileURLWithPath: $0) }
    ?? projectFolder.deletingLastPathComponent().appending(path: "shared/data"))
    .appending(path: "treaties/parties.csv").existing
  /// The validator of RELAX NG, or nil.
  public static let jing = find("jing")
  /// Graphviz' own program, or nil.
  public static let dot = find("dot")
  /// The checker of manual pages, or nil.
  public static let mandoc = find("mandoc")
  /// The program that lists the fonts there are, or nil.
  public static let fontList = find("fc-list")

  /// What drives the browser by the WebDriver protocol, or nil: on macOS it comes with Chrome for Testing.
  public static let chromedriver = find("chromedriver")

  private static func find(_ name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").lazy
      .compactMap { URL(fileURLWithPath: "\($0)/\(name)").existing }.first
  }
}

extension URL {
  fileprivate var existing: URL? { FileManager.default.fileExists(atPath: path) ? self : nil }
}

/// What a program did.
public struct Outcome: Sendable {
  /// Its exit code.
  public let code: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
}

/// Runs a program to its end.
public func run(_ program: URL, _ arguments: [String], in folder: URL? = nil) throws -> Outcome {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  // Files, not pipes: a program that writes much must not wait for a reader.
  let place = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: place) }
  let files = [place.appending(path: "out"), place.appending(path: "err")]
  for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: files[0])
  process.standardError = try FileHandle(forWritingTo: files[1])
  try process.run()
  process.waitUntilExit()
  let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  return Outcome(code: process.terminationStatus, output: texts[0], errors: texts[1])
}

/// A new empty folder; the caller removes it.
public func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// Warnings without those of characters that no font of this machine has.
public func besidesFonts(_ warnings: [String]) -> [String] {
  warnings.filter { !$0.hasPrefix("no installed font has ") }
}
