import Chronology
public import Diplomacy
import Networks

/// Who was in touch with whom and when: the contacts of a view.
///
/// A contact says that an actor takes part in an agreement (``Role/participations``) or attends an event
/// (``Role/attendances``) during a span, or that two actors are tied (``Role/ties``). Several participants of one
/// agreement or event that name no dates of their own share its dates. A contact lies within the existence of the actors
/// it joins. Assertions that are not actual, and contacts whose end certainly comes before their start, are left out.
/// At a date, certain journeys take only the contacts that certainly hold then.
public struct ContactNetwork: Sendable {
  /// The view.
  public let view: GraphView
  /// The contacts that hold possibly.
  let possible: Layer
  /// Those of them that hold certainly; without a date, all.
  let certain: Layer
  /// How many contacts there are, and how many of them hold certainly.
  let count, certainCount: Int

  /// Contacts that are followed together.
  struct Layer: Sendable {
    /// The statement behind each contact, as a position in the graph.
    let statements: [Int]
    let contacts: [DatedContact]
    let windows: [Window]
    /// Whether contacts are crossed one way only.
    let isDirected: Bool
    /// What each window belongs to.
    let owners: [Owner]
  }

  /// By how many seconds moments rise at least, where they have to: by a day if no contact tells a time of day, else by one.
  let rise: Int64

  /// What has the dates of a window.
  enum Owner: Hashable, Sendable {
    /// An agreement or event, by its position.
    case entity(Int)
    /// A statement, by its position.
    case statement(Int)
  }

  /// When those who take part in an agreement are in touch.
  public enum Meetings: String, CaseIterable, Hashable, Sendable {
    /// As long as each takes part.
    case spans
    /// When the agreement is signed, or else when it enters into force.
    case signatures
  }

  /// When those who take part in an agreement are in touch.
  public let meetings: Meetings

  /// The contacts of a view.
  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* statements.
  public init(_ view: GraphView, meetings: Meetings = .spans) {
    self.view = view
    self.meetings = meetings
    let graph = view.graph
    let roles = Set(Role.participations + Role.attendances + Role.ties)
    var windows: [Window] = []
    var owners: [Owner] = []
    var shared: [SharedDates: Int] = [:]
    var contacts: [DatedContact] = []
    var statements: [Int] = []
    for (index, (statement, answer)) in zip(graph.statements, view.statementAnswers).enumerated() {
      guard answer != .no, roles.contains(statement.role), view.counts(statement.attestation),
        let subject = graph.position(of: statement.subject),
        let object = graph.position(of: statement.object),
        view.counts(graph.entities[subject].attestation), view.counts(graph.entities[object].attestation)
      else { continue }
      let (source, target) = (view.representative(of: subject), view.representative(of: object))
      guard source != target else { continue }
      let isTie = graph.entities[object].category == .actor
      let isOwn = meetings == .spans && statement.when != nil || isTie
      for span in Self.lifetimes(of: statement, view, meetings) {
        let dates = SharedDates(entity: object, span: span, statement: isOwn ? index : nil)
        let window =
          shared[dates]
          ?? {
            windows.append(Window(span))
            owners.append(isOwn ? .statement(index) : .entity(object))
            return windows.count - 1
          }()
        shared[dates] = window
        contacts.append(DatedContact(source: source, target: target, window: window))
        statements.append(index)
      }
    }
    let isDirected = graph.statements.contains { $0.role == .arc }
    func layer(_ contacts: [DatedContact], _ statements: [Int]) -> Layer {
      // Only an arc leads one way; every other contact is there and back again.
      var ways: [DatedContact] = []
      var statementOfWay: [Int] = []
      for (contact, statement) in zip(contacts, statements) where isDirected {
        ways.append(contact)
        statementOfWay.append(statement)
        guard graph.statements[statement].role != .arc else { continue }
        ways.append(DatedContact(source: contact.target, target: contact.source, window: contact.window))
        statementOfWay.append(statement)
      }
      return Layer(
        statements: isDirected ? statementOfWay : statements, contacts: isDirected ? ways : contacts,
        windows: windows, isDirected: isDirected, owners: owners)
    }
    count = contacts.count
    let sure = contacts.indices.filter { view.statementAnswers[statements[$0]] == .yes }
    certain = layer(sure.map { contacts[$0] }, sure.map { statements[$0] })
    certainCount = sure.count
    // A contact on one of several days, of which nothing is known of those between, is possible on each of them: one
    // contact a day. A journey that takes two of them, one after the other, could take the later one for both.
    var each: [DatedContact] = []
    var eachStatement: [Int] = []
    for (contact, index) in zip(contacts, statements) {
      let spans =
        meetings == .spans || graph.entities[contact.target].life == nil
        ? Self.alternatives(of: graph.statements[index], contact, view) : []
      for span in spans {
        windows.append(Window(span))
        owners.append(.statement(index))
        each.append(
          DatedContact(source: contact.source, target: contact.target, window: windows.count - 1))
        eachStatement.append(index)
      }
      guard spans.isEmpty else { continue }
      each.append(contact)
      eachStatement.append(index)
    }
    possible = layer(each, eachStatement)
    rise = windows.allSatisfy { $0.isOfWholeDays(graph.defaultOffset ?? .utc) } ? 86_400 : 1
  }

