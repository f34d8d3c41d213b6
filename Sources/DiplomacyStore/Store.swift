public import Diplomacy
public import DiplomacyFormats
internal import Foundation
internal import GRDB

/// Stores: a graph in a file of SQLite, of which a view reads what it needs, and which other programs ask in SQL.
///
/// Documentation/Store.md describes the tables and the views. A store is written whole, and then only read.
public enum Store {
  /// What was made.
  public struct Made: Sendable {
    /// The dates that no text gives back, written as the days between which they are.
    public let inexactDates: Int
  }

  /// Reads a graph.
  /// - Parameters:
  ///   - path: The store.
  ///   - snapshot: That only what a view of one date needs is wanted; nil: all.
  /// - Throws: ``InputDiagnostics`` where the file is no store, is damaged, or has a newer version of the format.
  /// - Complexity: O(*n* + *m*) in what is read; the time to open it does not depend on its size.
  public static func read(
    contentsOf path: String, _ snapshot: GraphReading.Snapshot? = nil
  ) throws -> DiplomaticGraph {
    try read(path, named: path, snapshot)
  }

  static func read(
    _ path: String, named name: String, _ snapshot: GraphReading.Snapshot?,
    _ steps: [StoreMigration] = StoreMigration.all
  ) throws -> DiplomaticGraph {
    do {
      return try StoreFile(path, steps).queue.read { database in
        let days = try snapshot.flatMap { try StoreFile.days($0, in: database) }
        return try StoreReader(database, days: days).graph()
      }
    } catch let fault as StoreFault {
      throw InputDiagnostics([Diagnostic(file: name, place: nil, message: fault.description)])
    } catch let error as DatabaseError {
      throw InputDiagnostics([Diagnostic(file: name, place: nil, message: StoreFault(error).description)])
    }
  }

  /// Writes a graph as a store, in the place of one that may be there.
  ///
  /// It is written under another name beside its place and then moved there as one, so that whoever reads the old one goes on
  /// reading it, and a run that is killed leaves it as it was.
  /// - Parameters:
  ///   - path: The store.
  ///   - progress: Told how many of all entities and statements are written, from time to time.
  /// - Throws: ``FileError`` when it cannot be written, or ``StoreError`` where the graph cannot be kept.
  /// - Complexity: O(*n* log *n* + *m* log *m*); *n* entities, *m* statements.
  @discardableResult
  public static func write(
    _ graph: DiplomaticGraph, to path: String,
    progress: @escaping (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> Made {
    try write(graph, to: path, mostDays: StoreSchema.mostDays, progress)
  }

  static func write(
    _ graph: DiplomaticGraph, to path: String, mostDays: Int64,
    _ progress: @escaping (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> Made {
    for ending in ["-wal", "-journal"] {
      let size = try? FileManager.default.attributesOfItem(atPath: path + ending)[.size] as? Int
      if let size, size > 0 {
        throw StoreError(
          description:
            "'\(path)' cannot be replaced: the file '\(fileName(of: path))\(ending)' beside it says that another "
            + "program is writing into it, or was ended while it did. Close that program; if none is open, run "
            + "'sqlite3 \(path) \"PRAGMA journal_mode = DELETE\"'.")
      }
    }
    var made = Made(inexactDates: 0)
    try writeFile(to: path, isSynced: true) { _, temporary in
      do {
        made = Made(inexactDates: try StoreFile.make(temporary, of: graph, mostDays: mostDays, progress))
      } catch let fault as StoreFault {
        throw StoreError(description: "'\(path)' could not be written: \(fault)")
      } catch let error as DatabaseError {
        throw StoreError(
          description: "'\(path)' could not be written: \(error.message ?? error.resultCode.description).")
      }
    }
    return made
  }
}

/// Why a store could not be written, in a sentence.
public struct StoreError: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String
}
