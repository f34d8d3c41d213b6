import Chronology
import TestSupport
import Testing

@Suite struct CalendarFuzzTests {
  private static let seeds = [
    "1941-04-13T14:50:30+09:00", "1941-04-13", "194X", "Y-170000002", "Y17E7", "1950S2", "1941-04~/1945-08?",
    "../1945",
    "1941/", "[1667,1668,1670..1672]", "{1960,1961-12}", "[..1760-12-03]", "-0043-03-15%", "1941-24",
    "156X-12-25",
    "2004-?06-~11", "1941-XX-XX", "-9999-01-01", "9999-12-31", "Y292000000000", "Y-292000000000",
  ]
  private static let alphabet = Array("0123456789-/.,?~%XYESTZ+[]{} ")

  private func mutated(using numbers: inout SeededNumbers) -> String {
    var text = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &numbers)])
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      let place = Int.random(in: 0...text.count, using: &numbers)
      let letter = Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &numbers)]
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: text.insert(letter, at: place)
      case 1 where place < text.count: text.remove(at: place)
      case 2 where place < text.count: text[place] = letter
      default: break
      }
    }
    return String(text)
  }

  private func period(using numbers: inout SeededNumbers) -> Period {
    func number() -> Int { [0, 0, 1, 13, 999_999_999, .max][Int.random(in: 0..<6, using: &numbers)] }
    return Period(
      years: number(), months: number(), weeks: number(), days: number(), hours: number(), minutes: number(),
      seconds: number())
  }

  @Test func wordsArithmeticRelationsAndSamplesNeverTrap() {
    var numbers = SeededNumbers(seed: 1582_10_04)
    var generator = SeededGenerator(seed: 1)
    var dates: [HistoricalDate] = []
    for _ in 0..<Thoroughness.cases(12_000, thorough: 120_000) {
      let text = mutated(using: &numbers)
      if let julian = try? JulianDate(text) {
        if julian.earliest > julian.latest || julian.description != text
          || julian.description(in: "en").isEmpty
        {
          Issue.record("Julian \(text)")
        }
      }
      guard let date = try? HistoricalDate(text) else { continue }
      dates.append(date)
      for language in ["en", "fr", "de", "ru", "ja"] where date.description(in: language).isEmpty {
        Issue.record("'\(text)' has no words in \(language)")
      }
      let period = period(using: &numbers)
      for shifted in [date.adding(period), date.subtracting(period)] where shifted.earliest > shifted.latest {
        Issue.record("'\(text)' by \(period) is \(shifted)")
      }
      let span = Span(date)
      _ = (span.adding(period), span.subtracting(period))
      let other = dates[Int.random(in: 0..<dates.count, using: &numbers)]
      let possible = date.possibleRelations(to: other)
      if possible.isEmpty || possible.converses != other.possibleRelations(to: date) {
        Issue.record("'\(text)', '\(other.text)': \(possible)")
      }
      _ = (date.distance(to: other), date.period(until: other))
      if let sampler = try? DateSampler(date) {
        let moment = sampler.moment(using: &generator)
        if moment < date.earliest || moment > date.latest { Issue.record("'\(text)' gave \(moment)") }
      }
      _ = try? span.sample(using: &generator)
    }
    #expect(dates.count > 3000)
  }

  @Test(.timeLimit(.minutes(5))) func solvingNeverTrapsAndEndsSoon() {
    var numbers = SeededNumbers(seed: 1752_09_02)
    let texts = [
      "1941", "1941-04-13", "../1945", "1941/..", "../..", "Y292000000000", "Y-292000000000", "-0043",
    ]
    for round in 0..<Thoroughness.cases(1500, thorough: 15_000) {
      var system = ConstraintSystem()
      let count = Int.random(in: 1...6, using: &numbers)
      for index in 0..<count {
        let text = texts[Int.random(in: 0..<texts.count, using: &numbers)]
        if Bool.random(using: &numbers), let date = try? HistoricalDate(text) {
          system.declare("\(index)", date)
        } else {
          system.declare("\(index)")
        }
      }
      for _ in 0..<Int.random(in: 0...6, using: &numbers) {
        let other = "\(Int.random(in: 0..<count, using: &numbers))"
        let small = Bool.random(using: &numbers)
        let period =
          small
          ? Period(
            months: Int.random(in: 0...3, using: &numbers), days: Int.random(in: 0...40, using: &numbers))
          : period(using: &numbers)
        let kinds: [DateConstraint] = [
          .after(other), .before(other), .same(as: other), .within(period, of: other),
          .exactly(period, after: other),
        ]
        system.constrain(
          "\(Int.random(in: 0..<count, using: &numbers))", kinds[Int.random(in: 0..<5, using: &numbers)])
      }
      do {
        let solved = try system.solve()
        if solved.count != count { Issue.record("round \(round): \(solved)") }
      } catch {
        if error.description.isEmpty { Issue.record("round \(round)") }
      }
    }
  }
}
