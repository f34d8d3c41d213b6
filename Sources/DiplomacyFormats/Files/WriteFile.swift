package import Foundation

/// Writes a whole file or nothing: under a temporary name beside it, which then takes its place.
///
/// A device or pipe that exists already is written to directly. A symbolic link is followed, also where its target does not
/// exist yet. The permissions of a file that is replaced are kept, its owner and group where the system lets us; other hard
/// links to it keep the old content.
/// - Throws: ``FileError`` with the system's reason; a file that was there before is then as it was.
package func writeFile(_ bytes: Data, to path: String) throws {
  var status = stat()
  if unsafe stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, deed: "written", code: errno) }
    defer { _ = close(descriptor) }
    return try write(bytes, to: descriptor, as: path)
  }
  try writeFile(to: path) { descriptor, _ in try write(bytes, to: descriptor, as: path) }
}

/// Lets a whole file or nothing be written: under a temporary name beside it, which then takes its place.
///
/// What holds of ``writeFile(_:to:)`` holds here, but that devices and pipes are refused.
/// - Parameters:
///   - isSynced: Whether the file is to be on the disk before it takes the other's place.
///   - make: Writes to an open file, or to the temporary path.
/// - Throws: ``FileError``, or what `make` throws; a file that was there before is then as it was.
package func writeFile(
  to path: String, isSynced: Bool = false, _ make: (_ descriptor: Int32, _ temporary: String) throws -> Void
) throws {
  var status = stat()
  let exists = unsafe stat(path, &status) == 0
  if exists, status.st_mode & S_IFMT == S_IFDIR {
    throw FileError(path: path, deed: "written", reason: "it is a folder; expected a file")
  }
  if exists, status.st_mode & S_IFMT != S_IFREG {
    throw FileError(path: path, deed: "written", reason: "it is a device or a pipe; expected a file")
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
  try make(temporary.descriptor, temporary.path)
  if exists { adopt(status, temporary.descriptor) }
  if isSynced, fsync(temporary.descriptor) != 0 {
    throw FileError(path: path, deed: "written", code: errno)
  }
  guard unsafe rename(temporary.path, target) == 0 else {
    throw FileError(path: path, deed: "written", code: errno)
  }
  TemporaryItems.forget(temporary.path)
}

/// Writes bytes to a file that nobody else sees and that is gone afterwards, and lets it be read.
/// - Throws: ``FileError``, or what `body` throws.
package func withTemporaryFile<Result>(
  _ bytes: Data, _ body: (_ path: String) throws -> Result
) throws -> Result {
  let place = FileManager.default.temporaryDirectory.path
  let temporary: TemporaryItem
  do throws(SystemError) {
    temporary = try TemporaryItem(in: place, isFolder: false)
  } catch {
    throw FileError(path: place, deed: "written", code: error.code)
  }
  return try fill(temporary, bytes, then: body)
}

/// A temporary file is there as long as this runs, to which it is lent.
private func fill<Result>(
  _ temporary: borrowing TemporaryItem, _ bytes: Data, then body: (_ path: String) throws -> Result
) throws -> Result {
  try write(bytes, to: temporary.descriptor, as: temporary.path)
  return try body(temporary.path)
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
