internal import GRDB
internal import GRDBSQLite

/// What is put into a column.
enum StoreCell {
  case null
  case integer(Int64)
  case real(Double)
  case string(String)

  static func int(_ value: Int?) -> StoreCell { value.map { .integer(Int64($0)) } ?? .null }
  static func flag(_ value: Bool) -> StoreCell { .integer(value ? 1 : 0) }
  static func number(_ value: Double?) -> StoreCell { value.map { .real($0) } ?? .null }
  static func text(_ value: String?) -> StoreCell { value.map { .string($0) } ?? .null }
}

/// Puts rows into a table, one after the other.
@safe final class StoreInsert {
  private let statement: GRDB.Statement
  private let database: Database
  private let raw: OpaquePointer
  private let table: String

  /// Prepares it; the columns are all those of the table.
  init(_ database: Database, into table: String, columns: Int) throws {
    self.database = database
    self.table = table
    let places = Array(repeating: "?", count: columns).joined(separator: ",")
    statement = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    unsafe raw = statement.sqliteStatement
  }

  /// Puts a row into it.
  /// - Throws: ``DatabaseError`` where there is no room for it; ``StoreFault`` of a text that is too long.
  func add(_ cells: [StoreCell]) throws {
    for (index, cell) in cells.enumerated() {
      let place = Int32(index + 1)
      switch cell {
      case .null: _ = unsafe sqlite3_bind_null(raw, place)
      case .integer(let value): _ = unsafe sqlite3_bind_int64(raw, place, value)
      case .real(let value): _ = unsafe sqlite3_bind_double(raw, place, value)
      case .string(var text):
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let isShort = text.withUTF8 { bytes in
          guard bytes.count <= StoreSchema.mostTextBytes else { return false }
          // SQLite's own tools would end a text at a NUL.
          if unsafe bytes.contains(0) {
            _ = unsafe sqlite3_bind_blob(raw, place, bytes.baseAddress, Int32(bytes.count), transient)
          } else {
            let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            // An empty text may have no address, which would be NULL.
            _ =
              unsafe start == nil
              ? sqlite3_bind_text(raw, place, "", 0, transient)
              : sqlite3_bind_text(raw, place, start, Int32(bytes.count), transient)
          }
          return true
        }
        if !isShort { throw StoreFault.tooLong(table) }
      }
    }
    let code = unsafe sqlite3_step(raw)
    _ = unsafe sqlite3_reset(raw)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }
}
