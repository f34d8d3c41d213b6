/// Pajek's times: whole numbers from 1 on, in brackets: `[1-5,7,10-*]`.
enum PajekTime {
  /// A stretch of time points; without an end it lasts.
  struct Interval: Hashable {
    var start: Int
    var end: Int?
  }

  /// The intervals in a word with its brackets; nil where it has another form.
  static func intervals(_ bytes: [UInt8], _ range: Range<Int>) -> [Interval]? {
    guard range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "]") else { return nil }
    var intervals: [Interval] = []
    for part in bytes[(range.lowerBound + 1)..<(range.upperBound - 1)].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    {
      let part = bytes.trimmed(part.indices)
      let dash = bytes[part].dropFirst().firstIndex(of: UInt8(ascii: "-"))
      guard let dash else {
        guard let point = bytes.integer(part) else { return nil }
        intervals.append(Interval(start: point, end: point))
        continue
      }
      guard let start = bytes.integer(bytes.trimmed(part.lowerBound..<dash)) else { return nil }
      let last = bytes.trimmed((dash + 1)..<part.upperBound)
      if last.count == 1, bytes[last.lowerBound] == UInt8(ascii: "*") {
        intervals.append(Interval(start: start, end: nil))
      } else {
        guard let end = bytes.integer(last), end >= start else { return nil }
        intervals.append(Interval(start: start, end: end))
      }
    }
    return intervals
  }

  /// The intervals as dates, whose numbers are years.
  static func dates(_ intervals: [Interval]) -> String {
    intervals.map { interval in
      interval.end == interval.start
        ? ForeignDate.interval(String(interval.start), String(interval.start))?.split(separator: "/").first
          .map(String.init) ?? ""
        : ForeignDate.interval(String(interval.start), interval.end.map { String($0) }) ?? ""
    }.joined(separator: "; ")
  }
}
