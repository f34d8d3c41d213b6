import Chronology
import Diplomacy

/// A column of a table that a mapping asks for, and the values that came in it, each kept once.
struct UsedColumn {
  /// Its place among the columns of the table.
  let index: Int
  var names = ByteNames()
  /// Whether a value stands for none, by the numbers of the values.
  private var isMissing: [Bool] = []
  private let missing: Set<String>

  init(_ index: Int, missing: Set<String>) { (self.index, self.missing) = (index, missing) }

  /// The number of what a row holds; -1 for nothing.
  mutating func code(_ row: borrowing TableRow) -> Int32 {
    guard index < row.cells.count else { return -1 }
    let cell = row.cells[index]
    if cell.isEmpty { return -1 }
    let range = Int(cell.start)..<Int(cell.end)
    let number = cell.isOwn ? names.number(of: range, in: row.own) : names.number(of: range, in: row.bytes)
    if number >= isMissing.count {
      isMissing.append(missing.contains(names.texts[number]) || names.texts[number].isEmpty)
    }
    return isMissing[number] ? -1 : Int32(number)
  }
}

/// A value of a mapping with the columns found that it is made of. What the values of the columns come to is found out once.
struct BoundValue {
  private enum Form {
    case column(Int)
    case constant(Int32)
    case template([Piece])
    case split(Int, separator: String)
    case day([Int])
    case first([BoundValue])
  }

  private enum Piece {
    case text(String)
    case column(Int)
  }

  private var form: Form
  private let value: TableMapping.Value
  private let kind: TableMapping.SlotKind
  /// What the values come to, by their numbers.
  private var known: [Int32] = []
  private var knownLists: [[Int32]?] = []
  /// The number of a combination of values.
  private var combinations: [UInt64: Int32] = [:]

  /// - Parameter column: The place among the used columns of a column of this name.
  init(
    _ value: TableMapping.Value, _ kind: TableMapping.SlotKind, _ pools: TablePools,
    column: (TableMapping.Column) -> Int
  ) {
    (self.value, self.kind) = (value, kind)
    form = .constant(TablePools.Code.missing)
    switch value.form {
    case .column(let name): form = .column(column(name))
    case .columns: break
    case .constant(let text): form = .constant(meaning(of: text, pools))
    case .template(let pieces):
      form = .template(
        pieces.map { piece in
          switch piece {
          case .text(let text): .text(text)
          case .column(let name): .column(column(name))
          }
        })
    case .split(let name, let separator): form = .split(column(name), separator: separator)
    case .day(let year, let month, let day):
      form = .day([year, month, day].compactMap { $0.map(column) })
    case .first(let values):
      form = .first(values.map { BoundValue($0, kind, pools, column: column) })
    }
  }

  /// Whether a row can give several.
  var isSplit: Bool { if case .split = form { true } else { false } }

  /// The column, among the used ones, that what is odd about it is told of.
  var mainColumn: Int? {
    switch form {
    case .column(let column), .split(let column, _): column
    case .constant: nil
    case .template(let pieces):
      pieces.lazy.compactMap { if case .column(let column) = $0 { column } else { nil } }.first
    case .day(let columns): columns.first
    case .first(let values): values.first?.mainColumn
    }
  }

  /// How dates are written here.
  var style: TableDateStyle { value.dates ?? .lenient }

