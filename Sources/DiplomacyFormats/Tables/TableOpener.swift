import Foundation

/// Finds the tables that a graph file names.
struct TableOpener: Sendable {
  /// The table of a mapping.
  /// - Throws: ``TableFault`` or ``EncodedText/Fault`` when it cannot be read.
  let open: @Sendable (TableMapping) throws -> any RowSource

  /// Files, named from the folder of the graph file on.
  static func files(beside file: String) -> TableOpener {
    TableOpener { mapping in
      let folder = folder(of: file)
      let isAbsolute = mapping.file.hasPrefix("/")
      return try open(isAbsolute || folder == nil ? mapping.file : "\(folder ?? "")/\(mapping.file)", mapping)
    }
  }

  /// Texts in place of files, by their names.
  static func texts(_ texts: [String: String]) -> TableOpener {
    TableOpener { mapping in
      guard let text = texts[mapping.file] else {
        throw TableFault(message: missing(mapping.file, among: texts.keys.sorted()))
      }
      return try rows(Data(text.utf8), mapping.file, mapping)
    }
  }

  private static func open(_ path: String, _ mapping: TableMapping) throws -> any RowSource {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    guard let isFile = try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile else {
      let names = try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
      throw TableFault(message: missing(mapping.file, among: (names ?? []).sorted()))
    }
    guard isFile else { throw TableFault(message: "'\(shown(mapping.file))' is no file; expected a table.") }
    do {
      return try rows(readFile(path, upTo: InputLimits.networkBytes), path, mapping)
    } catch let error as FileError {
      throw TableFault(message: error.description)
    }
  }

  private static func missing(_ name: String, among names: [String]) -> String {
    "there is no file '\(shown(name))' beside the graph file; expected a table.\(didYouMean(fileName(of: name), among: names))"
  }

  /// The rows of a file's bytes, by what it is.
  private static func rows(_ data: Data, _ path: String, _ mapping: TableMapping) throws -> any RowSource {
    var data = data
    if Gzip.isPacked(data) {
      do throws(Gzip.Fault) {
        data = try Gzip.unpacked(data, upTo: InputLimits.networkBytes)
      } catch {
        throw TableFault(message: "'\(shown(mapping.file))': \(error.message)")
      }
    }
    guard data.count <= InputLimits.networkBytes else {
      throw TableFault(
        message:
          "'\(shown(mapping.file))': \(InputLimits.tooManyBytes("a table", limit: InputLimits.networkBytes))")
    }
    if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw TableFault(
        message:
          "'\(shown(mapping.file))' is a spreadsheet or another packed file; expected CSV. Save the sheet as CSV."
      )
    }
    if let sheet = mapping.sheet {
      throw TableFault(
        place: sheet.place,
        message:
          "'\(shown(mapping.file))' is a text and has no sheets; expected 'sheet' with a spreadsheet alone.")
    }
    return try DelimitedRows(data, named: path, delimiter: mapping.delimiter)
  }
}
