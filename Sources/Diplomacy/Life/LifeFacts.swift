import Chronology

/// What is known of an agreement's life under one choice of assertions, and what follows from it.
struct LifeFacts {
  /// The acts that count.
  var acts: [Act]
  /// The terms that count, merged.
  var terms: Terms
  /// The spans that the graph states.
  var stated: [InForce]
  /// The parties, each once.
  var parties: [EntityID] = []
  /// What takes the agreement's place, and when.
  var successors: [LifeCourse.Turn] = []
  /// How the agreement ended with which this one ends; empty when there is none.
  var endingsOfOther: [LifeCourse.Turn] = []
  /// The reading, where several are looked at together.
  var reading: ReadingID?
  /// The acts and terms as they were written, where dates were narrowed to the days that the orders among acts leave.
  private(set) var writtenActs: [Act] = []
  private(set) var writtenTerms: Terms?
  /// The orders among the acts, and the days that they leave of each.
  private(set) var orders: ActOrders

  /// The facts of a life that count.
  init(_ life: AgreementLife, where counts: (Attestation) -> Bool) {
    acts = life.acts.filter { counts($0.attestation) }
    terms = Terms.merged(life.terms.filter { counts($0.attestation) })
    stated = life.statedInForce.filter { counts($0.attestation) }
    orders = ActOrders(acts, until: terms.until)
    if orders.isNarrowed { replaceDates { $1.narrowed($2, at: $0) } }
    for act in acts where act.kind == .accession {
      parties += act.by.filter { !parties.contains($0) }
    }
  }

  /// The same facts with other dates in the place of those that the orders among acts speak of.
  func replacingDates(_ date: (Int, HistoricalDate) -> HistoricalDate) -> LifeFacts {
    var facts = self
    facts.replaceDates { date($0, $2) }
    return facts
  }

  private mutating func replaceDates(_ date: (Int, ActOrders, HistoricalDate) -> HistoricalDate) {
    if writtenActs.isEmpty { writtenActs = acts }
    for (variable, place) in orders.places.enumerated() {
      switch place {
      case .date(let index): acts[index].date = acts[index].date.map { date(variable, orders, $0) }
      case .until(let index): acts[index].until = acts[index].until.map { date(variable, orders, $0) }
      case .term:
        if writtenTerms == nil { writtenTerms = terms }
        terms.until = terms.until.map { date(variable, orders, $0) }
      }
    }
  }

  // MARK: The agreement

  /// When the agreement was in force.
  ///
  /// What the graph states goes before what the acts say, and an act that ends the agreement before what the terms say.
  func course() -> LifeCourse {
    if !stated.isEmpty { return statedCourse() }
    guard let beginning else { return LifeCourse(spans: [], beginnings: [], endings: []) }
    if case .notRatified = beginning.cause {
      return LifeCourse(spans: [.never], beginnings: [beginning], endings: [])
    }
    let endings = firstEndings(of: endings(from: beginning))
    return LifeCourse(
      spans: withoutSuspensions([Self.span(beginning, endings)], of: nil), beginnings: [beginning],
      endings: endings)
  }

  private func statedCourse() -> LifeCourse {
    let hull = stated.dropFirst().reduce(stated[0].span) { $0.hull(with: $1.span) }
    let dated = stated.filter { $0.date != nil }
    return LifeCourse(
      spans: [hull],
      beginnings: dated.map {
        turn($0.span.earliestStart, $0.span.latestStart, .stated, nil, $0.attestation.citations)
      },
      endings: dated.map {
        turn($0.span.earliestEnd, $0.span.latestEnd, .stated, nil, $0.attestation.citations)
      })
  }

  /// The first act of a kind that has a date.
  private func first(_ kind: Act.Kind) -> Act? { acts.first { $0.kind == kind && $0.date != nil } }

  /// The entry into force: the act, else what the terms say brings it about, else the signature.
  var beginning: LifeCourse.Turn? {
    if let act = first(.entryIntoForce) { return turn(startOf: act, .act) }
    if terms.entry == .ratification { return lastRatification }
    return first(.signature).map { turn(startOf: $0, .signature) }
  }

  /// The act that is the entry into force by itself.
  private var beginningAct: Act? {
    first(.entryIntoForce) ?? (terms.entry == .ratification ? nil : first(.signature))
  }

