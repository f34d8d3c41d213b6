/// What was seen of a table.
public struct SurveyedTable: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The sheet of a workbook; nil for a text.
  public let sheet: String?
  /// How many rows follow the header.
  public let rows: Int
  /// The columns in their order.
  public internal(set) var columns: [SurveyedColumn]

  /// What it is called: the name of its file, and of its sheet.
  public var name: String { fileName(of: file) + (sheet.map { " '\($0)'" } ?? "") }
}

/// What was seen of a column.
public struct SurveyedColumn: Sendable {
  /// What its values seem to be.
  public enum Kind: String, Sendable {
    /// What other rows or tables name a thing by.
    case id
    case name
    case date, year, month, day
    /// Few values, each many times.
    case codes = "code list"
    /// Yes or no.
    case flag
    case number
    /// Which way a row leads.
    case direction
    case text
    /// It holds nothing.
    case empty
  }

  /// Values that are likely not meant, and where the first of them stands.
  public struct Suspicion: Sendable {
    /// What is wrong with them: `no such day`.
    public let what: String
    /// The first of them.
    public let sample: String
    /// The line of the file, or row of the sheet, where it stands first.
    public let line: Int
    /// In how many rows.
    public let count: Int
  }

  /// A column of another table in which its values are found.
  public struct Join: Sendable {
    /// The place of the table among all.
    public let table: Int
    /// The place of the column in it.
    public let column: Int
    /// How many of the different values are found there.
    public let found: Int
    /// How many different values there are.
    public let all: Int
  }

  /// The name in the header.
  public let name: String
  /// What its values seem to be.
  public let kind: Kind
  /// How its dates are written, in the words of a mapping; nil for others.
  public let style: String?
  /// How precise its dates are: `day 91 %, year 9 %`; nil for others.
  public let precision: String?
  /// How many rows have nothing in it, or a code that stands for nothing.
  public let empty: Int
  /// How many different values there are.
  public let distinct: Int
  /// Whether there are more than were counted.
  public let isOverfull: Bool
  /// Whether hardly any value comes twice, so that rows can be named by it.
  public let isKey: Bool
  /// A few values, the most frequent first.
  public let examples: [String]
  /// Texts that stand for no value.
  public let missing: [String]
  /// What is likely not meant.
  public let suspicions: [Suspicion]
  /// Where its values are found.
  public internal(set) var joins: [Join] = []
  /// How its values stand in a register of states; nil where none was given, or they are of no scheme of it.
  public internal(set) var codes: CodeMatch?

  /// The values themselves, for joins.
  let values: [String]
}
