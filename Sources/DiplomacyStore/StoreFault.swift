internal import DiplomacyFormats
internal import GRDB

/// Why a store is not read or not made.
enum StoreFault: Error, CustomStringConvertible {
  /// A database of SQLite that is none of ours.
  case foreign
  /// A version that is not known yet.
  case newer(Int32)
  /// Older than any that there was.
  case unknownVersion(Int32)
  /// A file that does not hold what a store holds, in words without a point at the end.
  case damaged(String)
  /// A text of a table that is longer than it may be.
  case tooLong(String)
  /// A graph made in code names something that it does not have.
  case missing(String)
  /// A date that has no text.
  case busy
  case unreadable(String)

  var description: String {
    switch self {
    case .foreign:
      "this is a database of SQLite, and no store of Entente; expected a store that 'entente import' made. Of a table of "
        + "edges in it, write out a CSV file, which is read."
    case .newer(let version):
      "the store has version \(version) of the format, and this program knows versions up to \(StoreSchema.version). Take a "
        + "newer program, or import the graph again with this one."
    case .unknownVersion(let version):
      "the store has version \(version) of the format; expected 1 to \(StoreSchema.version). Import the graph again."
    case .damaged(let what):
      "the store is damaged: \(what). Import the graph again, or take a copy that is whole."
    case .tooLong(let table):
      "a text of the table '\(table)' has more than \(StoreSchema.mostTextBytes) bytes; expected at most as many. Shorten it."
    case .missing(let what): "\(what); expected an id of the graph."
    case .busy:
      "another program is writing into the store and does not let it be read. Wait until it is done, and try again."
    case .unreadable(let reason): "the store could not be read: \(reason)."
    }
  }

  /// What went wrong in SQLite while a store was read.
  init(_ error: DatabaseError) {
    let words = error.message ?? error.resultCode.description
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_NOTADB:
      self = .damaged("it does not begin as a database of SQLite does, or its first page is broken")
    case .SQLITE_TOOBIG:
      self = .damaged("a text has more than \(StoreSchema.mostTextBytes) bytes, which no store has")
    case .SQLITE_CORRUPT: self = .damaged("SQLite says that \(words)")
    case .SQLITE_ERROR: self = .damaged("a table does not have what it should (\(words))")
    default: self = .unreadable(words)
    }
  }
}
