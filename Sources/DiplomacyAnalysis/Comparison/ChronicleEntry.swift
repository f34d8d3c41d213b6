public import Chronology
public import Diplomacy

/// A dated event of a view, a dated act of an agreement, or what follows from its acts and terms: that it entered into force,
/// ended, or began or ended for one member.
public struct ChronicleEntry: Sendable {
  /// Something that follows from acts and terms.
  public struct Derived: Sendable {
    /// When and why.
    public let turn: LifeCourse.Turn
    /// Whether something ended; else it began.
    public let isEnd: Bool
    /// The member for whom alone it did; nil: for the agreement.
    public let member: EntityID?
    /// The statement that makes it a member; nil where it acceded and no statement says so.
    public let statement: Statement?
    /// Whether it did; maybe where another end is possible, or none.
    public let answer: Answer
  }

  /// The event, or the agreement.
  public let entity: Entity
  /// The act; nil for an event and for what is derived.
  public let act: Act?
  /// What follows from acts and terms; nil for an event and an act.
  public let derived: Derived?
  /// When; of an end, the last day that belongs.
  public let date: HistoricalDate
  /// How it is attested.
  public var attestation: Attestation {
    act?.attestation ?? derived?.statement?.attestation ?? entity.attestation
  }

  /// How it follows the entry before; nil for the first.
  public let follows: Following?
}

extension GraphView {
  /// The events and acts of the view, and what follows from acts and terms, in order of time, those that may be earliest first.
  /// - Parameters:
  ///   - entities: The events and agreements that are told; empty: all.
  ///   - window: What may lie in it is told.
  /// - Complexity: O(*n* log *n*) with *n* events, acts and members.
  public func chronicle(of entities: [EntityID] = [], in window: ChronicleEntry.Window = .init())
    -> [ChronicleEntry]
  {
    let chosen = Set(entities)
    var found: [ChronicleDraft] = []
    for (entity, answer) in self.entities
    where answer != .no && counts(entity.attestation) && (chosen.isEmpty || chosen.contains(entity.id)) {
      if entity.category == .event, let date = entity.when {
        found.append(ChronicleDraft(entity: entity, date: date))
      }
      guard let life = entity.life else { continue }
      let acts = life.acts.filter { counts($0.attestation) && sees($0.attestation, of: entity) }
      for act in acts {
        if let date = act.date { found.append(ChronicleDraft(entity: entity, act: act, date: date)) }
      }
      found += turns(of: entity).filter { draft in !acts.contains { draft.repeats($0) } }
    }
    let sorted = found.filter { window.holds($0.date) != .no }.enumerated().sorted { one, other in
      let (mine, theirs) = (one.element.date.beginning, other.element.date.beginning)
      return (mine.earliest, mine.latest, one.element.rank, one.offset) < (
        theirs.earliest, theirs.latest, other.element.rank, other.offset
      )
    }.map(\.element)
    return sorted.enumerated().map { index, entry in
      let previous = index == 0 ? nil : sorted[index - 1]
      return ChronicleEntry(
        entity: entry.entity, act: entry.act, derived: entry.derived, date: entry.date,
        follows: previous.map { previous in
          entry.isSame(as: previous)
            ? .same(hasTime: entry.date.hasTime)
            : .init(previous.date.beginning, entry.date.beginning, graph.defaultOffset)
        })
    }
  }

  /// When an agreement entered into force and ended, and when it began and ended for those for whom it was otherwise.
  private func turns(of agreement: Entity) -> [ChronicleDraft] {
    guard let course = course(of: agreement.id) else { return [] }
    var drafts = turns(of: agreement, course)
    var seen: Set<EntityID> = []
    let members = statements(about: agreement.id).filter { statement, answer in
      answer != .no && statement.object == agreement.id && [.party, .guarantor].contains(statement.role)
        && counts(statement.attestation)
    }.map(\.statement)
    for statement in members where seen.insert(statement.subject).inserted {
      drafts +=
        statement.when == nil
        ? turns(of: statement.subject, in: agreement, course, statement) : stated(statement, of: agreement)
    }
    // Who acceded is a member, whether a statement says so or not.
    for act in agreement.life?.acts ?? []
    where act.kind == .accession && counts(act.attestation) && sees(act.attestation, of: agreement) {
      for actor in act.by where seen.insert(actor).inserted {
        drafts += turns(of: actor, in: agreement, course, nil)
      }
    }
    return drafts
  }

