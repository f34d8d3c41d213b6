/// A life of an agreement in days, and a walk through it day by day: slow, and plain enough to be believed.
///
/// Day 0 is 1901-01-01; nothing of the library is used.
struct SimulatedLife {
  /// A number of months and days.
  struct Length {
    var months = 0
    var days = 0

    static func + (one: Length, other: Length) -> Length {
      Length(months: one.months + other.months, days: one.days + other.days)
    }
  }

  enum Renewal {
    case each(Length)
    case indefinite
  }

  struct Step {
    var kind: String
    var day: Int
    var by: [Int] = []
    var until: Int?
    var length: Length?
  }

  var steps: [Step] = []
  /// Parties are numbers from 0.
  var parties = 2
  var duration: Length?
  var lastDay: Int?
  var notice: Length?
  var renewal: Renewal?
  var needsRatification = false
  var countsFromSignature = false
  var effect: String?
  var oneEndsAll: Bool?
  var breachEnds = false

  private var endsForAll: Bool { oneEndsAll ?? (members.count <= 2) }
  /// The parties, and those who accede without having been named.
  private var members: [Int] {
    var found = Array(0..<parties)
    for step in steps where step.kind == "accession" {
      for actor in step.by where !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  // MARK: The calendar

  private static let monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// The day so much later in the years 1901 to 1903, none of which is a leap year.
  static func day(_ day: Int, after length: Length) -> Int {
    var (month, rest) = (0, day)
    while rest >= monthLengths[month % 12] {
      rest -= monthLengths[month % 12]
      month += 1
    }
    month += length.months
    rest = min(rest, monthLengths[month % 12] - 1)
    return (0..<month).reduce(rest) { $0 + monthLengths[$1 % 12] } + length.days
  }

  // MARK: The walk

  /// The first day in force; nil: never.
  var firstDay: Int? {
    if let entry = steps.first(where: { $0.kind == "entry-into-force" }) { return entry.day }
    guard needsRatification else { return steps.first { $0.kind == "signature" }?.day }
    let ratifications = steps.filter { $0.kind == "ratification" }
    let ofAll = ratifications.filter { $0.by.isEmpty }
    if !ofAll.isEmpty { return ofAll.map(\.day).max() }
    var last: Int?
    for member in members {
      guard let own = ratifications.first(where: { $0.by.contains(member) }) else { return nil }
      last = max(last ?? own.day, own.day)
    }
    return last
  }

  /// Whether anything is known of the beginning.
  var hasBeginning: Bool {
    needsRatification || steps.contains { $0.kind == "entry-into-force" || $0.kind == "signature" }
  }

  /// The days in force of the agreement, up to a horizon.
  func days(to horizon: Int) -> Set<Int> {
    guard let first = firstDay else { return [] }
    let last = end(horizon)
    let days = first <= min(last, horizon) ? Set(first...min(last, horizon)) : []
    return days.filter { !isSuspended($0, nil) }
  }

  /// Whether it is in force on no day, however late.
  func hasNoDay(to horizon: Int) -> Bool { days(to: horizon).isEmpty }
  func hasNoDay(of member: Int, to horizon: Int) -> Bool { days(of: member, to: horizon).isEmpty }

  /// The days on which a member took part.
  func days(of member: Int, to horizon: Int) -> Set<Int> {
    guard let first = firstDay else { return [] }
    guard steps.contains(where: { $0.by.contains(member) }) else { return days(to: horizon) }
    let joins = joins(of: member)
    var found: Set<Int> = []
    for (index, join) in joins.enumerated() {
      let from = max(first, join ?? first)
      var last = min(end(horizon), exit(of: member, joined: join, horizon))
      if index + 1 < joins.count, let next = joins[index + 1] {
        let own = exit(of: member, joined: join, horizon, before: next)
        last = min(end(horizon), own, next - 1)
      }
      if from <= min(last, horizon) { found.formUnion(from...min(last, horizon)) }
    }
    return found.filter { !isSuspended($0, member) }
  }

  private func joins(of member: Int) -> [Int?] {
    func own(_ kind: String) -> [Int] {
      steps.filter { $0.kind == kind && $0.by.contains(member) }.map(\.day)
    }
    let accessions = own("accession").sorted()
    if !accessions.isEmpty { return (own("signature").first.map { [$0] } ?? []) + accessions }
    let entered = needsRatification || steps.contains { $0.kind == "entry-into-force" }
    let entry = steps.first { $0.kind == "entry-into-force" }?.day
    let allLate =
      !needsRatification && !members.isEmpty
      && members.allSatisfy { member in
        let ratified = steps.first { $0.kind == "ratification" && $0.by.contains(member) }?.day
        return entry.flatMap { entry in ratified.map { $0 > entry } } ?? false
      }
    return [(entered && !allLate ? own("ratification").first : nil) ?? own("signature").first]
  }

  private func isSuspended(_ day: Int, _ member: Int?) -> Bool {
    steps.contains { step in
      guard step.kind == "suspension", step.day <= day,
        step.by.isEmpty || endsForAll || member.map({ step.by.contains($0) }) ?? false
      else { return false }
      if let until = step.until { return day <= until }
      let resumed = steps.first { $0.kind == "resumption" && $0.day >= step.day }?.day
      return resumed.map { day < $0 } ?? true
    }
  }

  /// The last day of the agreement.
  private func end(_ horizon: Int) -> Int {
    if let act = steps.first(where: { $0.kind == "termination" || $0.kind == "expiry" }) { return act.day }
    var last = walk(horizon) { $0.by.isEmpty || endsForAll }.last
    if breachEnds, let breach = steps.first(where: { $0.kind == "breach" }) { last = min(last, breach.day) }
    if !endsForAll, members.count > 1 {
      let exits = members.map { member in
        exit(of: member, joined: joins(of: member).last ?? nil, horizon)
      }
      last = min(last, exits.sorted()[exits.count - 2])
    }
    return last
  }

  /// The last day by a notice of the member's own, given after it joined and before it joined again.
  private func exit(of member: Int, joined: Int?, _ horizon: Int, before next: Int? = nil) -> Int {
    if endsForAll { return .max }
    let (last, notice) = walk(horizon) { step in
      step.by.isEmpty
        || step.by.contains(member) && (joined.map { step.day >= $0 } ?? true)
          && (next.map { step.day < $0 } ?? true)
    }
    return notice.map { steps[$0].by.contains(member) } ?? false ? last : .max
  }

  private func isNotice(_ step: Step) -> Bool { step.kind == "denunciation" || step.kind == "withdrawal" }

  /// Walks from day to day: the last day, and the position of the notice behind it.
  private func walk(_ horizon: Int, _ counts: (Step) -> Bool) -> (last: Int, notice: Int?) {
    var base =
      countsFromSignature ? steps.first { $0.kind == "signature" }?.day ?? firstDay ?? 0 : firstDay ?? 0
    var term: Int?
    var length: Length? {
      didSet { term = length.map { Self.day(base, after: $0) } }
    }
    length = duration
    if let lastDay { (base, length) = (lastDay, Length()) }
    var ending: (last: Int, base: Int, length: Length, notice: Int)?
    func renew() -> Bool {
      switch renewal {
      case nil: return false
      case .indefinite: length = nil
      case .each(let more): length = (length ?? Length()) + more
      }
      return true
    }
    let followed = steps.indices.filter {
      ["extension", "renewal"].contains(steps[$0].kind) || isNotice(steps[$0]) && counts(steps[$0])
    }
    for day in 0...horizon {
      if let ending, day > ending.last { return (ending.last, ending.notice) }
      while ending == nil, let last = term, day > last {
        if !renew() { return (last, nil) }
      }
      for position in followed where steps[position].day == day {
        let step = steps[position]
        if step.kind == "extension" || step.kind == "renewal" {
          let own: Length? = if case .each(let more) = renewal { more } else { duration }
          if let until = step.until {
            (base, length) = (until, Length())
          } else if let more = step.length ?? own {
            if let ending {
              (base, length) = (ending.base, ending.length + more)
            } else if let old = length {
              length = old + more
            }
          }
          ending = nil
          continue
        }
        guard ending == nil else { continue }
        let period = notice ?? Length()
        let effective = Self.day(day, after: period)
        let rule = effect ?? (term == nil ? "after-notice" : "end-of-term")
        if rule == "at-once" {
          ending = (day, day, Length(), position)
        } else if term == nil {
          ending = (effective, day, period, position)
        } else if rule == "after-notice" {
          if effective <= term ?? 0 || renewal != nil {
            ending = (effective, day, period, position)
          } else {
            ending = (term ?? 0, base, length ?? Length(), position)
          }
        } else {
          while true {
            guard let last = term else {
              ending = (effective, day, period, position)
              break
            }
            if effective <= last || renewal == nil {
              ending = (last, base, length ?? Length(), position)
              break
            }
            _ = renew()
          }
        }
      }
    }
    return (ending?.last ?? (renewal == nil ? term ?? .max : .max), ending?.notice)
  }
}

// MARK: Orders

extension SimulatedLife {
  /// What cannot be otherwise: one step is not before the first, or not after the last, of some others.
  struct Order {
    let step: Int
    let others: [Int]
    let isLater: Bool

    func holds(_ days: [Int]) -> Bool {
      isLater
        ? others.contains { days[$0] <= days[step] } : others.contains { days[$0] >= days[step] }
    }

    /// Whether some days of these allow it, looked at by itself.
    func isPossible(_ possible: [[Int]]) -> Bool {
      others.contains { other in
        possible[other].contains { one in
          possible[step].contains { isLater ? one <= $0 : one >= $0 }
        }
      }
    }
  }

  /// The orders that the guide to lives lists.
  var orders: [Order] {
    func all(_ kinds: String...) -> [Int] { steps.indices.filter { kinds.contains(steps[$0].kind) } }
    var orders: [Order] = []
    func add(_ step: Int, later others: [Int]) {
      if !others.isEmpty { orders.append(Order(step: step, others: others, isLater: true)) }
    }
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case "entry-into-force", "ratification", "accession": add(index, later: all("signature"))
      case "withdrawal", "denunciation", "breach", "amendment":
        add(index, later: all("signature").isEmpty ? all("entry-into-force") : all("signature"))
      case "extension", "renewal", "suspension", "resumption", "termination", "expiry":
        add(index, later: all("signature"))
        add(index, later: all("entry-into-force"))
      default: break
      }
      if step.kind == "resumption" { add(index, later: all("suspension")) }
      if step.kind == "withdrawal" || step.kind == "denunciation", step.by.count == 1 {
        let own = steps.indices.filter { steps[$0].by == step.by }
        if !own.contains(where: { steps[$0].kind == "signature" }) {
          add(index, later: own.filter { steps[$0].kind == "accession" })
        }
      }
      let ends = all("termination", "expiry")
      if step.kind != "registration", !ends.contains(index), !ends.isEmpty {
        orders.append(Order(step: index, others: ends, isLater: false))
      }
    }
    return orders
  }
}
