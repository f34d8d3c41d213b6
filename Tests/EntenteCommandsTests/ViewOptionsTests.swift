import Foundation
import TestSupport
import Testing

/// Options that say from where a graph is looked at, and the commands about lives, knowledge and differences.
@Suite struct ViewOptionsTests {
  /// A secret pact of a and b; c learns of it in 1933; it is disclosed in 1940. A person represents d from 1935 on.
  private let secret = """
    entente: 1
    title: A secret
    sources: { book: A book, letter: { title: A letter, quoted-in: book p. 9 }, diary: A diary }
    readings: { strict: { title: Strict, default: true }, loose: Loose }
    actors:
      a: { name: A, source: diary }
      b: B
      c: C
      d: D
      e: E
      heir: { name: Heir of E, successor-of: { actor: e, source: diary } }
      clerk: { kind: person, name: Clerk, represents: { actor: d, office: Minister, when: 1935/1938 } }
      general: { kind: person, name: General, represents: { actor: e, when: 1930/1939 } }
    agreements:
      hidden:
        name: Hidden pact
        signed: 1931-03-03
        parties: [{ actor: a, source: diary }, { actor: b, source: diary }]
        known-to: [{ actor: c, since: 1933-02-01, source: letter }, { actor: clerk, since: 1934-01-01 }, general]
        unknown-to: [{ actor: e, until: 1936-01-01 }]
        disclosed: { when: 1940-06-01, source: book }
        source: [diary, letter]
      open:
        name: Open pact
        signed: { when: 1920-01-01, source: letter }
        parties: [{ actor: a, source: book }, { actor: c, source: letter }, { actor: heir, source: book }]
      dream: { name: Dream, modality: planned, holder: c, signed: 1930-01-01, parties: [b, { actor: d, modality: planned, holder: c }] }
    events:
      talks: { kind: meeting, name: Talks, when: 1932-05-05, participants: [b, d], source: book }
    """

  private func results(_ arguments: String...) throws -> Any {
    let place = try Workplace(["graph.yaml": secret])
    let outcome = try run(
      builtProgram("entente"), [arguments[0], "graph.yaml"] + arguments.dropFirst() + ["--format", "json"],
      in: place.folder)
    expectSuccess(outcome)
    return try #require(try object(outcome.output)["results"])
  }

  private func shown(_ arguments: String...) throws -> Set<String> {
    let found = try results(
      "show", "--known-to", arguments[0], arguments.count > 1 ? "--at" : "--successors",
      arguments.count > 1 ? arguments[1] : "apart")
    let entities = (found as? [String: Any])?["entities"] as? [[String: Any]] ?? []
    return Set(entities.compactMap { $0["id"] as? String })
  }

  // MARK: Knowledge

  @Test(arguments: [
    // Who takes part knows from the signature on; it is in force without end.
    ("a", "1931-03-03", true), ("b", "1935", true),
    // Who was told knows from then on.
    ("c", "1933-01-31", false), ("c", "1933-02-01", true),
    // A state knows what its minister knows, while he is one.
    ("d", "1934-12-31", false), ("d", "1936", true), ("clerk", "1934-06-01", true),
    // The graph says otherwise of e, up to a day.
    ("e", "1935-12-31", false), ("e", "1936-01-01", true),
    // From the disclosure on everybody can know.
    ("heir", "1940-05-31", false), ("heir", "1940-06-01", true),
  ])
  func aSecretIsSeenByThoseWhoKnewOnTheDate(actor: String, day: String, sees: Bool) throws {
    #expect(try shown(actor, day).contains("hidden") == sees, "\(actor) on \(day)")
  }

  @Test func withoutADateADisclosureDoesNotCount() throws {
    #expect(try !shown("heir").contains("hidden"))
    #expect(try shown("c").contains("hidden"))
    #expect(try shown("heir").contains("open"))
  }

