import DiplomacyAnalysis
import Foundation
import TestSupport
import Testing

/// How far two divisions into groups agree.
@Suite struct PartitionAgreementTests {
  private func index(_ one: [Int], _ other: [Int]) -> Double {
    adjustedRandIndex(Array(zip(one, other)))
  }

  /// Worked by hand: (together in both − expected) / (mean of together in each − expected).
  @Test func valuesAreThoseWorkedByHand() {
    // Together in both 1, in the first 2, in the second 1, of 6 pairs: (1 − 1/3) / (3/2 − 1/3).
    #expect(abs(index([0, 0, 1, 1], [0, 0, 1, 2]) - 4.0 / 7) < 1e-15)
    // 0, 2 and 2 of 6: (0 − 2/3) / (2 − 2/3).
    #expect(abs(index([0, 0, 1, 1], [0, 1, 0, 1]) + 0.5) < 1e-15)
    // Of six, in groups of three and three, and of two, two and two: 2, 6 and 3 of 15: (2 − 1.2) / (4.5 − 1.2).
    #expect(abs(index([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) - 0.8 / 3.3) < 1e-15)
  }

  @Test func numbersOfGroupsDoNotMatter() {
    #expect(index([0, 0, 1, 1, 2], [7, 7, 3, 3, 5]) == 1)
  }

  @Test func degeneratePartitionsAgreeWhereTheyAreTheSame() {
    #expect(index([], []) == 1)
    #expect(index([1], [2]) == 1)
    #expect(index([1, 1, 1], [4, 4, 4]) == 1)
    #expect(index([1, 2, 3], [3, 1, 2]) == 1)
    #expect(index([1, 1, 1], [1, 2, 3]) == 0)
    #expect(index([1, 2, 3], [1, 1, 1]) == 0)
    #expect(index([1, 1, 1, 1], [1, 1, 2, 2]) == 0)
  }

  /// All pairs, one by one, as scikit-learn counts them.
  @Test func randomPartitionsHaveTheIndexOfTheirPairs() {
    var generator = SeededNumbers(seed: 1985)
    for _ in 0..<Thoroughness.cases(300, thorough: 10_000) {
      let count = Int.random(in: 0...12, using: &generator)
      let (most, others) = (
        Int.random(in: 1...4, using: &generator), Int.random(in: 1...6, using: &generator)
      )
      let one = (0..<count).map { _ in Int.random(in: 0..<most, using: &generator) }
      let other = (0..<count).map { _ in Int.random(in: 0..<others, using: &generator) }
      var pairs = [[0, 0], [0, 0]]
      for low in 0..<count {
        for high in low + 1..<max(count, low + 1) {
          pairs[one[low] == one[high] ? 1 : 0][other[low] == other[high] ? 1 : 0] += 1
        }
      }
      let (apart, second, first, together) = (pairs[0][0], pairs[0][1], pairs[1][0], pairs[1][1])
      let expected =
        first == 0 && second == 0
        ? 1
        : 2 * Double(together * apart - first * second)
          / Double((together + first) * (first + apart) + (together + second) * (second + apart))
      #expect(abs(index(one, other) - expected) < 1e-12, "\(one) \(other)")
      #expect(abs(index(one, other) - index(other, one)) < 1e-12)
    }
  }

  @Test(.enabled(if: Tools.python != nil, "Scripts/test installs Python with igraph"))
  func randomPartitionsHaveTheIndexThatIgraphGives() throws {
    let script = """
      import igraph, json, random
      random.seed(5)
      cases = []
      while len(cases) < 300:
          n = random.randint(2, 60)
          a, b = ([random.randrange(random.choice((1, 2, 3, 8, 60))) for _ in range(n)] for _ in "ab")
          if random.random() < 0.3:
              b = [x if random.random() < 0.9 else y for x, y in zip(a, b)]
          index = igraph.compare_communities(a, b, method="adjusted_rand")
          # It gives none where both have one group, or nothing but groups of one.
          if index == index:
              cases.append({"one": a, "other": b, "index": index})
      print(json.dumps(cases))
      """
    struct Case: Decodable {
      let one: [Int]
      let other: [Int]
      let index: Double
    }
    let outcome = try run(try #require(Tools.python), ["-c", script])
    try #require(outcome.code == 0, "\(outcome.errors)")
    let cases = try JSONDecoder().decode([Case].self, from: Data(outcome.output.utf8))
    #expect(cases.count == 300)
    for each in cases {
      #expect(abs(index(each.one, each.other) - each.index) < 1e-12, "\(each.one) \(each.other)")
    }
  }
}
