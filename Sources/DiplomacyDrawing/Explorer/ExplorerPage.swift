import CExplorerPage
import DiplomacyFormats

/// The file of an explorer: the parts of the page with the data of a graph between them.
struct ExplorerPage {
  let title: String
  let language: String
  /// The data in JSON.
  let data: String

  /// The page in UTF-8.
  ///
  /// Its policy allows the one script and the one style sheet in it, by their digests, and nothing from elsewhere.
  var bytes: [UInt8] {
    let (style, script) = (Self.style, Self.script)
    let policy =
      "default-src 'none'; script-src 'sha256-\(SHA256.base64(of: script))'; "
      + "style-src 'sha256-\(SHA256.base64(of: style))'; base-uri 'none'; form-action 'none'"
    // No element can end within the data, whatever names hold.
    let contents = [
      "language": Self.escaped(language), "title": Self.escaped(onOneLine(title)), "policy": policy,
      "style": style, "script": script, "data": data.replacing("<", with: "\\u003c"),
    ]
    // What is put in is not looked through for places again.
    let pieces = Self.part("page.html").split(separator: "{{", omittingEmptySubsequences: false)
    var page = String(pieces[0])
    for piece in pieces.dropFirst() {
      let halves = piece.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      page += (contents[String(halves[0])] ?? "") + (halves.count > 1 ? halves[1] : "")
    }
    return Array(page.utf8)
  }

  /// The style sheet.
  static let style = part("page.css")

  /// The modules as one script: each is a function that gives what it exports, and stands after those that it imports from.
  static let script = names.filter { $0.hasSuffix(".js") }.map { name in
    let lines = part(name).split(separator: "\n", omittingEmptySubsequences: false)
    let exports = lines.filter { $0.hasPrefix("export ") }.flatMap { declared(by: $0.dropFirst(7)) }
    let body = lines.map { line in
      if line.hasPrefix("import ") { return imported(by: line) }
      return line.hasPrefix("export ") ? String(line.dropFirst(7)) : String(line)
    }
    return "const \(scope(of: name)) = (() => {\n\(body.joined(separator: "\n"))"
      + "return { \(exports.joined(separator: ", ")) };\n})();\n"
  }.joined()

  /// What a module is called in the script.
  private static func scope(of name: Substring) -> String { "module_" + name.prefix { $0 != "." } }
  private static func scope(of name: String) -> String { scope(of: name[...]) }

  /// `import { a, b } from "./c.js";` in the script: a module imports on one line, by names that it keeps.
  private static func imported(by line: Substring) -> String {
    let names = line.drop { $0 != "{" }.prefix { $0 != "}" }
    let from = line.drop { $0 != "/" }.dropFirst()
    return "const \(names)} = \(scope(of: from));"
  }

  /// The names that a line declares: `function f(…`, `class C {`, `const c = …` or `const [a, b] = …`.
  private static func declared(by line: Substring) -> [Substring] {
    let names = line.prefix { $0 != "(" && $0 != "=" && $0 != "{" }
    return names.split { !($0.isLetter || $0.isNumber || $0 == "_") }.filter {
      !["async", "function", "class", "const", "let"].contains($0)
    }
  }

  /// The names of the parts, in the order in which they are put together.
  static let names: [String] = (0..<Int(explorer_part_count())).map {
    unsafe String(cString: explorer_part($0).name)
  }

  /// The text of a part.
  static func part(_ name: String) -> String {
    guard let index = names.firstIndex(of: name) else {
      preconditionFailure("The page has no part '\(name)'.")
    }
    let part = unsafe explorer_part(index)
    return unsafe String(decoding: UnsafeBufferPointer(start: part.bytes, count: part.length), as: UTF8.self)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
