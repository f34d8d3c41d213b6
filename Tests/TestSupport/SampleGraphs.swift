import Foundation

/// A graph file's text that exporters may find hard, and the dates at which to look at it besides all times at once.
public struct SampleGraph: Sendable, CustomStringConvertible {
  /// What is hard about it, in a word that can be a file name.
  public let name: String
  /// The graph file.
  public let text: String
  /// Dates at which it is looked at.
  public let dates: [String]

  /// A graph file with a title and a body.
  public init(_ name: String, dates: [String] = [], body: String) {
    self.init(name: name, text: "entente: 1\ntitle: Sample \(name)\n" + body, dates: dates)
  }

  private init(name: String, text: String, dates: [String]) {
    self.name = name
    self.text = text
    self.dates = dates
  }

  /// The name.
  public var description: String { name }

  /// The samples below and the project's own graphs.
  public static let all =
    [
      empty, onlySources, oneEntity, onlyActors, names, ids, parallel, attested, dates, oldStyle, life,
      addresses, secrets,
    ]
    + ofTheProject

  /// The graph files in `Graphs/`.
  public static let ofTheProject: [SampleGraph] = {
    let folder = projectFolder.appending(path: "Graphs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.sorted().map { folder.appending(path: $0) }
    return files.filter { ["yaml", "yml", "json"].contains($0.pathExtension) }.map { file in
      SampleGraph(
        name: file.deletingPathExtension().lastPathComponent,
        text: String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self),
        dates: ["1941-06-22", "1939"])
    }
  }()

  /// Nothing but a title.
  public static let empty = SampleGraph("empty", dates: ["1941"], body: "")

  /// Sources and readings of nothing.
  public static let onlySources = SampleGraph(
    "only-sources", body: "sources: { book: A book }\nreadings: { one: One way to see it }\n")

  /// One actor, nothing else.
  public static let oneEntity = SampleGraph(
    "one-entity", dates: ["1941"], body: "actors: { ussr: Soviet Union }\n")

  /// Actors and links between them, without agreements or events.
  public static let onlyActors = SampleGraph(
    "only-actors", dates: ["1941"],
    body: """
      actors:
        japan: Japan
        china: { name: China, hostile-to: japan }
        matsuoka: { kind: person, name: Matsuoka, represents: { actor: japan, office: Minister, when: 1940/1941-07 } }
      """)

  /// Names that are markup, escapes or other scripts somewhere.
  public static let hardNames = [
    "Tom & Jerry", "a < b > c", "\"quoted\" and 'single'", "<html>", "<b>x</i>", "]]>", "<!-- -->", "<?pi ?>",
    "one\\two", "ends in a backslash\\", "\\N \\G \\l \\n", "line one\nline two", "tab\there",
    "bell \u{7} and \u{1B}[31m",
    "\u{1F54A} and \u{1F469}\u{200D}\u{1F4BB}", "שלום", "معاهدة السلام", "日ソ中立条約（昭和十六年四月十三日）", "Zürich–Łódź",
    "a,b;c", "{a|b}", "%20 #1 $x", "&lt; &amp;amp; &#65; &eacute;",
    "x\u{301}", "= 1 + 1", "\u{2028}line separator",
  ]

