import Chronology

/// Follows the terms of an agreement from its entry into force through notices, extensions and renewals to its end.
///
/// A term, and a period of notice, ends with the day of the same number as the day it counts from, that day included
/// (European Convention on the Calculation of Time-Limits, 1972, art. 4). Where uncertain dates leave open which of two
/// acts came first, or whether a notice was in time, both are followed; each course keeps just the days that allow it,
/// so the bounds of its end are exact.
///
/// The orders can be more than anybody can follow. Every comparison of two days counts, and when the ``Budget`` is spent
/// the answer is one outcome, undecided.
struct TermCourse {
  /// One way in which it may have come to an end.
  struct Outcome {
    /// The last days on which it may have been in force; nil: it did not end.
    let lastDay: ClosedRange<Day>?
    let cause: LifeCourse.Cause
    let act: Act?
  }

  /// So many comparisons of days may be made; several questions can share one budget.
  struct Budget {
    /// What the ends of one agreement, or those of all its members together, may take.
    private static let whole = 4_000_000
    private static let least = 20_000
    /// What is left.
    fileprivate(set) var steps: Int
    /// Whether it was too little.
    fileprivate(set) var isSpent = false

    /// A budget, or the share of one of several that have one together.
    init(sharedBy count: Int = 1) { steps = max(Self.least, Self.whole / max(1, count)) }
  }

  private let terms: Terms
  private let acts: [Act]
  private var budget: Budget
  private var outcomes: [Outcome] = []
  private var courses = 0

  /// So many courses, or renewals in one of them, are followed; beyond them the end is undecided.
  private static let most = 500
  /// So many notices and extensions of one agreement are followed.
  private static let mostActs = 64

  /// One course through the acts.
  private struct Course {
    var bounds: DayBounds
    /// The last day of the running term; nil: none runs.
    var term: DayBounds.Expression?
    var renewals = 0
    /// The last extension that prolonged it.
    var extended: Int?
    /// The last day, once notice has been given.
    var ending: (day: DayBounds.Expression, cause: LifeCourse.Cause, act: Int)?
    /// The days of the acts.
    var days: [DayBounds.Expression] = []
  }

  /// The ways in which an agreement may have ended.
  /// - Parameters:
  ///   - start: The days on which the term may begin to count.
  ///   - days: Which of these it can be; nil: all.
  ///   - acts: The notices, extensions and renewals, in the author's order.
  ///   - budget: How much may be done, of which what is done is taken.
  static func outcomes(
    from start: ClosedRange<Day>, among days: PossibleDays?, _ terms: Terms, _ acts: [Act],
    within budget: inout Budget
  ) -> [Outcome] {
    let undecided = [Outcome(lastDay: nil, cause: .undecided, act: nil)]
    guard acts.count <= mostActs, !budget.isSpent else { return undecided }
    var engine = TermCourse(terms: terms, acts: acts, budget: budget)
    var course = Course(bounds: DayBounds())
    let first = course.bounds.add(start, among: days)
    if let until = terms.until {
      course.term = course.bounds.add(until.lastDays, among: until.days(among: until.lastDays))
    } else if let duration = terms.duration {
      course.term = DayBounds.Expression(variable: first.variable, period: duration)
    }
    course.days = acts.map { course.bounds.add($0.days, among: $0.possibleDays) }
    engine.follow(course, Array(acts.indices))
    budget = engine.budget
    return engine.isStopped ? undecided : engine.outcomes
  }

  private init(terms: Terms, acts: [Act], budget: Budget) {
    self.terms = terms
    self.acts = acts
    self.budget = budget
  }

  /// Whether there are more courses than are followed, or the budget is spent.
  private var isStopped: Bool { budget.isSpent || courses > Self.most }

  /// Takes an order for granted in a course, and counts what that took.
  /// - Returns: Whether it is possible; no when nothing more may be done.
  private mutating func require(
    _ first: DayBounds.Expression, before second: DayBounds.Expression, in course: inout Course
  ) -> Bool {
    var next = first
    next.days += 1
    return require(next, notAfter: second, in: &course)
  }

