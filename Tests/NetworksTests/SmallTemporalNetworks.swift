import Networks
import TestSupport

/// A small temporal network and everything that can happen in it, written out.
struct SmallTemporalNetwork: CustomStringConvertible {
  let nodeCount: Int
  let windows: [Window]
  let contacts: [(source: Int, target: Int, window: Int)]
  let direction: Direction
  /// Every pair of dates each window may have.
  let datesOfWindow: [[Dates]]

  init(
    nodeCount: Int, windows: [Window], contacts: [(source: Int, target: Int, window: Int)],
    direction: Direction
  ) {
    self.nodeCount = nodeCount
    self.windows = windows
    self.contacts = contacts
    self.direction = direction
    datesOfWindow = windows.map { Self.dates(of: $0) }
  }

  var network: TemporalNetwork {
    TemporalNetwork(
      nodeCount: nodeCount, windows: windows,
      contacts: contacts.map {
        Contact(source: NodeIndex($0.source), target: NodeIndex($0.target), window: WindowIndex($0.window))
      },
      direction: direction)
  }

  var description: String {
    let spans = windows.map { window in
      "\(window.extent) [\(window.earliestStart)…\(window.latestStart), \(window.earliestLast)…\(window.latestLast)]"
    }
    return "\(nodeCount) nodes, \(direction), windows \(spans), contacts \(contacts)"
  }

  /// Up to 5 nodes, 6 contacts and 4 windows; moments from 0 to 6 and open ends.
  static func random(using generator: inout SeededNumbers) -> SmallTemporalNetwork {
    let count = Int.random(in: 1...5, using: &generator)
    let windows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in randomWindow(using: &generator) }
    let contacts = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      (
        source: Int.random(in: 0..<count, using: &generator),
        target: Int.random(in: 0..<count, using: &generator),
        window: Int.random(in: 0..<windows.count, using: &generator)
      )
    }
    return SmallTemporalNetwork(
      nodeCount: count, windows: windows, contacts: contacts,
      direction: Bool.random(using: &generator) ? .directed : .undirected)
  }

  /// A chain of up to 6 contacts over few windows, so that a journey meets the same unknown dates again and again.
  static func randomChain(using generator: inout SeededNumbers) -> SmallTemporalNetwork {
    let windows = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
      let start = Int64.random(in: 0...4, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0, 1:
        return Window.instant(earliest: start, latest: start + Int64.random(in: 1...2, using: &generator))
      case 2:
        return Window(earliestStart: start, latestStart: start + 2, earliestLast: start + 1, latestLast: 6)
      default: return Window(start: start - 1, last: 6)
      }
    }
    let length = Int.random(in: 3...4, using: &generator)
    let steps = Array(0..<length) + (length..<6).map { _ in Int.random(in: 0..<length, using: &generator) }
    return SmallTemporalNetwork(
      nodeCount: length + 1, windows: windows,
      contacts: steps.shuffled(using: &generator).map {
        (source: $0, target: $0 + 1, window: Int.random(in: 0..<windows.count, using: &generator))
      },
      direction: Bool.random(using: &generator) ? .directed : .undirected)
  }

  /// Two to four actors and one agreement a window: actor, agreement, actor, agreement.
  static func randomAgreements(using generator: inout SeededNumbers) -> SmallTemporalNetwork {
    let agreements = Int.random(in: 1...3, using: &generator)
    let actors = 5 - agreements
    let windows = (0..<agreements).map { _ in randomWindow(using: &generator) }
    let contacts = (0..<6).map { _ in
      let agreement = Int.random(in: 0..<agreements, using: &generator)
      return (
        source: Int.random(in: 0..<actors, using: &generator), target: actors + agreement, window: agreement
      )
    }
    return SmallTemporalNetwork(nodeCount: 5, windows: windows, contacts: contacts, direction: .undirected)
  }

  private static func randomWindow(using generator: inout SeededNumbers) -> Window {
    let moments = (0..<4).map { _ in Int64.random(in: 0...6, using: &generator) }
    let (low, high) = (min(moments[0], moments[1]), max(moments[0], moments[1]))
    if Int.random(in: 0..<5, using: &generator) < 2 {
      return .instant(earliest: low, latest: min(high, low + 3))
    }
    if Bool.random(using: &generator) { return Window(start: low, last: high) }
    let openStart = Int.random(in: 0..<8, using: &generator) == 0
    let openEnd = Int.random(in: 0..<8, using: &generator) == 0
    let (earliestLast, latestLast) = (min(moments[2], moments[3]), max(moments[2], moments[3]))
    return Window(
      earliestStart: openStart ? .min : min(low, latestLast), latestStart: min(high, low + 2),
      earliestLast: earliestLast, latestLast: openEnd ? .max : latestLast)
  }
}

extension SmallTemporalNetwork {
  /// The dates a window takes in one assignment.
  typealias Dates = (start: Int64, last: Int64)

  /// One way through the network: contacts, and the node after each.
  struct Sequence: Hashable {
    var contacts: [Int] = []
    var nodes: [Int]
  }

