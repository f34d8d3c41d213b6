/// Ways to stand at a node that go on in the same manner, round after round along one cycle of contacts.
///
/// A label with rounds stands for `count` + 1 labels, each some time after the one before it; its `first` and `last` are
/// those of the first. So it takes one label, and not one for each second, to tell that travellers go to and fro for years.
struct JourneyRounds {
  /// How many labels follow the first one.
  var count: Int64 = 0
  /// How much later each label begins than the one before it, above 0 where labels follow, and how much later it ends.
  var delay: Int64 = 0
  var growth: Int64 = 0
  /// Which of the parent's labels the first one comes from; with a cycle, how many rounds after its parent it is.
  var offset: Int64 = 0
  /// How many crossings a round has, which are the last ones of the parent; 0: these labels come from the parent's by one
  /// more contact.
  var cycle: Int32 = 0
  /// When the rounds join on to each other without a gap: where the parent ends. This label is then all of them in one.
  var parentLast: Int64?
}

/// How much later a moment is than another one; the largest number or the smallest where that does not fit.
func gap(from one: Int64, to other: Int64) -> Int64 {
  let (difference, overflows) = other.subtractingReportingOverflow(one)
  return overflows ? (other < 0 ? .min : .max) : difference
}

/// A quotient rounded down.
/// - Parameter divisor: Above 0.
func roundedDown(_ dividend: Int64, by divisor: Int64) -> Int64 {
  let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
  return rest < 0 ? quotient - 1 : quotient
}

/// A quotient rounded up.
/// - Parameter divisor: Above 0.
func roundedUp(_ dividend: Int64, by divisor: Int64) -> Int64 {
  let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
  return rest > 0 ? quotient + 1 : quotient
}

extension LabelSearch {
  /// The rounds of a label; one alone has none.
  func rounds(of label: JourneyLabel) -> JourneyRounds {
    label.rounds < 0 ? JourneyRounds() : rounds[Int(label.rounds)]
  }

  /// One of the labels that an accepted one stands for.
  func label(_ number: Int32, _ round: Int64) -> JourneyLabel {
    var label = labels[Int(number)]
    if round == 0 { return label }
    let rounds = rounds(of: label)
    label.first = later(label.first, by: round * rounds.delay)
    label.last = later(label.last, by: round * rounds.growth)
    return label
  }

  // MARK: - What becomes of rounds at a contact

  /// What many labels become behind a contact.
  ///
  /// Of those that come before it opens all leave when it does, and of these the last allows most; of those that could
  /// leave after it closes the first allows most; those between them are many again.
  func crossings(_ number: Int32, from label: JourneyLabel, _ rounds: JourneyRounds)
    -> [(label: JourneyLabel, rounds: JourneyRounds)]
  {
    let step = CrossingStep(number, from: label, in: self)
    if frame.wait < step.pause { return [] }
    let ready = later(label.first, by: step.pause)
    let until = later(label.last, by: frame.wait)
    let leaveBy = earlier(frame.latest, by: step.time)
    let isInverted = step.start > step.last
    let end = isInverted ? step.last : min(step.last, leaveBy)
    if step.start > leaveBy { return [] }
    // The rounds that come before the contact closes, and stay until it opens.
    let least = max(0, roundedUp(gap(from: until, to: step.start), by: rounds.growth))
    let most = min(rounds.count, roundedDown(gap(from: ready, to: end), by: rounds.delay))
    if least > most { return [] }
    func first(_ round: Int64) -> Int64 { later(ready, by: round * rounds.delay) }
    func last(_ round: Int64) -> Int64 { later(until, by: round * rounds.growth) }
    func made(_ range: ClosedRange<Int64>, from first: Int64, to last: Int64)
      -> (label: JourneyLabel, rounds: JourneyRounds)
    {
      var made = JourneyRounds(offset: range.lowerBound)
      if range.count > 1 {
        (made.count, made.delay, made.growth) = (
          range.upperBound - range.lowerBound, rounds.delay, rounds.growth
        )
      }
      return (self.label(behind: number, step, from: label, leavingFrom: first, to: last), made)
    }
    if isInverted {
      let width = gap(from: step.last, to: step.start)
      if width > frame.wait - step.pause { return [] }
      return [made(most...most, from: step.start, to: step.last)]
    }
    if isFree(step.to) { return [made(least...least, from: max(first(least), step.start), to: end)] }
    let onceOpen = max(least, roundedUp(gap(from: ready, to: step.start), by: rounds.delay))
    let beforeEnd = min(most, roundedDown(gap(from: until, to: end), by: rounds.growth))
    var all: [(label: JourneyLabel, rounds: JourneyRounds)] = []
    if least < onceOpen {
      let round = min(onceOpen - 1, most)
      all.append(made(round...round, from: step.start, to: min(last(round), end)))
    }
    if onceOpen <= beforeEnd {
      all.append(made(onceOpen...beforeEnd, from: first(onceOpen), to: last(onceOpen)))
    }
    let round = max(onceOpen, beforeEnd + 1)
    if round <= most { all.append(made(round...round, from: first(round), to: end)) }
    return all
  }

