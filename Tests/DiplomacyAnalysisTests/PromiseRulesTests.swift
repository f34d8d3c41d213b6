import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

/// The rules of treaty law on promises, each in its own words.
@Suite struct PromiseRulesTests {
  /// A pact of A, B and C from 1930 to 1939; the land is B's, and a border lies between A and B.
  private func verdicts(
    _ obligation: String, _ events: String, at date: String? = nil, parties: String = "[a, b, c]",
    scope: String = ""
  ) throws -> [Compliance.Verdict] {
    let graph = try read(
      """
      entente: 1
      title: Promises
      actors:
        a: A
        b: { name: B, controls: { territory: land, when: 1920/1945 } }
        c: C
        d: D
        army: { kind: organization, name: Army, represents: { actor: a, when: 1920/1945 } }
      territories:
        land: Land
        province: { name: Province, part-of: land }
        frontier: { kind: border, name: Frontier, borders: [a, b] }
        line: { kind: border, name: Line, borders: [a, province] }
        coast: { kind: border, name: Coast, borders: b }
      agreements:
        pact:
          name: Pact
          parties: \(parties)
          \(scope)
          in-force: 1930-01-01/1939-12-31
          obligations: [{ id: promise, \(obligation) }]
      events:
        none: { kind: meeting, name: None, when: 1935 }
        \(events.replacing("\n", with: "\n  "))
      """)
    return Compliance(of: graph, try asked(of: graph, at: date)).verdicts
  }

  private func words(_ verdicts: [Compliance.Verdict]) -> [String] {
    verdicts.map { "\($0.debtor) \($0.outcome.rawValue) \($0.event?.rawValue ?? "-")" }
  }

  // MARK: Where an agreement is applied

  /// Vienna Convention on the Law of Treaties, article 29.
  @Test(arguments: [
    ("", true), ("excludes: land", false), ("excludes: frontier", true), ("applies-to: land", true),
    ("applies-to: frontier", false), ("excludes: { territory: land, for: b }", false),
    ("excludes: { territory: land, for: d }", true),
  ])
  func aDeedWhereTheAgreementIsNotAppliedBreaksNoPromise(scope: String, breaks: Bool) throws {
    let found = try verdicts(
      "kind: refrain-from-attack, by: a",
      "raid: { kind: raid, name: Raid, when: 1935, agents: a, targets: b, place: province }", scope: scope)
    #expect(words(found).contains("a breached raid") == breaks, "\(scope): \(words(found))")
    // In the whole territory of the party that is attacked, unless it says otherwise.
    let elsewhere = try verdicts(
      "kind: refrain-from-attack, by: a",
      "raid: { kind: raid, name: Raid, when: 1935, agents: a, targets: b }", scope: scope)
    #expect(words(elsewhere).contains("a breached raid"))
  }

  // MARK: Consent

  /// Vienna Convention on the Law of Treaties, article 54; Articles on State Responsibility, article 20.
  @Test(arguments: [
    ("[a, b, c]", ["a kept text", "b kept text", "c kept text"]),
    ("[a, b]", ["a breached text", "b breached text", "c kept -"]),
    ("a", ["a breached text", "b kept -", "c kept -"]),
  ])
  func whoPublishesASecretTogetherWithAllToWhomItIsOwedBreaksNoPromise(
    agents: String, expected: [String]
  ) throws {
    let found = try verdicts(
      "kind: keep-secret, by: all-parties",
      "text: { kind: publication, name: Text, when: 1935, agents: \(agents), about: pact }")
    #expect(words(found) == expected)
    #expect(found.filter { $0.outcome == .kept && $0.event != nil }.allSatisfy { $0.reason == .byConsent })
  }

