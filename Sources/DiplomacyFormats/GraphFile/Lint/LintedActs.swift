import Chronology
import Diplomacy

/// Acts and deeds of a day that are written as if they lasted.
extension LintedFile {
  /// Acts that are written as intervals. A suspension may last; any other act of the core is done on one day.
  func actsThatLast() -> [LintWarning] {
    graph.entities.flatMap { entity -> [LintWarning] in
      let acts = (entity.life?.acts ?? []).enumerated().compactMap { index, act -> LintWarning? in
        guard Act.Kind.core.contains(act.kind), act.kind != .suspension, let date = act.date,
          date.shape == .interval
        else { return nil }
        return lasting(
          "the \(act.kind) of '\(entity.id)'", date, place(ofAct: index, of: entity.id), entity.id)
      }
      // An event may last; of one that is done in a day the two styles of that day are told.
      guard let date = entity.when, Self.deeds.contains(entity.kind), date.stylesOfOneDay != nil else {
        return acts
      }
      return acts + [
        lasting("the \(entity.kind.name) '\(entity.id)'", date, places.entities[entity.id], entity.id)
      ]
    }
  }

  private static let deeds = Set(
    [
      "declaration-of-war", "note", "statement", "appointment", "decision", "surrender", "publication",
      "disclosure", "recognition", "attack",
    ].map { EntityKind(.event, $0) })

  private func lasting(
    _ what: String, _ date: HistoricalDate, _ place: Diagnostic.Place?, _ id: EntityID
  ) -> LintWarning {
    let advice: String
    if let (old, new) = date.stylesOfOneDay {
      advice =
        "expected one day. These two are one day in Old and in New Style: write '{ os: \(old), ns: \(new) }'."
    } else if case .date(let first)? = date.start, case .date(let last)? = date.end {
      advice = "expected one day. If it is one of these days, write '[\(first.edtf)..\(last.edtf)]'."
    } else {
      advice = "expected one day. Write the day, or between which days it lies."
    }
    return LintWarning(
      rule: .actThatLasts, place: place, about: [id.rawValue],
      message: "\(what) at '\(date)' is written as if it lasted; \(advice)")
  }
}

extension HistoricalDate {
  /// The two days of an interval where they are the same day in the Julian and in the Gregorian calendar.
  fileprivate var stylesOfOneDay: (old: Day, new: Day)? {
    guard case .date(let start)? = start, case .date(let end)? = end, let first = start.certainDay,
      let last = end.certainDay, first != last
    else { return nil }
    let (year, month, day) = first.components
    return Day(julianYear: year, month: month, day: day) == last ? (first, last) : nil
  }
}
