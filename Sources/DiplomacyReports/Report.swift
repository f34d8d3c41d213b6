public import DiplomacyFormats

/// How a result is written.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  /// Columns for a terminal.
  case table
  /// RFC 4180, with a header.
  case csv
  /// An object with `question`, `conventions` and `results`.
  case json
  /// A table for a document.
  case markdown
}

/// An answer that can be written in every ``OutputFormat``; the shapes stand in Documentation/Output.md.
public struct Report: Sendable {
  /// What was asked.
  public let question: JSONValue
  /// What the numbers mean, a sentence each.
  public let conventions: [String]
  /// The answer as a table.
  public let table: Table
  /// The answer for programs; nil: the rows of the table.
  let results: JSONValue?
  /// What stands above the table, for people.
  let heading: [String]
  /// Prose that takes the place of the table in Markdown.
  let prose: String?
  /// Whether the prose tells what the heading does.
  let proseHasHeading: Bool
  /// What else stands beside `results` for programs.
  let additions: [(key: String, value: JSONValue)]

  init(
    question: JSONValue, conventions: [String], table: Table, results: JSONValue? = nil,
    heading: [String] = [],
    prose: String? = nil, proseHasHeading: Bool = false,
    additions: [(key: String, value: JSONValue)] = []
  ) {
    self.question = question
    self.conventions = conventions
    self.table = table
    self.results = results
    self.heading = heading
    self.prose = prose
    self.proseHasHeading = proseHasHeading
    self.additions = additions
  }

  /// The whole report; it ends with a line feed.
  /// - Parameter cells: How texts stand in CSV.
  public func text(as format: OutputFormat, cells: CSVCells = .exact) -> String {
    var text = ""
    write(as: format, cells: cells) { text += $0 }
    return text
  }

  /// Writes the whole report piece by piece, so that one of millions of rows takes no room.
  /// - Parameters:
  ///   - width: That of the terminal, which a table is fitted into; nil: in full, as in a file.
  ///   - write: Takes the next piece of the text.
  public func write(
    as format: OutputFormat, cells: CSVCells = .exact, fittedTo width: Int? = nil,
    to write: (String) throws -> Void
  ) rethrows {
    switch format {
    case .csv: try table.writeCSV(cells: cells, to: write)
    case .json: try writeJSON(to: write)
    case .table:
      let fitted = FittedTable(table, width: width)
      if !heading.isEmpty {
        try write(heading.map { hanging($0, width: width) }.joined(separator: "\n") + "\n\n")
      }
      try fitted.write(to: write)
      let notes = fitted.notes + conventions
      try write(
        notes.map { "\n" + hanging("# \($0)", indent: "#   ", width: width) }.joined()
          + (notes.isEmpty ? "" : "\n"))
    case .markdown:
      if !proseHasHeading { try write(heading.map { markdownText($0) + "\n\n" }.joined()) }
      if let prose { try write(prose) } else { try table.writeMarkdown(to: write) }
      if !conventions.isEmpty { try write("\n" + conventions.map { "- \(markdownText($0))\n" }.joined()) }
    }
  }

  /// Writes what ``json`` is, its rows one by one.
  private func writeJSON(to write: (String) throws -> Void) rethrows {
    // What has so many rows stands on many lines.
    guard results == nil, table.rows.count > 100 else { return try write(json.text) }
    let before = JSONValue.object([
      "question": question, "conventions": .array(conventions.map { .string($0) }),
    ])
    var separator = "{\n" + before.memberLines + ",\n  \"results\": [\n    "
    for row in table.rows {
      try write(separator + table.json(row).text(indentedBy: 4))
      separator = ",\n    "
    }
    let after = JSONValue.object(additions.map { JSONValue.Member(key: $0.key, value: $0.value) })
    try write("\n  ]" + (additions.isEmpty ? "" : ",\n" + after.memberLines) + "\n}\n")
  }

  /// The report for programs.
  public var json: JSONValue {
    .object(
      [
        ("question", question), ("conventions", .array(conventions.map { .string($0) })),
        ("results", results ?? table.json),
      ].map { JSONValue.Member(key: $0.0, value: $0.1) }
        + additions.map { JSONValue.Member(key: $0.key, value: $0.value) })
  }
}
