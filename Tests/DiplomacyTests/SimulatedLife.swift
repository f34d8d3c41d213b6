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
  /// Whether each party is bound from its own ratification alone.
  var bindsByRatification = false
  /// How many ratifications or accessions bring it into force.
  var ratificationsNeeded: Int?
  var countsFromSignature = false
  var effect: String?
  var oneEndsAll: Bool?
  var breachEnds = false

  private var endsForAll: Bool { oneEndsAll ?? (members.count <= 2) }
  /// The parties, and those who accede or succeed without having been named.
  private var members: [Int] {
    var found = Array(0..<parties)
    for step in steps where isJoining(step) {
      for actor in step.by where !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  private func isJoining(_ step: Step) -> Bool { step.kind == "accession" || step.kind == "succession" }
  private func isConsent(_ step: Step) -> Bool { step.kind == "ratification" || step.kind == "deposit" }
  private func isExtension(_ step: Step) -> Bool { step.kind == "extension" || step.kind == "renewal" }
  private var entersByRatification: Bool {
    needsRatification || bindsByRatification || ratificationsNeeded != nil
  }
  /// The deposit of a member's ratification, or the ratification.
  private func consent(of member: Int) -> Int? {
    let own = steps.filter { isConsent($0) && $0.by.contains(member) }
    return (own.first { $0.kind == "deposit" } ?? own.first)?.day
  }
  /// Who prolongs an agreement with others binds those alone.
  private func binds(_ step: Step, _ member: Int) -> Bool {
    step.by.count < 2 || endsForAll || members.allSatisfy { step.by.contains($0) } || step.by.contains(member)
  }
  /// Whether it is void, for all or for one member.
  private func isVoid(for member: Int?) -> Bool {
    let voiding = steps.filter { $0.kind == "nullity" }
    if voiding.isEmpty { return false }
    if voiding.contains(where: { $0.by.isEmpty || endsForAll }) { return true }
    if members.count(where: { member in !voiding.contains { $0.by.contains(member) } }) < 2 { return true }
    return member.map { member in voiding.contains { $0.by.contains(member) } } ?? false
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
    guard entersByRatification else { return steps.first { $0.kind == "signature" }?.day }
    if let ofAll = steps.filter({ isConsent($0) && $0.by.isEmpty }).map(\.day).max() { return ofAll }
    if let needed = ratificationsNeeded {
      let days = members.compactMap { member in
        consent(of: member) ?? steps.first { $0.kind == "accession" && $0.by.contains(member) }?.day
      }.sorted()
      return days.count >= needed ? days[needed - 1] : nil
    }
    var last: Int?
    for member in members {
      guard let own = consent(of: member) else {
        // Who joins need not ratify.
        if steps.contains(where: { isJoining($0) && $0.by.contains(member) }) { continue }
        return nil
      }
      last = max(last ?? own, own)
    }
    return last
  }

  /// Whether anything is known of the beginning.
  var hasBeginning: Bool {
    entersByRatification
      || steps.contains {
        ["entry-into-force", "signature", "provisional-application", "nullity"].contains($0.kind)
      }
  }

  /// The days in force of the agreement, up to a horizon.
  func days(to horizon: Int) -> Set<Int> {
    if isVoid(for: nil) { return [] }
    var days = applied(by: nil, horizon)
    if let first = firstDay {
      let last = end(horizon)
      if first <= min(last, horizon) { days.formUnion(first...min(last, horizon)) }
    }
    return days.filter { !isSuspended($0, nil) }
  }

  /// The days on which it was applied before its entry into force: until a day of its own, else until the end; while it
  /// never enters into force, until a notice.
  private func applied(by member: Int?, _ horizon: Int) -> Set<Int> {
    var days: Set<Int> = []
    let entry = member.map { firstDay == nil ? nil : joinDays(of: $0).first } ?? firstDay
    for step in steps
    where step.kind == "provisional-application"
      && (step.by.isEmpty || member.map { step.by.contains($0) } ?? true)
    {
      var last = horizon
      if let entry, step.until == nil {
        // It goes over into the time in force, and ends with the first of that.
        if step.day >= entry { continue }
        last = min(horizon, member.map { firstLast(of: $0, horizon) } ?? end(horizon))
      } else {
        last = min(last, step.until ?? last)
        for other in steps {
          let isEnd = other.kind == "termination" || other.kind == "expiry"
          let isOwn = other.by.isEmpty || endsForAll || member.map { other.by.contains($0) } ?? false
          if isEnd || isNotice(other) && isOwn && other.day >= step.day { last = min(last, other.day) }
        }
      }
      if step.day <= last { days.formUnion(step.day...last) }
    }
    return days
  }

  /// Whether it is in force on no day, however late.
  func hasNoDay(to horizon: Int) -> Bool { days(to: horizon).isEmpty }
  func hasNoDay(of member: Int, to horizon: Int) -> Bool { days(of: member, to: horizon).isEmpty }

  /// Whether members take part in different times without having done anything themselves.
  private var membersApart: Bool {
    bindsByRatification
      || steps.contains { step in
        isExtension(step) && members.contains { !binds(step, $0) }
          || step.kind == "provisional-application" && !step.by.isEmpty
          || step.kind == "nullity" && !step.by.isEmpty && !endsForAll
      }
  }

  /// The days on which a member took part.
  func days(of member: Int, to horizon: Int) -> Set<Int> {
    if isVoid(for: nil) { return [] }
    if isVoid(for: member) { return [] }
    guard membersApart || steps.contains(where: { $0.by.contains(member) }) else { return days(to: horizon) }
    var found = applied(by: member, horizon)
    if let first = firstDay {
      for (join, own) in parts(of: member, horizon) {
        let from = max(first, join ?? first)
        let last = min(end(horizon), own)
        if from <= min(last, horizon) { found.formUnion(from...min(last, horizon)) }
      }
    }
    return found.filter { !isSuspended($0, member) }
  }

  /// The days from which a member's times count, and the last day of the first of them.
  private func joinDays(of member: Int) -> [Int] {
    joins(of: member).map { max(firstDay ?? 0, $0 ?? firstDay ?? 0) }
  }

  private func firstLast(of member: Int, _ horizon: Int) -> Int {
    min(end(horizon), allParts(of: member, horizon).first?.last ?? .max)
  }

  /// The times of a member: the day it joined (nil: from the beginning), and the last day as far as that is its own doing.
  private func parts(of member: Int, _ horizon: Int) -> [(join: Int?, last: Int)] {
    allParts(of: member, horizon).filter { $0.join ?? -1 <= $0.last }
  }

  /// The same with those that are over before they begin.
  private func allParts(of member: Int, _ horizon: Int) -> [(join: Int?, last: Int)] {
    var parts: [(join: Int?, last: Int)] = []
    var joins = joins(of: member)
    while !joins.isEmpty {
      let join = joins.removeFirst()
      var own = exit(of: member, joined: join, horizon, before: joins.first ?? nil)
      // Who is still there and joins once more joins nothing.
      while own == .max, !joins.isEmpty {
        joins.removeFirst()
        own = exit(of: member, joined: join, horizon, before: joins.first ?? nil)
      }
      parts.append((join, min(own, (joins.first ?? nil).map { $0 - 1 } ?? .max)))
    }
    return parts
  }

  private func joins(of member: Int) -> [Int?] {
    let joined = steps.filter { isJoining($0) && $0.by.contains(member) }.map(\.day).sorted()
    let consent = consent(of: member)
    if bindsByRatification {
      let ofAll = steps.first { isConsent($0) && $0.by.isEmpty }?.day
      return (((consent ?? ofAll).map { [$0] } ?? []) + joined).sorted()
    }
    let entry = steps.first { $0.kind == "entry-into-force" }?.day
    let allLate =
      !entersByRatification && !members.isEmpty
      && members.allSatisfy { member in
        entry.flatMap { entry in self.consent(of: member).map { $0 > entry } } ?? false
      }
    let signed = steps.first { $0.kind == "signature" && $0.by.contains(member) }?.day
    let first = (entersByRatification || entry != nil) && !allLate ? consent ?? signed : signed
    guard let joining = joined.first else { return [first] }
    let hadLeft = steps.contains { isNotice($0) && $0.by.contains(member) && $0.day < joining }
    guard signed != nil || consent != nil || hadLeft else { return joined }
    return first.map { ([$0] + joined).sorted() } ?? [nil] + joined
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
    var last = walk(horizon) { isExtension($0) || $0.by.isEmpty || endsForAll }.last
    if breachEnds, let breach = steps.first(where: { $0.kind == "breach" }) { last = min(last, breach.day) }
    if !endsForAll, members.count > 1 {
      // The times of all, whether it is in force or not, and the first day after which fewer than two are left.
      let times = members.filter { !isVoid(for: $0) }.flatMap { parts(of: $0, horizon) }
      let left = times.map(\.last).filter { $0 < .max }.sorted().first { day in
        times.count { $0.join ?? -1 <= day + 1 && $0.last > day } < 2
      }
      last = min(last, left ?? .max)
    }
    return last
  }

  /// The last day by a notice of the member's own, given after it joined and before it joined again; or by the term, where
  /// others have prolonged it without the member.
  private func exit(of member: Int, joined: Int?, _ horizon: Int, before next: Int? = nil) -> Int {
    if endsForAll { return .max }
    let isLeftBehind = steps.contains { isExtension($0) && !binds($0, member) }
    let (last, notice) = walk(horizon) { step in
      if isExtension(step) { return binds(step, member) }
      return step.by.isEmpty
        || step.by.contains(member) && (joined.map { step.day >= $0 } ?? true)
          && (next.map { step.day < $0 } ?? true)
    }
    return isLeftBehind || notice.map { steps[$0].by.contains(member) } ?? false ? last : .max
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
      (isExtension(steps[$0]) || isNotice(steps[$0])) && counts(steps[$0])
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
        // Without a clause on it, notice runs for twelve months; within a term it is in time until the last day.
        let period = notice ?? Length(months: 12)
        let effective = Self.day(day, after: period)
        let inTime = notice == nil ? day : effective
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
            if inTime <= last || renewal == nil {
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
      case "entry-into-force", "ratification", "deposit", "provisional-application", "accession",
        "succession":
        add(index, later: all("signature"))
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
        if !own.contains(where: { steps[$0].kind == "signature" || isConsent(steps[$0]) }) {
          add(index, later: own.filter { isJoining(steps[$0]) })
        }
      }
      let ends = all("termination", "expiry")
      if step.kind != "registration", step.kind != "nullity", !ends.contains(index), !ends.isEmpty {
        orders.append(Order(step: index, others: ends, isLater: false))
      }
    }
    return orders
  }
}
