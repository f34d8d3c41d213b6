internal import Chronology
internal import Diplomacy
internal import DiplomacyFormats
internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// An open store.
struct StoreFile {
  let queue: DatabaseQueue

  /// Opens a store for reading. One of an older version is brought up to this one in memory; the file stays as it is.
  /// - Throws: ``StoreFault``, or ``DatabaseError``.
  init(_ path: String, _ steps: [StoreMigration]) throws {
    // No name is taken for more than a name.
    let queue = try DatabaseQueue(
      path: path.hasPrefix("/") ? path : "./\(path)", configuration: Self.configuration(isReadOnly: true))
    let version = try queue.read { try Self.version(of: $0, steps) }
    try queue.read { try Self.checkSize(of: path, $0) }
    if version == StoreMigration.version(after: steps) {
      self.queue = queue
    } else {
      self.queue = try Self.upgraded(queue, from: version, steps)
    }
    try self.queue.read { try Self.checkTables(of: $0) }
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = false
    // A program that writes into it is waited for.
    configuration.busyMode = .timeout(5)
    configuration.label = "store"
    configuration.prepareDatabase { database in
      _ = unsafe sqlite3_limit(
        database.sqliteConnection, SQLITE_LIMIT_LENGTH, Int32(StoreSchema.mostTextBytes + 1000))
      if isReadOnly {
        try database.execute(
          sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
      }
    }
    return configuration
  }

  /// Checks that the file is as long as its pages are: SQLite notices what is missing only where it is read.
  private static func checkSize(of path: String, _ database: Database) throws {
    let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
    let found = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    guard found >= pages * size else {
      throw StoreFault.damaged("it is cut off: it has \(found) bytes of \(pages * size)")
    }
  }

  /// The version of a store.
  private static func version(of database: Database, _ steps: [StoreMigration]) throws -> Int32 {
    guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == StoreSchema.applicationID else {
      throw StoreFault.foreign
    }
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if version > StoreMigration.version(after: steps) { throw StoreFault.newer(version) }
    if version < 1 { throw StoreFault.unknownVersion(version) }
    return version
  }

  private static func upgraded(
    _ queue: DatabaseQueue, from version: Int32, _ steps: [StoreMigration]
  ) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: configuration(isReadOnly: false))
    try queue.backup(to: copy)
    try copy.write { database in
      for step in steps where step.from >= version { try database.execute(sql: step.sql) }
    }
    return copy
  }

  /// Checks that the tables are those that this program makes, and nothing in their place.
  private static func checkTables(of database: Database) throws {
    var made: [String: String] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')")
    while let row = try rows.next() {
      if let name = row[0] as String?, let sql = row[2] as String? { made[name] = sql }
    }
    for table in StoreSchema.tables {
      guard let sql = made[table.name] else {
        throw StoreFault.damaged("it has no table '\(table.name)'")
      }
      guard sql == table.sql else {
        throw StoreFault.damaged("the table '\(table.name)' is not made as stores have it")
      }
    }
    let indices = try String.fetchSet(
      database, sql: "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    for sql in StoreSchema.indices where !indices.contains(sql) {
      throw StoreFault.damaged("it has not the index of '\(sql)'")
    }
  }

  /// The days of a view; nil where all is to be read: where the date has no text, or the view takes readings together that the
  /// store knows nothing of.
  static func days(_ snapshot: GraphReading.Snapshot, in database: Database) throws -> ClosedRange<Int64>? {
    let reading = snapshot.reading == "all" ? nil : snapshot.reading
    if snapshot.reading != nil {
      let covered = try Bool.fetchOne(
        database, sql: "SELECT count(*) FROM covered_readings WHERE reading IS ?", arguments: [reading])
      guard covered == true else { return nil }
    } else {
      guard try Bool.fetchOne(database, sql: "SELECT count(*) FROM covered_readings") == true else {
        return nil
      }
    }
    let seconds = try Int.fetchOne(database, sql: "SELECT default_offset FROM graph") ?? 0
    guard abs(seconds) < 86_400,
      let date = try? HistoricalDate(
        snapshot.date, style: .gregorian, defaultOffset: UTCOffset(seconds: seconds))
    else { return nil }
    let (first, last) = (Span.day(date.earliest, Int64(seconds)), Span.day(date.latest, Int64(seconds)))
    return first <= last ? first...last : nil
  }

  /// Makes a store in an empty file.
  /// - Returns: How many dates have no text.
  static func make(
    _ path: String, of graph: DiplomaticGraph, mostDays: Int64,
    _ progress: @escaping (_ done: Int, _ all: Int) -> Void
  ) throws -> Int {
    let queue = try DatabaseQueue(
      path: path.hasPrefix("/") ? path : "./\(path)", configuration: configuration(isReadOnly: false))
    defer { try? queue.close() }
    // Nobody else knows the file, and a run that fails leaves none.
    try queue.inDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -65536; PRAGMA application_id = \(StoreSchema.applicationID);
          PRAGMA user_version = \(StoreSchema.version);
          """)
    }
    return try queue.inDatabase { database in
      var inexact = 0
      try database.inTransaction {
        let writer = StoreWriter(graph, into: database, mostDays: mostDays, progress)
        try writer.write()
        inexact = writer.inexactDates
        return .commit
      }
      return inexact
    }
  }
}

/// A step from one version of the tables to the next.
struct StoreMigration {
  /// The version that it starts from.
  let from: Int32
  /// What it does.
  let sql: String

  /// All steps, from the oldest version on. Version 1 is the first.
  static let all: [StoreMigration] = []

  /// The version after some steps.
  static func version(after steps: [StoreMigration]) -> Int32 {
    steps.last.map { $0.from + 1 } ?? StoreSchema.version
  }
}
