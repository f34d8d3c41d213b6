import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// A journey from one actor to another, in each format.
@Suite struct JourneyReportTests {
  private func report(
    from source: EntityID, to target: EntityID, at date: String? = nil, reading: ReadingID? = "strict",
    _ change: (inout JourneyOptions) throws -> Void = { _ in }
  ) throws -> Report {
    let view = GraphView(
      try read(twoPacts), ViewOptions(at: try date.map { try HistoricalDate($0) }, reading: reading))
    var options = JourneyOptions()
    try change(&options)
    let network = ContactNetwork(view)
    let answer = try #require(try network.journeys(from: source, to: target, options))
    return journeyReport(answer, options, in: network)
  }

  @Test func csvHoldsEveryStepOfBothWitnesses() throws {
    let text = try report(from: "envoy", to: "gamma").text(as: .csv)
    #expect(
      csvRecords(text) == [
        ["answer", "step", "from", "through", "to", "moment", "roles", "sources"],
        ["possible", "1", "envoy", "", "alpha", "1921-01-01", "represents", ""],
        ["possible", "2", "alpha", "first", "beta", "1921-03-03", "party, party", "book p. 1"],
        ["possible", "3", "beta", "second", "gamma", "1925-05-01", "party, party", ""],
        // The envoy came at the latest on 31 December 1921.
        ["certain", "1", "envoy", "", "alpha", "1921-12-31", "represents", ""],
        ["certain", "2", "alpha", "first", "beta", "1921-12-31", "party, party", "book p. 1"],
        ["certain", "3", "beta", "second", "gamma", "1925-05-31", "party, party", ""],
      ], "\(text)")
  }

  @Test func tableIsAligned() throws {
    let text = try report(from: "envoy", to: "gamma").text(as: .table)
    let lines = tableLines(text, header: "answer ")
    #expect(lines.count == 7, "\(text)")
    #expect(crookedRow(lines, numbers: ["step"]) == nil, "\(text)")
    #expect(text.contains("\n# certain: one journey that every assignment of the dates allows"))
  }

  @Test func jsonHasQuestionConventionsAndResults() throws {
    let report = try report(from: "alpha", to: "gamma") {
      $0.after = try HistoricalDate("1922-05").earliest
    }
    let question = try report.jsonQuestion()
    #expect(question["after"] as? String == "1922-05-01T00:00:00")
    #expect(question["reading"] as? String == "strict")
    let results = try report.jsonResults(as: [String: Any].self)
    for (name, arrival) in [("possible", "1925-05-01T00:00:00"), ("certain", "1925-05-31T00:00:00")] {
      let journey = try #require(results[name] as? [String: Any], "\(results)")
      #expect(journey["arrival"] as? String == arrival)
      #expect(journey["hops"] as? Int == 2)
      let steps = try #require(journey["witness"] as? [[String: Any]])
      #expect(steps.map { $0["moment"] as? String } == ["1922-05-01T00:00:00", arrival])
      #expect(steps.first?["statements"] as? [String] == ["party.alpha.first", "party.beta.first"])
      #expect(steps.first?["sources"] as? [String] == ["book p. 1"])
      #expect(
        (steps.first?["sentence"] as? String)?.hasPrefix("Alpha and Beta take part in First pact") == true)
    }
  }

  @Test func markdownIsAListOfSteps() throws {
    let text = try report(from: "alpha", to: "gamma").text(as: .markdown)
    let lines = text.split(separator: "\n")
    #expect(
      lines.count { $0.hasPrefix("1. ") } == 2 && lines.count { $0.hasPrefix("2. ") } == 2, "\(text)")
    #expect(lines.contains { $0.hasPrefix("Earliest certain journey from Alpha to Gamma") }, "\(text)")
    #expect(lines.contains { $0.hasPrefix("- journeys: ") }, "\(text)")
  }

  @Test func noJourneyIsAnAnswerInEveryFormat() throws {
    let report = try report(from: "alpha", to: "delta")
    #expect(csvRecords(report.text(as: .csv))?.count == 1)
    let results = try report.jsonResults(as: [String: Any].self)
    #expect(results["possible"] is NSNull && results["certain"] is NSNull, "\(results)")
    for format in [OutputFormat.table, .markdown] { #expect(report.text(as: format).contains("No ")) }
  }

  @Test func departureAfterTheEndFindsNothing() throws {
    func steps(_ date: String, _ reading: ReadingID?) throws -> Int {
      try report(from: "beta", to: "gamma", reading: reading) {
        $0.after = try HistoricalDate(date).earliest
      }.rows().count
    }
    #expect(try steps("1928-12-31", "loose") == 2)
    #expect(try steps("1929-01-01", "loose") == 0)
    #expect(try steps("1929-01-01", "strict") == 2)
    #expect(try steps("1931-01-01", "strict") == 0)
    // Under all readings at once it is open when the pact ended.
    #expect(try steps("1929-01-01", nil) == 1)
  }

  @Test func dateKeepsOnlyContactsOfThatDate() throws {
    let rows = try report(from: "beta", to: "alpha", at: "1925-05-10").rows()
    #expect(rows.map { $0["through"] } == ["first", "first"])
    let may = try report(from: "beta", to: "gamma", at: "1925-05-10").text(as: .table)
    // That day of May it is open whether the second pact was in force; that day of 1925, whether the envoy served.
    #expect(
      may.contains("possible")
        && !tableLines(may, header: "answer ").contains { $0.hasPrefix("certain") })
    #expect(
      may.contains(
        "# dates: journeys depart and arrive within 1925-05-10, by contacts that possibly hold then; 3 of them do not"
      ), "\(may)")
  }

  @Test(arguments: JourneyCriterion.allCases)
  func journeysByCriterionAreInTheDocumentedShape(criterion: JourneyCriterion) throws {
    let network = ContactNetwork(GraphView(try read(twoPacts)))
    var options = JourneyOptions()
    options.criterion = criterion
    let answer = try #require(try network.journeys(from: "alpha", to: "gamma", options))
    let report = journeyReport(
      answer, options, in: network,
      probable: try network.probableReach(of: "alpha", options, samples: 10, seed: 1),
      hinges: try network.hinges(of: answer, options))
    let results = try report.jsonResults(as: [String: Any].self)
    #expect(results["hangs-on"] is [Any] && results["probable"] is [String: Any])
    let possible = results["possible"]
    let first = criterion == .profile ? (possible as? [[String: Any]])?.first : possible as? [String: Any]
    #expect(first?["hops"] as? Int == 2 && first?.keys.contains("departure") == true, "\(results)")
  }

  @Test func contactsOfATableAreFollowedInTime() throws {
    func steps(_ source: EntityID, _ target: EntityID, isDirected: Bool = false) throws -> [[String: String]]
    {
      let graph = try EdgeListReader.read(
        Data(
          "source,target,start,end\na,b,1941-04-13,\nb,c,1940,1940-06\nb,d,1942-01-01,1942-02-01\nd,c,3,3\n"
            .utf8),
        named: "contacts.csv", isDirected: isDirected
      ).graph
      let network = ContactNetwork(GraphView(graph))
      let answer = try #require(try network.journeys(from: source, to: target, JourneyOptions()))
      return try journeyReport(answer, JourneyOptions(), in: network).rows()
    }
    #expect(try steps("a", "d").last?["moment"] == "1942-01-01")
    // From b to c there was no way any more when a met b.
    #expect(try steps("a", "c").isEmpty)
    // By way of c, whom d met in the year 3: three steps, possible and certain.
    #expect(try steps("d", "a").count == 6)
    // Directed, nobody gets back.
    #expect(try steps("d", "a", isDirected: true).isEmpty)
  }
}
