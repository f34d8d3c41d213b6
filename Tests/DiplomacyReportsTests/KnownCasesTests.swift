import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import DiplomacyReports
import TestSupport
import Testing

/// What historians know of the pacts between the wars, as the graph and the rules tell it.
@Suite struct KnownCasesTests {
  private static let pacts = Result {
    try GraphFile.read(contentsOf: graphFile("interwar-pacts"))
  }

  private static let compliance = Result { try Compliance(of: pacts.get(), ViewOptions()) }

  private func pacts(_ reading: ReadingID? = nil, at date: String? = nil) throws -> GraphView {
    try view(Self.pacts.get(), at: date, reading: reading)
  }

  private func verdicts(_ part: String, _ reading: ReadingID) throws -> [[String: String]] {
    try complianceReport(Self.compliance.get(), of: Self.pacts.get(), part: part).rows()
      .filter { row in
        let told = row["reading"] ?? ""
        return told == "all" || told.split(separator: "; ").contains { $0 == reading.rawValue }
      }
  }

  private func span(_ agreement: String, _ reading: String, member: String = "") throws -> String? {
    try lifeReport([pacts(ReadingID(reading))], of: [EntityID(agreement)]).rows()
      .first { $0["member"] == member }?["in-force"]
  }

  @Test(arguments: [
    // Denounced in April 1939: by its text only with the ten years, as Germany claimed at once.
    ("german-polish-declaration", "by-the-text", "1934-02-24/1944-02-24"),
    ("german-polish-declaration", "german-claim", "1934-02-24/1939-04-28"),
    ("locarno-pact", "by-the-text", "1926-09-14/[1940-05-10..1946-04-30]"),
    ("locarno-pact", "german-claim", "1926-09-14/[1935-05-02..1936-03-06]"),
    ("soviet-polish-non-aggression", "by-the-text", "1932-12-23/1945-12-31"),
    ("soviet-finnish-non-aggression", "by-the-text", "1932-08-09/1940-03-11"),
    ("soviet-finnish-non-aggression", "soviet-claim", "1932-08-09/1939-11-28"),
    // One notice of two years ended the naval treaty for all five.
    ("five-power-treaty", "by-the-text", "1923-08-17/1936-12-31"),
    ("soviet-turkish-neutrality", "by-the-text", "1925-12-17/1945-11-07"),
    ("soviet-japanese-neutrality", "by-the-text", "1941-04-25/1946-04-25"),
    // In force with the exchange of ratifications, not with the signature.
    ("treaty-of-rome-1924", "by-the-text", "1924-02-22/.."),
    ("polish-romanian-alliance", "by-the-text", "1921-07-25/[1939-09-17..1939-09-29]"),
    ("german-danish-non-aggression", "by-the-text", "[1939-06-01..1939-08-11]/1940-04-09"),
    // Article 11: with the admission of Iraq to the League.
    ("anglo-iraqi-treaty", "by-the-text", "1932-10-03/1955-04-04"),
  ])
  func agreementsWereInForce(agreement: String, reading: String, expected: String) throws {
    #expect(try span(agreement, reading) == expected)
  }

  /// Treaties that bind each power from the deposit of its own ratification or accession.
  @Test(arguments: [
    ("versailles-treaty", "", "1920-01-10/.."), ("versailles-treaty", "yugoslavia", "1920-02-10/.."),
    ("versailles-treaty", "portugal", "1920-04-08/.."), ("versailles-treaty", "romania", "1920-09-14/.."),
    ("litvinov-protocol", "", "1929-03-16/.."), ("litvinov-protocol", "poland", "1929-03-30/.."),
    ("litvinov-protocol", "lithuania", "1929-04-05/.."),
    ("kellogg-briand", "", "1929-07-24/.."), ("kellogg-briand", "switzerland", "1929-12-02/.."),
    ("definition-of-aggression", "turkey", "1934-03-23/.."), ("nine-power-treaty", "norway", "1925-11-16/.."),
  ])
  func eachPowerIsBoundFromItsOwnDeposit(agreement: String, member: String, expected: String) throws {
    #expect(try span(agreement, "by-the-text", member: member) == expected)
  }

