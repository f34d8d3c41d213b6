import Chronology
import Diplomacy

/// A date of a graph file that is given by other dates: `{ after: fall-of-france, before: neutrality-pact }`.
struct RelativeDate {
  /// What a relation is to.
  enum Anchor {
    /// An event, or the signature of an agreement.
    case thing(String, Diagnostic.Place?)
    /// A date of its own.
    case date(HistoricalDate)
  }

  /// What is said of the date.
  typealias Relation = DateOrder.Relation

  /// Where the mapping stands.
  let place: Diagnostic.Place
  let relations: [(relation: Relation, anchor: Anchor)]
}

extension Findings {
  /// A relative date: noted, to be solved when all dates are known; nil until then.
  mutating func relativeDate(_ mapping: Node.Mapping, at node: Node, offset: UTCOffset?) -> HistoricalDate? {
    guard let place = node.place else { return nil }
    if let solved = solvedDates[place] { return solved }
    let fields = Fields(
      mapping, place: place, what: "a relative date (a set in braces stands in quotes: '{1941,1942}')",
      known: GraphFileKeys.relativeDate, findings: &self)
    var relations: [(relation: RelativeDate.Relation, anchor: RelativeDate.Anchor)] = []
    let exactly = fields["exactly"].flatMap { period($0.value, "a period") }
    if let field = fields["after"], let anchor = anchor(field.value, offset) {
      relations.append((exactly.map { .exactly($0) } ?? .after, anchor))
    }
    if let field = fields["before"], let anchor = anchor(field.value, offset) {
      relations.append((.before, anchor))
    }
    if let field = fields["within"], let period = period(field.value, "a period"), let of = fields["of"],
      let anchor = anchor(of.value, offset)
    {
      relations.append((.within(period), anchor))
    }
    for (key, partner) in [("within", "of"), ("of", "within"), ("exactly", "after")] {
      if let field = fields[key], fields[partner] == nil {
        error(field.keyPlace, "'\(key)' stands without '\(partner)'; expected both.")
      }
    }
    if mapping.isEmpty { error(place, "found an empty mapping; expected a date.") }
    if !relations.isEmpty { relativeDates.append(RelativeDate(place: place, relations: relations)) }
    return nil
  }

  /// An id, or a date.
  private mutating func anchor(_ node: Node, _ offset: UTCOffset?) -> RelativeDate.Anchor? {
    if case .scalar(let scalar) = node, Findings.isWord(scalar.string),
      (try? HistoricalDate(scalar.string, defaultOffset: offset)) == nil
    {
      return .thing(scalar.string, node.place)
    }
    if case .mapping(let mapping) = node, !Findings.isStyled(mapping) {
      error(node.place, "found a mapping; expected the id of an event or agreement, or a date.")
      return nil
    }
    return date(node, "the id of an event or agreement, or a date", offset: offset).map { .date($0) }
  }
}

extension DiplomaticGraph {
  /// Where the date stands to which others can be related: that of an event, or of an agreement's conclusion.
  func slotOfDate(of id: EntityID) -> DateSlot? {
    guard let position = position(of: id) else { return nil }
    let entity = entities[position]
    guard let life = entity.life else { return entity.category == .event ? .entity(position) : nil }
    let concluded = life.concluded(under: .every)
    return life.acts.firstIndex {
      ($0.kind == .signature || $0.kind == .entryIntoForce) && $0.date == concluded
    }
    .map { .act(position, number: $0) }
  }
}

/// Solves the relative dates of a graph file.
struct RelativeDateSolver {
  /// The dates of events and the signatures of agreements that the file gives outright.
  let dates: [(id: String, date: HistoricalDate)]
  /// The places of the dates that events and agreements have of their own.
  let owners: [Diagnostic.Place: String]
  /// The offset of dates that have none.
  let offset: UTCOffset?

