package import Chronology

extension Span {
  /// The span as an EDTF interval of days: `1941-04-13/1946-04-13`, with one-of sets where a bound is uncertain; `never`
  /// when it covers no moment.
  package var text: String {
    if isContradictory || earliestStart == .distantFuture { return "never" }
    let start = Self.text(earliestStart, latestStart, isEnd: false)
    let end = Self.text(earliestEnd, latestEnd, isEnd: true)
    return "\(start)/\(end)"
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
