import Chronology
import TestSupport
import Testing

@testable import Diplomacy

/// The derived lives of random agreements against a walk from day to day.
@Suite struct LifeSimulationTests {
  static let horizon = 130

  static let dates = (0...horizon).compactMap { try? HistoricalDate(text($0)) }

  // MARK: Random lives

  private func length(_ numbers: inout SeededNumbers) -> SimulatedLife.Length {
    Int.random(in: 0..<4, using: &numbers) == 0
      ? SimulatedLife.Length(months: Int.random(in: 1...2, using: &numbers))
      : SimulatedLife.Length(days: Int.random(in: 1...25, using: &numbers))
  }

  func randomLife(_ numbers: inout SeededNumbers, acts: ClosedRange<Int>) -> SimulatedLife {
    var life = SimulatedLife()
    func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &numbers) == 0 }
    life.parties = [0, 2, 2, 3, 4][Int.random(in: 0..<5, using: &numbers)]
    func actors() -> [Int] {
      guard life.parties > 0, !chance(3) else { return [] }
      return Array(
        Set(
          (0..<Int.random(in: 1...2, using: &numbers)).map { _ in
            Int.random(in: 0..<life.parties, using: &numbers)
          })
      ).sorted()
    }
    if !chance(4) {
      life.steps.append(.init(kind: "signature", day: Int.random(in: 0...10, using: &numbers)))
    }
    if chance(2) {
      life.steps.append(.init(kind: "entry-into-force", day: Int.random(in: 5...20, using: &numbers)))
    }
    let kinds = [
      "denunciation", "denunciation", "withdrawal", "extension", "renewal", "accession", "ratification",
      "suspension", "resumption", "breach", "registration", "signature", "termination", "deposit",
      "provisional-application", "succession", "nullity", "extension", "accession",
    ]
    for _ in 0..<Int.random(in: acts, using: &numbers) {
      var step = SimulatedLife.Step(
        kind: kinds[Int.random(in: 0..<kinds.count, using: &numbers)],
        day: Int.random(in: 0...90, using: &numbers))
      if step.kind == "termination" || step.kind == "nullity", !chance(3) { continue }
      step.by = actors()
      if step.kind == "accession" || step.kind == "succession", step.by.isEmpty {
        step.by = [chance(3) ? 5 : 0]
      }
      if ["extension", "renewal", "suspension", "provisional-application"].contains(step.kind) {
        if chance(3) { step.until = Int.random(in: step.day...120, using: &numbers) }
        if step.kind == "extension" || step.kind == "renewal", chance(2) { step.length = length(&numbers) }
      }
      life.steps.append(step)
    }
    if !chance(3) { life.duration = length(&numbers) }
    if chance(6) { life.lastDay = Int.random(in: 15...60, using: &numbers) }
    if !chance(3) { life.notice = chance(3) ? .init() : length(&numbers) }
    if chance(2) { life.renewal = chance(3) ? .indefinite : .each(length(&numbers)) }
    life.needsRatification = chance(6)
    life.bindsByRatification = chance(5)
    if chance(6) { life.ratificationsNeeded = Int.random(in: 1...2, using: &numbers) }
    life.countsFromSignature = chance(5)
    if chance(3) {
      life.effect = ["at-once", "after-notice", "end-of-term"][Int.random(in: 0..<3, using: &numbers)]
    }
    if chance(4) { life.oneEndsAll = chance(2) }
    life.breachEnds = chance(3)
    return life
  }

  // MARK: The same life as a graph

  private func period(_ length: SimulatedLife.Length) -> Period {
    Period(months: length.months, days: length.days)
  }

  /// Day 0 is 1901-01-01, which has the number −25,202.
  func text(_ day: Int) -> String { Self.text(day) }
  static func text(_ day: Int) -> String { Day(number: Int64(day) - 25_202).description }

  /// - Parameter possible: The days on which each step may have been; empty: each on its own.
  func agreement(_ life: SimulatedLife, on possible: [[Int]] = []) throws -> DiplomaticGraph {
    func date(_ day: Int) throws -> HistoricalDate { try HistoricalDate(text(day)) }
    let acts = try life.steps.enumerated().map { index, step in
      let days = possible.isEmpty ? [step.day] : possible[index]
      let when = days.count == 1 ? text(days[0]) : "[\(days.map { text($0) }.joined(separator: ","))]"
      return Act(
        kind: Act.Kind(step.kind), date: try HistoricalDate(when),
        by: step.by.map { EntityID("p\($0)") }, until: try step.until.map { try date($0) },
        period: step.length.map(period))
    }
    let terms = Terms(
      duration: life.duration.map(period), until: try life.lastDay.map { try date($0) },
      notice: life.notice.map(period),
      renewal: life.renewal.map { renewal in
        switch renewal {
        case .each(let length): .each(period(length))
        case .indefinite: .indefinite
        }
      },
      entry: life.needsRatification ? .ratification : nil,
      ratification: life.bindsByRatification ? .required : nil, ratifications: life.ratificationsNeeded,
      termStart: life.countsFromSignature ? .signature : nil,
      denunciation: life.effect.flatMap { Terms.Effect(rawValue: $0) },
      denunciationEnds: life.oneEndsAll.map { $0 ? .agreement : .membership },
      breach: life.breachEnds ? .ends : nil)
    let actors = (0...5).map { entity(EntityID("p\($0)"), .actor) }
    return graph(
      actors + [entity("pact", .agreement, life: AgreementLife(acts: acts, terms: [terms]))],
      (0..<life.parties).map { statement(EntityID("p\($0)"), .party, "pact") })
  }

  func answer(_ course: LifeCourse?, on day: Int) -> Answer {
    let date = Self.dates[day]
    return (course?.spans ?? []).reduce(.no) { $0 || $1.covers(date) }
  }

  /// The days of a course whose bounds are certain, up to the horizon; nil when one is not.
  private func certainDays(_ course: LifeCourse?) -> Set<Int>? {
    var days: Set<Int> = []
    for span in course?.spans ?? [] where !span.isContradictory && span != .never {
      guard span.earliestStart == span.latestStart, span.earliestEnd == span.latestEnd else { return nil }
      let first = Int(span.earliestStart.day.number) + 25_202
      let end = span.latestEnd.isOpen ? Self.horizon : Int(span.latestEnd.day.number) + 25_201
      if first <= min(end, Self.horizon) { days.formUnion(first...min(end, Self.horizon)) }
    }
    return days
  }

  // MARK: The tests

  @Test func certainLivesAreThoseOfTheWalk() throws {
    var numbers = SeededNumbers(seed: 4)
    var compared = 0
    for _ in 0..<Thoroughness.cases(1500, thorough: 100_000) {
      let life = randomLife(&numbers, acts: 0...6)
      guard life.hasBeginning else { continue }
      let graph = try agreement(life)
      let course = graph.course(of: "pact", under: .every)
      let days = life.days(to: Self.horizon)
      guard certainDays(course) == days else {
        Issue.record("derived \(String(describing: course?.spans)), walked \(days.sorted()): \(life)")
        return
      }
      for member in 0..<life.parties {
        let own = graph.course(of: EntityID("p\(member)"), in: "pact", under: .every)
        let days = life.days(of: member, to: Self.horizon)
        guard certainDays(own) == days else {
          Issue.record(
            "member \(member) derived \(String(describing: own?.spans)), walked \(days.sorted()): \(life)")
          return
        }
      }
      compared += 1
    }
    #expect(compared > 1_200)
  }

  /// A life with the days on which each of its steps may have been: 1 to 3, in any distance.
  private func randomPossibilities(
    _ life: SimulatedLife, _ numbers: inout SeededNumbers
  ) -> [[Int]] {
    life.steps.map { step in
      let width = [0, 1, 3, 12, 40][Int.random(in: 0..<5, using: &numbers)]
      let last = step.until ?? Self.horizon - 40
      return Set(
        (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
          min(last, step.day + Int.random(in: 0...width, using: &numbers))
        }
      ).sorted()
    }
  }

  /// The life on every choice of its days that can be; empty where none can.
  private func assignments(_ life: SimulatedLife, on possible: [[Int]]) -> [SimulatedLife] {
    let orders = life.orders.filter { $0.isPossible(possible) }
    var lives = possible.enumerated().reduce([life]) { lives, entry in
      lives.flatMap { life in
        entry.element.map { day in
          var next = life
          next.steps[entry.offset].day = day
          return next
        }
      }
    }.filter { life in orders.allSatisfy { $0.holds(life.steps.map(\.day)) } }
    // A term does not end before the signature or the entry into force.
    if let last = life.lastDay {
      for kind in ["signature", "entry-into-force"] {
        let steps = life.steps.indices.filter { life.steps[$0].kind == kind }
        guard steps.contains(where: { possible[$0].contains { $0 <= last } }) else { continue }
        lives = lives.filter { life in steps.contains { life.steps[$0].day <= last } }
      }
    }
    func keep(_ holds: (SimulatedLife) -> Bool) {
      let kept = lives.filter(holds)
      if !kept.isEmpty { lives = kept }
    }
    // That an agreement began before it ended is taken for granted, and that those who acceded took part.
    keep { !$0.hasNoDay(to: Self.horizon) }
    var joined: [Int] = []
    for step in life.steps where step.kind == "accession" || step.kind == "succession" {
      joined += step.by.filter { !joined.contains($0) }
    }
    for member in joined { keep { !$0.hasNoDay(of: member, to: Self.horizon) } }
    return lives
  }

  /// What is wrong with a course that should be possible just where one of some walks is in force, and certain where all
  /// are; nil when nothing is.
  private func mistake(_ course: LifeCourse?, _ walks: [Set<Int>]) -> String? {
    for day in 0...Self.horizon {
      let held = walks.count { $0.contains(day) }
      let expected: Answer = held == walks.count ? .yes : held == 0 ? .no : .maybe
      let found = answer(course, on: day)
      if found != expected { return "day \(day) is \(found), in \(held) of \(walks.count)" }
    }
    let real = walks.filter { !$0.isEmpty }
    guard let hull = course?.hull, !real.isEmpty, real.allSatisfy({ $0.max() != Self.horizon }) else {
      return nil
    }
    let bounds = [hull.earliestStart.day, hull.latestStart.day, hull.earliestEnd.day, hull.latestEnd.day]
      .map { Int($0.number) + 25_202 }
    let (first, last) = (real.compactMap { $0.min() }, real.compactMap { $0.max() })
    let expected = [first.min(), first.max(), last.min().map { $0 + 1 }, last.max().map { $0 + 1 }]
    // Of one date alone bounds answer, and these count as a beginning also the day on which it would have ended at once.
    if real.count < walks.count, let first = first.max(), let last = last.min() {
      return bounds[0] == expected[0] && bounds[1] >= first && bounds[2] <= last + 1
        && bounds[3] == expected[3]
        ? nil : "bounds \(bounds) are narrower than \(expected)"
    }
    return bounds.map(Optional.some) == expected ? nil : "bounds \(bounds), walked \(expected)"
  }

  @Test func uncertainLivesAreThoseOfEveryAssignment() throws {
    var numbers = SeededNumbers(seed: 44)
    var (lives, courses) = (0, 0)
    for _ in 0..<Thoroughness.cases(500, thorough: 30_000) {
      let life = randomLife(&numbers, acts: 0...4)
      guard life.hasBeginning, life.steps.count <= 5 else { continue }
      let possible = randomPossibilities(life, &numbers)
      let walked = assignments(life, on: possible)
      guard !walked.isEmpty else { continue }
      let graph = try agreement(life, on: possible)
      lives += 1
      let course = graph.course(of: "pact", under: .every)
      if let mistake = mistake(course, walked.map { $0.days(to: Self.horizon) }) {
        Issue.record("\(mistake): \(String(describing: course?.spans)), \(life), \(possible)")
        return
      }
      for member in 0..<life.parties {
        let own = graph.course(of: EntityID("p\(member)"), in: "pact", under: .every)
        courses += 1
        if let mistake = mistake(own, walked.map { $0.days(of: member, to: Self.horizon) }) {
          Issue.record(
            "member \(member): \(mistake): \(String(describing: own?.spans)), \(life), \(possible)")
          return
        }
      }
    }
    #expect(lives > 330 && courses > 650, "\(lives) lives, \(courses) members")
  }

  /// What is said of more assignments than are listed: never a wrong word, and where terms and notices alone decide, the bounds
  /// are those of the assignments.
  @Test func boundsOfManyAssignmentsAreSafe() throws {
    var numbers = SeededNumbers(seed: 48)
    var exact = 0
    for _ in 0..<Thoroughness.cases(500, thorough: 20_000) {
      let life = randomLife(&numbers, acts: 0...3)
      guard life.hasBeginning, life.steps.count <= 4 else { continue }
      let possible = randomPossibilities(life, &numbers)
      let walks = assignments(life, on: possible).map { $0.days(to: Self.horizon) }
      guard let written = try agreement(life, on: possible)["pact"]?.life, !walks.isEmpty else { continue }
      var facts = LifeFacts(written) { _ in true }
      for party in 0..<life.parties { facts.add(party: EntityID("p\(party)"), during: nil) }
      let course = facts.course()
      for day in 0...Self.horizon {
        let held = walks.count { $0.contains(day) }
        let found = answer(course, on: day)
        if found == .yes && held < walks.count || found == .no && held > 0 {
          Issue.record("day \(day) is \(found), in \(held) of \(walks.count): \(life), \(possible)")
          return
        }
      }
      let kinds = Set(life.steps.map(\.kind))
      guard
        kinds.isDisjoint(with: [
          "suspension", "termination", "breach", "ratification", "accession", "deposit", "succession",
          "provisional-application", "nullity",
        ]),
        life.parties <= 2, life.steps.count(where: { $0.kind == "signature" }) == 1,
        !kinds.contains("entry-into-force"), walks.allSatisfy({ !$0.isEmpty && $0.max() != Self.horizon }),
        let hull = course.hull
      else { continue }
      exact += 1
      let (first, last) = (walks.compactMap { $0.min() }, walks.compactMap { $0.max() })
      let bounds = [hull.earliestStart.day, hull.latestStart.day, hull.earliestEnd.day, hull.latestEnd.day]
        .map { Int($0.number) + 25_202 }
      let expected = [first.min(), first.max(), last.min().map { $0 + 1 }, last.max().map { $0 + 1 }]
      if bounds.map(Optional.some) != expected {
        Issue.record("bounds \(bounds), walked \(expected): \(life), \(possible)")
        return
      }
    }
    #expect(exact > 10, "\(exact)")
  }

  /// Every assignment is as likely in a draw.
  @Test func drawnLivesAreTheAssignments() throws {
    var numbers = SeededNumbers(seed: 45)
    var generator = SeededGenerator(seed: 46)
    let draws = 120
    var lives = 0
    for _ in 0..<Thoroughness.cases(40, thorough: 1500) {
      let life = randomLife(&numbers, acts: 0...4)
      guard life.hasBeginning, life.steps.count <= 5 else { continue }
      let possible = randomPossibilities(life, &numbers)
      let walks = assignments(life, on: possible).map { $0.days(to: Self.horizon) }
      guard walks.count > 1 else { continue }
      let graph = try agreement(life, on: possible)
      lives += 1
      var counts = [Int](repeating: 0, count: Self.horizon + 1)
      var graphs = GraphDraws(of: graph)
      for _ in 0..<draws {
        let drawn = graphs.next(using: &generator).course(of: "pact", under: .every)
        for day in certainDays(drawn) ?? [] { counts[day] += 1 }
      }
      for day in 0...Self.horizon {
        let share = Double(walks.count { $0.contains(day) }) / Double(walks.count)
        let expected = share * Double(draws)
        // Five standard deviations, and none where it is certain or impossible.
        let allowed = 5 * (Double(draws) * share * (1 - share)).squareRoot()
        if abs(Double(counts[day]) - expected) > allowed {
          Issue.record("day \(day): \(counts[day]) of \(draws), expected \(expected): \(life), \(possible)")
          return
        }
      }
    }
    #expect(lives > 20, "\(lives) lives")
  }
}
