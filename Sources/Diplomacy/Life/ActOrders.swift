import Chronology

/// The orders among the acts of one life that cannot be otherwise, and the days that they leave.
///
/// Nobody ratifies, joins, leaves, changes or breaks what is not signed; nothing enters into force before it is signed, nor
/// ends, is prolonged, suspended or resumed before it is in force; and after the end nothing is done but registering it.
/// Orders bind acts that can hold together, and of several acts of a kind the earliest is meant, or of ends the latest. An
/// order that the dates contradict by themselves is a mistake of the file, which is told where files are checked; it is
/// left out here.
///
/// All answers rest on the same orders: bounds, certain and possible times, and draws.
struct ActOrders {
  /// A day that an act or the terms name.
  enum Place: Hashable {
    case date(Int)
    case until(Int)
    case term
  }

  /// One day is not before the first of some, or not after the last of some.
  private struct Order {
    let day: Int
    let others: [Int]
    let isLater: Bool
  }

  /// The days that stand for open ends.
  static let window = Day.first...Day.last
  private static let mostRounds = 64

  /// What each variable is.
  private(set) var places: [Place] = []
  /// The days that are left of each.
  private(set) var days: [PossibleDays] = []
  /// Whether the date is one of days, so that it can be narrowed.
  private var isOneOf: [Bool] = []
  private var orders: [Order] = []
  /// Whether days were taken away from any.
  private(set) var isNarrowed = false

  /// The orders of some acts, with the last day of a term where that is stated outright.
  init(_ acts: [Act], until: HistoricalDate?) {
    // The dates of most lives are certain.
    guard
      acts.contains(where: { !($0.date?.isSettled ?? true) || !($0.until?.isSettled ?? true) })
        || !(until?.isSettled ?? true)
    else { return }
    var dates: [Int: Int] = [:]
    for (index, act) in acts.enumerated() {
      if let date = act.date, let variable = add(.date(index), date) { dates[index] = variable }
    }
    for (index, act) in acts.enumerated() {
      guard let variable = dates[index] else { continue }
      if let until = act.until, let end = add(.until(index), until) {
        require(end, notBefore: [variable])
      }
      order(act, variable, among: acts, dates)
    }
    if let until, let term = add(.term, until) {
      let first = acts.indices.filter { acts[$0].kind == .signature || acts[$0].kind == .entryIntoForce }
      for kind in [Act.Kind.signature, .entryIntoForce] {
        require(term, notBefore: first.filter { acts[$0].kind == kind }.map { dates[$0] })
      }
    }
    settle()
  }

  /// The orders between one act and those of other kinds.
  private mutating func order(_ act: Act, _ variable: Int, among acts: [Act], _ dates: [Int: Int]) {
    func others(_ kinds: Act.Kind...) -> [Int?] {
      acts.indices.filter { kinds.contains(acts[$0].kind) && acts[$0].canHold(with: act) }.map { dates[$0] }
    }
    let signatures = others(.signature)
    if act.kind != .signature && act.kind.needsSignature { require(variable, notBefore: signatures) }
    if act.kind.needsForce || signatures.isEmpty && act.kind.needsMembers {
      require(variable, notBefore: others(.entryIntoForce))
    }
    // Who joined later leaves later, unless it had signed and left before.
    if act.kind == .withdrawal || act.kind == .denunciation, act.by.count == 1 {
      func own(_ kind: Act.Kind) -> [Int?] {
        acts.indices.filter { acts[$0].kind == kind && acts[$0].by == act.by && acts[$0].canHold(with: act) }
          .map { dates[$0] }
      }
      if own(.signature).isEmpty, own(.ratification).isEmpty, own(.deposit).isEmpty {
        require(variable, notBefore: own(.accession) + own(.succession))
      }
    }
    if act.kind == .resumption { require(variable, notBefore: others(.suspension)) }
    if act.kind.isOver { require(variable, notAfter: others(.termination, .expiry)) }
  }

  private mutating func add(_ place: Place, _ date: HistoricalDate) -> Int? {
    if let possible = date.possibleDays(within: Self.window), let days = possible.within(Self.window) {
      places.append(place)
      self.days.append(days)
      isOneOf.append(true)
    } else {
      let range = if case .date = place { date.firstDays } else { date.lastDays }
      guard let days = PossibleDays([range]) else { return nil }
      places.append(place)
      self.days.append(days)
      isOneOf.append(false)
    }
    return places.count - 1
  }

  /// Says that a day is not before the first of some others; of others one may have no date.
  private mutating func require(_ day: Int, notBefore others: [Int?]) {
    let known = others.compactMap(\.self)
    guard !known.isEmpty, known.count == others.count,
      days[day].last >= known.map({ days[$0].first }).min() ?? .first
    else { return }
    orders.append(Order(day: day, others: known, isLater: true))
  }

  private mutating func require(_ day: Int, notAfter others: [Int?]) {
    let known = others.compactMap(\.self)
    guard !known.isEmpty, known.count == others.count,
      days[day].first <= known.map({ days[$0].last }).max() ?? .last
    else { return }
    orders.append(Order(day: day, others: known, isLater: false))
  }

  // MARK: Narrowing

