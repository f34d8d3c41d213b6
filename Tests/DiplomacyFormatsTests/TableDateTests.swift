import Chronology
import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// The dates of tables.
@Suite struct TableDateTests {
  @Test(arguments: [
    ("start\n1941-04-13", "1941-04-13"), ("time\n3", "0003"), ("time\n12000", "Y12000"),
    ("time\n-4", "-0004"),
    ("date\n13.4.1941", "13.4.1941"), ("when (O.S.)\n6.6.1887", "1887-06-06 O.S."),
    ("start,end\n1941,", "1941/.."), ("start,end\n,1945", "../1945"), ("start,end\nNA,NA", nil),
    // An open end stays open, however the other is written.
    ("start,end\n13.4.1941,", "1941-04-13/.."), ("start,end\n,9. August 1945", "../1945-08-09"),
    ("start,end\n13.4.1941,9.8.1945", "1941-04-13/1945-08-09"),
    // Uncertain ends.
    ("start,end\n1941/1942,1945", "[1941..1942]/1945"),
    ("start,end\n[1941..1943],1945", "[1941..1943]/1945"), ("start,end\n1941/1943,1942", "[1941..1943]/1942"),
    ("start,end\n1941,1944/1945", "1941/[1944..1945]"), ("start,end\nc. 1941,1945", "1941~/1945"),
    // Open and missing ones.
    ("start,end\n1941,9999-12-31", "1941/.."), ("start,end\n1941,9999", "1941/.."),
    ("start,end\n-Inf,1945", "../1945"),
    ("start,end\n0000-00-00,1945", "../1945"), ("start,end\n.,1945", "../1945"),
    ("start,end\n1941,-", "1941/.."),
    ("when\n?", nil), ("when\nNULL", nil),
    // Numbers.
    ("when\n1312.5", "1312-07-02"), ("when\n1941.25", "1941-04-02"), ("when\n-43.5", "-0044-07-02"),
    ("when\n1941.04", "1941-04"), ("when\n1941.0", "1941"), ("when\n19410413", "1941-04-13"),
    ("timestamp\n1318230000", "2011-10-10T07:00:00Z"), ("timestamp\n1318230000123", "2011-10-10T07:00:00Z"),
    ("timestamp\n-905126400", "1941-04-27T00:00:00Z"), ("unix\n0", "1970-01-01T00:00:00Z"),
    ("timestamp\n7", "0007"),
    ("when\n1318230000.25", "2011-10-10T07:00:00Z"),
    ("when\n1941; 1945/1950", "1941"),
  ])
  func datesMeanWhatTheyMean(text: String, expected: String?) throws {
    let lines = text.split(separator: "\n")
    let found = try SampleTable("source,target,\(lines[0])\na,b,\(lines[1])\n")
    #expect(found.graph.statements.first?.when?.description == expected, "\(found.messages)")
  }

  @Test func severalPeriodsAreSeveralStatements() throws {
    let found = try SampleTable("source,target,when\na,b,1941; 13.4.1945/1950\n")
    #expect(found.graph.statements.map { $0.when?.edtf } == ["1941", "1945-04-13/1950"])
  }

