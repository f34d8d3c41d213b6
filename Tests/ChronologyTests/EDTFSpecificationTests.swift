import Chronology
import Testing

/// The examples of the Library of Congress specification of 4 February 2019, feature by feature, with the level it
/// puts them on; bounds worked out by hand.
@Suite struct EDTFSpecificationTests {
  typealias Example = (text: String, level: EDTFLevel, first: String, last: String)

  private static let levelZero: [Example] = [
    ("1985-04-12", .zero, "1985-04-12", "1985-04-12"), ("1985-04", .zero, "1985-04-01", "1985-04-30"),
    ("1985", .zero, "1985-01-01", "1985-12-31"), ("1964/2008", .zero, "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", .zero, "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", .zero, "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", .zero, "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", .zero, "2004-02-01", "2005-12-31"),
    ("2005/2006-02", .zero, "2005-01-01", "2006-02-28"),
  ]

  private static let levelOne: [Example] = [
    ("Y170000002", .one, "170000002-01-01", "170000002-12-31"),
    ("Y-170000002", .one, "-170000002-01-01", "-170000002-12-31"),
    ("2001-21", .one, "2001-03-01", "2001-05-31"), ("1984?", .one, "1984-01-01", "1984-12-31"),
    ("2004-06~", .one, "2004-06-01", "2004-06-30"), ("2004-06-11%", .one, "2004-06-11", "2004-06-11"),
    ("201X", .one, "2010-01-01", "2019-12-31"), ("20XX", .one, "2000-01-01", "2099-12-31"),
    ("2004-XX", .one, "2004-01-01", "2004-12-31"), ("1985-04-XX", .one, "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", .one, "1985-01-01", "1985-12-31"), ("1985-04-12/..", .one, "1985-04-12", "future"),
    ("1985-04/..", .one, "1985-04-01", "future"), ("1985/..", .one, "1985-01-01", "future"),
    ("../1985-04-12", .one, "past", "1985-04-12"), ("../1985-04", .one, "past", "1985-04-30"),
    ("../1985", .one, "past", "1985-12-31"), ("1985-04-12/", .one, "1985-04-12", "future"),
    ("1985-04/", .one, "1985-04-01", "future"), ("1985/", .one, "1985-01-01", "future"),
    ("/1985-04-12", .one, "past", "1985-04-12"), ("/1985-04", .one, "past", "1985-04-30"),
    ("/1985", .one, "past", "1985-12-31"), ("-1985", .one, "-1985-01-01", "-1985-12-31"),
  ]

  private static let levelTwo: [Example] = [
    ("Y-17E7", .two, "-170000000-01-01", "-170000000-12-31"), ("1950S2", .two, "1900-01-01", "1999-12-31"),
    ("Y171010000S3", .two, "171000000-01-01", "171999999-12-31"),
    ("Y3388E2S3", .two, "338000-01-01", "338999-12-31"), ("2001-34", .two, "2001-04-01", "2001-06-30"),
    ("[1667,1668,1670..1672]", .two, "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", .two, "past", "1760-12-03"),
    ("[1760-12..]", .two, "1760-12-01", "future"),
    ("[1760-01,1760-02,1760-12..]", .two, "1760-01-01", "future"),
    ("[1667,1760-12]", .two, "1667-01-01", "1760-12-31"), ("[..1984]", .two, "past", "1984-12-31"),
    ("{1667,1668,1670..1672}", .two, "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", .two, "1960-01-01", "1961-12-31"),
    ("{..1984}", .two, "past", "1984-12-31"), ("2004-06~-11", .two, "2004-06-11", "2004-06-11"),
    ("2004?-06-11", .two, "2004-06-11", "2004-06-11"), ("?2004-06-~11", .two, "2004-06-11", "2004-06-11"),
    ("2004-%06-11", .two, "2004-06-11", "2004-06-11"), ("156X-12-25", .two, "1560-12-25", "1569-12-25"),
    ("15XX-12-25", .two, "1500-12-25", "1599-12-25"), ("XXXX-12-XX", .two, "0000-12-01", "9999-12-31"),
    ("1XXX-XX", .two, "1000-01-01", "1999-12-31"), ("1XXX-12", .two, "1000-12-01", "1999-12-31"),
    ("1984-1X", .two, "1984-10-01", "1984-12-31"),
    ("2004-06-~01/2004-06-~20", .two, "2004-06-01", "2004-06-20"),
    // Digits unspecified within an interval are level 2, though they are level 1 in a date by itself.
    ("2004-06-XX/2004-07-03", .two, "2004-06-01", "2004-07-03"),
  ]