  @Test func whoSignedAndNeverRatifiedIsNoParty() throws {
    let graph = try Self.pacts.get()
    for (actor, agreement) in [
      ("usa", "versailles-treaty"), ("france", "london-naval-treaty"), ("italy", "london-naval-treaty"),
    ] as [(EntityID, EntityID)] {
      let roles = graph.statements.filter { $0.subject == actor && $0.object == agreement }.map(\.role)
      #expect(roles == [.signatory], "\(actor) in \(agreement): \(roles)")
    }
  }

  @Test(arguments: [
    ("japan", "1920-01-10/1935-03-27"), ("germany", "1926-09-08/1935-10-21"),
    ("italy", "1920-01-10/1939-12-11"),
    ("ussr", "1934-09-18/1939-12-14"),
  ])
  func membersLeftTheLeagueTwoYearsAfterTheirNotice(member: String, expected: String) throws {
    #expect(try span("covenant", "by-the-text", member: member) == expected)
  }

  @Test(arguments: [
    ("german-polish-no-force", "by-the-text", "invasion-of-poland", "breached"),
    ("german-polish-no-force", "german-claim", "invasion-of-poland", "lapsed"),
    ("soviet-finnish-refrain", "by-the-text", "winter-war", "breached"),
    ("soviet-finnish-refrain", "soviet-claim", "winter-war", "lapsed"),
    ("soviet-polish-refrain", "by-the-text", "soviet-invasion-of-poland", "breached"),
    ("locarno-rhineland", "by-the-text", "rhineland-1936", "breached"),
    ("locarno-rhineland", "german-claim", "rhineland-1936", "lapsed"),
    // By its text Locarno was in force until the Council ended it, which it never did.
    ("locarno-non-aggression", "by-the-text", "invasion-of-the-low-countries", "breached"),
    ("locarno-borders", "by-the-text", "invasion-of-the-low-countries", "breached"),
    ("locarno-borders", "by-the-text", "fall-of-france", "breached"),
    // Who came to the help of Poland broke nothing.
    ("locarno-non-aggression", "by-the-text", "declarations-of-war-1939", "kept"),
  ])
  func promisesWereBroken(obligation: String, reading: String, event: String, expected: String) throws {
    let found = try verdicts(obligation, ReadingID(reading))
    #expect(found.first { $0["event"] == event }?["verdict"] == expected)
  }

  @Test func guarantorsOfLocarnoOweOtherThingsThanItsParties() throws {
    let found = try verdicts("locarno-pact", "by-the-text").filter { $0["verdict"] != "conflict" }
    func debtors(_ kind: String) -> Set<String> {
      Set(found.filter { $0["kind"] == kind }.compactMap { $0["by"] })
    }
    #expect(debtors("assist") == ["uk", "italy"])
    #expect(debtors("refrain-from-attack") == ["germany", "france", "belgium"])
  }

  @Test func theSecretProtocolIsSeenByThoseWhoKnew() throws {
    for (actor, sees) in [
      ("germany", true), ("usa", true), ("poland", false), ("estonia", false), ("japan", false),
    ] as [(EntityID, Bool)] {
      let graph = try Self.pacts.get()
      let known = GraphView(
        graph,
        ViewOptions(
          at: try HistoricalDate("1939-09-01"), reading: graph.defaultReading, knownTo: actor))
      let ids = known.entities.map(\.entity.id)
      #expect(ids.contains("molotov-ribbentrop-secret") == sees, "\(actor)")
      #expect(ids.contains("molotov-ribbentrop"), "\(actor)")
    }
  }

  @Test func theBalticStatesGoOnUnderOneReading() throws {
    for (reading, exists) in [("soviet-claim", false), ("by-the-text", true)] as [(ReadingID, Bool)] {
      let ids = try pacts(reading, at: "1950").entities.map(\.entity.id)
      #expect(ids.contains("estonia") == exists, "\(reading)")
    }
  }
}
