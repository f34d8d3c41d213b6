import Chronology
import Diplomacy
import Testing

/// Orders of acts that cannot be are no assignments: neither in bounds nor in draws.
@Suite struct LifeOrderTests {
  private func pact(
    _ acts: [(Act.Kind, String)], _ terms: Terms = Terms(), by: [Int: EntityID] = [:],
    parties: [EntityID] = ["a", "b"]
  ) throws -> DiplomaticGraph {
    let acts = try acts.enumerated().map { index, act in
      Act(kind: act.0, date: try date(act.1), by: by[index].map { [$0] } ?? [])
    }
    let members: [EntityID] = ["a", "b", "c"]
    return graph(
      members.map { entity($0, .actor) }
        + [entity("pact", .agreement, life: AgreementLife(acts: acts, terms: [terms]))],
      parties.map { statement($0, .party, "pact") })
  }

  private func hull(_ graph: DiplomaticGraph, of actor: EntityID? = nil) throws -> [String] {
    let course =
      actor.map { graph.course(of: $0, in: "pact", under: .every) } ?? graph.course(of: "pact", under: .every)
    let hull = try #require(course?.hull)
    return [hull.earliestStart, hull.latestStart, hull.earliestEnd, hull.latestEnd].map { $0.day.description }
  }

  private func answers(_ graph: DiplomaticGraph, on days: String...) throws -> [Answer] {
    let spans = try #require(graph.course(of: "pact", under: .every)).spans
    return try days.map { day in
      let date = try date(day)
      return spans.reduce(.no) { $0 || $1.covers(date) }
    }
  }

  /// How often a day is in force in draws.
  private func share(_ graph: DiplomaticGraph, on day: String, draws: Int = 200) throws -> Double {
    var generator = SeededGenerator(seed: 19)
    var graphs = GraphDraws(of: graph)
    let date = try date(day)
    let held = (0..<draws).count { _ in
      let course = graphs.next(using: &generator).course(of: "pact", under: .every)
      return (course?.spans ?? []).contains { $0.covers(date) == .yes }
    }
    return Double(held) / Double(draws)
  }

