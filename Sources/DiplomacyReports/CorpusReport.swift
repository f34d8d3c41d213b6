import Chronology
public import Diplomacy
import DiplomacyFormats

/// The entities up to which what a view holds is listed for people; above, it is summarised.
///
/// A list of more is longer than anybody reads on a screen. Programs always get the list (CSV and JSON).
public let mostListedEntities = 500

/// What a view of a corpus holds, counted: kinds, roles, years, how closely dates are known, and of how many things the graph has what.
/// - Complexity: O(*n* + *m*); *n* entities with their acts, *m* statements.
public func corpusReport(_ view: GraphView) -> Report {
  let graph = view.graph
  let summary = CorpusSummary(view)
  let rows = summary.rows.map { row -> [Table.Cell] in
    [
      .text(row.about), .text(row.item), .integer(row.count), row.whole.map { .integer($0) } ?? .empty,
      row.whole.map { .number(Double(row.count) / Double(max(1, $0))) } ?? .empty,
    ]
  }
  let isDated = view.options.at != nil
  var members: [JSONValue.Member] = [
    JSONValue.Member(key: "title", value: .string(graph.title.text(in: graph.language))),
    JSONValue.Member(key: "nodes", value: .integer(summary.entityCount)),
    JSONValue.Member(key: "edges", value: .integer(summary.statementCount)),
    JSONValue.Member(key: "sources", value: .integer(graph.sources.count)),
    JSONValue.Member(key: "readings", value: .array(graph.readings.map { .string($0.id.rawValue) })),
    JSONValue.Member(key: "first-year", value: summary.years.map { .integer(Int($0.lowerBound)) } ?? .null),
    JSONValue.Member(key: "last-year", value: summary.years.map { .integer(Int($0.upperBound)) } ?? .null),
  ]
  let table = Table(columns: ["about", "item", "count", "of", "share"], rows: rows, namedBy: "item")
  members.append(JSONValue.Member(key: "summary", value: table.json))
  return Report(
    question: .object([
      "command": .string("show"), "at": .optional(view.options.at?.text),
      "reading": .optional(view.options.reading?.rawValue),
    ]).asked(of: view),
    conventions: [
      "a summary, since the graph has more than \(mostListedEntities) entities or it was asked for; --all lists them",
      "coverage: how many things of a kind or role the graph says something of, of how many; share: that part",
      "precision: of every date that the graph names, the ends of an interval each by itself; open: no beginning or no end; unknown: there is one, "
        + "and nothing says when",
      "years: the years in which dates begin, in stretches of equal length",
    ] + view.conventions + (isDated ? ["dates: what possibly holds on the date"] : []),
    table: table, results: .object(members),
    heading: [
      graph.title.text(in: graph.language),
      "\(quantity(summary.entityCount, "entity", "entities")) (\(countsByCategory(view))), \(quantity(summary.statementCount, "statement"))"
        + (summary.years.map { ", from \($0.lowerBound) to \($0.upperBound)" } ?? ""),
    ])
}

/// The counts of a corpus.
private struct CorpusSummary {
  struct Row {
    let about: String
    let item: String
    let count: Int
    /// Of how many; nil where that says nothing.
    var whole: Int?
  }

  private(set) var entityCount = 0
  private(set) var statementCount = 0
  private var kinds = Counter()
  private var roles = Counter()
  private var precisions = Counter()
  private var yearCounts: [Int64: Int] = [:]
  private var doubtful = 0
  private var dateCount = 0
  /// What is said of the things of a kind or role, as `kind: field`, in the order in which it comes.
  private var coverage = Counter()
  private var wholes: [String: Int] = [:]

  init(_ view: GraphView) {
    for (entity, _) in view.entities { add(entity, view) }
    for (statement, _) in view.statements { add(statement) }
  }

  private mutating func add(_ entity: Entity, _ view: GraphView) {
    entityCount += 1
    let kind = entity.kind.name
    kinds.add("\(entity.category.rawValue)\u{0}\(kind)")
    wholes[kind, default: 0] += 1
    var fields: [String] = []
    if entity.shortName != nil { fields.append("short-name") }
    fields += Set(entity.identifiers.map { "identifier \($0.register)" }).sorted()
    add(entity.when)
    if entity.when != nil { fields.append(entity.category == .event ? "when" : "exists") }
    for period in entity.existence { add(period.date) }
    if !entity.existence.isEmpty { fields.append("exists") }
    if let life = entity.life {
      for act in life.acts {
        add(act.date)
        add(act.until)
      }
      var acts: [String] = []
      for act in life.acts where act.date != nil && !acts.contains(act.kind.name) {
        acts.append(act.kind.name)
      }
      fields += acts
      for stated in life.statedInForce { add(stated.date) }
      if !life.statedInForce.isEmpty { fields.append("in-force") }
      if !life.terms.isEmpty { fields.append("terms") }
      if !life.obligations.isEmpty { fields.append("obligations") }
      if view.graph.statements(about: entity.id).contains(where: { $0.role == .party }) {
        fields.append("parties")
      }
    }
    fields += said(entity.attestation)
    for field in fields { coverage.add("\(kind)\u{0}\(field)") }
  }

