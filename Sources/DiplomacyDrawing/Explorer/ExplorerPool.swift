import Chronology
import DiplomacyFormats

/// Dates and spans that a page names by number, each written once.
struct ExplorerPool {
  /// The languages of the page, in the order in which its texts have them.
  static let languages = ["en", "fr", "de", "ru", "ja"]

  /// The offset of a day that names none.
  let offset: UTCOffset
  private var dates: [HistoricalDate] = []
  private var dateNumbers: [HistoricalDate: Int] = [:]
  private var times: [[Span]] = []
  private var timeNumbers: [[Span]: Int] = [:]

  init(offset: UTCOffset?) { self.offset = offset ?? .utc }

  /// The number of a date.
  mutating func number(_ date: HistoricalDate) -> Int {
    if let number = dateNumbers[date] { return number }
    dates.append(date)
    dateNumbers[date] = dates.count - 1
    return dates.count - 1
  }

  /// The number of a date, or null.
  mutating func json(_ date: HistoricalDate?) -> JSONValue { date.map { .integer(number($0)) } ?? .null }

  /// The number of some spans; those that cover nothing are left out.
  mutating func json(_ spans: [Span]) -> JSONValue {
    let spans = spans.filter { !$0.isContradictory && $0.earliestStart != .distantFuture }
    if let number = timeNumbers[spans] { return .integer(number) }
    times.append(spans)
    timeNumbers[spans] = times.count - 1
    return .integer(times.count - 1)
  }

  /// All dates: a day as its text, any other as its text, its bounds and its words in every language.
  var dateTable: JSONValue {
    .array(
      dates.map { date in
        if isPlainDay(date) { return .string(date.text) }
        return .array(
          [.string(date.edtf), Self.json(date.earliest), Self.json(date.latest.adding(seconds: 1))]
            + Self.languages.map { .string(date.description(in: $0)) })
      })
  }

  /// All spans: of each its four bounds, and 1 where it is a moment.
  ///
  /// A bound that is open is null; a latest start or an earliest end of which nothing is known is `?`.
  var timeTable: JSONValue {
    .array(
      times.map { spans in
        .array(
          spans.map { span in
            .array(
              [
                Self.json(span.earliestStart),
                span.latestStart == .distantFuture ? .string("?") : Self.json(span.latestStart),
                span.earliestEnd == .distantPast ? .string("?") : Self.json(span.earliestEnd),
                Self.json(span.latestEnd),
              ] + (span.isMoment ? [.integer(1)] : []))
          })
      })
  }

  static func json(_ moment: Moment) -> JSONValue {
    moment.isOpen ? .null : .integer(Int(moment.seconds))
  }

  /// Whether the page can tell all of a date from its text: a day of the years 100 to 9999 without a time or an offset of its
  /// own.
  private func isPlainDay(_ date: HistoricalDate) -> Bool {
    let text = Array(date.text.utf8)
    guard text.count == 10, date.takenFor == nil, date.precision == .day, date.edtf == date.text,
      !date.isUncertain, !date.isApproximate,
      text.allSatisfy({ $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return false }
    let day = date.earliest.adding(seconds: Int64(offset.seconds))
    return day.secondOfDay == 0 && day.day.year > 99 && day.day.description == date.text
  }
}
