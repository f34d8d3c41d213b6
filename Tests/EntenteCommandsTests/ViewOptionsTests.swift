import Foundation
import TestSupport
import Testing

/// Options that say from where a graph is looked at, and the commands about lives, knowledge and differences.
@Suite struct ViewOptionsTests {
  private func results(_ arguments: String...) throws -> Any {
    let place = try Workplace(["graph.yaml": secretPact])
    let outcome = try run(
      builtProgram("entente"), [arguments[0], "graph.yaml"] + arguments.dropFirst() + ["--format", "json"],
      in: place.folder)
    expectSuccess(outcome)
    return try #require(try object(outcome.output)["results"])
  }

  @Test func journeysAndScoresLeaveOutWhatAnActorDidNotKnow() throws {
    let place = try Workplace(["graph.yaml": secretPact])
    let early = try place.entente("show", "graph.yaml", "--known-to", "c", "--at", "1933-01-31")
    #expect(!early.output.contains("hidden") && early.output.contains("open"), "\(early.output)")
    let told = try place.entente("show", "graph.yaml", "--known-to", "c", "--at", "1933-02-01")
    #expect(told.output.contains("hidden"), "\(told.output)")
    let trace = try #require(
      results("knowledge", "--of", "hidden", "--to", "heir", "--at", "1934-06") as? [String: Any])
    #expect((trace["channels"] as? [Any])?.count == 2)
    let all = try place.entente("centrality", "graph.yaml", "--measure", "degree", "--format", "csv")
    #expect(all.output.contains("hidden,"))
    let seen = try place.entente(
      "centrality", "graph.yaml", "--measure", "degree", "--format", "csv", "--known-to", "heir")
    #expect(!seen.output.contains("hidden,"))
    let journey = try place.entente("paths", "graph.yaml", "--from", "a", "--to", "b", "--known-to", "heir")
    #expect(journey.output.contains("No journey"), "\(journey.output)")
  }

  @Test func whatIsNoSecretHasNoTrace() throws {
    let place = try Workplace(["graph.yaml": secretPact])
    expectRefusal(
      try place.entente("knowledge", "graph.yaml", "--of", "open"), code: 1, saying: "'open' is not secret")
    expectRefusal(
      try place.entente("knowledge", "graph.yaml", "--of", "hiden"), code: 64,
      saying: "Did you mean 'hidden'?")
  }

  @Test func everySecretPartCanBeAskedForByItsName() throws {
    let place = try Workplace(["graph.yaml": secretPact])
    for name in ["hidden", "party.a.hidden", "hidden.signature-1"] {
      let outcome = try place.entente("knowledge", "graph.yaml", "--of", name, "--format", "csv")
      expectSuccess(outcome)
      #expect(outcome.output.contains("yes,a,1931-03-03"), "\(outcome.output)")
    }
    expectRefusal(
      try place.entente("knowledge", "graph.yaml", "--of", "hidden.signature-2"), code: 64,
      saying: "'hidden.signature-2' is not an entity or statement of this graph, nor a part of one")
    expectRefusal(
      try place.entente("knowledge", "graph.yaml", "--of", "hidden", "--known-to", "a"), code: 64,
      saying: "--to")
  }

  @Test func aChronologyHasAWindow() throws {
    let place = try Workplace(["graph.yaml": secretPact])
    func days(_ arguments: String...) throws -> [String] {
      let outcome = try place.entente(["chronology", "graph.yaml", "--format", "csv"] + arguments)
      expectSuccess(outcome)
      return try #require(csvRecords(outcome.output)).dropFirst().map { "\($0[0]) \($0[1])" }
    }
    #expect(
      try days() == [
        "open signature", "open in-force", "hidden signature", "hidden in-force", "talks meeting",
      ])
    #expect(try days("--from", "1931", "--to", "1931-03") == ["hidden signature", "hidden in-force"])
    #expect(try days("--from", "1931-03-04") == ["talks meeting"])
    #expect(try days("--known-to", "heir") == ["open signature", "open in-force", "talks meeting"])
    #expect(try days("--at", "1925") == ["open signature", "open in-force"])
    expectRefusal(
      try place.entente("chronology", "graph.yaml", "--from", "1931", "--to", "1930"), code: 64,
      saying: "--from",
      "--to")
    expectRefusal(
      try place.entente("chronology", "graph.yaml", "--from", "1931-13"), code: 64, saying: "--from")
  }

  // MARK: Senses, exclusions, successors

  private func degrees(_ arguments: String...) throws -> [String: Int] {
    let place = try Workplace(["graph.yaml": secretPact])
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
    let place = try Workplace(["graph.yaml": secretPact])
    expectRefusal(
      try place.entente("centrality", "graph.yaml", "--modality", "planed"), code: 64, saying: "'planed'",
      "'planned'")
    expectRefusal(
      try place.entente("centrality", "graph.yaml", "--holder", "b"), code: 64, saying: "--modality")
  }

  @Test func entitiesSourcesAndStatementsCanBeLeftOut() throws {
    #expect(try degrees("--without", "a", "--without", "party.c.open")["open"] == 1)
    #expect(try degrees("--without", "diary", "--without", "letter")["hidden"] == nil)
    let place = try Workplace(["graph.yaml": secretPact])
    expectRefusal(
      try place.entente("centrality", "graph.yaml", "--without", "leter"), code: 64,
      saying: "Did you mean 'letter'?")
  }

  @Test func successorsCanCountAsTheirPredecessors() throws {
    let place = try Workplace(["graph.yaml": secretPact])
    let table = try place.entente("centrality", "graph.yaml", "--successors", "merged")
    #expect(table.output.contains("# successors: counted as their earliest predecessor: heir as e"))
    let journey = try place.entente(
      "paths", "graph.yaml", "--from", "heir", "--to", "a", "--successors", "merged", "--format", "json")
    expectSuccess(journey)
  }

  /// What an option does not say anything of refuses it, and journeys keep to the date.
  @Test func optionsThatSayNothingAreRefused() throws {
    let place = try Workplace(["graph.yaml": secretPact])
    for command in ["show", "life", "chronology", "compliance"] {
      expectRefusal(
        try place.entente(command, "graph.yaml", "--successors", "merged"), code: 64,
        saying: "--successors merged goes with networks and journeys")
    }
    for command in [["paths", "--from", "a", "--to", "b"], ["reach", "--from", "a"], ["reach"]] {
      expectRefusal(
        try place.entente(
          [command[0], "graph.yaml"] + command.dropFirst() + ["--at", "1935", "--before", "1934"]),
        code: 64, saying: "--at 1935 and --before have no time in common")
    }
    let journey = try place.entente(
      "paths", "graph.yaml", "--from", "a", "--to", "b", "--at", "1935", "--format", "csv")
    let rows = try #require(csvRecords(journey.output))
    let moment = try #require(rows[0].firstIndex(of: "moment"))
    #expect(!rows.dropFirst().isEmpty && rows.dropFirst().allSatisfy { $0[moment].hasPrefix("1935") })
  }

  /// Two questions, each with two answers.
  private static let questions = """
    entente: 1
    title: Questions
    readings:
      text: { title: By the text, question: end, default: true }
      note: { title: By the note, question: end }
      state: { title: A state, question: power }
      puppet: { title: A puppet, question: power, default: true }
    actors: { a: A, b: B, m: M }
    agreements:
      pact:
        name: Pact
        signed: 1930-01-01
        acts: [{ act: termination, when: 1935-01-01, reading: text }, { act: termination, when: 1940-01-01, reading: note }]
        parties: [a, b, { actor: m, reading: state }]
    """

  @Test func readingsOfDifferentQuestionsAreTakenTogether() throws {
    let place = try Workplace(["graph.yaml": Self.questions])
    func parties(_ arguments: String...) throws -> [String] {
      let table = try place.entente(
        ["centrality", "graph.yaml", "--measure", "degree", "--at", "1938", "--format", "csv"] + arguments)
      return try #require(csvRecords(table.output)).dropFirst().map { $0[0] + " " + $0[3] }.sorted()
    }
    #expect(try parties("--reading", "note,state") == ["a 1", "b 1", "m 1", "pact 3"])
    #expect(try parties("--reading", "note") == ["a 1", "b 1", "m 0", "pact 2"])
    // The defaults of both questions are taken together.
    #expect(try parties() == ["a 0", "b 0", "m 0"])
    let table = try place.entente("show", "graph.yaml", "--reading", "note,state")
    #expect(table.output.contains("# readings: note and state"))
    let lives = try place.entente("life", "graph.yaml", "--format", "json")
    let rows = try #require(try object(lives.output)["results"] as? [[String: Any]])
    #expect(
      rows.map { $0["readings"] as? [String] } == [
        ["text,state", "text,puppet"], ["note,state", "note,puppet"],
      ])
    expectRefusal(
      try place.entente("show", "graph.yaml", "--reading", "text,note"), code: 64,
      saying: "'text' and 'note' answer the same question ('end')")
    expectRefusal(
      try place.entente("show", "graph.yaml", "--reading", "text,all"), code: 64,
      saying: "'all' takes every reading")
    expectRefusal(
      try place.entente("show", "graph.yaml", "--reading", "text,stat"), code: 64,
      saying: "Did you mean 'state'?")
    let two = Self.questions.replacing(
      "note: { title: By the note, question: end }", with: "note: { question: end, default: true }")
    let refused = try Workplace(["graph.yaml": two]).entente("show", "graph.yaml")
    #expect(
      refused.code == 2 && refused.errors.contains("a second reading of the question 'end' is the default"))
  }

  // MARK: Differences

  @Test func twoDatesAndTwoActorsCanBeCompared() throws {
    let dates = try #require(
      try results("compare", "--at", "1925", "--with", "1935", "--what", "entities") as? [String: Any])
    #expect((dates["entities"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["hidden"])
    for other in ["c", "all"] {
      let actors = try #require(
        try results("compare", "--known-to", "heir", "--with", other, "--what", "entities") as? [String: Any])
      #expect((actors["entities"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["hidden"])
    }
    let readings = try #require(
      try results("compare", "--reading", "strict", "--with", "loose") as? [String: Any])
    #expect(
      Set(readings.keys) == [
        "entities", "statements", "in-force", "members", "verdicts", "scores", "divisions", "journeys",
      ])
    let place = try Workplace(["graph.yaml": secretPact])
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

  // MARK: Lives

  @Test func livesAreToldUnderEachReadingOrOne() throws {
    let both = try #require(try results("life", "--of", "hidden") as? [[String: Any]])
    #expect(both.compactMap { $0["reading"] as? String } == ["all"])
    let one = try #require(
      try results("life", "--of", "hidden", "--at", "1935", "--reading", "strict") as? [[String: Any]])
    #expect(one.compactMap { $0["holds"] as? String } == ["certainly"])
  }
}
