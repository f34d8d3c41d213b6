package import Chronology

extension Span {
  /// The span as an EDTF interval of days: `1941-04-13/1946-04-13`, with one-of sets where a bound is uncertain; `never`
  /// when it covers no moment. A time of which nothing is certain but that nothing else is possible around it has a question
  /// mark at both ends: `1941-01-03?/1941-01-08?`.
  package var text: String {
    if isContradictory || earliestStart == .distantFuture { return "never" }
    if earliestStart == earliestEnd, latestStart == latestEnd, !earliestStart.isOpen || !latestEnd.isOpen {
      let start = Self.text(earliestStart, earliestStart, isEnd: false)
      let end = Self.text(latestEnd, latestEnd, isEnd: true)
      return (earliestStart.isOpen ? start : "\(start)?") + "/" + (latestEnd.isOpen ? end : "\(end)?")
    }
    let start = Self.text(earliestStart, latestStart, isEnd: false)
    let end = Self.text(earliestEnd, latestEnd, isEnd: true)
    return "\(start)/\(end)"
  }

  /// The span as an interval of days; nil where a bound is uncertain or has no text, and when it covers no moment.
  package var date: HistoricalDate? {
    guard !isContradictory, earliestStart != .distantFuture,
      let start = Self.endpoint(earliestStart, latestStart, isEnd: false),
      let end = Self.endpoint(earliestEnd, latestEnd, isEnd: true)
    else { return nil }
    return HistoricalDate(from: start, to: end)
  }

  private static func endpoint(
    _ earliest: Moment, _ latest: Moment, isEnd: Bool
  ) -> HistoricalDate.Endpoint? {
    if earliest.isOpen && latest.isOpen { return earliest == latest ? .open : .unknown }
    let (first, last) =
      isEnd ? (earliest.adding(seconds: -1), latest.adding(seconds: -1)) : (earliest, latest)
    guard let date = HistoricalDate(first), date == HistoricalDate(last) else { return nil }
    return .date(date)
  }

  /// A bound: `..` when it is open, nothing when it is not known, a day (or second), or two of them.
  private static func text(_ earliest: Moment, _ latest: Moment, isEnd: Bool) -> String {
    func day(_ moment: Moment) -> String { (isEnd ? moment.adding(seconds: -1) : moment).shortText }
    if earliest == latest { return earliest.isOpen ? ".." : day(earliest) }
    switch (earliest.isOpen, latest.isOpen) {
    case (true, true): return ""
    case (false, true): return "[\(day(earliest))..]"
    case (true, false): return "[..\(day(latest))]"
    case (false, false):
      let (first, last) = (day(earliest), day(latest))
      return first == last ? first : "[\(first)..\(last)]"
    }
  }
}
