import Chronology
import TestSupport
import Testing

@Suite struct StyledDateTests {
  @Test(
    arguments: [
      ("1887-06-06", "1887-06-18"), ("[1887-06-01,1887-06-06]", "[1887-06-13,1887-06-18]"),
      ("[1887-06-01..1887-06-06]", "[1887-06-13..1887-06-18]"),
      ("{1887-06-01,1887-06-06}", "{1887-06-13,1887-06-18}"),
      ("[..1887-06-06]", "[..1887-06-18]"), ("[1887-06..]", "[1887-06-13..]"),
      ("[1887-06,1887-08-01]", "[1887-06-13..1887-07-12,1887-08-13]"),
      ("1887-06~-06", "1887-06~-18"), ("?1887-06-06", "1887?-06-18"), ("1887-06-~06", "1887-06-~18"),
      ("1887?-06-06", "1887?-06-18"), ("?1887-06-~06", "?1887-06-~18"), ("1887-?06-06", "1887-?06-18"),
      ("1887~-06", "[1887~-06-13..1887~-07-12]"), ("1887-06?", "[1887-06-13?..1887-07-12?]"),
      ("1887-06-X1", "[1887-06-13,1887-06-23,1887-07-03]"), ("1887-06-0X", "[1887-06-13..1887-06-21]"),
      ("188X-06-06", "[" + (1880...1889).map { "\($0)-06-18" }.joined(separator: ",") + "]"),
      ("1887-21", "[1887-03-13..1887-06-12]"), ("1887-33", "[1887-01-13..1887-04-12]"),
      ("1899-24", "[1899-12-13..1900-03-13]"),
      ("1887-06-06T12:30:05+02:00", "1887-06-18T12:30:05+02:00"), ("1887-06-06T12:30Z", "1887-06-18T12:30Z"),
      ("1917-10/1918-01", "[1917-10-14..1917-11-13]/[1918-01-14..1918-02-13]"),
      ("1917/..", "[1917-01-14..1918-01-13]/.."), ("/1917", "/[1917-01-14..1918-01-13]"),
      ("[1887-06-01..1887-06-06]/1887-07-01", "[1887-06-13..1887-06-18]/1887-07-13"),
      ("1917-10-25?/1918-01-31~", "1917-11-07?/1918-02-13~"), ("1650S3", "[1650-01-11..1660-01-10]"),
      ("-0043-03-15", "-0043-03-13"), ("0000", "[-0001-12-30..0000-12-29]"),
    ])
  func everyShapeIsOneOfTheGregorianCalendar(text: String, gregorian: String) throws {
    let julian = try HistoricalDate(text, style: .julian)
    #expect(julian.edtf == gregorian)
    #expect(julian.text == text && julian.calendar == .julian(.january))
    let expected = try HistoricalDate(gregorian)
    #expect(julian.earliest == expected.earliest && julian.latest == expected.latest)
    #expect(julian.inFormat == expected || !julian.isExactInFormat || julian.inFormat.text == gregorian)
    #expect(Span(julian) == Span(expected))
    #expect(julian.isUncertain == expected.isUncertain && julian.isApproximate == expected.isApproximate)
  }

