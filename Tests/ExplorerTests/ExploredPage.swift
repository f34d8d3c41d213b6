import Chronology
import Diplomacy
import DiplomacyDrawing
import DiplomacyFormats
import Foundation
import TestSupport

/// A page in a browser, with the graph that it is of.
final class ExploredPage {
  let graph: DiplomaticGraph
  let browser: Browser
  private let file: URL

  private init(_ graph: DiplomaticGraph, _ browser: Browser, _ file: URL) {
    (self.graph, self.browser, self.file) = (graph, browser, file)
  }

  /// Opens the page of a graph, lets something be done with it, and looks whether the browser had anything to object.
  static func explore(
    _ graph: DiplomaticGraph, _ options: ViewOptions = ViewOptions(), at fragment: String = "",
    width: Int = 1280, height: Int = 900,
    language: String? = nil, dark: Bool = false, _ body: (ExploredPage) async throws -> Void
  ) async throws {
    let view = GraphView(graph, options)
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "explorer.html")
    let bytes = Explorer(view, positions: try positions(of: view), language: language).bytes
    try Data(bytes).write(to: file)
    let browser = try await Browser(width: width, height: height)
    let page = ExploredPage(graph, browser, file)
    do {
      if dark {
        try await browser.tell(
          "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": "dark"]]])
      }
      try await page.open(fragment)
      try await body(page)
      let objections = try await page.objections()
      guard objections.isEmpty else { throw BrowserError(description: objections.joined(separator: "\n")) }
    } catch {
      await browser.end()
      throw error
    }
    await browser.end()
  }

  /// Opens the page anew with a fragment.
  func open(_ fragment: String) async throws {
    try await browser.open("about:blank")
    try await browser.open(file.absoluteString + (fragment.isEmpty ? "" : "#" + fragment))
    try await browser.wait(until: "document.documentElement.dataset.ready")
  }

  /// Changes the fragment of the page that is open, as a link on it would.
  func go(to fragment: String) async throws {
    _ = try await browser.run("location.hash = arguments[0]", [fragment])
    // The page hears of it a moment later.
    try await browser.wait(until: "document.documentElement.dataset.address === location.hash")
  }

  /// Errors and warnings of the console, violations of the policy, and requests for anything but the page itself.
  private func objections() async throws -> [String] {
    let console = try await browser.log("browser")
    var requests: [String] = []
    for entry in try await browser.log("performance") {
      guard let message = try object(entry)["message"] as? [String: Any],
        message["method"] as? String == "Network.requestWillBeSent",
        let request = (message["params"] as? [String: Any])?["request"] as? [String: Any],
        let url = request["url"] as? String
      else { continue }
      let isOwn = url.hasPrefix(file.absoluteString) || url.hasPrefix("blob:") || url == "about:blank"
      if !isOwn { requests.append("a request for \(url)") }
    }
    return console + requests
  }

  /// The rows of the shown table, cell by cell.
  func table() async throws -> [[String]] {
    let cells = try await browser.run(
      "return Array.from(document.querySelectorAll('#table tbody tr'), r => Array.from(r.cells, c => c.textContent))"
    )
    return cells as? [[String]] ?? []
  }

  /// Places by Graphviz' own program, as a caller would have them.
  static func positions(of view: GraphView) throws -> [EntityID: Explorer.Position] {
    guard let program = Tools.dot else { return [:] }
    var names: [EntityID: String] = [:]
    var lines: [String] = []
    func name(_ id: EntityID) -> String {
      if let known = names[id] { return known }
      names[id] = "n\(names.count)"
      return "n\(names.count - 1)"
    }
    for (entity, _) in view.entities where entity.category == .agreement {
      let parties = view.parties(of: entity.id)
      if parties.count == 2 { lines.append("\(name(parties[0])) -- \(name(parties[1])) [len=2];") }
      if (3...7).contains(parties.count) {
        lines += parties.map { "\(name(entity.id)) -- \(name($0)) [len=1.4];" }
      }
    }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "ties.dot")
    try Data("graph { overlap=prism; node [shape=box]\n\(lines.joined(separator: "\n")) }".utf8).write(
      to: file)
    let plain = try TestSupport.run(
      program, [names.count > 300 ? "-Ksfdp" : "-Kneato", "-Tplain", file.path]
    ).output
    var placed: [String: Explorer.Position] = [:]
    for line in plain.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields[0] == "node", let x = Double(fields[2]), let y = Double(fields[3]) else { continue }
      placed[String(fields[1])] = Explorer.Position(x: x * 72, y: -y * 72)
    }
    return names.compactMapValues { placed[$0] }
  }
}
