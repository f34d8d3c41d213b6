internal import CGraphReading

/// What libcgraph makes of one graph in the DOT language.
struct DOTGraph {
  /// The value of an attribute: a text, or the markup of a label that is like HTML.
  struct Value {
    let name: Int
    let text: String
    let isMarkup: Bool
  }

  struct Node {
    let id: String
    var values: [Value] = []
    /// The subgraphs that it is in, by their places.
    var subgraphs: [Int] = []
  }

  struct Edge {
    let tail: Int
    let head: Int
    var values: [Value] = []
  }

  struct Subgraph {
    let name: String
    let label: Value?
    let isCluster: Bool
  }

  private(set) var name = ""
  private(set) var isDirected = false
  private(set) var graphNames: [String] = []
  private(set) var nodeNames: [String] = []
  private(set) var edgeNames: [String] = []
  private(set) var values: [Value] = []
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private(set) var subgraphs: [Subgraph] = []
  /// What libcgraph says of the text.
  private(set) var messages = ""
  /// Whether it is a graph.
  private(set) var isRead = false

  /// Reads a text that ends with a NUL.
  /// - Parameters:
  ///   - line: The line on which it begins.
  ///   - longTexts: The strings that have short names in it.
  init(_ text: [UInt8], line: Int, _ longTexts: [String: DOTScan.LongText]) {
    let collector = Collector(longTexts)
    let context = unsafe Unmanaged.passUnretained(collector).toOpaque()
    var listener = unsafe entente_graph_listener(
      context: context, graph: Collector.graph, name: Collector.name, node: Collector.node,
      edge: Collector.edge, value: Collector.value, subgraph: Collector.subgraph,
      member: Collector.member, message: Collector.message)
    let result = unsafe text.withUnsafeBytes { bytes in
      unsafe entente_read_graph(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(clamping: line), &listener)
    }
    withExtendedLifetime(collector) { self = collector.graph }
    isRead = result == 0
  }

  private init() {}

  /// Hears what the C side tells.
  private final class Collector {
    var graph = DOTGraph()
    /// Of what the values are.
    private enum Part {
      case graph, node, edge
    }
    private var part = Part.graph
    private let longTexts: [String: DOTScan.LongText]

    init(_ longTexts: [String: DOTScan.LongText]) { self.longTexts = longTexts }

    private static func collector(_ context: UnsafeMutableRawPointer?) -> Collector? {
      unsafe context.map { unsafe Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
    }

    private func text(_ bytes: UnsafePointer<CChar>?) -> String {
      let text = unsafe bytes.map { unsafe String(cString: $0) } ?? ""
      return longTexts.isEmpty ? text : longTexts[text]?.text ?? text
    }

    private func value(_ name: Int, _ bytes: UnsafePointer<CChar>?, _ isMarkup: Int32) -> Value {
      let text = unsafe bytes.map { unsafe String(cString: $0) } ?? ""
      if !longTexts.isEmpty, let long = longTexts[text] {
        return Value(name: name, text: long.text, isMarkup: long.isMarkup)
      }
      return Value(name: name, text: text, isMarkup: isMarkup != 0)
    }

    static let graph: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int32, Int32) -> Void =
      {
        context, name, isDirected, _ in
        guard let self = unsafe collector(context) else { return }
        let text = unsafe self.text(name)
        self.graph.name = text.hasPrefix("%") ? "" : text
        self.graph.isDirected = isDirected != 0
      }

    static let name:
      @convention(c) (UnsafeMutableRawPointer?, entente_graph_part, UnsafePointer<CChar>?) -> Void = {
        context, part, name in
        guard let self = unsafe collector(context) else { return }
        let text = unsafe self.text(name)
        switch part {
        case entente_part_node: self.graph.nodeNames.append(text)
        case entente_part_edge: self.graph.edgeNames.append(text)
        default: self.graph.graphNames.append(text)
        }
      }

    static let node: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void = {
      context, name in
      guard let self = unsafe collector(context) else { return }
      self.graph.nodes.append(Node(id: unsafe self.text(name)))
      self.part = .node
    }

    static let edge: @convention(c) (UnsafeMutableRawPointer?, UInt32, UInt32) -> Void = {
      context, tail, head in
      guard let self = unsafe collector(context) else { return }
      self.graph.edges.append(Edge(tail: Int(tail), head: Int(head)))
      self.part = .edge
    }

    static let value:
      @convention(c) (UnsafeMutableRawPointer?, UInt32, UnsafePointer<CChar>?, Int32) -> Void = {
        context, name, bytes, isMarkup in
        guard let self = unsafe collector(context) else { return }
        let value = unsafe self.value(Int(name), bytes, isMarkup)
        switch self.part {
        case .graph: self.graph.values.append(value)
        case .node: self.graph.nodes[self.graph.nodes.count - 1].values.append(value)
        case .edge: self.graph.edges[self.graph.edges.count - 1].values.append(value)
        }
      }

    static let subgraph:
      @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32, Int32) ->
        Void = {
          context, name, label, isMarkup, isCluster in
          guard let self = unsafe collector(context) else { return }
          let value = unsafe label == nil ? nil : unsafe self.value(0, label, isMarkup)
          self.graph.subgraphs.append(
            Subgraph(name: unsafe self.text(name), label: value, isCluster: isCluster != 0))
        }

    static let member: @convention(c) (UnsafeMutableRawPointer?, UInt32) -> Void = { context, node in
      guard let self = unsafe collector(context) else { return }
      self.graph.nodes[Int(node)].subgraphs.append(self.graph.subgraphs.count - 1)
    }

    static let message: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void = {
      context, words in
      guard let self = unsafe collector(context), let words = unsafe words else { return }
      self.graph.messages += unsafe String(cString: words)
    }
  }
}