  private var lastRatification: LifeCourse.Turn? {
    let ratifications = acts.filter { $0.kind == .ratification && $0.date != nil }
    let ofAll = ratifications.filter { $0.by.isEmpty }
    let needed =
      ofAll.isEmpty
      ? parties.map { party in ratifications.first { $0.by.contains(party) } } : ofAll.map(Optional.some)
    let found = needed.compactMap { $0 }
    guard found.count == needed.count, let first = found.first else {
      return turn(.distantFuture, .distantFuture, .notRatified, nil, [])
    }
    return found.dropFirst().reduce(turn(startOf: first, .lastRatification)) { last, act in
      let next = turn(startOf: act, .lastRatification)
      return LifeCourse.Turn(
        earliest: max(last.earliest, next.earliest), latest: max(last.latest, next.latest),
        cause: .lastRatification, act: next.latest > last.latest ? next.act : last.act, terms: last.terms,
        reading: reading, citations: last.citations + next.citations.filter { !last.citations.contains($0) })
    }
  }

  /// What may end the agreement for all: each member of the list is a set of alternatives, of which one holds.
  private func endings(from beginning: LifeCourse.Turn) -> [[LifeCourse.Turn]] {
    if let act = acts.first(where: { $0.kind == .termination || $0.kind == .expiry }) {
      return [[turn(endOf: act, .act)]]
    }
    var budget = TermCourse.Budget()
    var endings = [termEndings(from: beginning, within: &budget) { $0.by.isEmpty || oneEndsAll }]
    if terms.breach == .ends, let breach = first(.breach) { endings.append([turn(endOf: breach, .breach)]) }
    endings += successors.map { [$0] }
    endings.append(endingsOfOther)
    if !oneEndsAll, let last = lastPairLeft(from: beginning) { endings.append([last]) }
    return endings
  }

  /// Whether the notice of one party ends the agreement for all.
  private var oneEndsAll: Bool { terms.denunciationEnds.map { $0 == .agreement } ?? (parties.count <= 2) }

  /// When fewer than two parties are left, where parties have given notice for themselves.
  private func lastPairLeft(from beginning: LifeCourse.Turn) -> LifeCourse.Turn? {
    let exits = parties.map { party in
      self.exits(of: party, from: beginning, after: joins(of: party).last ?? nil)
    }
    let isUndecided = exits.contains { $0.contains { $0.cause == .undecided } }
    // With the last but one to leave, one is left alone.
    let earliest = exits.map { $0.map(\.earliest).min() ?? .distantFuture }.sorted().dropLast().last
    let latest = exits.map { $0.map(\.latest).max() ?? .distantFuture }.sorted().dropLast().last
    guard let earliest, let latest, earliest != .distantFuture else { return nil }
    return turn(earliest, latest, isUndecided ? .undecided : .tooFewParties, nil, [])
  }

  private static let notices: [Act.Kind] = [.denunciation, .withdrawal]
  private static let extensions: [Act.Kind] = [.extension, .renewal]

  /// The ends that terms and notices bring about.
  private func termEndings(
    from beginning: LifeCourse.Turn, within budget: inout TermCourse.Budget, _ isNotice: (Act) -> Bool
  ) -> [LifeCourse.Turn] {
    let origin = terms.termStart == .signature ? first(.signature) ?? beginningAct : beginningAct
    let start = origin?.days ?? beginning.days
    let steps = acts.filter {
      Self.extensions.contains($0.kind) || Self.notices.contains($0.kind) && isNotice($0)
    }
    var turns: [LifeCourse.Turn] = []
    for outcome in TermCourse.outcomes(
      from: start, among: origin?.possibleDays, terms, steps, within: &budget)
    {
      let citations = (outcome.act?.attestation.citations ?? []) + terms.attestation.citations
      let next = turn(
        outcome.lastDay?.lowerBound.boundedEnd
          ?? (outcome.cause == .undecided ? beginning.earliest : .distantFuture),
        outcome.lastDay?.upperBound.boundedEnd ?? .distantFuture, outcome.cause, outcome.act, citations)
      if let same = turns.firstIndex(where: { $0.cause == next.cause && $0.act == next.act }) {
        turns[same].earliest = min(turns[same].earliest, next.earliest)
        turns[same].latest = max(turns[same].latest, next.latest)
      } else {
        turns.append(next)
      }
    }
    return turns
  }

  // MARK: A member

