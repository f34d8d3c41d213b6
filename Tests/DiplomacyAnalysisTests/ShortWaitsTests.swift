import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

/// Short waits over long spans: an answer, or an error. The limits of time are a net for what would take as long as there are
/// seconds.
@Suite(.timeLimit(.minutes(2))) struct ShortWaitsTests {
  private static func waits(_ wait: Int64?, transit: Int64 = 0, isStrict: Bool = false) -> JourneyOptions {
    var options = JourneyOptions()
    options.waitingLimit = wait
    options.transit = transit
    options.isStrict = isStrict
    return options
  }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"])
  func secondsDoNotCount(name: String) throws {
    let graph = try GraphFile.read(contentsOf: graphFile(name))
    let network = ContactNetwork(GraphView(graph, try asked(of: graph)))
    for options in [Self.waits(1), Self.waits(0, transit: 1, isStrict: true)] {
      for criterion in [JourneyCriterion.latest, .earliest] {
        var options = options
        options.criterion = criterion
        #expect(try network.journeys(from: "japan", to: "usa", options) != nil)
      }
      for backwards in [true, false] {
        #expect(try network.reach(of: "usa", backwards: backwards, options) != nil)
      }
    }
    // Waiting a second is less than waiting as long as one likes, and more than not waiting.
    func reached(_ wait: Int64?) throws -> Set<EntityID> {
      Set(try #require(try network.reach(of: "usa", backwards: true, Self.waits(wait))).map(\.from))
    }
    let (none, short, free) = (try reached(0), try reached(1), try reached(nil))
    #expect(none.isSubset(of: short) && short.isSubset(of: free) && !none.isEmpty)
  }
}
