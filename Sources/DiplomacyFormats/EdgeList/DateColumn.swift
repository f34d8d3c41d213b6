import Chronology

/// A column of dates, and how its values are understood, which all of them together tell.
struct DateColumn {
  /// What its numbers count.
  enum Unit: Hashable {
    /// They are dates as people write them.
    case written
    /// Seconds, or thousandths of one, since 1970.
    case seconds, milliseconds
    /// Years with fractions; or years with the months behind a point, in two digits.
    case years, yearsAndMonths
  }

  /// Where it is.
  let place: Int
  let style: DateStyle?
  private(set) var unit = Unit.written
  /// Whether `3/4/1941` is in April; nil where the column does not tell.
  var isDayFirst: Bool?
  /// The codes that stand for no value.
  private(set) var missing: Set<String> = Set(ColumnSurvey.certainCodes)
  /// The values that were looked up, by their numbers.
  var names = ByteNames()
  /// What they mean, by the same numbers.
  var meanings: [Meaning] = []

  /// What a value means.
  enum Meaning {
    case none, unread
    /// A date, or several separated by semicolons, in a text that ``ForeignDate`` reads.
    case text(String)
  }

  /// - Parameter name: The name as ``TableHeader/plain(_:)`` has it.
  init(at place: Int, name: String, style: DateStyle?, _ survey: ColumnSurvey) {
    (self.place, self.style) = (place, style)
    if style == nil { unit = Self.unit(name, survey) }
    if survey.values > 0, survey.negatives == 0 { missing.formUnion(ColumnSurvey.likelyCodes) }
  }

  private static func unit(_ name: String, _ survey: ColumnSurvey) -> Unit {
    guard survey.values > 0 else { return .written }
    if survey.numbers == survey.values, survey.numbers > survey.months {
      let isUnix = ["unix", "unixtime", "unix_time", "epoch", "ts"].contains(name)
      let isNamed = isUnix || name == "timestamp"
      let most = max(survey.greatest, -max(survey.least, -Int64.max))
      let isWhole = survey.integers == survey.values
      if isWhole, survey.fewestDigits >= 12, survey.mostDigits <= 13 { return .milliseconds }
      if isWhole, survey.fewestDigits >= 9, survey.mostDigits <= 10 { return .seconds }
      if isNamed, most >= 100_000_000_000, most < 10_000_000_000_000 { return .milliseconds }
      if isNamed, most >= 100_000_000, most < 100_000_000_000 { return .seconds }
      if isUnix, most < 100_000_000 { return .seconds }
      if !isWhole, survey.least >= 100_000_000, most < 100_000_000_000 { return .seconds }
    }
    if survey.fractions > survey.months { return .years }
    return survey.fractions > 0 ? .yearsAndMonths : .written
  }

  /// What is told of the column, with one of its values.
  func remark(_ name: String, _ sample: String?) -> String? {
    guard unit != .written, let sample, let text = text(of: sample) else { return nil }
    switch unit {
    case .written: return nil
    case .seconds: return "the numbers in '\(name)' are read as seconds since 1970: \(sample) is \(text)."
    case .milliseconds:
      return "the numbers in '\(name)' are read as milliseconds since 1970: \(sample) is \(text)."
    case .yearsAndMonths:
      return "the numbers in '\(name)' are read as years and months: \(sample) is \(text)."
    case .years: return "the numbers in '\(name)' are read as years with fractions: \(sample) is \(text)."
    }
  }

  /// A value as a date that ``ForeignDate`` reads; nil where it cannot be one.
  func text(of value: String) -> String? {
    if value.hasPrefix("<") { return timeSet(value) }
    switch unit {
    case .seconds, .milliseconds:
      guard let number = Double(value), number.isFinite else { return nil }
      let seconds = (unit == .seconds ? number : number / 1000).rounded(.down)
      guard abs(seconds) < 9e15 else { return nil }
      return HistoricalDate(second: Moment(seconds: Int64(seconds))).map { "\($0.text)Z" }
    case .years:
      if let text = Self.day(ofYear: value) { return text }
    case .yearsAndMonths:
      let parts = value.split(whereSeparator: { $0 == "." || $0 == "," })
      if parts.count == 2, parts[1].utf8.count == 2, let month = Int(parts[1]), 1...12 ~= month,
        let year = Int64(parts[0]),
        let date = HistoricalDate(year: year)
      {
        return "\(date.text)-\(parts[1])"
      }
    case .written: break
    }
    if let style { return ColumnStyle.styled(value, style) }
    if let isDayFirst, let numbers = ThreeNumbers(value), numbers.sign != "." {
      return numbers.text(isDayFirst: isDayFirst)
    }
    return value
  }

  /// The day of a year with a fraction: 1312.5 is 2 July 1312. A whole number is a year, but for one with a point: 1312.0 is its
  /// first day.
  static func day(ofYear value: String) -> String? {
    let value = value.replacing(",", with: ".")
    guard value.contains("."), let number = Double(value), number.isFinite, abs(number) < 100_000 else {
      return nil
    }
    let year = Int64(number.rounded(.down))
    let days = Day.isLeapYear(year) ? 366.0 : 365.0
    let offset = ((number - Double(year)) * days + 1e-6).rounded(.down)
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    return HistoricalDate(first.adding(days: Int64(min(offset, days - 1))))?.text
  }

  /// Intervals as Gephi has them: `<[1941, 1945]; (1950, 1952)>`; a round bracket leaves out its end.
  private func timeSet(_ value: String) -> String? {
    guard value.hasSuffix(">") else { return nil }
    var texts: [String] = []
    for part in value.dropFirst().dropLast().split(separator: ";") {
      let part = part.filter { $0 != " " && $0 != "\"" }
      guard let opening = part.first, "[(".contains(opening), let closing = part.last, "])".contains(closing)
      else {
        return nil
      }
      let ends = part.dropFirst().dropLast().split(separator: ",")
      guard let first = ends.first.flatMap({ text(of: String($0)) }) else { return nil }
      guard ends.count > 1 else {
        texts.append(first)
        continue
      }
      guard var last = text(of: String(ends[1])) else { return nil }
      if closing == ")", let date = ForeignDate.date(last), let before = ForeignDate.before(date) {
        last = before
      }
      guard let interval = ForeignDate.interval(first, last) else { continue }
      texts.append(interval)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}
