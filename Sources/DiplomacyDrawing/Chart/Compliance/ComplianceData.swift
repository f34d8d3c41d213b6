import Chronology
import Diplomacy
import DiplomacyAnalysis

/// The verdicts on obligations as rows of a chart.
struct ComplianceData {
  /// A deed and what became of the obligation by it.
  struct Mark: Hashable {
    let event: EntityID
    let outcome: Compliance.Outcome
  }

  /// What holds of a row under one reading or several.
  struct Lane: Hashable {
    /// The readings; nil among them where the graph has none.
    var readings: [ReadingID?]
    /// When both sides were bound, without overlaps: of several creditors, to any of them.
    let binding: [Span]
    let marks: [Mark]
    /// The verdict where there is no deed.
    let standing: Compliance.Outcome?
    let deadline: UncertainMoment?
  }

  /// An obligation and those who owe it alike.
  struct Row {
    let agreement: EntityID
    let obligation: Obligation
    var debtors: [EntityID]
    /// To whom it is owed, as far as verdicts name them.
    var creditors: [EntityID]
    /// Whether each debtor owes it to all others of the creditors, who are all members of one circle.
    var isMutual = false
    var lanes: [Lane]

    var hasDeeds: Bool { lanes.contains { !$0.marks.isEmpty } }
  }

  /// The rows in the order of the graph, those of one agreement together.
  let rows: [Row]
  /// How many rows there are that no deed touched and that are not drawn.
  let untouched: Int
  /// The verdicts that are told in the rows.
  let verdicts: [Compliance.Verdict]

  /// Those who owe one obligation and of whom the same is told share a row. Of many rows only those with deeds are drawn.
  /// - Parameter limit: How many rows are drawn with those that no deed touched.
  init(_ compliance: Compliance, _ chosen: [Compliance.Verdict], limit: Int) {
    struct Key: Hashable {
      let agreement: EntityID
      let obligation: StatementID
      let debtor: EntityID
    }
    var order: [Key] = []
    var told: [Key: [Compliance.Verdict]] = [:]
    for verdict in chosen {
      let key = Key(
        agreement: verdict.agreement, obligation: verdict.obligation.id, debtor: verdict.debtor)
      if told[key] == nil { order.append(key) }
      told[key, default: []].append(verdict)
    }
    var rows = AlikeRows()
    for key in order {
      let verdicts = told[key] ?? []
      guard let first = verdicts.first else { continue }
      rows.add(
        Row(
          agreement: key.agreement, obligation: first.obligation, debtors: [key.debtor],
          creditors: Self.distinct(verdicts.flatMap(\.creditors)),
          lanes: Self.lanes(verdicts, compliance.readings)))
    }
    self.init(rows.rows, chosen, limit: limit)
  }

  /// Of many rows those with deeds, those of one agreement together.
  private init(_ rows: [Row], _ chosen: [Compliance.Verdict], limit: Int) {
    let deeds = rows.filter(\.hasDeeds)
    let drawn = rows.count > limit && !deeds.isEmpty ? deeds : rows
    untouched = rows.count - drawn.count
    // Those of one agreement stand together, in the order in which the agreements come first.
    var places: [EntityID: Int] = [:]
    for row in drawn where places[row.agreement] == nil { places[row.agreement] = places.count }
    self.rows = drawn.enumerated().sorted {
      (places[$0.element.agreement] ?? 0, $0.offset) < (places[$1.element.agreement] ?? 0, $1.offset)
    }.map(\.element)
    verdicts = chosen
  }

  private static func distinct(_ ids: [EntityID]) -> [EntityID] {
    var seen: Set<EntityID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// What is told under each reading; readings of which the same is told share a lane.
  private static func lanes(_ verdicts: [Compliance.Verdict], _ readings: [ReadingID?]) -> [Lane] {
    var lanes: [Lane] = []
    for reading in readings {
      let own = verdicts.filter { $0.reading == reading }
      guard let first = own.first else { continue }
      let lane = Lane(
        readings: [reading], binding: united(own.flatMap(\.binding)),
        marks: own.compactMap { verdict in verdict.event.map { Mark(event: $0, outcome: verdict.outcome) } },
        standing: own.first { $0.event == nil }?.outcome, deadline: first.deadline)
      if let same = lanes.firstIndex(where: { $0.isSame(as: lane) }) {
        lanes[same].readings.append(reading)
      } else {
        lanes.append(lane)
      }
    }
    return lanes
  }
}

/// Rows of which those are put together that tell the same of several debtors: debtors of the same creditors, or debtors each of whom
/// owes to all others of one circle.
private struct AlikeRows {
  private(set) var rows: [ComplianceData.Row] = []
  private var rowOf: [Alike: Int] = [:]

  private struct Alike: Hashable {
    let agreement: EntityID
    let obligation: StatementID
    let lanes: [ComplianceData.Lane]
    let others: Set<EntityID>
    let isCircle: Bool
  }

  /// Adds a row of one debtor.
  mutating func add(_ row: ComplianceData.Row) {
    func key(_ others: Set<EntityID>, isCircle: Bool) -> Alike {
      Alike(
        agreement: row.agreement, obligation: row.obligation.id, lanes: row.lanes, others: others,
        isCircle: isCircle)
    }
    let creditors = Set(row.creditors)
    let (same, circle) = (
      key(creditors, isCircle: false), key(creditors.union(row.debtors), isCircle: true)
    )
    if let found = rowOf[same], !rows[found].isMutual {
      rows[found].debtors += row.debtors
    } else if let found = rowOf[circle], rows[found].isMutual || rows[found].debtors.count == 1 {
      if !rows[found].isMutual {
        rows[found].creditors = rows[found].debtors + rows[found].creditors
        rows[found].isMutual = true
      }
      rows[found].debtors += row.debtors
    } else {
      (rowOf[same], rowOf[circle]) = (rows.count, rows.count)
      rows.append(row)
    }
  }
}

extension ComplianceData.Lane {
  fileprivate func isSame(as other: ComplianceData.Lane) -> Bool {
    var one = self
    one.readings = other.readings
    return one == other
  }
}

/// Spans that together cover, certainly and possibly, what some spans do, in order and without overlaps.
///
/// What is certain is kept to the second; between two certain stretches it is possible, where any span is.
func united(_ spans: [Span]) -> [Span] {
  typealias Stretch = (from: Moment, to: Moment)
  func union(_ stretches: [Stretch]) -> [Stretch] {
    var united: [Stretch] = []
    for stretch in stretches.filter({ $0.from < $0.to }).sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      if let last = united.last, stretch.from <= last.to {
        united[united.count - 1].to = max(last.to, stretch.to)
      } else {
        united.append(stretch)
      }
    }
    return united
  }
  let sound = spans.filter { !$0.isContradictory }
  let certain = union(sound.map { ($0.latestStart, $0.earliestEnd) })
  return union(sound.map { ($0.earliestStart, $0.latestEnd) }).flatMap { whole -> [Span] in
    let inside = certain.filter { $0.from >= whole.from && $0.to <= whole.to }
    guard !inside.isEmpty else {
      return [
        Span(earliestStart: whole.from, latestStart: whole.to, earliestEnd: whole.from, latestEnd: whole.to)
      ]
    }
    return inside.indices.map { index in
      let (from, to) = inside[index]
      return Span(
        earliestStart: index == 0 ? whole.from : from, latestStart: from, earliestEnd: to,
        latestEnd: index + 1 < inside.count ? inside[index + 1].from : whole.to)
    }
  }
}
