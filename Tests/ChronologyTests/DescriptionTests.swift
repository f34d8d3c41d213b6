import Chronology
import Testing

@Suite struct DescriptionTests {
  private static let languages = ["en", "fr", "de", "ru", "ja"]

  /// A date and its words in English, French, German, Russian and Japanese.
  typealias Row = (text: String, words: [String])

  private func check(_ row: Row) throws {
    let date = try date(row.text)
    for (language, words) in zip(Self.languages, row.words) {
      #expect(date.description(in: language) == words, "\(row.text) in \(language)")
    }
    #expect(row.words.count == Self.languages.count)
  }

  static let points: [Row] = [
    ("1941-04-13", ["13 April 1941", "13 avril 1941", "13. April 1941", "13 апреля 1941 г.", "1941年4月13日"]),
    ("1941-08-01", ["1 August 1941", "1er août 1941", "1. August 1941", "1 августа 1941 г.", "1941年8月1日"]),
    ("1941-04", ["April 1941", "avril 1941", "April 1941", "апрель 1941 г.", "1941年4月"]),
    ("1945-05", ["May 1945", "mai 1945", "Mai 1945", "май 1945 г.", "1945年5月"]),
    ("1941", ["1941", "1941", "1941", "1941 г.", "1941年"]),
    ("194X", ["the 1940s", "années 1940", "1940er Jahre", "1940-е гг.", "1940年代"]),
    ("190X", ["1900–1909", "1900–1909", "1900–1909", "1900–1909 гг.", "1900–1909年"]),
    ("19XX", ["the 20th century", "XXe siècle", "20. Jahrhundert", "XX в.", "20世紀"]),
    ("20XX", ["the 21st century", "XXIe siècle", "21. Jahrhundert", "XXI в.", "21世紀"]),
    ("00XX", ["the 1st century", "Ier siècle", "1. Jahrhundert", "I в.", "1世紀"]),
    (
      "-01XX",
      [
        "the 2nd century BCE", "IIe siècle av. J.-C.", "2. Jahrhundert v. Chr.", "II в. до н. э.", "紀元前2世紀",
      ]
    ),
    ("1XXX", ["the 2nd millennium", "IIe millénaire", "2. Jahrtausend", "II тысячелетие", "2千年紀"]),
    ("1941-21", ["spring 1941", "printemps 1941", "Frühling 1941", "весна 1941 г.", "1941年春"]),
    ("1941-22", ["summer 1941", "été 1941", "Sommer 1941", "лето 1941 г.", "1941年夏"]),
    ("1941-23", ["autumn 1941", "automne 1941", "Herbst 1941", "осень 1941 г.", "1941年秋"]),
    ("1941-24", ["winter 1941–42", "hiver 1941-1942", "Winter 1941/42", "зима 1941/42 г.", "1941–42年冬"]),
    (
      "1999-24",
      ["winter 1999–2000", "hiver 1999-2000", "Winter 1999/2000", "зима 1999/2000 г.", "1999–2000年冬"]
    ),
    (
      "1982-31",
      [
        "autumn 1982 (southern hemisphere)", "automne 1982 (hémisphère Sud)", "Herbst 1982 (Südhalbkugel)",
        "осень 1982 г. (Южное полушарие)", "1982年秋（南半球）",
      ]
    ),
    (
      "1941-33",
      [
        "the first quarter of 1941", "1er trimestre 1941", "1. Quartal 1941", "I квартал 1941 г.",
        "1941年第1四半期",
      ]
    ),
    (
      "1941-39",
      [
        "the third third of 1941", "3e quadrimestre 1941", "3. Jahresdrittel 1941", "III треть 1941 г.",
        "1941年9月–12月",
      ]
    ),
    (
      "1941-41",
      [
        "the second half of 1941", "2e semestre 1941", "2. Halbjahr 1941", "II полугодие 1941 г.", "1941年下半期",
      ]
    ),
    ("-0043", ["44 BCE", "44 av. J.-C.", "44 v. Chr.", "44 г. до н. э.", "紀元前44年"]),
    ("0000", ["1 BCE", "1 av. J.-C.", "1 v. Chr.", "1 г. до н. э.", "紀元前1年"]),
    (
      "-0043-03-15",
      [
        "15 March 44 BCE", "15 mars 44 av. J.-C.", "15. März 44 v. Chr.", "15 марта 44 г. до н. э.",
        "紀元前44年3月15日",
      ]
    ),
    (
      "0079-08", ["August 79 CE", "août 79 apr. J.-C.", "August 79 n. Chr.", "август 79 г. н. э.", "西暦79年8月"]
    ),
    ("0476", ["476", "476", "476", "476 г.", "476年"]),
    ("-004X", ["50–41 BCE", "50–41 av. J.-C.", "50–41 v. Chr.", "50–41 гг. до н. э.", "紀元前50–41年"]),
    ("Y170000002", ["170000002", "170000002", "170000002", "170000002 г.", "170000002年"]),
    (
      "Y-17E7",
      ["170000001 BCE", "170000001 av. J.-C.", "170000001 v. Chr.", "170000001 г. до н. э.", "紀元前170000001年"]
    ),
    (
      "1941-04-XX",
      [
        "an unknown day in April 1941", "un jour inconnu d'avril 1941", "ein unbekannter Tag im April 1941",
        "неизвестный день апреля 1941 г.", "1941年4月某日",
      ]
    ),
    (
      "1941-XX",
      [
        "an unknown month in 1941", "un mois inconnu de 1941", "ein unbekannter Monat des Jahres 1941",
        "неизвестный месяц 1941 г.", "1941年某月",
      ]
    ),
    (
      "1941-XX-XX",
      [
        "an unknown day in 1941", "un jour inconnu de 1941", "ein unbekannter Tag des Jahres 1941",
        "неизвестный день 1941 г.", "1941年某月某日",
      ]
    ),
    (
      "156X-12-25",
      [
        "25 December 1560 – 25 December 1569", "25 décembre 1560 – 25 décembre 1569",
        "25. Dezember 1560 – 25. Dezember 1569", "25 декабря 1560 г. – 25 декабря 1569 г.",
        "1560年12月25日 – 1569年12月25日",
      ]
    ),
    (
      "1941-1X",
      [
        "October 1941 – December 1941", "octobre 1941 – décembre 1941", "Oktober 1941 – Dezember 1941",
        "октябрь 1941 г. – декабрь 1941 г.", "1941年10月 – 1941年12月",
      ]
    ),
    (
      "1950S2",
      [
        "c. 1950 (1900–1999)", "vers 1950 (1900–1999)", "um 1950 (1900–1999)",
        "около 1950 г. (1900–1999 гг.)",
        "1950年頃（1900–1999年）",
      ]
    ),
    ("1950S4", ["1950", "1950", "1950", "1950 г.", "1950年"]),
    ("1X41", ["1041–1941", "1041–1941", "1041–1941", "1041–1941 гг.", "1041–1941年"]),
  ]