  /// Level 2 seasons and other parts of 2003, whose next February has 29 days; the specification leaves the months
  /// to the reader, and ours are those of ``HistoricalDate``.
  private static let seasons: [Example] = [
    ("2003-21", .one, "2003-03-01", "2003-05-31"), ("2003-22", .one, "2003-06-01", "2003-08-31"),
    ("2003-23", .one, "2003-09-01", "2003-11-30"), ("2003-24", .one, "2003-12-01", "2004-02-29"),
    ("2003-25", .two, "2003-03-01", "2003-05-31"), ("2003-26", .two, "2003-06-01", "2003-08-31"),
    ("2003-27", .two, "2003-09-01", "2003-11-30"), ("2003-28", .two, "2003-12-01", "2004-02-29"),
    ("2003-29", .two, "2003-09-01", "2003-11-30"), ("2003-30", .two, "2003-12-01", "2004-02-29"),
    ("2003-31", .two, "2003-03-01", "2003-05-31"), ("2003-32", .two, "2003-06-01", "2003-08-31"),
    ("2003-33", .two, "2003-01-01", "2003-03-31"), ("2003-34", .two, "2003-04-01", "2003-06-30"),
    ("2003-35", .two, "2003-07-01", "2003-09-30"), ("2003-36", .two, "2003-10-01", "2003-12-31"),
    ("2003-37", .two, "2003-01-01", "2003-04-30"), ("2003-38", .two, "2003-05-01", "2003-08-31"),
    ("2003-39", .two, "2003-09-01", "2003-12-31"), ("2003-40", .two, "2003-01-01", "2003-06-30"),
    ("2003-41", .two, "2003-07-01", "2003-12-31"),
  ]

  @Test(arguments: levelZero + levelOne + levelTwo + seasons)
  func exampleHasItsLevelAndBounds(_ example: Example) throws {
    let date = try date(example.text)
    #expect(date.level == example.level, "\(example.text)")
    let first = example.first == "past" ? "distant past" : example.first + "T00:00:00"
    let last = example.last == "future" ? "distant future" : example.last + "T23:59:59"
    #expect(date.earliest.description == first && date.latest.description == last, "\(example.text)")
    #expect(date.description == example.text && date.edtf == example.text && date.takenFor == nil)
  }

