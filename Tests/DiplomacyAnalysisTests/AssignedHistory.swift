import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport

/// A small history of ten days in March 1930, the 10th to the 19th, in which dates are known by others and actors exist for a
/// time: with every assignment of its dates.
struct AssignedHistory {
  /// The first and the last day of something.
  typealias Days = (first: Int, last: Int)
  /// Before and after all days.
  static let (never, forever) = (-1000, 1000)

  /// When somebody takes part.
  enum Time {
    /// On the days of a date.
    case date(Int)
    /// From the day of signature to that of the end, if there is one.
    case life(signed: Int, ended: Int?)
    /// From an act of one's own within a life.
    case joined(Int, signed: Int, ended: Int?)
  }

  struct Contact {
    let actor, other: EntityID
    let time: Time
  }

  var builder = GraphBuilder()
  /// What each unknown date may be.
  var dates: [[Days]] = []
  private var slots: [DateSlot] = []
  var contacts: [Contact] = []
  /// The dates of the periods in which an actor existed; none: always.
  var existence: [EntityID: [Int]] = [:]
  private var orders: [(date: Int, isAfter: Bool, other: Int)] = []
  /// Acts of which the one is not before the other, where the dates allow that: nobody joins, and nothing ends, before the
  /// signature, and nobody joins after the end.
  private var bound: [(first: Int, second: Int)] = []
  let meetings: ContactNetwork.Meetings

  /// What a history is made of, to be counted.
  private(set) var kinds: Set<String> = []

  static func moment(_ day: Int) -> Moment {
    switch day {
    case never: .distantPast
    case forever: .distantFuture
    default: Moment(seconds: GraphBuilder.date("1930-03-10").earliest.seconds + Int64(day - 10) * 86_400)
    }
  }

  private static func text(_ day: Int) -> String { "1930-03-\(day)" }

  init(using numbers: inout SeededNumbers) {
    meetings = Int.random(in: 0..<4, using: &numbers) == 0 ? .signatures : .spans
    let actors = ["A", "B", "C", "D"].prefix(Int.random(in: 3...4, using: &numbers)).map { (name: String) in
      EntityID(name)
    }
    for actor in actors { addActor(actor, &numbers) }
    var places: [(id: EntityID, time: Time, signed: Int?)] = []
    for number in 0..<Int.random(in: 2...3, using: &numbers) {
      places.append(
        Bool.random(using: &numbers)
          ? addEvent(EntityID("e\(number)"), &numbers)
          : addAgreement(EntityID("p\(number)"), Array(actors), &numbers))
    }
    addOrders(places.compactMap(\.signed), &numbers)
    for _ in 0..<Int.random(in: 4...6, using: &numbers) {
      let actor = actors[Int.random(in: 0..<actors.count, using: &numbers)]
      if Int.random(in: 0..<6, using: &numbers) == 0 {
        addOffice(actor, actors[Int.random(in: 0..<actors.count, using: &numbers)], &numbers)
      } else {
        addParticipation(actor, places[Int.random(in: 0..<places.count, using: &numbers)], &numbers)
      }
    }
    builder.orders = orders.map { DateOrder(slots[$0.date], $0.isAfter ? .after : .before, slots[$0.other]) }
  }

  private mutating func add(_ days: [Days], _ slot: DateSlot) -> Int {
    dates.append(days)
    slots.append(slot)
    return dates.count - 1
  }

  private mutating func addActor(_ id: EntityID, _ numbers: inout SeededNumbers) {
    let position = builder.entityCount
    let day = Int.random(in: 11...18, using: &numbers)
    let tens = (10...19).map { $0 }
    switch Int.random(in: 0..<9, using: &numbers) {
    case 0:
      builder.actor(id, exists: "../\(Self.text(day))")
      existence[id] = [add([(Self.never, day)], .entity(position))]
    case 1:
      builder.actor(id, exists: "\(Self.text(day))/..")
      existence[id] = [add([(day, Self.forever)], .entity(position))]
    case 2:
      builder.actor(id, exists: "../1930-03-1X")
      existence[id] = [add(tens.map { (Self.never, $0) }, .entity(position))]
      kinds.insert("existence")
    case 3:
      builder.actor(id, exists: "1930-03-1X/..")
      existence[id] = [add(tens.map { ($0, Self.forever) }, .entity(position))]
      kinds.insert("existence")
    case 4:
      let later = min(day + Int.random(in: 1...4, using: &numbers), 19)
      builder.actor(id, periods: ["../\(Self.text(day))", "\(Self.text(later))/.."])
      existence[id] = [
        add([(Self.never, day)], .existence(position, period: 0)),
        add([(later, Self.forever)], .existence(position, period: 1)),
      ]
      kinds.insert("periods")
    default: builder.actor(id)
    }
  }

