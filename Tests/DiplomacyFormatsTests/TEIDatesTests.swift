import Chronology
import TestSupport
import Testing

@testable import DiplomacyFormats

@Suite struct TEIDatesTests {
  @Test(arguments: [
    // Days, months and years as they are written.
    ("1941-04-13", ["when": "1941-04-13"]),
    ("1941-04", ["when": "1941-04"]),
    ("1941", ["when": "1941"]),
    ("1941-04-13?", ["when": "1941-04-13"]),
    ("1941-04~", ["when": "1941-04"]),
    ("1941%", ["when": "1941"]),
    // Times, where XML Schema knows the offset.
    ("1941-04-13T14:50:00", ["when": "1941-04-13T14:50:00"]),
    ("1941-04-13T14:50:00Z", ["when": "1941-04-13T14:50:00Z"]),
    ("1941-04-13T14:50:00+03:00", ["when": "1941-04-13T14:50:00+03:00"]),
    ("1941-04-13T14:50:00-03:30", ["when": "1941-04-13T14:50:00-03:30"]),
    ("1941-04-13T00:00:00+14:00", ["when": "1941-04-13T00:00:00+14:00"]),
    ("1941-04-13T00:00:00+14:01", ["notBefore": "1941-04-12T09:59:00Z", "notAfter": "1941-04-12T09:59:00Z"]),
    ("1941-04-13T14:50:00-0330", ["notBefore": "1941-04-13T18:20:00Z", "notAfter": "1941-04-13T18:20:00Z"]),
    ("1941-04-13T14:50:00+09", ["notBefore": "1941-04-13T05:50:00Z", "notAfter": "1941-04-13T05:50:00Z"]),
    (
      "1891-01-01T12:00:00+00:19:32",
      ["notBefore": "1891-01-01T11:40:28Z", "notAfter": "1891-01-01T11:40:28Z"]
    ),
    ("1941-04-13T14:50", ["notBefore": "1941-04-13T14:50:00", "notAfter": "1941-04-13T14:50:59"]),
    ("1941-04-13T14:50+03:00", ["notBefore": "1941-04-13T11:50:00Z", "notAfter": "1941-04-13T11:50:59Z"]),
    // What XML Schema has no word for, by its bounds.
    ("194X", ["notBefore": "1940-01-01", "notAfter": "1949-12-31"]),
    ("19XX", ["notBefore": "1900-01-01", "notAfter": "1999-12-31"]),
    ("1941-XX", ["notBefore": "1941-01-01", "notAfter": "1941-12-31"]),
    ("1941-02-XX", ["notBefore": "1941-02-01", "notAfter": "1941-02-28"]),
    ("1941-21", ["notBefore": "1941-03-01", "notAfter": "1941-05-31"]),
    ("1941-24", ["notBefore": "1941-12-01", "notAfter": "1942-02-28"]),
    ("Y17000", ["notBefore": "17000-01-01", "notAfter": "17000-12-31"]),
    // Years up to 0 in the ISO attributes.
    ("0000", ["when-iso": "0000"]),
    ("-0043", ["when-iso": "-0043"]),
    ("-0043-03-15", ["when-iso": "-0043-03-15"]),
    ("-004X", ["notBefore-iso": "-0049-01-01", "notAfter-iso": "-0040-12-31"]),
    ("Y-170000002", ["notBefore-iso": "-170000002-01-01", "notAfter-iso": "-170000002-12-31"]),
    ("[-0001,0001]", ["notBefore-iso": "-0001-01-01", "notAfter": "0001-12-31"]),
    // Intervals: an end that is open or not known has no attribute.
    ("1941/1945", ["from": "1941", "to": "1945"]),
    ("1941-04-13/1945-08-09", ["from": "1941-04-13", "to": "1945-08-09"]),
    ("1941-04/..", ["from": "1941-04"]),
    ("1941/", ["from": "1941"]),
    ("../1945", ["to": "1945"]),
    ("/1945", ["to": "1945"]),
    ("../..", [:]),
    ("/..", [:]),
    ("194X/1950~", ["notBefore": "1940-01-01", "to": "1950"]),
    ("1941/1945-22", ["from": "1941", "notAfter": "1945-08-31"]),
    ("-0049-01-10/0014", ["from-iso": "-0049-01-10", "to": "0014"]),
    (
      "1945-08-08T17:00:00+03:00/1945-09-02T09:04Z",
      ["from": "1945-08-08T17:00:00+03:00", "notAfter": "1945-09-02T09:04:59Z"]
    ),
    // Sets, by their bounds; a bound within a day keeps its time.
    ("[1945-05-08,1945-05-09]", ["notBefore": "1945-05-08", "notAfter": "1945-05-09"]),
    ("[..1941-06]", ["notAfter": "1941-06-30"]),
    ("[1940-06-22..]", ["notBefore": "1940-06-22"]),
    ("{1941-04-13,1941-04}", ["notBefore": "1941-04-01", "notAfter": "1941-04-30"]),
    (
      "[1945-08-08T12:00:00Z,1945-08-09T00:00:00Z]",
      ["notBefore": "1945-08-08T12:00:00Z", "notAfter": "1945-08-09T00:00:00Z"]
    ),
    ("[1945-08-08T23:59:59,1945-08-09]", ["notBefore": "1945-08-08T23:59:59", "notAfter": "1945-08-09"]),
    (
      "[1945-08-09T00:00:00+10:00..1945-08-09T00:59:59+10:00]",
      ["notBefore": "1945-08-08T14:00:00Z", "notAfter": "1945-08-08T14:59:59Z"]
    ),
  ])
  func attributesSayWhenSomethingWas(text: String, attributes: [String: String]) throws {
    let written = teiDates(try HistoricalDate(text))
    let found = Dictionary(uniqueKeysWithValues: written.map { ($0.name, $0.value) })
    var expected: [String: String?] = attributes
    expected["when-custom"] = text
    #expect(found == expected, "\(text)")
  }