  private mutating func require(
    _ first: DayBounds.Expression, notAfter second: DayBounds.Expression, in course: inout Course
  ) -> Bool {
    if isStopped { return false }
    let isPossible = course.bounds.require(first, notAfter: second, counting: &budget.steps)
    if budget.steps < 0 { budget.isSpent = true }
    return isPossible && !budget.isSpent
  }

  /// Whether an act is a notice, which changes nothing once another one counts.
  private func isNotice(_ act: Int) -> Bool { acts[act].kind != .extension && acts[act].kind != .renewal }

  /// Takes each act that may come next.
  private mutating func follow(_ course: Course, _ rest: [Int]) {
    // In whatever order later notices came, they change nothing.
    if rest.isEmpty || course.ending != nil && rest.allSatisfy(isNotice) { return settle(course) }
    for next in rest {
      if isStopped { return }
      var course = course
      let others = rest.filter { $0 != next }
      let isPossible = others.allSatisfy { other in
        // Of two acts on one day, the one that stands first comes first.
        other < next
          ? require(course.days[next], before: course.days[other], in: &course)
          : require(course.days[next], notAfter: course.days[other], in: &course)
      }
      if isPossible { take(next, course, others) }
    }
  }

  /// Follows an act: in the running term, and after each renewal that may have come before it.
  private mutating func take(_ act: Int, _ course: Course, _ rest: [Int]) {
    var course = course
    while true {
      courses += 1
      if isStopped { return }
      let day = course.days[act]
      guard let last = course.ending?.day ?? course.term else { return apply(act, course, rest) }
      var running = course
      if require(day, notAfter: last, in: &running) { apply(act, running, rest) }
      guard require(last, before: day, in: &course) else { return }
      // An act that may come at any later time may come after any number of renewals.
      if course.ending == nil, terms.renewal != nil, course.bounds.range(of: day).upperBound == .last {
        return outcomes.append(Outcome(lastDay: nil, cause: .never, act: nil))
      }
      guard course.ending == nil, let next = renewed(course) else { return settle(course) }
      course = next
    }
  }

  /// The course when its term is renewed; nil when it is not.
  private func renewed(_ course: Course) -> Course? {
    guard let renewal = terms.renewal else { return nil }
    var next = course
    switch renewal {
    case .indefinite: next.term = nil
    case .each(let period): next.term?.period = (course.term?.period ?? Period()) + period
    }
    next.renewals += 1
    return next
  }

  private mutating func apply(_ act: Int, _ course: Course, _ rest: [Int]) {
    switch acts[act].kind {
    case .extension, .renewal:
      var next = course
      // Who prolongs an agreement sets aside a notice that has not taken effect.
      next.ending = nil
      next.extended = act
      if let until = acts[act].until {
        next.term = next.bounds.add(until.lastDays, among: until.days(among: until.lastDays))
      } else if var term = course.ending?.day ?? course.term, let period = acts[act].period ?? length {
        term.period = term.period + period
        next.term = term
      }
      follow(next, rest)
    case _ where course.ending != nil: follow(course, rest)
    default: giveNotice(act, course, rest)
    }
  }

  /// The notice of an agreement that has no clause on it and no term: not less than twelve months (article 56(2) of the
  /// Vienna Convention on the Law of Treaties).
  private static let noticeWithoutClause = Period(years: 1)

  /// How long an extension or renewal that does not say so prolongs the term.
  private var length: Period? {
    if case .each(let period) = terms.renewal { return period }
    return terms.duration
  }

