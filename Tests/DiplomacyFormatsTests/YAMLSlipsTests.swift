import Diplomacy
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Common mistakes in YAML written by hand: each is told where it is, with what to write instead.
@Suite struct YAMLSlipsTests {
  private static let world = header + "actors:\n  germany: Germany\n  russia: Russia\nsources:\n  gp: GP\n"

  /// A text, and what is said of it.
  struct Slip: CustomTestStringConvertible, Sendable {
    let text: String
    let messages: [String]
    var testDescription: String { text }

    /// What follows the header, and the messages.
    init(_ text: String, _ messages: String...) {
      self.text = header + text
      self.messages = messages
    }

    /// Lines of an agreement between two actors, from line 11 on.
    init(pact text: String, _ messages: String...) {
      self.text = YAMLSlipsTests.world + "agreements:\n  p:\n    name: P\n" + text
      self.messages = messages
    }
  }

  private static let tab = "found a tab; YAML is indented by spaces alone: use two for each level."
  private static let space =
    "found a no-break space or another space that YAML does not know; write plain spaces."
  private static let oddSpace =
    "It has a no-break space or another space that YAML does not know; write plain spaces."
  private static let word = "a letter, then letters, digits, '-', '_' or '.' (ASCII)."
  private static let hash =
    "'#' after a space begins a comment, so that nothing more of the line is read; put the text in quotes."

  private static let indentation: [Slip] = [
    Slip("actors:\n\tgermany: Germany\n", "4:1 \(tab)"),
    Slip("actors:\n  germany:\n\t\tname: Germany\n", "5:1 \(tab)"),
    Slip("actors:\n  germany:\n    name: Germany\n\tkind: state\n", "6:1 \(tab)"),
    Slip(pact: "    parties:\n\t- germany\n", "12:1 \(tab)"),
    Slip(
      "actors:\n  germany: Germany\n   russia: Russia\n",
      "5:4 this line is indented by 3, the one before it by 2, and that has a value already; lines of one mapping begin in the same column."
    ),
    Slip(
      "actors:\n  germany: Germany\n russia: Russia\n",
      "5:2 this line is indented by 1, which is that of no line it could belong to (0, 2); lines that belong together begin in the same column."
    ),
    Slip(
      pact: "    parties:\n      - germany\n     - russia\n",
      "13:6 this line is indented by 5, which is that of no line it could belong to (0, 2, 4, 6); lines that belong together begin in the same column."
    ),
    Slip(
      "actors: { a: A }\nstatements:\n  - subject: a\n    role: envies\n   object: a\n",
      "7:4 this line is indented by 3, which is that of no line it could belong to (0, 2, 4); lines that belong together begin in the same column."
    ),
  ]

