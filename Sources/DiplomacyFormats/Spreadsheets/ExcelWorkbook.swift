import Foundation

/// A workbook in Office Open XML (ECMA-376, transitional or strict): what Excel saves as `.xlsx` or `.xlsm`.
struct ExcelWorkbook {
  let archive: ZipArchive
  let sheets: [Workbook.Sheet]
  /// The members that hold the sheets.
  private let members: [String]
  private let system: DateCell.System
  private let texts: SharedTexts
  private let formats: [NumberFormat]

  /// - Throws: ``SheetCells/Fault`` for what is no workbook, or is damaged.
  init(_ archive: ZipArchive) throws(SheetCells.Fault) {
    self.archive = archive
    let root = ExcelRelations()
    try archive.read("_rels/.rels", root)
    let main = root.member(of: "officeDocument", beside: "") ?? "xl/workbook.xml"
    if main.lowercased().hasSuffix(".bin") || archive.has("xl/workbook.bin") {
      throw SheetCells.Fault(
        message: "this is a binary workbook (.xlsb), which is not read. Save it as .xlsx, .ods or CSV.")
    }
    let list = ExcelSheetList()
    guard try archive.read(main, list) else {
      throw SheetCells.Fault(
        message:
          "this zipped file is no workbook of a spreadsheet program: it has neither 'xl/workbook.xml' nor 'content.xml'."
      )
    }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let relations = ExcelRelations()
    let name = main.split(separator: "/").last.map(String.init) ?? main
    try archive.read((folder.isEmpty ? "" : "\(folder)/") + "_rels/\(name).rels", relations)
    let found = list.sheets.compactMap { sheet in
      relations.worksheet(sheet.id, beside: folder).map { (sheet, $0) }
    }
    sheets = found.map { Workbook.Sheet(name: $0.0.name, isHidden: $0.0.isHidden) }
    members = found.map(\.1)
    system = list.system
    let texts = SharedTexts()
    if let member = relations.member(of: "sharedStrings", beside: folder) { try archive.read(member, texts) }
    if let fault = texts.fault { throw fault }
    self.texts = texts
    let styles = ExcelStyles()
    if let member = relations.member(of: "styles", beside: folder) { try archive.read(member, styles) }
    formats = styles.formats
  }

  /// Reads the cells of a sheet.
  func cells(of number: Int, upTo rows: Int?) throws(SheetCells.Fault) -> (SheetCells, SheetRemarks) {
    let sheet = ExcelSheet(texts, formats, system, upTo: rows)
    guard try archive.read(members[number], sheet) else {
      throw SheetCells.Fault(message: "the file has no part '\(members[number])', where its cells should be.")
    }
    if let fault = sheet.fault { throw fault }
    return (sheet.cells, sheet.remarks)
  }
}

/// What a part of a package refers to.
final class ExcelRelations: XMLListener {
  private var all: [(id: String, type: String, target: String)] = []

  func start(_ element: XMLStream.Start, in stream: XMLStream) {
    guard stream.name(element.name) == "Relationship", all.count < 100_000,
      let target = element.text("Target", in: stream), let type = element.text("Type", in: stream)
    else { return }
    // The word for a kind ends an address, which differs between transitional and strict files.
    let kind = type.split(separator: "/").last.map(String.init) ?? type
    all.append((element.text("Id", in: stream) ?? "", kind, target))
  }
  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {}
  func end(in stream: XMLStream) {}

  /// The first member of a kind.
  func member(of kind: String, beside folder: String) -> String? {
    all.first { $0.type == kind }.map { Self.path($0.target, beside: folder) }
  }

  /// The worksheet of an id; nil for other sheets, such as charts.
  func worksheet(_ id: String, beside folder: String) -> String? {
    all.first { $0.id == id && $0.type == "worksheet" }.map { Self.path($0.target, beside: folder) }
  }

