import DiplomacyFormats

/// A cell of a table on a page.
enum IndexCell {
  case text(String)
  case number(String)
  /// A file beside the page.
  case link(String)
}

/// A page that is written part by part.
protocol IndexPage {
  mutating func heading(_ text: String, level: Int)
  mutating func paragraph(_ text: String)
  mutating func links(_ files: [(name: String, words: String)])
  mutating func picture(_ file: String, description: String)
  mutating func table(_ columns: [String], _ rows: [[IndexCell]])
  mutating func list(_ items: [String])
  /// The page as written so far.
  var text: String { get }
}

/// A page in Markdown.
struct MarkdownPage: IndexPage {
  private var blocks: [String] = []

  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  mutating func heading(_ text: String, level: Int) {
    blocks.append("\(String(repeating: "#", count: level)) \(markdownText(text))")
  }

  mutating func paragraph(_ text: String) { blocks.append(markdownText(text)) }

  mutating func links(_ files: [(name: String, words: String)]) {
    blocks.append(files.map { "[\(markdownText($0.words))](\($0.name))" }.joined(separator: " · "))
  }

  mutating func picture(_ file: String, description: String) {
    blocks.append("![\(markdownText(description))](\(file))")
  }

  mutating func table(_ columns: [String], _ rows: [[IndexCell]]) {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let isNumber = columns.indices.map { column in
      rows.first.map { if case .number = $0[column] { true } else { false } } ?? false
    }
    let rule = "|" + isNumber.map { $0 ? "---:|" : "---|" }.joined()
    blocks.append(
      ([line(columns.map(markdownText)), rule] + rows.map { line($0.map(cell)) }).joined(separator: "\n"))
  }

  private func cell(_ cell: IndexCell) -> String {
    switch cell {
    case .text(let text), .number(let text): markdownText(text)
    case .link(let file): "[\(file)](\(file))"
    }
  }

  mutating func list(_ items: [String]) {
    blocks.append(items.map { "- \(markdownText($0))" }.joined(separator: "\n"))
  }
}

/// A page in HTML, with a style of its own and nothing from elsewhere.
struct HTMLPage: IndexPage {
  private var blocks: [String]

  init(title: String, language: String) {
    blocks = [
      """
      <!DOCTYPE html>
      <html lang="\(Self.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 100%/1.5 "Noto Sans", "DejaVu Sans", sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
      img { background: white; height: auto; max-width: 100%; }
      table { border-collapse: collapse; }
      th, td { border-bottom: 1px solid #8888; padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
      td.number { font-variant-numeric: tabular-nums; text-align: right; }
      </style>
      </head>
      <body>
      <main>
      """
    ]
  }

  var text: String { blocks.joined(separator: "\n") + "\n</main>\n</body>\n</html>\n" }

  mutating func heading(_ text: String, level: Int) {
    blocks.append("<h\(level)>\(Self.escaped(text))</h\(level)>")
  }

  mutating func paragraph(_ text: String) { blocks.append("<p>\(Self.escaped(text))</p>") }

  mutating func links(_ files: [(name: String, words: String)]) {
    let links = files.map { "<a href=\"\(Self.escaped($0.name))\">\(Self.escaped($0.words))</a>" }
    blocks.append("<p>\(links.joined(separator: " · "))</p>")
  }

  mutating func picture(_ file: String, description: String) {
    blocks.append(
      "<p><a href=\"\(Self.escaped(file))\"><img src=\"\(Self.escaped(file))\" alt=\"\(Self.escaped(description))\"></a></p>"
    )
  }

  mutating func table(_ columns: [String], _ rows: [[IndexCell]]) {
    let head = columns.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
    let body = rows.map { "<tr>\($0.map(cell).joined())</tr>" }.joined(separator: "\n")
    blocks.append("<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)\n</tbody>\n</table>")
  }

  private func cell(_ cell: IndexCell) -> String {
    switch cell {
    case .text(let text): "<td>\(Self.escaped(text))</td>"
    case .number(let text): "<td class=\"number\">\(Self.escaped(text))</td>"
    case .link(let file): "<td><a href=\"\(Self.escaped(file))\">\(Self.escaped(file))</a></td>"
    }
  }

  mutating func list(_ items: [String]) {
    blocks.append("<ul>\n\(items.map { "<li>\(Self.escaped($0))</li>" }.joined(separator: "\n"))\n</ul>")
  }

  /// A text without markup; what cannot be shown is written out.
  private static func escaped(_ text: String) -> String {
    onOneLine(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
