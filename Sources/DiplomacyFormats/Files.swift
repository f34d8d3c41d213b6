public import Foundation

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
/// - Throws: ``FileError`` with the system's reason.
public func readFile(_ path: String) throws -> Data {
  var isFolder: ObjCBool = false
  if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
    throw FileError(path: path, deed: "read", reason: "it is a folder; expected a file")
  }
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(path: path, deed: "read", code: errno) }
  let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  do {
    return try handle.readToEnd() ?? Data()
  } catch {
    throw FileError(path: path, deed: "read", reason: reason(of: error))
  }
}

/// Writes a whole file or nothing: to a temporary name beside it, which is then renamed.
///
/// A device or pipe that exists already is written to directly.
/// - Throws: ``FileError`` with the system's reason; a file that was there before is then as it was.
public func writeFile(_ bytes: Data, to path: String) throws {
  var status = stat()
  let exists = unsafe stat(path, &status) == 0
  if exists, status.st_mode & S_IFMT == S_IFDIR {
    throw FileError(path: path, deed: "written", reason: "it is a folder; expected a file")
  }
  if exists, status.st_mode & S_IFMT != S_IFREG {
    try write(bytes, to: path, as: path, flags: O_WRONLY)
    return
  }
  // The rename replaces a link's target, not the link.
  let target = exists ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
  let temporary = "\(target).\(getpid()).tmp"
  do {
    try write(bytes, to: temporary, as: path, flags: O_WRONLY | O_CREAT | O_EXCL)
    if exists { unsafe chmod(temporary, status.st_mode & 0o7777) }
    guard unsafe rename(temporary, target) == 0 else {
      throw FileError(path: path, deed: "written", code: errno)
    }
  } catch {
    unsafe unlink(temporary)
    throw error
  }
}

/// Writes a text to standard output.
/// - Throws: ``FileError`` with the system's reason.
public func writeToStandardOutput(_ text: String) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    throw FileError(path: "standard output", deed: "written", reason: reason(of: error))
  }
}

/// Makes a folder and those above it, where they are missing.
/// - Throws: ``FileError`` with the system's reason.
public func makeFolder(_ path: String) throws {
  var status = stat()
  if unsafe stat(path, &status) == 0 {
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw FileError(path: path, deed: "made", reason: "a file has that name; expected a folder")
    }
    return
  }
  let parent = (path as NSString).deletingLastPathComponent
  if parent != path, !parent.isEmpty { try makeFolder(parent) }
  guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw FileError(path: path, deed: "made", code: errno)
  }
}

private func write(_ bytes: Data, to actual: String, as path: String, flags: Int32) throws {
  let descriptor = unsafe open(actual, flags | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else {
    let code = errno
    let folder = (path as NSString).deletingLastPathComponent
    if code == ENOENT, !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      throw FileError(path: path, deed: "written", reason: "there is no folder '\(folder)'")
    }
    throw FileError(path: path, deed: "written", code: code)
  }
  let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
  do {
    try handle.write(contentsOf: bytes)
    try handle.close()
  } catch {
    try? handle.close()
    throw FileError(path: path, deed: "written", reason: reason(of: error))
  }
}

/// The system's words for why a file operation failed.
private func reason(of error: any Error) -> String {
  let error = error as NSError
  let cause = (error.userInfo[NSUnderlyingErrorKey] as? NSError) ?? error
  guard cause.domain == NSPOSIXErrorDomain else { return cause.localizedDescription }
  return unsafe String(cString: strerror(Int32(cause.code))).lowercased()
}