  private static let colons: [Slip] = [
    Slip(
      "summary: one: two\nactors: {}\n",
      "3:13 found ': ' inside of a text; put the text in quotes: \"one: two\"."),
    Slip(
      "agreements:\n  p:\n    name: Treaty: secret\n",
      "5:17 found ': ' inside of a text; put the text in quotes: \"Treaty: secret\"."),
    Slip(
      "agreements:\n  p:\n    name: “Treaty: secret”\n",
      "5:18 found ': ' inside of a text; put the text in quotes: \"Treaty: secret\"."),
    Slip(
      "actors: { a: Treaty: secret }\n",
      "3:20 found ': ' inside of a text; put the text in quotes: \"Treaty: secret\"."),
    Slip(
      "agreements:\n  p:\n    kind:treaty\n    name: X\n",
      "5:5 found 'kind:treaty'; put a space after the colon: 'kind: treaty'."),
    Slip(
      "agreements:\n  p:\n    name: X\n    kind:treaty\n    signed: 1941\n",
      "6:5 found 'kind:treaty'; put a space after the colon: 'kind: treaty'."),
    Slip(
      "actors:\n  germany: Germany\n  russia:Russia\n",
      "5:3 found 'russia:Russia'; put a space after the colon: 'russia: Russia'."),
    Slip(
      "actors:\n  germany:Germany\n",
      "4:3 found 'germany:Germany' under 'actors'; expected a mapping of ids, or a list of mappings. If it is a key and a value, put a space after the colon: 'germany: Germany'."
    ),
    Slip(
      "actors:\n  a: { name: A, kind:\u{A0}state }\n",
      "4:17 'kind:\u{A0}state' is not a key of an actor. \(oddSpace)"),
    Slip(
      "actors:\n  germany:\n    name: G\n    \u{A0}kind: state\n",
      "6:5 '\u{A0}kind' is not a key of an actor. \(oddSpace)"),
    Slip("agreements:\n  p:\n    kind:\u{A0}treaty\n    name: X\n", "5:10 \(space)"),
    Slip("actors：\n  a： A\n", "3:7 found '：'; write ':' and a space."),
    Slip(
      "actors\n  germany: Germany\n", "3:1 found 'actors' without a colon; expected a key, ': ' and a value."),
    Slip(
      "actors:\n  germany: Germany\n  russia\n",
      "5:3 found 'russia' without a colon; expected a key, ': ' and a value."),
    Slip(
      "actors:\n  germany = Germany\n",
      "4:3 found 'germany = Germany' under 'actors'; expected a mapping of ids, or a list of mappings. Write 'germany: Germany'."
    ),
  ]

  private static let lists: [Slip] = [
    Slip(
      pact: "    parties: germany, russia\n",
      "11:14 found 'germany, russia'; expected the id of the party: \(word) Write a list: [germany, russia]."),
    Slip(
      pact: "    parties: germany and russia\n",
      "11:14 found 'germany and russia'; expected the id of the party: \(word) Write a list: [germany, russia]."
    ),
    Slip(
      pact: "    parties:\n      -germany\n      -russia\n",
      "12:7 found '-germany -russia'; expected the id of the party: \(word) If these are entries of a list, put a space after each '-'."
    ),
    Slip(
      pact: "    parties:\n      - germany\n      -russia\n",
      "13:7 found '-russia'; put a space after '-': '- russia'."),
    Slip(
      pact: "    parties: - germany\n",
      "11:14 found '-' behind a colon; write a list in brackets, '[germany]', or each entry on a line of its own."
    ),
    Slip(
      pact: "    parties:\n      - germany\n       - russia\n",
      "12:9 found 'germany - russia'; expected the id of the party: \(word) If these are entries of a list, put each '-' in the same column."
    ),
    Slip(
      pact: "    parties: [germany, russia\n    kind: treaty\n",
      "11:14 '[' is opened here and not closed; expected ']'."),
    Slip(pact: "    signed: [1941, 1942\n", "11:13 '[' is opened here and not closed; expected ']'."),
    Slip(
      "actors: { a: A, b: B }\nagreements:\n  p: { name: P, parties: [a, b }\n",
      "5:26 '[' is opened here and not closed; expected ']'."),
    Slip(
      "actors: { a: A }\nagreements:\n  p: { name: P, parties: [a]\n  q: Q\n",
      "5:6 '{' is opened here and not closed; expected '}'."),
    Slip(
      "actors: { a: A }\nagreements:\n  p: { name: P, parties: a] }\n",
      "5:27 found ']', which closes nothing."),
    Slip("actors:\n  a: { name: A }}\n", "4:17 found '}', which closes nothing."),
    Slip("actors:\n  a: { name: A kind: state }\n", "4:16 a comma is missing before 'kind'."),
  ]

