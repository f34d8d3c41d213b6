import Diplomacy

/// What an item of a mapping made of the rows of its table: for each row that gives something, a number for each value.
final class ItemRows {
  let item: TableMapping.Item
  /// The table that it is of, among those of the graph file.
  let table: Int
  private(set) var slots: [BoundSlot] = []
  /// How many a row can give, where it has several columns for one value.
  private var instances = 1
  /// The slot that has several in one cell.
  private var split: Int?
  private var conditions: [BoundCondition] = []
  /// The numbers, slot by slot for each record.
  var values: [Int32] = []
  /// The row of each record, from 0.
  private(set) var rows: [Int32] = []
  /// The slot of each key; -1 where there is none.
  private(set) var places = [Int](repeating: -1, count: Key.allCases.count)

  /// What a slot is of, whatever the table.
  enum Key: Int, CaseIterable {
    case subject, role, object, id, name, shortName, kind, act
    case from, until, when, years, note, certainty, weight, citation, locator, reading
    case duration, notice, renewal
    case title, author, publisher, url, date
  }

  /// A slot with its values found among the columns.
  struct BoundSlot {
    let slot: TableMapping.Slot
    var values: [BoundValue]
    /// Whether a row without it gives nothing.
    let isNeeded: Bool
  }

  static let keys: [String: Key] = [
    "subject": .subject, "role": .role, "object": .object, "id": .id, "name": .name,
    "short-name": .shortName, "kind": .kind, "act": .act, "from": .from, "until": .until, "when": .when,
    "years": .years, "note": .note, "certainty": .certainty, "weight": .weight, "duration": .duration,
    "notice": .notice, "renewal": .renewal, "title": .title, "author": .author, "publisher": .publisher,
    "url": .url, "date": .date,
  ]

  /// Whether rows that repeat what they say of an entity are nothing to tell: the table is one of other things.
  private let leavesOutRepeats: Bool
  private var lastRecords: [Int] = []

  /// How many records there are.
  var count: Int { rows.count }

  /// A value of a record; -1 where it has none.
  func value(_ key: Key, _ record: Int) -> Int32 {
    let place = places[key.rawValue]
    return place < 0 ? TablePools.Code.missing : values[record * slots.count + place]
  }

  func value(at slot: Int, _ record: Int) -> Int32 { values[record * slots.count + slot] }

  /// Whether each row gives several, so that one thing comes in many rows.
  var givesSeveral: Bool { instances > 1 }

  // MARK: Binding

  init(_ item: TableMapping.Item, of table: Int, _ binding: inout TableBinding) {
    (self.item, self.table) = (item, table)
    leavesOutRepeats = binding.isOfOtherThings(item)
    var slots = item.slots
    func hidden(_ key: String, _ value: TableMapping.Value?) {
      guard let value else { return }
      slots.append(TableMapping.Slot(key: key, kind: .text, values: [value], place: value.place))
    }
    hidden("citation", item.citation?.source)
    hidden("locator", item.citation?.locator)
    hidden("reading", item.reading)
    for slot in slots {
      let bound = BoundSlot(
        slot: slot, values: binding.values(of: slot), isNeeded: Self.isNeeded(slot, item.section))
      let count = bound.values.count
      if count > 1 {
        if instances > 1, instances != count {
          binding.error(
            slot.place,
            "found \(count) columns for '\(slot.key)' beside \(instances); expected as many, or one.")
        }
        instances = max(instances, count)
      }
      if bound.values.contains(where: \.isSplit) { split = self.slots.count }
      if slot.name == nil, slot.act == nil {
        let key: Key? =
          switch slot.key {
          case "citation": .citation
          case "locator": .locator
          case "reading": .reading
          default: Self.keys[slot.key]
          }
        if let key { places[key.rawValue] = self.slots.count }
      }
      self.slots.append(bound)
    }
    conditions = item.conditions.map { BoundCondition($0, &binding) }
  }

  // MARK: Rows

  /// Takes what a row gives.
  func take(_ row: Int, _ columns: [UsedColumn], _ codes: [Int32], _ context: inout RowContext) {
    for index in conditions.indices where !conditions[index].holds(codes, columns) { return }
    var given = 0
    var absent: Int?
    for instance in 0..<instances {
      let start = values.count
      var isWhole = true
      for index in slots.indices {
        let many = slots[index].values.count
        guard many > 0 else { return }
        let number = many == 1 ? 0 : min(instance, many - 1)
        if index == split {
          values.append(TablePools.Code.missing)
          continue
        }
        var result = slots[index].values[number].result(codes, columns, context.pools)
        if result < TablePools.Code.missing {
          let column = slots[index].values[number].mainColumn
          context.tell(result, slots[index].slot, column, columns, codes, slots[index].values[number].style)
          result = TablePools.Code.missing
        }
        if result < 0, slots[index].isNeeded {
          isWhole = false
          absent = absent ?? index
        }
        values.append(result)
      }
      guard isWhole else {
        values.removeSubrange(start...)
        continue
      }
      guard let split else {
        given += 1
        if leavesOutRepeats, isRepeat(from: start) {
          values.removeSubrange(start...)
        } else {
          rows.append(Int32(row))
        }
        continue
      }
      given += divide(at: split, from: start, row, instance, columns, codes, &context)
    }
    if given == 0, let absent { tellNothing(absent, columns, &context) }
  }

