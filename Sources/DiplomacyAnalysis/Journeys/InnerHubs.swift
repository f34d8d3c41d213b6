import Chronology
import Diplomacy
import Networks

/// When a contact can be crossed at all, or for certain, in seconds.
struct ContactBounds: Sendable {
  let start, last: Int64

  init(_ contact: DatedContact, _ windows: [Window], _ assumption: DateAssumption) {
    let window = windows[contact.window]
    var (start, last) =
      assumption == .certain
      ? (window.latestStart, window.earliestLast) : (window.earliestStart, window.latestLast)
    for gate in contact.gates {
      let window = windows[gate]
      start = max(start, assumption == .certain ? window.latestStart : window.earliestStart)
      last = min(last, assumption == .certain ? window.earliestLast : window.latestLast)
    }
    (self.start, self.last) = (start, last)
  }
}

/// A contact that a timetable is made of.
struct ChosenContact {
  let contact: DatedContact
  let statement: Int
  let bounds: ContactBounds
}

/// Finds the hubs inside of agreements and events by which who comes in time gets through for certain, though nothing says when.
///
/// Somebody enters an agreement by one window and leaves it by the same or another one. Where the one may begin after the other
/// ends by what is known of each alone, the two may still be in order whatever the dates are: they are the same window, or
/// follow from the same dates.
struct InnerHubs {
  private let windows: [Window]
  private let ties: WindowTies?
  /// The windows of which it was not known whether another one has always begun when they end.
  private(set) var vagueWindows: Set<Int> = []

  /// A hub for those who enter by one window.
  struct Hub {
    /// The agreement or event.
    let position: Int
    /// When it has surely begun for them.
    let start: Int64
    let ways: [Way]
  }

  /// A way into a hub or out of it.
  struct Way {
    let contact: Int
    let actor: Int
    let isIn: Bool
    let start, last: Int64
  }

  init(_ windows: [Window], _ ties: WindowTies?) { (self.windows, self.ties) = (windows, ties) }

  /// Whether one window has begun for certain when another ends.
  private mutating func begins(_ first: Int, beforeEndOf second: Int) -> Bool {
    if windows[first].latestStart <= windows[second].earliestLast || first == second { return true }
    switch ties?.surelyBegins(first, beforeEndOf: second, in: .seconds, windows) ?? .no {
    case .yes: return true
    case .no: return false
    case .maybe:
      vagueWindows.insert(second)
      return false
    }
  }

  /// Whether there is a moment for a crossing in all windows of a contact, whatever the dates are.
  mutating func isInOrder(_ contact: DatedContact) -> Bool {
    let all = contact.allWindows
    for one in all {
      for other in all where !begins(one, beforeEndOf: other) { return false }
    }
    return true
  }

  /// The hubs of contacts that are in order, by the first way into each.
  mutating func hubs(of chosen: [ChosenContact], _ graph: DiplomaticGraph, isDirected: Bool) -> [Hub] {
    // A hub is the object of its participants' statements, and so the target; or the source of a way back.
    var contactsOfHub: [Int: [(contact: Int, isWayIn: Bool)]] = [:]
    var order: [Int] = []
    for (index, one) in chosen.enumerated() {
      let isWayIn = graph.entities[one.contact.target].category != .actor
      let hub = isWayIn ? one.contact.target : one.contact.source
      guard graph.entities[hub].category != .actor else { continue }
      if contactsOfHub[hub] == nil { order.append(hub) }
      contactsOfHub[hub, default: []].append((index, isWayIn))
    }
    var found: [Hub] = []
    for position in order {
      guard let members = contactsOfHub[position], members.count > 1 else { continue }
      var entered: Set<Int> = []
      let earliestLast = members.map { windows[chosen[$0.contact].contact.window].earliestLast }.min() ?? .max
      for member in members where member.isWayIn || !isDirected {
        let window = chosen[member.contact].contact.window
        // What has surely begun before all the others end needs no hub of its own.
        guard windows[window].latestStart > earliestLast, entered.insert(window).inserted else { continue }
        if let hub = hub(position, enteredBy: window, members, chosen, isDirected: isDirected) {
          found.append(hub)
        }
      }
    }
    return found
  }

