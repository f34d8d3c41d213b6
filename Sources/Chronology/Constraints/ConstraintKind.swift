/// What is said of the time of one thing by the time of another.
public enum DateConstraint: Hashable, Sendable, CustomStringConvertible {
  /// Later than the other, by a second at least; it may be the same day.
  case after(String)
  /// Earlier than the other, by a second at least; it may be the same day.
  case before(String)
  /// Not earlier than the other, and not later than a period after it.
  ///
  /// A period without hours, minutes and seconds counts days: its last day belongs to it whole.
  case within(Period, of: String)
  /// A period after the other.
  ///
  /// A period without hours, minutes and seconds counts days: it may be any time of the day on which it is over.
  case exactly(Period, after: String)
  /// At the very same time as the other.
  case same(as: String)

  /// The name of the other thing.
  public var other: String {
    switch self {
    case .after(let name), .before(let name), .within(_, of: let name), .exactly(_, after: let name),
      .same(as: let name):
      name
    }
  }

  /// The constraint in words that follow a name: `after 'signing'`, `within P3M of 'signing'`, `P3M after 'signing'`.
  public var description: String {
    switch self {
    case .after(let name): "after '\(name)'"
    case .before(let name): "before '\(name)'"
    case .within(let period, of: let name): "within \(period) of '\(name)'"
    case .exactly(let period, after: let name): "\(period) after '\(name)'"
    case .same(as: let name): "the same as '\(name)'"
    }
  }
}

/// Why constraints have no solution.
public enum ConstraintError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One statement in the chain that leads to a contradiction.
  public enum Step: Hashable, Sendable, CustomStringConvertible {
    /// A thing is dated not before a moment.
    case notBefore(String, Moment)
    /// A thing is dated not after a moment.
    case notAfter(String, Moment)
    /// A thing is said to be in a relation to another.
    case constraint(String, DateConstraint)

    /// The statement in words: `'treaty' is not before 1941-04-13`, `'ratification' is within P3M of 'treaty'`.
    public var description: String {
      switch self {
      case .notBefore(let name, let moment): "'\(name)' is not before \(Step.words(moment, wholeDayAt: 0))"
      case .notAfter(let name, let moment): "'\(name)' is not after \(Step.words(moment, wholeDayAt: 86_399))"
      case .constraint(let name, let constraint): "'\(name)' is \(constraint)"
      }
    }

    /// The day alone, when the moment is its first or its last second and so says no more.
    private static func words(_ moment: Moment, wholeDayAt second: Int) -> String {
      moment.isOpen || moment.secondOfDay != second ? "\(moment)" : "\(moment.day)"
    }
  }

  /// A thing would have to be later than the first chain says and earlier than the second allows.
  ///
  /// Each chain begins with a stated date and ends with what follows for the thing.
  case contradiction(later: [Step], earlier: [Step])
  /// Constraints that lead from a thing round to itself, which would have to come later than it does.
  case circle([Step])
  /// A chain leads beyond the years that a day can have.
  case beyondAllYears([Step])
  /// A constraint names a thing that was not declared.
  case unknownName(String, in: Step)
  /// The bounds were still moving after so many steps, as a circle of months and days can do for very long.
  case unsettled(steps: Int)

  /// One or two sentences with the whole chain and the names in quotes.
  public var description: String {
    func list(_ steps: [Step]) -> String { steps.map(\.description).joined(separator: "; ") }
    func conclusion(_ steps: [Step]) -> String {
      guard let last = steps.last, steps.count > 1 else { return list(steps) }
      return list(Array(steps.dropLast())) + ", so \(last)"
    }
    switch self {
    case .contradiction(let later, let earlier):
      return "these dates contradict each other: \(conclusion(later)). But \(conclusion(earlier))."
    case .circle(let steps):
      return "these dates lead round in a circle that no time can satisfy: \(list(steps))."
    case .beyondAllYears(let steps):
      return "these dates lead beyond the years from \(Day.supportedYears.lowerBound) to "
        + "\(Day.supportedYears.upperBound): \(list(steps))."
    case .unknownName(let name, let step):
      return "\(step), but nothing is called '\(name)'."
    case .unsettled(let steps):
      return
        "the relative dates did not settle in \(steps) steps; date one of the things in a circle more closely."
    }
  }
}