  /// Whether the last record says of its entity what the one before it said; notes it otherwise.
  private func isRepeat(from start: Int) -> Bool {
    let entity = Int(values[start])
    while lastRecords.count <= entity { lastRecords.append(-1) }
    let last = lastRecords[entity]
    let locator = places[Key.locator.rawValue]
    if last >= 0,
      slots.indices.allSatisfy({ $0 == locator || values[last * slots.count + $0] == values[start + $0] })
    {
      return true
    }
    lastRecords[entity] = rows.count
    return false
  }

  /// Makes a record of each part of a cell that holds several.
  private func divide(
    at split: Int, from start: Int, _ row: Int, _ instance: Int, _ columns: [UsedColumn], _ codes: [Int32],
    _ context: inout RowContext
  ) -> Int {
    let number = slots[split].values.count == 1 ? 0 : instance
    let parts = slots[split].values[number].results(codes, columns, context.pools).filter { $0 >= 0 }
    let record = Array(values[start...])
    values.removeSubrange(start...)
    if parts.isEmpty, !slots[split].isNeeded {
      values += record
      rows.append(Int32(row))
      return 1
    }
    // A cell that says something, and nothing that can be read: separators alone, or more than can be meant.
    if parts.isEmpty, let column = slots[split].values[number].mainColumn, codes[column] >= 0 {
      context.tellMissing(slots[split].slot, column, columns)
    }
    for part in parts {
      values += record
      values[values.count - record.count + split] = part
      rows.append(Int32(row))
    }
    return parts.count
  }

  private static func isNeeded(_ slot: TableMapping.Slot, _ section: TableMapping.Section) -> Bool {
    switch slot.kind {
    case .entity, .declared: section != .act || slot.key == "object"
    default: ["years", "act", "role"].contains(slot.key) || section == .source && slot.key == "id"
    }
  }

  /// Tells a row that gives nothing. A cell that could hold several need not hold one.
  private func tellNothing(_ slot: Int, _ columns: [UsedColumn], _ context: inout RowContext) {
    // What a row of an agreement says of its territory need not be there.
    if item.isImplied { return }
    context.tellMissing(slots[slot].slot, slots[slot].values.first?.mainColumn, columns)
  }
}

/// A condition with its column found.
struct BoundCondition {
  private let condition: TableMapping.Condition
  private let column: Int
  /// Whether it holds, by the numbers of the values: 1 and 0; 2: not found out yet.
  private var known: [UInt8] = []
  private let holdsForNothing: Bool

  init(_ condition: TableMapping.Condition, _ binding: inout TableBinding) {
    self.condition = condition
    column = binding.column(condition.column, keepsMissing: true)
    holdsForNothing =
      condition.isEmpty
      ?? ((condition.among?.contains("") ?? true) && condition.atLeast == nil
        && condition.atMost == nil && !condition.notAmong.contains(""))
  }

  mutating func holds(_ codes: [Int32], _ columns: [UsedColumn]) -> Bool {
    let code = Int(codes[column])
    if code < 0 { return holdsForNothing }
    if code < known.count, known[code] != 2 { return known[code] == 1 }
    while known.count <= code { known.append(2) }
    let answer = holds(columns[column].names.texts[code])
    known[code] = answer ? 1 : 0
    return answer
  }

  private func holds(_ text: String) -> Bool {
    if let isEmpty = condition.isEmpty, isEmpty { return false }
    if let among = condition.among, !among.contains(text), !Self.isSameNumber(text, among) { return false }
    if condition.notAmong.contains(text) || Self.isSameNumber(text, condition.notAmong) { return false }
    if condition.atLeast != nil || condition.atMost != nil {
      guard let number = Double(text) else { return false }
      if let least = condition.atLeast, number < least { return false }
      if let most = condition.atMost, number > most { return false }
    }
    return true
  }

  /// Whether `1.0` is among the numbers as `1`.
  private static func isSameNumber(_ text: String, _ words: Set<String>) -> Bool {
    text.hasSuffix(".0") && words.contains(String(text.dropLast(2)))
  }
}