  @Test(arguments: points) func pointInWords(row: Row) throws { try check(row) }

  static let times: [Row] = [
    (
      "1941-04-13T14:50",
      [
        "13 April 1941, 14:50", "13 avril 1941, 14 h 50", "13. April 1941, 14:50 Uhr",
        "13 апреля 1941 г., 14:50",
        "1941年4月13日14時50分",
      ]
    ),
    (
      "1945-05-08T23:01:00+02:00",
      [
        "8 May 1945, 23:01:00 (UTC+2)", "8 mai 1945, 23 h 01 min 00 s (UTC+2)",
        "8. Mai 1945, 23:01:00 Uhr (UTC+2)",
        "8 мая 1945 г., 23:01:00 (UTC+2)", "1945年5月8日23時01分00秒（UTC+2）",
      ]
    ),
    (
      "1945-08-09T00:00:00Z",
      [
        "9 August 1945, 00:00:00 (UTC)", "9 août 1945, 0 h 00 min 00 s (UTC)",
        "9. August 1945, 00:00:00 Uhr (UTC)",
        "9 августа 1945 г., 00:00:00 (UTC)", "1945年8月9日0時00分00秒（UTC）",
      ]
    ),
    (
      "1941-12-07T07:48:00-10:30",
      [
        "7 December 1941, 07:48:00 (UTC−10:30)", "7 décembre 1941, 7 h 48 min 00 s (UTC−10:30)",
        "7. Dezember 1941, 07:48:00 Uhr (UTC−10:30)", "7 декабря 1941 г., 07:48:00 (UTC−10:30)",
        "1941年12月7日7時48分00秒（UTC−10:30）",
      ]
    ),
  ]

