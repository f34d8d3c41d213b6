import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// Verdicts on promises, each rule on a graph of its own.
@Suite struct ComplianceTests {
  /// A pact of three powers from 1930 to 1939, with one obligation and some events.
  private func graph(
    _ obligation: String, _ events: String, life: String = "in-force: 1930-01-01/1939-12-31",
    more: String = ""
  )
    -> String
  {
    """
    entente: 1
    title: Promises
    sources: { book: A book }
    actors:
      a: A
      b: { name: B, controls: { territory: land, when: 1920/1945 } }
      c: C
      envoy: { kind: person, name: Envoy, represents: { actor: a, when: 1932/1936 } }
    territories: { land: Land, province: { name: Province, part-of: land }, elsewhere: Elsewhere }
    agreements:
      pact:
        name: Pact
        parties: [a, b, c]
        \(life)
        obligations: [{ id: promise, clause: article 1, source: book p. 1, \(obligation) }]
    events:
      \(events.replacingOccurrences(of: "\n", with: "\n  "))
    \(more)
    """
  }

  private func verdicts(_ text: String, at date: String? = nil) throws -> [Compliance.Verdict] {
    let graph = try read(text)
    let compliance = Compliance(of: graph, try asked(of: graph, at: date))
    return compliance.verdicts.filter { $0.obligation.id == "promise" }
  }

  private func words(_ verdicts: [Compliance.Verdict]) -> [String] {
    verdicts.map { "\($0.debtor) \($0.outcome.rawValue) \($0.event?.rawValue ?? "-")" }
  }

  private static let attack =
    "strike: { kind: attack, name: Strike, when: 1935-05-05, agents: a, targets: b, source: book p. 2 }"

  @Test func anAttackOnAPartyBreaksThePromiseNotToAttack() throws {
    let found = try verdicts(graph("kind: refrain-from-attack, by: a, to: b", Self.attack))
    #expect(words(found) == ["a breached strike"])
    #expect(found[0].obligation.clause == "article 1")
    #expect(found[0].citations.map(\.text) == ["book p. 1", "book p. 2"])
    #expect(found[0].reason == .inForce && found[0].binding.map(\.text) == ["1930-01-01/1939-12-31"])
  }

