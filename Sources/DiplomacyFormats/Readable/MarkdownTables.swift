import Diplomacy

extension Format {
  /// Tables in Markdown, to be read and printed.
  static let markdown = Format(
    "markdown", "Markdown", file: "a text in Markdown", endings: ["md", "markdown"],
    for: "tables of everything, for a text, a wiki or a repository",
    remedy: "It is made for people; take the graph file that it was made of.",
    writer: Writer { view, _ in markdownTables(view) }
  ) { _ in false }
}

/// Writes a view as tables in Markdown (GitHub's and Pandoc's pipe tables).
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func markdownTables(_ view: GraphView) -> Export {
  let tables = ReadableTables(view)
  var text = "# \(markdownText(tables.title))\n"
  for paragraph in [tables.summary].compactMap(\.self) + tables.remarks {
    text += "\n\(markdownText(paragraph))\n"
  }
  for section in tables.sections {
    if let chapter = section.chapter { text += "\n## \(chapter)\n" }
    let level = section.isInChapter ? "###" : "##"
    text += "\n\(level) \(markdownText(section.title))\n\n"
    text += row(section.headings) + row(section.headings.map { _ in "---" })
    for cells in section.rows {
      text += row(
        cells.map { cell in
          let words = markdownText(cell.text)
          return cell.address.map { "[\(words)](<\($0)>)" } ?? words
        })
    }
  }
  return Export(bytes: Array(text.utf8), losses: tables.losses)
}

private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