  /// When a member began and ended, where that is otherwise than for the agreement.
  private func turns(
    of actor: EntityID, in agreement: Entity, _ course: LifeCourse, _ statement: Statement?
  ) -> [ChronicleDraft] {
    guard let own = self.course(of: actor, in: agreement.id), own.spans != course.spans else { return [] }
    let beginnings = own.beginnings.filter { !course.beginnings.contains($0) }
    let endings = own.endings.filter { !course.endings.contains($0) }
    return turns(
      of: agreement, LifeCourse(spans: own.spans, beginnings: beginnings, endings: endings),
      (actor, statement),
      among: own)
  }

  /// The beginnings and ends of a course that no act of the chronicle tells by itself.
  private func turns(
    of agreement: Entity, _ course: LifeCourse, _ member: (actor: EntityID, statement: Statement?)? = nil,
    among all: LifeCourse? = nil
  ) -> [ChronicleDraft] {
    let all = all ?? course
    func drafts(_ turns: [LifeCourse.Turn], _ isEnd: Bool, _ alternatives: Int) -> [ChronicleDraft] {
      turns.compactMap { turn in
        guard turn.isTold, let date = date(of: turn, isEnd: isEnd, in: agreement) else { return nil }
        let isSure = alternatives == 1 && !turn.latest.isOpen && turn.cause != .undecided
        return ChronicleDraft(
          entity: agreement,
          derived: .init(
            turn: turn, isEnd: isEnd, member: member?.actor, statement: member?.statement,
            answer: isSure ? .yes : .maybe), date: date
        )
      }
    }
    // Of a member that came and went several times, each time begins and ends for certain.
    let times = member == nil ? 1 : max(1, min(all.spans.count, all.beginnings.count))
    return drafts(course.beginnings, false, max(1, all.beginnings.count - times + 1))
      + drafts(course.endings, true, max(1, all.endings.count - times + 1))
  }

  /// A membership of which the graph says when it lasted.
  private func stated(_ member: Statement, of agreement: Entity) -> [ChronicleDraft] {
    guard let when = member.when, when.shape == .interval else { return [] }
    let span = Span(when)
    func draft(_ date: HistoricalDate?, _ first: Moment, _ last: Moment, isEnd: Bool) -> ChronicleDraft? {
      guard let date else { return nil }
      let turn = LifeCourse.Turn(statedFrom: first, to: last, member.attestation.citations)
      return ChronicleDraft(
        entity: agreement,
        derived: .init(
          turn: turn, isEnd: isEnd, member: member.subject, statement: member, answer: .yes), date: date)
    }
    return [
      draft(when.start?.date, span.earliestStart, span.latestStart, isEnd: false),
      draft(when.end?.date, span.earliestEnd, span.latestEnd, isEnd: true),
    ].compactMap(\.self)
  }

  /// The days on which a turn may fall, of an end the last ones that belong; nil where nothing is known of them. What follows
  /// from a date in doubt is in doubt.
  private func date(of turn: LifeCourse.Turn, isEnd: Bool, in agreement: Entity) -> HistoricalDate? {
    if turn.cause == .stated, let stated = stated(turn, isEnd: isEnd, in: agreement) { return stated }
    if !isEnd, let begun = turn.act?.date?.beginning {
      let span = Span(begun)
      if (span.earliestStart, span.latestStart) == (turn.earliest, turn.latest) { return begun }
    }
    let offset = graph.defaultOffset
    func day(_ moment: Moment) -> HistoricalDate? {
      guard !moment.isOpen else { return nil }
      let local = (isEnd ? moment.adding(seconds: -1) : moment).adding(
        seconds: Int64((offset ?? .utc).seconds))
      return local.isEdgeOfDay
        ? HistoricalDate(local.day, defaultOffset: offset)
        : HistoricalDate(second: local, defaultOffset: offset)
    }
    let (first, last) = (day(turn.earliest), day(turn.latest))
    guard
      let date = first == last
        ? first
        : HistoricalDate(monthOrYearFrom: first, to: last) ?? HistoricalDate(oneOfFrom: first, to: last)
    else { return nil }
    let origins =
      [turn.act] + (turn.cause.isOfTerm ? course(of: agreement.id)?.beginnings.map(\.act) ?? [] : [])
    return date.doubtful(like: origins.compactMap { $0?.date })
  }

