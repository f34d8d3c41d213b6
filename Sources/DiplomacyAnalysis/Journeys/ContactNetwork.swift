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
  /// The contacts as they are, each with its statement and whether it holds certainly, and which of their windows are known by
  /// others.
  let whole: [(contact: DatedContact, statement: Int, isCertain: Bool)]
  let ties: WindowTies
  let drafts: ContactDrafts
  /// The windows that may end, whatever the dates are, when another one that a journey crosses in a different place has begun,
  /// though not by what is known of each alone.
  let deepWindows: Set<Int>
  /// Whether a certain journey could be missed, since somebody takes part in something in one of several periods of existence.
  let hasAlternatives: Bool

  /// Contacts that are followed together.
  struct Layer: Sendable {
    /// The statement behind each contact, as a position in the graph.
    let statements: [Int]
    var contacts: [DatedContact]
    let windows: [Window]
    /// Whether contacts are crossed one way only.
    let isDirected: Bool
    /// What each window belongs to.
    let owners: [Owner]
    /// Which windows are known by others.
    var ties: WindowTies?
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
    /// When each signs or accedes: the day of its own act, else of the first signature, else of the entry into force.
    case signatures
  }

  /// When those who take part in an agreement are in touch.
  public let meetings: Meetings

  /// How a search counts moments that follows some options.
  func clock(_ options: JourneyOptions) -> JourneyClock {
    JourneyClock(options, rise: rise, shift: Int64((view.graph.defaultOffset ?? .utc).seconds))
  }

  /// The contacts of a view.
  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* statements.
  public init(_ view: GraphView, meetings: Meetings = .spans) {
    self.view = view
    self.meetings = meetings
    let graph = view.graph
    let roles = Set(Role.participations + Role.attendances + Role.ties)
    var drafts = ContactDrafts(view, meetings)
    for (index, (statement, answer)) in zip(graph.statements, view.statementAnswers).enumerated() {
      guard answer != .no, roles.contains(statement.role) || statement.isNetworkEdge,
        view.counts(statement.attestation),
        let subject = graph.position(of: statement.subject),
        let object = graph.position(of: statement.object),
        view.counts(graph.entities[subject].attestation), view.counts(graph.entities[object].attestation)
      else { continue }
      let (source, target) = (view.representative(of: subject), view.representative(of: object))
      guard source != target else { continue }
      drafts.add(index, from: source, to: target)
    }
    var contacts = drafts.contacts
    for number in contacts.indices { contacts[number].number = number }
    let statements = drafts.statements
    let ties = WindowTies(drafts)
    self.ties = ties
    if !ties.isEmpty { drafts.windows = ties.narrowed(drafts.windows) }
    self.drafts = drafts
    let isDirected = graph.statements.contains(where: \.leadsOneWay)
    let each = drafts.parted
    func layer(_ contacts: [DatedContact], _ statements: [Int]) -> Layer {
      // Only an arc leads one way; every other contact is there and back again.
      var ways: [DatedContact] = []
      var statementOfWay: [Int] = []
      for (contact, statement) in zip(contacts, statements) where isDirected {
        ways.append(contact)
        statementOfWay.append(statement)
        guard !graph.statements[statement].leadsOneWay else { continue }
        ways.append(contact.reversed)
        statementOfWay.append(statement)
      }
      return Layer(
        statements: isDirected ? statementOfWay : statements, contacts: isDirected ? ways : contacts,
        windows: each.drafts.windows, isDirected: isDirected, owners: each.drafts.owners, ties: ties)
    }
    count = contacts.count
    whole = zip(contacts, statements).map { ($0, $1, view.statementAnswers[$1] == .yes) }
    let sure = contacts.indices.filter { view.statementAnswers[statements[$0]] == .yes }
    certain = layer(sure.map { contacts[$0] }, sure.map { statements[$0] })
    certainCount = sure.count
    possible = layer(each.contacts, each.statements)
    hasAlternatives = drafts.hasAlternatives && drafts.windows.contains(where: \.isUncertain)
    deepWindows = ties.deepWindows(contacts, drafts.windows)
    let used = Set(contacts.flatMap(\.allWindows))
    rise = used.allSatisfy { drafts.windows[$0].isOfWholeDays(graph.defaultOffset ?? .utc) } ? 86_400 : 1
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
}
