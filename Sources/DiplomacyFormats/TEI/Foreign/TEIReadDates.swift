import Chronology

/// Dates of other people's TEI.
///
/// The W3C attributes go before the ISO ones, and those before the custom ones, as does a point before an interval and that
/// before bounds. `@when` and the like are Gregorian whatever the calendar of the text; `@datingMethod` is that of the custom
/// ones, `@calendar` that of the text, which is read where no attribute says the date.
enum TEIDates {
  /// What was found: a date, or a text that is none.
  struct Found {
    var date: HistoricalDate?
    var unread: String?
  }

  /// The date that the attributes of an element say, or else its text.
  /// - Parameters:
  ///   - text: The text of the element; nil: it is no date.
  ///   - calendars: The styles of the calendars that the header declares, by their `xml:id`.
  static func date(
    of node: TEINode, text: String?, offset: UTCOffset? = nil, calendars: [String: DateStyle] = [:]
  ) -> Found {
    var unread: String?
    func value(_ name: String) -> String? {
      for (suffix, isCustom) in [("", false), ("-iso", false), ("-custom", true)] {
        guard let text = node["\(name)\(suffix)"] else { continue }
        let style = isCustom ? node["datingMethod"].map { self.style($0, calendars) } ?? nil : nil
        if let point = point(text, isW3C: suffix.isEmpty, isCustom: isCustom, style, offset) { return point }
        unread = unread ?? text
      }
      return nil
    }
    let texts = candidates(
      value("when"), value("from"), value("to"), value("notBefore"), value("notAfter"))
    for candidate in texts {
      guard let date = try? HistoricalDate(flagged(candidate, node), defaultOffset: offset) else { continue }
      return Found(date: lasting(date, node) ?? date)
    }
    if let first = texts.first { return Found(unread: first) }
    if let unread { return Found(unread: unread) }
    guard let text, !text.isEmpty else { return Found() }
    let style = node["calendar"].flatMap { self.style($0, calendars) } ?? .gregorian
    let date =
      (try? HistoricalDate(text, style: style, defaultOffset: offset))
      ?? (try? HistoricalDate(lenient: text, style: style, defaultOffset: offset))
    return date.map { Found(date: $0) } ?? Found(unread: text)
  }

  /// The texts that say what the attributes do, the best first; some parsers' limits make the next one needed.
  private static func candidates(
    _ when: String?, _ from: String?, _ to: String?, _ notBefore: String?, _ notAfter: String?
  ) -> [String] {
    if let when { return [when] }
    if from == nil, to == nil {
      guard notBefore != nil || notAfter != nil else { return [] }
      if let notBefore, notBefore == notAfter { return [notBefore] }
      return ["[\(notBefore ?? "")..\(notAfter ?? "")]"]
    }
    var texts: [String] = []
    if let from, let to {
      texts.append("\(from)/\(to)")
    } else if let from, let notAfter {
      texts += ["\(from)/[\(from)..\(notAfter)]", "\(from)/\(notAfter)"]
    } else if let to, let notBefore {
      texts += ["[\(notBefore)..\(to)]/\(to)", "\(notBefore)/\(to)"]
    }
    return texts + ["\(from ?? "..")/\(to ?? "..")"]
  }

  /// A point, or an interval in one attribute, in the Extended Date/Time Format; nil where it is none.
  private static func point(
    _ text: String, isW3C: Bool, isCustom: Bool, _ style: DateStyle?, _ offset: UTCOffset?
  ) -> String? {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if isCustom {
      let date =
        (try? HistoricalDate(text, style: style ?? .gregorian, defaultOffset: offset))
        ?? (try? HistoricalDate(lenient: text, style: style ?? .gregorian, defaultOffset: offset))
      return date?.edtf
    }
    if let slash = text.firstIndex(of: "/") {
      return interval(text[..<slash], text[text.index(after: slash)...])
    }
    guard let plain = plain(text, isW3C: isW3C) else {
      return (try? HistoricalDate(lenient: text, defaultOffset: offset))?.edtf
    }
    return plain
  }

  /// `1941-04/1945-08`, and with a length in the place of the end: `1941-04-13/P5Y`.
  private static func interval(_ start: Substring, _ end: Substring) -> String? {
    if end.hasPrefix("P"), let from = try? HistoricalDate(String(start)),
      let period = try? Period(String(end))
    {
      return lasting(from, period)?.edtf
    }
    let text = "\(start)/\(end)"
    return (try? HistoricalDate(text)) == nil ? nil : text
  }

