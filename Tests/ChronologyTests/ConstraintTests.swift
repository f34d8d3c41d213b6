import TestSupport
import Testing

@testable import Chronology

@Suite struct ConstraintTests {
  private func system(
    _ things: [(String, String?)], _ constraints: [(String, DateConstraint)]
  ) throws -> ConstraintSystem {
    var system = ConstraintSystem()
    for (name, text) in things {
      if let text { system.declare(name, try date(text)) } else { system.declare(name) }
    }
    for (name, constraint) in constraints { system.constrain(name, constraint) }
    return system
  }

  @Test func workedExamples() throws {
    let solved = try system(
      [
        ("treaty", "1941-04-13"), ("ratification", nil), ("denunciation", "1945-04"), ("expiry", nil),
        ("war", nil),
      ],
      [
        ("ratification", .within(Period("P3M"), of: "treaty")),
        ("expiry", .exactly(Period("P1Y"), after: "denunciation")),
        ("war", .after("denunciation")), ("war", .before("expiry")),
      ]
    ).solve()
    #expect(solved["ratification"]?.description == "1941-04-13T00:00:00…1941-07-13T23:59:59")
    #expect(solved["expiry"]?.description == "1946-04-01T00:00:00…1946-04-30T23:59:59")
    #expect(solved["war"]?.description == "1945-04-01T00:00:01…1946-04-30T23:59:58")
    #expect(solved["treaty"]?.description == "1941-04-13T00:00:00…1941-04-13T23:59:59")
  }

  @Test func boundsGoBackAlongConstraints() throws {
    let solved = try system(
      [("fall", "1940"), ("request", nil), ("armistice", "1940-06-22")],
      [("armistice", .exactly(Period("P5D"), after: "request")), ("fall", .same(as: "request"))]
    ).solve()
    #expect(solved["fall"]?.description == "1940-06-17T00:00:00…1940-06-17T23:59:59")
    #expect(solved["request"] == solved["fall"])
    // 28 February is one month after any of four days.
    let clamped = try system([("a", nil), ("b", "1941-02-28")], [("b", .exactly(Period("P1M"), after: "a"))])
      .solve()
    #expect(clamped["a"]?.description == "1941-01-28T00:00:00…1941-01-31T23:59:59")
  }

  @Test func hoursAreCountedToTheSecond() throws {
    let solved = try system(
      [("ultimatum", "1939-09-03T09:00:00"), ("end", nil), ("war", nil)],
      [("end", .exactly(Period("PT2H"), after: "ultimatum")), ("war", .within(Period("PT6H"), of: "end"))]
    ).solve()
    #expect(solved["end"]?.description == "1939-09-03T11:00:00")
    #expect(solved["war"]?.description == "1939-09-03T11:00:00…1939-09-03T17:00:00")
  }

  @Test func unboundedThingsStayUnbounded() throws {
    let solved = try system([("a", nil), ("b", nil)], [("b", .exactly(Period("P5Y"), after: "a"))]).solve()
    #expect(solved["a"] == .unknown && solved["b"] == .unknown)
    #expect(try ConstraintSystem().solve().isEmpty)
  }

