public import Diplomacy

/// Several graphs made into one: the same ids are the same things, and what differs is told.
///
/// Of two graphs that contradict each other the first is kept, or each version becomes an assertion under a reading of its
/// graph (`asReadings`). What only one graph says is taken from it. Statements of the same ends, role and date are one, with the
/// sources of all; statements and acts of dates that cannot be the same time stand beside each other, unless an act can be done
/// only once.
public struct GraphMerge: Sendable {
  /// Something of which two graphs say different things.
  public struct Difference: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: String, Hashable, Sendable {
      /// The first stays, the other is gone.
      case firstKept = "first kept"
      /// Each holds under a reading.
      case readings = "kept as readings"
    }

    /// The id of the entity, statement, source or reading; empty: of the graph.
    public let id: String
    /// What of it: `name (en)`, `signature`, `certainty of party.japan.pact`.
    public let field: String
    /// The name of the first graph, and what it says; empty for nothing.
    public let first: String, firstValue: String
    /// The name of the other, and what it says.
    public let other: String, otherValue: String
    /// What became of it.
    public let outcome: Outcome
  }

  /// An id that stands for one sort of thing in one graph, and for another sort in another.
  public struct Clash: Hashable, Sendable, CustomStringConvertible {
    /// The id.
    public let id: String
    /// What it is, and in which graph.
    public let first: String, firstGraph: String
    /// What else it is, and where.
    public let other: String, otherGraph: String

    /// `the id 'a' is an actor in one.yaml and a source in two.yaml; …`
    public var description: String {
      "the id '\(id)' is \(first) in \(firstGraph) and \(other) in \(otherGraph); expected one thing. Give one of the two another id."
    }
  }

  /// The ids that clash, so that the graphs cannot be one.
  public struct Clashes: Error, CustomStringConvertible {
    /// The ids, in order.
    public let clashes: [Clash]
    /// A line each.
    public var description: String { clashes.map(\.description).joined(separator: "\n") }
  }

  /// The one graph.
  public let graph: DiplomaticGraph
  /// What differs, in the order of the graph.
  public let differences: [Difference]

  /// Merges graphs.
  /// - Parameters:
  ///   - graphs: The graphs, one at least; of what differs the first of them is kept.
  ///   - names: What messages and readings call them, as many as there are graphs.
  ///   - asReadings: Whether what differs becomes readings where it can.
  /// - Throws: The ids that are different sorts of things.
  /// - Complexity: O(*n* log *n*) in the size of all graphs, but for parts of one thing, which are compared with each other.
  public init(
    _ graphs: [DiplomaticGraph], names: [String], asReadings: Bool = false
  ) throws(Clashes) {
    precondition(!graphs.isEmpty && graphs.count == names.count, "Each graph that is merged has a name.")
    let clashes = GraphMerger.clashes(graphs, names)
    guard clashes.isEmpty else { throw Clashes(clashes: clashes) }
    var merger = GraphMerger(graphs.map { $0.withoutWhatIsHandedOn().graph }, names, asReadings)
    graph = merger.merged().handingOnAgreements()
    differences = merger.differences
  }
}