  @Test func whatHasNoTextInTheFormatIsKnown() throws {
    for text in ["1917-10/1918-01", "{1887-06,1887-08}", "1650S2", "1XXX-XX-01"] {
      #expect(try !HistoricalDate(text, style: .julian).isExactInFormat, "\(text)")
    }
    for text in ["1917-10", "1917-10-25/1918-01-31", "[1887-06,1887-08]", "1887-06-X1"] {
      #expect(try HistoricalDate(text, style: .julian).isExactInFormat, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("1887-06-06 O.S.", "1887-06-18"), ("1887-06-06 OS", "1887-06-18"), ("1887-06-06 (O.S.)", "1887-06-18"),
      ("1887-06-06  o. s.", "1887-06-18"), ("1887-06-06 Old Style", "1887-06-18"),
      ("1887-06-06 (Julian)", "1887-06-18"),
      ("1887-06-06 ст. ст.", "1887-06-18"), ("1887-06-06 a. St.", "1887-06-18"),
      ("1887-06-18 N.S.", "1887-06-18"), ("1887-06-18 (NS)", "1887-06-18"),
      ("[1887-06-01,1887-06-06] O.S.", "[1887-06-13,1887-06-18]"),
      ("1887-06-01/1887-06-06 O.S.", "1887-06-13/1887-06-18"),
      ("1887-06-01 O.S./1887-06-18 N.S.", "1887-06-13/1887-06-18"),
      ("1887-06-01 N.S./1887-06-18 O.S.", "1887-06-01/1887-06-30"),
      ("1887-06-01 O.S./..", "1887-06-13/.."), ("1887-06-01/.. O.S.", "1887-06-13/.."),
      ("/1887-06-01 O.S.", "/1887-06-13"), ("1887-06-01/ O.S.", "1887-06-13/"),
      ("1887-06-01 O.S./", "1887-06-13/"), ("1640-03-24 (O.S., 03-25)", "1641-04-03"),
      ("1508-02-10 (N.S., 03-01)", "1509-02-10"),
    ])
  func suffixSaysTheStyleWhateverTheDocument(text: String, gregorian: String) throws {
    for style in [DateStyle.gregorian, .julian] {
      let date = try HistoricalDate(text, style: style)
      #expect(date.edtf == gregorian)
      #expect(date.text == text)
      #expect(try HistoricalDate(date.styledText, style: style).edtf == gregorian)
    }
  }

