import Chronology
import Diplomacy

/// The records of all tables that tell of one sort of thing, brought together: repeated rows once, contradictory ones as the
/// mapping says, years of one thing joined.
struct TableRows {
  let pools: TablePools
  let tables: [LoadedTable]
  let items: [ItemRows]
  var oddities: TableOddities
  /// Whether a contradiction is an error, and was found.
  var isRefused = false
  /// The entities that links name.
  var used: Set<Int32> = []
  /// What was advised on unknown names.
  var advised: [String: String] = [:]
  var nearest: [Category: NearestNames] = [:]
  /// How many variants contradictory rows have at most.
  private(set) var variants = 0

  /// A record: its item and its place there.
  struct Record: Hashable {
    let item: Int32
    let record: Int32
  }

  /// What is said of one thing: the values of its first record, with what others add.
  struct Merged {
    let record: Record
    /// The dates by their slots: the keys `from`, `until`, `when`, then the acts.
    var dates: [Int32]
    /// The spans that years were joined to; otherwise that from `from` to `until`.
    var spans: [Int32] = []
    /// From 1: which of several contradictory rows it is.
    var variant = 0
    /// Whether each date is contested, as the bits of a number.
    var contested: UInt32 = 0
    /// Of a variant: whether it adds a span of its own.
    var hasSpan = true
  }

  /// The dates of a record: keys, then acts.
  static let dateKeys: [ItemRows.Key] = [.from, .until, .when]

  /// The acts whose dates are asked for, in one order for all items.
  private(set) var acts: [Act.Kind] = []
  /// The slot of each act, by item; -1 for none.
  private var actSlots: [[Int]] = []

  /// So many contradictory rows of one thing are told apart.
  static let mostVariants = 20

  init(_ pools: TablePools, _ tables: [LoadedTable], _ items: [ItemRows], _ oddities: TableOddities) {
    (self.pools, self.tables, self.items, self.oddities) = (pools, tables, items, oddities)
    for item in items {
      for slot in item.slots { if let act = slot.slot.act, !acts.contains(act) { acts.append(act) } }
    }
    actSlots = items.map { item in
      acts.map { act in item.slots.firstIndex { $0.slot.act == act } ?? -1 }
    }
  }

  func value(_ key: ItemRows.Key, _ record: Record) -> Int32 {
    items[Int(record.item)].value(key, Int(record.record))
  }

  /// The dates of a record.
  func dates(_ record: Record) -> [Int32] {
    let item = items[Int(record.item)]
    let slots = actSlots[Int(record.item)]
    let number = Int(record.record)
    var dates: [Int32] = []
    dates.reserveCapacity(Self.dateKeys.count + slots.count)
    for key in Self.dateKeys { dates.append(item.value(key, number)) }
    for slot in slots { dates.append(slot < 0 ? TablePools.Code.missing : item.value(at: slot, number)) }
    return dates
  }

  func row(_ record: Record) -> Int32 { items[Int(record.item)].rows[Int(record.record)] }

  func table(_ record: Record) -> LoadedTable { tables[items[Int(record.item)].table] }

  // MARK: Bringing together

  /// What the records of one thing say of it.
  /// - Parameters:
  ///   - records: In the order of the tables; one at least.
  ///   - isDivided: Whether it can be several times, such as a membership: then spans that lie apart are two.
  mutating func merge(_ records: [Record], isDivided: Bool) -> [Merged] {
    guard let first = records.first else { return [] }
    if items[Int(first.item)].places[ItemRows.Key.years.rawValue] >= 0 { return joined(records) }
    if records.count == 1 { return [merged(first)] }
    var distinct: [Merged] = []
    var places: [[Int32]: Record] = [:]
    for record in records {
      let one = merged(record)
      let words = one.dates + [ItemRows.Key.note, .certainty, .weight, .citation].map { value($0, record) }
      if let same = places[words] {
        tellDuplicate(record, of: same)
      } else {
        places[words] = record
        distinct.append(one)
      }
    }
    if distinct.count == 1 { return distinct }
    // Comparing each with each takes long where there are many, as in no history.
    let isDivided = isDivided && distinct.count <= 200
    var clusters: [[Merged]] = []
    for one in distinct {
      let place = clusters.firstIndex { cluster in
        !isDivided || cluster.contains { !liesApart(one, $0) }
      }
      if let place { clusters[place].append(one) } else { clusters.append([one]) }
    }
    return clusters.flatMap { resolved($0) }
  }

