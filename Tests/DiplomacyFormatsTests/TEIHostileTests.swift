import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Input that is broken, or made to break: a message or a graph, never a crash.
@Suite struct TEIHostileTests {
  private func read(_ bytes: Data) -> String? {
    do throws(InputDiagnostics) {
      let document = try TEIReader.read([("t.xml", bytes)], named: "t.xml", isStrict: false)
      // What is read can be looked at and written.
      let view = GraphView(document.graph)
      _ = view.entities.map { view.presence(of: $0.entity) }
      _ = view.statements.map { view.spans(of: $0.statement) }
      do { _ = try tei(view) } catch { Issue.record("\(error)") }
      return nil
    } catch {
      for diagnostic in error.diagnostics {
        if let place = diagnostic.place { #expect(place.line > 0 && place.column > 0, "\(diagnostic)") }
      }
      return error.description
    }
  }

  private static let foreign = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc><correspAction type="sent"><persName
     ref="#a"/><date when="1800-01-01" cert="low"/></correspAction><correspAction type="received"><persName>B</persName>
    </correspAction></correspDesc></profileDesc></teiHeader><standOff><listPerson><person xml:id="a"><persName><surname>A
    </surname><forename>B</forename></persName><birth when="1770"/><affiliation from="1790" ref="#o">O</affiliation></person>
    </listPerson><listRelation><relation name="r" mutual="#a #o"/></listRelation></standOff></TEI>
    """

  @Test func filesThatEndEarlyAreRefused() throws {
    let bytes = Array(Self.foreign.utf8)
    #expect(read(Data(bytes)) == nil)
    for count in 0..<bytes.count {
      #expect(read(Data(bytes.prefix(count))) != nil, "\(count) bytes were read")
    }
  }

  @Test func ourOwnFilesThatEndEarlyAreRefused() throws {
    let bytes = try tei(GraphView(GraphFile.read(SampleGraph.secrets.text, named: "s"))).bytes
    for count in stride(from: 0, to: bytes.count - 8, by: 97) {
      #expect(read(Data(bytes.prefix(count))) != nil, "\(count) bytes were read")
    }
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(40, thorough: 4000)))
  func bytesChangedByChanceDoNoHarm(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let ours = try tei(GraphView(WildGraph.graph(seed: seed % 7))).bytes
    for var bytes in [Array(Self.foreign.utf8), ours] {
      for _ in 0..<(1 + Int(numbers.next() % 6)) {
        let place = Int(numbers.next() % UInt64(bytes.count))
        switch numbers.next() % 4 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(Array("<>\"'&#/= x".utf8)[Int(numbers.next() % 10)], at: place)
        default:
          // A piece of it stands somewhere else too.
          let piece = bytes[place..<min(place + Int(numbers.next() % 60), bytes.count)]
          bytes.insert(contentsOf: Array(piece), at: Int(numbers.next() % UInt64(bytes.count)))
        }
      }
      _ = read(Data(bytes))
    }
  }

  /// Every attribute and text of ours in the place of every other one.
  @Test(arguments: 0..<UInt64(Thoroughness.cases(40, thorough: 4000)))
  func valuesInWrongPlacesDoNoHarm(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let text = String(decoding: try tei(GraphView(WildGraph.graph(seed: seed))).bytes, as: UTF8.self)
    let values = text.matches(of: /"([^"]*)"/).map(\.output.1)
    guard values.count > 10 else { return }
    let changed = text.replacing(
      /(n|type|subtype|ref|active|passive|mutual|corresp|target|source|ana|when-custom|dur-iso)="([^"]*)"/
    ) {
      match in
      guard numbers.next() % 12 == 0 else { return String(match.output.0) }
      return "\(match.output.1)=\"\(values[Int(numbers.next() % UInt64(values.count))])\""
    }
    _ = read(Data(changed.utf8))
  }

  @Test func deepNestingIsRefused() {
    for element in ["place", "org", "event", "listPlace", "div"] {
      let text = "<TEI>" + String(repeating: "<\(element)>", count: 100_000)
      #expect(read(Data(text.utf8))?.contains("depth") == true, "\(element)")
    }
  }

  @Test func nothingIsFetchedOrExpanded() {
    let laughs = """
      <!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <TEI><standOff><listPerson><person xml:id="p"><persName>&b;</persName></person></listPerson></standOff></TEI>
      """
    #expect(read(Data(laughs.utf8))?.contains("declares entities") == true)
    let outside = """
      <!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei_all.dtd">
      <TEI><standOff><listPerson><person xml:id="p"><persName>P</persName></person></listPerson></standOff></TEI>
      """
    #expect(read(Data(outside.utf8)) == nil)
  }

  @Test func manyPointersAreRefusedAndPrivateSchemesEnd() throws {
    let pointers = (0..<200_000).map { "#p\($0)" }.joined(separator: " ")
    let (_, warnings) = try TEIReaderTests.read(
      "<TEI><standOff><listPerson><person xml:id=\"p\"/></listPerson><relation name=\"r\" mutual=\"\(pointers)\"/></standOff></TEI>"
    )
    #expect(warnings.count == 1 && warnings[0].contains("20,000,000,000 pairs"), "\(warnings)")
    let prefixes = """
      <TEI><teiHeader><encodingDesc><listPrefixDef><prefixDef ident="a" replacementPattern="a:$1$1$1"/>
      <prefixDef ident="b" matchPattern="(x+x+)+y" replacementPattern="a:$1"/></listPrefixDef></encodingDesc></teiHeader>
      <standOff><relation name="r" active="a:xyxyxy" passive="b:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"/></standOff></TEI>
      """
    #expect(try TEIReaderTests.read(prefixes).graph.statements.count == 1)
  }

  @Test(.timeLimit(.minutes(10))) func manyPeopleAreReadInLinearTime() throws {
    // The same name for all: names are not looked for one by one.
    let people = (0..<40_000).map { "<person xml:id=\"p\($0)\"><persName>Same</persName></person>" }.joined()
    let relations = (0..<40_000).map { "<relation name=\"r\" active=\"#p\($0)\" passive=\"#p0\"/>" }.joined()
    let text =
      "<TEI><standOff><listPerson>\(people)</listPerson><listRelation>\(relations)</listRelation></standOff></TEI>"
    let (graph, _) = try TEIReaderTests.read(text)
    #expect(graph.entities.count == 40_000 && graph.statements.count == 40_000)
  }
}
