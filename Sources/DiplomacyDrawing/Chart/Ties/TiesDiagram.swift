public import Diplomacy

extension Chart {
  /// Draws who is bound to whom: agreements of two as lines between their parties, labelled; agreements of three to seven as
  /// hubs; larger ones are named in the caption with the number of their members.
  ///
  /// Graphviz gives the nodes their first places; from these they are fitted to the page, parted and improved, so that no label
  /// lies on another or on a node.
  /// - Parameters:
  ///   - view: What is looked at.
  ///   - choice: What of it is drawn; territories, events and persons only where they are asked for.
  ///   - engine: How nodes are placed first; nil: by stress (`neato`), or of more than 150 boxes by forces (`sfdp`).
  ///   - style: How it is made.
  ///   - timeLimit: How long texts and nodes may take to be measured and placed.
  /// - Throws: ``ChartError``.
  public static func ties(
    _ view: GraphView, _ choice: PictureChoice = PictureChoice(), engine: LayoutEngine? = nil,
    _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try TiesComposer([view], choice, engine, style, timeLimit).chart()
  }
}
