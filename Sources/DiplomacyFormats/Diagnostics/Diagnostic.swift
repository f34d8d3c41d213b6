/// What is wrong at a place of an input file.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How serious it is.
  public enum Severity: String, Hashable, Sendable {
    /// The file cannot be used.
    case error
    /// The file can be used, but something in it is likely not meant.
    case warning
  }

  /// A place in a file; both numbers count from 1, columns in Unicode scalars.
  public struct Place: Hashable, Comparable, Sendable {
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int

    /// A place.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    /// In the order of the file.
    public static func < (one: Place, other: Place) -> Bool {
      (one.line, one.column) < (other.line, other.column)
    }
  }

  /// The file as the user named it.
  public var file: String
  /// Where; nil when the whole file is meant.
  public var place: Place?
  /// How serious it is.
  public var severity: Severity
  /// What was found, what was expected, and the nearest name.
  public var message: String

  /// A diagnostic.
  public init(file: String, place: Place?, severity: Severity = .error, message: String) {
    self.file = file
    self.place = place
    self.severity = severity
    self.message = message
  }

  /// `file:line:column: error: message`, on one line that a terminal may be given: see ``shown(_:)``.
  public var description: String {
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(shown(file))\(position): \(severity.rawValue): \(shown(message))"
  }
}

/// All that is wrong with an input.
public struct InputDiagnostics: Error, Sendable, CustomStringConvertible {
  /// The diagnostics in the order of their places.
  public let diagnostics: [Diagnostic]
  /// What is odd in the tables of a graph file, where that is why it is not read.
  public private(set) var oddities = TableOddities()

  /// Collects diagnostics, of which some tell of what is odd in tables.
  init(_ diagnostics: [Diagnostic], _ oddities: TableOddities) {
    (self.diagnostics, self.oddities) = (diagnostics, oddities)
  }

  /// Collects diagnostics.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// One line each.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