  /// When an actor took part: from its own accession, or a ratification or signature later than the entry into force, to
  /// its own notice, within the agreement's time in force.
  func course(of actor: EntityID, in agreement: LifeCourse) -> LifeCourse {
    let individual = acts.contains { $0.by.contains(actor) }
    guard individual, stated.isEmpty, let start = agreement.beginnings.first, start.cause != .notRatified
    else {
      return agreement
    }
    let joins = joins(of: actor)
    var beginnings: [LifeCourse.Turn] = []
    var endings: [LifeCourse.Turn] = []
    var spans: [Span] = []
    for (position, join) in joins.enumerated() {
      let from = join.map { later(start, turn(startOf: $0, .act)) } ?? start
      let next = position + 1 < joins.count ? joins[position + 1] : nil
      let own = exits(of: actor, from: start, after: join, before: next)
      // Who joins again had left before.
      let rejoined = next.map { [turn(startOf: $0, .act)] } ?? []
      let ends = firstEndings(of: [own, rejoined, agreement.endings])
      beginnings.append(from)
      endings += ends
      spans.append(Self.span(from, ends))
    }
    return LifeCourse(
      spans: withoutSuspensions(spans.filter { !$0.isContradictory }, of: actor), beginnings: beginnings,
      endings: endings)
  }

  /// How an actor joined, in order; nil stands for being there from the beginning.
  private func joins(of actor: EntityID) -> [Act?] {
    func own(_ kind: Act.Kind) -> [Act] {
      acts.filter { $0.kind == kind && $0.date != nil && $0.by.contains(actor) }
    }
    let accessions = own(.accession).sorted { $0.days.lowerBound < $1.days.lowerBound }
    if !accessions.isEmpty {
      let signed = own(.signature).first
      return (signed.map { [$0] } ?? []) + accessions
    }
    let entered = first(.entryIntoForce) != nil || terms.entry == .ratification
    let ratified = entered && !allRatifiedLate ? own(.ratification).first : nil
    return [ratified ?? own(.signature).first]
  }

  /// Whether every party ratified after the entry into force, which then did not wait for it.
  private var allRatifiedLate: Bool {
    guard let start = first(.entryIntoForce), terms.entry != .ratification, !parties.isEmpty else {
      return false
    }
    return parties.allSatisfy { party in
      acts.first { $0.kind == .ratification && $0.date != nil && $0.by.contains(party) }
        .map { $0.days.lowerBound > start.days.upperBound } ?? false
    }
  }

  /// The ends that an actor's own notices bring about that it gave after it joined, and before it joined again.
  ///
  /// Where the dates leave open whether a notice is one of these, each possibility is an alternative; when these are
  /// more than can be followed, the end is undecided. What may be done is shared by all parties alike, so that the answer
  /// does not depend on who is asked for first.
  private func exits(
    of actor: EntityID, from beginning: LifeCourse.Turn, after join: Act?, before next: Act? = nil
  ) -> [LifeCourse.Turn] {
    // A notice that ends the agreement for all is no exit of its own.
    if oneEndsAll { return [] }
    let own = acts.indices.filter { Self.notices.contains(acts[$0].kind) && acts[$0].by.contains(actor) }
    if own.isEmpty { return [] }
    let possible = own.filter { index in
      let days = acts[index].days
      return (join.map { days.upperBound >= $0.days.lowerBound } ?? true)
        && (next.map { days.lowerBound < $0.days.upperBound } ?? true)
    }
    let open = possible.filter { index in
      let days = acts[index].days
      return (join.map { days.lowerBound < $0.days.upperBound } ?? false)
        || (next.map { days.upperBound >= $0.days.lowerBound } ?? false)
    }
    let undecided = turn(beginning.earliest, .distantFuture, .undecided, nil, terms.attestation.citations)
    guard open.count <= Self.mostOpenNotices else { return [undecided] }
    var budget = TermCourse.Budget(sharedBy: parties.count)
    var exits: [LifeCourse.Turn] = []
    for choice in 0..<(1 << open.count) {
      let left = Set(open.enumerated().filter { choice & (1 << $0.offset) != 0 }.map(\.element))
      let counted = Set(possible.filter { !left.contains($0) }.map { acts[$0] })
      exits += termEndings(from: beginning, within: &budget) { notice in
        notice.by.contains(actor) ? counted.contains(notice) : notice.by.isEmpty
      }.map { turn in
        // What ends the agreement for all stands in its own course.
        if turn.cause == .undecided { return turn }
        if let act = turn.act, Self.notices.contains(act.kind), act.by.contains(actor) { return turn }
        return self.turn(.distantFuture, .distantFuture, .never, nil, [])
      }
      if budget.isSpent { return [undecided] }
    }
    return exits
  }

  /// So many notices are followed each as given and as not given.
  private static let mostOpenNotices = 8

