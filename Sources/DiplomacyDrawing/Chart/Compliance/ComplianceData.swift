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
    let creditors: [EntityID]
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
    struct Alike: Hashable {
      let agreement: EntityID
      let obligation: StatementID
      let lanes: [Lane]
    }
    var rows: [Row] = []
    var rowOf: [Alike: Int] = [:]
    for key in order {
      let verdicts = told[key] ?? []
      guard let first = verdicts.first else { continue }
      let lanes = Self.lanes(verdicts, compliance.readings)
      let alike = Alike(agreement: key.agreement, obligation: key.obligation, lanes: lanes)
      if let row = rowOf[alike] {
        rows[row].debtors.append(key.debtor)
      } else {
        rowOf[alike] = rows.count
        rows.append(
          Row(
            agreement: key.agreement, obligation: first.obligation, debtors: [key.debtor],
            creditors: Self.distinct(verdicts.flatMap(\.creditors)), lanes: lanes))
      }
    }
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
