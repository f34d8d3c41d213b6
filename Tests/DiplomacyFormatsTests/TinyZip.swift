import Foundation

/// Makes zipped files of members that are stored as they are: enough for workbooks in tests.
struct TinyZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a member.
  /// - Parameter declaredSize: How long it says it is when unpacked, where that is a lie.
  mutating func add(_ name: String, _ text: String, declaredSize: Int? = nil, isLocked: Bool = false) {
    let (content, name) = (Array(text.utf8), Array(name.utf8))
    let offset = bytes.count
    let size = declaredSize ?? content.count
    var head: [UInt8] = []
    func put(_ value: Int, _ width: Int, _ into: inout [UInt8]) {
      for shift in 0..<width { into.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
    for (value, width) in [
      (20, 2), (isLocked ? 1 : 0, 2), (0, 2), (0, 2), (33, 2), (Int(Self.checksum(content)), 4),
      (content.count, 4), (size, 4), (name.count, 2), (0, 2),
    ] { put(value, width, &head) }
    bytes += Array("PK\u{3}\u{4}".utf8) + head + name + content
    directory += Array("PK\u{1}\u{2}".utf8)
    put(20, 2, &directory)
    directory += head
    for (value, width) in [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)] { put(value, width, &directory) }
    directory += name
    count += 1
  }

  /// The file.
  var data: Data {
    var end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
    for (value, width) in [(count, 2), (count, 2), (directory.count, 4), (bytes.count, 4), (0, 2)] {
      for shift in 0..<width { end.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
    return Data(bytes + directory + end)
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// Workbooks of `.xlsx`, a part each.
struct TinyExcel {
  var sheets: [(name: String, xml: String)]
  var strings = ""
  /// `numFmt` elements, and the number of the format of each style.
  var formats = ""
  var styles: [Int] = [0]
  var properties = ""
  var hidden: Set<String> = []

  /// A workbook of one sheet with these rows.
  init(_ rows: String, besides: String = "") {
    sheets = [("Sheet1", "<sheetData>\(rows)</sheetData>\(besides)")]
  }

  var data: Data {
    var zip = TinyZip()
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(kinds)/\(kind)\" Target=\"\(target)\"/>"
    }
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "_rels/.rels", "<Relationships>\(relation("r1", "officeDocument", "xl/workbook.xml"))</Relationships>")
    let list = sheets.enumerated().map {
      "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"\(hidden.contains($1.name) ? " state=\"hidden\"" : "")/>"
    }
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(kinds)\"><workbookPr \(properties)/><sheets>\(list.joined())</sheets></workbook>"
    )
    let relations = sheets.indices.map { relation("s\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships>\(relations.joined())\(relation("t", "sharedStrings", "/xl/sharedStrings.xml"))\(relation("y", "styles", "styles.xml"))</Relationships>"
    )
    zip.add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>")
    let formed = styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    zip.add(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(formed)</cellXfs></styleSheet>"
    )
    for (index, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(index + 1).xml", "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>")
    }
    return zip.data
  }
}

/// A workbook of `.ods` with these tables, and these automatic styles.
func tinyOpenDocument(_ tables: String, styles: String = "", manifest: String = "") -> Data {
  let urn = "urn:oasis:names:tc:opendocument:xmlns"
  var zip = TinyZip()
  zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
  zip.add("META-INF/manifest.xml", "<m:manifest xmlns:m=\"\(urn):manifest:1.0\">\(manifest)</m:manifest>")
  zip.add(
    "content.xml",
    "<office:document-content xmlns:office=\"\(urn):office:1.0\" xmlns:t=\"\(urn):table:1.0\" xmlns:text=\"\(urn):text:1.0\" "
      + "xmlns:style=\"\(urn):style:1.0\" xmlns:number=\"\(urn):datastyle:1.0\" xmlns:draw=\"\(urn):drawing:1.0\" "
      + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
      + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>\(tables)"
      + "</office:spreadsheet></office:body></office:document-content>")
  return zip.data
}