  private static let signs: [Slip] = [
    Slip(
      "authors: @me\n",
      "3:10 '@me' begins with '@', which means something to YAML; put it in quotes: \"@me\"."),
    Slip(
      "actors: { a: { name: A, exists: %1941/1945 } }\n",
      "3:33 '%1941/1945' begins with '%', which means something to YAML; put it in quotes: \"%1941/1945\"."),
    Slip(
      "events: { e: { name: E, when: ?1941 } }\n",
      "3:31 '?1941' begins with '?', which means something to YAML; put it in quotes: \"?1941\"."),
    Slip(
      "summary: *important*\n",
      "3:10 '*important*' begins with '*', which YAML takes for a reference; put it in quotes: \"*important*\"."
    ),
    Slip(
      "summary: &co and others\n",
      "3:10 '&co' is an anchor; a graph file does not use YAML's anchors and aliases. Put a text that begins with '&' in quotes."
    ),
    Slip(
      "summary: !important\n",
      "3:10 '!important' is a tag of YAML, of which a graph file has none; put a text that begins with '!' in quotes."
    ),
    Slip(
      "summary: > 5 treaties\n",
      "3:10 '> 5 treaties' begins with '>', which YAML takes for the beginning of lines of text; put it in quotes: \"> 5 treaties\"."
    ),
    Slip(
      "summary: |x\n",
      "3:10 '|x' begins with '|', which YAML takes for the beginning of lines of text; put it in quotes: \"|x\"."
    ),
    Slip(
      "summary: [sic] this is\n",
      "3:16 the list ends before this, but more follows; put a text that begins with '[' in quotes: \"[sic] this is\"."
    ),
    Slip(
      "summary: \"open\nactors: {}\n",
      "3:10 the quote \" is opened here and not closed; expected another one at the end of the text."),
    Slip(
      "summary: 'L'Empire'\n",
      "3:13 the text ends with the quote before this, but more follows; put all of it in other quotes: \"L'Empire\"."
    ),
    Slip(
      "summary: \"a\" b\n",
      "3:14 the text ends with the quote before this, but more follows; put all of it in other quotes: '\"a\" b'."
    ),
    Slip(
      "summary: \"C:\\dir\"\n",
      "3:13 a backslash in double quotes begins a sign such as \\n; write two of them, or use single quotes ('…')."
    ),
    Slip(
      "events: { e: { name: E, when: “1941” } }\n",
      "3:31 '“1941”' is not a date: found '“' at column 1, expected a year of four digits. '“' is no quote for YAML; write \" or '."
    ),
    Slip(
      "readings: { r: { title: R, default: yes } }\n",
      "3:37 found 'yes'; expected true or false for 'default'. Write true."),
    Slip(
      "actors: { a: { name: A, secret: No } }\n",
      "3:33 found 'No'; expected true or false for 'secret'. Write false."),
    Slip(
      "sources: { s: S }\nactors: { a: { name: A, source: s #1092 } }\n", "4:35 \(hash)"),
    Slip(
      pact: "    source: #1092\n",
      "11:12 found nothing; expected a citation: a source's id and, after a space, the place in it. '#1092' and what follows is a comment, since '#' stands after a space; if it belongs to the text, put all in quotes: \"#1092\"."
    ),
  ]

  @Test(arguments: indentation + colons + lists + signs)
  func slipIsToldWithWhatToWrite(_ slip: Slip) {
    for lineEnd in ["\n", "\r\n"] {
      let found = problems(in: slip.text.replacing("\n", with: lineEnd))
      #expect(found == slip.messages, "\(slip.text)")
    }
  }