  /// A day, or one of a few days that may leave out those between.
  private func point(_ numbers: inout SeededNumbers) -> (text: String, days: [Days]) {
    let day = Int.random(in: 10...17, using: &numbers)
    if Int.random(in: 0..<3, using: &numbers) == 0 { return (Self.text(day), [(day, day)]) }
    let step = Int.random(in: 1...2, using: &numbers)
    let days = stride(
      from: day, through: min(19, day + step * Int.random(in: 1...5, using: &numbers)), by: step)
    return ("[\(days.map(Self.text).joined(separator: ","))]", days.map { ($0, $0) })
  }

  private mutating func addEvent(_ id: EntityID, _ numbers: inout SeededNumbers) -> (EntityID, Time, Int?) {
    let (text, days) = point(&numbers)
    let date = add(days, .entity(builder.entityCount))
    builder.event(id, when: text)
    return (id, .date(date), date)
  }

  private mutating func addAgreement(_ id: EntityID, _ actors: [EntityID], _ numbers: inout SeededNumbers)
    -> (
      EntityID, Time, Int?
    )
  {
    let position = builder.entityCount
    let (text, days) = point(&numbers)
    if meetings == .spans, Int.random(in: 0..<5, using: &numbers) == 0 {
      let last = Int.random(in: 17...19, using: &numbers)
      let first = days[0].first
      builder.agreement(id, inForce: "\(Self.text(first))/\(Self.text(last))", signed: text)
      let signed = add(days, .act(position, number: 0))
      return (id, .date(add([(first, last)], .inForce(position, number: 0))), signed)
    }
    var acts = [Act(kind: .signature, date: GraphBuilder.date(text))]
    let signed = add(days, .act(position, number: 0))
    var ended: Int?
    if Bool.random(using: &numbers) {
      let (text, days) = point(&numbers)
      acts.append(Act(kind: .termination, date: GraphBuilder.date(text)))
      ended = add(days, .act(position, number: 1))
      if let ended { bound.append((signed, ended)) }
      kinds.insert("end")
    }
    if Int.random(in: 0..<3, using: &numbers) == 0, let actor = actors.last {
      let (text, days) = point(&numbers)
      let joined = add(days, .act(position, number: acts.count))
      acts.append(Act(kind: .accession, date: GraphBuilder.date(text), by: [actor]))
      builder.agreement(id, acts: acts)
      builder.say(actor, .party, id)
      contacts.append(
        Contact(
          actor: actor, other: id,
          time: meetings == .signatures ? .date(joined) : .joined(joined, signed: signed, ended: ended)))
      bound.append((signed, joined))
      if let ended { bound.append((joined, ended)) }
      kinds.insert("accession")
    } else {
      builder.agreement(id, acts: acts)
    }
    return (id, meetings == .signatures ? .date(signed) : .life(signed: signed, ended: ended), signed)
  }

  private mutating func addOrders(_ points: [Int], _ numbers: inout SeededNumbers) {
    guard points.count > 1, Int.random(in: 0..<2, using: &numbers) == 0 else { return }
    for (one, other) in zip(points, points.dropFirst()) {
      let isAfter = Bool.random(using: &numbers)
      let mayBe = dates[one].contains { mine in
        dates[other].contains { isAfter ? mine.last >= $0.first : mine.first <= $0.last }
      }
      guard mayBe else { continue }
      orders.append((one, isAfter, other))
      kinds.insert("order")
    }
  }

