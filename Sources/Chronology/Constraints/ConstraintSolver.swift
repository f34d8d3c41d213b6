/// Carries bounds along constraints until nothing moves.
///
/// A constraint between two things says a bound of the one by the same bound of the other, through a function that keeps
/// order. Earliest bounds follow from earliest bounds alone and latest from latest, so there are two passes; the least
/// bounds that satisfy all constraints satisfy them together, and so do the greatest.
struct ConstraintSolver {
  /// A constraint between two numbered things.
  struct Way {
    let subject: Int
    let other: Int
    let constraint: DateConstraint

    init(subject: Int, other: Int, _ constraint: DateConstraint) {
      (self.subject, self.other, self.constraint) = (subject, other, constraint)
    }
  }

  /// How a bound follows from another.
  struct Step {
    enum Kind {
      /// So many seconds later.
      case seconds
      /// To where a period leads, as early or as late as it can; and back to where it can have begun.
      case leastImage, leastSource, greatestImage, greatestSource
      /// The same by whole days.
      case firstDay, firstSourceDay, lastDay, lastSourceDay
    }

    let kind: Kind
    let shift: CalendarShift
    let target: Int32
    let way: Int32

    /// After how many seconds the step repeats itself: what it does to a bound, it does to one so much later.
    var cycle: Int64 {
      // 400 Gregorian years have a whole number of days, after which months and days fall the same again.
      if shift.months != 0 { return 146_097 * 86_400 }
      return kind == .seconds ? 1 : 86_400
    }

    func bound(from moment: Moment) -> Moment {
      switch kind {
      case .seconds: moment.adding(seconds: shift.seconds)
      case .leastImage: shift.leastImage(from: moment)
      case .leastSource: shift.leastSource(from: moment)
      case .greatestImage: shift.greatestImage(to: moment)
      case .greatestSource: shift.greatestSource(to: moment)
      case .firstDay: Step.dayStart(shift.image(of: Step.dayStart(moment)))
      case .lastDay: Step.dayEnd(shift.image(of: Step.dayStart(moment)))
      case .firstSourceDay: Step.dayStart(shift.leastSource(from: Step.dayStart(moment)))
      case .lastSourceDay: Step.dayEnd(shift.greatestSource(to: Step.dayStart(moment)))
      }
    }

    private static func dayStart(_ moment: Moment) -> Moment { moment.isOpen ? moment : moment.day.start }
    private static func dayEnd(_ moment: Moment) -> Moment {
      moment.isOpen ? moment : moment.day.end.adding(seconds: -1)
    }
  }

  let system: ConstraintSystem
  let ways: [Way]
  let stepLimit: Int
  /// The things in the order of time, as far as there is one.
  let order: [Int]

  init(_ system: ConstraintSystem, _ ways: [Way], stepLimit: Int) {
    (self.system, self.ways, self.stepLimit) = (system, ways, stepLimit)
    order = ConstraintSolver.order(of: system.names.count, ways)
  }

  func solve() throws(ConstraintError) -> [UncertainMoment] {
    var earliest = ConstraintPass(
      self, isEarliest: true, system.bounds.map(\.earliest), steps: graph(ofEarliest: true), budget: stepLimit
    )
    try earliest.run()
    var latest = ConstraintPass(
      self, isEarliest: false, system.bounds.map(\.latest), steps: graph(ofEarliest: false),
      budget: earliest.budget)
    try latest.run()
    // A circle of which nothing is dated moves no bound, so it is tried from an arbitrary time.
    var free = earliest
    let isFree = zip(earliest.values, latest.values).map { $0 == .distantPast && $1 == .distantFuture }
    free.restart(at: Moment(seconds: 0), where: isFree, budget: latest.budget)
    try free.run()
    let contradictory = earliest.values.indices.filter { earliest.values[$0] > latest.values[$0] }
    let chains = contradictory.prefix(100).map {
      (later: earliest.chain(to: $0), earlier: latest.chain(to: $0))
    }
    if let shortest = chains.min(by: { $0.later.count + $0.earlier.count < $1.later.count + $1.earlier.count }
    ) {
      throw ConstraintError.contradiction(later: shortest.later, earlier: shortest.earlier)
    }
    return zip(earliest.values, latest.values).map { UncertainMoment(earliest: $0, latest: $1) }
  }

  /// The steps that lead from each thing, in the order of the constraints.
  private func graph(ofEarliest isEarliest: Bool) -> [[Step]] {
    var steps = [[Step]](repeating: [], count: system.names.count)
    for (index, way) in ways.enumerated() {
      func add(_ from: Int, _ to: Int, _ kind: Step.Kind, _ shift: CalendarShift) {
        steps[from].append(Step(kind: kind, shift: shift, target: Int32(to), way: Int32(index)))
      }
      let (x, y) = (way.other, way.subject)
      /// At least so many seconds from one thing to another.
      func gap(from first: Int, to second: Int, _ seconds: Int64) {
        if isEarliest {
          add(first, second, .seconds, CalendarShift(seconds: seconds))
        } else {
          add(second, first, .seconds, CalendarShift(seconds: -seconds))
        }
      }
      switch way.constraint {
      case .after: gap(from: x, to: y, 1)
      case .before: gap(from: y, to: x, 1)
      case .same:
        gap(from: x, to: y, 0)
        gap(from: y, to: x, 0)
      case .within(let period, _):
        gap(from: x, to: y, 0)
        let (shift, isExact) = (CalendarShift(period, sign: 1), period.hasTime)
        if isEarliest {
          add(y, x, isExact ? .leastSource : .firstSourceDay, shift)
        } else {
          add(x, y, isExact ? .greatestImage : .lastDay, shift)
        }
      case .exactly(let period, _):
        let (shift, isExact) = (CalendarShift(period, sign: 1), period.hasTime)
        if isEarliest {
          add(x, y, isExact ? .leastImage : .firstDay, shift)
          add(y, x, isExact ? .leastSource : .firstSourceDay, shift)
        } else {
          add(x, y, isExact ? .greatestImage : .lastDay, shift)
          add(y, x, isExact ? .greatestSource : .lastSourceDay, shift)
        }
      }
    }
    return steps
  }
}

extension CalendarShift {
  init(seconds: Int64) {
    self.init(months: 0, seconds: seconds)
  }
}

extension Period {
  /// Whether it counts the time of day.
  fileprivate var hasTime: Bool { hours != 0 || minutes != 0 || seconds != 0 }
}
