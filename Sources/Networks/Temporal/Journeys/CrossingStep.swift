/// A contact as crossed from a label, in the frame of a search.
struct CrossingStep {
  let to: Int32
  let start: Int64
  let last: Int64
  /// Whether the crossing counts as a hop, and how long it takes.
  let isHop: Bool
  let time: Int64
  /// What strictness adds between the label's arrival and the crossing.
  let pause: Int64

  @inline(__always) init(_ number: Int32, from label: JourneyLabel, in search: borrowing LabelSearch) {
    let contact = search.timetable.contacts[Int(number)]
    to = contact.end(besides: Int(label.node)).rawValue
    // Seen forwards in time, a hop leaves a node that is no hub.
    isHop = !search.timetable.isHub(search.frame.isMirrored ? to : label.node)
    time = isHop ? search.frame.transit : 0
    (start, last) = search.frame.window(of: contact, taking: time)
    pause =
      label.contact < 0 || search.timetable.isHub(label.node)
      ? 0 : Int64(label.pause) + (isHop ? search.frame.beforeHop : search.frame.beforeExit)
  }
}

extension LabelSearch {
  /// Whether all that a label allows is allowed by another one accepted before.
  func covers(_ old: JourneyLabel, _ new: JourneyLabel) -> Bool {
    guard old.pause <= new.pause else { return false }
    // Past the last event, whoever could stand at a node as well stands there later.
    let last = old.last > frame.lastEvent && new.last < .max ? Int64.max : old.last
    // The moment at which the old label leaves least time, and the last one.
    let tightest: Int64
    if old.first <= old.last {
      if new.first <= new.last {
        guard old.first <= new.first, new.last <= last else { return false }
        tightest = new.first
      } else {
        tightest = min(new.first, last)
        guard max(old.first, new.last) <= tightest else { return false }
      }
    } else {
      guard new.first > new.last, old.first <= new.first, new.last <= old.last else { return false }
      return aim != .profile || new.departure <= old.departure
    }
    if aim != .profile { return true }
    let needed =
      new.first <= new.last ? min(new.departure, earlier(tightest, by: new.duration)) : new.departure
    return new.departure <= old.departure && needed <= earlier(tightest, by: old.duration)
  }
}
