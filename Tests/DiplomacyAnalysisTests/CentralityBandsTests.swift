import Chronology
import Diplomacy
import DiplomacyAnalysis
import Testing

@Suite struct CentralityBandsTests {
  private func bands(
    _ builder: GraphBuilder, at date: String, samples: Int = 2000, seed: UInt64 = 7
  ) throws -> CentralityBands {
    try CentralityBands.series(
      of: builder.view(), at: [GraphBuilder.date(date)], [.degree], samples: samples, seed: seed,
      network: { view, _, dates, _ in MeasuredNetwork(IncidenceNetwork(view, dates: dates)) })[0]
  }

  private func line(_ answer: CentralityBands, _ id: EntityID) -> (band: CentralityBands.Band?, there: Double)
  {
    let index = answer.centrality.rows.firstIndex { $0.entity.id == id }
    guard let index else { return (nil, 0) }
    return (answer.bands[index][0], Double(answer.presence[index]) / Double(answer.sampleCount))
  }

  /// Three standard deviations of a share of 2000 draws.
  private func isNear(_ share: Double, _ expected: Double) -> Bool {
    abs(share - expected) <= 3 * (expected * (1 - expected) / 2000).squareRoot() + 1e-9
  }

  @Test func anUncertainEndShowsInTheBandAndInTheShare() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("sure", inForce: "1920/1940", parties: "A", "B")
    builder.agreement("maybe", inForce: "1930-01/1940", parties: "A", "C")
    let answer = try bands(builder, at: "1930-01-16")
    #expect(line(answer, "A").band.map { [$0.smallest, $0.largest] } == [1, 2])
    #expect(line(answer, "B").band.map { [$0.smallest, $0.median, $0.largest] } == [1, 1, 1])
    // On the 16th it is in force if it began on one of the first 16 of 31 days.
    #expect(isNear(line(answer, "maybe").there, 16.0 / 31), "\(line(answer, "maybe").there)")
    #expect(line(answer, "sure").there == 1 && line(answer, "A").there == 1)
  }

  @Test func participationsAreDecidedWithTheirAgreement() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("pact", inForce: "1930/1932", parties: "A", "B", "C")
    builder.agreement("undated", parties: "A", "B")
    let answer = try bands(builder, at: "1930-07-01")
    // Drawn, the pact has all three or is not there at all.
    #expect(line(answer, "pact").band.map { [$0.smallest, $0.largest] } == [3, 3])
    // What has no date at all counts every other time, with both its parties.
    #expect(line(answer, "undated").band.map { [$0.smallest, $0.median, $0.largest] } == [2, 2, 2])
    #expect(isNear(line(answer, "undated").there, 0.5), "\(line(answer, "undated").there)")
  }

  @Test func aCoarseDateOfTheViewIsDrawnToo() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("pact", inForce: "1930-01-11/1935", parties: "A", "B")
    #expect(try isNear(line(bands(builder, at: "1930-01"), "pact").there, 21.0 / 31))
  }

  @Test func theOrderIsAsStableAsTheDates() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    for (index, other) in (["B", "C"] as [EntityID]).enumerated() {
      builder.agreement(EntityID("sure-\(index)"), inForce: "1920/1940", parties: "A", other)
    }
    for index in 0..<3 {
      builder.agreement(EntityID("maybe-\(index)"), inForce: "1930/1940", parties: "B", "D")
    }
    let answer = try bands(builder, at: "1930-12-31")
    let stability = answer.stability[0]
    // As much as is possible B has four and leads; at the end of the year every start lies behind.
    #expect(stability.leader == "B" && stability.leads == 2000)
    let early = try bands(builder, at: "1930-01-01").stability[0]
    #expect(early.leader == "B" && early.leads < 30)
    #expect(early.smallestTau ?? 1 < stability.smallestTau ?? 0)
  }

  @Test func sameSeedSameBands() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("pact", inForce: "1930/1931", parties: "A", "B")
    let (one, same) = (
      try bands(builder, at: "1930-06", samples: 50), try bands(builder, at: "1930-06", samples: 50)
    )
    #expect(one.bands == same.bands && one.presence == same.presence)
    #expect(try one.presence != bands(builder, at: "1930-06", samples: 50, seed: 9).presence)
  }

  /// Every band holds the scores of the certain and of the possible network.
  @Test func bandsHoldWhatIsCertainAndWhatIsPossible() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("one", inForce: "1930/1931", parties: "A", "B", "C")
    builder.agreement("two", inForce: "1929-05/1930-08", parties: "C", "D")
    builder.agreement("three", inForce: "1930~/..", parties: "A", "D")
    let answers = try CentralityBands.series(
      of: builder.view(), at: ["1929-06-01", "1930-07-01", "1931-05-05"].map(GraphBuilder.date),
      [.betweenness, .harmonic], samples: 40, seed: 1,
      network: { view, _, dates, _ in MeasuredNetwork(IncidenceNetwork(view, dates: dates)) })
    #expect(answers.count == 3)
    for answer in answers {
      let view = answer.centrality.network.view
      for dates in DateAssumption.allCases {
        let network = IncidenceNetwork(view, dates: dates)
        for row in try Centrality(of: network, [.betweenness, .harmonic]).rows {
          let place = answer.centrality.rows.firstIndex { $0.entity.id == row.entity.id }
          for index in 0...1 {
            let band = place.flatMap { answer.bands[$0][index] }
            #expect(
              (band?.smallest ?? .nan) <= row.scores[index] && row.scores[index] <= (band?.largest ?? .nan),
              "\(row.entity.id) \(dates)")
          }
        }
      }
    }
  }
}

