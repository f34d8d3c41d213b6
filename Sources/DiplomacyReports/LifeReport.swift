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
  let rows = views.flatMap { view in
    view.graph.entities(.agreement).filter { entity in
      (agreements.isEmpty || agreements.contains(entity.id)) && view.isSeen(entity)
    }.flatMap { lives(of: $0, in: view) }
  }
  let columns =
    (isRead ? ["reading"] : []) + ["agreement", "member"] + (isDated ? ["holds"] : [])
    + ["in-force", "begins", "ends", "certainty", "sources"]
  let table = Table(
    columns: columns,
    rows: rows.map { row -> [Table.Cell] in
      let held: [Table.Cell] = isDated ? [.text(row.holds.map(answerWord) ?? "")] : []
      let begins = row.begins.joined(separator: "; or ")
      return (isRead ? [.optional(row.reading)] : []) + [.text(row.agreement), .optional(row.member)] + held
        + [
          .text(row.spans), .text(begins), .text(row.ends.joined(separator: "; or ")),
          .optional(row.certainty?.rawValue),
          .optional(row.sources.isEmpty ? nil : row.sources.joined(separator: "; ")),
        ]
    }, namedBy: "agreement")
  let graph = views.first?.graph
  let language = graph?.language ?? "en"
  var prose = ""
  for row in rows {
    let name = (graph?[EntityID(row.agreement)]?.label(in: language) ?? row.agreement)
    let member = row.member.map { " (\(graph?[EntityID($0)]?.label(in: language) ?? $0))" } ?? ""
    let reading = row.reading.map { ", \($0)" } ?? ""
    let holds = row.holds.map { " — \(answerWord($0))" } ?? ""
    prose +=
      "- **\(markdownText(name + member + reading))**: \(markdownText(row.spans))\(row.certainty.map { " (\($0.words))" } ?? "")\(holds). "
    let reasons = (row.begins + row.ends).joined(separator: "; ")
    if !reasons.isEmpty { prose += markdownText(reasons.capitalizedFirst) + "." }
    prose += row.sources.isEmpty ? "\n" : " [\(markdownText(row.sources.joined(separator: "; ")))]\n"
  }
  return Report(
    question: .object([
      "command": .string("life"), "of": .array(agreements.map { .string($0.rawValue) }),
      "at": .optional(views.first?.options.at?.text),
      "reading": .array(views.compactMap { $0.options.reading?.rawValue }.map { .string($0) }),
    ]),
    conventions: [
      "in force: first and last day, both included; a bound in brackets is uncertain, '..' is open",
      "terms: a period counted from a day ends with the day of the same number, included (European Convention on the "
        + "Calculation of Time-Limits, 1972, art. 4)",
      "notice: in time when the period of notice is over by the last day of the term; otherwise it ends the first later term for which it is in time",
      "members: a row of its own where a member's time differs from the agreement's",
    ] + certaintyConvention(rows.map(\.certainty)) + [backingConvention]
      + (views.first?.conventions.filter { isRead ? !$0.hasPrefix("reading:") : true } ?? []),
    table: table,
    results: .array(
      rows.map { row in
        .object([
          "reading": .optional(row.reading), "agreement": .string(row.agreement),
          "member": .optional(row.member),
          "holds": .optional(row.holds.map(answerWord)), "in-force": .string(row.spans),
          "begins": .array(row.begins.map { .string($0) }), "ends": .array(row.ends.map { .string($0) }),
          "certainty": .optional(row.certainty?.rawValue),
          "sources": .array(row.sources.map { .string($0) }),
          "inherited": .array(row.inherited.map { .string($0) }),
        ])
      }),
    prose: prose)
}

/// The life of an agreement, or of one member in it.
private struct LifeRow {
  let reading: String?
  let agreement: String
  let member: String?
  let holds: Answer?
  let spans: String
  let begins: [String]
  let ends: [String]
  let certainty: Certainty?
  let sources: [String]
  /// Those of them that are of the agreement, as what is said of its life has none.
  let inherited: [String]
}

extension GraphView {
  /// Whether an agreement is seen at all, in force at the view's date or not.
  fileprivate func isSeen(_ agreement: Entity) -> Bool {
    guard options.at != nil else {
      return graph.position(of: agreement.id).map { entityAnswers[$0] != .no } ?? false
    }
    return sees(agreement.attestation) && !options.withoutEntities.contains(agreement.id)
  }
}

private func lives(of agreement: Entity, in view: GraphView) -> [LifeRow] {
  guard let course = view.course(of: agreement.id) else { return [] }
  var seen: Set<EntityID> = []
  let members = view.graph.statements(about: agreement.id).filter { statement in
    statement.object == agreement.id && [.party, .guarantor].contains(statement.role)
      && view.counts(statement.attestation) && seen.insert(statement.subject).inserted
  }
  return [row(course, agreement, nil, view)]
    + members.compactMap { member in
      let own = view.course(of: member.subject, in: agreement.id) ?? course
      if let when = member.when {
        return row(
          LifeCourse(spans: [Span(when)], beginnings: [], endings: []), agreement, member, view)
      }
      return own.spans == course.spans ? nil : row(own, agreement, member, view)
    }
}

private func row(_ course: LifeCourse, _ agreement: Entity, _ member: Statement?, _ view: GraphView)
  -> LifeRow
{
  let graph = view.graph
  let backings = (course.beginnings + course.endings).map { $0.backing(in: agreement.id, graph) }
  let member = member.map { ($0, graph.backing(of: $0)) }
  let all = backings.flatMap(\.citations) + (member?.1.citations ?? [])
  let inherited =
    backings.flatMap(\.inherited) + (member.map { $0.1.isInherited ? $0.1.citations : [] } ?? [])
  let own = Set(all).subtracting(inherited)
  let certainties = (course.beginnings + course.endings).map { $0.certainty(in: agreement, graph) }
  let isStated = member?.0.when != nil
  return LifeRow(
    reading: view.options.reading?.rawValue, agreement: agreement.id.rawValue,
    member: member?.0.subject.rawValue,
    holds: view.options.at.map { date in
      course.spans.isEmpty && course.beginnings.isEmpty && !isStated
        ? .maybe : course.spans.reduce(.no) { $0 || $1.covers(date) }
    },
    spans: course.spans.isEmpty
      ? (course.beginnings.isEmpty ? "unknown" : "never") : course.spans.map(\.text).joined(separator: "; "),
    begins: isStated
      ? ["stated of this member"]
      : course.beginnings.map {
        $0.sentence(isEnd: false, in: graph) + certaintySuffix($0.certainty(in: agreement, graph))
      },
    ends: course.endings.map {
      $0.sentence(isEnd: true, in: graph) + certaintySuffix($0.certainty(in: agreement, graph))
    },
    certainty: .least(certainties + [agreement.attestation.certainty, member?.0.attestation.certainty]),
    sources: unique(all).map(\.text), inherited: unique(inherited).filter { !own.contains($0) }.map(\.text))
}

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
