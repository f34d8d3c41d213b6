package import Foundation

/// A file that could not be read or written.
public struct FileError: Error, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public let path: String
  /// What could not be done: `read`, `written` or `made`.
  let deed: String
  /// Why, in words.
  public let reason: String

  /// `treaties.yaml could not be read: permission denied.`
  public var description: String { "'\(path)' could not be \(deed): \(reason)." }

  init(path: String, deed: String, reason: String) {
    self.path = path
    self.deed = deed
    self.reason = reason
  }

  init(path: String, deed: String, code: Int32) {
    self.init(path: path, deed: deed, reason: unsafe String(cString: strerror(code)).lowercased())
  }
}

/// Reads a whole file.
/// - Parameter limit: So many bytes are read at most: a file that has more gives one byte more.
/// - Throws: ``FileError`` with the system's reason.
package func readFile(_ path: String, upTo limit: Int = .max) throws -> Data {
  try FilePieces(path).rest(upTo: limit == .max ? .max - 1 : limit)
}

/// A file, or standard input, that is read piece by piece.
final class FilePieces {
  private let handle: FileHandle?
  private let path: String
  private var kept: Data?
  private let more: (() throws -> Data)?
  private static let size = 1 << 20

  /// Opens a file, or standard input for `-`, and reads its beginning.
  /// - Throws: ``FileError`` with the system's reason.
  init(_ path: String) throws {
    more = nil
    if path == GraphReading.standardInput {
      (handle, self.path) = (.standardInput, "standard input")
    } else {
      var isFolder: ObjCBool = false
      if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw FileError(path: path, deed: "read", reason: "it is a folder; expected a file")
      }
      let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(path: path, deed: "read", code: errno) }
      (handle, self.path) = (FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), path)
    }
    kept = try read(upTo: FileStart.size)
  }

  /// Bytes as if they were a file's.
  init(_ data: Data) { (handle, path, kept, more) = (nil, "-", data, nil) }

  /// Bytes that are made as they are asked for; none ends them.
  init(_ more: @escaping () throws -> Data) { (handle, path, kept, self.more) = (nil, "-", nil, more) }

  /// How it begins.
  var start: Data { kept ?? Data() }

  /// Lets go of the file, of which no more is read.
  func close() { try? handle?.close() }

  /// The next bytes; nil at the end.
  /// - Throws: ``FileError`` with the system's reason.
  func next() throws -> Data? {
    if let first = kept {
      kept = nil
      return first
    }
    let piece = try more?() ?? read(upTo: Self.size)
    return piece.isEmpty ? nil : piece
  }

  /// All the rest, up to a limit: of a file that has more, one byte more.
  /// - Throws: ``FileError`` with the system's reason.
  func rest(upTo limit: Int) throws -> Data {
    var bytes = kept ?? Data()
    kept = nil
    while bytes.count <= limit, let more = try next() { bytes += more }
    return bytes.count > limit ? bytes.prefix(limit &+ 1) : bytes
  }

  /// So many bytes, or fewer at the end: a pipe gives less than asked for at a time.
  private func read(upTo count: Int) throws -> Data {
    guard let handle else { return Data() }
    do {
      var bytes = Data()
      while bytes.count < count, let more = try handle.read(upToCount: count - bytes.count), !more.isEmpty {
        if bytes.isEmpty { bytes = more } else { bytes += more }
      }
      return bytes
    } catch {
      throw FileError(path: path, deed: "read", reason: reason(of: error))
    }
  }
}

/// Writes a text to standard output.
/// - Throws: ``FileError`` with the system's reason.
package func writeToStandardOutput(_ text: String) throws {
  try writeToStandardOutput { try $0(text) }
}

/// Writes text to standard output that is made piece by piece; not all of it is in memory at a time.
/// - Throws: ``FileError``, or what `make` throws.
package func writeToStandardOutput(_ make: ((String) throws -> Void) throws -> Void) throws {
  var pieces: [UInt8] = []
  try make { piece in
    pieces += Array(piece.utf8)
    if pieces.count < 1 << 20 { return }
    try writeBytesToStandardOutput(pieces)
    pieces.removeAll(keepingCapacity: true)
  }
  try writeBytesToStandardOutput(pieces)
}

package func writeBytesToStandardOutput(_ bytes: [UInt8]) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(bytes))
  } catch {
    throw FileError(path: "standard output", deed: "written", reason: reason(of: error))
  }
}

/// Makes a folder and those above it, where they are missing.
/// - Returns: The folders that were made, the uppermost first.
/// - Throws: ``FileError`` with the system's reason.
@discardableResult
package func makeFolder(_ path: String) throws -> [String] {
  var status = stat()
  if unsafe stat(path, &status) == 0 {
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw FileError(path: path, deed: "made", reason: "a file has that name; expected a folder")
    }
    return []
  }
  let above = try folder(of: path).map { try makeFolder($0) } ?? []
  guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw FileError(path: path, deed: "made", code: errno)
  }
  return above + [path]
}

/// Removes folders that turned out not to be needed: those in which nothing is.
/// - Parameter paths: The uppermost first, as ``makeFolder(_:)`` gives them.
package func removeEmptyFolders(_ paths: [String]) {
  for path in paths.reversed() { _ = unsafe rmdir(path) }
}

/// The system's words for why a file operation failed.
func reason(of error: any Error) -> String {
  let error = error as NSError
  let cause = (error.userInfo[NSUnderlyingErrorKey] as? NSError) ?? error
  guard cause.domain == NSPOSIXErrorDomain else { return cause.localizedDescription }
  return unsafe String(cString: strerror(Int32(cause.code))).lowercased()
}