  private func merged(_ record: Record) -> Merged { Merged(record: record, dates: dates(record)) }

  /// Whether the span of the one is over before that of the other begins.
  private func liesApart(_ one: Merged, _ other: Merged) -> Bool {
    func isBefore(_ one: Merged, _ other: Merged) -> Bool {
      let (end, start) = (one.dates[1], other.dates[0])
      return end >= 0 && start >= 0 && pools.dates[Int(end)].earliest <= pools.dates[Int(start)].latest
        && pools.dates[Int(end)].latest <= pools.dates[Int(start)].latest
        && pools.dates[Int(end)].earliest <= pools.dates[Int(start)].earliest
    }
    return isBefore(one, other) || isBefore(other, one)
  }

  /// One of what several records say that differ: with what each adds, and where they contradict each other as the mapping says.
  private mutating func resolved(_ rows: [Merged]) -> [Merged] {
    guard var first = rows.first, rows.count > 1 else { return rows }
    var contested: UInt32 = 0
    for slot in first.dates.indices {
      var stated: Int32 = -1
      for row in rows where row.dates[slot] >= 0 {
        if stated < 0 {
          stated = row.dates[slot]
        } else if row.dates[slot] != stated, slot < 32 {
          contested |= 1 << slot
        }
      }
      if first.dates[slot] < 0 { first.dates[slot] = stated }
    }
    // One thing in many rows of pairs: a member is there from the first to the last.
    let item = items[Int(first.record.item)]
    if item.givesSeveral || item.item.isImplied {
      for slot in first.dates.indices where slot < 32 && contested & (1 << slot) != 0 {
        first.dates[slot] = outermost(rows.map { $0.dates[slot] }, isEnd: slot == 1)
      }
      return [first]
    }
    guard contested != 0 else { return [first] }
    let choice = table(first.record).mapping.contradictions
    for row in rows.dropFirst() { tellContradiction(row, rows, contested, choice) }
    switch choice {
    case .error:
      isRefused = true
      return [first]
    case .earliest:
      for slot in first.dates.indices where slot < 32 && contested & (1 << slot) != 0 {
        first.dates[slot] = outermost(rows.map { $0.dates[slot] }, isEnd: false)
      }
      return [first]
    case .readings: return variants(first, rows, contested)
    }
  }

  private mutating func variants(_ first: Merged, _ rows: [Merged], _ contested: UInt32) -> [Merged] {
    let told = rows.prefix(Self.mostVariants)
    variants = max(variants, told.count)
    let isSpanContested = contested & 0b111 != 0
    return told.enumerated().map { number, row in
      var one = row
      one.contested = contested
      one.variant = number + 1
      one.hasSpan = number == 0 || isSpanContested
      for slot in one.dates.indices where slot >= 32 || contested & (1 << slot) == 0 {
        // What nobody contests is said once; the ends of spans are needed for each.
        one.dates[slot] = number == 0 || slot < Self.dateKeys.count ? first.dates[slot] : -1
      }
      return one
    }
  }

  /// The earliest of several dates, or the latest.
  private func outermost(_ dates: [Int32], isEnd: Bool) -> Int32 {
    let stated = dates.filter { $0 >= 0 }
    // An end that one row does not state is none.
    if isEnd, stated.count < dates.count { return TablePools.Code.missing }
    guard var best = stated.first else { return TablePools.Code.missing }
    for date in stated.dropFirst() {
      let (one, other) = (pools.dates[Int(date)], pools.dates[Int(best)])
      if isEnd ? one.latest > other.latest : (one.earliest, one.latest) < (other.earliest, other.latest) {
        best = date
      }
    }
    return best
  }

  // MARK: Years

