internal import Chronology
internal import Diplomacy
internal import GRDB

/// When everything of a graph was there, worked out once so that a view of one date need not read the rest.
struct StoreTimes {
  /// The graph as its default reading has it.
  let view: GraphView
  /// The days outside of which no view of a single date needs an entity, under any of ``readings``, by position.
  private(set) var entityHulls: [DayStretch]
  /// The same for each statement.
  private(set) var statementHulls: [DayStretch]
  /// The choices of readings that the hulls are good for.
  let readings: [ReadingID?]

  /// So many choices of readings are looked at; with more, every view reads all.
  private static let mostChoices = 12

  init(_ graph: DiplomaticGraph) {
    view = GraphView(graph, ViewOptions(reading: graph.defaultReading))
    var choices: [ReadingID?] = [graph.defaultReading]
    if !graph.hasTooManyCombinations {
      for choice in [nil] + graph.readings.map(\.id) + graph.readingCombinations
      where !choices.contains(choice) {
        choices.append(choice)
      }
    }
    let isCovered = !graph.hasTooManyCombinations && choices.count <= Self.mostChoices
    readings = isCovered ? choices : []
    entityHulls = Array(repeating: .always, count: graph.entities.count)
    statementHulls = Array(repeating: .always, count: graph.statements.count)
    guard isCovered else { return }
    let ahead = Int64(graph.defaultOffset?.seconds ?? 0)
    let views = [view] + choices.dropFirst().map { GraphView(graph, ViewOptions(reading: $0)) }
    hullAgreements(of: graph, views, ahead)
    hullStatements(of: graph, ahead)
  }

  /// Agreements on which each other's lives depend are needed together.
  private mutating func hullAgreements(of graph: DiplomaticGraph, _ views: [GraphView], _ ahead: Int64) {
    var groups = AgreementGroups(of: graph)
    var hulls: [Int: DayStretch] = [:]
    var always: Set<Int> = groups.always(in: graph)
    for (position, entity) in graph.entities.enumerated() where entity.category == .agreement {
      let group = groups.root(position)
      for view in views {
        let days = DayStretches(view.presence(of: entity), ahead: ahead).possible
        guard let first = days.map(\.first).min(), let last = days.map(\.last).max() else { continue }
        let hull = hulls[group]
        hulls[group] = DayStretch(
          first: min(first, hull?.first ?? first), last: max(last, hull?.last ?? last))
      }
    }
    always = Set(always.map { groups.root($0) })
    for (position, entity) in graph.entities.enumerated() where entity.category == .agreement {
      let group = groups.root(position)
      // One that never is in force is needed by no date.
      entityHulls[position] =
        always.contains(group)
        ? .always : hulls[group] ?? DayStretch(first: StoreSchema.open, last: -StoreSchema.open)
    }
  }

  private mutating func hullStatements(of graph: DiplomaticGraph, _ ahead: Int64) {
    for (number, statement) in graph.statements.enumerated() {
      var hull = DayStretch.always
      var isOfAgreement = false
      for end in [statement.subject, statement.object] {
        guard let position = graph.position(of: end), graph.entities[position].category == .agreement else {
          continue
        }
        isOfAgreement = true
        let own = entityHulls[position]
        hull = DayStretch(first: max(hull.first, own.first), last: min(hull.last, own.last))
      }
      // On others depends who knew what, who is whose heir, and what belongs to what.
      if !isOfAgreement, !Self.lasting.contains(statement.role) {
        let days = DayStretches(view.spans(of: statement), ahead: ahead).possible
        if let first = days.first, let last = days.last {
          hull = DayStretch(first: first.first, last: last.last)
        }
      }
      statementHulls[number] = hull
    }
  }

  private static let lasting: Set<Role> = [
    .successorOf, .sameAs, .partOf, .memberOf, .represents, .commands,
  ]
}

/// Agreements whose lives depend on each other.
private struct AgreementGroups {
  private var parent: [Int]

  init(of graph: DiplomaticGraph) {
    parent = Array(graph.entities.indices)
    func agreement(_ id: EntityID?) -> Int? {
      guard let position = id.flatMap({ graph.position(of: $0) }),
        graph.entities[position].category == .agreement
      else { return nil }
      return position
    }
    for statement in graph.statements {
      if let subject = agreement(statement.subject), let object = agreement(statement.object) {
        join(subject, object)
      }
    }
    for (position, entity) in graph.entities.enumerated() {
      for terms in entity.life?.terms ?? [] {
        if let other = agreement(terms.endsWith) { join(position, other) }
      }
      for obligation in entity.life?.obligations ?? [] {
        for id in obligation.about + [obligation.amendedBy].compactMap({ $0 }) {
          if let other = agreement(id) { join(position, other) }
        }
      }
    }
  }

