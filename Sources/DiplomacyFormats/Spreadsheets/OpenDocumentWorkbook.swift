/// A workbook in OpenDocument (ISO 26300): what LibreOffice saves as `.ods`.
struct OpenDocumentWorkbook {
  private let archive: ZipArchive
  let sheets: [Workbook.Sheet]

  /// - Throws: ``SheetCells/Fault`` for another document, one that is locked, or is damaged.
  init(_ archive: ZipArchive) throws(SheetCells.Fault) {
    self.archive = archive
    let manifest = OpenDocumentManifest()
    try archive.read("META-INF/manifest.xml", manifest)
    if manifest.isLocked { throw SheetCells.Fault(message: Workbook.isLocked) }
    let list = OpenDocumentSheet(nil)
    try archive.read("content.xml", list)
    if let fault = list.fault { throw fault }
    guard list.isSpreadsheet else {
      throw SheetCells.Fault(
        message: "this is a document of an office program, and no workbook; expected sheets of cells.")
    }
    sheets = list.sheets
  }

  /// Reads the cells of a sheet.
  func cells(of number: Int, upTo rows: Int?) throws(SheetCells.Fault) -> (SheetCells, SheetRemarks) {
    let sheet = OpenDocumentSheet(number, upTo: rows)
    try archive.read("content.xml", sheet)
    if let fault = sheet.fault { throw fault }
    return (sheet.cells, sheet.remarks)
  }
}

/// Looks whether parts of a package are locked with a password.
final class OpenDocumentManifest: XMLListener {
  private(set) var isLocked = false

  func start(_ element: XMLStream.Start, in stream: XMLStream) {
    if stream.name(element.name) == "encryption-data" { isLocked = true }
  }
  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {}
  func end(in stream: XMLStream) {}
}

/// The words of OpenDocument that matter to cells, each with the usual prefix of its namespace.
enum OpenDocumentWord: String {
  case spreadsheet = "office:spreadsheet", table = "table:table", row = "table:table-row"
  case cell = "table:table-cell", covered = "table:covered-table-cell", columns = "table:table-column"
  case paragraph = "text:p", space = "text:s", tab = "text:tab", lineBreak = "text:line-break", span =
    "text:span", link = "text:a"
  case style = "style:style", dateStyle = "datastyle:date-style", day = "datastyle:day", month =
    "datastyle:month", year = "datastyle:year"
  case weekDay = "datastyle:day-of-week"
  case name = "table:name", repeatedColumns = "table:number-columns-repeated", repeatedRows =
    "table:number-rows-repeated"
  case spannedColumns = "table:number-columns-spanned", spannedRows = "table:number-rows-spanned"
  case styleName = "table:style-name", defaultStyle = "table:default-cell-style-name", formula =
    "table:formula"
  case visibility = "table:visibility", display = "table:display", tableProperties = "style:table-properties"
  case type = "office:value-type", extendedType = "calcext:value-type", value = "office:value", date =
    "office:date-value"
  case time = "office:time-value", boolean = "office:boolean-value", string = "office:string-value"
  case ownName = "style:name", dataStyle = "style:data-style-name", count = "text:c"
}

/// The words among the names of a document, which are known by their namespaces, whatever prefixes these have there.
struct OpenDocumentWords {
  private var known: [Int: OpenDocumentWord?] = [:]

  /// What a name means; nil for one that does not matter.
  mutating func callAsFunction(_ name: Int, _ namespace: Int?, in stream: XMLStream) -> OpenDocumentWord? {
    let key = name << 24 | (namespace ?? 0xFF_FFFF)
    if let word = known[key] { return word }
    // urn:oasis:names:tc:opendocument:xmlns:table:1.0
    let parts = namespace.map { stream.name($0).split(separator: ":") } ?? []
    let prefix = parts.count > 1 ? parts[parts.count - 2] : ""
    let word = OpenDocumentWord(rawValue: "\(prefix):\(stream.name(name))")
    known[key] = .some(word)
    return word
  }
}
