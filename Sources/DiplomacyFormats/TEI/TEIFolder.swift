import Diplomacy
import Foundation

/// The TEI files of a folder, read into one graph.
enum TEIFolder {
  /// So many files are read.
  private static let mostFiles = 100_000

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Reads all files of a folder, and of those inside of it, whose names end in `.xml`, `.tei` or these with `.gz`, and that
  /// hold TEI; the others are told. Hidden files and links are passed over.
  /// - Throws: ``InputDiagnostics`` with what is wrong, or ``FileError`` when the folder or a file cannot be read.
  static func read(_ path: String, isStrict: Bool) throws -> GraphFile.Document {
    var files: [(name: String, data: Data)] = []
    var left = InputLimits.networkBytes
    var others: [Diagnostic] = []
    for name in try names(in: path) {
      let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      let data = try contents(of: file, upTo: left)
      left -= data.count
      guard left >= 0 else {
        throw InputDiagnostics([
          Diagnostic(
            file: path, place: nil,
            message: InputLimits.tooManyBytes("a folder of TEI files", limit: InputLimits.networkBytes))
        ])
      }
      if let root = FileStart(data).xmlRoot, TEIFormat.roots.contains(root) {
        files.append((file, data))
      } else {
        others.append(
          Diagnostic(
            file: file, place: nil, severity: .warning, message: "this file holds no TEI; it is left out."))
      }
    }
    guard !files.isEmpty else {
      throw FileError(path: path, deed: "read", reason: "it is a folder without TEI files; expected a file")
    }
    var document = try TEIReader.read(files, named: path, isStrict: isStrict)
    document.warnings += others.prefix(ImportFindings.most)
    return document
  }

  private static func contents(of file: String, upTo limit: Int) throws -> Data {
    let data = try readFile(file, upTo: limit)
    guard Gzip.isPacked(data) else { return data }
    do throws(Gzip.Fault) {
      return try Gzip.unpacked(data, upTo: limit)
    } catch {
      throw InputDiagnostics([Diagnostic(file: file, place: nil, message: error.message)])
    }
  }

  /// The files' names from the folder on, in order.
  private static func names(in path: String) throws -> [String] {
    guard let all = FileManager.default.enumerator(atPath: path) else {
      throw FileError(path: path, deed: "read", reason: "it cannot be opened")
    }
    var names: [String] = []
    while let name = all.nextObject() as? String {
      let type = all.fileAttributes?[.type] as? FileAttributeType
      if name.split(separator: "/").last?.hasPrefix(".") == true {
        if type == .typeDirectory { all.skipDescendants() }
        continue
      }
      let ending = name.lowercased()
      guard type == .typeRegular, [".xml", ".tei", ".xml.gz", ".tei.gz"].contains(where: ending.hasSuffix)
      else {
        continue
      }
      names.append(name)
      guard names.count <= mostFiles else {
        throw InputDiagnostics([
          Diagnostic(
            file: path, place: nil, message: InputLimits.tooMany("files", in: "the folder", limit: mostFiles))
        ])
      }
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}
