import Chronology

/// A life under every assignment of its dates: each gives every act and the end of the term one of its days.
///
/// Only orders that can be (``ActOrders``) count, and, where some assignment allows it, only those by which the agreement
/// began before it ended and whoever acceded took part.
struct LifeAssignments {
  /// The life under one of them.
  struct Assigned {
    let facts: LifeFacts
    let course: LifeCourse
  }

  /// More assignments than this are not listed; bounds then answer for all of them together.
  static let most = 1024
  private static let mostCourses = 16_384

  let all: [Assigned]

  /// The assignments of the dates that a life leaves open.
  ///
  /// - Returns: Nil where they are too many, or where bounds say as much: with one date that leaves open a single stretch
  ///   of days.
  init?(_ facts: LifeFacts) {
    guard facts.stated.isEmpty, let beginning = facts.beginning, beginning.cause != .notRatified else {
      return nil
    }
    let orders = facts.orders
    let open = orders.places.indices.filter {
      orders.days[$0].count > 1 && facts.dependsOn(orders.places[$0])
    }
    guard open.count > 1 || open.contains(where: { orders.days[$0].stretches.count > 1 }) else { return nil }
    guard open.allSatisfy(orders.isListed) else { return nil }
    let joining = facts.joiningLater
    let most = min(Self.most, Self.mostCourses / (1 + joining.count + facts.parties.count))
    var count: UInt64 = 1
    for variable in open {
      guard orders.days[variable].count <= UInt64(most) else { return nil }
      count *= orders.days[variable].count
      if count > UInt64(most) { return nil }
    }
    guard let dates = Self.dates(of: open, in: facts) else { return nil }
    var found: [Assigned] = []
    var chosen = orders.days.map(\.first)
    for number in 0..<count {
      var rest = number
      var positions = [Int](repeating: 0, count: orders.places.count)
      for variable in open {
        let size = orders.days[variable].count
        positions[variable] = Int(rest % size)
        chosen[variable] = orders.days[variable].day(rest % size)
        rest /= size
      }
      guard orders.allow(chosen, among: open) else { continue }
      let one = facts.replacingDates { variable, date in dates[variable]?[positions[variable]] ?? date }
      found.append(Assigned(facts: one, course: one.course()))
    }
    found = Self.kept(found) { $0.course.isPossible }
    for actor in joining {
      found = Self.kept(found) { $0.facts.course(of: actor, in: $0.course).isPossible }
    }
    guard !found.isEmpty else { return nil }
    all = found
  }

  /// Those of which something holds, if it holds of any.
  private static func kept(_ all: [Assigned], _ holds: (Assigned) -> Bool) -> [Assigned] {
    let kept = all.filter(holds)
    return kept.isEmpty ? all : kept
  }

  /// Each possible day of each open date as a date; nil where a day has no text.
  private static func dates(of open: [Int], in facts: LifeFacts) -> [Int: [HistoricalDate]]? {
    var dates: [Int: [HistoricalDate]] = [:]
    for variable in open {
      guard let date = facts.date(at: facts.orders.places[variable]) else { return nil }
      let days = facts.orders.days[variable]
      dates[variable] = (0..<days.count).compactMap { number in
        let day = days.day(number)
        return PossibleDays([day...day]).flatMap { date.narrowed(to: $0, within: ActOrders.window) }
      }
      guard dates[variable]?.count == Int(days.count) else { return nil }
    }
    return dates
  }
}

extension LifeFacts {
  /// The facts, and the course under every assignment where these are listed.
  func followed() -> FollowedLife {
    let course = course()
    guard let assignments = LifeAssignments(self) else {
      return FollowedLife(facts: self, assignments: [], course: course)
    }
    return FollowedLife(
      facts: self, assignments: assignments.all,
      course: LifeCourse(ofAll: assignments.all.map(\.course), bounds: course))
  }

  /// The actors that joined by an accession.
  fileprivate var joiningLater: [EntityID] {
    var actors: [EntityID] = []
    for act in acts where act.kind == .accession {
      actors += act.by.filter { !actors.contains($0) }
    }
    return actors
  }

  /// The date of a variable of the orders.
  fileprivate func date(at place: ActOrders.Place) -> HistoricalDate? {
    switch place {
    case .date(let index): acts[index].date
    case .until(let index): acts[index].until
    case .term: terms.until
    }
  }

  /// Whether the life can depend on a date; it does not on a registration and on acts of kinds that it does not know.
  fileprivate func dependsOn(_ place: ActOrders.Place) -> Bool {
    switch place {
    case .date(let index), .until(let index):
      acts[index].kind != .registration && Act.Kind.core.contains(acts[index].kind)
    case .term: true
    }
  }
}

/// A life under one choice of assertions, with what follows from it.
struct FollowedLife {
  let facts: LifeFacts
  /// The life under every assignment of its dates; empty where bounds answer for all of them.
  let assignments: [LifeAssignments.Assigned]
  let course: LifeCourse

  /// When an actor took part.
  func course(of actor: EntityID) -> LifeCourse {
    let bounds = facts.course(of: actor, in: course)
    if assignments.isEmpty { return bounds }
    return LifeCourse(
      ofAll: assignments.map { $0.facts.course(of: actor, in: $0.course) }, bounds: bounds)
  }
}
