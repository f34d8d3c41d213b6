package import Foundation

/// Writes a whole file or nothing: under a temporary name beside it, which then takes its place.
///
/// A device or pipe that exists already is written to directly. A symbolic link is followed, also where its target does not
/// exist yet. The permissions of a file that is replaced are kept, its owner and group where the system lets us; other hard
/// links to it keep the old content.
/// - Throws: ``FileError`` with the system's reason; a file that was there before is then as it was.
package func writeFile(_ bytes: Data, to path: String) throws {
  var status = stat()
  let exists = unsafe stat(path, &status) == 0
  if exists, status.st_mode & S_IFMT == S_IFDIR {
    throw FileError(path: path, deed: "written", reason: "it is a folder; expected a file")
  }
  if exists, status.st_mode & S_IFMT != S_IFREG {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, deed: "written", code: errno) }
    defer { _ = close(descriptor) }
    return try write(bytes, to: descriptor, as: path)
  }
  let target = try followed(path)
  let place = folder(of: target) ?? "."
  let temporary: TemporaryItem
  do throws(SystemError) {
    temporary = try TemporaryItem(in: place, isFolder: false)
  } catch {
    if error.code == ENOENT {
      throw FileError(path: path, deed: "written", reason: "there is no folder '\(place)'")
    }
    throw FileError(path: path, deed: "written", code: error.code)
  }
  try write(bytes, to: temporary.descriptor, as: path)
  if exists { adopt(status, temporary.descriptor) }
  guard unsafe rename(temporary.path, target) == 0 else {
    throw FileError(path: path, deed: "written", code: errno)
  }
  TemporaryItems.forget(temporary.path)
}

/// Removes what this process was writing when it is to end, and then ends it.
/// - Parameter end: Ends the process. No file can be begun any more.
package func abandonFiles(then end: () -> Never) -> Never { TemporaryItems.removeAll(then: end) }

/// Gives a file or folder the owner and the permissions of another, as far as the system lets us.
func adopt(_ status: stat, _ descriptor: Int32) {
  var own = stat()
  guard unsafe fstat(descriptor, &own) == 0 else { return }
  if own.st_uid != status.st_uid || own.st_gid != status.st_gid,
    fchown(descriptor, status.st_uid, status.st_gid) != 0
  {
    _ = fchown(descriptor, uid_t.max, status.st_gid)
  }
  _ = fchmod(descriptor, status.st_mode & 0o7777)
}

/// Where a path leads when symbolic links are followed, also to what is not there.
private func followed(_ path: String) throws -> String {
  var path = path
  for _ in 0..<40 {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return path }
    path = target.hasPrefix("/") ? target : "\(folder(of: path) ?? ".")/\(target)"
  }
  throw FileError(path: path, deed: "written", reason: "its symbolic links lead in a circle")
}

/// Writes all bytes to an open file.
func write(_ bytes: Data, to descriptor: Int32, as path: String) throws {
  do {
    try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: bytes)
  } catch {
    throw FileError(path: path, deed: "written", reason: reason(of: error))
  }
}
