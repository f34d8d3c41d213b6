import Foundation

/// A workbook of a spreadsheet program: `.xlsx` (Office Open XML) or `.ods` (OpenDocument).
///
/// What a sheet says is read as a table, ``TableFile``, whose lines are the rows and whose columns the cells: so whoever reads
/// delimited tables reads sheets.
struct Workbook {
  /// A sheet, before its cells are read.
  struct Sheet {
    let name: String
    /// Whether the program does not show it.
    let isHidden: Bool
  }

  /// A sheet that was read.
  struct Table {
    let sheet: String
    let cells: TableFile
    /// How many rows hold something.
    let rows: Int
    /// What is worth telling.
    let remarks: [Diagnostic]
  }

  private enum Content {
    case excel(ExcelWorkbook)
    case openDocument(OpenDocumentWorkbook)
  }

  /// What diagnostics call the file.
  let file: String
  /// The sheets in their order.
  let sheets: [Sheet]
  private let content: Content

  /// Opens a workbook; no cell is read yet.
  /// - Throws: ``InputDiagnostics`` with a sentence for what is none, is locked with a password, is damaged, or is too large.
  init(_ data: Data, named file: String) throws(InputDiagnostics) {
    self.file = file
    func refusal(_ message: String) -> InputDiagnostics {
      InputDiagnostics([Diagnostic(file: file, place: nil, message: message)])
    }
    if let message = Self.refusal(of: data) { throw refusal(message) }
    do throws(SheetCells.Fault) {
      let archive = try Self.archive(data)
      if archive.has("content.xml") {
        let workbook = try OpenDocumentWorkbook(archive)
        (content, sheets) = (.openDocument(workbook), workbook.sheets)
      } else {
        let workbook = try ExcelWorkbook(archive)
        (content, sheets) = (.excel(workbook), workbook.sheets)
      }
    } catch {
      throw refusal(error.message)
    }
    if sheets.isEmpty { throw refusal("the workbook has no sheet of cells.") }
  }

  /// Whether bytes are those of a workbook, or of something that is told to be none.
  static func isOne(_ data: Data) -> Bool {
    data.starts(with: Array("PK\u{3}\u{4}".utf8)) || data.starts(with: compound)
  }

  /// Whether a file begins as a workbook does, or as one of those that are refused.
  static func begins(_ start: [UInt8], _ text: String) -> Bool {
    start.starts(with: Array("PK\u{3}\u{4}".utf8))
      && ["xl/", "[Content_Types].xml", "opendocument.spreadsheet"].contains { text.contains($0) }
      || start.starts(with: compound)
  }

  // MARK: Sheets

  /// The sheet of a name, or of a number from 1.
  /// - Throws: ``InputDiagnostics`` with the sheets that there are.
  func number(of wanted: String) throws(InputDiagnostics) -> Int {
    let names = sheets.map(\.name)
    func plain(_ name: String) -> String { name.trimmingCharacters(in: .whitespaces).lowercased() }
    if let place = names.firstIndex(of: wanted) { return place }
    if let place = names.firstIndex(where: { plain($0) == plain(wanted) }) { return place }
    if let number = Int(wanted), sheets.indices.contains(number - 1) { return number - 1 }
    throw InputDiagnostics([
      Diagnostic(
        file: file, place: nil,
        message:
          "the workbook has no sheet '\(Node.shortened(wanted))'; it has \(list(names)).\(didYouMean(wanted, among: names))"
      )
    ])
  }

  /// `'Edges', 'Nodes' and 3 more`.
  private func list(_ names: [String]) -> String {
    shortList(names.map { "'\(Node.shortened($0))'" })
  }

  /// Reads a sheet.
  /// - Parameter rows: No more rows that hold something are read; nil: all.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  /// - Complexity: O(*n*); *n* bytes unpacked, and as much memory as the texts of its cells take.
  func table(_ number: Int, upTo rows: Int? = nil) throws(InputDiagnostics) -> Table {
    let name = sheets[number].name
    do throws(SheetCells.Fault) {
      var (cells, remarks): (SheetCells, SheetRemarks)
      switch content {
      case .excel(let workbook): (cells, remarks) = try workbook.cells(of: number, upTo: rows)
      case .openDocument(let workbook): (cells, remarks) = try workbook.cells(of: number, upTo: rows)
      }
      if let title = cells.rowsAbove.first {
        remarks.note(.titles, row: title.row, column: 0, count: cells.rowsAbove.count, title.text)
      }
      let told = remarks.sentences(of: name).map {
        Diagnostic(file: file, place: $0.place, severity: .warning, message: $0.message)
      }
      return Table(sheet: name, cells: cells.table, rows: cells.count, remarks: told)
    } catch {
      throw InputDiagnostics([
        Diagnostic(
          file: file, place: nil, message: "the sheet '\(Node.shortened(name))' is not read: \(error.message)"
        )
      ])
    }
  }