  @Test func anEndBeforeTheSignatureCannotBe() throws {
    let graph = try pact([(.signature, "1941-01-13"), (.termination, "[1941-01-11,1941-01-16]")])
    #expect(try hull(graph) == ["1941-01-13", "1941-01-13", "1941-01-17", "1941-01-17"])
    #expect(
      try answers(graph, on: "1941-01-12", "1941-01-13", "1941-01-16", "1941-01-17") == [
        .no, .yes, .yes, .no,
      ])
    #expect(try share(graph, on: "1941-01-16") == 1)
  }

  @Test func aNoticeEndsTheTermThatEachEntryLeaves() throws {
    let year = try Period("P1Y")
    let graph = try pact(
      [(.entryIntoForce, "[1930-02-26,1930-04-30]"), (.denunciation, "1931-03-31")],
      Terms(duration: year, renewal: .each(year)))
    #expect(try hull(graph) == ["1930-02-26", "1930-04-30", "1931-05-01", "1932-02-27"])
    #expect(
      try answers(
        graph, on: "1930-02-26", "1930-04-30", "1931-04-30", "1931-05-01", "1932-02-26", "1932-02-27")
        == [.maybe, .yes, .yes, .maybe, .maybe, .no])
    #expect(abs(try share(graph, on: "1932-02-26") - 0.5) < 0.2)
  }

  /// Two days of entry that leave a time between them in which the agreement cannot have been in force.
  @Test func timesBetweenPossibleLivesAreLeftOut() throws {
    let graph = try pact([(.signature, "[1941-01-03,1941-03-20]")], Terms(duration: try Period("P5D")))
    #expect(try answers(graph, on: "1941-01-05", "1941-02-01", "1941-03-22") == [.maybe, .no, .maybe])
    #expect(try hull(graph) == ["1941-01-03", "1941-03-20", "1941-01-09", "1941-03-26"])
    #expect(try share(graph, on: "1941-02-01") == 0)
  }

  @Test(
    arguments: [
      (.ratification, "[1941-01-05,1941-01-20]"), (.accession, "[1941-01-05,1941-01-20]"),
      (.denunciation, "[1941-01-05,1941-01-20]"), (.breach, "[1941-01-05,1941-01-20]"),
      (.extension, "[1941-01-05,1941-01-20]"), (.entryIntoForce, "[1941-01-05,1941-01-20]"),
    ] as [(Act.Kind, String)])
  func nothingIsDoneWithWhatIsNotSigned(kind: Act.Kind, when: String) throws {
    // Signed on the 13th, or on the 25th, which no day of the act allows.
    let graph = try pact([(.signature, "[1941-01-13,1941-01-25]"), (kind, when)], by: [1: "c"])
    var generator = SeededGenerator(seed: 1)
    var graphs = GraphDraws(of: graph)
    for _ in 0..<40 {
      let acts = graphs.next(using: &generator)["pact"]?.life?.acts ?? []
      #expect(acts.map { $0.date?.text } == ["1941-01-13", "1941-01-20"], "\(kind)")
    }
    if kind != .entryIntoForce {
      #expect(try hull(graph)[0...1] == ["1941-01-13", "1941-01-13"], "\(kind)")
    }
  }

  @Test func nobodyJoinsAfterTheEnd() throws {
    let ended = try pact(
      [(.signature, "1941-01-01"), (.accession, "[1941-01-05,1941-01-20]"), (.termination, "1941-01-10")],
      by: [1: "c"])
    #expect(try hull(ended, of: "c") == ["1941-01-05", "1941-01-05", "1941-01-11", "1941-01-11"])
    // The same where the end follows from a term.
    let lapsed = try pact(
      [(.signature, "1941-01-01"), (.accession, "[1941-01-05,1941-01-20]")],
      Terms(duration: try Period("P9D")),
      by: [1: "c"])
    #expect(try hull(lapsed, of: "c") == ["1941-01-05", "1941-01-05", "1941-01-11", "1941-01-11"])
  }

  @Test func whoJoinsLeavesLater() throws {
    let graph = try pact(
      [(.signature, "1941-01-01"), (.accession, "1941-02-01"), (.withdrawal, "[1941-01-10,1941-03-10]")],
      by: [1: "c", 2: "c"], parties: ["a", "b"])
    #expect(try hull(graph, of: "c") == ["1941-02-01", "1941-02-01", "1942-03-11", "1942-03-11"])
  }

  /// More days than are listed one by one, of which those between the possible ones are left out all the same.
  @Test func aNoticeOfSomeMonthEndsTheTermThatEachEntryLeaves() throws {
    let year = try Period("P1Y")
    let graph = try pact(
      [(.signature, "1929"), (.entryIntoForce, "[1930-02-26,1930-04-30]"), (.denunciation, "1931-03")],
      Terms(duration: year, renewal: .each(year)))
    #expect(try hull(graph) == ["1930-02-26", "1930-04-30", "1931-05-01", "1932-02-27"])
  }

  /// More days than are listed one by one: orders narrow the bounds all the same.
  @Test func ordersHoldForManyDaysToo() throws {
    let graph = try pact([(.signature, "1941"), (.termination, "[1930..1941-03-05]")])
    #expect(try hull(graph) == ["1941-01-01", "1941-03-05", "1941-01-02", "1941-03-06"])
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      let drawn = graph.withDatesDrawn(using: &generator).course(of: "pact", under: .every)
      #expect(drawn?.spans.first.map { $0.earliestStart < $0.latestEnd } ?? false)
    }
  }

  @Test func aTermEndsNoEarlierThanTheSignature() throws {
    let graph = try pact([(.signature, "1941-01-13")], Terms(until: try date("[1940-12-31,1941-12-31]")))
    #expect(try hull(graph) == ["1941-01-13", "1941-01-13", "1942-01-01", "1942-01-01"])
  }

  /// What the dates themselves contradict is told elsewhere; here it binds nothing.
  @Test func contradictoryDatesStayAsTheyAre() throws {
    let graph = try pact([(.signature, "1941-01-13"), (.termination, "[1941-01-05,1941-01-11]")])
    var generator = SeededGenerator(seed: 1)
    let drawn = (0..<40).map { _ in graph.withDatesDrawn(using: &generator)["pact"]?.life?.acts[1].date?.text
    }
    #expect(Set(drawn) == ["1941-01-05", "1941-01-11"])
  }

  @Test func actsOfDifferentReadingsDoNotBindEachOther() throws {
    let acts = [
      Act(kind: .signature, date: try date("1941-01-13"), attestation: under("early")),
      Act(kind: .termination, date: try date("[1941-01-11,1941-01-16]"), attestation: under("late")),
    ]
    let graph = graph(
      [entity("pact", .agreement, life: AgreementLife(acts: acts))],
      readings: [reading("early"), reading("late")])
    var generator = SeededGenerator(seed: 1)
    let drawn = (0..<40).map { _ in graph.withDatesDrawn(using: &generator)["pact"]?.life?.acts[1].date?.text
    }
    #expect(Set(drawn) == ["1941-01-11", "1941-01-16"])
  }

  /// A successor that may have come too early did not, where another of its days is possible.
  @Test func aSuccessorComesAfterTheSignature() throws {
    let old = AgreementLife(acts: [Act(kind: .signature, date: try date("1941-01-10"))])
    let new = AgreementLife(acts: [Act(kind: .signature, date: try date("[1941-01-05,1941-01-20]"))])
    let graph = graph(
      [entity("old", .agreement, life: old), entity("new", .agreement, life: new)],
      [statement("new", .supersedes, "old")])
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<40 {
      let drawn = graph.withDatesDrawn(using: &generator)
      #expect(drawn.course(of: "old", under: .every)?.hull?.latestEnd.day.description == "1941-01-20")
    }
  }
}
