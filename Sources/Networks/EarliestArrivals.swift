/// What is taken for granted about uncertain dates.
public enum Assumption: Hashable, Sendable {
  /// The dates fall as well as they can: a journey exists if some assignment of the dates allows it.
  case possible
  /// The dates fall as badly as they can: a journey exists if every assignment of the dates allows it,
  /// contact for contact.
  case certain
}

/// One contact of a journey, crossed.
public struct Hop: Hashable, Sendable {
  /// The contact crossed.
  public let contact: ContactIndex
  /// The node left.
  public let from: NodeIndex
  /// The node reached.
  public let to: NodeIndex
  /// When: in the best case for possible journeys, in the worst case for certain ones.
  public let moment: Int64
}

/// When a traveller from one node reaches the others at the earliest, and how.
public struct EarliestArrivals: Sendable {
  /// The node travelled from.
  public let source: NodeIndex
  /// The moment before which nothing is crossed; `Int64.min` for no such moment.
  public let departure: Int64
  /// What was taken for granted about uncertain dates.
  public let assumption: Assumption

  /// The crossing that ends each node's journey, as a place in `steps`; −1 if there is none.
  var lastStep: [Int]
  /// Crossings, each with the one before it; the first is no crossing but the presence at the source.
  var steps: [Step]

  struct Step: Sendable {
    let parent: Int
    let contact: Int32
    let node: NodeIndex
    let hops: Int32
    let moment: Int64
  }

  /// How many nodes there are, reached or not.
  public var nodeCount: Int { lastStep.count }

  /// The moment of the earliest arrival.
  ///
  /// The source itself is reached at the departure. The answer is `Int64.min` where the departure is
  /// `Int64.min` and all windows on the way may have been open for ever, and `Int64.max` where a certain
  /// journey crosses a window whose latest start is open.
  /// - Returns: The moment, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func arrival(at node: NodeIndex) -> Int64? {
    step(at: node).map { steps[$0].moment }
  }

  /// How many contacts the witness crosses; 0 for the source.
  ///
  /// This is the length of one earliest journey, not the fewest contacts over all journeys.
  /// - Returns: The number, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func hops(to node: NodeIndex) -> Int? {
    step(at: node).map { Int(steps[$0].hops) }
  }

  /// A journey that attains the earliest arrival.
  ///
  /// Of the earliest journeys whose beginnings were chosen by this same rule, the one with the fewest contacts;
  /// among these, the one whose last contact has the lowest index, then the last but one, and so on. The
  /// same network gives the same journey on every run.
  /// - Returns: The hops in order, none for the source; nil if the node is out of reach.
  /// - Complexity: O(*h*); *h* hops.
  public func witness(to node: NodeIndex) -> [Hop]? {
    guard var place = step(at: node) else { return nil }
    var journey: [Hop] = []
    journey.reserveCapacity(Int(steps[place].hops))
    while steps[place].parent >= 0 {
      let step = steps[place]
      journey.append(
        Hop(
          contact: ContactIndex(Int(step.contact)), from: steps[step.parent].node, to: step.node,
          moment: step.moment))
      place = step.parent
    }
    journey.reverse()
    return journey
  }

  private func step(at node: NodeIndex) -> Int? {
    precondition(
      node.position < nodeCount,
      "The arrival at node \(node.rawValue) was asked for; nodes lie below \(nodeCount).")
    return lastStep[node.position] < 0 ? nil : lastStep[node.position]
  }
}

extension EarliestArrivals {
  /// Nothing reached yet; the search settles the source first.
  init(source: NodeIndex, departure: Int64, assumption: Assumption, nodeCount: Int) {
    self.source = source
    self.departure = departure
    self.assumption = assumption
    lastStep = [Int](repeating: -1, count: nodeCount)
    steps = []
  }

  /// Appends a crossing and returns its place.
  mutating func append(_ label: Label) -> Int {
    steps.append(
      Step(
        parent: label.parent, contact: label.contact, node: label.node, hops: label.hops,
        moment: label.arrival))
    return steps.count - 1
  }
}

extension TemporalNetwork {
  /// The earliest arrival at every node of a traveller who leaves one node.
  ///
  /// Under `.possible`, the arrival is the earliest over all assignments of the unknown dates and all
  /// journeys they allow. Under `.certain`, it is that of one fixed sequence of contacts which every
  /// assignment allows, at its latest over the assignments; the earliest over such sequences. Two contacts
  /// in a sequence are in order for certain if the first has started for certain (`latestStart`) before the
  /// second can have ended (`earliestLast`), or if they share a window.
  ///
  /// The answer is exact for all windows, and quick where the contacts of each window hang together, as those
  /// of one agreement or one event do: all share a node, or undirected ones form one piece, or directed ones
  /// lead from every source to every target. A window that does not hang together, and may end before the
  /// latest moment at which it can start, costs more. Under `.certain` each such window costs up to one more pass
  /// for every different `latestStart` in the network. Under `.possible` spans cost nothing; but where journeys
  /// need such an instant at two different moments, the search is exponential in the worst case, since the
  /// problem is NP-hard (satisfiability: an instant crossed early is closed later).
  /// - Parameters:
  ///   - source: The node to leave; one that is not below `nodeCount` traps.
  ///   - departure: The moment before which nothing is crossed; by default there is none.
  ///   - assumption: What to take for granted about uncertain dates.
  /// - Returns: An arrival for every node within reach, with its journey.
  /// - Complexity: O(*n* + *M* log *M*) time and O(*n* + *M*) memory where windows hang together; *n* nodes,
  ///   *M* contacts.
  /// - SeeAlso: B. Bui-Xuan, A. Ferreira and A. Jarry, Int. J. Found. Comput. Sci. 14(2), 2003,
  ///   doi:10.1142/S0129054103001728, for the foremost journeys of windows with known dates.
  public func earliestArrivals(
    from source: NodeIndex, departingAt departure: Int64 = .min, under assumption: Assumption
  ) -> EarliestArrivals {
    precondition(
      source.position < nodeCount,
      "A journey was to start at node \(source.rawValue); nodes lie below \(nodeCount).")
    switch assumption {
    case .possible: return possibleArrivals(from: source, departingAt: departure)
    case .certain: return certainArrivals(from: source, departingAt: departure)
    }
  }
}
