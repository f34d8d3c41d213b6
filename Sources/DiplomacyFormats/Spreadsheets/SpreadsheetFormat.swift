import Foundation

extension Format {
  /// Sheets of spreadsheet programs, read as tables of edges.
  static let spreadsheet = Format(
    "spreadsheet", "spreadsheet", file: "a workbook of a spreadsheet program",
    endings: ["xlsx", "ods"], shared: ["xlsm", "xls", "xlsb"],
    for: "Excel and LibreOffice, a row for each edge",
    reader: Reader(
      [.directed, .halfOpen, .nodes, .missing, .columns, .sheet, .strict], mostBytes: InputLimits.networkBytes
    ) { data, name, options, tables in
      guard Workbook.isOne(data) else {
        throw InputDiagnostics([Diagnostic(file: name, place: nil, message: Workbook.isNone)])
      }
      let request = try EdgeListReader.Request(options, tables)
      return try GraphFile.Document(imported: EdgeListReader.read(data, named: name, request), from: name)
    }
  ) { Workbook.begins($0.bytes, $0.text) }
}
