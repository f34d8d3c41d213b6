extension JourneySearch {
  /// Which of the moments that a label allows a journey takes.
  enum Pace {
    /// The earliest, counted from the start.
    case earliest
    /// The latest that still arrive when they should.
    case latest
  }

  /// The journey that ends with a label.
  /// - Parameters:
  ///   - number: The label's place among the accepted ones.
  ///   - arrival: One of the moments it allows, in the frame of the search.
  /// - Complexity: O(*h*); *h* crossings.
  func journey(endingWith number: Int, at arrival: Int64, pace: Pace) -> Journey {
    var crossings: [Crossing] = []
    var isHop: [Bool] = []
    var numbers: [Int32] = []
    var place = number
    var arrival = arrival
    while labels[place].parent >= 0 {
      let label = labels[place]
      let parent = labels[Int(label.parent)]
      let step = CrossingStep(label.contact, from: parent, in: self)
      let isInverted = step.start > step.last
      func add(from: Int32, to: Int32, at moment: Int64) {
        crossings.append(crossing(label.contact, from: from, to: to, at: moment, step))
        isHop.append(step.isHop)
        numbers.append(label.contact)
      }
      var moment = isInverted ? step.start : min(earlier(arrival, by: step.time), step.last)
      let isFreeThere = isFree(parent.node)
      if !isFreeThere, !isInverted {
        let until = later(parent.last, by: frame.wait)
        // Waiting may be free at the next node, and go on past the last arrival there.
        if pace == .latest { moment = min(moment, until) }
        let since = max(later(parent.first, by: step.pause), step.start)
        // To and fro, with waits as long as they may be.
        while moment > until {
          add(from: parent.node, to: label.node, at: moment)
          let pause = later(step.time, by: frame.afterHop + frame.beforeHop)
          let back = max(earlier(earlier(moment, by: frame.wait), by: step.time), later(since, by: pause))
          add(from: label.node, to: parent.node, at: back)
          moment = max(earlier(earlier(back, by: frame.wait), by: step.time), since)
        }
      }
      add(from: parent.node, to: label.node, at: moment)
      switch pace {
      case .earliest:
        arrival = isFreeThere ? parent.first : max(parent.first, earlier(moment, by: frame.wait))
      case .latest:
        arrival = min(parent.last, earlier(isInverted ? step.last : moment, by: step.pause))
      }
      place = Int(label.parent)
    }
    if !frame.isMirrored {
      crossings.reverse()
      isHop.reverse()
      numbers.reverse()
    }
    if !frame.isLimited, frame.isMirrored || pace == .latest { tighten(&crossings, numbers, isHop) }
    let end = labels[number].node == root && crossings.isEmpty ? (frame.isMirrored ? ~arrival : arrival) : 0
    let departure = crossings.first.map { min($0.moment, timetable.contacts[Int(numbers[0])].last) }
    return Journey(
      crossings: crossings, hops: isHop.count(where: { $0 }), departure: departure ?? end,
      arrival: crossings.last?.arrival ?? end)
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
