internal import Foundation
internal import Synchronization

/// A file or a folder that is being made beside its place, under a name that nothing else has.
///
/// It is locked as long as this value lives. What is not locked was left by a run that was killed, and is removed by the next
/// run that makes something in the same folder. When this value ends, the item is removed, unless it has been moved away.
struct TemporaryItem: ~Copyable {
  /// Where it is.
  let path: String
  /// An open descriptor, which holds the lock.
  let descriptor: Int32

  /// Makes an empty file or folder.
  /// - Parameter folder: Where to make it.
  /// - Throws: The system's error number.
  init(in folder: String, isFolder: Bool) throws(SystemError) {
    LeftoverItems.remove(in: folder)
    var status = stat()
    while true {
      let path = "\(folder)/\(TemporaryItem.newName())"
      // A signal may come as soon as it is there.
      TemporaryItems.add(path)
      let made: Int32?
      do throws(SystemError) {
        made = try TemporaryItem.make(path, isFolder: isFolder)
      } catch {
        TemporaryItems.forget(path)
        throw error
      }
      // A file system that knows no locks does without.
      if let made { _ = flock(made, LOCK_EX) }
      // Somebody who tidies up may have removed it before it was opened, or locked it first and removed it then.
      guard let descriptor = made, unsafe lstat(path, &status) == 0 else {
        TemporaryItems.forget(path)
        if let made { _ = close(made) }
        continue
      }
      self.path = path
      self.descriptor = descriptor
      return
    }
  }

  deinit {
    TemporaryItems.remove(path)
    _ = close(descriptor)
  }

  /// A name that is short, since the name that a file shall have may be as long as a name can be.
  private static func newName() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return LeftoverItems.prefix + String((0..<10).map { _ in letters.randomElement() ?? "a" })
      + LeftoverItems.suffix
  }

  /// Makes and opens an empty file or folder; nil when a folder is gone again before it is opened.
  private static func make(_ path: String, isFolder: Bool) throws(SystemError) -> Int32? {
    if isFolder, unsafe mkdir(path, 0o777) != 0 { throw SystemError(code: errno) }
    let flags = isFolder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT | O_EXCL
    let descriptor = unsafe open(path, flags | O_CLOEXEC, 0o666)
    if descriptor < 0, isFolder, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    return descriptor
  }
}

/// An error number of the system.
struct SystemError: Error {
  let code: Int32
}

/// What this process is making.
enum TemporaryItems {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Says that what was under a path has been moved to its place, or never was.
  static func forget(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Removes what is there under a path, if it was made by this process.
  static func remove(_ path: String) {
    paths.withLock { paths in
      guard paths.remove(path) != nil else { return }
      removeItem(path)
    }
  }

  /// Removes everything; `body` then ends the process, and meanwhile no other thread makes anything more.
  static func removeAll(then body: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths {
        // A thread that is writing into a folder may add a file while it is emptied.
        var status = stat()
        for _ in 0..<1000 where unsafe lstat(path, &status) == 0 { removeItem(path) }
      }
      body()
    }
  }
}

/// Removes a file, or a folder with all in it; links are removed, not followed.
func removeItem(_ path: String) {
  if unsafe unlink(path) != 0 { try? FileManager.default.removeItem(atPath: path) }
}

/// What runs that were killed have left.
enum LeftoverItems {
  static let prefix = ".entente-"
  static let suffix = ".tmp"

  /// Folders that have been looked at; once is enough for a run.
  private static let seen = Mutex<Set<String>>([])

  /// Removes what other runs have left in a folder. What a living run is making is locked, and stays.
  static func remove(in folder: String) {
    guard seen.withLock({ $0.insert(folder).inserted }),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return }
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) && name.utf8.count == 23 {
      let path = "\(folder)/\(name)"
      let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { removeItem(path) }
      _ = close(descriptor)
    }
  }
}
