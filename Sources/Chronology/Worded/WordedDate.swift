/// Reads dates as archives and editions write them, in words of twelve languages and in numbers: `13 avril 1941`,
/// `6/18 June 1887`, `8 oder 9. Mai 1945`, `1904–05`, `Anfang Mai 1945`, `XIII Kal. Maias`, `昭和16年4月13日`.
///
/// A text is split into tokens; a word of several meanings gives a row of tokens for each, of one language. What each row may
/// mean is gathered: one meaning is what the text was taken for, several are refused with all of them.
struct WordedDate {
  private let tokens: [DateToken]
  private let calendar: WrittenCalendar
  private let hasStyle: Bool
  private var outcome = WordedOutcome()

  /// What a text may mean.
  /// - Parameter calendar: That of texts that name none.
  static func outcome(of text: String, in calendar: WrittenCalendar = .gregorian) -> WordedOutcome {
    if JapaneseDate.isOne(text) { return JapaneseDate.outcome(of: text) }
    var outcome = WordedOutcome()
    for row in DateTokenizer.rows(of: text) ?? [] {
      outcome.merge(WordedDate.outcome(of: row, in: calendar))
    }
    return outcome
  }

  /// What tokens of one row mean.
  private static func outcome(of row: [DateToken], in calendar: WrittenCalendar) -> WordedOutcome {
    var styles: Set<Lexeme> = []
    var tokens: [DateToken] = []
    for token in row {
      if let lexeme = token.lexeme, [.oldStyle, .newStyle, .swedishStyle].contains(lexeme) {
        styles.insert(lexeme)
      } else {
        tokens.append(token)
      }
    }
    // Brackets around the whole say that it was supplied.
    while let first = tokens.first, first.sign == "(", tokens.last?.sign == ")",
      tokens.dropFirst().dropLast().allSatisfy({ $0.sign != "(" && $0.sign != ")" })
    { tokens = Array(tokens.dropFirst().dropLast()) }
    guard !tokens.isEmpty, tokens.count(where: { $0.sign == "(" }) == tokens.count(where: { $0.sign == ")" })
    else {
      return WordedOutcome()
    }
    var own = calendar
    if styles.count == 1, let style = styles.first {
      own = style == .oldStyle ? .julian(calendar.yearStart) : style == .swedishStyle ? .swedish : .gregorian
    }
    var date = WordedDate(tokens, own, hasStyle: !styles.isEmpty)
    date.read(hasBothStyles: styles.count > 1)
    return date.outcome
  }

  private init(_ tokens: [DateToken], _ calendar: WrittenCalendar, hasStyle: Bool) {
    (self.tokens, self.calendar, self.hasStyle) = (tokens, calendar, hasStyle)
  }

  private mutating func read(hasBothStyles: Bool) {
    if tokens.contains(where: { $0.lexeme == .noDate }),
      tokens.allSatisfy({ $0.lexeme == .noDate || $0.sign == "." })
    {
      return outcome.mean(WordedMeaning("XXXX"))
    }
    switch DayPair.outcome(of: tokens, in: calendar, mustMatch: hasBothStyles) {
    case .isNone: break
    case .pair(let pair, let isAll):
      outcome.merge(pair)
      if isAll { return }
    }
    guard !hasBothStyles else { return }
    if readRelation() || readBetween() || readYears() { return }
    let point = WordedPoint.outcome(of: tokens, in: calendar, allowsNoYear: true)
    readChoice()
    // The slashes of `3/4/1941` separate no dates.
    if point.isEmpty || tokens.contains(where: { $0.lexeme == .to || $0.sign == "–" }) { readInterval() }
    outcome.merge(point)
    readSwedishLeapDay()
  }

  /// 30 February there was once, in Sweden in 1712.
  private mutating func readSwedishLeapDay() {
    guard outcome.isEmpty, !hasStyle else { return }
    let swedish = WordedPoint.outcome(of: tokens, in: .swedish)
    for meaning in swedish.meanings where meaning.edtf == "1712-03-11" { outcome.mean(meaning) }
  }

  /// The one meaning of some tokens as a date.
  private mutating func point(_ tokens: some Collection<DateToken>) -> WordedMeaning? {
    let point = WordedPoint.outcome(of: tokens, in: calendar)
    point.refusals.forEach { outcome.refuse($0) }
    return point.meanings.count == 1 ? point.meanings[0] : nil
  }

  // MARK: Before and after

  /// `before 1941`, `spätestens 13. April 1941`, `1941 or later`.
  private mutating func readRelation() -> Bool {
    guard tokens.count > 1 else { return false }
    if case .relation(let relation)? = tokens.first?.lexeme {
      mean(relation, tokens.dropFirst())
      return !outcome.isEmpty
    }
    if case .relation(let relation)? = tokens.last?.lexeme, relation == .upTo || relation == .onward {
      mean(relation, tokens.dropLast())
      return !outcome.isEmpty
    }
    return false
  }

