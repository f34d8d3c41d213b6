import Chronology
public import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// When agreements were in force, and each member in them, and from which acts and terms that follows.
/// - Parameters:
///   - views: The graph under each reading; all of one graph and one date.
///   - agreements: The agreements; empty: all.
public func lifeReport(_ views: [GraphView], of agreements: [EntityID]) -> Report {
  let isDated = views.first?.options.at != nil
  let isRead = views.contains { $0.options.reading != nil }
  let rows = toldOnce(
    views.map { view in
      let chosen = view.graph.entities(.agreement).filter { entity in
        (agreements.isEmpty || agreements.contains(entity.id)) && view.sees(entity)
      }
      return (
        view.options.reading,
        chosen.flatMap { lives(of: $0, in: view) }.map { (key: [$0.agreement, $0.member ?? ""], answer: $0) }
      )
    }
  ).map { (reading: $0.text, readings: $0.readings, life: $0.answer) }
  let hasReservations = rows.contains { !$0.life.reservations.isEmpty }
  let columns =
    (isRead ? ["reading"] : []) + ["agreement", "member"] + (isDated ? ["holds"] : [])
    + ["in-force", "begins", "ends"] + (hasReservations ? ["reservations"] : []) + ["sources"]
  let table = Table(
    columns: columns,
    rows: rows.map { reading, _, row -> [Table.Cell] in
      let held: [Table.Cell] = isDated ? [.text(row.holds.map(lifeWord) ?? "")] : []
      let begins = row.begins.joined(separator: "; or ")
      return (isRead ? [.optional(reading)] : []) + [.text(row.agreement), .optional(row.member)] + held
        + [
          .text(row.spans), .text(begins), .text(row.ends.joined(separator: "; or ")),
        ] + (hasReservations ? [.text(row.reservations.joined(separator: "; "))] : []) + [
          .optional(row.sources.isEmpty ? nil : row.sources.joined(separator: "; "))
        ]
    }, namedBy: "agreement")
  let graph = views.first?.graph
  let language = graph?.language ?? "en"
  var prose = ""
  for (reading, _, row) in rows {
    let name = (graph?[EntityID(row.agreement)]?.label(in: language) ?? row.agreement)
    let member = row.member.map { " (\(graph?[EntityID($0)]?.label(in: language) ?? $0))" } ?? ""
    let under = reading.map { $0 == "all" && views.count > 1 ? ", under all readings" : ", \($0)" } ?? ""
    let holds = row.holds.map { " — \(lifeWord($0))" } ?? ""
    prose += "- **\(markdownText(name + member + under))**: \(markdownText(row.spans))\(holds). "
    let reasons = (row.begins + row.ends + row.reservations).joined(separator: "; ")
    if !reasons.isEmpty { prose += markdownText(reasons.capitalizedFirst) + "." }
    prose += row.sources.isEmpty ? "\n" : " [\(markdownText(row.sources.joined(separator: "; ")))]\n"
  }
  return Report(
    question: .object([
      "command": .string("life"), "of": .array(agreements.map { .string($0.rawValue) }),
      "at": .optional(views.first?.options.at?.text),
      "reading": .array(views.compactMap { $0.options.reading?.rawValue }.map { .string($0) }),
    ]).asked(of: views.first),
    conventions: [
      "in force: first and last day, both included; a bound in brackets is uncertain, '..' is open",
      "terms: a period counted from a day ends with the day of the same number, included (European Convention on the "
        + "Calculation of Time-Limits, 1972, art. 4)",
      "notice: in time when the period of notice is over by the last day of the term; otherwise it ends the first later term for which it is in time",
      "members: a row of its own where a member's time differs from the agreement's, or where it made a reservation; "
        + "'A and B' where the agreement does not hold between two members that both take part in it",
    ]
      + (views.count > 1
        ? ["reading: 'all' where every reading gives the same answer; otherwise those that give it"] : [])
      + (isDated ? ["holds: \(holdingWords)"] : [])
      + (views.first?.conventions.filter {
        isRead ? !$0.hasPrefix("reading:") && !$0.hasPrefix("readings:") : true
      } ?? []),
    table: table,
    results: .array(
      rows.map { reading, readings, row in
        .object([
          "reading": .optional(reading), "readings": .array(readings.map { .string($0.rawValue) }),
          "agreement": .string(row.agreement),
          "member": .optional(row.member),
          "holds": .optional(row.holds.map(lifeWord)), "in-force": .string(row.spans),
          "begins": .array(row.begins.map { .string($0) }), "ends": .array(row.ends.map { .string($0) }),
          "reservations": .array(row.reservations.map { .string($0) }),
          "between": .array(row.between.map { .string($0.rawValue) }),
          "sources": .array(row.sources.map { .string($0) }),
        ])
      }),
    prose: prose)
}

