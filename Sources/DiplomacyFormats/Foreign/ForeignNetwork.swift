import Chronology
import Diplomacy

/// A network as another program wrote it: nodes and edges with attributes of any name.
struct ForeignNetwork {
  struct Node {
    let id: String
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place?
  }

  struct Edge {
    var id: String?
    let source: String
    let target: String
    let isDirected: Bool
    /// What its reader has made out already.
    var role: Role?
    /// The rest.
    var attributes: [String: String] = [:]

    // There may be millions of edges: what follows takes no more room than it must.
    private var date: Int32
    private var number: Double
    private let line: UInt32
    private let column: UInt32

    init(
      id: String? = nil, source: String, target: String, isDirected: Bool, role: Role? = nil,
      when: Int32? = nil, weight: Double? = nil, attributes: [String: String] = [:], place: Diagnostic.Place?
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.isDirected = isDirected
      self.role = role
      self.attributes = attributes
      date = when ?? -1
      number = weight ?? .nan
      line = UInt32(clamping: place?.line ?? 0)
      column = UInt32(clamping: place?.column ?? 0)
    }

    /// Its date, by its place among the dates of the network.
    var when: Int32? {
      get { date < 0 ? nil : date }
      set { date = newValue ?? -1 }
    }
    /// Its weight, which is a number.
    var weight: Double? {
      get { number.isNaN ? nil : number }
      set { number = newValue ?? .nan }
    }
    var place: Diagnostic.Place? {
      line == 0 ? nil : Diagnostic.Place(line: Int(line), column: Int(column))
    }
  }

  /// An edge of any number of ends.
  struct Hyperedge {
    var id: String?
    var ends: [String] = []
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place?
  }

  /// What nodes, and what edges, have that say nothing else themselves.
  var nodeDefaults: [String: String] = [:]
  var edgeDefaults: [String: String] = [:]
  /// The dates of edges that their reader has made out.
  var dates: [HistoricalDate] = []
  /// What kind of values the attributes of nodes, and of edges, have that are no texts.
  var nodeKinds: [String: AttributeValue.Kind] = [:]
  var edgeKinds: [String: AttributeValue.Kind] = [:]
  /// What is said of the whole, besides.
  var attributes: [Attribute] = []
  var title: String?
  var language: String?
  var isDirected = false
  /// Whether it is our own export; nil: attributes tell.
  var isOurs: Bool?
  /// Whether the ids of edges are attributes that other programs have given, and need not differ.
  var edgeIDsMayRepeat = false
  var nodes: [Node] = []
  var edges: Blocks<Edge> = []
  var hyperedges: [Hyperedge] = []
}