  @Test func journeysAndScoresLeaveOutWhatAnActorDidNotKnow() throws {
    let place = try Workplace(["graph.yaml": secret])
    let all = try place.entente("centrality", "graph.yaml", "--measure", "degree", "--format", "csv")
    #expect(all.output.contains("hidden,"))
    let seen = try place.entente(
      "centrality", "graph.yaml", "--measure", "degree", "--format", "csv", "--known-to", "heir")
    #expect(!seen.output.contains("hidden,"))
    let journey = try place.entente("paths", "graph.yaml", "--from", "a", "--to", "b", "--known-to", "heir")
    #expect(journey.output.contains("No journey"), "\(journey.output)")
  }

  @Test func knowledgeIsTracedWithItsGrounds() throws {
    let found = try #require(
      try results("knowledge", "--of", "hidden", "--to", "heir", "--at", "1934-06") as? [String: Any])
    let knowers = try #require(found["knowers"] as? [[String: Any]])
    let yes = knowers.filter { $0["knows"] as? String == "yes" }.compactMap { $0["id"] as? String }
    #expect(Set(yes) == ["a", "b", "c", "clerk", "general"])
    let channels = try #require(found["channels"] as? [[String: Any]])
    #expect(
      channels.map { "\($0["from"] ?? "") \($0["through"] ?? "") \($0["earliest"] ?? "")" } == [
        "a open 1931-03-03T00:00:00", "c open 1933-02-01T00:00:00",
      ])
  }

  @Test func whatIsNoSecretHasNoTrace() throws {
    let place = try Workplace(["graph.yaml": secret])
    expectRefusal(
      try place.entente("knowledge", "graph.yaml", "--of", "open"), code: 1, saying: "'open' is not secret")
    expectRefusal(
      try place.entente("knowledge", "graph.yaml", "--of", "hiden"), code: 64,
      saying: "Did you mean 'hidden'?")
  }

  // MARK: Senses, exclusions, successors

  private func degrees(_ arguments: String...) throws -> [String: Int] {
    let place = try Workplace(["graph.yaml": secret])
    let outcome = try run(
      builtProgram("entente"),
      ["centrality", "graph.yaml", "--measure", "degree", "--format", "csv"] + arguments,
      in: place.folder)
    expectSuccess(outcome)
    let rows = try #require(csvRecords(outcome.output)).dropFirst()
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[3]) ?? -1) })
  }

  @Test func plansCountWhenTheyAreAskedFor() throws {
    #expect(try degrees()["dream"] == nil)
    #expect(try degrees("--modality", "actual,planned")["dream"] == 2)
    #expect(try degrees("--modality", "actual,planned", "--holder", "b")["dream"] == nil)
    let place = try Workplace(["graph.yaml": secret])
    expectRefusal(
      try place.entente("centrality", "graph.yaml", "--modality", "planed"), code: 64, saying: "'planed'",
      "'planned'")
    expectRefusal(
      try place.entente("centrality", "graph.yaml", "--holder", "b"), code: 64, saying: "--modality")
  }

  @Test func whatIsLeftOutTakesWithItWhatRestsOnItAlone() throws {
    #expect(try degrees("--without", "a")["hidden"] == 1)
    #expect(try degrees("--without", "party.c.open")["open"] == 2)
    // The letter is known only through the book.
    #expect(try degrees("--without", "book")["open"] == 0)
    #expect(try degrees("--without", "letter")["open"] == 2)
    #expect(try degrees("--without", "diary", "--without", "letter")["hidden"] == nil)
    let place = try Workplace(["graph.yaml": secret])
    expectRefusal(
      try place.entente("centrality", "graph.yaml", "--without", "leter"), code: 64,
      saying: "Did you mean 'letter'?")
  }

  @Test func successorsCanCountAsTheirPredecessors() throws {
    let apart = try degrees()
    #expect(apart["heir"] == 1 && apart["e"] == 0)
    let merged = try degrees("--successors", "merged")
    #expect(merged["heir"] == nil && merged["e"] == 1)
    let place = try Workplace(["graph.yaml": secret])
    let table = try place.entente("centrality", "graph.yaml", "--successors", "merged")
    #expect(table.output.contains("# successors: counted as their earliest predecessor: heir as e"))
    let journey = try place.entente(
      "paths", "graph.yaml", "--from", "heir", "--to", "a", "--successors", "merged", "--format", "json")
    expectSuccess(journey)
  }

  // MARK: Differences

  @Test func aComparisonTellsWhatASecretChanges() throws {
    let found = try #require(
      try results("compare", "--known-to", "heir", "--with", "all", "--measure", "degree") as? [String: Any])
    let entities = try #require(found["entities"] as? [[String: Any]])
    #expect(
      entities.map { "\($0["id"] ?? "") \($0["first"] ?? "") \($0["second"] ?? "")" } == [
        "hidden not there there"
      ])
    #expect(
      (found["journeys"] as? [[String: Any]])?.contains {
        $0["from"] as? String == "a" && $0["to"] as? String == "b"
      } == true)
    let scores = try #require(found["scores"] as? [[String: Any]])
    #expect(
      scores.contains {
        $0["id"] as? String == "a" && $0["first"] as? Double == 1 && $0["second"] as? Double == 2
      })
  }

  @Test func twoDatesAndTwoActorsCanBeCompared() throws {
    let dates = try #require(
      try results("compare", "--at", "1925", "--with", "1935", "--what", "entities") as? [String: Any])
    #expect((dates["entities"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["hidden"])
    let actors = try #require(
      try results("compare", "--known-to", "heir", "--with", "c", "--what", "entities") as? [String: Any])
    #expect((actors["entities"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["hidden"])
    let place = try Workplace(["graph.yaml": secret])
    expectRefusal(
      try place.entente("compare", "graph.yaml", "--with", "1935"), code: 64, saying: "--with goes with")
    expectRefusal(
      try place.entente("compare", "graph.yaml", "--reading", "strict", "--with", "losse"), code: 64,
      saying: "'loose'")
    expectRefusal(
      try place.entente("compare", "graph.yaml", "--at", "1935", "--with", "1936", "--what", "score"),
      code: 64,
      saying: "'scores'")
  }

  @Test func readingsThatAgreeDifferInNothing() throws {
    let found = try #require(
      try results("compare", "--reading", "strict", "--with", "loose") as? [String: Any])
    for (key, value) in found { #expect((value as? [Any])?.isEmpty == true, "\(key)") }
  }

  @Test func robustnessRanksByTheChangeOfScores() throws {
    let rows = try #require(
      try results(
        "robustness", "--measure", "degree", "--leaving-out", "actors,agreements,sources,statements")
        as? [[String: Any]])
    let changes = rows.compactMap { $0["change"] as? Double }
    #expect(changes.count == rows.count && changes == changes.sorted(by: >))
    // Without the open pact its three parties lose one agreement each.
    let open = try #require(rows.first { $0["id"] as? String == "open" })
    #expect(open["change"] as? Double == 3)
    let book = try #require(rows.first { $0["id"] as? String == "book" })
    #expect(book["kind"] as? String == "source")
    let place = try Workplace(["graph.yaml": secret])
    expectRefusal(
      try place.entente("robustness", "graph.yaml", "--measure", "degree,harmonic"), code: 64,
      saying: "expected one")
  }

  // MARK: Lives

  @Test func aLifeIsToldWithItsReasons() throws {
    let rows = try #require(
      try results("life", "--of", "hidden", "--at", "1935", "--reading", "strict") as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows[0]["holds"] as? String == "yes")
    #expect(rows[0]["in-force"] as? String == "1931-03-03/..")
    #expect(
      rows[0]["begins"] as? [String] == ["signed on 3 March 1931, which is taken for the entry into force"])
    #expect(rows[0]["ends"] as? [String] == ["nothing ends it"])
    let both = try #require(try results("life", "--of", "hidden") as? [[String: Any]])
    #expect(both.compactMap { $0["reading"] as? String } == ["strict", "loose"])
  }

  @Test func theOrderOfEventsFollowsTheirOffsets() throws {
    let place = try Workplace()
    let outcome = try place.entente(
      "chronology", graphFile("neutrality-pact"), "--of", "soviet-declaration-of-war", "--of",
      "soviet-invasion",
      "--format", "csv")
    expectSuccess(outcome)
    let rows = try #require(csvRecords(outcome.output))
    #expect(rows.dropFirst().map { $0[0] } == ["soviet-invasion", "soviet-declaration-of-war"])
    #expect(rows[2][6] == "certainly")
    #expect(rows[2][7] == "five hours to six hours")
  }
}