  @Test(arguments: [
    ("kind: battle", "a kept -"), ("kind: attack", "a breached strike"),
    ("kind: invasion", "a breached strike"),
    ("kind: declaration-of-war", "a breached strike"), ("kind: annexation", "a breached strike"),
    ("kind: meeting", "a kept -"), ("kind: attack, modality: planned", "a kept -"),
  ])
  func whatKindOfEventBreaksIt(kind: String, expected: String) throws {
    let event = Self.attack.replacingOccurrences(of: "kind: attack", with: kind)
    #expect(
      try words(verdicts(graph("kind: refrain-from-attack, by: a, to: b", event))) == [expected], "\(kind)")
  }

  @Test(arguments: [
    ("targets: c", "a kept -"), ("targets: land", "a breached strike"),
    ("targets: province", "a breached strike"),
    ("targets: elsewhere", "a kept -"), ("targets: elsewhere, place: land", "a breached strike"),
  ])
  func aDeedIsHeldAgainstThoseWhomItHit(target: String, expected: String) throws {
    let event = Self.attack.replacingOccurrences(of: "targets: b", with: target)
    #expect(
      try words(verdicts(graph("kind: refrain-from-attack, by: a, to: b", event))) == [expected], "\(target)")
  }

  @Test(arguments: [
    ("1929-12-31", ["a lapsed strike", "a kept -"]), ("1930-01-01", ["a breached strike"]),
    ("1939-12-31", ["a breached strike"]), ("1940-01-01", ["a lapsed strike", "a kept -"]),
  ])
  func aPromiseBindsFromTheFirstDayToTheLast(day: String, expected: [String]) throws {
    let event = Self.attack.replacingOccurrences(of: "1935-05-05", with: day)
    #expect(
      try words(verdicts(graph("kind: remain-neutral, by: a, to: b", event))) == expected, "\(day)")
  }

  /// What came before the life and what came after it are told alike, each with its word.
  @Test func aDeedBeforeTheLifeAndOneAfterItAreToldAlike() throws {
    for (day, reason) in [
      ("1929-12-31", Compliance.Reason.notYetInForce), ("1940-01-01", .noLongerInForce),
    ] {
      let event = Self.attack.replacingOccurrences(of: "1935-05-05", with: day)
      for kind in ["refrain-from-attack", "respect-territory", "remain-neutral"] {
        let found = try verdicts(graph("kind: \(kind), by: a, to: b", event))
        #expect(found.map(\.outcome) == [.lapsed, .kept] && found[0].reason == reason, "\(kind) \(day)")
      }
      let help = "gift: { kind: assistance, name: Gift, when: \(day), agents: a, targets: b }"
      let found = try verdicts(graph("kind: assist, by: a, to: b", help))
      #expect(found.map(\.outcome) == [.lapsed, .undecided] && found[0].reason == reason, "\(day)")
    }
    let gap = try verdicts(
      graph(
        "kind: remain-neutral, by: a, to: b", Self.attack,
        life:
          "signed: 1930-01-01\n    ended: 1939-12-31\n    suspended: { when: 1935-01-01, until: 1935-12-31 }")
    )
    #expect(gap.map(\.outcome) == [.lapsed, .kept] && gap[0].reason == .notInForce)
  }

  @Test func uncertainDatesLeaveAVerdictUndecided() throws {
    let event = Self.attack.replacingOccurrences(of: "1935-05-05", with: "\"[1939-12-20..1940-01-10]\"")
    #expect(try words(verdicts(graph("kind: remain-neutral, by: a, to: b", event))) == ["a undecided strike"])
  }

  @Test func whoActsForAnActorActsAsThatActor() throws {
    for (day, expected) in [("1935-05-05", "a breached strike"), ("1938-05-05", "a kept -")] {
      let event = Self.attack.replacingOccurrences(of: "agents: a", with: "agents: envoy")
        .replacingOccurrences(of: "1935-05-05", with: day)
      #expect(
        try words(verdicts(graph("kind: refrain-from-attack, by: a, to: b", event))) == [expected], "\(day)")
    }
  }

  @Test func whoAttackedFirstReleasesTheOthers() throws {
    let first = "first: { kind: invasion, name: First, when: 1934-01-01, agents: b, targets: c }\n"
    let found = try verdicts(graph("kind: refrain-from-attack, by: all-parties", first + Self.attack))
    #expect(words(found) == ["a lapsed strike", "b breached first", "c kept -"])
  }

  @Test func aTerritoryIsRespectedWithItsParts() throws {
    let obligation = "kind: respect-territory, by: a, to: b, about: land"
    for (event, expected) in [
      ("e: { kind: occupation, name: E, when: 1935, agents: a, place: province }", "a breached e"),
      ("e: { kind: occupation, name: E, when: 1935, agents: a, place: elsewhere }", "a kept -"),
      ("e: { kind: invasion, name: E, when: 1935, agents: c, targets: land }", "a kept -"),
    ] {
      #expect(try words(verdicts(graph(obligation, event))) == [expected], "\(event)")
    }
  }

  // MARK: Deadlines

  private func war(_ day: String, deadline: String, extra: String = "") throws -> [String] {
    let surrender = "surrender: { kind: surrender, name: S, when: [1935-05-08, 1935-05-09], agents: c }\n"
    return try words(
      verdicts(
        graph(
          "kind: enter-war, by: a, to: b, about: c, \(deadline)",
          surrender + "war: { kind: declaration-of-war, name: War, when: \(day), agents: a, targets: c }"
            + extra)))
  }

  @Test func aPromiseToActIsKeptUpToTheLastDay() throws {
    for (day, expected) in [
      ("1935-08-08", "kept"), ("1935-08-09", "undecided"), ("1935-08-10", "breached"),
      ("1935-08-09T00:10:00+10:00", "kept"),
    ] {
      #expect(try war(day, deadline: "within: P3M, of: surrender") == ["a \(expected) war"], "\(day)")
    }
    #expect(try war("1935-08-08", deadline: "deadline: 1935-08-08") == ["a kept war"])
    #expect(try war("1935-08-09", deadline: "deadline: 1935-08-08") == ["a breached war"])
  }

  @Test func aDeadlineWithoutADeedIsUndecidedAndToldSo() throws {
    let found = try verdicts(
      graph(
        "kind: enter-war, by: a, to: b, about: c, deadline: 1935-08-08",
        "e: { kind: meeting, name: E, when: 1935 }"))
    #expect(words(found) == ["a undecided -"])
    #expect(found[0].reason == .deadlineOver)
  }

  @Test func asOfADateLaterDeedsAreLeftAside() throws {
    let graph = graph("kind: refrain-from-attack, by: a, to: b", Self.attack)
    #expect(try words(verdicts(graph, at: "1935-05-04")) == ["a pending -"])
    #expect(try words(verdicts(graph, at: "1935-05-05")) == ["a breached strike"])
  }

  // MARK: What the graph says outright

  @Test func whatTheGraphSaysOutrightGoesFirst() throws {
    for (said, expected) in [
      ("breaches: promise", "a breached talk"),
      ("keeps: [{ obligation: promise, source: book }]", "a kept talk"),
    ] {
      let event = "talk: { kind: statement, name: Talk, when: 1935-05-05, agents: a, \(said) }"
      #expect(try words(verdicts(graph("kind: be-polite, by: a, to: b", event))) == [expected], "\(said)")
    }
    let none = try verdicts(
      graph("kind: be-polite, by: a, to: b", "e: { kind: meeting, name: E, when: 1935 }"))
    #expect(words(none) == ["a undecided -"])
    #expect(none[0].reason == .noRule)
  }

  @Test func anAgreementNeverInForceBindsNobody() throws {
    let found = try verdicts(
      graph("kind: refrain-from-attack, by: a, to: b", Self.attack, life: "in-force: never"))
    #expect(words(found) == ["a lapsed strike"])
  }

  // MARK: Readings and conflicts

  private func neutralityPact() throws -> Compliance {
    let graph = try GraphFile.read(contentsOf: graphFile("neutrality-pact"))
    return Compliance(of: graph, try asked(of: graph))
  }

  @Test func eachReadingHasItsVerdict() throws {
    let found = try neutralityPact().verdicts.filter { $0.debtor == "ussr" && $0.event == "soviet-invasion" }
    #expect(
      found.map { "\($0.reading?.rawValue ?? "") \($0.obligation.id) \($0.outcome.rawValue)" } == [
        "treaty-text soviet-neutrality breached", "treaty-text respect-manchukuo breached",
        "treaty-text enter-war-on-japan kept", "soviet-note soviet-neutrality lapsed",
        "soviet-note respect-manchukuo lapsed", "soviet-note enter-war-on-japan kept",
      ])
  }

  @Test func obligationsThatCannotBothBeKeptAreToldWhileBothBind() throws {
    let conflicts = try neutralityPact().conflicts
    #expect(conflicts.map(\.reading) == ["treaty-text"])
    #expect(conflicts.map(\.first.obligation.id) == ["soviet-neutrality"])
    #expect(conflicts.map(\.second.obligation.id) == ["enter-war-on-japan"])
  }

  // MARK: Many promises and deeds

  /// Each of a row attacks the one before it: who attacks somebody who broke the pact does not break it himself, so that the
  /// next one does.
  @Test func chainsOfBreachesAndAnswersAreFollowedToTheirEnd() throws {
    let count = 40
    let states = (0...count).map { "p\($0)" }
    let wars = (0..<count).map { index in
      "  e\(index): { name: E, kind: attack, when: \(1900 + index), agents: [p\(index)], targets: [\(index == 0 ? "p\(count)" : "p\(index - 1)")] }\n"
    }
    let graph = try read(
      """
      entente: 1
      title: T
      actors:
      \(states.map { "  \($0): \($0)" }.joined(separator: "\n"))
      agreements:
        pact:
          name: Pact
          parties: [\(states.joined(separator: ", "))]
          in-force: 1890/1950
          obligations: [{ id: promise, kind: refrain-from-attack, by: [\(states.joined(separator: ", "))] }]
      events:
      \(wars.joined())
      """)
    let verdicts = Compliance(of: graph, ViewOptions()).verdicts
    for index in 0..<count {
      let own = verdicts.filter { "\($0.debtor)" == "p\(index)" && $0.event?.rawValue == "e\(index)" }
      #expect(own.map(\.outcome) == [index % 2 == 0 ? .breached : .lapsed], "p\(index)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func hundredsOfDeedsAreHeldAgainstThousandsOfPromises() throws {
    let states = (0..<10).map { "s\($0)" }
    let list = states.joined(separator: ", ")
    let kinds = ["refrain-from-attack", "remain-neutral", "respect-territory", "enter-war", "consult"]
    let agreements = (0..<20).map { pact in
      let obligations = kinds.map { "{ id: g\(pact)-\($0), kind: \($0), by: [\(list)] }" }.joined(
        separator: ", ")
      return
        "  g\(pact): { name: G, parties: [\(list)], signed: \(1900 + pact)-01-01, obligations: [\(obligations)] }\n"
    }
    let events = (0..<300).map { index in
      "  e\(index): { name: E, kind: attack, when: \(1920 + index % 20), agents: [s\(index % 10)], targets: [s\(index * 7 % 9)] }\n"
    }
    let graph = try read(
      "entente: 1\ntitle: T\nactors: { \(states.map { "\($0): S" }.joined(separator: ", ")) }\n"
        + "agreements:\n\(agreements.joined())events:\n\(events.joined())")
    #expect(Compliance(of: graph, ViewOptions()).verdicts.count > 1000)
  }
}