  private mutating func mean(_ relation: Lexeme.Relation, _ tokens: ArraySlice<DateToken>) {
    guard let meaning = point(tokens), let date = try? HistoricalDate(meaning.edtf), !date.hasTime else {
      return
    }
    let text: String? =
      switch relation {
      case .before: date.neighbour(isBefore: true).map { "[..\($0)]" }
      case .after: date.neighbour(isBefore: false).map { "[\($0)..]" }
      case .upTo: date.lastMember.map { "[..\($0)]" }
      case .onward: date.firstMember.map { "[\($0)..]" }
      case .until: date.shape == .point ? "/\(meaning.edtf)" : nil
      case .since: date.shape == .point ? "\(meaning.edtf)/.." : nil
      }
    if let text, DateRewriting.isDate(text) { outcome.mean(WordedMeaning(text, meaning.calendar)) }
  }

  /// `between 1939 and 1941`: some date from the first to the second.
  private mutating func readBetween() -> Bool {
    guard tokens.first?.lexeme == .between,
      let middle = tokens.firstIndex(where: {
        $0.lexeme == .and || $0.lexeme == .to || $0.sign == "–" || $0.sign == "-"
      })
    else { return false }
    let (first, last) = (tokens[1..<middle], tokens[(middle + 1)...])
    guard let end = point(last), let start = side(first, completedBy: last, like: end) else { return true }
    guard let from = (try? HistoricalDate(start.edtf))?.firstMember,
      let to = (try? HistoricalDate(end.edtf))?.lastMember,
      DateRewriting.isDate("[\(from)..\(to)]")
    else { return true }
    outcome.mean(WordedMeaning("[\(from)..\(to)]", end.calendar))
    return true
  }

  // MARK: Two years

  /// `1904–05`, `1904/5`, `1190/85 BC`: the years from one to another, and never a month.
  private mutating func readYears() -> Bool {
    guard let parts = WordedItems(tokens), parts.items.count == 2, parts.part == nil, !parts.isCentury,
      parts.decade == nil,
      parts.weekday == nil, let first = parts.items[0].digits, let last = parts.items[1].digits,
      first.count >= 3,
      last.count <= 2, let gap = parts.items[1].gap, "/-–".contains(gap), !parts.isHijri, !parts.isHebrew,
      parts.roman == nil, !parts.isPridie
    else { return false }
    let isBefore = parts.isBeforeEra ?? false
    guard let pair = YearPair(first, last, isBeforeEra: isBefore) else {
      // What looks like a month of the format is told as one.
      if gap == "-", last.count == 2 { return true }
      outcome.refuse(
        "'\(first)\(gap)\(last)' names no two years; write years in full, as 1904/1905, and a month with two digits, as 1904-05"
      )
      return true
    }
    func text(_ year: Int64) -> String { yearText(isBefore ? 1 - year : year) }
    let flag = parts.isAbout ? (parts.isMaybe ? "%" : "~") : parts.isMaybe ? "?" : ""
    let interval = "\(text(pair.first))\(flag)/\(text(pair.second))\(flag)"
    if case .julian = calendar { return true }
    if DateRewriting.isDate(interval) { outcome.mean(WordedMeaning(interval)) }
    return true
  }

  // MARK: Several dates

  /// `8 or 9 May 1945`, `8 and 9 May 1945`.
  private mutating func readChoice() {
    for (word, brackets) in [(Lexeme.or, ("[", "]")), (Lexeme.and, ("{", "}"))] {
      guard tokens.contains(where: { $0.lexeme == word }) else { continue }
      let parts = tokens.split(whereSeparator: { $0.lexeme == word })
      guard parts.count > 1, let last = parts.last, let end = point(last) else { continue }
      var members: [WordedMeaning] = []
      for part in parts.dropLast() {
        guard let member = side(part, completedBy: last, like: end) else { break }
        members.append(member)
      }
      members.append(end)
      if members.count == parts.count {
        mean(members) { brackets.0 + $0.joined(separator: ",") + brackets.1 }
      }
    }
  }

  /// `8 to 9 May 1945`, `April – Mai 1941`, `since 1941`; an end may be missing or a word such as `present`.
  private mutating func readInterval() {
    var all = tokens[...]
    if all.first?.lexeme == .from || all.first?.lexeme == .relation(.since) { all = all.dropFirst() }
    for middle in all.indices where isMiddle(all[middle]) {
      let (first, last) = (all[..<middle], all[(middle + 1)...])
      guard let isOpenEnd = Self.end(last) else {
        guard !last.isEmpty, let end = point(last) ?? self.end(last, completedBy: first) else { continue }
        if let start = Self.end(first) {
          meanInterval(WordedMeaning(start), end)
        } else if first.isEmpty {
          // A dash leaves open whether nothing comes before or nothing is known of it.
          guard all[middle].sign == "–" else { continue }
          for start in ["..", ""] { meanInterval(WordedMeaning(start), end) }
        } else if let start = side(first, completedBy: last, like: end) {
          meanInterval(start, end)
        }
        continue
      }
      if let start = point(first) { meanInterval(start, WordedMeaning(isOpenEnd)) }
    }
    guard let dash = all.last?.sign, dash == "–" || dash == "-", let start = point(all.dropLast()) else {
      return
    }
    for end in ["..", ""] { meanInterval(start, WordedMeaning(end)) }
  }

