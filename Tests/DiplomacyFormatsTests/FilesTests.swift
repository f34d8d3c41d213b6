import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

@Suite struct FilesTests {
  /// Runs a test in an empty folder.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func permissions(of path: String) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    return try #require(value)
  }

  private let old = Data("old".utf8)
  private let new = Data("new".utf8)

  @Test func newFileHoldsTheBytesAndNothingElseIsLeft() throws {
    try inFolder { folder in
      let path = folder.appending(path: "new file.yaml").path
      try writeFile(new, to: path)
      #expect(try readFile(path) == new)
      #expect(try names(in: folder) == ["new file.yaml"])
      try writeFile(Data(), to: path)
      #expect(try readFile(path).isEmpty)
    }
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o444])
  func permissionsAreKept(mode: Int) throws {
    try inFolder { folder in
      let path = folder.appending(path: "file").path
      try old.write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      try writeFile(new, to: path)
      #expect(try permissions(of: path) == mode, "\(String(mode, radix: 8))")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == new, "\(String(mode, radix: 8))")
    }
  }

  @Test(arguments: ["target", "below/target"])
  func targetOfALinkIsReplacedAndTheLinkStays(target: String) throws {
    try inFolder { folder in
      let file = folder.appending(path: target)
      try makeFolder(file.deletingLastPathComponent().path)
      try old.write(to: file)
      let link = folder.appending(path: "link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      try writeFile(new, to: link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
      #expect(try Data(contentsOf: file) == new)
      #expect(try names(in: file.deletingLastPathComponent()).filter { $0.hasSuffix(".tmp") } == [])
    }
  }

  @Test func folderIsRefusedByBoth() throws {
    try inFolder { folder in
      let writing = #expect(throws: FileError.self) { try writeFile(new, to: folder.path) }
      #expect(
        writing?.description == "'\(folder.path)' could not be written: it is a folder; expected a file.")
      let reading = #expect(throws: FileError.self) { _ = try readFile(folder.path) }
      #expect(reading?.description == "'\(folder.path)' could not be read: it is a folder; expected a file.")
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func missingFileAndFolderAreNamedWithTheReason() throws {
    try inFolder { folder in
      let path = folder.appending(path: "missing/file").path
      let reading = #expect(throws: FileError.self) { _ = try readFile(path) }
      #expect(reading?.description == "'\(path)' could not be read: no such file or directory.")
      let writing = #expect(throws: FileError.self) { try writeFile(new, to: path) }
      #expect(
        writing?.description
          == "'\(path)' could not be written: there is no folder '\(folder.path)/missing'.")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no full device here"))
  func fullDeviceGivesItsReason() {
    let error = #expect(throws: FileError.self) { try writeFile(new, to: "/dev/full") }
    #expect(error?.description == "'/dev/full' could not be written: no space left on device.")
  }

  @Test func deviceIsWrittenToAndStays() throws {
    try writeFile(new, to: "/dev/null")
    #expect(try readFile("/dev/null").isEmpty)
  }

  @Test func failedWriteKeepsTheOldContent() throws {
    try inFolder { folder in
      let path = folder.appending(path: "file").path
      try old.write(to: URL(fileURLWithPath: path))
      // Where the folder goes away, nothing can be made beside the file.
      let lost = folder.appending(path: "lost/file").path
      let error = #expect(throws: FileError.self) { try writeFile(new, to: lost) }
      #expect(error?.path == lost)
      #expect(try readFile(path) == old)
      #expect(try names(in: folder) == ["file"])
    }
  }

  @Test func namesMayBeAsLongAsTheSystemAllows() throws {
    try inFolder { folder in
      let name = String(repeating: "x", count: 255)
      try writeFile(new, to: folder.appending(path: name).path)
      #expect(try names(in: folder) == [name])
      let path = folder.appending(path: name + "x").path
      let error = #expect(throws: FileError.self) { try writeFile(new, to: path) }
      #expect(error?.description == "'\(path)' could not be written: file name too long.")
      #expect(try names(in: folder) == [name])
    }
  }

  @Test func aLinkToNothingIsFollowedToo() throws {
    try inFolder { folder in
      let link = folder.appending(path: "link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "later")
      try writeFile(new, to: link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "later")
      #expect(try Data(contentsOf: folder.appending(path: "later")) == new)
      let circle = folder.appending(path: "circle").path
      try FileManager.default.createSymbolicLink(atPath: circle, withDestinationPath: "circle")
      let error = #expect(throws: FileError.self) { try writeFile(new, to: circle) }
      #expect(error?.description == "'\(circle)' could not be written: its symbolic links lead in a circle.")
    }
  }

  @Test func whatAKilledRunLeftIsRemovedAndWhatALivingOneMakesStays() throws {
    try inFolder { folder in
      let left = folder.appending(path: ".entente-abcdefghij.tmp").path
      let alive = folder.appending(path: ".entente-klmnopqrst.tmp").path
      try Data("half".utf8).write(to: URL(fileURLWithPath: left))
      try FileManager.default.createDirectory(atPath: alive, withIntermediateDirectories: false)
      let descriptor = unsafe open(alive, O_RDONLY | O_DIRECTORY)
      defer { _ = close(descriptor) }
      try #require(flock(descriptor, LOCK_EX) == 0)
      try writeFile(new, to: folder.appending(path: "file").path)
      #expect(try names(in: folder) == [".entente-klmnopqrst.tmp", "file"])
    }
  }

  @Test(arguments: [
    ("b", nil, "b", "b", ""), ("é", nil, "é", "é", ""), ("/", nil, "/", "/", ""), ("//", nil, "/", "/", ""),
    ("a/b.yaml", "a", "b.yaml", "b", "yaml"), ("a//b/", "a", "b", "b", ""), ("/b", "/", "b", "b", ""),
    ("...yaml", nil, "...yaml", "..", "yaml"), (".yaml", nil, ".yaml", ".yaml", ""),
    ("a.tar.GZ", nil, "a.tar.GZ", "a.tar", "gz"),
    ("", nil, "", "", ""), ("a.", nil, "a.", "a", ""), ("../x/..", "../x", "..", ".", ""),
  ])
  func pathsAreTakenApart(path: String, parent: String?, name: String, stem: String, ending: String) {
    #expect(DiplomacyFormats.folder(of: path) == parent)
    #expect(fileName(of: path) == name)
    #expect(fileStem(of: path) == stem)
    #expect(fileEnding(of: path) == ending)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func folderThatMayNotBeWrittenKeepsTheOldContent() throws {
    try inFolder { folder in
      let path = folder.appending(path: "file").path
      try old.write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
      let error = #expect(throws: FileError.self) { try writeFile(new, to: path) }
      #expect(error?.description == "'\(path)' could not be written: permission denied.")
      #expect(try readFile(path) == old)
      #expect(try names(in: folder) == ["file"])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func fileThatMayNotBeReadIsNamedWithTheReason() throws {
    try inFolder { folder in
      let path = folder.appending(path: "file").path
      try old.write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      let error = #expect(throws: FileError.self) { _ = try readFile(path) }
      #expect(error?.description == "'\(path)' could not be read: permission denied.")
    }
  }

  @Test func foldersAreMadeWithThoseAboveThem() throws {
    try inFolder { folder in
      let path = folder.appending(path: "a/b/c").path
      try makeFolder(path)
      try makeFolder(path)
      #expect(try names(in: folder.appending(path: "a/b")) == ["c"])
      let file = folder.appending(path: "a/file").path
      try writeFile(new, to: file)
      let onFile = #expect(throws: FileError.self) { try makeFolder(file) }
      #expect(onFile?.description == "'\(file)' could not be made: a file has that name; expected a folder.")
      #expect(throws: FileError.self) { try makeFolder(file + "/below") }
    }
  }
}