  @Test func aDateThatIsNotStatedHasNoAttributes() {
    #expect(teiDates(nil).isEmpty)
  }

  /// A day is local, as the text says, whatever offset the graph gives to dates that have none.
  @Test(arguments: ["+03:00", "-11:00", "Z"])
  func theGraphsOffsetDoesNotMoveDays(offset: String) throws {
    let offset = try #require(UTCOffset(offset))
    for (text, attributes) in [
      ("1941-04-13", ["when": "1941-04-13"]),
      ("194X", ["notBefore": "1940-01-01", "notAfter": "1949-12-31"]),
      ("[1945-05-08,1945-05-09]", ["notBefore": "1945-05-08", "notAfter": "1945-05-09"]),
      ("1941-04-13T14:50", ["notBefore": "1941-04-13T14:50:00", "notAfter": "1941-04-13T14:50:59"]),
    ] {
      let written = teiDates(try HistoricalDate(text, defaultOffset: offset)).filter {
        $0.name != "when-custom"
      }
      #expect(
        Dictionary(uniqueKeysWithValues: written.map { ($0.name, $0.value) }) == attributes,
        "\(text) at \(offset)")
    }
  }

  /// The rules that TEI states in Schematron, which RELAX NG cannot check.
  @Test(arguments: SampleGraph.hardDates)
  func noAttributeStandsBesideOneThatExcludesIt(text: String) throws {
    let names = Set(teiDates(try HistoricalDate(text)).map(\.name))
    for suffix in ["", "-iso"] {
      #expect(
        !names.contains("when\(suffix)") || names == ["when\(suffix)", "when-custom"], "\(text): \(names)")
      #expect(!names.isSuperset(of: ["from\(suffix)", "notBefore\(suffix)"]), "\(text): \(names)")
      #expect(!names.isSuperset(of: ["to\(suffix)", "notAfter\(suffix)"]), "\(text): \(names)")
    }
  }

  @Test func dateReadLenientlyStandsInTheFormat() throws {
    func attributes(_ text: String) throws -> [String] {
      try teiDates(HistoricalDate(lenient: text, defaultOffset: UTCOffset("+03:00")))
        .map { "\($0.name)=\($0.value ?? "")" }
    }
    #expect(try attributes("13 April 1941") == ["when=1941-04-13", "when-custom=1941-04-13"])
    #expect(
      try attributes("before 1941") == ["notAfter=1940-12-31", "when-custom=[..1940]"])
  }
}
