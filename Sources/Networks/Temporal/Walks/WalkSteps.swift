/// The contacts of a timetable as walkers cross them: each at its one moment, and through hubs from one node to another.
///
/// A *hop* crosses a contact between two nodes that are no hubs, or enters a hub by one contact and leaves it by another
/// at that moment or later, to another node. Walkers who come to a node at some moment leave it later.
struct WalkSteps {
  let timetable: Timetable
  /// For each contact of a hub the number of the pair of hub and other node; −1 for contacts without a hub.
  private let pairs: [Int32]
  /// How many such pairs there are.
  let pairCount: Int

  /// One way across a contact.
  struct Crossing {
    let contact: Int
    let from: Int
    let to: Int
  }

  /// Traps if a contact is no instant, or joins two hubs.
  init(_ timetable: Timetable) {
    self.timetable = timetable
    var pairs = [Int32](repeating: -1, count: timetable.isHub.isEmpty ? 0 : timetable.contactCount)
    var numbers: [Int64: Int32] = [:]
    for (number, contact) in timetable.contacts.enumerated() {
      precondition(
        contact.start == contact.last,
        "Walks were to cross a contact from \(contact.start) to \(contact.last); they cross contacts of one moment."
      )
      let (source, target) = (contact.source.rawValue, contact.target.rawValue)
      let (isFromHub, isToHub) = (timetable.isHub(source), timetable.isHub(target))
      guard isFromHub || isToHub, source != target else { continue }
      precondition(
        !(isFromHub && isToHub),
        "Walks were to go from hub \(source) to hub \(target); they go from hubs to other nodes.")
      let (hub, node) = isFromHub ? (source, target) : (target, source)
      let next = Int32(numbers.count)
      let pair = numbers[Int64(hub) << 32 | Int64(node), default: next]
      if pair == next { numbers[Int64(hub) << 32 | Int64(node)] = next }
      pairs[number] = pair
    }
    self.pairs = pairs
    pairCount = numbers.count
  }

  /// The pair of hub and other node that a contact joins.
  func pair(of crossing: Crossing) -> Int { Int(pairs[crossing.contact]) }

  func isEntry(_ crossing: Crossing) -> Bool { timetable.isHub(Int32(truncatingIfNeeded: crossing.to)) }
  func isExit(_ crossing: Crossing) -> Bool { timetable.isHub(Int32(truncatingIfNeeded: crossing.from)) }

  /// The contacts of each moment, in order of time.
  var moments: [Range<Int>] {
    let contacts = timetable.contacts
    var ranges: [Range<Int>] = []
    var start = 0
    for number in contacts.indices
    where number + 1 == contacts.count || contacts[number + 1].start != contacts[number].start {
      ranges.append(start..<number + 1)
      start = number + 1
    }
    return ranges
  }

  /// All ways across some contacts.
  func crossings(of contacts: Range<Int>, _ found: inout [Crossing]) {
    found.removeAll(keepingCapacity: true)
    for number in contacts {
      let contact = timetable.contacts[number]
      let (source, target) = (contact.source.position, contact.target.position)
      if source == target { continue }
      found.append(Crossing(contact: number, from: source, to: target))
      if timetable.direction == .undirected {
        found.append(Crossing(contact: number, from: target, to: source))
      }
    }
  }
}

/// Sums that fade with time.
struct FadingSums {
  private var sums: [Double]
  /// The moment that each sum holds for.
  private var moments: [Int64]
  private let decay: Double

  init(count: Int, decay: Double) {
    sums = [Double](repeating: 0, count: count)
    moments = [Int64](repeating: 0, count: decay == 0 ? 0 : count)
    self.decay = decay
  }

  /// What is left of a sum at a moment, not before the last at which it grew.
  func value(_ place: Int, at moment: Int64) -> Double {
    if decay == 0 || sums[place] == 0 { return sums[place] }
    return sums[place] * exponential(-decay * (Double(moment) - Double(moments[place])))
  }

  mutating func add(_ value: Double, to place: Int, at moment: Int64) {
    sums[place] = self.value(place, at: moment) + value
    if decay != 0 { moments[place] = moment }
  }
}
