import Chronology
import Diplomacy

/// A line of a timeline.
struct TimelineRow: Sendable {
  /// What a line is about.
  enum Subject: Hashable, Sendable {
    case heading
    case agreement
    /// The agreement above under some of the readings.
    case lane
    /// A member's own time in the agreement above.
    case member
    /// An office that a person held.
    case office
  }

  /// A mark on the line: what was done, and when it may have been.
  struct Mark: Sendable {
    let act: Act.Kind
    let date: HistoricalDate
    let assertion: Assertion
    let text: String
  }

  var subject: Subject
  var id: EntityID?
  var label: String
  var spans: [Span] = []
  var assertion = Assertion.plain
  var isSecret = false
  var marks: [Mark] = []
  var tooltip: String?
  /// The reading of a lane; nil where all agree.
  var reading: String?
}

/// An event on a timeline.
struct TimelineEvent: Sendable {
  let id: EntityID
  let label: String
  let span: Span
  let assertion: Assertion
  let isSecret: Bool
  let tooltip: String
}

/// The lines and events of a timeline, in order.
struct TimelineRows {
  private let view: GraphView
  private let choice: PictureChoice
  private let options: TimelineOptions
  private let scope: PictureScope
  /// The same graph under each of its readings, where all are looked at together.
  private let readings: [(title: String, view: GraphView)]

  init(_ view: GraphView, _ choice: PictureChoice, _ options: TimelineOptions, _ scope: PictureScope) {
    self.view = view
    self.choice = choice
    self.options = options
    self.scope = scope
    readings =
      view.options.reading != nil
      ? []
      : view.graph.readingCombinations.map { reading in
        var options = view.options
        options.reading = reading
        return (
          view.graph.title(of: reading, in: scope.language).asLabel, GraphView(view.graph, options)
        )
      }
  }

  // MARK: Lines

  func rows(_ chosen: ChosenActors) -> [TimelineRow] {
    let agreements = chosen.participations.filter { lies($0.spans, $0.date) }
    var rows: [TimelineRow]
    switch options.grouping {
    case .none: rows = agreements.flatMap(lines)
    case .kind:
      let kinds = EntityKind.core(.agreement)
      let groups = Dictionary(grouping: agreements) { $0.agreement.kind }
      func rank(_ kind: EntityKind) -> (Int, String) {
        (kinds.firstIndex(of: kind) ?? kinds.count, kind.name)
      }
      rows = groups.keys.sorted { rank($0) < rank($1) }.flatMap { kind in
        [heading(scope.words[kind].capitalizedFirst)] + (groups[kind] ?? []).flatMap(lines)
      }
    case .actor:
      rows = chosen.actors.flatMap { actor -> [TimelineRow] in
        let own = agreements.filter { $0.members.contains { $0.actor == actor.id } }
        return own.isEmpty ? [] : [heading(scope.name(actor.id), actor.id)] + own.flatMap(lines)
      }
    }
    if choice.hasPersons { rows += offices }
    return rows
  }

  private func heading(_ label: String, _ id: EntityID? = nil) -> TimelineRow {
    TimelineRow(subject: .heading, id: id, label: label)
  }

  /// Whether something lies in the time that is drawn.
  private func lies(_ spans: [Span], _ date: HistoricalDate?) -> Bool {
    if let date, choice.mayHold(date.earliest, date.latest) { return true }
    return spans.contains { !$0.isContradictory && choice.mayHold($0.earliestStart, $0.latestEnd) }
  }

  /// The line of an agreement, or where readings differ a line for each, and those of its members.
  private func lines(of participation: Participation) -> [TimelineRow] {
    let entity = participation.agreement
    let whole = TimelineRow(
      subject: .agreement, id: entity.id, label: scope.name(entity.id), spans: participation.spans,
      assertion: participation.assertion, isSecret: participation.isSecret, marks: marks(of: entity),
      tooltip: entity.name.text(in: scope.language))
    // Readings that agree share a lane.
    var lanes: [(titles: [String], spans: [Span])] = []
    for reading in readings {
      let spans = reading.view.presence(of: entity)
      if let lane = lanes.firstIndex(where: { $0.spans == spans }) {
        lanes[lane].titles.append(reading.title)
      } else {
        lanes.append(([reading.title], spans))
      }
    }
    var rows = [whole]
    if lanes.count > 1 {
      rows[0].spans = []
      rows[0].marks = []
      rows += lanes.map { lane in
        var row = whole
        row.subject = .lane
        row.spans = lane.spans
        row.reading = scope.words.list(lane.titles)
        return row
      }
    }
    guard options.hasMembers else { return rows }
    return rows
      + participation.members.map { member in
        TimelineRow(
          subject: .member, id: member.actor, label: scope.name(member.actor), spans: member.spans,
          assertion: member.assertion, isSecret: member.isSecret)
      }
  }

  private func marks(of agreement: Entity) -> [TimelineRow.Mark] {
    (agreement.life?.acts ?? []).compactMap { act in
      guard let date = act.date, view.sees(act.attestation, of: agreement) else { return nil }
      let by = act.by.isEmpty ? "" : ", \(scope.words.list(act.by.map(scope.name)))"
      return TimelineRow.Mark(
        act: act.kind, date: date, assertion: Assertion(act.attestation),
        text: "\(scope.words[act.kind]), \(date.description(in: scope.language))\(by)")
    }
  }

  /// The offices that persons held, by person.
  private var offices: [TimelineRow] {
    let held = view.statements.filter { statement, _ in
      (statement.role == .represents || statement.role == .commands) && statement.when != nil
        && view.graph[statement.subject]?.kind == .person && lies(view.spans(of: statement), statement.when)
    }
    return held.map { statement, _ in
      let office = statement.office?.text(in: scope.language) ?? scope.words[statement.role]
      return TimelineRow(
        subject: .office, id: statement.subject,
        label: "\(scope.name(statement.subject)), \(office.asLabel) (\(scope.name(statement.object)))",
        spans: view.spans(of: statement), assertion: Assertion(statement.attestation),
        isSecret: view.isSecret(statement.attestation))
    }
  }

  // MARK: Events

  /// The dated events, by date; none where only other things are asked for.
  func events(_ chosen: ChosenActors) -> [TimelineEvent] {
    guard choice.show.isEmpty || choice.show.contains(.events) else { return [] }
    let actors = Set(chosen.actors.map(\.id))
    return view.entities.compactMap { entity, _ -> TimelineEvent? in
      guard entity.category == .event, let when = entity.when, lies([Span(when)], when) else { return nil }
      if choice.isNarrow {
        let linked = view.statements(about: entity.id).contains {
          actors.contains($0.statement.subject) || actors.contains($0.statement.object)
        }
        guard linked else { return nil }
      }
      return TimelineEvent(
        id: entity.id, label: scope.name(entity.id), span: Span(when),
        assertion: Assertion(entity.attestation), isSecret: view.isSecret(entity.attestation),
        tooltip: "\(entity.name.text(in: scope.language)), \(when.description(in: scope.language))")
    }.sorted { ($0.span.earliestStart, $0.id.rawValue) < ($1.span.earliestStart, $1.id.rawValue) }
  }
}
