/// All journeys from one node to the others that no other journey beats: none leaves as late, arrives as
/// early and has as few hops, and does better in one of the three.
public struct JourneyProfile: Sendable {
  /// Departures that follow each other, each with its earliest arrival.
  ///
  /// The traveller who departs at `departures.lowerBound` arrives at `arrival`, and who departs some time
  /// later arrives later by as much.
  public struct Piece: Hashable, Sendable {
    /// How many hops the journeys have.
    public let hops: Int
    /// When they depart, from the first moment to the last; often the same one.
    public let departures: ClosedRange<Int64>
    /// The arrival of the first departure.
    public let arrival: Int64
    /// The time from departure to arrival, the same for all departures of the piece.
    ///
    /// Of no meaning where the departure or the arrival is open.
    let duration: Int64
    let label: Int32

    /// The arrival of a departure; `Int64.max` where it does not fit.
    public func arrival(departingAt departure: Int64) -> Int64 {
      departure == departures.lowerBound ? arrival : later(departure, by: duration)
    }
  }

  private let search: LabelSearch

  init(_ search: consuming LabelSearch) { self.search = search.finished() }

  /// The node travelled from.
  public var source: NodeIndex { NodeIndex(Int(search.root)) }
  /// How many nodes there are, reached or not.
  public var nodeCount: Int { search.firstLabel.count }

  /// The departures to a node that no other journey beats.
  ///
  /// A departure is in one piece for each number of hops at which it arrives earlier than with fewer; pieces
  /// of as many hops do not overlap. For the source itself there is one piece without hops.
  /// - Returns: Pieces by hops and then by departure; none if the node is out of reach.
  /// - Complexity: O(*p*² log *p*); *p* ways to the node that no single other way beats.
  public func pieces(to node: NodeIndex) -> [Piece] {
    search.timetable.check(node, "A profile was asked for")
    var numbers: [Int32] = []
    var place = search.newest[node.position]
    while place >= 0 {
      numbers.append(place)
      place = search.previous[Int(place)]
    }
    numbers.reverse()
    var pieces: [Piece] = []
    for number in numbers {
      for departures in unbeaten(number, among: numbers) {
        let label = search.labels[Int(number)]
        pieces.append(
          Piece(
            hops: Int(label.hops), departures: departures,
            arrival: label.arrival(departingAt: departures.lowerBound), duration: label.duration,
            label: number))
      }
    }
    pieces.sort { ($0.hops, $0.departures.lowerBound) < ($1.hops, $1.departures.lowerBound) }
    return pieces
  }

  /// A journey of a piece.
  ///
  /// Among journeys that are equal in departure, arrival and hops: the one with the fewest contacts, then the
  /// one whose last contact has the lowest index, then the last but one, and so on, of those whose beginnings
  /// are not worse than others in departure, arrival and hops.
  /// - Parameters:
  ///   - piece: A piece of this very profile.
  ///   - departure: One of its departures; others trap.
  /// - Complexity: O(*h*); *h* crossings.
  public func journey(of piece: Piece, departingAt departure: Int64) -> TemporalPath {
    precondition(
      piece.departures.contains(departure),
      "A journey was to depart at \(departure); those of its piece depart at \(piece.departures).")
    return search.journey(
      endingWith: Int(piece.label), at: piece.arrival(departingAt: departure), pace: .latest)
  }

  /// The departures of a label that no other one beats or equals with fewer hops or before it.
  private func unbeaten(_ number: Int32, among numbers: [Int32]) -> [ClosedRange<Int64>] {
    let label = search.labels[Int(number)]
    let last = label.node == search.root && label.parent < 0 ? search.frame.latest : label.departure
    var left = [min(label.fastestDeparture, last)...last]
    let isSloped = earlier(label.first, by: label.duration) <= last
    for other in numbers where other != number {
      let rival = search.labels[Int(other)]
      if rival.hops > label.hops { break }
      let isTie: Bool
      let beaten: ClosedRange<Int64>
      if isSloped {
        let first = earlier(rival.first, by: label.duration)
        if rival.duration > label.duration || first > rival.departure { continue }
        beaten = first...rival.departure
        isTie = rival.duration == label.duration || first == rival.departure
      } else {
        let arrival = max(rival.first, later(label.departure, by: rival.duration))
        if label.departure > rival.departure || arrival > label.first { continue }
        beaten = label.departure...label.departure
        isTie =
          arrival == label.first
          && (rival.departure == label.departure || later(label.departure, by: rival.duration) == arrival)
      }
      // Of two that are the same there, the one accepted first stays.
      if isTie, rival.hops == label.hops, other > number { continue }
      left = left.flatMap { $0.without(beaten) }
    }
    return left
  }
}

extension JourneyLabel {
  /// The earliest arrival of who departs at one of the departures that are not beaten by a later one.
  fileprivate func arrival(departingAt moment: Int64) -> Int64 { max(first, later(moment, by: duration)) }
}

extension Timetable {
  /// All journeys from one node to the others that no other journey beats in departure, arrival and hops
  /// together.
  ///
  /// Who follows a fixed sequence of contacts and is ready at *x* ≤ *D* arrives at max(*a*, *x* + *k*): the
  /// profile keeps such triples (*D*, *a*, *k*) for each node and number of hops.
  /// - Parameters:
  ///   - source: The node to leave; one that is not below `nodeCount` traps.
  ///   - rules: What the traveller may do.
  /// - Returns: The departures to every node within reach, with their journeys.
  /// - Complexity: O(*p* (*d* + *q*) + *p* log *p*) time and O(*n* + *p* *d*) memory; *n* nodes, *p* triples
  ///   in all that no other one beats, *d* contacts and *q* triples at most at a node. *p* can grow with the
  ///   product of nodes, hops and contacts.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``.
  /// - SeeAlso: B. C. Dean, Continuous-Time Dynamic Shortest Path Algorithms, MIT, 1999, for arrival
  ///   functions; B. Bui-Xuan, A. Ferreira and A. Jarry, Int. J. Found. Comput. Sci. 14(2), 2003,
  ///   doi:10.1142/S0129054103001728.
  public func profile(from source: NodeIndex, under rules: JourneyRules = JourneyRules()) throws(MeasureError)
    -> JourneyProfile
  {
    JourneyProfile(try search(.profile, from: source, under: rules))
  }
}
