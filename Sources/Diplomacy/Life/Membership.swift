import Chronology

/// Who took part in an agreement, from when and until when.
extension LifeFacts {
  /// One time of an actor in an agreement: from its joining to its leaving, or to its joining again.
  struct Part {
    /// The act by which it joined; nil: it was there from the beginning.
    let join: Act?
    /// The acts by which it joined once more while it was there: where their dates overlap, the first of all counts.
    let again: [Act]
    /// Its own ends: of each set of alternatives one holds.
    let endings: [[LifeCourse.Turn]]
  }

  /// When an actor took part: from its own accession, or a ratification or signature later than the entry into force, to
  /// its own notice, within the agreement's time in force.
  func course(of actor: EntityID, in agreement: LifeCourse) -> LifeCourse {
    guard stated.isEmpty, void == nil else { return agreement }
    if let void = void(for: actor) { return LifeCourse(spans: [.never], beginnings: [void], endings: []) }
    guard treatsMembersApart || acts.contains(where: { $0.by.contains(actor) }) else { return agreement }
    guard let start = beginning, start.cause != .notRatified else {
      return course(of: applied(by: actor), from: [beginning].compactMap(\.self), of: actor) { _ in [] }
    }
    let parts = parts(of: actor, from: start)
    let from = parts.map { part in joined(by: part).map { later(start, $0) } ?? start }
    return course(
      of: applied(by: actor), from: from.isEmpty ? [notBound] : from, of: actor,
      endings: parts.map { $0.endings + [agreement.endings] })
  }

  /// Whether members take part in different times without having done anything themselves.
  var treatsMembersApart: Bool {
    terms.ratification == .required
      || acts.contains { act in
        Self.extensions.contains(act.kind) && !bindsAll(act)
          || act.kind == .provisionalApplication && !act.by.isEmpty
          || act.kind == .nullity && !act.by.isEmpty && !oneEndsAll
      }
  }

  /// The beginning of an actor's part that never began, as it is not bound before it has ratified (article 14 of the Vienna
  /// Convention on the Law of Treaties).
  private var notBound: LifeCourse.Turn {
    turn(.distantFuture, .distantFuture, .notBound, nil, terms.attestation.citations)
  }

  /// The times of an actor in the agreement, in order.
  func parts(of actor: EntityID, from start: LifeCourse.Turn) -> [Part] {
    var joins = joins(of: actor)[...]
    var parts: [Part] = []
    while let join = joins.popFirst() {
      var again: [Act] = []
      var last = join
      while true {
        let next = joins.first ?? nil
        let own = exits(of: actor, from: start, after: last, before: next)
        // Who joins again had left before; who is still there and joins once more joins nothing.
        if next != nil, own.allSatisfy({ $0.earliest == .distantFuture }), !joins.isEmpty {
          if let act = joins.removeFirst() { again.append(act) }
          continue
        }
        // Who joins again on an uncertain day, but surely before it would have left, was there all the time.
        if let next, isStillThere(until: own, at: next) {
          joins.removeFirst()
          last = next
          continue
        }
        parts.append(
          Part(
            join: join, again: again, endings: [own, next.map { [turn(startOf: $0, .act)] } ?? []]))
        break
      }
    }
    return parts
  }

  /// Whether none of an actor's ends comes before it joins again on a day that is not certain.
  private func isStillThere(until ends: [LifeCourse.Turn], at next: Act) -> Bool {
    let start = turn(startOf: next, .act)
    return start.earliest < start.latest && !ends.isEmpty && ends.allSatisfy { $0.earliest > start.latest }
  }

  /// When an actor joined for a part; nil: it was there from the beginning.
  private func joined(by part: Part) -> LifeCourse.Turn? {
    part.join.map { join in
      part.again.reduce(turn(startOf: join, .act)) { first, act in
        let other = turn(startOf: act, .act)
        var earlier = other.latest < first.latest ? other : first
        earlier.earliest = min(first.earliest, other.earliest)
        return earlier
      }
    }
  }

