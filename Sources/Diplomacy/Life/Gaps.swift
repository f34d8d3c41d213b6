import Chronology

/// The times in which an agreement was suspended, ready to be taken out of its times in force.
///
/// Gaps of which each is certainly over before the next begins form groups of their own; only within a group is it open
/// in which order they come. Two gaps that may come in either order leave what is between them in both. Of more than
/// two, the orders are too many to be listed, and need not be: at any moment those that may be over are the first ones by
/// their earliest ends, so that the times between neighbours in that order cover, certainly and possibly, just the
/// moments that all orders together do.
struct Gaps {
  /// The groups in order, and in each the gaps in the author's order.
  private let groups: [[Span]]

  /// Gaps, in the author's order.
  init(_ gaps: [Span]) {
    let order = gaps.indices.sorted { (gaps[$0].first, $0) < (gaps[$1].first, $1) }
    var groups: [[Int]] = []
    var end = Moment.distantPast
    for index in order {
      if groups.isEmpty || gaps[index].first < end {
        if groups.isEmpty { groups.append([]) }
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
      end = max(end, gaps[index].last)
    }
    self.groups = groups.map { $0.sorted().map { gaps[$0] } }
  }

  /// Spans without the gaps.
  /// - Complexity: O(*s* · *g*) with *s* spans and *g* groups of gaps, besides what it returns.
  func removed(from spans: [Span]) -> [Span] {
    groups.isEmpty ? spans : spans.flatMap(removed)
  }

  private func removed(from span: Span) -> [Span] {
    var left: [Span] = []
    // What is after all gaps so far.
    var rest: Span? = span
    for group in groups {
      guard let current = rest else { break }
      if group.count <= 2 {
        var parts = group.reduce([current]) { parts, gap in parts.flatMap { $0.without(gap) } }
        rest = current.after(group)
        if let rest, parts.last == rest { parts.removeLast() }
        left += parts
      } else {
        left += current.parts(before: group)
        rest = current.after(group)
      }
    }
    return left + (rest.map { [$0] } ?? [])
  }
}

extension Span {
  /// The first moment that the span, taken as a gap, may touch; and the first one after all that it may.
  fileprivate var first: Moment { min(earliestStart, earliestEnd) }
  fileprivate var last: Moment { max(latestStart, latestEnd) }

  /// What is left after all of some gaps; nil for nothing.
  fileprivate func after(_ gaps: [Span]) -> Span? {
    let start = gaps.reduce((earliestStart, latestStart)) {
      (max($0.0, $1.earliestEnd), max($0.1, $1.latestEnd))
    }
    return start.0 < latestEnd
      ? Span(earliestStart: start.0, latestStart: start.1, earliestEnd: earliestEnd, latestEnd: latestEnd)
      : nil
  }

  /// What is left before the last of some gaps, between neighbours in the order of their earliest ends.
  fileprivate func parts(before gaps: [Span]) -> [Span] {
    let order = gaps.enumerated().sorted {
      ($0.element.earliestEnd, $0.offset) < ($1.element.earliestEnd, $1.offset)
    }.map(\.element)
    // The bounds of what each part ends with: the first to begin of the gaps still to come.
    var ends: [(Moment, Moment)] = []
    var end = (earliestEnd, latestEnd)
    for gap in order.reversed() {
      end = (min(end.0, gap.earliestStart), min(end.1, gap.latestStart))
      ends.append(end)
    }
    var parts: [Span] = []
    var start = (earliestStart, latestStart)
    for (gap, end) in zip(order, ends.reversed()) {
      if start.0 < end.1 {
        parts.append(
          Span(earliestStart: start.0, latestStart: start.1, earliestEnd: end.0, latestEnd: end.1))
      }
      start = (max(start.0, gap.earliestEnd), max(start.1, gap.latestEnd))
    }
    return parts
  }
}
