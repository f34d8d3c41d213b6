import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import TestSupport
import Testing

/// Whom an actor could have reached, as rows and objects.
@Suite struct ReachReportTests {
  private func network(_ reading: ReadingID?) throws -> ContactNetwork {
    ContactNetwork(GraphView(try read(twoPacts), ViewOptions(reading: reading)))
  }

  private func reach(
    _ actor: EntityID, backwards: Bool = false, samples: Int = 0, reading: ReadingID? = "strict"
  ) throws
    -> Report
  {
    let network = try network(reading)
    let answers = try #require(try network.reach(of: actor, backwards: backwards, JourneyOptions()))
    let probable =
      samples == 0
      ? nil
      : try network.probableReach(
        of: actor, backwards: backwards, JourneyOptions(), samples: samples, seed: 1)
    return reachReport(
      answers, of: actor, backwards: backwards, JourneyOptions(), in: network, probable: probable)
  }

  @Test func reachListsWhomAnActorReachesInOrder() throws {
    let records = try #require(csvRecords(reach("alpha", samples: 20).text(as: .csv)))
    #expect(
      records.first == ["id", "name", "possible", "steps", "certain", "share", "share-low", "share-high"])
    #expect(records.count > 1 && records.dropFirst().map { $0[0] }.contains("beta"), "\(records)")
    let results = try reach("beta", backwards: true).jsonResults(as: [[String: Any]].self)
    let alpha = try #require(results.first { $0["id"] as? String == "alpha" })
    #expect(alpha["hops"] as? Int == 1 && alpha["witness"] is [Any] && alpha["departure"] != nil)
  }

  @Test func countsAreThoseOfTheSingleReaches() throws {
    let network = try network(nil)
    let counts = try network.reachCounts(JourneyOptions())
    let records = try #require(
      csvRecords(reachCountReport(counts, JourneyOptions(), in: network).text(as: .csv)))
    #expect(records.first == ["id", "name", "out-possible", "out-certain", "in-possible", "in-certain"])
    #expect(records.count > 1)
    for record in records.dropFirst() {
      for (backwards, columns) in [(false, 2...3), (true, 4...5)] {
        let rows = try reach(EntityID(record[0]), backwards: backwards, reading: nil).rows()
        #expect(record[columns.lowerBound] == "\(rows.count { $0["possible"] != "" })", "\(record)")
        #expect(record[columns.upperBound] == "\(rows.count { $0["certain"] != "" })", "\(record)")
      }
    }
  }
}