  @Test(arguments: times) func timeInWords(row: Row) throws { try check(row) }

  static let flags: [Row] = [
    ("1941-04~", ["c. April 1941", "vers avril 1941", "um April 1941", "около апреля 1941 г.", "1941年4月頃"]),
    (
      "1941-04-13~",
      [
        "c. 13 April 1941", "vers le 13 avril 1941", "um den 13. April 1941", "около 13 апреля 1941 г.",
        "1941年4月13日頃",
      ]
    ),
    ("1941~", ["c. 1941", "vers 1941", "um 1941", "около 1941 г.", "1941年頃"]),
    (
      "1941-04?",
      [
        "perhaps April 1941", "peut-être avril 1941", "vielleicht April 1941", "возможно, апрель 1941 г.",
        "おそらく1941年4月",
      ]
    ),
    (
      "1941-04-13?",
      [
        "perhaps 13 April 1941", "peut-être le 13 avril 1941", "vielleicht 13. April 1941",
        "возможно, 13 апреля 1941 г.", "おそらく1941年4月13日",
      ]
    ),
    (
      "1941%",
      [
        "perhaps c. 1941", "peut-être vers 1941", "vielleicht um 1941", "возможно, около 1941 г.",
        "おそらく1941年頃",
      ]
    ),
    (
      "194X~",
      [
        "c. 1940s", "vers les années 1940", "um die 1940er Jahre", "около 1940-х гг.", "1940年代頃",
      ]
    ),
    (
      "19XX~",
      ["c. 20th century", "vers le XXe siècle", "um das 20. Jahrhundert", "около XX в.", "20世紀頃"]
    ),
    (
      "1941-22~",
      ["c. summer 1941", "vers l'été 1941", "um den Sommer 1941", "около лета 1941 г.", "1941年夏頃"]
    ),
    (
      "-0043~", ["c. 44 BCE", "vers 44 av. J.-C.", "um 44 v. Chr.", "около 44 г. до н. э.", "紀元前44年頃"]
    ),
    (
      "1941-04-XX~",
      [
        "c. an unknown day in April 1941", "vers un jour inconnu d'avril 1941",
        "um einen unbekannten Tag im April 1941", "около неизвестного дня апреля 1941 г.", "1941年4月某日頃",
      ]
    ),
    (
      "2004-06~-11",
      [
        "11 June 2004 (year approximate, month approximate)",
        "11 juin 2004 (année approximative, mois approximatif)",
        "11. Juni 2004 (Jahr ungefähr, Monat ungefähr)", "11 июня 2004 г. (год — примерно, месяц — примерно)",
        "2004年6月11日（年はおおよそ、月はおおよそ）",
      ]
    ),
    (
      "2004-06-?11",
      [
        "11 June 2004 (day uncertain)", "11 juin 2004 (jour incertain)", "11. Juni 2004 (Tag unsicher)",
        "11 июня 2004 г. (день — под вопросом)", "2004年6月11日（日は不確か）",
      ]
    ),
  ]

  @Test(arguments: flags) func flagInWords(row: Row) throws { try check(row) }

