extension LabelSearch {
  /// Which of the moments that a label allows a journey takes.
  enum Pace {
    /// The earliest, counted from the start.
    case earliest
    /// The latest that still arrive when they should.
    case latest
  }

  /// Who goes to and fro more often than so many times is told by some rounds at the beginning and at the end.
  private static var mostRounds: Int64 { 500 }
  private static var toldRounds: Int64 { 5 }

  /// A journey as it is traced back from its end.
  private struct Trace {
    var crossings: [Crossing] = []
    var isHop: [Bool] = []
    var numbers: [Int32] = []
    var omissions: [TemporalPath.Omission] = []
    /// How many hops were left out.
    var omitted: Int64 = 0

    mutating func omit(_ count: Int64) {
      omissions.append(TemporalPath.Omission(place: crossings.count, count: Int(count)))
      omitted += count
    }

    mutating func reverse() {
      crossings.reverse()
      isHop.reverse()
      numbers.reverse()
      omissions = omissions.reversed().map {
        TemporalPath.Omission(place: crossings.count - $0.place, count: $0.count)
      }
    }
  }

  /// The journey that ends with a label.
  /// - Parameters:
  ///   - number: The label's place among the accepted ones; of several that it stands for it is the first.
  ///   - arrival: One of the moments it allows, in the frame of the search.
  /// - Complexity: O(*h*); *h* crossings.
  func journey(endingWith number: Int, at arrival: Int64, pace: Pace) -> TemporalPath {
    var trace = Trace()
    var place = Int32(truncatingIfNeeded: number)
    var round: Int64 = 0
    var arrival = arrival
    while labels[Int(place)].parent >= 0 {
      let label = label(place, round)
      let rounds = rounds(of: label)
      if rounds.cycle > 0 {
        arrival = traceRounds(of: label, rounds, round, from: arrival, in: &trace)
        (place, round) = (label.parent, 0)
        continue
      }
      let parent = self.label(label.parent, rounds.offset + round)
      arrival = traceStep(to: label, from: parent, arrival, pace, in: &trace)
      (place, round) = (label.parent, rounds.offset + round)
    }
    if !frame.isMirrored { trace.reverse() }
    if !frame.isLimited, frame.isMirrored || pace == .latest {
      tighten(&trace.crossings, trace.numbers, trace.isHop)
    }
    let isStay = labels[number].node == root && trace.crossings.isEmpty
    let end = isStay ? (frame.isMirrored ? ~arrival : arrival) : 0
    let departure = trace.crossings.first.map {
      min($0.moment, timetable.contacts[Int(trace.numbers[0])].last)
    }
    return TemporalPath(
      crossings: trace.crossings, omissions: trace.omissions,
      hops: trace.isHop.count(where: { $0 }) + Int(trace.omitted), departure: departure ?? end,
      arrival: trace.crossings.last?.arrival ?? end)
  }

  /// The way from one label to the next.
  /// - Parameter end: When the next one is reached.
  /// - Returns: When the one label's node is.
  private func traceStep(
    to label: JourneyLabel, from parent: JourneyLabel, _ end: Int64, _ pace: Pace, in trace: inout Trace
  ) -> Int64 {
    let step = CrossingStep(label.contact, from: parent, in: self)
    let isInverted = step.start > step.last
    var moment = isInverted ? step.start : min(earlier(end, by: step.time), step.last)
    let isFreeThere = isFree(parent.node)
    if !isFreeThere, !isInverted {
      let until = later(parent.last, by: frame.wait)
      // Waiting may be free at the next node, and go on past the last arrival there.
      if pace == .latest { moment = min(moment, until) }
      let since = max(later(parent.first, by: step.pause), step.start)
      let pause = later(step.time, by: frame.afterHop + frame.beforeHop)
      // To and fro, with waits as long as they may be.
      let crossing = later(step.time, by: frame.wait)
      let round = later(crossing, by: crossing)
      var told: Int64 = 0
      let isLong = moment > until && round > 0 && gap(from: until, to: moment) / round > Self.mostRounds
      while moment > until {
        if isLong, told == Self.toldRounds {
          let near = max(until, later(since, by: later(later(pause, by: pause), by: round)))
          let left = gap(from: near, to: moment) / round - Self.toldRounds
          if left > 0 {
            trace.omit(2 * left)
            moment -= left * round
          }
        }
        told += 1
        add(label.contact, from: parent.node, to: label.node, at: moment, step, to: &trace)
        let back = max(earlier(moment, by: crossing), later(since, by: pause))
        add(label.contact, from: label.node, to: parent.node, at: back, step, to: &trace)
        moment = max(earlier(back, by: crossing), since)
      }
    }
    add(label.contact, from: parent.node, to: label.node, at: moment, step, to: &trace)
    return switch pace {
    case .earliest: isFreeThere ? parent.first : max(parent.first, earlier(moment, by: frame.wait))
    case .latest: min(parent.last, earlier(isInverted ? step.last : moment, by: step.pause))
    }
  }

