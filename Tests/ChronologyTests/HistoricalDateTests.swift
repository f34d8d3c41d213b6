import Chronology
import Testing

@Suite struct HistoricalDateTests {
  /// The examples of the Library of Congress specification (2019) at levels 0 and 1 and its sets, and others; bounds
  /// by hand. A bound without a time is the first second of its day, or the last where it ends.
  @Test(
    arguments: [
      ("1985-04-12", "1985-04-12", "1985-04-12", .day), ("1985-04", "1985-04-01", "1985-04-30", .month),
      ("1985", "1985-01-01", "1985-12-31", .year), ("0000", "0000-01-01", "0000-12-31", .year),
      ("-0043-03-15", "-0043-03-15", "-0043-03-15", .day), ("2000-02-29", "2000-02-29", "2000-02-29", .day),
      ("-1985", "-1985-01-01", "-1985-12-31", .year), ("1900-02", "1900-02-01", "1900-02-28", .month),
      ("Y170000002", "170000002-01-01", "170000002-12-31", .year),
      ("Y-170000002", "-170000002-01-01", "-170000002-12-31", .year),
      ("2001-21", "2001-03-01", "2001-05-31", .season), ("2001-22", "2001-06-01", "2001-08-31", .season),
      ("2001-23", "2001-09-01", "2001-11-30", .season), ("2001-24", "2001-12-01", "2002-02-28", .season),
      ("2003-24", "2003-12-01", "2004-02-29", .season),
      ("201X", "2010-01-01", "2019-12-31", .decade), ("20XX", "2000-01-01", "2099-12-31", .century),
      ("1XXX", "1000-01-01", "1999-12-31", .millennium), ("2004-XX", "2004-01-01", "2004-12-31", .year),
      ("1985-04-XX", "1985-04-01", "1985-04-30", .month), ("1985-XX-XX", "1985-01-01", "1985-12-31", .year),
      ("-004X", "-0049-01-01", "-0040-12-31", .decade), ("-000X", "-0009-01-01", "-0001-12-31", .decade),
      ("000X", "0000-01-01", "0009-12-31", .decade), ("1984?", "1984-01-01", "1984-12-31", .year),
      ("2004-06~", "2004-06-01", "2004-06-30", .month), ("2004-06-11%", "2004-06-11", "2004-06-11", .day),
    ] as [(String, String, String, Precision)])
  func pointHasItsBoundsAndPrecision(text: String, first: String, last: String, precision: Precision) throws {
    let date = try date(text)
    #expect(date.earliest.description == first + "T00:00:00", "\(text)")
    #expect(date.latest.description == last + "T23:59:59", "\(text)")
    #expect(date.precision == precision, "\(text)")
    #expect(date.shape == .point && !date.hasTime && date.start == nil && date.end == nil, "\(text)")
    #expect(date.description == text)
  }

  @Test(
    arguments: [
      ("1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:30", .second),
      ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30", "1985-04-12T23:20:30", .second),
      ("1985-04-12T23:20:30-04", "1985-04-13T03:20:30", "1985-04-13T03:20:30", .second),
      ("1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30", "1985-04-12T18:50:30", .second),
      ("1941-12-07T07:48", "1941-12-07T07:48:00", "1941-12-07T07:48:59", .minute),
      ("1941-12-07T07:48-10:30", "1941-12-07T18:18:00", "1941-12-07T18:18:59", .minute),
      ("1937-06-30T12:00:00+00:19:32", "1937-06-30T11:40:28", "1937-06-30T11:40:28", .second),
      ("0000-01-01T00:00:00+01:00", "-0001-12-31T23:00:00", "-0001-12-31T23:00:00", .second),
    ] as [(String, String, String, Precision)])
  func timeIsPlacedByItsOffset(text: String, first: String, last: String, precision: Precision) throws {
    let date = try date(text)
    #expect(date.earliest.description == first && date.latest.description == last, "\(text)")
    #expect(date.precision == precision && date.hasTime, "\(text)")
  }

  @Test func defaultOffsetPlacesWhatHasNoOffset() throws {
    let tokyo = try date("1941-04-13", offset: "+09:00")
    #expect(tokyo.earliest.description == "1941-04-12T15:00:00")
    #expect(tokyo.latest.description == "1941-04-13T14:59:59")
    #expect(try date("1941-04-13T14:50:00", offset: "+09:00").earliest == moment("1941-04-13T05:50:00"))
    #expect(try date("1941-04-13T14:50:00+03:00", offset: "+09:00").earliest == moment("1941-04-13T11:50:00"))
    #expect(try date("1941-04-13T14:50Z", offset: "-05").earliest == moment("1941-04-13T14:50:00"))
    #expect(try date("1941/1945-08", offset: "+09:00").latest == moment("1945-08-31T14:59:59"))
    #expect(try date("[1941,1945]", offset: "-01:00").earliest == moment("1941-01-01T01:00:00"))
    #expect(try date("../..", offset: "+09:00").latest == .distantFuture)
  }

