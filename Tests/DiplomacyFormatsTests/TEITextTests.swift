import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// The text of a document, once.
@Suite struct TEITextTests {
  private static let graphFile = """
    entente: 1
    title: Small
    actors:
      rome: { name: { en: Rome, la: Roma }, exists: "-0508/.." }
      cato: { kind: person, name: Cato, exists: "-0233/-0148", identifiers: { wikidata: Q180081 } }
      carthage: { name: Carthage, exists: ../-0145 }
    agreements:
      peace:
        kind: treaty
        name: Peace
        parties: [rome, carthage]
        signed: { when: "-0200", by: [rome, carthage] }
        acts: [{ act: extension, when: "-0170", until: "-0150" }, { act: suspension, when: "-0160", by: rome, duration: P2Y }]
        reservations: [{ by: carthage, to: article 3, objections: [{ by: carthage, opposes-entry-into-force: true }] }]
        terms: { duration: P50Y }
    statements:
      - { subject: cato, role: hostile-to, object: carthage, when: "-0156/-0148~", certainty: high, note: He said so }
    """

  private static let standOff = """
      <standOff>
        <listPerson>
          <person xml:id="cato" n="2">
            <persName xml:lang="en">Cato</persName>
            <state type="existence" from-iso="-0233" to-iso="-0148" when-custom="-0233/-0148">
              <label>existed</label>
            </state>
            <idno type="wikidata">Q180081</idno>
          </person>
        </listPerson>
        <listOrg>
          <org xml:id="rome" n="1" type="state">
            <orgName xml:lang="en">Rome</orgName>
            <orgName xml:lang="la">Roma</orgName>
            <state type="existence" from-iso="-0508" when-custom="-0508/..">
              <label>existed</label>
            </state>
          </org>
          <org xml:id="carthage" n="3" type="state">
            <orgName xml:lang="en">Carthage</orgName>
            <state type="existence" to-iso="-0145" when-custom="../-0145">
              <label>existed</label>
            </state>
          </org>
        </listOrg>
        <listEvent>
          <event xml:id="peace" n="4" type="agreement" subtype="treaty" when-iso="-0200" when-custom="-0200">
            <label xml:lang="en">Peace</label>
            <desc type="participants"><orgName ref="#rome" role="party">Rome</orgName> (party), <orgName ref="#carthage" role="party">Carthage</orgName> (party)</desc>
            <event type="act" subtype="signature" when-iso="-0200" when-custom="-0200">
              <label>signature</label>
              <desc>By <orgName ref="#rome" role="agent">Rome</orgName>, <orgName ref="#carthage" role="agent">Carthage</orgName>.</desc>
            </event>
            <event type="act" subtype="extension" when-iso="-0170" when-custom="-0170">
              <label>extension</label>
              <desc>Until <date type="until" when-iso="-0150" when-custom="-0150">-0150</date>.</desc>
            </event>
            <event type="act" subtype="suspension" when-iso="-0160" when-custom="-0160">
              <label>suspension</label>
              <desc>By <orgName ref="#rome" role="agent">Rome</orgName>, for <date type="period" dur-iso="P2Y">P2Y</date>.</desc>
            </event>
            <event type="terms">
              <label>Terms: duration <term type="duration">P50Y</term></label>
            </event>
            <event type="reservation">
              <label>Reservation</label>
              <desc>By <orgName ref="#carthage" role="agent">Carthage</orgName> to <term type="clause">article 3</term>.</desc>
              <event type="objection" subtype="opposes-entry-into-force">
                <label>Objection</label>
                <desc>By <orgName ref="#carthage" role="agent">Carthage</orgName>, which is not bound to it.</desc>
              </event>
            </event>
          </event>
          <listRelation>
            <relation xml:id="party.rome.peace" name="party" active="#rome" passive="#peace"/>
            <relation xml:id="party.carthage.peace" name="party" active="#carthage" passive="#peace"/>
            <relation xml:id="hostile-to.cato.carthage" name="hostile-to" mutual="#cato #carthage" from-iso="-0156" to-iso="-0148" when-custom="-0156/-0148~" cert="high">
              <desc><desc type="note">He said so</desc>.</desc>
            </relation>
          </listRelation>
        </listEvent>
      </standOff>
    </TEI>
    """

  @Test func aSmallGraphIsWrittenSo() throws {
    let graph = try GraphFile.read(Self.graphFile, named: "small")
    let text = String(decoding: try tei(GraphView(graph)).bytes, as: UTF8.self)
    let start = try #require(text.range(of: "  <standOff>"))
    #expect(String(text[start.lowerBound...]).trimmingCharacters(in: .newlines) == Self.standOff)
  }

  /// What somebody has changed in a file of ours by hand.
  @Test(arguments: [
    ("passive=\"#peace\"", "passive=\"#peaces\"", "found a pointer to 'peaces', which is not in the file."),
    ("xml:id=\"rome\"", "xml:id=\"cato\"", "two elements have the xml:id 'cato'; the first is on line "),
    ("<org xml:id=\"rome\"", "<org", "the element 'org' has no 'xml:id'; expected one."),
    (" passive=\"#peace\"", "", "a relation names 1 ends; expected two. It is left out."),
    (
      "when-custom=\"-0170\"", "when-custom=\"170 BC?!\"",
      "found the date '170 BC?!'; expected one in EDTF. It is left out."
    ),
    (
      "type=\"reservation\"", "type=\"reserve\"",
      "an agreement has a part of the type 'reserve', which is not known here. It is left out."
    ),
  ])
  func mistakesInFilesOfOursAreTold(found: String, instead: String, message: String) throws {
    let graph = try GraphFile.read(Self.graphFile, named: "small")
    let text = String(decoding: try tei(GraphView(graph)).bytes, as: UTF8.self)
    #expect(text.contains(found))
    let changed = Data(text.replacing(found, with: instead).utf8)
    var messages: [String] = []
    do throws(InputDiagnostics) {
      messages = try TEIReader.read([("t", changed)], named: "t", isStrict: false).warnings.map(\.message)
    } catch {
      messages = error.diagnostics.map(\.message)
    }
    #expect(messages.contains { $0.hasPrefix(message) }, "\(messages)")
  }
}