  /// The way round and round from a label's parent to it, with waits as long as they may be.
  /// - Parameter end: When the label's node is reached.
  /// - Returns: When it is at the parent.
  private func traceRounds(
    of label: JourneyLabel, _ rounds: JourneyRounds, _ round: Int64, from end: Int64, in trace: inout Trace
  ) -> Int64 {
    guard let way = wayRound(to: label.parent) else { return end }
    let first = labels[Int(label.parent)].first
    var arrival = end
    var left = rounds.offset + round
    if let last = rounds.parentLast {
      left = max(left, roundedUp(gap(from: last, to: end), by: rounds.growth))
    }
    let isLong = left > Self.mostRounds
    var told: Int64 = 0
    while left > 0 {
      if isLong, told == Self.toldRounds {
        let omitted = left - Self.toldRounds
        trace.omit(omitted * Int64(way.count))
        left -= omitted
        arrival = max(later(first, by: left * rounds.delay), earlier(arrival, by: omitted * rounds.growth))
      }
      var node = label.node
      for (contact, before, step) in way {
        let moment = earlier(arrival, by: step.time)
        add(contact, from: before.node, to: node, at: moment, step, to: &trace)
        arrival = max(later(before.first, by: left * rounds.delay), earlier(moment, by: frame.wait))
        node = before.node
      }
      told += 1
      left -= 1
    }
    return arrival
  }

  private func add(
    _ contact: Int32, from: Int32, to: Int32, at moment: Int64, _ step: CrossingStep, to trace: inout Trace
  ) {
    trace.crossings.append(crossing(contact, from: from, to: to, at: moment, step))
    trace.isHop.append(step.isHop)
    trace.numbers.append(contact)
  }

  /// The crossing as it is outside the frame.
  private func crossing(
    _ number: Int32, from: Int32, to: Int32, at moment: Int64, _ step: CrossingStep
  ) -> Crossing {
    let contact = timetable.contacts[Int(number)]
    var actual = frame.isMirrored ? ~later(moment, by: step.time) : moment
    if contact.start > contact.last { actual = contact.start }
    return Crossing(
      contact: ContactIndex(Int(timetable.places[Int(number)])),
      from: NodeIndex(Int(frame.isMirrored ? to : from)), to: NodeIndex(Int(frame.isMirrored ? from : to)),
      moment: actual, arrival: later(actual, by: step.time))
  }

  /// Moves all crossings but the first as early as they can be, if waiting is free.
  private func tighten(_ crossings: inout [Crossing], _ numbers: [Int32], _ isHop: [Bool]) {
    for place in crossings.indices.dropFirst() {
      let before = crossings[place - 1]
      let this = crossings[place]
      let isAtHub = timetable.isHub(this.from.rawValue)
      let pause =
        isAtHub ? 0 : isHop[place - 1] ? frame.afterHop + frame.beforeHop : frame.afterExit + frame.beforeExit
      let moment = max(
        timetable.contacts[Int(numbers[place])].start, later(before.arrival, by: pause))
      crossings[place] = Crossing(
        contact: this.contact, from: this.from, to: this.to, moment: moment,
        arrival: later(moment, by: isHop[place] ? frame.transit : 0))
    }
  }
}