  /// The stretches of a contact whose date is one of a set with gaps; empty for any other date.
  private static func alternatives(of statement: Statement, _ contact: DatedContact, _ view: GraphView)
    -> [Span]
  {
    guard let date = view.momentaryDate(of: statement), date.shape == .oneOf else { return [] }
    let stretches = date.stretches
    guard stretches.count > 1 else { return [] }
    return stretches.flatMap { stretch in
      let whole = Span(
        earliestStart: stretch.lowerBound, latestStart: stretch.lowerBound,
        earliestEnd: stretch.upperBound.adding(seconds: 1), latestEnd: stretch.upperBound.adding(seconds: 1))
      return within(whole, statement, view)
    }
  }

  /// When a statement held, within the existence of its actors.
  private static func lifetimes(
    of statement: Statement, _ view: GraphView, _ meetings: Meetings
  ) -> [Span] {
    if meetings == .signatures, let agreement = view.graph[statement.object], agreement.life != nil {
      return view.concluded(agreement).map { within(Span($0), statement, view) } ?? []
    }
    return view.spans(of: statement).flatMap { $0.isContradictory ? [] : within($0, statement, view) }
  }

  /// The parts of a span in which the actors of a statement existed.
  private static func within(_ span: Span, _ statement: Statement, _ view: GraphView) -> [Span] {
    [statement.subject, statement.object].reduce([span]) { rest, end in
      guard let entity = view.graph[end], entity.category == .actor,
        entity.when != nil || !entity.existence.isEmpty
      else { return rest }
      let existence = view.presence(of: entity)
      return rest.flatMap { part in existence.compactMap { part.intersection($0) } }
    }
  }

  /// What makes two contacts share their unknown dates: the same agreement's or event's own span.
  private struct SharedDates: Hashable {
    let entity: Int
    let span: Span
    /// A statement that has dates of its own.
    let statement: Int?
  }
}

extension Window {
  /// Whether it begins and ends with days.
  fileprivate func isOfWholeDays(_ offset: UTCOffset) -> Bool {
    func isMidnight(_ moment: Moment) -> Bool {
      moment.isOpen || moment.adding(seconds: Int64(offset.seconds)).secondOfDay == 0
    }
    return [earliestStart, latestStart].allSatisfy { isMidnight(Moment(seconds: $0)) }
      && [earliestLast, latestLast].allSatisfy { isMidnight(Moment(seconds: $0).adding(seconds: 1)) }
  }

  /// The moments of a span, as closed windows of whole seconds.
  fileprivate init(_ span: Span) {
    func last(_ end: Moment) -> Int64 { end.isOpen ? end.seconds : end.seconds - 1 }
    self.init(
      earliestStart: span.earliestStart.seconds, latestStart: span.latestStart.seconds,
      earliestLast: last(span.earliestEnd), latestLast: last(span.latestEnd))
  }
}