  @Test func consentIsTakenFromAnyDeedAndAnyPromise() throws {
    // Who acts for A consents for A; who is no longer bound need not consent.
    #expect(
      try words(
        verdicts(
          "kind: respect-territory, by: b, to: a, about: land",
          "parade: { kind: occupation, name: Parade, when: 1935, agents: [army, b], targets: land }"))
        == ["b kept parade"])
    #expect(
      try words(
        verdicts(
          "kind: keep-secret, by: a",
          "text: { kind: publication, name: Text, when: 1936, agents: [a, b], about: pact }",
          parties: "[a, b, { actor: c, when: 1930/1934 }]")) == ["a kept text"])
    // What the graph says outright to be a breach stays one.
    #expect(
      try words(
        verdicts(
          "kind: keep-secret, by: a, to: b",
          "text: { kind: publication, name: Text, when: 1935, agents: [a, b], about: pact, breaches: promise }"
        ))
        == ["a breached text"])
  }

  // MARK: Who owes whom

  @Test func nobodyOwesHimself() throws {
    let found = try verdicts("kind: limit-arms, by: all-parties, to: a", "")
    #expect(found.map(\.debtor) == ["b", "c"] && found.allSatisfy { $0.creditors == ["a"] })
    let several = try verdicts("kind: limit-arms, by: all-parties, to: [a, b]", "")
    #expect(several.map { "\($0.debtor): \($0.creditors)" } == ["a: [b]", "b: [a]", "c: [a, b]"])
    #expect(try verdicts("kind: limit-arms, by: a, to: a", "").isEmpty)
    #expect(try verdicts("kind: limit-arms, by: [a, a], to: [b, b]", "").map(\.creditors) == [["b"]])
  }

  /// Vienna Convention on the Law of Treaties, articles 21 and 40(4).
  @Test(arguments: [
    ("", "c", "breached"), ("reservations: { by: c, to: article 1 }", "c", "lapsed"),
    ("reservations: { by: c, to: article 1 }", "b", "breached"),
    ("reservations: { by: c, to: article 2 }", "c", "breached"), ("amended-by: protocol", "b", "lapsed"),
    ("amended-by: protocol", "c", "breached"),
  ])
  func aPromiseBindsAsFarAsNothingSetsItAsideBetweenTheTwo(more: String, target: String, expected: String)
    throws
  {
    let amended = more.hasPrefix("amended") ? ", \(more)" : ""
    let graph = try read(
      """
      entente: 1
      title: Between two
      actors: { a: A, b: B, c: C }
      agreements:
        pact:
          name: Pact
          signed: 1930-01-01
          ended: 1939-12-31
          parties: [a, b, c]
          obligations: [{ id: promise, kind: refrain-from-attack, by: a, clause: article 1\(amended) }]
          \(more.hasPrefix("res") ? more : "note: none")
        protocol: { name: Protocol, signed: 1934-01-01, parties: [a, b], amends: pact }
      events: { war: { kind: attack, name: War, when: 1935-05-05, agents: a, targets: \(target) } }
      """)
    let found = Compliance(of: graph, ViewOptions()).verdicts.first { $0.event == "war" }
    #expect(found?.outcome.rawValue == expected, "\(more): \(target)")
  }

  // MARK: Conditions

  @Test(arguments: [
    // In the life, before it, after it, perhaps in it, never, and only imagined.
    ("when: 1935-05-05", "undecided neverMet"), ("when: 1929-05-05", "not-called-upon conditionOutside"),
    ("when: 1940-05-05", "not-called-upon conditionOutside"),
    ("when: \"[1939-12-01..1940-02-01]\"", "undecided perhapsCalledUpon"),
    ("when: 1929-05-05/1935", "undecided neverMet"),
    ("modality: hypothetical", "not-called-upon conditionNotArisen"),
    ("modality: planned, when: 1935", "not-called-upon conditionNotArisen"),
    ("note: undated", "undecided perhapsCalledUpon"),
  ])
  func aPromiseWhoseConditionNeverAroseIsNotCalledUpon(event: String, expected: String) throws {
    let found = try verdicts(
      "kind: assist, by: a, to: b, condition: C attacks B, condition-event: war",
      "war: { kind: war, name: War, agents: c, targets: b, \(event) }")
    let told = found.map { verdict in
      "\(verdict.outcome.rawValue) \("\(verdict.reason)".prefix { $0 != "(" })"
    }
    #expect(told == [expected], "\(event)")
  }

  @Test func anyPromiseOnAConditionThatNeverAroseIsNotCalledUpon() throws {
    for kind in ["remain-neutral", "enter-war", "cede-territory", "consult", "be-polite", "keep-secret"] {
      let found = try verdicts(
        "kind: \(kind), by: a, to: b, about: land, condition-event: war",
        "war: { kind: war, name: War, modality: hypothetical, agents: c, targets: b }")
      #expect(found.map(\.outcome) == [.notCalledUpon], "\(kind)")
    }
    // While it binds, the condition may still come.
    let running = try verdicts(
      "kind: assist, by: a, to: b, condition-event: war",
      "war: { kind: war, name: War, modality: hypothetical, agents: c, targets: b }", at: "1935-01-01")
    #expect(running.map(\.outcome) == [.pending] && running[0].reason == .awaitsCondition)
    // A period that counts from what never came does not run.
    let period = try verdicts(
      "kind: enter-war, by: a, to: b, about: c, within: P3M, of: war",
      "war: { kind: surrender, name: War, modality: hypothetical }")
    #expect(period.map(\.outcome) == [.notCalledUpon])
  }

  /// Help and neutrality are asked for in a war; a condition in words is judged no further.
  @Test(arguments: [
    ("condition: C attacks B", "none", "not-called-upon"),
    ("condition: C attacks B", "agents: c, targets: b, when: 1935", "undecided"),
    ("condition: C attacks B", "agents: c, targets: b, when: 1940-05", "not-called-upon"),
    ("against: c", "none", "not-called-upon"),
    ("against: c", "agents: c, targets: b, when: 1935", "undecided"),
    ("against: c", "agents: b, targets: c, when: 1935", "undecided"),
    ("against: c", "agents: d, targets: b, when: 1935", "not-called-upon"),
    ("against: c, condition: unprovoked", "agents: b, targets: c, when: 1935", "not-called-upon"),
    ("note: help at any time", "none", "undecided"),
  ])
  func helpIsNotCalledForWithoutAWarOfTheCreditor(on: String, war: String, expected: String) throws {
    let event = war == "none" ? "" : "war: { kind: attack, name: War, \(war) }"
    let found = try verdicts("kind: assist, by: a, to: b, \(on)", event)
    #expect(found.map(\.outcome.rawValue) == [expected], "\(on): \(war)")
  }

  @Test func aDeedWithoutTheConditionIsToldAsSuch() throws {
    let imagined = "war: { kind: war, name: War, modality: hypothetical, agents: c, targets: b }\n"
    let strike = "strike: { kind: attack, name: Strike, when: 1935, agents: a, targets: b }"
    let found = try verdicts("kind: remain-neutral, by: a, to: b, condition-event: war", imagined + strike)
    #expect(words(found) == ["a not-called-upon strike"])
  }

  @Test(arguments: [
    ("when: 1934-01-01", "lapsed"), ("when: 1936-01-01", "breached"), ("when: 1935", "undecided"),
    ("modality: hypothetical", "breached"),
  ])
  func inTheCaseThatIsExceptedNothingIsOwed(event: String, expected: String) throws {
    let found = try verdicts(
      "kind: remain-neutral, by: a, to: b, unless: B attacks C, unless-event: war",
      """
      war: { kind: attack, name: War, agents: b, targets: c, \(event) }
      strike: { kind: declaration-of-war, name: Strike, when: 1935-05-05, agents: a, targets: b }
      """)
    #expect(found.map(\.outcome.rawValue) == [expected])
  }

  // MARK: Borders

  @Test(arguments: [
    ("frontier", "a", "b", "breached"), ("frontier", "b", "a", "kept"), ("frontier", "c", "b", "kept"),
    ("frontier", "army", "b", "breached"), ("frontier", "a", "land", "breached"),
    ("frontier", "a", "province", "breached"), ("frontier", "a", "c", "kept"),
    ("line", "a", "b", "breached"), ("line", "a", "province", "breached"), ("line", "c", "b", "kept"),
    ("coast", "a", "b", "kept"), ("coast", "a", "coast", "breached"),
  ])
  func aBorderIsAttackedWithItsState(border: String, agent: String, target: String, expected: String) throws {
    let found = try verdicts(
      "kind: respect-territory, by: a, to: b, about: \(border)",
      "war: { kind: invasion, name: War, when: 1935, agents: \(agent), targets: \(target) }")
    #expect(found.map(\.outcome.rawValue) == [expected], "\(agent) attacks \(target)")
  }

  @Test func whoDeclaresWarDoesNotYetCrossTheBorder() throws {
    for kind in ["declaration-of-war", "blockade", "battle"] {
      let found = try verdicts(
        "kind: respect-territory, by: a, to: b, about: frontier",
        "war: { kind: \(kind), name: War, when: 1935, agents: a, targets: b }")
      #expect(found.map(\.outcome) == [.kept], "\(kind)")
    }
  }

  /// The Low Countries were invaded over the border that Locarno had guaranteed.
  @Test func theTenthOfMay1940TouchesTheBordersOfLocarno() throws {
    let graph = try GraphFile.read(contentsOf: graphFile("interwar-pacts"))
    let found = Compliance(of: graph, ViewOptions()).verdicts.filter {
      $0.obligation.id == "locarno-borders" && $0.debtor == "germany"
        && $0.event == "invasion-of-the-low-countries"
    }
    #expect(Set(found.map(\.reading)) == Set(graph.readings.map(\.id)))
    #expect(found.allSatisfy { $0.creditors == ["belgium"] })
  }

  // MARK: Deadlines

  @Test(arguments: [
    ("1935-04", "1935-04-30", "kept"), ("1935-04", "1935-05-01", "breached"), ("1935", "1935-12-31", "kept"),
    ("1935", "1936-01-01", "breached"), ("1935-21", "1935-05-31", "kept"),
    ("1935-21", "1935-06-01", "breached"),
    ("1934/1935-04", "1935-04-30", "kept"), ("1934/1935-04", "1935-05-01", "breached"),
    ("193X", "1930-12-31", "kept"), ("193X", "1935-01-01", "undecided"),
    ("1935-04-XX", "1935-04-30", "undecided"), ("1935-04-XX", "1935-05-01", "breached"),
    ("[1935-04-03,1935-06]", "1935-04-03", "kept"), ("[1935-04-03,1935-06]", "1935-06-30", "undecided"),
    ("[1935-04-03,1935-06]", "1935-07-01", "breached"), ("1935-04/..", "1939-12-31", "kept"),
    ("1935-04/", "1939-12-31", "undecided"), ("1935-04", "1935-04", "kept"),
    ("1935-04-15", "1935-04", "undecided"),
    ("{ before: none }", "1935-12-31", "undecided"),
  ])
  func aDeadlineEndsWithItsLastDay(deadline: String, day: String, expected: String) throws {
    let text = deadline.hasPrefix("{") || deadline.hasPrefix("[") ? deadline : "\"\(deadline)\""
    let found = try verdicts(
      "kind: recognise, by: a, to: b, about: land, deadline: \(text)",
      "act: { kind: recognition, name: Act, when: \(day), agents: a, targets: land }")
    #expect(found.map(\.outcome.rawValue) == [expected], "\(deadline): \(day)")
  }

  @Test func aDeadlineAfterTheLifeIsNoReasonToWait() throws {
    let found = try verdicts("kind: recognise, by: a, to: b, about: land, deadline: 1950", "", at: "1945")
    #expect(found.map(\.outcome) == [.undecided] && found[0].reason == .neverMet)
  }
}