  mutating func root(_ position: Int) -> Int {
    var position = position
    while parent[position] != position {
      parent[position] = parent[parent[position]]
      position = parent[position]
    }
    return position
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(one), root(other))
    if one != other { parent[max(one, other)] = min(one, other) }
  }

  /// Those that are named by what is always read: by what events do to their obligations, and by successions.
  func always(in graph: DiplomaticGraph) -> Set<Int> {
    var found: Set<Int> = []
    let deeds = Set(graph.entities.flatMap { $0.deeds.map(\.obligation) })
    if !deeds.isEmpty {
      for (position, entity) in graph.entities.enumerated()
      where entity.life?.obligations.contains(where: { deeds.contains($0.id) }) ?? false {
        found.insert(position)
      }
    }
    for statement in graph.statements where statement.succession != nil {
      for id in statement.succession?.agreements ?? [] {
        if let position = graph.position(of: id) { found.insert(position) }
      }
    }
    return found
  }
}

extension StoreWriter {
  /// Writes when things were there: spans with all their bounds, and days as a view at each of them has it.
  func write(_ times: StoreTimes) throws {
    for (place, reading) in times.readings.enumerated() {
      try add("covered_readings", .int(place), .text(reading?.rawValue))
    }
    let view = times.view
    var rows: (certain: [TimeRow], possible: [TimeRow]) = ([], [])
    func note(_ days: DayStretches, _ number: Int) {
      rows.certain += days.certain.map { TimeRow(days: $0, number: number) }
      rows.possible += days.possible.map { TimeRow(days: $0, number: number) }
    }
    func flush(into table: String) throws {
      for (isCertain, rows) in [(false, rows.possible.sorted()), (true, rows.certain.sorted())] {
        for row in rows {
          try add(
            table, .flag(isCertain), .integer(row.days.first), .integer(row.days.last), .int(row.number))
        }
      }
      rows = ([], [])
    }
    var entityDays: [DayStretches] = []
    entityDays.reserveCapacity(graph.entities.count)
    var turns: [Int64] = []
    func noteTurns(_ days: DayStretches) { for day in days.possible { turns += [day.first, day.last] } }
    for (number, entity) in graph.entities.enumerated() {
      let spans = view.presence(of: entity)
      try writeSpans(spans, of: "entity", number)
      let isNowhere =
        entity.category == .event && entity.when == nil && entity.attestation.modality != .actual
      let days = view.sees(entity) && !isNowhere ? DayStretches(spans, ahead: ahead) : .never
      entityDays.append(days)
      note(days, number)
      noteTurns(days)
    }
    try flush(into: "entity_times")
    for (number, statement) in graph.statements.enumerated() {
      let spans = view.spans(of: statement)
      if statement.when == nil { try writeSpans(spans, of: "statement", number) }
      guard view.sees(statement), let subject = graph.position(of: statement.subject),
        let object = graph.position(of: statement.object)
      else { continue }
      let own = DayStretches(spans, ahead: ahead)
      note(own.and(entityDays[subject]).and(entityDays[object]), number)
      if statement.when != nil { noteTurns(own) }
    }
    try flush(into: "statement_times")
    try writeDays(around: turns)
  }

  private func writeSpans(_ spans: [Span], of what: String, _ number: Int) throws {
    for (place, span) in spans.enumerated() {
      try add(
        "spans", .string(what), .int(number), .int(place), first(span.earliestStart), first(span.latestStart),
        last(span.earliestEnd), last(span.latestEnd), .flag(span.isMoment))
    }
  }

  /// The days of the years -4712 to 9999, which have a text in SQLite.
  private static let years: ClosedRange<Int64> =
    (Day(year: -4712, month: 1, day: 1)?.number ?? 0)...(Day(year: 9999, month: 12, day: 31)?.number ?? 0)

  /// The first day of the century of a day, or of one some years later.
  private static func century(of day: Int64, plus more: Int64 = 0) -> Int64 {
    let year = Day(number: day).year
    let start = (year >= 0 ? year / 100 : (year - 99) / 100) * 100
    return Day(year: start + more, month: 1, day: 1)?.number ?? day
  }

  /// Writes the days themselves: from the beginning of the century of the first on which anything turns to the end of the century
  /// after the last; of more than a store has, the stretch in which the most turns.
  private func writeDays(around turns: [Int64]) throws {
    let turns = turns.filter { Self.years.contains($0) }.sorted()
    guard var first = turns.first, var last = turns.last else { return }
    if Self.century(of: last, plus: 200) - Self.century(of: first) > mostDays {
      let length = max(1, mostDays - 300 * 366)
      var (start, most) = (0, 0)
      for (end, day) in turns.enumerated() {
        while day - turns[start] >= length { start += 1 }
        guard end - start + 1 > most else { continue }
        (first, last, most) = (turns[start], day, end - start + 1)
      }
    }
    let end = min(Self.century(of: last, plus: 200) - 1, Self.years.upperBound)
    let start = max(Self.century(of: first), Self.years.lowerBound, end - mostDays + 1)
    try database.execute(
      sql: """
        INSERT INTO days WITH RECURSIVE d(day) AS (VALUES (\(start)) UNION ALL SELECT day + 1 FROM d WHERE day < \(end))
        SELECT day, date(day * 86400, 'unixepoch') FROM d
        """)
  }
}

/// Days on which something is there, and its number.
private struct TimeRow: Comparable {
  let days: DayStretch
  let number: Int

  static func < (one: TimeRow, other: TimeRow) -> Bool {
    (one.days.first, one.days.last, one.number) < (other.days.first, other.days.last, other.number)
  }
}