  static let intervals: [Row] = [
    (
      "1941-04-13/1946-04",
      [
        "from 13 April 1941 to April 1946", "du 13 avril 1941 à avril 1946",
        "vom 13. April 1941 bis April 1946",
        "с 13 апреля 1941 г. по апрель 1946 г.", "1941年4月13日から1946年4月まで",
      ]
    ),
    (
      "1941-04/1945-08-08",
      [
        "from April 1941 to 8 August 1945", "d'avril 1941 au 8 août 1945",
        "von April 1941 bis zum 8. August 1945",
        "с апреля 1941 г. по 8 августа 1945 г.", "1941年4月から1945年8月8日まで",
      ]
    ),
    (
      "1941/1945",
      ["from 1941 to 1945", "de 1941 à 1945", "von 1941 bis 1945", "с 1941 г. по 1945 г.", "1941年から1945年まで"]
    ),
    (
      "194X/196X",
      [
        "from the 1940s to the 1960s", "des années 1940 aux années 1960",
        "von den 1940er Jahren bis zu den 1960er Jahren",
        "с 1940-х гг. по 1960-е гг.", "1940年代から1960年代まで",
      ]
    ),
    (
      "1941-21/1941-22",
      [
        "from spring 1941 to summer 1941", "du printemps 1941 à l'été 1941",
        "vom Frühling 1941 bis zum Sommer 1941", "с весны 1941 г. по лето 1941 г.", "1941年春から1941年夏まで",
      ]
    ),
    (
      "1941-22/1941-24",
      [
        "from summer 1941 to winter 1941–42", "de l'été 1941 à l'hiver 1941-1942",
        "vom Sommer 1941 bis zum Winter 1941/42", "с лета 1941 г. по зиму 1941/42 г.", "1941年夏から1941–42年冬まで",
      ]
    ),
    (
      "1941-04-13/..",
      [
        "from 13 April 1941 onwards", "à partir du 13 avril 1941", "ab dem 13. April 1941",
        "с 13 апреля 1941 г. и далее", "1941年4月13日以降",
      ]
    ),
    (
      "1941-04/..",
      [
        "from April 1941 onwards", "à partir d'avril 1941", "ab April 1941", "с апреля 1941 г. и далее",
        "1941年4月以降",
      ]
    ),
    (
      "../1945", ["up to 1945", "jusqu'en 1945", "bis 1945", "по 1945 г.", "1945年まで"]
    ),
    (
      "../1945-08-08",
      [
        "up to 8 August 1945", "jusqu'au 8 août 1945", "bis zum 8. August 1945", "по 8 августа 1945 г.",
        "1945年8月8日まで",
      ]
    ),
    (
      "1941/",
      [
        "from 1941 to an unknown date", "de 1941 à une date inconnue",
        "von 1941 bis zu einem unbekannten Datum",
        "с 1941 г. по неизвестную дату", "1941年から不明の日まで",
      ]
    ),
    (
      "/1945-05-09",
      [
        "from an unknown date to 9 May 1945", "d'une date inconnue au 9 mai 1945",
        "von einem unbekannten Datum bis zum 9. Mai 1945", "с неизвестной даты по 9 мая 1945 г.",
        "不明の日から1945年5月9日まで",
      ]
    ),
    ("../..", ["at all times", "de tout temps", "zu jeder Zeit", "во все времена", "全時代"]),
    (
      "1941~/1945?",
      [
        "from c. 1941 to perhaps 1945", "de 1941 environ à 1945 (?)", "etwa von 1941 bis 1945 (?)",
        "примерно с 1941 г. по 1945 г. (?)", "1941年頃からおそらく1945年まで",
      ]
    ),
    (
      "-0043-03-15/0014-08-19",
      [
        "from 15 March 44 BCE to 19 August 14 CE", "du 15 mars 44 av. J.-C. au 19 août 14 apr. J.-C.",
        "vom 15. März 44 v. Chr. bis zum 19. August 14 n. Chr.",
        "с 15 марта 44 г. до н. э. по 19 августа 14 г. н. э.", "紀元前44年3月15日から西暦14年8月19日まで",
      ]
    ),
  ]

