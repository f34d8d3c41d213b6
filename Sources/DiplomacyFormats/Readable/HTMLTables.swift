import Diplomacy

extension Format {
  /// Tables in a web page; pages of any kind are named when they are not what was asked for.
  static let html = Format(
    "html", "HTML", file: "a web page", endings: ["html"], shared: ["htm", "xhtml"],
    for: "tables of everything on one page, for browsers and printers",
    remedy: "Perhaps the page was saved in place of the file that it links to.",
    writer: Writer { view, _ in htmlTables(view) }
  ) {
    $0.xmlRoot?.lowercased() == "html" || $0.begins(with: /<(!doctype\s+)?html\b/)
  }
}

/// Writes a view as tables in one page that needs nothing else.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func htmlTables(_ view: GraphView) -> Export {
  let tables = ReadableTables(view)
  var page = HTMLPage(language: tables.language, title: tables.title)
  page.line("<h1 dir=\"auto\">\(htmlText(tables.title))</h1>")
  for paragraph in [tables.summary].compactMap(\.self) + tables.remarks {
    page.line("<p dir=\"auto\">\(htmlText(paragraph))</p>")
  }
  for section in tables.sections {
    if let chapter = section.chapter { page.line("<h2>\(chapter)</h2>") }
    let level = section.isInChapter ? "h3" : "h2"
    page.line("<\(level)>\(htmlText(section.title))</\(level)>")
    page.write(section)
  }
  return Export(bytes: page.finish(), losses: tables.losses)
}

/// A text in HTML: nothing in it is markup, and nothing in it steers or cannot be seen.
func htmlText(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in onOneLine(text).unicodeScalars {
    switch scalar {
    case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
    case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
    case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
    case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
    default: escaped.append(scalar)
    }
  }
  return String(escaped)
}

private struct HTMLPage {
  private var text: String
  private let language: String

  init(language: String, title: String) {
    self.language = language
    text = """
      <!DOCTYPE html>
      <html lang="\(htmlText(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(htmlText(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>

      """
  }

  private static let style = """
    body { font: 16px/1.4 Georgia, "Times New Roman", serif; max-width: 75em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff; }
    h1, h2, h3 { line-height: 1.2; break-after: avoid; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: 0 0 1.5em; }
    th, td { padding: .3em .6em; text-align: start; vertical-align: top; border-bottom: 1px solid #bbb; }
    thead th { border-bottom: 2px solid #333; }
    tbody th { font-weight: 600; }
    @media print { body { font-size: 10pt; max-width: none; margin: 0; padding: 0; } .wide { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } a[href]::after { content: " (" attr(href) ")"; } }
    """

  mutating func line(_ html: String) { text += html + "\n" }

  mutating func write(_ section: ReadableTables.Section) {
    line("<div class=\"wide\"><table>")
    let headings = section.headings.map { "<th scope=\"col\">\(htmlText($0))</th>" }.joined()
    line("<thead><tr>\(headings)</tr></thead>")
    line("<tbody>")
    for row in section.rows {
      let cells = row.enumerated().map { index, cell -> String in
        let ownLanguage = cell.language.flatMap { $0 == language ? nil : " lang=\"\(htmlText($0))\"" } ?? ""
        let words = htmlText(cell.text)
        let content = cell.address.map { "<a href=\"\(htmlText($0))\">\(words)</a>" } ?? words
        return index == 0
          ? "<th scope=\"row\" dir=\"auto\"\(ownLanguage)>\(content)</th>"
          : "<td dir=\"auto\"\(ownLanguage)>\(content)</td>"
      }
      line("<tr>\(cells.joined())</tr>")
    }
    line("</tbody>")
    line("</table></div>")
  }

  consuming func finish() -> [UInt8] {
    line("</body>")
    line("</html>")
    return Array(text.utf8)
  }
}