  private mutating func add(_ statement: Statement) {
    statementCount += 1
    let role = statement.role.name
    roles.add(role)
    wholes["role \(role)", default: 0] += 1
    add(statement.when)
    var fields: [String] = statement.when == nil ? [] : ["when"]
    if let when = statement.when, when.shape == .interval, when.end != .open, when.end != .unknown {
      fields.append("end")
    }
    if statement.weight != nil { fields.append("weight") }
    if statement.office != nil { fields.append("office") }
    fields += said(statement.attestation)
    for field in fields { coverage.add("role \(role)\u{0}\(field)") }
  }

  private func said(_ attestation: Attestation) -> [String] {
    var fields: [String] = []
    if !attestation.citations.isEmpty { fields.append("source") }
    if attestation.certainty != nil { fields.append("certainty") }
    if attestation.note != nil { fields.append("note") }
    if !attestation.readings.isEmpty { fields.append("reading") }
    return fields
  }

  private mutating func add(_ date: HistoricalDate?) {
    guard let date else { return }
    guard let start = date.start, let end = date.end else { return count(date) }
    for endpoint in [start, end] {
      switch endpoint {
      case .date(let date): count(date)
      case .open: precisions.add("open")
      case .unknown: precisions.add("unknown")
      }
    }
  }

  private mutating func count(_ date: HistoricalDate) {
    dateCount += 1
    if date.isUncertain || date.isApproximate { doubtful += 1 }
    precisions.add(
      date.precision.map { "\($0)" } ?? (date.shape == .oneOf ? "one of several" : "all of several"))
    if !date.earliest.isOpen { yearCounts[date.earliest.day.year, default: 0] += 1 }
  }

  /// The first and the last year that a date names.
  var years: ClosedRange<Int64>? {
    guard let first = yearCounts.keys.min(), let last = yearCounts.keys.max() else { return nil }
    return first...last
  }

  var rows: [Row] {
    var rows = kinds.byCount.map { name, count -> Row in
      let parts = name.split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
      return Row(about: String(parts[0]), item: String(parts[1]), count: count, whole: entityCount)
    }
    rows += roles.byCount.map {
      Row(about: "statement", item: $0.name, count: $0.count, whole: statementCount)
    }
    rows += yearRows
    let order =
      Precision.allCases.sorted().map { "\($0)" } + ["one of several", "all of several", "open", "unknown"]
    rows += order.compactMap { name in
      precisions.counts[name].map {
        Row(about: "precision", item: name, count: $0, whole: precisions.counts.values.reduce(0, +))
      }
    }
    if doubtful > 0 {
      rows.append(
        Row(about: "precision", item: "uncertain or approximate", count: doubtful, whole: dateCount))
    }
    rows += coverage.inOrder.map { name, count in
      let parts = name.split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
      let whole = wholes[String(parts[0])] ?? 0
      let thing = parts[0].hasPrefix("role ") ? parts[0].dropFirst(5) : parts[0]
      return Row(about: "coverage", item: "\(thing): \(parts[1])", count: count, whole: whole)
    }
    return rows
  }

  /// Stretches of 1, 2, 5, 10 … years, twelve at most.
  private var yearRows: [Row] {
    guard let years else { return [] }
    var step: Int64 = 1
    var next = [2, 5, 10]
    while (years.upperBound.floored(step) - years.lowerBound.floored(step)) / step >= 12 {
      step = Int64(next.removeFirst())
      if next.isEmpty {
        let (power, overflows) = step.multipliedReportingOverflow(by: 10)
        next = overflows ? [Int(step)] : [Int(step) * 2, Int(step) * 5, Int(power)]
        if overflows { break }
      }
    }
    var stretches: [Int64: Int] = [:]
    for (year, count) in yearCounts { stretches[year.floored(step), default: 0] += count }
    return stretches.keys.sorted().map { first in
      Row(
        about: "years", item: step == 1 ? "\(first)" : "\(first)–\(first + step - 1)",
        count: stretches[first] ?? 0, whole: dateCount)
    }
  }
}

/// How often names come, and in which order.
private struct Counter {
  private(set) var counts: [String: Int] = [:]
  private var order: [String] = []

  mutating func add(_ name: String) {
    if counts[name] == nil { order.append(name) }
    counts[name, default: 0] += 1
  }

  var inOrder: [(name: String, count: Int)] { order.map { ($0, counts[$0] ?? 0) } }
  /// The most frequent first, equal ones as they came.
  var byCount: [(name: String, count: Int)] {
    inOrder.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(
      \.element)
  }
}

extension Int64 {
  /// The largest multiple of a step that is not larger.
  fileprivate func floored(_ step: Int64) -> Int64 {
    let rest = self % step
    return self - (rest < 0 ? rest + step : rest)
  }
}
