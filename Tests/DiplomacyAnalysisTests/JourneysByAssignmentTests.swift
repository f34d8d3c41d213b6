import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

/// Existence, acts, lives, orders of dates, meetings and offices, against every assignment of all dates together.
@Suite struct JourneysByAssignmentTests {
  @Test(arguments: 0..<4, [false, true])
  func randomHistoriesMatchEveryAssignment(seed: UInt64, isStrict: Bool) throws {
    var numbers = SeededNumbers(seed: 100 + seed * 2 + (isStrict ? 1 : 0))
    var (onlyPossible, certain, impossible, bounded, compared) = (0, 0, 0, 0, 0)
    var kinds: [String: Int] = [:]
    var options = JourneyOptions()
    options.isStrict = isStrict
    let cases = Thoroughness.cases(60, thorough: 2_500)
    var histories = 0
    while histories < cases {
      let history = AssignedHistory(using: &numbers)
      guard history.assignmentBound <= 3_000 else { continue }
      let assignments = history.assignments
      if assignments.isEmpty { continue }
      histories += 1
      for kind in history.kinds { kinds[kind, default: 0] += 1 }
      let network = ContactNetwork(history.builder.view(), meetings: history.meetings)
      let truths = history.truths(from: "A", isStrict: isStrict, assignments)
      let answers = try #require(try network.reach(of: "A", options))
      let words =
        "\(histories), \(history.meetings), \(history.builder.orders): \(summary(history.builder.graph))"
      let probable =
        histories % 4 > 0
        ? nil : try network.probableReach(of: "A", options, samples: 20, seed: 7)
      for answer in answers {
        let truth = truths[answer.to] ?? AssignedHistory.Truth()
        let (best, worst) = (
          truth.possible.map(AssignedHistory.moment), truth.certain.map(AssignedHistory.moment)
        )
        let (possible, sure) = (answer.possible.first?.arrival, answer.certain.first?.arrival)
        compared += 1
        if answer.possibleBound == .exact {
          #expect(possible == best, "possibly to \(answer.to), \(words)")
        } else {
          #expect(
            best.map { best in possible.map { $0 <= best } ?? false } ?? true,
            "at most to \(answer.to), \(words)")
        }
        if answer.certainBound == .exact {
          #expect(sure == worst, "certainly to \(answer.to), \(words)")
        } else {
          #expect(
            sure.map { sure in worst.map { $0 <= sure } ?? false } ?? true,
            "at least to \(answer.to), \(words)")
        }
        if answer.possibleBound != .exact || answer.certainBound != .exact { bounded += 1 }
        if best == nil { impossible += 1 } else if worst == nil { onlyPossible += 1 } else { certain += 1 }
        if let share = probable?.answers.first(where: { $0.id == answer.to })?.count {
          if worst != nil { #expect(share == 20, "share of what is certain, to \(answer.to), \(words)") }
          if best == nil { #expect(share == 0, "share of what is impossible, to \(answer.to), \(words)") }
        }
      }
    }
    #expect(onlyPossible > 5 && certain > 5 && impossible > 5, "\(onlyPossible) \(certain) \(impossible)")
    #expect(bounded * 10 < compared, "\(bounded) of \(compared) are bounds alone")
    #expect(kinds.count == 7, "\(kinds)")
  }
}