  @Test func contradictionNamesItsChain() throws {
    let system = try system(
      [("treaty", "1941-04-13"), ("ratification", nil), ("war", "1941-03-01")],
      [("ratification", .exactly(Period("P1M"), after: "treaty")), ("war", .after("ratification"))])
    let error = #expect(throws: ConstraintError.self) { try system.solve() }
    // The bounds conflict at each of the three things; all chains are equally long, so the first one declared is named.
    #expect(
      error?.description
        == "these dates contradict each other: 'treaty' is not before 1941-04-13. But 'war' is not after 1941-03-01; "
        + "'war' is after 'ratification'; 'ratification' is P1M after 'treaty', so 'treaty' is not after 1941-02-01.",
      "\(error?.description ?? "")")
  }

  @Test func circlesContradictWithAndWithoutDates() throws {
    for start in [nil, "1941", "../1941", "1941/.."] {
      for period in ["P1D", "P1M", "PT1S"] {
        let system = try system(
          [("a", start), ("b", nil), ("c", nil)],
          [("b", .exactly(Period(period), after: "a")), ("c", .after("b")), ("a", .after("c"))])
        let error = #expect(throws: ConstraintError.self, "\(start ?? "-"), \(period)") { try system.solve() }
        if start == nil {
          guard case .circle(let steps) = error else {
            Issue.record("\(error?.description ?? "")")
            continue
          }
          #expect(steps.count == 3)
          for words in ["'b' is \(period) after 'a'", "'c' is after 'b'", "'a' is after 'c'"] {
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
          }
        }
      }
    }
    var itself = ConstraintSystem()
    itself.constrain("a", .after("a"))
    #expect(throws: ConstraintError.circle([.constraint("a", .after("a"))])) { try itself.solve() }
  }

  @Test func circleThatCloses() throws {
    // A month and 30 days: only from a month of 30 days, or from the end of January, is the one not longer.
    let system = try system(
      [("a", "1941-01-05/.."), ("b", nil)],
      [("b", .exactly(Period("P1M"), after: "a")), ("b", .within(Period("P30D"), of: "a"))])
    #expect(try system.solve()["a"]?.earliest == moment("1941-01-29"))
    let same = try self.system(
      [("a", "1941"), ("b", "1941-04/.."), ("c", nil)],
      [
        ("a", .same(as: "b")), ("b", .same(as: "c")), ("c", .same(as: "a")),
      ])
    #expect(try same.solve()["c"]?.description == "1941-04-01T00:00:00…1941-12-31T23:59:59")
  }

  @Test func unknownNamesAndYearsBeyondAllAreErrors() throws {
    var missing = ConstraintSystem()
    missing.constrain("a", .after("b"))
    let error = #expect(throws: ConstraintError.self) { try missing.solve() }
    #expect(error?.description == "'a' is after 'b', but nothing is called 'b'.")
    var far = ConstraintSystem()
    far.declare("0", try date("1941"))
    for index in 1...400 {
      far.constrain("\(index)", .exactly(Period(years: 999_999_999), after: "\(index - 1)"))
    }
    let beyond = #expect(throws: ConstraintError.self) { try far.solve() }
    guard case .beyondAllYears = beyond else {
      Issue.record("\(beyond?.description ?? "")")
      return
    }
  }

  @Test func declaringTwiceNarrowsAndTellsDisagreement() throws {
    var system = ConstraintSystem()
    #expect(system.declare("a", try date("1941")))
    #expect(system.declare("a", try date("1941-04/1942")))
    #expect(!system.declare("a", try date("1943")))
    #expect(try system.solve()["a"]?.description == "1941-04-01T00:00:00…1941-12-31T23:59:59")
  }

  // MARK: - Against every choice of times

  /// Whether two times satisfy a constraint, by its definition.
  private func holds(_ constraint: DateConstraint, _ y: Moment, _ x: Moment) -> Bool {
    func day(_ period: Period) -> Day { x.day.start.adding(period).day }
    return switch constraint {
    case .after: y > x
    case .before: y < x
    case .same: y == x
    case .within(let period, _) where period.hours + period.seconds > 0: y >= x && y <= x.adding(period)
    case .exactly(let period, _) where period.hours + period.seconds > 0: y == x.adding(period)
    case .within(let period, _): y >= x && y.day <= day(period)
    case .exactly(let period, _): y.day == day(period)
    }
  }

  private func check(
    domains: [[Moment]], _ constraints: [(Int, DateConstraint)], _ comment: String
  ) throws -> Bool {
    var system = ConstraintSystem()
    for (index, domain) in domains.enumerated() {
      system.declare("\(index)", UncertainMoment(earliest: domain[0], latest: domain[domain.count - 1]))
    }
    for (subject, constraint) in constraints { system.constrain("\(subject)", constraint) }
    var choice = domains.map { $0[0] }
    var bounds: [(Moment, Moment)?] = Array(repeating: nil, count: domains.count)
    func choose(_ index: Int) {
      if index == domains.count {
        for (place, moment) in choice.enumerated() {
          let old = bounds[place] ?? (moment, moment)
          bounds[place] = (min(old.0, moment), max(old.1, moment))
        }
        return
      }
      next: for moment in domains[index] {
        choice[index] = moment
        for (subject, constraint) in constraints {
          let other = Int(constraint.other) ?? 0
          if max(subject, other) == index, !holds(constraint, choice[subject], choice[other]) {
            continue next
          }
        }
        choose(index + 1)
      }
    }
    choose(0)
    do {
      let solved = try system.solve()
      for (index, bound) in bounds.enumerated() {
        let found = solved["\(index)"]
        if found?.earliest != bound?.0 || found?.latest != bound?.1 {
          Issue.record(
            "\(comment): \(index) is \(found?.description ?? "-"), not \(String(describing: bound))")
        }
      }
      return true
    } catch {
      if bounds[0] != nil { Issue.record("\(comment): \(error)") }
      return false
    }
  }

  @Test func boundsAreThoseOfEveryChoiceOfSeconds() throws {
    var numbers = SeededNumbers(seed: 8)
    var solvable = 0
    for round in 0..<Thoroughness.cases(500, thorough: 5000) {
      let count = Int.random(in: 2...4, using: &numbers)
      let domains = (0..<count).map { _ -> [Moment] in
        let first = Int64.random(in: 0...5, using: &numbers)
        return (first...first + Int64.random(in: 0...5, using: &numbers)).map { Moment(seconds: $0) }
      }
      let constraints = (0..<Int.random(in: 1...5, using: &numbers)).map { _ -> (Int, DateConstraint) in
        let period = Period(seconds: Int.random(in: 1...3, using: &numbers))
        let other = "\(Int.random(in: 0..<count, using: &numbers))"
        let kinds: [DateConstraint] = [
          .after(other), .before(other), .same(as: other), .within(period, of: other),
          .exactly(period, after: other),
        ]
        return (Int.random(in: 0..<count, using: &numbers), kinds[Int.random(in: 0..<5, using: &numbers)])
      }
      if try check(domains: domains, constraints, "round \(round), \(domains), \(constraints)") {
        solvable += 1
      }
    }
    #expect(solvable > 100 && solvable < 450, "\(solvable)")
  }

  @Test func boundsAreThoseOfEveryChoiceOfDays() throws {
    var numbers = SeededNumbers(seed: 9)
    // The bounds of three things lie within two seconds of the ends of days.
    let seconds: [Int64] = [0, 1, 2, 86_397, 86_398, 86_399]
    let periods = try ["P1M", "P2M", "P30D", "P1D", "P28D", "P1M1D", "P1Y", "P0D"].map { try Period($0) }
    let starts = try ["1941-01-28", "1941-02-26", "1941-03-28", "1941-01-30", "1942-02-26"].map {
      try moment($0)
    }
    var solvable = 0
    for round in 0..<Thoroughness.cases(600, thorough: 6000) {
      let count = Int.random(in: 2...3, using: &numbers)
      let domains = (0..<count).map { _ -> [Moment] in
        let first = starts[Int.random(in: 0..<starts.count, using: &numbers)]
        let days = 0...Int64.random(in: 0...4, using: &numbers)
        return days.flatMap { day in seconds.map { first.adding(seconds: day * 86_400 + $0) } }
      }
      let constraints = (0..<Int.random(in: 1...3, using: &numbers)).map { _ -> (Int, DateConstraint) in
        let period = periods[Int.random(in: 0..<periods.count, using: &numbers)]
        let other = "\(Int.random(in: 0..<count, using: &numbers))"
        let kinds: [DateConstraint] = [
          .after(other), .before(other), .same(as: other), .within(period, of: other),
          .within(period, of: other),
          .exactly(period, after: other), .exactly(period, after: other),
        ]
        return (Int.random(in: 0..<count, using: &numbers), kinds[Int.random(in: 0..<7, using: &numbers)])
      }
      if try check(
        domains: domains, constraints, "round \(round), \(domains.map { ($0[0], $0.count) }), \(constraints)")
      {
        solvable += 1
      }
    }
    #expect(solvable > 60 && solvable < 540, "\(solvable)")
  }

  // MARK: - Size

  @Test func creepingDaysAreProvedInFourHundredYears() throws {
    // A month less 28 days gains in all months but February, and so goes on for ever.
    let system = try system(
      [("a", "1941-01-05/.."), ("b", nil)],
      [("b", .exactly(Period("P1M"), after: "a")), ("b", .within(Period("P27D"), of: "a"))])
    let error = #expect(throws: ConstraintError.self) { try system.solve() }
    guard case .circle(let steps) = error else {
      Issue.record("\(error?.description ?? "")")
      return
    }
    #expect(steps.count == 2)
  }

  @Test(.timeLimit(.minutes(2))) func tenThousandThingsAndFiftyThousandConstraintsAreSolved() throws {
    var numbers = SeededNumbers(seed: 10)
    var system = ConstraintSystem()
    let origin = try moment("1900-01-01")
    // A true time for each makes the whole solvable.
    let times = (0..<10_000).map { _ in
      origin.adding(seconds: Int64.random(in: 0...3_000_000_000, using: &numbers))
    }
    for index in times.indices {
      let slack = index % 10 == 0 ? Int64(86_400) : 4_000_000_000
      system.declare(
        "\(index)",
        UncertainMoment(
          earliest: times[index].adding(seconds: -slack), latest: times[index].adding(seconds: slack)))
    }
    for _ in 0..<50_000 {
      var (a, b) = (Int.random(in: 0..<10_000, using: &numbers), Int.random(in: 0..<10_000, using: &numbers))
      if times[a] == times[b] { continue }
      if times[a] > times[b] { (a, b) = (b, a) }
      let months = Int((times[b].seconds - times[a].seconds) / (28 * 86_400) + 1)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: system.constrain("\(b)", .after("\(a)"))
      case 1: system.constrain("\(a)", .before("\(b)"))
      default: system.constrain("\(b)", .within(Period(months: months), of: "\(a)"))
      }
    }
    let solved = try system.solve()
    for index in times.indices {
      let bounds = try #require(solved["\(index)"])
      #expect(bounds.earliest <= times[index] && times[index] <= bounds.latest)
    }
  }

  @Test func longChainsAndCirclesEnd() throws {
    for isClosed in [false, true] {
      for reversed in [false, true] {
        var system = ConstraintSystem()
        let order = reversed ? Array((0..<5000).reversed()) : Array(0..<5000)
        for index in order { system.declare("\(index)") }
        system.declare("0", try date("1941"))
        for index in 1..<5000 {
          system.constrain("\(index)", .exactly(Period(days: 1), after: "\(index - 1)"))
        }
        if isClosed {
          system.constrain("0", .after("4999"))
          #expect(throws: ConstraintError.self) { try system.solve() }
        } else {
          #expect(
            try system.solve()["4999"]?.latest.day == Day(year: 1941, month: 12, day: 31)?.adding(days: 4999))
        }
      }
    }
  }

  @Test(arguments: [false, true]) func chainsWithShortcutsSettle(reversed: Bool) throws {
    var system = ConstraintSystem()
    let count = 4000
    let order = reversed ? Array((0..<count).reversed()) : Array(0..<count)
    for index in order { system.declare("\(index)") }
    for index in order {
      for step in [2, 3, 5, 9, 17] where index + step < count {
        system.constrain("\(index + step)", .after("\(index)"))
      }
      if index + 1 < count { system.constrain("\(index + 1)", .exactly(Period(days: 1), after: "\(index)")) }
    }
    system.declare("2000", try date("1941-04-13"))
    let solved = try system.solve()
    let middle = try #require(Day(year: 1941, month: 4, day: 13))
    for index in [0, 1, 1999, 2000, 2001, 3999] {
      let day = middle.adding(days: Int64(index - 2000))
      #expect(solved["\(index)"] == UncertainMoment(earliest: day.start, latest: day.end.adding(seconds: -1)))
    }
  }

  @Test func circleThatCreepsIsGivenUp() throws {
    // Each round gains two seconds, and only 400 years would prove that it never ends.
    var system = ConstraintSystem()
    system.declare("a", try date("1941-01-01T00:00:00/.."))
    system.declare("c")
    system.constrain("b", .exactly(Period(months: 1, seconds: 2), after: "a"))
    system.constrain("b", .exactly(Period(months: 1, seconds: 1), after: "c"))
    system.constrain("a", .after("c"))
    #expect(throws: ConstraintError.unsettled(steps: 100_000)) { try system.solve(stepLimit: 100_000) }
    #expect(ConstraintError.unsettled(steps: 100_000).description.contains("100000 steps"))
  }
}
