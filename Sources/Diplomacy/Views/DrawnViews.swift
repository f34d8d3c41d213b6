public import Chronology

/// Draws the dates of a view's graph again and again, and looks at each graph in the same way, at any number of dates.
///
/// What no date decides that is drawn is found out once. The views are those of `GraphView(draws.next(using:), options)`, with
/// ``GraphDraws`` of the same graph and the same chance.
public struct DrawnViews: Sendable {
  private let view: GraphView
  private var draws: GraphDraws
  /// What is followed and told anew for each graph; nil where all is looked at anew.
  private let parts: (agreements: [Int], timetable: ViewTimetable)?

  /// The draws of a view's graph.
  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* statements.
  public init(of view: GraphView) {
    self.view = view
    let draws = GraphDraws(of: view.graph)
    self.draws = draws
    let isPlain =
      view.options.knownTo == nil && view.graph.part(seenFrom: view.standpoint, isLenient: true) == nil
      && !draws.hasOrders
    guard isPlain else {
      parts = nil
      return
    }
    let agreements = view.agreementsThatMove(draws)
    parts = (agreements, ViewTimetable(view, apart: view.itemsThatMove(draws, agreements)))
  }

  /// The view of the graph with other dates drawn, to be seen at one date after the other.
  /// - Complexity: O(*d* log *d*) besides copying the graph's lists; *d* things whose dates are drawn, or hang on such.
  public mutating func next(using generator: inout SeededGenerator) -> MovingView {
    let graph = draws.next(using: &generator)
    guard let parts else { return MovingView(GraphView(graph, view.options)) }
    let drawn = GraphView(graph, like: view, following: parts.agreements)
    return MovingView(drawn, parts.timetable.redrawn(drawn))
  }
}

extension GraphView {
  /// The agreements whose course hangs on dates that are drawn, by position, in order.
  fileprivate func agreementsThatMove(_ draws: GraphDraws) -> [Int] {
    let openEntities = Set(draws.openEntities)
    var touched = openEntities
    for index in draws.openStatements {
      for end in [graph.statements[index].subject, graph.statements[index].object] {
        if let position = graph.position(of: end) { touched.insert(position) }
      }
    }
    return graph.entities.indices.filter { position in
      let entity = graph.entities[position]
      guard let life = entity.life, entity.category == .agreement else { return false }
      if openEntities.contains(position) { return true }
      // What the graph states outright hangs on nothing else.
      if courses[position]?.isStated ?? false { return false }
      return touched.contains(position) || life.terms.contains { $0.endsWith != nil }
        || graph.statements(about: entity.id).contains { $0.role == .supersedes }
    }
  }

  /// The entities, and behind them the statements, that are there at other times when dates are drawn; in order.
  fileprivate func itemsThatMove(_ draws: GraphDraws, _ agreements: [Int]) -> [Int32] {
    let positions = Set(draws.openEntities).union(agreements)
    var items = Set(positions.map { Int32($0) })
    let first = graph.entities.count
    for index in draws.openStatements { items.insert(Int32(first + index)) }
    for position in positions {
      for index in graph.statements(atPosition: position) where graph.statements[Int(index)].when == nil {
        items.insert(Int32(first) + index)
      }
    }
    return items.sorted()
  }
}
