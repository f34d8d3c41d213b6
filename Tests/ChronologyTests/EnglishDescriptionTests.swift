import Chronology
import Testing

/// The words of dates in English.
@Suite struct EnglishDescriptionTests {
  private func check(_ row: DescriptionRow) throws {
    #expect(try date(row.text).description(in: "en") == row.words, "\(row.text)")
  }

  static let points: [DescriptionRow] = [
    ("1941-04-13", "13 April 1941"),
    ("1941-08-01", "1 August 1941"),
    ("1941-04", "April 1941"),
    ("1945-05", "May 1945"),
    ("1941", "1941"),
    ("194X", "the 1940s"),
    ("190X", "1900–1909"),
    ("19XX", "the 20th century"),
    ("20XX", "the 21st century"),
    ("00XX", "the 1st century"),
    ("-01XX", "the 2nd century BCE"),
    ("1XXX", "the 2nd millennium"),
    ("1941-21", "spring 1941"),
    ("1941-22", "summer 1941"),
    ("1941-23", "autumn 1941"),
    ("1941-24", "winter 1941–42"),
    ("1999-24", "winter 1999–2000"),
    ("1982-31", "autumn 1982 (southern hemisphere)"),
    ("1941-33", "the first quarter of 1941"),
    ("1941-39", "the last third of 1941"),
    ("1941-41", "the second half of 1941"),
    ("-0043", "44 BCE"),
    ("0000", "1 BCE"),
    ("-0043-03-15", "15 March 44 BCE"),
    ("0079-08", "August 79 CE"),
    ("0476", "476"),
    ("-004X", "50–41 BCE"),
    ("Y170000002", "170000002"),
    ("Y-17E7", "170000001 BCE"),
    ("1941-04-XX", "an unknown day in April 1941"),
    ("1941-XX", "an unknown month in 1941"),
    ("1941-XX-XX", "an unknown day in 1941"),
    ("156X-12-25", "25 December 1560 – 25 December 1569"),
    ("1941-1X", "October 1941 – December 1941"),
    ("1950S2", "c. 1950 (1900–1999)"),
    ("1950S4", "1950"),
    ("1X41", "1041–1941"),
  ]

  @Test(arguments: points) func pointInWords(row: DescriptionRow) throws { try check(row) }

  static let times: [DescriptionRow] = [
    ("1941-04-13T14:50", "13 April 1941, 14:50"),
    ("1945-05-08T23:01:00+02:00", "8 May 1945, 23:01:00 (UTC+2)"),
    ("1945-08-09T00:00:00Z", "9 August 1945, 00:00:00 (UTC)"),
    ("1941-12-07T07:48:00-10:30", "7 December 1941, 07:48:00 (UTC−10:30)"),
  ]

  @Test(arguments: times) func timeInWords(row: DescriptionRow) throws { try check(row) }

  static let flags: [DescriptionRow] = [
    ("1941-04~", "c. April 1941"),
    ("1941-04-13~", "c. 13 April 1941"),
    ("1941~", "c. 1941"),
    ("1941-04?", "perhaps April 1941"),
    ("1941-04-13?", "perhaps 13 April 1941"),
    ("1941%", "perhaps c. 1941"),
    ("194X~", "c. 1940s"),
    ("19XX~", "c. 20th century"),
    ("1941-22~", "c. summer 1941"),
    ("-0043~", "c. 44 BCE"),
    ("1941-04-XX~", "c. an unknown day in April 1941"),
    ("2004-06~-11", "11 June 2004 (year approximate, month approximate)"),
    ("2004-06-?11", "11 June 2004 (day uncertain)"),
  ]

  @Test(arguments: flags) func flagInWords(row: DescriptionRow) throws { try check(row) }

  static let intervals: [DescriptionRow] = [
    ("1941-04-13/1946-04", "from 13 April 1941 to April 1946"),
    ("1941-04/1945-08-08", "from April 1941 to 8 August 1945"),
    ("1941/1945", "from 1941 to 1945"),
    ("194X/196X", "from the 1940s to the 1960s"),
    ("1941-21/1941-22", "from spring 1941 to summer 1941"),
    ("1941-22/1941-24", "from summer 1941 to winter 1941–42"),
    ("1941-04-13/..", "from 13 April 1941 onwards"),
    ("1941-04/..", "from April 1941 onwards"),
    ("../1945", "up to 1945"),
    ("../1945-08-08", "up to 8 August 1945"),
    ("1941/", "from 1941 to an unknown date"),
    ("/1945-05-09", "from an unknown date to 9 May 1945"),
    ("../..", "at all times"),
    ("1941~/1945?", "from c. 1941 to perhaps 1945"),
    ("-0043-03-15/0014-08-19", "from 15 March 44 BCE to 19 August 14 CE"),
  ]

  @Test(arguments: intervals) func intervalInWords(row: DescriptionRow) throws { try check(row) }

  static let sets: [DescriptionRow] = [
    ("[1945-05-08,1945-05-09]", "8 or 9 May 1945"),
    ("[1945-04-30,1945-05-01]", "30 April or 1 May 1945"),
    ("[1941-04,1941-05,1941-06]", "April, May or June 1941"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"),
    ("[1670..1672]", "between 1670 and 1672"),
    ("[1945-05-08..1945-05-12]", "between 8 and 12 May 1945"),
    ("[1941-04..1941-08]", "between April and August 1941"),
    ("[1941-04..1942-08]", "between April 1941 and August 1942"),
    ("[..1760-12-03]", "3 December 1760 or earlier"),
    ("[1760-12..]", "December 1760 or later"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("{1960..1965}", "from 1960 to 1965"),
    ("{..1984}", "up to 1984"),
    ("[1941]", "1941"),
    ("[1940~,1942?]", "c. 1940 or perhaps 1942"),
    ("[1941, 1943]", "1941 or 1943"),
    (
      "[1901,1902,1903,1904,1905,1906,1907,1908,1909,1910,1911,1912,1920]",
      "one of 13 dates from 1901 to 1920"
    ),
  ]

  @Test(arguments: sets) func setInWords(row: DescriptionRow) throws { try check(row) }

  @Test func ordinalsAreAllRight() throws {
    for (century, words) in [
      (0, "1st"), (1, "2nd"), (2, "3rd"), (3, "4th"), (10, "11th"), (11, "12th"), (12, "13th"), (21, "22nd"),
    ] {
      let digits = century < 10 ? "0\(century)XX" : "\(century)XX"
      #expect(try date(digits).description(in: "en") == "the \(words) century")
    }
  }
}
