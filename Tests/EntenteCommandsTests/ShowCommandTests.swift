import TestSupport
import Testing

@Suite struct ShowCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace(["pacts.yaml": twoPacts]) }

  @Test func datesAreWordsForPeopleAndEDTFForPrograms() throws {
    for (format, text) in [
      ("table", "from 1 January 1920 to 31 December 1930"),
      ("markdown", "from 1 January 1920 to 31 December 1930"),
      ("csv", ",1920-01-01/1930-12-31\n"), ("json", "\"when\": \"1920-01-01/1930-12-31\""),
    ] {
      let outcome = try place.entente("show", "pacts.yaml", "--format", format)
      #expect(outcome.output.contains(text), "\(format): \(outcome.output)")
    }
  }

  @Test func jsonHasQuestionConventionsAndResults() throws {
    let outcome = try place.entente(
      "show", "pacts.yaml", "--format", "json", "--at", "1925-05", "--reading", "loose")
    expectSuccess(outcome)
    let answer = try object(outcome.output)
    #expect(Set(answer.keys) == ["question", "conventions", "results"])
    let question = answer["question"] as? [String: Any]
    #expect(question?["command"] as? String == "show")
    #expect(question?["at"] as? String == "1925-05")
    #expect(question?["reading"] as? String == "loose")
    #expect((answer["conventions"] as? [String])?.count == 3)
    let results = try #require(answer["results"] as? [String: Any])
    #expect(results["nodes"] as? Int == (results["entities"] as? [Any])?.count)
  }

  @Test func dateShowsWhatWasThereCertainlyOrPossibly() throws {
    func held(_ arguments: String...) throws -> [String: String] {
      let date = ["show", "pacts.yaml", "--format", "csv"] + arguments
      let outcome = try run(builtProgram("entente"), date, in: place.folder)
      expectSuccess(outcome)
      let records = try #require(csvRecords(outcome.output), "\(outcome.output)")
      #expect(records.first?.last == "holds")
      return Dictionary(uniqueKeysWithValues: records.dropFirst().map { ($0[0], $0[$0.count - 1]) })
    }
    let early = try held("--at", "1924-07-01")
    #expect(
      early["first"] == "certainly" && early["talks"] == "certainly" && early["second"] == nil, "\(early)")
    let may = try held("--at", "1925-05-10")
    #expect(may["second"] == "possibly" && may["gamma"] == "certainly" && may["talks"] == nil, "\(may)")
    let late = try held("--at", "1931-06-01")
    #expect(late["gamma"] == nil && late["second"] == nil && late["first"] == "certainly", "\(late)")
    // At a date the default reading is taken; another may be asked for.
    #expect(try held("--at", "1930-01-01")["second"] == "certainly")
    #expect(try held("--at", "1930-01-01", "--reading", "loose")["second"] == nil)
    #expect(try held("--at", "1930-01-01", "--reading", "all")["second"] == "possibly")
  }
}
