import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Testing

/// What readings agree and differ in, thing by thing.
@Suite struct ConcordTests {
  /// Three sets of data on two treaties, and a fourth reading of another question.
  static let text = """
    entente: 1
    title: Three sets
    sources: { set-x: Set X, set-y: Set Y, set-z: Set Z }
    readings:
      x: { title: Set X, question: data }
      y: { title: Set Y, question: data }
      z: { title: Set Z, question: data, extends: y }
      old: { title: Old borders, question: borders }
    actors:
      russia: Russia
      sweden: { name: Sweden, exists: [{ when: 1523/.., reading: x }, { when: 1523-06-06/.., reading: y }] }
      france: France
    agreements:
      convention:
        name: Convention of Saint Petersburg
        acts:
          - { act: signature, when: 1825-02-16, reading: x, source: set-x row 2 }
          - { act: signature, when: 1825-02-28, reading: y, source: set-y row 9 }
          - { act: signature, when: 1825, reading: z, source: set-z p. 1 }
          - { act: ratification, when: 1825-05-01 }
        in-force:
          - { when: 1825-01-01/1835-12-31, reading: x }
          - { when: 1825-04-13/.., reading: y }
        parties:
          - { actor: russia, when: 1825-02-28/1835 }
          - { actor: sweden, when: 1825/1835, reading: x, source: set-x row 3 }
          - { actor: sweden, when: 1825-03-01/1836-01-01, reading: y, source: set-y row 10 }
      twin-x: { name: Treaty of Åbo, kind: treaty, reading: x, signed: { when: 1743-08-18, reading: x }, parties: russia }
      twin-y: { name: "Treaty of Abo.", kind: declaration, reading: y, signed: 1743-08-07, parties: france, same-as: twin-x }
    """

  private func concord(_ topics: Set<Topic>? = nil, among readings: Set<ReadingID>? = nil) throws -> Concord {
    Concord(of: try GraphFile.read(Self.text, named: "sets.yaml"), among: readings, of: topics)
  }

  private func told(_ concord: Concord) -> [String] {
    concord.comparisons.map { comparison in
      let pair = concord.pairs[comparison.pair]
      func said(_ account: Account) -> String {
        switch account.value {
        case .date(let date): date.text
        case .open: ".."
        case .text(let text): text
        case .entities(let ids): ids.map(\.rawValue).joined(separator: "+")
        }
      }
      let place = [comparison.subject.rawValue, comparison.object?.rawValue].compactMap(\.self)
      return "\(pair.first)-\(pair.second) \(comparison.topic.name) \(place.joined(separator: ">")): "
        + "\(said(comparison.first)) | \(said(comparison.second)) = \(comparison.likeness.rawValue)"
    }
  }