  @Test(arguments: [
    ("1985-04-12T23:20:30", "1985-04-12T23:20:30"), ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30"),
    ("1985-04-12T23:20:30-04", "1985-04-13T03:20:30"), ("1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30"),
  ])
  func timeOfLevelZeroIsASecond(text: String, second: String) throws {
    let date = try date(text)
    #expect(
      date.level == .zero && date.earliest.description == second && date.latest == date.earliest, "\(text)")
  }

  /// Text that ISO 8601 or an earlier draft has and the specification has not, or that breaks a rule it states.
  @Test(
    arguments: [
      // Basic format, ordinal and week dates, durations, times by themselves, decimal fractions and repetitions.
      "20050924T100000", "19850412", "1985-102", "1985102", "1985-W15-5", "1985W155", "P5Y", "2004-01-01/P5D",
      "P5D/2004-01-01", "T10:00:00", "1985-04-12T23:20:30.5", "R5/2004/2005", "1985-04-12T232030",
      "1985-04-12T23",
      // The draft of 2012: u, x, parentheses, two flags, unknown and open, y, e, p, and seasons with a place.
      "199u", "196x", "19uu", "2004-(06)?-11", "2004-06-(11)~", "(2011)-06-04~", "2011-(06-04)~", "1984?~",
      "unknown/2006", "2004-01-01/open", "y170000002", "y17e7", "Y17e7", "Y17101E4p3",
      "2001-21^southernHemisphere",
      // 'Y' when and only when the year exceeds four digits; without month or day.
      "Y1985", "Y-1985", "Y01985", "12345", "-12345", "Y170000002-01", "Y17E7-12-26", "Y", "Y-", "Y+12345",
      // 'E' needs numbers, the second of them positive; 'S' no more digits than there are.
      "Y17E", "YE7", "Y17E0", "Y17E-7", "1985E2", "1950S", "1950S0", "1950S5", "1950S2-04", "Y171010000S10",
      // Only 21 to 41 stand in the place of a month, and no day follows.
      "2001-20", "2001-42", "2001-00", "2001-13", "2001-21-01", "2001-99", "2001-2X",
      // The calendar must have the day.
      "1985-02-29", "1985-04-31", "1985-04-00", "1985-04-32", "1985-02-3X", "XXXX-02-30", "XXXX-02-3X",
      "190X-04-31",
      "1985-XX-32", "1985-00-XX", "-0000", "-0000-01", "XX01-02-29",
      // Sets: ranges only of their own dates, dots before the first and after the last.
      "[]", "{}", "[1667", "1667]", "[1667}", "[1667,]", "[,1667]", "[1667..1668..1669]", "[1667/1668]",
      "[[1667]]",
      "[1667,..1668]", "[1667..,1668]", "[..]", "[1667]?", "?[1667]", "1667..1668", "[1668..1667]",
      "[1667;1668]",
      // Intervals: two sides, the first not after the second, a date on at least one side.
      "/", "2004/2005/2006", "2005/2004", "2004//2005", "2004/...", "2004--2005", "2004-06/2004-05-01", "...",
      // Dashes, spaces, signs and letters.
      "1985–04–12", " 1985", "1985 ", "+1985", "1985-4-12", "1985-04-12t23:20:30", "1985-04-12 23:20:30",
      "1985-04-12T24:00:00", "1985-04-12T23:60:00", "1985-04-12T23:20:60", "1985-04-12T23:20:30+4", "85",
      "-85",
      "1985-04-12T23:20:30z", "2004-06-11T10:00:00/..~", "2004-06-", "2004-", "-", "?", "2004-~", "X", "XX",
      "XXX",
      "XXXXX", "XXXX-XXX",
    ])
  func whatIsNotOfTheFormatIsRefused(text: String) {
    #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
  }

  /// What is read beyond the format has no level.
  @Test(arguments: [
    "1985-04-12T23:20", "1985-04-12T23:20Z", "1985-04-12T23:20:30~", "1985-04-12T23:20:30+0430",
    "1985-04-12T23:20:30+00:19:32", "1985-04-12T23:20:30-00:00", "1985-04-12T23:20:30/1986",
    "../1985-04-12T23:20:30",
    "[1985-04-12T23:20:30,1986]", "{1985-04-12T23:20:30Z..}", "[1667, 1668]",
  ])
  func extensionHasNoLevel(text: String) throws {
    #expect(try date(text).level == nil, "\(text)")
  }

  @Test(
    arguments: [
      // A negative year is level 1 even with a month or a day, and so is an interval of such years.
      ("-0043-03-15", .one), ("-0043/0014", .one), ("0000", .zero), ("-004X", .one), ("-0043-XX", .one),
      ("XXXX", .two), ("1XXX", .two), ("2X04", .two), ("X004", .two), ("2004-0X", .two), ("2004-06-1X", .two),
      ("2004-XX-13", .two), ("20XX-XX", .two), ("XXXX-XX-XX", .two), ("201X~", .one), ("2004-XX?", .one),
      ("?2004", .two), ("2004-?06", .two), ("2004?-06?", .two), ("~2004-06", .two), ("~Y17000", .two),
      ("Y17000~", .one), ("Y17E7~", .two), ("1950S2~", .two), ("-1950S2", .two), ("201X-21", .two),
      // A season stands in the place of a month, so a flag or an interval takes it as it takes a month. edtf.js has
      // both only at a level 3 of its own; the specification excludes neither.
      ("2001-21?", .one), ("2001-21/2002-22", .one), ("2001-33/2002", .two), ("2001-~21", .two),
      ("2004/2005~", .one), ("2004~-06/2005", .two), ("201X/2015", .two), ("../..", .one), ("/..", .one),
      ("../", .one),
      ("Y17000/Y18000", .one), ("[2004]", .two), ("{201X..}", .two),
    ] as [(String, EDTFLevel)])
  func levelIsTheLowestThatHasTheText(text: String, level: EDTFLevel) throws {
    #expect(try date(text).level == level, "\(text)")
  }

  @Test func endsOfAnIntervalHaveLevelsOfTheirOwn() throws {
    let interval = try date("2004-06-~01/2004-06-20")
    #expect(interval.level == .two)
    guard case .date(let start)? = interval.start, case .date(let end)? = interval.end else {
      Issue.record("\(interval) has no ends")
      return
    }
    #expect(try start == date("2004-06-~01") && end == date("2004-06-20"))
    #expect(start.level == .two && end.level == .zero)
  }

  @Test(
    arguments: [
      ("2004-06-11?", "ymd", ""), ("2004-06~", "", "ym"), ("2004%", "y", "y"), ("2004-06~-11", "", "ym"),
      ("2004?-06-11", "y", ""), ("?2004-06-~11", "y", "d"), ("2004-%06-11", "m", "m"),
      ("2004?-06-~11", "y", "d"),
      ("?2004-%06", "ym", "m"), ("2004-?06-?11", "md", ""), ("2004?-~06-~04", "y", "md"),
      ("2004?-06~-11%", "ymd", "ymd"),
      ("?2004-06", "y", ""), ("~2004?", "y", "y"), ("2001-~21", "", "m"), ("156X?-12-25", "y", ""),
      ("2004-06-11", "", ""),
      ("Y17E7?", "y", ""), ("1950S2~", "", "y"), ("2004/2005?", "", ""),
    ])
  func flagHoldsForItsComponents(text: String, uncertain: String, approximate: String) throws {
    let date = try date(text)
    func letters(_ holds: (HistoricalDate.Component) -> Bool) -> String {
      zip("ymd", HistoricalDate.Component.allCases).filter { holds($0.1) }.map { String($0.0) }.joined()
    }
    #expect(letters(date.isUncertain) == uncertain && letters(date.isApproximate) == approximate, "\(text)")
    #expect(date.isUncertain == (!uncertain.isEmpty || text.hasSuffix("/2005?")), "\(text)")
    #expect(date.isApproximate == !approximate.isEmpty, "\(text)")
  }

  @Test(
    arguments: [
      ("1950S2", 1950), ("Y171010000S3", 171_010_000), ("Y3388E2S3", 338_800), ("?-1950S2~", -1950),
      ("0000S1", 0),
      ("1950", nil), ("[1950S2]", nil), ("1950S2/1960", nil), ("2001-21", nil),
    ] as [(String, Int64?)])
  func significantDigitsKeepTheEstimate(text: String, year: Int64?) throws {
    #expect(try date(text).estimatedYear == year, "\(text)")
    #expect(try HistoricalDate(text, defaultOffset: UTCOffset("+09:00")).estimatedYear == year, "\(text)")
  }

  @Test func seasonIsNamed() throws {
    #expect(try date("2001-34").season == 34)
    #expect(try date("201X-21").season == 21)
    #expect(try date("2001-12").season == nil && date("2001-21/2002").season == nil)
  }

  @Test(
    arguments: [
      ("Y17E7", "170000000", "170000000", .year), ("Y1E1", "0010", "0010", .year),
      ("Y-1E5", "-100000", "-100000", .year), ("1950S1", "1000", "1999", .millennium),
      ("1950S3", "1950", "1959", .decade), ("1950S4", "1950", "1950", .year),
      ("0000S1", "0000", "0000", .year),
      ("0050S1", "0050", "0059", .decade), ("-1950S2", "-1999", "-1900", .century),
      ("Y-171010000S3", "-171999999", "-171000000", .millennium),
      ("Y292000000000", "292000000000", "292000000000", .year),
      ("Y292E9", "292000000000", "292000000000", .year), ("XXXX", "0000", "9999", .millennium),
      ("-XXXX", "-9999", "-0001", .millennium), ("19X1", "1901", "1991", .century),
      ("2X04", "2004", "2904", .millennium),
      ("-00X1", "-0091", "-0001", .century), ("X000", "0000", "9000", .millennium),
      ("-000X", "-0009", "-0001", .decade),
    ] as [(String, String, String, Precision)])
  func yearHasItsBounds(text: String, first: String, last: String, precision: Precision) throws {
    let date = try date(text)
    #expect(date.earliest.description == first + "-01-01T00:00:00", "\(text)")
    #expect(date.latest.description == last + "-12-31T23:59:59", "\(text)")
    #expect(date.precision == precision, "\(text)")
  }
}
