import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// TEI of others: samples after the Guidelines, the Correspondence Metadata Interchange Format, corpora of plays and letters.
@Suite struct TEIReaderTests {
  static func read(_ text: String, named name: String = "t.xml", isStrict: Bool = false) throws -> (
    graph: DiplomaticGraph, warnings: [String]
  ) {
    try read([(name, text)], isStrict: isStrict)
  }

  static func read(_ files: [(String, String)], isStrict: Bool = false) throws -> (
    graph: DiplomaticGraph, warnings: [String]
  ) {
    let document = try TEIReader.read(
      files.map { ($0.0, Data($0.1.utf8)) }, named: "t", isStrict: isStrict)
    return (document.graph, document.warnings.map(\.description))
  }

  private static func tei(_ header: String = "", standOff: String) -> String {
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"en\"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
      + "</fileDesc>\(header)</teiHeader><standOff>\(standOff)</standOff></TEI>"
  }

  private func links(_ graph: DiplomaticGraph) -> [String] {
    graph.statements.map { statement in
      let way = statement.isDirected.map { $0 ? " >" : " <>" } ?? ""
      return "\(statement.subject) \(statement.role) \(statement.object)"
        + (statement.when.map { " \($0.edtf)" } ?? "") + way
    }
  }

  private func attributes(_ entity: Entity?) -> [String] {
    (entity?.attributes ?? []).map { "\($0.name)=\($0.value)" }
  }

  // MARK: People

