import Chronology
import Diplomacy
import Testing

@Suite struct InForceTests {
  private let fiveYears = Terms(duration: Period(years: 5))

  @Test func statedSpanGoesBeforeActs() throws {
    let life = AgreementLife(
      acts: [
        try act(.signature, "1941-04-13"), try act(.entryIntoForce, "1941-04-25"),
        try act(.termination, "1945-04-05"),
      ],
      terms: [fiveYears], statedInForce: [InForce(date: try date("1941-04-13/1946-04"))])
    #expect(life.inForce(under: .every) == (try span("1941-04-13/1946-04")))
  }

  @Test func entryIntoForceGoesBeforeSignature() throws {
    let life = AgreementLife(acts: [
      try act(.signature, "1941-04-13"), try act(.entryIntoForce, "1941-04-25"),
      try act(.termination, "1945-04-05"),
    ])
    #expect(life.inForce(under: .every) == (try span("1941-04-25/1945-04-05")))
  }

  @Test func signatureStartsTheSpanWithoutEntryIntoForce() throws {
    let life = AgreementLife(acts: [
      try act(.ratification, "1941-04-20"), try act(.signature, "1941-04-13"),
      try act(.termination, "1945-04-05"),
    ])
    #expect(life.inForce(under: .every) == (try span("1941-04-13/1945-04-05")))
  }

  @Test func firstActOfAKindCounts() throws {
    let life = AgreementLife(acts: [
      try act(.entryIntoForce, "1941"), try act(.entryIntoForce, "1943"),
      try act(.expiry, "1945"), try act(.termination, "1946"),
    ])
    #expect(life.inForce(under: .every) == (try span("1941/1945")))
  }

  @Test(arguments: ["termination", "expiry"])
  func terminationAndExpiryEndTheSpan(kind: String) throws {
    let life = AgreementLife(
      acts: [try act(.signature, "1941-04-13"), try act(Act.Kind(kind), "1945-04-05")], terms: [fiveYears])
    #expect(life.inForce(under: .every) == (try span("1941-04-13/1945-04-05")), "\(kind)")
  }

  @Test(
    arguments: Act.Kind.core.filter {
      ![.termination, .expiry, .denunciation, .withdrawal, .suspension, .nullity].contains($0)
    })
  func otherActsDoNotEndTheSpan(kind: Act.Kind) throws {
    let life = AgreementLife(acts: [try act(.entryIntoForce, "1941-04-13"), try act(kind, "1945-04-05")])
    #expect(life.inForce(under: .every) == (try span("1941-04-13/..")), "\(kind)")
  }

  @Test func durationEndsTheSpanThatNoActEnds() throws {
    let life = AgreementLife(acts: [try act(.entryIntoForce, "1941-04-25")], terms: [fiveYears])
    #expect(life.inForce(under: .every) == (try span("1941-04-25/1946-04-25")))
  }

  @Test func durationOfACoarseStartEndsAtAnOpenDay() throws {
    let life = AgreementLife(acts: [try act(.entryIntoForce, "1941")], terms: [fiveYears])
    let found = try #require(life.inForce(under: .every))
    #expect(found.covers(try date("1945-12-31")) == .yes)
    #expect(found.covers(try date("1946-06-01")) == .maybe)
    #expect(found.covers(try date("1947-01-01")) == .no)
  }

  @Test func renewedDurationHasNoEnd() throws {
    let life = AgreementLife(
      acts: [try act(.entryIntoForce, "1941-04-25")],
      terms: [Terms(duration: Period(years: 5), renewal: .each(Period(years: 5)))])
    #expect(life.inForce(under: .every) == (try span("1941-04-25/..")))
  }

  @Test func agreementWithoutTermsHasNoEnd() throws {
    let life = AgreementLife(acts: [try act(.signature, "1928-08-27")])
    #expect(life.inForce(under: .every) == (try span("1928-08-27/..")))
  }

  @Test func durationOfAnotherReadingDoesNotCount() throws {
    let life = AgreementLife(
      acts: [try act(.signature, "1941-04-13")],
      terms: [Terms(duration: Period(years: 5), attestation: under("strict"))])
    let graph = graph([], readings: [reading("strict"), reading("loose")])
    #expect(life.inForce(under: graph.choice(of: "loose")) == (try span("1941-04-13/..")))
    #expect(life.inForce(under: graph.choice(of: "strict")) == (try span("1941-04-13/1946-04-13")))
  }

  @Test func undatedEndIsUnknown() throws {
    let life = AgreementLife(acts: [try act(.signature, "1941-04-13"), try act(.termination, nil)])
    #expect(life.inForce(under: .every) == (try span("1941-04-13/")))
  }

  @Test func endBeforeTheStartLeavesNoMoment() throws {
    let life = AgreementLife(acts: [try act(.signature, "1941-04-13"), try act(.termination, "1939-08-23")])
    let found = try #require(life.inForce(under: .every))
    #expect(found.isContradictory)
    #expect(found.covers(try date("1940")) == .no)
    #expect(found.covers(try date("1941-04-13")) == .no)
  }

