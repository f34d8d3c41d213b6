/// Things whose times are known by bounds and by constraints between them.
///
/// ``solve()`` gives every thing the tightest bounds that follow: its earliest bound and its latest bound are each its
/// time in some choice of times for all things that satisfies everything, so no closer bounds can be had. (Only periods
/// that mix months with hours may leave bounds that are a little wider.)
///
///     var dates = ConstraintSystem()
///     dates.declare("treaty", try HistoricalDate("1941-04-13"))
///     dates.declare("ratification")
///     dates.constrain("ratification", .within(Period(months: 3), of: "treaty"))
///     try dates.solve()["ratification"]  // 1941-04-13T00:00:00…1941-07-13T23:59:59
public struct ConstraintSystem: Sendable {
  var names: [String] = []
  var bounds: [UncertainMoment] = []
  private var indices: [String: Int] = [:]
  var constraints: [(subject: Int, constraint: DateConstraint)] = []

  /// No things and no constraints.
  public init() {}

  /// Adds a thing, or bounds one that is there more closely.
  ///
  /// - Returns: Whether the bounds agree with those the thing already had; if not they are left as they were.
  @discardableResult
  public mutating func declare(_ name: String, _ bounds: UncertainMoment = .unknown) -> Bool {
    let index = index(of: name)
    let earliest = max(self.bounds[index].earliest, bounds.earliest)
    let latest = min(self.bounds[index].latest, bounds.latest)
    guard earliest <= latest else { return false }
    self.bounds[index] = UncertainMoment(earliest: earliest, latest: latest)
    return true
  }

  /// Adds a thing with the bounds of a date, or bounds one that is there more closely.
  ///
  /// The thing is one moment, somewhere between the first and the last second of the date. What has a start and an end
  /// is declared as two.
  /// - Returns: Whether the bounds agree with those the thing already had; if not they are left as they were.
  @discardableResult
  public mutating func declare(_ name: String, _ date: HistoricalDate) -> Bool {
    declare(name, UncertainMoment(date))
  }

  /// Adds a constraint on a thing, which is declared if it was not; the other thing must be by the time of solving.
  public mutating func constrain(_ name: String, _ constraint: DateConstraint) {
    constraints.append((index(of: name), constraint))
  }

  /// The tightest bounds of every thing.
  ///
  /// - Throws: The chain of dates and constraints that contradict each other, the shortest found; a name that is not
  ///   declared; or, for circles of months and days that move the bounds a little at a time, that the bounds did not
  ///   settle.
  /// - Complexity: O(*n* + *m*) for *n* things and *m* constraints of which none lead back, O(*nm*) at most where circles
  ///   need no months and days, cut off after 20 million steps.
  public func solve() throws(ConstraintError) -> [String: UncertainMoment] {
    try solve(stepLimit: ConstraintSystem.stepLimit)
  }

  /// How many times a bound is carried along a constraint before a solution is given up.
  private static let stepLimit = 20_000_000

  func solve(stepLimit: Int) throws(ConstraintError) -> [String: UncertainMoment] {
    var ways: [ConstraintSolver.Way] = []
    ways.reserveCapacity(constraints.count)
    for (subject, constraint) in constraints {
      guard let other = indices[constraint.other] else {
        throw ConstraintError.unknownName(constraint.other, in: .constraint(names[subject], constraint))
      }
      ways.append(ConstraintSolver.Way(subject: subject, other: other, constraint))
    }
    let solved = try ConstraintSolver(self, ways, stepLimit: stepLimit).solve()
    return Dictionary(uniqueKeysWithValues: zip(names, solved))
  }

  private mutating func index(of name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = names.count
    names.append(name)
    bounds.append(.unknown)
    return names.count - 1
  }
}