  /// After the chapter on names of the Guidelines.
  @Test func aPersonWithAllThatTheGuidelinesSay() throws {
    let (graph, warnings) = try Self.read(
      Self.tei(
        standOff: """
          <listPerson>
            <person xml:id="bismarck" sex="1" role="chancellor" cert="high">
              <persName xml:lang="de" type="preferred">
                <forename>Otto</forename> <nameLink>von</nameLink> <surname>Bismarck</surname>
              </persName>
              <persName xml:lang="fr"><surname>Bismarck</surname><forename>Othon</forename></persName>
              <persName type="nickname">The Iron Chancellor</persName>
              <birth when="1815-04-01"><placeName ref="#schoenhausen">Schönhausen</placeName></birth>
              <death notBefore="1898-07-30" notAfter="1898-07-31">Friedrichsruh</death>
              <occupation from="1862" to="1890">Minister President</occupation>
              <occupation>diplomat</occupation>
              <residence from="1862-09" to="1890-03"><placeName key="berlin">Berlin</placeName></residence>
              <affiliation from="1851" to="1858" cert="medium"><roleName>Envoy</roleName> at the <orgName ref="#diet">Federal Diet</orgName></affiliation>
              <affiliation when="1849">Prussian Landtag</affiliation>
              <state type="rank" when="1871"><desc>Prince</desc></state>
              <idno type="GND">11851136X</idno><idno type="URI">https://www.wikidata.org/wiki/Q8442</idno>
              <note>A <hi>statesman</hi>.</note>
            </person>
          </listPerson>
          <listOrg><org xml:id="diet" type="assembly"><orgName>Federal <choice><abbr>Conv.</abbr><expan>Convention</expan></choice></orgName></org></listOrg>
          <listPlace><place xml:id="schoenhausen"><placeName>Schönhausen</placeName><location><geo>52.58 12.04</geo></location></place></listPlace>
          """))
    let person = try #require(graph["bismarck" as EntityID])
    #expect(person.kind == .person && person.attestation.certainty == .high)
    #expect(
      person.name.wordings.map { "\($0.language) \($0.text)" } == [
        "de Otto von Bismarck", "fr Bismarck, Othon",
      ])
    #expect(person.when?.edtf == "1815-04-01/[1898-07-30..1898-07-31]")
    #expect(
      person.identifiers == [
        ExternalIdentifier(register: "gnd", value: "11851136X"),
        ExternalIdentifier(register: "wikidata", value: "Q8442"),
      ])
    #expect(person.attestation.note == "A statesman.")
    #expect(
      attributes(person) == [
        "occupation=Minister President (1862/1890); diplomat", "other_names=The Iron Chancellor (nickname)",
        "rank=Prince (1871)", "role=chancellor", "sex=1",
      ])
    #expect(graph["diet" as EntityID]?.name.text(in: "en") == "Federal Convention")
    #expect(attributes(graph["schoenhausen" as EntityID]) == ["latitude=52.58", "longitude=12.04"])
    #expect(
      links(graph) == [
        "bismarck born-in schoenhausen 1815-04-01", "bismarck resides-in berlin 1862-09/1890-03",
        "bismarck member-of diet 1851/1858", "bismarck member-of prussian-landtag 1849",
      ])
    #expect(graph.statements[2].office?.text(in: "en") == "Envoy")
    #expect(graph.statements[2].attestation.certainty == .medium)
    #expect(warnings.isEmpty, "\(warnings)")
  }

  @Test func relationsJoinAllThatTheyName() throws {
    let (graph, warnings) = try Self.read(
      Self.tei(
        standOff: """
          <listPerson><person xml:id="a"><persName>A</persName></person><person xml:id="b"><persName>B</persName></person>
            <person xml:id="c"><persName>C</persName></person>
            <personGrp xml:id="court" size="12"><persName>The court</persName></personGrp></listPerson>
          <listRelation>
            <relation xml:id="r1" name="parent" active="#a #b" passive="#c" from="1820" cert="low"/>
            <relation name="siblings" mutual="#a #b #c"/>
            <relation type="personal" name="spouse" mutual="#a #b" from="1810-05-01" to="1840"><desc>Happily.</desc></relation>
            <relation ref="http://example.org/rel#employs" active="#court" passive="#a"/>
            <relation name="represents" active="#a" passive="#court"/>
            <relation name="alone" active="#a"/>
          </listRelation>
          """))
    #expect(
      links(graph) == [
        "a parent c 1820/.. >", "b parent c 1820/.. >", "a siblings b <>", "a siblings c <>",
        "b siblings c <>",
        "a spouse b 1810-05-01/1840 <>", "court employs a >", "a represents court",
      ])
    #expect(graph.statements.map(\.id.rawValue).prefix(2) == ["r1.1", "r1.2"])
    #expect(graph.statements[0].attestation.certainty == .low)
    #expect(graph.statements[5].attestation.note == "Happily.")
    #expect(graph.statements[5].attributes == [Attribute("type", .text("personal"))])
    #expect(graph.entities.map(\.kind.name) == ["person", "person", "person", "group"])
    #expect(warnings.count == 1, "\(warnings)")
    #expect(
      warnings[0].hasSuffix(
        "warning: a relation needs '@active' and '@passive', or '@mutual' with several pointers. It is left out."
      ))
    #expect(graph.hasDirectedLinks)
  }

  /// As the corpora of plays have them, in the header.
  @Test func thePersonsOfAPlay() throws {
    let (graph, _) = try Self.read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <?xml-model href="https://dracor.org/schema.rng" type="application/xml"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ger000001" xml:lang="ger">
        <teiHeader><fileDesc><titleStmt><title type="main">Emilia</title><title type="sub">Ein Trauerspiel</title>
          <author>Lessing</author></titleStmt></fileDesc>
          <profileDesc><particDesc><listPerson>
            <person xml:id="emilia" sex="FEMALE"><persName>Emilia Galotti</persName></person>
            <person xml:id="odoardo" sex="MALE"><persName>Odoardo</persName></person>
            <personGrp xml:id="volk" sex="UNKNOWN"><name>Volk</name></personGrp>
            <listRelation><relation name="parent_of" active="#odoardo" passive="#emilia"/></listRelation>
          </listPerson></particDesc></profileDesc></teiHeader>
        <text><body><sp who="#emilia"><p><persName ref="#odoardo">Vater</persName></p></sp></body></text>
      </TEI>
      """)
    #expect(graph.title.text(in: "de") == "Emilia" && graph.authors == ["Lessing"])
    #expect(graph.entities.map { $0.name.text(in: "de") } == ["Emilia Galotti", "Odoardo", "Volk"])
    #expect(links(graph) == ["odoardo parent_of emilia >"])
  }

  // MARK: Letters

  /// After the examples of the Correspondence Metadata Interchange Format.
  @Test func lettersLeadFromSenderToRecipient() throws {
    let (graph, warnings) = try Self.read(
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
        <fileDesc><titleStmt><title>Letters</title><editor>E<email>e@example.org</email></editor></titleStmt>
          <publicationStmt><date when="2018"/></publicationStmt>
          <sourceDesc><bibl type="print" xml:id="ed">Correspondence. Ed. by X. Vienna 1980.</bibl></sourceDesc></fileDesc>
        <profileDesc>
          <correspDesc source="#ed" key="17" ref="https://example.org/17">
            <correspAction type="sent"><persName ref="http://d-nb.info/gnd/118609807">Schnitzler, Arthur</persName>
              <placeName ref="http://sws.geonames.org/2761333">[Wien]</placeName><date when="1915-12-09"/></correspAction>
            <correspAction type="received"><persName ref="https://d-nb.info/gnd/118514326/">Brandes, Georg</persName></correspAction>
          </correspDesc>
          <correspDesc key="18">
            <correspAction type="sent"><persName ref="http://d-nb.info/gnd/118514326">Brandes, Georg</persName>
              <date notBefore="1916-01-01" notAfter="1916-01-31"/></correspAction>
            <correspAction type="received"><persName>Schnitzler, Arthur</persName><persName>Schnitzler, Olga</persName>
              <placeName ref="http://sws.geonames.org/">Wien</placeName><date when="1916-02-02"/></correspAction>
          </correspDesc>
          <correspDesc><correspAction type="sent"><persName>Nobody</persName></correspAction></correspDesc>
        </profileDesc></teiHeader></TEI>
      """)
    #expect(
      links(graph) == [
        "schnitzler-arthur writes-to brandes-georg 1915-12-09 >",
        "schnitzler-arthur stays-at wien 1915-12-09",
        "brandes-georg writes-to schnitzler-arthur [1916-01-01..1916-01-31] >",
        "brandes-georg writes-to schnitzler-olga [1916-01-01..1916-01-31] >",
        "schnitzler-arthur stays-at wien 1916-02-02", "schnitzler-olga stays-at wien 1916-02-02",
      ])
    #expect(graph.statements[0].attestation.citations == [Citation(source: "ed")])
    #expect(
      graph.statements[2].attributes.map { "\($0.name)=\($0.value)" } == [
        "letter=18", "received=1916-02-02", "received_at=Wien",
      ])
    #expect(
      graph["schnitzler-arthur" as EntityID]?.identifiers
        == [ExternalIdentifier(register: "gnd", value: "118609807")])
    #expect(graph["wien" as EntityID]?.name.text(in: "en") == "Wien")
    #expect(warnings.count == 1, "\(warnings)")
    #expect(
      warnings[0].hasSuffix(
        "warning: 1 letter names nobody who sent it, or nobody who received it. It is left out."))
  }

  // MARK: Places, organisations, events

  @Test func whatStandsInsideOfSomethingBelongsToIt() throws {
    let (graph, _) = try Self.read(
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><back>
        <listPlace>
          <place xml:id="at" type="country"><placeName>Austria</placeName>
            <place xml:id="vie"><placeName><settlement>Vienna</settlement></placeName>
              <location><geo decls="#wgs">48,20 16,37</geo></location>
              <listPlace><place xml:id="hofburg" type="palace"><placeName>Hofburg</placeName></place></listPlace>
            </place></place>
        </listPlace>
        <listOrg>
          <org xml:id="embassy" role="mission"><orgName>British Embassy</orgName>
            <listPerson><person xml:id="stewart"><persName>Lord Stewart</persName></person></listPerson></org>
        </listOrg>
        <listEvent>
          <event xml:id="congress" type="conference" from="1814-09-18" to="1815-06-09" where="#vie">
            <head>Congress of Vienna</head>
            <p>Led by <persName ref="#metternich" role="chair">Metternich</persName>, seen by <persName>many</persName>.</p>
            <listEvent><event xml:id="act" when="1815-06-09"><label>Final Act</label></event></listEvent>
          </event>
        </listEvent>
        <listPerson><person xml:id="metternich"><persName>Metternich</persName>
          <event when="1773-05-15" type="christening"><label>Christened</label></event></person></listPerson>
      </back></text></TEI>
      """)
    #expect(
      graph.entities.map { "\($0.id) \($0.category) \($0.kind)" } == [
        "at territory country", "vie territory city", "hofburg territory palace",
        "embassy actor organization",
        "stewart actor person", "congress event conference", "act event event", "metternich actor person",
        "christened event christening",
      ])
    #expect(
      links(graph) == [
        "hofburg part-of vie", "vie part-of at", "stewart member-of embassy", "act part-of congress",
        "congress place vie", "metternich chair congress", "metternich participant christened",
      ])
    #expect(graph["congress" as EntityID]?.when?.edtf == "1814-09-18/1815-06-09")
    #expect(attributes(graph["vie" as EntityID]) == ["latitude=48.2", "longitude=16.37"])
  }

  /// As newer versions have events: with a name, and those who took part inside.
  @Test func newerEventsHoldTheirParticipants() throws {
    let (graph, _) = try Self.read(
      """
      <listEvent xmlns="http://www.tei-c.org/ns/1.0">
        <event xml:id="e" type="battle" when-iso="18051202"><eventName xml:lang="fr">Austerlitz</eventName>
          <desc>It was won.</desc>
          <listPerson><person xml:id="n"><persName>Napoléon</persName></person></listPerson>
          <listRelation><relation name="commands" active="#n" passive="#army"/></listRelation></event>
      </listEvent>
      """)
    #expect(graph["e" as EntityID]?.when?.edtf == "1805-12-02")
    #expect(graph["e" as EntityID]?.attestation.note == "It was won.")
    #expect(links(graph) == ["n participant e", "n commands army"])
  }

  @Test func aCorpusIsReadWhole() throws {
    func text(_ id: String) -> String {
      """
      <TEI xml:id="\(id)"><teiHeader><fileDesc><titleStmt><title>\(id)</title></titleStmt></fileDesc><profileDesc>
        <correspDesc><correspAction type="sent"><persName ref="#a"/><date when="1800-01-0\(id)"/></correspAction>
        <correspAction type="received"><persName ref="#b">Bb</persName></correspAction></correspDesc></profileDesc></teiHeader></TEI>
      """
    }
    let (graph, warnings) = try Self.read(
      """
      <teiCorpus><teiHeader><fileDesc><titleStmt><title>Corpus</title></titleStmt></fileDesc><profileDesc><particDesc>
        <listPerson><person xml:id="a"><persName>A</persName></person></listPerson></particDesc></profileDesc></teiHeader>
      \(text("1"))\(text("2"))</teiCorpus>
      """)
    #expect(graph.title.text(in: "en") == "Corpus")
    #expect(links(graph) == ["a writes-to b 1800-01-01 >", "a writes-to b 1800-01-02 >"])
    #expect(graph.statements.map { $0.attributes[0].value.description } == ["1", "2"])
    #expect(graph["b" as EntityID]?.name.text(in: "en") == "Bb")
    #expect(
      warnings.count == 1 && warnings[0].contains("2 pointers lead")
        || warnings[0].contains("1 pointer leads"))
  }

  // MARK: Several files

  @Test func pointersLeadFromFileToFile() throws {
    let persons = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listPerson>
        <person xml:id="p1"><persName>One</persName></person><person xml:id="p2"><persName>Two</persName>
          <idno type="gnd">123</idno></person>
        <person xml:id="p3"><persName>Three</persName></person></listPerson></body></text></TEI>
      """
    let letter = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
        <fileDesc><titleStmt><title>L</title></titleStmt></fileDesc>
        <encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="^(.+)$" replacementPattern="../register/persons.xml#$1"/></listPrefixDef></encodingDesc>
        <profileDesc>
          <correspDesc><correspAction type="sent"><persName ref="persons.xml#p1">1</persName><date when="1801"/></correspAction>
            <correspAction type="received"><persName ref="psn:p2">2</persName></correspAction></correspDesc>
          <correspDesc><correspAction type="sent"><persName key="p3">3</persName><date when="1802"/></correspAction>
            <correspAction type="received"><persName ref="https://d-nb.info/gnd/123">2</persName></correspAction></correspDesc>
          <correspDesc><correspAction type="sent"><persName ref="#p1">1</persName><date when="1803"/></correspAction>
            <correspAction type="received"><persName>Three</persName></correspAction></correspDesc>
        </profileDesc></teiHeader></TEI>
      """
    for files in [
      [("x/letters/l1.xml", letter), ("x/register/persons.xml", persons)],
      [("x/register/persons.xml", persons), ("x/zetters/l1.xml", letter)],
    ] {
      let (graph, warnings) = try Self.read(files)
      #expect(graph.entities.map(\.id.rawValue) == ["p1", "p2", "p3"])
      #expect(links(graph) == ["p1 writes-to p2 1801 >", "p3 writes-to p2 1802 >", "p1 writes-to p3 1803 >"])
      #expect(warnings.isEmpty, "\(warnings)")
    }
  }

  @Test func oneIDInTwoFilesIsTheSameOnlyWhereTheNameIs() throws {
    func file(_ name: String) -> String {
      "<TEI><teiHeader/><standOff><listPerson><person xml:id=\"p1\"><persName>\(name)</persName></person><person xml:id=\"me\">"
        + "<persName>Me</persName></person></listPerson><listRelation><relation name=\"knows\" active=\"#p1\" passive=\"#me\"/>"
        + "</listRelation></standOff></TEI>"
    }
    let (graph, warnings) = try Self.read([("a.xml", file("Ann")), ("b.xml", file("Ben"))])
    #expect(graph.entities.map(\.id.rawValue) == ["p1", "me", "b.p1"])
    #expect(links(graph) == ["p1 knows me >", "b.p1 knows me >"])
    #expect(warnings.count == 1, "\(warnings)")
    #expect(
      warnings[0].hasPrefix("b.xml:1:")
        && warnings[0].hasSuffix(
          "warning: another file has the xml:id 'p1' for something else; this one is called 'b.p1'.")
    )
  }

  @Test func aFolderIsReadWhole() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let inner = folder.appending(path: "letters")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    let person = "<listPerson><person xml:id=\"é\"><persName>E</persName></person></listPerson>"
    try Data(person.utf8).write(to: folder.appending(path: "people.xml"))
    try Data(
      "<TEI><standOff><listRelation><relation name=\"r\" active=\"#é\" passive=\"people.xml#é\"/></listRelation></standOff></TEI>"
        .utf8
    )
    .write(to: inner.appending(path: "one.xml"))
    try Data("<html/>".utf8).write(to: folder.appending(path: "page.xml"))
    try Data("not read".utf8).write(to: folder.appending(path: "notes.txt"))
    try Data("<broken".utf8).write(to: folder.appending(path: ".hidden.xml"))
    let document = try GraphReading.readDocument(contentsOf: folder.path)
    #expect(document.graph.entities.map(\.id.rawValue) == ["é"] && document.graph.statements.count == 1)
    #expect(document.warnings.map(\.message) == ["this file holds no TEI; it is left out."])
    let empty = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: empty) }
    let refusal = #expect(throws: FileError.self) { try GraphReading.read(contentsOf: empty.path) }
    #expect(refusal?.description.contains("a folder without TEI files") == true)
  }

  // MARK: What is told

  @Test(arguments: [
    (
      "<TEI.2><teiHeader/></TEI.2>",
      "error: found 'TEI.2', with which TEI P4 and older versions begin; expected 'TEI', as P5 has it. Convert the "
        + "file first, for instance with the stylesheets of the Text Encoding Initiative."
    ),
    (
      "<TEI><text><p><persName>In the text</persName></p></text></TEI>",
      "t.xml: error: found no person, organisation, place, event, relation or letter that is described; expected some. Names "
        + "in running text are not read."
    ),
    ("<book/>", "t.xml:1:8: error: found the element 'book' at the top; expected 'TEI', or a list of TEI."),
    ("<TEI><standOff></TEI>", "opening and ending tag mismatch: standOff line 1 and TEI"),
    ("<!DOCTYPE TEI [<!ENTITY a \"b\">]><TEI/>", "the document declares entities of its own"),
    ("", "t.xml:1:1: error"),
  ])
  func mistakesAreTold(text: String, message: String) throws {
    do {
      _ = try Self.read(text)
      Issue.record("\(text) was read")
    } catch let error as InputDiagnostics {
      #expect(error.description.contains(message), "\(error)")
    }
  }

  @Test func whatIsUnderstoodInPartIsTold() throws {
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><standOff>
        <xi:include href="more.xml"/>
        <listPerson><person xml:id="a"><persName>A</persName><birth when="some day">x</birth></person>
          <person xml:id="a"><persName>Again</persName></person>
          <person xml:id="c"><persName>C</persName><birth when="1900"/><death when="1850"/></person></listPerson>
        <listRelation><relation name="r" active="#a" passive="#nobody"/></listRelation></standOff></TEI>
      """
    let (graph, warnings) = try Self.read(text)
    #expect(graph.entities.map(\.id.rawValue) == ["a", "a.2", "c", "nobody"])
    #expect(
      warnings.map { String($0.drop { $0 != " " }) } == [
        " warning: the file takes in 'more.xml', which is not followed; give the folder with both files instead.",
        " warning: two elements have the xml:id 'a'; pointers lead to the first.",
        " warning: 'c' is born 1900 and dies 1850; neither is taken for its existence.",
        " warning: 1 date is not understood; the first is 'some day'. It is left out.",
        " warning: 1 pointer leads to nothing that is described; the first is '#nobody'. What they name is taken for an "
          + "actor or place of that name.",
      ])
    let strict = #expect(throws: InputDiagnostics.self) { try Self.read(text, isStrict: true) }
    #expect(strict?.description.contains("1 date is not understood") == true, "\(String(describing: strict))")
  }
}