  /// Every sequence of different contacts that starts at a node, the empty one included.
  func sequences(from source: Int) -> [Sequence] {
    var found = [Sequence(nodes: [source])]
    var next = 0
    while next < found.count {
      let sequence = found[next]
      next += 1
      let end = sequence.nodes[sequence.nodes.count - 1]
      for (place, contact) in contacts.enumerated() where !sequence.contacts.contains(place) {
        var ends: [Int] = []
        if contact.source == end { ends.append(contact.target) }
        if contact.target == end, contact.source != end, direction == .undirected {
          ends.append(contact.source)
        }
        for target in ends {
          found.append(Sequence(contacts: sequence.contacts + [place], nodes: sequence.nodes + [target]))
        }
      }
    }
    return found
  }

  /// Every pair of dates a window may have, on a scale that holds every moment the tests use.
  static func dates(of window: Window) -> [Dates] {
    let scale: [Int64] = [.min] + (-1...6) + [.max]
    let starts = scale.filter { window.earliestStart <= $0 && $0 <= window.latestStart }
    let lasts = scale.filter { window.earliestLast <= $0 && $0 <= window.latestLast }
    return starts.flatMap { start in lasts.map { (start: start, last: $0) } }
      .filter { window.extent == .instant ? $0.start == $0.last : $0.start <= $0.last }
  }

  /// When a sequence arrives under every assignment of the dates of its windows; nil where one forbids it.
  ///
  /// A window takes its dates when it is first crossed, so assignments that differ only further on than the
  /// contact they forbid are one entry.
  func arrivals(of sequence: Sequence, departingAt departure: Int64) -> [Int64?] {
    var found: [Int64?] = []
    var assigned = [Dates?](repeating: nil, count: windows.count)
    func cross(_ place: Int, at moment: Int64) {
      guard place < sequence.contacts.count else { return found.append(moment) }
      let window = contacts[sequence.contacts[place]].window
      let known = assigned[window]
      for dates in known.map({ [$0] }) ?? datesOfWindow[window] {
        assigned[window] = dates
        if max(moment, dates.start) > dates.last {
          found.append(nil)
        } else {
          cross(place + 1, at: max(moment, dates.start))
        }
      }
      assigned[window] = known
    }
    cross(0, at: departure)
    return found
  }

  /// The arrivals by definition, one per node.
  func slowArrivals(
    from source: Int, departingAt departure: Int64
  ) -> (possible: [Int64?], certain: [Int64?]) {
    var possible = [Int64?](repeating: nil, count: nodeCount)
    var certain = possible
    for sequence in sequences(from: source) {
      let arrivals = arrivals(of: sequence, departingAt: departure)
      let end = sequence.nodes[sequence.nodes.count - 1]
      let allowed = arrivals.compactMap { $0 }
      if let best = allowed.min() { possible[end] = min(possible[end] ?? best, best) }
      if allowed.count == arrivals.count, let worst = allowed.max() {
        certain[end] = min(certain[end] ?? worst, worst)
      }
    }
    return (possible, certain)
  }
}

extension SmallTemporalNetwork {
  /// What is wrong with a witness; nil if it is a journey that arrives when it should.
  func fault(
    in journey: [Hop], from source: Int, to target: Int, departingAt departure: Int64,
    arrivingAt arrival: Int64,
    under assumption: Assumption
  ) -> String? {
    var sequence = Sequence(nodes: [source])
    var moment = departure
    for hop in journey {
      let contact = contacts[hop.contact.position]
      let forwards = contact.source == hop.from.position && contact.target == hop.to.position
      let backwards = contact.target == hop.from.position && contact.source == hop.to.position
      guard forwards || (backwards && direction == .undirected) else {
        return "\(hop) is no way through its contact"
      }
      guard hop.from.position == sequence.nodes[sequence.nodes.count - 1] else {
        return "\(hop) begins elsewhere"
      }
      guard hop.moment >= moment else { return "\(hop) goes back in time" }
      moment = hop.moment
      sequence.contacts.append(hop.contact.position)
      sequence.nodes.append(hop.to.position)
    }
    guard sequence.nodes[sequence.nodes.count - 1] == target else { return "it ends elsewhere" }
    guard moment == arrival else { return "it arrives at \(moment)" }
    switch assumption {
    case .possible:
      for place in windows.indices {
        let moments = journey.filter { contacts[$0.contact.position].window == place }.map(\.moment)
        let fits = datesOfWindow[place].contains { dates in
          moments.allSatisfy { dates.start <= $0 && $0 <= dates.last }
        }
        if !fits { return "no dates of window \(place) hold \(moments)" }
      }
    case .certain:
      let arrivals = arrivals(of: sequence, departingAt: departure)
      if arrivals.contains(nil) { return "an assignment forbids it" }
      if arrivals.compactMap({ $0 }).max() != arrival { return "its worst arrival is another" }
      // With every start at its latest, each crossing happens when it says.
      var latest = departure
      for hop in journey {
        latest = max(latest, windows[contacts[hop.contact.position].window].latestStart)
        if hop.moment != latest { return "\(hop) happens at \(latest) in the worst case" }
      }
    }
    return nil
  }
}