  @Test func endInTheSameCoarseDateKeepsTheOrder() throws {
    let life = AgreementLife(acts: [try act(.signature, "1939-08"), try act(.termination, "1939")])
    #expect(life.inForce(under: .every) == (try span("1939-08/1939")))
  }

  @Test(arguments: ["/1941", "../1941", "1941/..", "1941/", "[1941,1943]", "{1941,1943}", "[..1941]", "194X"])
  func everyFormOfStartMakesASpan(start: String) throws {
    for (terms, end) in [(Terms(), nil), (fiveYears, nil), (Terms(), "1930"), (Terms(), "1950/..")] {
      let acts = [try act(.entryIntoForce, start)] + (try end.map { [try act(.expiry, $0)] } ?? [])
      let found = AgreementLife(acts: acts, terms: [terms]).inForce(under: .every)
      #expect(found != nil, "\(start), \(terms), \(end ?? "no end")")
    }
  }

  @Test func nothingIsKnownWithoutAStart() throws {
    #expect(AgreementLife().inForce(under: .every) == nil)
    let life = AgreementLife(acts: [try act(.termination, "1945")], terms: [fiveYears])
    #expect(life.inForce(under: .every) == nil)
    #expect(AgreementLife(acts: [try act(.signature, nil)]).inForce(under: .every) == nil)
  }

  @Test func agreementStatedNeverToHaveBeenInForceCoversNoDate() throws {
    let life = AgreementLife(acts: [try act(.signature, "1941-04-13")], statedInForce: [InForce(date: nil)])
    let found = try #require(life.inForce(under: .every))
    #expect(found == .never)
    for text in ["1941-04-13", "1941", "1000/3000", "../..", "/1941", "{1941,1943}"] {
      guard let date = try? HistoricalDate(text) else { continue }
      #expect(found.covers(date) == .no, "\(text)")
    }
  }

  @Test func neverUnderOneReadingLeavesTheOtherPossible() throws {
    let life = AgreementLife(statedInForce: [
      InForce(date: nil, attestation: under("strict")),
      InForce(date: try date("1941/1946"), attestation: under("loose")),
    ])
    let found = try #require(life.inForce(under: .every))
    #expect(found.covers(try date("1943")) == .maybe)
    #expect(found.covers(try date("1950")) == .no)
  }

  @Test func statedSpansOfAReadingCountUnderItAlone() throws {
    let life = AgreementLife(statedInForce: [
      InForce(date: try date("1941-04-13/1946-04-12"), attestation: under("strict")),
      InForce(date: try date("1941-04-13/1945-04-05"), attestation: under("loose")),
    ])
    let graph = graph([], readings: [reading("strict"), reading("loose"), reading("third")])
    #expect(life.inForce(under: graph.choice(of: "strict")) == (try span("1941-04-13/1946-04-12")))
    #expect(life.inForce(under: graph.choice(of: "loose")) == (try span("1941-04-13/1945-04-05")))
    #expect(life.inForce(under: graph.choice(of: "third")) == nil)
  }

  @Test func statedSpansLookedAtTogetherAreCoveredByTheirBounds() throws {
    let life = AgreementLife(statedInForce: [
      InForce(date: try date("1941-04-13/1946-04-12"), attestation: under("strict")),
      InForce(date: try date("1941-04-25/1945-04-05"), attestation: under("loose")),
    ])
    let found = try #require(life.inForce(under: .every))
    #expect(found.covers(try date("1941-04-20")) == .maybe)
    #expect(found.covers(try date("1943")) == .yes)
    #expect(found.covers(try date("1946")) == .maybe)
    #expect(found.covers(try date("1947")) == .no)
  }

  @Test func actsOfAReadingCountUnderItAlone() throws {
    let life = AgreementLife(acts: [
      try act(.signature, "1941-04-13"), try act(.termination, "1945-04-05", under("loose")),
    ])
    let graph = graph([], readings: [reading("strict"), reading("loose")])
    #expect(life.inForce(under: graph.choice(of: "strict")) == (try span("1941-04-13/..")))
    #expect(life.inForce(under: graph.choice(of: "loose")) == (try span("1941-04-13/1945-04-05")))
  }

  @Test func agreementsInForceAreThoseOfTheDefaultReading() throws {
    func agreement(_ id: EntityID, _ when: String, _ attestation: Attestation = Attestation()) throws
      -> Entity
    {
      entity(
        id, .agreement,
        life: AgreementLife(statedInForce: [InForce(date: try date(when), attestation: attestation)]))
    }
    let graph = graph(
      [
        try agreement("before", "1930/1940"), try agreement("certain", "1941-04-13/1946-04"),
        try agreement("possible", "1945/1946"), try agreement("elsewhere", "1900/..", under("other")),
        entity("undated", .agreement), entity("actor", .actor),
        entity("unheard-of", .agreement, attestation: under("other")),
      ], readings: [reading("own", isDefault: true), reading("other")])
    let found = graph.agreements(inForceOn: try date("1945-06-01"))
    #expect(
      found.map { "\($0.agreement.id) \($0.answer)" } == [
        "certain yes", "possible maybe", "elsewhere maybe", "undated maybe",
      ])
  }
}
