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
    /// Its date, by its place among the dates of the network.
    var when: Int32?
    var weight: Double?
    /// What its reader knows that the model has no place for, in order of the names.
    var kept: [Attribute] = []
    /// The rest.
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place?
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
  var nodes: [Node] = []
  var edges: [Edge] = []
  var hyperedges: [Hyperedge] = []
}
