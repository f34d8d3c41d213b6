import Chronology
import Testing

@Suite struct DateTextErrorTests {
  private static let monthOrSeason = "a month from 01 to 12 or a season from 21 to 41"

  @Test(
    arguments: [
      ("", 1, nil, "a year of four digits"), ("1941-13", 6, "13", monthOrSeason),
      ("1941-00", 6, "00", monthOrSeason),
      ("1941-42", 6, "42", monthOrSeason), ("1941-20", 6, "20", monthOrSeason),
      ("1941-", 6, nil, monthOrSeason), ("1941-4", 6, "4", monthOrSeason),
      ("1941-041", 6, "041", monthOrSeason), ("1941-02-29", 9, "29", "a day from 01 to 28 of 1941-02"),
      ("1900-02-29", 9, "29", "a day from 01 to 28 of 1900-02"),
      ("1940-02-30", 9, "30", "a day from 01 to 29 of 1940-02"),
      ("1941-04-31", 9, "31", "a day from 01 to 30 of 1941-04"),
      ("1941-04-00", 9, "00", "a day from 01 to 30 of 1941-04"),
      ("1941-XX-32", 9, "32", "a day from 01 to 31 of 1941-XX"),
      ("1941-02-3X", 9, "3", "a day from 01 to 28 of 1941-02"),
      ("XXXX-02-30", 9, "30", "a day from 01 to 29 of XXXX-02"),
      ("XXX1-02-29", 9, "29", "a day from 01 to 28 of XXX1-02"),
      ("-19?XX-?0X-31", 1, "-", "a year of four digits"),
      ("-19XX?-?X4-31", 12, "31", "a day from 01 to 30 of -19XX-X4"),
      ("1941-2X", 6, "2", monthOrSeason), ("1941-1X1", 6, "1", monthOrSeason),
      ("941", 1, "941", "a year of four digits"),
      ("19411", 1, "19411", "a year of four digits, or 'Y' before a longer year"),
      ("-0000", 1, "-", "'0000' for the year 0, without a sign"),
      ("-", 2, nil, "a year of four digits after '-'"),
      ("xxxx", 1, "xxxx", "a year of four digits"), ("19X", 4, nil, "a year of four digits"),
      ("19X11", 1, "19", "a year of four digits, or 'Y' before a longer year"),
      (
        "194X-04T10:00:00", 8, "T",
        "'-' and a day, a qualifier (?, ~ or %), '/' and an end or the end of the text"
      ),
      ("194XS2", 5, "S", "'-' and a month, a qualifier (?, ~ or %), '/' and an end or the end of the text"),
      ("1950S5", 6, "5", "a number of significant digits from 1 to 4"),
      ("1950S0", 6, "0", "a first digit from 1 to 9"),
      ("1950S", 6, nil, "a number of significant digits from 1 to 4"),
      ("1950S2-04", 7, "-", "a qualifier (?, ~ or %), '/' and an end or the end of the text"),
      ("0050S3", 6, "3", "a number of significant digits from 1 to 2"),
      ("Y17E", 5, nil, "an exponent from 1 on"), ("Y17E0", 5, "0", "a first digit from 1 to 9"),
      ("Y17E-7", 5, "-", "an exponent from 1 on"), ("YE7", 2, "E", "a number before 'E'"),
      ("Y17E99999", 2, "17", "a year from -292000000000 to 292000000000"),
      ("Y292000000000S1", 2, "292000000000", "a year from -292000000000 to 292000000000"),
      ("Y17E7-12", 6, "-", "a qualifier (?, ~ or %), '/' and an end or the end of the text"),
      ("Y1941", 2, "1941", "a year of more than four digits after 'Y'"),
      ("Y", 2, nil, "a year of more than four digits after 'Y'"),
      ("Y01941", 2, "01941", "a first digit from 1 to 9"),
      ("Y292000000001", 2, "292000000001", "a year from -292000000000 to 292000000000"),
      ("Y9999999999999999999999999", 2, "9999999999999999999…", "a year from -292000000000 to 292000000000"),
      ("1941-21-01", 8, "-", "a qualifier (?, ~ or %), '/' and an end or the end of the text"),
      ("1941??", 6, "?", "'-' and a month, '/' and an end or the end of the text"),
      ("1941-04-?", 10, nil, "a day from 01 to 30 of 1941-04"),
      ("1941-04-13?T14:50", 12, "T", "'/' and an end or the end of the text"),
      ("?", 2, nil, "a year of four digits"), ("1941-?", 7, nil, monthOrSeason),
      ("1941-04-13T", 12, nil, "an hour from 00 to 23"),
      ("1941-04-13T24:00", 12, "24", "an hour from 00 to 23"),
      ("1941-04-13T14", 14, nil, "':' and the minutes"),
      ("1941-04-13T14:60", 15, "60", "minutes from 00 to 59"),
      ("1941-04-13T14:50:60", 18, "60", "seconds from 00 to 59"),
      ("1941-04-13T14:50+9", 17, "+", "an offset such as Z, +09:00 or -03:30"),
      ("1945/1941", 6, "1941", "an end that is not before the start '1945'"),
      ("/", 2, nil, "a date or '..' on at least one side of '/'"),
      ("..", 3, nil, "'/' and an end after '..'"),
      ("1941/1942/1943", 10, "/", "'-' and a month, a qualifier (?, ~ or %) or the end of the text"),
      ("1941/../", 8, "/", "the end of the text"), ("1941/x", 6, "x", "a year of four digits or '..'"),
      ("[1941", 6, nil, "'-' and a month, a qualifier (?, ~ or %), '..', ',' or ']'"),
      ("[]", 2, "]", "a year of four digits or '..'"),
      ("[1941,]", 7, "]", "a year of four digits"), ("[..]", 4, "]", "a year of four digits"),
      ("[1941..,1943]", 8, ",", "']', as an open range is the last member"),
      ("[1941,..1943]", 7, ".", "a year of four digits"),
      ("[1943..1941]", 8, "1941", "an end of the range that is not before its start"),
      ("{1941]", 6, "]", "'-' and a month, a qualifier (?, ~ or %), '..', ',' or '}'"),
      ("[1941]?", 7, "?", "the end of the text"), ("王1941", 1, "王", "a year of four digits"),
      (
        "1941\u{301}", 4, "1\u{301}",
        "'-' and a month, a qualifier (?, ~ or %), '/' and an end or the end of the text"
      ),
    ] as [(String, Int, String?, String)])
  func slipIsPlaced(text: String, column: Int, found: String?, expected: String) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
    #expect(error?.column == column, "\(text)")
    #expect(error?.found == found, "\(text)")
    #expect(error?.expected == expected, "\(text)")
    #expect(error?.text == text)
  }

  @Test(
    arguments: [
      ("c. 1941", "1941~"), ("ca 1941", "1941~"), ("circa 1941", "1941~"), ("ca. April 1941", "1941-04~"),
      ("c.1941", "1941~"),
      ("13.04.1941", "1941-04-13"), ("13/4/1941", "1941-04-13"), ("4/13/1941", "1941-04-13"),
      ("3/4/1941", nil),
      ("3.4.1941", "1941-04-03"), ("1941/04/13", "1941-04-13"), ("1941-4-3", "1941-04-03"),
      ("1941-4", "1941/1944"),
      ("April 1941", "1941-04"), ("13 April 1941", "1941-04-13"), ("April 13, 1941", "1941-04-13"),
      ("13th of April 1941", "1941-04-13"), ("Sept. 1, 1939", "1939-09-01"), ("1941 Apr 13", "1941-04-13"),
      ("1941?~", "1941%"), ("~1941?~", "1941%"), ("1940-1942", "1940/1942"),
      ("1940–1942", "1940/1942"),
      ("1940 - 1942", "1940/1942"), ("April 1940 to May 1941", "1940-04/1941-05"), ("1940/41", "1940/1941"),
      ("1940-42", "1940/1942"), ("1904/05", "1904/1905"), ("1941/04", nil), ("44 BC", "-0043"),
      ("44 B.C.", "-0043"),
      ("1 BCE", "0000"), ("15 March 44 BC", "-0043-03-15"), ("AD 33", "0033"), ("20000 BC", "Y-19999"),
      ("1941/open", "1941/.."), ("1941/present", "1941/.."), ("1941-present", "1941/.."),
      ("1941/unknown", "1941/"),
      ("unknown/1941", "/1941"), ("open/1941", "../1941"), ("unknown", nil), ("194x", "194X"),
      ("19uu", "19XX"),
      ("1941-uu-uu", "1941-XX-XX"), ("1940s", "194X"), ("1900s", nil), ("194?", nil), ("800", "0800"),
      ("1941-00-00", "1941"), ("1941-04-00", "1941-04"), ("1941-00-13", "1941-XX-13"),
      ("19410413", "1941-04-13"),
      ("19411", "Y19411"),
      ("Y1941", nil), ("1941-04-13 14:50", "1941-04-13T14:50"), ("1941-04-13t14:50z", "1941-04-13T14:50Z"),
      ("1941-12-31T24:00", "1942-01-01T00:00:00"), (" 1941 ", "1941"), ("−0043", "-0043"),
      ("spring 1941", "1941-21"),
      ("13 avril 1941", "1941-04-13"), ("1941-02-30", nil), ("soon", nil),
      ("c. 1941/13.04.1945", "1941~/1945-04-13"),
      ("1945/1941", nil), ("1941 to", nil), ("May 12", nil), ("13 April 41", nil), ("the year 1941", "1941"),
      ("0 BC", nil),
    ] as [(String, String?)])
  func commonSlipHasAHint(text: String, hint: String?) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
    #expect(error?.hint == hint, "\(text)")
    if let hint { #expect(throws: Never.self, "\(text)") { try HistoricalDate(hint) } }
  }

  private func description(_ text: String) -> String? {
    #expect(throws: DateTextError.self) { try HistoricalDate(text) }?.description
  }

  @Test func errorIsASentenceThatQuotesTheText() {
    #expect(
      description("1941-13") == """
        '1941-13' is not a date: found '13' at column 6, expected a month from 01 to 12 or a season from 21 to 41
        """)
    #expect(
      description("ca 1941") == """
        'ca 1941' is not a date: found 'ca' at column 1, expected a year of four digits; write '1941~'
        """)
    #expect(description("") == "'' is not a date: the text ends at column 1, expected a year of four digits")
    #expect(
      description("19\n41\u{202E}") == """
        '19\\u{A}41\\u{202E}' is not a date: found '19' at column 1, expected a year of four digits
        """)
  }

  @Test(.timeLimit(.minutes(2))) func longTextIsRefusedBriefly() {
    let long = [
      String(repeating: "1", count: 10_000), String(repeating: "x", count: 10_000),
      "1941-04-13T" + String(repeating: "0", count: 10_000), String(repeating: "[", count: 10_000),
      String(repeating: "1941/", count: 2000), String(repeating: "1\u{301}\u{302}", count: 5000),
      "1" + String(repeating: "\u{301}", count: 10_000),
      "[" + String(repeating: "1941,", count: 2000), String(repeating: "-", count: 10_000),
      "1941" + String(repeating: "?", count: 10_000), "Y" + String(repeating: "9", count: 10_000),
    ]
    for text in long {
      let error = #expect(throws: DateTextError.self) { try HistoricalDate(text) }
      #expect((error?.description.count ?? 0) < 250, "\(error?.description ?? "")")
      #expect(error?.hint == nil)
    }
  }

  @Test(.timeLimit(.minutes(2))) func setHoldsTenThousandMembersAndNoMore() throws {
    let members = Array(repeating: "1941-04-13", count: 10_000).joined(separator: ",")
    let date = try date("[\(members)]")
    #expect(date.earliest.description == "1941-04-13T00:00:00")
    #expect(Span(date).covers(date) == .yes)
    #expect(date.isSame(as: date) == .yes)
    let error = #expect(throws: DateTextError.self) { try HistoricalDate("{\(members),1942}") }
    #expect(error?.column == 110_002)
    #expect(error?.expected == "no more than 10,000 members")
  }
}
