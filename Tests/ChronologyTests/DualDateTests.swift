import Chronology
import Testing

@Suite struct DualDateTests {
  private func day(_ year: Int64, _ month: Int, _ day: Int) throws -> Day {
    try #require(Day(julianYear: year, month: month, day: day))
  }

  @Test func dualDateInFiveLanguages() throws {
    let october = try DualDate(day(1917, 10, 25))
    #expect(october.description == "25 October 1917 O.S. (7 November N.S.)")
    #expect(october.description(in: "fr") == "25 octobre 1917 a.s. (7 novembre n.s.)")
    #expect(october.description(in: "de") == "25. Oktober 1917 a. St. (7. November n. St.)")
    #expect(october.description(in: "ru") == "25 октября 1917 г. ст. ст. (7 ноября н. ст.)")
    #expect(october.description(in: "ja") == "ユリウス暦1917年10月25日（グレゴリオ暦11月7日）")
  }

  @Test func dayIsTheOneWrittenWhateverItsOffset() throws {
    // In UTC it is still the day before, or already the day after.
    #expect(
      try JulianDate("1917-10-25T00:30+02:00").description(in: "en")
        == "25 October 1917, 00:30 (UTC+2) O.S. (7 November N.S.)")
    #expect(
      try JulianDate("1917-10-25T23:30-03:30").description(in: "en")
        == "25 October 1917, 23:30 (UTC−3:30) O.S. (7 November N.S.)")
  }

  @Test func yearIsRepeatedWhereItDiffers() throws {
    #expect(try DualDate(day(1916, 12, 25)).description == "25 December 1916 O.S. (7 January 1917 N.S.)")
    #expect(try DualDate(day(-43, 3, 15)).description == "15 March 44 BCE O.S. (13 March N.S.)")
  }

  @Test func legalYearEndsBeforeLadyDay() throws {
    let before = try DualDate(day(1641, 3, 24), yearStart: .ladyDay)
    #expect(before.legalYear == 1640 && before.dualYear == "1640/41")
    #expect(before.description == "24 March 1640/41 O.S. (3 April 1641 N.S.)")
    #expect(before.description(in: "de") == "24. März 1640/41 a. St. (3. April 1641 n. St.)")
    #expect(before.description(in: "ru") == "24 марта 1640/41 г. ст. ст. (3 апреля 1641 г. н. ст.)")
    #expect(before.description(in: "ja") == "ユリウス暦1640/41年3月24日（グレゴリオ暦1641年4月3日）")
    let after = try DualDate(day(1641, 3, 25), yearStart: .ladyDay)
    #expect(after.legalYear == 1641 && after.dualYear == "1641")
    #expect(after.description == "25 March 1641 O.S. (4 April N.S.)")
    #expect(
      try DualDate(day(1649, 1, 30), yearStart: .ladyDay).description(in: "fr").hasPrefix(
        "30 janvier 1648/49 a.s."))
    #expect(try DualDate(day(1700, 2, 1), yearStart: .ladyDay).dualYear == "1699/1700")
    #expect(try DualDate(day(1641, 3, 24)).dualYear == "1641")
  }

  @Test func julianTextIsDescribedInBothCalendars() throws {
    #expect(try JulianDate("1917-10-25").description(in: "en") == "25 October 1917 O.S. (7 November N.S.)")
    #expect(
      try JulianDate("1640-03-24", yearStart: .ladyDay).description(in: "en")
        == "24 March 1640/41 O.S. (3 April 1641 N.S.)")
    #expect(
      try JulianDate("1917-10-25", defaultOffset: UTCOffset("+03:00")).description(in: "en")
        == "25 October 1917 O.S. (7 November N.S.)")
    #expect(
      try JulianDate("1917-10").description(in: "en")
        == "October 1917 O.S. (14 October 1917 – 13 November 1917 N.S.)")
    #expect(
      try JulianDate("1917~").description(in: "de")
        == "um 1917 a. St. (14. Januar 1917 – 13. Januar 1918 n. St.)")
    #expect(
      try JulianDate("1917-10-25~").description(in: "en") == "c. 25 October 1917 O.S. (7 November N.S.)")
    #expect(
      try JulianDate("1917-10-25T21:40").description(in: "en")
        == "25 October 1917, 21:40 O.S. (7 November N.S.)")
    #expect(
      try JulianDate("1900-02-29?").description(in: "fr")
        == "peut-être le 29 février 1900 a.s. (13 mars n.s.)")
    #expect(
      try JulianDate("1917-10-25/1918-01-31").description(in: "en")
        == "from 25 October 1917 to 31 January 1918 O.S. (7 November 1917 – 13 February 1918 N.S.)")
    #expect(
      try JulianDate("1640-04", yearStart: .ladyDay).description(in: "en")
        == "April 1640 O.S. (11 April 1640 – 10 May 1640 N.S.)")
  }
}
