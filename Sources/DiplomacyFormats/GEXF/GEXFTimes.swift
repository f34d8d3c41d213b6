import Chronology

/// The times of nodes and edges in GEXF, kept as they are written until the whole file is known: whole numbers are years, unless
/// the file has parts of years too.
struct GEXFTimes {
  /// A time from a start to an end, or one point.
  struct Interval: Hashable {
    var start: String?
    var end: String?
    var isStartOpen = false
    var isEndOpen = false

    /// Whether it says nothing.
    var isEmpty: Bool { start == nil && end == nil }
  }

  /// How numbers are meant.
  enum Numbers { case years, partsOfYears, seconds, milliseconds }

  private(set) var numbers = Numbers.years
  /// Whether an end does not belong to its interval.
  private(set) var hasOpenEnds = false

  /// Takes note of an interval.
  mutating func note(_ interval: Interval) {
    hasOpenEnds = hasOpenEnds || interval.isStartOpen || interval.isEndOpen
    for text in [interval.start, interval.end] {
      guard let number = text.flatMap(Self.number), number.isFinite else { continue }
      if abs(number) >= 100_000_000_000 {
        numbers = .milliseconds
      } else if abs(number) >= 100_000_000, numbers != .milliseconds {
        numbers = .seconds
      } else if number != number.rounded(), numbers == .years {
        numbers = .partsOfYears
      }
    }
  }

  /// The texts of intervals as dates separated by semicolons; nil for none that says anything.
  func text(_ intervals: [Interval]) -> String? {
    let texts = intervals.compactMap(text)
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private func text(_ interval: Interval) -> String? {
    let start = bound(interval.start, isEnd: false, isOpen: interval.isStartOpen)
    let end = bound(interval.end, isEnd: true, isOpen: interval.isEndOpen)
    if start == nil, end == nil { return nil }
    return start == end ? start : "\(start ?? "..")/\(end ?? "..")"
  }

  private static func number(_ text: String) -> Double? {
    // Eight digits may be a day: 19410413.
    text.utf8.count == 8 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? nil : Double(text)
  }

  /// A bound as a date; nil for one that is open for ever.
  private func bound(_ text: String?, isEnd: Bool, isOpen: Bool) -> String? {
    guard let text, !text.isEmpty else { return nil }
    if let number = Self.number(text) {
      return number.isFinite ? bound(number, isEnd: isEnd, isOpen: isOpen) : nil
    }
    if ["-infinity", "infinity", "+infinity"].contains(text.lowercased()) { return nil }
    let date = Self.withoutFractions(text)
    guard isOpen, let day = try? HistoricalDate(date), let shifted = Self.shifted(day, isEnd: isEnd) else {
      return date
    }
    return shifted
  }

  private func bound(_ number: Double, isEnd: Bool, isOpen: Bool) -> String? {
    switch numbers {
    case .years:
      let year = Int64(number) + (isOpen ? isEnd ? -1 : 1 : 0)
      return HistoricalDate(year: year)?.edtf
    case .partsOfYears:
      // A day; in years of more than four digits, which days are not written in, the year.
      guard let day = DecimalYear.day(number, isEnd: isEnd) else { return nil }
      return (-9999...9999).contains(day.year) ? "\(day)" : HistoricalDate(year: day.year)?.edtf
    case .seconds, .milliseconds:
      let seconds = numbers == .seconds ? number : (number / 1000).rounded(.down)
      guard abs(seconds) < 1e15 else { return nil }
      let moment = Moment(seconds: Int64(seconds) + (isOpen ? isEnd ? -1 : 1 : 0))
      return moment.secondOfDay == 0 && !isOpen ? "\(moment.day)" : "\(moment)"
    }
  }

  /// A time of day without parts of seconds: `2012-03-27T10:00:00.000Z`.
  private static func withoutFractions(_ text: String) -> String {
    guard let time = text.firstIndex(of: "T"), let point = text[time...].firstIndex(of: ".") else {
      return text
    }
    return String(text[..<point] + text[text.index(after: point)...].drop { $0.isNumber })
  }

  /// The day after one, or before; nil for what is no single day.
  private static func shifted(_ date: HistoricalDate, isEnd: Bool) -> String? {
    let span = Span(date)
    guard span.isMoment, span.latestEnd.seconds - span.earliestStart.seconds == 86_400 else { return nil }
    return "\(span.earliestStart.day.adding(days: isEnd ? -1 : 1))"
  }
}