  private func isMiddle(_ token: DateToken) -> Bool {
    token.lexeme == .to || token.sign.map { "-–/".contains($0) } ?? false
  }

  private mutating func meanInterval(_ start: WordedMeaning, _ end: WordedMeaning) {
    mean([start, end]) { "\($0[0])/\($0[1])" }
  }

  /// Takes what dates are together for a meaning, by the Julian calendar as well where they are of it.
  private mutating func mean(_ dates: [WordedMeaning], _ text: ([String]) -> String) {
    let whole = text(dates.map(\.edtf))
    guard DateRewriting.isDate(whole),
      let first = dates.first(where: { $0.calendar != .gregorian }) ?? dates.first
    else { return }
    var meaning = WordedMeaning(whole, first.calendar)
    // Ends that are open have no calendar.
    let written = dates.map { ["", ".."].contains($0.edtf) ? $0.edtf : $0.written }
    if !written.contains(nil) { meaning.written = text(written.compactMap(\.self)) }
    outcome.mean(meaning)
  }

  /// `..` for a word that leaves an end open, nothing for one that says it is not known; nil for others.
  private static func end(_ tokens: ArraySlice<DateToken>) -> String? {
    guard !tokens.isEmpty else { return nil }
    let words = tokens.filter { $0.lexeme != .noise }
    if words.count == 1, words.first?.lexeme == .present { return ".." }
    if words.count == 1, words.first?.lexeme == .unknown || words.first?.sign == "?" { return "" }
    return tokens.count == 2 && tokens.allSatisfy { $0.sign == "." } ? ".." : nil
  }

  /// The second of two dates, which may leave out the month or year that the first begins with: `April 13–25, 1941`.
  private mutating func end(_ tokens: ArraySlice<DateToken>, completedBy other: ArraySlice<DateToken>)
    -> WordedMeaning?
  {
    for end in other.indices.dropFirst() {
      if let meaning = point(other[..<end] + tokens) { return meaning }
    }
    return nil
  }

  /// The first of two dates, which may leave out what the second says: the month or year after it, the era, or, where the month
  /// comes first, the second the month.
  private mutating func side(
    _ tokens: ArraySlice<DateToken>, completedBy other: ArraySlice<DateToken>, like end: WordedMeaning
  ) -> WordedMeaning? {
    let precision = (try? HistoricalDate(end.edtf))?.precision
    func era(_ tokens: ArraySlice<DateToken>) -> DateToken? {
      tokens.first { if case .era = $0.lexeme { true } else { false } }
    }
    var own = tokens
    if let era = era(other), self.calendar == .gregorian,
      tokens.allSatisfy({ if case .era = $0.lexeme { false } else { true } })
    {
      own.append(era)
    }
    if let meaning = point(own) { return meaning }
    let rest = other.filter { if case .era = $0.lexeme { era(own) == nil } else { true } }
    for start in rest.indices.reversed() where start > rest.startIndex {
      guard let meaning = point(own + rest[start...]) else { continue }
      if (try? HistoricalDate(meaning.edtf))?.precision == precision { return meaning }
    }
    return nil
  }
}

extension WrittenCalendar {
  /// When its years begin.
  var yearStart: CalendarYearStart {
    if case .julian(let start) = self { start } else { .january }
  }
}

extension HistoricalDate {
  private var wholeFlag: String {
    isUncertain ? (isApproximate ? "%" : "?") : (isApproximate ? "~" : "")
  }

  /// The day, month or year just before or after the date, in its unit, with its flags.
  fileprivate func neighbour(isBefore: Bool) -> String? {
    let outside = isBefore ? localEarliest.day.adding(days: -1) : localLatest.day.adding(days: 1)
    guard !(isBefore ? earliest : latest).isOpen else { return nil }
    let (year, month, _) = outside.components
    switch precision {
    case .second, .minute: return nil
    case .day, nil: return "\(outside)\(wholeFlag)"
    case .month, .season: return "\(padded(year, to: 4))-\(padded(month, to: 2))\(wholeFlag)"
    case .year, .decade, .century, .millennium: return "\(yearText(year))\(wholeFlag)"
    }
  }

  /// The date as the first of a range; of a set its first day.
  fileprivate var firstMember: String? {
    shape == .point
      ? edtf : earliest.isOpen ? nil : HistoricalDate(localEarliest.day).map { $0.edtf + wholeFlag }
  }

  /// The date as the last of a range; of a set its last day.
  fileprivate var lastMember: String? {
    shape == .point ? edtf : latest.isOpen ? nil : HistoricalDate(localLatest.day).map { $0.edtf + wholeFlag }
  }
}
