import Chronology
import Diplomacy

/// What must end and is written without an end, and ends that are open (`..`) or unknown (`/`) where the graph knows better.
extension LintedFile {
  // MARK: Without an end

  /// Ties that hold as long as somebody holds an office, belongs to something or has a territory in his hands.
  private static let lasting: Set<Role> = [.represents, .memberOf, .commands, .controls, .occupies]

  /// Events that go on for ever, links that last and are written as one date, and suspensions that nothing ends.
  func withoutEnd() -> [LintWarning] {
    let events = graph.entities.compactMap { event -> LintWarning? in
      guard event.category == .event, let date = event.when, date.shape == .interval, date.end == .open,
        event.attestation.modality == .actual
      else { return nil }
      return LintWarning(
        rule: .withoutEnd, place: places.entities[event.id], about: [event.id.rawValue],
        message:
          "the event '\(event.id)' at '\(date)' never ends; expected an end. Write its last day, or '\(date.startText)/' "
          + "if that is not known.")
    }
    let links = graph.statements.compactMap { statement -> LintWarning? in
      guard Self.lasting.contains(statement.role), let date = statement.when, date.shape == .point,
        let precision = date.precision, precision > .day, statement.attestation.modality == .actual
      else { return nil }
      return LintWarning(
        rule: .withoutEnd, place: places.statements[statement.id], about: subjects(of: statement),
        message:
          "\(words(statement)) at '\(date)' holds on one day of it alone; expected an interval. Write its end, as in "
          + "'\(date.edtf)/\(date.edtf)', or '\(date.edtf)/' if that is not known.")
    }
    return events + links + suspensionsWithoutEnd()
  }

  private func suspensionsWithoutEnd() -> [LintWarning] {
    graph.entities.flatMap { agreement -> [LintWarning] in
      guard let life = agreement.life, !life.statedInForce.contains(where: { $0.date?.end != .open }),
        !life.terms.contains(where: { $0.duration != nil || $0.until != nil || $0.endsWith != nil })
      else { return [] }
      let acts = life.acts
      return acts.enumerated().compactMap { index, act in
        guard act.kind == .suspension, act.attestation.modality == .actual, let date = act.date,
          date.shape != .interval || date.end == .open, act.until == nil, act.period == nil,
          !acts.contains(where: { $0.kind == .resumption || $0.kind == .termination || $0.kind == .expiry })
        else { return nil }
        return LintWarning(
          rule: .withoutEnd, place: place(ofAct: index, of: agreement.id), about: [agreement.id.rawValue],
          message:
            "the suspension of '\(agreement.id)' at '\(date)' never ends; expected an end. Add 'until', an act "
            + "'resumption' or the end of the agreement.")
      }
    }
  }

  private func words(_ statement: Statement) -> String {
    "the link '\(statement.role)' of '\(statement.subject)' to '\(statement.object)'"
  }

  // MARK: Open or unknown

  /// Links without an end (`..`) of a person, or of something that ceased to exist, and existences without an end, or with one that
  /// is not known (`/`), of an actor that has a successor.
  func openEnds() -> [LintWarning] {
    let links = graph.statements.compactMap { statement -> LintWarning? in
      guard let date = statement.when, date.shape == .interval, date.end == .open,
        statement.attestation.modality == .actual
      else { return nil }
      let ends = [statement.subject, statement.object, statement.onBehalfOf].compactMap { $0 }
      let reason =
        ends.first { graph[$0]?.kind == .person }.map { "'\($0)' is a person" }
        ?? ends.lazy.compactMap { id in lastDay(of: id).map { "'\(id)' exists no longer than '\($0)'" } }
        .first
      return reason.map { reason in
        LintWarning(
          rule: .openEnd, place: places.statements[statement.id], about: subjects(of: statement),
          message:
            "\(words(statement)) at '\(date)' never ends, but \(reason); expected an end. Write it, or "
            + "'\(date.startText)/' if it is not known.")
      }
    }
    return links + succeeded()
  }

