internal import GRDB
internal import GRDBSQLite

/// A query whose rows are read one after the other, column by column.
///
/// A value of another type than is asked for is a sign of a damaged store, or of one that another program has written, and is
/// told as such. Texts may have been kept as bytes: so those are that have a NUL in them, which SQLite would end at.
@safe final class StoreQuery {
  private let statement: GRDB.Statement
  private let database: Database
  private let raw: OpaquePointer
  /// What is read, for sentences: the name of the table.
  let table: String

  /// Prepares a query of a table.
  /// - Throws: ``DatabaseError`` where it is none of this database.
  init(_ database: Database, _ sql: String, of table: String, _ arguments: [Int64] = []) throws {
    self.database = database
    self.table = table
    statement = try database.makeStatement(sql: sql)
    unsafe raw = statement.sqliteStatement
    bind(arguments)
  }

  private func bind(_ arguments: [Int64]) {
    for (index, value) in arguments.enumerated() {
      _ = unsafe sqlite3_bind_int64(raw, Int32(index + 1), value)
    }
  }

  /// Asks the same again with other numbers.
  func ask(_ arguments: Int64...) {
    _ = unsafe sqlite3_reset(raw)
    bind(arguments)
  }

  /// Goes to the next row; false when there is none.
  /// - Throws: ``DatabaseError``, as of a damaged file.
  func next() throws -> Bool {
    let code = unsafe sqlite3_step(raw)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    let message = database.lastErrorMessage
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// Whether there is nothing in a column.
  func isNull(_ column: Int) -> Bool { unsafe sqlite3_column_type(raw, Int32(column)) == SQLITE_NULL }

  /// The whole number in a column.
  /// - Throws: ``StoreFault`` where there is something else.
  func int(_ column: Int) throws -> Int {
    guard unsafe sqlite3_column_type(raw, Int32(column)) == SQLITE_INTEGER else {
      throw fault(column, "a whole number")
    }
    return Int(unsafe sqlite3_column_int64(raw, Int32(column)))
  }

  /// The whole number in a column, or nil.
  func anyInt(_ column: Int) throws -> Int? { isNull(column) ? nil : try int(column) }

  /// Whether a column has 1, and not 0.
  func flag(_ column: Int) throws -> Bool {
    let value = try int(column)
    guard value == 0 || value == 1 else { throw fault(column, "0 or 1") }
    return value == 1
  }

  /// The number in a column, or nil.
  func anyNumber(_ column: Int) throws -> Double? {
    switch unsafe sqlite3_column_type(raw, Int32(column)) {
    case SQLITE_NULL: return nil
    case SQLITE_FLOAT, SQLITE_INTEGER: return unsafe sqlite3_column_double(raw, Int32(column))
    default: throw fault(column, "a number")
    }
  }

  /// The text in a column.
  /// - Throws: ``StoreFault`` where there is something else, or bytes that are not UTF-8.
  func text(_ column: Int) throws -> String {
    let type = unsafe sqlite3_column_type(raw, Int32(column))
    guard type == SQLITE_TEXT || type == SQLITE_BLOB else { throw fault(column, "a text") }
    guard let bytes = unsafe sqlite3_column_blob(raw, Int32(column)) else {
      // An empty value has no bytes; so has one that there was no memory for.
      let code = unsafe sqlite3_errcode(database.sqliteConnection)
      if code == SQLITE_NOMEM { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
      return ""
    }
    let count = Int(unsafe sqlite3_column_bytes(raw, Int32(column)))
    let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
    guard let text = unsafe String(validating: buffer, as: UTF8.self) else {
      throw fault(column, "a text in UTF-8")
    }
    return text
  }

  /// The text in a column, or nil.
  func anyText(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }

  /// The word in a column, one of a list.
  func word<Word: RawRepresentable & CaseIterable>(_ column: Int, _: Word.Type = Word.self) throws -> Word
  where Word.RawValue == String {
    let text = try text(column)
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw fault(column, "one of \(words)", found: "'\(text.prefix(40))'")
    }
    return word
  }

  /// The word in a column, or nil.
  func anyWord<Word: RawRepresentable & CaseIterable>(_ column: Int, _: Word.Type = Word.self) throws -> Word?
  where Word.RawValue == String {
    isNull(column) ? nil : try word(column)
  }

  /// What to say of a column that has not what it should.
  func fault(_ column: Int, _ expected: String, found: String? = nil) -> StoreFault {
    let name = unsafe sqlite3_column_name(raw, Int32(column)).map { unsafe String(cString: $0) } ?? "?"
    let kinds = [
      SQLITE_NULL: "nothing", SQLITE_INTEGER: "a whole number", SQLITE_FLOAT: "a number",
      SQLITE_TEXT: "a text",
      SQLITE_BLOB: "bytes",
    ]
    let kind = kinds[unsafe sqlite3_column_type(raw, Int32(column))] ?? "something"
    return .damaged(
      "the column '\(name)' of the table '\(table)' has \(found ?? kind), where \(expected) is expected")
  }
}

/// The rows of a table that belong to others, which are asked for in their order.
final class StoreGroup {
  private let query: StoreQuery
  /// The owner of the row that comes next; nil when there is none.
  private var owner: Int?

  /// Reads a table; the first column has the owner, in whose order the rows come.
  init(_ database: Database, _ sql: String, of table: String, _ arguments: [Int64]) throws {
    query = try StoreQuery(database, sql, of: table, arguments)
    try advance()
  }

  private func advance() throws {
    let last = owner
    owner = try query.next() ? try query.int(0) : nil
    if let last, let owner, owner < last {
      throw StoreFault.damaged("the rows of the table '\(query.table)' are in no order")
    }
  }

  /// Calls a function with each row of an owner.
  /// - Throws: ``StoreFault`` where rows come before whose owner is not there.
  func each(_ number: Int, _ body: (StoreQuery) throws -> Void) throws {
    if let owner, owner < number { throw orphan(owner) }
    while owner == number {
      try body(query)
      try advance()
    }
  }

  /// What each row of an owner gives, whose places, in the second column, count from 0.
  func all<Value>(_ number: Int, _ body: (StoreQuery) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try each(number) { row in
      guard try row.int(1) == values.count else {
        throw row.fault(1, "\(values.count)", found: String(try row.int(1)))
      }
      values.append(try body(row))
    }
    return values
  }

  /// Checks that no row is left.
  func end() throws {
    if let owner { throw orphan(owner) }
  }

  private func orphan(_ owner: Int) -> StoreFault {
    .damaged("a row of the table '\(query.table)' belongs to number \(owner), which is not there")
  }
}
