import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

/// Promises that cannot both be kept, and the cases in which they cannot.
@Suite struct PromisesInConflictTests {
  /// Bismarck's alliances: whom Germany would have had to help, and towards whom to stay out of the war.
  static let bismarck = """
    entente: 1
    title: Bismarck's alliances
    readings: { text: { title: By the text, default: true }, spirit: By the spirit }
    actors: { germany: Germany, austria: Austria-Hungary, russia: Russia, italy: Italy, romania: Romania, france: France }
    agreements:
      dual-alliance:
        name: Dual Alliance
        signed: 1879-10-07
        in-force: 1879-10-07/1918-11-11
        parties: [germany, austria]
        obligations:
          - { id: dual-assist, kind: assist, by: all-parties, against: russia, condition: Russia attacks one of them, clause: article 1 }
      romanian-treaty:
        name: Treaty with Romania
        in-force: 1883-10-30/1916-08-27
        parties: [germany, austria, romania]
        obligations:
          - { id: romanian-assist, kind: assist, by: germany, to: romania, against: russia, condition-event: russia-on-romania }
      reinsurance-treaty:
        name: Reinsurance Treaty
        in-force: 1887-06-18/1890-06-18
        parties: [germany, russia]
        obligations:
          - { id: german-neutrality, kind: remain-neutral, by: germany, to: russia, unless: Russia attacks Austria, unless-event: russia-on-austria }
          - { id: russian-neutrality, kind: remain-neutral, by: russia, to: germany, unless: Germany attacks France, unless-event: germany-on-france }
      franco-russian:
        name: Franco-Russian Alliance
        in-force: 1894-01-04/1917
        parties: [france, russia]
        obligations:
          - { id: russian-help, kind: assist, by: russia, to: france, against: germany, condition-event: germany-on-france }
    events:
      russia-on-austria: { kind: attack, name: Russia attacks Austria, modality: hypothetical, agents: russia, targets: austria }
      russia-on-romania: { kind: attack, name: Russia attacks Romania, modality: hypothetical, agents: russia, targets: romania }
      germany-on-france: { kind: attack, name: Germany attacks France, modality: hypothetical, agents: germany, targets: france }
    """

  private func told(_ conflicts: [Compliance.Conflict]) -> [String] {
    conflicts.map { conflict in
      let cases = conflict.cases.map { one in
        one.event?.rawValue
          ?? "\(one.attackers.map(\.rawValue).joined(separator: "+"))>\(one.attacked.map(\.rawValue).joined(separator: "+"))"
      }
      return "\(conflict.debtor): \(conflict.first.obligation.id) / \(conflict.second.obligation.id)"
        + (cases.isEmpty ? "" : " if \(cases.joined(separator: ", "))") + " \(conflict.answer)"
    }
  }

  private func conflicts(_ text: String) throws -> [String] {
    let graph = try read(text)
    return told(Compliance(of: graph, try asked(of: graph), readings: [graph.defaultReading]).conflicts)
  }