  /// The end of the existence of an entity, as it is written; nil where it is open, unknown, doubtful or of some readings alone.
  private func lastDay(of id: EntityID) -> HistoricalDate? {
    guard let entity = graph[id], entity.category == .actor || entity.category == .territory,
      entity.existence.allSatisfy({ $0.attestation.readings.isEmpty && $0.attestation.modality == .actual })
    else { return nil }
    let periods = entity.existence.isEmpty ? [entity.when].compactMap { $0 } : entity.existence.map(\.date)
    let ends = periods.compactMap { period -> HistoricalDate? in
      if case .date(let end)? = period.end { end } else { nil }
    }
    guard !periods.isEmpty, ends.count == periods.count, !ends.contains(where: \.isDoubtful) else {
      return nil
    }
    return ends.max { $0.latest < $1.latest }
  }

  private func succeeded() -> [LintWarning] {
    var seen: Set<EntityID> = []
    return graph.statements.compactMap { statement in
      guard statement.role == .successorOf, statement.attestation.modality == .actual,
        let old = graph[statement.object], let new = graph[statement.subject], old.existence.isEmpty,
        let date = old.when, date.shape == .interval, date.end == .open || date.end == .unknown,
        let begins = new.when ?? new.existence.first?.date, date.certainlyBegins(before: begins),
        case .date(let first)? = begins.start, seen.insert(old.id).inserted
      else { return nil }
      let found = date.end == .open ? "never ends" : "has an end that is not known"
      return LintWarning(
        rule: .openEnd, place: places.entities[old.id], about: [old.id.rawValue, new.id.rawValue],
        message:
          "the existence of '\(old.id)' at '\(date)' \(found), but '\(new.id)' succeeds it and exists from "
          + "'\(first)'; expected an end by then. Write it, or '\(date.startText)/[..\(first.edtf)]' if it is not known."
      )
    }
  }

  /// Memberships without an end in an agreement that ended, and stated spans whose end is said to be unknown though it follows
  /// from acts and terms; under the reading that is looked at.
  func openEndsOfLives() -> [LintWarning] {
    inLives { agreement, life, standpoint in
      let stated = derived.flatMap { $0.view.course(of: agreement.id) }.map { course in
        life.statedInForce.enumerated().compactMap { index, stated -> LintWarning? in
          guard standpoint.counts(stated.attestation), let date = stated.date, date.end == .unknown,
            let last = ending(course)
          else { return nil }
          let places = places.lives[agreement.id]?.statedInForce ?? []
          return LintWarning(
            rule: .openEnd, place: places.indices.contains(index) ? places[index] : nil,
            about: [agreement.id.rawValue],
            message:
              "'\(agreement.id)' is stated to be in force in '\(date)', whose end is not known, but by its acts and terms it "
              + "ends with \(last); expected that end. Write it, or leave out 'in-force'.")
        }
      }
      guard let course = standpoint.view.course(of: agreement.id), let last = ending(course) else {
        return stated ?? []
      }
      let members = graph.statements(about: agreement.id).compactMap { statement -> LintWarning? in
        guard statement.object == agreement.id, Role.participations.contains(statement.role),
          standpoint.counts(statement.attestation), let date = statement.when, date.end == .open
        else { return nil }
        return LintWarning(
          rule: .openEnd, place: places.statements[statement.id], about: subjects(of: statement),
          message:
            "\(words(statement)) at '\(date)' never ends, but the agreement ends with \(last); expected an end. Write "
            + "it, or leave out 'when' if it lasts as long as the agreement.")
      }
      return (stated ?? []) + members
    }
  }

  /// The last day of a course that certainly ends, in words; nil where nothing ends it, or nobody knows what does.
  private func ending(_ course: LifeCourse) -> String? {
    guard let hull = course.hull, !hull.isContradictory, !hull.latestEnd.isOpen, !hull.earliestEnd.isOpen,
      !course.endings.isEmpty,
      course.endings.allSatisfy({ $0.cause != .undecided && $0.cause != .never })
    else { return nil }
    let (first, last) = (hull.earliestEnd.adding(seconds: -1).day, hull.latestEnd.adding(seconds: -1).day)
    return first == last ? "\(first)" : "a day from \(first) to \(last)"
  }
}

extension HistoricalDate {
  /// The start of an interval as it is written in the format.
  fileprivate var startText: String {
    if case .date(let start)? = start { start.edtf } else { "" }
  }
}
