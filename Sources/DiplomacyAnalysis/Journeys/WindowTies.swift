import Chronology
import Diplomacy
import Synchronization

/// Which windows are known by each other, and what they may be together.
///
/// Windows are tied that follow from the same dates, as those of the parties and of the signatories of one agreement do, or
/// from dates that are known by each other. What tied windows may be together is found when it is asked for.
final class WindowTies: Sendable {
  /// What the windows of one tie may be.
  struct Joint: Sendable {
    /// The windows.
    let windows: [Int]
    /// Each way to know the dates, with the first and the last moment of every window; nil for a window that is not there.
    let rows: [[ClosedRange<Int64>?]]
    /// Whether these are all ways to know them.
    let isComplete: Bool
    /// Where each window stands in a row.
    let places: [Int: Int]
  }

  /// The tie that each window is part of; −1: none.
  let tieOfWindow: [Int32]
  private let members: [[Int]]
  /// The ties by which windows may be narrower than each looks by itself.
  private let narrower: [Int]
  private let drafts: ContactDrafts
  private let known = Mutex<(joints: [Int: Joint], rows: Int)>((joints: [:], rows: 0))

  /// So many ways to know dates are followed for one tie and for all together, and so many are drawn where they are more.
  private static let (mostRows, mostRowsInAll, drawnRows) = (4_000, 60_000, 24)

  /// Whether nothing has to be known of any windows together.
  var isEmpty: Bool { members.isEmpty }
  /// Whether windows are tied to others.
  var hasTies: Bool { members.contains { $0.count > 1 } }

  /// The ties of a network's windows.
  init(_ drafts: ContactDrafts) {
    self.drafts = drafts
    let graph = drafts.view.graph
    guard drafts.windows.contains(where: \.isUncertain) else {
      tieOfWindow = [Int32](repeating: -1, count: drafts.windows.count)
      members = []
      narrower = []
      return
    }
    var union = OwnerUnion()
    for owner in drafts.owners { union.add(owner) }
    for statement in graph.statements where statement.role == .supersedes {
      guard let one = graph.position(of: statement.subject), let two = graph.position(of: statement.object)
      else { continue }
      union.join(.entity(one), .entity(two))
    }
    for (position, entity) in graph.entities.enumerated() {
      for terms in entity.life?.terms ?? [] {
        guard let other = terms.endsWith.flatMap({ graph.position(of: $0) }) else { continue }
        union.join(.entity(position), .entity(other))
      }
    }
    for order in graph.dateOrders { union.join(order.date.owner, order.other.owner) }
    let ordered = Set(graph.dateOrders.map { union.root(of: $0.date.owner) })
    var narrower: [Int] = []
    var windowsOfRoot: [Int: [Int]] = [:]
    for (window, owner) in drafts.owners.enumerated() {
      windowsOfRoot[union.root(of: owner), default: []].append(window)
    }
    var ties = [Int32](repeating: -1, count: drafts.windows.count)
    var members: [[Int]] = []
    for root in windowsOfRoot.keys.sorted() {
      guard let windows = windowsOfRoot[root], windows.contains(where: { drafts.windows[$0].isUncertain })
      else { continue }
      let isLife = windows.contains { Self.isOfLife(drafts, $0) }
      let isNarrower = ordered.contains(root) || windows.contains { Self.mayBeNarrower(drafts, $0) }
      guard windows.count > 1 || isLife || isNarrower else { continue }
      if isNarrower { narrower.append(members.count) }
      for window in windows { ties[window] = Int32(truncatingIfNeeded: members.count) }
      members.append(windows)
    }
    tieOfWindow = ties
    self.members = members
    self.narrower = narrower
  }

  /// Whether a window follows from the acts of an agreement.
  private static func isOfLife(_ drafts: ContactDrafts, _ window: Int) -> Bool {
    guard case .entity(let position) = drafts.owners[window] else { return false }
    return drafts.view.graph.entities[position].life != nil && drafts.windows[window].extent == .span
  }

  /// Whether the day on which an agreement was concluded may be bounded by what came later.
  private static func mayBeNarrower(_ drafts: ContactDrafts, _ window: Int) -> Bool {
    guard case .entity(let position) = drafts.owners[window], drafts.windows[window].extent == .instant,
      let life = drafts.view.graph.entities[position].life
    else { return false }
    let last = drafts.windows[window].latestStart
    return life.acts.contains { $0.kind != .signature && ($0.date?.earliest.seconds ?? .max) < last }
  }

  /// The windows as narrow as all that is known together makes them.
  func narrowed(_ windows: [Window]) -> [Window] {
    var narrowed = windows
    for (window, bounds) in OrderedBounds(drafts).bounds { narrowed[window] = windows[window].within(bounds) }
    for tie in narrower {
      guard let joint = wholeJoint(tie) else { continue }
      for (window, place) in joint.places {
        let values = joint.rows.compactMap { $0[place] }
        guard let first = values.first else { continue }
        narrowed[window] = Window(
          earliestStart: values.reduce(first.lowerBound) { min($0, $1.lowerBound) },
          latestStart: values.reduce(first.lowerBound) { max($0, $1.lowerBound) },
          earliestLast: values.reduce(first.upperBound) { min($0, $1.upperBound) },
          latestLast: values.reduce(first.upperBound) { max($0, $1.upperBound) },
          extent: windows[window].extent)
      }
    }
    return narrowed
  }

