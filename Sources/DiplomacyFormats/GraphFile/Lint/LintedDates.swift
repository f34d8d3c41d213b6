import Chronology

extension HistoricalDate {
  /// Whether the date says itself that it may be otherwise, so that its bounds prove nothing.
  var isDoubtful: Bool { isUncertain || isApproximate }

  /// How far a date that is placed by an offset and one that is not may be apart and yet mean one day.
  private func slack(with other: HistoricalDate) -> Int64 { hasTime || other.hasTime ? 86_400 : 0 }

  /// Whether this date certainly begins before the other may.
  func certainlyBegins(before other: HistoricalDate) -> Bool {
    guard !isDoubtful, !other.isDoubtful else { return false }
    let start = Span(self).latestStart
    return start != .distantFuture && start.adding(seconds: slack(with: other)) < Span(other).earliestStart
  }

  /// Whether this date certainly begins when the other is over.
  func certainlyBegins(afterEndOf other: HistoricalDate) -> Bool {
    guard !isDoubtful, !other.isDoubtful else { return false }
    let end = Span(other).latestEnd
    return end != .distantFuture && end.adding(seconds: slack(with: other)) <= Span(self).earliestStart
  }

  /// The one day that the date means for certain.
  var certainDay: Day? {
    guard shape == .point, !isDoubtful, !earliest.isOpen, earliest.day == latest.day else { return nil }
    return earliest.day
  }
}