  @Test(arguments: intervals) func intervalInWords(row: Row) throws { try check(row) }

  static let sets: [Row] = [
    (
      "[1945-05-08,1945-05-09]",
      ["8 or 9 May 1945", "8 ou 9 mai 1945", "8. oder 9. Mai 1945", "8 или 9 мая 1945 г.", "1945年5月8日または9日"]
    ),
    (
      "[1945-04-30,1945-05-01]",
      [
        "30 April or 1 May 1945", "30 avril ou 1er mai 1945", "30. April oder 1. Mai 1945",
        "30 апреля или 1 мая 1945 г.", "1945年4月30日または5月1日",
      ]
    ),
    (
      "[1941-04,1941-05,1941-06]",
      [
        "April, May or June 1941", "avril, mai ou juin 1941", "April, Mai oder Juni 1941",
        "апрель, май или июнь 1941 г.", "1941年4月、5月、または6月",
      ]
    ),
    (
      "[1667,1668,1670..1672]",
      [
        "1667, 1668 or 1670 to 1672", "1667, 1668 ou 1670 à 1672", "1667, 1668 oder 1670 bis 1672",
        "1667 г., 1668 г. или 1670 г. – 1672 г.", "1667年、1668年、または1670年から1672年まで",
      ]
    ),
    (
      "[1670..1672]",
      [
        "between 1670 and 1672", "entre 1670 et 1672", "zwischen 1670 und 1672", "между 1670 г. и 1672 г.",
        "1670年から1672年の間",
      ]
    ),
    (
      "[1945-05-08..1945-05-12]",
      [
        "between 8 and 12 May 1945", "entre le 8 et le 12 mai 1945", "zwischen dem 8. und dem 12. Mai 1945",
        "между 8 и 12 мая 1945 г.", "1945年5月8日から12日の間",
      ]
    ),
    (
      "[1941-04..1941-08]",
      [
        "between April and August 1941", "entre avril et août 1941", "zwischen April und August 1941",
        "между апрелем и августом 1941 г.", "1941年4月から8月の間",
      ]
    ),
    (
      "[1941-04..1942-08]",
      [
        "between April 1941 and August 1942", "entre avril 1941 et août 1942",
        "zwischen April 1941 und August 1942",
        "между апрелем 1941 г. и августом 1942 г.", "1941年4月から1942年8月の間",
      ]
    ),
    (
      "[..1760-12-03]",
      [
        "3 December 1760 or earlier", "3 décembre 1760 ou avant", "3. Dezember 1760 oder früher",
        "3 декабря 1760 г. или ранее", "1760年12月3日以前",
      ]
    ),
    (
      "[1760-12..]",
      [
        "December 1760 or later", "décembre 1760 ou après", "Dezember 1760 oder später",
        "декабрь 1760 г. или позднее",
        "1760年12月以降",
      ]
    ),
    (
      "{1960,1961-12}",
      [
        "1960 and December 1961", "1960 et décembre 1961", "1960 und Dezember 1961",
        "1960 г. и декабрь 1961 г.",
        "1960年および1961年12月",
      ]
    ),
    (
      "{1960..1965}",
      ["from 1960 to 1965", "de 1960 à 1965", "von 1960 bis 1965", "с 1960 г. по 1965 г.", "1960年から1965年まで"]
    ),
    ("{..1984}", ["up to 1984", "jusqu'en 1984", "bis 1984", "по 1984 г.", "1984年まで"]),
    ("[1941]", ["1941", "1941", "1941", "1941 г.", "1941年"]),
    (
      "[1940~,1942?]",
      [
        "c. 1940 or perhaps 1942", "vers 1940 ou peut-être 1942", "um 1940 oder vielleicht 1942",
        "около 1940 г. или, возможно, 1942 г.", "1940年頃またはおそらく1942年",
      ]
    ),
    (
      "[1941, 1943]",
      ["1941 or 1943", "1941 ou 1943", "1941 oder 1943", "1941 г. или 1943 г.", "1941年または1943年"]
    ),
    (
      "[1901,1902,1903,1904,1905,1906,1907,1908,1909,1910,1911,1912,1920]",
      [
        "one of 13 dates from 1901 to 1920", "une de 13 dates, de 1901 à 1920",
        "eines von 13 Daten von 1901 bis 1920",
        "одна из дат (всего 13) с 1901 г. по 1920 г.", "1901年から1920年までの13件のいずれか",
      ]
    ),
  ]

