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
  private(set) var parties: [EntityID] = []
  /// When those took part whose dates the graph states at themselves.
  private(set) var statedMembers: [EntityID: [Span]] = [:]
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
    for act in acts where act.kind.isJoining {
      for actor in act.by { add(party: actor, during: nil) }
    }
  }

  /// Takes an actor for a party, during a span where the graph states one.
  mutating func add(party: EntityID, during span: Span?) {
    if !parties.contains(party) { parties.append(party) }
    if let span { statedMembers[party, default: []].append(span) }
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
  /// An agreement that is void never was in force (Vienna Convention on the Law of Treaties, article 69(1)).
  func course() -> LifeCourse {
    if !stated.isEmpty { return statedCourse() }
    if let void { return LifeCourse(spans: [.never], beginnings: [void], endings: []) }
    return course(of: applied(by: nil), from: [beginning].compactMap(\.self), of: nil) {
      endings(from: $0)
    }
  }

  private func statedCourse() -> LifeCourse {
    let dated = stated.filter { $0.date != nil }
    return LifeCourse(
      spans: statedSpans,
      beginnings: dated.map {
        turn($0.span.earliestStart, $0.span.latestStart, .stated, nil, $0.attestation.citations)
      },
      endings: dated.map {
        turn($0.span.earliestEnd, $0.span.latestEnd, .stated, nil, $0.attestation.citations)
      })
  }

  /// The spans that the graph states: several under the same readings that come one after the other are as many times in
  /// force; otherwise any of them may be meant, and their bounds go together.
  private var statedSpans: [Span] {
    let spans = stated.map(\.span).sorted { $0.earliestStart < $1.earliestStart }
    let isOneReading = stated.allSatisfy { $0.date != nil && $0.attestation.readings == stated[0].attestation.readings }
    if isOneReading, zip(spans, spans.dropFirst()).allSatisfy({ $0.latestEnd <= $1.earliestStart }) {
      return spans
    }
    return [spans.dropFirst().reduce(spans[0]) { $0.hull(with: $1) }]
  }

  /// The first act of a kind that has a date.
  func first(_ kind: Act.Kind) -> Act? { acts.first { $0.kind == kind && $0.date != nil } }

  /// The entry into force: the act, else what the terms say brings it about, else the signature.
  var beginning: LifeCourse.Turn? {
    if let act = first(.entryIntoForce) { return turn(startOf: act, .act) }
    if terms.entersByRatification { return neededRatification }
    return first(.signature).map { turn(startOf: $0, .signature) }
  }

  /// The act that is the entry into force by itself.
  private var beginningAct: Act? {
    first(.entryIntoForce) ?? (terms.entersByRatification ? nil : first(.signature))
  }

  /// The ratification that brings the agreement into force: that of the last party, or of as many as the terms ask for.
  ///
  /// A ratification without `by` is that of all. Who accedes need not ratify; of a number of ratifications, an accession
  /// counts as one (article 24 of the Vienna Convention on the Law of Treaties leaves both to the agreement).
  private var neededRatification: LifeCourse.Turn? {
    let ofAll = acts.filter { $0.kind.isConsent && $0.date != nil && $0.by.isEmpty }
    let missing = turn(.distantFuture, .distantFuture, .notRatified, nil, [])
    if !ofAll.isEmpty { return ofAll.dropFirst().reduce(ratified(ofAll[0])) { last($0, ratified($1)) } }
    guard let number = terms.ratifications else {
      let needed = parties.filter { party in
        consent(of: party) != nil || !acts.contains { $0.kind.isJoining && $0.by.contains(party) }
      }
      let found = needed.compactMap { consent(of: $0) }
      guard found.count == needed.count, let first = found.first else { return missing }
      return found.dropFirst().reduce(ratified(first)) { last($0, ratified($1)) }
    }
    let turns = parties.compactMap { party in
      (consent(of: party) ?? acts.first { $0.kind == .accession && $0.date != nil && $0.by.contains(party) })
        .map(ratified)
    }
    guard number > 0, turns.count >= number else { return missing }
    // The days on which there were enough, whichever these are.
    let earliest = turns.map(\.earliest).sorted()[number - 1]
    let latest = turns.map(\.latest).sorted()[number - 1]
    var found = turns.first { $0.latest == latest } ?? turns[0]
    found.earliest = earliest
    for turn in turns where turn.earliest <= latest {
      found.citations += turn.citations.filter { !found.citations.contains($0) }
    }
    return found
  }

  private func ratified(_ act: Act) -> LifeCourse.Turn { turn(startOf: act, .lastRatification) }

  /// The later of two ratifications, which is the one that counts.
  private func last(_ one: LifeCourse.Turn, _ other: LifeCourse.Turn) -> LifeCourse.Turn {
    LifeCourse.Turn(
      earliest: max(one.earliest, other.earliest), latest: max(one.latest, other.latest),
      cause: .lastRatification, act: other.latest > one.latest ? other.act : one.act, terms: one.terms,
      reading: reading, citations: one.citations + other.citations.filter { !one.citations.contains($0) })
  }

  /// What may end the agreement for all: each member of the list is a set of alternatives, of which one holds.
  func endings(from beginning: LifeCourse.Turn) -> [[LifeCourse.Turn]] {
    if let act = acts.first(where: { $0.kind == .termination || $0.kind == .expiry }) {
      return [[turn(endOf: act, .act)]]
    }
    var budget = TermCourse.Budget()
    var endings = [
      termEndings(from: beginning, within: &budget) {
        Self.extensions.contains($0.kind) || $0.by.isEmpty || oneEndsAll
      }
    ]
    if terms.breach == .ends, let breach = first(.breach) { endings.append([turn(endOf: breach, .breach)]) }
    endings += successors.map { [$0] }
    endings.append(endingsOfOther)
    if !oneEndsAll, let last = lastPairLeft(from: beginning) { endings.append([last]) }
    return endings
  }

  /// Whether the notice of one party ends the agreement for all.
  var oneEndsAll: Bool { terms.denunciationEnds.map { $0 == .agreement } ?? (parties.count <= 2) }

  static let notices: [Act.Kind] = [.denunciation, .withdrawal]
  static let extensions: [Act.Kind] = [.extension, .renewal]

  /// The ends that terms and notices bring about.
  ///
  /// - Parameter counts: Which notices and extensions are followed.
  func termEndings(
    from beginning: LifeCourse.Turn, within budget: inout TermCourse.Budget, _ counts: (Act) -> Bool
  ) -> [LifeCourse.Turn] {
    let origin = terms.termStart == .signature ? first(.signature) ?? beginningAct : beginningAct
    let start = origin?.days ?? beginning.days
    let steps = acts.filter {
      (Self.extensions.contains($0.kind) || Self.notices.contains($0.kind)) && counts($0)
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

  // MARK: Turns and spans

  /// The ends that may come first, when of each set of alternatives one holds.
  func firstEndings(of endings: [[LifeCourse.Turn]]) -> [LifeCourse.Turn] {
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
  static func span(_ beginning: LifeCourse.Turn, _ endings: [LifeCourse.Turn]) -> Span {
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

  /// The later of two beginnings.
  func later(_ one: LifeCourse.Turn, _ other: LifeCourse.Turn) -> LifeCourse.Turn {
    var later = other.latest > one.latest ? other : one
    later.earliest = max(one.earliest, other.earliest)
    return later
  }

  func turn(startOf act: Act, _ cause: LifeCourse.Cause) -> LifeCourse.Turn {
    let span = act.date.map(Span.init) ?? .unknown
    return turn(span.earliestStart, span.latestStart, cause, act, act.attestation.citations)
  }

  func turn(endOf act: Act, _ cause: LifeCourse.Cause) -> LifeCourse.Turn {
    let span = act.date.map(Span.init) ?? .unknown
    let end = act.date == nil ? Moment.distantFuture : span.latestEnd
    return turn(span.earliestEnd, end, cause, act, act.attestation.citations)
  }

  /// An act as it was written.
  private func written(_ act: Act) -> Act {
    writtenActs.isEmpty ? act : acts.firstIndex(of: act).map { writtenActs[$0] } ?? act
  }

  func turn(
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
  func partitioningIndex(where isMet: (Element) -> Bool) -> Int {
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