  @Test func onlyReadingsOfOneQuestionAreCompared() throws {
    #expect(
      try concord().pairs.map { "\($0.first) \($0.second)" } == ["x y", "x z", "y z"])
    #expect(try concord(among: ["x", "old"]).pairs.isEmpty)
  }

  @Test func signaturesAreComparedWithWhatSaysSo() throws {
    let concord = try concord([Topic(name: "signature")])
    #expect(
      told(concord) == [
        "x-y signature convention: 1825-02-16 | 1825-02-28 = calendar",
        "x-y signature twin-x: 1743-08-18 | 1743-08-07 = calendar",
        // Set Z extends Y, so what Y says holds there too, and of two accounts the one most like X's counts.
        "x-z signature convention: 1825-02-16 | 1825-02-28 = calendar",
        "x-z signature twin-x: 1743-08-18 | 1743-08-07 = calendar",
        "y-z signature convention: 1825-02-28 | 1825-02-28 = same",
        "y-z signature twin-x: 1743-08-07 | 1743-08-07 = same",
      ])
    #expect(concord.comparisons[0].days == 12)
    #expect(concord.comparisons[0].first.citations.map(\.text) == ["set-x row 2"])
    #expect(concord.comparisons[0].second.citations.map(\.text) == ["set-y row 9"])
    #expect(concord.counts.map(\.alone) == [0, 1, 1])
    #expect(concord.counts[0].counts == [.calendar: 2])
    let share = try #require(concord.shares.first)
    #expect((share.compared, share.withoutAgreement) == (2, 0))
    let two = try self.concord([Topic(name: "signature")], among: ["x", "y"])
    #expect(two.shares.map(\.withoutAgreement) == [2])
  }

  @Test func timesInForceLivesMembersNamesKindsAndPartiesAreCompared() throws {
    let concord = try concord(among: ["x", "y"])
    #expect(
      told(concord) == [
        "x-y signature convention: 1825-02-16 | 1825-02-28 = calendar",
        "x-y signature twin-x: 1743-08-18 | 1743-08-07 = calendar",
        "x-y in-force-from convention: 1825-01-01 | 1825-04-13 = padded",
        "x-y in-force-until convention: 1835-12-31 | .. = other",
        "x-y member-from sweden>convention: 1825 | 1825-03-01 = coarser",
        "x-y member-until sweden>convention: 1835 | 1836-01-01 = other",
        "x-y exists-from sweden: 1523 | 1523-06-06 = coarser",
        "x-y exists-until sweden: .. | .. = same",
        "x-y name twin-x: Treaty of Åbo | Treaty of Abo. = spelling",
        "x-y kind twin-x: treaty | declaration = other",
        "x-y parties convention: russia+sweden | russia+sweden = same",
        "x-y parties twin-x: russia | france = other",
      ])
    #expect(concord.representative(of: "twin-y") == "twin-x")
    #expect(concord.representative(of: "convention") == "convention")
  }

  /// What names no reading is what each says of which nothing else is said; where no reading is named, nothing is compared.
  @Test func whatNamesNoReadingStandsInForAReadingThatSaysNothing() throws {
    let graph = try GraphFile.read(
      """
      entente: 1
      title: One dates, the other does not
      readings: { one: One, two: Two }
      agreements:
        pact: { name: Pact, acts: [{ act: signature, when: 1930 }, { act: signature, when: 1930-01-01, reading: one }, { act: termination, when: 1931 }] }
      """, named: "one.yaml")
    #expect(told(Concord(of: graph)) == ["one-two signature pact: 1930-01-01 | 1930 = padded"])
  }

  /// Of several acts of one kind those are compared that are most alike, each once.
  @Test func severalAccountsAreMatchedByLikeness() throws {
    let graph = try GraphFile.read(
      """
      entente: 1
      title: Renewals
      readings: { one: One, two: Two }
      agreements:
        pact:
          name: Pact
          acts:
            - { act: renewal, when: 1930-05-05, reading: one }
            - { act: renewal, when: 1935-05-05, reading: one }
            - { act: renewal, when: 1940-05-06, reading: one }
            - { act: renewal, when: 1935-05-05, reading: two }
            - { act: renewal, when: 1940-05-05, reading: two }
      """, named: "renewals.yaml")
    let concord = Concord(of: graph)
    #expect(
      told(concord) == [
        "one-two renewal pact: 1935-05-05 | 1935-05-05 = same",
        "one-two renewal pact: 1940-05-06 | 1940-05-05 = day-apart",
      ])
    #expect(concord.counts.map(\.alone) == [1])
    #expect(concord.counts[0].counts == [.same: 1, .dayApart: 1])
  }

  @Test func aGraphWithoutReadingsHasNothingToCompare() throws {
    let graph = try GraphFile.read("entente: 1\ntitle: None\nactors: { a: A }\n", named: "none.yaml")
    let concord = Concord(of: graph)
    #expect(concord.pairs.isEmpty && concord.comparisons.isEmpty && concord.shares.isEmpty)
  }
}
