import Chronology

extension LifeCourse {
  /// Whether it leaves any moment possible.
  var isPossible: Bool { spans.contains { $0.earliestStart < $0.latestEnd } }

  /// The course of which each of some may be the real one: possible where one of them allows it, certain where all do.
  ///
  /// - Parameters:
  ///   - courses: At least one.
  ///   - bounds: What is known of all of them together, whose order of causes and shape of spans is kept where that says
  ///     the same.
  init(ofAll courses: [LifeCourse], bounds: LifeCourse) {
    let real = courses.filter(\.isPossible)
    guard let hull = Self.hull(of: real) else {
      // Under no assignment was it ever there.
      self = courses.first ?? bounds
      return
    }
    let covered = Coverage(courses)
    let whole = [hull]
    let spans: [Span] =
      if Coverage(whole) == covered {
        whole
      } else if Coverage(bounds.spans) == covered, bounds.hull == hull {
        bounds.spans
      } else {
        covered.spans
      }
    self.init(
      spans: spans, beginnings: Self.together(courses.map(\.beginnings), as: bounds.beginnings),
      endings: Self.together(courses.map(\.endings), as: bounds.endings), hull: hull)
  }

  /// The bounds of the first and the last moments of all; nil for none.
  private static func hull(of courses: [LifeCourse]) -> Span? {
    let hulls = courses.compactMap(\.hull)
    return hulls.dropFirst().reduce(hulls.first) { $0?.hull(with: $1) }
  }

  /// Turns of one cause and act put together, in the order of those known before.
  private static func together(_ courses: [[Turn]], as known: [Turn]) -> [Turn] {
    var merged: [Turn] = []
    for turn in courses.joined() {
      if let index = merged.firstIndex(where: { $0.cause == turn.cause && $0.act == turn.act }) {
        merged[index].earliest = min(merged[index].earliest, turn.earliest)
        merged[index].latest = max(merged[index].latest, turn.latest)
      } else {
        merged.append(turn)
      }
    }
    func place(_ turn: Turn) -> Int {
      known.firstIndex { $0.cause == turn.cause && $0.act == turn.act } ?? known.count
    }
    return merged.enumerated().map { (place($0.element), $0.offset, $0.element) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

/// At which moments a course is possible and at which it is certain, whatever its spans.
struct Coverage: Equatable {
  /// From each moment on: whether it is possible, and whether it is certain.
  private(set) var steps: [Step] = []

  struct Step: Equatable {
    let from: Moment
    let answer: Answer
  }

  /// The coverage of one course.
  init(_ spans: [Span]) { self.init([spans]) }

  /// The coverage of several courses, one of which is real.
  init(_ courses: [LifeCourse]) { self.init(courses.map(\.spans)) }

  private init(_ courses: [[Span]]) {
    // A course is possible where one of its spans is, and certain where one is.
    var possible: [Moment: Int] = [:]
    var certain: [Moment: Int] = [:]
    for spans in courses {
      for range in Self.joined(spans.map { ($0.earliestStart, $0.latestEnd) }) {
        possible[range.0, default: 0] += 1
        possible[range.1, default: 0] -= 1
      }
      for range in Self.joined(spans.filter { !$0.isMoment }.map { ($0.latestStart, $0.earliestEnd) }) {
        certain[range.0, default: 0] += 1
        certain[range.1, default: 0] -= 1
      }
    }
    var (held, sure) = (0, 0)
    for moment in Set(possible.keys).union(certain.keys).sorted() {
      held += possible[moment] ?? 0
      sure += certain[moment] ?? 0
      let answer: Answer = sure == courses.count ? .yes : held > 0 ? .maybe : .no
      if answer != steps.last?.answer ?? .no { steps.append(Step(from: moment, answer: answer)) }
    }
  }

  /// Ranges in order, those joined that overlap or touch; empty ones left out.
  private static func joined(_ ranges: [(Moment, Moment)]) -> [(Moment, Moment)] {
    var joined: [(Moment, Moment)] = []
    for range in ranges.filter({ $0.0 < $0.1 }).sorted(by: { $0.0 < $1.0 }) {
      if let last = joined.last, range.0 <= last.1 {
        joined[joined.count - 1].1 = max(last.1, range.1)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// Spans that say just this: one for each stretch that is possible with a time that is certain in it, or without one.
  var spans: [Span] {
    var spans: [Span] = []
    // The stretch that is possible, and what is certain of it.
    var start: Moment?
    var certain: (from: Moment, to: Moment)?
    for (index, step) in steps.enumerated() {
      let end = index + 1 < steps.count ? steps[index + 1].from : Moment.distantFuture
      switch step.answer {
      case .no: continue
      case .maybe: if start == nil { start = step.from }
      case .yes:
        if let first = start, let sure = certain {
          // What is possible between two certain times belongs to both.
          spans.append(
            Span(earliestStart: first, latestStart: sure.from, earliestEnd: sure.to, latestEnd: step.from))
          start = step.from
        }
        if start == nil { start = step.from }
        certain = (step.from, end)
      }
      let isLast = index + 1 >= steps.count || steps[index + 1].answer == .no
      if isLast, let first = start {
        spans.append(
          Span(
            earliestStart: first, latestStart: certain?.from ?? end, earliestEnd: certain?.to ?? first,
            latestEnd: end))
        (start, certain) = (nil, nil)
      }
    }
    return spans
  }
}
