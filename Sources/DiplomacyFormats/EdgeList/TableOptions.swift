/// What the reader of tables is told on the command line.
public struct TableOptions: Hashable, Sendable {
  /// A column and its name in the table, or its number from 1.
  struct Assignment: Hashable, Sendable {
    let column: TableColumn
    let name: String
  }

  /// Words that `--columns` does not know.
  public struct Fault: Error, CustomStringConvertible {
    /// What is wrong, and what was expected.
    public let description: String
  }

  /// The file of the table of nodes, or nil.
  public var nodes: String?
  /// The sheet of a workbook, by its name or its number from 1; nil: the first that fits.
  public var sheet: String?
  /// The same of the workbook with the table of nodes.
  public var nodesSheet: String?
  /// Texts that stand for no value, in all columns.
  public var missing: [String] = []
  private(set) var columns: [Assignment] = []

  /// Nothing is told.
  public init() {}

  /// What the columns hold: `source=Absender,target=Empfänger,when=Datum`.
  /// - Throws: ``Fault`` for a text that is not of this form.
  public mutating func nameColumns(_ text: String) throws(Fault) {
    // A comma inside of a name is followed by no `=`.
    var parts: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      if part.contains("=") || parts.isEmpty {
        parts.append(String(part))
      } else {
        parts[parts.count - 1] += ",\(part)"
      }
    }
    for part in parts {
      let words = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let known = TableColumn.named.map(\.word)
      guard words.count == 2, !words[1].isEmpty else {
        throw Fault(description: "found '\(part)'; expected a column and its name, such as source=Sender.")
      }
      guard let column = TableColumn.named.first(where: { $0.word == words[0].lowercased() }) else {
        throw Fault(
          description:
            "'\(words[0])' is not one of \(known.joined(separator: ", ")).\(didYouMean(String(words[0]), among: known))"
        )
      }
      if let other = columns.first(where: { $0.column == column }) {
        throw Fault(
          description: "the column '\(column.word)' is '\(other.name)' and '\(words[1])'; expected one name.")
      }
      columns.append(Assignment(column: column, name: String(words[1])))
    }
  }
}