  @Test func firstLineCanBeTheSlip() {
    #expect(
      problems(in: "entente:1\ntitle: T\n") == [
        "1:1 found 'entente:1'; put a space after the colon: 'entente: 1'."
      ])
  }

  // MARK: Warnings

  private func warnings(_ text: String) throws -> [String] {
    try GraphFile.readDocument(Self.world + text, named: "t.yaml").warnings.map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity.rawValue) \($0.message)"
    }
  }

  @Test func citationThatACommentCutsIsToldAndReadAsItStands() throws {
    #expect(
      try warnings("agreements:\n  p:\n    name: P\n    source: gp vol. 5 #1092\n") == [
        "11:23 warning '#1092' and what follows is a comment, since '#' stands after a space; if it belongs to the text, put all in quotes: \"gp vol. 5 #1092\"."
      ])
    #expect(try warnings("events: { e: E, f: F,   #2\n  g: G }\n") == [])
    #expect(try warnings("events:\n  e: Pact #2\n").count == 1)
  }

  @Test(arguments: [
    "events: { e: E }  # 1092 comments\n", "events: # 5\n  e: E # a remark of 1941\n",
    "events: { e: \"E #1\" }\n",
    "events:\n  e: \"E\" #1\n", "events:\n  e: E#1\n", "events:\n  e: |\n    E #1\n",
    "#1092\nevents:\n  e: E\n",
    "events:\n  e: { name: E, when: 1941-04 } #todo\n",
  ])
  func commentInItsOwnRightIsNotTold(text: String) throws { #expect(try warnings(text) == []) }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"]) func graphsOfTheProjectHaveNone(name: String) throws
  {
    #expect(try GraphFile.readDocument(contentsOf: graphFile(name)).warnings.map(\.description) == [])
  }

  @Test func commaAtTheEndOfALineIsTold() throws {
    #expect(
      try warnings("events:\n  e: E,\n") == [
        "9:6 warning the text 'E,' ends with a comma; lines of a mapping have none at their end."
      ])
  }

  // MARK: JSON

  @Test func charactersInTwoHalvesAreReadAndPlacesStayThose() throws {
    let text = #"{"entente": 1, "title": "\ud83d\ude00 \\ud83d\ude00", "summary": "\uD83D\uDE00", "sort": 1}"#
    #expect(
      problems(in: text).map { $0.prefix(12) } == ["1:46 found ha".prefix(12)],
      "a backslash before 'u' that is itself escaped")
    let other = #"{"entente": 1, "title": "\ud83d\ude00 \\ud83d", "summary": "\uD83D\uDE00", "sort": 1}"#
    #expect(problems(in: other).map { $0.prefix(11) } == ["1:76 'sort'".prefix(11)])
    let graph = try readGraph(other.replacing(", \"sort\": 1", with: ""))
    #expect(graph.title.text(in: "en") == "😀 \\ud83d")
    #expect(graph.summary == "😀")
    #expect(
      problems(in: #"{"entente": 1, "title": "\ud83d x"}"#) == [
        "1:26 found half of a character in two halves (\\uD800 to \\uDFFF); expected both, or the character itself."
      ])
  }

  @Test func slipsInJSONAreTold() {
    #expect(problems(in: #"{"entente": 1, "title": "T" "actors": {}}"#) == ["1:29 a comma is missing here."])
    #expect(
      problems(in: #"{"entente": 1, "title": "T", "actors": {"a": "A"}"#) == [
        "1:1 '{' is opened here and not closed; expected '}'."
      ])
  }

  // MARK: Any text

  @Test(arguments: 0..<UInt64(Thoroughness.cases(300, thorough: 20_000)))
  func placesOfGarbledTextsLieInThem(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var scalars = Array(try documentedExample().unicodeScalars)
    let odd = Array("\t#:-,[]{}'\"&*!|>%@`?= \u{A0}：“”\n\r\u{2028}".unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let place = Int.random(in: 0..<scalars.count, using: &numbers)
      let sign = odd[Int.random(in: 0..<odd.count, using: &numbers)]
      if Bool.random(using: &numbers) { scalars.insert(sign, at: place) } else { scalars[place] = sign }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let lines = String(text).split(omittingEmptySubsequences: false) { $0.isNewline }.map {
      $0.unicodeScalars.count
    }
    for found in diagnostics(in: String(text)) {
      guard let place = found.place else { continue }
      #expect(place.line >= 1 && place.line <= lines.count + 1 && place.column >= 1, "seed \(seed): \(found)")
    }
  }
}
