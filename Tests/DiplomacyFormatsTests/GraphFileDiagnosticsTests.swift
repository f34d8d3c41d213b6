import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What the reader says of mistakes: place and words.
@Suite struct GraphFileDiagnosticsTests {
  // MARK: Whole messages

  @Test func diagnosticIsOneLineWithFilePlaceAndMessage() {
    let found = diagnostics(
      in: header + "actors: { japan: J }\nagreements:\n  p: { name: P, parties: jpan }\n")
    #expect(
      found.map(\.description) == [
        "graph.yaml:5:26: error: party 'jpan' is not an actor of this graph. Did you mean 'japan'?"
      ])
  }

  @Test func fiveMistakesGiveFiveDiagnosticsInOrder() {
    let text = """
      entente: 1
      titel: T
      title: T
      actors:
        ussr: { name: U, certainty: hihg }
        japan:
      agreements:
        pact:
          name: Pact
          signed: 13 April 1941
          parties: [ussr, jpan]
      """
    #expect(
      problems(in: text) == [
        "2:1 'titel' is not a key of a graph file. Did you mean 'title'?",
        "5:31 found 'hihg'; expected a certainty: high, medium, low. Did you mean 'high'?",
        "6:9 found nothing; expected the name of an actor, or a mapping that has a 'name'.",
        "10:13 '13 April 1941' is not a date: found '13' at column 1, expected a year of four digits; write '1941-04-13'.",
        "11:21 party 'jpan' is not an actor of this graph. Did you mean 'japan'?",
      ])
  }

  @Test func keyThatIsLikeNoneIsAnsweredWithThoseThereAre() {
    #expect(
      problems(in: header + "readings: { r: { title: R, colour: red } }\n") == [
        "3:28 'colour' is not a key of a reading. Expected one of: id, title, extends, question, default, note."
      ])
  }

  @Test func missingVersionAndTitleAreTold() {
    #expect(
      problems(in: "actors: { a: A }\n") == [
        "1:1 the graph has no 'title'; expected one.",
        "1:1 the key 'entente' is missing; a graph file begins with 'entente: 1'.",
      ])
  }

  @Test func columnsCountUnicodeScalars() {
    // An accent of its own, letters outside the basic plane, Chinese.
    let text = header + "actors: { a: \"e\u{301}𝔘日本\", b: { name: B, sort: C } }\n"
    #expect(problems(in: text).map { $0.prefix(12) } == ["3:37 'sort' "])
  }

  // MARK: Every kind of mistake

  /// A mistake: what follows the header, and how each diagnostic begins.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: [String]
    var testDescription: String { text }

    init(_ text: String, _ expected: String...) {
      self.text = text
      self.expected = expected
    }
  }

  private func check(_ mistake: Mistake, in text: String) {
    let found = problems(in: text)
    let fits =
      found.count == mistake.expected.count && zip(found, mistake.expected).allSatisfy { $0.hasPrefix($1) }
    #expect(fits, "\(found) in:\n\(text)")
  }

  @Test(arguments: [
    Mistake("actors:\n  - { name: A }\n", "4:5 this actor has no 'id'; expected one."),
    Mistake("territories:\n  - { name: A }\n", "4:5 this territory has no 'id'"),
    Mistake("sources:\n  - { title: A }\n", "4:5 this source has no 'id'"),
    Mistake("readings:\n  - { title: A }\n", "4:5 this reading has no 'id'"),
    Mistake("actors:\n  - A\n", "4:5 found 'A'; expected an actor, as a mapping with an 'id'."),
    Mistake("actors:\n  - { id: , name: A }\n", "4:11 this actor has no id; expected one."),
    Mistake("actors:\n  - { id: \"\", name: A }\n", "4:11 found an empty text; expected the id of an actor."),
    Mistake("actors:\n  \"\": A\n", "4:3 found an empty text; expected the id of an actor."),
    Mistake("actors:\n  ~: A\n", "4:3 this actor has no id; expected one."),
    Mistake("actors:\n  [a]: A\n", "4:3 found a list; expected the id of an actor."),
    Mistake(
      "actors:\n  42: A\n", "4:3 found '42'; expected the id of an actor: a letter, then letters, digits,"),
    Mistake("actors:\n  a b: A\n", "4:3 found 'a b'; expected the id of an actor"),
    Mistake("actors:\n  япония: A\n", "4:3 found 'япония'; expected the id of an actor"),
    Mistake(
      "actors:\n  a: { id: b, name: A }\n",
      "4:12 found 'b' as the id of what is called 'a'; expected one of the two."),
    Mistake("actors: A\n", "3:9 found 'A' under 'actors'; expected a mapping of ids, or a list of mappings."),
    Mistake(
      "actors: { a: A }\nevents: { a: E }\n",
      "4:11 the id 'a' is taken by an actor on line 3; expected an id of its own."),
    Mistake(
      "actors: [{ id: a, name: A }, { id: a, name: B }]\n", "3:36 the id 'a' is taken by an actor on line 3"),
    Mistake("sources: { a: S }\nreadings: { a: R }\n", "4:13 the id 'a' is taken by a source on line 3"),
    Mistake(
      "actors: { a: A }\nstatements: { id: a, subject: a, role: claims-kinship, object: a }\n",
      "4:19 the id 'a' is taken by an actor on line 3"),
    Mistake(
      "actors: { a: A }\nagreements: { p: { name: P, obligations: { id: a, kind: pay, by: a } } }\n",
      "4:48 the id 'a' is taken by an actor on line 3"),
  ])
  func idsAreChecked(_ mistake: Mistake) { check(mistake, in: header + mistake.text) }

  @Test(arguments: [
    Mistake(
      "a: { nam: A }\n", "4:3 the actor 'a' has no 'name'",
      "4:8 'nam' is not a key of an actor. Did you mean 'name'?"),
    Mistake("a: { kind: person }\n", "4:3 the actor 'a' has no 'name'; expected one."),
    Mistake("a: { name: }\n", "4:14 found nothing; expected a name"),
    Mistake("a: { name: \" \" }\n", "4:14 found an empty text; expected a name"),
    Mistake("a: { name: {} }\n", "4:14 found an empty mapping; expected a name."),
    Mistake(
      "a: { name: [A] }\n", "4:14 found a list; expected a name, or a mapping of language tags to texts."),
    Mistake("a: { name: { english: A } }\n", "4:16 found 'english'; expected a language tag such as 'en'"),
    Mistake("a: { name: { en: A, ru: } }\n", "4:27 found nothing; expected a name in the language 'ru'."),
    Mistake("a: { name: { en: [A] } }\n", "4:20 found a list; expected a name in the language 'en'."),
    Mistake("a: [A]\n", "4:6 found a list; expected the name of an actor, or a mapping that has a 'name'."),
    Mistake(
      "a: { name: A, kind: two words }\n", "4:23 found 'two words'; expected a kind of actor: a letter"),
    Mistake(
      "a: { name: A, identifiers: Q1 }\n", "4:30 found 'Q1'; expected a mapping of registers to identifiers."),
    Mistake("a: { name: A, identifiers: { 1: Q } }\n", "4:32 found '1'; expected the name of a register"),
    Mistake("a: { name: A, identifiers: { w: [Q] } }\n", "4:35 found a list; expected an identifier."),
    Mistake("a: { name: A, [x]: y }\n", "4:17 found a list as a key of an actor; expected a word."),
    Mistake("a: { name: A, parties: a }\n", "4:17 'parties' is not a key of an actor."),
    Mistake("a: { name: A, secret: yes }\n", "4:25 found 'yes'; expected true or false for 'secret'."),
    Mistake("a: { name: A, secret: \"true\" }\n", "4:25 found 'true'; expected true or false for 'secret'."),
    Mistake(
      "a: { name: A, secret: false, disclosed: 1946 }\n",
      "4:25 'secret: false' stands beside 'disclosed', which only a secret has"),
    Mistake(
      "a: { name: A, modality: plan }\n", "4:27 found 'plan'; expected a modality: actual, planned, promised,"
    ),
    Mistake(
      "a: { name: A, known-to: { since: 1941 } }\n",
      "4:27 this entry of 'known-to' has no 'actor'; expected one."),
    Mistake(
      "a: { name: A, known-to: { actor: a, when: 1941 } }\n",
      "4:39 'when' is not a key of an entry of 'known-to'."),
    Mistake("a: { name: A, source: { locator: P4 } }\n", "4:25 this citation has no 'source'; expected one."),
    Mistake(
      "a: { name: A, source: \"§ 4\" }\n",
      "4:25 found '§ 4'; expected a source's id and, after a space, the place"),
    Mistake("a: { name: A, source: { source: a b } }\n", "4:35 found 'a b'; expected the id of the source"),
    Mistake("a: { name: A, holder: [a, a] }\n", "4:25 found a list; expected the id of the holder."),
    Mistake("a: { name: A, note: { en: N } }\n", "4:23 found a mapping; expected a note."),
  ])
  func actorsAreChecked(_ mistake: Mistake) { check(mistake, in: header + "actors:\n  " + mistake.text) }

  @Test(arguments: [
    Mistake("title: [T]\n", "2:8 found a list; expected the graph's title, or a mapping"),
    Mistake("title: T\nlanguage: Latin\n", "3:11 found 'Latin'; expected a language tag"),
    Mistake(
      "title: T\ndefault-offset: 3h\n",
      "3:17 found '3h'; expected an offset from UTC such as '+03:00' or 'Z'."),
    Mistake("title: T\nauthors: [A, { b: B }]\n", "3:14 found a mapping; expected an author."),
    Mistake(
      "title: T\nsources: { s: { kind: book } }\n", "3:12 the source 's' has no 'title'; expected one."),
    Mistake("title: T\nsources: { s: { title: S, date: May } }\n", "3:33 'May' is not a date"),
    Mistake(
      "title: T\nsources: { s: { title: S, quoted-in: t } }\n",
      "3:38 source 't' is not a source of this graph."),
    Mistake(
      "title: T\nreadings: { r: { title: R, default: on } }\n", "3:37 found 'on'; expected true or false"),
    Mistake(
      "title: T\nreadings: { r: { title: R, default: true }, q: { title: Q, default: true } }\n",
      "3:69 a second reading is the default; expected one at most."),
  ])
  func headSourcesAndReadingsAreChecked(_ mistake: Mistake) {
    check(mistake, in: "entente: 1\n" + mistake.text)
  }

  @Test(arguments: ["2", "0", "1.0", "one", "", "[1]", "{ version: 1 }"])
  func otherVersionsAreRefused(version: String) {
    let found = problems(in: "entente: \(version)\ntitle: T\n")
    #expect(found.count == 1 && found[0].contains("this reader knows version 1"), "\(version): \(found)")
  }

  // MARK: Dates and periods

  @Test(
    arguments: [
      "13.4.1941", "April 1941", "1941-13", "1941-02-30", "1945/1941", "[]", "{ from: 1941 }", "[[1941]]",
      "''", "",
      "1941-04-13T25:00", "1941 - 1945", "[1941, May]",
    ])
  func unreadableDateIsTold(date: String) {
    for key in ["when", "disclosed"] {
      let found = problems(in: header + "events:\n  e: { name: E, \(key): \(date) }\n")
      #expect(found.count == 1 && found[0].hasPrefix("4:"), "\(key): \(date): \(found)")
    }
  }

  @Test(arguments: [
    "5Y", "P", "P5", "P1M1Y", "P-5Y", "five years", "P1.5Y", "", "[P5Y]", "{ years: 5 }", "P5YT",
  ])
  func unreadablePeriodIsTold(period: String) {
    for key in ["duration", "notice", "renewal"] {
      let found = problems(in: header + "agreements:\n  p:\n    name: P\n    terms: { \(key): \(period) }\n")
      #expect(found.count == 1 && found[0].hasPrefix("6:"), "\(key): \(period): \(found)")
    }
  }

  @Test(arguments: ["1922", "1922-12-30", "[1922,1923]", "192X"])
  func singleDateIsNoInterval(date: String) {
    let actor = problems(in: header + "actors:\n  a: { name: A, exists: \(date) }\n")
    #expect(
      actor.count == 1 && actor[0].hasPrefix("4:25 found '\(date)', a single date; expected an interval"),
      "\(actor)")
    for value in [date, "{ when: \(date) }", "[{ when: \(date) }]"] {
      let span = problems(in: header + "agreements:\n  p: { name: P, in-force: \(value) }\n")
      #expect(span.count == 1 && span[0].contains("a single date; expected an interval"), "\(value): \(span)")
    }
  }

  // MARK: Agreements

  @Test(arguments: [
    Mistake("signed: { on: 1941 }\n", "6:15 'on' is not a key of an act."),
    Mistake("signed: { when: 1941, place: [x, x] }\n", "6:34 found a list; expected the id of the place."),
    Mistake("acts: [1941]\n", "6:12 found '1941'; expected an act, as a mapping with 'act' and 'when'."),
    Mistake("acts: [{ when: 1941 }]\n", "6:12 this act has no 'act' that says what was done; expected one"),
    Mistake(
      "terms: P5Y\n", "6:12 found 'P5Y'; expected terms, as a mapping with 'duration', 'notice' or 'renewal'."
    ),
    Mistake("in-force: { note: N }\n", "6:15 this span has no 'when'; expected an interval or 'never'."),
    Mistake("in-force: { when: ever }\n", "6:23 'ever' is not a date"),
    Mistake(
      "obligations: pay\n", "6:18 found 'pay'; expected an obligation, as a mapping with 'kind' and 'by'."),
    Mistake("obligations: {}\n", "6:18 this obligation has no 'by'", "6:18 this obligation has no 'kind'"),
    Mistake(
      "obligations: { kind: pay, by: [] }\n", "6:35 found an empty list; expected the actors who owe this."),
    Mistake(
      "obligations: { kind: pay, by: a, within: P3M }\n",
      "6:38 'within' stands without 'of'; expected the event"),
    Mistake(
      "obligations: { kind: pay, by: a, of: e }\n", "6:38 'of' stands without 'within'; expected the period"),
    Mistake(
      "obligations: { kind: pay, by: a, within: P3M, of: e, deadline: 1945 }\n",
      "6:58 'deadline' stands beside 'within'; expected one of the two."),
    Mistake(
      "obligations: { kind: pay, by: a, within: P3M, of: x }\n",
      "6:55 event 'x' is a territory; expected an event."),
    Mistake("parties: { when: 1941 }\n", "6:14 this entry of 'parties' names nothing; expected 'actor'."),
    Mistake(
      "concerns: {}\n", "6:15 this entry of 'concerns' names nothing; expected 'actor' or 'territory'."),
    Mistake(
      "parties: { actor: a, event: e }\n",
      "6:14 this entry of 'parties' names 2 entities; expected 'actor' alone."),
    Mistake(
      "parties: { party: a }\n", "6:14 this entry of 'parties' names nothing",
      "6:16 'party' is not a key of an entry of 'parties'."),
    Mistake("parties: [[a]]\n", "6:15 found a list; expected the id of the party."),
    Mistake(
      "signatories: { actor: a, for: [a, a] }\n",
      "6:35 found a list; expected the id of the represented actor."),
    Mistake("signatories: { actor: a, office: [] }\n", "6:38 found a list; expected an office"),
  ])
  func agreementsAreChecked(_ mistake: Mistake) {
    check(
      mistake,
      in: header + "actors: { a: A }\nterritories: { x: X }\nagreements: { p: { name: P,\n    " + mistake.text
        + "  } }\nevents: { e: E }\n")
  }

  // MARK: References

  @Test(arguments: [
    Mistake("parties: jpan", "6:10 party 'jpan' is not an actor of this graph. Did you mean 'japan'?"),
    Mistake("parties: germany", "6:10 party 'germany' is not an actor of this graph."),
    Mistake("parties: moscow", "6:10 party 'moscow' is a territory; expected an actor."),
    Mistake("parties: { actor: moscow }", "6:19 party 'moscow' is a territory; expected an actor."),
    Mistake("parties: account", "6:10 party 'account' is a source; expected an actor."),
    Mistake(
      "parties: { territory: moscow }",
      "6:23 the role 'party' joins an actor to an agreement; found a territory ('moscow') to an agreement ('pact')."
    ),
    Mistake("concerns: pact", "6:11 concerns 'pact' is an agreement; expected an actor or a territory."),
    Mistake("same-as: account", "6:10 same-as 'account' is a source; expected an entity."),
    Mistake("source: companion P4", "6:9 source 'companion' is not a source of this graph."),
    Mistake(
      "source: acount P4", "6:9 source 'acount' is not a source of this graph. Did you mean 'account'?"),
    Mistake("source: [account, japan]", "6:19 source 'japan' is an actor; expected a source."),
    Mistake(
      "reading: strikt", "6:10 reading 'strikt' is not a reading of this graph. Did you mean 'strict'?"),
    Mistake("holder: jpan", "6:9 holder 'jpan' is not an actor of this graph. Did you mean 'japan'?"),
    Mistake("known-to: [japan, moscow]", "6:19 knower 'moscow' is a territory; expected an actor."),
    Mistake("signed: { by: moscow }", "6:15 actor 'moscow' is a territory; expected an actor."),
    Mistake("signed: { place: japan }", "6:18 place 'japan' is an actor; expected a territory."),
  ])
  func referencesAreChecked(_ mistake: Mistake) {
    check(
      mistake,
      in: header + "sources: { account: A }\nreadings: { strict: S }\nagreements: { pact: { name: P,\n"
        + mistake.text
        + "\n} }\nactors: { japan: J }\nterritories: { moscow: M }\n")
  }

  @Test(arguments: [
    Mistake(
      "subject: japan, role: party, object: moscow",
      "6:23 the role 'party' joins an actor to an agreement; found an actor ('japan') to a territory ('moscow')."
    ),
    Mistake(
      "subject: moscow, role: target, object: japan",
      "6:24 the role 'target' joins an actor or a territory to an event; found a territory ('moscow') to an actor"
    ),
    Mistake("subject: moscow, role: capital-of, object: japan"),
    Mistake(
      "subject: [japan, japan], role: seeks, object: moscow",
      "6:10 found a list; expected the id of the subject."),
    Mistake("subject: japan, role: seeks", "5:14 this statement has no 'object'; expected one."),
    Mistake("subject: japan, object: moscow", "5:14 this statement has no 'role'; expected one."),
    Mistake("role: seeks", "5:14 this statement has no 'object'", "5:14 this statement has no 'subject'"),
    Mistake("subject: japan, role: two words, object: moscow", "6:23 found 'two words'; expected a role"),
  ])
  func statementsAreChecked(_ mistake: Mistake) {
    check(
      mistake,
      in: header + "actors: { japan: J }\nterritories: { moscow: M }\nstatements: [{\n" + mistake.text
        + "\n}]\n")
  }

  // MARK: Circles

  @Test(arguments: ["member-of", "part-of", "successor-of"])
  func circlesAreFound(key: String) {
    let section = key == "part-of" ? "territories" : "actors"
    func circle(_ links: [(String, String)]) -> [String] {
      problems(
        in: header + "\(section):\n"
          + links.map { "  \($0): { name: N, \(key): \($1) }\n" }.joined())
    }
    let column = 19 + key.count
    #expect(circle([("a", "a")]) == ["4:\(column) '\(key)' makes a circle: a → a."])
    #expect(circle([("a", "b"), ("b", "a")]) == ["5:\(column) '\(key)' makes a circle: a → b → a."])
    #expect(
      circle([("a", "b"), ("b", "c"), ("c", "a")]) == ["6:\(column) '\(key)' makes a circle: a → b → c → a."])
    // A tail is no part of the circle that it leads to.
    #expect(
      circle([("a", "b"), ("b", "c"), ("c", "b")]) == ["6:\(column) '\(key)' makes a circle: b → c → b."])
    #expect(circle([("a", "[b, c]"), ("b", "d"), ("c", "d"), ("d", "[]")]) == [], "a diamond is no circle")
  }

  @Test func circlesOfReadingsAreFound() {
    func circle(_ links: [(String, String)]) -> [String] {
      problems(in: header + "readings:\n" + links.map { "  \($0): { title: T, extends: \($1) }\n" }.joined())
    }
    #expect(circle([("a", "a")]) == ["4:3 'extends' makes a circle: a → a."])
    #expect(circle([("a", "b"), ("b", "a")]) == ["5:3 'extends' makes a circle: a → b → a."])
    #expect(circle([("a", "b"), ("b", "c"), ("c", "a")]) == ["6:3 'extends' makes a circle: a → b → c → a."])
  }

  @Test func circleThroughStatementsIsFound() {
    let text =
      header
      + "actors: { a: { name: A, member-of: b }, b: B }\nstatements:\n  - { subject: b, role: member-of, object: a }\n"
    #expect(problems(in: text) == ["5:25 'member-of' makes a circle: a → b → a."])
  }
}