  /// The Reinsurance Treaty spares the Dual Alliance by its exception, and clashes with the treaty with Romania.
  @Test func theReinsuranceTreatyClashesWithRomaniaAloneBecauseOfItsException() throws {
    #expect(
      try conflicts(Self.bismarck)
        == ["germany: romanian-assist / german-neutrality if russia-on-romania yes"])
  }

  @Test func withoutTheExceptionTheDualAllianceClashesToo() throws {
    let bare = Self.bismarck.replacing(
      ", unless: Russia attacks Austria, unless-event: russia-on-austria", with: "")
    #expect(
      try conflicts(bare).contains("germany: dual-assist / german-neutrality if russia>austria yes"))
  }

  @Test func anExceptionInWordsAloneLeavesItOpen() throws {
    let words = Self.bismarck.replacing(", unless-event: russia-on-austria", with: "")
    #expect(words != Self.bismarck)
    #expect(
      try conflicts(words) == [
        "germany: dual-assist / german-neutrality if russia>austria maybe",
        "germany: romanian-assist / german-neutrality if russia-on-romania maybe",
      ])
  }

  /// The alliance with France came after the Reinsurance Treaty had ended.
  @Test func promisesOfDifferentTimesDoNotClash() throws {
    let longer = Self.bismarck.replacing("in-force: 1887-06-18/1890-06-18", with: "in-force: 1887-06-18/1900")
      .replacing(", unless-event: germany-on-france", with: "")
    #expect(
      try conflicts(longer).contains(
        "russia: russian-neutrality / russian-help if germany-on-france maybe"))
    #expect(try conflicts(Self.bismarck).allSatisfy { !$0.hasPrefix("russia") })
  }

  @Test func aConflictIsToldUnderTheReadingsInWhichItIsOne() throws {
    let text = Self.bismarck.replacing(
      "in-force: 1887-06-18/1890-06-18",
      with:
        "in-force: [{ when: 1887-06-18/1890-06-18, reading: text }, { when: never, reading: spirit }]")
    let graph = try read(text)
    #expect(Compliance(of: graph, ViewOptions()).conflicts.map(\.reading) == ["text"])
  }

  // MARK: Two promises

  /// A owes B something, and C something else.
  private func clash(_ toB: String, _ toC: String, _ more: String = "", parties: String = "[a, c]") throws
    -> [String]
  {
    try conflicts(
      """
      entente: 1
      title: Two promises
      actors:
        a: A
        b: { name: B, claims: province }
        c: { name: C, claims: province }
        d: D
      territories: { province: Province }
      agreements:
        one: { name: One, parties: [a, b], in-force: 1930/1939, obligations: [{ id: first, by: a, to: b, \(toB) }] }
        other:
          name: Other
          parties: \(parties)
          in-force: 1935/1945
          obligations: [{ id: second, by: a, to: c, \(toC) }\(more)]
      events:
        c-on-b: { kind: attack, name: C attacks B, modality: hypothetical, agents: c, targets: b }
        b-on-c: { kind: attack, name: B attacks C, modality: hypothetical, agents: b, targets: c }
        d-on-b: { kind: attack, name: D attacks B, modality: hypothetical, agents: d, targets: b }
      """)
  }

  @Test(arguments: [
    // Help if C attacks, and neutrality in all wars: if C attacks B, A cannot keep both.
    ("kind: assist, condition-event: c-on-b", "kind: remain-neutral", "if c-on-b yes"),
    ("kind: assist, against: c, condition: C attacks", "kind: remain-neutral", "if c>b yes"),
    ("kind: assist, against: c", "kind: refrain-from-attack", "if c>b yes"),
    ("kind: enter-war, about: c", "kind: remain-neutral", "yes"),
    ("kind: enter-war, against: c", "kind: refrain-from-attack", "yes"),
    // Help against somebody else is no help against C.
    ("kind: assist, condition-event: d-on-b", "kind: remain-neutral", nil),
    ("kind: assist, against: d", "kind: remain-neutral", nil),
    // Help on a condition in words alone: nobody knows against whom.
    ("kind: assist, condition: B is attacked", "kind: remain-neutral", nil),
    // Neutrality if C is attacked is not owed where C attacks.
    ("kind: assist, condition-event: c-on-b", "kind: remain-neutral, condition-event: b-on-c", nil),
    ("kind: assist, condition-event: c-on-b", "kind: remain-neutral, unless-event: c-on-b", nil),
    ("kind: assist, condition-event: c-on-b", "kind: remain-neutral, unless-event: d-on-b", "if c-on-b yes"),
    (
      "kind: assist, condition-event: c-on-b", "kind: remain-neutral, condition: C is attacked",
      "if c-on-b maybe"
    ),
    ("kind: assist, against: c, unless-event: c-on-b", "kind: remain-neutral", nil),
    // Neutrality in the wars of C with others.
    ("kind: assist, against: c", "kind: remain-neutral, against: d", nil),
    ("kind: assist, against: c", "kind: remain-neutral, against: b", "if c>b yes"),
    // Two defensive alliances do not clash; help at any time clashes with help against the same.
    ("kind: assist, condition-event: c-on-b", "kind: assist, condition-event: b-on-c", nil),
    ("kind: assist, condition-event: c-on-b", "kind: assist", "if c-on-b yes"),
    // What both claim cannot be recognised as the one's and the other's.
    ("kind: recognise, about: province", "kind: recognise, about: province", "yes"),
    ("kind: cede-territory, about: province", "kind: recognise, about: province", "yes"),
    ("kind: recognise, about: d", "kind: recognise, about: d", nil),
    ("kind: consult", "kind: consult", nil),
  ])
  func couldABothHelpAndStayOut(toB: String, toC: String, expected: String?) throws {
    let wanted = expected.map { ["a: first / second \($0)"] } ?? []
    #expect(try clash(toB, toC) == wanted, "\(toB) / \(toC)")
  }

  /// Vienna Convention on the Law of Treaties, article 60: whoever breaks a treaty himself by what he does sets the others free.
  @Test func theCaseThatIsABreachOfTheOtherPromiseIsNoClash() throws {
    let war = ", { id: third, kind: refrain-from-attack, by: c, to: [a, b] }"
    let help = "kind: assist, condition-event: c-on-b"
    #expect(try clash(help, "kind: refrain-from-attack", war, parties: "[a, b, c]").isEmpty)
    #expect(
      try clash("kind: assist, against: c", "kind: refrain-from-attack", war, parties: "[a, b, c]").isEmpty)
    #expect(
      try clash(help, "kind: refrain-from-attack", ", { id: third, kind: refrain-from-attack, by: c, to: a }")
        .count == 1)
  }

  @Test func nobodyIsInConflictWithinOneAgreementOrWithAnothersPromise() throws {
    #expect(
      try clash(
        "kind: enter-war, about: c", "kind: consult", ", { id: third, kind: remain-neutral, by: d, to: c }"
      ).isEmpty)
  }
}
