/// Reads dates in ideographs: `1941年4月13日`, `昭和16年4月`, `明治三十八年九月五日`, `19世紀前半`, `1940年代`, `1941年頃`.
struct JapaneseDate {
  /// An era of a reign: its first day, and the year before its first one.
  private struct Era {
    let name: String
    let first: String
    let last: String?
    let offset: Int64
  }

  /// The eras since the Gregorian calendar came in with 1873; the last day of each is the first of the next.
  private static let eras = [
    Era(name: "明治", first: "1868-10-23", last: "1912-07-30", offset: 1867),
    Era(name: "大正", first: "1912-07-30", last: "1926-12-25", offset: 1911),
    Era(name: "昭和", first: "1926-12-25", last: "1989-01-07", offset: 1925),
    Era(name: "平成", first: "1989-01-08", last: "2019-04-30", offset: 1988),
    Era(name: "令和", first: "2019-05-01", last: nil, offset: 2018),
  ]
  /// Eras before, whose months followed the moon, and names of other calendars.
  private static let refused: [(name: String, calendar: String)] =
    [
      "天保", "弘化", "嘉永", "安政", "万延", "文久", "元治", "慶応", "享保", "寛政", "文化", "文政", "元禄", "慶長", "寛永",
    ].map { ($0, "Japanese lunar") } + [
      ("民國", "Republic of China"), ("民国", "Republic of China"), ("中華民國", "Republic of China"),
      ("光緒", "Chinese"),
      ("光绪", "Chinese"), ("康熙", "Chinese"), ("乾隆", "Chinese"), ("道光", "Chinese"), ("咸豐", "Chinese"),
      ("同治", "Chinese"),
      ("宣統", "Chinese"), ("檀紀", "Korean"), ("皇紀", "Japanese imperial"), ("仏暦", "Buddhist"), ("農曆", "Chinese"),
      ("旧暦", "Japanese lunar"),
    ]

  /// Whether a text is written in ideographs.
  static func isOne(_ text: String) -> Bool {
    text.unicodeScalars.contains { "年月日紀元明治大正昭和平成令世代民國光檀".unicodeScalars.contains($0) }
  }

  /// What a text in ideographs means.
  static func outcome(of text: String) -> WordedOutcome {
    var outcome = WordedOutcome()
    let text = text.filter { !$0.isWhitespace }
    for refused in refused where text.contains(refused.name) {
      outcome.refuse(
        "the \(refused.calendar) calendar is not read; write the day in the Gregorian calendar, as in 1941-04-13"
      )
      return outcome
    }
    if let (first, last) = sides(text) {
      guard let start = date(first), let end = date(last) ?? completed(last, by: first) else {
        return outcome
      }
      let interval = "\(start)/\(end)"
      if DateRewriting.isDate(interval) { outcome.mean(WordedMeaning(interval)) }
      return outcome
    }
    do throws(Refusal) {
      if let text = try read(text), DateRewriting.isDate(text) { outcome.mean(WordedMeaning(text)) }
    } catch {
      outcome.refuse(error.reason)
    }
    return outcome
  }

  private struct Refusal: Error {
    let reason: String
  }

  private static func date(_ text: String) -> String? { (try? read(text)) ?? nil }

