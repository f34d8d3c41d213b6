internal import CFileSystem
package import Foundation

/// Files of one folder that are made aside and take their place together: whoever looks sees all of the old ones or all of the
/// new ones, whatever ends this process.
///
/// They are made in a folder beside the one that they are for, which then changes places with it in one step. What else is in the
/// folder stays: it is linked into the new one first. Where folders cannot change places (the folder is mounted, the folder above
/// cannot be written to, or the file system cannot do it), the files take their places one by one, each whole.
///
/// A folder that is a symbolic link is followed. A file that would replace a symbolic link or a folder is refused.
package struct FolderReplacement: ~Copyable {
  /// The folder as the user named it.
  private let path: String
  /// The folder itself, without symbolic links.
  private let target: String
  private let staged: TemporaryItem
  /// Whether the new folder lies beside the old one, and not in it.
  private let isBeside: Bool
  private var names: [String] = []

  /// Begins to make the files of a folder, which need not exist yet; the folders above it are made.
  /// - Throws: ``FileError`` when nothing can be written there.
  package init(of path: String) throws {
    let target = try resolvedFolder(path)
    let above = folder(of: target) ?? "."
    try makeFolder(above)
    staged = try Self.stage(beside: target, in: above, as: path)
    isBeside = !staged.path.hasPrefix(target + "/")
    self.path = path
    self.target = target
  }

  /// An empty folder beside another one, or in it where that alone can be written to.
  private static func stage(beside target: String, in above: String, as path: String) throws -> TemporaryItem
  {
    do throws(SystemError) {
      return try TemporaryItem(in: above, isFolder: true)
    } catch {
      var status = stat()
      guard [EACCES, EPERM, EROFS].contains(error.code), unsafe stat(target, &status) == 0 else {
        throw FileError(path: path, deed: "made", code: error.code)
      }
    }
    do throws(SystemError) {
      return try TemporaryItem(in: target, isFolder: true)
    } catch {
      throw FileError(path: path, deed: "written to", code: error.code)
    }
  }

  /// Writes a file aside.
  /// - Throws: ``FileError``, also when what has this name in the folder now is no file.
  package mutating func add(_ name: String, _ bytes: Data) throws {
    let shown = "\(path)/\(name)"
    let old = try replaced(name)
    let descriptor = unsafe open("\(staged.path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: shown, deed: "written", code: errno) }
    defer { _ = close(descriptor) }
    try write(bytes, to: descriptor, as: shown)
    if let old { adopt(old, descriptor) }
    names.append(name)
  }

  /// Puts the files in their place, all at once.
  /// - Throws: ``FileError``; the folder is then as it was.
  package consuming func commit() throws {
    // One at a time: who changes places while another is still linking would take files away.
    let lock = unsafe open(folder(of: target) ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { _ = flock(lock, LOCK_EX) }
    defer { if lock >= 0 { _ = close(lock) } }
    for name in names { _ = try replaced(name) }
    var status = stat()
    if unsafe stat(target, &status) != 0 {
      guard unsafe rename(staged.path, target) == 0 else {
        throw FileError(path: path, deed: "made", code: errno)
      }
      return TemporaryItems.forget(staged.path)
    }
    if isBeside, try linkOthers() {
      adopt(status, staged.descriptor)
      // From here on the old folder has the temporary name, and is removed with it.
      if unsafe entente_exchange(staged.path, target) == 0 { return }
    }
    for name in names {
      guard unsafe rename("\(staged.path)/\(name)", "\(target)/\(name)") == 0 else {
        throw FileError(path: "\(path)/\(name)", deed: "written", code: errno)
      }
    }
  }

  /// The file that a new one replaces; `nil` for none.
  private func replaced(_ name: String) throws -> stat? {
    var status = stat()
    guard unsafe lstat("\(target)/\(name)", &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let what =
        switch status.st_mode & S_IFMT {
        case S_IFLNK: "a symbolic link"
        case S_IFDIR: "a folder"
        default: "no ordinary file"
        }
      throw FileError(
        path: "\(path)/\(name)", deed: "written",
        reason: "it is \(what) now; remove it, or write into another folder")
    }
    return status
  }

  /// Links what else is in the folder into the new one; false when that cannot be done.
  private func linkOthers() throws -> Bool {
    let own = Set(names)
    let others = try contents(of: target).filter { !own.contains($0) }
    return others.allSatisfy { linkItem("\(target)/\($0)", to: "\(staged.path)/\($0)") }
  }

  private func contents(of folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw FileError(path: path, deed: "read", reason: reason(of: error))
    }
  }
}

/// Links a file, or a folder with all in it, to another place of the same file system.
private func linkItem(_ old: String, to new: String) -> Bool {
  var status = stat()
  guard unsafe lstat(old, &status) == 0 else { return false }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    return unsafe linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0
  }
  guard unsafe mkdir(new, 0o700) == 0,
    let names = try? FileManager.default.contentsOfDirectory(atPath: old),
    names.allSatisfy({ linkItem("\(old)/\($0)", to: "\(new)/\($0)") })
  else { return false }
  let descriptor = unsafe open(new, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return false }
  adopt(status, descriptor)
  _ = close(descriptor)
  return true
}

/// Tells at once that a folder could not be made or written to, without making it.
/// - Throws: ``FileError`` with the system's reason.
package func checkFolder(_ path: String) throws {
  var place = try resolvedFolder(path)
  var status = stat()
  while unsafe lstat(place, &status) != 0, errno == ENOENT || errno == ENOTDIR {
    guard let above = folder(of: place) else {
      place = "."
      break
    }
    place = above
  }
  if unsafe stat(place, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
    throw FileError(path: place, deed: "made", reason: "a file has that name; expected a folder")
  }
  guard unsafe access(place, W_OK | X_OK) == 0 else {
    throw FileError(path: path, deed: place == path ? "written to" : "made", code: errno)
  }
}

/// A folder without symbolic links, also where it does not exist yet.
private func resolvedFolder(_ path: String) throws -> String {
  var status = stat()
  if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
    throw FileError(path: path, deed: "made", reason: "a file has that name; expected a folder")
  }
  guard let resolved = unsafe realpath(path, nil) else {
    if unsafe lstat(path, &status) == 0 {
      throw FileError(path: path, deed: "made", reason: "it is a symbolic link that leads nowhere")
    }
    return path
  }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}
