import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

/// Verdicts on random promises against a plain judge who goes through every way to assign the uncertain dates to days.
@Suite struct PromisesByAssignmentTests {
  /// A promise of A to B whose dates are days of March 1930, the first and the last that each may be.
  private struct Promise {
    typealias Days = ClosedRange<Int>
    enum Happening {
      case on(Days)
      case never
    }

    let isToAct: Bool
    let isJoint: Bool
    let start: Days
    let end: Days
    let deed: Days
    let condition: Happening?
    let exception: Happening?
    let deadline: Days?

    init(_ numbers: inout SeededNumbers) {
      func days(_ bounds: ClosedRange<Int>) -> Days {
        let first = Int.random(in: bounds, using: &numbers)
        let length = Bool.random(using: &numbers) ? 0 : Int.random(in: 0...4, using: &numbers)
        return first...min(first + length, bounds.upperBound)
      }
      func happening(_ share: Int) -> Happening? {
        switch Int.random(in: 0..<share, using: &numbers) {
        case 0: .never
        case 1: .on(days(10...28))
        default: nil
        }
      }
      isToAct = Bool.random(using: &numbers)
      isJoint = Int.random(in: 0..<8, using: &numbers) == 0
      start = days(12...17)
      end = days(18...25)
      deed = days(10...28)
      condition = happening(4)
      exception = isToAct ? nil : happening(5)
      deadline = isToAct && Bool.random(using: &numbers) ? days(14...24) : nil
    }

    private func text(_ days: Days) -> String {
      days.count == 1
        ? "1930-03-\(days.lowerBound)" : "[1930-03-\(days.lowerBound)..1930-03-\(days.upperBound)]"
    }

    private func event(_ id: String, _ happening: Happening?) -> String {
      switch happening {
      case nil: ""
      case .never: "  \(id): { kind: note, name: N, modality: hypothetical }\n"
      case .on(let days): "  \(id): { kind: note, name: N, when: \"\(text(days))\" }\n"
      }
    }

    var graph: String {
      let keys =
        [
          condition.map { _ in "condition-event: condition" },
          exception.map { _ in "unless-event: exception" },
          deadline.map { "deadline: \"\(text($0))\"" },
        ].compactMap(\.self).map { ", \($0)" }.joined()
      return """
        entente: 1
        title: T
        actors: { a: A, b: B }
        territories: { land: Land }
        agreements:
          pact:
            name: P
            parties: [a, b]
            in-force: "\(text(start))/\(text(end))"
            obligations: [{ id: p, kind: \(isToAct ? "recognise" : "refrain-from-attack"), by: a, to: b, about: land\(keys) }]
        events:
          deed: { kind: \(isToAct ? "recognition" : "attack"), name: D, when: "\(text(deed))", agents: \(isJoint ? "[a, b]" : "a"), targets: [b, land] }

        """ + event("condition", condition) + event("exception", exception)
    }

    /// What becomes of the promise by its deed, on one day for each date.
    enum Fate: Hashable { case kept, breached, nothingOwed, later }

    /// All fates, by every assignment; as of a day what is done later is not yet done.
    func fates(asOf day: Int?) -> Set<Fate> {
      func ways(_ happening: Happening?) -> [Int?] {
        if case .on(let days)? = happening { days.map(\.self) } else { [nil] }
      }
      var fates: Set<Fate> = []
      for first in start where day.map({ first <= $0 }) ?? true {
        for last in end {
          for done in deed {
            for met in ways(condition) {
              for excepted in ways(exception) {
                for due in deadline.map(Array.init) ?? [.max] {
                  if let day, done > day {
                    fates.insert(.later)
                  } else {
                    fates.insert(fate(first...last, done, met, excepted, due, asOf: day))
                  }
                }
              }
            }
          }
        }
      }
      return fates
    }

    private func fate(_ life: Days, _ done: Int, _ met: Int?, _ excepted: Int?, _ due: Int, asOf day: Int?)
      -> Fate
    {
      guard life.contains(done) else { return .nothingOwed }
      if isJoint, !isToAct { return .kept }
      if condition != nil {
        guard let met, day.map({ met <= $0 }) ?? true, life.contains(met), met <= done else {
          return .nothingOwed
        }
      }
      if let excepted, excepted <= done { return .nothingOwed }
      return isToAct && done <= due ? .kept : .breached
    }
  }

  private func fate(_ outcome: Compliance.Outcome) -> Promise.Fate? {
    switch outcome {
    case .kept: .kept
    case .breached: .breached
    case .lapsed, .notCalledUpon: .nothingOwed
    case .pending, .undecided: nil
    }
  }

  @Test func aVerdictOnADeedIsCertainJustWhereAllDaysAgree() throws {
    var numbers = SeededNumbers(seed: 20)
    var seen: [String: Int] = [:]
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let promise = Promise(&numbers)
      let day = Bool.random(using: &numbers) ? Int.random(in: 10...28, using: &numbers) : nil
      let graph = try read(promise.graph)
      let found = Compliance(of: graph, try asked(of: graph, at: day.map { "1930-03-\($0)" })).verdicts
      let fates = promise.fates(asOf: day)
      guard let verdict = found.first(where: { $0.event == "deed" }) else {
        // Nothing is told that is not owed yet or not done yet.
        #expect(fates.subtracting([.later]).isEmpty, "\(promise.graph) at \(day ?? 0): \(fates)")
        continue
      }
      seen["\(verdict.outcome)", default: 0] += 1
      let told = "\(promise.graph) at \(day ?? 0): \(verdict.outcome) \(verdict.reason), but \(fates)"
      switch (verdict.outcome, fate(verdict.outcome)) {
      case (.breached, _): #expect(fates == [.breached], "\(told)")
      // By consent nothing is broken, whether or not it bound.
      case (.kept, _) where verdict.reason == .byConsent:
        #expect(fates.isSubset(of: [.kept, .nothingOwed]) && fates.contains(.kept), "\(told)")
      case (.kept, _): #expect(fates == [.kept], "\(told)")
      case (_, .nothingOwed?): #expect(fates.subtracting([.nothingOwed, .later]).isEmpty, "\(told)")
      default: #expect(fates.count > 1, "\(told)")
      }
    }
    #expect(seen.count >= 5 && seen.values.allSatisfy { $0 > 4 }, "\(seen)")
  }
}