  private static func path(_ target: String, beside folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The list of a workbook's sheets.
final class ExcelSheetList: XMLListener {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var system = DateCell.System.from1900

  func start(_ element: XMLStream.Start, in stream: XMLStream) {
    switch stream.name(element.name) {
    case "workbookPr": if element.isTrue("date1904", in: stream) { system = .from1904 }
    case "sheet":
      guard sheets.count < 10_000, let name = element.text("name", in: stream) else { return }
      let state = element.text("state", in: stream) ?? "visible"
      sheets.append((excelText(name), element.text("id", in: stream) ?? "", state != "visible"))
    default: break
    }
  }
  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {}
  func end(in stream: XMLStream) {}
}

/// How the cells of a workbook are shown, as far as it says what their numbers mean.
final class ExcelStyles: XMLListener {
  /// By the number that cells name.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInside = false

  func start(_ element: XMLStream.Start, in stream: XMLStream) {
    switch stream.name(element.name) {
    case "numFmt":
      guard let id = element.text("numFmtId", in: stream).flatMap({ Int($0) }), codes.count < 100_000 else {
        return
      }
      codes[id] = element.text("formatCode", in: stream).map { NumberFormat(code: String($0.prefix(300))) }
    case "cellXfs": isInside = true
    case "cellStyleXfs", "cellStyles", "dxfs": isInside = false
    case "xf" where isInside && formats.count < 1_000_000:
      let id = element.text("numFmtId", in: stream).flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? .builtIn(id))
    default: break
    }
  }
  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {}
  func end(in stream: XMLStream) {}
}

/// The texts that cells share, each by its number: plain, or of several runs that differ in type.
final class SharedTexts: XMLListener {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isText = false
  /// How deep inside a reading aid, such as furigana, whose text is not the cell's.
  private var aids = 0
  private var depth: [Bool] = []
  private(set) var fault: SheetCells.Fault?

  /// The text of a number; nil where there is none.
  subscript(number: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(number) else { return nil }
    return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  func start(_ element: XMLStream.Start, in stream: XMLStream) {
    let name = stream.name(element.name)
    isText = name == "t" && aids == 0
    depth.append(name == "rPh")
    if name == "rPh" { aids += 1 }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {
    guard isText else { return }
    unsafe bytes.append(contentsOf: text)
    if bytes.count > InputLimits.networkBytes {
      fault = SheetCells.Fault(
        message:
          "the texts of the workbook have more than \(InputLimits.networkBytes / InputLimits.megabyte) MB; expected fewer. Divide the table."
      )
      stream.stop()
    }
  }

  func end(in stream: XMLStream) {
    if depth.popLast() == true { aids -= 1 }
    isText = false
    // A text is a child of the document's element.
    if depth.count == 1 {
      let start = ends.last ?? 0
      unescapeExcel(&bytes, from: start)
      ends.append(bytes.count)
    }
  }
}

/// A text with what Excel writes for characters that XML cannot hold, `_x000A_`, as these.
func excelText(_ text: String) -> String {
  var bytes = Array(text.utf8)
  unescapeExcel(&bytes, from: 0)
  return String(decoding: bytes, as: UTF8.self)
}

/// Reads `_x000A_` as the character that it stands for, in the bytes from a place on; of control characters only those that
/// end lines, and tabs.
func unescapeExcel(_ bytes: inout [UInt8], from start: Int) {
  guard bytes[start...].contains(UInt8(ascii: "_")) else { return }
  var (from, to) = (start, start)
  while from < bytes.count {
    if bytes[from] == UInt8(ascii: "_"), from + 6 < bytes.count, bytes[from + 1] == UInt8(ascii: "x"),
      bytes[from + 6] == UInt8(ascii: "_"),
      let code = UInt32(String(decoding: bytes[(from + 2)..<(from + 6)], as: UTF8.self), radix: 16),
      let scalar = UnicodeScalar(code), code >= 0x20 && code != 0x7F || code == 9 || code == 10 || code == 13
    {
      for byte in String(scalar).utf8 {
        bytes[to] = byte
        to += 1
      }
      from += 7
    } else {
      bytes[to] = bytes[from]
      (from, to) = (from + 1, to + 1)
    }
  }
  bytes.removeLast(bytes.count - to)
}