@Suite struct DateSeriesTests {
  private func days(_ start: String, _ end: String, _ period: String) throws -> [String]? {
    DateSeries(from: GraphBuilder.date(start), to: GraphBuilder.date(end), every: try Period(period))?
      .dates.map(\.text)
  }

  @Test func monthsAreCountedFromTheFirstDay() throws {
    #expect(
      try days("1940-01-31", "1940-05", "P1M")
        == ["1940-01-31", "1940-02-29", "1940-03-31", "1940-04-30", "1940-05-31"])
  }

  @Test func yearsBeginWithTheFirstDayAndEndWithTheLast() throws {
    #expect(try days("1938", "1940", "P1Y") == ["1938-01-01", "1939-01-01", "1940-01-01"])
    #expect(try days("-0001", "0001", "P1Y") == ["-0001-01-01", "0000-01-01", "0001-01-01"])
    #expect(try days("1938-05-01", "1938-05-01", "P10Y") == ["1938-05-01"])
  }

  @Test func daysAreCountedWithoutBeingMade() throws {
    func count(_ start: String, _ end: String, _ period: String) throws -> Int? {
      DateSeries.count(from: GraphBuilder.date(start), to: GraphBuilder.date(end), every: try Period(period))
    }
    // 400 years have 146,097 days.
    #expect(try count("2001", "2400", "P1D") == 146_097)
    #expect(try count("1940-01-31", "1940-05", "P1M") == 5)
    #expect(try count("1938-05-01", "1938-05-01", "P10Y") == 1)
    #expect(try count("1938", "1940", "PT6H") == nil)
    #expect(try count("1931", "1941", "P999999999Y999999999M999999999W") == 1)
    #expect(try count("Y-291999999999", "Y291999999999", "P1Y") == 583_999_999_999)
  }

  @Test func whatLeadsNowhereIsNoSeries() throws {
    #expect(try days("1940", "1938", "P1Y") == nil)
    #expect(try days("1938", "1940", "P0D") == nil)
    #expect(try days("1938", "1940", "PT6H") == nil)
    #expect(try days("1938", "1938/..", "P1Y") == nil)
    #expect(try days("0001", "9999", "P1D") == nil)
  }
}
