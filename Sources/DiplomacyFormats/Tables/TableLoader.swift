import Chronology
import Diplomacy
import Foundation

/// Finds the columns that a mapping names.
struct TableBinding {
  private let source: any RowSource
  private let table: TableMapping
  private let pools: TablePools
  private let numbers: [String: Int]
  private(set) var columns: [UsedColumn] = []
  /// The place among the used columns, by the column; those of conditions see the codes for missing values too.
  private var uses: [[Int]: Int] = [:]
  /// What is wrong with the mapping.
  private(set) var errors: [(place: Diagnostic.Place?, message: String)] = []

  init(_ source: any RowSource, _ table: TableMapping, _ pools: TablePools) {
    (self.source, self.table, self.pools) = (source, table, pools)
    numbers = Dictionary(zip(source.columns, source.columns.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Whether an item tells of entities that rows of this table name again and again, such as the actors of memberships.
  func isOfOtherThings(_ item: TableMapping.Item) -> Bool {
    guard case .entity(let category) = item.section else { return false }
    return category == .actor || category == .territory
      || table.items.contains { ($0.section == .link || $0.section == .act) && !$0.isImplied }
  }

  mutating func error(_ place: Diagnostic.Place?, _ message: String) { errors.append((place, message)) }

  /// The place among the used columns of a column; one that is not there is told.
  mutating func column(_ column: TableMapping.Column, keepsMissing: Bool = false) -> Int {
    guard let index = numbers[column.name] else {
      let near = didYouMean(column.name, among: source.columns)
      let few = source.columns.prefix(12).map { "'\(Node.shortened($0))'" }.joined(separator: ", ")
      let advice =
        near.isEmpty
        ? " It has \(few)\(source.columns.count > 12 ? " and \(source.columns.count - 12) more" : "")." : near
      error(
        column.place,
        "'\(Node.shortened(column.name))' is not a column of \(shown(fileName(of: source.file))).\(advice)")
      return use(0, keepsMissing)
    }
    return use(index, keepsMissing)
  }

  private mutating func use(_ index: Int, _ keepsMissing: Bool) -> Int {
    let key = [index, keepsMissing ? 1 : 0]
    if let place = uses[key] { return place }
    columns.append(UsedColumn(index, missing: keepsMissing ? [] : table.missing))
    uses[key] = columns.count - 1
    return columns.count - 1
  }

  /// The values of a slot: one, or one for each that a row can give.
  mutating func values(of slot: TableMapping.Slot) -> [BoundValue] {
    var values: [TableMapping.Value] = []
    for value in slot.values {
      guard case .columns(let prefix) = value.form else {
        values.append(value)
        continue
      }
      let named = source.columns.filter { $0.hasPrefix(prefix) }
      if named.isEmpty {
        error(
          value.place,
          "no column of \(shown(fileName(of: source.file))) begins with '\(Node.shortened(prefix))'.\(didYouMean(prefix, among: source.columns))"
        )
      }
      values += named.map {
        var one = value
        one.form = .column(TableMapping.Column(name: $0, place: value.place))
        return one
      }
    }
    var bound: [BoundValue] = []
    for value in values {
      var places: [String: Int] = [:]
      for column in value.columns { places[column.name] = self.column(column) }
      bound.append(BoundValue(value, slot.kind, pools) { places[$0.name] ?? 0 })
    }
    return bound
  }
}

extension TableMapping.Value {
  /// The columns that it is made of.
  var columns: [TableMapping.Column] {
    switch form {
    case .column(let column), .split(let column, _): [column]
    case .constant, .columns: []
    case .template(let pieces): pieces.compactMap { if case .column(let column) = $0 { column } else { nil } }
    case .day(let year, let month, let day): [year, month, day].compactMap(\.self)
    case .first(let values): values.flatMap(\.columns)
    }
  }
}

/// What is told of a row while it is read.
struct RowContext {
  let source: any RowSource
  let pools: TablePools
  var mark = RowMark(line: 1, offset: 0)
  var oddities = TableOddities()
  /// The line and column of the last value that was needed and missing.
  private var lastMissing: (line: Int32, column: Int)?

  init(_ source: any RowSource, _ pools: TablePools, _ oddities: TableOddities) {
    (self.source, self.pools, self.oddities) = (source, pools, oddities)
  }

  /// Tells a value that cannot be read.
  mutating func tell(
    _ code: Int32, _ slot: TableMapping.Slot, _ column: Int?, _ columns: [UsedColumn], _ codes: [Int32],
    _ style: TableDateStyle
  ) {
    let kind = TablePools.Code.kind(code)
    let (source, mark) = (source, mark)
    oddities.note(kind) {
      let index = column.map { columns[$0].index }
      let found = column.flatMap { codes[$0] < 0 ? nil : columns[$0].names.texts[Int(codes[$0])] } ?? ""
      let shown = "'\(Node.shortened(found))'"
      let message =
        switch kind {
        case .impossibleDate:
          "found \(shown), a day that there is not; expected \(style.example). It is read as missing."
        case .absurdDate:
          "found \(shown), which lies outside of the years that the mapping allows ('years'); it is read as missing."
        case .unclearDate:
          "found \(shown), which may be day and month or month and day; expected 'dates: dmy' or 'dates: mdy' in the mapping. It is read as missing."
        case .unreadableDate: "found \(shown); expected \(style.example). It is read as missing."
        default:
          "found \(shown) for '\(slot.key)'; expected \(slot.kind == .year ? "a year" : slot.kind == .period ? "a number of years or a duration such as P5Y" : "a number"). It is read as missing."
        }
      return TableOddity(
        kind: kind, file: source.file,
        place: index.map { source.place(of: $0, in: mark) } ?? Self.place(mark),
        column: index.map { source.columns[$0] } ?? "", found: found, message: message)
    }
  }

  /// Tells a row without an id.
  mutating func tellMissing(_ slot: TableMapping.Slot, _ column: Int?, _ columns: [UsedColumn]) {
    let (source, mark) = (source, mark)
    let index = column.map { columns[$0].index }
    // Several items of one row can want what is not there.
    if let lastMissing, lastMissing == (mark.line, index ?? -1) { return }
    lastMissing = (mark.line, index ?? -1)
    oddities.note(.missingID) {
      let name = index.map { source.columns[$0] } ?? ""
      return TableOddity(
        kind: .missingID, file: source.file,
        place: index.map { source.place(of: $0, in: mark) } ?? Self.place(mark), column: name, found: "",
        message:
          "this row does not say what the mapping needs of it\(name.isEmpty ? "" : " ('\(Node.shortened(name))' and what stands beside)"); it is left out."
      )
    }
  }

  private static func place(_ mark: RowMark) -> Diagnostic.Place {
    Diagnostic.Place(line: Int(mark.line), column: 1)
  }
}

/// A table that was read: where its rows stand.
final class LoadedTable {
  let mapping: TableMapping
  let source: any RowSource
  /// How the locators begin that name its rows: `parties.csv, row `.
  let locatorStem: String
  var marks: [RowMark] = []

  init(_ mapping: TableMapping, _ source: any RowSource) {
    (self.mapping, self.source) = (mapping, source)
    locatorStem = "\(fileName(of: mapping.file)), row "
  }

  /// Where a row stands.
  func place(_ row: Int32) -> Diagnostic.Place {
    Diagnostic.Place(line: Int(marks[Int(row)].line), column: 1)
  }
}

/// Reads the tables that a graph file maps.
struct TableLoader {
  let pools: TablePools
  private(set) var tables: [LoadedTable] = []
  private(set) var items: [ItemRows] = []
  var oddities = TableOddities()
  /// What is wrong with the mapping, by the places in the graph file.
  private(set) var errors: [(place: Diagnostic.Place?, message: String)] = []

  init(_ pools: TablePools) { self.pools = pools }

  /// Finds the columns of all tables, and then reads their rows, unless something is wrong with a mapping.
  mutating func load(_ mappings: [TableMapping], open: (TableMapping) throws -> any RowSource) {
    var bound: [(binding: TableBinding, conditions: [BoundCondition], items: [ItemRows])] = []
    for mapping in mappings {
      do {
        let source = try open(mapping)
        pools.years = mapping.years
        var binding = TableBinding(source, mapping, pools)
        let conditions = mapping.conditions.map { BoundCondition($0, &binding) }
        let items = mapping.items.map { ItemRows($0, of: tables.count, &binding) }
        errors += binding.errors
        bound.append((binding, conditions, items))
        tables.append(LoadedTable(mapping, source))
      } catch let fault as EncodedText.Fault {
        let place = fault.place.map { " (line \($0.line), column \($0.column))" } ?? ""
        errors.append((mapping.place, "\(shown(mapping.file))\(place): \(fault.message)"))
      } catch let error as TableFault {
        errors.append((error.place ?? mapping.place, error.message))
      } catch {
        errors.append((mapping.place, "\(error)"))
      }
    }
    guard errors.isEmpty else { return }
    for (index, part) in bound.enumerated() {
      // What was bound is given away, so that nothing of it is copied.
      read(index, part.binding.columns, part.conditions, part.items)
    }
  }

  private mutating func read(
    _ index: Int, _ used: [UsedColumn], _ conditions: [BoundCondition], _ bound: [ItemRows]
  ) {
    let (source, mapping) = (tables[index].source, tables[index].mapping)
    pools.years = mapping.years
    for remark in source.remarks { tell(remark, source) }
    let items = bound
    var (columns, conditions) = (used, conditions)
    var codes = [Int32](repeating: -1, count: columns.count)
    var marks: [RowMark] = []
    var context = RowContext(source, pools, oddities)
    oddities = TableOddities()
    let width = source.columns.count
    let remarks = source.forEachRow { row in
      marks.append(row.mark)
      context.mark = row.mark
      if row.cells.count != width { Self.tellWidth(row, width, &context) }
      for column in columns.indices { codes[column] = columns[column].code(row) }
      for condition in conditions.indices where !conditions[condition].holds(codes, columns) { return true }
      for item in items { item.take(marks.count - 1, columns, codes, &context) }
      return marks.count <= InputLimits.tableRows && items.allSatisfy { $0.count <= InputLimits.tableRows }
    }
    if marks.count > InputLimits.tableRows || items.contains(where: { $0.count > InputLimits.tableRows }) {
      errors.append(
        (
          mapping.place,
          InputLimits.tooMany("rows", in: shown(mapping.file), limit: InputLimits.tableRows)
        ))
    }
    oddities = context.oddities
    for remark in remarks { tell(remark, source) }
    tables[index].marks = marks
    self.items += items
  }

  private mutating func tell(_ remark: TableRemark, _ source: any RowSource) {
    oddities.note(remark.kind) {
      TableOddity(
        kind: remark.kind, file: source.file, place: remark.place, column: "", found: "",
        message: remark.message)
    }
  }

  private static func tellWidth(_ row: borrowing TableRow, _ width: Int, _ context: inout RowContext) {
    let (count, mark, source) = (row.cells.count, row.mark, context.source)
    let kind: TableOddity.Kind = count < width ? .shortRow : .longRow
    context.oddities.note(kind) {
      TableOddity(
        kind: kind, file: source.file, place: Diagnostic.Place(line: Int(mark.line), column: 1), column: "",
        found: "",
        message:
          "this row has \(count) \(count == 1 ? "field" : "fields"); the header names \(width). \(count < width ? "The last ones are read as missing." : "What stands behind them is left out.")"
      )
    }
  }
}

/// Why a table is not read.
struct TableFault: Error {
  var place: Diagnostic.Place?
  let message: String
}
