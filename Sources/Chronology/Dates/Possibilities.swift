extension HistoricalDate {
  /// Beyond so many stretches, the members of a set that leave time between their days count as leaving none.
  private static let stretchLimit = 50_000

  /// The seconds the date may denote, as separate stretches in order that do not touch.
  ///
  /// A point or an interval is one stretch, but unspecified digits may leave many: `XXXX-12-XX` is ten thousand
  /// Decembers. A set has the stretches of its members together, whether one or all of them are meant; where its
  /// members come to more than 50,000, those that follow count from their first possible second to their last.
  /// - Complexity: O(*s* log *s*), *s* the stretches of all members; a point has up to 480,000 (`XXXX-XX-X1`).
  public var stretches: [ClosedRange<Moment>] {
    switch form {
    case .interval: return [earliest...latest]
    case .point(let point): return HistoricalDate.merged(point.stretches)
    case .set(_, let members):
      var ranges: [ClosedRange<Moment>] = []
      ranges.reserveCapacity(members.count)
      for member in members {
        if let first = member.first, first.pattern != nil, first == member.last,
          ranges.count < HistoricalDate.stretchLimit
        {
          ranges += first.stretches
        } else {
          ranges.append(member.earliest...member.latest)
        }
      }
      return HistoricalDate.merged(ranges.sorted { $0.lowerBound < $1.lowerBound })
    }
  }

  /// The ranges, given by their starts, with those joined that overlap or touch.
  private static func merged(_ ranges: [ClosedRange<Moment>]) -> [ClosedRange<Moment>] {
    var merged: [ClosedRange<Moment>] = []
    for range in ranges {
      if let last = merged.last, range.lowerBound <= last.upperBound.adding(seconds: 1) {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension DatePoint {
  /// The seconds the point may denote, in order; some may touch.
  var stretches: [ClosedRange<Moment>] {
    guard let pattern else { return [earliest...latest] }
    let shift = -Int64(components.offsetSeconds)
    var ranges: [ClosedRange<Moment>] = []
    pattern.forEachRun { first, last in
      ranges.append(first.start.adding(seconds: shift)...last.end.adding(seconds: shift - 1))
    }
    return reach == .none ? ranges : ranges.map { widened($0, by: reach) }
  }
}
