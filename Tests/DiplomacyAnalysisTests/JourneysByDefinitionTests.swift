import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

/// Against every assignment of the uncertain dates, day by day, and every sequence of contacts.
@Suite struct JourneysByDefinitionTests {
  @Test(arguments: 0..<8) func randomHistoriesMatchEveryAssignmentAndSequence(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed)
    var (onlyPossible, certain, later) = (0, 0, 0)
    var options = JourneyOptions()
    for _ in 0..<Thoroughness.cases(800, thorough: 20_000) {
      let history = SmallHistory(using: &generator)
      let departure: Int? = Bool.random(using: &generator) ? nil : Int.random(in: 26...31, using: &generator)
      let moment = departure.map(SmallHistory.moment) ?? .distantPast
      let input =
        "departing \(departure.map(String.init) ?? "at any time"), \(summary(history.builder.graph))"
      options.after = moment
      guard let answers = try ContactNetwork(history.builder.view()).reach(of: "A0", options) else {
        Issue.record("no answer; \(input)")
        continue
      }
      let slow = history.arrivals(from: "A0", departing: departure ?? SmallHistory.never)
      for answer in answers {
        let expected = slow[answer.to]
        let best = expected?.possible.map(SmallHistory.moment)
        let worst = expected?.certain.map(SmallHistory.moment)
        #expect(answer.possible.first?.arrival == best, "possibly to \(answer.to), \(input)")
        #expect(answer.certain.first?.arrival == worst, "certainly to \(answer.to), \(input)")
        if best != nil, worst == nil { onlyPossible += 1 }
        if worst != nil { certain += 1 }
        if let best, let worst, best < worst { later += 1 }
        for journey in answer.possible + answer.certain {
          let fault = history.fault(in: journey, from: "A0", to: answer.to, departing: moment)
          #expect(fault == nil, "to \(answer.to), \(input)")
        }
      }
    }
    // The histories are of every sort.
    #expect(onlyPossible > 20 && certain > 100 && later > 50, "\(onlyPossible), \(certain), \(later)")
  }
}

/// A few actors, agreements, events and ties with dates around the turn of February to March 1941.
///
/// Days are numbered from 1 February: 28 is the last of February, 29 the first of March.
private struct SmallHistory {
  /// Before every day, and after every day.
  static let never = -1000
  static let forever = 1000

  /// How a contact is dated: by every pair of first and last day that its date leaves open.
  typealias Days = (first: Int, last: Int)

  var builder = GraphBuilder()
  /// The dates that are unknown together, each with everything that they may be.
  private var dates: [[Days]] = []
  private var contacts: [(actor: EntityID, other: EntityID, dates: Int)] = []
  private var hasMonth = false

  static func moment(_ day: Int) -> Moment {
    switch day {
    case never: .distantPast
    case forever: .distantFuture
    default: Moment(seconds: GraphBuilder.date("1941-02-01").earliest.seconds + Int64(day - 1) * 86_400)
    }
  }

  private static func text(_ day: Int) -> String {
    String(moment(day).description.prefix(10))
  }

  init(using generator: inout SeededNumbers) {
    let actors = (0..<Int.random(in: 3...4, using: &generator)).map { EntityID("A\($0)") }
    for actor in actors { builder.actor(actor) }
    var places: [(id: EntityID, isEvent: Bool, dates: Int)] = []
    for number in 0..<Int.random(in: 2...3, using: &generator) {
      let isEvent = Bool.random(using: &generator)
      let id = EntityID("\(isEvent ? "e" : "p")\(number)")
      let (date, days) =
        isEvent && Int.random(in: 0..<3, using: &generator) > 0
        ? point(using: &generator) : anyDate(using: &generator)
      dates.append(days)
      places.append((id, isEvent, dates.count - 1))
      if isEvent { builder.event(id, when: date) } else { builder.agreement(id, inForce: date) }
    }
    for _ in 0..<Int.random(in: 4...6, using: &generator) {
      let actor = actors[Int.random(in: 0..<actors.count, using: &generator)]
      if Int.random(in: 0..<6, using: &generator) == 0 {
        let other = actors[Int.random(in: 0..<actors.count, using: &generator)]
        let (date, days) = anyDate(using: &generator)
        builder.say(actor, .represents, other, when: date)
        guard actor != other else { continue }
        dates.append(days)
        contacts.append((actor, other, dates.count - 1))
        continue
      }
      let place = places[Int.random(in: 0..<places.count, using: &generator)]
      if Int.random(in: 0..<10, using: &generator) == 0 {
        // Neither is a contact.
        if place.isEvent { builder.say(actor, .target, place.id) }
        builder.say(actor, place.isEvent ? .agent : .party, place.id, modality: .hypothetical)
        continue
      }
      let role: Role = place.isEvent ? .participant : .party
      if Int.random(in: 0..<4, using: &generator) == 0 {
        let (date, days) = anyDate(using: &generator)
        builder.say(actor, role, place.id, when: date)
        if date != nil { dates.append(days) }
        contacts.append((actor, place.id, date == nil ? place.dates : dates.count - 1))
      } else {
        builder.say(actor, role, place.id)
        contacts.append((actor, place.id, place.dates))
      }
    }
  }

