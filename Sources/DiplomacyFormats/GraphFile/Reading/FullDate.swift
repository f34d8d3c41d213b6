import Chronology

extension Node {
  /// Whether it is a date in full: `{ date: 1941~, circa: P2Y }`.
  var isFullDate: Bool {
    guard case .mapping(let mapping) = self, !mapping.isEmpty else { return false }
    return mapping.allSatisfy { key, _ in GraphFileKeys.fullDate.contains(key.string ?? "") }
  }
}

extension Findings {
  /// How far approximate dates reach: a period of a day or longer.
  mutating func reach(_ node: Node) -> Period? {
    guard let period = period(node, "how far '~' reaches to each side") else { return nil }
    guard period.hours == 0, period.minutes == 0, period.seconds == 0, period != Period() else {
      error(node.place, "found '\(period)'; expected years, months, weeks or days, such as P2Y.")
      return nil
    }
    return period
  }

  /// A date with how far it reaches: `{ date: 1941~, circa: P2Y }`.
  mutating func fullDate(_ mapping: Node.Mapping, at node: Node, offset: UTCOffset?) -> HistoricalDate? {
    let fields = Fields(
      mapping, place: node.place, what: "a date in full", known: GraphFileKeys.fullDate, findings: &self)
    guard let written = fields["date"] else {
      error(node.place, "'circa' stands without 'date'; expected both.")
      return nil
    }
    if case .mapping = written.value {
      error(written.value.place, "found \(written.value.found); expected a date in EDTF.")
      return nil
    }
    let common = circa
    if let field = fields["circa"], let own = reach(field.value) { circa = own }
    let date = date(written.value, "a date", offset: offset)
    circa = common
    if let date, let field = fields["circa"], !date.isApproximate {
      error(
        field.keyPlace,
        "'\(date)' is not marked as approximate, so that 'circa' widens nothing; expected '~' or '%' in the date."
      )
    }
    return date
  }
}