  /// The tie of a window; nil for one that is known by no other.
  func tie(of window: Int) -> Int? {
    window < tieOfWindow.count && tieOfWindow[window] >= 0 ? Int(tieOfWindow[window]) : nil
  }

  /// How many windows are part of a tie.
  func size(of tie: Int) -> Int { members[tie].count }

  /// What the windows of a tie may be together; nil where these are too many ways to list them.
  private func wholeJoint(_ tie: Int) -> Joint? {
    known.withLock { known in
      if let joint = known.joints[tie] { return joint.isComplete ? joint : nil }
      let most = max(min(Self.mostRows, Self.mostRowsInAll - known.rows), 0)
      let joint = JointDates(members[tie], drafts).joint(most: most, orDrawn: 0)
      guard joint.isComplete else { return nil }
      known.joints[tie] = joint
      known.rows += joint.rows.count
      return joint
    }
  }

  /// What the windows of a tie may be together.
  func joint(_ tie: Int) -> Joint {
    known.withLock { known in
      if let joint = known.joints[tie] { return joint }
      let most = max(min(Self.mostRows, Self.mostRowsInAll - known.rows), 0)
      let joint = JointDates(members[tie], drafts).joint(
        most: most, orDrawn: known.rows > 2 * Self.mostRowsInAll ? 0 : Self.drawnRows)
      known.joints[tie] = joint
      known.rows += joint.rows.count
      return joint
    }
  }

  /// Whether one window has certainly begun when another ends, whatever the dates are.
  ///
  /// - Parameter lead: By how much it has to have begun before.
  /// - Returns: `.maybe` where that is not known.
  func surelyBegins(
    _ first: Int, beforeEndOf second: Int, lead: Int64 = 0, in unit: TimeUnit, _ windows: [Window]
  )
    -> Answer
  {
    let (one, two) = (windows[first], windows[second])
    func fits(_ start: Int64, _ last: Int64) -> Bool {
      start == .min || last == .max || start < .max && last > .min && unit.of(start) + lead <= unit.of(last)
    }
    if fits(one.latestStart, two.earliestLast) { return .yes }
    if first == second {
      // Nothing is known of its two ends but that they are in order, or that they are one day.
      return fits(one.earliestStart, one.earliestStart) ? .yes : .no
    }
    guard let tie = tie(of: first), tie == self.tie(of: second) else { return .no }
    // Each of these is one way to know them.
    guard fits(one.earliestStart, two.earliestLast), fits(one.latestStart, two.latestLast) else { return .no }
    let joint = joint(tie)
    guard let place = joint.places[first], let other = joint.places[second] else { return .maybe }
    for row in joint.rows {
      guard let start = row[place]?.lowerBound, let last = row[other]?.upperBound else { return .no }
      if !fits(start, last) { return .no }
    }
    if joint.isComplete { return .yes }
    return lead == 0 && comes(first, before: second) ? .yes : .maybe
  }

  /// Whether orders of dates say that one window does not come after another, over however many others.
  private func comes(_ first: Int, before second: Int) -> Bool {
    guard let start = drafts.slot(ofWindow: first),
      let end = drafts.slot(ofWindow: second)
    else { return false }
    var reached: Set<DateSlot> = [start]
    var edge = [start]
    while let slot = edge.popLast() {
      if slot == end { return true }
      for order in drafts.view.graph.dateOrders {
        let (from, to) = order.relation == .before ? (order.date, order.other) : (order.other, order.date)
        if from == slot, reached.insert(to).inserted { edge.append(to) }
      }
    }
    return false
  }
}

/// What moments are counted in.
struct TimeUnit: Hashable, Sendable {
  /// Its length in seconds.
  let length: Int64
  /// The seconds that a place's clock is ahead of UTC.
  let shift: Int64

  static let seconds = TimeUnit(length: 1, shift: 0)

  /// The number of the unit that a second is in; open ends stay what they are.
  func of(_ second: Int64) -> Int64 {
    if length == 1 || second == .min || second == .max { return second }
    let (local, overflows) = second.addingReportingOverflow(shift)
    if overflows { return second < 0 ? .min : .max }
    let quotient = local / length
    return local % length < 0 ? quotient - 1 : quotient
  }

  /// The first and the last second of a unit.
  func first(of unit: Int64) -> Int64 {
    if length == 1 || unit == .min || unit == .max { return unit }
    return unit * length - shift
  }

  func last(of unit: Int64) -> Int64 {
    if length == 1 || unit == .min || unit == .max { return unit }
    return unit * length - shift + length - 1
  }
}

extension DateSlot {
  /// What has the date.
  fileprivate var owner: ContactNetwork.Owner {
    if case .statement(let index) = self { return .statement(index) }
    return .entity(entity ?? 0)
  }
}

/// Owners of dates that are joined.
private struct OwnerUnion {
  private var numbers: [ContactNetwork.Owner: Int] = [:]
  private var parents: [Int] = []

  @discardableResult
  mutating func add(_ owner: ContactNetwork.Owner) -> Int {
    if let number = numbers[owner] { return number }
    numbers[owner] = parents.count
    parents.append(parents.count)
    return parents.count - 1
  }

  mutating func root(of owner: ContactNetwork.Owner) -> Int {
    var number = add(owner)
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ one: ContactNetwork.Owner, _ two: ContactNetwork.Owner) {
    let (one, two) = (root(of: one), root(of: two))
    parents[max(one, two)] = min(one, two)
  }
}