  @Test func oldStyleTakesTheYearStartOfTheDocument() throws {
    let english = DateStyle(.julian, yearStart: .ladyDay)
    #expect(try HistoricalDate("1640-03-24 O.S.", style: english).edtf == "1641-04-03")
    #expect(try HistoricalDate("1640-03-24 N.S.", style: english).edtf == "1640-03-24")
    #expect(try HistoricalDate("1640-03-24 O.S.", style: english).styledText == "1640-03-24 (O.S., 03-25)")
    #expect(
      try HistoricalDate("1640-03-24 O.S./..", style: english).styledText == "1640-03-24 (O.S., 03-25)/..")
    #expect(
      try HistoricalDate("1640-03-24 O.S./1641-05-01 N.S.", style: english).styledText
        == "1640-03-24 (O.S., 03-25)/1641-05-01 N.S.")
    let two = try HistoricalDate("1640-03-24 (O.S., 03-25)/1650-02-01 O.S.", style: .julian)
    #expect(two.edtf == "1641-04-03/1650-02-11" && two.styledText == two.text)
    #expect(try HistoricalDate("1640-03-24", style: english).styledText == "1640-03-24 (O.S., 03-25)")
    #expect(try "\(HistoricalDate("1887-06-06", style: .julian))" == "1887-06-06 O.S.")
  }

  /// Cappelli's tables: the first and the last days of years that do not begin in January.
  @Test(
    arguments: [
      (CalendarYearStart.marchFirst, "1508-02-10", "1509-02-20"), (.marchFirst, "1508-03-01", "1508-03-11"),
      (.marchFirst, "1507-02-29", "1508-03-10"), (.septemberFirst, "1689-09-01", "1688-09-11"),
      (.septemberFirst, "1689-08-31", "1689-09-10"), (.septemberFirst, "1700-02-29", "1700-03-11"),
      (.christmas, "1508-12-25", "1508-01-04"), (.christmas, "1508-12-24", "1509-01-03"),
      (.christmas, "1508-01-01", "1508-01-11"),
      (.christmas, "1508-12", "[1508-01-04..1508-01-10,1508-12-11..1509-01-03]"),
      (.christmas, "1508", "[1508-01-04..1509-01-03]"), (.marchFirst, "1508", "[1508-03-11..1509-03-10]"),
      (.septemberFirst, "1689", "[1688-09-11..1689-09-10]"),
      (.ladyDay, "1640-03", "[1640-04-04..1640-04-10,1641-03-11..1641-04-03]"),
    ])
  func yearsBeginWhereTheirTablesSay(start: CalendarYearStart, text: String, gregorian: String) throws {
    let date = try HistoricalDate(text, style: DateStyle(.julian, yearStart: start))
    #expect(date.edtf == gregorian)
  }

  @Test(
    arguments: [
      ("1887-02-29", 9, "a day from 01 to 28 of 1887-02"), ("1887-13-01", 6, "a month from 01 to 12"),
      ("Y17887", 1, "a year of four digits"),
      ("-9999-01-01", 1, "a date whose Gregorian year has four digits"),
      ("1887-06-06/1887-06-05", 12, "an end that is not before the start '1887-06-06'"),
      ("1887-06-06 O.S./1887-07-01", 27, "'O.S.' or 'N.S.' at the end too, as the start has one"),
      ("[1887-06-06 O.S.,1887-06-18]", 12, "'..', ',' or ']'"),
      ("1887-06-06 X.S.", 11, "the end of the text"),
      ("1887-06-06 (O.S., 04-01)", 11, "the end of the text"),
    ])
  func slipIsPlaced(text: String, column: Int, expected: String) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text, style: .julian) }
    #expect(error?.column == column, "\(text): \(error?.description ?? "")")
    #expect(error?.expected.contains(expected) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("is not a date of the Julian calendar") == true)
    #expect(error?.hint == nil)
  }

  @Test func partsOfAYearNeedOneFromJanuary() {
    let error = #expect(throws: DateTextError.self) {
      try HistoricalDate("1640-21", style: DateStyle(.julian, yearStart: .ladyDay))
    }
    #expect(error?.column == 6 && error?.expected.contains("years from 1 January") == true)
  }

  @Test func wordsNameBothCalendars() throws {
    func words(_ text: String, _ language: String = "en", _ start: CalendarYearStart = .january) throws
      -> String
    {
      try HistoricalDate(text, style: DateStyle(.julian, yearStart: start)).description(in: language)
    }
    #expect(try words("1887-06-06") == "6 June 1887 O.S. (18 June N.S.)")
    #expect(
      try words("1917-10-25/1918-01-31")
        == "from 25 October 1917 to 31 January 1918 O.S. (7 November 1917 – 13 February 1918 N.S.)")
    #expect(
      try words("1917-10/1918-01")
        == "from October 1917 to January 1918 O.S. (from 14 October 1917 – 13 November 1917 to 14 January 1918 – 13 February 1918 N.S.)"
    )
    #expect(
      try words("[1887-06-01,1887-06-06]") == "1 or 6 June 1887 O.S. (13 or 18 June 1887 N.S.)")
    #expect(
      try words("[1887-06-01..1887-06-06]")
        == "between 1 and 6 June 1887 O.S. (between 13 and 18 June 1887 N.S.)")
    #expect(try words("1887-06-06/..") == "from 6 June 1887 onwards O.S. (from 18 June 1887 onwards N.S.)")
    #expect(
      try words("1640-02", "en", .ladyDay) == "February 1640/41 O.S. (11 February 1641 – 10 March 1641 N.S.)")
    #expect(try words("1640-03-24~", "en", .ladyDay) == "c. 24 March 1640/41 O.S. (3 April 1641 N.S.)")
    #expect(try words("1887-06-06", "de") == "6. Juni 1887 a. St. (18. Juni n. St.)")
    #expect(try words("1887-06-06", "fr") == "6 juin 1887 a.s. (18 juin n.s.)")
    #expect(try words("1887-06-06", "ru") == "6 июня 1887 г. ст. ст. (18 июня н. ст.)")
    #expect(try words("1887-06-06", "ja") == "ユリウス暦1887年6月6日（グレゴリオ暦6月18日）")
    #expect(
      try HistoricalDate("1508-02-10", style: DateStyle(.gregorian, yearStart: .marchFirst)).description(
        in: "en")
        == "10 February 1509")
    let interval = try HistoricalDate("1887-06-06/1887-07-01", style: .julian)
    #expect(interval.shortDescription(in: "en") == "6 June – 1 July 1887 O.S. (18 June – 13 July 1887 N.S.)")
  }
}
