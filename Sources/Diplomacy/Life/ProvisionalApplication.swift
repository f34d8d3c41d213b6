import Chronology

/// Agreements that are applied before they are in force (article 25 of the Vienna Convention on the Law of Treaties).
extension LifeFacts {
  /// The acts by which the agreement is applied before it is in force: by all, or by one actor.
  /// - Parameter actor: The actor; nil: any.
  func applied(by actor: EntityID?) -> [Act] {
    acts.filter { act in
      act.kind == .provisionalApplication && act.date != nil
        && (actor.map { act.by.isEmpty || act.by.contains($0) } ?? true)
    }
  }

  /// The course with what was applied before it, for all or for one actor, without the times of suspension.
  ///
  /// What is applied before the entry into force counts as in force from then on, unless it says until when. It ends with
  /// its own last day, the end of the agreement, or at once with a notice.
  /// - Parameters:
  ///   - applied: The acts by which it is applied provisionally.
  ///   - beginnings: The entries into force: none, one that never comes, or in order those of an actor's several times.
  ///   - endings: The ends of each of these: of each set of alternatives one holds.
  func course(
    of applied: [Act], from beginnings: [LifeCourse.Turn], of actor: EntityID?,
    endings: [[[LifeCourse.Turn]]]
  ) -> LifeCourse {
    var starts = beginnings
    var ends: [LifeCourse.Turn] = []
    var spans: [Span] = []
    let isEntered = beginnings.first.map { $0.earliest != .distantFuture } ?? false
    var provisional: [LifeCourse.Turn] = []
    for act in applied {
      let start = turn(startOf: act, .provisional(entry: isEntered ? beginnings.first?.day : nil))
      guard isEntered, let entry = beginnings.first, act.until == nil, act.date?.shape != .interval else {
        let last = firstEndings(of: provisionalEndings(of: act, from: start, of: actor))
        spans.append(Self.span(start, last))
        provisional.append(start)
        if !isEntered { ends += last }
        continue
      }
      // It goes over into the time in force.
      guard start.earliest < entry.latest else { continue }
      provisional.append(start)
      starts[0].earliest = min(starts[0].earliest, start.earliest)
      starts[0].latest = min(starts[0].latest, start.latest)
    }
    if isEntered {
      for (start, sets) in zip(starts, endings) {
        let last = firstEndings(of: sets)
        ends += last
        spans.append(Self.span(start, last))
      }
    } else if spans.isEmpty {
      spans = beginnings.isEmpty ? [] : [.never]
    }
    return LifeCourse(
      spans: withoutSuspensions(
        actor == nil && spans.count < 2 ? spans : spans.filter { !$0.isContradictory }, of: actor),
      beginnings: provisional + (isEntered || provisional.isEmpty ? beginnings : []), endings: ends)
  }

  /// The same of the agreement, whose ends are found where it has a beginning.
  func course(
    of applied: [Act], from beginnings: [LifeCourse.Turn], of actor: EntityID?,
    _ endings: (LifeCourse.Turn) -> [[LifeCourse.Turn]]
  ) -> LifeCourse {
    course(
      of: applied, from: beginnings, of: actor,
      endings: beginnings.map { $0.earliest == .distantFuture ? [] : endings($0) })
  }

  /// What ends a provisional application that does not go over into the time in force.
  private func provisionalEndings(
    of act: Act, from start: LifeCourse.Turn, of actor: EntityID?
  ) -> [[LifeCourse.Turn]] {
    var sets: [[LifeCourse.Turn]] = []
    if let until = act.until {
      let span = Span(until)
      sets.append([turn(span.earliestEnd, span.latestEnd, .act, act, act.attestation.citations)])
    } else if act.date?.shape == .interval {
      sets.append([turn(endOf: act, .act)])
    }
    for end in acts where end.date != nil {
      let isOwn = end.by.isEmpty || oneEndsAll || actor.map { end.by.contains($0) } ?? false
      if end.kind == .termination || end.kind == .expiry {
        sets.append([turn(endOf: end, .act)])
      } else if Self.notices.contains(end.kind), isOwn, end.days.upperBound >= act.days.lowerBound {
        // One that may have come before changes nothing then.
        let isLater = end.days.lowerBound >= act.days.upperBound
        sets.append(
          [turn(endOf: end, .denunciation)]
            + (isLater ? [] : [turn(.distantFuture, .distantFuture, .never, nil, [])]))
      }
    }
    return sets
  }
}

extension LifeCourse.Turn {
  /// The day it falls on; nil when that is not certain.
  fileprivate var day: Moment? { earliest == latest ? earliest : nil }
}
