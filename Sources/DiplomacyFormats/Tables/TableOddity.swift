import Chronology

/// Something that is odd in a table which a graph file maps: where, what was found, and what was made of it.
public struct TableOddity: Hashable, Sendable {
  /// What sort of oddity.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Two rows say the same.
    case duplicateRow = "duplicate-row"
    /// An entity has two rows that differ in more than dates.
    case duplicateID = "duplicate-id"
    /// Two dates for one thing.
    case contradiction
    /// An id that nothing declares.
    case unknownID = "unknown-id"
    /// A row without the id of what it tells of.
    case missingID = "missing-id"
    /// No date of the column's style.
    case unreadableDate = "unreadable-date"
    /// A day that no calendar has.
    case impossibleDate = "impossible-date"
    /// A date outside of the years that can be meant.
    case absurdDate = "absurd-date"
    /// A date that can be two.
    case unclearDate = "unclear-date"
    /// A span that ends before it begins.
    case endBeforeBeginning = "end-before-beginning"
    /// A member before there was anything to be a member of.
    case memberBeforeBeginning = "member-before-beginning"
    /// A number, a year or a word that is none.
    case unknownWord = "unknown-word"
    /// A row with fewer fields than columns.
    case shortRow = "short-row"
    /// A row with more.
    case longRow = "long-row"
    /// Another encoding than UTF-8.
    case encoding
    /// A quotation mark that is never closed.
    case openQuote = "open-quote"
    /// Lines that are read as remarks.
    case remark
    /// Cells of a spreadsheet that are no plain values: errors, formulas that were not reckoned, merged cells and the like.
    case sheet
  }

  /// What sort of oddity.
  public let kind: Kind
  /// The table, as diagnostics call it.
  public let file: String
  /// Where.
  public let place: Diagnostic.Place?
  /// The name of the column; empty where it is about a whole row.
  public let column: String
  /// What stands there; empty where it is about a whole row.
  public let found: String
  /// What was found, what was expected and what was made of it.
  public let message: String

  /// As a diagnostic.
  func diagnostic(_ severity: Diagnostic.Severity) -> Diagnostic {
    Diagnostic(
      file: file, place: place, severity: severity,
      message: message)
  }
}

/// What is odd in the tables of a graph file.
public struct TableOddities: Sendable {
  /// One by one, in the order in which they were found: table by table, rows before what only all rows together show.
  public private(set) var all: [TableOddity] = []
  /// How many there are of each kind.
  public private(set) var counts: [TableOddity.Kind: Int] = [:]

  /// So many of each kind are shown.
  static let shown = 3

  /// Nothing is odd.
  init() {}

  /// Whether nothing is.
  public var isEmpty: Bool { counts.isEmpty }

  /// Notes one. What it is called is asked for as long as there is room for it.
  mutating func note(_ kind: TableOddity.Kind, _ oddity: () -> TableOddity) {
    counts[kind, default: 0] += 1
    if all.count < InputLimits.tableOddities { all.append(oddity()) }
  }

  /// The first few of each kind, in the order of the kinds; behind them how many there are.
  func diagnostics(_ severity: Diagnostic.Severity) -> [Diagnostic] {
    TableOddity.Kind.allCases.flatMap { kind -> [Diagnostic] in
      guard let count = counts[kind] else { return [] }
      let own = all.lazy.filter { $0.kind == kind }.prefix(Self.shown)
      var told: [Diagnostic] = own.map { $0.diagnostic(severity) }
      if count > told.count, let first = told.first {
        let rest = count - told.count
        // Many rows can name one id.
        let names = kind == .unknownID ? Set(all.lazy.filter { $0.kind == kind }.map(\.found)).count : 0
        let things = names > 0 ? ", of \(InputLimits.grouped(names)) ids" : ""
        told.append(
          Diagnostic(
            file: first.file, place: nil, severity: severity,
            message:
              "there \(rest == 1 ? "is 1 more" : "are \(InputLimits.grouped(rest)) more") of the class '\(kind.rawValue)': \(InputLimits.grouped(count)) in all\(things). --report FILE writes them all."
          ))
      }
      return told
    }
  }

  /// All of them as a table (CSV): class, file, line, column, name of the column, what was found, and what it means.
  public var report: [UInt8] { Self.report(of: [self]) }

  /// The same of several graph files, one after the other.
  public static func report(of several: [TableOddities]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(["class", "file", "line", "column", "name", "found", "message"])
    for oddity in several.flatMap(\.all) {
      writer.write([
        oddity.kind.rawValue, oddity.file, oddity.place.map { String($0.line) },
        oddity.place.map { String($0.column) }, oddity.column.isEmpty ? nil : oddity.column,
        oddity.found.isEmpty ? nil : oddity.found, oddity.message,
      ])
    }
    return writer.bytes
  }
}
