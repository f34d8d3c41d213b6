import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What `tables:` of a graph file makes of rows.
@Suite struct TableMappingTests {
  private static let parties = """
    tables:
      file: p.csv
      actors: { id: state }
      memberships: { actor: state, agreement: treaty, signed: signed, from: from, until: until }
    """

  private func parties(_ rows: String, _ more: String = "") throws -> GraphFile.Document {
    try readTables(Self.parties + more, ["p.csv": "state,treaty,signed,from,until\n" + rows])
  }

  // MARK: What rows give

  @Test func statementsCiteTheirRows() throws {
    let graph = try readTables(
      """
      sources: { atlas: Atlas }
      tables:
        file: p.csv
        source: atlas
        memberships: { actor: state, agreement: treaty, signed: signed, note: remark }
      """, ["p.csv": "state,treaty,signed,remark\nA,T,1900,\n\nB,T,1901,late\n"]
    ).graph
    let locators = graph.statements.map { $0.attestation.citations.map(\.text) }
    #expect(locators == [["atlas p.csv, row 1"], ["atlas p.csv, row 2"]])
    #expect(graph.statements.map(\.attestation.note) == [nil, "late"])
    #expect(
      graph[EntityID("T")]?.life?.acts.map { $0.attestation.citations.map(\.locator) } == [
        ["p.csv, row 1"], ["p.csv, row 2"],
      ])
  }

  @Test func sourcesReadingsAndLocatorsComeFromColumns() throws {
    let graph = try readTables(
      """
      tables:
        file: p.csv
        source: { column: book, locator: "p. {page}" }
        reading: { column: set }
        memberships: { actor: state, agreement: treaty, from: from }
      """, ["p.csv": "state,treaty,from,book,page,set\nA,T,1900,Parry,57,atop\nA,T,1905,Rohn,3,cow\n"]
    ).graph
    #expect(facts(graph) == ["A party T 1900/.. [atop]", "A party T 1905/.. [cow]"])
    #expect(
      graph.statements.map { $0.attestation.citations.map(\.text) } == [["Parry p. 57"], ["Rohn p. 3"]])
    #expect(graph.sources.map(\.id) == ["Parry", "Rohn"])
    #expect(graph.readings.map(\.id) == ["atop", "cow"])
  }

  @Test func fileAndTablesTellOfTheSameThings() throws {
    let graph = try readTables(
      """
      actors: { A: { name: Austria, short-name: Au } }
      agreements: { T: { name: Treaty, terms: { duration: P5Y } } }
      statements: [{ subject: A, role: hostile-to, object: B }]
      events: { e: { name: War, when: { within: P1Y, of: T } } }
      tables:
        - { file: a.csv, actors: { id: state, name: name, from: from } }
        - { file: p.csv, agreements: { id: treaty, signed: signed }, memberships: { actor: state, agreement: treaty } }
      """,
      [
        "a.csv": "state,name,from\nA,Autriche,1867\nB,Belgium,1830\n",
        "p.csv": "state,treaty,signed\nA,T,1879-10-07\nB,T,1879-10-07\n",
      ]
    ).graph
    #expect(graph.entities.map(\.id) == ["A", "T", "e", "B"])
    #expect(graph[EntityID("A")]?.name.text(in: "en") == "Austria")
    #expect(graph[EntityID("A")]?.when?.text == "1867/..")
    #expect(graph[EntityID("T")]?.life?.acts.map(\.date?.text) == ["1879-10-07"])
    #expect(graph[EntityID("T")]?.life?.terms.count == 1)
    #expect(graph[EntityID("e")]?.when?.earliest.day == Day(year: 1879, month: 10, day: 7))
    #expect(graph.statements.count == 3)
  }

  @Test func idsThatGraphFilesCannotHaveAreMadeIntoSome() throws {
    let graph = try readTables(
      "tables: { file: p.csv, memberships: { actor: state, agreement: treaty } }",
      ["p.csv": "state,treaty\n2,2\nCôte d'Ivoire,2\n2,A b\n2,A-b\n"]
    ).graph
    #expect(
      graph.entities.map(\.id) == [
        "actor-2", "agreement-2", "Cote-d-Ivoire", "A-b", "agreement-A-b",
      ])
    #expect(graph[EntityID("Cote-d-Ivoire")]?.name.text(in: "en") == "Côte d'Ivoire")
    // What is written as a graph file is read again.
    let export = GraphFile.export(graph)
    let again = try GraphFile.read(String(decoding: export.bytes, as: UTF8.self), named: "again.yaml")
    #expect(facts(again) == facts(graph))
  }

  @Test func agreementsHaveTermsTerritoriesAndOtherNames() throws {
    let graph = try readTables(
      """
      tables:
        - { file: s.csv, sources: { id: key, title: title, author: author, date: year } }
        - file: a.csv
          source: { column: source }
          territories: { id: about, kind: { value: sea }, where: { about: { is: filled } } }
          agreements:
            id: id
            short-name: short
            terms: { duration: years, notice: notice }
            concerns: about
            guarantors: { column: guarantors, separator: "/" }
      """,
      [
        "s.csv": "key,title,author,year\nlnts,League of Nations Treaty Series,,1920\n",
        "a.csv": "id,short,years,notice,about,guarantors,source\nT,Tr,5,P6M,Baltic,A/B,lnts\nU,,-,,,,\n",
      ]
    ).graph
    #expect(graph.sources.map(\.title) == [LocalizedText("League of Nations Treaty Series", language: "en")])
    #expect(graph.sources.first?.date?.text == "1920")
    #expect(graph[EntityID("T")]?.shortName?.text(in: "en") == "Tr")
    #expect(
      graph[EntityID("T")]?.life?.terms == [Terms(duration: try Period("P5Y"), notice: try Period("P6M"))])
    #expect(graph[EntityID("T")]?.attestation.citations.map(\.text) == ["lnts a.csv, row 1"])
    #expect(graph[EntityID("U")]?.life?.terms == [])
    #expect(graph[EntityID("Baltic")]?.kind == .sea)
    #expect(facts(graph) == ["A guarantor T -", "B guarantor T -", "T concerns Baltic -"])
  }

  @Test func cellOfSeparatorsAloneIsTold() throws {
    let document = try readTables(
      "tables: { file: p.csv, memberships: { actor: { column: who, separator: \";\" }, agreement: treaty } }",
      ["p.csv": "who\ttreaty\n;\tT\n\tT\nA;B\tT\n"])
    #expect(facts(document.graph) == ["A party T -", "B party T -"])
    #expect(document.oddities.all.map(\.kind) == [.missingID])
  }

  @Test func conditionsChooseRows() throws {
    let rows = "state,treaty,kind,year\nA,T,1,1900\nB,T,2.0,1950\nC,T,,1960\nD,T,-9,1970\n"
    func actors(_ condition: String) throws -> [String] {
      try readTables(
        "tables: { file: p.csv, missing: \"-9\", where: \(condition), memberships: { actor: state, agreement: treaty } }",
        ["p.csv": rows]
      ).graph.entities(.actor).map(\.id.rawValue)
    }
    #expect(try actors("{ kind: 1 }") == ["A"])
    #expect(try actors("{ kind: [1, 2] }") == ["A", "B"])
    #expect(try actors("{ kind: { not: [1, \"-9\"] } }") == ["B", "C"])
    #expect(try actors("{ kind: { is: empty } }") == ["C"])
    #expect(try actors("{ kind: { is: filled }, year: { at-least: 1950 } }") == ["B", "D"])
    #expect(try actors("{ year: { at-least: 1950, at-most: 1960 } }") == ["B", "C"])
  }

  @Test func halfOpenEndsAreTheDayBefore() throws {
    let rows = ["p.csv": "state,treaty,from,until\nA,T,1900-01-01,1901-01-01\nB,T,1900,1902\n"]
    func spans(_ ends: String) throws -> [String?] {
      try readTables(
        "tables: { file: p.csv, ends: \(ends), memberships: { actor: state, agreement: treaty, from: from, until: until } }",
        rows
      ).graph.statements.map { $0.when?.text }
    }
    #expect(try spans("inclusive") == ["1900-01-01/1901-01-01", "1900/1902"])
    #expect(try spans("half-open") == ["1900-01-01/1900-12-31", "1900/1901"])
  }

  @Test func yearsThatFollowOneAnotherAreOneSpanInAnyOrderOfRows() throws {
    let graph = try readTables(
      "tables: { file: p.csv, memberships: { actor: state, agreement: treaty, years: year } }",
      ["p.csv": "state,treaty,year\nA,T,1903\nA,T,1901\nA,T,1902\nA,T,1910\nB,T,-2\nB,T,-1\n"]
    ).graph
    #expect(
      facts(graph) == ["A party T 1901/1903", "A party T 1910/1910", "B party T -0002/-0001"])
  }

  // MARK: Dates

  @Test(arguments: [
    ("lenient", "13.4.1941", "1941-04-13"), ("lenient", "1941-04-13", "1941-04-13"),
    ("lenient", "4/13/1941", "1941-04-13"), ("lenient", "19410413", "1941-04-13"),
    ("lenient", "1941.5", "1941-07-02"), ("lenient", "1941.0", "1941"), ("lenient", "1941?", "1941?"),
    ("lenient", "13 April 1941", "1941-04-13"), ("lenient", "194X", "194X"),
    ("edtf", "1941-04~", "1941-04~"), ("messydates", "1941-04-13..1941-04-25", "[1941-04-13..1941-04-25]"),
    ("messydates", "..1941-04", "[..1941-04]"), ("messydates", "{1941,1943}", "[1941,1943]"),
    ("messydates", "-0044-03-15", "-0044-03-15"), ("dmy", "3/4/1941", "1941-04-03"),
    ("mdy", "3/4/1941", "1941-03-04"), ("ymd", "1941/4/3", "1941-04-03"), ("ymd", "194104", "1941-04"),
    ("dmy", "03041941", "1941-04-03"), ("decimal", "1904.5", "1904-07-02"), ("year", "1941.0", "1941"),
  ])
  func stylesReadTheirDates(style: String, text: String, meaning: String) throws {
    let style = try #require(TableDateStyle(rawValue: style))
    guard case .date(let date) = style.read(text) else {
      Issue.record("'\(text)' is no date of the style \(style)")
      return
    }
    #expect(date.edtf == meaning)
  }

  @Test(arguments: [
    ("lenient", "3/4/1941", TableOddity.Kind.unclearDate), ("edtf", "13.4.1941", .unreadableDate),
    ("lenient", "1976-06-31", .impossibleDate), ("dmy", "31.6.1976", .impossibleDate),
    ("messydates", "9999-999999", .unreadableDate), ("messydates", "1999-XX-XX-", .unreadableDate),
    ("lenient", "2899-01-01", .absurdDate), ("year", "soon", .unreadableDate),
    ("messydates", "9999-12-31", .absurdDate),
  ])
  func datesThatAreNoneAreToldByClassAndReadAsMissing(style: String, text: String, kind: TableOddity.Kind)
    throws
  {
    let document = try parties("A,T,\(text),1900,\n", "\n  dates: \(style)")
    #expect(facts(document.graph) == ["A party T 1900/.."])
    let oddity = try #require(document.oddities.all.first)
    #expect(document.oddities.all.count == 1)
    #expect(oddity.kind == kind)
    #expect(oddity.place == Diagnostic.Place(line: 2, column: 5))
    #expect((oddity.file, oddity.column, oddity.found) == ("p.csv", "signed", text))
  }

  // MARK: Rows that repeat and contradict

  @Test func rowsThatSayTheSameCountOnce() throws {
    let document = try parties("A,T,1900,1900,\nB,T,1900,,\nA,T,1900,1900,\n")
    #expect(document.graph.statements.count == 2)
    #expect(document.oddities.counts == [.duplicateRow: 1])
    #expect(
      document.warnings.map(\.description) == [
        "p.csv:4:1: warning: this row says what line 2 says; it counts once."
      ])
  }

  @Test func rowsThatCompleteEachOtherAreOneMembership() throws {
    let document = try parties("A,T,1900-05-01,,\nA,T,,1901,1905\n")
    #expect(facts(document.graph) == ["A party T 1901/1905", "T signature 1900-05-01 by A"])
    #expect(document.oddities.isEmpty)
  }

  @Test func spansThatLieApartAreTwoMemberships() throws {
    let document = try parties("A,T,,1900,1905\nA,T,,1910,1915\n")
    #expect(facts(document.graph) == ["A party T 1900/1905", "A party T 1910/1915"])
    #expect(document.oddities.isEmpty)
  }

  @Test func contradictoryRowsGoByTheMapping() throws {
    let rows = "A,T,1902,1903,\nA,T,1901,1903,\n"
    let earliest = try parties(rows)
    #expect(facts(earliest.graph) == ["A party T 1903/..", "T signature 1901 by A"])
    #expect(
      earliest.warnings.map(\.description) == [
        "p.csv:3:5: warning: found '1901', where line 2 has '1902' for the same; the earliest is taken."
      ])
    let readings = try parties(rows, "\n  contradictions: readings")
    #expect(
      facts(readings.graph) == [
        "A party T 1903/..", "T signature 1901 by A [second-row]", "T signature 1902 by A [first-row]",
      ])
    #expect(readings.graph.defaultReading == "first-row")
    #expect(throws: InputDiagnostics.self) { try parties(rows, "\n  contradictions: error") }
  }

  @Test func spansThatContradictHoldInReadingsOfTheirOwn() throws {
    let document = try parties("A,T,1899,1900,1910\nA,T,1899,1901,1910\n", "\n  contradictions: readings")
    #expect(
      facts(document.graph) == [
        "A party T 1900/1910 [first-row]", "A party T 1901/1910 [second-row]", "T signature 1899 by A",
      ])
  }

  @Test func secondNamesOfAnIDAreTold() throws {
    let document = try readTables(
      "tables: { file: a.csv, agreements: { id: id, name: name, signed: signed } }",
      ["a.csv": "id,name,signed\nT,Peace,1900\nT,Trade,1950\nU,Other,1900\n"])
    #expect(facts(document.graph) == ["T signature 1900", "U signature 1900"])
    #expect(document.oddities.all.map(\.kind) == [.duplicateID])
    #expect(document.oddities.all.map(\.place) == [Diagnostic.Place(line: 3, column: 1)])
  }

  // MARK: What does not fit

  @Test func unknownIDsGoByTheMapping() throws {
    let tables = ["a.csv": "id\nVersailles\n", "p.csv": "state,treaty\nA,Versailles\nB,Versaille\n"]
    func read(_ choice: String) throws -> GraphFile.Document {
      try readTables(
        """
        tables:
          - { file: a.csv, agreements: { id: id } }
          - { file: p.csv, unknown: \(choice), memberships: { actor: state, agreement: treaty } }
        """, tables)
    }
    let kept = try read("keep")
    #expect(kept.graph.entities(.agreement).map(\.id) == ["Versailles", "Versaille"])
    #expect(
      kept.warnings.map(\.description) == [
        "p.csv:3:3: warning: 'Versaille' is not an agreement of a table or of the graph file; one is made of that name. Did you mean 'Versailles'?"
      ])
    let rest = try read("leave-out")
    #expect(facts(rest.graph) == ["A party Versailles -"])
    #expect(rest.graph.entities.map(\.id) == ["Versailles", "A"])
    #expect(throws: InputDiagnostics.self) { try read("error") }
  }

  @Test func membersBeforeTheBeginningAreTold() throws {
    let document = try readTables(
      """
      tables:
        - { file: a.csv, agreements: { id: id, signed: signed } }
        - { file: p.csv, memberships: { actor: state, agreement: treaty, from: from, until: until } }
      """,
      [
        "a.csv": "id,signed\nT,1900-06\n",
        "p.csv": "state,treaty,from,until\nA,T,1900,\nB,T,1900-05-31,\nC,T,1901,1899\n",
      ])
    #expect(
      document.oddities.all.map { "\($0.kind.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" } == [
        "member-before-beginning 3:5", "end-before-beginning 4:10",
      ])
    #expect(facts(document.graph).contains("C party T 1901/.."))
  }

  @Test func rowsOfOtherWidthsAndWithoutIDsAreTold() throws {
    let document = try parties("A,T\n,T,1900,,\nB,T,,,,x\n")
    #expect(document.oddities.counts == [.shortRow: 1, .missingID: 1, .longRow: 1])
    #expect(facts(document.graph) == ["A party T -", "B party T -"])
  }

  @Test func firstFewOfEachClassAreShownAndAllReported() throws {
    let document = try parties((1...5).map { "A\($0),T,\"no, date\",,\n" }.joined())
    #expect(document.warnings.count == 4)
    #expect(
      document.warnings.last?.message
        == "there are 2 more of the class 'unreadable-date': 5 in all. --report FILE writes them all.")
    let report = String(decoding: document.oddities.report, as: UTF8.self).split(separator: "\n")
    #expect(report.count == 6)
    #expect(report[0] == "class,file,line,column,name,found,message")
    #expect(report[5].hasPrefix("unreadable-date,p.csv,6,6,signed,\"no, date\","))
  }

  @Test func strictInputRefusesWhatIsOdd() throws {
    let table = ["p.csv": "state,treaty,signed,from,until\nA,T,soon,,\n"]
    #expect(throws: InputDiagnostics.self) { try readTables(Self.parties, table, isStrict: true) }
    let fine = ["p.csv": "state,treaty,signed,from,until\nA,T,1900,,\n"]
    #expect(try readTables(Self.parties, fine, isStrict: true).graph.statements.count == 1)
  }

  // MARK: The mapping itself

  @Test func mistakesOfAMappingAreToldWithPlaceAndNearestName() throws {
    func messages(_ mapping: String) -> [String] {
      do {
        _ = try readTables(mapping, ["p.csv": "state,treaty,signed\nA,T,1900\n"])
        return []
      } catch let error as InputDiagnostics {
        return error.diagnostics.map(\.description)
      } catch { return ["\(error)"] }
    }
    #expect(
      messages("tables: { file: p.csv, membership: { actor: state } }") == [
        "g.yaml:3:9: error: nothing is made of this table; expected one of actors, territories, agreements, events, memberships, links, acts, sources.",
        "g.yaml:3:24: error: 'membership' is not a key of a table. Did you mean 'memberships'?",
      ])
    #expect(
      messages("tables: { file: p.csv, memberships: { actor: stat, agreement: treaty, signd: signed } }") == [
        "g.yaml:3:71: error: 'signd' is not a key of a membership of a table. Did you mean 'signed'?"
      ])
    #expect(
      messages("tables: { file: p.csv, memberships: { actor: stat, agreement: treaty } }") == [
        "g.yaml:3:46: error: 'stat' is not a column of p.csv. Did you mean 'state'?"
      ])
    #expect(
      messages("tables: { file: q.csv, memberships: { actor: state, agreement: treaty } }") == [
        "g.yaml:3:17: error: there is no file 'q.csv' beside the graph file; expected a table. Did you mean 'p.csv'?"
      ])
    #expect(
      messages("tables: { file: p.csv, dates: lenent, memberships: { actor: state } }").map { $0.prefix(40) }
        == [
          "g.yaml:3:31: error: found 'lenent'; expe", "g.yaml:3:52: error: a membership of a ta",
        ])
  }

  // MARK: Files

  @Test func filesBesideTheGraphFileArePackedAndOfOtherEncodings() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "state;treaty\nÖsterreich;T\n"
    let latin = Array(text.unicodeScalars.map { UInt8($0.value) })
    try Data(Gzip.packed(latin)).write(to: folder.appending(path: "p.csv.gz"))
    try Data(
      "entente: 1\ntitle: T\ntables: { file: p.csv.gz, memberships: { actor: state, agreement: treaty } }\n"
        .utf8
    ).write(to: folder.appending(path: "g.yaml"))
    let path = folder.appending(path: "g.yaml").path
    let document = try GraphReading.readDocument(contentsOf: path)
    #expect(document.graph.entities(.actor).map { $0.name.text(in: "en") } == ["Österreich"])
    #expect(document.oddities.counts == [.encoding: 1])
    #expect(throws: InputDiagnostics.self) {
      try GraphReading.readDocument(contentsOf: path, GraphReading.Options([.strict]))
    }
  }
}
