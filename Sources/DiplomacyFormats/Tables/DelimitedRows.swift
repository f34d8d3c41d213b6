import Foundation

/// A table in a text with delimiters, as the mapping of a graph file sees it.
struct DelimitedRows: RowSource {
  let file: String
  let columns: [String]
  private(set) var remarks: [TableRemark] = []
  private let table: TableFile
  private let header: TableFile.Record

  /// Reads the names of the columns.
  /// - Parameter delimiter: What stands between fields; nil: it is found in the text.
  /// - Throws: ``EncodedText/Fault`` for bytes that are no table.
  init(_ data: Data, named file: String, delimiter: UInt8? = nil) throws(EncodedText.Fault) {
    let text = try EncodedText(data, of: fileName(of: file))
    if let (place, message) = text.warning {
      remarks.append(TableRemark(kind: .encoding, place: place, message: message))
    }
    let table = TableFile(text.bytes, delimiter: delimiter)
    guard let header = table.first else {
      throw EncodedText.Fault(place: nil, message: "the table is empty; expected the names of its columns.")
    }
    guard header.fields.count <= InputLimits.columns else {
      throw EncodedText.Fault(
        place: nil, message: InputLimits.tooMany("columns", in: "the table", limit: InputLimits.columns))
    }
    self.file = file
    self.table = table
    self.header = header
    columns = header.fields.map { table.text($0) }
  }

  func place(ofName column: Int) -> Diagnostic.Place {
    column < header.fields.count ? table.place(header.fields[column]) : Diagnostic.Place(line: 1, column: 1)
  }

  func place(of column: Int, in row: RowMark) -> Diagnostic.Place {
    guard let record = table.record(at: Int(row.offset), line: Int(row.line)) else {
      return Diagnostic.Place(line: Int(row.line), column: 1)
    }
    guard column < record.fields.count else { return Diagnostic.Place(line: Int(row.line), column: 1) }
    return table.place(record.fields[column])
  }

  func forEachRow(_ body: (inout TableRow) -> Bool) -> [TableRemark] {
    var row = TableRow(bytes: table.bytes)
    var isHeader = true
    let walk = table.forEachRecord { record in
      if isHeader {
        isHeader = false
        return true
      }
      row.number += 1
      row.mark = RowMark(line: Int32(record.line), offset: Int32(record.offset))
      row.own.removeAll(keepingCapacity: true)
      row.cells.removeAll(keepingCapacity: true)
      for field in record.fields {
        if field.isPlain {
          row.cells.append(TableRow.Cell(start: field.start, end: field.end, isOwn: false))
        } else {
          let start = Int32(row.own.count)
          row.own += table.text(field).utf8
          row.cells.append(TableRow.Cell(start: start, end: Int32(row.own.count), isOwn: true))
        }
      }
      return body(&row)
    }
    var remarks: [TableRemark] = []
    if let place = walk.openQuote {
      remarks.append(
        TableRemark(
          kind: .openQuote, place: place,
          message: "a quotation mark begins a field here and none ends it: the rest of the file is one field."
        ))
    }
    if walk.remarks > 0 {
      remarks.append(
        TableRemark(
          kind: .remark, place: walk.firstRemark,
          message:
            "\(walk.remarks == 1 ? "1 line begins" : "\(walk.remarks) lines begin") with '#' or '%' and \(walk.remarks == 1 ? "is" : "are") read as remarks, not as rows."
        ))
    }
    return remarks
  }
}
