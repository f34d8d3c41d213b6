import Chronology
import Testing

/// The words of dates in French.
@Suite struct FrenchDescriptionTests {
  private func check(_ row: DescriptionRow) throws {
    #expect(try date(row.text).description(in: "fr") == row.words, "\(row.text)")
  }

  static let points: [DescriptionRow] = [
    ("1941-04-13", "13 avril 1941"),
    ("1941-08-01", "1er août 1941"),
    ("1941-04", "avril 1941"),
    ("1945-05", "mai 1945"),
    ("1941", "1941"),
    ("194X", "années 1940"),
    ("190X", "1900–1909"),
    ("19XX", "XXe siècle"),
    ("20XX", "XXIe siècle"),
    ("00XX", "Ier siècle"),
    ("-01XX", "IIe siècle av. J.-C."),
    ("1XXX", "IIe millénaire"),
    ("1941-21", "printemps 1941"),
    ("1941-22", "été 1941"),
    ("1941-23", "automne 1941"),
    ("1941-24", "hiver 1941-1942"),
    ("1999-24", "hiver 1999-2000"),
    ("1982-31", "automne 1982 (hémisphère Sud)"),
    ("1941-33", "1er trimestre 1941"),
    ("1941-39", "3e quadrimestre 1941"),
    ("1941-41", "2e semestre 1941"),
    ("-0043", "44 av. J.-C."),
    ("0000", "1 av. J.-C."),
    ("-0043-03-15", "15 mars 44 av. J.-C."),
    ("0079-08", "août 79 apr. J.-C."),
    ("0476", "476"),
    ("-004X", "50–41 av. J.-C."),
    ("Y170000002", "170000002"),
    ("Y-17E7", "170000001 av. J.-C."),
    ("1941-04-XX", "un jour inconnu d'avril 1941"),
    ("1941-XX", "un mois inconnu de 1941"),
    ("1941-XX-XX", "un jour inconnu de 1941"),
    ("156X-12-25", "25 décembre 1560 – 25 décembre 1569"),
    ("1941-1X", "octobre 1941 – décembre 1941"),
    ("1950S2", "vers 1950 (1900–1999)"),
    ("1950S4", "1950"),
    ("1X41", "1041–1941"),
  ]

  @Test(arguments: points) func pointInWords(row: DescriptionRow) throws { try check(row) }

  static let times: [DescriptionRow] = [
    ("1941-04-13T14:50", "13 avril 1941, 14 h 50"),
    ("1945-05-08T23:01:00+02:00", "8 mai 1945, 23 h 01 min 00 s (UTC+2)"),
    ("1945-08-09T00:00:00Z", "9 août 1945, 0 h 00 min 00 s (UTC)"),
    ("1941-12-07T07:48:00-10:30", "7 décembre 1941, 7 h 48 min 00 s (UTC−10:30)"),
  ]

  @Test(arguments: times) func timeInWords(row: DescriptionRow) throws { try check(row) }

  static let flags: [DescriptionRow] = [
    ("1941-04~", "vers avril 1941"),
    ("1941-04-13~", "vers le 13 avril 1941"),
    ("1941~", "vers 1941"),
    ("1941-04?", "peut-être avril 1941"),
    ("1941-04-13?", "peut-être le 13 avril 1941"),
    ("1941%", "peut-être vers 1941"),
    ("194X~", "vers les années 1940"),
    ("19XX~", "vers le XXe siècle"),
    ("1941-22~", "vers l'été 1941"),
    ("-0043~", "vers 44 av. J.-C."),
    ("1941-04-XX~", "vers un jour inconnu d'avril 1941"),
    ("2004-06~-11", "11 juin 2004 (année approximative, mois approximatif)"),
    ("2004-06-?11", "11 juin 2004 (jour incertain)"),
  ]

  @Test(arguments: flags) func flagInWords(row: DescriptionRow) throws { try check(row) }

  static let intervals: [DescriptionRow] = [
    ("1941-04-13/1946-04", "du 13 avril 1941 à avril 1946"),
    ("1941-04/1945-08-08", "d'avril 1941 au 8 août 1945"),
    ("1941/1945", "de 1941 à 1945"),
    ("194X/196X", "des années 1940 aux années 1960"),
    ("1941-21/1941-22", "du printemps 1941 à l'été 1941"),
    ("1941-22/1941-24", "de l'été 1941 à l'hiver 1941-1942"),
    ("1941-04-13/..", "à partir du 13 avril 1941"),
    ("1941-04/..", "à partir d'avril 1941"),
    ("../1945", "jusqu'en 1945"),
    ("../1945-08-08", "jusqu'au 8 août 1945"),
    ("1941/", "de 1941 à une date inconnue"),
    ("/1945-05-09", "d'une date inconnue au 9 mai 1945"),
    ("../..", "de tout temps"),
    ("1941~/1945?", "de 1941 environ à 1945 (?)"),
    ("-0043-03-15/0014-08-19", "du 15 mars 44 av. J.-C. au 19 août 14 apr. J.-C."),
  ]

  @Test(arguments: intervals) func intervalInWords(row: DescriptionRow) throws { try check(row) }

  static let sets: [DescriptionRow] = [
    ("[1945-05-08,1945-05-09]", "8 ou 9 mai 1945"),
    ("[1945-04-30,1945-05-01]", "30 avril ou 1er mai 1945"),
    ("[1941-04,1941-05,1941-06]", "avril, mai ou juin 1941"),
    ("[1667,1668,1670..1672]", "1667, 1668 ou 1670 à 1672"),
    ("[1670..1672]", "entre 1670 et 1672"),
    ("[1945-05-08..1945-05-12]", "entre le 8 et le 12 mai 1945"),
    ("[1941-04..1941-08]", "entre avril et août 1941"),
    ("[1941-04..1942-08]", "entre avril 1941 et août 1942"),
    ("[..1760-12-03]", "3 décembre 1760 ou avant"),
    ("[1760-12..]", "décembre 1760 ou après"),
    ("{1960,1961-12}", "1960 et décembre 1961"),
    ("{1960..1965}", "de 1960 à 1965"),
    ("{..1984}", "jusqu'en 1984"),
    ("[1941]", "1941"),
    ("[1940~,1942?]", "vers 1940 ou peut-être 1942"),
    ("[1941, 1943]", "1941 ou 1943"),
    ("[1901,1902,1903,1904,1905,1906,1907,1908,1909,1910,1911,1912,1920]", "une de 13 dates, de 1901 à 1920"),
  ]

  @Test(arguments: sets) func setInWords(row: DescriptionRow) throws { try check(row) }

  @Test func monthsAreAllRight() throws {
    let months = [
      "de janvier", "de février", "de mars", "d'avril", "de mai", "de juin", "de juillet", "d'août",
      "de septembre",
      "d'octobre", "de novembre", "de décembre",
    ]
    for month in 1...12 {
      let text = "1941-\(month < 10 ? "0" : "")\(month)"
      #expect(try date(text + "/1945").description(in: "fr") == "\(months[month - 1]) 1941 à 1945")
    }
  }
}