  /// The end of a stated span as it was written.
  private func stated(_ turn: LifeCourse.Turn, isEnd: Bool, in agreement: Entity) -> HistoricalDate? {
    agreement.life?.statedInForce.lazy.filter { sees($0.attestation, of: agreement) }.compactMap { stated in
      let span = stated.span
      let isSame =
        isEnd
        ? span.earliestEnd == turn.earliest && span.latestEnd == turn.latest
        : span.earliestStart == turn.earliest && span.latestStart == turn.latest
      return isSame ? (isEnd ? stated.date?.end : stated.date?.start)?.date : nil
    }.first
  }
}

/// An entry before it has its place.
private struct ChronicleDraft {
  let entity: Entity
  var act: Act?
  var derived: ChronicleEntry.Derived?
  let date: HistoricalDate

  /// Whether it is stated of a day of which an act says the same: an entry into force, an end, an accession or a withdrawal.
  func repeats(_ act: Act) -> Bool {
    guard let derived, derived.turn.cause == .stated, act.date?.earliest == date.earliest,
      act.date?.latest == date.latest
    else { return false }
    guard let member = derived.member else {
      return derived.isEnd ? act.kind == .termination || act.kind == .expiry : act.kind == .entryIntoForce
    }
    return act.kind == (derived.isEnd ? .withdrawal : .accession) && act.by.contains(member)
  }

  /// Whether it is the same happening as another one: an act, and what it brought about on that day.
  func isSame(as other: ChronicleDraft) -> Bool {
    guard entity.id == other.entity.id, date == other.date, let act = act ?? derived?.turn.act else {
      return false
    }
    return act == other.act ?? other.derived?.turn.act && derived?.isEnd != true
  }

  /// On the same day, what ends comes last, and what follows from acts after them.
  var rank: Int { derived.map { $0.isEnd ? 2 : 1 } ?? 0 }
}

extension LifeCourse.Turn {
  /// Whether a chronicle tells it besides the acts: it has a date, and no act is all of it.
  fileprivate var isTold: Bool {
    if earliest.isOpen && latest.isOpen { return false }
    return switch cause {
    case .act, .never, .notRatified: false
    default: true
    }
  }
}

extension LifeCourse.Cause {
  /// Whether it counts from the beginning.
  fileprivate var isOfTerm: Bool {
    switch self {
    case .termOver, .notice, .lateNotice: true
    default: false
    }
  }
}

extension HistoricalDate.Endpoint {
  fileprivate var date: HistoricalDate? { if case .date(let date) = self { date } else { nil } }
}

extension HistoricalDate {
  /// Some day of a month or of a year; nil where the days are not all of one.
  fileprivate init?(monthOrYearFrom first: HistoricalDate?, to last: HistoricalDate?) {
    guard let first, let last, !first.hasTime, !last.hasTime, first.text.count == 10, last.text.count == 10,
      let next = try? HistoricalDate(last.text), first.text.hasSuffix("-01"),
      next.latest.adding(seconds: 1).day.day == 1
    else { return nil }
    let isMonth = first.text.prefix(7) == last.text.prefix(7)
    let isYear = first.text.hasSuffix("-01-01") && last.text == "\(first.text.prefix(4))-12-31"
    guard isMonth || isYear,
      let date = try? HistoricalDate(String(first.text.prefix(isMonth ? 7 : 4))), date.latest == next.latest
    else { return nil }
    self = date
  }

  /// A date with the marks of doubt of the dates from which it follows.
  fileprivate func doubtful(like origins: [HistoricalDate]) -> HistoricalDate {
    let isUncertain = origins.contains(where: \.isUncertain)
    let isApproximate = origins.contains(where: \.isApproximate)
    guard isUncertain || isApproximate, !hasTime else { return self }
    let mark = isUncertain && isApproximate ? "%" : isUncertain ? "?" : "~"
    var marked = text
    if shape == .point {
      marked += mark
    } else {
      // Each end that there is has the mark: `[1890-01-02~..1890-05-03~]`.
      marked =
        "["
        + text.dropFirst().dropLast().split(separator: "..", omittingEmptySubsequences: false).map {
          $0.isEmpty ? "" : $0 + mark
        }.joined(separator: "..") + "]"
    }
    let date = try? HistoricalDate(marked)
    return date.flatMap { $0.earliest == earliest && $0.latest == latest ? $0 : nil } ?? self
  }
}
