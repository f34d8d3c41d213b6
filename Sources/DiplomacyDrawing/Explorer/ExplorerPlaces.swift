public import Diplomacy

extension Explorer {
  /// Places for the ties diagram of the page: those of the diagram of ties at all times, or of a very large graph those that
  /// Graphviz gives by forces.
  /// - Returns: The places; none of a graph without ties.
  /// - Throws: ``GraphvizError``.
  public static func places(
    _ view: GraphView, timeLimit: Duration = .drawing
  ) throws(GraphvizError) -> [EntityID: Position] {
    var choice = PictureChoice()
    choice.top = .max
    // Wide, as windows are.
    let composer: TiesComposer
    do throws(ChartError) {
      composer = try TiesComposer([view], choice, nil, PictureStyle(theme: .screen, width: 1500), timeLimit)
    } catch {
      guard case .drawing(let failure) = error else { return [:] }
      throw failure
    }
    var places: [EntityID: Position] = [:]
    for (node, center) in zip(composer.content.nodes, composer.layout.centers) {
      if let id = node.id { places[id] = Position(x: center.x, y: center.y) }
    }
    return places
  }
}
