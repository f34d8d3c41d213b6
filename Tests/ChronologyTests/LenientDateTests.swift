import Chronology
import Testing

@Suite struct LenientDateTests {
  @Test(
    arguments: [
      ("1939..1945", "[1939..1945]"), ("1939-09-01..1939-09-03", "[1939-09-01..1939-09-03]"),
      ("..1941", "[..1941]"),
      ("1941..", "[1941..]"), ("1939…1945", "[1939..1945]"), ("1939 - 1941", "1939/1941"),
      ("1939 – 1941", "1939/1941"), ("1939—1941", "1939/1941"), ("1939-1941", "1939/1941"),
      ("1941/04/13", "1941-04-13"), ("13.04.1941", "1941-04-13"), ("3.4.1941", "1941-04-03"),
      ("c. 1941", "1941~"),
      ("ca. 1941", "1941~"), ("circa 1941", "1941~"), ("44 BC", "-0043"), ("44 BCE", "-0043"),
      ("AD 79", "0079"),
      ("79 AD", "0079"), ("13 April 1941", "1941-04-13"), ("April 1941", "1941-04"),
      ("April 13, 1941", "1941-04-13"),
      ("before 1941", "[..1940]"), ("before April 1941", "[..1941-03]"),
      ("before 1 January 1941", "[..1940-12-31]"),
      ("before c. 1941", "[..1940~]"), ("before the 1940s", "[..1939]"),
      ("before spring 1941", "[..1941-02]"),
      ("before 1 BC", "[..-0001]"), ("before 1 AD", "[..0000]"), ("Before 20000 BC", "[..Y-20000]"),
      ("after 1941", "[1942..]"), ("after 31.12.1941", "[1942-01-01..]"), ("after 9999", "[Y10000..]"),
      ("by 1941", "[..1941]"), ("not before 1941-04", "[1941-04..]"), ("until 1941", "/1941"),
      ("since 1941", "1941/.."),
      ("between 1939 and 1941", "[1939..1941]"), ("from 1939 to 1941", "1939/1941"), ("1940s", "194X"),
      ("the 1940s", "194X"), ("c. 1940s", "194X~"), ("19th century", "18XX"), ("1st century", "[0001..0100]"),
      ("5th century BC", "-04XX"), ("1st century BC", "[-0099..0000]"), ("１９４１", "1941"),
      ("１９４１－０４－１３", "1941-04-13"), ("１９３９～１９４１", "1939/1941"), ("1941年4月13日", "1941-04-13"),
      ("1941年", "1941"), ("1941–04–13", "1941-04-13"), ("1950s2", "1950S2"), ("y17e7", "Y17E7"),
      ("15uu-12-25", "15XX-12-25"), ("1941-04-13?~", "1941-04-13%"), ("spring 44 BC", "-0043-21"),
      ("winter 1941/42", "1941-24"), ("winter of 1941-1942", "1941-24"), ("1940's", "194X"),
      ("79 C.E.", "0079"),
      ("44 B.C.E.", "-0043"), ("1904 - 05", "1904/1905"), ("1914 – 18", "1914/1918"),
      ("1914-18", "1914/1918"),
      ("1899-1900", "1899/1900"),
    ])
  func commonWritingIsTakenForADate(text: String, meaning: String) throws {
    let lenient = try HistoricalDate(lenient: text)
    let strict = try HistoricalDate(meaning)
    #expect(lenient.takenFor == meaning, "\(text)")
    #expect(lenient.text == text && lenient.description == text && lenient.edtf == meaning)
    #expect(lenient.earliest == strict.earliest && lenient.latest == strict.latest, "\(text)")
    #expect(lenient.level == strict.level && lenient.shape == strict.shape, "\(text)")
    let error = #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
    #expect(error?.hint == meaning && error?.readings == [meaning], "\(text)")
  }

  @Test(arguments: ["1941", "1941?-04", "1940-41", "[1939..1945]", "1941-04-13T14:50", "../1941", "?1941"])
  func dateOfTheFormatIsTakenForItself(text: String) throws {
    let date = try HistoricalDate(lenient: text)
    #expect(date.takenFor == nil && date.edtf == text)
    #expect(try date == HistoricalDate(text))
  }

  @Test(
    arguments: [
      ("3/4/1941", ["1941-04-03", "1941-03-04"]), ("3-4-1941", ["1941-04-03", "1941-03-04"]),
      ("1900s", ["190X", "19XX"]), ("1941～", ["1941/..", "1941/"]),
      ("8/9 May 1945", ["[1945-05-08,1945-05-09]", "1945-05-08/1945-05-09"]), ("194?", ["194X?", "0194?"]),
      ("winter 1941", ["1941-24", "1940-24"]), ("c. winter 1941", ["1941-24~", "1940-24~"]),
      ("winter 1 BC", ["0000-24", "-0001-24"]), ("c. 3/4/1941", ["1941-04-03~", "1941-03-04~"]),
    ])
  func textOfTwoMeaningsIsRefusedWithBoth(text: String, readings: [String]) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(lenient: text) }
    #expect(error?.readings == readings && error?.hint == nil, "\(text)")
    let words = readings.map { "'\($0)'" }.joined(separator: " or ")
    #expect(error?.description.hasSuffix("; it may mean \(words)") == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    "", " ", "soon", "..", "before", "before soon", "after 3/4/1941", "0th century", "the century",
    "13/13/1941",
    "31.02.1941", "1945..1941", "1945 - 1941", "between 1945 and 1941", "1941年年", "年1941",
    "before 1941-04-13T14:50", "[1941", "194 0s", "40s", "winter 1941/43",
    "1940 42",
  ])
  func textWithoutKnownMeaningIsRefused(text: String) {
    let error = #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(lenient: text) }
    #expect(error?.readings == [], "\(text)")
  }

  @Test func defaultOffsetPlacesALenientDate() throws {
    let offset = UTCOffset("+09:00")
    let lenient = try HistoricalDate(lenient: "13 April 1941", defaultOffset: offset)
    #expect(lenient.earliest.description == "1941-04-12T15:00:00")
  }
}
