import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import TestSupport
import Testing

/// Who knew of a secret, as objects.
@Suite struct SecretReportTests {
  @Test func knowledgeIsTracedWithItsGrounds() throws {
    let view = try view(read(secretPact), at: "1934-06")
    let trace = try #require(SecretTrace(of: "hidden", in: view))
    let found = try secretReport(trace, of: "hidden", to: "heir").jsonResults(as: [String: Any].self)
    let knowers = try #require(found["knowers"] as? [[String: Any]])
    let yes = knowers.filter { $0["knows"] as? String == "yes" }.compactMap { $0["id"] as? String }
    #expect(Set(yes) == ["a", "b", "c", "clerk", "general"])
    let clerk = try #require(knowers.first { $0["id"] as? String == "clerk" })
    #expect((clerk["grounds"] as? [[String: Any]])?.first?["since"] as? String == "1934-01-01T00:00:00")
    let channels = try #require(found["channels"] as? [[String: Any]])
    #expect(
      channels.map { "\($0["from"] ?? "") \($0["through"] ?? "") \($0["earliest"] ?? "")" } == [
        "a open 1931-03-03T00:00:00", "c open 1933-02-01T00:00:00",
      ])
  }
}