  @Test(arguments: sets) func setInWords(row: Row) throws { try check(row) }

  @Test func onlyTheFirstPartOfATagDecidesAndOthersAreEnglish() throws {
    let april = try date("1941-04~")
    for tag in ["fr-CA", "FR", "fr_FR"] { #expect(april.description(in: tag) == "vers avril 1941") }
    for tag in ["en-GB", "pl", "", "x-fr", "zh-Hans"] {
      #expect(april.description(in: tag) == "c. April 1941")
    }
  }

  @Test func defaultOffsetDoesNotMoveTheWords() throws {
    #expect(try date("1941-04-13", offset: "+09:00").description(in: "en") == "13 April 1941")
    #expect(
      try date("156X-12-25", offset: "-10:00").description(in: "en") == "25 December 1560 – 25 December 1569")
  }

  @Test func russianFromHasAVowelBeforeTheSecond() throws {
    #expect(try date("1945-09-02/..").description(in: "ru") == "со 2 сентября 1945 г. и далее")
    #expect(try date("01XX/02XX").description(in: "ru") == "со II в. по III в.")
    #expect(try date("1945-09-22/..").description(in: "ru") == "с 22 сентября 1945 г. и далее")
  }

  @Test func monthsAndOrdinalsAreAllRight() throws {
    let russian = [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
      "ноября",
      "декабря",
    ]
    let french = [
      "de janvier", "de février", "de mars", "d'avril", "de mai", "de juin", "de juillet", "d'août",
      "de septembre",
      "d'octobre", "de novembre", "de décembre",
    ]
    for month in 1...12 {
      let text = "1941-\(month < 10 ? "0" : "")\(month)"
      #expect(try date(text + "-02").description(in: "ru") == "2 \(russian[month - 1]) 1941 г.")
      #expect(try date(text + "/1945").description(in: "fr") == "\(french[month - 1]) 1941 à 1945")
    }
    for (century, words) in [
      (0, "1st"), (1, "2nd"), (2, "3rd"), (3, "4th"), (10, "11th"), (11, "12th"), (12, "13th"), (21, "22nd"),
    ] {
      let digits = century < 10 ? "0\(century)XX" : "\(century)XX"
      #expect(try date(digits).description(in: "en") == "the \(words) century")
    }
  }

  /// Whatever can be read has words in every language, on one line and in reasonable length and time.
  @Test func everyDateHasWords() throws {
    let texts = [
      "XXXX", "XXXX-12-XX", "1X32-X1-01", "Y-17E8", "Y3388E2S3", "-1950S2", "2001-34/2003-XX-31",
      "?2004-06-~11",
      "[..1941,1945~,1950-XX..]", "{-0043-03,1941-24}", "1941-04-13T14:50:00Z/1941-04-14", "/..", "../",
      "-0XXX", "000X",
      "0099-24", "-0001-24", "[Y17E7..Y18E7]", "1941-%04-13", "2004-?06",
    ]
    for text in texts {
      guard let date = try? HistoricalDate(text) else { continue }
      for language in Self.languages {
        let words = date.description(in: language)
        #expect(!words.isEmpty && words.count < 200 && !words.contains("  "), "\(text): \(words)")
        #expect(!words.contains("X") || language == "fr" || language == "ru", "\(text): \(words)")
      }
    }
    let large = try date("[" + (0..<9000).map { "\(1000 + $0 % 9000)-04" }.joined(separator: ",") + "]")
    for language in Self.languages { #expect(large.description(in: language).count < 100) }
  }
}
