import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct LabelSpacingTests {
  @Test func labelsStayWhereTheyAreWantedIfThereIsRoom() {
    #expect(LabelSpacing.spread([50, 10, 30], lengths: [10, 10, 10], within: 0...100) == [50, 10, 30])
    #expect(LabelSpacing.spread([], lengths: [], within: 0...1) == [])
  }

  @Test func twoAtOnePlacePartEvenly() {
    #expect(LabelSpacing.spread([50, 50], lengths: [10, 10], within: 0...100) == [45, 55])
    #expect(LabelSpacing.spread([0, 0], lengths: [10, 10], within: 0...100) == [5, 15])
    #expect(LabelSpacing.spread([100, 100, 99], lengths: [10, 10, 10], within: 0...100) == [85, 95, 75])
  }

  /// Against all ways to put labels on a grid: the sum of squared distances is the least there is.
  @Test func theSumOfSquaredDistancesIsTheLeast() {
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<200 {
      let wanted = (0..<3).map { _ in Double(Int.random(in: 0...12, using: &numbers)) }
      let lengths = (0..<3).map { _ in Double(Int.random(in: 1...2, using: &numbers) * 2) }
      let found = LabelSpacing.spread(wanted, lengths: lengths, within: 0...12)
      func cost(_ places: [Double]) -> Double {
        zip(places, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      func isApart(_ places: [Double], _ slack: Double = 1e-9) -> Bool {
        places.indices.allSatisfy { one in
          places[one] - lengths[one] / 2 >= -slack && places[one] + lengths[one] / 2 <= 12 + slack
            && places.indices.allSatisfy { other in
              one == other
                || abs(places[one] - places[other]) >= (lengths[one] + lengths[other]) / 2 - slack
            }
        }
      }
      let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
      func isInOrder(_ places: [Double]) -> Bool { order.map { places[$0] } == places.sorted() }
      let grid = (0...24).map { Double($0) / 2 }
      var best = Double.infinity
      for a in grid {
        for b in grid {
          for c in grid where isApart([a, b, c]) && isInOrder([a, b, c]) {
            best = min(best, cost([a, b, c]))
          }
        }
      }
      #expect(isApart(found) && isInOrder(found), "\(wanted) \(lengths) \(found)")
      #expect(cost(found) <= best + 1e-9, "\(wanted) \(lengths) \(found) \(best)")
    }
  }

  @Test func neitherLabelsNorTheLinesToThemCross() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<300 {
      let marks = (0..<Int.random(in: 0...14, using: &numbers)).map { _ in
        (
          x: Double(Int.random(in: 0...40, using: &numbers)),
          length: Double(Int.random(in: 1...25, using: &numbers))
        )
      }
      let lanes = LabelSpacing.lanes(marks)
      for one in marks.indices {
        for other in marks.indices where other != one {
          let (mine, theirs) = (marks[one], marks[other])
          if lanes[one] == lanes[other] {
            #expect(
              mine.x + mine.length <= theirs.x || theirs.x + theirs.length <= mine.x, "\(marks) \(lanes)")
          }
          // The line to a label below does not cross this one, beyond its beginning.
          if lanes[other] > lanes[one] {
            #expect(!(theirs.x > mine.x && theirs.x < mine.x + mine.length), "\(marks) \(lanes)")
          }
        }
      }
    }
  }
}
