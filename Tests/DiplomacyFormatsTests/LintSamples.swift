import DiplomacyFormats
import Testing

/// The beginning of the graphs for lint: four lines; what follows begins on line 5.
let lintHeader = """
  entente: 1
  title: T
  sources: { book: A book }
  actors: { alpha: Alpha, beta: Beta, gamma: { name: Gamma, exists: 1920-01-01/1930-12-31 } }

  """

/// What lint finds in a text that the test takes to be a graph file.
func lintReport(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> LintReport {
  do {
    return lint(try GraphFile.readDocument(text, named: "graph.yaml"))
  } catch {
    Issue.record("\(error) in:\n\(text)", sourceLocation: place)
    throw error
  }
}

/// The places of the warnings of a rule, as `line:column`.
func places(of rule: LintRule, in warnings: [Diagnostic]) -> [String] {
  warnings.filter { $0.message.hasSuffix(" [\(rule.rawValue)]") }.map { warning in
    warning.place.map { "\($0.line):\($0.column)" } ?? "-"
  }
}

/// A graph in which a rule warns, and one that differs little in which it does not.
struct LintCase: CustomTestStringConvertible {
  let rule: LintRule
  /// What follows the header.
  let warns: String
  /// Where the warnings stand.
  let places: [String]
  /// What can be named to silence all of them; nil where they are about the whole file.
  let about: String?
  /// What follows the header where nothing is to be warned of.
  let nearMiss: String

  var testDescription: String { "\(rule.rawValue) at \(places.joined(separator: ", "))" }

  /// A case; the two graphs differ in a few words.
  init(
    _ rule: LintRule, _ graph: String, _ places: String..., about: String?, but changes: (String, String)...
  ) {
    self.rule = rule
    warns = graph
    self.places = places
    self.about = about
    nearMiss = changes.reduce(graph) { text, change in
      precondition(text.contains(change.0), "The case of \(rule.rawValue) does not contain '\(change.0)'.")
      return text.replacing(change.0, with: change.1)
    }
  }
}

/// An agreement 'pact' of alpha and beta on the lines 5 to 7, with keys on the lines from 8.
private func pact(_ lines: String...) -> String {
  """
  agreements:
    pact:
      name: Pact

  """ + (["parties: [alpha, beta]"] + lines).map { "    \($0)\n" }.joined()
}

/// At least one case for each rule, but for needless silences.
let lintCases: [LintCase] = [
  // Orders.
  LintCase(
    .inForceBeforeSignature, pact("signed: 1925-06-01", "entered-into-force: 1925-05-31"), "10:5",
    about: "pact",
    but: ("1925-05-31", "1925-06-01")),
  LintCase(
    .inForceBeforeSignature, pact("signed: 1925-06-01", "in-force: 1925-05/1930"), "10:15", about: "pact",
    but: ("1925-05/", "1925-06/")),
  LintCase(
    .inForceBeforeSignature, pact("signed: 1925-06-01", "entered-into-force: 1924"), "10:5", about: "pact",
    but: ("1924", "1924~")),
  LintCase(
    .actsOutOfOrder, pact("signed: 1925-06-01", "ratified: 1925-05"), "10:5", about: "pact",
    but: ("1925-05", "1925-06")),
  LintCase(
    .actsOutOfOrder,
    pact(
      "signed: 1925-06-01", "acts:", "  - { act: accession, when: 1924, by: gamma }",
      "  - { act: breach, when: 1925-05-30 }", "  - { act: denunciation, when: 1925-05-31 }"),
    "11:9", "12:9", "13:9", about: "pact", but: ("1925-06-01", "1923-06-01")),
  LintCase(
    .actsOutOfOrder, pact("signed: 1925-06-01", "entered-into-force: 1926", "suspended: 1925-12"), "11:5",
    about: "pact", but: ("1925-12", "1926")),
  LintCase(
    .actsOutOfOrder,
    pact(
      "signed: 1925", "ended: 1930", "acts:", "  - { act: amendment, when: 1931 }",
      "  - { act: registration, when: 1931 }", "  - { act: publication, when: 1931 }"), "12:9", about: "pact",
    but: ("amendment, when: 1931", "amendment, when: 1930")),
  LintCase(
    .actsOutOfOrder,
    pact(
      "signed: 1925", "acts:", "  - { act: resumption, when: 1931 }",
      "  - { act: suspension, when: 1932 }"), "11:9", about: "pact", but: ("1932", "1931")),
  LintCase(
    .actsOutOfOrder,
    pact(
      "signed: 1925", "acts:", "  - { act: accession, when: 1931, by: gamma }",
      "  - { act: withdrawal, when: 1930, by: gamma }"), "12:9", about: "pact", but: ("1930", "1932")),
  LintCase(
    .actsOutOfOrder, pact("signed: 1925", "suspended: { when: 1931, until: 1930 }"), "10:5", about: "pact",
    but: ("until: 1930", "until: 1931")),
  LintCase(
    .actsOutOfOrder, pact("signed: 1925-06-01", "terms: { until: 1925-05 }"), "10:12", about: "pact",
    but: ("1925-05 ", "1925-06 ")),
  LintCase(
    .actsOutOfOrder, pact("entered-into-force: 1925", "denounced: 1924", "ratified: 1924"), "10:5",
    about: "pact",
    but: ("denounced: 1924", "denounced: 1925")),
  LintCase(
    .actWithoutEffect, pact("signed: 1925-06-01", "terms: { duration: P5Y }", "extended: 1930-06-02"), "11:5",
    about: "pact", but: ("1930-06-02", "1930-06-01")),
  LintCase(
    .actWithoutEffect, pact("signed: 1925-06-01", "in-force: 1925-06-01/1930", "denounced: 1931"), "11:5",
    about: "pact", but: ("1931", "[1930,1931]")),
  // Terms.
  LintCase(
    .lateNotice,
    pact(
      "signed: 1925-06-01", "terms: { duration: P5Y, notice: P1Y, renewal: P5Y }",
      "denounced: { when: 1929-06-02, by: alpha }"), "11:5", about: "pact", but: ("1929-06-02", "1929-06-01")),
  LintCase(
    .statedAgainstDerived,
    pact("signed: 1925-06-01", "terms: { duration: P5Y }", "in-force: 1925-06-01/1930-06-03"),
    "11:15", about: "pact", but: ("1930-06-03", "1930-06-02")),
  LintCase(
    .statedAgainstDerived, pact("signed: 1925-06-01", "ended: 1930", "in-force: 1925-06-01/1928"), "11:15",
    about: "pact", but: ("1930", "1930~")),
  LintCase(
    .statedAgainstDerived, pact("signed: 1925-06-01", "entered-into-force: 1926", "in-force: never"), "11:15",
    about: "pact", but: ("    entered-into-force: 1926\n", "")),
  // Members.
  LintCase(
    .memberOutsideExistence, pact("signed: 1931-01-01", "signatories: gamma"), "10:18", about: "gamma",
    but: ("1931-01-01", "1930-12-31")),
  LintCase(
    .memberOutsideExistence, pact("guarantors: { actor: gamma, when: 1931/.. }"), "9:26",
    about: "guarantor.gamma.pact",
    but: ("1931/", "1930/")),
  LintCase(
    .memberOutsideExistence, "events: { raid: { name: Raid, when: 1919, agents: [alpha, gamma] } }\n", "5:59",
    about: "raid", but: ("1919", "1920")),
  LintCase(
    .orphanParty, "agreements: { pact: { name: Pact, parties: alpha } }\n", "5:15", about: "pact",
    but: ("parties: alpha", "parties: alpha, beneficiaries: beta")),
  LintCase(
    .orphanParty, "agreements: { pact: { name: Pact, signatories: { actor: gamma, for: beta } } }\n", "5:15",
    about: "pact", but: ("name: Pact", "name: Pact, modality: planned")),
  LintCase(
    .obligationWithoutParty, pact("obligations: { kind: assist, by: alpha, to: gamma }"), "9:18",
    about: "pact.obligation-1", but: ("parties: [alpha, beta]", "parties: [alpha, beta, gamma]")),
  LintCase(
    .secretWithOneKnower, "agreements: { pact: { name: Pact, secret: true, parties: alpha } }\n", "5:15",
    about: "pact", but: ("secret: true", "known-to: beta")),
  LintCase(
    .secretWithOneKnower,
    "agreements: { pact: { name: Pact, secret: true, parties: alpha, acts: { act: amendment, when: 1925, by: beta } } }\n",
    "5:15", about: "pact", but: ("amendment", "accession")),
  LintCase(
    .secretWithOneKnower, "events: { talk: { name: Talk, secret: true } }\n", "5:11", about: "talk",
    but: ("secret: true", "secret: true, agents: alpha")),
  LintCase(
    .knownTooEarly,
    pact(
      "signed: 1925-06-01", "known-to: { actor: gamma, since: 1925-05-31 }",
      "disclosed: [{ when: 1925-05, of: existence }, 1930]"), "6:3", "6:3", about: "pact",
    but: ("1925-06-01", "1925-05-01")),
  LintCase(
    .knownTooEarly,
    pact(
      "signed: 1925-06-01",
      "obligations: { kind: assist, by: alpha, known-to: { actor: gamma, since: 1924 } }"),
    "10:18", about: "pact.obligation-1", but: ("since: 1924", "since: 1924~")),
  LintCase(
    .knownTooEarly,
    pact(
      "signed: 1925-06-01",
      "denounced: { when: 1926-06-01, by: alpha, known-to: [{ actor: gamma, since: 1926-05 }] }"), "10:5",
    about: "pact", but: ("1926-05", "1926-06")),
  LintCase(
    .knownTooEarly, "events: { talk: { name: Talk, when: 1925-06-01, agents: alpha, disclosed: 1925-05 } }\n",
    "5:11", about: "talk", but: ("disclosed: 1925-05", "disclosed: 1925-06")),
  LintCase(
    .unknowingAgent,
    pact("signed: 1925-06-01", "known-to: { actor: gamma, since: 1927 }")
      + "events: { leak: { name: Leak, when: 1926, about: pact, agents: gamma } }\n", "11:64", about: "pact",
    but: ("when: 1926", "when: 1927")),
  LintCase(
    .unknowingAgent,
    pact("signed: 1925-06-01", "secret: true")
      + "events: { leak: { name: Leak, when: 1926, about: pact, agents: [gamma, alpha] } }\n", "11:65",
    about: "leak", but: ("secret: true", "disclosed: 1925")),
  // Duplicates.
  LintCase(
    .likelyDuplicate, "territories: { land: Öland (west), other: oland West }\n", "5:36", about: "other",
    but: ("oland", "ösland")),
  LintCase(
    .likelyDuplicate,
    """
    agreements:
      one: { name: One, parties: [alpha, beta], signed: 1925-06-01 }
      two: { name: Two, parties: [beta, alpha], signed: 1925-06-01 }

    """, "7:3", about: "one", but: ("beta, alpha], signed: 1925-06-01", "beta, alpha], signed: 1925-06")),
  LintCase(
    .likelyDuplicate,
    """
    statements:
      - { subject: alpha, role: hostile-to, object: beta, when: 1925/1930 }
      - { subject: beta, role: hostile-to, object: alpha, when: 1928/.. }

    """, "7:28", about: "hostile-to.alpha.beta", but: ("1928/", "1931/")),
  // Sources.
  LintCase(
    .noSource,
    """
    events: { talk: { name: Talk, source: book } }
    statements:
      - { subject: alpha, role: hostile-to, object: beta }

    """, "7:29", about: "hostile-to.alpha.beta", but: ("object: beta", "object: beta, source: book")),
  LintCase(
    .noSource,
    """
    events: { talk: { name: Talk, source: book } }
    agreements: { pact: { name: Pact, signed: 1925, parties: [alpha, { actor: beta, source: book }] } }

    """, "6:15", about: "pact", but: ("name: Pact", "name: Pact, source: book")),
  LintCase(
    .noSource, "events: { talk: { name: Talk, agents: alpha } }\n", "3:1", about: nil,
    but: ("name: Talk", "name: Talk, source: book")),
  LintCase(
    .unusedSource, "events: { talk: { name: Talk, agents: alpha } }\n", "3:12", about: "book",
    but: ("name: Talk", "name: Talk, disclosed: { when: 1920, source: book }")),
  LintCase(
    .unusedReading, "readings: { base: { title: Base, default: true }, other: Other }\n", "5:13", "5:51",
    about: "base, other",
    but: ("other: Other", "other: Other }\nevents: { talk: { name: Talk, reading: other }")),
  // Dates.
  LintCase(
    .yearPair, "events: { talk: { name: Talk, when: 1940-41/1945 } }\n", "5:37", about: "talk",
    but: ("1940-41", "1940-40")),
  LintCase(
    .yearPair,
    """
    statements:
      - { subject: alpha, role: hostile-to, object: beta, when: 1921-22 }

    """, "6:61", about: "hostile-to.alpha.beta", but: ("1921-22", "1921-21")),
  LintCase(
    .eventWithoutDate,
    pact("obligations: { kind: assist, by: alpha, within: P1M, of: war }")
      + "events: { war: { name: War } }\n", "10:11", about: "war",
    but: ("name: War", "name: War, modality: hypothetical")),
  // Acts and ends.
  LintCase(
    .actThatLasts, pact("signed: 1887-06-06/1887-06-18", "ratified: 1888"), "9:5", about: "pact",
    but: ("1887-06-06/1887-06-18", "{ os: 1887-06-06, ns: 1887-06-18 }")),
  LintCase(
    .actThatLasts, pact("signed: 1887-06-06", "ended: 1890-01/1890-03"), "10:5", about: "pact",
    but: ("1890-01/1890-03", "'[1890-01..1890-03]'")),
  LintCase(
    .actThatLasts,
    "events: { war: { name: War, kind: declaration-of-war, when: 1877-04-12/1877-04-24, source: book } }\n",
    "5:11", about: "war", but: ("1877-04-24", "1877-04-23")),
  LintCase(
    .withoutEnd, "events: { war: { name: War, kind: war, when: 1877-04-12/.., source: book } }\n", "5:11",
    about: "war", but: ("1877-04-12/..", "1877-04-12/")),
  LintCase(
    .withoutEnd, pact("signed: 1887-06-06", "suspended: 1890-01-01"), "10:5", about: "pact",
    but: ("1890-01-01", "{ when: 1890-01-01, until: 1891-01-01 }")),
  LintCase(
    .withoutEnd,
    "statements: [{ subject: alpha, role: member-of, object: beta, when: 1936, source: book }]\n", "5:38",
    about: "alpha", but: ("1936", "1936/1937")),
  LintCase(
    .openEnd,
    "statements: [{ subject: gamma, role: member-of, object: beta, when: 1925/.., source: book }]\n", "5:38",
    about: "gamma", but: ("1925/..", "1925/")),
  LintCase(
    .openEnd,
    pact("signed: 1925", "ended: 1930-12-31").replacing("beta]", with: "{ actor: beta, when: 1926/.. }]"),
    "8:31", about: "pact", but: ("1926/..", "1926/")),
  LintCase(
    .openEnd, pact("signed: 1925", "ended: 1930-12-31", "in-force: 1925/"), "11:15", about: "pact",
    but: ("in-force: 1925/", "in-force: 1925/1930-12-31")),
]