  // MARK: - Which rounds are of no use

  /// Which of the labels that a new one stands for are not covered by those accepted before.
  /// - Parameter comparisons: Counts the labels looked at.
  func uncovered(_ new: JourneyLabel, _ rounds: JourneyRounds, _ comparisons: inout Int) -> [ClosedRange<
    Int64
  >] {
    var left = [0...rounds.count]
    var place = newest[Int(new.node)]
    while place >= 0, !left.isEmpty {
      comparisons += 1
      for range in covered(new, rounds, by: place) where !range.isEmpty {
        left = left.flatMap { $0.without(range) }
      }
      place = previous[Int(place)]
    }
    return left
  }

  /// Which of the labels that a new one stands for are covered by one accepted before, or one of those it stands for.
  private func covered(
    _ new: JourneyLabel, _ rounds: JourneyRounds, by number: Int32
  ) -> [ClosedRange<Int64>] {
    let old = labels[Int(number)]
    if old.pause > new.pause || old.first > old.last { return [] }
    let oldRounds = self.rounds(of: old)
    func last(_ old: JourneyLabel) -> Int64 {
      // Past the last event, whoever could stand at a node as well stands there later.
      old.last > frame.lastEvent && new.last < .max ? .max : old.last
    }
    func range(_ least: Int64, _ most: Int64) -> [ClosedRange<Int64>] {
      let (least, most) = (max(least, 0), min(most, rounds.count))
      return least <= most ? [least...most] : []
    }
    /// By one label alone.
    func covered(by old: JourneyLabel) -> [ClosedRange<Int64>] {
      range(
        roundedUp(gap(from: new.first, to: old.first), by: rounds.delay),
        roundedDown(gap(from: new.last, to: last(old)), by: rounds.growth))
    }
    if oldRounds.count == 0 { return covered(by: old) }
    let end = covered(by: label(number, oldRounds.count))
    let (times, rest) = rounds.delay.quotientAndRemainder(dividingBy: oldRounds.delay)
    guard rest == 0, rounds.growth == times.multipliedReportingOverflow(by: oldRounds.growth).partialValue
    else { return end }
    // The last of the old ones that begins in time for the new one's first; the next one's is so many later.
    let before = roundedDown(gap(from: old.first, to: new.first), by: oldRounds.delay)
    guard
      let common = range(
        roundedUp(gap(from: before, to: 0), by: times),
        roundedDown(gap(from: before, to: oldRounds.count), by: times)
      ).first
    else { return end }
    let one = label(number, before + times * common.lowerBound)
    return later(new.last, by: common.lowerBound * rounds.growth) <= one.last ? [common] + end : end
  }

  /// Whether all that a label without rounds allows is allowed by one of the labels that an accepted one stands for.
  func covers(_ number: Int32, _ new: JourneyLabel) -> Bool {
    let old = labels[Int(number)]
    let rounds = rounds(of: old)
    if rounds.count == 0 { return covers(old, new) }
    let round = roundedDown(gap(from: old.first, to: new.first), by: rounds.delay)
    return round >= 0 && covers(label(number, min(round, rounds.count)), new)
  }

