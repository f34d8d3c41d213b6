/// One pass of a ``ConstraintSolver``: all earliest bounds, or all latest.
struct ConstraintPass {
  private(set) var values: [Moment]
  /// How many more times a bound may be carried along a constraint.
  private(set) var budget: Int
  private let solver: ConstraintSolver
  private let isEarliest: Bool
  private let steps: [[ConstraintSolver.Step]]
  private let stated: [Moment]
  /// The thing and the number of its step that gave each its bound; `nil` for a stated bound.
  private var causes: [(thing: Int32, step: Int32)?]
  /// Things that take part; the others neither give bounds nor take them.
  private var takesPart: [Bool]

  init(
    _ solver: ConstraintSolver, isEarliest: Bool, _ stated: [Moment], steps: [[ConstraintSolver.Step]],
    budget: Int
  ) {
    (self.solver, self.isEarliest, self.stated, self.steps, self.budget) = (
      solver, isEarliest, stated, steps, budget
    )
    values = stated
    causes = Array(repeating: nil, count: stated.count)
    takesPart = Array(repeating: true, count: stated.count)
  }

  /// Sets some things to a moment, and the others aside.
  mutating func restart(at moment: Moment, where isFree: [Bool], budget: Int) {
    values = isFree.map { $0 ? moment : .distantPast }
    causes = Array(repeating: nil, count: isFree.count)
    takesPart = isFree
    self.budget = budget
  }

  private func isTighter(_ new: Moment, than old: Moment) -> Bool { isEarliest ? new > old : new < old }
  /// The bound that says nothing, and the one that nothing can meet.
  private var loosest: Moment { isEarliest ? .distantPast : .distantFuture }
  private var tightest: Moment { isEarliest ? .distantFuture : .distantPast }

  /// Moves bounds until every constraint is satisfied by them, in sweeps over the things whose bounds have moved.
  mutating func run() throws(ConstraintError) {
    var agenda = ConstraintAgenda(
      order: solver.order, isQueued: values.indices.map { takesPart[$0] && values[$0] != loosest })
    var moves = 0
    let movesBetweenChecks = max(64, values.count)
    while let thing = agenda.next() {
      for number in steps[thing].indices {
        guard let target = try carry(thing, number) else { continue }
        agenda.queue(target)
        moves += 1
        if moves % movesBetweenChecks == 0, let circle = circle() {
          for thing in try settle(circle) { agenda.queue(thing) }
        }
      }
    }
  }

  /// Carries the bound of a thing along one of its steps.
  ///
  /// - Returns: The thing whose bound moved; `nil` if none did.
  private mutating func carry(_ thing: Int, _ number: Int) throws(ConstraintError) -> Int? {
    let step = steps[thing][number]
    let target = Int(step.target)
    guard takesPart[target] else { return nil }
    try spend(1)
    let bound = step.bound(from: values[thing])
    guard isTighter(bound, than: values[target]) else { return nil }
    values[target] = bound
    causes[target] = (Int32(thing), Int32(number))
    if bound == tightest { throw ConstraintError.beyondAllYears(chain(to: target)) }
    return target
  }

  private mutating func spend(_ count: Int) throws(ConstraintError) {
    budget -= count
    if budget < 0 { throw ConstraintError.unsettled(steps: solver.stepLimit) }
  }

  // MARK: - Circles

  /// Things each of which has its bound from the next, and the last from the first; `nil` if there are none.
  private func circle() -> [Int]? {
    // The number of the walk on which each thing was met.
    var walks = Array(repeating: 0, count: values.count)
    for start in values.indices where walks[start] == 0 {
      var thing = start
      while walks[thing] == 0, let cause = causes[thing] {
        walks[thing] = start + 1
        thing = Int(cause.thing)
      }
      guard walks[thing] == start + 1, causes[thing] != nil else { continue }
      var circle = [thing]
      while let cause = causes[circle[circle.count - 1]], Int(cause.thing) != thing {
        circle.append(Int(cause.thing))
      }
      return circle
    }
    return nil
  }

  /// Goes round a circle until its bounds stand still.
  ///
  /// - Returns: The things whose bounds moved.
  /// - Throws: When they never will: the way round repeats itself after 400 years at most, so a bound that has moved so
  ///   far will always move on.
  private mutating func settle(_ circle: [Int]) throws(ConstraintError) -> [Int] {
    // From a thing to the one that has its bound from it.
    let order = Array(circle.reversed())
    let round = order.compactMap { thing -> (target: Int, step: ConstraintSolver.Step)? in
      guard let cause = causes[thing] else { return nil }
      return (thing, steps[Int(cause.thing)][Int(cause.step)])
    }
    let cycle = round.reduce(1) { max($0, $1.step.cycle) }
    let first = values[order[order.count - 1]]
    var bound = first
    while true {
      var moved = false
      for (target, step) in round {
        try spend(1)
        let new = step.bound(from: bound)
        if isTighter(new, than: values[target]) {
          values[target] = new
          moved = true
        }
        bound = values[target]
      }
      if !moved { return circle }
      let way = bound.seconds.subtractingReportingOverflow(first.seconds)
      if bound == tightest || way.overflow || way.partialValue.magnitude >= UInt64(cycle) {
        throw ConstraintError.circle(
          round.map {
            .constraint(solver.system.names[solver.ways[Int($0.step.way)].subject], constraint($0.step))
          })
      }
    }
  }

  private func constraint(_ step: ConstraintSolver.Step) -> DateConstraint {
    solver.ways[Int(step.way)].constraint
  }

  // MARK: - Chains

  /// The stated bound from which a thing has its own, the constraints in between, and its bound.
  func chain(to thing: Int) -> [ConstraintError.Step] {
    func bound(_ thing: Int, _ moment: Moment) -> ConstraintError.Step {
      let name = solver.system.names[thing]
      return isEarliest ? .notBefore(name, moment) : .notAfter(name, moment)
    }
    var chain: [ConstraintError.Step] = []
    var met: Set<Int> = [thing]
    var place = thing
    while let cause = causes[place] {
      let step = steps[Int(cause.thing)][Int(cause.step)]
      chain.append(.constraint(solver.system.names[solver.ways[Int(step.way)].subject], constraint(step)))
      place = Int(cause.thing)
      guard met.insert(place).inserted else { break }
    }
    chain.append(bound(place, stated[place] == loosest ? values[place] : stated[place]))
    chain.reverse()
    if chain.count > 1 { chain.append(bound(thing, values[thing])) }
    return chain
  }
}
