import Diplomacy
import DiplomacyAnalysis
import Testing

@Suite struct IncidenceNetworkTests {
  /// The edges by name, in order: `A-p`.
  private func edges(_ incidence: IncidenceNetwork) -> [String] {
    incidence.edges.map { "\(incidence.entity(at: $0.actor).id)-\(incidence.entity(at: $0.agreement).id)" }
  }

  private func nodes(_ incidence: IncidenceNetwork) -> [String] {
    incidence.positions.indices.map { incidence.entity(at: $0).id.rawValue }
  }

  @Test func emptyGraphHasAnEmptyIncidence() {
    for dates in DateAssumption.allCases {
      let incidence = IncidenceNetwork(GraphBuilder().view(), dates: dates)
      #expect(incidence.positions.isEmpty && incidence.edges.isEmpty && incidence.possibleEdgeCount == 0)
    }
  }

  @Test func onlyActorsAndAgreementsAreNodes() {
    var builder = GraphBuilder()
    builder.territory("t")
    builder.actors("A", "B")
    builder.event("meeting", participants: "A", "B")
    builder.agreement("p", parties: "A", "B")
    builder.say("A", .controls, "t")
    builder.say("p", .guarantees, "t")
    builder.say("A", .memberOf, "B")
    let incidence = IncidenceNetwork(builder.view())
    #expect(nodes(incidence) == ["A", "B", "p"])
    #expect(edges(incidence) == ["A-p", "B-p"])
  }

  @Test func everyParticipationIsAnEdgeAndNoOtherRole() {
    let roles = ["party", "signatory", "negotiator", "guarantor", "depositary", "beneficiary"]
    for role in roles + ["observer", "hostile-to", "represents"] {
      var builder = GraphBuilder()
      builder.actor("A")
      builder.agreement("p")
      builder.say("A", Role(role), "p")
      #expect(edges(IncidenceNetwork(builder.view())) == (roles.contains(role) ? ["A-p"] : []), "\(role)")
    }
  }

  @Test func partyAndGuarantorInOneCountsOnce() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", parties: "A", "B")
    builder.say("A", .guarantor, "p")
    builder.say("A", .signatory, "p")
    builder.say("A", .party, "p", when: "1925/..")
    #expect(edges(IncidenceNetwork(builder.view())) == ["A-p", "B-p"])
  }

  @Test(arguments: [Modality.planned, .promised, .believed, .hypothetical])
  func assertionsThatAreNotActualAreLeftOut(modality: Modality) {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.actor("C", modality: modality)
    builder.agreement("p", parties: "A", "C")
    builder.agreement("q", modality: modality, parties: "A", "B")
    builder.say("B", .party, "p", modality: modality)
    let incidence = IncidenceNetwork(builder.view())
    #expect(nodes(incidence) == ["A", "B", "p"], "\(modality)")
    #expect(edges(incidence) == ["A-p"], "\(modality)")
  }

  @Test func anActualRoleBesideAPlannedOneCounts() {
    var builder = GraphBuilder()
    builder.actor("A")
    builder.agreement("p")
    builder.say("A", .guarantor, "p", modality: .planned)
    builder.say("A", .party, "p")
    #expect(edges(IncidenceNetwork(builder.view())) == ["A-p"])
  }

  /// p: certainly from 1925 on; q: begun some day of 1930; r: ended before.
  private var dated: GraphBuilder {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.actor("C", exists: "1930/..")
    builder.agreement("p", inForce: "1925-01-01/..", parties: "A", "B")
    builder.agreement("q", inForce: "1930/1940", parties: "A", "B", "C")
    builder.agreement("r", inForce: "1919/1922", parties: "A", "B")
    return builder
  }

  @Test func possibleAndCertainIncidenceDifferWhereDatesLeaveItOpen() {
    let view = dated.view(at: "1930-06-15")
    let possible = IncidenceNetwork(view)
    #expect(nodes(possible) == ["A", "B", "C", "p", "q"])
    #expect(edges(possible) == ["A-p", "B-p", "A-q", "B-q", "C-q"])
    #expect(possible.possibleEdgeCount == 3)
    let certain = IncidenceNetwork(view, dates: .certain)
    #expect(nodes(certain) == ["A", "B", "p"])
    #expect(edges(certain) == ["A-p", "B-p"])
    #expect(certain.possibleEdgeCount == 0)
  }

  @Test func allIsCertainWhereTheDatesDecide() {
    let view = dated.view(at: "1935-06-15")
    let (possible, certain) = (IncidenceNetwork(view), IncidenceNetwork(view, dates: .certain))
    #expect(edges(possible) == ["A-p", "B-p", "A-q", "B-q", "C-q"])
    #expect(edges(certain) == edges(possible))
    #expect(possible.possibleEdgeCount == 0)
  }

  @Test func withoutADateAllTimesCountAndAllIsCertain() {
    let incidence = IncidenceNetwork(dated.view(), dates: .certain)
    #expect(edges(incidence) == ["A-p", "B-p", "A-q", "B-q", "C-q", "A-r", "B-r"])
    #expect(incidence.possibleEdgeCount == 0)
  }

  @Test func oneCertainRoleMakesTheEdgeCertain() {
    var builder = GraphBuilder()
    builder.actor("A")
    builder.agreement("p", inForce: "1925-01-01/1930-12-31")
    builder.say("A", .guarantor, "p", when: "1927/1928")
    builder.say("A", .party, "p")
    let view = builder.view(at: "1927-03-01")
    #expect(IncidenceNetwork(view).possibleEdgeCount == 0)
    #expect(edges(IncidenceNetwork(view, dates: .certain)) == ["A-p"])
  }

  @Test func partyWhoLeftIsNoLongerAnEdge() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", inForce: "1925-01-01/..", parties: "A")
    builder.say("B", .party, "p", when: "1925-01-01/1933-10-14")
    #expect(edges(IncidenceNetwork(builder.view(at: "1933-10-14"))) == ["A-p", "B-p"])
    #expect(edges(IncidenceNetwork(builder.view(at: "1933-10-15"))) == ["A-p"])
  }

  @Test func readingsDecideWhatCounts() {
    var builder = GraphBuilder()
    builder.reading("x", isDefault: true)
    builder.reading("y")
    builder.reading("z", extends: "y")
    builder.actors("A", "B", "C")
    builder.agreement("p", parties: "A")
    builder.say("B", .party, "p", readings: ["x"])
    builder.say("C", .party, "p", readings: ["y"])
    builder.agreement("q", readings: ["x"], parties: "A")
    #expect(edges(IncidenceNetwork(builder.view())) == ["A-p", "B-p", "C-p", "A-q"])
    #expect(edges(IncidenceNetwork(builder.view(reading: "x"))) == ["A-p", "B-p", "A-q"])
    #expect(edges(IncidenceNetwork(builder.view(reading: "y"))) == ["A-p", "C-p"])
    #expect(edges(IncidenceNetwork(builder.view(reading: "z"))) == ["A-p", "C-p"])
  }
}
