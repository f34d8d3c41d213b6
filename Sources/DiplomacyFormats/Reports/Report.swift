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
    switch format {
    case .csv: table.csv(cells: cells)
    case .json: json.text
    case .table:
      (heading.isEmpty ? "" : heading.map(onOneLine).joined(separator: "\n") + "\n\n") + table.text
        + conventions.map { "\n# \(onOneLine($0))" }.joined() + (conventions.isEmpty ? "" : "\n")
    case .markdown:
      (proseHasHeading ? "" : heading.map { markdownText($0) + "\n\n" }.joined()) + (prose ?? table.markdown)
        + (conventions.isEmpty ? "" : "\n" + conventions.map { "- \(markdownText($0))\n" }.joined())
    }
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