  /// Takes away the days that no order allows.
  ///
  /// Where every order names one other act, what is left are just the days that some assignment has between the first and
  /// the last; where an order names several, days may be left that no assignment has.
  private mutating func settle() {
    let before = days
    var changed = true
    var rounds = 0
    while changed, rounds < Self.mostRounds {
      changed = false
      rounds += 1
      for order in orders {
        guard let isNew = narrow(order) else {
          // Contradictions that only several orders make together bind nothing.
          (orders, days) = ([], before)
          return
        }
        changed = changed || isNew
      }
    }
    isNarrowed = days != before
  }

  /// Whether an order took days away; nil when it leaves none.
  private mutating func narrow(_ order: Order) -> Bool? {
    let others = order.others
    if order.isLater {
      let first = others.map { days[$0].first }.min() ?? .first
      guard let isNew = keep(order.day, from: first, to: .last) else { return nil }
      let possible = others.filter { days[$0].first <= days[order.day].last }
      guard possible.count == 1 else { return possible.isEmpty ? nil : isNew }
      return keep(possible[0], from: .first, to: days[order.day].last).map { $0 || isNew }
    }
    let last = others.map { days[$0].last }.max() ?? .last
    guard let isNew = keep(order.day, from: .first, to: last) else { return nil }
    let possible = others.filter { days[$0].last >= days[order.day].first }
    guard possible.count == 1 else { return possible.isEmpty ? nil : isNew }
    return keep(possible[0], from: days[order.day].first, to: .last).map { $0 || isNew }
  }

  private mutating func keep(_ variable: Int, from first: Day, to last: Day) -> Bool? {
    guard first <= last, let left = days[variable].within(first...last) else { return nil }
    if left == days[variable] { return false }
    days[variable] = left
    return true
  }

  // MARK: What they leave

  /// Whether days, one for each variable, are in order.
  func allow(_ chosen: [Day]) -> Bool {
    orders.allSatisfy { order in
      order.isLater
        ? order.others.contains { chosen[$0] <= chosen[order.day] }
        : order.others.contains { chosen[$0] >= chosen[order.day] }
    }
  }

  /// Whether days of some variables are in order, whatever the others are.
  func allow(_ chosen: [Day], among chosenOnes: [Int]) -> Bool {
    func first(_ variable: Int) -> Day {
      chosenOnes.contains(variable) ? chosen[variable] : days[variable].first
    }
    func last(_ variable: Int) -> Day {
      chosenOnes.contains(variable) ? chosen[variable] : days[variable].last
    }
    return orders.allSatisfy { order in
      order.isLater
        ? order.others.contains { first($0) <= last(order.day) }
        : order.others.contains { last($0) >= first(order.day) }
    }
  }

  /// Whether the dates of a life are in order, which must each be one day by now where they were narrowed.
  func allow(_ life: AgreementLife) -> Bool {
    orders.isEmpty
      || allow(
        places.indices.map { variable in
          let date: HistoricalDate? =
            switch places[variable] {
            case .date(let index): life.acts[index].date
            case .until(let index): life.acts[index].until
            case .term: life.terms.first?.until
            }
          guard let date else { return days[variable].first }
          if let possible = date.possibleDays(within: Self.window), possible.count == 1 {
            return possible.first
          }
          return if case .date = places[variable] { date.firstDays.lowerBound } else {
            date.lastDays.upperBound
          }
        })
  }

  /// The date of a variable with the days that are left of it.
  func narrowed(_ date: HistoricalDate, at variable: Int) -> HistoricalDate {
    isOneOf[variable] ? date.narrowed(to: days[variable], within: Self.window) ?? date : date
  }

  /// Whether a variable's date can be made certain, a day at a time.
  func isListed(_ variable: Int) -> Bool { isOneOf[variable] || days[variable].count == 1 }
}

extension Act {
  /// Whether two acts can be of one and the same course: of one sense and holder, and under a common reading.
  fileprivate func canHold(with other: Act) -> Bool {
    attestation.modality == other.attestation.modality && attestation.holder == other.attestation.holder
      && (attestation.readings.isEmpty || other.attestation.readings.isEmpty
        || attestation.readings.contains { other.attestation.readings.contains($0) })
  }
}

extension Act.Kind {
  /// Whether nobody does so before the signature.
  fileprivate var needsSignature: Bool { Self.afterSignature.contains(self) || needsForce }
  /// Whether, of what has no signature, nobody does so before the entry into force.
  fileprivate var needsMembers: Bool {
    self == .withdrawal || self == .denunciation || self == .breach || self == .amendment
  }
  /// Whether it can be done only of what is in force.
  fileprivate var needsForce: Bool { Self.inForce.contains(self) }
  /// Whether it cannot be done once the agreement has ended.
  fileprivate var isOver: Bool {
    self == .signature || self == .entryIntoForce || needsSignature && self != .termination && self != .expiry
  }

  private static let afterSignature: Set<Act.Kind> = [
    .entryIntoForce, .ratification, .deposit, .provisionalApplication, .accession, .succession, .withdrawal,
    .denunciation, .breach, .amendment,
  ]
  private static let inForce: Set<Act.Kind> = [
    .extension, .renewal, .suspension, .resumption, .termination, .expiry,
  ]
}
