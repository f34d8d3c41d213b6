import Diplomacy
import DiplomacyFormats
import Foundation
import GRDB
import TestSupport
import Testing

@testable import DiplomacyStore

/// Files that are no stores, no whole ones or not of this program's making are refused with a sentence, and nothing crashes.
@Suite struct DamagedStoreTests {
  private static let graph = RandomGraphs.graph(seed: 7)

  /// What is said of a store; nil when it is read.
  private func refusal(_ path: String, at place: SourceLocation = #_sourceLocation) -> String? {
    do {
      let graph = try Store.read(contentsOf: path)
      // What is read must be fit to be looked at.
      _ = GraphView(graph, ViewOptions(reading: graph.defaultReading))
      return nil
    } catch let error as InputDiagnostics {
      #expect(error.diagnostics.count == 1, sourceLocation: place)
      let message = error.diagnostics.first?.message ?? ""
      #expect(message.hasSuffix("."), "\(message)", sourceLocation: place)
      return message
    } catch {
      Issue.record("\(error)", sourceLocation: place)
      return "?"
    }
  }

  /// What is said of a store in which something was changed.
  private func refusal(
    after sql: String, of graph: DiplomaticGraph = Self.graph, at place: SourceLocation = #_sourceLocation
  ) throws -> String? {
    let folder = try StoreFolder()
    _ = try Store.write(graph, to: folder.path(), mostDays: 60_000)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: folder.path(), configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
    return refusal(folder.path(), at: place)
  }

