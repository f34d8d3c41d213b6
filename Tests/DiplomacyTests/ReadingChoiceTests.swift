import Diplomacy
import Testing

@Suite struct ReadingChoiceTests {
  private let sample = graph(
    [],
    readings: [
      reading("base"), reading("strict", extends: "base", isDefault: true),
      reading("stricter", extends: "strict"), reading("other"),
    ])

  @Test func noReadingMeansEveryReading() {
    #expect(sample.choice(of: nil) == .every)
    #expect(sample.choice(of: nil).includes(under("other")))
    #expect(sample.choice(of: nil).includes(Attestation()))
  }

  @Test(
    arguments: [
      ("base", ["base"]), ("strict", ["base", "strict"]), ("stricter", ["base", "strict", "stricter"]),
      ("other", ["other"]),
    ] as [(String, [String])])
  func readingIncludesWhatItExtends(chosen: String, expected: [String]) {
    let choice = sample.choice(of: ReadingID(chosen))
    let included = sample.readings.map(\.id).filter { choice.includes(under($0)) }
    #expect(included.map(\.rawValue) == expected, "\(chosen)")
    #expect(choice.includes(Attestation()), "what names no reading holds under \(chosen)")
  }

  @Test func assertionOfSeveralReadingsHoldsUnderEach() {
    let both = under("base", "other")
    #expect(sample.choice(of: "other").includes(both))
    #expect(sample.choice(of: "stricter").includes(both))
    let graph = graph([], readings: [reading("third")])
    #expect(!graph.choice(of: "third").includes(both))
  }

  @Test func circleOfReadingsEnds() {
    let graph = graph([], readings: [reading("one", extends: "two"), reading("two", extends: "one")])
    #expect(graph.choice(of: "one").accepted == ["one", "two"])
  }

  @Test func defaultReadingIsTheOneMarkedSo() {
    #expect(sample.defaultReading == "strict")
    #expect(graph([], readings: [reading("one")]).defaultReading == nil)
  }
}
