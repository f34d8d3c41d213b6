import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import TestSupport
import Testing

/// A journey of thousands of millions of steps, told in few words.
@Suite struct LongJourneyReportTests {
  @Test(.timeLimit(.minutes(2))) func whatIsLeftOutOfALongJourneyIsTold() throws {
    let network = ContactNetwork(GraphView(try read(longCorridor)))
    var options = JourneyOptions()
    options.waitingLimit = 1
    let answer = try #require(try network.journeys(from: "a", to: "d", options))
    let report = journeyReport(answer, options, in: network)
    let text = report.text(as: .table)
    #expect(text.contains("go to and fro in the same manner, back to "))
    #expect(text.utf8.count < 10_000, "\(text)")
    let results = try report.jsonResults(as: [String: Any].self)
    let journey = try #require(results["possible"] as? [String: Any])
    let steps = try #require(journey["witness"] as? [[String: Any]])
    let omitted = steps.reduce(0) { $0 + ($1["steps-left-out-before"] as? Int ?? 0) }
    #expect(journey["hops"] as? Int == steps.count + omitted)
    // At least a step a second, for fifty years less a day.
    #expect(omitted > 1_577_000_000)
    #expect(journey["arrival"] as? String == "1949-12-31T12:00:00")
  }
}