  @Test func otherDatabasesAreNoStores() throws {
    let folder = try StoreFolder()
    try DatabaseQueue(path: folder.path()).write {
      try $0.execute(sql: "CREATE TABLE edges (source, target)")
    }
    #expect(refusal(folder.path())?.contains("no store of Entente") ?? false)
    // Through the registry, too, whatever the file is called.
    try FileManager.default.copyItem(atPath: folder.path(), toPath: folder.path("edges.csv"))
    #expect(throws: InputDiagnostics.self) {
      try GraphReading.read(contentsOf: folder.path("edges.csv"), among: [.store] + Format.known)
    }
  }

  @Test func aNewerVersionIsRefusedAndAnOlderOneBroughtUp() throws {
    #expect(try refusal(after: "PRAGMA user_version = 2")?.contains("has version 2 of the format") ?? false)
    #expect(try refusal(after: "PRAGMA user_version = 0")?.contains("version 0") ?? false)
    let folder = try StoreFolder()
    _ = try Store.write(Self.graph, to: folder.path(), mostDays: 60_000)
    // As if there had been a second version, which calls an author otherwise, and a third.
    let steps = [
      StoreMigration(from: 1, sql: "UPDATE authors SET name = name || '!'"),
      StoreMigration(from: 2, sql: "INSERT INTO authors VALUES ((SELECT count(*) FROM authors), 'new')"),
    ]
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
    let read = try Store.read(folder.path(), named: "store", nil, steps)
    #expect(read.authors == Self.graph.authors.map { $0 + "!" } + ["new"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == before)
  }

  @Test(arguments: [
    ("UPDATE statements SET subject = 9999 WHERE number = 0", "9999, which none has"),
    ("UPDATE statements SET date = 9999 WHERE number = 0", "the date 9999"),
    ("UPDATE entities SET attestation = 9999 WHERE number = 0", "the attestation 9999"),
    ("DELETE FROM entities WHERE number = 1", "'entities'"),
    ("DELETE FROM names WHERE entity = 1 AND is_short = 0", "no name"),
    ("INSERT INTO names VALUES (9999, 0, 0, 'en', 'x')", "9999, which is not there"),
    ("INSERT INTO acts VALUES (0, 0, 'signature', NULL, NULL, NULL, NULL, NULL, NULL)", "'acts'"),
    ("UPDATE entities SET category = 'god' WHERE number = 0", "'god'"),
    ("UPDATE entities SET kind = x'FF' WHERE number = 0", "'kind'"),
    ("UPDATE dates SET text = '1941-13'", "cannot be read"),
    ("UPDATE dates SET circa = 'two years'", "duration"),
    ("UPDATE statements SET weight = -1 WHERE number = 0", "from 0 on"),
    ("UPDATE statements SET number = 1000 WHERE number = 0", "'number'"),
    ("UPDATE graph SET default_offset = 86400", "less than a day"),
    ("UPDATE graph SET entities = 5000000000", "5000000000"),
    ("DELETE FROM graph", "no row"),
    ("DELETE FROM titles", "no title"),
    ("DROP TABLE statements; CREATE VIEW statements AS SELECT 1", "'statements'"),
    ("DROP INDEX statements_by_time", "statements_by_time"),
    ("ALTER TABLE entities ADD COLUMN more", "'entities'"),
    ("UPDATE names SET text = CAST(x'FF' AS TEXT) WHERE entity = 0", "UTF-8"),
    ("UPDATE names SET text = zeroblob(20000000) WHERE entity = 0", "10000000 bytes"),
    ("DELETE FROM sources", "source"),
    (
      "DROP TABLE authors; CREATE TABLE authors (place INTEGER PRIMARY KEY, name TEXT NOT NULL, more TEXT)",
      "'authors'"
    ),
  ]) func brokenTablesAreNamed(sql: String, words: String) throws {
    let message = try refusal(after: sql)
    #expect(message?.contains(words) ?? false, "\(sql): \(message ?? "it was read")")
  }

  @Test func truncatedStoresAreRefused() throws {
    let folder = try StoreFolder()
    _ = try Store.write(Self.graph, to: folder.path(), mostDays: 60_000)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
    for size in [0, 16, 100, 8191, 8192, bytes.count / 2, bytes.count - 8192, bytes.count - 1] {
      try bytes.prefix(size).write(to: URL(fileURLWithPath: folder.path("cut.sqlite")))
      #expect(refusal(folder.path("cut.sqlite")) != nil, "\(size) bytes")
    }
  }

  @Test func corruptedPagesCrashNothing() throws {
    let folder = try StoreFolder()
    _ = try Store.write(Self.graph, to: folder.path(), mostDays: 60_000)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
    var numbers = SeededNumbers(seed: 1918)
    var refused = 0
    for _ in 0..<Thoroughness.cases(40, thorough: 2000) {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...30, using: &numbers) {
        broken[Int.random(in: 0..<broken.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
      }
      if Int.random(in: 0..<4, using: &numbers) == 0 {
        let page = Int.random(in: 0..<(bytes.count / 8192), using: &numbers) * 8192
        let other = Int.random(in: 0..<(bytes.count / 8192), using: &numbers) * 8192
        broken.replaceSubrange(page..<(page + 8192), with: bytes[other..<(other + 8192)])
      }
      try broken.write(to: URL(fileURLWithPath: folder.path("broken.sqlite")))
      if refusal(folder.path("broken.sqlite")) != nil { refused += 1 }
    }
    #expect(refused > 5, "\(refused)")
  }

  @Test func aStoreBesideWhichAnotherProgramWritesIsNotReplaced() throws {
    let folder = try StoreFolder()
    _ = try Store.write(Self.graph, to: folder.path(), mostDays: 60_000)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
    for ending in ["-wal", "-journal"] {
      try Data("left".utf8).write(to: URL(fileURLWithPath: folder.path() + ending))
      #expect(throws: StoreError.self) { try Store.write(Self.graph, to: folder.path(), mostDays: 60_000) }
      try FileManager.default.removeItem(atPath: folder.path() + ending)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == before)
  }

  @Test func twoReadersSeeOneStoreOrTheOtherWhileAWriterReplacesIt() async throws {
    let folder = try StoreFolder()
    let graphs = try (0..<2).map { number in
      try GraphFile.read(
        "entente: 1\ntitle: T\nactors:\n" + (0..<(200 + number)).map { "  a\($0): A\(number)\n" }.joined(),
        named: "g")
    }
    _ = try Store.write(graphs[0], to: folder.path(), mostDays: 60_000)
    let path = folder.path()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 0..<20 { _ = try Store.write(graphs[number % 2], to: path, mostDays: 60_000) }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<40 {
            let read = try Store.read(contentsOf: path)
            let number = read.entities.count - 200
            #expect(read.entities.allSatisfy { $0.name.text(in: "en") == "A\(number)" })
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(folder.contents == ["graph.sqlite"])
  }
}