  @Test func howNumbersAreUnderstoodIsTold() throws {
    #expect(
      try SampleTable("source,target,timestamp\na,b,1318230000\n").warnings.map(\.description) == [
        "t.csv:1:15: warning: the numbers in 'timestamp' are read as seconds since 1970: 1318230000 is 2011-10-10T07:00:00Z."
      ])
    #expect(
      try SampleTable("source,target,t\na,b,1312.5\n").messages == [
        "the numbers in 't' are read as years with fractions: 1312.5 is 1312-07-02."
      ])
    #expect(
      try SampleTable("source,target,when\na,b,\na,c,.\n").messages == [
        "'.' in 'when' is read as no date (1 row)."
      ])
  }

  @Test func aWholeYearAmongFractionsIsOneDayWhereItHasAPoint() throws {
    let found = try SampleTable("source,target,when\na,b,1312.5\na,c,1312.0\na,d,1312\n")
    #expect(found.graph.statements.map { $0.when?.edtf } == ["1312-07-02", "1312-01-01", "1312"])
  }

  // MARK: The order of day and month

  @Test func oneDateTellsTheOrderOfTheOthers() throws {
    for (other, expected) in [("13/4/1941", "1941-04-03"), ("4/13/1941", "1941-03-04")] {
      let found = try SampleTable("source,target,when\na,b,3/4/1941\na,b,\(other)\n")
      #expect(found.graph.statements.first?.when?.edtf == expected)
      #expect(
        found.messages.count == 1
          && found.messages[0].hasPrefix("dates such as 3/4/1941 in 'when' are read with"))
    }
  }

  @Test(arguments: ["", "a,b,13/4/1941\na,b,4/13/1941\n"])
  func whereNothingTellsBothMeaningsAreTold(others: String) throws {
    let found = try SampleTable("source,target,when\na,b,1941\na,b,3/4/1941\n\(others)")
    #expect(
      found.warnings.map(\.description) == [
        "t.csv:3:5: warning: found the date '3/4/1941', which may be 1941-04-03 or 1941-03-04, and no other date of the table tells; expected one of these. The row is left out."
      ])
    #expect(found.edges.count == (others.isEmpty ? 1 : 3))
  }

  // MARK: Codes

  @Test func codesAreMissingWhereNothingElseIsBelowZero() throws {
    let found = try SampleTable("source,target,start,end\na,b,1941,-9\nb,c,-9,1945\nc,d,1950,1951\n")
    #expect(found.edges == ["a -- b [1941/..]", "b -- c [../1945]", "c -- d [1950/1951]"])
    #expect(
      found.messages == [
        "'-9' in 'start' is read as no date (1 row).", "'-9' in 'end' is read as no date (1 row).",
      ])
    #expect(
      try SampleTable("source,target,year\na,b,-9\na,c,-44\n").edges == ["a -- b [-0009]", "a -- c [-0044]"])
  }

  @Test func missingTextsCanBeDeclared() throws {
    let found = try SampleTable("source,target,weight,when,x\na,b,-9,unknown,-9\nunknown,c,1,1941,2\n") {
      $0.options.missing = ["-9", "unknown"]
    }
    #expect(found.edges == ["a -- b"])
    #expect(found.messages == ["this edge has no source; expected the name of a node. The row is left out."])
  }

  // MARK: Half-open intervals

  @Test(arguments: [
    ("1941,1945", "1941/1944"), ("1941-04-13,1945-08-09", "1941-04-13/1945-08-08"),
    ("1941-04,1945-08", "1941-04/1945-07-31"),
    ("1,1", "0001"), ("1941,", "1941/.."), ("1941-04-13,1941-04-14", "1941-04-13/1941-04-13"),
    ("1318230000,1318233600", "2011-10-10T07:00:00Z/2011-10-10T07:59:59"),
  ])
  func halfOpenEndsAreAsked(dates: String, expected: String) throws {
    let found = try SampleTable("source,target,start,end\na,b,\(dates)\n") { $0.isHalfOpen = true }
    #expect(found.graph.statements.first?.when?.edtf == expected, "\(found.messages)")
  }

  // MARK: What cannot be

  @Test func aStartAfterTheEndIsLeftOut() throws {
    let found = try SampleTable("source,target,start,end\na,b,1945,1941\nb,c,1941,1945\n")
    #expect(found.edges == ["b -- c [1941/1945]"])
    #expect(
      found.warnings.map(\.description) == [
        "t.csv:2:5: warning: found the start '1945' and the end '1941'; expected an end that is not before the start. The row is left out."
      ])
  }

  @Test func aTextThatIsNoDateIsLeftOut() throws {
    let found = try SampleTable("source,target,start,end\na,b,1941,soon\nb,c,1941,1945\n")
    #expect(
      found.warnings.map(\.description) == [
        "t.csv:2:10: warning: found the date 'soon'; expected one such as 1941-04-13, 1941-04, 1941 or 194X. The row is left out."
      ])
  }
}