  /// Reads the sheet that is meant: the one that is named; else the first that fits, else the first that holds something.
  ///
  /// Of several, a remark says which was taken. Hidden sheets are taken only where they are named, or there are no others.
  /// - Parameter fits: Whether a table is what is looked for, by its first rows.
  func table(_ wanted: String?, where fits: (TableFile) -> Bool) throws(InputDiagnostics) -> Table {
    if let wanted { return try table(number(of: wanted)) }
    let shown = sheets.indices.filter { !sheets[$0].isHidden }
    let candidates = shown.isEmpty ? Array(sheets.indices) : shown
    if candidates.count == 1, sheets.count == 1 { return try table(candidates[0]) }
    var (first, fitting): (Int?, Int?) = (nil, nil)
    for number in candidates.prefix(Self.mostLooks) {
      let start = try table(number, upTo: 20)
      if start.rows == 0 { continue }
      first = first ?? number
      if fits(start.cells) {
        fitting = number
        break
      }
    }
    let chosen = fitting ?? first ?? candidates[0]
    let table = try table(chosen)
    let others = sheets.indices.filter { $0 != chosen }.map { sheets[$0].name }
    let told = Diagnostic(
      file: file, place: nil, severity: .warning,
      message:
        "the sheet '\(Node.shortened(table.sheet))' is read; the workbook has \(list(others)) besides. Say which with --sheet."
    )
    return Table(sheet: table.sheet, cells: table.cells, rows: table.rows, remarks: [told] + table.remarks)
  }

  /// So many sheets are looked at for the one that is meant.
  private static let mostLooks = 10

  // MARK: Refusing

  static let isLocked = "the workbook is locked with a password, and is not read. Save it without one."

  static let isNone =
    "by its name, this is a workbook of a spreadsheet program, but it is not zipped as those are. If it is a table of text, give it the ending .csv or .tsv."

  /// How files of the old Office begin, and those of the new one that are locked.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Why a file is no workbook that is read, by how it begins.
  private static func refusal(of data: Data) -> String? {
    guard data.count <= InputLimits.networkBytes else {
      return InputLimits.tooManyBytes("a workbook", limit: InputLimits.networkBytes)
    }
    if data.starts(with: compound) {
      // The names of its parts are in UTF-16.
      func has(_ name: String) -> Bool { data.range(of: Data(name.utf8.flatMap { [$0, 0] })) != nil }
      if has("EncryptedPackage") || has("EncryptionInfo") { return isLocked }
      return
        "this is a file of the old Office (.xls), which is not read. Open it in Excel or LibreOffice, and save it as .xlsx, .ods or CSV."
    }
    return data.starts(with: Array("PK".utf8)) ? nil : isNone
  }

  private static func archive(_ data: Data) throws(SheetCells.Fault) -> ZipArchive {
    do throws(ZipArchive.Fault) {
      return try ZipArchive(data)
    } catch {
      throw SheetCells.Fault(message: error.message)
    }
  }
}

extension ZipArchive {
  /// Tells a listener of the parts of a member in XML.
  /// - Returns: Whether there is such a member.
  /// - Throws: ``SheetCells/Fault`` with a sentence for what is damaged or too large.
  @discardableResult
  func read(_ member: String, _ listener: some XMLListener) throws(SheetCells.Fault) -> Bool {
    do {
      guard let pieces = try pieces(of: member) else { return false }
      var listener = listener
      try XMLStream.read(pieces, &listener)
      return true
    } catch let fault as Fault {
      throw SheetCells.Fault(message: fault.message)
    } catch let fault as XMLReader.Fault {
      throw SheetCells.Fault(
        message:
          "its part '\(member)' is damaged (line \(fault.place.line), column \(fault.place.column)): \(fault.message)"
      )
    } catch {
      throw SheetCells.Fault(message: "its part '\(member)' could not be read: \(error)")
    }
  }
}
