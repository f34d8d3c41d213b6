public import Chronology

extension Awareness {
  /// Why an actor knows, and since when.
  public struct Ground: Hashable, Sendable {
    /// What makes it know.
    public enum Reason: Hashable, Sendable {
      /// It takes part in what is secret.
      case participation(Role)
      /// The graph says that it knew.
      case told
      /// Everybody could know.
      case disclosure
    }

    /// Why.
    public let reason: Reason
    /// How much of an agreement it knows: that it exists, or its text too.
    public let depth: Knowledge.Depth
    /// Who took part or was told: the actor, or somebody who represents it.
    public let through: EntityID
    /// The statement by which that one represents the actor; nil when it is the actor.
    public let office: StatementID?
    /// Since when.
    public let since: UncertainMoment
    /// The date that says since when, as it was written; nil where there is none, or where several together say it.
    public let date: HistoricalDate?
    /// Whether a date that it rests on is marked as uncertain or approximate.
    public let isDoubtful: Bool
    /// Whether the ground holds, or only may hold because the dates of an office leave it open.
    public let answer: Answer
    /// The least sure of what it rests on; nil where nothing is stated.
    public let certainty: Certainty?
    /// The author's remark.
    public let note: String?
    /// The sources.
    public let citations: [Citation]
    /// Whether these are those of the entity around it, as it has none of its own.
    public let isInherited: Bool
    /// Whether it rests on a disclosure, by itself or together with other grounds.
    public let isDisclosed: Bool

    init(
      _ source: Source, through: EntityID, office: StatementID? = nil, since: Since? = nil,
      depth: Knowledge.Depth, answer: Answer = .yes, certainty: Certainty? = nil
    ) {
      let since = since ?? source.since
      reason = source.reason
      self.depth = depth
      self.through = through
      self.office = office
      self.since = since.moment
      date = since.date
      isDoubtful = since.isDoubtful
      self.answer = answer
      self.certainty = .least(source.certainty, certainty)
      note = source.note
      citations = source.backing.citations
      isInherited = source.backing.isInherited
      isDisclosed = source.reason == .disclosure
    }

    /// Two grounds of which both are needed: the later one, as sure as both.
    private init(_ one: Ground, _ other: Ground) {
      let first = Since(one)
      let second = Since(other)
      let last = second.moment.latest > first.moment.latest ? other : one
      let since = first.later(second)
      (reason, depth) = (last.reason, one.depth == .text && other.depth == .text ? .text : .existence)
      (through, office) = (last.through, last.office)
      (self.since, date, isDoubtful) = (since.moment, since.date, since.isDoubtful)
      answer = one.answer && other.answer
      certainty = .least(one.certainty, other.certainty)
      (note, citations, isInherited) = (last.note, last.citations, last.isInherited)
      isDisclosed = one.isDisclosed || other.isDisclosed
    }

    /// The grounds of two things of which both must be known; nil: no secret.
    static func both(_ some: [Ground]?, _ others: [Ground]) -> [Ground] {
      guard let some else { return others }
      var seen: Set<Ground> = []
      return sorted(
        some.flatMap { one in others.map { Ground(one, $0) } }.filter { seen.insert($0).inserted })
    }

    /// In order of time.
    static func sorted(_ grounds: [Ground]) -> [Ground] {
      grounds.enumerated().sorted {
        ($0.element.since.earliest, $0.offset) < ($1.element.since.earliest, $1.offset)
      }.map(\.element)
    }

    /// Whether the actor knew by it on a date; without a date, whether it ever did but by a disclosure.
    public func answer(on date: HistoricalDate?) -> Answer {
      guard let date else { return isDisclosed ? .no : answer }
      if since.earliest > date.latest { return .no }
      return since.latest <= date.earliest ? answer : .maybe
    }
  }

  /// The beginning of something, with the date that says it.
  struct Since {
    let moment: UncertainMoment
    let date: HistoricalDate?
    let isDoubtful: Bool

    /// The beginning of a date; without one, from the beginning of time.
    init(_ date: HistoricalDate?) {
      self.date = date?.startingDate
      guard let date else {
        moment = UncertainMoment(earliest: .distantPast, latest: .distantPast)
        isDoubtful = false
        return
      }
      let span = Span(date)
      moment = UncertainMoment(earliest: span.earliestStart, latest: span.latestStart)
      isDoubtful = self.date.map { $0.isUncertain || $0.isApproximate } ?? false
    }

    init(_ ground: Ground) { (moment, date, isDoubtful) = (ground.since, ground.date, ground.isDoubtful) }

    private init(_ moment: UncertainMoment, _ date: HistoricalDate?, _ isDoubtful: Bool) {
      (self.moment, self.date, self.isDoubtful) = (moment, date, isDoubtful)
    }