  /// A day, a month, or one of a few days that may leave out those between.
  private mutating func point(using generator: inout SeededNumbers) -> (String, [Days]) {
    let day = Int.random(in: 26...31, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0 where !hasMonth:
      hasMonth = true
      return ("1941-02", (1...28).map { ($0, $0) })
    case 1:
      // With gaps or without.
      let step = Int.random(in: 1...3, using: &generator)
      let days = (0...Int.random(in: 1...2, using: &generator)).map { day + $0 * step }
      return ("[\(days.map(Self.text).joined(separator: ","))]", days.map { ($0, $0) })
    default: return (Self.text(day), [(day, day)])
    }
  }

  /// Any date, or none at all.
  private mutating func anyDate(using generator: inout SeededNumbers) -> (String?, [Days]) {
    let first = Int.random(in: 26...31, using: &generator)
    let last = Int.random(in: first...31, using: &generator)
    // What is not known lies on any day of the weeks around, or before or after all of them.
    let before = [Self.never] + Array(25...last)
    let after = Array(first...32) + [Self.forever]
    switch Int.random(in: 0..<10, using: &generator) {
    case 0:
      return (
        nil,
        pairs(
          starts: [Self.never] + Array(25...32) + [Self.forever],
          ends: [Self.never] + Array(25...32) + [Self.forever])
      )
    case 1: return ("\(Self.text(first))/..", [(first, Self.forever)])
    case 2: return ("../\(Self.text(last))", [(Self.never, last)])
    case 3: return ("\(Self.text(first))/", pairs(starts: [first], ends: after))
    case 4: return ("/\(Self.text(last))", pairs(starts: before, ends: [last]))
    case 5 where !hasMonth:
      hasMonth = true
      return ("1941-02/\(Self.text(last))", pairs(starts: Array(1...28), ends: [last]))
    case 6, 7: return ("\(Self.text(first))/\(Self.text(last))", [(first, last)])
    default: return point(using: &generator)
    }
  }

  private func pairs(starts: [Int], ends: [Int]) -> [Days] {
    starts.flatMap { start in ends.filter { start <= $0 }.map { (start, $0) } }
  }

  // MARK: Journeys by definition

  /// The earliest arrivals: over all sequences and assignments, and over the sequences that no assignment forbids.
  func arrivals(from source: EntityID, departing departure: Int) -> [EntityID: (
    possible: Int?, certain: Int?
  )] {
    var found: [EntityID: (possible: Int?, certain: Int?)] = [:]
    var sequence: [Int] = []
    func extend(_ place: EntityID) {
      if !sequence.isEmpty {
        let arrivals = arrivals(of: sequence, departing: departure)
        let allowed = arrivals.compactMap { $0 }
        // What is forbidden by every assignment stays forbidden however it goes on.
        guard let best = allowed.min() else { return }
        var known = found[place] ?? (nil, nil)
        known.possible = min(known.possible ?? best, best)
        if allowed.count == arrivals.count, let worst = allowed.max() {
          known.certain = min(known.certain ?? worst, worst)
        }
        found[place] = known
      }
      for (index, contact) in contacts.enumerated() where !sequence.contains(index) {
        for (from, to) in [(contact.actor, contact.other), (contact.other, contact.actor)] where from == place
        {
          sequence.append(index)
          extend(to)
          sequence.removeLast()
        }
      }
    }
    extend(source)
    return found
  }

  /// When a sequence of contacts arrives, once for every assignment; nil where one forbids it.
  private func arrivals(of sequence: [Int], departing departure: Int) -> [Int?] {
    var found: [Int?] = []
    var assigned: [Int: Days] = [:]
    func cross(_ place: Int, _ day: Int) {
      guard place < sequence.count else { return found.append(day) }
      let shared = contacts[sequence[place]].dates
      let known = assigned[shared]
      for days in known.map({ [$0] }) ?? dates[shared] {
        assigned[shared] = days
        let arrival = max(day, days.first)
        if arrival > days.last { found.append(nil) } else { cross(place + 1, arrival) }
      }
      assigned[shared] = known
    }
    cross(0, departure)
    return found
  }

  /// What is wrong with a journey's steps; nil if nothing.
  func fault(in journey: Journey, from source: EntityID, to target: EntityID, departing: Moment) -> String? {
    var place = source
    var moment = departing
    for step in journey.steps {
      if step.from != place { return "\(step.from) is not where the step before ended" }
      if step.moment < moment { return "\(step.moment) is before \(moment)" }
      (place, moment) = (step.to, step.moment)
      let ends = step.statements.map { [$0.subject, $0.object] }
      if let through = step.through {
        if ends != [[step.from, through], [step.to, through]] {
          return "\(ends) do not lead through \(through)"
        }
      } else if ends.count != 1 || Set(ends[0]) != [step.from, step.to] {
        return "\(ends) is no tie of \(step.from) and \(step.to)"
      }
    }
    return place == target ? nil : "it ends at \(place)"
  }
}