  /// The dates at their places.
  /// - Throws: The chain of dates that contradict each other.
  func solve(_ relativeDates: [RelativeDate]) throws(ConstraintError) -> [Diagnostic.Place: HistoricalDate?] {
    var system = ConstraintSystem()
    var ends: [String: String] = [:]
    for (id, date) in dates {
      guard date.shape == .interval || date.shape == .allOf else {
        system.declare(id, local(date.earliest, date.latest))
        continue
      }
      // What lasts has a beginning and an end: before it is before the one, after it is after the other.
      let end = "the end of \(id)"
      let first = beginning(date)
      let last = ending(date)
      system.declare(id, local(first.earliest, first.latest))
      system.declare(end, local(last.earliest, last.latest))
      ends[id] = end
    }
    for relative in relativeDates { system.declare(name(of: relative)) }
    for relative in relativeDates {
      let name = name(of: relative)
      for (relation, anchor) in relative.relations { constrain(&system, name, relation, anchor, ends) }
    }
    let solution = try system.solve()
    var solved: [Diagnostic.Place: HistoricalDate?] = [:]
    for relative in relativeDates {
      // A date that nothing bounds is kept as none.
      solved.updateValue(solution[name(of: relative)].flatMap { date($0) }, forKey: relative.place)
    }
    return solved
  }

  /// What messages call a relative date: whose it is, or where it stands.
  func name(of relative: RelativeDate) -> String {
    owners[relative.place] ?? "the date on line \(relative.place.line), column \(relative.place.column)"
  }

  private func constrain(
    _ system: inout ConstraintSystem, _ name: String, _ relation: RelativeDate.Relation,
    _ anchor: RelativeDate.Anchor, _ ends: [String: String]
  ) {
    // A date that is written out is outside of what is after or before it; a thing is some moment of its date.
    let (first, last, origin): (String, String, String)
    switch anchor {
    case .thing(let id, _):
      (first, last, origin) = (id, ends[id] ?? id, ends[id] ?? id)
      // An agreement or event without a date bounds nothing.
      system.declare(id)
    case .date(let date):
      (first, last, origin) = ("the beginning of \(date)", "the end of \(date)", "\(date)")
      system.declare(first, local(date.earliest, date.earliest))
      system.declare(last, local(date.latest, date.latest))
      system.declare(origin, local(ending(date).earliest, ending(date).latest))
    }
    switch relation {
    case .after: system.constrain(name, .after(last))
    case .before: system.constrain(name, .before(first))
    case .within(let period): system.constrain(name, .within(period, of: origin))
    case .exactly(let period): system.constrain(name, .exactly(period, after: origin))
    }
  }

  /// Bounds on the line of the default offset, whose days and months periods count.
  private func local(_ earliest: Moment, _ latest: Moment) -> UncertainMoment {
    let ahead = Int64(offset?.seconds ?? 0)
    return UncertainMoment(earliest: earliest.adding(seconds: ahead), latest: latest.adding(seconds: ahead))
  }

  private func beginning(_ date: HistoricalDate) -> HistoricalDate {
    if case .date(let start) = date.start { return start }
    return date
  }

  private func ending(_ date: HistoricalDate) -> HistoricalDate {
    if case .date(let end) = date.end { return end }
    return date
  }

  // MARK: - Bounds as a date

  /// One of the days between two local bounds; bounds at the edge of a day are taken for the day. Nil when both are open.
  private func date(_ bounds: UncertainMoment) -> HistoricalDate? {
    let earliest = bounds.earliest.isOpen ? nil : bound(bounds.earliest, isStart: true)
    let latest = bounds.latest.isOpen ? nil : bound(bounds.latest, isStart: false)
    return earliest == latest ? earliest : HistoricalDate(oneOfFrom: earliest, to: latest)
  }

  /// Each `after` and `before` moves a bound by a second; so many of them in a row still mean the day.
  private static let edge = 60

  /// The day or the second of a bound; only its year where days have no text, which leaves more open.
  private func bound(_ moment: Moment, isStart: Bool) -> HistoricalDate? {
    let isEdge = isStart ? moment.secondOfDay < Self.edge : moment.secondOfDay >= 86_400 - Self.edge
    let date =
      isEdge
      ? HistoricalDate(moment.day, defaultOffset: offset)
      : HistoricalDate(second: moment, defaultOffset: offset)
    return date ?? HistoricalDate(year: moment.day.year, defaultOffset: offset)
  }
}
