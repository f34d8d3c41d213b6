import Chronology
import Testing

/// Texts from the tests of other readers of the format (python-edtf 5, edtf.js 4, edtf-ruby 3, edtf-validate 2), with
/// what the specification says of them. Where a reader differs, a comment says so and why the specification decides.
@Suite struct EDTFImplementationsTests {
  // MARK: - python-edtf

  @Test(
    arguments: [
      ("2001-02-03", "2001-02-03", "2001-02-03"), ("2008-12", "2008-12-01", "2008-12-31"),
      ("-0999", "-0999-01-01", "-0999-12-31"), ("-2005/-1999-02", "-2005-01-01", "-1999-02-28"),
      ("199X", "1990-01-01", "1999-12-31"), ("19XX", "1900-01-01", "1999-12-31"),
      ("1999-01-XX", "1999-01-01", "1999-01-31"), ("1999-XX-XX", "1999-01-01", "1999-12-31"),
      ("2003-22", "2003-06-01", "2003-08-31"), ("2000-23", "2000-09-01", "2000-11-30"),
      ("2001-29", "2001-09-01", "2001-11-30"), ("2001-34", "2001-04-01", "2001-06-30"),
      ("1560-XX-25", "1560-01-25", "1560-12-25"), ("15XX-12-XX", "1500-12-01", "1599-12-31"),
      ("XXXX-XX-23", "0000-01-23", "9999-12-23"), ("Y17E7", "170000000-01-01", "170000000-12-31"),
      // python-edtf widens flagged dates by a year, a month or a day for its "fuzzy" bounds; the specification gives
      // the flags no width, so the bounds stay where its "strict" ones are.
      ("1984%", "1984-01-01", "1984-12-31"), ("2004-06-11?", "2004-06-11", "2004-06-11"),
      ("-0275~", "-0275-01-01", "-0275-12-31"), ("-0001~", "-0001-01-01", "-0001-12-31"),
      ("0000~", "0000-01-01", "0000-12-31"), ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"),
      ("1984?/2004%", "1984-01-01", "2004-12-31"), ("2011-~06-~04", "2011-06-04", "2011-06-04"),
      // python-edtf ends winter with the year, so that it has one month; winter has three.
      ("2010-24", "2010-12-01", "2011-02-28"),
      // python-edtf takes an unknown end for ten years later and an unknown start for ten years earlier; the
      // specification says unknown, so that nothing bounds them.
      ("2004-06-01/", "2004-06-01", "future"), ("/2006", "past", "2006-12-31"),
      ("1984-06-02?/", "1984-06-02", "future"), ("2004-01-01/..", "2004-01-01", "future"),
      // python-edtf has December before January where the year is below 0 and a month or a day is unspecified.
      ("-0249-XX", "-0249-01-01", "-0249-12-31"), ("-1087-03-XX", "-1087-03-01", "-1087-03-31"),
      ("-0262-XX-20", "-0262-01-20", "-0262-12-20"),
      // python-edtf takes 171010000 for the first year; three significant digits leave the fourth open.
      ("Y17101E4S3", "171000000-01-01", "171999999-12-31"),
      // Examples of the draft of 2012 with a space after the comma, which the specification of 2019 writes without.
      // We read them beyond the format.
      ("[1667, 1668, 1670..1672]", "1667-01-01", "1672-12-31"),
      ("{1960, 1961-12}", "1960-01-01", "1961-12-31"),
    ])
  func validForPythonEDTF(text: String, first: String, last: String) throws {
    let date = try HistoricalDate(text)
    let (earliest, latest) = (date.earliest, date.latest)
    #expect(
      earliest.isOpen ? first == "past" : earliest.description == first + "T00:00:00", "\(text): \(earliest)")
    #expect(latest.isOpen ? last == "future" : latest.description == last + "T23:59:59", "\(text): \(latest)")
    #expect((date.level == nil) == text.contains(" "), "\(text)")
  }

  @Test(arguments: [
    "", "not a edtf string", "Y17E7-12-26", "2016-13-08", "2016-02-39", "-0000-01-01", "2004-(06)?-11",
    "2004-06-(11)~", "2004-(06)%", "2004-(06-11)?", "2004?-06-(11)~", "(2004-(06)~)?", "(2004)?-06-04~",
    "(2011)-06-04~", "2011-(06-04)~", "2004-06-(01)~/2004-06-(20)~",
  ])
  func invalidForPythonEDTF(text: String) {
    #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
  }

  // MARK: - edtf.js

  @Test(
    arguments: [
      ("0409", .zero), ("0007", .zero), ("9999", .zero), ("-0002", .one), ("-9999", .one),
      ("2016-05-31", .zero),
      ("2016-05-02T16:54:59", .zero), ("2016-05-02T16:54:59+02:30", .zero),
      ("2016-05-02T16:54:59+14:00", .zero),
      ("2016-05-02T16:54:59-00:15", .zero), ("2016-05-02T16:54:59-12:00", .zero), ("2016?", .one),
      ("2016-05%", .one),
      ("2016-05-XX", .one), ("2016-XX", .one), ("Y170002", .one), ("Y-10000", .one), ("2016~-05?", .two),
      ("2016-~05", .two), ("2XX6", .two), ("-0300", .one), ("-0300~", .one), ("03XX", .one),
      ("-0300-XX", .one),
      ("../1985", .one), ("[2016-03]", .two), ("{2016..2020}", .two), ("1970-02/", .one),
      // edtf.js has these three on level 1. The specification has there one or two unspecified digits of a year, and
      // an unspecified month after a year that is specified.
      ("XXXX", .two), ("XXXX-XX", .two), ("XXXX-XX-XX", .two),
      // edtf.js refuses offsets past +14:00 and −12:00, which are in no zone today. Local mean time had them: Manila
      // was at −15:56 until 1844. The specification bounds the hour of an offset only as an hour.
      ("2016-05-02T12:00:00-13:00", .zero), ("2016-05-02T12:00:00+14:01", .zero),
      // ISO 8601 has no offset of minus zero, and edtf.js refuses it; we read it beyond the format.
      ("2016-05-02T12:00:00-00:00", nil),
    ] as [(String, EDTFLevel?)])
  func validForEDTFJS(text: String, level: EDTFLevel?) throws {
    let date = try HistoricalDate(text)
    #expect(date.level == level && date.description == text, "\(text)")
  }

  @Test(arguments: [
    "-0000", "12345", "2016-13", "2016-00", "2016-05-00", "2016-05-32", "2016-02-30", "2016-02-31",
    "2016-04-31",
    "2016-06-31", "2016-09-31", "2016-11-31", "2016-05-02T24:00:01", "2016-05-02T00:61:00",
    "2016-05-02T01:01:60",
    "Y9999", "Y00001", "Y-9999", "Y-00001",
    // edtf.js reads fractions of a second, 24:00:00 and bare seconds since 1970; level 0 has whole seconds from
    // 00:00:00 to 23:59:59, and years of four digits.
    "2016-05-02T16:54:59.042", "2016-05-02T16:54:59.042Z", "2016-05-02T24:00:00", "20000",
  ])
  func invalidForTheSpecification(text: String) {
    #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
  }

  // MARK: - edtf-ruby

  @Test(arguments: [
    // edtf-ruby reads the draft of 2012, and durations in intervals, which level 0 excludes.
    "2004-01-01/P5D", "unknown/2006", "199u", "y-17e7", "196x", "2004-06-(11)~", "1984?~",
  ])
  func validForEDTFRubyOnly(text: String) {
    #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
  }

  // MARK: - edtf-validate, its 'u' written 'X'

  @Test(
    arguments: [
      ("-1000/-0999", "-1000-01-01", "-0999-12-31"), ("-1000/-0090-10", "-1000-01-01", "-0090-10-31"),
      ("0000/0000", "0000-01-01", "0000-12-31"), ("0000-01/0000-01-03", "0000-01-01", "0000-01-03"),
      ("1111-01-01/1111", "1111-01-01", "1111-12-31"), ("2000-XX-10/2012", "2000-01-10", "2012-12-31"),
      ("2000/2000-XX-XX", "2000-01-01", "2000-12-31"), ("198X/199X", "1980-01-01", "1999-12-31"),
      ("1984-11-2X/1999-01-01", "1984-11-20", "1999-01-01"),
      ("1984-11-12/1984-11-XX", "1984-11-12", "1984-11-30"),
      ("198X-11-XX/198X-11-30", "1980-11-01", "1989-11-30"),
      ("-1980-11-01/1989-11-30", "-1980-11-01", "1989-11-30"),
      ("1919-XX-02/1919-XX-01", "1919-01-02", "1919-12-01"),
      ("1919-0X-02/1919-01-03", "1919-01-02", "1919-01-03"),
      ("1865-X2-02/1865-03-01", "1865-02-02", "1865-03-01"),
      ("1930-X0-10/1930-10-30", "1930-10-10", "1930-10-30"),
      ("1981-1X-10/1981-11-09", "1981-10-10", "1981-11-09"),
      ("1919-11-02/1919-1X-01", "1919-11-02", "1919-12-01"),
      ("1919-09-02/1919-X0-01", "1919-09-02", "1919-10-01"),
      ("1919-10-02/1919-X1-01", "1919-10-02", "1919-11-01"),
      ("1919-08-02/1919-0X-01", "1919-08-02", "1919-09-01"),
      ("1919-04-01/1919-X4-02", "1919-04-01", "1919-04-02"),
      ("1602-10-0X/1602-10-02", "1602-10-01", "1602-10-02"),
      ("2018-05-X0/2018-05-11", "2018-05-10", "2018-05-11"),
      ("1200-01-X4/1200-01-08", "1200-01-04", "1200-01-08"),
      ("1919-07-30/1919-07-3X", "1919-07-30", "1919-07-31"),
      ("1112-08-22/1112-08-2X", "1112-08-22", "1112-08-29"),
      ("2015-02-27/2015-02-X8", "2015-02-27", "2015-02-28"),
      ("2016-02-28/2016-02-X9", "2016-02-28", "2016-02-29"), ("1560-XX-25", "1560-01-25", "1560-12-25"),
      // edtf-validate refuses an end that is less precise than the start and begins before it. The specification lets
      // the two have different precisions (2004-02-01/2005), and such an end may lie after the start: February 1941
      // to some day of 1941.
      ("0000-01-03/0000-01", "0000-01-03", "0000-01-31"), ("0000-02/0000", "0000-02-01", "0000-12-31"),
    ])
  func validForEDTFValidate(text: String, first: String, last: String) throws {
    let date = try HistoricalDate(text)
    #expect(date.earliest.description == first + "T00:00:00", "\(text)")
    #expect(date.latest.description == last + "T23:59:59", "\(text)")
  }

  @Test(arguments: [
    "2012/2011", "2012-10-10T10:10:1", "2012-10-10T1:10:10", "2012-10-10T10:1:10", "2012-10-10t10:10:10",
    "2012-10-10T10:10:10Z10", "2012/2013/1234/55BULBASAUR", "NONE/unknown", "2012///4444", "2012\\2013",
    "2000/12-12", "0800/-0999", "-1000/-2000", "1000/-2000", "Y-61000/Y-62000", "0001/0000", "0000/-0001",
    "+20067890?~", "Y2006", "-0000", "+Y20067890-14-10?~", "+2006?~", "1960-06-31",
    "[1 760-01, 1760-02, 1760-12..]",
    "1863- 03-29", " 1863-03-29", "1863-03 -29", "1863-03-29 ", "18 63-03-29", "1863-0 3-29",
  ])
  func invalidForEDTFValidate(text: String) {
    #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
  }
}
