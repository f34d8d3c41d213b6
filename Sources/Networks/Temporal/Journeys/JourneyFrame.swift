/// The rules as seen by a search: forwards in time from a source, or backwards from a target.
///
/// A search backwards is a search forwards in a mirror: moment *t* becomes −1 − *t* (`~t`, which swaps the
/// open ends), and a crossing's arrival changes places with its moment. A contact that is crossed from
/// `start` to `last` and takes δ is crossed from `~(last + δ)` to `~(start + δ)` in the mirror, and the
/// formula for crossing it stays the same. Only strictness sees the difference: it adds to a hop what the hop takes
/// less time than moments have to rise by, and in the mirror that hop comes after the node, not before it.
struct JourneyFrame: Sendable {
  let isMirrored: Bool
  let transit: Int64
  /// What strictness adds to the arrival of a hop and of an exit from a hub before the next crossing.
  let afterHop: Int64
  let afterExit: Int64
  /// The same for the mirror, where it depends on the crossing that comes next.
  let beforeHop: Int64
  let beforeExit: Int64
  /// The waiting limit; of no meaning if waiting is free.
  let wait: Int64
  var isLimited: Bool
  let earliest: Int64
  let latest: Int64
  /// The last moment at which anything opens or closes.
  let lastEvent: Int64

  init(_ rules: JourneyRules, for timetable: Timetable, isMirrored: Bool) {
    rules.check()
    let hop = rules.pause - rules.transit
    let exit = rules.moments == .increasing ? rules.rise : 0
    self.isMirrored = isMirrored
    transit = rules.transit
    (afterHop, afterExit) = isMirrored ? (0, 0) : (hop, exit)
    (beforeHop, beforeExit) = isMirrored ? (hop, exit) : (0, 0)
    wait = rules.waitingLimit ?? 0
    isLimited = rules.waitingLimit != nil
    earliest = isMirrored ? ~rules.latest : rules.earliest
    latest = isMirrored ? ~rules.earliest : rules.latest
    lastEvent = isMirrored ? ~timetable.firstEvent : timetable.lastEvent
  }

  /// A contact's start and last moment in the frame, if crossing it takes some time.
  @inline(__always) func window(of contact: TimedContact, taking time: Int64) -> (start: Int64, last: Int64) {
    isMirrored
      ? (~later(contact.last, by: time), ~later(contact.start, by: time)) : (contact.start, contact.last)
  }
}

/// Many ways at once to stand at a node: all ways to follow one sequence of contacts.
///
/// Who follows it can arrive at any moment *y* from `first` to `last`, and if so depart at min(`departure`,
/// *y* − `duration`) at the latest. At a node where waiting is free, `last` is `Int64.max`. After an inverted
/// contact, `first` may be later than `last`: there is one way to stand there, ready from `first` on, and
/// waiting since `last` at the worst.
struct JourneyLabel {
  var first: Int64
  var last: Int64
  var departure: Int64 = .max
  var duration: Int64 = 0
  var hops: Int32 = 0
  /// Contacts crossed, those out of hubs included.
  var crossings: Int32 = 0
  /// The place of the last contact in the order given, and its number in the timetable; −1 at the start.
  var place: Int32 = -1
  var contact: Int32 = -1
  /// The accepted label before the last contact; −1 at the start.
  var parent: Int32 = -1
  var node: Int32
  /// What strictness adds before the next crossing: no more than moments have to rise by, which fits.
  var pause: Int32 = 0
  /// The place of its rounds in the search; −1: it stands for itself alone.
  var rounds: Int32 = -1

  var ready: Int64 { later(first, by: Int64(pause)) }
}

/// What a search finds first.
enum JourneyAim: HeapOrder {
  /// The earliest arrival at each node.
  case arrival
  /// The fewest hops to each node, and of these the earliest arrival.
  case hops
  /// All that is not worse in departure, arrival and hops together, by hops.
  case profile

  /// The order in which labels are accepted. It never falls along a journey.
  @inline(__always) func precedes(_ left: JourneyLabel, _ right: JourneyLabel) -> Bool {
    if self != .arrival, left.hops != right.hops { return left.hops < right.hops }
    if left.first != right.first { return left.first < right.first }
    if left.hops != right.hops { return left.hops < right.hops }
    if left.crossings != right.crossings { return left.crossings < right.crossings }
    if left.place != right.place { return left.place < right.place }
    if left.parent != right.parent { return left.parent < right.parent }
    if left.node != right.node { return left.node < right.node }
    return left.last > right.last
  }
}