  @Test(arguments: [
    ("1964/2008", "1964-01-01T00:00:00", "2008-12-31T23:59:59"),
    ("2004-06/2006-08", "2004-06-01T00:00:00", "2006-08-31T23:59:59"),
    ("2004-02-01/2005-02-08", "2004-02-01T00:00:00", "2005-02-08T23:59:59"),
    ("2004-02-01/2005-02", "2004-02-01T00:00:00", "2005-02-28T23:59:59"),
    ("2004-02-01/2005", "2004-02-01T00:00:00", "2005-12-31T23:59:59"),
    ("2005/2006-02", "2005-01-01T00:00:00", "2006-02-28T23:59:59"),
    ("1985-04-12/..", "1985-04-12T00:00:00", "distant future"),
    ("1985-04/", "1985-04-01T00:00:00", "distant future"),
    ("../1985-04-12", "distant past", "1985-04-12T23:59:59"),
    ("/1985", "distant past", "1985-12-31T23:59:59"),
    ("../..", "distant past", "distant future"), ("/..", "distant past", "distant future"),
    ("1984~/2004-06", "1984-01-01T00:00:00", "2004-06-30T23:59:59"),
    ("1984?/2004%", "1984-01-01T00:00:00", "2004-12-31T23:59:59"),
    ("1941-21/1941-23", "1941-03-01T00:00:00", "1941-11-30T23:59:59"),
    ("1941-06/1941", "1941-06-01T00:00:00", "1941-12-31T23:59:59"),
    ("-0044/0014", "-0044-01-01T00:00:00", "0014-12-31T23:59:59"),
    ("1945-08-09T00:00+10:00/1945-08-09T01:00:00Z", "1945-08-08T14:00:00", "1945-08-09T01:00:00"),
  ])
  func intervalHasItsBounds(text: String, first: String, last: String) throws {
    let date = try date(text)
    #expect(date.earliest.description == first && date.latest.description == last, "\(text)")
    #expect(date.shape == .interval && date.precision == nil, "\(text)")
    #expect(date.start != nil && date.end != nil, "\(text)")
    #expect("\(date)" == text)
  }

  @Test(
    arguments: [
      ("[1667,1668,1670..1672]", "1667-01-01T00:00:00", "1672-12-31T23:59:59", .oneOf),
      ("[..1760-12-03]", "distant past", "1760-12-03T23:59:59", .oneOf),
      ("[1760-12..]", "1760-12-01T00:00:00", "distant future", .oneOf),
      ("[1760-01,1760-02,1760-12..]", "1760-01-01T00:00:00", "distant future", .oneOf),
      ("[1667,1760-12]", "1667-01-01T00:00:00", "1760-12-31T23:59:59", .oneOf),
      ("[1760-12,1667]", "1667-01-01T00:00:00", "1760-12-31T23:59:59", .oneOf),
      ("{1667,1668,1670..1672}", "1667-01-01T00:00:00", "1672-12-31T23:59:59", .allOf),
      ("{1960,1961-12}", "1960-01-01T00:00:00", "1961-12-31T23:59:59", .allOf),
      ("{..1984}", "distant past", "1984-12-31T23:59:59", .allOf),
      ("[1667?, 1668]", "1667-01-01T00:00:00", "1668-12-31T23:59:59", .oneOf),
      ("[1945-05-08T23:01:00Z,1945-05-09]", "1945-05-08T23:01:00", "1945-05-09T23:59:59", .oneOf),
      ("[1941]", "1941-01-01T00:00:00", "1941-12-31T23:59:59", .oneOf),
    ] as [(String, String, String, HistoricalDate.Shape)])
  func setHasItsBounds(text: String, first: String, last: String, shape: HistoricalDate.Shape) throws {
    let date = try date(text)
    #expect(date.earliest.description == first && date.latest.description == last, "\(text)")
    #expect(date.shape == shape && date.precision == nil, "\(text)")
    #expect("\(date)" == text)
  }

  @Test(arguments: [
    ("1941", false, false), ("1941?", true, false), ("1941~", false, true), ("1941-04-13%", true, true),
    ("1940?/1941", true, false), ("1940/1941~", false, true), ("[1940,1941%]", true, true),
    ("{1940~..1941?}", true, true),
    ("194X?", true, false), ("1941-21~", false, true), ("1941-04-13T14:50~", false, true),
    ("Y17000?", true, false),
    ("../1941?", true, false),
  ])
  func flagsAreCarried(text: String, isUncertain: Bool, isApproximate: Bool) throws {
    let date = try date(text)
    #expect(date.isUncertain == isUncertain && date.isApproximate == isApproximate, "\(text)")
  }

  @Test func flagsLeaveTheBoundsAlone() throws {
    for text in ["1941", "194X", "1941-04", "1941-04-13", "1941-22", "1941-04-13T14:50"] {
      for flag in ["?", "~", "%"] {
        #expect(try date(text + flag).earliest == date(text).earliest, "\(text + flag)")
        #expect(try date(text + flag).latest == date(text).latest, "\(text + flag)")
      }
    }
  }

  @Test func endsOfAnIntervalAreDates() throws {
    let interval = try date("1984~/..")
    #expect(try interval.start == .date(date("1984~")))
    #expect(interval.end == .open)
    #expect(try date("/1985-04").start == .unknown)
    #expect(try date("/1985-04", offset: "+09:00").end == .date(date("1985-04", offset: "+09:00")))
    #expect(try date("1941-04-13T14:50/1945").hasTime)
    #expect(try !date("1941-04-13/1945").hasTime)
  }

  @Test func datesAreEqualWhenTextAndPlaceAreEqual() throws {
    #expect(try date("1941-04") == date("1941-04"))
    #expect(try date("1941-04") != date("1941-04", offset: "+09:00"))
    #expect(try date("1941") != date("1941-XX"))
    #expect(try Set([date("1941"), date("1941"), date("1942")]).count == 2)
  }
}
