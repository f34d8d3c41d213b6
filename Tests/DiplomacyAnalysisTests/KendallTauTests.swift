import TestSupport
import Testing

@testable import DiplomacyAnalysis

@Suite struct KendallTauTests {
  /// By the definition: pairs in the same order less pairs in the other, over the root of the pairs that are not tied.
  private func slowTau(_ pairs: [(Double, Double)]) -> Double? {
    var (balance, first, second) = (0.0, 0.0, 0.0)
    for one in pairs.indices {
      for other in pairs.indices where other > one {
        let (x, y) = (pairs[one].0 - pairs[other].0, pairs[one].1 - pairs[other].1)
        if x != 0 { first += 1 }
        if y != 0 { second += 1 }
        balance += x * y > 0 ? 1 : x * y < 0 ? -1 : 0
      }
    }
    return first * second > 0 ? balance / (first * second).squareRoot() : nil
  }

  @Test func sameAndOppositeOrders() {
    #expect(kendallTau([(1, 10), (2, 20), (3, 30)]) == 1)
    #expect(kendallTau([(1, 30), (2, 20), (3, 10)]) == -1)
    #expect(kendallTau([(1, 1), (1, 2)]) == nil)
    #expect(kendallTau([(1, 1)]) == nil && kendallTau([]) == nil)
  }

  @Test func everyListScoresAsDefined() throws {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<Thoroughness.cases(500, thorough: 5000) {
      let count = Int.random(in: 0...12, using: &numbers)
      let pairs = (0..<count).map { _ in
        (Double(Int.random(in: 0...4, using: &numbers)), Double(Int.random(in: 0...4, using: &numbers)))
      }
      let (found, expected) = (kendallTau(pairs), slowTau(pairs))
      #expect((found == nil) == (expected == nil), "\(pairs)")
      if let found, let expected { #expect(abs(found - expected) < 1e-12, "\(pairs)") }
    }
  }
}
