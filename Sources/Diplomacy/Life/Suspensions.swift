import Chronology

extension LifeFacts {
  /// The spans without the times in which the agreement was suspended, for all or for one actor.
  func withoutSuspensions(_ spans: [Span], of actor: EntityID?) -> [Span] {
    let suspensions = acts.filter { act in
      act.kind == .suspension && act.date != nil && !isBetweenSome(act)
        && (act.by.isEmpty || oneEndsAll || actor.map { act.by.contains($0) } ?? false)
    }
    return suspensions.isEmpty ? spans : Gaps(suspensions.map(suspension)).removed(from: spans)
  }

  /// From the day of a suspension to its stated end, or the day of the next resumption.
  func suspension(_ act: Act) -> Span {
    // The first resumption in the author's order that may come after a suspension ends it.
    let resumptions = acts.filter { $0.kind == .resumption && $0.date != nil }
    var last = Day.first
    let lastSoFar = resumptions.map { act in
      last = max(last, act.days.upperBound)
      return last
    }
    let day = act.days.lowerBound
    let index = lastSoFar.partitioningIndex { $0 >= day }
    return suspension(act, resumption: index < resumptions.count ? resumptions[index] : nil)
  }

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
