import Chronology

/// Spans as Pajek's time points, which are years.
struct PajekYears {
  /// How many spans years do not say exactly.
  private(set) var rounded = 0
  /// How many elements have spans that have no years.
  private(set) var missing = 0

  /// The years of spans in brackets, with a blank before them; empty where it is always there, or cannot be said.
  mutating func bracket(_ spans: [Span]) -> String {
    if spans.count == 1, spans[0].earliestStart.isOpen, spans[0].latestEnd.isOpen { return "" }
    var intervals: [PajekTime.Interval] = []
    for span in spans {
      let end = span.latestEnd.isOpen ? nil : span.latestEnd.adding(seconds: -1).day.year
      let start = span.earliestStart.isOpen ? 1 : Int(max(1, span.earliestStart.day.year))
      if let end, end < start { continue }
      let interval = PajekTime.Interval(start: start, end: end.map { Int($0) })
      // Years that touch are one stretch.
      if let last = intervals.indices.last, start <= intervals[last].end ?? .max {
        if let old = intervals[last].end { intervals[last].end = interval.end.map { max(old, $0) } }
      } else {
        intervals.append(interval)
      }
    }
    guard !intervals.isEmpty else {
      missing += 1
      return ""
    }
    let words = intervals.map { interval in
      interval.end == interval.start
        ? "\(interval.start)" : "\(interval.start)-\(interval.end.map { "\($0)" } ?? "*")"
    }
    let read = PajekTime.dates(intervals).split(separator: ";").compactMap {
      ForeignDate.date(String($0.drop { $0 == " " })).map { Span($0) }
    }
    if read != spans { rounded += 1 }
    return " [\(words.joined(separator: ","))]"
  }
}
