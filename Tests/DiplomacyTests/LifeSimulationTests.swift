import Chronology
import Diplomacy
import TestSupport
import Testing

/// The derived lives of random agreements against a walk from day to day.
@Suite struct LifeSimulationTests {
  private static let horizon = 130

  private static let dates = (0...horizon).compactMap { try? HistoricalDate(text($0)) }

  // MARK: Random lives

  private func length(_ numbers: inout SeededNumbers) -> SimulatedLife.Length {
    Int.random(in: 0..<4, using: &numbers) == 0
      ? SimulatedLife.Length(months: Int.random(in: 1...2, using: &numbers))
      : SimulatedLife.Length(days: Int.random(in: 1...25, using: &numbers))
  }

  private func randomLife(_ numbers: inout SeededNumbers, acts: ClosedRange<Int>) -> SimulatedLife {
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
      "suspension", "resumption", "breach", "registration", "signature", "termination",
    ]
    for _ in 0..<Int.random(in: acts, using: &numbers) {
      var step = SimulatedLife.Step(
        kind: kinds[Int.random(in: 0..<kinds.count, using: &numbers)],
        day: Int.random(in: 0...90, using: &numbers))
      if step.kind == "termination", !chance(3) { continue }
      step.by = actors()
      if step.kind == "accession", step.by.isEmpty { step.by = [chance(3) ? 5 : 0] }
      if ["extension", "renewal", "suspension"].contains(step.kind) {
        if chance(3) { step.until = Int.random(in: step.day...120, using: &numbers) }
        if step.kind != "suspension", chance(2) { step.length = length(&numbers) }
      }
      life.steps.append(step)
    }
    if !chance(3) { life.duration = length(&numbers) }
    if chance(6) { life.lastDay = Int.random(in: 15...60, using: &numbers) }
    if chance(2) { life.notice = length(&numbers) }
    if chance(2) { life.renewal = chance(3) ? .indefinite : .each(length(&numbers)) }
    life.needsRatification = chance(6)
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
  private func text(_ day: Int) -> String { Self.text(day) }
  private static func text(_ day: Int) -> String { Day(number: Int64(day) - 25_202).description }

  private func agreement(_ life: SimulatedLife, widths: [Int] = []) throws -> DiplomaticGraph {
    func date(_ day: Int, _ width: Int) throws -> HistoricalDate {
      try HistoricalDate(width == 0 ? text(day) : "[\(text(day))..\(text(day + width))]")
    }
    let acts = try life.steps.enumerated().map { index, step in
      Act(
        kind: Act.Kind(step.kind), date: try date(step.day, widths.isEmpty ? 0 : widths[index]),
        by: step.by.map { EntityID("p\($0)") }, until: try step.until.map { try date($0, 0) },
        period: step.length.map(period))
    }
    let terms = Terms(
      duration: life.duration.map(period), until: try life.lastDay.map { try date($0, 0) },
      notice: life.notice.map(period),
      renewal: life.renewal.map { renewal in
        switch renewal {
        case .each(let length): .each(period(length))
        case .indefinite: .indefinite
        }
      },
      entry: life.needsRatification ? .ratification : nil,
      termStart: life.countsFromSignature ? .signature : nil,
      denunciation: life.effect.flatMap { Terms.Effect(rawValue: $0) },
      denunciationEnds: life.oneEndsAll.map { $0 ? .agreement : .membership },
      breach: life.breachEnds ? .ends : nil)
    let actors = (0...5).map { entity(EntityID("p\($0)"), .actor) }
    return graph(
      actors + [entity("pact", .agreement, life: AgreementLife(acts: acts, terms: [terms]))],
      (0..<life.parties).map { statement(EntityID("p\($0)"), .party, "pact") })
  }

  private func answer(_ course: LifeCourse?, on day: Int) -> Answer {
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
    for _ in 0..<Thoroughness.cases(4000, thorough: 100_000) {
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
    #expect(compared > 3_200)
  }

  @Test func uncertainLivesAnswerForEveryAssignment() throws {
    var numbers = SeededNumbers(seed: 44)
    var exact = 0
    for _ in 0..<Thoroughness.cases(1200, thorough: 12_000) {
      let life = randomLife(&numbers, acts: 0...3)
      guard life.hasBeginning, life.steps.count <= 4 else { continue }
      let widths = life.steps.map { _ in [0, 0, 1, 3][Int.random(in: 0..<4, using: &numbers)] }
      let course = try agreement(life, widths: widths).course(of: "pact", under: .every)
      // That an agreement began before it ended is taken for granted, where the dates allow it.
      let walks = assignments(life, widths).map { $0.days(to: Self.horizon) }.filter { !$0.isEmpty }
      guard !walks.isEmpty else { continue }
      for day in stride(from: 0, through: Self.horizon, by: 1) {
        let found = answer(course, on: day)
        let held = walks.count { $0.contains(day) }
        let isRight = found == .maybe || (found == .yes ? held == walks.count : held == 0)
        guard isRight else {
          Issue.record("day \(day) is \(found), held in \(held) of \(walks.count): \(life), \(widths)")
          return
        }
      }
      // Where terms and notices alone decide, the bounds are those of the assignments.
      let kinds = Set(life.steps.map(\.kind))
      guard kinds.isDisjoint(with: ["suspension", "termination", "breach", "ratification", "accession"]),
        life.parties <= 2, life.steps.count(where: { $0.kind == "signature" }) <= 1,
        !life.countsFromSignature,
        walks.allSatisfy({ $0.max() != Self.horizon }), let span = course?.hull
      else { continue }
      exact += 1
      let (first, last) = (walks.compactMap { $0.min() }, walks.compactMap { $0.max() })
      let bounds = [span.earliestStart.day, span.latestStart.day, span.earliestEnd.day, span.latestEnd.day]
        .map {
          Int($0.number) + 25_202
        }
      let expected = [first.min(), first.max(), last.min().map { $0 + 1 }, last.max().map { $0 + 1 }]
      guard bounds.map(Optional.some) == expected else {
        Issue.record("bounds \(bounds), walked \(expected): \(life), \(widths)")
        return
      }
    }
    #expect(exact > 100)
  }

  /// The life with every choice of days.
  private func assignments(_ life: SimulatedLife, _ widths: [Int]) -> [SimulatedLife] {
    widths.enumerated().reduce([life]) { lives, entry in
      lives.flatMap { life in
        (0...entry.element).map { shift in
          var next = life
          next.steps[entry.offset].day += shift
          return next
        }
      }
    }
  }
}
