import Chronology
import Diplomacy
import DiplomacyAnalysis
import Networks
import Testing

/// Measures of journeys and walks through the contacts of small graphs.
@Suite struct ContactMeasuresTests {
  private func scores(
    _ builder: GraphBuilder, _ measure: Measure, _ dates: DateAssumption = .possible,
    _ journeys: JourneyOptions = JourneyOptions(), _ temporal: TemporalOptions = TemporalOptions(),
    meetings: ContactNetwork.Meetings = .spans
  ) throws -> [EntityID: Double] {
    let network = MeasuredNetwork(
      contactsOf: ContactNetwork(builder.view(), meetings: meetings), dates: dates, journeys)
    var options = Centrality.Options()
    options.temporal = temporal
    let rows = try Centrality(of: network, [measure], options).rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.entity.id, $0.scores[0]) })
  }

  /// A and B from 1920 to 1930, B and C from 1925 to 1935, C and D in 1915.
  private var chain: GraphBuilder {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D", "alone")
    builder.agreement("ab", inForce: "1920-01-01/1929-12-31", parties: "A", "B")
    builder.agreement("bc", inForce: "1925-01-01/1934-12-31", parties: "B", "C")
    builder.agreement("cd", inForce: "1915-01-01/1915-12-31", parties: "C", "D")
    return builder
  }

  @Test func reachFollowsTime() throws {
    let out = try scores(chain, .outReach)
    #expect(out["A"] == 2 && out["B"] == 2 && out["C"] == 3 && out["D"] == 3)
    #expect(out["ab"]?.isNaN == true)
    let into = try scores(chain, .inReach)
    #expect(into["A"] == 3 && into["D"] == 1)
    // Who is in touch with nobody has no score.
    #expect(out["alone"] == nil)
  }

  @Test func aStretchOfTimeHasItsOwnContacts() throws {
    var journeys = JourneyOptions()
    journeys.after = GraphBuilder.date("1931").earliest
    journeys.before = GraphBuilder.date("1940").latest
    #expect(try scores(chain, .outReach, .possible, journeys).filter { !$0.value.isNaN } == ["B": 1, "C": 1])
  }

  @Test func closenessByStepsDurationAndArrival() throws {
    var options = TemporalOptions()
    #expect(try scores(chain, .temporalCloseness)["A"] == 1.5)
    // While both pacts are in force nobody has to wait.
    options.distance = .duration
    #expect(try scores(chain, .temporalCloseness, .possible, JourneyOptions(), options)["A"] == 2)
    // From D all begin in 1915; A can only be reached in 1925.
    options.distance = .arrival
    let years = Double(
      GraphBuilder.date("1925").earliest.seconds - GraphBuilder.date("1915").earliest.seconds)
    let expected = 1 + 2 / (1 + years / 31_557_600)
    let found = try scores(chain, .temporalCloseness, .possible, JourneyOptions(), options)["D"] ?? 0
    #expect(abs(found - expected) < 1e-12, "\(found), not \(expected)")
  }

  @Test func betweennessIsThatOfActorsAndAgreements() throws {
    let found = try scores(chain, .temporalBetweenness)
    // A–C, C–A, D–A, D–B lead over B or C; D–A over both.
    #expect(found["B"] == 3 && found["C"] == 2 && found["A"] == 0)
    #expect(found["ab"] == 5 && found["bc"] == 6 && found["cd"] == 4)
  }

  @Test func uncertainDatesAreTakenWideOrNarrow() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("early", inForce: "1920/1925", parties: "A", "B")
    builder.agreement("late", inForce: "1925/1930", parties: "B", "C")
    // The two may overlap in 1925, and need not.
    #expect(try scores(builder, .outReach)["C"] == 2)
    #expect(try scores(builder, .outReach, .certain)["C"] == 1)
    #expect(try scores(builder, .outReach, .certain)["A"] == 2)
  }

  @Test func anAgreementThatMayEndBeforeItBeganCountsOnce() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    // All meet in it for certain, whenever that is.
    builder.agreement("pact", inForce: "1920/1920", parties: "A", "B", "C")
    let certain = try scores(builder, .temporalBetweenness, .certain)
    #expect(certain["pact"] == 6, "\(certain)")
    #expect(try scores(builder, .outReach, .certain)["A"] == 2)
  }

  @Test func walksCrossSignaturesOnTheirDays() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("first", signed: "1920-05-01", parties: "A", "B")
    builder.agreement("second", signed: "1921-05-01", parties: "B", "C", "D")
    var options = TemporalOptions()
    options.alpha = 0.5
    let katz = try scores(builder, .temporalKatz, .possible, JourneyOptions(), options, meetings: .signatures)
    // To C: from B and D in one step, and from A over B in two.
    #expect(katz["A"] == 0.5 && katz["B"] == 1.5 && katz["C"] == 1.25)
    options.halfLife = 365 * 86_400
    let fading = try scores(
      builder, .temporalKatz, .possible, JourneyOptions(), options, meetings: .signatures)
    #expect(abs((fading["A"] ?? 0) - 0.25) < 1e-12 && abs((fading["C"] ?? 0) - 1.125) < 1e-12, "\(fading)")
    let walks = try scores(
      builder, .temporalWalk, .possible, JourneyOptions(), options, meetings: .signatures)
    // Over B from A to C and to D; the second pact has six steps, two of which a step may come before.
    #expect(walks["B"] == 2 && walks["A"] == 0)
    #expect(walks["second"] == 7 && walks["first"] == 2 + 0.5 * 2)
    let ranks = try scores(
      builder, .temporalPageRank, .possible, JourneyOptions(), options, meetings: .signatures)
    #expect(abs(ranks.values.reduce(0) { $1.isNaN ? $0 : $0 + $1 } - 1) < 1e-12)
    #expect(ranks["C"] == ranks["D"])
  }

  @Test func linksFromThingToThingCarryNoWalks() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("pact", signed: "1920-05-01", parties: "A", "B")
    builder.agreement("protocol", signed: "1920-05-01", parties: "A")
    let network = MeasuredNetwork(
      contactsOf: ContactNetwork(builder.view(), meetings: .signatures), dates: .possible, JourneyOptions())
    let rows = try Centrality(of: network, [.temporalPageRank, .degree]).rows
    #expect(rows.first { $0.entity.id == "protocol" }?.scores.last == 1)
  }

  @Test func bandsHoldTheDrawnNetworks() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("early", inForce: "1920/1925", parties: "A", "B")
    builder.agreement("late", inForce: "1925/1930", parties: "B", "C")
    let dates = [nil, GraphBuilder.date("1931")]
    let answers = try CentralityBands.series(
      of: builder.view(), at: dates, [.outReach], samples: 400, seed: 3, seenAtDates: false
    ) { view, date, counted, sample in
      var journeys = JourneyOptions()
      if let date { journeys.after = date.earliest }
      return MeasuredNetwork(contactsOf: ContactNetwork(view), from: date, dates: counted, journeys)
    }
    let first = try #require(answers.first)
    let place = try #require(first.centrality.rows.firstIndex { $0.entity.id == "C" })
    let band = try #require(first.bands[place][0])
    #expect(band.smallest == 1 && band.largest == 2)
    // After 1930 nothing is left.
    #expect(answers.last?.centrality.rows.isEmpty == true)
    #expect(answers.map(\.centrality.network.date) == dates)
  }
}
