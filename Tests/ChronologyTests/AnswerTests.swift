import Chronology
import Testing

@Suite struct AnswerTests {
  /// The bits of the possible truths: certain answers have one, maybe has both.
  private func truths(_ answer: Answer) -> [Bool] {
    switch answer {
    case .yes: [true]
    case .no: [false]
    case .maybe: [true, false]
    }
  }

  private func answer(_ truths: [Bool]) -> Answer {
    Set(truths).count == 2 ? .maybe : Answer(truths[0])
  }

  @Test func operatorsAgreeWithEveryReadingOfMaybe() {
    for left in Answer.allCases {
      #expect(!left == answer(truths(left).map { !$0 }), "not \(left)")
      for right in Answer.allCases {
        let pairs = truths(left).flatMap { a in truths(right).map { (a, $0) } }
        #expect((left && right) == answer(pairs.map { $0 && $1 }), "\(left) and \(right)")
        #expect((left || right) == answer(pairs.map { $0 || $1 }), "\(left) or \(right)")
        #expect(!(left && right) == (!left || !right), "De Morgan, \(left) \(right)")
      }
    }
  }

  @Test func rightSideIsNotAskedWhenTheLeftDecides() {
    var asked = 0
    func ask() -> Answer {
      asked += 1
      return .maybe
    }
    #expect((Answer.no && ask()) == .no)
    #expect((Answer.yes || ask()) == .yes)
    #expect(asked == 0)
  }

  @Test func possibleIsNotNoAndCertainIsYes() {
    #expect(Answer.allCases.filter(\.isPossible) == [.yes, .maybe])
    #expect(Answer.allCases.filter(\.isCertain) == [.yes])
    #expect(Answer.allCases.map(\.description) == ["yes", "no", "maybe"])
  }
}
