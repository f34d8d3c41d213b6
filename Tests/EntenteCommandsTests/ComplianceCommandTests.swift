import TestSupport
import Testing

@Suite struct ComplianceCommandTests {
  /// Without --reading what all readings agree on stands once, and what they do not has a row for each.
  @Test func optionsSayWhoseVerdictsAreTold() throws {
    let place = try Workplace()
    let outcome = try place.entente(
      "compliance", graphFile("neutrality-pact"), "--by", "ussr", "--event", "soviet-invasion", "--format",
      "csv")
    expectSuccess(outcome)
    let rows = try #require(csvRecords(outcome.output)).dropFirst().map { "\($0[0]) \($0[2]) \($0[6])" }
    #expect(
      rows == [
        "treaty-text soviet-neutrality breached", "soviet-note soviet-neutrality lapsed",
        "treaty-text respect-manchukuo breached", "soviet-note respect-manchukuo lapsed",
        "all enter-war-on-japan kept",
      ])
  }

  @Test func oneReadingAndOneObligationAreTold() throws {
    let outcome = try Workplace().entente(
      "compliance", graphFile("neutrality-pact"), "--of", "soviet-neutrality", "--reading", "soviet-note",
      "--at",
      "1945-08-09", "--format", "csv")
    expectSuccess(outcome)
    let rows = try #require(csvRecords(outcome.output)).dropFirst()
    #expect(!rows.isEmpty && rows.allSatisfy { $0[0] == "soviet-note" && $0[2] == "soviet-neutrality" })
  }

  @Test func wrongNamesAreRefused() throws {
    let place = try Workplace()
    let file = graphFile("neutrality-pact")
    expectRefusal(try place.entente("compliance", file, "--by", "japn"), code: 64, saying: "--by", "'japan'")
    expectRefusal(
      try place.entente("compliance", file, "--event", "barbarosa"), code: 64, saying: "--event",
      "'barbarossa'")
    expectRefusal(
      try place.entente("compliance", file, "--of", "respect-mongola"), code: 64, saying: "'respect-mongolia'"
    )
  }
}