  /// How an actor joined, in order; nil stands for being there from the beginning.
  private func joins(of actor: EntityID) -> [Act?] {
    func own(_ kind: Act.Kind) -> [Act] {
      acts.filter { $0.kind == kind && $0.date != nil && $0.by.contains(actor) }
    }
    let joined = acts.filter {
      $0.kind.isJoining && $0.date != nil && $0.by.contains(actor) && mayHandOn($0)
    }
    .sorted { $0.days.lowerBound < $1.days.lowerBound }
    let consent = consent(of: actor)
    if terms.ratification == .required {
      let ofAll = acts.first { $0.kind.isConsent && $0.date != nil && $0.by.isEmpty }
      return Self.inOrder((consent ?? ofAll).map { [$0] } ?? [], joined)
    }
    let waited = (first(.entryIntoForce) != nil || terms.entersByRatification) && !allRatifiedLate
    let signed = own(.signature).first
    let first = waited ? consent ?? signed : signed
    guard let joining = joined.first else {
      // Who took nobody's place after all is not there from the beginning for that.
      let isNew =
        signed == nil && consent == nil
        && acts.contains { $0.kind.isJoining && $0.date != nil && $0.by.contains(actor) }
      return isNew ? [] : [first]
    }
    // Who joins is new, unless it had signed, ratified, or left before.
    let hadLeft = acts.contains { act in
      Self.notices.contains(act.kind) && act.by.contains(actor) && act.date != nil
        && act.days.upperBound < joining.days.lowerBound
    }
    guard signed != nil || consent != nil || hadLeft else { return joined }
    return first.map { Self.inOrder([$0], joined) } ?? [nil] + joined
  }

  private static func inOrder(_ first: [Act], _ joined: [Act]) -> [Act?] {
    (first + joined).sorted { $0.days.lowerBound < $1.days.lowerBound }
  }

  /// Whether the party whose place an actor takes, where there is one, may still have been a party then.
  private func mayHandOn(_ act: Act) -> Bool {
    guard let other = act.from, let start = beginning else { return true }
    let own = acts.filter { $0.by.contains(other) && $0.date != nil }
    if terms.ratification == .required, consent(of: other) == nil,
      !own.contains(where: { $0.kind.isJoining }),
      !acts.contains(where: { $0.kind.isConsent && $0.date != nil && $0.by.isEmpty })
    {
      return false
    }
    // Who had left and joined again was a party.
    let day = act.days.lowerBound
    if own.contains(where: { $0.kind == .accession && $0.days.lowerBound <= day }) { return true }
    let ends = firstEndings(of: [exits(of: other, from: start, after: nil)])
    return ends.map(\.latest).max().map { $0 > day.start } ?? true
  }

  /// The act by which an actor consented to be bound: the deposit of its ratification, where the graph has it, else the
  /// ratification (article 16 of the Vienna Convention on the Law of Treaties).
  func consent(of actor: EntityID) -> Act? {
    let own = acts.filter { $0.kind.isConsent && $0.date != nil && $0.by.contains(actor) }
    return own.first { $0.kind == .deposit } ?? own.first
  }

  /// Whether every party ratified after the entry into force, which then did not wait for it.
  private var allRatifiedLate: Bool {
    guard let start = first(.entryIntoForce), !terms.entersByRatification, !parties.isEmpty else {
      return false
    }
    return parties.allSatisfy { party in
      consent(of: party).map { $0.days.lowerBound > start.days.upperBound } ?? false
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
    let isLeftBehind = acts.contains { Self.extensions.contains($0.kind) && !binds($0, actor) }
    if own.isEmpty && !isLeftBehind { return [] }
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
      exits += termEndings(from: beginning, within: &budget) { act in
        if Self.extensions.contains(act.kind) { return binds(act, actor) }
        return act.by.contains(actor) ? counted.contains(act) : act.by.isEmpty
      }.map { turn in
        // What ends the agreement for all stands in its own course.
        if turn.cause == .undecided || isLeftBehind { return turn }
        if let act = turn.act, Self.notices.contains(act.kind), act.by.contains(actor) { return turn }
        return self.turn(.distantFuture, .distantFuture, .never, nil, [])
      }
      if budget.isSpent { return [undecided] }
    }
    return exits
  }

  /// So many notices are followed each as given and as not given.
  private static let mostOpenNotices = 8

  // MARK: What some do for themselves

  /// Whether an extension or renewal binds every party: who prolongs an agreement with others binds those alone who do so
  /// (articles 39 and 40(4) of the Vienna Convention on the Law of Treaties). One name is taken for who declared it.
  private func bindsAll(_ act: Act) -> Bool {
    act.by.count < 2 || oneEndsAll || parties.allSatisfy { act.by.contains($0) }
  }

  private func binds(_ act: Act, _ actor: EntityID) -> Bool { bindsAll(act) || act.by.contains(actor) }

