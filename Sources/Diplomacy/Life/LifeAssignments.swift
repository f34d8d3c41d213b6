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

  /// So many assignments are listed at most; beyond them bounds answer for all of them together.
  static let most = 1024
  /// So many where no date leaves out a day between its first and its last: there bounds seldom say less.
  static let mostWithoutGaps = 256
  /// All agreements and members of a graph share so many.
  private static let mostOfGraph = 400_000
  private static let mostCourses = 16_384

  let all: [Assigned]

  /// The assignments of the dates that a life leaves open.
  ///
  /// - Returns: Nil where they are too many, or where bounds say as much: with one date that leaves open a single stretch
  ///   of days.
  /// - Parameter entities: How many entities the graph has.
  init?(_ facts: LifeFacts, amongEntities entities: Int) {
    let orders = facts.orders
    // The dates of most lives are certain.
    guard !orders.places.isEmpty, facts.stated.isEmpty else { return nil }
    let open = orders.places.indices.filter {
      orders.days[$0].count > 1 && facts.dependsOn(orders.places[$0])
    }
    let hasGaps = open.contains { orders.days[$0].stretches.count > 1 }
    guard open.count > 1 || hasGaps, open.allSatisfy(orders.isListed), facts.isFollowed else { return nil }
    let joining = facts.joiningLater
    let most = min(
      hasGaps ? Self.most : Self.mostWithoutGaps,
      Self.mostCourses / (1 + joining.count + facts.parties.count),
      Self.mostOfGraph / max(1, entities))
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
  /// - Parameter entities: How many entities the graph has, which share what may be listed.
  func followed(amongEntities entities: Int = 1) -> FollowedLife {
    let bounds = course()
    guard let all = LifeAssignments(self, amongEntities: entities)?.all else {
      return FollowedLife(facts: self, course: bounds)
    }
    let course = LifeCourse(ofAll: all.map(\.course), bounds: bounds)
    var own: [EntityID: LifeCourse] = [:]
    for actor in acts.flatMap(\.by) + (treatsMembersApart ? parties : []) where own[actor] == nil {
      own[actor] = LifeCourse(
        ofAll: all.map { $0.facts.course(of: actor, in: $0.course) },
        bounds: self.course(of: actor, in: course))
    }
    return FollowedLife(facts: self, course: course, own: own)
  }

  /// Whether it was ever applied, as far as its acts tell.
  fileprivate var isFollowed: Bool {
    beginning.map { $0.cause != .notRatified } ?? false || !applied(by: nil).isEmpty
  }

  /// The actors that joined by an accession.
  fileprivate var joiningLater: [EntityID] {
    var actors: [EntityID] = []
    for act in acts where act.kind.isJoining {
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
  let course: LifeCourse
  /// The courses of those who did something on their own, where they were found from all assignments.
  var own: [EntityID: LifeCourse]?

  /// When an actor took part.
  func course(of actor: EntityID) -> LifeCourse {
    guard let own else { return facts.course(of: actor, in: course) }
    return own[actor] ?? facts.course(of: actor, in: course)
  }
}