  /// What the values of a row come to: a number of ``TablePools``, or a ``TablePools/Code``.
  mutating func result(_ codes: [Int32], _ columns: [UsedColumn], _ pools: TablePools) -> Int32 {
    switch form {
    case .column(let column), .split(let column, _):
      let code = codes[column]
      if code < 0 { return TablePools.Code.missing }
      if let known = known(code) { return known }
      return note(meaning(of: columns[column].names.texts[Int(code)], pools), code)
    case .constant(let result): return result
    case .template(let pieces):
      var code: Int32 = 0
      for case .column(let column) in pieces {
        if codes[column] < 0 { return TablePools.Code.missing }
        code = combination(code, codes[column])
      }
      if let known = known(code) { return known }
      var text = ""
      for piece in pieces {
        switch piece {
        case .text(let part): text += part
        case .column(let column): text += columns[column].names.texts[Int(codes[column])]
        }
      }
      return note(meaning(of: text, pools), code)
    case .day(let parts):
      if codes[parts[0]] < 0 { return TablePools.Code.missing }
      var code: Int32 = 0
      for column in parts { code = combination(code, codes[column]) }
      if let known = known(code) { return known }
      return note(
        day(parts.map { codes[$0] < 0 ? nil : columns[$0].names.texts[Int(codes[$0])] }, pools), code)
    case .first(var values):
      // The values are taken out and put back, so that none is copied.
      form = .constant(TablePools.Code.missing)
      defer { form = .first(values) }
      var wrong = TablePools.Code.missing
      for index in values.indices {
        let result = values[index].result(codes, columns, pools)
        if result >= 0 { return result }
        if wrong == TablePools.Code.missing { wrong = result }
      }
      return wrong
    }
  }

  /// The parts of a cell that holds several.
  mutating func results(_ codes: [Int32], _ columns: [UsedColumn], _ pools: TablePools) -> [Int32] {
    guard case .split(let column, let separator) = form else { return [result(codes, columns, pools)] }
    let code = Int(codes[column])
    if code < 0 { return [] }
    if code < knownLists.count, let list = knownLists[code] { return list }
    let parts = columns[column].names.texts[code].split(separator: separator, maxSplits: InputLimits.ends)
    let list =
      parts.count > InputLimits.ends
      ? []
      : parts.compactMap { part -> Int32? in
        let text = String(part).trimmingWhitespace()
        let result = text.isEmpty ? TablePools.Code.missing : meaning(of: text, pools)
        return result == TablePools.Code.missing ? nil : result
      }
    while knownLists.count <= code { knownLists.append(nil) }
    knownLists[code] = list
    return list
  }

  private func known(_ code: Int32) -> Int32? {
    guard Int(code) < known.count, known[Int(code)] != TablePools.Code.notRead else { return nil }
    return known[Int(code)]
  }

  private mutating func note(_ result: Int32, _ code: Int32) -> Int32 {
    while known.count <= Int(code) { known.append(TablePools.Code.notRead) }
    known[Int(code)] = result
    return result
  }

  private mutating func combination(_ one: Int32, _ other: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
    if let number = combinations[key] { return number }
    // 0 stands for no combination yet.
    let number = Int32(combinations.count + 1)
    combinations[key] = number
    return number
  }

  /// A date of numbers in three columns.
  private func day(_ parts: [String?], _ pools: TablePools) -> Int32 {
    func number(_ text: String?) -> Int64? {
      guard let text, !value.missing.contains(text) else { return nil }
      return Int64(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
    guard let text = parts[0], !value.missing.contains(text), !isMissing(text), text != "." else {
      return TablePools.Code.missing
    }
    guard let year = number(text) else { return TablePools.Code.unreadable }
    return pools.date(
      year: year, month: parts.count > 1 ? number(parts[1]) : nil,
      day: parts.count > 2 ? number(parts[2]) : nil)
  }

  private func meaning(of text: String, _ pools: TablePools) -> Int32 {
    if value.missing.contains(text) { return TablePools.Code.missing }
    let text = value.values[text] ?? value.otherwise ?? text
    switch kind {
    case .entity(let category): return pools.entities.number(category, text)
    case .declared(let category): return pools.entities.number(category, text)
    case .date: return pools.date(text, value.dates ?? .lenient)
    case .text: return pools.text(text)
    case .number: return pools.number(text)
    case .year:
      let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      guard let year = Int64(digits) else {
        return isMissing(text) || text == "." ? TablePools.Code.missing : TablePools.Code.word
      }
      guard pools.years.contains(year), abs(year) < TablePools.yearShift else {
        return TablePools.Code.absurd
      }
      return Int32(year + TablePools.yearShift)
    case .period:
      if isMissing(text) || text == "." { return TablePools.Code.missing }
      let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      if let years = Int(digits) { return years > 0 ? pools.text("P\(years)Y") : TablePools.Code.missing }
      if text == "indefinite" { return pools.text(text) }
      return (try? Period(text)) == nil ? TablePools.Code.word : pools.text(text)
    }
  }
}