  /// ``hardNames``, one an actor, with a pact of them all.
  public static let names = SampleGraph(
    "names",
    body: "actors:\n"
      + hardNames.enumerated().map { index, name in
        "  a\(index): { name: { en: \(yaml(name)), ja: \(yaml(name + " 日本")) } }\n"
      }.joined()
      + "agreements:\n  p: { name: \(yaml("A \"pact\" & <more>")), parties: ["
      + hardNames.indices.map { "a\($0)" }.joined(separator: ", ")
      + "], note: \(yaml("Is \u{1} this <so> & \"that\"?")) }\n")

  /// Every character that ids may hold, words that formats reserve, and ids that differ little.
  public static let hardIDs = [
    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "a0123456789", "a-b", "a_b", "a.b", "a..b",
    "a.2", "a",
    "A", "node", "edge", "graph", "digraph", "subgraph", "strict", "id", "G", "xml", "xmlns", "d0", "e",
    "true", "n",
    "account_P4", "account_P4.2", "party.a.p", "a-", "a_", "a.",
  ]

  /// ``hardIDs``, one an actor, cited places among them.
  public static let ids = SampleGraph(
    "ids",
    body: "sources: { account: Account }\nactors:\n"
      + hardIDs.map { "  \"\($0)\": \"Name of \($0)\"\n" }.joined()
      + "agreements:\n  p: { name: P, source: account P4, parties: ["
      + hardIDs.map { "\"\($0)\"" }.joined(separator: ", ") + "] }\n"
      + "  q: { name: Q, source: [account P4, account p4, account P-4] }\n")

  /// A thousand statements between the same two entities.
  public static let parallel = SampleGraph(
    "parallel",
    body: "actors: { a: A, b: B }\nstatements:\n"
      + String(repeating: "  - { subject: a, role: hostile-to, object: b, when: 1914/1918 }\n", count: 999)
      + "  - { subject: a, role: recognises, object: b }\n")

  /// Every certainty and modality, secrets of every sort, readings.
  public static let attested = SampleGraph(
    "attested", dates: ["1940-06", "1939-08-23"],
    body: """
      sources:
        account: { title: { fr: Un récit, en: An account }, kind: web page, author: Nobody, date: 1946~, language: fr }
        book: { title: A book, quoted-in: account P1, note: "Is it lost?" }
      readings:
        one: { title: The first way, default: true, note: A remark. }
        two: { title: The second way, extends: one }
        three: The third way
      actors:
        germany: { name: Germany, exists: 1871/, source: account }
        ussr: { name: Soviet Union, exists: 1922-12-30/1991-12-26, certainty: high }
        usa: { name: United States, certainty: low }
        utopia: { name: Utopia, kind: bloc, modality: hypothetical, holder: usa, exists: 1950/1960 }
      territories:
        east: { name: The East, certainty: medium, part-of: world }
        world: { name: The World, kind: region }
      agreements:
        pact:
          name: The Pact
          parties:
            - { actor: germany, certainty: high, source: account P1 }
            - { actor: ussr, certainty: medium, source: [account P1, account P2, book] }
            - { actor: usa, certainty: low, modality: planned, reading: three }
            - { actor: utopia, modality: promised, holder: utopia }
          signed: { when: 1939-08-23, reading: [one, three], source: book }
          ended: { when: 1941-06-22, reading: one }
        protocol:
          kind: protocol
          name: The Secret Protocol
          supplements: pact
          in-force:
            - { when: 1939-08-23/1941-06-22, reading: one }
            - { when: 1939-08/.., reading: three }
          parties: [germany, ussr]
          secret: true
          known-to: [{ actor: usa, since: 1939-08-24 }, germany]
          disclosed: 1948-01
        idea: { name: An Idea, kind: understanding, modality: believed, holder: germany, reading: two, signed: 1940 }
      events:
        attack: { kind: attack, name: The Attack, when: 1941-06-22, agents: germany, targets: [ussr, east], place: world, about: pact }
        plan: { name: A Plan, modality: planned, holder: germany, agents: { actor: germany, modality: planned }, leads-to: attack }
      statements:
        - { subject: germany, role: controls, object: east, modality: believed, holder: ussr, note: "Really?" }
        - { subject: germany, role: claims, object: east, known-to: ussr, certainty: low }
        - { subject: utopia, role: same-as, object: world, modality: hypothetical }
        - { subject: germany, role: envies, object: usa, office: { en: Envier, fr: Envieux }, for: utopia }
      """)

  /// Dates of every form, one an event.
  public static let hardDates = [
    "1941-04-13", "1941-04", "1941", "194X", "19XX", "1XXX", "1941-XX", "1941-04-XX", "1941-XX-XX", "1941-21",
    "1941-24",
    "1941?", "1941-04~", "1941-04-13%", "0000", "-0043", "-0043-03-15", "-0043-03", "-004X", "0476-09-04",
    "Y-170000002",
    "Y17000", "1941-04-13T14:50:00+03:00", "1941-04-13T14:50:00", "1941-04-13T14:50:00Z", "1941-04-13T14:50Z",
    "1941-04-13T14:50+03:00", "1891-01-01T12:00:00+00:19:32", "1941-04-13T00:00:00+18:00",
    "1941-04-13T14:50:00-0330",
    "1941-04-13T14:50:00+09", "1941/1945", "1941-04-13/1945-08-09", "1941-04/..", "../1945", "1941/", "/1945",
    "../..",
    "-0049-01-10/-0043", "-0005/0014", "194X/1950", "1941-21/1945~", "1941?/1945%",
    "1945-08-08T17:00:00+03:00/1945-09-02T09:04Z",
    "[1945-05-08,1945-05-09]", "[..1941-06]", "[1940-06-22..]", "[1941-06-22..1941-12-31]", "[-0043,0000]",
    "{1941-04-13,1941-04-25}", "{1941, 1943}", "[1945-08-09T00:00:00+10:00..1945-08-09T00:59:59+10:00]",
    "[1945-08-08T12:00:00Z,1945-08-09T00:00:00Z]",
  ]

  /// ``hardDates``, one an event, and as the dates of agreements and memberships.
  public static let dates = SampleGraph(
    "dates", dates: ["1941-04-13", "-0043-03-15", "0000", "194X", "[1941,1945]", "1945-08-09T00:00:00Z"],
    body:
      "actors: { a: { name: A, exists: \"-0500/..\" }, b: { name: B, exists: /1945 }, c: { name: C, exists: ../1941~ } }\n"
      + "events:\n"
      + hardDates.enumerated().map { "  e\($0): { name: \"On \($1)\", when: \"\($1)\" }\n" }.joined()
      + "agreements:\n"
      + hardDates.enumerated().map {
        "  p\($0): { name: P\($0), signed: \"\($1)\", parties: [a, { actor: b, when: \"\($1)\" }] }\n"
      }
      .joined())

  /// Dates by other styles than the usual one, in every form that graph files have for them.
  public static let oldStyle = SampleGraph(
    "old-style", dates: ["1887-06-18", "1917-11-07"],
    body: """
      date-style: julian
      sources:
        law: { title: Collected laws, date: 1887-07-01 }
        press: { title: A newspaper, date-style: gregorian, date: 1887-06-20 }
        venice: { title: Relazioni, date-style: gregorian, new-year: 03-01, date: 1508-02-10 }
      actors:
        russia: { name: Russia, exists: 1721-10-22/1917-09-01 }
        germany: { name: Germany, date-style: gregorian, exists: 1871-01-18/.. }
        england: { name: England, new-year: 03-25, exists: [0927-07-12/1640-03-24, { when: "1640-03-25/1707-05-01", as: occupied }] }
        office: { name: An office, exists: { os: 1802-09-08/.. } }
      territories:
        berlin: { name: Berlin, kind: city, date-style: gregorian }
      agreements:
        reinsurance:
          name: Reinsurance Treaty
          signed: { os: 1887-06-06, ns: 1887-06-18, place: berlin }
          ratified: { when: 1887-07, source: press }
          acts: [{ act: exchange, ns: 1887-06-18 }, { act: renewal, when: "[1890-05,1890-06-06]" }]
          in-force: { os: 1887-06-06/1890-06-06, note: Three years }
          parties: [{ actor: russia, when: 1887-06/1890-06 }, { actor: germany, when: "1887-06-18/1890-06-18 N.S." }]
          disclosed: 1917-10~-25
      events:
        october: { name: October, when: 1917-10-25 }
        later: { name: Later, when: { after: 1917-10-25, before: 1918-01-01 } }
        doubt: { name: In doubt, when: "?1917-10-2X" }

      """)

  /// An agreement with everything that agreements may have.
  public static let life = SampleGraph(
    "life", dates: ["1942"],
    body: """
      summary: "All of it. Really & truly."
      authors: [One, "Two & <Three>"]
      license: CC0-1.0
      language: en
      default-offset: "+03:00"
      sources: { treaty: { title: Treaty series, url: "https://example.org/a?b=c&d=e#f", publisher: The League } }
      actors:
        ussr: { name: { en: Soviet Union, ru: Советский Союз, ja-Latn: Soren }, short-name: { en: USSR, ru: СССР }, identifiers: { wikidata: Q15180, viaf: "1 2" } }
        japan: { name: Japan }
        molotov: { kind: person, name: Molotov, short-name: M., identifiers: { gnd: 118583441 }, exists: 1890-03-09/1986-11-08, note: He signed }
        nobody: { kind: person, name: Nobody, exists: 2000/2001 }
      territories:
        moscow: { kind: city, name: Moscow }
        manchukuo: { kind: polity, name: Manchukuo, exists: 1932-03-01/1945-08-18, identifiers: { wikidata: Q30623 } }
      events:
        victory: { kind: surrender, name: Victory, when: 1945-05-08, identifiers: { wikidata: Q1 } }
      agreements:
        pact:
          kind: pact
          name: { en: The Pact, ja: 条約 }
          short-name: Pact
          identifiers: { wikidata: Q727344 }
          parties: [ussr, japan]
          signatories: { actor: molotov, for: ussr, office: { en: Foreign Minister, ru: Министр }, when: 1941-04-13 }
          negotiators: { actor: nobody, for: japan }
          guarantees: manchukuo
          signed: { when: 1941-04-13, by: [ussr, japan], place: moscow, source: treaty p. 1, note: At night. }
          ratified: { when: 1941-04-25, place: moscow }
          entered-into-force: { when: 1941-04-25 }
          denounced: { when: 1945-04-05, by: ussr, known-to: { actor: japan, since: 1945-04-06 }, certainty: high }
          acts: [{ act: breach, when: 1945-08-09, by: [ussr], modality: believed, holder: japan }, { act: registration }]
          terms: { duration: P5Y, notice: P1Y, renewal: P5Y, clause: article 3, source: treaty p. 2 }
          obligations:
            - { kind: remain-neutral, by: [ussr, japan], to: [japan, ussr], about: [manchukuo], against: [nobody], condition: one is attacked, condition-event: victory, unless: it began the war, unless-event: victory, within: P3M, of: victory, clause: article 2, source: treaty p. 2, note: "Says who?" }
            - { kind: withdraw-troops, by: [japan], deadline: 1941-12-31, modality: promised, holder: japan }
            - { kind: consult, by: [nobody] }
      """)

  /// Secrets of which some know the existence alone, with everything that can be said of who knew.
  public static let secrets = SampleGraph(
    "secrets", dates: ["1888"],
    body: """
      sources: { book: A book, cable: A cable }
      actors:
        germany: Germany
        russia: Russia
        italy: Italy
        france: { name: 'France "<&"' }
        bismarck: { kind: person, name: Bismarck, represents: { actor: germany, when: 1871/1890-03-20 } }
      territories: { straits: The Straits }
      agreements:
        reinsurance:
          kind: treaty
          name: Reinsurance Treaty
          source: book p. 1
          certainty: high
          parties: [germany, russia]
          signed: { os: 1887-06-06 }
          terms: { duration: P3Y, clause: article 5 }
          guarantees: straits
          known-to:
            - { actor: italy, since: 1887-09?, certainty: low, note: 'by "hearsay" <&>', source: cable p. 2 }
            - { actor: france, since: 1888-02, of: existence, source: [cable, book p. 3] }
          unknown-to: { actor: bismarck, until: 1887-06-20, of: text, certainty: medium, note: so he said }
          disclosed: [{ when: 1896-10-24, of: existence, certainty: medium, source: book p. 7 }, { when: 1918-09, note: printed }]
          obligations: [{ kind: remain-neutral, by: all-parties, known-to: { actor: italy, since: 1889-01~ } }]

      """)

  /// Sources whose kinds, languages and addresses are not words, tags and addresses.
  public static let addresses = SampleGraph(
    "addresses",
    body: "sources:\n"
      + [
        "http://[", "not an address", "https://example.org/a b", "https://example.org/日本", "%zz", "a:b:c",
        "http://x/<y>", "#f#g",
        "\\\\server\\share", "urn:isbn:0451450523", "https://example.org/{a}|b^`",
      ].enumerated().map {
        "  s\($0): { title: S\($0), kind: \"a kind: \($0), संधि\", language: \"French & Russian\", url: \(yaml($1)) }\n"
      }.joined()
      + "actors: { a: { name: A, source: [\((0..<11).map { "s\($0) p. \($0) & ff." }.joined(separator: ", "))], identifiers: { a.register: X } } }\n"
  )

  /// A text as a double-quoted YAML scalar.
  public static func yaml(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case " "..."~": quoted.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      }
    }
    return quoted + "\""
  }
}