  private mutating func giveNotice(_ act: Int, _ course: Course, _ rest: [Int]) {
    let day = course.days[act]
    var (effect, inTime) = (day, day)
    effect.period = terms.notice ?? Self.noticeWithoutClause
    inTime.period = terms.notice ?? Period()
    func ended(_ course: Course, _ last: DayBounds.Expression, _ cause: LifeCourse.Cause) -> Course {
      var next = course
      next.ending = (last, cause, act)
      return next
    }
    let rule = terms.denunciation ?? (course.term == nil ? .afterNotice : .endOfTerm)
    if rule == .noEffect { return follow(course, rest) }
    if rule == .atOnce { return follow(ended(course, day, .denunciation), rest) }
    guard let term = course.term else { return follow(ended(course, effect, .afterNotice), rest) }
    if rule == .afterNotice {
      var before = course
      if require(effect, notAfter: term, in: &before) {
        follow(ended(before, effect, .afterNotice), rest)
      }
      var after = course
      if require(term, before: effect, in: &after) {
        let isRenewed = terms.renewal != nil
        follow(
          isRenewed
            ? ended(after, effect, .afterNotice)
            : ended(after, term, .termOver(renewals: course.renewals)), rest)
      }
      return
    }
    // Notice ends the first term for which it is in time.
    var late = course
    var isLate = false
    while true {
      guard let last = late.term else {
        return follow(ended(late, effect, .afterNotice), rest)
      }
      var ending = late
      if require(inTime, notAfter: last, in: &ending) {
        let renewals = late.renewals
        follow(
          ended(ending, last, isLate ? .lateNotice(renewals: renewals) : .notice(renewals: renewals)), rest)
      }
      guard require(last, before: inTime, in: &late) else { return }
      guard let next = renewed(late) else {
        return follow(ended(late, last, .termOver(renewals: late.renewals)), rest)
      }
      courses += 1
      if isStopped { return }
      (late, isLate) = (next, true)
    }
  }

  private mutating func settle(_ course: Course) {
    if let (day, cause, act) = course.ending {
      outcomes.append(Outcome(lastDay: course.bounds.range(of: day), cause: cause, act: acts[act]))
    } else if let term = course.term, terms.renewal == nil {
      outcomes.append(
        Outcome(
          lastDay: course.bounds.range(of: term), cause: .termOver(renewals: course.renewals),
          act: course.extended.map { acts[$0] }))
    } else {
      outcomes.append(Outcome(lastDay: nil, cause: .never, act: nil))
    }
  }
}

extension Period {
  /// Both periods together, unit by unit; a number that does not fit is the greatest one.
  static func + (one: Period, other: Period) -> Period {
    func sum(_ unit: KeyPath<Period, Int>) -> Int {
      let (sum, overflows) = one[keyPath: unit].addingReportingOverflow(other[keyPath: unit])
      return overflows ? .max : sum
    }
    return Period(
      years: sum(\.years), months: sum(\.months), weeks: sum(\.weeks), days: sum(\.days),
      hours: sum(\.hours), minutes: sum(\.minutes), seconds: sum(\.seconds))
  }
}

extension HistoricalDate {
  /// The days of a range that it can be, where these leave out some of them; nil: all.
  func days(among range: ClosedRange<Day>) -> PossibleDays? {
    guard let days = possibleDays(within: .first ... .last), days.stretches.count > 1,
      days.first == range.lowerBound,
      days.last == range.upperBound
    else { return nil }
    return days
  }

  /// The days on which something of this date may have begun.
  var firstDays: ClosedRange<Day> {
    let span = Span(self)
    return span.earliestStart.day.bounded...span.latestStart.day.bounded
  }

  /// The days that may be the last one of this date.
  var lastDays: ClosedRange<Day> {
    let span = Span(self)
    func last(_ end: Moment) -> Day { (end.isOpen ? end.day : end.adding(seconds: -1).day).bounded }
    return last(span.earliestEnd)...last(span.latestEnd)
  }
}

extension Day {
  /// The outermost days, which stand for open ends; periods can be added to all days between them.
  static let first = Day(number: -73_000_000_000_000)
  static let last = Day(number: 73_000_000_000_000)

  /// The day, or the outermost one that it lies beyond.
  var bounded: Day { min(max(self, .first), .last) }

  /// The moment after the day; open for an outermost one.
  var boundedEnd: Moment {
    self <= .first ? .distantPast : self >= .last ? .distantFuture : end
  }
}

extension Act {
  /// The days on which the act may have been done; any day when its date is not known.
  var days: ClosedRange<Day> {
    date?.firstDays ?? .first ... .last
  }

  /// Which of them it can have been, where these leave out some; nil: all.
  var possibleDays: PossibleDays? { date?.days(among: days) }
}
