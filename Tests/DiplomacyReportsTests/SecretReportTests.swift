import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import TestSupport
import Testing

/// Who knew of a secret, as objects.
@Suite struct SecretReportTests {
  @Test func knowledgeIsTracedWithItsGrounds() throws {
    let view = try view(read(secretPact), at: "1934-06")
    let trace = try #require(SecretTrace(of: "hidden", in: view))
    let found = try secretReport(trace, of: "hidden", to: "heir").jsonResults(as: [String: Any].self)
    let knowers = try #require(found["knowers"] as? [[String: Any]])
    let yes = knowers.filter { $0["knows"] as? String == "yes" }.compactMap { $0["id"] as? String }
    #expect(Set(yes) == ["a", "b", "c", "clerk", "general"])
    let clerk = try #require(knowers.first { $0["id"] as? String == "clerk" })
    #expect((clerk["grounds"] as? [[String: Any]])?.first?["since"] as? String == "1934-01-01T00:00:00")
    let channels = try #require(found["channels"] as? [[String: Any]])
    #expect(
      channels.map { "\($0["from"] ?? "") \($0["through"] ?? "") \($0["earliest"] ?? "")" } == [
        "a open 1931-03-03T00:00:00", "c open 1933-02-01T00:00:00",
      ])
  }

  // MARK: Sentences

  private static let triple = """
    entente: 1
    title: The Triple Alliance
    sources: { book: A book, cable: A cable }
    actors:
      germany: Germany
      austria: Austria
      italy: Italy
      france: France
      russia: Russia
      envoy: { kind: person, name: Envoy, represents: { actor: russia, office: Ambassador, when: 1881/1884 } }
    agreements:
      dual:
        name: Dual Alliance
        parties: [germany, austria]
        signed: 1879-10-07
        source: book p. 9
        certainty: medium
        known-to:
          - { actor: italy, since: 1882-05?, certainty: low, note: by hearsay, source: cable }
          - { actor: envoy, since: 1883-03 }
        disclosed: { when: 1888-02-03, certainty: high }
        terms: { duration: P5Y }
        obligations: [{ id: help, kind: assist, by: germany, to: austria }]
      sealed:
        name: Sealed pact
        parties: [germany, austria]
        signed: 1880-01-01
        terms: { duration: P1Y, secret: true }
        denounced: { when: 1880-06-01, known-to: { actor: france, since: 1881 } }
    statements:
      - { id: grudge, subject: france, role: hostile-to, object: germany, when: 1871/.., known-to: { actor: italy, since: 1875 } }
    """

  private func prose(_ secret: String, to target: EntityID? = nil, at date: String? = nil) throws -> String {
    let view = try view(read(Self.triple), at: date)
    let trace = try #require(SecretTrace(of: secret, in: view), "\(secret)")
    return secretReport(trace, of: secret, to: target).text(as: .markdown)
  }

  @Test func doubtAndCertaintyAreToldInWordsAndFields() throws {
    let prose = try prose("dual")
    #expect(
      prose.contains(
        "- Italy knew from perhaps May 1882 on: was told, of low certainty (by hearsay). [cable]\n"),
      "\(prose)")
    #expect(prose.contains("That there was such a secret is of medium certainty."))
    #expect(prose.contains("It was disclosed on 3 February 1888, of high certainty."))
    let view = try view(read(Self.triple))
    let report = secretReport(try #require(SecretTrace(of: "dual", in: view)), of: "dual")
    let row = try #require(try report.rows().first { $0["actor"] == "italy" })
    #expect(row["since"] == "1882-05?" && row["certainty"] == "low" && row["knows"] == "yes")
    let found = try report.jsonResults(as: [String: Any].self)
    #expect(found["certainty"] as? String == "medium")
    let knowers = try #require(found["knowers"] as? [[String: Any]])
    let ground = try #require(
      (knowers.first { $0["id"] as? String == "italy" }?["grounds"] as? [[String: Any]])?.first)
    #expect(ground["when"] as? String == "1882-05?" && ground["certainty"] as? String == "low")
    #expect(ground["note"] as? String == "by hearsay" && ground["inherited"] as? Bool == false)
    // On a day within the month that is only perhaps the one, it is only perhaps so.
    #expect(
      try self.prose("dual", at: "1882-05-15").contains("- Italy perhaps knew from perhaps May 1882 on"))
  }

  @Test func whoLearnsLaterIsToldOf() throws {
    let early = try prose("dual", to: "italy", at: "1881")
    #expect(
      early.contains(
        "Italy did not know of it in 1881. It came to know of it from perhaps May 1882 on: was told, of low certainty "
          + "(by hearsay) \\[cable\\]."), "\(early)")
    #expect(early.contains("Nobody who knew was in touch with Italy by then in what this graph holds."))
    let russia = try prose("dual", to: "russia", at: "1882")
    #expect(
      russia.contains(
        "It came to know of it from March 1883 on: was told through Envoy, Ambassador \\[book p. 9\\]."),
      "\(russia)")
    let after = try prose("dual", to: "france", at: "1890")
    #expect(after.contains("France knew from 3 February 1888 on: disclosed, of high certainty."), "\(after)")
    let never = try prose("dual", to: "france")
    #expect(
      never.contains(
        "France did not know of it. Everybody could know of it from 3 February 1888 on: disclosed, of high certainty"
      ),
      "\(never)")
    #expect(
      try prose("sealed.terms-1", to: "italy").contains("As far as this graph says, Italy never knew of it."))
  }

  /// Whatever is secret, or of something that is, can be asked for.
  @Test(arguments: [
    ("grudge", ["germany", "france", "italy"]), ("help", ["germany", "austria", "italy", "envoy", "russia"]),
    ("party.germany.dual", ["germany", "austria", "italy", "envoy", "russia"]),
    ("dual.terms-1", ["germany", "austria", "italy", "envoy", "russia"]),
    ("dual.signature-1", ["germany", "austria", "italy", "envoy", "russia"]),
    ("sealed.terms-1", ["germany", "austria"]), ("sealed.denunciation-1", ["germany", "austria", "france"]),
  ])
  func everySecretThingCanBeAskedFor(name: String, expected: [String]) throws {
    let view = try view(read(Self.triple))
    let trace = try #require(SecretTrace(of: name, in: view))
    #expect(Set(trace.knowers.filter { $0.answer == .yes }.map(\.actor.rawValue)) == Set(expected))
    let rows = try secretReport(trace, of: name).rows()
    #expect(Set(rows.compactMap { $0["actor"] }) == Set(expected))
  }

  /// Who acceded takes part from then on, though no statement names it.
  @Test func whoAccededKnows() throws {
    let graph = try read(
      """
      entente: 1
      title: T
      actors: { a: A, b: B, c: C, envoy: { kind: person, name: E, represents: { actor: c, when: 1885/1890 } } }
      agreements:
        p: { name: P, parties: a, signed: 1880-01-01, secret: true, acts: [{ act: accession, when: 1886-05-05, by: [b, envoy], certainty: low }] }
      """)
    let rows = try secretReport(try #require(SecretTrace(of: "p", in: try view(graph))), of: "p").rows()
    #expect(
      rows.map { "\($0["actor"] ?? "") \($0["since"] ?? "") \($0["certainty"] ?? "")" } == [
        "a 1880-01-01 ", "b 1886-05-05 low", "c 1886-05-05 low", "envoy 1886-05-05 low",
      ])
    let known = GraphView(graph, ViewOptions(at: try HistoricalDate("1886-05-05"), knownTo: "b"))
    #expect(known.entities.contains { $0.entity.id == "p" })
  }

  @Test func whatIsOfNothingSecretHasNoTrace() throws {
    let view = try view(read(Self.triple))
    for name in ["sealed", "sealed.signature-1", "party.germany.sealed", "france", "sealed.terms-2"] {
      #expect(SecretTrace(of: name, in: view) == nil, "\(name)")
    }
  }

  // MARK: Existence and text

  @Test func existenceAndTextAreToldApart() throws {
    let graph = try read(SampleGraph.secrets.text)
    func report(_ target: EntityID, _ date: String?) throws -> Report {
      let view = try view(graph, at: date)
      return secretReport(
        try #require(SecretTrace(of: "reinsurance", in: view)), of: "reinsurance", to: target)
    }
    let rows = try report("france", "1890").rows().filter { $0["actor"] == "france" }
    #expect(
      rows.map { "\($0["knows"] ?? "") \($0["of"] ?? "") \($0["since"] ?? "")" } == ["yes existence 1888-02"])
    let prose = try report("france", "1890").text(as: .markdown)
    #expect(prose.contains("knew of its existence from February 1888 on: was told"), "\(prose)")
    #expect(
      prose.contains("It did not know what it says. Everybody could know its text from September 1918 on"))
    let late = try report("france", "1919").rows().filter { $0["actor"] == "france" }
    #expect(late.map { "\($0["of"] ?? "") \($0["since"] ?? "")" } == ["existence 1888-02", "text 1918-09"])
    let whole = try report("germany", "1890").rows().filter { $0["actor"] == "germany" }
    #expect(whole.map { "\($0["of"] ?? "")" } == ["text"])
    let json = try report("france", "1890").jsonResults(as: [String: Any].self)
    let target = try #require(json["target"] as? [String: Any])
    #expect(target["knows"] as? String == "yes" && target["knows-text"] as? String == "no")
    #expect((target["learns"] as? [String: Any])?["when"] as? String == "1888-02")
    #expect((target["learns-text"] as? [String: Any])?["when"] as? String == "1918-09")
  }
}