  /// A year, month or day of XML Schema or ISO 8601, or with a time, in the Extended Date/Time Format; nil for others.
  ///
  /// XML Schema has no year 0, so that -0044 is 44 BCE, which EDTF calls -0043.
  private static func plain(_ text: String, isW3C: Bool) -> String? {
    var digits = text[...]
    let isBefore = digits.first == "-"
    if isBefore { digits = digits.dropFirst() }
    // A month without a year.
    guard digits.first?.isNumber == true else { return nil }
    if let time = digits.firstIndex(of: "T") {
      guard !isBefore, (try? HistoricalDate(String(text))) != nil else {
        return plain((isBefore ? "-" : "") + digits[..<time], isW3C: isW3C)
      }
      return String(text)
    }
    if digits.last == "Z" { digits = digits.dropLast() }
    if let zone = digits.lastIndex(where: { $0 == "+" || $0 == "-" }),
      digits[zone...].wholeMatch(of: /[+-]\d\d:\d\d/) != nil
    {
      digits = digits[..<zone]
    }
    if isW3C == false, digits.count == 8, digits.allSatisfy(\.isNumber) {
      let (month, day) = (digits.dropFirst(4).prefix(2), digits.dropFirst(6))
      digits = "\(digits.prefix(4))-\(month)-\(day)"
    }
    var parts = digits.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].count >= 4, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      var year = Int64(parts[0])
    else { return nil }
    // What is not known is 00 in many a corpus.
    while parts.count > 1, parts[parts.count - 1] == "00" { parts.removeLast() }
    if isBefore { year = isW3C ? 1 - year : -year }
    let number = String(year.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
    let start = (number.count > 4 ? "Y" : "") + (year < 0 ? "-" : "") + padded
    let whole = ([start] + parts.dropFirst().map(String.init)).joined(separator: "-")
    return (try? HistoricalDate(whole)) == nil ? nil : whole
  }

  /// A point with the flag that its certainty or precision calls for.
  private static func flagged(_ text: String, _ node: TEINode) -> String {
    guard node.name == "date" || node.name == "birth" || node.name == "death" || node.name == "floruit" else {
      return text
    }
    let isVague = node["precision"] == "low" || node["precision"] == "medium"
    let isUnsure = node["cert"] == "low" || node["cert"] == "unknown"
    guard isVague || isUnsure else { return text }
    let flag = isVague && isUnsure ? "%" : isVague ? "~" : "?"
    return (try? HistoricalDate(text + flag)) == nil ? text : text + flag
  }

  /// A date that goes on for the length of its element.
  private static func lasting(_ date: HistoricalDate, _ node: TEINode) -> HistoricalDate? {
    guard date.shape == .point || date.end == .open, let text = node["dur"] ?? node["dur-iso"],
      let period = try? Period(text)
    else { return nil }
    if case .date(let start) = date.start { return lasting(start, period) }
    return lasting(date, period)
  }

  private static func lasting(_ start: HistoricalDate, _ period: Period) -> HistoricalDate? {
    guard !start.earliest.isOpen, period.hours == 0, period.minutes == 0, period.seconds == 0 else {
      return nil
    }
    // The last day before the period is over.
    let last = start.earliest.adding(period).adding(seconds: -1)
    guard !last.isOpen, last > start.earliest, let end = try? HistoricalDate("\(last.day)") else {
      return nil
    }
    return HistoricalDate(from: .date(start), to: .date(end))
  }

  // MARK: Calendars

  /// The style that a pointer to a calendar names: one that the header declares, or one by its name.
  static func style(_ pointer: String, _ calendars: [String: DateStyle]) -> DateStyle? {
    let id = pointer.split(separator: "#").last.map(String.init) ?? pointer
    return calendars[id] ?? named(id)
  }

  /// The style that a name says: `julian`, `Julian_Calendar`, `oldStyle`, `cal_julian`.
  static func named(_ name: String) -> DateStyle? {
    let letters = name.lowercased().filter(\.isLetter)
    if letters.contains("julian") || letters.contains("oldstyle") || letters == "os" { return .julian }
    if letters.contains("gregorian") || letters.contains("newstyle") || letters == "ns" { return .gregorian }
    return nil
  }
}