/// The life of an agreement, or of one member in it.
private struct LifeRow: Equatable {
  let agreement: String
  let member: String?
  let holds: Holding?
  let spans: String
  let begins: [String]
  let ends: [String]
  var reservations: [String] = []
  /// Those between whom it does not hold, though all of them take part.
  var between: [EntityID] = []
  let sources: [String]
}

private func lives(of agreement: Entity, in view: GraphView) -> [LifeRow] {
  guard let course = view.course(of: agreement.id) else { return [] }
  var seen: Set<EntityID> = []
  let members = view.graph.statements(about: agreement.id).filter { statement in
    statement.object == agreement.id && [.party, .guarantor].contains(statement.role)
      && view.counts(statement.attestation) && view.sees(statement)
      && seen.insert(statement.subject).inserted
  }
  return [row(course, agreement, nil, view)]
    + members.compactMap { member in
      let own = view.course(of: member.subject, in: agreement.id) ?? course
      if let when = member.when {
        return row(
          LifeCourse(spans: [Span(when)], beginnings: [], endings: []), agreement, member, view)
      }
      let reserved = view.reservations(to: agreement).filter { $0.by == member.subject }
      if own.spans == course.spans && reserved.isEmpty { return nil }
      var row = row(own, agreement, member, view)
      row.reservations = reserved.map { $0.sentence(in: view.graph) }
      return row
    } + view.separations(in: agreement.id).flatMap { apart($0, agreement, view) }
}

/// Those between whom an agreement does not hold that all of them are parties to: in one row those of the same day, and in
/// another each that came later with those before.
private func apart(_ separation: Separation, _ agreement: Entity, _ view: GraphView) -> [LifeRow] {
  let turns = separation.starts
  func start(_ member: EntityID) -> [Moment] { turns[member].map { [$0.latest, $0.earliest] } ?? [] }
  var earlier: [EntityID] = []
  var rows: [LifeRow] = []
  let days = Set(separation.members.map(start)).sorted { $0.lexicographicallyPrecedes($1) }
  for day in days {
    let joined = separation.members.filter { start($0) == day }
    let all = earlier + joined
    defer { earlier = all }
    // As long as the first of them to be parties were bound to each other.
    let spans = joined.flatMap { one in
      all.filter { $0 != one }.map { view.relation(between: one, and: $0, in: agreement.id) }
    }.filter { !$0.isEmpty }.min { $0[0].earliestStart < $1[0].earliestStart }
    guard let spans, let end = spans.last?.latestEnd,
      end < view.course(of: agreement.id)?.hull?.latestEnd ?? .distantFuture
        || separation.latestEnd != .distantFuture
    else { continue }
    var sources: [String] = []
    for citation in joined.flatMap({ turns[$0]?.citations ?? [] }) where !sources.contains(citation.text) {
      sources.append(citation.text)
    }
    let names =
      earlier.isEmpty
      ? listed(joined.map(\.rawValue))
      : "\(listed(joined.map(\.rawValue))) with \(listed(earlier.map(\.rawValue)))"
    rows.append(
      LifeRow(
        agreement: agreement.id.rawValue, member: names,
        holds: view.options.at.map { date in
          view.holding(spans.reduce(Answer.no) { $0 || $1.covers(date) }, spans)
        },
        spans: spans.map(\.text).joined(separator: "; "), begins: [],
        ends: [separation.sentence(in: view.graph)], between: all, sources: sources))
  }
  return rows
}

private func row(_ course: LifeCourse, _ agreement: Entity, _ member: Statement?, _ view: GraphView)
  -> LifeRow
{
  let turns = course.beginnings + course.endings
  var sources: [String] = []
  for citation in turns.flatMap(\.citations) + (member?.attestation.citations ?? [])
  where !sources.contains(citation.text) {
    sources.append(citation.text)
  }
  let isStated = member?.when != nil
  return LifeRow(
    agreement: agreement.id.rawValue,
    member: member?.subject.rawValue,
    holds: view.options.at.map { _ in member.map { view.holding(of: $0) } ?? view.holding(of: agreement) },
    spans: course.spans.isEmpty
      ? (course.beginnings.isEmpty ? "unknown" : "never") : course.spans.map(\.text).joined(separator: "; "),
    begins: isStated
      ? ["stated of this member"] : course.beginnings.map { $0.sentence(isEnd: false, in: view.graph) },
    ends: course.endings.map { $0.sentence(isEnd: true, in: view.graph) }, sources: sources)
}

/// Whether it was in force on a date, in a word.
private func lifeWord(_ holding: Holding) -> String { holding == .not ? "no" : holding.rawValue }

/// An answer in words, for a table.
func answerWord(_ answer: Answer) -> String {
  switch answer {
  case .yes: "yes"
  case .no: "no"
  case .maybe: "maybe"
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