    /// The later of two.
    func later(_ other: Since) -> Since {
      func isLast(_ one: UncertainMoment, _ two: UncertainMoment) -> Bool {
        one.earliest >= two.earliest && one.latest >= two.latest
      }
      if isLast(moment, other.moment) { return self }
      if isLast(other.moment, moment) { return other }
      return Since(
        UncertainMoment(
          earliest: max(moment.earliest, other.moment.earliest),
          latest: max(moment.latest, other.moment.latest)),
        nil, isDoubtful || other.isDoubtful)
    }
  }

  /// What somebody knows by, before it is asked for whom.
  struct Source {
    let reason: Ground.Reason
    let since: Since
    var certainty: Certainty?
    var note: String?
    let backing: Backing
  }

  /// One whose knowledge is the actor's, by an office or several of which each is held for the next.
  struct Informant {
    /// What joins one who knows to one for whom it knows.
    private struct Link {
      let during: Span
      let when: HistoricalDate?
      let office: StatementID?
      let certainty: Certainty?
      /// For whom.
      let receiver: EntityID
    }

    /// Who knows.
    let entity: EntityID
    /// From that one to the actor.
    private let links: [Link]
    private static let most = 8

    /// The actor itself, and those who represent it, or somebody who represents it, or are the same as these.
    static func all(of actor: EntityID, in graph: DiplomaticGraph, _ selection: Selection) -> [Informant] {
      var found = [Informant(entity: actor, links: [])]
      // Somebody who holds two offices is there twice; so many times at most.
      var counts: [EntityID: Int] = [actor: 1]
      var next = 0
      while next < found.count {
        let one = found[next]
        next += 1
        for statement in graph.statements(about: one.entity) where selection.counts(statement, in: graph) {
          let other: EntityID
          if statement.role == .represents, statement.object == one.entity {
            other = statement.subject
          } else if statement.role == .sameAs {
            other = statement.subject == one.entity ? statement.object : statement.subject
          } else {
            continue
          }
          // A circle of offices ends here.
          guard other != one.entity, !one.links.contains(where: { $0.receiver == other }),
            counts[other, default: 0] < most
          else { continue }
          counts[other, default: 0] += 1
          let isOffice = statement.role == .represents
          let link = Link(
            during: isOffice ? statement.when.map(Span.init) ?? .always : .always,
            when: isOffice ? statement.when : nil, office: isOffice ? statement.id : nil,
            certainty: statement.attestation.certainty, receiver: one.entity)
          found.append(Informant(entity: other, links: [link] + one.links))
        }
      }
      return found
    }

    /// By what the actor knows what this one knows from a source: of an agreement, of its text or of its existence alone,
    /// or of these from different days on.
    func grounds(_ source: Source, _ depth: Knowledge.Depth, of secret: Knowledge) -> [Ground] {
      let whole = ground(source, depth, of: secret)
      guard depth == .text, secret.unknownTo.contains(where: { $0.depth == .text }) else {
        return [whole].compactMap(\.self)
      }
      let existence = ground(source, .existence, of: secret)
      let isSame = existence?.since == whole?.since && existence?.answer == whole?.answer
      return [isSame ? nil : existence, whole].compactMap(\.self)
    }

    private func ground(_ source: Source, _ depth: Knowledge.Depth, of secret: Knowledge) -> Ground? {
      var certainties = links.map(\.certainty)
      guard var since = Self.ignorant(entity, until: source.since, depth, of: secret, &certainties) else {
        return nil
      }
      var answer = Answer.yes
      for link in links {
        let during = link.during
        guard since.moment.earliest < during.latestEnd || during.latestEnd == .distantFuture else {
          return nil
        }
        // Who learned of it only after the office told nobody.
        if !(since.moment.latest < during.earliestEnd || during.earliestEnd == .distantFuture) {
          answer = .maybe
        }
        if let when = link.when { since = since.later(Since(when)) }
        guard let learned = Self.ignorant(link.receiver, until: since, depth, of: secret, &certainties) else {
          return nil
        }
        since = learned
      }
      return Ground(
        source, through: entity, office: links.first { $0.office != nil }?.office, since: since, depth: depth,
        answer: answer, certainty: .least(certainties))
    }

    /// When one learns what it would have learned on a day, where the graph says that it did not know; nil for never.
    private static func ignorant(
      _ entity: EntityID, until since: Since, _ depth: Knowledge.Depth, of secret: Knowledge,
      _ certainties: inout [Certainty?]
    ) -> Since? {
      var since = since
      for ignorant in secret.unknownTo
      where ignorant.actor == entity && (depth == .text || ignorant.depth != .text) {
        guard let until = ignorant.since else { return nil }
        let later = since.later(Since(until))
        if later.moment != since.moment { certainties.append(ignorant.certainty) }
        since = later
      }
      return since
    }
  }
}

extension HistoricalDate {
  /// The date at which it begins: of an interval its start, where that is known.
  fileprivate var startingDate: HistoricalDate? {
    switch start {
    case nil: self
    case .date(let first): first
    case .open, .unknown: nil
    }
  }
}
