import Chronology

extension LifeFacts {
  /// The spans without the times in which the agreement was suspended, for all or for one actor.
  func withoutSuspensions(_ spans: [Span], of actor: EntityID?) -> [Span] {
    let suspensions = acts.filter { act in
      act.kind == .suspension && act.date != nil && !isBetweenSome(act)
        && (act.by.isEmpty || oneEndsAll || actor.map { act.by.contains($0) } ?? false)
    }
    guard !suspensions.isEmpty else { return spans }
    let resumptions = Resumptions(acts)
    return Gaps(suspensions.map { suspension($0, resumption: resumptions.ending($0)) }).removed(from: spans)
  }

  /// From the day of a suspension to its stated end, or the day of the next resumption.
  /// - Complexity: O(*n*); *n* acts of the agreement.
  func suspension(_ act: Act) -> Span { suspension(act, resumption: Resumptions(acts).ending(act)) }

  private func suspension(_ act: Act, resumption: Act?) -> Span {
    let start = act.date.map(Span.init) ?? .unknown
    if act.date?.shape == .interval { return start }
    let until = act.until.map(Span.init)
    let resumption = resumption?.date.map(Span.init)
    return Span(
      earliestStart: start.earliestStart, latestStart: start.latestStart,
      earliestEnd: max(
        start.earliestStart, until?.earliestEnd ?? resumption?.earliestStart ?? .distantFuture),
      latestEnd: max(start.earliestStart, until?.latestEnd ?? resumption?.latestStart ?? .distantFuture))
  }
}

/// What may end the suspensions of an agreement.
private struct Resumptions {
  private let acts: [Act]
  /// The last day on which one of those up to here may have come.
  private var lastSoFar: [Day] = []

  init(_ all: [Act]) {
    acts = all.filter { $0.kind == .resumption && $0.date != nil }
    var last = Day.first
    for act in acts {
      last = max(last, act.days.upperBound)
      lastSoFar.append(last)
    }
  }

  /// The first in the author's order that may come after a suspension.
  /// - Complexity: O(log *n*).
  func ending(_ suspension: Act) -> Act? {
    let day = suspension.days.lowerBound
    let index = lastSoFar.partitioningIndex { $0 >= day }
    return index < acts.count ? acts[index] : nil
  }
}