  private mutating func addOffice(_ actor: EntityID, _ other: EntityID, _ numbers: inout SeededNumbers) {
    guard actor != other else { return }
    let index = builder.statementCount
    let (text, days) = point(&numbers)
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0:
      builder.say(actor, .represents, other, when: "\(Self.text(days[0].first))/..")
      contacts.append(
        Contact(
          actor: actor, other: other, time: .date(add([(days[0].first, Self.forever)], .statement(index)))))
    case 1:
      builder.say(actor, .represents, other, when: "1930-03-1X/..")
      contacts.append(
        Contact(
          actor: actor, other: other,
          time: .date(add((10...19).map { ($0, Self.forever) }, .statement(index)))))
    default:
      builder.say(actor, .represents, other, when: text)
      contacts.append(Contact(actor: actor, other: other, time: .date(add(days, .statement(index)))))
    }
    kinds.insert("office")
  }

  private mutating func addParticipation(
    _ actor: EntityID, _ place: (id: EntityID, time: Time, signed: Int?), _ numbers: inout SeededNumbers
  ) {
    guard !contacts.contains(where: { $0.actor == actor && $0.other == place.id }) else { return }
    if place.id.rawValue.hasPrefix("e") {
      builder.say(actor, .participant, place.id)
      contacts.append(Contact(actor: actor, other: place.id, time: place.time))
    } else if Int.random(in: 0..<3, using: &numbers) == 0, let signed = place.signed {
      builder.say(actor, Bool.random(using: &numbers) ? .negotiator : .signatory, place.id)
      contacts.append(Contact(actor: actor, other: place.id, time: .date(signed)))
      kinds.insert("negotiator")
    } else {
      builder.say(actor, .party, place.id)
      contacts.append(Contact(actor: actor, other: place.id, time: place.time))
    }
  }

  // MARK: Every assignment

  /// How many assignments there are at most.
  var assignmentBound: Int { dates.reduce(1) { min($0 * $1.count, 1_000_000) } }

  /// Every way to know all dates: those that keep the orders, and in which no act comes where it cannot be.
  var assignments: [[Days]] {
    var found: [[Days]] = []
    var chosen: [Days] = []
    func choose() {
      guard chosen.count < dates.count else { return found.append(chosen) }
      for days in dates[chosen.count] {
        chosen.append(days)
        choose()
        chosen.removeLast()
      }
    }
    choose()
    return found.filter { days in
      orders.allSatisfy { order in
        let (one, other) = (days[order.date], days[order.other])
        return order.isAfter ? one.last >= other.first : one.first <= other.last
      } && bound.allSatisfy { days[$0.first].first <= days[$0.second].last }
    }
  }

  /// The days on which a contact may be crossed.
  private func days(of contact: Contact, _ assigned: [Days]) -> [Days] {
    let base: Days
    switch contact.time {
    case .date(let date): base = assigned[date]
    case .life(let signed, let ended):
      base = (assigned[signed].first, ended.map { assigned[$0].last } ?? Self.forever)
    case .joined(let joined, let signed, let ended):
      base = (
        max(assigned[joined].first, assigned[signed].first), ended.map { assigned[$0].last } ?? Self.forever
      )
    }
    return [contact.actor, contact.other].reduce([base]) { parts, end in
      guard let periods = existence[end] else { return parts }
      return parts.flatMap { part in
        periods.map { (max(part.first, assigned[$0].first), min(part.last, assigned[$0].last)) }
      }
    }.filter { $0.first <= $0.last }.sorted { $0.first < $1.first }
  }

  /// What is true of the journeys to an actor.
  struct Truth {
    /// The earliest arrival that some assignment allows.
    var possible: Int?
    /// The earliest moment by which one sequence of contacts arrives in every assignment.
    var certain: Int?
    /// In how many assignments there is a journey.
    var count = 0
  }

  /// The truth by all assignments and all sequences of contacts between different actors, agreements and events.
  func truths(from source: EntityID, isStrict: Bool, _ assignments: [[Days]]) -> [EntityID: Truth] {
    let days = assignments.map { assigned in contacts.map { self.days(of: $0, assigned) } }
    var found: [EntityID: Truth] = [:]
    var reached: [EntityID: Set<Int>] = [:]
    func isActor(_ id: EntityID) -> Bool { id.rawValue.first.map { $0.isUppercase } ?? false }
    func extend(_ place: EntityID, _ visited: Set<EntityID>, _ moments: [Int?]) {
      for (index, contact) in contacts.enumerated() {
        for (from, to) in [(contact.actor, contact.other), (contact.other, contact.actor)]
        where from == place && !visited.contains(to) {
          let isLater = isStrict && isActor(place) && place != source
          let next = moments.enumerated().map { number, moment -> Int? in
            guard let moment else { return nil }
            let ready = isLater ? moment + 1 : moment
            return days[number][index].first { $0.last >= ready }.map { max(ready, $0.first) }
          }
          let allowed = next.compactMap { $0 }
          guard let first = allowed.min() else { continue }
          if isActor(to) {
            found[to, default: Truth()].possible = min(found[to]?.possible ?? .max, first)
            if allowed.count == next.count, let last = allowed.max() {
              found[to, default: Truth()].certain = min(found[to]?.certain ?? .max, last)
            }
            for (number, moment) in next.enumerated() where moment != nil {
              reached[to, default: []].insert(number)
            }
          }
          extend(to, visited.union([to]), next)
        }
      }
    }
    extend(source, [source], assignments.map { _ in Self.never })
    for (actor, numbers) in reached { found[actor]?.count = numbers.count }
    return found
  }
}
