import Foundation

/// The tables of a folder, or of files, looked at: what their columns hold, and which go together.
public struct TableFolder: Sendable {
  /// The tables, in the order of their files' names, those of a workbook in its order.
  public internal(set) var tables: [SurveyedTable] = []
  /// What is worth telling of the files.
  public private(set) var remarks: [Diagnostic] = []

  /// How the names of tables end.
  public static let endings = ["csv", "tsv", "txt", "xlsx", "ods"]

  /// Looks at tables.
  /// - Parameter paths: Files, and folders, of which the files are taken whose names end as those of tables do.
  /// - Throws: ``InputDiagnostics`` where a file that was named cannot be understood, or nothing is a table; ``FileError`` when it
  ///   cannot be read.
  /// - Complexity: O(*n*); *n* bytes, of one table at a time, besides the different values of columns.
  public init(contentsOf paths: [String]) throws {
    for path in paths {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
      else {
        try look(path)
        continue
      }
      for name in try Self.files(in: path) {
        do {
          try look(path.hasSuffix("/") ? path + name : "\(path)/\(name)")
        } catch let error as InputDiagnostics {
          // One file of many that is no table is told, and the others are looked at.
          remarks += error.diagnostics.map {
            Diagnostic(
              file: $0.file, place: $0.place, severity: .warning,
              message: "\($0.message) The file is left out.")
          }
        }
      }
    }
    guard !tables.isEmpty else {
      throw InputDiagnostics(
        remarks + [
          Diagnostic(
            file: paths.first ?? ".", place: nil,
            message:
              "no table was found; expected files whose names end with \(Self.endings.map { ".\($0)" }.joined(separator: ", ")), or these and .gz."
          )
        ])
    }
    findJoins()
  }

  /// Looks at tables whose bytes are there already.
  init(_ files: [(name: String, data: Data)]) throws {
    for file in files { try look(file.data, file.name) }
    findJoins()
  }

  private static func files(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
        let name = name.lowercased()
        let bare = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return !name.hasPrefix(".") && endings.contains { bare.hasSuffix(".\($0)") }
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw FileError(path: folder, deed: "read", reason: reason(of: error))
    }
  }

  // MARK: Looking

  private mutating func look(_ path: String) throws {
    var data = try readFile(path, upTo: InputLimits.networkBytes)
    if Gzip.isPacked(data) {
      do throws(Gzip.Fault) {
        data = try Gzip.unpacked(data, upTo: InputLimits.networkBytes)
      } catch {
        throw InputDiagnostics([Diagnostic(file: path, place: nil, message: error.message)])
      }
    }
    try look(data, path)
  }

  private mutating func look(_ data: Data, _ path: String) throws {
    guard Workbook.isOne(data) else {
      var findings = ImportFindings(file: path)
      let table = TableFile(try EdgeListReader.text(of: data, &findings))
      remarks += findings.warnings
      try add(table, path, nil)
      return
    }
    let workbook = try Workbook(data, named: path)
    for (number, sheet) in workbook.sheets.enumerated() where !sheet.isHidden {
      let table = try workbook.table(number)
      remarks += table.remarks
      if table.rows > 1 { try add(table.cells, path, sheet.name) }
    }
  }

  private mutating func add(_ table: TableFile, _ path: String, _ sheet: String?) throws(InputDiagnostics) {
    func fault(_ message: String) -> InputDiagnostics {
      InputDiagnostics([Diagnostic(file: path, place: nil, message: message)])
    }
    guard let header = table.first else { throw fault("the file is empty; expected a table.") }
    guard header.fields.count > 1, header.fields.count <= InputLimits.columns else {
      throw fault(
        "found \(header.fields.count == 1 ? "one column" : "too many columns"); expected a table of 2 to \(InputLimits.grouped(InputLimits.columns)) columns."
      )
    }
    var columns = header.fields.enumerated().map { number, field in
      LookedColumn(field.isEmpty ? "column \(number + 1)" : table.text(field))
    }
    var (rows, odd): (Int, (count: Int, place: Diagnostic.Place?)) = (-1, (0, nil))
    let walk = table.forEachRecord { record in
      rows += 1
      if rows == 0 { return true }
      if record.fields.count != columns.count, table.delimiter != .cells {
        odd = (odd.count + 1, odd.place ?? Diagnostic.Place(line: record.line, column: 1))
      }
      for (number, field) in record.fields.prefix(columns.count).enumerated() {
        columns[number].add(field, of: table, line: record.line)
      }
      return true
    }
    if let place = walk.openQuote {
      remarks.append(
        Diagnostic(
          file: path, place: place, severity: .warning,
          message: "found a quotation mark that is never closed; expected '\"' at the end of the field."))
    }
    if let place = odd.place {
      remarks.append(
        Diagnostic(
          file: path, place: place, severity: .warning,
          message:
            "\(odd.count == 1 ? "this row has" : "\(InputLimits.grouped(odd.count)) rows, this first, have") another number of fields than the header, \(columns.count)."
        ))
    }
    tables.append(
      SurveyedTable(
        file: path, sheet: sheet, rows: rows, columns: columns.map { ColumnJudge.judged($0, rows: rows) }))
  }
}