  private mutating func hub(
    _ position: Int, enteredBy window: Int, _ members: [(contact: Int, isWayIn: Bool)],
    _ chosen: [ChosenContact], isDirected: Bool
  ) -> Hub? {
    let start = windows[window].latestStart
    var ways: [Way] = []
    var users = 0
    for member in members {
      let contact = chosen[member.contact].contact
      let actor = member.isWayIn ? contact.source : contact.target
      let gates = contact.gates.map { windows[$0] }
      let gateStart = gates.map(\.latestStart).max() ?? .min
      let gateLast = gates.map(\.earliestLast).min() ?? .max
      if contact.window == window { users += 1 }
      if contact.window == window, member.isWayIn || !isDirected {
        ways.append(
          Way(
            contact: member.contact, actor: actor, isIn: true, start: gateStart,
            last: min(windows[window].earliestLast, gateLast)))
      }
      guard !member.isWayIn || !isDirected, start <= gateLast else { continue }
      let other = windows[contact.window]
      guard start > other.earliestLast, begins(window, beforeEndOf: contact.window) else { continue }
      ways.append(
        Way(
          contact: member.contact, actor: actor, isIn: false, start: max(start, other.latestStart, gateStart),
          last: contact.window == window ? .max : min(other.earliestLast, gateLast)))
    }
    let others = Set(ways.map { chosen[$0.contact].contact.window }).count > 1
    return (users > 1 || others) && ways.contains { !$0.isIn }
      ? Hub(position: position, start: start, ways: ways) : nil
  }
}

/// Contacts as a timetable takes them.
struct TimedContacts {
  private let clock: JourneyClock
  /// Whether contacts lead one way, so that each is there twice that leads both ways.
  let leadsOneWay: Bool
  private(set) var contacts: [TimedContact] = []
  private(set) var numbers: [Int] = []
  private(set) var statements: [Int] = []
  /// Whether some contacts found no place.
  private(set) var lacksContacts = false
  /// What open ends stand for where days are taken one by one.
  private let horizon: ClosedRange<Int64>
  /// So many parts may all contacts together come to.
  private static let mostParts = 400_000

  init(_ clock: JourneyClock, leadsOneWay: Bool, _ bounds: [ContactBounds]) {
    (self.clock, self.leadsOneWay) = (clock, leadsOneWay)
    let known = bounds.flatMap { [$0.start, $0.last] }.filter { $0 != .min && $0 != .max }
    let (margin, overflows) = Int64(bounds.count + 2).multipliedReportingOverflow(by: 86_400)
    let (first, last) = (known.min() ?? 0, known.max() ?? 0)
    let start = first.subtractingReportingOverflow(overflows ? 0 : margin)
    let end = last.addingReportingOverflow(overflows ? 0 : margin)
    horizon = (start.overflow ? first : start.partialValue)...(end.overflow ? last : end.partialValue)
  }

  mutating func add(
    _ source: Int, _ target: Int, _ start: Int64, _ last: Int64, _ chosen: ChosenContact?, bothWays: Bool
  ) {
    guard case .partedDays = clock, start <= last else {
      add(
        source, target, clock.moment(start)...max(clock.moment(start), clock.moment(last)),
        clock.moment(last), chosen, bothWays)
      return
    }
    let (first, final) = (max(start, horizon.lowerBound), min(last, horizon.upperBound))
    guard first <= final,
      let parts = clock.parts(from: first, to: final, most: Self.mostParts - contacts.count)
    else {
      lacksContacts = true
      return
    }
    for part in parts { add(source, target, part, part.upperBound, chosen, bothWays) }
  }

  private mutating func add(
    _ source: Int, _ target: Int, _ range: ClosedRange<Int64>, _ last: Int64, _ chosen: ChosenContact?,
    _ bothWays: Bool
  ) {
    for (from, to) in bothWays && leadsOneWay ? [(source, target), (target, source)] : [(source, target)] {
      contacts.append(
        TimedContact(source: NodeIndex(from), target: NodeIndex(to), start: range.lowerBound, last: last))
      numbers.append(chosen?.contact.number ?? -1)
      statements.append(chosen?.statement ?? -1)
    }
  }
}
