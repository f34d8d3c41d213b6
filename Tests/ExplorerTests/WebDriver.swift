import Foundation
import TestSupport

/// What a browser or its driver refused.
struct BrowserError: Error, CustomStringConvertible {
  let description: String
}

/// A browser without a window, driven over WebDriver (W3C, 2018) through chromedriver.
final class Browser {
  private let driver: Process
  private let output: URL
  /// Where the browser puts what is downloaded.
  let downloads: URL
  private let port: UInt16
  private var session = ""

  /// Starts the driver on a port that it chooses, and a browser with a window of a size.
  init(width: Int = 1280, height: Int = 900) async throws {
    guard let program = Tools.chromedriver else { throw BrowserError(description: "chromedriver is missing") }
    let folder = try temporaryFolder()
    downloads = folder
    output = folder.appending(path: "driver.log")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    driver = Process()
    driver.executableURL = program
    driver.arguments = ["--port=0"]
    driver.standardInput = FileHandle.nullDevice
    driver.standardOutput = try FileHandle(forWritingTo: output)
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    do {
      port = try await Self.port(in: output)
    } catch {
      kill(driver.processIdentifier, SIGKILL)
      throw error
    }
    let options: [String: Any] = [
      // Root has no sandbox of Chromium's own, and tests often run as root in containers.
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--force-device-scale-factor=1", "--window-size=\(width),\(height)",
      ],
      "prefs": ["download.default_directory": folder.path, "download.prompt_for_download": false],
    ]
    let capabilities: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
    ]
    let answer = try? await send("POST", "/session", ["capabilities": ["alwaysMatch": capabilities]])
    guard let id = (answer as? [String: Any])?["sessionId"] as? String else {
      await end()
      throw BrowserError(description: "chromedriver starts no browser: \(answer ?? "no answer")")
    }
    session = "/session/\(id)"
  }

  /// Ends the browser and its driver.
  ///
  /// Nobody waits for the driver's end: processes of the browser inherit what Foundation on Linux waits for, and some of them
  /// outlive it for a while.
  func end() async {
    if !session.isEmpty { _ = try? await send("DELETE", session) }
    // It takes no notice of a wish to end.
    kill(driver.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: downloads)
  }

  private static func port(in output: URL) async throws -> UInt16 {
    for _ in 0..<500 {
      let text = String(decoding: (try? Data(contentsOf: output)) ?? Data(), as: UTF8.self)
      if let match = text.firstMatch(of: /on port (\d+)\./), let port = UInt16(match.1) { return port }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw BrowserError(description: "chromedriver did not say its port within ten seconds")
  }

  private func send(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any {
    let body = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    let data = try LocalHTTP.send(method, path, body, toPort: port)
    guard let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw BrowserError(description: String(decoding: data, as: UTF8.self))
    }
    if let value = answer["value"] as? [String: Any], let error = value["error"] as? String {
      throw BrowserError(description: "\(error): \(value["message"] ?? "")")
    }
    return answer["value"] ?? NSNull()
  }

  // MARK: What a person does

  /// Opens an address.
  func open(_ address: String) async throws { _ = try await send("POST", "\(session)/url", ["url": address]) }

  /// Loads the page anew.
  func reload() async throws { _ = try await send("POST", "\(session)/refresh", [:]) }

  /// Makes the window of a size.
  func resize(width: Int, height: Int) async throws {
    _ = try await send("POST", "\(session)/window/rect", ["width": width, "height": height])
  }

  /// Presses keys one after the other: letters, or names as of the `Key` enumeration; with some others held down.
  func press(_ keys: [String], holding held: [String] = []) async throws {
    let strokes = keys.flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
    let actions =
      held.map { ["type": "keyDown", "value": $0] } + strokes + held.map { ["type": "keyUp", "value": $0] }
    _ = try await send(
      "POST", "\(session)/actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  func press(_ keys: String..., times: Int = 1) async throws {
    try await press((0..<times).flatMap { _ in keys })
  }

  /// Types a text where the focus is.
  func type(_ text: String) async throws { try await press(text.map(String.init)) }

  /// Clicks in the middle of the first element that a selector finds.
  func click(_ selector: String) async throws {
    let found = try await send(
      "POST", "\(session)/element", ["using": "css selector", "value": selector])
    guard let element = (found as? [String: String])?.values.first else {
      throw BrowserError(description: "no element: \(selector)")
    }
    _ = try await send("POST", "\(session)/element/\(element)/click", [:])
  }

  // MARK: What a person sees

  /// Runs a script, the body of a function, and gives what it returns.
  func run(_ script: String, _ arguments: [Any] = []) async throws -> Any {
    try await send("POST", "\(session)/execute/sync", ["script": script, "args": arguments])
  }

  /// Runs a script that calls `done` with what it gives.
  func runLong(_ script: String) async throws -> Any {
    try await send(
      "POST", "\(session)/execute/async", ["script": "const done = arguments[0];\n\(script)", "args": []])
  }

  /// What an expression comes to, as a text.
  func text(_ expression: String) async throws -> String {
    try await run("return String(\(expression))") as? String ?? ""
  }

  func number(_ expression: String) async throws -> Double {
    (try await run("return Number(\(expression))") as? NSNumber)?.doubleValue ?? .nan
  }

  func texts(_ expression: String) async throws -> [String] {
    try await run("return Array.from(\(expression), String)") as? [String] ?? []
  }

  /// Waits until an expression is true; up to twenty seconds, and a hundred looks.
  ///
  /// Looks as well as seconds, because between two of them other tests can have the processors for longer than that.
  func wait(until expression: String) async throws {
    let clock = ContinuousClock()
    let limit = clock.now + .seconds(20)
    var looks = 0
    while looks < 100 || clock.now < limit {
      looks += 1
      if (try await run("return Boolean(\(expression))") as? NSNumber)?.boolValue == true { return }
      try await Task.sleep(for: .milliseconds(15))
    }
    throw BrowserError(description: "not so within twenty seconds: \(expression)")
  }

  /// What the browser has logged since the last time: `browser` or `performance`.
  func log(_ kind: String) async throws -> [String] {
    let entries = try await send("POST", "\(session)/se/log", ["type": kind]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// Tells the browser's engine something, such as that the person prefers dark colours.
  func tell(_ command: String, _ parameters: [String: Any]) async throws {
    _ = try await send("POST", "\(session)/goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  /// The bytes of a file that was downloaded; waits for it up to twenty seconds.
  func download(_ name: String) async throws -> [UInt8] {
    let file = downloads.appending(path: name)
    for _ in 0..<1_000 {
      // What is still coming has another name.
      if let data = try? Data(contentsOf: file), !data.isEmpty {
        try? FileManager.default.removeItem(at: file)
        return Array(data)
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw BrowserError(description: "\(name) was not downloaded")
  }
}

/// Keys by the names of WebDriver.
enum Key {
  static let tab = "\u{E004}"
  static let enter = "\u{E007}"
  static let shift = "\u{E008}"
  static let escape = "\u{E00C}"
  static let space = " "
  static let pageUp = "\u{E00E}"
  static let pageDown = "\u{E00F}"
  static let end = "\u{E010}"
  static let home = "\u{E011}"
  static let left = "\u{E012}"
  static let up = "\u{E013}"
  static let right = "\u{E014}"
  static let down = "\u{E015}"
}
