import Chronology

/// Follows the terms of an agreement from its entry into force through notices, extensions and renewals to its end.
///
/// A term, and a period of notice, ends with the day of the same number as the day it counts from, that day included
/// (European Convention on the Calculation of Time-Limits, 1972, art. 4). Where uncertain dates leave open which of two
/// acts came first, or whether a notice was in time, both are followed; each course keeps just the days that allow it,
/// so the bounds of its end are exact.
struct TermCourse {
  /// One way in which it may have come to an end.
  struct Outcome {
    /// The last days on which it may have been in force; nil: it did not end.
    let lastDay: ClosedRange<Day>?
    let cause: LifeCourse.Cause
    let act: Act?
  }

  private let terms: Terms
  private let acts: [Act]
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
  ///   - acts: The notices, extensions and renewals, in the author's order.
  static func outcomes(from start: ClosedRange<Day>, _ terms: Terms, _ acts: [Act]) -> [Outcome] {
    guard acts.count <= mostActs else { return [Outcome(lastDay: nil, cause: .undecided, act: nil)] }
    var engine = TermCourse(terms: terms, acts: acts)
    var course = Course(bounds: DayBounds())
    let first = course.bounds.add(start)
    if let until = terms.until {
      course.term = course.bounds.add(until.lastDays)
    } else if let duration = terms.duration {
      course.term = DayBounds.Expression(variable: first.variable, period: duration)
    }
    course.days = acts.map { course.bounds.add($0.days) }
    engine.follow(course, Array(acts.indices))
    return engine.outcomes
  }

  private init(terms: Terms, acts: [Act]) {
    self.terms = terms
    self.acts = acts
  }

  /// Takes each act that may come next.
  private mutating func follow(_ course: Course, _ rest: [Int]) {
    guard !rest.isEmpty else { return settle(course) }
    for next in rest {
      var course = course
      let others = rest.filter { $0 != next }
      let isPossible = others.allSatisfy { other in
        // Of two acts on one day, the one that stands first comes first.
        other < next
          ? course.bounds.require(course.days[next], before: course.days[other])
          : course.bounds.require(course.days[next], notAfter: course.days[other])
      }
      if isPossible { take(next, course, others) }
    }
  }

  /// Follows an act: in the running term, and after each renewal that may have come before it.
  private mutating func take(_ act: Int, _ course: Course, _ rest: [Int]) {
    var course = course
    while true {
      courses += 1
      guard courses <= Self.most else {
        return outcomes.append(Outcome(lastDay: nil, cause: .undecided, act: nil))
      }
      let day = course.days[act]
      guard let last = course.ending?.day ?? course.term else { return apply(act, course, rest) }
      var running = course
      if running.bounds.require(day, notAfter: last) { apply(act, running, rest) }
      guard course.bounds.require(last, before: day) else { return }
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
    case "extension", "renewal":
      var next = course
      // Who prolongs an agreement sets aside a notice that has not taken effect.
      next.ending = nil
      next.extended = act
      if let until = acts[act].until {
        next.term = next.bounds.add(until.lastDays)
      } else if var term = course.ending?.day ?? course.term, let period = acts[act].period ?? length {
        term.period = term.period + period
        next.term = term
      }
      follow(next, rest)
    case _ where course.ending != nil: follow(course, rest)
    default: giveNotice(act, course, rest)
    }
  }

  /// How long an extension or renewal that does not say so prolongs the term.
  private var length: Period? {
    if case .each(let period) = terms.renewal { return period }
    return terms.duration
  }

  private mutating func giveNotice(_ act: Int, _ course: Course, _ rest: [Int]) {
    let day = course.days[act]
    var effect = day
    effect.period = terms.notice ?? Period()
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
      if before.bounds.require(effect, notAfter: term) {
        follow(ended(before, effect, .afterNotice), rest)
      }
      var after = course
      if after.bounds.require(term, before: effect) {
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
      var inTime = late
      if inTime.bounds.require(effect, notAfter: last) {
        let renewals = late.renewals
        follow(
          ended(inTime, last, isLate ? .lateNotice(renewals: renewals) : .notice(renewals: renewals)), rest)
      }
      guard late.bounds.require(last, before: effect) else { return }
      guard let next = renewed(late) else {
        return follow(ended(late, last, .termOver(renewals: late.renewals)), rest)
      }
      courses += 1
      guard courses <= Self.most else {
        return outcomes.append(Outcome(lastDay: nil, cause: .undecided, act: nil))
      }
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
  /// Both periods together, unit by unit.
  static func + (one: Period, other: Period) -> Period {
    Period(
      years: one.years + other.years, months: one.months + other.months, weeks: one.weeks + other.weeks,
      days: one.days + other.days, hours: one.hours + other.hours, minutes: one.minutes + other.minutes,
      seconds: one.seconds + other.seconds)
  }
}

extension HistoricalDate {
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
}
