import Chronology
import Testing

/// The words of dates in German.
@Suite struct GermanDescriptionTests {
  private func check(_ row: DescriptionRow) throws {
    #expect(try date(row.text).description(in: "de") == row.words, "\(row.text)")
  }

  static let points: [DescriptionRow] = [
    ("1941-04-13", "13. April 1941"),
    ("1941-08-01", "1. August 1941"),
    ("1941-04", "April 1941"),
    ("1945-05", "Mai 1945"),
    ("1941", "1941"),
    ("194X", "1940er Jahre"),
    ("190X", "1900–1909"),
    ("19XX", "20. Jahrhundert"),
    ("20XX", "21. Jahrhundert"),
    ("00XX", "1. Jahrhundert"),
    ("-01XX", "2. Jahrhundert v. Chr."),
    ("1XXX", "2. Jahrtausend"),
    ("1941-21", "Frühling 1941"),
    ("1941-22", "Sommer 1941"),
    ("1941-23", "Herbst 1941"),
    ("1941-24", "Winter 1941/42"),
    ("1999-24", "Winter 1999/2000"),
    ("1982-31", "Herbst 1982 (Südhalbkugel)"),
    ("1941-33", "1. Quartal 1941"),
    ("1941-39", "3. Jahresdrittel 1941"),
    ("1941-41", "2. Halbjahr 1941"),
    ("-0043", "44 v. Chr."),
    ("0000", "1 v. Chr."),
    ("-0043-03-15", "15. März 44 v. Chr."),
    ("0079-08", "August 79 n. Chr."),
    ("0476", "476"),
    ("-004X", "50–41 v. Chr."),
    ("Y170000002", "170000002"),
    ("Y-17E7", "170000001 v. Chr."),
    ("1941-04-XX", "ein unbekannter Tag im April 1941"),
    ("1941-XX", "ein unbekannter Monat des Jahres 1941"),
    ("1941-XX-XX", "ein unbekannter Tag des Jahres 1941"),
    ("156X-12-25", "25. Dezember 1560 – 25. Dezember 1569"),
    ("1941-1X", "Oktober 1941 – Dezember 1941"),
    ("1950S2", "um 1950 (1900–1999)"),
    ("1950S4", "1950"),
    ("1X41", "1041–1941"),
  ]

  @Test(arguments: points) func pointInWords(row: DescriptionRow) throws { try check(row) }

  static let times: [DescriptionRow] = [
    ("1941-04-13T14:50", "13. April 1941, 14:50 Uhr"),
    ("1945-05-08T23:01:00+02:00", "8. Mai 1945, 23:01:00 Uhr (UTC+2)"),
    ("1945-08-09T00:00:00Z", "9. August 1945, 00:00:00 Uhr (UTC)"),
    ("1941-12-07T07:48:00-10:30", "7. Dezember 1941, 07:48:00 Uhr (UTC−10:30)"),
  ]

  @Test(arguments: times) func timeInWords(row: DescriptionRow) throws { try check(row) }

  static let flags: [DescriptionRow] = [
    ("1941-04~", "um April 1941"),
    ("1941-04-13~", "um den 13. April 1941"),
    ("1941~", "um 1941"),
    ("1941-04?", "vielleicht April 1941"),
    ("1941-04-13?", "vielleicht 13. April 1941"),
    ("1941%", "vielleicht um 1941"),
    ("194X~", "um die 1940er Jahre"),
    ("19XX~", "um das 20. Jahrhundert"),
    ("1941-22~", "um den Sommer 1941"),
    ("-0043~", "um 44 v. Chr."),
    ("1941-04-XX~", "um einen unbekannten Tag im April 1941"),
    ("2004-06~-11", "11. Juni 2004 (Jahr ungefähr, Monat ungefähr)"),
    ("2004-06-?11", "11. Juni 2004 (Tag unsicher)"),
  ]

  @Test(arguments: flags) func flagInWords(row: DescriptionRow) throws { try check(row) }

  static let intervals: [DescriptionRow] = [
    ("1941-04-13/1946-04", "vom 13. April 1941 bis April 1946"),
    ("1941-04/1945-08-08", "von April 1941 bis zum 8. August 1945"),
    ("1941/1945", "von 1941 bis 1945"),
    ("194X/196X", "von den 1940er Jahren bis zu den 1960er Jahren"),
    ("1941-21/1941-22", "vom Frühling 1941 bis zum Sommer 1941"),
    ("1941-22/1941-24", "vom Sommer 1941 bis zum Winter 1941/42"),
    ("1941-04-13/..", "ab dem 13. April 1941"),
    ("1941-04/..", "ab April 1941"),
    ("../1945", "bis 1945"),
    ("../1945-08-08", "bis zum 8. August 1945"),
    ("1941/", "von 1941 bis zu einem unbekannten Datum"),
    ("/1945-05-09", "von einem unbekannten Datum bis zum 9. Mai 1945"),
    ("../..", "zu jeder Zeit"),
    ("1941~/1945?", "etwa von 1941 bis 1945 (?)"),
    ("-0043-03-15/0014-08-19", "vom 15. März 44 v. Chr. bis zum 19. August 14 n. Chr."),
  ]

  @Test(arguments: intervals) func intervalInWords(row: DescriptionRow) throws { try check(row) }

  static let sets: [DescriptionRow] = [
    ("[1945-05-08,1945-05-09]", "8. oder 9. Mai 1945"),
    ("[1945-04-30,1945-05-01]", "30. April oder 1. Mai 1945"),
    ("[1941-04,1941-05,1941-06]", "April, Mai oder Juni 1941"),
    ("[1667,1668,1670..1672]", "1667, 1668 oder 1670 bis 1672"),
    ("[1670..1672]", "zwischen 1670 und 1672"),
    ("[1945-05-08..1945-05-12]", "zwischen dem 8. und dem 12. Mai 1945"),
    ("[1941-04..1941-08]", "zwischen April und August 1941"),
    ("[1941-04..1942-08]", "zwischen April 1941 und August 1942"),
    ("[..1760-12-03]", "3. Dezember 1760 oder früher"),
    ("[1760-12..]", "Dezember 1760 oder später"),
    ("{1960,1961-12}", "1960 und Dezember 1961"),
    ("{1960..1965}", "von 1960 bis 1965"),
    ("{..1984}", "bis 1984"),
    ("[1941]", "1941"),
    ("[1940~,1942?]", "um 1940 oder vielleicht 1942"),
    ("[1941, 1943]", "1941 oder 1943"),
    (
      "[1901,1902,1903,1904,1905,1906,1907,1908,1909,1910,1911,1912,1920]",
      "eines von 13 Daten von 1901 bis 1920"
    ),
  ]

  @Test(arguments: sets) func setInWords(row: DescriptionRow) throws { try check(row) }
}