  /// Both sides of a wave dash, a dash, or `から … まで`.
  private static func sides(_ text: String) -> (String, String)? {
    for separator in ["〜", "～", "から", "–", "—", "-", "/"] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { continue }
      var last = String(parts[1])
      if last.hasSuffix("まで") { last = String(last.dropLast(2)) }
      if last.isEmpty { return nil }
      return (String(parts[0]), last)
    }
    return nil
  }

  /// The end of `1945年5月8日〜9日`, which leaves out the year and the month that the start has.
  private static func completed(_ last: String, by first: String) -> String? {
    for mark: Character in ["月", "年"] {
      guard let place = first.lastIndex(of: mark), let end = date(first[...place] + last) else { continue }
      return end
    }
    return nil
  }

  // MARK: One date

  private static func read(_ text: String) throws(Refusal) -> String? {
    var rest = text[...]
    func skip(_ words: [String], at end: Bool) -> String? {
      for word in words where end ? rest.hasSuffix(word) : rest.hasPrefix(word) {
        rest = end ? rest.dropLast(word.count) : rest.dropFirst(word.count)
        return word
      }
      return nil
    }
    let isBefore = skip(["紀元前", "西暦前"], at: false) != nil
    _ = skip(["西暦", "約"], at: false)
    var flag = text.hasPrefix("約") ? "~" : ""
    if skip(["頃", "ごろ", "ころ"], at: true) != nil { flag = "~" }
    if skip(["?", "？", "か"], at: true) != nil { flag = flag.isEmpty ? "?" : "%" }
    let relation = skip(["以前", "以後", "以降", "まで", "より前", "より後"], at: true)
    let era = eras.first { rest.hasPrefix($0.name) }
    if let era { rest = rest.dropFirst(era.name.count) }
    guard let date = try unit(&rest, era, isBefore: isBefore), rest.isEmpty else { return nil }
    let flagged = date.hasSuffix("]") ? date : date + flag
    switch relation {
    case nil: return flagged
    case "以前": return "[..\(flagged)]"
    case "まで": return "/\(flagged)"
    case "以後", "以降": return "[\(flagged)..]"
    default: return nil
    }
  }

  private static func unit(
    _ rest: inout Substring, _ era: Era?, isBefore: Bool
  ) throws(Refusal) -> String? {
    var first: Int64?
    if rest.hasPrefix("元年") {
      first = 1
      rest = rest.dropFirst()
    } else {
      first = number(&rest)
    }
    guard let first, first > 0 else { return nil }
    if rest.hasPrefix("世紀") {
      rest = rest.dropFirst(2)
      return century(&rest, first, isBefore)
    }
    guard let mark = rest.first, mark == "年" else { return nil }
    rest = rest.dropFirst()
    if rest.hasPrefix("代") {
      rest = rest.dropFirst()
      let text = "\(first)"
      return era == nil && !isBefore && text.count == 4 && text.hasSuffix("0") ? text.dropLast() + "X" : nil
    }
    let year = era.map { first + $0.offset } ?? (isBefore ? 1 - first : first)
    guard era != nil || isBefore || first > 99 else { return nil }
    let text = try monthOrDay(&rest, year, era)
    if let era, let text { try check(text, era) }
    return text
  }

  private static func monthOrDay(_ rest: inout Substring, _ year: Int64, _ era: Era?) throws(Refusal)
    -> String?
  {
    let start = yearText(year)
    for (word, code) in [
      ("春", 21), ("夏", 22), ("秋", 23), ("冬", 24), ("初", 37), ("末", 39), ("前半", 40), ("後半", 41),
    ] where rest == word {
      rest = ""
      return "\(start)-\(code)"
    }
    guard let month = number(&rest) else { return start }
    guard (1...12).contains(month), rest.first == "月" else { return nil }
    rest = rest.dropFirst()
    if era?.name == "明治", year < 1873 {
      throw Refusal(
        reason:
          "months of the Japanese calendar followed the moon until 1872 and are not read; write the day in the Gregorian calendar"
      )
    }
    let yearMonth = "\(start)-\(padded(month, to: 2))"
    let length = Day.daysInMonth(Int(month), of: year)
    for (words, days) in [
      (["上旬", "初旬", "初"], 1...10), (["中旬", "半ば"], 11...20), (["下旬", "末"], 21...length),
    ]
    where words.contains(String(rest)) {
      rest = ""
      return "[\(yearMonth)-\(padded(Int64(days.lowerBound), to: 2))..\(yearMonth)-\(days.upperBound)]"
    }
    guard let day = number(&rest) else { return yearMonth }
    guard rest.first == "日", (1...Int64(length)).contains(day) else { return nil }
    rest = rest.dropFirst()
    return "\(yearMonth)-\(padded(day, to: 2))"
  }

  private static func century(_ rest: inout Substring, _ number: Int64, _ isBefore: Bool) -> String? {
    let first = isBefore ? -(number * 100 - 1) : number == 1 ? 1 : (number - 1) * 100
    let parts: [(String, ClosedRange<Int64>)] = [
      ("初頭", 0...32), ("初め", 0...32), ("初", 0...32), ("中頃", 33...66), ("半ば", 33...66), ("末", 67...99),
      ("前半", 0...49), ("後半", 50...99),
    ]
    for (word, years) in parts where rest == word {
      rest = ""
      return "[\(yearText(first + years.lowerBound))..\(yearText(first + years.upperBound))]"
    }
    if number == 1 { return "[\(padded(first, to: 4))..\(padded(first + 99, to: 4))]" }
    return (isBefore ? "-" : "") + padded(number - 1, to: 2) + "XX"
  }

  /// A day of an era lies between its ends.
  private static func check(_ text: String, _ era: Era) throws(Refusal) {
    guard let date = try? HistoricalDate(text), let first = try? HistoricalDate(era.first) else { return }
    let last = era.last.flatMap { try? HistoricalDate($0) }
    guard date.latest >= first.earliest, last.map({ date.earliest <= $0.latest }) ?? true else {
      throw Refusal(
        reason:
          "\(era.name) lasted from \(era.first) to \(era.last ?? "today"), and \(text) is not among its days")
    }
  }

  // MARK: Numbers

  /// A number in digits of any kind or in ideographs, `十六` or `一九四一`.
  private static func number(_ rest: inout Substring) -> Int64? {
    let digits = rest.prefix { "0123456789０１２３４５６７８９〇一二三四五六七八九十百千".contains($0) }
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    rest = rest.dropFirst(digits.count)
    guard digits.contains(where: { "十百千".contains($0) }) else {
      return Int64(digits.map { $0 == "〇" ? "0" : "\($0.wholeNumberValue ?? 0)" }.joined())
    }
    var (sum, unit): (Int64, Int64) = (0, 0)
    for character in digits {
      if let place = ["十": 10, "百": 100, "千": 1000][character].map(Int64.init) {
        sum += max(unit, 1) * place
        unit = 0
      } else if let value = character.wholeNumberValue {
        unit = Int64(value)
      } else {
        return nil
      }
    }
    return sum + unit
  }
}