  // MARK: - Where rounds begin

  /// The way round that led to an accepted label: its crossings backwards, each with the label before it.
  ///
  /// It is a cycle on which all waits were free: no contact opened too late or closed too early.
  /// - Returns: Nil if there is none.
  func wayRound(to number: Int32) -> [(contact: Int32, before: JourneyLabel, step: CrossingStep)]? {
    let end = labels[Int(number)]
    var way: [(contact: Int32, before: JourneyLabel, step: CrossingStep)] = []
    var (place, round) = (number, Int64(0))
    while way.count <= timetable.nodeCount {
      let child = label(place, round)
      let rounds = rounds(of: child)
      guard child.parent >= 0, rounds.cycle == 0, child.first <= child.last else { return nil }
      (place, round) = (child.parent, rounds.offset + round)
      let parent = label(place, round)
      let step = CrossingStep(child.contact, from: parent, in: self)
      guard !isFree(parent.node), step.isHop, step.start <= step.last, parent.first <= parent.last,
        child.first == later(later(parent.first, by: step.pause), by: step.time),
        child.last == later(later(parent.last, by: frame.wait), by: step.time)
      else { return nil }
      way.append((child.contact, parent, step))
      if parent.node == end.node { return parent.pause == end.pause ? way : nil }
    }
    return nil
  }

  /// What going round again and again allows, if an accepted label was led to by a way round.
  func roundsAgain(after number: Int32) -> [(label: JourneyLabel, rounds: JourneyRounds)] {
    let label = labels[Int(number)]
    guard label.last < .max, let way = wayRound(to: number), let start = way.last?.before else { return [] }
    let delay = label.first == .min ? 0 : gap(from: start.first, to: label.first)
    let growth = gap(from: start.last, to: label.last)
    guard growth > 0 else { return [] }
    // How often all contacts of the way are open for as long as they need to be.
    var count = Int64.max
    for (_, before, step) in way {
      let end = min(step.last, earlier(frame.latest, by: step.time))
      let slack =
        end == .max
        ? gap(from: before.last, to: frame.lastEvent) : gap(from: later(before.last, by: frame.wait), to: end)
      count = min(count, roundedDown(slack, by: growth) + (end == .max ? 2 : 0))
    }
    count = min(count, .max / growth)
    guard count > 1 else { return [] }
    var rounds = JourneyRounds(
      count: count - 1, delay: delay, growth: growth, offset: 1, cycle: Int32(way.count))
    // The round after which the next one joins on.
    let apart = delay == 0 ? 0 : gap(from: later(label.last, by: 1), to: later(label.first, by: delay))
    var joined = apart <= 0 ? 0 : Int64.max
    if apart > 0, growth > delay { joined = roundedUp(apart, by: growth - delay) }
    var all: [(label: JourneyLabel, rounds: JourneyRounds)] = []
    func add(_ offset: Int64, _ rounds: JourneyRounds, until last: Int64? = nil) {
      var next = label
      next.parent = number
      next.first = later(label.first, by: offset * delay)
      next.last = last ?? later(label.last, by: offset * growth)
      all.append((next, rounds))
    }
    if joined > 1 {
      rounds.count = min(count, joined - 1) - 1
      add(1, rounds)
    }
    if joined <= count {
      (rounds.count, rounds.offset, rounds.parentLast) = (0, joined, label.last)
      add(joined, rounds, until: later(label.last, by: count * growth))
    }
    return all
  }
}

extension ClosedRange<Int64> {
  /// What is left of a range without another one.
  func without(_ other: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
    if !overlaps(other) { return [self] }
    var left: [ClosedRange<Int64>] = []
    if lowerBound < other.lowerBound { left.append(lowerBound...other.lowerBound - 1) }
    if upperBound > other.upperBound { left.append(other.upperBound + 1...upperBound) }
    return left
  }
}