  /// Joins the years that follow one another. What else the first row of each span says is said of it.
  private mutating func joined(_ records: [Record]) -> [Merged] {
    let slots = items[Int(records[0].item)]
    let place = slots.places[ItemRows.Key.years.rawValue]
    let step = slots.slots[place].slot.values.first?.step ?? 1
    var years: [(year: Int64, record: Record)] = records.map {
      (Int64(value(.years, $0)) - TablePools.yearShift, $0)
    }
    // Rows mostly come in order.
    if zip(years, years.dropFirst()).contains(where: { $0.year > $1.year }) {
      years = years.enumerated().sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }
        .map(\.element)
    }
    var spans: [(first: Int64, last: Int64)] = []
    for (index, (year, record)) in years.enumerated() {
      guard let last = spans.last else {
        spans.append((year, year))
        continue
      }
      if index > 0, year == years[index - 1].year {
        if !isQuiet(record), !isOfEntity(record) {
          tellDuplicate(record, of: years[index - 1].record)
        }
      } else if year <= last.last + step {
        spans[spans.count - 1].last = year
      } else {
        spans.append((year, year))
      }
    }
    var one = merged(records[0])
    one.spans = spans.map { pools.span(years: $0.first...($0.last + step - 1)) }.filter { $0 >= 0 }
    return [one]
  }

  private func isOfEntity(_ record: Record) -> Bool {
    if case .entity = items[Int(record.item)].item.section { true } else { false }
  }

  // MARK: Telling

  func isQuiet(_ record: Record) -> Bool {
    let item = items[Int(record.item)]
    return item.givesSeveral || item.item.isImplied || item.item.isSymmetric
  }

  private mutating func tellDuplicate(_ record: Record, of first: Record) {
    if isQuiet(record) { return }
    let (table, other) = (table(record), table(first))
    let (place, line) = (table.place(row(record)), other.place(row(first)).line)
    oddities.note(.duplicateRow) {
      let file = other.source.file == table.source.file ? "" : " of \(shown(fileName(of: other.source.file)))"
      return TableOddity(
        kind: .duplicateRow, file: table.source.file, place: place, column: "", found: "",
        message: "this row says what line \(line)\(file) says; it counts once.")
    }
  }

  private mutating func tellContradiction(
    _ row: Merged, _ rows: [Merged], _ contested: UInt32, _ choice: TableMapping.Contradictions
  ) {
    for slot in row.dates.indices where slot < 32 && contested & (1 << slot) != 0 && row.dates[slot] >= 0 {
      guard let other = rows.first(where: { $0.dates[slot] >= 0 }), other.record != row.record,
        other.dates[slot] != row.dates[slot]
      else { continue }
      let (table, first) = (table(row.record), table(other.record))
      let column = mainColumn(slot, row.record, table.source)
      let (pools, number) = (pools, self.row(row.record))
      let line = first.place(self.row(other.record)).line
      oddities.note(.contradiction) {
        let (mine, theirs) = (
          pools.dates[Int(row.dates[slot])].text, pools.dates[Int(other.dates[slot])].text
        )
        let file =
          first.source.file == table.source.file ? "" : " of \(shown(fileName(of: first.source.file)))"
        let outcome =
          switch choice {
          case .earliest: "the earliest is taken"
          case .readings: "each holds in a reading of its own"
          case .error: "expected one ('contradictions: earliest' or 'readings' would go on)"
          }
        return TableOddity(
          kind: .contradiction, file: table.source.file,
          place: column.map { table.source.place(of: $0, in: table.marks[Int(number)]) }
            ?? table.place(number),
          column: column.map { table.source.columns[$0] } ?? "", found: mine,
          message: "found '\(mine)', where line \(line)\(file) has '\(theirs)' for the same; \(outcome).")
      }
    }
  }

  /// The column of the table of a date of a record.
  func mainColumn(_ slot: Int, _ record: Record, _ source: any RowSource) -> Int? {
    let item = items[Int(record.item)]
    let own =
      slot < Self.dateKeys.count
      ? item.places[Self.dateKeys[slot].rawValue] : actSlots[Int(record.item)][slot - Self.dateKeys.count]
    guard own >= 0, let name = item.slots[own].slot.values.first?.columns.first?.name else { return nil }
    return source.columns.firstIndex(of: name)
  }
}
