import Chronology
import Testing

@testable import DiplomacyFormats

/// The attributes by which TEI says when something was.
@Suite struct TEIReadDatesTests {
  private func date(
    _ attributes: [String: String], text: String? = nil, name: String = "date"
  ) -> TEIDates.Found {
    let node = TEINode(name: name, attributes: attributes, place: Diagnostic.Place(line: 1, column: 1))
    let lady = CalendarYearStart("03-25") ?? .january
    return TEIDates.date(
      of: node, text: text, calendars: ["cal1": .julian, "lady": DateStyle(.julian, yearStart: lady)])
  }

  @Test(arguments: [
    (["when": "1941-04-13"], "1941-04-13"),
    (["when": "1941"], "1941"),
    (["when": "1941-04"], "1941-04"),
    (["when": " 1941-04-13 "], "1941-04-13"),
    (["when": "1941-04-13Z"], "1941-04-13"),
    (["when": "1941-04-13+02:00"], "1941-04-13"),
    (["when": "1941-04-13T14:50:00+03:00"], "1941-04-13T14:50:00+03:00"),
    (["when": "1810-00-00"], "1810"),
    (["when": "1810-05-00"], "1810-05"),
    // XML Schema has no year 0; the ISO attributes have.
    (["when": "-0044-03-15"], "-0043-03-15"),
    (["when-iso": "-0043-03-15"], "-0043-03-15"),
    (["when-iso": "0000"], "0000"),
    (["when": "17000"], "Y17000"),
    (["when-iso": "19410413"], "1941-04-13"),
    (["when-iso": "1941-04-13/1941-04-25"], "1941-04-13/1941-04-25"),
    (["when-iso": "1941-04-13/P5Y"], "1941-04-13/1946-04-12"),
    (["from": "1941", "to": "1945"], "1941/1945"),
    (["from": "1941"], "1941/.."),
    (["to": "1945-08"], "../1945-08"),
    (["from-iso": "1941", "to-custom": "8 August 1945"], "1941/1945-08-08"),
    (["notBefore": "1941", "notAfter": "1942"], "[1941..1942]"),
    (["notBefore": "1941-04"], "[1941-04..]"),
    (["notAfter": "1942"], "[..1942]"),
    (["notBefore": "1941", "notAfter": "1941"], "1941"),
    (["notBefore-iso": "-0001", "notAfter": "0002"], "[-0001..0002]"),
    (["from": "1941", "notAfter": "1945"], "1941/[1941..1945]"),
    (["notBefore": "1940", "to": "1945"], "[1940..1945]/1945"),
    // What is more exact goes first.
    (["when": "1941-04-13", "from": "1940", "notAfter": "1950"], "1941-04-13"),
    (["when": "1941-04-13", "when-iso": "1941-04-14", "when-custom": "1941-04-15"], "1941-04-13"),
    (["when-custom": "c. 1941"], "1941~"),
    (["when-custom": "1887-06-06", "datingMethod": "#cal1"], "1887-06-18"),
    (["when-custom": "1640-03-24", "datingMethod": "#lady"], "1641-04-03"),
    (["when-custom": "6 June 1887", "datingMethod": "#julian"], "1887-06-18"),
    // The calendar of the text leaves the attributes Gregorian.
    (["when": "1887-06-18", "calendar": "#julian"], "1887-06-18"),
    // How long it went on.
    (["when": "1941-04-13", "dur": "P1M"], "1941-04-13/1941-05-12"),
    (["from": "1941-04-13", "dur-iso": "P1Y"], "1941-04-13/1942-04-12"),
    // Certainty and precision of a date.
    (["when": "1941", "cert": "low"], "1941?"),
    (["when": "1941", "precision": "medium"], "1941~"),
    (["when": "1941", "precision": "low", "cert": "low"], "1941%"),
    (["when": "1941", "cert": "high"], "1941"),
  ])
  func attributesAreRead(attributes: [String: String], edtf: String) {
    let found = date(attributes)
    #expect(found.date?.edtf == edtf && found.unread == nil, "\(attributes): \(found)")
  }

  @Test(arguments: [
    ("13 April 1941", [:], "1941-04-13"), ("13. April 1941", [:], "1941-04-13"), ("c. 1941", [:], "1941~"),
    ("1941/1945", [:], "1941/1945"), ("6 June 1887", ["calendar": "#julian"], "1887-06-18"),
    ("1887-06-06", ["calendar": "#cal1"], "1887-06-18"),
    ("6 June 1887", ["calendar": "#Gregorian"], "1887-06-06"),
  ])
  func theTextIsReadWhereNoAttributeSaysTheDate(text: String, attributes: [String: String], edtf: String) {
    #expect(date(attributes, text: text).date?.edtf == edtf, "\(text)")
    // Where one does, it is not.
    #expect(date(["when": "1900"], text: text).date?.edtf == "1900")
  }

  @Test(arguments: [
    ["when": "some day"], ["when": "--04-13"], ["when": "1941-13-01"], ["from": "1945", "to": "1941"],
    ["when": "-"], ["when": "99999999999999999999"], ["notBefore": "x", "notAfter": "y"],
    ["when-custom": "?"],
  ])
  func whatIsNoDateIsSaid(attributes: [String: String]) {
    let found = date(attributes)
    #expect(found.date == nil && found.unread != nil, "\(attributes): \(found)")
  }

  @Test func withoutAnyThereIsNone() {
    #expect(date([:]).date == nil && date([:]).unread == nil)
    #expect(date(["when": ""], text: "").date == nil)
  }
}
