public import Chronology
import DiplomacyFormats

/// What dates mean, a line each; the shapes stand in Documentation/Output.md.
public struct DateReport: Sendable {
  /// The calendar of a text.
  public enum Calendar: String, CaseIterable, Hashable, Sendable {
    case gregorian, julian
  }

  /// What is told of one text.
  public struct Line: Sendable {
    /// The line with its line feed.
    public let text: String
    /// Whether the text could not be read.
    public let isError: Bool
  }

  private let style: DateStyle
  private let isLenient: Bool
  private let language: String
  private let cells: CSVCells
  private let width: Int?

  /// How texts are read, the language of descriptions, how texts stand in CSV, and how wide the terminal is; nil: any.
  public init(
    calendar: Calendar, yearStart: CalendarYearStart = .january, isLenient: Bool, language: String,
    cells: CSVCells = .exact,
    fittedTo width: Int? = nil
  ) {
    self.cells = cells
    self.width = width
    style = DateStyle(calendar == .julian ? .julian : .gregorian, yearStart: yearStart)
    self.isLenient = isLenient
    self.language = language
  }

  private static let columns = [
    "text", "taken-for", "level", "earliest", "latest", "open", "unknown", "approximate", "uncertain",
    "julian", "calendar",
    "description", "error", "column", "expected",
  ]

  /// The lines above the first date, or nil.
  public func header(_ format: OutputFormat) -> String? {
    let table = Table(columns: Self.columns, rows: [])
    switch format {
    case .csv: return table.csv
    case .markdown: return table.markdown
    case .table, .json: return nil
    }
  }

  /// What one text means.
  public func line(for text: String, as format: OutputFormat) -> Line {
    do throws(DateTextError) {
      let reading = try read(text)
      return Line(text: told(reading, text, format), isError: false)
    } catch {
      return Line(text: refused(error, text, format), isError: true)
    }
  }

  // MARK: - Reading

  private func read(_ text: String) throws(DateTextError) -> HistoricalDate {
    if let date = try? HistoricalDate(text, style: style) { return date }
    return try isLenient ? HistoricalDate(lenient: text, style: style) : HistoricalDate(text, style: style)
  }

  private func has(_ endpoint: HistoricalDate.Endpoint, _ date: HistoricalDate) -> Bool {
    date.start == endpoint || date.end == endpoint
  }

  // MARK: - Telling

  private func told(_ date: HistoricalDate, _ text: String, _ format: OutputFormat) -> String {
    let words = date.description(in: language)
    let isJulian = date.style.calendar == .julian
    // A set such as `[..1941]` is open as well.
    let isOpen = has(.open, date) || date.start == nil && (date.earliest.isOpen || date.latest.isOpen)
    let isUnknown = has(.unknown, date)
    let takenFor = date.takenFor
    switch format {
    case .json:
      return JSONValue.object([
        "text": .string(text), "taken-for": .optional(takenFor),
        "level": date.level.map { .integer($0.rawValue) } ?? .null,
        "earliest": .optional(date.earliest.exactText), "latest": .optional(date.latest.exactText),
        "open": .bool(isOpen), "unknown": .bool(isUnknown), "approximate": .bool(date.isApproximate),
        "uncertain": .bool(date.isUncertain), "julian": .bool(isJulian),
        "calendar": .string(date.calendar.word), "description": .string(words),
      ]).line
    case .table:
      let bounds = "\(date.earliest.exactText ?? "..") to \(date.latest.exactText ?? "..")"
      let level = date.level.map { "level \($0.rawValue)" } ?? "beyond EDTF"
      let taken = takenFor.map { " = \($0)" } ?? ""
      return hanging("\(text)\(taken): \(words) (\(level); \(bounds))", indent: "  ", width: width)
        + "\n"
    case .csv, .markdown:
      func word(_ fact: Bool) -> Table.Cell { .text(fact ? "true" : "false") }
      return row(
        [
          .text(text), .optional(takenFor), date.level.map { .integer($0.rawValue) } ?? .empty,
          .optional(date.earliest.exactText), .optional(date.latest.exactText), word(isOpen), word(isUnknown),
          word(date.isApproximate), word(date.isUncertain), word(isJulian),
          .text(date.calendar.word), .text(words), .empty, .empty, .empty,
        ], format)
    }
  }

  private func refused(_ error: DateTextError, _ text: String, _ format: OutputFormat) -> String {
    switch format {
    case .json:
      return JSONValue.object([
        "text": .string(text), "error": .string(error.description), "column": .integer(error.column),
        "expected": .string(error.expected), "hint": .optional(error.hint),
        "readings": .array(error.readings.map { .string($0) }),
        "reasons": .array(error.reasons.map { .string($0) }),
      ]).line
    case .table:
      return hanging("\(error)", indent: "  ", width: width) + "\n"
    case .csv, .markdown:
      return row(
        [.text(text)] + Array(repeating: .empty, count: 11)
          + [.text(error.description), .integer(error.column), .text(error.expected)], format)
    }
  }

  private func row(_ cells: [Table.Cell], _ format: OutputFormat) -> String {
    let table = Table(columns: Self.columns, rows: [cells])
    let text = format == .csv ? table.csv(cells: self.cells) : table.markdown
    // Without the header, which stands above the first line; the cells hold no line feeds in Markdown, and CSV quotes them.
    let header =
      format == .csv
      ? Table(columns: Self.columns, rows: []).csv : Table(columns: Self.columns, rows: []).markdown
    return String(text.dropFirst(header.count))
  }
}

extension WrittenCalendar {
  /// The name in results.
  fileprivate var word: String {
    switch self {
    case .gregorian: "gregorian"
    case .julian: "julian"
    case .swedish: "swedish"
    case .frenchRepublican: "french-republican"
    case .islamic: "islamic"
    case .hebrew: "hebrew"
    }
  }
}