  /// The beginning of an agreement that is void from the beginning; nil where none says so.
  var void: LifeCourse.Turn? {
    let acts = acts.filter { $0.kind == .nullity }
    guard let act = acts.first(where: { $0.by.isEmpty || oneEndsAll }) else {
      // Where the consent of all but one is void there is no agreement.
      let left = parties.filter { party in !acts.contains { $0.by.contains(party) } }
      return acts.isEmpty || left.count > 1 ? nil : acts.first.map(voided)
    }
    return voided(act)
  }

  /// The same for one actor, whose consent alone is void (article 69(4) of the Vienna Convention on the Law of Treaties).
  private func void(for actor: EntityID) -> LifeCourse.Turn? {
    acts.first { $0.kind == .nullity && $0.by.contains(actor) }.map(voided)
  }

  private func voided(_ act: Act) -> LifeCourse.Turn {
    turn(.distantFuture, .distantFuture, .void, act, act.attestation.citations)
  }

  // MARK: Fewer than two

  /// Whether any party may leave for itself, as far as a glance at the acts tells.
  private var partiesMayLeave: Bool {
    acts.contains { act in
      Self.notices.contains(act.kind) && !act.by.isEmpty
        || Self.extensions.contains(act.kind) && !bindsAll(act)
    } || statedMembers.values.contains { $0.contains { !$0.earliestEnd.isOpen || !$0.latestEnd.isOpen } }
  }

  /// Whether a party was there from the beginning and never left, as far as a glance at the acts tells.
  func surelyStays(_ party: EntityID) -> Bool {
    terms.ratification != .required && statedMembers[party] == nil
      && !acts.contains { act in
        act.by.contains(party) && (Self.notices.contains(act.kind) || act.kind.isJoining)
          || Self.extensions.contains(act.kind) && !binds(act, party)
      }
  }

  /// When fewer than two parties are left, where parties have left for themselves.
  ///
  /// Who has yet to join does not keep an agreement alive.
  /// - Complexity: O(*p* log *p*); *p* parties and the times of each.
  func lastPairLeft(from beginning: LifeCourse.Turn) -> LifeCourse.Turn? {
    guard parties.count > 1, partiesMayLeave else { return nil }
    var isUndecided = false
    var times: [(from: Span, ends: Bool)] = []
    var lasting = 0
    for party in parties where void(for: party) == nil {
      if let spans = statedMembers[party] {
        times += spans.map { ($0, !$0.latestEnd.isOpen || !$0.earliestEnd.isOpen) }
        continue
      }
      for part in parts(of: party, from: beginning) {
        let ends = firstEndings(of: part.endings)
        isUndecided = isUndecided || ends.contains { $0.cause == .undecided }
        let start = joined(by: part)
        let first = ends.map(\.earliest).min() ?? .distantFuture
        if start == nil && first == .distantFuture {
          lasting += 1
          continue
        }
        let span = Span(
          earliestStart: start?.earliest ?? .distantPast, latestStart: start?.latest ?? .distantPast,
          earliestEnd: first, latestEnd: ends.map(\.latest).max() ?? .distantFuture)
        times.append((span, first != .distantFuture))
      }
    }
    guard lasting < 2, times.contains(where: \.ends) else { return nil }
    /// The first of some ends at which there are fewer than two, when these times are counted.
    func first(of ends: [Moment], _ starts: [Moment], _ stops: [Moment]) -> Moment? {
      let (starts, stops) = (starts.sorted(), stops.sorted())
      return ends.filter { !$0.isOpen }.sorted().first { end in
        let begun = starts.partitioningIndex { $0 > end }
        let over = stops.partitioningIndex { $0 > end }
        return lasting + begun - over < 2
      }
    }
    let certain = times.map(\.from).filter { $0.latestStart < $0.earliestEnd }
    let all = times.map(\.from).filter { $0.earliestStart < $0.latestEnd }
    let earliest = first(
      of: all.map(\.earliestEnd), certain.map(\.latestStart), certain.map(\.earliestEnd))
    guard let earliest else { return nil }
    let latest = first(of: all.map(\.latestEnd), all.map(\.earliestStart), all.map(\.latestEnd))
    return turn(
      earliest, latest ?? .distantFuture, isUndecided ? .undecided : .tooFewParties, nil, [])
  }
}

extension Act.Kind {
  /// Whether an actor consents by it to be bound by what it has signed.
  var isConsent: Bool { self == .ratification || self == .deposit }
  /// Whether an actor joins by it without having signed.
  var isJoining: Bool { self == .accession || self == .succession }
}