  // MARK: Turns and spans

  /// The ends that may come first, when of each set of alternatives one holds.
  private func firstEndings(of endings: [[LifeCourse.Turn]]) -> [LifeCourse.Turn] {
    let sets = endings.filter { !$0.isEmpty }
    let last = sets.map { $0.map(\.latest).max() ?? .distantFuture }.min() ?? .distantFuture
    var found: [LifeCourse.Turn] = []
    for var turn in sets.flatMap({ $0 }) where turn.earliest <= last {
      turn.latest = min(turn.latest, last)
      if turn.cause != .never || !found.contains(where: { $0.cause == .never }) { found.append(turn) }
    }
    return found
  }

  /// The span from a beginning to one of several ends; where they overlap, it does not end before it begins.
  private static func span(_ beginning: LifeCourse.Turn, _ endings: [LifeCourse.Turn]) -> Span {
    let first = endings.map(\.earliest).min() ?? .distantFuture
    let last = endings.map(\.latest).max() ?? .distantFuture
    let moments = [beginning.earliest, beginning.latest, first, last]
    let unit: Int64 = moments.allSatisfy { $0.isOpen || $0.secondOfDay == 0 } ? 86_400 : 1
    let latestStart = min(beginning.latest, last.adding(seconds: -unit))
    let earliestEnd = max(first, beginning.earliest.adding(seconds: unit))
    return Span(
      earliestStart: beginning.earliest, latestStart: max(beginning.earliest, latestStart),
      earliestEnd: min(last, earliestEnd), latestEnd: last)
  }

  /// The spans without the times in which the agreement was suspended, for all or for one actor.
  private func withoutSuspensions(_ spans: [Span], of actor: EntityID?) -> [Span] {
    let suspensions = acts.filter { act in
      act.kind == .suspension && act.date != nil
        && (act.by.isEmpty || oneEndsAll || actor.map { act.by.contains($0) } ?? false)
    }
    if suspensions.isEmpty { return spans }
    // The first resumption in the author's order that may come after a suspension ends it.
    let resumptions = acts.filter { $0.kind == .resumption && $0.date != nil }
    var last = Day.first
    let lastSoFar = resumptions.map { act in
      last = max(last, act.days.upperBound)
      return last
    }
    return Gaps(
      suspensions.map { act in
        let day = act.days.lowerBound
        let index = lastSoFar.partitioningIndex { $0 >= day }
        return suspension(act, resumption: index < resumptions.count ? resumptions[index] : nil)
      }
    ).removed(from: spans)
  }

  /// From the day of a suspension to its stated end, or the day of the next resumption.
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

  /// The later of two beginnings.
  private func later(_ one: LifeCourse.Turn, _ other: LifeCourse.Turn) -> LifeCourse.Turn {
    var later = other.latest > one.latest ? other : one
    later.earliest = max(one.earliest, other.earliest)
    return later
  }

  private func turn(startOf act: Act, _ cause: LifeCourse.Cause) -> LifeCourse.Turn {
    let span = act.date.map(Span.init) ?? .unknown
    return turn(span.earliestStart, span.latestStart, cause, act, act.attestation.citations)
  }

  private func turn(endOf act: Act, _ cause: LifeCourse.Cause) -> LifeCourse.Turn {
    let span = act.date.map(Span.init) ?? .unknown
    let end = act.date == nil ? Moment.distantFuture : span.latestEnd
    return turn(span.earliestEnd, end, cause, act, act.attestation.citations)
  }

  /// An act as it was written.
  private func written(_ act: Act) -> Act {
    writtenActs.isEmpty ? act : acts.firstIndex(of: act).map { writtenActs[$0] } ?? act
  }

  private func turn(
    _ earliest: Moment, _ latest: Moment, _ cause: LifeCourse.Cause, _ act: Act?, _ citations: [Citation]
  ) -> LifeCourse.Turn {
    var cited: [Citation] = []
    for citation in citations where !cited.contains(citation) { cited.append(citation) }
    return LifeCourse.Turn(
      earliest: min(earliest, latest), latest: latest, cause: cause,
      act: act.map(written), terms: terms.isEmpty ? nil : writtenTerms ?? terms,
      reading: reading, citations: cited)
  }
}

extension Array {
  /// The first index whose element, as all after it, meets a condition; the count when none does.
  fileprivate func partitioningIndex(where isMet: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension LifeCourse.Turn {
  /// The days it may fall on.
  var days: ClosedRange<Day> { earliest.day.bounded...latest.day.bounded }
}
